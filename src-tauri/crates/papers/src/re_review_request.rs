//! D22 申请开展专家复核的函: sent by the unit, not the committee, with its package (M22, M23, E27).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

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

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] =
    &["主送单位", "清单项", "意见文号", "意见日期", "审查日期", "合作单位", "依据", "报请理由", "材料", "材料.名称", "材料.页码"];

impl Sheet for ReReviewRequest {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .blocks("落款", make::signature(head, &self.imprint, "", &head.unit))
            .text("主送单位", self.authority.as_str())
            .text("清单项", self.list_item.as_str())
            .text("意见文号", self.opinion_number.as_str())
            .date("意见日期", self.opinion_date)
            .date("审查日期", self.reviewed)
            .text("合作单位", self.partners.join("、"))
            .text("依据", self.basis.as_str())
            .text("报请理由", self.routing.as_str())
            .list("材料", &self.package, |e| Values::new().text("名称", e.name.as_str()).text("页码", pages(&e.pages)))
    }

    fn layout(&self) -> Layout {
        Layout::UnitLetter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "关于申请开展科技伦理专家复核的函".into()
    }
}

/// A bare number is a count of pages: 3 as 共3页; 第1—6页 stays.
fn pages(said: &str) -> String {
    let said = said.trim();
    if !said.is_empty() && said.chars().all(|c| c.is_ascii_digit()) { format!("共{said}页") } else { said.into() }
}
