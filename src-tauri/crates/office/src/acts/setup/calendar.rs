//! A year's holiday notice (M33): read, shown back to be compared, taken in; and which open dates it moves from when to
//! when, said before it is taken in and kept in its record, so that the journal's line shows them. A last day that an
//! applicant was told never moves earlier. The committee's own limits are the law's and follow the calendar.

use super::super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::projection;
use crate::records::{CalendarRecord, MovedDate};
use measures::calendar::{Off, YearData};
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A year's holiday notice: the pasted text of the notice, CSV (`date,off|work,name`) or the days themselves.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportCalendar {
    pub year: i32,
    /// 国办发明电〔2025〕7号
    pub notice: String,
    #[serde(default)]
    pub issued: Option<Date>,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub off: Vec<Date>,
    #[serde(default)]
    pub work: Vec<Date>,
}

impl ImportCalendar {
    fn year(&self) -> Result<YearData, Failure> {
        form::filled("notice", &self.notice, "放假通知的文号", "number of the notice")?;
        let (off, work) = if self.text.trim().is_empty() {
            (spans(&self.off), self.work.clone())
        } else {
            let text = self.text.trim_start();
            let read = if text.starts_with('{') || text.starts_with('[') {
                notice::parse_json(text)
            } else if text.starts_with(|c: char| c.is_ascii_digit()) {
                notice::parse_csv(text)
            } else {
                notice::parse_notice(text)
            };
            let draft = read.map_err(|why| {
                Failure::invalid("text", format!("放假通知读不懂：{why}"), format!("The notice cannot be read: {why}"))
                    .way("粘贴通知全文，或改用CSV：日期,off或work,名称。", "Paste the whole notice, or CSV: date, off or work, name.")
            })?;
            if draft.data.year != self.year {
                return Err(Failure::invalid(
                    "year",
                    format!("通知是{}年的，不是{}年的。", draft.data.year, self.year),
                    format!("The notice is for {}, not {}.", draft.data.year, self.year),
                ));
            }
            (draft.data.off, draft.data.work)
        };
        let year =
            YearData { year: self.year, notice: self.notice.trim().into(), issued: self.issued, source: self.source.clone(), off, work };
        let doubts = year.doubts();
        if !doubts.is_empty() {
            return Err(Failure::invalid(
                "text",
                format!("放假安排有疑点：{}", doubts.join("")),
                format!("The days are doubtful: {}", doubts.join(" ")),
            )
            .way("对照通知原文改正。", "Correct them by the notice."));
        }
        Ok(year)
    }
}

impl ImportCalendar {
    /// What the notice was understood to say, to be compared with it before it is taken in.
    fn read(&self, desk: &Desk, year: &YearData) -> Finding {
        let mut calendar = desk.law.calendar.clone();
        calendar.with(year.clone());
        let worked = Date::from_ymd_opt(year.year, 1, 1).map_or(0, |first| {
            first.iter_days().take(366).filter(|d| d.format("%Y").to_string() == year.year.to_string() && calendar.worked(*d)).count()
        });
        let off: i64 = year.off.iter().map(|o| (o.until - o.from).num_days() + 1).sum();
        let list = |zh: bool| {
            let said: Vec<String> = year
                .off
                .iter()
                .map(|o| match (zh, o.from == o.until) {
                    (true, true) => format!("{}{}", o.name, say::zh_date(o.from)),
                    (true, false) => format!("{}{}至{}", o.name, say::zh_date(o.from), say::zh_date(o.until)),
                    (false, true) => format!("{} {}", o.en, say::en_date(o.from)),
                    (false, false) => format!("{} {} to {}", o.en, say::en_date(o.from), say::en_date(o.until)),
                })
                .collect();
            said.join(if zh { "；" } else { "; " })
        };
        let work_zh: Vec<String> = year.work.iter().map(|d| say::zh_date(*d)).collect();
        let work_en: Vec<String> = year.work.iter().map(|d| say::en_date(*d)).collect();
        Finding::note(
            "M33.calendar_read",
            format!(
                "读出{}年放假{off}天：{}。调休上班{}天：{}。全年{worked}个工作日。请对照通知核对。",
                year.year,
                list(true),
                work_zh.len(),
                work_zh.join("、")
            ),
            format!(
                "Read for {}: {off} days off: {}. {} make-up days: {}. {worked} working days in the year. Compare with the notice.",
                year.year,
                list(false),
                work_en.len(),
                work_en.join(", ")
            ),
        )
        .with(serde_json::json!({ "off": year.off, "work": year.work, "working_days": worked }))
    }
}

/// Days next to each other are one holiday.
fn spans(days: &[Date]) -> Vec<Off> {
    let mut days = days.to_vec();
    days.sort();
    days.dedup();
    let mut spans: Vec<Off> = Vec::new();
    for day in days {
        match spans.last_mut() {
            Some(span) if span.until.succ_opt() == Some(day) => span.until = day,
            _ => spans.push(Off { name: "放假".into(), en: "holiday".into(), from: day, until: day }),
        }
    }
    spans
}

/// What a year of holidays does to the dates that are open.
struct Moves {
    moved: Vec<MovedDate>,
    /// Dates that were an estimate and are certain now.
    settled: u32,
    /// Cases in which a last day told to the applicant had to be held.
    held: Vec<Case>,
}

impl Moves {
    fn of(desk: &Desk, year: &YearData) -> Result<Moves, Failure> {
        let before = desk.facts()?;
        let mut calendar = desk.law.calendar.clone();
        calendar.with(year.clone());
        let after = Facts { calendar: &calendar, ..before };
        let mut out = Moves { moved: vec![], settled: 0, held: vec![] };
        for id in with_open_dates(desk, "case")? {
            let Some(mut case) = desk.tx.get::<Case>(&id)? else { continue };
            let held = hold_what_was_told(&before, &after, &mut case);
            let was = projection::standing(desk.tx, &before, &case, desk.at)?.clocks;
            let is = projection::standing(desk.tx, &after, &case, desk.at)?.clocks;
            for old in was.iter().filter(|c| c.started && c.met.is_none() && c.left.is_some()) {
                let Some((old, due, new)) =
                    is.iter().find(|c| c.key == old.key).and_then(|c| Some((old, old.due.as_ref()?, c.due.as_ref()?)))
                else {
                    continue;
                };
                out.settled += u32::from(!due.certain && new.certain);
                if new.moved(due).is_some() || (held && old.key == "appeal") {
                    out.moved.push(MovedDate {
                        case: case.full_number(),
                        zh: old.zh.clone(),
                        en: old.en.clone(),
                        was: due.rolled,
                        is: new.rolled,
                        held: held && old.key == "appeal",
                    });
                }
            }
            if held {
                out.held.push(case);
            }
        }
        Ok(out)
    }

    /// Said in the rehearsal, and again as what was done.
    fn finding(&self) -> Finding {
        let (held, moved): (Vec<_>, Vec<_>) = self.moved.iter().partition(|m| m.held);
        let (mut zh, mut en) = match moved.len() {
            0 => ("没有未了结的期限因此变动。".to_owned(), "No open date is moved by it.".to_owned()),
            n => (
                format!("{n}个未了结的期限变动：{}。", listed(&moved, true)),
                format!("{} moved: {}.", say::en_count(n as i64, "open date"), listed(&moved, false)),
            ),
        };
        if !held.is_empty() {
            zh.push_str(&format!("{}个已告知申请人的末日不提前：{}。", held.len(), listed(&held, true)));
            en.push_str(&format!(" {} as the applicant was told: {}.", say::en_count(held.len() as i64, "last day"), listed(&held, false)));
        }
        let (settled_zh, settled_en) = match self.settled {
            0 => (String::new(), String::new()),
            n => (format!("{n}个估算的期限就此确定。"), format!(" {} certain now.", say::en_count(n.into(), "estimated date"))),
        };
        Finding::note("M33.moved", format!("{zh}{settled_zh}"), format!("{en}{settled_en}"))
            .citing(&["M33"])
            .with(serde_json::json!({ "moved": self.moved, "settled": self.settled }))
    }
}

/// The first twenty of them in a sentence; the rest are on the page of the year.
fn listed(dates: &[&MovedDate], zh: bool) -> String {
    const SHOWN: usize = 20;
    let mut said: Vec<String> = dates.iter().take(SHOWN).map(|m| if zh { m.said_zh() } else { m.said_en() }).collect();
    match dates.len().saturating_sub(SHOWN) {
        0 => {}
        more if zh => said.push(format!("另{more}个导入后列在该年之下")),
        more => said.push(format!("{more} more are listed under the year afterwards")),
    }
    said.join(if zh { "；" } else { "; " })
}

/// An applicant's last day that the new calendar would move earlier is written down as it was told. True when it was.
fn hold_what_was_told(before: &Facts, after: &Facts, case: &mut Case) -> bool {
    let round = case.round();
    if round.appeal.is_some() {
        return false;
    }
    let Some(delivery) = round.delivery().filter(|d| m16_appeal::has_appeal_window(before, d)) else { return false };
    let told = m16_appeal::appeal_last_day(before, delivery).rolled;
    if m16_appeal::appeal_last_day(after, delivery).rolled >= told {
        return false;
    }
    match case.round_mut().deliveries.last_mut() {
        Some(delivery) => delivery.told = Some(told),
        None => return false,
    }
    true
}

/// Whatever a date is open for: open cases, approved ones with a date to come, letters on their way.
fn with_open_dates(desk: &Desk, kind: &str) -> Result<BTreeSet<String>, Failure> {
    Ok(desk.tx.duties_of_kind(kind)?.into_iter().map(|d| d.id).collect())
}

impl Verb for ImportCalendar {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        desk.committee()?;
        let year = self.year()?;
        Ok(vec![self.read(desk, &year), Moves::of(desk, &year)?.finding()])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let year = self.year()?;
        let moves = Moves::of(desk, &year)?;
        for case in &moves.held {
            desk.put_case(case)?;
        }
        let dated = with_open_dates(desk, "case")?;
        let on_their_way = with_open_dates(desk, "paper")?;
        desk.put(&CalendarRecord { id: self.year.to_string(), year: year.clone(), moved: moves.moved.clone() })?;
        desk.law.calendar.with(year);
        // Every open clock is counted anew, those of approved activities and of letters on their way too.
        desk.touched_all = true;
        desk.touched_cases.extend(dated);
        desk.touched_papers.extend(on_their_way);
        let said = moves.finding();
        Ok(Made::said(
            format!("已导入{}年放假通知（{}），期限已重算。{}", self.year, self.notice, said.zh),
            format!("The holiday notice of {} ({}) is imported and the dates are recomputed. {}", self.year, self.notice, said.en),
        ))
    }
}
