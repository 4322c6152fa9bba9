//! 全部留痕: the journal in plain words, old and new.

use measures::Instant;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub what: String,
    pub old: String,
    pub new: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JournalEntry {
    pub seq: u32,
    pub at: Instant,
    pub by: String,
    pub act: String,
    pub zh: String,
    pub en: String,
    pub reasons: Vec<(String, String)>,
    pub changes: Vec<Change>,
    pub hash: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JournalView {
    pub total: u32,
    pub head: String,
    pub entries: Vec<JournalEntry>,
}
