//! Article 16: until when a decision is due. Thirty days with both last days counted, as extended; an appeal round has its
//! seven working days, an emergency its hours.

use crate::m16_appeal::redecision;
use crate::{Date, Due, Facts, Procedure, Round, RoundKind, clock};

/// When the round must be decided: thirty natural days from acceptance, the last extension's date, 72 hours in an
/// emergency, seven working days after an appeal. A tracking round has its own clock (`m17_tracking::next`).
pub fn due(facts: &Facts, round: &Round) -> Option<Due> {
    match round.kind {
        RoundKind::Tracking => return None,
        RoundKind::Appeal => return Some(redecision(facts, round.received.date_naive())),
        _ => {}
    }
    let accepted = round.accepted.as_ref()?;
    if let Some(e) = round.extensions.last() {
        return Some(clock::fixed(e.new_due).under(&["M16"]));
    }
    if round.procedure() == Some(Procedure::Emergency) {
        return Some(crate::m27_emergency::whole(facts, accepted.at));
    }
    Some(nominal_due(facts, accepted.at.date_naive()))
}

/// The thirty days without any extension.
pub fn nominal_due(facts: &Facts, accepted: Date) -> Due {
    clock::natural_days(accepted, facts.rules.decision_days(), true, facts.calendar)
        .starting("受理", "accepted", facts.calendar)
        .under(&["M16"])
}
