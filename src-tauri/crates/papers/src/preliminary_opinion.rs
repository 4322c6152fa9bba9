//! D18 初步审查意见: what goes to the experts' re-review of a listed activity (M22, E27, E29).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, DimensionNote, Imprint, Letterhead, Material, VoteSummary};
use crate::wording::Values;

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

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "主送单位",
    "受理日期",
    "审查日期",
    "审查场合",
    "清单项",
    "清单版本",
    "审查材料",
    "材料清单",
    "风险",
    "风险.方面",
    "风险.内容",
    "防控",
    "防控.内容",
    "合规性",
    "合理性",
    "结论",
    "依据",
];

impl Sheet for PreliminaryOpinion {
    fn values(&self, head: &Letterhead) -> Values {
        let annex = if self.documents.len() > 3 { make::material_annex(&self.documents) } else { Vec::new() };
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, &make::post(&self.signer)))
            .and(make::vote(self.vote.as_ref()))
            .text("主送单位", self.addressee.as_str())
            .date("受理日期", self.accepted)
            .date("审查日期", self.reviewed)
            .text("审查场合", self.occasion.as_str())
            .text("清单项", self.list_item.as_str())
            .text("清单版本", self.list_version.as_str())
            .text("审查材料", make::materials(&self.documents))
            .blocks("材料清单", annex)
            .list("风险", &self.risks, crate::decision_letter::note)
            .texts("防控", &make::sentences(&self.controls))
            .text("合规性", make::sentence(&self.legality))
            .text("合理性", make::sentence(&self.reasonableness))
            .text("结论", make::sentence(&self.conclusion))
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "科技伦理初步审查意见".into()
    }
}
