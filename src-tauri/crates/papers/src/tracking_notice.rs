//! D28 跟踪审查通知书: what to hand in, for which period, by when (M17, M25, E19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D28 跟踪审查通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TrackingNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub leader: String,
    pub decision_number: String,
    pub decision_date: NaiveDate,
    pub period_from: NaiveDate,
    pub period_to: NaiveDate,
    /// Day the tracking review is due.
    pub due: NaiveDate,
    pub submit_by: NaiveDate,
    pub materials: Vec<String>,
    pub basis: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["收件人", "决定文号", "决定日期", "起日", "止日", "跟踪日期", "提交限期", "材料", "材料.内容", "依据"];

impl Sheet for TrackingNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, ""))
            .text("收件人", self.leader.as_str())
            .text("决定文号", self.decision_number.trim_end_matches("决定书"))
            .date("决定日期", self.decision_date)
            .date("起日", self.period_from)
            .date("止日", self.period_to)
            .date("跟踪日期", self.due)
            .date("提交限期", self.submit_by)
            .texts("材料", &self.materials)
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "跟踪审查通知书".into()
    }
}
