//! D20 延长审查期限告知书: the old last day, why, and the new one, which must be named (M16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D20 延长审查期限告知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ExtensionNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub accepted: NaiveDate,
    pub original_due: NaiveDate,
    /// 情况复杂, 需要补充、更正材料 …
    pub reason_kind: String,
    /// The facts, a full sentence.
    pub reason: String,
    pub new_due: NaiveDate,
    #[serde(default)]
    pub next_step: String,
    pub basis: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["申请人", "受理日期", "原期限", "延长情形", "延长事由", "新期限", "下一步", "依据"];

impl Sheet for ExtensionNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, ""))
            .text("申请人", self.applicant.as_str())
            .date("受理日期", self.accepted)
            .date("原期限", self.original_due)
            .text("延长情形", self.reason_kind.as_str())
            .text("延长事由", self.reason.as_str())
            .date("新期限", self.new_due)
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
        "延长科技伦理审查期限告知书".into()
    }
}
