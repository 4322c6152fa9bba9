//! Which acts are possible on the case now, and for those that are not, the one reason that matters. The names are the
//! desk's act tags. An act that has nothing to do with the case (re-review of an unlisted activity) is not mentioned.

use super::allowed::Answer::{Can, Cannot, Silent};
use super::allowed::{answer, registered};
use super::{Beside, Stage};
use crate::m19_simplified::{self, SimplifiedOutcome};
use crate::{Case, Facts, Finding, Instant, Procedure, RoundKind, m12_application, m17_tracking};
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
    ("commission_review", None, "委托审查", "Commission the review"),
    ("recognise_result", None, "互认结果", "Recognise a result"),
    ("record_commissioned", None, "登记受托方决定", "Record the body's decision"),
    ("designate_reviewers", None, "指定审查委员", "Designate reviewers"),
    ("record_opinion", None, "登记审查意见", "Record an opinion"),
    ("conclude_simplified", None, "作出决定", "Decide"),
    ("convert", None, "转一般程序", "Convert"),
    ("place_item", None, "列入会议", "Put on an agenda"),
    ("extend", None, "延长审查期限", "Extend"),
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
        Stage::RereviewBack => vec!["decide_after_rereview", "record_commissioned", "place_item"],
        Stage::Decided => vec!["write_decision", "issue_paper", "record_service"],
        Stage::Appealed => vec!["conclude_appeal"],
        Stage::Revising => vec!["resubmit"],
        Stage::CondApproved => vec!["verify_changes"],
        Stage::Delivered => vec!["record_foreign_approval", "record_appeal"],
        Stage::Suspended => vec!["resume"],
        Stage::Transferred => vec!["record_commissioned"],
        Stage::Active | Stage::Recognised => {
            let near = m17_tracking::next(facts, case)
                .is_some_and(|d| (d.nominal - now.date_naive()).num_days() <= i64::from(facts.rules.tracking_warning_days()));
            if case.is_listed() && !registered(case) {
                vec!["register_listed"]
            } else if near {
                vec!["start_round", "record_commissioned"]
            } else {
                vec!["report_change"]
            }
        }
        Stage::Refused | Stage::Withdrawn | Stage::Rejected | Stage::Terminated | Stage::Completed => vec!["archive"],
        Stage::Archived => Vec::new(),
    }
}
