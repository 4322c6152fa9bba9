//! 跟踪: approved activities, the most pressing review first (M17, M25).

use super::cases::{CaseRow, TrackingEvent, TrackingRow, TrackingView};
use crate::failure::Failure;
use crate::office::Office;
use crate::records::Contact;
use crate::sources::Sources;
use measures::say::zh_near;
use measures::*;
use serde_json::json;
use std::collections::BTreeMap;
use store::{Op, RowQuery};

/// The page shows this many; whoever tracks more filters the register.
const ROWS: u32 = 1_000;

pub(super) fn build(office: &Office, now: Instant) -> Result<TrackingView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let facts = src.facts();
    let today = src.today();
    let query = RowQuery {
        filter: vec![("stage".into(), Op::In, json!(["active", "suspended", "recognised"]))],
        limit: ROWS,
        ..RowQuery::default()
    };
    let (docs, total) = src.reader.case_rows(&query)?;
    let mut reminded: BTreeMap<String, Vec<Date>> = BTreeMap::new();
    for c in src.reader.all::<Contact>()? {
        if let Some(case) = c.case.filter(|_| c.reminder > 0) {
            reminded.entry(case).or_default().push(c.on);
        }
    }
    let mut rows = Vec::new();
    let mut events = Vec::new();
    for doc in docs {
        let row: CaseRow = serde_json::from_value(doc)?;
        let Some(case) = src.reader.get::<Case>(&row.id)? else { continue };
        events.extend(events_of(&case));
        let due = m17_tracking::next(&facts, &case);
        // A review of the body that tracks on commission is waited for, and nobody here is late with it.
        let owner = if m12_commission::tracker(&case).is_some() { Owner::Authority } else { Owner::Committee };
        let left = due.as_ref().map(|d| clock::left(d, now, owner, &src.law.calendar));
        let last = last_review(&case);
        let days = due.as_ref().map_or(i64::MAX, |d| (d.nominal - today).num_days());
        // Reminders before the last review were for that one.
        let mut reminders = reminded.remove(&case.id).unwrap_or_default();
        reminders.retain(|d| last.is_none_or(|l| *d > l));
        reminders.sort();
        rows.push(TrackingRow {
            id: row.id,
            number: row.number,
            title: row.title,
            leader: row.leader,
            department: row.department,
            listed: case.is_listed(),
            months: interval_of(&facts, &case),
            last,
            suspended: row.stage == measures::assess::Stage::Suspended,
            lamp: match days {
                ..0 if owner == Owner::Authority => Verdict::Ask,
                ..0 => Verdict::Block,
                0..=7 => Verdict::Ask,
                d if d <= i64::from(src.law.rules.tracking_warning_days()) => Verdict::Note,
                _ => Verdict::Fine,
            },
            due,
            left,
            reminders,
        });
    }
    // Those that came to an end are no longer tracked, but what happened to them stays to be seen.
    let ended = RowQuery {
        filter: vec![("stage".into(), Op::In, json!(["terminated", "completed", "archived"]))],
        limit: ROWS,
        ..RowQuery::default()
    };
    for doc in src.reader.case_rows(&ended)?.0 {
        let Some(case) = doc["id"].as_str().map(|id| src.reader.get::<Case>(id)).transpose()?.flatten() else { continue };
        events.extend(events_of(&case));
    }
    events.sort_by(|a, b| b.on.cmp(&a.on).then_with(|| a.number.cmp(&b.number)));
    rows.sort_by_key(|r| r.due.as_ref().map_or(Date::MAX, |d| d.nominal));
    let over = rows.iter().filter(|r| r.lamp == Verdict::Block).count();
    let near = rows.iter().filter(|r| matches!(r.lamp, Verdict::Ask | Verdict::Note)).count();
    let window = src.law.rules.tracking_warning_days();
    let (zh, en) = match (total, rows.first().and_then(|r| r.due.as_ref()).map(|d| d.nominal)) {
        (0, _) => (
            "还没有批准后跟踪的活动。批准并送达后自动列在这里（第十七条）。".to_string(),
            "No approved activity to track yet; they appear here once the approval is served (Art. 17).".to_string(),
        ),
        (n, first) => {
            let mut zh = format!("跟踪中{n}件");
            let mut en = format!("{n} tracked");
            if over > 0 {
                zh.push_str(&format!("，{over}件逾期"));
                en.push_str(&format!(", {over} overdue"));
            }
            if near > 0 {
                zh.push_str(&format!("，{near}件在{window}天内到期"));
                en.push_str(&format!(", {near} due within {window} days"));
            }
            if let (0, 0, Some(d)) = (over, near, first) {
                zh.push_str(&format!("，最近的一件{}到期", zh_near(d, today)));
                en.push_str(&format!(", the next on {}", say::en_near(d, today)));
            }
            (format!("{zh}。跟踪审查不顺延。"), format!("{en}. Tracking never rolls over."))
        }
    };
    Ok(TrackingView { zh, en, rows, events })
}

/// What happened to an activity since its approval, apart from its reviews and registrations.
fn events_of(case: &Case) -> Vec<TrackingEvent> {
    case.turns
        .iter()
        .filter_map(|turn| {
            let (zh, en, lamp) = match turn.kind {
                TurnKind::RiskChange => ("风险变化", "change of risk", Verdict::Ask),
                TurnKind::Incident => ("伦理或安全事件", "incident", Verdict::Block),
                TurnKind::Suspended => ("暂停", "suspended", Verdict::Ask),
                TurnKind::Resumed => ("恢复", "resumed", Verdict::Fine),
                TurnKind::Terminated => ("终止", "terminated", Verdict::Note),
                TurnKind::Completed => ("结题", "completed", Verdict::Fine),
                TurnKind::Reopened => ("重新打开", "reopened", Verdict::Note),
                TurnKind::Archived | TurnKind::Registered | TurnKind::ForeignApproval => return None,
            };
            Some(TrackingEvent {
                case: case.id.clone(),
                number: case.number.clone(),
                title: case.application.title.clone(),
                kind: turn.kind,
                on: turn.on,
                zh: zh.into(),
                en: en.into(),
                reason: turn.reason.clone(),
                lamp,
            })
        })
        .collect()
}

/// The last tracking opinion, else the approval.
fn last_review(case: &Case) -> Option<Date> {
    let tracked = case.rounds.iter().rev().filter(|r| r.kind == RoundKind::Tracking).find_map(|r| r.decision.as_ref()).map(|d| d.on);
    tracked.or_else(|| m17_tracking::approved_on(case))
}

/// Months between reviews as the last decision set them, else the longest the law allows.
fn interval_of(facts: &Facts, case: &Case) -> u32 {
    let set = case.rounds.iter().rev().filter_map(|r| r.decision.as_ref()).find_map(|d| d.tracking_months);
    set.unwrap_or_else(|| m17_tracking::longest(facts, case))
}
