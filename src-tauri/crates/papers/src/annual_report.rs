//! D40 年度工作报告: the year in chapters, tables and charts, with annexes (M30, E45).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::Imprint;

/// D40 年度工作报告.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AnnualReport {
    pub imprint: Imprint,
    pub year: i32,
    /// Day the numbers were taken.
    pub as_of: NaiveDate,
    /// Which date puts a case into the year, a full sentence: it must be printed.
    pub counting_rule: String,
    #[serde(default)]
    pub addressee: String,
    pub chapters: Vec<Chapter>,
    #[serde(default)]
    pub annexes: Vec<Chapter>,
}

/// A chapter or an annex. Chapters are numbered 一、二、 in print, annexes 附件1 …
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    pub title: String,
    pub parts: Vec<Part>,
}

/// What a chapter is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Part {
    /// A second-level heading; numbered （一）（二） in print.
    Heading {
        text: String,
    },
    /// A paragraph.
    Text {
        text: String,
    },
    /// Numbered points.
    List {
        items: Vec<String>,
    },
    Table(Table),
    Bars(Bars),
}

/// A table with a caption.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// The last row is a sum and set apart.
    #[serde(default)]
    pub total: bool,
    #[serde(default)]
    pub note: String,
    /// Relative widths of the columns; empty lets the content decide.
    #[serde(default)]
    pub widths: Vec<f32>,
}

/// A bar chart: for each group one bar a series.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    pub caption: String,
    /// 件, 日 …
    pub unit: String,
    pub groups: Vec<String>,
    pub series: Vec<Series>,
}

/// One series of bars.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    pub name: String,
    /// As many as the chart has groups.
    pub values: Vec<f64>,
}
