//! 委员会 on any day: who, lawful or not, what is running out.

use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemberRow {
    pub member: Member,
    pub role: Role,
    pub role_zh: String,
    pub category_zh: String,
    pub term: Term,
    pub term_lamp: Verdict,
    pub confidentiality: Option<Date>,
    pub confidentiality_lamp: Verdict,
    pub interest: Option<Date>,
    pub interest_lamp: Verdict,
    pub training: Option<Date>,
    pub training_lamp: Verdict,
    pub attended: u32,
    pub meetings: u32,
    pub in_review: u32,
    pub recused: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CommitteeView {
    pub on: Date,
    pub committee: Committee,
    pub lamp: Verdict,
    pub zh: String,
    pub en: String,
    pub findings: Vec<Finding>,
    pub bands: Vec<measures::m10_composition::Band>,
    pub rows: Vec<MemberRow>,
    /// Members not in office on that day.
    pub former: Vec<Member>,
    pub advisers: Vec<Adviser>,
    pub rules: Vec<RuleLine>,
    pub trainings: Vec<Training>,
    pub todo: Vec<super::today::Line>,
    pub registration: Vec<super::today::Line>,
}

/// One kind of the rule library: the version in force and what it unlocks.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleLine {
    pub kind: RuleKind,
    pub zh: String,
    pub en: String,
    pub cites: Vec<Cite>,
    pub unlocks_zh: String,
    pub unlocks_en: String,
    pub in_force: Option<RuleDocument>,
    pub versions: Vec<RuleDocument>,
}
