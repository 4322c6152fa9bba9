//! How time limits are counted, day by day, with the working shown.
//!
//! The first day is not counted; a limit in months ends on the corresponding day or the month's last; hours run from
//! the minute (M33, and the Civil Code Arts. 201–203 by analogy: no text makes them binding here, so a natural-day
//! limit carries both its `nominal` day and the `rolled` one). Working days are those of the State Council's notices.
//! Deliberately knows no article's number of days: those are in `rules`, and the events in the case.

use crate::calendar::{DayKind, next, plus};
use crate::say::{en_count, en_date, en_near, en_weekday, zh_date, zh_near, zh_weekday};
use crate::{Calendar, Cite, Date, Instant};
use chrono::{Datelike, Duration, Months};
use serde::{Deserialize, Serialize};

pub use crate::left::{Left, LeftState, LeftUnit, Owner, left};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Natural days: the default of M33.
    Days(u32),
    WorkingDays(u32),
    Months(u32),
    Hours(u32),
    /// A date the text or a decision names.
    Fixed,
}

/// One day of the working.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub date: Date,
    /// Its number in the count; 0 = not counted.
    pub n: u32,
    pub kind: DayKind,
    pub note: String,
    pub note_en: String,
}

/// When a limit ends, and how that was found.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub start: Date,
    #[serde(default)]
    pub start_at: Option<Instant>,
    pub limit: Limit,
    /// The last day by plain counting: plan by this one.
    pub nominal: Date,
    /// The last day when a day off moves it to the next working day; equal to `nominal` where nothing rolls.
    pub rolled: Date,
    /// The exact end of a limit in hours.
    #[serde(default)]
    pub at: Option<Instant>,
    /// Every day looked at is covered by an official notice.
    pub certain: bool,
    pub days: Vec<Counted>,
    pub equation_zh: String,
    pub equation_en: String,
    pub basis: Vec<Cite>,
    #[serde(default)]
    pub warning_zh: String,
    #[serde(default)]
    pub warning_en: String,
}

impl Due {
    /// Puts the articles the limit stands on before those on counting.
    pub fn under(mut self, articles: &[&str]) -> Due {
        let mut basis: Vec<Cite> = articles.iter().map(|a| Cite((*a).into())).collect();
        basis.extend(self.basis.drain(..).filter(|c| !articles.contains(&c.0.as_str())));
        self.basis = basis;
        self
    }
    /// Says what happened on the first day: 受理, 送达. The equation is written anew.
    pub fn starting(mut self, zh: &str, en: &str, calendar: &Calendar) -> Due {
        self.write(zh, en, calendar);
        self
    }
    /// Counted again after the calendar changed: a last day the applicant was told never moves earlier.
    pub fn told(mut self, told: Date) -> Due {
        if self.at.is_none() && self.rolled < told {
            self.equation_zh.push_str(&format!("已告知申请人{}，不提前。", zh_date(told)));
            self.equation_en.push_str(&format!(" The applicant was told {}; it does not move earlier.", en_date(told)));
            self.nominal = self.nominal.max(told);
            self.rolled = told;
        }
        self
    }
    /// One sentence for the record when counting again gives another day; `None` when it does not.
    pub fn moved(&self, before: &Due) -> Option<(String, String)> {
        if (self.nominal, self.rolled, self.at) == (before.nominal, before.rolled, before.at) {
            return None;
        }
        Some((
            format!("期限由{}改为{}。", zh_date(before.rolled), zh_date(self.rolled)),
            format!("The last day moves from {} to {}.", en_date(before.rolled), en_date(self.rolled)),
        ))
    }
    /// The last day without the benefit of the roll-over is past, the rolled one is not.
    pub fn in_grace(&self, today: Date) -> bool {
        self.nominal < today && today <= self.rolled
    }
    pub fn passed(&self, now: Instant) -> bool {
        match self.at {
            Some(at) => at < now,
            None => self.rolled < now.date_naive(),
        }
    }

    fn write(&mut self, zh: &str, en: &str, calendar: &Calendar) {
        let (start, end, last) = (self.start, self.nominal, self.rolled);
        let head_zh = format!("{}{zh}，当日不计，", zh_date(start));
        let head_en = format!("{} {}, that day not counted, ", capital(en), en_date(start));
        let day_zh = |d: Date| format!("{}（{}）", zh_near(d, start), zh_weekday(d));
        let day_en = |d: Date| format!("{} {}", en_weekday(d), en_near(d, start));
        let (mut z, mut e) = match self.limit {
            Limit::Days(n) => {
                (format!("{head_zh}加{n}日为{}", day_zh(end)), format!("{head_en}plus {}: {}", en_count(n.into(), "day"), day_en(end)))
            }
            Limit::WorkingDays(n) => {
                let make_up: Vec<Date> = self.days.iter().filter(|d| d.n > 0 && d.kind == DayKind::MakeUp).map(|d| d.date).collect();
                let mut z = format!("{head_zh}第{n}个工作日为{}", day_zh(end));
                let mut e = format!("{head_en}working day {n} is {}", day_en(end));
                if !make_up.is_empty() {
                    z.push_str(&format!("；其中{}调休上班", crate::say::zh_list(make_up.iter().map(|d| day_zh(*d)))));
                    e.push_str(&format!("; {} is a make-up working day", crate::say::en_list(make_up.iter().map(|d| day_en(*d)))));
                }
                (z, e)
            }
            Limit::Months(n) => {
                let mut z = format!("{}{zh}，加{n}个月为{}", zh_date(start), day_zh(end));
                let mut e = format!("{} {}, plus {}: {}", capital(en), en_date(start), en_count(n.into(), "month"), day_en(end));
                if end.day() != start.day() {
                    z.push_str("；该月没有对应日，取月末");
                    e.push_str("; no corresponding day, so the last of the month");
                }
                (z, e)
            }
            Limit::Hours(n) => {
                let from = self.start_at.map(crate::say::zh_instant).unwrap_or_else(|| zh_date(start));
                let from_en = self.start_at.map(crate::say::en_instant).unwrap_or_else(|| en_date(start));
                let until = self.at.map(crate::say::zh_instant).unwrap_or_else(|| zh_date(end));
                let until_en = self.at.map(crate::say::en_instant).unwrap_or_else(|| en_date(end));
                (
                    format!("{from}{zh}，加{n}小时为{until}；夜间、周末、节假日照算"),
                    format!("{} {from_en}, plus {n} hours: {until_en}; nights, weekends and holidays count", capital(en)),
                )
            }
            Limit::Fixed => (format!("限{}，不顺延", day_zh(end)), format!("By {}; no roll-over", day_en(end))),
        };
        if last != end {
            let (name_zh, name_en) = match (calendar.holiday_name(end), calendar.holiday_name_en(end)) {
                (Some(z), Some(e)) => (format!("{z}放假"), format!("off for {e}")),
                _ => ("周末".into(), "a weekend".into()),
            };
            z.push_str(&format!("；遇{name_zh}，顺延至{}", day_zh(last)));
            e.push_str(&format!("; {name_en}, moved to {}", day_en(last)));
        }
        self.equation_zh = format!("{z}。");
        self.equation_en = format!("{e}.");
    }

    fn warn(&mut self, calendar: &Calendar) {
        if self.certain {
            return;
        }
        let year = self.days.iter().map(|d| d.date).find(|d| !calendar.known(*d)).unwrap_or(self.rolled).year();
        (self.warning_zh, self.warning_en) = match self.limit {
            Limit::WorkingDays(_) => (
                format!("缺{year}年放假通知，{}是估算；通知导入后自动重算，已告知申请人的日期不提前。", zh_date(self.nominal)),
                format!(
                    "{year} holiday notice missing: {} is an estimate, recomputed on import; dates already notified never move earlier.",
                    en_date(self.nominal)
                ),
            ),
            _ => (
                format!("缺{year}年放假通知：{}是准的，是否顺延未定。", zh_date(self.nominal)),
                format!("{year} holiday notice missing: {} is exact, whether it moves is not known.", en_date(self.nominal)),
            ),
        };
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

fn counted(date: Date, n: u32, calendar: &Calendar) -> Counted {
    let kind = calendar.day(date);
    let (note, note_en) = match (kind, calendar.known(date)) {
        (_, false) => ("未有放假通知".to_string(), "no official notice".to_string()),
        (DayKind::Holiday, _) => (
            format!("{}放假", calendar.holiday_name(date).unwrap_or_default()),
            calendar.holiday_name_en(date).unwrap_or_default().to_string(),
        ),
        (DayKind::MakeUp, _) => ("调休上班，计入".into(), "worked in exchange, counts".into()),
        _ => (String::new(), String::new()),
    };
    Counted { date, n, kind, note, note_en }
}

fn due(start: Date, limit: Limit, nominal: Date, basis: &[&str]) -> Due {
    Due {
        start,
        start_at: None,
        limit,
        nominal,
        rolled: nominal,
        at: None,
        certain: true,
        days: Vec::new(),
        equation_zh: String::new(),
        equation_en: String::new(),
        basis: basis.iter().map(|b| Cite((*b).into())).collect(),
        warning_zh: String::new(),
        warning_en: String::new(),
    }
}

fn first_day(start: Date, calendar: &Calendar) -> Counted {
    Counted { note: "起算日，不计".into(), note_en: "first day, not counted".into(), ..counted(start, 0, calendar) }
}

/// `n` natural days after `start`; with `roll`, a last day off moves to the next working day.
pub fn natural_days(start: Date, n: u32, roll: bool, calendar: &Calendar) -> Due {
    let nominal = plus(start, n);
    let mut d = due(start, Limit::Days(n), nominal, &["M33", "C201"]);
    d.days.push(first_day(start, calendar));
    d.days.push(counted(nominal, n, calendar));
    if roll {
        (d.rolled, d.certain) = calendar.working_on_or_after(nominal);
        d.days.extend(nominal.iter_days().skip(1).take_while(|x| *x <= d.rolled).map(|x| counted(x, 0, calendar)));
        if d.rolled != nominal {
            d.basis.push(Cite("C203".into()));
        }
    }
    d.warn(calendar);
    d.write("起算", "from", calendar);
    d
}

/// The `n`-th working day after `start`.
pub fn working_days(start: Date, n: u32, calendar: &Calendar) -> Due {
    let mut days = vec![first_day(start, calendar)];
    let (mut day, mut count, mut certain) = (start, 0, true);
    while count < n && day < Date::MAX {
        day = next(day);
        certain &= calendar.known(day);
        let worked = calendar.worked(day);
        count += u32::from(worked);
        days.push(counted(day, if worked { count } else { 0 }, calendar));
    }
    let mut d = due(start, Limit::WorkingDays(n), day, &["M33", "C201"]);
    d.days = days;
    d.certain = certain;
    d.warn(calendar);
    d.write("起算", "from", calendar);
    d
}

/// `n` months after `start`: the corresponding day, or the month's last when there is none. Never rolls.
pub fn months(start: Date, n: u32) -> Due {
    let nominal = start.checked_add_months(Months::new(n)).unwrap_or(Date::MAX);
    let mut d = due(start, Limit::Months(n), nominal, &["C202"]);
    d.write("起算", "from", &Calendar::default());
    d
}

/// `n` hours after the minute `at`; nothing pauses or rolls.
pub fn hours(at: Instant, n: u32) -> Due {
    let end = at + Duration::hours(n.into());
    let mut d = due(at.date_naive(), Limit::Hours(n), end.date_naive(), &["C201"]);
    d.start_at = Some(at);
    d.at = Some(end);
    d.write("起算", "from", &Calendar::default());
    d
}

/// A date the text or a decision names; never rolls.
pub fn fixed(date: Date) -> Due {
    let mut d = due(date, Limit::Fixed, date, &[]);
    d.write("", "", &Calendar::default());
    d
}

/// The last day on which `n` working days still lie between it and `date`, `date` itself not counted.
pub fn working_days_before(date: Date, n: u32, calendar: &Calendar) -> Date {
    let (mut day, mut count) = (date, 0);
    while count < n {
        let Some(earlier) = day.pred_opt() else { break };
        day = earlier;
        count += u32::from(calendar.worked(day));
    }
    day
}

/// Working days after `from` up to and including `to`; 0 when `to` is not later.
pub fn working_days_between(from: Date, to: Date, calendar: &Calendar) -> u32 {
    from.iter_days().skip(1).take_while(|d| *d <= to).filter(|d| calendar.worked(*d)).count() as u32
}
