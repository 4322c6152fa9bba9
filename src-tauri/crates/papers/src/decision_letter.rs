//! D19 审查决定书: the decision of the committee on one application, in each of its kinds (M16, E16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, DimensionNote, Imprint, Material, Tracking, VoteSummary};

/// D19 审查决定书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DecisionLetter {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub outcome: Outcome,
    /// Other words for the decision, for instance 批准变更; empty takes those of `outcome`.
    #[serde(default)]
    pub decision: String,
    /// 合作单位.
    #[serde(default)]
    pub partners: Vec<String>,
    pub accepted: NaiveDate,
    /// 一般程序, 简易程序, 应急程序.
    pub procedure: String,
    /// Ground of the simplified procedure, as a clause (M19); prints a paragraph of its own.
    #[serde(default)]
    pub procedure_reason: String,
    pub reviewed: NaiveDate,
    /// 第7次会议, or 由林若溪、何静姝两名委员审查.
    pub occasion: String,
    #[serde(default)]
    pub documents: Vec<Material>,
    /// The count; `None` in the simplified procedure.
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    /// Judgement against the list of M21, a full sentence.
    #[serde(default)]
    pub listing: String,
    /// Opinion of the re-review this decision rests on (M24), a full sentence.
    #[serde(default)]
    pub re_review: String,
    /// Reasons by dimension.
    #[serde(default)]
    pub reasons: Vec<DimensionNote>,
    /// Suggestions for revision, numbered in print.
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub resubmit_by: Option<NaiveDate>,
    /// What was approved, a full sentence.
    #[serde(default)]
    pub scope: String,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking: Option<Tracking>,
    /// Further duties, each a full sentence (risk changes M17, registration M30).
    #[serde(default)]
    pub duties: Vec<String>,
    /// Term of appeal: 3个工作日. `None` leaves the appeal paragraph out.
    #[serde(default)]
    pub appeal: Option<String>,
    pub basis: String,
    /// Letter that this one replaces: 江大智伦〔2026〕60号.
    #[serde(default)]
    pub supersedes: String,
    /// 主任委员.
    #[serde(default)]
    pub signer_post: String,
    #[serde(default)]
    pub signer: String,
    #[serde(default)]
    pub copies: Vec<String>,
}

/// The four kinds of decision (M16, E16).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 批准
    #[default]
    Approve,
    /// 修改后批准
    ApproveRevised,
    /// 修改后再审
    Revise,
    /// 不予批准
    Reject,
}
