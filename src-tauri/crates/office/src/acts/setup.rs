//! The committee itself: founding, members, undertakings, rule library, calendars, texts (M9, M10, E5–E8, E43).

use measures::*;
use serde::{Deserialize, Serialize};

/// Creates the committee of an empty file (M9).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundCommittee {
    pub name: String,
    pub unit: Unit,
    pub founded: Date,
    #[serde(default)]
    pub founding_document: String,
    pub letter_prefix: String,
    pub case_prefix: String,
    pub secretary: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub office: String,
    #[serde(default)]
    pub budget: String,
    #[serde(default)]
    pub demo: bool,
}

/// Changes single particulars; what is left out stays. `with` is a partial [`Committee`] object.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeCommittee {
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

/// Changes single settings; what is left out stays. `with` is a partial [`Settings`] object.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSettings {
    pub with: serde_json::Value,
}

/// A new person and the first term (M10, E7).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AppointMember {
    pub name: String,
    pub sex: Sex,
    pub unit: String,
    #[serde(default)]
    pub external: bool,
    #[serde(default)]
    pub title: String,
    pub category: Category,
    #[serde(default)]
    pub also: Vec<Category>,
    #[serde(default)]
    pub identity: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    pub role: Role,
    pub from: Date,
    pub until: Date,
    #[serde(default)]
    pub document: String,
}

/// A further term, or another role from a day on. The present term, if it still runs, ends the day before.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RenewTerm {
    pub member: String,
    pub role: Role,
    pub from: Date,
    pub until: Date,
    #[serde(default)]
    pub document: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndTerm {
    pub member: String,
    /// First day out of office.
    pub on: Date,
    pub how: TermEnd,
    #[serde(default)]
    pub note: String,
}

/// Corrects what was typed wrong; `with` is a partial [`Member`] object without terms.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectMember {
    pub member: String,
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordUndertaking {
    pub member: String,
    pub kind: UndertakingKind,
    pub signed: Date,
    #[serde(default)]
    pub scan: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordInterest {
    pub member: String,
    pub interest: Interest,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordTraining {
    pub on: Date,
    pub topic: String,
    pub organiser: String,
    #[serde(default)]
    pub in_house: bool,
    #[serde(default)]
    pub hours: u32,
    pub members: Vec<String>,
    #[serde(default)]
    pub others: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterAdviser {
    pub name: String,
    pub unit: String,
    pub field: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub no_interest: Option<Date>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdoptRule {
    #[serde(flatten)]
    pub rule: RuleDocument,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterCommittee {
    pub on: Date,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub note: String,
}

/// The committee's own wording of a paper; an empty text goes back to the shipped one.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdaptWording {
    pub kind: String,
    pub text: String,
}

/// A year's holiday notice: the pasted text of the notice, CSV (`date,off|work,name`) or the days themselves.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportCalendar {
    pub year: i32,
    /// 国办发明电〔2025〕7号
    pub notice: String,
    #[serde(default)]
    pub issued: Option<Date>,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub off: Vec<Date>,
    #[serde(default)]
    pub work: Vec<Date>,
}

/// The official text of an instrument, `measures` or `ethics`, imported by the committee.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportLawText {
    pub instrument: String,
    pub text: String,
}

/// The seal's or the chair's signature's picture, already in the archive under its SHA-256.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetImage {
    /// `seal` or `signature`
    pub which: String,
    pub sha256: Option<String>,
    #[serde(default)]
    pub mm: Option<u32>,
}
