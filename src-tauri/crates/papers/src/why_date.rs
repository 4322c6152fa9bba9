//! 时限计算说明: how one legal day was counted, for the applicant or an inspector (M33).

use serde::{Deserialize, Serialize};

use crate::sheet::CaseRef;

/// 时限计算说明.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WhyDate {
    #[serde(default)]
    pub case: Option<CaseRef>,
    /// What the day is: 申诉期限的最后一日.
    pub subject: String,
    /// The day itself, ready: 2026年2月25日.
    pub day: String,
    /// The counting aloud.
    pub sentence: String,
    /// 起点, 期限, 数法, 日历 … with their texts.
    pub steps: Vec<Step>,
    #[serde(default)]
    pub months: Vec<MonthGrid>,
    /// The same span counted the other way.
    #[serde(default)]
    pub compare: String,
    /// Printed on.
    #[serde(default)]
    pub printed: String,
}

/// One line of the working.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub label: String,
    pub text: String,
}

/// One month of the calendar with the marks that matter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthGrid {
    pub year: i32,
    pub month: u32,
    pub marks: Vec<DayMark>,
}

/// A marked day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DayMark {
    pub day: u32,
    /// 班 or 休; empty for neither.
    #[serde(default)]
    pub sign: String,
    /// 送达, 春节, 不计.
    #[serde(default)]
    pub note: String,
    /// The number it has in the count.
    #[serde(default)]
    pub count: Option<u32>,
    /// The last day of the term.
    #[serde(default)]
    pub last: bool,
}
