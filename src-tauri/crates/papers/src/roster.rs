//! 委员名册: who is the committee on a given day (M10, E7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::Imprint;

/// 委员名册.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    pub imprint: Imprint,
    pub as_of: NaiveDate,
    pub members: Vec<RosterRow>,
    /// What the composition amounts to, a full sentence.
    #[serde(default)]
    pub statement: String,
}

/// One member.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RosterRow {
    pub name: String,
    pub gender: String,
    /// 主任委员, 副主任委员, 委员.
    pub role: String,
    pub category: String,
    pub unit: String,
    #[serde(default)]
    pub external: bool,
    #[serde(default)]
    pub title: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}
