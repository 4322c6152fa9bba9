//! D7 简易程序审查委员指定书: the chair names two or more members (M20).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D7 简易程序审查委员指定书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DesignationSlip {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// Ground of M19, a clause.
    pub ground: String,
    pub reviewers: Vec<Reviewer>,
    /// Opinions asked for by.
    #[serde(default)]
    pub opinions_by: Option<NaiveDate>,
    pub chair: String,
    pub basis: String,
}

/// A designated member.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reviewer {
    pub name: String,
    pub category: String,
    /// Result of the interest check: 无利益冲突.
    pub interests: String,
}
