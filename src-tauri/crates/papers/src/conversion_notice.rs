//! D21 转一般程序告知书: negative, doubtful or differing opinions move a case to the general procedure (M20).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D21 转一般程序告知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ConversionNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub accepted: NaiveDate,
    pub converted: NaiveDate,
    /// Why, a clause.
    pub reason: String,
    pub due: NaiveDate,
    #[serde(default)]
    pub next_step: String,
    pub basis: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["申请人", "受理日期", "转换日期", "事由", "决定期限", "下一步", "依据"];

impl Sheet for ConversionNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, ""))
            .text("申请人", self.applicant.as_str())
            .date("受理日期", self.accepted)
            .date("转换日期", self.converted)
            .text("事由", self.reason.as_str())
            .date("决定期限", self.due)
            .text("下一步", self.next_step.as_str())
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "转一般程序审查告知书".into()
    }
}
