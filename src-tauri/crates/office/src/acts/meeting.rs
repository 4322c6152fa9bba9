//! Convening and holding a meeting (M14, E8, E14, E16): agenda, answers, attendance, recusals, ballots.

use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanMeeting {
    pub starts: Instant,
    pub ends: Instant,
    pub form: MeetingForm,
    pub place: String,
    #[serde(default)]
    pub link: String,
    /// Who is to preside; the chair in office on that day when left out.
    #[serde(default)]
    pub host: Option<String>,
}

/// Changes single particulars of a planned meeting; `with` is a partial [`Meeting`] object (starts, ends, form, place, link, host).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeMeeting {
    pub meeting: String,
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CancelMeeting {
    pub meeting: String,
    pub reason: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceItem {
    pub meeting: String,
    pub case: String,
    #[serde(default = "twenty")]
    pub minutes: u32,
}
fn twenty() -> u32 {
    20
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemoveItem {
    pub item: String,
    #[serde(default)]
    pub reason: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderItems {
    pub meeting: String,
    pub items: Vec<String>,
}

/// D9 and D10; the day counts against the committee's own five working days.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SendNotices {
    pub meeting: String,
    #[serde(default)]
    pub on: Option<Date>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordReply {
    pub meeting: String,
    pub member: String,
    pub reply: Reply,
    #[serde(default)]
    pub leaving: Option<Instant>,
    #[serde(default)]
    pub note: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DesignateHost {
    pub meeting: String,
    pub by: String,
    pub vice_chair: String,
    pub on: Date,
    #[serde(default)]
    pub reason: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeatAdviser {
    pub meeting: String,
    pub adviser: String,
    pub no_interest: bool,
    #[serde(default)]
    pub items: Vec<String>,
}

/// Opens the meeting with those in the room and on the screen.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenMeeting {
    pub meeting: String,
    #[serde(default)]
    pub at: Option<Instant>,
    pub present: Vec<String>,
    #[serde(default)]
    pub video: Vec<String>,
    #[serde(default)]
    pub recorder: String,
    #[serde(default)]
    pub last_minutes_approved: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Arrive {
    pub meeting: String,
    pub member: String,
    #[serde(default)]
    pub at: Option<Instant>,
    #[serde(default)]
    pub presence: Option<Presence>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Depart {
    pub meeting: String,
    pub member: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

/// Begins an item: the host has asked about conflicts, the lamp is read.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeUp {
    pub item: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recuse {
    pub item: String,
    pub member: String,
    pub reason: String,
    #[serde(default)]
    pub left: Option<Instant>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReturnRecused {
    pub item: String,
    pub member: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

/// One vote; `null` clears it while the ballot is open.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordVote {
    pub item: String,
    pub member: String,
    pub vote: Option<Vote>,
    #[serde(default)]
    pub at: Option<Instant>,
}

/// Several votes at one stroke: `Shift 1` in the grid, or a counted ballot typed from paper.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordVotes {
    pub item: String,
    pub votes: BTreeMap<String, Vote>,
    #[serde(default)]
    pub at: Option<Instant>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SecondBallot {
    pub item: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordRemarks {
    pub item: String,
    #[serde(default)]
    pub presented: String,
    #[serde(default)]
    pub answers: String,
    #[serde(default)]
    pub remarks: Vec<Remark>,
}

/// Closes the item. The decision is derived from the votes; what can be said is why nothing was decided.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseItem {
    pub item: String,
    #[serde(default)]
    pub at: Option<Instant>,
    /// Why it was not deliberated; not needed when it was.
    #[serde(default)]
    pub not_deliberated: String,
    /// The chair's note when two thirds fail once the recused are counted.
    #[serde(default)]
    pub chair_note: String,
    #[serde(default)]
    pub reasons: String,
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    #[serde(default)]
    pub resubmit_by: Option<Date>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeferItem {
    pub item: String,
    /// The meeting it goes to; the next one planned, or none yet.
    #[serde(default)]
    pub to: Option<String>,
    pub reason: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseMeeting {
    pub meeting: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

/// A vote keyed wrong: the old value stays visible with the reason; the outcome is derived anew.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectVote {
    pub item: String,
    pub member: String,
    pub vote: Option<Vote>,
    pub reason: String,
}
