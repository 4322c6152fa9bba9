//! 设置与备份.

use measures::{Committee, Date, Instant};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SnapshotLine {
    pub name: String,
    pub at: Instant,
    pub seq: u32,
    pub size: String,
    pub verified: bool,
    pub why: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParameterLine {
    pub key: String,
    pub zh: String,
    pub value: String,
    pub unit: String,
    pub cite: String,
    pub source: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarYear {
    pub year: i32,
    pub notice: String,
    pub issued: Option<Date>,
    pub imported: bool,
    pub working_days: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SettingsView {
    pub committee: Committee,
    pub folder: String,
    pub snapshots: Vec<SnapshotLine>,
    pub backup: super::start::BackupLamp,
    pub calendars: Vec<CalendarYear>,
    pub parameters: Vec<ParameterLine>,
    pub official_measures: bool,
    pub official_ethics: bool,
    pub fonts: Vec<String>,
    pub version: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarView {
    pub year: i32,
    pub known: bool,
    pub notice: String,
    /// Days that differ from the ordinary week.
    pub days: Vec<CalendarDay>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarDay {
    pub date: Date,
    /// `holiday` (休) or `make_up` (班)
    pub kind: String,
    pub name: String,
}
