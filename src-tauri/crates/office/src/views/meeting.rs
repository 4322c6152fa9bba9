//! A meeting from the plan to the aftermath. The lamp, the arithmetic and the outcome come from `measures`.

use crate::acts::aftermath::AftermathLine;
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingRow {
    pub id: String,
    pub no: u32,
    pub year: u32,
    pub starts: Instant,
    pub place: String,
    pub items: u32,
    pub decided: u32,
    /// `planned`, `noticed`, `open`, `closed`, `cancelled`
    pub state: String,
    pub state_zh: String,
    pub state_en: String,
    pub attended: u32,
    pub due_members: u32,
    pub lamp: Verdict,
}

/// A case that could go on an agenda, most urgent first.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadyCase {
    pub id: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub department: String,
    pub kind_zh: String,
    pub kind_en: String,
    pub due: Option<Date>,
    pub left: Option<measures::clock::Left>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingsView {
    pub rows: Vec<MeetingRow>,
    pub ready: Vec<ReadyCase>,
    pub zh: String,
    pub en: String,
}

/// A member as the meeting sees him or her.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeatView {
    pub id: String,
    pub name: String,
    pub role: Role,
    pub role_zh: String,
    pub category: Category,
    pub category_zh: String,
    pub external: bool,
    pub reply: Reply,
    pub leaving: Option<Instant>,
    /// Present now: in the room, by video, or not (`null`).
    pub presence: Option<Presence>,
    pub arrived: Option<Instant>,
    pub departed: Option<Instant>,
    /// Whether the person may be put on the attendance list (E8), and why not.
    pub may_attend: Vec<Finding>,
    pub phone: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemView {
    pub id: String,
    pub order: u32,
    pub case: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub department: String,
    pub round_zh: String,
    pub round_en: String,
    pub listed: Vec<u32>,
    pub minutes: u32,
    pub due: Option<measures::clock::Due>,
    pub left: Option<measures::clock::Left>,
    /// The record: recusals, ballots, remarks, outcome.
    pub item: Item,
    /// Matches of members against the team, for the host's question.
    pub conflicts: Vec<measures::e08_conflicts::Match>,
    /// Before opening a forecast, afterwards the quorum now or at the vote.
    pub quorum: measures::m14_meeting::Quorum,
    pub options: Vec<OptionView>,
    pub tally: Option<measures::e16_two_thirds::Tally>,
    pub outcome_zh: String,
    pub outcome_en: String,
    /// What stands between the item and its closing.
    pub closing: Vec<Finding>,
    pub documents: Vec<String>,
    /// Words already written for the decision.
    pub decision: Option<Decision>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OptionView {
    pub vote: Vote,
    pub zh: String,
    pub en: String,
    /// One character, for the grid.
    pub mark: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingView {
    pub meeting: Meeting,
    pub zh: String,
    pub en: String,
    /// 议程 通知 答复 预检 开会: what is done, with its date.
    pub stages: Vec<StageStep>,
    pub seats: Vec<SeatView>,
    pub items: Vec<ItemView>,
    /// The whole meeting's forecast (no item's recusals).
    pub quorum: measures::m14_meeting::Quorum,
    /// 会前预检, worst first.
    pub precheck: Vec<Finding>,
    pub opening: Vec<Finding>,
    pub closing: Vec<Finding>,
    pub noticing: Vec<Finding>,
    pub notice_by: Option<measures::clock::Due>,
    pub ready: Vec<ReadyCase>,
    pub papers: Vec<super::case::PaperLine>,
    /// Simplified and emergency results since the last meeting (D10).
    pub since_last: Vec<super::cases::CaseRow>,
    pub names: std::collections::BTreeMap<String, String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StageStep {
    pub key: String,
    pub zh: String,
    pub en: String,
    /// `done`, `now`, `later`
    pub state: String,
    pub date: Option<Date>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AftermathView {
    pub meeting: Meeting,
    pub zh: String,
    pub en: String,
    pub lines: Vec<AftermathLine>,
    pub done: bool,
}
