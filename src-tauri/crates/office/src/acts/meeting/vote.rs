//! Ballots (E16): one vote a member, by those attending the item, while its ballot is open.

use super::table::{Table, table, under_way};
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One vote; `null` clears it while the ballot is open.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordVote {
    pub item: String,
    pub member: String,
    pub vote: Option<Vote>,
    #[serde(default)]
    pub at: Option<Instant>,
}

impl Verb for RecordVote {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, case } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        form::not_future_at(desk, "at", at)?;
        let facts = desk.facts()?;
        if let Some(vote) = self.vote {
            return Ok(m14_meeting::can_vote(&facts, &meeting, &item, &case, &self.member, vote, at));
        }
        let Some(cast) = item.ballot().and_then(|b| b.votes.get(&self.member)) else {
            let name = desk.name(&self.member);
            return Err(Failure::invalid(
                "member",
                format!("{name}还没有投票，没有可清除的。"),
                format!("{name} has not voted; there is nothing to clear."),
            ));
        };
        // Clearing asks only whether the ballot is still open.
        let findings = m14_meeting::can_vote(&facts, &meeting, &item, &case, &self.member, *cast, at);
        Ok(findings.into_iter().filter(|f| matches!(f.rule.as_str(), "M14.ballot_closed" | "M14.item_closed" | "M14.closed")).collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut item = desk.item(&self.item)?;
        let ballot = open_ballot(&mut item)?;
        match self.vote {
            Some(vote) => ballot.votes.insert(self.member.clone(), vote),
            None => ballot.votes.remove(&self.member),
        };
        desk.put_item(&item)?;
        let name = desk.name(&self.member);
        let (zh, en) = self.vote.map_or(("未投", "not voted"), |v| (v.zh(), v.en()));
        Ok(Made::said(format!("{name}：{zh}。"), format!("{name}: {en}.")).with("item", item.id, ""))
    }
}

fn open_ballot(item: &mut Item) -> Result<&mut Ballot, Failure> {
    item.ballots
        .last_mut()
        .filter(|b| b.closed.is_none())
        .ok_or_else(|| Failure::invalid("item", "没有正在进行的表决。", "No ballot is open."))
}

/// Several votes at one stroke: `Shift 1` in the grid, or a counted ballot typed from paper.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordVotes {
    pub item: String,
    pub votes: BTreeMap<String, Vote>,
    #[serde(default)]
    pub at: Option<Instant>,
}

impl Verb for RecordVotes {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, case } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        form::not_future_at(desk, "at", at)?;
        if self.votes.is_empty() {
            return Err(Failure::invalid("votes", "没有写票。", "No votes are given."));
        }
        let facts = desk.facts()?;
        let mut findings: Vec<Finding> = Vec::new();
        for (member, vote) in &self.votes {
            for finding in m14_meeting::can_vote(&facts, &meeting, &item, &case, member, *vote, at) {
                if !findings.contains(&finding) {
                    findings.push(finding);
                }
            }
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut item = desk.item(&self.item)?;
        open_ballot(&mut item)?.votes.extend(self.votes.clone());
        desk.put_item(&item)?;
        let n = self.votes.len();
        Ok(Made::said(format!("已记{n}票。"), format!("{n} votes recorded.")).with("item", item.id, ""))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SecondBallot {
    pub item: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

impl Verb for SecondBallot {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, case } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        under_way(&meeting)?;
        form::not_future_at(desk, "at", at)?;
        if item.outcome.is_some() {
            return Err(Failure::invalid("item", "本项已经关闭，不能再投一轮。", "The item is closed; no further ballot.")
                .way("列入下次会议再议。", "Put it to the next meeting."));
        }
        let ballot = item.ballot().ok_or_else(|| Failure::invalid("item", "第一轮还没有开始。", "There has been no first ballot."))?;
        let facts = desk.facts()?;
        let quorum = m14_meeting::quorum(&facts, &meeting, &item, at);
        let options = m14_meeting::options_of(&case, &item, &facts.committee.settings);
        let mut findings = e16_two_thirds::can_vote_again(&e16_two_thirds::tally(&quorum, ballot, &options), ballot);
        findings.extend(quorum.findings.into_iter().filter(Finding::blocks));
        Ok(findings)
    }
    /// The first round stays as it was counted.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut item = desk.item(&self.item)?;
        let at = desk.moment(self.at);
        open_ballot(&mut item)?.closed = Some(at);
        item.ballots.push(Ballot { opened: at, votes: BTreeMap::new(), closed: None, corrections: vec![] });
        let n = item.ballots.len();
        desk.put_item(&item)?;
        Ok(Made::said(format!("开始第{n}轮表决，前一轮保留。"), format!("Ballot {n} is open; the one before is kept."))
            .with("item", item.id, ""))
    }
}
