//! Papers: drafted from the record, issued once, frozen, void but never gone, and their way to the addressee
//! (M16, E6, E17).

use measures::*;
use serde::{Deserialize, Serialize};

/// A draft of a paper of `kind` about a case, a meeting, an item or a person. Its data come from the record.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftPaper {
    pub kind: String,
    #[serde(default)]
    pub case: Option<String>,
    #[serde(default)]
    pub meeting: Option<String>,
    #[serde(default)]
    pub item: Option<String>,
    #[serde(default)]
    pub member: Option<String>,
    /// Fields of the paper's data that are words, not facts, and may be set here.
    #[serde(default)]
    pub with: serde_json::Value,
}

/// Changes words of a draft; `with` is a partial object of the paper's data. Facts and numbers cannot be edited.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditPaper {
    pub paper: String,
    pub with: serde_json::Value,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DropDraft {
    pub paper: String,
}

/// 签发: takes the number, sets the page, freezes the bytes.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IssuePaper {
    pub paper: String,
    /// 成文日期; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
}

/// The number stays used. With `reissue` a draft of the replacement is made.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoidPaper {
    pub paper: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    #[serde(default)]
    pub reissue: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordStep {
    pub paper: String,
    pub step: PaperStep,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub copies: u32,
    #[serde(default)]
    pub scan: Option<String>,
}

/// 送达: method, moment, receiver, proof. For a decision it starts the three working days (M16).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordService {
    pub paper: String,
    #[serde(default)]
    pub at: Option<Instant>,
    pub method: DeliveryMethod,
    pub receiver: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub proof: Option<String>,
    #[serde(default)]
    pub note: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectService {
    pub paper: String,
    pub at: Instant,
    pub method: DeliveryMethod,
    pub receiver: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub proof: Option<String>,
    pub reason: String,
}
