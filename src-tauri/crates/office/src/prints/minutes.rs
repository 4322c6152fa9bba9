//! The minutes (D17), written from the record of the meeting (E6, M14, E16): who was there, who stepped out and when,
//! what was asked and said under each dimension, how the votes counted, what was decided.

use super::decision::tracking_of;
use super::meeting::{absences, meeting_before, outcome_words, recusals, reported};
use crate::about::About;
use crate::failure::Failure;
use crate::projection::meeting_title;
use crate::sources::Sources;
use crate::sources::{DIMENSIONS, clock_time, lacking, sentence};
use measures::m14_meeting::quorum;
use measures::say::zh_list;
use measures::*;
use papers::minutes::{Attendee, Minutes, MinutesItem, Question};

pub(super) fn minutes(src: &Sources, about: &About) -> Result<Minutes, Failure> {
    let meeting = src.meeting_of(about)?;
    let opened = meeting.opened.ok_or_else(|| lacking("会议还没有开", "the meeting was not opened"))?;
    let items = src.items_of(&meeting)?;
    let last = meeting_before(src, &meeting)?;
    Ok(Minutes {
        imprint: Default::default(),
        ended: meeting.closed.map(clock_time).unwrap_or_default(),
        due: src.in_office(meeting.day()).len() as u32,
        present: present(src, &meeting),
        absent: absences(src, &meeting),
        advisers: meeting.advisers.iter().map(|a| a.name.clone()).collect(),
        secretaries: vec![src.committee.secretary.clone()],
        quorum: quorum_words(src, &meeting, opened),
        interests: interests_words(src, &items),
        last_minutes: match last.filter(|_| meeting.last_minutes_approved) {
            Some(m) => format!("会议确认了{}纪要。", meeting_title(&m)),
            None => String::new(),
        },
        reported: reported(src, &meeting)?,
        items: items.iter().enumerate().map(|(n, item)| minutes_item(src, &meeting, n as u32 + 1, item)).collect::<Result<_, _>>()?,
        other: vec![],
        recorder: if meeting.recorder.trim().is_empty() { src.committee.secretary.clone() } else { meeting.recorder.clone() },
        meeting: src.meeting_ref(&meeting),
    })
}

/// Members in seat order, with the screen, a late arrival or an early departure noted.
fn present(src: &Sources, meeting: &Meeting) -> Vec<Attendee> {
    let mut out = Vec::new();
    for m in src.in_office(meeting.day()) {
        let stays: Vec<&Attendance> = meeting.attendance.iter().filter(|a| a.member == m.id).collect();
        let Some(first) = stays.first() else { continue };
        let mut notes = Vec::new();
        if first.presence == Presence::Video {
            notes.push("视频".to_string());
        }
        if meeting.opened.is_some_and(|o| first.from > o) {
            notes.push(format!("{}到会", clock_time(first.from)));
        }
        let left = stays.last().and_then(|a| a.until).filter(|u| meeting.closed.is_none_or(|c| *u < c));
        if let Some(at) = left {
            notes.push(format!("{}离会", clock_time(at)));
        }
        out.push(Attendee { name: m.name.clone(), category: m.category.zh().into(), note: notes.join("，") });
    }
    out
}

fn quorum_words(src: &Sources, meeting: &Meeting, opened: Instant) -> String {
    let whole = Item {
        id: String::new(),
        meeting: meeting.id.clone(),
        case: String::new(),
        round: 0,
        minutes: 0,
        conflicts_asked: None,
        recusals: vec![],
        taken_up: None,
        ballots: vec![],
        outcome: None,
        presented: String::new(),
        answers: String::new(),
        remarks: vec![],
        documents: vec![],
    };
    let q = quorum(&src.facts(), meeting, &whole, opened);
    let kinds = zh_list(q.counts.iter().filter(|(_, n)| *n > 0).map(|(c, n)| format!("{}{n}人", c.zh())));
    let least = src.law.rules.quorum();
    match q.lamp {
        Verdict::Block => format!("开会时到会委员包括{kinds}，不符合不少于{least}人且四类齐备的规定，逐项到会情况见各议题。"),
        _ => format!("开会时到会委员包括{kinds}，不少于{least}人且四类齐备，逐项到会情况见各议题。"),
    }
}

fn interests_words(src: &Sources, items: &[Item]) -> String {
    let stepped_out: Vec<String> = items
        .iter()
        .enumerate()
        .flat_map(|(n, item)| item.recusals.iter().map(move |r| (n + 1, r)))
        .map(|(n, r)| format!("{}（第{n}项）", src.name(&r.member)))
        .collect();
    match stepped_out.len() {
        0 => "主持人逐项询问利益冲突，委员均声明没有利益冲突。".into(),
        _ => format!("主持人逐项询问利益冲突，{}声明有利益冲突并回避，其他委员声明没有利益冲突。", zh_list(stepped_out)),
    }
}

fn minutes_item(src: &Sources, meeting: &Meeting, no: u32, item: &Item) -> Result<MinutesItem, Failure> {
    let case = src.need::<Case>("case", &item.case)?;
    let i = item.round as usize;
    let round = &case.rounds[i];
    let decision = [&round.decision, &round.preliminary].into_iter().flatten().find(|d| d.item.as_ref() == Some(&item.id));
    let deliberated = item.outcome.as_ref().is_none_or(|o| o.result != ItemResult::NotDeliberated);
    Ok(MinutesItem {
        no,
        case: src.case_ref(&case, i),
        kind: round.kind.zh().into(),
        documents: src.documents(&case, i, Some(item))?,
        presenter: if deliberated { case.application.leader.clone() } else { String::new() },
        presentation: sentence(&item.presented),
        questions: questions(&item.answers),
        discussion: item
            .remarks
            .iter()
            .filter(|r| !r.dissent)
            .map(|r| papers::DimensionNote {
                dimension: (r.dimension as usize).checked_sub(1).and_then(|d| DIMENSIONS.get(d)).copied().unwrap_or("").into(),
                text: sentence(&r.text),
            })
            .collect(),
        dissent: item.remarks.iter().filter(|r| r.dissent).map(|r| sentence(&r.text)).collect(),
        recused: recusals(src, item),
        vote: src.vote_summary(meeting, item)?,
        outcome: outcome_sentence(src, &case, item)?,
        conditions: decision.map(|d| d.suggestions.iter().chain(&d.conditions).map(|s| sentence(s)).collect()).unwrap_or_default(),
        tracking: decision.and_then(tracking_of),
    })
}

fn outcome_sentence(src: &Sources, case: &Case, item: &Item) -> Result<String, Failure> {
    let Some(outcome) = &item.outcome else { return Ok("尚未审议。".into()) };
    let next = match &outcome.deferred_to {
        Some(id) => format!("改列第{}次会议。", src.need::<Meeting>("meeting", id)?.no),
        None => String::new(),
    };
    // Closed on the count alone, the item's reason is the count's sentence, whose end says what this one begins with.
    let meeting = src.need::<Meeting>("meeting", &item.meeting)?;
    let why = match src.count(&meeting, item)?.1.filter(|t| t.zh == outcome.reason) {
        Some(t) => format!("{}，均未达到", t.count_zh),
        None => crate::sources::clause(&outcome.reason),
    };
    Ok(match outcome.result {
        ItemResult::Decided => {
            let words = outcome_words(case, item, outcome);
            let note = if outcome.chair_note.trim().is_empty() {
                String::new()
            } else {
                format!("主任委员说明：{}", sentence(&outcome.chair_note))
            };
            match outcome.decision {
                Some(DecisionKind::Pass) => format!("{words}，由本单位报请专家复核。{note}"),
                _ => format!("决定{words}。{note}"),
            }
        }
        ItemResult::NoDecision if why.is_empty() => format!("各选项均未达到到会委员的三分之二，未形成决定。{next}"),
        ItemResult::NoDecision => format!("未形成决定：{why}。{next}"),
        ItemResult::NotDeliberated => format!("未审议：{}。{next}", if why.is_empty() { "不具备审议条件" } else { &why }),
    })
}

/// 问：… 答：… line by line; a summary without that form stands as one answer.
fn questions(text: &str) -> Vec<Question> {
    let mut out: Vec<Question> = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let of = |head: [&str; 2]| head.iter().find_map(|h| line.strip_prefix(h)).map(sentence);
        if let Some(question) = of(["问：", "问:"]) {
            out.push(Question { question, answer: String::new() });
        } else if let Some(answer) = of(["答：", "答:"]) {
            match out.last_mut() {
                Some(q) if q.answer.is_empty() => q.answer = answer,
                _ => out.push(Question { question: String::new(), answer }),
            }
        } else {
            match out.last_mut() {
                Some(q) => q.answer.push_str(&sentence(line)),
                None => out.push(Question { question: "委员就有关问题提问。".into(), answer: sentence(line) }),
            }
        }
    }
    out
}
