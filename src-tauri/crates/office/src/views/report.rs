//! 年度工作报告 (M30, E45): every number opens its list.

use measures::{Date, Finding, Verdict};
use serde::{Deserialize, Serialize};

/// A number of the report. `key` opens its list.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub n: u32,
    pub last_year: Option<u32>,
    pub unit_zh: String,
    pub unit_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureTable {
    pub zh: String,
    pub en: String,
    /// Which date puts a case into the year.
    pub counting_zh: String,
    pub counting_en: String,
    pub columns_zh: Vec<String>,
    pub columns_en: Vec<String>,
    /// First cell of each row is its name.
    pub rows: Vec<FigureRow>,
    /// Set when a sum does not agree, with the cases that differ.
    pub check: Option<Finding>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureRow {
    pub zh: String,
    pub en: String,
    pub cells: Vec<Figure>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    pub no: u32,
    pub zh: String,
    pub en: String,
    pub lamp: Verdict,
    /// Sentences written from the data; cannot be edited.
    pub said: Vec<String>,
    /// Text typed by the secretary.
    pub text: String,
    pub tables: Vec<FigureTable>,
    pub figures: Vec<Figure>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportView {
    pub year: i32,
    pub zh: String,
    pub en: String,
    pub due: measures::clock::Due,
    pub left: Option<measures::clock::Left>,
    pub chapters: Vec<Chapter>,
    pub findings: Vec<Finding>,
    pub frozen: Option<Date>,
    pub paper: Option<String>,
    pub years: Vec<i32>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportList {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub rows: Vec<ListRow>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListRow {
    /// `case`, `meeting`, `paper`, `member`, …
    pub place: String,
    pub id: String,
    pub title: String,
    pub detail: String,
    pub date: Option<Date>,
}
