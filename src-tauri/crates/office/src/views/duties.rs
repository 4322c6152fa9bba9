//! The duties of today in their four groups: 逾期, 今天到期, 有风险, 等待他人. Dates come from the register of duties, words
//! from the clocks. Red belongs to the law: a limit the committee set for itself is never overdue here, only at risk.

use super::ahead;
use super::lines::{DutyGroup, DutyRow, reports};
use crate::acts::name_of;
use crate::failure::Failure;
use crate::projection::next_step;
use crate::records::Contact;
use crate::sources::Sources;
use crate::views::cases::CaseRow;
use measures::assess::Clock;
use measures::say::{zh_day, zh_list, zh_near};
use measures::*;
use std::collections::BTreeMap;
use store::{Duty, Pressing};

/// How far ahead a legal limit counts as a risk (mockups: 7 natural days).
const NEAR_DAYS: u64 = 7;
/// More of a kind than anybody reads in a day. `total` says how many there are, the register has them all.
const ROWS: u32 = 60;

const GROUPS: [(Pressing, &str, &str); 4] = [
    (Pressing::Overdue, "逾期", "Overdue"),
    (Pressing::Today, "今天到期", "Due today"),
    (Pressing::Risk, "有风险", "At risk"),
    (Pressing::Waiting, "等待他人", "Waiting for others"),
];

fn near(today: Date) -> Date {
    today + chrono::Days::new(NEAR_DAYS)
}

pub(super) fn groups(src: &Sources) -> Result<Vec<DutyGroup>, Failure> {
    let today = src.today();
    let mut reminders: BTreeMap<String, u32> = BTreeMap::new();
    for c in src.reader.all::<Contact>()? {
        if let Some(case) = c.case.filter(|_| c.reminder > 0) {
            *reminders.entry(case).or_default() += 1;
        }
    }
    let others = others(src)?;
    let counts = src.reader.pressing_counts(today, near(today))?;
    GROUPS
        .iter()
        .map(|(pressing, zh, en)| {
            let key = pressing.key();
            let mut rows: Vec<DutyRow> = others.iter().filter(|r| r.group == key).cloned().collect();
            let total = rows.len() as u32 + counts.get(pressing).unwrap_or(&0);
            for duty in src.reader.pressing(*pressing, today, near(today), ROWS)? {
                rows.extend(case_duty(src, &duty, key, *reminders.get(&duty.id).unwrap_or(&0))?);
            }
            rows.sort_by_key(|r| (r.due.as_ref().map_or(today, |d| d.nominal), r.lamp, r.key.clone()));
            Ok(DutyGroup { key: key.into(), zh: (*zh).into(), en: (*en).into(), total, rows })
        })
        .collect()
}

/// How many there are in each group, without their rows: the numbers in the frame.
pub(super) fn totals(src: &Sources) -> Result<BTreeMap<&'static str, u32>, Failure> {
    let counts = src.reader.pressing_counts(src.today(), near(src.today()))?;
    let mut out: BTreeMap<&'static str, u32> = counts.into_iter().map(|(pressing, n)| (pressing.key(), n)).collect();
    for row in others(src)? {
        if let Some((pressing, ..)) = GROUPS.iter().find(|(p, ..)| p.key() == row.group) {
            *out.entry(pressing.key()).or_default() += 1;
        }
    }
    Ok(out)
}

/// What is due without being a case's: meetings, the committee's and the unit's own dates, letters to sign.
fn others(src: &Sources) -> Result<Vec<DutyRow>, Failure> {
    let mut rows = meetings(src)?;
    rows.extend(registrations(src)?);
    rows.extend(signatures(src)?);
    Ok(rows)
}

fn case_duty(src: &Sources, duty: &Duty, group: &str, reminders: u32) -> Result<Option<DutyRow>, Failure> {
    let clock: Clock = serde_json::from_value(duty.doc.clone())?;
    let Some(row) = src.reader.case_row(&duty.id)? else { return Ok(None) };
    let row: CaseRow = serde_json::from_value(row)?;
    // The one fact that matters stands in the record; for the other clocks the register's row says enough.
    let case = match clock.key.as_str() {
        "supplement" | "appeal" | "rereview" | "decision" => src.reader.get::<Case>(&duty.id)?,
        _ => None,
    };
    let left = clock.due.as_ref().map(|d| clock::left(d, src.now, clock.owner, &src.law.calendar));
    let left = left.map(|l| match case.as_ref().and_then(|c| c.round().rereview.as_ref()) {
        Some(r) if clock.owner == Owner::Authority => l.waiting_for(&r.authority, &r.authority),
        _ => l,
    });
    let (zh, en) = words(src, &clock, case.as_ref(), reminders);
    // The case's own next step where this clock is the one that presses, else what stops the clock.
    let at_meeting = row.clock == clock.key && !row.meeting.is_empty();
    let (act, act_zh, act_en) = match (row.clock == clock.key && (at_meeting || !row.act.is_empty()), name_of(&clock.act)) {
        (true, _) => (row.act.clone(), row.act_zh.clone(), row.act_en.clone()),
        (false, Some((zh, en))) => (clock.act.clone(), zh.into(), en.into()),
        (false, None) => Default::default(),
    };
    Ok(Some(DutyRow {
        key: format!("case:{}:{}", duty.id, clock.key),
        group: group.into(),
        lamp: match group {
            "overdue" => Verdict::Block,
            "waiting" => Verdict::Note,
            _ => Verdict::Ask,
        },
        due: clock.due.clone(),
        left,
        zh,
        en,
        who: who(&row),
        cites: clock.cites.iter().filter(|c| c.0 != "M33" && !c.0.starts_with('C')).cloned().collect(),
        place: if at_meeting { "meeting" } else { "case" }.into(),
        id: if at_meeting { row.meeting } else { duty.id.clone() },
        clock: clock.key.clone(),
        act,
        act_zh,
        act_en,
        reminders,
    }))
}

/// 2026-0054 量刑辅助大模型的偏差测评｜法学院 叶知秋
fn who(row: &CaseRow) -> String {
    format!("{} {}｜{} {}", row.number, row.title, row.department, row.leader).trim_end_matches(['｜', ' ']).to_string()
}

/// What is due, with the one fact that matters.
fn words(src: &Sources, clock: &Clock, case: Option<&Case>, reminders: u32) -> (String, String) {
    let round = case.map(Case::round);
    let today = src.today();
    match (clock.key.as_str(), round) {
        ("supplement", Some(round)) => {
            let asked = round.supplements.last().map_or(0, |s| s.gaps.len());
            (format!("申请人补正，要求{asked}项"), format!("applicant's supplement, {}", say::en_count(asked as i64, "item")))
        }
        ("appeal", Some(round)) => {
            let on = round.delivery().map_or(today, |d| d.at.date_naive());
            (
                format!("申诉期（{}送达），申请人未申诉", zh_near(on, today)),
                format!("period for appeal (served {}), none yet", say::en_near(on, today)),
            )
        }
        ("rereview", Some(round)) => {
            let r = round.rereview.as_ref();
            let authority = r.map(|r| r.authority.as_str()).unwrap_or_default();
            match r.and_then(|r| r.received) {
                Some(on) => (
                    format!("{authority}专家复核（{}收到申请）", zh_day(on)),
                    format!("re-review by {authority} (received {})", say::en_day(on)),
                ),
                None => (format!("{authority}专家复核，收到日期未登记"), format!("re-review by {authority}, receipt not recorded")),
            }
        }
        ("tracking", _) if reminders > 0 => (
            format!("跟踪审查报告未交，已催{reminders}次"),
            format!("tracking report not in, reminded {}", say::en_count(reminders.into(), "time")),
        ),
        ("decision", Some(round)) if round.procedure() == Some(Procedure::Simplified) => match m19_simplified::outcome(round) {
            m19_simplified::SimplifiedOutcome::Waiting { missing } if !missing.is_empty() => {
                let n = round.designation.as_ref().map_or(0, |d| d.reviewers.len());
                let names = src.names(&missing);
                (
                    format!("简易程序：{n}名委员中{}未交意见", zh_list(&names)),
                    format!("simplified: {} of {n} reviewers still to answer", say::en_list(&names)),
                )
            }
            _ => (format!("{}，简易程序", clock.zh), format!("{}, simplified procedure", clock.en)),
        },
        _ if clock.owner == Owner::Internal => (format!("{}（内部时限）", clock.zh), format!("{} (the committee's own limit)", clock.en)),
        _ => (clock.zh.clone(), clock.en.clone()),
    }
}

fn blank(key: String, group: &str, lamp: Verdict, zh: String, en: String) -> DutyRow {
    DutyRow {
        key,
        group: group.into(),
        lamp,
        due: None,
        left: None,
        zh,
        en,
        who: String::new(),
        cites: vec![],
        place: String::new(),
        id: String::new(),
        clock: String::new(),
        act: String::new(),
        act_zh: String::new(),
        act_en: String::new(),
        reminders: 0,
    }
}

/// Meetings of the next seven days: the meeting on its day, each item that could not be heard, and one left open.
fn meetings(src: &Sources) -> Result<Vec<DutyRow>, Failure> {
    let today = src.today();
    let mut out = Vec::new();
    for m in ahead::upcoming(src)? {
        let day = m.starts.date_naive();
        if day > today + chrono::Days::new(NEAR_DAYS) {
            break;
        }
        let due = clock::fixed(day);
        let left = clock::left(&due, src.now, Owner::Internal, &src.law.calendar);
        let row = |key: &str, group: &str, lamp, zh: String, en: String| DutyRow {
            due: Some(due.clone()),
            left: Some(left.clone()),
            cites: vec![Cite("M14".into())],
            place: "meeting".into(),
            id: m.id.clone(),
            ..blank(format!("meeting:{}:{key}", m.id), group, lamp, zh, en)
        };
        let who = format!("第{}次会议｜{}｜{}", m.no, super::lines::meeting_when(&m, today), m.place);
        if day < today {
            let (zh, en) = match m.opened {
                Some(_) => (format!("第{}次会议还没有散会", m.no), format!("meeting {} is not closed", m.no)),
                None => (format!("第{}次会议日期已过，没有开会", m.no), format!("the day of meeting {} has passed, not held", m.no)),
            };
            out.push(DutyRow { who, ..row("past", "risk", Verdict::Ask, zh, en) });
            continue;
        }
        if day == today {
            let (act, zh, en) = if m.opened.is_some() {
                ("close_meeting", "散会", "close the meeting")
            } else {
                ("open_meeting", "开会", "open the meeting")
            };
            let words = (
                format!("第{}次会议，{}项", m.no, m.items.len()),
                format!("meeting {}, {}", m.no, say::en_count(m.items.len() as i64, "item")),
            );
            out.push(DutyRow {
                who: who.clone(),
                act: act.into(),
                act_zh: zh.into(),
                act_en: en.into(),
                ..row("day", "today", Verdict::Ask, words.0, words.1)
            });
        }
        if m.opened.is_some() {
            continue;
        }
        for (i, (item, case, quorum)) in
            ahead::forecasts(src, &m)?.into_iter().enumerate().filter(|(_, (_, _, q))| q.lamp == Verdict::Block)
        {
            out.push(DutyRow {
                who: format!(
                    "{} {}｜{} {}",
                    case.full_number(),
                    case.application.title,
                    case.application.department,
                    case.application.leader
                ),
                act_zh: "看出路".into(),
                act_en: "See the ways out".into(),
                ..row(
                    &item.id,
                    "risk",
                    Verdict::Block,
                    format!("第{}次会议第{}项开不成：{}", m.no, i + 1, quorum.zh),
                    format!("item {} of meeting {}: {}", i + 1, m.no, quorum.en),
                )
            });
        }
    }
    Ok(out)
}

/// The annual report and the committee's registration: dates of the unit, watched by the secretary.
fn registrations(src: &Sources) -> Result<Vec<DutyRow>, Failure> {
    let mut out = Vec::new();
    for f in reports(src)?.into_iter().filter(|f| f.verdict <= Verdict::Ask) {
        let due = f.facts["due"].as_str().and_then(|d| d.parse::<Date>().ok()).map(|d| clock::fixed(d).under(&[&f.cites[0].0]));
        let left = due.as_ref().map(|d| clock::left(d, src.now, Owner::Committee, &src.law.calendar));
        let (act, place) = if f.rule == "E45.report" { ("freeze_report", "report") } else { ("register_committee", "committee") };
        let (act_zh, act_en) = name_of(act).unwrap_or_default();
        let group = if f.blocks() { "overdue" } else { "risk" };
        out.push(DutyRow {
            due,
            left,
            cites: f.cites.clone(),
            place: place.into(),
            act: act.into(),
            act_zh: act_zh.into(),
            act_en: act_en.into(),
            who: src.committee.name.clone(),
            ..blank(format!("committee:{}", f.rule), group, f.verdict, f.zh.clone(), f.en.clone())
        });
    }
    for f in m10_composition::composition(&src.members, &src.committee.unit, src.today(), &src.law.rules, src.committee.settings.profile) {
        if f.blocks() {
            out.push(DutyRow {
                cites: f.cites.clone(),
                place: "committee".into(),
                who: src.committee.name.clone(),
                ..blank(format!("committee:{}", f.rule), "risk", Verdict::Block, f.zh, f.en)
            });
        }
    }
    Ok(out)
}

/// Letters that wait for a signature, in one row.
fn signatures(src: &Sources) -> Result<Option<DutyRow>, Failure> {
    let papers: Vec<FiledPaper> = on_their_way(src)?.into_iter().filter(|p| next_step(p) == Some(PaperStep::Signed)).collect();
    if papers.is_empty() {
        return Ok(None);
    }
    let n = papers.len();
    let chair = src.chair_on(src.today());
    let who = zh_list(papers.iter().take(4).map(|p| if p.number.is_empty() { p.title.clone() } else { p.number.clone() }));
    let who = if n > 4 { format!("{who}等{n}份") } else { who };
    Ok(Some(DutyRow {
        who,
        place: "papers".into(),
        act_zh: "看文书".into(),
        act_en: "See the papers".into(),
        cites: vec![Cite("M16".into())],
        ..blank(
            "papers:sign".into(),
            "waiting",
            Verdict::Note,
            format!("等主任委员{chair}签字，{n}份"),
            format!("{} for the chair {chair} to sign", say::en_count(n as i64, "paper")),
        )
    }))
}

/// Issued papers with a step still to come.
pub(super) fn on_their_way(src: &Sources) -> Result<Vec<FiledPaper>, Failure> {
    let mut out = Vec::new();
    for duty in src.reader.duties_of_kind("paper")? {
        out.extend(src.reader.get::<FiledPaper>(&duty.id)?);
    }
    Ok(out)
}

/// Days since the last step, or since it was issued.
pub(super) fn resting(paper: &FiledPaper, today: Date) -> i64 {
    let last = paper.done.iter().map(|d| d.on).max().or(paper.dated).unwrap_or(today);
    (today - last).num_days().max(0)
}
