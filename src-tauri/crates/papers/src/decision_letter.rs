//! D19 审查决定书: the decision of the committee on one application, in each of its kinds (M16, E16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, DimensionNote, Imprint, Letterhead, Material, Tracking, VoteSummary};
use crate::wording::Values;

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

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "申请人",
    "决定",
    "批准",
    "修改后批准",
    "修改后再审",
    "不予批准",
    "合作单位",
    "受理日期",
    "程序",
    "程序理由",
    "审查日期",
    "审查场合",
    "审查材料",
    "材料数",
    "材料清单",
    "清单判断",
    "复核意见",
    "理由",
    "理由.方面",
    "理由.内容",
    "建议",
    "建议.内容",
    "提交限期",
    "批准范围",
    "条件",
    "条件.内容",
    "跟踪",
    "跟踪间隔",
    "下次跟踪",
    "义务",
    "义务.内容",
    "申诉期",
    "依据",
    "替代文号",
    "抄送",
];

impl Sheet for DecisionLetter {
    fn values(&self, head: &Letterhead) -> Values {
        let words = if self.decision.is_empty() { self.outcome.words() } else { &self.decision };
        let annex = if self.documents.len() > 3 { make::material_annex(&self.documents) } else { Vec::new() };
        let tracking = self.tracking.clone().unwrap_or_default();
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, &make::post(&self.signer_post)))
            .and(make::vote(self.vote.as_ref()))
            .text("申请人", self.applicant.as_str())
            .text("决定", words)
            .flag("批准", self.outcome == Outcome::Approve)
            .flag("修改后批准", self.outcome == Outcome::ApproveRevised)
            .flag("修改后再审", self.outcome == Outcome::Revise)
            .flag("不予批准", self.outcome == Outcome::Reject)
            .text("合作单位", self.partners.join("、"))
            .date("受理日期", self.accepted)
            .text("程序", self.procedure.as_str())
            .text("程序理由", self.procedure_reason.as_str())
            .date("审查日期", self.reviewed)
            .text("审查场合", self.occasion.as_str())
            .text("审查材料", make::materials(&self.documents))
            .number("材料数", self.documents.len() as i64)
            .blocks("材料清单", annex)
            .text("清单判断", make::sentence(&self.listing))
            .text("复核意见", make::sentence(&self.re_review))
            .list("理由", &self.reasons, note)
            .texts("建议", &make::sentences(&self.suggestions))
            .date("提交限期", self.resubmit_by)
            .text("批准范围", make::sentence(&self.scope))
            .texts("条件", &make::sentences(&self.conditions))
            .flag("跟踪", self.tracking.is_some())
            .text("跟踪间隔", tracking.interval)
            .date("下次跟踪", self.tracking.as_ref().map(|t| t.next))
            .texts("义务", &make::sentences(&self.duties))
            .text("申诉期", self.appeal.as_deref().unwrap_or_default())
            .text("依据", self.basis.as_str())
            .text("替代文号", self.supersedes.as_str())
            .text("抄送", self.copies.join("，"))
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "科技伦理审查决定书".into()
    }
}

impl Outcome {
    /// The Measures' own words.
    pub const fn words(self) -> &'static str {
        match self {
            Outcome::Approve => "批准",
            Outcome::ApproveRevised => "修改后批准",
            Outcome::Revise => "修改后再审",
            Outcome::Reject => "不予批准",
        }
    }
}

/// One reason under its dimension.
pub(crate) fn note(n: &DimensionNote) -> Values {
    Values::new().text("方面", n.dimension.as_str()).text("内容", make::sentence(&n.text))
}
