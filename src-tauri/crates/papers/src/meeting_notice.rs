//! D9 会议通知: one for each addressee, with the items and a reply slip asking for interests (M14, E8).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{AgendaItem, Imprint, MeetingRef};

/// D9 会议通知.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MeetingNotice {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    pub addressee: String,
    /// 委员, 顾问专家, 申请人.
    pub role: String,
    pub items: Vec<AgendaItem>,
    /// How the material can be read, a full sentence.
    #[serde(default)]
    pub access: String,
    #[serde(default)]
    pub reply_by: Option<NaiveDate>,
    #[serde(default)]
    pub remark: String,
    /// Whether the reply slip follows (members and advisers).
    #[serde(default)]
    pub reply_slip: bool,
}
