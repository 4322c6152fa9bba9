//! D16 表决结果统计表: votes, the denominator and the two thirds, item by item, with tellers and host to sign (E16).

use serde::{Deserialize, Serialize};

use crate::sheet::{Absence, CaseRef, Imprint, MeetingRef, Recusal, VoteLine};

/// D16 表决结果统计表.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    pub items: Vec<TallyItem>,
    /// 计票人, 监票人.
    #[serde(default)]
    pub tellers: Vec<String>,
}

/// The count of one item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TallyItem {
    pub no: u32,
    pub case: CaseRef,
    pub kind: String,
    pub due: u32,
    pub attending: u32,
    #[serde(default)]
    pub recused: Vec<Recusal>,
    #[serde(default)]
    pub absent: Vec<Absence>,
    pub votes: Vec<VoteLine>,
    pub needed: u32,
    pub arithmetic: String,
    /// 批准; 未形成决定; 未审议.
    pub outcome: String,
    /// Named votes, empty after a secret ballot.
    #[serde(default)]
    pub named: Vec<NamedVote>,
}

/// How one member voted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NamedVote {
    pub name: String,
    pub category: String,
    pub vote: String,
    #[serde(default)]
    pub reason: String,
}
