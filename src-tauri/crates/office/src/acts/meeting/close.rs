//! How an item and a meeting end (E16, M14, M16). The decision is the ballots', on the meeting's day; it cannot be typed.

use super::convene::place;
use super::table::{Table, meeting_ref, not_before_opening, not_cancelled, not_opened, place_of, table, title, under_way};
use crate::acts::{Verb, form, outcome};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// Closes the item. The decision is derived from the votes; what can be said is why nothing was decided.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseItem {
    pub item: String,
    #[serde(default)]
    pub at: Option<Instant>,
    /// Why it was not deliberated; not needed when it was.
    #[serde(default)]
    pub not_deliberated: String,
    /// The chair's note when two thirds fail once the recused are counted.
    #[serde(default)]
    pub chair_note: String,
    #[serde(default)]
    pub reasons: String,
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    #[serde(default)]
    pub resubmit_by: Option<Date>,
}

/// What the ballot of an item comes to at a moment.
pub(crate) fn count(
    desk: &Desk,
    meeting: &Meeting,
    item: &Item,
    case: &Case,
    at: Instant,
) -> Result<Option<e16_two_thirds::Tally>, Failure> {
    let facts = desk.facts()?;
    let Some(ballot) = item.ballot() else { return Ok(None) };
    let quorum = m14_meeting::quorum(&facts, meeting, item, at);
    let options = m14_meeting::options_of(case, item, &facts.committee.settings);
    Ok(Some(e16_two_thirds::tally(&quorum, ballot, &options)))
}

/// The decision an item's ballots make, dated the meeting's day, with what the law says to it.
pub(crate) fn decided(
    desk: &Desk,
    meeting: &Meeting,
    item: &Item,
    case: &Case,
    kind: DecisionKind,
    words: &outcome::Words,
) -> Result<(Decision, Vec<Finding>), Failure> {
    let mut words = words.clone();
    if words.reasons.trim().is_empty() && case.round().kind == RoundKind::Tracking {
        // The four contents of E19 were handed in with the report and stand as the reasons.
        words.reasons = case.round().report.join("\n");
    }
    let (mut decision, mut findings) = outcome::decision(desk, case, kind, meeting.day(), &words)?;
    decision.meeting = Some(meeting.id.clone());
    decision.item = Some(item.id.clone());
    let facts = desk.facts()?;
    findings.extend(m16_decision::can_decide(&facts, case, &decision, Some((meeting, item))));
    if case.round().kind == RoundKind::Tracking {
        for mut finding in m17_tracking::can_conclude(&facts, case, &decision) {
            // Suggestions can be written after the vote; the letter will not go without them.
            if finding.rule == "M16.suggestions" {
                finding.verdict = Verdict::Note;
            }
            if !findings.iter().any(|f| f.rule == finding.rule) {
                findings.push(finding);
            }
        }
    }
    Ok((decision, findings))
}

impl CloseItem {
    fn words(&self) -> outcome::Words {
        outcome::Words {
            reasons: self.reasons.clone(),
            suggestions: self.suggestions.clone(),
            conditions: self.conditions.clone(),
            tracking_months: self.tracking_months,
            resubmit_by: self.resubmit_by,
        }
    }
    fn was_deliberated(&self) -> bool {
        self.not_deliberated.trim().is_empty()
    }
    /// The item with its ballot closed.
    fn counted(&self, item: &Item, at: Instant) -> Item {
        let mut item = item.clone();
        if let Some(ballot) = item.ballots.last_mut() {
            ballot.closed.get_or_insert(at);
        }
        item
    }
}

impl Verb for CloseItem {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, case } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        under_way(&meeting)?;
        form::not_future_at(desk, "at", at)?;
        not_before_opening(&meeting, at)?;
        if !self.was_deliberated() {
            return Ok(e16_two_thirds::can_leave_unheard(&item));
        }
        let facts = desk.facts()?;
        let mut findings = m14_meeting::can_close_item(&facts, &meeting, &item, &case, &self.chair_note, at);
        if findings.iter().any(Finding::blocks) {
            return Ok(findings);
        }
        if let Some(kind) = count(desk, &meeting, &item, &case, at)?.and_then(|t| t.decision) {
            let (_, more) = decided(desk, &meeting, &self.counted(&item, at), &case, kind, &self.words())?;
            for finding in more {
                if !findings.iter().any(|f| f.rule == finding.rule && f.zh == finding.zh) {
                    findings.push(finding);
                }
            }
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let Table { item, meeting, mut case } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        let n = place_of(&meeting, &item.id);
        let tally = if self.was_deliberated() { count(desk, &meeting, &item, &case, at)? } else { None };
        let mut item = self.counted(&item, at);
        let decision = tally.as_ref().and_then(|t| t.decision);
        let result = match (&tally, decision) {
            (_, Some(_)) => ItemResult::Decided,
            (Some(_), None) => ItemResult::NoDecision,
            (None, None) => ItemResult::NotDeliberated,
        };
        let reason = match result {
            ItemResult::Decided => String::new(),
            ItemResult::NoDecision => tally.as_ref().map(|t| t.zh.clone()).unwrap_or_default(),
            ItemResult::NotDeliberated => self.not_deliberated.trim().into(),
        };
        if let Some(kind) = decision {
            let (decision, _) = decided(desk, &meeting, &item, &case, kind, &self.words())?;
            outcome::settle(&mut case, decision);
        }
        item.outcome = Some(Outcome { result, decision, reason, chair_note: self.chair_note.trim().into(), at, deferred_to: None });
        desk.put_item(&item)?;
        desk.put_case(&case)?;
        let (zh, en) = match decision {
            Some(kind) => (format!("第{n}项：{}。", kind.zh()), format!("Item {n}: {}.", kind.en())),
            None => (format!("第{n}项：{}。", result.zh()), format!("Item {n}: {}.", result.en())),
        };
        Ok(Made::said(zh, en).with("item", item.id, format!("第{n}项")).with("case", &case.id, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeferItem {
    pub item: String,
    /// The meeting it goes to; the next one planned, or none yet.
    #[serde(default)]
    pub to: Option<String>,
    pub reason: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

impl DeferItem {
    fn target(&self, desk: &Desk, from: &Meeting) -> Result<Option<Meeting>, Failure> {
        if let Some(to) = &self.to {
            let meeting = desk.meeting(to)?;
            not_opened(&meeting)?;
            if meeting.starts <= from.starts {
                return Err(Failure::invalid("to", "转入的会议不晚于这次会议。", "It would go to a meeting that is not later."));
            }
            return Ok(Some(meeting));
        }
        let mut planned: Vec<Meeting> = desk
            .tx
            .all::<Meeting>()?
            .into_iter()
            .filter(|m| m.opened.is_none() && m.cancelled.is_none() && m.starts > from.starts)
            .collect();
        planned.sort_by_key(|m| m.starts);
        Ok(planned.into_iter().next())
    }
}

impl Verb for DeferItem {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, case } = table(desk, &self.item)?;
        not_cancelled(&meeting)?;
        form::filled("reason", &self.reason, "转下次会议的理由", "reason for deferring")?;
        form::not_future_at(desk, "at", desk.moment(self.at))?;
        if meeting.opened.is_none() {
            return Err(Failure::invalid(
                "item",
                "会议还没有开始，直接移出议程即可。",
                "The meeting has not opened; take the item off the agenda instead.",
            )
            .way("移出议程，再列入另一次会议。", "Take it off and put it on another agenda."));
        }
        let mut findings = match &item.outcome {
            None => e16_two_thirds::can_leave_unheard(&item),
            Some(outcome) if outcome.result == ItemResult::Decided => {
                return Err(Failure::invalid("item", "本项已作决定，不再转会。", "The item is decided; there is nothing to defer."));
            }
            Some(outcome) if outcome.deferred_to.is_some() => {
                return Err(Failure::invalid("item", "本项已经转会。", "The item is deferred already."));
            }
            Some(_) => vec![],
        };
        if let Some(to) = self.target(desk, &meeting)? {
            findings.extend(m14_meeting::can_place(&desk.facts()?, &case, &to));
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let Table { mut item, meeting, case } = table(desk, &self.item)?;
        let to = self.target(desk, &meeting)?;
        let deferred_to = to.as_ref().map(|m| m.id.clone());
        match &mut item.outcome {
            Some(outcome) => outcome.deferred_to = deferred_to,
            None => {
                item.outcome = Some(Outcome {
                    result: ItemResult::NotDeliberated,
                    decision: None,
                    reason: self.reason.trim().into(),
                    chair_note: String::new(),
                    at: desk.moment(self.at),
                    deferred_to,
                });
            }
        }
        desk.put_item(&item)?;
        let number = case.full_number();
        let Some(to) = to else {
            return Ok(Made::said(format!("{number}待列入以后的会议。"), format!("{number} waits for a later meeting."))
                .with("item", item.id, number));
        };
        let (zh, en) = title(&to);
        let placed = place(desk, &to.id, &case.id, item.minutes)?;
        let mut made = Made::said(format!("{number}转入{zh}。"), format!("{number} goes to {en}.")).with("item", placed.id, number);
        made.refs.push(meeting_ref(&to));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseMeeting {
    pub meeting: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

impl Verb for CloseMeeting {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        let at = desk.moment(self.at);
        under_way(&meeting)?;
        form::not_future_at(desk, "at", at)?;
        not_before_opening(&meeting, at)?;
        let items = desk.items_of(&meeting)?;
        if let Some(last) = items.iter().filter_map(|i| i.outcome.as_ref()).map(|o| o.at).max()
            && at < last
        {
            return Err(Failure::invalid(
                "at",
                format!("散会时刻早于最后一项结束的时刻{}。", say::zh_instant(last)),
                format!("Earlier than the end of the last item at {}.", say::en_instant(last)),
            ));
        }
        Ok(m14_meeting::can_close_meeting(&meeting, &items))
    }
    /// Whoever stayed to the end has no departure of their own: `until` is for those who left before.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        meeting.closed = Some(desk.moment(self.at));
        desk.put_meeting(&meeting)?;
        let items = desk.items_of(&meeting)?;
        let done = items.iter().filter(|i| i.outcome.as_ref().is_some_and(|o| o.result == ItemResult::Decided)).count();
        let (zh, en) = title(&meeting);
        let mut made = Made::said(
            format!("{zh}散会，{}项中{done}项作出决定。", items.len()),
            format!("Closed {en}; {done} of {} items decided.", items.len()),
        );
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}
