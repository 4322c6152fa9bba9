//! 申诉举报: appeals against decisions (M16, E18) and complaints (M31).

use super::cases::{AppealRow, AppealsView, Complaint, ComplaintRow};
use crate::acts::outward::as_fact;
use crate::failure::Failure;
use crate::office::Office;
use crate::sources::Sources;
use measures::*;
use serde_json::json;
use std::collections::BTreeSet;
use store::{Op, RowQuery};

pub(super) fn build(office: &Office, now: Instant, reader: &str) -> Result<AppealsView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let facts = src.facts();
    let mut appeals = Vec::new();
    for id in cases_with_appeals(&src)? {
        let Some(case) = src.reader.get::<Case>(&id)? else { continue };
        for (i, round) in case.rounds.iter().enumerate() {
            let Some(appeal) = &round.appeal else { continue };
            let redecided = case.rounds.get(i + 1).filter(|r| r.kind == RoundKind::Appeal).and_then(|r| r.decision.as_ref());
            let due = appeal.admitted.then(|| m16_decision::redecision_due(&facts, appeal));
            // The seven days run until the appeal is dismissed or the new decision is there.
            let running = appeal.admitted && appeal.sufficient != Some(false) && redecided.is_none();
            let left = due.as_ref().filter(|_| running).map(|d| clock::left(d, now, Owner::Committee, &src.law.calendar));
            let (zh, en) = match (appeal.admitted, appeal.sufficient, redecided) {
                (false, ..) => ("不予受理".to_string(), "not admitted".to_string()),
                (true, None, _) => ("审查中".into(), "being considered".into()),
                (true, Some(false), _) => ("维持原决定".into(), "decision maintained".into()),
                (true, Some(true), None) => ("理由充分，重新审查中".into(), "upheld, under renewed review".into()),
                (true, Some(true), Some(d)) => (format!("已重新作出决定：{}", d.kind.zh()), format!("decided anew: {}", d.kind.en())),
            };
            appeals.push(AppealRow {
                case: case.id.clone(),
                number: format!("{}{}", case.number, round.suffix),
                title: case.application.title.clone(),
                leader: case.application.leader.clone(),
                round: i as u32,
                appeal: appeal.clone(),
                redecision: due,
                left,
                state_zh: zh,
                state_en: en,
            });
        }
    }
    appeals.sort_by_key(|a| (a.left.is_none(), std::cmp::Reverse(a.appeal.received)));
    let mut complaints = src.reader.all::<Complaint>()?;
    complaints.sort_by_key(|c| (c.concluded.is_some(), std::cmp::Reverse(c.on)));
    let reader = if reader.trim().is_empty() { src.committee.secretary.clone() } else { reader.trim().to_string() };
    // Whoever a complaint names does not see it, whatever their office (E5(6), M31).
    let complaints = complaints
        .into_iter()
        .map(|c| match m31_complaints::may_see(&facts, &as_fact(&c), &reader) {
            true => ComplaintRow { complaint: c, sealed: false },
            false => ComplaintRow::sealed(c),
        })
        .collect();
    Ok(AppealsView { appeals, reader, complaints })
}

/// An appeal leaves a notice or a decision on paper, a stage, or a round of its own (-P01).
fn cases_with_appeals(src: &Sources) -> Result<BTreeSet<String>, Failure> {
    let mut ids = BTreeSet::new();
    for kind in ["appeal_notice", "appeal_decision"] {
        ids.extend(src.reader.where_::<FiledPaper>("kind", kind)?.into_iter().filter_map(|p| p.case));
    }
    let considered = RowQuery { filter: vec![("stage".into(), Op::Is, json!("appealed"))], limit: 2_000, ..RowQuery::default() };
    let again = RowQuery { text: Some("-P0".into()), limit: 2_000, ..RowQuery::default() };
    for query in [considered, again] {
        ids.extend(src.reader.case_rows(&query)?.0.iter().filter_map(|r| r["id"].as_str().map(str::to_string)));
    }
    Ok(ids)
}
