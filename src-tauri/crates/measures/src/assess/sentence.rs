//! The standing sentence: state, what is next, the article that matters.

use super::{Beside, Stage, stage};
use crate::m14_meeting::rereview_binds;
use crate::m19_simplified::{SimplifiedOutcome, outcome};
use crate::{
    Case, Date, DecisionKind, Facts, Instant, RereviewOpinion, Round, m12_application, m12_commission, m16_decision, m17_tracking,
    m22_rereview, names, say,
};

pub(super) fn sentence(facts: &Facts, case: &Case, beside: Beside, stage: Stage, now: Instant) -> (String, String) {
    let today = now.date_naive();
    let round = case.round();
    let z = |d: Date| say::zh_near(d, today);
    let e = |d: Date| say::en_near(d, today);
    match stage {
        Stage::Draft => ("草稿，还没有收件。".into(), "Draft, not received yet.".into()),
        Stage::Received => received(case),
        Stage::Supplement => {
            let s = round.supplements.last();
            let (n, due) = s.map_or((0, today), |s| (s.gaps.len(), s.due));
            (
                format!("已一次性告知补正{n}项，申请人限{}前补交；受理前不计30日。", z(due)),
                format!("{n} supplements asked for, due {}; the 30 days have not begun.", e(due)),
            )
        }
        Stage::Refused => ended(round.refused.as_ref().map(|x| (x.on, x.reason.as_str())), "不予受理", "Refused", today),
        Stage::Withdrawn => ended(round.withdrawn.as_ref().map(|x| (x.on, x.reason.as_str())), "申请人撤回", "Withdrawn", today),
        Stage::Accepted | Stage::InGeneral | Stage::InEmergency => in_review(facts, case, beside, stage, today),
        Stage::InSimple => simple(facts, round, today),
        Stage::PrelimPassed => {
            let on = round.preliminary.as_ref().map_or(today, |p| p.on);
            let f = &case.application.flags;
            if f.several_units && !f.lead_unit {
                (
                    format!("{}初步审查通过。本单位不是牵头单位，等牵头单位申请复核（第二十二条）。", z(on)),
                    format!("Preliminary review passed {}. The lead unit applies for re-review; waiting (Art. 22).", e(on)),
                )
            } else {
                (
                    format!("{}初步审查通过，待本单位报请专家复核（第二十二条）。", z(on)),
                    format!("Preliminary review passed {}; the unit is to apply for re-review (Art. 22).", e(on)),
                )
            }
        }
        Stage::RereviewSent => {
            let r = round.rereview.as_ref();
            let who = r.map_or("", |r| r.authority.as_str());
            match r.and_then(|r| r.received) {
                Some(on) => {
                    let due = m22_rereview::authority_due(facts, on).nominal;
                    (
                        format!("{who}{}收到申请，{}满30日；对方的时限，不计本委员会逾期。", z(on), z(due)),
                        format!("{who} received it on {}; 30 days end on {}. Their limit, not ours.", e(on), e(due)),
                    )
                }
                None => {
                    let sent = r.map_or(today, |r| r.sent);
                    (
                        format!("{}向{who}报请复核，还没有登记对方收到日期。", z(sent)),
                        format!("Sent to {who} on {}; their day of receipt is not on file.", e(sent)),
                    )
                }
            }
        }
        Stage::RereviewBack if round.elsewhere() => (
            "复核意见已收到，待受托方据此作决定（第二十四条）。".into(),
            "The re-review opinion is in; the commissioned body is to decide accordingly (Art. 24).".into(),
        ),
        Stage::RereviewBack => match stage::opinion(case) {
            Some(RereviewOpinion::Disagree) => (
                "复核意见为不同意：不能批准，可以修改后再审或者不予批准（第二十四条）。".into(),
                "Re-review disagrees: no approval; revise or reject (Art. 24).".into(),
            ),
            _ => (
                "复核意见为同意，待委员会据此作决定（第二十四条）。".into(),
                "Re-review agrees; the committee is to decide accordingly (Art. 24).".into(),
            ),
        },
        Stage::Decided => {
            let (kind, on) = decision(round, today);
            (
                format!("{}决定{}，还没有送达；送达后申诉期才起算。", z(on), kind.zh()),
                format!("Decided {}: {}. Not served yet; the appeal period starts with service.", e(on), kind.en()),
            )
        }
        Stage::Appealed => {
            let a = round.appeal.as_ref();
            let due = a.map_or(today, |a| m16_decision::redecision_due(facts, a).rolled);
            match a.and_then(|a| a.sufficient) {
                Some(true) => (
                    format!("申诉理由充分，{}前重新作出决定（第十六条）。", z(due)),
                    format!("Appeal well founded; a new decision is due {} (Art. 16).", e(due)),
                ),
                _ => (
                    format!("申请人申诉，理由充分的{}前重新作出决定（第十六条）。", z(due)),
                    format!("Under appeal; a new decision, if due, by {} (Art. 16).", e(due)),
                ),
            }
        }
        Stage::Revising => {
            let by = round.decision.as_ref().and_then(|d| d.resubmit_by);
            match by {
                Some(d) => (
                    format!("修改后再审，等申请人{}前重新提交。", z(d)),
                    format!("Revise and resubmit; due from the applicant by {}.", e(d)),
                ),
                None => ("修改后再审，等申请人重新提交。".into(), "Revise and resubmit; waiting for the applicant.".into()),
            }
        }
        Stage::CondApproved => (
            "修改后批准，待指定的人核验修改；核验前不能开展。".into(),
            "Approved after changes; to be verified before the activity starts.".into(),
        ),
        Stage::Delivered if round.decision.as_ref().is_some_and(|d| d.kind == DecisionKind::Reject) => {
            let last = round.delivery().map_or(today, |d| m16_decision::appeal_last_day(facts, d).rolled);
            (
                format!("不予批准已送达，申请人{}24时前可以申诉（第十六条）。", z(last)),
                format!("Rejection served; appeal open until {} 24:00 (Art. 16).", e(last)),
            )
        }
        Stage::Delivered => (
            "已批准，取得合作方所在国批准后方可开展（《伦理办法》第十二条）。".into(),
            "Approved; may start once the partner countries' approvals are filed (Ethics Measures Art. 12).".into(),
        ),
        Stage::Active | Stage::Recognised => {
            let (mut zh, mut en) = m17_tracking::approved_on(case).map_or_else(
                || (String::new(), String::new()),
                |a| (format!("{}批准，可以开展。", z(a)), format!("Approved {}; may be carried out. ", e(a))),
            );
            if let Some(r) = round.recognised.as_ref().filter(|_| stage == Stage::Recognised) {
                zh = format!("承认{}{}的批准，可以开展（第十八条）；由{}跟踪。", r.issuer.name, z(r.decided), r.tracker);
                en = format!(
                    "{}'s approval of {} is recognised; may be carried out (Art. 18). Tracked by {}. ",
                    r.issuer.name,
                    e(r.decided),
                    r.tracker
                );
            }
            if let Some(c) = m12_commission::tracker(case) {
                zh.push_str(&format!("由{}跟踪。", c.name));
                en.push_str(&format!("Tracked by {}. ", c.name));
            }
            if let Some(due) = m17_tracking::next(facts, case) {
                let n = (today - due.nominal).num_days();
                if n > 0 {
                    zh.push_str(&format!("跟踪审查已逾期{n}天。"));
                    en.push_str(&format!("Tracking is {n} days overdue."));
                } else {
                    zh.push_str(&format!("下次跟踪审查不晚于{}。", z(due.nominal)));
                    en.push_str(&format!("Next tracking by {}.", e(due.nominal)));
                }
            }
            (zh, en)
        }
        Stage::Suspended => {
            let t = case.turns.iter().rev().find(|t| t.kind == crate::TurnKind::Suspended);
            let interim = t.is_some_and(|t| t.interim);
            if interim {
                (
                    "主任委员先行暂停，待下次会议追认；跟踪期限不停。".into(),
                    "Suspended by the chair for now, to be ratified; tracking runs on.".into(),
                )
            } else {
                (
                    "已暂停；条件满足后可以恢复，跟踪期限不停。".into(),
                    "Suspended; may be resumed on its conditions. Tracking runs on.".into(),
                )
            }
        }
        Stage::Terminated => ("已终止，不得再开展。".into(), "Terminated; must not be carried out.".into()),
        Stage::Rejected => ("不予批准，已经终局；可以另行申请。".into(), "Rejected and final; a new application is open.".into()),
        Stage::Completed => ("已结题，可以归档。".into(), "Completed; may be archived.".into()),
        Stage::Transferred => match &round.commission {
            Some(c) => {
                let due = m12_commission::follow_up(facts, c).nominal;
                (
                    format!(
                        "{}委托{}审查，等其决定；自委托满30日为{}，受托方的期限自其受理起算，不计本委员会逾期（第十二条）。",
                        z(c.on),
                        c.name,
                        z(due)
                    ),
                    format!(
                        "Commissioned to {} on {}; its decision is awaited. 30 days from the commission end on {}; the limit is theirs (Art. 12).",
                        c.name,
                        e(c.on),
                        e(due)
                    ),
                )
            }
            None => ("已委托其他机构审查。".into(), "Reviewed by another body on commission.".into()),
        },
        Stage::Archived => ("已归档，只读；须改动的，写明理由重新打开。".into(), "Archived and read-only; reopen with a reason.".into()),
    }
}

fn received(case: &Case) -> (String, String) {
    let left = m12_application::unchecked(case).len();
    let gaps = m12_application::gaps(case).len();
    if left > 0 {
        (
            format!("已收件，还有{left}项材料没有查验，查出缺{gaps}项。"),
            format!("Received; {left} elements to check, {gaps} missing so far."),
        )
    } else if gaps > 0 {
        (
            format!("材料缺{gaps}项，须一次性告知补正（第十三条）。"),
            format!("{gaps} elements missing; one complete notice is due (Art. 13)."),
        )
    } else {
        ("材料齐，可以作受理决定（第十三条）。".into(), "Complete; acceptance can be decided (Art. 13).".into())
    }
}

fn in_review(facts: &Facts, case: &Case, beside: Beside, stage: Stage, today: Date) -> (String, String) {
    let round = case.round();
    let due = m16_decision::due(facts, round);
    let limit = due.as_ref().map_or((String::new(), String::new()), |d| match d.at {
        Some(at) => (
            format!("限{}{:02}:{:02}。", say::zh_near(at.date_naive(), today), hour(at), minute(at)),
            format!("Due {}.", say::en_instant(at)),
        ),
        None => (format!("决定期限{}。", say::zh_near(d.nominal, today)), format!("Due {}.", say::en_near(d.nominal, today))),
    });
    let listed = if rereview_binds(case, case.rounds.len() - 1) && round.rereview.is_none() {
        (
            "属复核清单，会上只能形成初步审查意见（第二十二、二十四条）。",
            " Listed activity: the meeting can only form a preliminary opinion (Arts. 22, 24).",
        )
    } else {
        ("", "")
    };
    let head = match stage {
        Stage::InEmergency => ("应急审查中", "In the emergency procedure"),
        _ if round.converted.is_some() => ("已转一般程序", "Converted to the general procedure"),
        _ => ("已受理", "Accepted"),
    };
    let (next_zh, next_en) = match beside.item {
        Some((m, item)) => {
            let day = m.starts.date_naive();
            let place = m.items.iter().position(|i| *i == item.id).map_or(0, |p| p + 1);
            match (day - today).num_days() {
                0 => (format!("，今天会上第{place}项审议。"), format!("; item {place} of today's meeting.")),
                1 => ("，明天会上审议。".into(), "; on tomorrow's agenda.".into()),
                n if n > 0 => (
                    format!("，列入{}会议第{place}项。", say::zh_near(day, today)),
                    format!("; item {place} of the meeting on {}.", say::en_near(day, today)),
                ),
                _ => ("，会上没有结果。".into(), "; no outcome at the meeting.".into()),
            }
        }
        None if round.procedure() == Some(crate::Procedure::Simplified) => {
            ("，待主任委员指定审查委员（第二十条）。".into(), "; the chair is to designate reviewers (Art. 20).".into())
        }
        None if !round.items.is_empty() => {
            ("，上次会上没有形成决定，待再次列入会议。".into(), "; no decision last time, to go on an agenda again.".into())
        }
        None => ("，待列入会议。".into(), "; to go on an agenda.".into()),
    };
    (format!("{}{next_zh}{}{}", head.0, limit.0, listed.0), format!("{}{next_en} {}{}", head.1, limit.1, listed.1))
}

fn simple(facts: &Facts, round: &Round, today: Date) -> (String, String) {
    let rule = (
        "有一人否定、有疑义或意见不一致即转一般程序（第二十条）。",
        "A negative opinion, a doubt or a disagreement moves the case to the general procedure (Art. 20).",
    );
    match outcome(round) {
        SimplifiedOutcome::Approve => {
            ("审查委员一致同意，可以作决定（第二十条）。".into(), "All reviewers agree; the decision can be made (Art. 20).".into())
        }
        SimplifiedOutcome::Convert { because_zh, because_en } => {
            (format!("{because_zh}，须转一般程序（第二十条）。"), format!("Must convert to the general procedure: {because_en} (Art. 20)."))
        }
        SimplifiedOutcome::Waiting { missing } => {
            let done: Vec<&String> = round.designation.iter().flat_map(|d| &d.reviewers).filter(|r| !missing.contains(r)).collect();
            let due = m16_decision::due(facts, round).map_or(today, |d| d.nominal);
            let (mz, me) = (names::zh(facts, &missing), names::en(facts, &missing));
            let (dz, de) = if done.is_empty() {
                (String::new(), String::new())
            } else {
                (format!("{}已同意，", names::zh(facts, &done)), format!("{} agrees; ", names::en(facts, &done)))
            };
            (
                format!("{dz}{mz}未交意见，决定期限{}。{}", say::zh_near(due, today), rule.0),
                format!("{de}{me} has not answered; due {}. {}", say::en_near(due, today), rule.1),
            )
        }
    }
}

fn ended(e: Option<(Date, &str)>, zh: &str, en: &str, today: Date) -> (String, String) {
    match e {
        Some((on, why)) => (
            format!("{}{zh}：{}。", say::zh_near(on, today), why.trim_end_matches('。')),
            format!("{en} on {}: {}.", say::en_near(on, today), why.trim_end_matches('。')),
        ),
        None => (format!("{zh}。"), format!("{en}.")),
    }
}

fn decision(round: &Round, today: Date) -> (DecisionKind, Date) {
    round.decision.as_ref().map_or((DecisionKind::Approve, today), |d| (d.kind, d.on))
}
fn hour(at: Instant) -> u32 {
    chrono::Timelike::hour(&at)
}
fn minute(at: Instant) -> u32 {
    chrono::Timelike::minute(&at)
}
