//! Between acceptance and decision, outside a meeting: extension (M16), simplified review (M19, M20),
//! expert re-review (M21–M26).

use measures::*;
use serde::{Deserialize, Serialize};

/// M16: extends the time for review, always with a concrete new date.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extend {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub ground: ExtensionGround,
    pub facts: String,
    /// Required by M16; an extension without it is blocked.
    #[serde(default)]
    pub new_due: Option<Date>,
    #[serde(default)]
    pub approved_by: String,
}

/// M20: the chair names two reviewers or more.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DesignateReviewers {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// Who designates: a member id.
    pub by: String,
    pub reviewers: Vec<String>,
}

/// One reviewer's independent opinion; anything but a clear 同意 converts the round at once (M20, E24).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordOpinion {
    pub case: String,
    pub member: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub view: ReviewerView,
    #[serde(default)]
    pub doubt: bool,
    #[serde(default)]
    pub asks_meeting: bool,
    #[serde(default)]
    pub text: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Convert {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub because: String,
}

/// All designated opinions are in and agree: the decision of the simplified procedure.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcludeSimplified {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// What is decided; approval (or continuation of a tracked activity) when left out. Anything else is blocked (M20).
    #[serde(default)]
    pub kind: Option<DecisionKind>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    #[serde(default)]
    pub reasons: String,
}

/// M22: the unit sends the package.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SendRereview {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub authority: String,
    /// A service centre known to carry it out (M11).
    #[serde(default)]
    pub implementer: String,
    #[serde(default)]
    pub panel: Vec<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RereviewReceived {
    pub case: String,
    pub on: Date,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordRereview {
    pub case: String,
    pub opinion: RereviewOpinion,
    pub on: Date,
    pub number: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub file: Option<String>,
}

/// M24: the committee decides according to the opinion. A ratifying vote at a meeting does the same by `close_item`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecideAfterRereview {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub kind: DecisionKind,
    #[serde(default)]
    pub reasons: String,
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    /// The agenda item at which the members ratified it.
    #[serde(default)]
    pub item: Option<String>,
}
