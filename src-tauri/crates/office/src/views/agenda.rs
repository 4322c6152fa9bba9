//! 会议: the list of meetings, and what could go on an agenda; and of one meeting its stages and papers.

use super::ahead;
use super::ahead::{answered, forecasts};
use super::case::PaperLine;
use super::cases::CaseRow;
use super::lines::lamp_of;
use super::meeting::{MeetingRow, MeetingsView, ReadyCase, StageStep};
use crate::failure::Failure;
use crate::office::Office;
use crate::sources::Sources;
use chrono::Datelike;
use measures::say::zh_near;
use measures::*;
use serde_json::json;
use std::collections::BTreeSet;
use store::{Op, RowQuery};

pub(super) fn meetings(office: &Office, now: Instant, year: Option<i32>) -> Result<MeetingsView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let today = src.today();
    let this = today.year();
    let years = year.map_or_else(|| vec![this - 1, this, this + 1], |y| vec![y]);
    let mut all = Vec::new();
    for y in years {
        all.extend(src.reader.where_::<Meeting>("year", &y.to_string())?);
    }
    all.sort_by_key(|m| std::cmp::Reverse(m.starts));
    let mut rows = Vec::new();
    for m in &all {
        rows.push(row(&src, m)?);
    }
    let ready = ready(&src)?;
    let next = ahead::upcoming(&src)?.into_iter().next();
    let (zh, en) = match &next {
        Some(m) => {
            let day = m.starts.date_naive();
            (
                format!(
                    "最近的是第{}次会议，{}（{}）{}，{}，{}项。",
                    m.no,
                    zh_near(day, today),
                    say::zh_weekday(day),
                    m.starts.format("%-H:%M"),
                    m.place,
                    m.items.len()
                ),
                format!(
                    "Next is meeting {}, {} {} {}, {}, {}.",
                    m.no,
                    say::en_weekday(day),
                    say::en_near(day, today),
                    m.starts.format("%-H:%M"),
                    m.place,
                    say::en_count(m.items.len() as i64, "item")
                ),
            )
        }
        None => ("没有拟定的会议。".into(), "No meeting is planned.".into()),
    };
    let (more, more_en) = waiting(&ready, today);
    Ok(MeetingsView { rows, ready, zh: format!("{zh}{more}"), en: format!("{en}{more_en}") })
}

fn waiting(ready: &[ReadyCase], today: Date) -> (String, String) {
    let n = ready.len();
    match ready.iter().filter_map(|r| r.due).min() {
        _ if n == 0 => ("没有等待上会的案件。".into(), " No case waits for a meeting.".into()),
        Some(due) => (
            format!("有{n}件可以列入，最急的{}到期。", zh_near(due, today)),
            format!(" {} ready, the most urgent due {}.", say::en_count(n as i64, "case"), say::en_near(due, today)),
        ),
        None => (format!("有{n}件可以列入。"), format!(" {} ready.", say::en_count(n as i64, "case"))),
    }
}

fn row(src: &Sources, m: &Meeting) -> Result<MeetingRow, Failure> {
    let items = src.items_of(m)?;
    let decided = items.iter().filter(|i| i.outcome.as_ref().is_some_and(|o| o.result == ItemResult::Decided)).count() as u32;
    let (state, zh, en) = match (&m.cancelled, m.closed, m.opened, m.noticed) {
        (Some(_), ..) => ("cancelled", "已取消", "cancelled"),
        (_, Some(_), ..) => ("closed", "已散会", "closed"),
        (_, _, Some(_), _) => ("open", "进行中", "in session"),
        (_, _, _, Some(_)) => ("noticed", "已通知", "notice sent"),
        _ => ("planned", "筹备中", "being planned"),
    };
    let lamp = match state {
        "cancelled" => Verdict::Note,
        "closed" if decided as usize == items.len() => Verdict::Fine,
        "closed" => Verdict::Note,
        "open" => lamp_of(
            items
                .iter()
                .filter(|i| i.outcome.is_none())
                .map(|i| src.need::<Case>("case", &i.case).map_or(Verdict::Note, |c| super::ahead::quorum_of(src, m, i, &c).lamp)),
        ),
        _ if !answered(m) => Verdict::Note,
        _ => lamp_of(forecasts(src, m)?.iter().map(|(_, _, q)| q.lamp)),
    };
    Ok(MeetingRow {
        id: m.id.clone(),
        no: m.no,
        year: m.year,
        starts: m.starts,
        place: m.place.clone(),
        items: items.len() as u32,
        decided,
        state: state.into(),
        state_zh: zh.into(),
        state_en: en.into(),
        attended: m.attendance.iter().map(|a| a.member.as_str()).collect::<BTreeSet<_>>().len() as u32,
        due_members: src.in_office(m.day()).len() as u32,
        lamp,
    })
}

/// Accepted cases that go before a meeting and are on no agenda, the most urgent first.
pub(super) fn ready(src: &Sources) -> Result<Vec<ReadyCase>, Failure> {
    let stages = json!(["accepted", "in_general", "in_emergency", "rereview_back"]);
    let query = RowQuery { filter: vec![("stage".into(), Op::In, stages)], limit: 500, ..RowQuery::default() };
    let mut out = Vec::new();
    for doc in src.reader.case_rows(&query)?.0 {
        let row: CaseRow = serde_json::from_value(doc)?;
        let Some(case) = src.reader.get::<Case>(&row.id)? else { continue };
        let round = case.round();
        if round.over() || round.accepted.is_none() || round.procedure() == Some(Procedure::Simplified) {
            continue;
        }
        if round.preliminary.is_some() && round.rereview.as_ref().is_none_or(|r| r.opinion.is_none()) {
            continue;
        }
        if let Some(item) = round.items.last() {
            let pending = src.reader.get::<Item>(item)?.filter(|i| i.outcome.is_none());
            let standing = match pending {
                Some(i) => src.reader.get::<Meeting>(&i.meeting)?.is_some_and(|m| m.cancelled.is_none()),
                None => false,
            };
            if standing {
                continue;
            }
        }
        let left = super::register::left(&row, src.now, &src.law.calendar);
        out.push(ReadyCase {
            id: row.id,
            number: row.number,
            title: row.title,
            leader: row.leader,
            department: row.department,
            kind_zh: round.kind.zh().into(),
            kind_en: round.kind.en().into(),
            due: row.due,
            left,
        });
    }
    out.sort_by_key(|r| r.due.unwrap_or(Date::MAX));
    Ok(out)
}

/// The papers of a meeting, the latest first.
pub(super) fn papers_of(src: &Sources, meeting: &str) -> Result<Vec<PaperLine>, Failure> {
    let mut papers = src.reader.where_::<FiledPaper>("meeting", meeting)?;
    papers.reverse();
    Ok(papers.iter().map(PaperLine::of).collect())
}

/// Simplified and emergency reviews decided without a meeting since the one before (D10), to be reported.
pub(super) fn since_last(src: &Sources, meeting: &Meeting) -> Result<Vec<CaseRow>, Failure> {
    let day = meeting.day();
    let mut before: Option<Date> = None;
    for y in [day.year() - 1, day.year()] {
        for m in src.reader.where_::<Meeting>("year", &y.to_string())? {
            if m.id != meeting.id && m.closed.is_some() && m.day() < day {
                before = before.max(Some(m.day()));
            }
        }
    }
    let procedures = json!([Procedure::Simplified.zh(), Procedure::Emergency.zh()]);
    let query = RowQuery {
        filter: vec![("procedure".into(), Op::In, procedures), ("year".into(), Op::AtLeast, json!(day.year() - 1))],
        order: "number".into(),
        desc: true,
        limit: 300,
        ..RowQuery::default()
    };
    let mut out = Vec::new();
    for doc in src.reader.case_rows(&query)?.0 {
        let mut row: CaseRow = serde_json::from_value(doc)?;
        let Some(case) = src.reader.get::<Case>(&row.id)? else { continue };
        let reported = case.rounds.iter().any(|r| {
            r.procedure() != Some(Procedure::General)
                && r.decision.as_ref().is_some_and(|d| d.meeting.is_none() && before.is_none_or(|b| d.on > b) && d.on <= day)
        });
        if reported {
            row.left = super::register::left(&row, src.now, &src.law.calendar);
            out.push(row);
        }
    }
    out.reverse();
    Ok(out)
}

/// 议程 通知 答复 预检 开会: each done, under way or to come.
pub(super) fn stages(src: &Sources, m: &Meeting, precheck: &[Finding]) -> Vec<StageStep> {
    let office = src.in_office(m.day()).len();
    let answered = m.invitations.iter().filter(|i| i.reply != Reply::None).count();
    let open = m.opened.is_some();
    let steps = [
        ("agenda", "议程", "Agenda", !m.items.is_empty() || open, None),
        ("notice", "通知", "Notice", m.noticed.is_some() || open, m.noticed),
        ("answers", "答复", "Answers", open || (m.noticed.is_some() && answered >= office), None),
        (
            "precheck",
            "预检",
            "Pre-check",
            open || (m.noticed.is_some() && !m.items.is_empty() && !precheck.iter().any(Finding::blocks)),
            None,
        ),
        ("open", "开会", "Meeting", m.closed.is_some(), m.opened.map(|o| o.date_naive())),
    ];
    let first = steps.iter().position(|s| !s.3);
    steps
        .iter()
        .enumerate()
        .map(|(i, (key, zh, en, done, date))| {
            let (zh, en) = match *key {
                "answers" if m.noticed.is_some() => (format!("{zh} {answered}/{office}"), format!("{en} {answered}/{office}")),
                _ => ((*zh).to_string(), (*en).to_string()),
            };
            let state = match (done, Some(i) == first) {
                (true, _) => "done",
                (false, true) => "now",
                (false, false) => "later",
            };
            StageStep { key: (*key).into(), zh, en, state: state.into(), date: *date }
        })
        .collect()
}
