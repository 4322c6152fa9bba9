//! From the counter to acceptance (M2, M12, M13, M21, E8, E9).

use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Formal receipt; takes the case number. The 30 days do not run yet: they run from acceptance.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReceiveApplication {
    pub application: Application,
    /// Moment of receipt; now when left out.
    #[serde(default)]
    pub received: Option<Instant>,
    #[serde(default)]
    pub medium: String,
    /// A person without a unit applies (M12): cannot be accepted by a committee.
    #[serde(default)]
    pub without_unit: bool,
}

/// Changes what was typed; `with` is a partial [`Application`] object. After acceptance a reason is asked for.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectApplication {
    pub case: String,
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

/// One file into one or more elements. The bytes are in the archive already (`sha256`), or given as `text`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttachMaterial {
    pub case: String,
    #[serde(default)]
    pub elements: Vec<Element>,
    pub name: String,
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub version_date: Option<Date>,
    #[serde(default)]
    pub received: Option<Date>,
    #[serde(default)]
    pub sha256: String,
    #[serde(default)]
    pub text: Option<String>,
    /// The earlier version this one replaces: its material id.
    #[serde(default)]
    pub replaces: Option<String>,
}

/// Verdicts on elements at the formal check; elements left out keep theirs.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckElements {
    pub case: String,
    #[serde(default)]
    pub checks: BTreeMap<Element, Check>,
    /// Shorthand: everything that applies and has no verdict yet is present.
    #[serde(default)]
    pub rest_present: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DetermineScope {
    pub case: String,
    pub in_scope: bool,
    #[serde(default)]
    pub heads: Vec<ScopeHead>,
    pub reason: String,
    #[serde(default)]
    pub on: Option<Date>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JudgeList {
    pub case: String,
    #[serde(default)]
    pub items: Vec<u32>,
    pub reason: String,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub exemption: Option<Exemption>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScanConflicts {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
}

/// M13: everything that is missing, at once. `gaps` are computed from the checks when left out.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IssueSupplement {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub gaps: BTreeMap<Element, String>,
    #[serde(default)]
    pub due: Option<Date>,
    /// Date of service, when it was handed over at once.
    #[serde(default)]
    pub served: Option<Date>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReceiveSupplement {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// Elements that came in; all that were asked for when left out.
    #[serde(default)]
    pub elements: Vec<Element>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refuse {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    /// Where to apply instead (M12).
    #[serde(default)]
    pub instead: String,
}

/// 受理 (M13): fixes the procedure and starts the 30 days.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accept {
    pub case: String,
    /// Moment of acceptance; now when left out.
    #[serde(default)]
    pub at: Option<Instant>,
    pub procedure: Procedure,
    pub reason: String,
    #[serde(default)]
    pub ground: Option<SimplifiedGround>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Withdraw {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    #[serde(default)]
    pub document: Option<String>,
}
