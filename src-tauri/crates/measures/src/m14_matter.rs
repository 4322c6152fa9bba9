//! Article 14: what an item is about, and which votes it therefore offers. An activity on the list is not approved before
//! the expert opinion (M24), so its first vote is about the preliminary opinion.

use crate::{Case, Date, Item, RereviewOpinion, RoundKind, Settings, Vote};

/// What the present round of a case can be voted on, in ballot order; see [`options_for`].
pub fn options(case: &Case, settings: &Settings) -> Vec<Vote> {
    options_for(case, case.rounds.len().saturating_sub(1), settings)
}

/// What a round can be voted on. A listed activity can only pass its preliminary review before the re-review opinion is
/// in (M22); after 不同意 it cannot be approved (M24); a tracking review has its own four outcomes (M17, E19).
/// 修改后批准 is offered when the committee's setting says so (reading A1), never for listed cases.
pub fn options_for(case: &Case, round: usize, settings: &Settings) -> Vec<Vote> {
    options_by(case, round, None, settings)
}

/// What an item is or was voted on: a re-review opinion that came after its deliberation changes nothing in it.
pub fn options_of(case: &Case, item: &Item, settings: &Settings) -> Vec<Vote> {
    options_by(case, item.round as usize, item.taken_up.map(|t| t.date_naive()), settings)
}

fn options_by(case: &Case, round: usize, day: Option<Date>, settings: &Settings) -> Vec<Vote> {
    let mut list = match matter(case, round) {
        None => return Vec::new(),
        Some(RoundKind::Tracking) => vec![Vote::Continue, Vote::ContinueAfterChanges, Vote::Suspend, Vote::Terminate],
        Some(_) if rereview_binds(case, round) => match opinion_by(case, round, day) {
            None => vec![Vote::Pass, Vote::Revise, Vote::Reject],
            Some(RereviewOpinion::Agree) => vec![Vote::Approve, Vote::Revise, Vote::Reject],
            Some(RereviewOpinion::Disagree) => vec![Vote::Revise, Vote::Reject],
        },
        Some(_) if settings.approve_after_changes => vec![Vote::Approve, Vote::ApproveAfterChanges, Vote::Revise, Vote::Reject],
        Some(_) => vec![Vote::Approve, Vote::Revise, Vote::Reject],
    };
    list.extend([Vote::Abstain, Vote::Spoilt]);
    list
}

/// What a round is about: its own kind, or for a resubmission and a review after appeal that of the round before.
pub fn matter(case: &Case, round: usize) -> Option<RoundKind> {
    match case.rounds.get(round)?.kind {
        k @ (RoundKind::Resubmission | RoundKind::Appeal) => round.checked_sub(1).and_then(|before| matter(case, before)).or(Some(k)),
        k => Some(k),
    }
}

/// This round may not end in approval without the authority's opinion: listed, not exempt, and a review of the whole
/// activity. A minor amendment of an approved listed activity keeps the opinion it was approved on (M25 asks for a new
/// one only when the risk changes greatly, and that is a `Renewed` round).
pub fn rereview_binds(case: &Case, round: usize) -> bool {
    case.needs_rereview() && !matches!(matter(case, round), Some(RoundKind::Tracking | RoundKind::Amendment))
}

/// The opinion this round stands on: its own, or for a decision after appeal that of the round appealed against.
pub fn rereview_opinion(case: &Case, round: usize) -> Option<RereviewOpinion> {
    opinion_by(case, round, None)
}

fn opinion_by(case: &Case, round: usize, day: Option<Date>) -> Option<RereviewOpinion> {
    let result = |i: usize| case.rounds.get(i).and_then(|r| r.rereview.as_ref()?.opinion.as_ref());
    let own = |i: usize| result(i).filter(|o| day.is_none_or(|day| o.on <= day)).map(|o| o.opinion);
    match (own(round), case.rounds.get(round)?.kind) {
        (None, RoundKind::Appeal) => round.checked_sub(1).and_then(own),
        (o, _) => o,
    }
}
