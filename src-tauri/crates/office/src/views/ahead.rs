//! What lies ahead of a meeting: the nearest ones, and the quorum of each item as it is to be expected, or as it was.

use crate::failure::Failure;
use crate::sources::Sources;
use chrono::Datelike;
use measures::m14_meeting::{self, Quorum, quorum};
use measures::*;

/// The items of an agenda as they are to be expected on the day.
pub(super) fn forecasts(src: &Sources, meeting: &Meeting) -> Result<Vec<(Item, Case, Quorum)>, Failure> {
    let facts = src.facts();
    let mut out = Vec::new();
    for item in src.items_of(meeting)? {
        let case = src.need::<Case>("case", &item.case)?;
        let q = m14_precheck::expected(&facts, meeting, &item, &case);
        out.push((item, case, q));
    }
    Ok(out)
}

/// The meeting as a whole, nobody recused.
pub(super) fn whole_forecast(src: &Sources, meeting: &Meeting) -> Quorum {
    m14_meeting::forecast(&src.facts(), meeting, &nothing(meeting))
}

pub(super) fn nothing(meeting: &Meeting) -> Item {
    Item {
        id: String::new(),
        meeting: meeting.id.clone(),
        case: String::new(),
        round: 0,
        minutes: 0,
        conflicts_asked: None,
        recusals: vec![],
        taken_up: None,
        ballots: vec![],
        outcome: None,
        presented: String::new(),
        answers: String::new(),
        remarks: vec![],
        documents: vec![],
    }
}

/// The moment a running meeting is seen at: now, but never before it was opened.
pub(super) fn seen_at(meeting: &Meeting, now: Instant) -> Instant {
    let opened = meeting.opened.map_or(now, |o| o.max(now));
    meeting.closed.map_or(opened, |c| opened.min(c))
}

/// The quorum of an item: foreseen before the meeting, of this moment while it runs, of its vote once it is closed.
pub(super) fn quorum_of(src: &Sources, meeting: &Meeting, item: &Item, case: &Case) -> Quorum {
    let facts = src.facts();
    if meeting.opened.is_none() {
        return m14_precheck::expected(&facts, meeting, item, case);
    }
    let counted = item.ballot().and_then(|b| b.closed).or(item.outcome.as_ref().map(|o| o.at));
    quorum(&facts, meeting, item, counted.unwrap_or_else(|| seen_at(meeting, src.now)))
}

/// Whether any member has answered the notice.
pub(super) fn answered(meeting: &Meeting) -> bool {
    meeting.invitations.iter().any(|i| i.reply != Reply::None)
}

/// Meetings not yet closed or cancelled, the nearest first: of this year, the one before and the one after.
pub(super) fn upcoming(src: &Sources) -> Result<Vec<Meeting>, Failure> {
    let year = src.today().year();
    let mut out = Vec::new();
    for y in [year - 1, year, year + 1] {
        out.extend(
            src.reader.where_::<Meeting>("year", &y.to_string())?.into_iter().filter(|m| m.closed.is_none() && m.cancelled.is_none()),
        );
    }
    out.sort_by_key(|m| m.starts);
    Ok(out)
}
