//! Which place in the record a paper belongs to: the decision it tells, the notice it gives. The record points at its
//! paper; when the paper is void or dropped, it points nowhere until there is another.

use crate::desk::Desk;
use crate::failure::Failure;
use measures::*;

/// Points the record at `paper`, or takes the pointer away.
pub(crate) fn link(desk: &mut Desk, paper: &FiledPaper, to: Option<String>) -> Result<(), Failure> {
    if let (Some(id), "host_designation") = (&paper.meeting, paper.kind.as_str()) {
        let mut meeting = desk.meeting(id)?;
        if let Some(d) = &mut meeting.designation {
            d.paper = to;
            desk.put_meeting(&meeting)?;
        }
        return Ok(());
    }
    let Some(id) = &paper.case else { return Ok(()) };
    let mut case = desk.case(id)?;
    let at = paper.round.map_or(case.rounds.len() - 1, |r| r as usize);
    let Some(place) = place_of(&mut case, at, paper) else { return Ok(()) };
    if *place != to {
        *place = to.clone();
        if paper.kind == "suspension" {
            let turn = case.turns.iter_mut().rev().find(|t| matches!(t.kind, TurnKind::Suspended | TurnKind::Terminated));
            if let Some(turn) = turn {
                turn.paper = to;
            }
        }
        desk.put_case(&case)?;
    }
    Ok(())
}

fn place_of<'a>(case: &'a mut Case, at: usize, paper: &FiledPaper) -> Option<&'a mut Option<String>> {
    let (rounds, turns) = (&mut case.rounds, &mut case.turns);
    if matches!(paper.kind.as_str(), "appeal_notice" | "appeal_decision") {
        // The appeal stands with the round it is against.
        let here = if rounds.get(at)?.appeal.is_some() { at } else { at.checked_sub(1)? };
        return rounds.get_mut(here)?.appeal.as_mut().map(|a| &mut a.paper);
    }
    let round = rounds.get_mut(at)?;
    match paper.kind.as_str() {
        "supplement_notice" => {
            let own = round.supplements.iter().position(|s| s.paper.as_deref() == Some(paper.id.as_str()));
            let at = own.or(round.supplements.len().checked_sub(1))?;
            Some(&mut round.supplements[at].paper)
        }
        "acceptance_notice" => round.accepted.as_mut().map(|a| &mut a.paper),
        "designation_slip" => round.designation.as_mut().map(|d| &mut d.paper),
        "conversion_notice" => round.converted.as_mut().map(|c| &mut c.paper),
        "extension_notice" => round.extensions.last_mut().map(|e| &mut e.paper),
        "preliminary_opinion" => round.preliminary.as_mut().map(|d| &mut d.paper),
        "re_review_request" => round.rereview.as_mut().map(|r| &mut r.paper),
        "decision_letter" | "tracking_opinion" => round.decision.as_mut().map(|d| &mut d.paper),
        "suspension" => {
            let voted = round.decision.as_mut().filter(|d| matches!(d.kind, DecisionKind::Suspend | DecisionKind::Terminate));
            match voted {
                Some(d) => Some(&mut d.paper),
                None => turns.iter_mut().rev().find(|t| matches!(t.kind, TurnKind::Suspended | TurnKind::Terminated)).map(|t| &mut t.paper),
            }
        }
        _ => None,
    }
}

/// The decision a paper delivers, when it does: from its service the days of appeal run (M16).
pub(crate) fn delivers(case: &Case, paper: &FiledPaper) -> Option<usize> {
    let at = paper.round.map_or(case.rounds.len() - 1, |r| r as usize);
    let decision = case.rounds.get(at)?.decision.as_ref()?;
    let own = matches!(decision.kind, DecisionKind::Suspend | DecisionKind::Terminate);
    match paper.kind.as_str() {
        "decision_letter" | "tracking_opinion" => Some(at),
        "suspension" if own => Some(at),
        _ => None,
    }
}
