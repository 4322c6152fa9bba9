//! Papers from the counter to the decision: supplement (D3), acceptance (D4), refusal (D5), designation of reviewers (D7),
//! extension (D20), conversion (D21). M13, M16, M20.

use crate::about::About;
use crate::failure::Failure;
use crate::sources::Sources;
use crate::sources::{clause, clock_time, lacking, list_items, sentence};
use measures::say::{zh_date, zh_list};
use measures::*;
use papers::acceptance_notice::AcceptanceNotice;
use papers::conversion_notice::ConversionNotice;
use papers::designation_slip::{DesignationSlip, Reviewer};
use papers::extension_notice::ExtensionNotice;
use papers::refusal_notice::RefusalNotice;
use papers::supplement_notice::{Gap, SupplementNotice};

pub(super) fn supplement_notice(src: &Sources, about: &About) -> Result<SupplementNotice, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let asked = round.supplements.last().ok_or_else(|| lacking("还没有一次性告知补正", "no supplement notice is on record"))?;
    let under = src.under_measures(asked.on);
    Ok(SupplementNotice {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        applicant: case.application.leader.clone(),
        received: round.received.date_naive(),
        gaps: asked
            .gaps
            .iter()
            .map(|(element, missing)| {
                let cites = m12_application::basis(*element).iter().filter(|c| c.starts_with('M') == under || !has_own(*element, under));
                let (lacking, cure) = lacking_and_cure(missing, *element);
                Gap { item: element.zh().into(), basis: zh_list(cites.map(|c| Cite((*c).into()).zh())), lacking, cure }
            })
            .collect(),
        due: Some(asked.due),
        basis: src.basis(asked.on, &[13], &[10]),
        remark: String::new(),
    })
}

/// Whether an element stands on an article of the instrument in force.
fn has_own(element: Element, under_measures: bool) -> bool {
    m12_application::basis(element).iter().any(|c| c.starts_with('M') == under_measures)
}

/// 缺什么；怎么补: the secretary's note says both, or only the first.
fn lacking_and_cure(note: &str, element: Element) -> (String, String) {
    let note = note.trim().trim_end_matches('。');
    match note.split_once(['；', '。']) {
        Some((lacking, cure)) if !cure.trim().is_empty() => (lacking.trim().into(), cure.trim().into()),
        _ if note.is_empty() => ("未提交".into(), format!("提交{}", element.zh())),
        _ => (note.into(), format!("补充提交{}", element.zh())),
    }
}

pub(super) fn acceptance_notice(src: &Sources, about: &About) -> Result<AcceptanceNotice, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let accepted = round.accepted.as_ref().ok_or_else(|| lacking("申请还没有受理", "the application is not accepted"))?;
    let day = accepted.at.date_naive();
    let facts = src.facts();
    let due = m16_decision::nominal_due(&facts, day);
    let emergency = accepted.procedure == Procedure::Emergency;
    let whole = emergency.then(|| clock::hours(accepted.at, src.law.rules.emergency_hours()));
    let days = src.law.rules.decision_days();
    Ok(AcceptanceNotice {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        applicant: case.application.leader.clone(),
        received: round.received.date_naive(),
        accepted: day,
        accepted_time: if emergency { clock_time(accepted.at) } else { String::new() },
        procedure: accepted.procedure.zh().into(),
        procedure_reason: procedure_reason(accepted),
        form: match accepted.procedure {
            Procedure::General => "会议审查",
            Procedure::Simplified => "由主任委员指定两名以上委员审查",
            Procedure::Emergency => "应急审查会议",
        }
        .into(),
        due: due.nominal,
        due_working: format!("自受理之日起{days}日，受理当日不计"),
        due_hours: whole.and_then(|w| w.at).map(|at| format!("{}前", say::zh_instant(at))).unwrap_or_default(),
        listing: src.listing(&case),
        re_review: case.needs_rereview(),
        basis: src.basis(day, &[13, 16], &[10, 17]),
        remark: String::new(),
    })
}

/// Why this procedure: the ground of Article 19 first, then what was typed.
pub(super) fn procedure_reason(accepted: &Acceptance) -> String {
    let typed = clause(&accepted.reason);
    match accepted.ground {
        Some(ground) if typed.is_empty() => ground.zh().into(),
        Some(ground) if typed.contains(ground.zh()) => typed,
        Some(ground) => format!("{}（{typed}）", ground.zh()),
        None => typed,
    }
}

pub(super) fn refusal_notice(src: &Sources, about: &About) -> Result<RefusalNotice, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let refused = round.refused.as_ref().ok_or_else(|| lacking("没有不予受理的记录", "no refusal is on record"))?;
    Ok(RefusalNotice {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        applicant: case.application.leader.clone(),
        received: round.received.date_naive(),
        decided: refused.on,
        reasons: refused.reason.lines().map(sentence).filter(|s| !s.is_empty()).collect(),
        instead: String::new(),
        objection: "如有异议，可以向本委员会书面提出，也可以向本单位或者主管部门反映。".into(),
        basis: src.basis(refused.on, &[12, 13], &[10]),
    })
}

pub(super) fn extension_notice(src: &Sources, about: &About) -> Result<ExtensionNotice, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let accepted = round.accepted.as_ref().map_or(round.received, |a| a.at).date_naive();
    let extension = match round.extensions.last() {
        Some(e) => e.clone(),
        None => proposed_extension(src, round)?.ok_or_else(|| lacking("没有延长审查期限的记录", "no extension is on record"))?,
    };
    Ok(ExtensionNotice {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        applicant: case.application.leader.clone(),
        accepted,
        original_due: extension.from_due,
        reason_kind: extension.ground.zh().into(),
        reason: sentence(&extension.facts),
        new_due: extension.new_due,
        next_step: next_meeting(src, round)?,
        basis: src.basis(extension.on, &[16], &[17]),
    })
}

/// An item that was not decided and whose next meeting lies beyond the limit calls for an extension: what the notice
/// would say. It cannot be issued before the extension itself is recorded.
pub(crate) fn proposed_extension(src: &Sources, round: &Round) -> Result<Option<Extension>, Failure> {
    let items = round.items.iter().map(|id| src.need::<Item>("item", id)).collect::<Result<Vec<Item>, Failure>>()?;
    let Some(outcome) = items.iter().rev().find_map(|i| i.outcome.as_ref()).filter(|o| o.result != ItemResult::Decided) else {
        return Ok(None);
    };
    let facts = src.facts();
    let Some(due) = m16_decision::due(&facts, round) else { return Ok(None) };
    // It may be on the next agenda already, or only be said to go there.
    let planned = items.last().filter(|i| i.outcome.is_none()).map(|i| &i.meeting).or(outcome.deferred_to.as_ref());
    let next = match planned {
        Some(id) => Some(src.need::<Meeting>("meeting", id)?.day()),
        None => None,
    };
    if next.is_some_and(|day| day <= due.nominal) {
        return Ok(None);
    }
    let new_due = match next {
        Some(day) => clock::working_days(day, src.law.rules.after_opinion_working_days(), &src.law.calendar).nominal,
        None => due.nominal + chrono::Days::new(src.law.rules.decision_days().into()),
    };
    let why = match outcome.result {
        ItemResult::NoDecision => "会议表决未形成决定".to_string(),
        _ if outcome.reason.trim().is_empty() => "会议未能审议".to_string(),
        _ => format!("会议未能审议：{}", clause(&outcome.reason)),
    };
    Ok(Some(Extension {
        on: outcome.at.date_naive(),
        ground: ExtensionGround::Other,
        facts: why,
        from_due: due.nominal,
        new_due,
        late: false,
        approved_by: String::new(),
        paper: None,
    }))
}

/// The meeting a round is to come before, when it is on an agenda that has not been held.
fn next_meeting(src: &Sources, round: &Round) -> Result<String, Failure> {
    let Some(item) = round.items.last().and_then(|id| src.reader.get::<Item>(id).transpose()).transpose()? else {
        return Ok(String::new());
    };
    let meeting = match item.outcome.as_ref().map(|o| o.deferred_to.clone()) {
        None => src.need::<Meeting>("meeting", &item.meeting)?,
        Some(Some(to)) => src.need::<Meeting>("meeting", &to)?,
        Some(None) => return Ok(String::new()),
    };
    if meeting.closed.is_some() || meeting.cancelled.is_some() {
        return Ok(String::new());
    }
    Ok(format!("本申请拟提交{}第{}次会议审议。", zh_date(meeting.day()), meeting.no))
}

pub(super) fn conversion_notice(src: &Sources, about: &About) -> Result<ConversionNotice, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let converted = round.converted.as_ref().ok_or_else(|| lacking("没有转一般程序的记录", "no conversion is on record"))?;
    let accepted = round.accepted.as_ref().ok_or_else(|| lacking("申请还没有受理", "the application is not accepted"))?.at.date_naive();
    let facts = src.facts();
    let due = m16_decision::due(&facts, round).unwrap_or_else(|| m16_decision::nominal_due(&facts, accepted));
    let next = next_meeting(src, round)?;
    Ok(ConversionNotice {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        applicant: case.application.leader.clone(),
        accepted,
        converted: converted.on,
        reason: clause(&converted.because),
        due: due.nominal,
        next_step: if next.is_empty() {
            "本申请将提交委员会会议审议，审查期限仍自受理之日起计算。".into()
        } else {
            next
        },
        basis: src.basis(converted.on, &[20], &[22, 24]),
    })
}

pub(super) fn designation_slip(src: &Sources, about: &About) -> Result<DesignationSlip, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let named = round.designation.as_ref().ok_or_else(|| lacking("还没有指定委员", "no reviewers are designated"))?;
    let facts = src.facts();
    let matches = e08_conflicts::matches_on(&facts, &case, named.on);
    let interests = |id: &str| match matches.iter().filter(|m| m.member == id).map(|m| m.how_zh.as_str()).collect::<Vec<_>>() {
        found if found.is_empty() => "经比对无利益冲突".to_string(),
        found => found.join("；"),
    };
    Ok(DesignationSlip {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        ground: round.accepted.as_ref().map(procedure_reason).unwrap_or_default(),
        reviewers: named
            .reviewers
            .iter()
            .map(|id| Reviewer {
                name: src.name(id),
                category: src.members.iter().find(|m| m.id == *id).map_or("", |m| m.category.zh()).into(),
                interests: interests(id),
            })
            .collect(),
        opinions_by: None,
        chair: src.name(&named.by),
        basis: src.basis(named.on, &[19, 20], &[22]),
    })
}

/// The list item as the list words it, for papers that go to the authority.
pub(super) fn list_item(case: &Case) -> String {
    let Some(judged) = &case.listed else { return String::new() };
    zh_list(judged.items.iter().map(|n| match m21_list::List::shipped().items.iter().find(|i| i.n == *n) {
        Some(item) => format!("{}，{}", list_items(&[*n]), clause(&item.zh)),
        None => list_items(&[*n]),
    }))
}
