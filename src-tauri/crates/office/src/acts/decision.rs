//! The words of a decision, its verification, and what the applicant may do against it (M16, E16, E18).

use measures::*;
use serde::{Deserialize, Serialize};

/// The text of the decision on the present round: reasons, suggestions, conditions, interval. The kind and the date
/// come from the vote and cannot be typed.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WriteDecision {
    pub case: String,
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

/// 修改后批准: the named verifier confirms that every point was carried out.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerifyChanges {
    pub case: String,
    pub verifier: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub finding: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordAppeal {
    pub case: String,
    pub received: Date,
    #[serde(default)]
    pub postmark: Option<Date>,
    #[serde(default = "yes")]
    pub written: bool,
    pub grounds: String,
}
fn yes() -> bool {
    true
}

/// Reasons sufficient or not (M16). Sufficient ones open a round for a new decision within 7 working days.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcludeAppeal {
    pub case: String,
    pub sufficient: bool,
    #[serde(default)]
    pub on: Option<Date>,
    pub finding: String,
}
