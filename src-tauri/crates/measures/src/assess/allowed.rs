//! One act on one case: possible, impossible for this reason, or none of the case's business.

use super::{Beside, Stage};
use crate::m19_simplified::{self, SimplifiedOutcome};
use crate::{
    Case, Facts, Finding, Instant, Procedure, RoundKind, TurnKind, e20_changes, m12_application, m12_commission, m13_acceptance,
    m14_meeting, m16_decision, m17_tracking, m22_rereview,
};

pub(super) enum Answer {
    Can,
    Cannot(Finding),
    /// Says nothing about this case.
    Silent,
}
use Answer::{Can, Cannot, Silent};

fn cannot(list: Vec<Finding>) -> Answer {
    list.into_iter().find(Finding::blocks).map_or(Can, Cannot)
}
fn no(rule: &str, zh: &str, en: &str) -> Answer {
    Cannot(Finding::block(rule, zh, en))
}

pub(super) fn answer(facts: &Facts, case: &Case, beside: Beside, stage: Stage, now: Instant, act: &str, kind: Option<RoundKind>) -> Answer {
    if stage == Stage::Archived {
        return match act {
            "reopen" => Can,
            "correct_application" => {
                no("E6.archived", "已归档，只读；写明理由可以重新打开。", "Archived and read-only; reopen with a reason.")
            }
            _ => Silent,
        };
    }
    let today = now.date_naive();
    let round = case.round();
    if let Some(answer) = elsewhere(case, stage, act) {
        return answer;
    }
    let early = round.accepted.is_none() && !round.over();
    let simplified = round.procedure() == Some(Procedure::Simplified) && !round.over();
    let reviewing = round.accepted.is_some() && !round.over();
    let approved = m17_tracking::approved_on(case).is_some();
    let binds = m14_meeting::rereview_binds(case, case.rounds.len() - 1);
    let ended = stage.ended();
    match act {
        "determine_scope" | "check_elements" => {
            if early {
                Can
            } else {
                Silent
            }
        }
        // The list can be judged again while an approved activity runs (M21); conflicts belong to an open round.
        "judge_list" if !round.over() || matches!(stage, Stage::Active | Stage::Recognised) => Can,
        "scan_conflicts" if !round.over() => Can,
        "judge_list" | "scan_conflicts" => Silent,
        "issue_supplement" => {
            if !early {
                return Silent;
            }
            let gaps: std::collections::BTreeMap<_, _> = m12_application::gaps(case).into_iter().collect();
            cannot(m13_acceptance::can_supplement(facts, case, &gaps, today))
        }
        "receive_supplement" => {
            if stage == Stage::Supplement {
                Can
            } else {
                Silent
            }
        }
        "accept" => {
            if early {
                cannot(m13_acceptance::gate_acceptance(facts, case))
            } else {
                Silent
            }
        }
        "refuse" => {
            if early {
                Can
            } else {
                Silent
            }
        }
        "commission_review" if early && stage != Stage::Supplement && !matches!(round.kind, RoundKind::Tracking | RoundKind::Appeal) => Can,
        "recognise_result"
            if early && stage != Stage::Supplement && round.kind == RoundKind::Initial && case.application.flags.several_units =>
        {
            Can
        }
        "record_commissioned" if round.over() && approved && !ended && m12_commission::tracker(case).is_some() => Can,
        "commission_review" | "recognise_result" | "record_commissioned" => Silent,
        "designate_reviewers" => {
            if !simplified {
                return Silent;
            }
            if facts.chair(today).is_none() {
                return Cannot(
                    Finding::block(
                        "M20.chair_vacant",
                        "主任委员空缺，没有人可以指定审查委员（第二十条）。",
                        "The chair is vacant; nobody can designate reviewers (Art. 20).",
                    )
                    .way("由单位先任命主任委员，或转一般程序。", "The unit appoints a chair first, or convert."),
                );
            }
            Can
        }
        "record_opinion" => match (&round.designation, simplified) {
            (_, false) => Silent,
            (None, _) => no("M20.designation", "还没有指定审查委员。", "No reviewers have been designated."),
            (Some(d), _) if d.reviewers.iter().all(|r| round.opinions.iter().any(|o| o.member == *r)) => {
                no("M20.opinions", "指定的委员都已交意见。", "All designated reviewers have answered.")
            }
            _ => Can,
        },
        "convert" => {
            if simplified {
                Can
            } else {
                Silent
            }
        }
        "place_item" => {
            if !reviewing {
                return if early {
                    no("M13.accepted", "还没有受理，不能上会。", "Not accepted yet; cannot go on an agenda.")
                } else {
                    Silent
                };
            }
            if simplified {
                no("M20.procedure", "本件在简易程序中；须上会的，先转一般程序。", "In the simplified procedure; convert it first.")
            } else if beside.item.is_some() {
                Silent
            } else if matches!(stage, Stage::PrelimPassed | Stage::RereviewSent) {
                no(
                    "M24.opinion",
                    "复核意见收到前，没有事项可以上会（第二十四条）。",
                    "Nothing to put to a meeting before the re-review opinion (Art. 24).",
                )
            } else {
                Can
            }
        }
        "extend" => {
            if !reviewing || matches!(round.kind, RoundKind::Tracking | RoundKind::Appeal) {
                Silent
            } else {
                Can
            }
        }
        "send_rereview" => {
            if !binds || round.over() {
                return Silent;
            }
            if stage != Stage::PrelimPassed {
                return if round.rereview.is_some() {
                    Silent
                } else {
                    no(
                        "M22.preliminary",
                        "还没有通过初步审查，不能报请复核（第二十二条）。",
                        "The preliminary review is not passed (Art. 22).",
                    )
                };
            }
            let f = &case.application.flags;
            if f.several_units && !f.lead_unit {
                return no(
                    "M22.lead_unit",
                    "本单位不是牵头单位，由牵头单位申请复核（第二十二条）。",
                    "The lead unit applies for re-review (Art. 22).",
                );
            }
            let lacking: Vec<String> = m22_rereview::package(case).into_iter().filter(|p| p.needed && !p.present).map(|p| p.zh).collect();
            if lacking.is_empty() {
                Can
            } else {
                Cannot(
                    Finding::block(
                        "E27.package",
                        format!("复核材料缺：{}。", lacking.join("、")),
                        format!("{} parts of the package are incomplete.", lacking.len()),
                    )
                    .citing(&["M23"]),
                )
            }
        }
        "rereview_received" => {
            if stage == Stage::RereviewSent && round.rereview.as_ref().is_some_and(|r| r.received.is_none()) {
                Can
            } else {
                Silent
            }
        }
        "record_rereview" => {
            if stage == Stage::RereviewSent {
                Can
            } else {
                Silent
            }
        }
        "conclude_simplified" => {
            if simplified {
                conclude(facts, case)
            } else {
                Silent
            }
        }
        "decide_after_rereview" => match stage {
            Stage::RereviewBack => Can,
            Stage::PrelimPassed | Stage::RereviewSent => Cannot(
                Finding::block(
                    "M24.opinion",
                    "现在不能批准：还没有收到专家复核意见（第二十四条）。",
                    "Cannot approve yet: no expert re-review opinion on file (Art. 24).",
                )
                .way("可以先登记复核意见。", "Record the opinion first."),
            ),
            _ => Silent,
        },
        "decide" => decide(case, beside, stage),
        "write_decision" => {
            if current(case).is_some_and(|d| d.paper.is_none()) {
                Can
            } else {
                Silent
            }
        }
        "issue_paper" => match current(case) {
            Some(d) if d.paper.is_none() || beside.letter_drafted => cannot(m16_decision::can_issue_letter(facts, case, d)),
            _ if reviewing && round.accepted.as_ref().is_some_and(|a| a.paper.is_none()) => Can,
            _ if round.refused.is_some() || stage == Stage::Supplement => Can,
            _ => Silent,
        },
        "record_service" => match (&round.decision, round.delivery()) {
            (Some(_), None) => Can,
            (Some(_), Some(_)) => Silent,
            (None, _) if reviewing => no("E17.decided", "还没有作出决定，不能登记送达。", "Nothing is decided yet; no service to record."),
            _ => Silent,
        },
        "record_appeal" => match &round.decision {
            Some(_) if round.appeal.is_some() || ended && stage != Stage::Rejected => Silent,
            Some(_) => Can,
            None => Silent,
        },
        "conclude_appeal" => {
            if round.appeal.as_ref().is_some_and(|a| a.admitted && a.concluded.is_none()) {
                Can
            } else {
                Silent
            }
        }
        "resubmit" => {
            if stage == Stage::Revising {
                Can
            } else {
                Silent
            }
        }
        "verify_changes" => {
            if stage == Stage::CondApproved {
                Can
            } else {
                Silent
            }
        }
        "record_foreign_approval" => {
            if case.application.flags.international && !m17_tracking::foreign_approval_on_file(case) && !ended {
                Can
            } else {
                Silent
            }
        }
        "register_listed" => match (case.is_listed(), approved) {
            (true, true) if !registered(case) => Can,
            (true, false) if reviewing => no("E44.approved", "批准后才登记，30日内。", "Registered within 30 days after approval."),
            _ => Silent,
        },
        "start_round" => match kind {
            Some(kind) if approved && !ended => cannot(e20_changes::can_open_round(case, kind, false)),
            _ => Silent,
        },
        "report_change" => {
            if approved && !ended {
                Can
            } else {
                Silent
            }
        }
        "suspend" => {
            if approved && !ended && stage != Stage::Suspended {
                Can
            } else {
                Silent
            }
        }
        "resume" => {
            if m17_tracking::last_turn(case) == Some(TurnKind::Suspended) && !ended {
                Can
            } else {
                Silent
            }
        }
        "terminate" => {
            if approved && !ended {
                Can
            } else {
                Silent
            }
        }
        "complete" => {
            if !approved || ended {
                return Silent;
            }
            if stage == Stage::Suspended {
                no("M17.suspended", "活动已暂停，不能结题；先恢复，或者终止。", "The activity is suspended; resume or terminate it first.")
            } else if round.over() {
                Can
            } else {
                Cannot(Finding::block(
                    "M17.open_round",
                    format!("{}还没有办结，不能结题。", round.kind.zh()),
                    format!("The {} is still open.", round.kind.en()),
                ))
            }
        }
        "withdraw" => {
            if round.over() {
                Silent
            } else {
                Can
            }
        }
        "correct_application" => {
            if ended {
                Silent
            } else {
                Can
            }
        }
        "archive" => {
            if ended {
                cannot(m17_tracking::can_archive(case, true))
            } else {
                no("E6.open", "案件还没有办结，不能归档。", "The case is not at an end; it cannot be archived.")
            }
        }
        _ => Silent,
    }
}

/// A round reviewed by another body: what is left to do here, and for the acts of a review the reason why not. None for
/// acts that ask nothing about who reviews.
fn elsewhere(case: &Case, stage: Stage, act: &str) -> Option<Answer> {
    let round = case.round();
    if !round.elsewhere() {
        return None;
    }
    let not_here = |zh: &str, en: &str| m12_commission::not_here(case, case.rounds.len() - 1, zh, en).map(Cannot);
    match act {
        "record_commissioned" if !round.over() => Some(match stage {
            Stage::PrelimPassed | Stage::RereviewSent => no(
                "M24.opinion",
                "还没有收到专家复核意见，受托方也不能批准（第二十四条）。",
                "No re-review opinion on file: the commissioned body cannot approve either (Art. 24).",
            ),
            _ => Can,
        }),
        "accept" if !round.over() => not_here("受理", "accept it"),
        "place_item" if !round.over() => not_here("审议和表决", "deliberate or vote"),
        "decide" | "decide_after_rereview" if !round.over() => not_here("作决定", "decide"),
        "record_appeal" if round.over() => not_here("受理申诉", "take the appeal").map(|a| match a {
            Cannot(f) => Cannot(f.citing(&["M16"]).way("申诉向作出决定的机构提出。", "The appeal goes to the body that decided.")),
            other => other,
        }),
        "determine_scope"
        | "check_elements"
        | "scan_conflicts"
        | "issue_supplement"
        | "receive_supplement"
        | "accept"
        | "refuse"
        | "commission_review"
        | "recognise_result"
        | "designate_reviewers"
        | "record_opinion"
        | "conclude_simplified"
        | "convert"
        | "place_item"
        | "extend"
        | "decide"
        | "decide_after_rereview"
        | "write_decision"
        | "issue_paper"
        | "record_service"
        | "record_appeal"
        | "conclude_appeal"
        | "verify_changes" => Some(Silent),
        _ => None,
    }
}

/// The decision whose letter is due: the final one, or the preliminary opinion. None when another body decided.
pub(super) fn current(case: &Case) -> Option<&crate::Decision> {
    let r = case.round();
    if r.elsewhere() {
        return None;
    }
    r.decision.as_ref().or(r.preliminary.as_ref())
}

/// The simplified procedure decides by itself when all reviewers agree.
fn conclude(facts: &Facts, case: &Case) -> Answer {
    match m19_simplified::outcome(case.round()) {
        SimplifiedOutcome::Approve => Can,
        SimplifiedOutcome::Convert { because_zh, because_en } => Cannot(Finding::block(
            "M20.convert",
            format!("{because_zh}，须先转一般程序（第二十条）。"),
            format!("Must convert first: {because_en} (Art. 20)."),
        )),
        SimplifiedOutcome::Waiting { missing } if missing.is_empty() => {
            no("M20.designation", "还没有指定审查委员。", "No reviewers have been designated.")
        }
        SimplifiedOutcome::Waiting { missing } => Cannot(Finding::block(
            "M20.opinions",
            format!("{}还没有交意见。", crate::names::zh(facts, &missing)),
            format!("No opinion from {} yet.", crate::names::en(facts, &missing)),
        )),
    }
}

/// Why the general procedure has no decision yet.
fn decide(case: &Case, beside: Beside, stage: Stage) -> Answer {
    let round = case.round();
    if round.over() {
        return Silent;
    }
    if stage.before_acceptance() {
        return no("M13.accepted", "本轮还没有受理，不能作决定。", "The round has not been accepted; no decision.");
    }
    if round.procedure() == Some(Procedure::Simplified) || matches!(stage, Stage::PrelimPassed | Stage::RereviewSent | Stage::RereviewBack)
    {
        return Silent;
    }
    match beside.item {
        Some((m, _)) => Cannot(
            Finding::block(
                "E16.vote",
                format!("已列入第{}次会议，表决后才有决定。", m.no),
                format!("On the agenda of meeting {}; the vote decides.", m.no),
            )
            .citing(&["M14"]),
        ),
        None => {
            no("E16.vote", "一般程序须经会议表决，还没有列入会议。", "The general procedure decides at a meeting; not on an agenda yet.")
        }
    }
}

/// The activity stands on the platform since its approval (E44).
pub(super) fn registered(case: &Case) -> bool {
    m17_tracking::approved_on(case).is_some_and(|a| case.turns.iter().any(|t| t.kind == TurnKind::Registered && t.on >= a))
}
