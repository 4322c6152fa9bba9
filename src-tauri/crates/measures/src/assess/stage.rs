//! The one word for where a case stands.

use crate::m14_matter::matter;
use crate::nouns::words;
use crate::{Case, DecisionKind, Facts, Instant, Procedure, RereviewOpinion, Round, RoundKind, TurnKind, m16_decision, m17_tracking};

words! {
    Stage {
        Draft = "草稿" / "draft",
        Received = "已收件" / "received",
        Supplement = "待补正" / "supplement awaited",
        Refused = "不予受理" / "refused",
        Accepted = "已受理" / "accepted",
        InGeneral = "一般程序审查中" / "in the general procedure",
        InSimple = "简易程序审查中" / "in the simplified procedure",
        InEmergency = "应急审查中" / "in the emergency procedure",
        PrelimPassed = "初步审查通过" / "preliminary review passed",
        RereviewSent = "已报请复核" / "sent to re-review",
        RereviewBack = "收到复核意见" / "re-review opinion received",
        Decided = "已作决定" / "decided",
        Delivered = "已送达" / "served",
        Appealed = "申诉中" / "under appeal",
        Revising = "待修改再审" / "revision awaited",
        CondApproved = "修改后批准（待核验）" / "approved after changes, to be verified",
        Active = "已批准（跟踪中）" / "approved, being tracked",
        Suspended = "已暂停" / "suspended",
        Terminated = "已终止" / "terminated",
        Rejected = "不予批准（终局）" / "rejected, final",
        Completed = "已结题" / "completed",
        Withdrawn = "已撤回" / "withdrawn",
        Transferred = "已委托审查" / "reviewed elsewhere",
        Recognised = "结果互认" / "result recognised",
        Archived = "已归档" / "archived",
    }
}
impl Stage {
    /// Nothing more is to be done but filing.
    pub fn ended(self) -> bool {
        use Stage::*;
        matches!(self, Refused | Terminated | Rejected | Completed | Withdrawn | Archived)
    }
    /// Accepted and not decided.
    pub fn in_review(self) -> bool {
        use Stage::*;
        matches!(self, Accepted | InGeneral | InSimple | InEmergency | PrelimPassed | RereviewSent | RereviewBack)
    }
    pub fn before_acceptance(self) -> bool {
        matches!(self, Stage::Draft | Stage::Received | Stage::Supplement)
    }
}

/// The stage at `now`; only the closing of the appeal window depends on the moment.
pub fn stage(facts: &Facts, case: &Case, now: Instant) -> Stage {
    let round = case.round();
    // A termination not yet served is a decision to serve first.
    let unserved =
        round.decision.as_ref().is_some_and(|d| d.kind == DecisionKind::Terminate) && round.delivery().is_none() && !round.elsewhere();
    match m17_tracking::last_turn(case) {
        Some(TurnKind::Archived) => return Stage::Archived,
        Some(TurnKind::Terminated) if !unserved => return Stage::Terminated,
        Some(TurnKind::Completed) => return Stage::Completed,
        _ => {}
    }
    if !round.over() {
        return open(round);
    }
    if round.refused.is_some() || round.withdrawn.is_some() {
        // A later round that came to nothing leaves the activity where it was.
        if let Some(s) = standing(case) {
            return s;
        }
        return if round.refused.is_some() { Stage::Refused } else { Stage::Withdrawn };
    }
    let Some(decision) = &round.decision else { return Stage::Received };
    if round.elsewhere() {
        return of_others(case, decision.kind);
    }
    if round.appeal.as_ref().is_some_and(|a| a.admitted && (a.concluded.is_none() || a.sufficient == Some(true))) {
        return Stage::Appealed;
    }
    let Some(delivery) = round.delivery() else { return Stage::Decided };
    match decision.kind {
        DecisionKind::Revise => Stage::Revising,
        DecisionKind::Reject => {
            if matter(case, case.rounds.len() - 1) == Some(RoundKind::Amendment) {
                return standing(case).unwrap_or(Stage::Rejected);
            }
            let settled = round.appeal.as_ref().is_some_and(|a| a.concluded.is_some());
            let open = m16_decision::has_appeal_window(facts, delivery)
                && m16_decision::appeal_last_day(facts, delivery).rolled >= now.date_naive();
            if settled || !open { Stage::Rejected } else { Stage::Delivered }
        }
        DecisionKind::ApproveAfterChanges if decision.verified.is_none() => Stage::CondApproved,
        DecisionKind::Pass => Stage::PrelimPassed,
        _ => standing(case).unwrap_or(Stage::Delivered),
    }
}

/// A decision made elsewhere: it is served and appealed against there; here it is in force as it came in.
fn of_others(case: &Case, kind: DecisionKind) -> Stage {
    match kind {
        DecisionKind::Revise => Stage::Revising,
        DecisionKind::Reject => match matter(case, case.rounds.len() - 1) {
            Some(RoundKind::Amendment) => standing(case).unwrap_or(Stage::Rejected),
            _ => Stage::Rejected,
        },
        _ => standing(case).unwrap_or(Stage::Delivered),
    }
}

fn open(round: &Round) -> Stage {
    if round.elsewhere() && round.preliminary.is_none() {
        return Stage::Transferred;
    }
    if round.accepted.is_none() && !round.elsewhere() {
        return match round.supplements.last() {
            Some(s) if s.received.is_none() => Stage::Supplement,
            _ => Stage::Received,
        };
    }
    if round.preliminary.is_some() {
        return match &round.rereview {
            None => Stage::PrelimPassed,
            Some(r) if r.opinion.is_none() => Stage::RereviewSent,
            Some(_) => Stage::RereviewBack,
        };
    }
    match round.procedure() {
        Some(Procedure::Emergency) => Stage::InEmergency,
        Some(Procedure::Simplified) if round.designation.is_some() => Stage::InSimple,
        Some(Procedure::General) if !round.items.is_empty() || round.converted.is_some() => Stage::InGeneral,
        _ => Stage::Accepted,
    }
}

/// The state of an approved activity between rounds; none when it was never approved.
fn standing(case: &Case) -> Option<Stage> {
    m17_tracking::approved_on(case)?;
    Some(match m17_tracking::last_turn(case) {
        Some(TurnKind::Suspended) => Stage::Suspended,
        Some(TurnKind::Terminated) => Stage::Terminated,
        _ if case.application.flags.international && !m17_tracking::foreign_approval_on_file(case) => Stage::Delivered,
        // Recognised, and no review of its own since: what is in force is the partner's approval (M18).
        _ if case.rounds.iter().rev().find(|r| r.decision.is_some()).is_some_and(|r| r.recognised.is_some()) => Stage::Recognised,
        _ => Stage::Active,
    })
}

/// The opinion that came back, for the sentence and the acts.
pub(super) fn opinion(case: &Case) -> Option<RereviewOpinion> {
    case.round().rereview.as_ref()?.opinion.as_ref().map(|o| o.opinion)
}
