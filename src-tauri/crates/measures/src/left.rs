//! What is left of a limit at a moment: the chip beside a case. Counting forwards is `clock`'s; here it is only asked how
//! far today is from the end and how loudly to say so. Other people's time and the committee's own limits are never
//! red; tracking and 31 March have no grace because their `Due` never rolls.

use crate::clock::{Due, Limit, working_days_between};
use crate::say::{en_count, en_date, zh_date};
use crate::{Calendar, Date, Instant};
use serde::{Deserialize, Serialize};

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
            Left::new(
                -over,
                unit,
                LeftState::InternalOver,
                format!("超内部时限{}", zh(over)),
                format!("{} past the internal limit", en(over)),
            )
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
    // A clock set to another age is shown at its end and overflows nothing.
    let whole = |span: chrono::TimeDelta| span.num_minutes().clamp(-i64::from(i32::MAX / 8), i64::from(i32::MAX / 8)) as i32;
    let minutes = whole(at - now);
    let clock = |m: i32| format!("{:02}:{:02}", m.abs() / 60, m.abs() % 60);
    if now > at {
        let c = clock(minutes);
        return Left::new(minutes, LeftUnit::Minutes, LeftState::Overdue, format!("应急 超{c}"), format!("emergency, {c} over"));
    }
    let total = due.start_at.map_or(0, |s| whole(at - s));
    let state = match owner {
        Owner::Applicant | Owner::Authority => LeftState::Waiting,
        _ if total > 0 && minutes * 4 <= total => LeftState::Urgent,
        _ => LeftState::Soon,
    };
    let c = clock(minutes);
    Left::new(minutes, LeftUnit::Minutes, state, format!("应急 剩{c}"), format!("emergency, {c} left"))
}
