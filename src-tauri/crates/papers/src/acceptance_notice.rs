//! D4 受理通知书: accepted, by which procedure and why, decision expected by when (M13, M16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

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
