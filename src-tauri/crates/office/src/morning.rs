//! The first look of a day: time alone changes where cases stand (a limit runs out, a right to appeal ends), so the
//! registers of those it can change are brought up to date once a day. No line in the journal: nobody did anything.

use crate::failure::Failure;
use crate::office::Office;
use crate::projection::write_case;
use measures::assess::Stage;
use measures::*;
use serde_json::json;
use std::collections::BTreeSet;
use store::{Op, Reader, RowQuery};

pub(crate) fn bring_in_the_day(office: &mut Office, now: Instant) -> Result<(), Failure> {
    let Some(open) = office.open.as_mut() else { return Ok(()) };
    let today = now.date_naive();
    if open.looked_at == Some(today) {
        return Ok(());
    }
    let reader = open.archive.read();
    let Some(committee) = reader.get::<Committee>("committee")? else { return Ok(()) };
    let members = crate::desk::in_seat_order(reader.all::<Member>()?);
    let ids = moved_by_time(reader, &open.law.rules, today)?;
    let law = &open.law;
    let done = open.archive.project(now, |tx| -> Result<(), Failure> {
        for id in &ids {
            if let Some(case) = tx.get::<Case>(id)? {
                write_case(tx, &committee, &members, law, &case, now)?;
            }
        }
        Ok(())
    });
    // A file that cannot be written to can still be read: it shows the registers as they were last written.
    if done.is_ok() {
        open.looked_at = Some(today);
    }
    Ok(())
}

/// Open cases, approved ones whose next date comes near, and those with a right that has ended since.
fn moved_by_time(reader: &Reader, rules: &Rules, today: Date) -> Result<BTreeSet<String>, Failure> {
    let mut ids: BTreeSet<String> = reader.open_case_ids()?.into_iter().collect();
    let near = today + chrono::Days::new(rules.tracking_warning_days().into());
    let approved = RowQuery {
        filter: vec![
            ("stage".into(), Op::In, json!([Stage::Active, Stage::Suspended, Stage::Recognised].map(crate::projection::stage_key))),
            ("due".into(), Op::AtMost, json!(near.to_string())),
        ],
        limit: 2_000,
        ..RowQuery::default()
    };
    ids.extend(reader.case_rows(&approved)?.0.iter().filter_map(|r| r["id"].as_str().map(str::to_string)));
    let yesterday = today.pred_opt().unwrap_or(today);
    ids.extend(reader.duties(Some(yesterday), 10_000)?.into_iter().filter(|d| d.waiting && d.kind == "case").map(|d| d.id));
    Ok(ids)
}
