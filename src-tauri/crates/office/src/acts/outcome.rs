//! What a decision does to its case. The decision itself was derived from a vote, from concurring opinions or from a
//! re-review opinion; here it is put where it belongs: the round's decision, a preliminary opinion, a suspension.
//! Deliberately no way to type a kind or a date.

use crate::desk::Desk;
use crate::failure::Failure;
use measures::*;

/// The words that may go with a decision.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    pub reasons: String,
    pub suggestions: Vec<String>,
    pub conditions: Vec<String>,
    pub tracking_months: Option<u32>,
    pub resubmit_by: Option<Date>,
}

/// A decision with its date of the next tracking review, ready to be asked about and put on file.
pub(crate) fn decision(desk: &Desk, case: &Case, kind: DecisionKind, on: Date, words: &Words) -> Result<(Decision, Vec<Finding>), Failure> {
    let mut decision = Decision {
        kind,
        on,
        meeting: None,
        item: None,
        reasons: words.reasons.trim().into(),
        suggestions: kept(&words.suggestions),
        conditions: kept(&words.conditions),
        tracking_months: None,
        next_tracking: None,
        resubmit_by: words.resubmit_by.filter(|_| kind == DecisionKind::Revise),
        verified: None,
        paper: None,
    };
    let findings = set_interval(desk, case, &mut decision, words.tracking_months)?;
    Ok((decision, findings))
}

/// On approval the interval and the next date are set (M17). An amendment leaves the running interval alone.
pub(crate) fn set_interval(desk: &Desk, case: &Case, decision: &mut Decision, asked: Option<u32>) -> Result<Vec<Finding>, Failure> {
    if !decision.kind.allows() {
        return Ok(vec![]);
    }
    let facts = desk.facts()?;
    let (months, findings) = m17_tracking::interval(&facts, case, asked);
    decision.tracking_months = Some(months);
    let amended = case.round().kind == RoundKind::Amendment;
    let running = if amended && asked.is_none() { m17_tracking::next(&facts, case).map(|d| d.nominal) } else { None };
    decision.next_tracking = running.or_else(|| Some(clock::months(decision.on, months).nominal));
    Ok(findings)
}

fn kept(lines: &[String]) -> Vec<String> {
    lines.iter().map(|l| l.trim().to_string()).filter(|l| !l.is_empty()).collect()
}

/// Puts the decision into the case's present round and carries out what follows from it at once.
pub(crate) fn settle(case: &mut Case, decision: Decision) {
    if decision.kind == DecisionKind::Pass {
        case.round_mut().preliminary = Some(decision);
        return;
    }
    let turn = match decision.kind {
        DecisionKind::Suspend => Some(TurnKind::Suspended),
        DecisionKind::Terminate => Some(TurnKind::Terminated),
        _ => None,
    };
    if let Some(kind) = turn {
        case.turns.push(Turn {
            kind,
            on: decision.on,
            reason: decision.reasons.clone(),
            conditions: decision.conditions.join("；"),
            paper: None,
            interim: false,
        });
    }
    case.round_mut().decision = Some(decision);
}

/// Takes back what [`settle`] did, for a corrected vote.
pub(crate) fn unsettle(case: &mut Case, was: &Decision) {
    let turn = match was.kind {
        DecisionKind::Suspend => Some(TurnKind::Suspended),
        DecisionKind::Terminate => Some(TurnKind::Terminated),
        _ => None,
    };
    if let Some(kind) = turn {
        case.turns.retain(|t| !(t.kind == kind && t.on == was.on && !t.interim));
    }
    let round = case.round_mut();
    if was.kind == DecisionKind::Pass { round.preliminary = None } else { round.decision = None }
}

/// Letters that carry a decision to the applicant.
const LETTERS: [&str; 5] = ["decision_letter", "preliminary_opinion", "tracking_opinion", "suspension", "appeal_decision"];

/// The issued letter that carries the decision of a round, when there is one.
pub(crate) fn issued_letter(desk: &Desk, case: &str, round: u32) -> Result<Option<FiledPaper>, Failure> {
    let papers = desk.tx.where_::<FiledPaper>("case", case)?;
    Ok(papers.into_iter().find(|p| p.state == PaperState::Issued && p.round == Some(round) && LETTERS.contains(&p.kind.as_str())))
}
