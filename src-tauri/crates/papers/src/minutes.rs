//! D17 会议纪要: who was there, quorum, interests, each item with its vote and decision (E6, M14, E16).

use serde::{Deserialize, Serialize};

use crate::sheet::{
    Absence, CaseRef, DimensionNote, Imprint, Material, MeetingRef, Recusal, Tracking, VoteSummary,
};

/// D17 会议纪要.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    /// 16:48; empty while the meeting is open.
    #[serde(default)]
    pub ended: String,
    /// 应到委员.
    pub due: u32,
    pub present: Vec<Attendee>,
    #[serde(default)]
    pub absent: Vec<Absence>,
    #[serde(default)]
    pub advisers: Vec<String>,
    #[serde(default)]
    pub secretaries: Vec<String>,
    /// Quorum statement with categories, a full sentence.
    pub quorum: String,
    /// The question about interests and the answers, a full sentence.
    pub interests: String,
    /// Confirmation of the last minutes, a full sentence; empty leaves it out.
    #[serde(default)]
    pub last_minutes: String,
    /// Simplified and emergency reviews reported, one sentence each.
    #[serde(default)]
    pub reported: Vec<String>,
    pub items: Vec<MinutesItem>,
    #[serde(default)]
    pub other: Vec<String>,
    pub recorder: String,
}

/// A member who attended.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Attendee {
    pub name: String,
    /// 技术 …
    pub category: String,
    /// 视频; 16:20离会; empty otherwise.
    #[serde(default)]
    pub note: String,
}

/// One item as it went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MinutesItem {
    pub no: u32,
    pub case: CaseRef,
    pub kind: String,
    #[serde(default)]
    pub documents: Vec<Material>,
    #[serde(default)]
    pub presenter: String,
    /// Summary of the applicant's report.
    #[serde(default)]
    pub presentation: String,
    #[serde(default)]
    pub questions: Vec<Question>,
    #[serde(default)]
    pub discussion: Vec<DimensionNote>,
    /// Dissenting views, each a full sentence.
    #[serde(default)]
    pub dissent: Vec<String>,
    #[serde(default)]
    pub recused: Vec<Recusal>,
    /// `None` when no vote was held.
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    /// The result as a full sentence: 决定修改后再审。 or 未审议，因…。
    pub outcome: String,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking: Option<Tracking>,
}

/// A question put to the applicant and the answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub question: String,
    pub answer: String,
}
