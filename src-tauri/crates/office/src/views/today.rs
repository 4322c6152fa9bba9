//! 今日: what is due, at risk, overdue, and what waits for others.

use measures::{Cite, Date, Verdict};
use serde::{Deserialize, Serialize};

/// One duty. Nothing but an act removes it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DutyRow {
    pub key: String,
    /// `overdue`, `today`, `risk`, `waiting`
    pub group: String,
    pub lamp: Verdict,
    pub due: Option<measures::clock::Due>,
    pub left: Option<measures::clock::Left>,
    pub zh: String,
    pub en: String,
    /// Second line: which case, who.
    pub who: String,
    pub cites: Vec<Cite>,
    /// Where it leads: `case`, `meeting`, `paper`, `committee`, `report`, `settings`.
    pub place: String,
    pub id: String,
    /// The clock's key, for 为什么是这一天.
    pub clock: String,
    /// The next act's tag and its words.
    pub act: String,
    pub act_zh: String,
    pub act_en: String,
    /// Reminders already sent.
    pub reminders: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DutyGroup {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub total: u32,
    pub rows: Vec<DutyRow>,
}

/// The next meeting within seven days, a lamp an item.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextMeeting {
    pub id: String,
    pub no: u32,
    pub starts: measures::Instant,
    pub place: String,
    pub items: Vec<Verdict>,
    pub lines: Vec<Line>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub lamp: Verdict,
    pub zh: String,
    pub en: String,
    /// Where a click leads, if anywhere.
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub id: String,
}

/// Letters in transit, by the step they wait for.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InTransit {
    pub print: u32,
    pub sign: u32,
    pub seal: u32,
    pub scan: u32,
    pub serve: u32,
    pub longest_zh: String,
    pub longest_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TodayView {
    pub today: Date,
    pub zh: Vec<String>,
    pub en: Vec<String>,
    pub groups: Vec<DutyGroup>,
    pub meeting: Option<NextMeeting>,
    pub transit: InTransit,
    pub backup: Vec<Line>,
    pub committee: Vec<Line>,
}
