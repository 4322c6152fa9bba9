//! What a report is made of: chapters, tables, numbers, and the list behind a number.

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
    /// Shown instead of `n` where the number is not a count: an average, the longest.
    #[serde(default)]
    pub text: String,
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

/// 18.6: tenths by integers, rounded half up.
pub(super) fn tenths(sum: u32, n: u32) -> String {
    if n == 0 {
        return "0".into();
    }
    let t = (20 * sum + n) / (2 * n);
    if t.is_multiple_of(10) { (t / 10).to_string() } else { format!("{}.{}", t / 10, t % 10) }
}
