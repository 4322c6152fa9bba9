//! 为什么是这一天: the working of a date.

use crate::failure::Failure;
use crate::office::Office;
use crate::sources::Sources;
use measures::assess::{Clock, clocks_of};
use measures::clock::{self, Due, Left};
use measures::say::{en_count, en_date, en_near, zh_date, zh_near, zh_weekday};
use measures::*;
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

pub fn build(office: &Office, now: Instant, case: &str, clock: &str) -> Result<WhyView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let case = src.need::<Case>("case", case)?;
    let clocks = clocks_of(&src.facts(), &case, now);
    let Some(asked) = clocks.iter().find(|c| c.key == clock) else {
        return Err(Failure::invalid(
            "clock",
            format!("{}没有“{clock}”这个期限。", case.full_number()),
            format!("{} has no clock “{clock}”.", case.full_number()),
        ));
    };
    let Some(due) = asked.due.clone() else {
        return Err(Failure::invalid("clock", asked.not_started_zh.clone(), asked.not_started_en.clone()));
    };
    let mut view = working(&due, asked.owner, now, &src.law.calendar);
    view.number = format!("{} {}", case.full_number(), asked.zh);
    view.left = asked.left.clone();
    view.rows = rows(&src, &case, asked, &due);
    view.clocks = clocks
        .iter()
        .map(|c| WhyClock {
            key: c.key.clone(),
            zh: c.zh.clone(),
            en: c.en.clone(),
            due: c.due.as_ref().map(|d| d.nominal),
            left: c.left.clone(),
        })
        .collect();
    Ok(view)
}

/// A free computation, with or without a file: the calendar of the open file, else the one shipped.
pub fn compute(office: &Office, now: Instant, limit: &str, n: u32, start: &str, roll: bool) -> Result<WhyView, Failure> {
    let shipped;
    let calendar = match &office.open {
        Some(open) => &open.law.calendar,
        None => {
            shipped = Calendar::shipped();
            &shipped
        }
    };
    if n > 3_660 {
        return Err(Failure::invalid("n", "期限太长：最多3660。", "Too long: 3660 at most."));
    }
    let wrong = || {
        Failure::invalid(
            "start",
            format!("“{start}”不是一个日期，写成2026-03-05；小时期限写成2026-03-05 14:00。"),
            format!("“{start}” is no date; write 2026-03-05, or 2026-03-05 14:00 for hours."),
        )
    };
    let moment = crate::beijing::moment(start).or_else(|_| start.parse::<Instant>().map_err(|e| e.to_string())).map_err(|_| wrong())?;
    let day = moment.date_naive();
    let due = match limit {
        "days" => clock::natural_days(day, n, roll, calendar),
        "working_days" => clock::working_days(day, n, calendar),
        "months" => clock::months(day, n),
        "hours" => clock::hours(moment, n),
        other => {
            return Err(Failure::invalid(
                "limit",
                format!("没有“{other}”这种期限：days、working_days、months、hours。"),
                format!("There is no limit “{other}”: days, working_days, months or hours."),
            ));
        }
    };
    let mut view = working(&due, Owner::Committee, now, calendar);
    view.rows = vec![start_row(&due, "", ""), length_row(&due, &[]), counting_row(&due), calendar_row(&due, calendar)];
    Ok(view)
}

/// What does not depend on a case: the sentence, the picture, the other way of counting.
fn working(due: &Due, owner: Owner, now: Instant, calendar: &Calendar) -> WhyView {
    let today = now.date_naive();
    let (zh, en) = aloud(due, owner, calendar);
    let (other_zh, other_en) = other_way(due, calendar);
    let (title_zh, title_en) = match due.at {
        Some(at) => (say::zh_instant(at), say::en_instant(at)),
        None => (zh_date(due.nominal), en_date(due.nominal)),
    };
    WhyView {
        title_zh: format!("为什么是{title_zh}？"),
        title_en: format!("Why {title_en}?"),
        number: String::new(),
        zh,
        en,
        due: due.clone(),
        left: Some(clock::left(due, now, owner, calendar)),
        rows: vec![],
        days: days(due, today, calendar),
        other_zh,
        other_en,
        clocks: vec![],
    }
}

/// The equation, and what a listener would ask next: which days off were skipped, until what hour.
fn aloud(due: &Due, owner: Owner, calendar: &Calendar) -> (String, String) {
    let (mut zh, mut en) = (due.equation_zh.clone(), due.equation_en.clone());
    if let Limit::WorkingDays(_) = due.limit {
        for (from, to, name, name_en) in holidays(due, calendar) {
            let n = (to - from).num_days() + 1;
            zh.push_str(&format!("其间{}至{}{name}放假{n}天，不计。", zh_near(from, due.start), zh_near(to, due.start)));
            en.push_str(&format!(
                " {name_en} from {} to {}, {}, does not count.",
                en_near(from, due.start),
                en_near(to, due.start),
                en_count(n, "day")
            ));
        }
    }
    if owner == Owner::Applicant && due.at.is_none() {
        zh.push_str(&format!("{}24:00届满。", zh_near(due.rolled, due.start)));
        en.push_str(&format!(" It ends at 24:00 on {}.", en_near(due.rolled, due.start)));
    }
    if !due.warning_zh.is_empty() {
        zh = format!("{}{zh}", due.warning_zh);
        en = format!("{} {en}", due.warning_en);
    }
    (zh, en)
}

/// Runs of holidays between the first day and the last.
fn holidays(due: &Due, calendar: &Calendar) -> Vec<(Date, Date, String, String)> {
    let mut out: Vec<(Date, Date, String, String)> = Vec::new();
    for d in due.start.iter_days().skip(1).take_while(|d| *d <= due.rolled) {
        if calendar.day(d) != DayKind::Holiday {
            continue;
        }
        let name = calendar.holiday_name(d).unwrap_or_default().to_string();
        match out.last_mut() {
            Some(run) if run.1.succ_opt() == Some(d) && run.2 == name => run.1 = d,
            _ => out.push((d, d, name, calendar.holiday_name_en(d).unwrap_or_default().to_string())),
        }
    }
    out
}

/// The same number counted the other way from the same day.
fn other_way(due: &Due, calendar: &Calendar) -> (String, String) {
    match due.limit {
        Limit::WorkingDays(n) => {
            let other = clock::natural_days(due.start, n, true, calendar);
            (format!("按自然日数：{}", other.equation_zh), format!("In natural days: {}", other.equation_en))
        }
        Limit::Days(n) => {
            let other = clock::working_days(due.start, n, calendar);
            let days = (other.nominal - due.nominal).num_days();
            (
                format!("按工作日数：{}晚{days}天。", other.equation_zh),
                format!("In working days: {} That is {} later.", other.equation_en, en_count(days, "day")),
            )
        }
        Limit::Months(n) => {
            let other = clock::natural_days(due.start, n.saturating_mul(30), false, calendar);
            (format!("一个月按30日数：{}", other.equation_zh), format!("With months of 30 days: {}", other.equation_en))
        }
        Limit::Hours(_) | Limit::Fixed => Default::default(),
    }
}

/// A picture of more days than this shows the beginning and the end.
const PICTURE: i64 = 100;

/// The days of the picture: every one from the first to the last; of a long span the first weeks and the last.
fn days(due: &Due, today: Date, calendar: &Calendar) -> Vec<WhyDay> {
    let (start, end) = (due.start, due.rolled.max(due.nominal));
    let long = (end - start).num_days() > PICTURE;
    let numbers: std::collections::BTreeMap<Date, u32> = due.days.iter().filter(|d| d.n > 0).map(|d| (d.date, d.n)).collect();
    start
        .iter_days()
        .take_while(|d| *d <= end)
        .filter(|d| !long || (*d - start).num_days() <= 31 || (end - *d).num_days() <= 31)
        .map(|date| {
            let kind = calendar.day(date);
            let n = match due.limit {
                _ if date == start => Some(0),
                // Natural days number every day up to the nominal last one; what is rolled over is not counted.
                Limit::Days(_) if date <= due.nominal => Some((date - start).num_days() as u32),
                Limit::WorkingDays(_) => numbers.get(&date).copied(),
                _ => None,
            };
            WhyDay {
                date,
                kind: match kind {
                    DayKind::Working => "working",
                    DayKind::MakeUp => "make_up",
                    DayKind::Weekend => "weekend",
                    DayKind::Holiday => "holiday",
                }
                .into(),
                name: calendar.holiday_name(date).unwrap_or_default().into(),
                n,
                last: date == due.nominal,
                today: date == today,
            }
        })
        .collect()
}

fn row(zh: &str, en: &str, value_zh: String, value_en: String, cites: &[&str]) -> WhyRow {
    WhyRow { zh: zh.into(), en: en.into(), value_zh, value_en, cites: cites.iter().map(|c| Cite((*c).into())).collect() }
}

/// 起点 期限 数法 日历 停、延 归谁
fn rows(src: &Sources, case: &Case, asked: &Clock, due: &Due) -> Vec<WhyRow> {
    let (fact_zh, fact_en) = start_fact(case, &asked.key);
    let articles: Vec<&str> = due.basis.iter().map(|c| c.0.as_str()).filter(|c| *c != "M33" && !c.starts_with('C')).collect();
    vec![
        start_row(due, &fact_zh, &fact_en),
        length_row(due, &articles),
        counting_row(due),
        calendar_row(due, &src.law.calendar),
        stops_row(case, &asked.key),
        owner_row(asked.owner, due),
    ]
}

/// What happened on the first day, as it is on record.
fn start_fact(case: &Case, key: &str) -> (String, String) {
    let round = case.round();
    let same = |s: String| (s.clone(), s);
    match key {
        "appeal" => match round.delivery() {
            Some(d) => (format!("{}，{}签收", d.method.zh(), d.receiver), format!("{}, received by {}", d.method.en(), d.receiver)),
            None => Default::default(),
        },
        "decision" | "before_rereview" | "emergency" => match &round.accepted {
            Some(a) => (format!("受理，{}", a.procedure.zh()), format!("accepted, {}", a.procedure.en())),
            None => Default::default(),
        },
        "completeness" | "emergency_from_receipt" => same(round.medium.clone()),
        "delivery" => match &round.decision {
            Some(d) => (format!("作出决定：{}", d.kind.zh()), format!("decided: {}", d.kind.en())),
            None => Default::default(),
        },
        "rereview" | "after_opinion" => same(round.rereview.as_ref().map(|r| r.authority.clone()).unwrap_or_default()),
        "redecision" => ("收到申诉".into(), "appeal received".into()),
        "tracking" => ("批准或上次跟踪审查".into(), "approval or the last tracking review".into()),
        "registration" => ("批准".into(), "approved".into()),
        _ => Default::default(),
    }
}

fn start_row(due: &Due, fact_zh: &str, fact_en: &str) -> WhyRow {
    let (mut zh, mut en) = match due.start_at {
        Some(at) => (say::zh_instant(at), say::en_instant(at)),
        None => (
            format!("{}（{}）", zh_date(due.start), zh_weekday(due.start)),
            format!("{} ({})", en_date(due.start), say::en_weekday(due.start)),
        ),
    };
    if matches!(due.limit, Limit::Fixed) {
        return row("起点", "From", "不计算，直接写明日期".into(), "not counted: a date that was named".into(), &[]);
    }
    if !fact_zh.is_empty() {
        zh.push_str(&format!("，{fact_zh}"));
        en.push_str(&format!(", {fact_en}"));
    }
    row("起点", "From", zh, en, &[])
}

fn length_row(due: &Due, articles: &[&str]) -> WhyRow {
    let (zh, en) = match due.limit {
        Limit::Days(n) => (format!("{n}日（自然日）"), en_count(n.into(), "natural day")),
        Limit::WorkingDays(n) => (format!("{n}个工作日"), en_count(n.into(), "working day")),
        Limit::Months(n) => (format!("{n}个月"), en_count(n.into(), "month")),
        Limit::Hours(n) => (format!("{n}小时"), en_count(n.into(), "hour")),
        Limit::Fixed => (format!("截至{}", zh_date(due.nominal)), format!("by {}", en_date(due.nominal))),
    };
    row("期限", "Limit", zh, en, articles)
}

fn counting_row(due: &Due) -> WhyRow {
    match due.limit {
        Limit::WorkingDays(_) => row(
            "数法",
            "Counting",
            "开始的当日不计；工作日含调休上班日，不含周末和放假日".into(),
            "the first day is not counted; make-up days count, weekends and holidays do not".into(),
            &["M33", "C201"],
        ),
        Limit::Days(_) => row(
            "数法",
            "Counting",
            "开始的当日不计；周末和放假照样计入".into(),
            "the first day is not counted; weekends and holidays count".into(),
            &["M33", "C201"],
        ),
        Limit::Months(_) => row(
            "数法",
            "Counting",
            "到期月的对应日；没有对应日的，取月末；不顺延".into(),
            "the corresponding day, or the last of the month; no roll-over".into(),
            &["C202"],
        ),
        Limit::Hours(_) => row(
            "数法",
            "Counting",
            "从那一分钟起，夜间、周末、放假照算".into(),
            "from that minute; nights, weekends and holidays count".into(),
            &["C201"],
        ),
        Limit::Fixed => row("数法", "Counting", "写明的日期，遇周末不顺延".into(), "a date that was named; no roll-over".into(), &[]),
    }
}

fn calendar_row(due: &Due, calendar: &Calendar) -> WhyRow {
    let (mut zh, mut en): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut years: Vec<i32> = vec![];
    for d in [due.start, due.nominal, due.rolled] {
        match calendar.notice_for(d) {
            Some(n) if !years.contains(&n.year) => {
                years.push(n.year);
                let issued = n.issued.map(|i| format!("，{}发布", zh_date(i))).unwrap_or_default();
                zh.push(format!("{}，{}年放假安排{issued}", n.number, n.year));
                en.push(format!("{} on {}", n.number, n.year));
            }
            Some(_) => {}
            None => {
                let y = chrono::Datelike::year(&d);
                if !years.contains(&y) {
                    years.push(y);
                    zh.push(format!("缺{y}年放假通知，按周末估算"));
                    en.push(format!("{y} holiday notice missing, weekends only"));
                }
            }
        }
    }
    row("日历", "Calendar", zh.join("；"), en.join("; "), &["M33"])
}

/// Nothing stops a clock in the Measures; a review can only be extended, with a new date (M16).
fn stops_row(case: &Case, key: &str) -> WhyRow {
    let round = case.round();
    if key == "decision" && !round.extensions.is_empty() {
        let zh =
            say::zh_list(round.extensions.iter().map(|e| {
                format!("{}{}延至{}（{}）", zh_date(e.on), if e.late { "逾期后" } else { "" }, zh_date(e.new_due), e.ground.zh())
            }));
        let en = say::en_list(
            round.extensions.iter().map(|e| format!("extended on {} to {} ({})", en_date(e.on), en_date(e.new_due), e.ground.en())),
        );
        return row("停、延", "Stops", zh, en, &["M16"]);
    }
    row("停、延", "Stops", "没有中止，没有延长".into(), "not stopped, not extended".into(), &[])
}

fn owner_row(owner: Owner, due: &Due) -> WhyRow {
    let (zh, en) = match owner {
        Owner::Applicant => ("申请人的权利或时间，末日到24:00，从宽", "the applicant's; until 24:00, taken generously"),
        Owner::Authority => ("对方的时限，不计本委员会逾期", "the other side's limit, not the committee's delay"),
        Owner::Internal => ("本委员会自定的内部时限，超过标黄不标红", "the committee's own limit: amber, never red"),
        Owner::Committee if due.rolled != due.nominal => (
            "本委员会的义务：按不顺延的日期安排，过了顺延日才标逾期",
            "the committee's duty: planned by the plain day, overdue after the rolled one",
        ),
        Owner::Committee => ("本委员会的义务", "the committee's duty"),
    };
    row("归谁", "Whose", zh.into(), en.into(), if due.rolled != due.nominal { &["C203"] } else { &[] })
}
