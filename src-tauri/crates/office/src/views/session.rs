//! One meeting, planned, held or closed: who comes, what each item's lamp says, how its vote stands. Lamp, arithmetic and
//! outcome are those of `measures`; here they are gathered.

use super::agenda::{papers_of, ready, since_last, stages};
use super::ahead::{answered, nothing, quorum_of, seen_at, whole_forecast};
use super::case::names;
use super::meeting::{ItemView, MeetingView, OptionView, SeatView};
use crate::failure::Failure;
use crate::office::Office;
use crate::prints::outcome_words;
use crate::sources::Sources;
use measures::e16_two_thirds::tally;
use measures::m14_meeting::{self, Quorum, options_of, quorum};
use measures::say::{en_list, zh_list, zh_near};
use measures::*;

pub(super) fn build(office: &Office, now: Instant, id: &str) -> Result<MeetingView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let facts = src.facts();
    let meeting = src.need::<Meeting>("meeting", id)?;
    let records = src.items_of(&meeting)?;
    let mut pairs = Vec::new();
    for item in &records {
        pairs.push((item.clone(), src.need::<Case>("case", &item.case)?));
    }
    let mut items = Vec::new();
    for (i, (item, case)) in pairs.iter().enumerate() {
        items.push(item_view(&src, &meeting, i as u32 + 1, item, case)?);
    }
    let planned = meeting.opened.is_none();
    let whole = match planned {
        true => whole_forecast(&src, &meeting),
        false => quorum(&facts, &meeting, &nothing(&meeting), seen_at(&meeting, now)),
    };
    let precheck = match planned && meeting.cancelled.is_none() {
        true => m14_precheck::precheck(&facts, &meeting, &pairs, &newer(&src, &pairs)?, now),
        false => vec![],
    };
    let day = meeting.starts.date_naive();
    let notice_by = clock::working_days_before(day, src.law.rules.meeting_notice_working_days(), &src.law.calendar);
    let (zh, en) = sentence(&src, &meeting, &items, &whole);
    Ok(MeetingView {
        zh,
        en,
        stages: stages(&src, &meeting, &precheck),
        seats: seats(&src, &meeting),
        quorum: whole,
        precheck,
        opening: if planned { m14_meeting::can_open(&facts, &meeting, now.max(meeting.starts)) } else { vec![] },
        closing: if !planned && meeting.closed.is_none() { m14_meeting::can_close_meeting(&meeting, &records) } else { vec![] },
        noticing: if meeting.noticed.is_none() && planned { m14_meeting::can_notice(&facts, &meeting, src.today()) } else { vec![] },
        notice_by: planned.then(|| clock::fixed(notice_by).under(&["R", "M14"])),
        ready: if planned && meeting.cancelled.is_none() { ready(&src)? } else { vec![] },
        papers: papers_of(&src, &meeting.id)?,
        since_last: since_last(&src, &meeting)?,
        names: names(&src)?,
        items,
        meeting,
    })
}

fn item_view(src: &Sources, meeting: &Meeting, order: u32, item: &Item, case: &Case) -> Result<ItemView, Failure> {
    let facts = src.facts();
    let at = item.round as usize;
    let round = case.rounds.get(at).unwrap_or_else(|| case.round());
    let quorum = quorum_of(src, meeting, item, case);
    let options = options_of(case, item, &src.committee.settings);
    let counted = item.ballot().map(|b| tally(&quorum, b, &options));
    let running = meeting.opened.is_some() && item.taken_up.is_some() && item.outcome.is_none();
    let due = due_of(&facts, case, at, src.now);
    let left = due.as_ref().filter(|_| !round.over()).map(|d| clock::left(d, src.now, Owner::Committee, &src.law.calendar));
    let (outcome_zh, outcome_en) = match &item.outcome {
        Some(o) => (outcome_words(case, item, o), o.decision.map_or(o.result.en(), DecisionKind::en).to_string()),
        None => Default::default(),
    };
    let own = |d: &&Decision| d.item.as_deref() == Some(item.id.as_str());
    Ok(ItemView {
        id: item.id.clone(),
        order,
        case: case.id.clone(),
        number: format!("{}{}", case.number, round.suffix),
        title: case.application.title.clone(),
        leader: case.application.leader.clone(),
        department: case.application.department.clone(),
        round_zh: round.kind.zh().into(),
        round_en: round.kind.en().into(),
        listed: case.listed.as_ref().map(|l| l.items.clone()).unwrap_or_default(),
        minutes: item.minutes,
        due,
        left,
        conflicts: e08_conflicts::matches_on(&facts, case, meeting.day()),
        options: options.iter().map(|v| OptionView { vote: *v, zh: v.zh().into(), en: v.en().into(), mark: v.mark().into() }).collect(),
        closing: if running { m14_meeting::can_close_item(&facts, meeting, item, case, "", seen_at(meeting, src.now)) } else { vec![] },
        documents: documents(src, case, item)?,
        decision: [&round.decision, &round.preliminary].into_iter().flatten().find(own).cloned(),
        quorum,
        tally: counted,
        outcome_zh,
        outcome_en,
        item: item.clone(),
    })
}

/// The date a round must keep, whichever of its clocks that is.
fn due_of(facts: &Facts, case: &Case, round: usize, now: Instant) -> Option<Due> {
    if round + 1 != case.rounds.len() {
        return m16_decision::due(facts, &case.rounds[round]);
    }
    let clocks = assess::clocks_of(facts, case, now);
    ["before_rereview", "emergency", "redecision", "decision", "after_opinion", "tracking"]
        .iter()
        .find_map(|key| clocks.iter().find(|c| c.key == *key && c.due.is_some()))
        .and_then(|c| c.due.clone())
}

/// The documents before the members, by name and version.
fn documents(src: &Sources, case: &Case, item: &Item) -> Result<Vec<String>, Failure> {
    let said = src.documents(case, item.round as usize, Some(item))?;
    Ok(said.into_iter().map(|m| format!("{} {}", m.name, m.version).trim().to_string()).collect())
}

/// Items whose documents have been replaced since they were put on the agenda.
fn newer(src: &Sources, pairs: &[(Item, Case)]) -> Result<Vec<(u32, String)>, Failure> {
    let mut out = Vec::new();
    for (i, (item, case)) in pairs.iter().enumerate().filter(|(_, (item, _))| !item.documents.is_empty()) {
        for m in src.materials(&case.id)?.iter().filter(|m| m.replaced_by.is_some()) {
            let named = |said: &String| *said == m.id || (!m.version.is_empty() && said.starts_with(&m.name) && said.ends_with(&m.version));
            if item.documents.iter().any(named) {
                out.push((i as u32 + 1, m.name.clone()));
            }
        }
    }
    Ok(out)
}

fn seats(src: &Sources, meeting: &Meeting) -> Vec<SeatView> {
    let facts = src.facts();
    let day = meeting.day();
    let at = seen_at(meeting, src.now);
    src.in_office(day)
        .into_iter()
        .map(|m| {
            let invitation = meeting.invitations.iter().find(|i| i.member == m.id);
            let stays: Vec<&Attendance> = meeting.attendance.iter().filter(|a| a.member == m.id).collect();
            let role = m.role_on(day).unwrap_or(Role::Member);
            let mut may_attend = m14_meeting::can_attend(&facts, &m.id, day);
            if invitation.is_some_and(|i| i.reply == Reply::Video) {
                may_attend.extend(
                    m14_meeting::can_attend_by_video(&facts, &m.id, day)
                        .into_iter()
                        .filter(|f| !may_attend.contains(f))
                        .collect::<Vec<_>>(),
                );
            }
            SeatView {
                id: m.id.clone(),
                name: m.name.clone(),
                role,
                role_zh: role.zh().into(),
                category: m.category,
                category_zh: m.category.zh().into(),
                external: m.external,
                reply: invitation.map_or(Reply::None, |i| i.reply),
                leaving: invitation.and_then(|i| i.leaving),
                presence: m14_meeting::presence(meeting, &m.id, at),
                arrived: stays.first().map(|a| a.from),
                departed: stays.last().and_then(|a| a.until),
                may_attend,
                phone: m.phone.clone(),
            }
        })
        .collect()
}

/// How the meeting stands.
fn sentence(src: &Sources, meeting: &Meeting, items: &[ItemView], whole: &Quorum) -> (String, String) {
    let today = src.today();
    let n = items.len();
    if meeting.cancelled.is_some() {
        return (format!("会议已取消：{}", meeting.cancelled.clone().unwrap_or_default()), "The meeting was cancelled.".into());
    }
    let red: Vec<u32> = items.iter().filter(|i| i.item.outcome.is_none() && i.quorum.lamp == Verdict::Block).map(|i| i.order).collect();
    if meeting.closed.is_some() {
        let decided = items.iter().filter(|i| i.item.outcome.as_ref().is_some_and(|o| o.result == ItemResult::Decided)).count();
        return (format!("已散会。{n}项中{decided}项形成决定。"), format!("Closed. {decided} of {n} items decided."));
    }
    if meeting.opened.is_some() {
        let done = items.iter().filter(|i| i.item.outcome.is_some()).count();
        let here = whole.attending.len();
        let mut zh = format!("会议进行中，到会{here}人，{n}项中{done}项已有结果");
        let mut en = format!("In session, {here} attending, {done} of {n} items done");
        if !red.is_empty() {
            zh.push_str(&format!("；{}现在不能审议", zh_list(red.iter().map(|r| format!("第{r}项")))));
            en.push_str(&format!("; item {} cannot be heard now", en_list(red.iter().map(u32::to_string))));
        }
        return (format!("{zh}。"), format!("{en}."));
    }
    if n == 0 {
        return ("这次会议还没有议题。".into(), "No items yet.".into());
    }
    let day = meeting.starts.date_naive();
    let silent: Vec<&str> = src
        .in_office(day)
        .into_iter()
        .filter(|m| meeting.invitations.iter().any(|i| i.member == m.id && i.reply == Reply::None))
        .map(|m| m.name.as_str())
        .collect();
    // Before the first answer nothing can be foreseen, and nothing is wrong.
    let heard = answered(meeting);
    let (mut zh, mut en) = match red.as_slice() {
        [] => (format!("{n}项都可以审议"), format!("All {n} items can be heard")),
        _ if !heard => {
            (format!("{n}项议题，委员还没有答复"), format!("{} on the agenda, no member has answered yet", say::en_count(n as i64, "item")))
        }
        red => {
            let first =
                items.iter().find(|i| i.order == red[0]).map(|i| i.quorum.zh.trim_end_matches('。').to_string()).unwrap_or_default();
            (
                format!("{n}项中{}项可以审议，{}开不成：{first}", n - red.len(), zh_list(red.iter().map(|r| format!("第{r}项")))),
                format!("{} of {n} items can be heard; not item {}", n - red.len(), en_list(red.iter().map(u32::to_string))),
            )
        }
    };
    if meeting.noticed.is_some() && !silent.is_empty() && (heard || red.is_empty()) {
        zh.push_str(&format!("；{}还没有答复", zh_list(&silent)));
        en.push_str(&format!("; {} to answer", en_list(&silent)));
    } else if meeting.noticed.is_none() {
        zh.push_str(&format!("；通知还没有发出，{}开会", zh_near(day, today)));
        en.push_str(&format!("; the notice has not gone out, the meeting is on {}", say::en_near(day, today)));
    }
    (format!("{zh}。"), format!("{en}."))
}
