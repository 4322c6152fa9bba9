//! The register's page: a saved view, what was typed, an order, a page of rows. No case is opened for it.

use super::cases::{CaseRow, CasesView, SavedView};
use crate::failure::Failure;
use crate::office::{Counted, Office, Open};
use chrono::Datelike;
use measures::*;
use serde_json::json;
use store::{How, Op, RowQuery};

pub(super) struct Ask<'a> {
    pub saved: &'a str,
    pub text: &'a str,
    pub order: &'a str,
    pub desc: bool,
    pub offset: u32,
    pub limit: u32,
}

type Part = (String, Op, serde_json::Value);

const VIEWS: [(&str, &str, &str); 9] = [
    ("open", "在办", "Open"),
    ("risk", "逾期与有风险", "Overdue and at risk"),
    ("mine", "待我办", "Mine to do"),
    ("waiting", "等待他人", "Waiting for others"),
    ("supplement", "待补正", "Supplement awaited"),
    ("listed", "清单活动", "Listed activities"),
    ("tracking", "跟踪中", "Being tracked"),
    ("year", "本年全部", "This year"),
    ("all", "全部", "All"),
];

/// A saved view as conditions on the register: all of the first, and all of one of the second.
fn conditions(view: &str, today: Date) -> (Vec<Part>, Vec<Vec<Part>>) {
    let part = |column: &str, op: Op, value: serde_json::Value| (column.to_string(), op, value);
    let open = || part("open", Op::Is, json!(true));
    let near = (today + chrono::Days::new(7)).to_string();
    match view {
        "risk" => (
            vec![],
            vec![
                // The law's limits within seven days; the committee's own on the day and after.
                vec![part("owner", Op::Is, json!("committee")), part("due", Op::AtMost, json!(near))],
                vec![part("owner", Op::Is, json!("internal")), part("due", Op::AtMost, json!(today.to_string()))],
            ],
        ),
        "mine" => (vec![open(), part("owner", Op::Not, json!("applicant")), part("owner", Op::Not, json!("authority"))], vec![]),
        "waiting" => (vec![open(), part("owner", Op::In, json!(["applicant", "authority"]))], vec![]),
        "supplement" => (vec![part("stage", Op::Is, json!("supplement"))], vec![]),
        "listed" => (vec![part("listed", Op::More, json!(0))], vec![]),
        "tracking" => (vec![part("stage", Op::In, json!(["active", "suspended", "recognised"]))], vec![]),
        "year" => (vec![part("year", Op::Is, json!(today.year()))], vec![]),
        "all" => (vec![], vec![]),
        _ => (vec![open()], vec![]),
    }
}

/// The register's column for what a list calls its own.
fn column(order: &str) -> &str {
    match order {
        "number" | "title" | "leader" | "stage" | "procedure" | "listed" | "year" => order,
        // By the time that is left: what has run out first, what has no date last.
        "due" => "",
        "department" => "unit",
        _ => "",
    }
}

pub(super) fn build(office: &mut Office, now: Instant, ask: &Ask) -> Result<CasesView, Failure> {
    let today = now.date_naive();
    let open = office.opened_mut()?;
    let views = counted(open, today)?;
    let reader = open.archive.read();
    let view = VIEWS.iter().find(|(key, ..)| *key == ask.saved).map_or("open", |(key, ..)| key);
    let (filter, any) = conditions(view, today);
    let text = Some(ask.text.trim().to_string()).filter(|t| !t.is_empty());
    let limit = if ask.limit == 0 { 200 } else { ask.limit.min(1_000) };
    let query = RowQuery { filter, any, text: text.clone(), order: column(ask.order).into(), desc: ask.desc, offset: ask.offset, limit };
    let (docs, total) = reader.case_rows(&query)?;
    let mut rows = Vec::with_capacity(docs.len());
    for doc in docs {
        let mut row: CaseRow = serde_json::from_value(doc)?;
        row.left = left(&row, now, &open.law.calendar);
        rows.push(row);
    }
    let outside = match &text {
        Some(_) if view != "all" => reader.case_rows(&RowQuery { text: text.clone(), ..RowQuery::default() })?.1.saturating_sub(total),
        _ => 0,
    };
    Ok(CasesView { views, view: view.into(), reading: text.map(|t| reading(&t, &rows)).unwrap_or_default(), rows, total, outside })
}

/// How much time a row's clock has left. The row keeps of its date only what counting back needs.
pub(super) fn left(row: &CaseRow, now: Instant, calendar: &Calendar) -> Option<Left> {
    let (nominal, rolled) = (row.due?, row.rolled?);
    let owner = match row.owner.as_str() {
        "applicant" => Owner::Applicant,
        "authority" => Owner::Authority,
        "internal" => Owner::Internal,
        _ => Owner::Committee,
    };
    let due = Due {
        start: row.start.unwrap_or(nominal),
        start_at: row.start_at,
        limit: row.limit.unwrap_or(Limit::Fixed),
        nominal,
        rolled,
        at: row.at,
        certain: row.certain,
        days: vec![],
        equation_zh: String::new(),
        equation_en: String::new(),
        basis: vec![],
        warning_zh: String::new(),
        warning_en: String::new(),
    };
    Some(clock::left(&due, now, owner, calendar))
}

/// 拼音首字母：智能 — which characters the typed letters were taken for; empty when they stand there as written.
fn reading(text: &str, rows: &[CaseRow]) -> String {
    for word in text.split_whitespace() {
        for row in rows.iter().take(20) {
            if row.number.to_lowercase().contains(&word.to_lowercase()) {
                return String::new();
            }
            for field in [&row.title, &row.leader, &row.department] {
                match store::reading(field, word) {
                    Some((How::Initials, said)) => return format!("拼音首字母：{said}"),
                    Some((_, said)) => return format!("拼音：{said}"),
                    None => {}
                }
            }
        }
    }
    String::new()
}

fn counted(open: &mut Open, today: Date) -> Result<Vec<SavedView>, Failure> {
    let reader = open.archive.read();
    let seq = reader.head().seq;
    if open.counted.seq != seq || open.counted.day != Some(today) {
        let mut totals = Vec::with_capacity(VIEWS.len());
        for (key, ..) in VIEWS {
            let (filter, any) = conditions(key, today);
            totals.push(reader.case_rows(&RowQuery { filter, any, ..RowQuery::default() })?.1);
        }
        open.counted = Counted { seq, day: Some(today), totals };
    }
    let named = VIEWS.iter().zip(&open.counted.totals);
    Ok(named.map(|((key, zh, en), total)| SavedView { key: (*key).into(), zh: (*zh).into(), en: (*en).into(), total: *total }).collect())
}
