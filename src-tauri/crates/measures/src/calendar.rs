//! Which days are worked: weekdays, the State Council's holidays and the make-up working days that pay for them.
//! Data, never a computation: a year without an official notice is unknown, and whoever counts working days in it
//! must say so (see `clock`). Keyed by date, not by year, because a notice reaches into the December before it.
//! University vacations and paid leave are deliberately absent: they are no 法定休假日 and extend nothing.
//! Serves M33 and every limit counted in working days (M16).

use crate::Date;
use chrono::{Datelike, Days, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub use crate::notice::{YearDraft, parse_csv, parse_json, parse_notice};

/// What a day is for counting.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    Working,
    /// A Saturday or Sunday worked in exchange (调休上班).
    MakeUp,
    Weekend,
    /// Off by the State Council's notice, whatever day of the week.
    Holiday,
}
impl DayKind {
    pub fn worked(self) -> bool {
        matches!(self, DayKind::Working | DayKind::MakeUp)
    }
    pub fn zh(self) -> &'static str {
        match self {
            DayKind::Working => "工作日",
            DayKind::MakeUp => "调休上班",
            DayKind::Weekend => "周末",
            DayKind::Holiday => "放假",
        }
    }
    pub fn en(self) -> &'static str {
        match self {
            DayKind::Working => "working day",
            DayKind::MakeUp => "make-up working day",
            DayKind::Weekend => "weekend",
            DayKind::Holiday => "holiday",
        }
    }
}

/// One holiday: its name and the days off, both included.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Off {
    pub name: String,
    #[serde(default)]
    pub en: String,
    pub from: Date,
    pub until: Date,
}

/// One year's notice: the unit in which the calendar is shipped, imported and corrected.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearData {
    pub year: i32,
    /// 国办发明电〔2025〕7号
    pub notice: String,
    #[serde(default)]
    pub issued: Option<Date>,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub off: Vec<Off>,
    #[serde(default)]
    pub work: Vec<Date>,
}

impl YearData {
    /// What a careful reader would object to; empty when the year is sound.
    pub fn doubts(&self) -> Vec<String> {
        let mut doubts = Vec::new();
        let mut days: BTreeMap<Date, &str> = BTreeMap::new();
        for off in &self.off {
            if off.until < off.from {
                doubts.push(format!("{}：结束日早于开始日。", off.name));
            }
            // The notice of a year may begin in the December before and never ends after it.
            if off.until.year() != self.year || off.from.year() < self.year - 1 {
                doubts.push(format!("{}：日期不在{}年内。", off.name, self.year));
            }
            for d in off.from.iter_days().take_while(|d| *d <= off.until).take(40) {
                if let Some(other) = days.insert(d, &off.name) {
                    doubts.push(format!("{}：{}与{other}重复。", off.name, crate::say::zh_date(d)));
                }
            }
        }
        for d in &self.work {
            if !weekend(*d) {
                doubts.push(format!("{}不是周六或周日，不需要调休上班。", crate::say::zh_date(*d)));
            }
            if days.contains_key(d) {
                doubts.push(format!("{}既放假又上班。", crate::say::zh_date(*d)));
            }
            if d.year() != self.year && d.year() != self.year - 1 {
                doubts.push(format!("{}：调休上班日不在{}年内。", crate::say::zh_date(*d), self.year));
            }
        }
        if self.off.is_empty() {
            doubts.push("没有读到任何放假日。".into());
        }
        doubts
    }
}

#[derive(Debug, Clone)]
enum Entry {
    Off { year: i32, name: String, en: String },
    Work { year: i32 },
}

/// The notice a date falls under.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub year: i32,
    pub number: String,
    pub issued: Option<Date>,
    pub source: String,
}

/// All notices on file.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    days: BTreeMap<Date, Entry>,
    notices: BTreeMap<i32, Notice>,
}

const SHIPPED: [&str; 4] = [
    include_str!("../../../../assets/calendars/2023.toml"),
    include_str!("../../../../assets/calendars/2024.toml"),
    include_str!("../../../../assets/calendars/2025.toml"),
    include_str!("../../../../assets/calendars/2026.toml"),
];

impl Calendar {
    /// The notices that come with the product.
    pub fn shipped() -> Calendar {
        static CALENDAR: LazyLock<Calendar> =
            LazyLock::new(|| Calendar::from_toml(&SHIPPED).expect("the shipped calendars are read by a test"));
        CALENDAR.clone()
    }

    pub fn from_toml(years: &[&str]) -> Result<Calendar, String> {
        let mut calendar = Calendar::default();
        for text in years {
            let data: YearData = toml::from_str(text).map_err(|e| format!("节假日文件读不懂：{}", e.message()))?;
            if let Some(doubt) = data.doubts().first() {
                return Err(format!("{}年节假日：{doubt}", data.year));
            }
            calendar.with(data);
        }
        Ok(calendar)
    }

    /// Puts a year in, replacing what an earlier notice said about it (notices are amended mid-year).
    pub fn with(&mut self, data: YearData) -> &mut Self {
        let year = data.year;
        self.days.retain(|_, e| match e {
            Entry::Off { year: y, .. } | Entry::Work { year: y } => *y != year,
        });
        for off in data.off {
            for d in off.from.iter_days().take_while(|d| *d <= off.until) {
                self.days.insert(d, Entry::Off { year, name: off.name.clone(), en: off.en.clone() });
            }
        }
        for d in data.work {
            self.days.insert(d, Entry::Work { year });
        }
        self.notices.insert(year, Notice { year, number: data.notice, issued: data.issued, source: data.source });
        self
    }

    pub fn day(&self, d: Date) -> DayKind {
        match self.days.get(&d) {
            Some(Entry::Off { .. }) => DayKind::Holiday,
            Some(Entry::Work { .. }) => DayKind::MakeUp,
            None if weekend(d) => DayKind::Weekend,
            None => DayKind::Working,
        }
    }
    pub fn worked(&self, d: Date) -> bool {
        self.day(d).worked()
    }
    /// An official notice covers this date.
    pub fn known(&self, d: Date) -> bool {
        self.notices.contains_key(&d.year()) || self.days.contains_key(&d)
    }
    pub fn holiday_name(&self, d: Date) -> Option<&str> {
        match self.days.get(&d) {
            Some(Entry::Off { name, .. }) => Some(name),
            _ => None,
        }
    }
    pub fn holiday_name_en(&self, d: Date) -> Option<&str> {
        match self.days.get(&d) {
            Some(Entry::Off { name, en, .. }) => Some(if en.is_empty() { name } else { en }),
            _ => None,
        }
    }
    /// The notice that settles this date: its own entry's, else that of its year.
    pub fn notice_for(&self, d: Date) -> Option<&Notice> {
        let year = match self.days.get(&d) {
            Some(Entry::Off { year, .. } | Entry::Work { year }) => *year,
            None => d.year(),
        };
        self.notices.get(&year)
    }
    pub fn notices(&self) -> impl Iterator<Item = &Notice> {
        self.notices.values()
    }
    /// The data of one year as it stands, for showing and correcting.
    pub fn year(&self, year: i32) -> Option<YearData> {
        let notice = self.notices.get(&year)?;
        let mut off: Vec<Off> = Vec::new();
        let mut work = Vec::new();
        for (d, e) in &self.days {
            match e {
                Entry::Off { year: y, name, en } if *y == year => match off.last_mut() {
                    Some(o) if o.name == *name && o.until.succ_opt() == Some(*d) => o.until = *d,
                    _ => off.push(Off { name: name.clone(), en: en.clone(), from: *d, until: *d }),
                },
                Entry::Work { year: y } if *y == year => work.push(*d),
                _ => {}
            }
        }
        Some(YearData { year, notice: notice.number.clone(), issued: notice.issued, source: notice.source.clone(), off, work })
    }
    /// The first working day on or after `d`, and whether every day looked at is known.
    pub fn working_on_or_after(&self, d: Date) -> (Date, bool) {
        let mut day = d;
        let mut certain = self.known(day);
        while !self.worked(day) {
            day = next(day);
            certain &= self.known(day);
        }
        (day, certain)
    }
}

pub(crate) fn weekend(d: Date) -> bool {
    matches!(d.weekday(), Weekday::Sat | Weekday::Sun)
}
pub(crate) fn next(d: Date) -> Date {
    plus(d, 1)
}
/// Addition that stays inside the calendar; the years a committee lives in never come near its end.
pub(crate) fn plus(d: Date, n: u32) -> Date {
    d.checked_add_days(Days::new(n.into())).unwrap_or(Date::MAX)
}
