//! D18 初步审查意见: what goes to the experts' re-review of a listed activity (M22, E27, E29).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, DimensionNote, Imprint, Material, VoteSummary};

/// D18 初步审查意见.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PreliminaryOpinion {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// Who it is sent to: 江州省科学技术厅; the applicant for a copy.
    pub addressee: String,
    pub accepted: NaiveDate,
    pub reviewed: NaiveDate,
    /// 本委员会2026年第7次会议.
    pub occasion: String,
    /// Item of the list: 第三项，面向存在安全、人身健康风险等场景的具有高度自主能力的自动化决策系统的研发.
    pub list_item: String,
    /// Edition of the list.
    pub list_version: String,
    #[serde(default)]
    pub documents: Vec<Material>,
    pub risks: Vec<DimensionNote>,
    pub controls: Vec<String>,
    /// 合规性说明.
    pub legality: String,
    /// 合理性说明.
    pub reasonableness: String,
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    /// 同意，建议报请专家复核 …, a full sentence.
    pub conclusion: String,
    pub basis: String,
    #[serde(default)]
    pub signer: String,
}
