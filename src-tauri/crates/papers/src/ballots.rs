//! D15 表决票: one for each voting member and item; the options are the decision kinds and 弃权 (E16).

use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint, MeetingRef};

/// D15 表决票.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ballots {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    /// Signed ballots carry the member's name, secret ones do not.
    pub signed: bool,
    pub items: Vec<BallotItem>,
}

/// One item to be voted on, with those who may vote on it (recused members are not among them).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BallotItem {
    pub no: u32,
    pub case: CaseRef,
    /// 初次审查 …
    pub kind: String,
    /// Version under vote: 实施方案V1.2（2026年8月20日）.
    #[serde(default)]
    pub version: String,
    pub options: Vec<String>,
    pub voters: Vec<String>,
}
