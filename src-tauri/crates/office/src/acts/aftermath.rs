//! 会后一键: all drafts a closed meeting calls for, at one stroke. No number is taken, nobody is told.

use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunAftermath {
    pub meeting: String,
    /// Lines ticked off on the page, by their key; all when empty.
    #[serde(default)]
    pub leave_out: Vec<String>,
}
