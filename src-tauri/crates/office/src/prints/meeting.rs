//! Papers of a meeting: notice (D9), agenda (D10), sign-in sheet (D11), ballots (D15), tally (D16), the designation to
//! preside (D8). M14, E8, E14, E16.

use super::names::person;
use crate::about::About;
use crate::failure::Failure;
use crate::projection::meeting_title;
use crate::sources::Sources;
use crate::sources::{arithmetic, clock_time, lacking, votes};
use measures::m14_meeting::options_for;
use measures::say::{zh_date, zh_list};
use measures::*;
use papers::agenda::Agenda;
use papers::ballots::{BallotItem, Ballots};
use papers::host_designation::HostDesignation;
use papers::meeting_notice::MeetingNotice;
use papers::sign_in::{SignIn, SignInRow};
use papers::tally::{NamedVote, Tally, TallyItem};
use store::{Op, RowQuery};

/// Minutes for the opening: quorum, interests, last minutes, reports.
const OPENING: i64 = 10;

/// The agenda with planned times, and for each item the members known to step out.
pub(super) fn agenda_items(src: &Sources, meeting: &Meeting) -> Result<Vec<papers::AgendaItem>, Failure> {
    let facts = src.facts();
    let mut at = meeting.starts + chrono::Duration::minutes(OPENING);
    let mut out = Vec::new();
    for (n, item) in src.items_of(meeting)?.iter().enumerate() {
        let case = src.need::<Case>("case", &item.case)?;
        let round = item.round as usize;
        let mut recused: Vec<String> = item.recusals.iter().map(|r| r.member.clone()).collect();
        for m in e08_conflicts::matches_on(&facts, &case, meeting.day()).into_iter().filter(|m| m.certain) {
            if !recused.contains(&m.member) {
                recused.push(m.member);
            }
        }
        out.push(papers::AgendaItem {
            no: n as u32 + 1,
            case: src.case_ref(&case, round),
            kind: case.rounds[round].kind.zh().into(),
            time: clock_time(at),
            minutes: Some(item.minutes),
            presenter: case.application.leader.clone(),
            recused: src.names(&recused),
        });
        at += chrono::Duration::minutes(item.minutes.into());
    }
    Ok(out)
}

/// One notice an addressee: a member, an adviser, or with an item alone its applicant.
pub(super) fn notice(src: &Sources, about: &About) -> Result<MeetingNotice, Failure> {
    let meeting = src.meeting_of(about)?;
    let mut items = agenda_items(src, &meeting)?;
    let (addressee, role) = match (&about.member, &about.item) {
        (Some(id), _) => person(src, id)?,
        (None, Some(item)) => {
            let at = meeting.items.iter().position(|i| i == item);
            items = at.and_then(|at| items.into_iter().nth(at)).into_iter().collect();
            (items.first().map(|i| i.case.leader.clone()).unwrap_or_default(), "申请人")
        }
        (None, None) => ("各位委员".into(), "委员"),
    };
    let applicant = role == "申请人";
    let reply_by = clock::working_days_before(meeting.starts.date_naive(), 2, &src.law.calendar);
    Ok(MeetingNotice {
        imprint: Default::default(),
        meeting: src.meeting_ref(&meeting),
        addressee,
        role: role.into(),
        items,
        access: if applicant {
            String::new()
        } else {
            "会议材料另行送交，请在会前阅读，并按保密承诺保管、交回。".into()
        },
        reply_by: (!applicant).then_some(reply_by),
        remark: if applicant {
            "请按时到会报告并回答提问；讨论和表决时请退出会场。".into()
        } else {
            String::new()
        },
        reply_slip: !applicant,
    })
}

/// The meeting held before this one, if any.
pub(super) fn meeting_before(src: &Sources, meeting: &Meeting) -> Result<Option<Meeting>, Failure> {
    let before = |m: &Meeting| m.closed.is_some() && m.starts < meeting.starts && m.id != meeting.id;
    Ok(src.reader.all::<Meeting>()?.into_iter().filter(before).max_by_key(|m| m.starts))
}

/// Simplified and emergency reviews decided since the meeting before, one sentence each (D10, D17).
pub(super) fn reported(src: &Sources, meeting: &Meeting) -> Result<Vec<String>, Failure> {
    let since = meeting_before(src, meeting)?.map(|m| m.day());
    let until = meeting.day();
    let procedures = [Procedure::Simplified.zh(), Procedure::Emergency.zh()];
    let query = RowQuery {
        filter: vec![("procedure".into(), Op::In, serde_json::json!(procedures))],
        order: "number".into(),
        limit: 10_000,
        ..RowQuery::default()
    };
    let (rows, _) = src.reader.case_rows(&query)?;
    let mut said = Vec::new();
    for id in rows.iter().filter_map(|r| r["id"].as_str()) {
        let case = src.need::<Case>("case", id)?;
        for round in &case.rounds {
            let Some(d) = round.decision.as_ref().filter(|d| d.meeting.is_none()) else { continue };
            let Some(procedure) = round.procedure().filter(|p| *p != Procedure::General) else { continue };
            if since.is_none_or(|s| d.on > s) && d.on <= until {
                let by = round.designation.as_ref().map(|n| format!("由{}审查，", zh_list(src.names(&n.reviewers)))).unwrap_or_default();
                said.push(format!(
                    "{}{}“{}”，{}，{by}{}{}。",
                    case.number,
                    round.suffix,
                    case.application.title,
                    procedure.zh(),
                    zh_date(d.on),
                    d.kind.zh()
                ));
            }
        }
    }
    Ok(said)
}

pub(super) fn agenda(src: &Sources, about: &About) -> Result<Agenda, Failure> {
    let meeting = src.meeting_of(about)?;
    Ok(Agenda {
        imprint: Default::default(),
        due: src.in_office(meeting.day()).len() as u32,
        items: agenda_items(src, &meeting)?,
        reported: reported(src, &meeting)?,
        last_minutes: meeting_before(src, &meeting)?.map(|m| format!("{}纪要", meeting_title(&m))).unwrap_or_default(),
        other: vec![],
        meeting: src.meeting_ref(&meeting),
    })
}

/// Before the meeting a sheet to sign; afterwards the record of who came and went.
pub(super) fn sign_in(src: &Sources, about: &About) -> Result<SignIn, Failure> {
    let meeting = src.meeting_of(about)?;
    let day = meeting.day();
    let members = src
        .in_office(day)
        .into_iter()
        .map(|m| {
            let stays: Vec<&Attendance> = meeting.attendance.iter().filter(|a| a.member == m.id).collect();
            let absent = meeting.invitations.iter().any(|i| i.member == m.id && i.reply == Reply::Absent);
            SignInRow {
                name: m.name.clone(),
                gender: m.sex.zh().into(),
                category: m.category.zh().into(),
                unit: m.unit.clone(),
                external: m.external,
                way: match (stays.first(), meeting.opened) {
                    (Some(a), _) => a.presence.zh().into(),
                    (None, Some(_)) => if absent { "请假" } else { "缺席" }.into(),
                    (None, None) => String::new(),
                },
                came: stays.first().map(|a| clock_time(a.from)).unwrap_or_default(),
                left: stays.last().and_then(|a| a.until).map(clock_time).unwrap_or_default(),
            }
        })
        .collect();
    let mut advisers = Vec::new();
    for seat in &meeting.advisers {
        let unit = src.reader.get::<Adviser>(&seat.adviser)?.map(|a| a.unit).unwrap_or_default();
        advisers.push(SignInRow { name: seat.name.clone(), unit, external: true, ..Default::default() });
    }
    let mut applicants = Vec::new();
    for (n, item) in src.items_of(&meeting)?.iter().enumerate() {
        let case = src.need::<Case>("case", &item.case)?;
        let at = src.case_ref(&case, item.round as usize);
        applicants.push(SignInRow { name: at.leader, unit: at.unit, category: format!("第{}项", n + 1), ..Default::default() });
    }
    let secretary = SignInRow { name: src.committee.secretary.clone(), unit: src.committee.unit.name.clone(), ..Default::default() };
    Ok(SignIn {
        imprint: Default::default(),
        meeting: src.meeting_ref(&meeting),
        members,
        advisers,
        secretaries: vec![secretary],
        applicants,
    })
}

/// One ballot a voting member and item. Whoever is recused, or has said he will not come, gets none.
pub(super) fn ballots(src: &Sources, about: &About) -> Result<Ballots, Failure> {
    let meeting = src.meeting_of(about)?;
    let planned = agenda_items(src, &meeting)?;
    let mut items = Vec::new();
    for (item, on_agenda) in src.items_of(&meeting)?.iter().zip(planned) {
        if about.item.as_ref().is_some_and(|only| *only != item.id) {
            continue;
        }
        let case = src.need::<Case>("case", &item.case)?;
        let round = item.round as usize;
        let documents = src.documents(&case, round, Some(item))?;
        let plan = documents.iter().find(|d| d.name.contains("方案")).or(documents.first());
        let here = |m: &Member| match meeting.opened {
            Some(_) => meeting.attendance.iter().any(|a| a.member == m.id),
            None => !meeting.invitations.iter().any(|i| i.member == m.id && i.reply == Reply::Absent),
        };
        items.push(BallotItem {
            no: on_agenda.no,
            kind: on_agenda.kind,
            case: on_agenda.case,
            version: plan.map(document_words).unwrap_or_default(),
            options: options_for(&case, round, &src.committee.settings)
                .iter()
                .filter(|v| **v != Vote::Spoilt)
                .map(|v| v.zh().to_string())
                .collect(),
            voters: src
                .in_office(meeting.day())
                .into_iter()
                .filter(|m| here(m) && !on_agenda.recused.contains(&m.name))
                .map(|m| m.name.clone())
                .collect(),
        });
    }
    if items.is_empty() {
        return Err(lacking("议程还没有议题", "the agenda has no items"));
    }
    Ok(Ballots { imprint: Default::default(), meeting: src.meeting_ref(&meeting), signed: src.committee.settings.signed_ballots, items })
}

/// 实施方案V1.2（2026年8月20日）
fn document_words(m: &papers::Material) -> String {
    let date = m.date.map(|d| format!("（{}）", zh_date(d))).unwrap_or_default();
    format!("{}{}{date}", m.name, m.version)
}

pub(super) fn recusals(src: &Sources, item: &Item) -> Vec<papers::Recusal> {
    let time = |at: Option<Instant>| at.map(clock_time).unwrap_or_default();
    item.recusals
        .iter()
        .map(|r| papers::Recusal { name: src.name(&r.member), reason: r.reason.clone(), left_at: time(r.left), back_at: time(r.back) })
        .collect()
}

/// Members in office who were not at the meeting, with what they had answered.
pub(super) fn absences(src: &Sources, meeting: &Meeting) -> Vec<papers::Absence> {
    src.in_office(meeting.day())
        .into_iter()
        .filter(|m| !meeting.attendance.iter().any(|a| a.member == m.id))
        .map(|m| {
            let answer = meeting.invitations.iter().find(|i| i.member == m.id);
            let reason = match answer {
                Some(i) if !i.note.trim().is_empty() => i.note.clone(),
                Some(i) if i.reply == Reply::Absent => "请假".into(),
                _ => String::new(),
            };
            papers::Absence { name: m.name.clone(), reason }
        })
        .collect()
}

pub(super) fn tally(src: &Sources, about: &About) -> Result<Tally, Failure> {
    let meeting = src.meeting_of(about)?;
    let due = src.in_office(meeting.day()).len() as u32;
    let mut items = Vec::new();
    for (n, item) in src.items_of(&meeting)?.iter().enumerate() {
        if about.item.as_ref().is_some_and(|only| *only != item.id) {
            continue;
        }
        let case = src.need::<Case>("case", &item.case)?;
        let round = item.round as usize;
        let (quorum, count) = src.count(&meeting, item)?;
        let away: Vec<String> = src.names(&quorum.absent);
        let mut absent = absences(src, &meeting);
        for name in away.iter().filter(|n| !absent.iter().any(|a| a.name == **n)).cloned().collect::<Vec<_>>() {
            absent.push(papers::Absence { name, reason: "本项时不在场".into() });
        }
        let named = match item.ballot() {
            Some(ballot) if src.committee.settings.signed_ballots => quorum
                .attending
                .iter()
                .map(|id| NamedVote {
                    name: src.name(id),
                    category: src.members.iter().find(|m| m.id == *id).map_or("", |m| m.category.zh()).into(),
                    vote: ballot.votes.get(id).map_or("未投票", |v| v.zh()).into(),
                    reason: String::new(),
                })
                .collect(),
            _ => vec![],
        };
        items.push(TallyItem {
            no: n as u32 + 1,
            case: src.case_ref(&case, round),
            kind: case.rounds[round].kind.zh().into(),
            due,
            attending: quorum.attending.len() as u32,
            recused: recusals(src, item),
            absent,
            votes: count.as_ref().map(votes).unwrap_or_default(),
            needed: quorum.needed,
            arithmetic: count.as_ref().map(arithmetic).unwrap_or_default(),
            outcome: item.outcome.as_ref().map(|o| outcome_words(&case, item, o)).unwrap_or_default(),
            named,
        });
    }
    Ok(Tally { imprint: Default::default(), meeting: src.meeting_ref(&meeting), items, tellers: vec![] })
}

/// 批准, 批准变更, 未形成决定, 未审议.
pub(crate) fn outcome_words(case: &Case, item: &Item, outcome: &Outcome) -> String {
    match (outcome.result, outcome.decision) {
        (ItemResult::Decided, Some(DecisionKind::Approve)) if case.rounds[item.round as usize].kind == RoundKind::Amendment => {
            "批准变更".into()
        }
        (ItemResult::Decided, Some(kind)) => kind.zh().into(),
        (result, _) => result.zh().into(),
    }
}

pub(super) fn host_designation(src: &Sources, about: &About) -> Result<HostDesignation, Failure> {
    let meeting = src.meeting_of(about)?;
    let d = meeting.designation.as_ref().ok_or_else(|| lacking("没有指定主持的记录", "no designation is on record"))?;
    Ok(HostDesignation {
        imprint: Default::default(),
        vice_chair: src.name(&d.vice_chair),
        meeting: format!("{}（{}）", meeting_title(&meeting), zh_date(meeting.starts.date_naive())),
        items: String::new(),
        reason: crate::sources::clause(&d.reason),
        chair: src.name(&d.by),
        basis: src.basis(d.on, &[14], &[14]),
    })
}
