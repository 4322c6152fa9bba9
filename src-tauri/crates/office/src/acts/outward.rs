//! What the unit owes others: registrations, reports, complaints, consultations (M2, M30, M31, E5, E12, E44, E45).

use measures::*;
use serde::{Deserialize, Serialize};

/// E44: a listed activity was registered on the platform, or its registration updated.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterListed {
    pub case: String,
    pub on: Date,
    #[serde(default)]
    pub number: String,
}

/// E12: one foreign partner's approval is on file.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordForeignApproval {
    pub case: String,
    pub on: Date,
    pub body: String,
    #[serde(default)]
    pub number: String,
    /// The last one that was pending.
    #[serde(default)]
    pub all_in: bool,
}

/// M31, E5(6). Those named are kept from seeing and handling it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordComplaint {
    pub on: Date,
    pub channel: String,
    #[serde(default)]
    pub anonymous: bool,
    #[serde(default)]
    pub from: String,
    pub about: String,
    #[serde(default)]
    pub case: Option<String>,
    /// Member ids of persons concerned.
    #[serde(default)]
    pub concerned: Vec<String>,
    /// Member id or name of who handles it.
    pub handler: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcludeComplaint {
    pub complaint: String,
    pub on: Date,
    pub result: String,
    #[serde(default)]
    pub replied: Option<Date>,
    #[serde(default)]
    pub referred_to: String,
}

/// E5(2), M2: a question put to the committee, and its answer.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordConsultation {
    pub on: Date,
    pub from: String,
    pub question: String,
    pub answer: String,
    #[serde(default)]
    pub in_scope: Option<bool>,
    #[serde(default)]
    pub heads: Vec<ScopeHead>,
}

/// A telephone call, a message, a reminder: who was told what, about a case or a duty.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordContact {
    #[serde(default)]
    pub case: Option<String>,
    #[serde(default)]
    pub meeting: Option<String>,
    pub with: String,
    pub about: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// 1st, 2nd, 3rd reminder; 0 = none.
    #[serde(default)]
    pub reminder: u32,
}

/// E45: fixes the year's report with its numbers; afterwards the year is read-only.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FreezeReport {
    pub year: i32,
    #[serde(default)]
    pub on: Option<Date>,
    /// Chapters typed by hand, by their number.
    #[serde(default)]
    pub texts: std::collections::BTreeMap<u32, String>,
    #[serde(default)]
    pub submitted: bool,
}
