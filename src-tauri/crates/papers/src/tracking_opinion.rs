//! D30 跟踪审查意见书: go on, go on after changes, suspend or end (M17, E19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, DimensionNote, Imprint, Letterhead, Material, VoteSummary};
use crate::wording::Values;

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

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "收件人",
    "审查日期",
    "程序",
    "审查场合",
    "起日",
    "止日",
    "审查材料",
    "材料清单",
    "发现",
    "发现.方面",
    "发现.内容",
    "结论",
    "要求",
    "要求.内容",
    "下次跟踪",
    "申诉期",
    "依据",
];

impl Sheet for TrackingOpinion {
    fn values(&self, head: &Letterhead) -> Values {
        let annex = if self.documents.len() > 3 { make::material_annex(&self.documents) } else { Vec::new() };
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, &make::post(&self.signer)))
            .and(make::vote(self.vote.as_ref()))
            .text("收件人", self.leader.as_str())
            .date("审查日期", self.reviewed)
            .text("程序", self.procedure.as_str())
            .text("审查场合", self.occasion.as_str())
            .date("起日", self.period_from)
            .date("止日", self.period_to)
            .text("审查材料", make::materials(&self.documents))
            .blocks("材料清单", annex)
            .list("发现", &self.findings, crate::decision_letter::note)
            .text("结论", self.conclusion.as_str())
            .texts("要求", &make::sentences(&self.requirements))
            .date("下次跟踪", self.next_due)
            .text("申诉期", self.appeal.as_deref().unwrap_or_default())
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "跟踪审查意见书".into()
    }
}
