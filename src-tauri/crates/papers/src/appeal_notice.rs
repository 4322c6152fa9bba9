//! D26 申诉受理、不予受理通知书: in time or not, and why (M16, E18).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D26 申诉受理、不予受理通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AppealNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    /// Accepted or not.
    pub accepted: bool,
    pub appeal_received: NaiveDate,
    pub decision_number: String,
    pub served: NaiveDate,
    /// Last day of the appeal as computed.
    pub last_day: NaiveDate,
    /// Why, a full sentence.
    #[serde(default)]
    pub reason: String,
    /// Day by which a new decision is due if the reasons are sufficient.
    #[serde(default)]
    pub decide_by: Option<NaiveDate>,
    pub basis: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["申请人", "受理", "申诉日期", "决定文号", "送达日期", "申诉末日", "理由", "处理期限", "依据"];

impl Sheet for AppealNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, ""))
            .text("申请人", self.applicant.as_str())
            .flag("受理", self.accepted)
            .date("申诉日期", self.appeal_received)
            .text("决定文号", self.decision_number.trim_end_matches("决定书"))
            .date("送达日期", self.served)
            .date("申诉末日", self.last_day)
            .text("理由", self.reason.as_str())
            .date("处理期限", self.decide_by)
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        if self.accepted { "申诉受理通知书".into() } else { "申诉不予受理通知书".into() }
    }
}
