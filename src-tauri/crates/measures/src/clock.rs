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
            Limit::Days(n) => (
                format!("{head_zh}加{n}日为{}", day_zh(end)),
                format!("{head_en}plus {}: {}", en_count(n.into(), "day"), day_en(end)),
            ),
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
                format!("{year} holiday notice missing: {} is an estimate, recomputed on import; dates already notified never move earlier.", en_date(self.nominal)),
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

/// Whose time is running.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A duty of the committee or its unit.
    Committee,
    Applicant,
    Authority,
    /// A limit the committee set for itself.
    Internal,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftUnit {
    Days,
    WorkingDays,
    Minutes,
}

/// How pressing it is; the chip's colour follows.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftState {
    Calm,
    /// Within 7 natural days or 2 working days; hours from the start.
    Soon,
    Today,
    /// Past the nominal last day, not past the rolled one.
    Grace,
    /// Hours, past three quarters.
    Urgent,
    Overdue,
    /// The committee's own limit has passed.
    InternalOver,
    /// Somebody else's time.
    Waiting,
    /// Working days in a year without an official notice.
    Estimate,
}

/// What is left of a limit at a moment. `n` is negative once it has passed.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub n: i32,
    pub unit: LeftUnit,
    pub chip_zh: String,
    pub chip_en: String,
    pub state: LeftState,
}

impl Left {
    /// Names who is waited for: 等省科技厅10天.
    pub fn waiting_for(mut self, zh: &str, en: &str) -> Left {
        if self.state == LeftState::Waiting {
            self.chip_zh = self.chip_zh.replacen("对方", zh, 1).replacen("申请人", zh, 1);
            self.chip_en = self.chip_en.replacen("the other side", en, 1).replacen("the applicant", en, 1);
        }
        self
    }
    fn new(n: i32, unit: LeftUnit, state: LeftState, zh: String, en: String) -> Left {
        Left { n, unit, chip_zh: zh, chip_en: en, state }
    }
}

/// The chip of `due` at `now`.
pub fn left(due: &Due, now: Instant, owner: Owner, calendar: &Calendar) -> Left {
    let today = now.date_naive();
    if let Some(at) = due.at {
        return hours_left(due, at, now, owner);
    }
    let working = matches!(due.limit, Limit::WorkingDays(_));
    let unit = if working { LeftUnit::WorkingDays } else { LeftUnit::Days };
    // Rights and other people's limits end on the rolled day; our own duties are planned by the nominal one.
    let target = if matches!(owner, Owner::Committee | Owner::Internal) { due.nominal } else { due.rolled };
    let span = |from: Date, to: Date| -> i32 {
        match working {
            true => working_days_between(from, to, calendar) as i32,
            false => (to - from).num_days().max(0) as i32,
        }
    };
    let zh = |n: i32| if working { format!("{n}个工作日") } else { format!("{n}天") };
    let en = |n: i32| en_count(n.into(), if working { "working day" } else { "day" });
    // A weekend between the last working day and today is over the limit though no working day has passed.
    let over = span(due.rolled, today).max(i32::from(today > due.rolled));
    let rest = span(today, target);

    if matches!(owner, Owner::Applicant | Owner::Authority) {
        let (who, who_en) = if owner == Owner::Applicant { ("申请人", "the applicant") } else { ("对方", "the other side") };
        let (n, z, e) = if over > 0 {
            (-over, format!("等{who}，已过{}", zh(over)), format!("waiting for {who_en}, {} over", en(over)))
        } else if today == target {
            (0, format!("等{who}，限今天"), format!("waiting for {who_en}, until today"))
        } else {
            (rest, format!("等{who}{}", zh(rest)), format!("waiting for {who_en}, {}", en(rest)))
        };
        return Left::new(n, unit, LeftState::Waiting, z, e);
    }
    if working && !due.certain && over == 0 && today != target {
        let (z, e) = (format!("估算{}", zh_date(target)), format!("estimate {}", en_date(target)));
        return Left::new(rest, unit, LeftState::Estimate, z, e);
    }
    if over > 0 {
        return if owner == Owner::Internal {
            Left::new(-over, unit, LeftState::InternalOver, format!("超内部时限{}", zh(over)), format!("{} past the internal limit", en(over)))
        } else {
            Left::new(-over, unit, LeftState::Overdue, format!("逾期{}", zh(over)), format!("{} overdue", en(over)))
        };
    }
    if due.in_grace(today) {
        let n = span(today, due.rolled);
        let (z, e) = if n == 0 {
            ("顺延期内，限今天".into(), "in the roll-over, until today".into())
        } else {
            (format!("顺延期内，剩{}", zh(n)), format!("in the roll-over, {} left", en(n)))
        };
        return Left::new(n, unit, LeftState::Grace, z, e);
    }
    if today == target {
        return Left::new(0, unit, LeftState::Today, "今天".into(), "today".into());
    }
    let near = if working { rest <= 2 } else { rest <= 7 };
    let state = if near && owner == Owner::Committee { LeftState::Soon } else { LeftState::Calm };
    Left::new(rest, unit, state, format!("剩{}", zh(rest)), format!("{} left", en(rest)))
}

fn hours_left(due: &Due, at: Instant, now: Instant, owner: Owner) -> Left {
    let minutes = (at - now).num_minutes() as i32;
    let clock = |m: i32| format!("{:02}:{:02}", m.abs() / 60, m.abs() % 60);
    if now > at {
        let c = clock(minutes);
        return Left::new(minutes, LeftUnit::Minutes, LeftState::Overdue, format!("应急 超{c}"), format!("emergency, {c} over"));
    }
    let total = due.start_at.map_or(0, |s| (at - s).num_minutes() as i32);
    let state = match owner {
        Owner::Applicant | Owner::Authority => LeftState::Waiting,
        _ if total > 0 && minutes * 4 <= total => LeftState::Urgent,
        _ => LeftState::Soon,
    };
    let c = clock(minutes);
    Left::new(minutes, LeftUnit::Minutes, state, format!("应急 剩{c}"), format!("emergency, {c} left"))
}
