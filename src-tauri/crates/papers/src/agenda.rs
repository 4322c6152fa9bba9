//! D10 会议议程: the fixed order of a meeting: quorum, interests, last minutes, reported results, items, other (M14).

use serde::{Deserialize, Serialize};

use crate::sheet::{AgendaItem, Imprint, MeetingRef};

/// D10 会议议程.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Agenda {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    /// 应到委员.
    pub due: u32,
    pub items: Vec<AgendaItem>,
    /// Results of simplified and emergency reviews reported to the meeting, one sentence each.
    #[serde(default)]
    pub reported: Vec<String>,
    /// Which minutes are to be confirmed: 2026年第6次会议纪要; empty leaves the point out.
    #[serde(default)]
    pub last_minutes: String,
    #[serde(default)]
    pub other: Vec<String>,
}
