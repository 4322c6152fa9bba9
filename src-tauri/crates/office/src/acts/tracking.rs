//! After approval: resubmission, amendment, tracking, suspension, termination, closing (M16, M17, M25, E19, E20).

use measures::*;
use serde::{Deserialize, Serialize};

/// 修改后再审: the reworked application with its point-by-point reply; a new round with its own clocks.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resubmit {
    pub case: String,
    #[serde(default)]
    pub received: Option<Instant>,
    /// One reply for each suggestion of the decision, in its order.
    pub replies: Vec<String>,
    #[serde(default)]
    pub medium: String,
}

/// A further round on an approved activity: `amendment`, `tracking` or `renewed`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartRound {
    pub case: String,
    pub kind: RoundKind,
    #[serde(default)]
    pub received: Option<Instant>,
    #[serde(default)]
    pub medium: String,
    /// What changed, or the four contents of E19, as handed in.
    #[serde(default)]
    pub report: Vec<String>,
    /// The change is major (E20): never by the simplified procedure; a listed activity goes to re-review again.
    #[serde(default)]
    pub major: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportChange {
    pub case: String,
    pub on: Date,
    pub what: String,
    #[serde(default)]
    pub major: bool,
    #[serde(default)]
    pub incident: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suspend {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    /// Conditions and way of resumption.
    pub conditions: String,
    /// The item at which two thirds decided it; without one it is the chair's interim measure, to be ratified.
    #[serde(default)]
    pub item: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resume {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// How the conditions were met.
    pub reason: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Terminate {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    /// The item at which two thirds decided it.
    #[serde(default)]
    pub item: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Complete {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub finding: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Archive {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub shelf: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reopen {
    pub case: String,
    pub reason: String,
}
