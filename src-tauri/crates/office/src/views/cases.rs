//! 案件: the register, smooth at 50,000 rows; and the two registers cut from it, 跟踪 and 申诉举报.

use measures::assess::Stage;
use measures::{Date, Verdict};
use serde::{Deserialize, Serialize};

/// One row of the register, kept as a projection so that no case need be opened to list it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseRow {
    pub id: String,
    /// With the suffix of the present round.
    pub number: String,
    pub title: String,
    pub leader: String,
    pub department: String,
    /// 一般程序 …; empty before acceptance.
    pub procedure_zh: String,
    pub procedure_en: String,
    /// List items, e.g. [3]; empty when not listed.
    pub listed: Vec<u32>,
    pub stage: Stage,
    pub stage_zh: String,
    pub stage_en: String,
    /// Which clock runs.
    pub clock_zh: String,
    pub clock_en: String,
    pub clock: String,
    pub due: Option<Date>,
    pub rolled: Option<Date>,
    /// Whose time it is: `committee`, `applicant`, `authority`, `internal`.
    pub owner: String,
    pub certain: bool,
    /// Next act's tag and words.
    pub act: String,
    pub act_zh: String,
    pub act_en: String,
    pub year: i32,
    pub open: bool,
    /// Meeting and place on its agenda, e.g. 第7次会议第4项.
    pub agenda: String,
    /// The meeting whose turn it is: on its agenda, without an outcome yet; empty otherwise.
    #[serde(default)]
    pub meeting: String,
    /// What the clock counts and from when; for counting what is left.
    #[serde(default)]
    pub limit: Option<measures::Limit>,
    #[serde(default)]
    pub start: Option<Date>,
    #[serde(default)]
    pub start_at: Option<measures::Instant>,
    #[serde(default)]
    pub at: Option<measures::Instant>,
    /// Computed when looked at, never stored: how much time is left.
    #[serde(default)]
    pub left: Option<measures::clock::Left>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub total: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasesView {
    pub views: Vec<SavedView>,
    pub view: String,
    pub rows: Vec<CaseRow>,
    pub total: u32,
    /// Hits of the same text outside this view.
    pub outside: u32,
    /// How the text was read: `拼音首字母：智能`; empty for a literal match.
    pub reading: String,
}

/// A row of 跟踪: what is due, how often reminded.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrackingRow {
    pub id: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub department: String,
    pub listed: bool,
    pub months: u32,
    pub last: Option<Date>,
    pub due: Option<measures::clock::Due>,
    pub left: Option<measures::clock::Left>,
    pub reminders: Vec<Date>,
    pub suspended: bool,
    pub lamp: Verdict,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrackingView {
    pub zh: String,
    pub en: String,
    pub rows: Vec<TrackingRow>,
    /// What happened to approved activities, newest first.
    pub events: Vec<TrackingEvent>,
}

/// A change of risk, an incident, a suspension, an end.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrackingEvent {
    pub case: String,
    pub number: String,
    pub title: String,
    pub kind: measures::TurnKind,
    pub on: Date,
    pub zh: String,
    pub en: String,
    pub reason: String,
    pub lamp: Verdict,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AppealRow {
    pub case: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub round: u32,
    pub appeal: measures::Appeal,
    pub redecision: Option<measures::clock::Due>,
    pub left: Option<measures::clock::Left>,
    pub state_zh: String,
    pub state_en: String,
}
/// A complaint on file (M31); restricted while the screen is shared.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Complaint {
    pub id: String,
    pub on: Date,
    pub channel: String,
    pub anonymous: bool,
    pub from: String,
    pub about: String,
    pub case: Option<String>,
    pub concerned: Vec<String>,
    pub handler: String,
    #[serde(default)]
    pub concluded: Option<Date>,
    #[serde(default)]
    pub result: String,
    #[serde(default)]
    pub replied: Option<Date>,
    #[serde(default)]
    pub referred_to: String,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AppealsView {
    pub appeals: Vec<AppealRow>,
    /// For whom the complaints are shown.
    pub reader: String,
    pub complaints: Vec<ComplaintRow>,
}
/// A complaint as its reader may see it. Sealed: that there is one, who handles it and how far it is; nothing of what it
/// says or of whom.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComplaintRow {
    #[serde(flatten)]
    pub complaint: Complaint,
    pub sealed: bool,
}
impl ComplaintRow {
    pub(crate) fn sealed(c: Complaint) -> ComplaintRow {
        let complaint = Complaint {
            from: String::new(),
            about: String::new(),
            case: None,
            concerned: vec![],
            result: String::new(),
            referred_to: String::new(),
            ..c
        };
        ComplaintRow { complaint, sealed: true }
    }
}
