//! D5 不予受理通知书: not accepted, why, and where to turn instead (M13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D5 不予受理通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RefusalNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub received: NaiveDate,
    pub decided: NaiveDate,
    /// Reasons, each a full sentence.
    pub reasons: Vec<String>,
    /// Where to apply instead, a full sentence; empty when there is no such place.
    #[serde(default)]
    pub instead: String,
    /// How to object, a full sentence; empty leaves it out.
    #[serde(default)]
    pub objection: String,
    pub basis: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["申请人", "收件日期", "决定日期", "理由", "理由.内容", "另向何处申请", "异议途径", "依据"];

impl Sheet for RefusalNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, ""))
            .text("申请人", self.applicant.as_str())
            .date("收件日期", self.received)
            .date("决定日期", self.decided)
            .texts("理由", &make::sentences(&self.reasons))
            .text("另向何处申请", make::sentence(&self.instead))
            .text("异议途径", self.objection.as_str())
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "科技伦理审查不予受理通知书".into()
    }
}
