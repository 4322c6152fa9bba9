//! A vote keyed wrong, found after the item was closed (E6, E16). The old value stays visible with the reason; what it
//! came to is derived anew, and not at all when a letter with the old result has gone out.

use super::close::{count, decided};
use super::table::{Table, table};
use crate::acts::{Verb, form, outcome};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// A vote keyed wrong: the old value stays visible with the reason; the outcome is derived anew.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectVote {
    pub item: String,
    pub member: String,
    pub vote: Option<Vote>,
    pub reason: String,
}

/// The item as it would stand with the vote corrected and its outcome still to be derived.
struct Recount {
    item: Item,
    /// When the ballot was closed: attendance and quorum are of that moment.
    closed: Instant,
    was: Option<Vote>,
    /// The case without the decision that rested on the old count.
    case: Case,
    old: Option<DecisionKind>,
    new: Option<DecisionKind>,
}

impl CorrectVote {
    fn recount(&self, desk: &Desk) -> Result<(Table, Recount), Failure> {
        let table = table(desk, &self.item)?;
        let Some(outcome) = table.item.outcome.clone() else {
            return Err(Failure::invalid(
                "item",
                "本项还没有关闭，直接改票即可。",
                "The item is still open; record the vote again instead.",
            ));
        };
        let mut item = table.item.clone();
        let Some(ballot) = item.ballots.last_mut().filter(|_| outcome.result != ItemResult::NotDeliberated) else {
            return Err(Failure::invalid("item", "本项没有表决，没有票可以更正。", "No vote was taken on this item."));
        };
        let closed = ballot.closed.unwrap_or(outcome.at);
        let was = match self.vote {
            Some(vote) => ballot.votes.insert(self.member.clone(), vote),
            None => ballot.votes.remove(&self.member),
        };
        if was == self.vote {
            return Err(Failure::invalid("vote", "更正后的票与原来相同。", "The corrected vote is the one on file."));
        }
        item.outcome = None;
        let mut case = table.case.clone();
        let resting = case
            .rounds
            .get(item.round as usize)
            .and_then(|r| [&r.decision, &r.preliminary].into_iter().flatten().find(|d| d.item.as_ref() == Some(&item.id)).cloned());
        if let Some(decision) = resting.filter(|_| item.round as usize == case.rounds.len() - 1) {
            outcome::unsettle(&mut case, &decision);
        }
        let new = count(desk, &table.meeting, &item, &case, closed)?.and_then(|t| t.decision);
        Ok((table, Recount { item, closed, was, case, old: outcome.decision, new }))
    }
    fn chair_note(table: &Table) -> String {
        table.item.outcome.as_ref().map(|o| o.chair_note.clone()).unwrap_or_default()
    }
    /// The words written for a decision stay with it as long as it is of the same kind.
    fn words(table: &Table, kind: DecisionKind) -> outcome::Words {
        let round = table.case.rounds.get(table.item.round as usize);
        let old = round.and_then(|r| r.decision.as_ref().or(r.preliminary.as_ref())).filter(|d| d.kind == kind);
        old.map(|d| outcome::Words {
            reasons: d.reasons.clone(),
            suggestions: d.suggestions.clone(),
            conditions: d.conditions.clone(),
            tracking_months: d.tracking_months,
            resubmit_by: d.resubmit_by,
        })
        .unwrap_or_default()
    }
}

impl Verb for CorrectVote {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("reason", &self.reason, "更正的理由", "reason for the correction")?;
        let (table, recount) = self.recount(desk)?;
        let letter = outcome::issued_letter(desk, &table.case.id, table.item.round)?;
        let mut findings = e06_records::can_correct_vote(
            &table.case,
            table.item.round as usize,
            letter.as_ref().map(|p| p.number.as_str()),
            recount.old,
            recount.new,
        );
        if findings.iter().any(Finding::blocks) {
            return Ok(findings);
        }
        // The corrected paper must be one that could have been cast when the ballot was open.
        let facts = desk.facts()?;
        let mut open = recount.item.clone();
        if let Some(ballot) = open.ballots.last_mut() {
            ballot.closed = None;
        }
        if let Some(vote) = self.vote {
            findings.extend(m14_meeting::can_vote(&facts, &table.meeting, &open, &recount.case, &self.member, vote, recount.closed));
        }
        for finding in m14_meeting::can_close_item(&facts, &table.meeting, &open, &recount.case, &Self::chair_note(&table), recount.closed)
        {
            if !findings.iter().any(|f| f.rule == finding.rule && f.zh == finding.zh) {
                findings.push(finding);
            }
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let (table, recount) = self.recount(desk)?;
        let Recount { mut item, closed, was, mut case, old, new } = recount;
        if let Some(ballot) = item.ballots.last_mut() {
            ballot.corrections.push(VoteCorrection { member: self.member.clone(), was, reason: self.reason.trim().into(), at: desk.at });
        }
        let tally = count(desk, &table.meeting, &item, &case, closed)?;
        let before = table.item.outcome.clone().ok_or_else(|| Failure::not_found("item", &self.item))?;
        if let Some(kind) = new {
            let (decision, _) = decided(desk, &table.meeting, &item, &case, kind, &Self::words(&table, kind))?;
            outcome::settle(&mut case, decision);
        }
        let result = if new.is_some() { ItemResult::Decided } else { ItemResult::NoDecision };
        let reason = if new.is_some() { String::new() } else { tally.map(|t| t.zh).unwrap_or_default() };
        item.outcome = Some(Outcome { result, decision: new, reason, ..before });
        desk.put_item(&item)?;
        desk.put_case(&case)?;
        let name = desk.name(&self.member);
        let kind_zh = |k: Option<DecisionKind>| k.map_or(ItemResult::NoDecision.zh(), DecisionKind::zh);
        let kind_en = |k: Option<DecisionKind>| k.map_or(ItemResult::NoDecision.en(), DecisionKind::en);
        let (zh, en) = if old == new {
            (
                format!("已更正{name}的票，结果不变：{}。", kind_zh(new)),
                format!("{name}'s vote is corrected; the outcome stays: {}.", kind_en(new)),
            )
        } else {
            (
                format!("已更正{name}的票，结果由“{}”变为“{}”。", kind_zh(old), kind_zh(new)),
                format!("{name}'s vote is corrected; the outcome changes from “{}” to “{}”.", kind_en(old), kind_en(new)),
            )
        };
        Ok(Made::said(zh, en).with("item", item.id, "").with("case", &case.id, case.full_number()))
    }
}
