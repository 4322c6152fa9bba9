//! D22 申请开展专家复核的函: sent by the unit, not the committee, with its package (M22, M23, E27).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D22 申请开展专家复核的函.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReReviewRequest {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// 地方 or 相关主管部门: 江州省科学技术厅.
    pub authority: String,
    pub list_item: String,
    /// 江大智伦〔2026〕64号.
    pub opinion_number: String,
    pub opinion_date: NaiveDate,
    pub reviewed: NaiveDate,
    #[serde(default)]
    pub partners: Vec<String>,
    pub basis: String,
    /// Why this authority, a full sentence (M22).
    #[serde(default)]
    pub routing: String,
    pub package: Vec<Enclosure>,
}

/// One part of the package.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Enclosure {
    pub name: String,
    #[serde(default)]
    pub pages: String,
}
