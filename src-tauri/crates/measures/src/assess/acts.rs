//! Which acts are possible on the case now, and for those that are not, the one reason that matters. The names are the
//! desk's act tags. An act that has nothing to do with the case (re-review of an unlisted activity) is not mentioned.

use super::{Beside, Stage};
use crate::m19_simplified::{self, SimplifiedOutcome};
use crate::{
    Case, Facts, Finding, Instant, Procedure, RoundKind, TurnKind, m12_application, m13_acceptance, m14_meeting, m16_decision, m17_tracking,
    m22_rereview,
};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Possible {
    pub act: String,
    /// For `start_round`: which kind.
    pub round: Option<RoundKind>,
    pub zh: String,
    pub en: String,
    /// The likeliest one; at most one is.
    pub main: bool,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Impossible {
    pub act: String,
    pub round: Option<RoundKind>,
    pub zh: String,
    pub en: String,
    pub finding: Finding,
}

/// An act on a case: the desk's tag, the kind of round for `start_round`, and the verb of its button.
type Row = (&'static str, Option<RoundKind>, &'static str, &'static str);

/// In the order of a case's life.
const ACTS: &[Row] = &[
    ("determine_scope", None, "判定适用范围", "Determine scope"),
    ("check_elements", None, "查验材料", "Check material"),
    ("judge_list", None, "判定复核清单", "Judge against the list"),
    ("scan_conflicts", None, "比对利益冲突", "Scan for conflicts"),
    ("issue_supplement", None, "一次性告知补正", "Ask for supplements"),
    ("receive_supplement", None, "登记补正材料", "Book in the supplement"),
    ("accept", None, "受理", "Accept"),
    ("refuse", None, "不予受理", "Refuse"),
    ("designate_reviewers", None, "指定审查委员", "Designate reviewers"),
    ("record_opinion", None, "登记审查意见", "Record an opinion"),
    ("conclude_simplified", None, "作出决定", "Decide"),
    ("convert", None, "转一般程序", "Convert"),
    ("place_item", None, "列入会议", "Put on an agenda"),
    ("extend", None, "延长期限", "Extend"),
    ("send_rereview", None, "报请专家复核", "Send to re-review"),
    ("rereview_received", None, "登记对方收到", "Record the authority's receipt"),
    ("record_rereview", None, "登记复核意见", "Record the opinion"),
    ("decide_after_rereview", None, "据复核意见作出决定", "Decide on the opinion"),
    // Deciding in the general procedure is closing an item at a meeting; here only the reason why not yet.
    ("decide", None, "作出决定", "Decide"),
    ("write_decision", None, "拟写决定", "Write the decision"),
    ("issue_paper", None, "签发", "Issue"),
    ("record_service", None, "登记送达", "Record service"),
    ("record_appeal", None, "登记申诉", "Record an appeal"),
    ("conclude_appeal", None, "处理申诉", "Conclude the appeal"),
    ("resubmit", None, "收修改稿", "Take in the resubmission"),
    ("verify_changes", None, "核验修改", "Verify the changes"),
    ("record_foreign_approval", None, "登记境外批准", "Record a foreign approval"),
    ("register_listed", None, "登记平台登记", "Record the registration"),
    ("start_round", Some(RoundKind::Tracking), "开始跟踪审查", "Start tracking"),
    ("start_round", Some(RoundKind::Amendment), "收变更申请", "Take in an amendment"),
    ("start_round", Some(RoundKind::Renewed), "重新审查", "Review anew"),
    ("report_change", None, "登记风险变化", "Record a risk change"),
    ("suspend", None, "暂停", "Suspend"),
    ("resume", None, "恢复", "Resume"),
    ("terminate", None, "终止", "Terminate"),
    ("complete", None, "结题", "Complete"),
    ("withdraw", None, "登记撤回", "Record a withdrawal"),
    ("correct_application", None, "更正申请信息", "Correct the application"),
    ("archive", None, "归档", "Archive"),
    ("reopen", None, "重新打开", "Reopen"),
];

/// The desk's tags of every act a standing can name.
pub fn tags() -> impl Iterator<Item = &'static str> {
    ACTS.iter().map(|a| a.0)
}

enum Answer {
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

pub(super) fn acts(facts: &Facts, case: &Case, beside: Beside, stage: Stage, now: Instant) -> (Vec<Possible>, Vec<Impossible>) {
    let likely = likeliest(facts, case, beside, stage, now);
    let (mut possible, mut impossible) = (Vec::with_capacity(12), Vec::with_capacity(8));
    for (act, round, zh, en) in ACTS {
        let (act, round, zh, en) = ((*act).to_string(), *round, (*zh).to_string(), (*en).to_string());
        match answer(facts, case, beside, stage, now, &act, round) {
            Can => possible.push(Possible { act, round, zh, en, main: false }),
            Cannot(finding) => impossible.push(Impossible { act, round, zh, en, finding }),
            Silent => {}
        }
    }
    // The first of the likely acts that is possible leads the list.
    if let Some(i) = likely.iter().find_map(|l| possible.iter().position(|p| p.act == *l)) {
        let mut first = possible.remove(i);
        first.main = true;
        possible.insert(0, first);
    }
    (possible, impossible)
}

/// The next step the law prescribes, then alternatives.
fn likeliest(facts: &Facts, case: &Case, beside: Beside, stage: Stage, now: Instant) -> Vec<&'static str> {
    let round = case.round();
    match stage {
        Stage::Draft | Stage::Received if case.scope.is_none() => vec!["determine_scope"],
        Stage::Draft | Stage::Received if !m12_application::unchecked(case).is_empty() => vec!["check_elements"],
        Stage::Draft | Stage::Received if !m12_application::gaps(case).is_empty() => vec!["issue_supplement", "refuse"],
        Stage::Draft | Stage::Received if case.listed.is_none() => vec!["judge_list"],
        Stage::Draft | Stage::Received if round.conflicts_scanned.is_none() => vec!["scan_conflicts"],
        Stage::Draft | Stage::Received => vec!["accept"],
        Stage::Supplement => vec!["receive_supplement"],
        Stage::Accepted if round.procedure() == Some(Procedure::Simplified) => vec!["designate_reviewers"],
        Stage::Accepted | Stage::InGeneral | Stage::InEmergency => match beside.item {
            Some(_) => Vec::new(),
            None => vec!["place_item"],
        },
        Stage::InSimple => match m19_simplified::outcome(round) {
            SimplifiedOutcome::Approve => vec!["conclude_simplified"],
            SimplifiedOutcome::Convert { .. } => vec!["convert"],
            SimplifiedOutcome::Waiting { .. } => vec!["record_opinion"],
        },
        Stage::PrelimPassed => vec!["send_rereview"],
        Stage::RereviewSent => vec!["rereview_received", "record_rereview"],
        Stage::RereviewBack => vec!["decide_after_rereview", "place_item"],
        Stage::Decided => vec!["write_decision", "issue_paper", "record_service"],
        Stage::Appealed => vec!["conclude_appeal"],
        Stage::Revising => vec!["resubmit"],
        Stage::CondApproved => vec!["verify_changes"],
        Stage::Delivered => vec!["record_foreign_approval", "record_appeal"],
        Stage::Suspended => vec!["resume"],
        Stage::Active => {
            let near = m17_tracking::next(facts, case).is_some_and(|d| (d.nominal - now.date_naive()).num_days() <= i64::from(facts.rules.tracking_warning_days()));
            if case.is_listed() && !registered(case) { vec!["register_listed"] } else if near { vec!["start_round"] } else { vec!["report_change"] }
        }
        Stage::Refused | Stage::Withdrawn | Stage::Rejected | Stage::Terminated | Stage::Completed => vec!["archive"],
        Stage::Transferred | Stage::Recognised | Stage::Archived => Vec::new(),
    }
}

fn registered(case: &Case) -> bool {
    m17_tracking::approved_on(case).is_some_and(|a| case.turns.iter().any(|t| t.kind == TurnKind::Registered && t.on >= a))
}

fn answer(facts: &Facts, case: &Case, beside: Beside, stage: Stage, now: Instant, act: &str, kind: Option<RoundKind>) -> Answer {
    if stage == Stage::Archived {
        return match act {
            "reopen" => Can,
            "correct_application" => no("E6.archived", "已归档，只读；写明理由可以重新打开。", "Archived and read-only; reopen with a reason."),
            _ => Silent,
        };
    }
    let today = now.date_naive();
    let round = case.round();
    let early = round.accepted.is_none() && !round.over();
    let simplified = round.procedure() == Some(Procedure::Simplified) && !round.over();
    let reviewing = round.accepted.is_some() && !round.over();
    let approved = m17_tracking::approved_on(case).is_some();
    let binds = m14_meeting::rereview_binds(case, round);
    let ended = stage.ended();
    match act {
        "determine_scope" | "check_elements" => if early { Can } else { Silent },
        "judge_list" | "scan_conflicts" => if round.over() && !matches!(stage, Stage::Active) { Silent } else if act == "scan_conflicts" && round.over() { Silent } else { Can },
        "issue_supplement" => {
            if !early {
                return Silent;
            }
            let gaps: std::collections::BTreeMap<_, _> = m12_application::gaps(case).into_iter().collect();
            cannot(m13_acceptance::can_supplement(facts, case, &gaps, today))
        }
        "receive_supplement" => if stage == Stage::Supplement { Can } else { Silent },
        "accept" => if early { cannot(m13_acceptance::gate_acceptance(facts, case)) } else { Silent },
        "refuse" => if early { Can } else { Silent },
        "designate_reviewers" => {
            if !simplified {
                return Silent;
            }
            if facts.chair(today).is_none() {
                return Cannot(Finding::block("M20.chair_vacant", "主任委员空缺，没有人可以指定审查委员（第二十条）。", "The chair is vacant; nobody can designate reviewers (Art. 20).").way("由单位先任命主任委员，或转一般程序。", "The unit appoints a chair first, or convert."));
            }
            Can
        }
        "record_opinion" => match (&round.designation, simplified) {
            (_, false) => Silent,
            (None, _) => no("M20.designation", "还没有指定审查委员。", "No reviewers have been designated."),
            (Some(d), _) if d.reviewers.iter().all(|r| round.opinions.iter().any(|o| o.member == *r)) => no("M20.opinions", "指定的委员都已交意见。", "All designated reviewers have answered."),
            _ => Can,
        },
        "convert" => if simplified { Can } else { Silent },
        "place_item" => {
            if !reviewing {
                return if early { no("M13.accepted", "还没有受理，不能上会。", "Not accepted yet; cannot go on an agenda.") } else { Silent };
            }
            if simplified {
                no("M20.procedure", "本件在简易程序中；须上会的，先转一般程序。", "In the simplified procedure; convert it first.")
            } else if beside.item.is_some() {
                Silent
            } else if matches!(stage, Stage::PrelimPassed | Stage::RereviewSent) {
                no("M24.opinion", "复核意见收到前，没有事项可以上会（第二十四条）。", "Nothing to put to a meeting before the re-review opinion (Art. 24).")
            } else {
                Can
            }
        }
        "extend" => if !reviewing || matches!(round.kind, RoundKind::Tracking | RoundKind::Appeal) { Silent } else { Can },
        "send_rereview" => {
            if !binds || round.over() {
                return Silent;
            }
            if stage != Stage::PrelimPassed {
                return if round.rereview.is_some() { Silent } else { no("M22.preliminary", "还没有通过初步审查，不能报请复核（第二十二条）。", "The preliminary review is not passed (Art. 22).") };
            }
            let f = &case.application.flags;
            if f.several_units && !f.lead_unit {
                return no("M22.lead_unit", "本单位不是牵头单位，由牵头单位申请复核（第二十二条）。", "The lead unit applies for re-review (Art. 22).");
            }
            let lacking: Vec<String> = m22_rereview::package(case).into_iter().filter(|p| p.needed && !p.present).map(|p| p.zh).collect();
            if lacking.is_empty() { Can } else { Cannot(Finding::block("E27.package", format!("复核材料缺：{}。", lacking.join("、")), format!("{} parts of the package are incomplete.", lacking.len())).citing(&["M23"])) }
        }
        "rereview_received" => if stage == Stage::RereviewSent && round.rereview.as_ref().is_some_and(|r| r.received.is_none()) { Can } else { Silent },
        "record_rereview" => if stage == Stage::RereviewSent { Can } else { Silent },
        "conclude_simplified" => if simplified { conclude(facts, case) } else { Silent },
        "decide_after_rereview" => match stage {
            Stage::RereviewBack => Can,
            Stage::PrelimPassed | Stage::RereviewSent => Cannot(
                Finding::block("M24.opinion", "现在不能批准：还没有收到专家复核意见（第二十四条）。", "Cannot approve yet: no expert re-review opinion on file (Art. 24).")
                    .way("可以先登记复核意见。", "Record the opinion first."),
            ),
            _ => Silent,
        },
        "decide" => decide(case, beside, stage),
        "write_decision" => if current(case).is_some_and(|d| d.paper.is_none()) { Can } else { Silent },
        "issue_paper" => match current(case) {
            Some(d) if d.paper.is_none() => cannot(m16_decision::can_issue_letter(facts, case, d)),
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
        "conclude_appeal" => if round.appeal.as_ref().is_some_and(|a| a.admitted && a.concluded.is_none()) { Can } else { Silent },
        "resubmit" => if stage == Stage::Revising { Can } else { Silent },
        "verify_changes" => if stage == Stage::CondApproved { Can } else { Silent },
        "record_foreign_approval" => if case.application.flags.international && !m17_tracking::foreign_approval_on_file(case) && !ended { Can } else { Silent },
        "register_listed" => match (case.is_listed(), approved) {
            (true, true) if !registered(case) => Can,
            (true, false) if reviewing => no("E44.approved", "批准后才登记，30日内。", "Registered within 30 days after approval."),
            _ => Silent,
        },
        "start_round" => {
            if !approved || ended {
                return Silent;
            }
            if !round.over() {
                return Cannot(Finding::block("M17.open_round", format!("{}还没有办结。", round.kind.zh()), format!("The {} is still open.", round.kind.en())));
            }
            match kind {
                Some(RoundKind::Amendment) => cannot(m19_simplified::approval_in_force(case)),
                _ => Can,
            }
        }
        "report_change" => if approved && !ended { Can } else { Silent },
        "suspend" => if approved && !ended && stage != Stage::Suspended { Can } else { Silent },
        "resume" => if m17_tracking::last_turn(case) == Some(TurnKind::Suspended) && !ended { Can } else { Silent },
        "terminate" => if approved && !ended { Can } else { Silent },
        "complete" => {
            if !approved || ended {
                return Silent;
            }
            if round.over() { Can } else { Cannot(Finding::block("M17.open_round", format!("{}还没有办结，不能结题。", round.kind.zh()), format!("The {} is still open.", round.kind.en()))) }
        }
        "withdraw" => if round.over() { Silent } else { Can },
        "correct_application" => if ended { Silent } else { Can },
        "archive" => if ended { cannot(m17_tracking::can_archive(case, true)) } else { no("E6.open", "案件还没有办结，不能归档。", "The case is not at an end; it cannot be archived.") },
        _ => Silent,
    }
}

/// The decision whose letter is due: the final one, or the preliminary opinion.
pub(super) fn current(case: &Case) -> Option<&crate::Decision> {
    let r = case.round();
    r.decision.as_ref().or(r.preliminary.as_ref())
}

/// The simplified procedure decides by itself when all reviewers agree.
fn conclude(facts: &Facts, case: &Case) -> Answer {
    match m19_simplified::outcome(case.round()) {
        SimplifiedOutcome::Approve => Can,
        SimplifiedOutcome::Convert { because_zh, because_en } => {
            Cannot(Finding::block("M20.convert", format!("{because_zh}，须先转一般程序（第二十条）。"), format!("Must convert first: {because_en} (Art. 20).")))
        }
        SimplifiedOutcome::Waiting { missing } if missing.is_empty() => no("M20.designation", "还没有指定审查委员。", "No reviewers have been designated."),
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
    if round.procedure() == Some(Procedure::Simplified) || matches!(stage, Stage::PrelimPassed | Stage::RereviewSent | Stage::RereviewBack) {
        return Silent;
    }
    match beside.item {
        Some((m, _)) => Cannot(
            Finding::block("E16.vote", format!("已列入第{}次会议，表决后才有决定。", m.no), format!("On the agenda of meeting {}; the vote decides.", m.no)).citing(&["M14"]),
        ),
        None => no("E16.vote", "一般程序须经会议表决，还没有列入会议。", "The general procedure decides at a meeting; not on an agenda yet."),
    }
}
