//! D4 受理通知书: accepted, by which procedure and why, decision expected by when (M13, M16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D4 受理通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AcceptanceNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub received: NaiveDate,
    pub accepted: NaiveDate,
    /// Time of day, only where hours count (M27): 9:20.
    #[serde(default)]
    pub accepted_time: String,
    /// 一般程序, 简易程序, 应急程序.
    pub procedure: String,
    /// Why this procedure, as a clause without full stop.
    #[serde(default)]
    pub procedure_reason: String,
    /// 会议审查, 由两名委员审查 …
    pub form: String,
    /// Nominal last day of the decision.
    pub due: NaiveDate,
    /// How that day was found, as a clause: 自受理之日起30日，受理当日不计.
    #[serde(default)]
    pub due_working: String,
    /// For hours instead of days: 2026年9月18日9时20分前. Replaces `due` in the text.
    #[serde(default)]
    pub due_hours: String,
    /// Result of the list judgement as a full sentence.
    pub listing: String,
    /// True when an expert re-review will be needed (M22).
    #[serde(default)]
    pub re_review: bool,
    pub basis: String,
    #[serde(default)]
    pub remark: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "申请人",
    "收件日期",
    "受理日期",
    "受理时刻",
    "程序",
    "程序理由",
    "审查方式",
    "决定期限",
    "期限算法",
    "时限时刻",
    "清单判断",
    "须复核",
    "依据",
    "补充说明",
];

impl Sheet for AcceptanceNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, ""))
            .text("申请人", self.applicant.as_str())
            .date("收件日期", self.received)
            .date("受理日期", self.accepted)
            .text("受理时刻", self.accepted_time.as_str())
            .text("程序", self.procedure.as_str())
            .text("程序理由", self.procedure_reason.as_str())
            .text("审查方式", self.form.as_str())
            .date("决定期限", self.due)
            .text("期限算法", self.due_working.as_str())
            .text("时限时刻", self.due_hours.as_str())
            .text("清单判断", self.listing.as_str())
            .flag("须复核", self.re_review)
            .text("依据", self.basis.as_str())
            .text("补充说明", self.remark.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "科技伦理审查受理通知书".into()
    }
}
