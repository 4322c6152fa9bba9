//! D3 补正材料一次性告知书: everything that is missing, told once and completely (M13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D3 补正材料一次性告知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SupplementNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// 申请人, the addressee.
    pub applicant: String,
    pub received: NaiveDate,
    pub gaps: Vec<Gap>,
    /// Day by which the material is asked for; `None` leaves the sentence out.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Legal basis as it is cited: 《人工智能科技伦理审查与服务办法（试行）》第十三条.
    pub basis: String,
    /// A sentence of the secretary's own, before the closing.
    #[serde(default)]
    pub remark: String,
}

/// One missing or defective element of the application.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The element: 数据来源与获取方式说明.
    pub item: String,
    /// 第十二条第一项.
    pub basis: String,
    /// What is lacking.
    pub lacking: String,
    /// How to cure it.
    pub cure: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] =
    &["申请人", "收件日期", "缺项", "缺项.材料", "缺项.条款", "缺项.缺什么", "缺项.怎么补", "缺项数", "限期", "依据", "补充说明"];

impl Sheet for SupplementNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, ""))
            .text("申请人", self.applicant.as_str())
            .date("收件日期", self.received)
            .list("缺项", &self.gaps, |gap| {
                Values::new()
                    .text("材料", gap.item.as_str())
                    .text("条款", gap.basis.as_str())
                    .text("缺什么", make::sentence(&gap.lacking))
                    .text("怎么补", make::sentence(&gap.cure))
            })
            .number("缺项数", self.gaps.len() as i64)
            .date("限期", self.due)
            .text("依据", self.basis.as_str())
            .text("补充说明", make::sentence(&self.remark))
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "补正材料一次性告知书".into()
    }
}
