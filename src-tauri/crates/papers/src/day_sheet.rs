//! 今日日程单: what is due today on one sheet, in the order of the screen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 今日日程单.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DaySheet {
    pub date: NaiveDate,
    /// 星期四.
    pub weekday: String,
    pub secretary: String,
    /// The sentence on top of the day.
    #[serde(default)]
    pub summary: String,
    pub groups: Vec<DayGroup>,
    #[serde(default)]
    pub meeting: String,
}

/// 逾期, 今天到期, 有风险, 等待他人.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DayGroup {
    pub title: String,
    pub rows: Vec<DayRow>,
}

/// One duty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DayRow {
    /// 9月23日 or 逾期3天.
    pub due: String,
    pub what: String,
    /// Case number and person.
    pub who: String,
    #[serde(default)]
    pub article: String,
}
