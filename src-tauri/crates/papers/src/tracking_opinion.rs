//! D30 跟踪审查意见书: go on, go on after changes, suspend or end (M17, E19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, DimensionNote, Imprint, Material, VoteSummary};

/// D30 跟踪审查意见书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TrackingOpinion {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub leader: String,
    pub reviewed: NaiveDate,
    pub procedure: String,
    pub occasion: String,
    pub period_from: NaiveDate,
    pub period_to: NaiveDate,
    #[serde(default)]
    pub documents: Vec<Material>,
    #[serde(default)]
    pub findings: Vec<DimensionNote>,
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    /// 继续实施, 修改后继续实施, 暂停, 终止.
    pub conclusion: String,
    #[serde(default)]
    pub requirements: Vec<String>,
    #[serde(default)]
    pub next_due: Option<NaiveDate>,
    #[serde(default)]
    pub appeal: Option<String>,
    pub basis: String,
    #[serde(default)]
    pub signer: String,
}
