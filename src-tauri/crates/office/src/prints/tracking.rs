//! Papers after the decision: tracking notice (D28) and opinion (D30), suspension and termination (D32), the receipt of
//! service (D25), the index of the file (D44). M17, M25, E6, E17, E19.

use super::decision::{appeal_term, occasion};
use crate::about::About;
use crate::failure::Failure;
use crate::sources::Sources;
use crate::sources::{by_dimension, lacking, sentence};
use measures::say::zh_instant;
use measures::*;
use papers::archive_index::{ArchiveEntry, ArchiveIndex};
use papers::service_receipt::ServiceReceipt;
use papers::suspension::Suspension;
use papers::tracking_notice::TrackingNotice;
use papers::tracking_opinion::TrackingOpinion;
use serde_json::Value;

/// The last decision before round `i` under which the activity goes on.
fn in_force_before(case: &Case, i: usize) -> Option<&Decision> {
    case.rounds[..i].iter().rev().filter_map(|r| r.decision.as_ref()).find(|d| d.kind.allows())
}

pub(super) fn notice(src: &Sources, about: &About) -> Result<TrackingNotice, Failure> {
    let (case, _) = src.case_of(about)?;
    let last = in_force_before(&case, case.rounds.len()).ok_or_else(|| lacking("活动还没有批准", "the activity is not approved"))?;
    let facts = src.facts();
    let due = m17_tracking::next(&facts, &case).ok_or_else(|| lacking("没有待办的跟踪审查", "no tracking review is due"))?;
    // The material is wanted as many working days before the due day as a meeting's notice and a formal check take.
    let ahead = src.law.rules.meeting_notice_working_days() + src.law.rules.completeness_working_days();
    let submit_by = clock::working_days_before(due.nominal, ahead, &src.law.calendar);
    Ok(TrackingNotice {
        imprint: Default::default(),
        case: src.case_ref(&case, case.rounds.len() - 1),
        leader: case.application.leader.clone(),
        decision_number: src.number_of(last.paper.as_ref()),
        decision_date: last.on,
        period_from: last.on,
        period_to: submit_by.max(last.on),
        due: due.nominal,
        submit_by,
        materials: [
            "科技活动实施方案执行情况及调整情况",
            "科技伦理风险防控措施执行情况",
            "科技伦理风险的潜在变化及可能影响研究参与者权益和安全等情况",
            "其他需要跟踪审查的内容（日志、事件和投诉情况）",
        ]
        .map(String::from)
        .to_vec(),
        basis: if case.is_listed() { src.basis(src.today(), &[17, 25], &[19, 32]) } else { src.basis(src.today(), &[17], &[19]) },
    })
}

pub(super) fn opinion(src: &Sources, about: &About) -> Result<TrackingOpinion, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let d = round.decision.as_ref().ok_or_else(|| lacking("跟踪审查还没有结论", "the tracking review is not concluded"))?;
    super::decision::decided_here(round)?;
    let at = occasion(src, round, d)?;
    let from = in_force_before(&case, i).map_or(case.rounds[0].received.date_naive(), |d| d.on);
    Ok(TrackingOpinion {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        leader: case.application.leader.clone(),
        reviewed: d.on,
        procedure: round.procedure().unwrap_or(Procedure::General).zh().into(),
        occasion: at.words,
        period_from: from,
        period_to: round.received.date_naive(),
        documents: src.documents(&case, i, at.item.as_ref())?,
        findings: by_dimension(&d.reasons),
        vote: at.vote,
        conclusion: d.kind.zh().into(),
        requirements: d.suggestions.iter().chain(&d.conditions).map(|s| sentence(s)).collect(),
        next_due: d.next_tracking.filter(|_| d.kind.allows()),
        appeal: appeal_term(src, d.on),
        basis: if case.is_listed() { src.basis(d.on, &[17, 25], &[19, 32]) } else { src.basis(d.on, &[17], &[19]) },
        signer: Role::Chair.zh().into(),
    })
}

pub(super) fn suspension(src: &Sources, about: &About) -> Result<Suspension, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let voted = round.decision.as_ref().filter(|d| matches!(d.kind, DecisionKind::Suspend | DecisionKind::Terminate));
    let turn = case.turns.iter().rev().find(|t| matches!(t.kind, TurnKind::Suspended | TurnKind::Terminated));
    let (ends, on, reason, conditions) = match (turn, voted) {
        (Some(t), _) => (t.kind == TurnKind::Terminated, t.on, t.reason.clone(), t.conditions.clone()),
        (None, Some(d)) => (d.kind == DecisionKind::Terminate, d.on, d.reasons.clone(), d.conditions.join("")),
        (None, None) => return Err(lacking("没有暂停或终止的记录", "no suspension or termination is on record")),
    };
    if voted.is_some() {
        super::decision::decided_here(round)?;
    }
    let at = voted.map(|d| occasion(src, round, d)).transpose()?;
    let interim = turn.is_some_and(|t| t.interim);
    let mut measures = vec!["停止有关的数据采集、训练、测试和对外服务，保持系统处于安全状态。".to_string()];
    if case.application.flags.human_participants {
        measures.push("告知参与者，妥善安排已参与人员，保障其权益和安全。".into());
    }
    measures.push("完整保存数据、模型、日志和有关记录，不得删改。".into());
    Ok(Suspension {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        leader: case.application.leader.clone(),
        ends,
        decided: on,
        occasion: match at.as_ref() {
            Some(o) => o.words.clone(),
            None if interim => "主任委员临时措施，提交下次会议追认".into(),
            None => String::new(),
        },
        facts: reason.lines().map(sentence).filter(|s| !s.is_empty()).collect(),
        scope: "活动的全部内容。".into(),
        effective: "自送达之日起".into(),
        measures,
        resumption: if ends { String::new() } else { sentence(&conditions) },
        vote: at.and_then(|o| o.vote),
        appeal: appeal_term(src, on),
        basis: src.basis(on, &[17], &[19]),
        signer: Role::Chair.zh().into(),
        copies: vec![],
    })
}

/// A receipt for one issued paper: `paper` among the words names it, else the last letter of the case.
pub(super) fn service_receipt(src: &Sources, about: &About, edited: &Value) -> Result<ServiceReceipt, Failure> {
    let (case, i) = src.case_of(about)?;
    let served = match edited["paper"].as_str() {
        Some(id) => Some(src.need::<FiledPaper>("paper", id)?),
        None => src
            .papers_of(&case.id)?
            .into_iter()
            .rfind(|p| p.state == PaperState::Issued && p.steps.contains(&PaperStep::Served) && p.round.is_none_or(|r| r as usize == i)),
    };
    let paper = served.as_ref();
    let delivery = paper.and_then(|p| p.served.as_ref());
    let starts_appeal =
        paper.is_some_and(|p| matches!(p.kind.as_str(), "decision_letter" | "tracking_opinion" | "suspension" | "appeal_decision"));
    let facts = src.facts();
    Ok(ServiceReceipt {
        imprint: Default::default(),
        case: src.case_ref(&case, paper.and_then(|p| p.round).map_or(i, |r| r as usize)),
        document_title: paper.map(|p| p.title.clone()).unwrap_or_default(),
        document_number: paper.map(|p| p.number.clone()).unwrap_or_default(),
        copies: 1,
        addressee: paper.map_or_else(|| case.application.leader.clone(), |p| p.addressee.clone()),
        address: delivery.map(|d| d.place.clone()).unwrap_or_default(),
        ways: DeliveryMethod::ALL.iter().map(|m| m.zh().to_string()).collect(),
        way: delivery.map(|d| d.method.zh().to_string()).unwrap_or_default(),
        served_at: delivery.map(|d| zh_instant(d.at)).unwrap_or_default(),
        receiver: delivery.map(|d| d.receiver.clone()).unwrap_or_default(),
        server: src.committee.secretary.clone(),
        remark: delivery.map(|d| d.note.clone()).unwrap_or_default(),
        appeal_note: match delivery {
            Some(d) if starts_appeal && m16_appeal::has_appeal_window(&facts, d) => {
                format!("申诉期限的最后一日：{}。", say::zh_date(m16_appeal::appeal_last_day(&facts, d).rolled))
            }
            _ => String::new(),
        },
    })
}

/// Everything in the file of one case, in the order it came, with running page numbers where pages are known.
pub(super) fn archive_index(src: &Sources, about: &About) -> Result<ArchiveIndex, Failure> {
    let (case, _) = src.case_of(about)?;
    let mut entries: Vec<(Date, ArchiveEntry, u32)> = Vec::new();
    for m in src.materials(&case.id)? {
        let note = if m.replaced_by.is_some() { "已由新版本替代" } else { "" };
        let title = if m.version.is_empty() { m.name.clone() } else { format!("{}（{}）", m.name, m.version) };
        let entry = ArchiveEntry {
            title,
            author: case.application.leader.clone(),
            date: Some(m.received),
            note: note.into(),
            ..Default::default()
        };
        entries.push((m.received, entry, 0));
    }
    for p in src.papers_of(&case.id)?.into_iter().filter(|p| p.state != PaperState::Draft) {
        let day = p.dated.or(p.issued_at.map(|i| i.date_naive())).unwrap_or(src.today());
        let note = match &p.void {
            Some(v) => format!("作废：{}", v.reason),
            None => p.served.as_ref().map(|d| format!("{}送达", say::zh_date(d.at.date_naive()))).unwrap_or_default(),
        };
        let entry = ArchiveEntry {
            title: p.title,
            number: p.number,
            author: src.committee.name.clone(),
            date: Some(day),
            note,
            pages: String::new(),
        };
        entries.push((day, entry, p.pages));
    }
    for round in &case.rounds {
        for id in &round.items {
            let Some(item) = src.reader.get::<Item>(id)? else { continue };
            let meeting = src.need::<Meeting>("meeting", &item.meeting)?;
            let minutes = src
                .reader
                .where_::<FiledPaper>("meeting", &meeting.id)?
                .into_iter()
                .rfind(|p| p.kind == "minutes" && p.state == PaperState::Issued);
            let order = meeting.items.iter().position(|i| i == id).map_or(0, |p| p + 1);
            let entry = ArchiveEntry {
                title: format!("{}纪要摘录（第{order}项）", crate::projection::meeting_title(&meeting)),
                number: minutes.map(|p| p.number).unwrap_or_default(),
                author: src.committee.name.clone(),
                date: Some(meeting.day()),
                ..Default::default()
            };
            entries.push((meeting.day(), entry, 0));
        }
    }
    entries.sort_by_key(|(day, _, _)| *day);
    let mut page = 1;
    let entries = entries
        .into_iter()
        .map(|(_, mut entry, pages)| {
            if pages > 0 {
                entry.pages = if pages == 1 { page.to_string() } else { format!("{page}-{}", page + pages - 1) };
                page += pages;
            }
            entry
        })
        .collect();
    let last = case.rounds.iter().rev().find_map(|r| r.decision.as_ref());
    Ok(ArchiveIndex {
        imprint: Default::default(),
        case: src.case_ref(&case, 0),
        box_no: case.turns.iter().rev().find(|t| t.kind == TurnKind::Archived).map(|t| t.reason.clone()).unwrap_or_default(),
        retention: if last.is_some_and(|d| d.kind != DecisionKind::Reject) { "30年" } else { "10年" }.into(),
        entries,
        total_pages: page - 1,
        compiled_by: src.committee.secretary.clone(),
    })
}
