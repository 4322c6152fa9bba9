//! 为什么是这一天: the working of a date.

use measures::clock::{Due, Left};
use measures::{Cite, Date};
use serde::{Deserialize, Serialize};

/// One day of the picture calendar.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhyDay {
    pub date: Date,
    /// `working`, `make_up`, `weekend`, `holiday`
    pub kind: String,
    pub name: String,
    /// Its number in the count; 0 = the first day, not counted; null = not reached or not counted.
    pub n: Option<u32>,
    pub last: bool,
    pub today: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhyRow {
    pub zh: String,
    pub en: String,
    pub value_zh: String,
    pub value_en: String,
    pub cites: Vec<Cite>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhyClock {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub due: Option<Date>,
    pub left: Option<Left>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhyView {
    pub title_zh: String,
    pub title_en: String,
    pub number: String,
    /// The sentence that counts aloud.
    pub zh: String,
    pub en: String,
    pub due: Due,
    pub left: Option<Left>,
    /// 起点 期限 数法 日历 停、延 归谁
    pub rows: Vec<WhyRow>,
    pub days: Vec<WhyDay>,
    /// The same span counted the other way, for comparison.
    pub other_zh: String,
    pub other_en: String,
    /// All dates of the case.
    pub clocks: Vec<WhyClock>,
}
