//! 《伦理办法》 Article 16, reached through M35: a decision needs the agreement of two thirds or more of the attending
//! members. It counts; it does not ask who attends (`m14_quorum`) nor what may be decided (`m14_meeting::options`).
//!
//! Integers only: four of six is exactly two thirds, and 4.0 / 6.0 is not.

pub use crate::e16_needed::{needed, needed_of};

use crate::m14_quorum::Quorum;
use crate::{Ballot, DecisionKind, Finding, Vote};
use serde::{Deserialize, Serialize};

/// The vote on one item as it stands.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// 到会委员: in office, present, not recused.
    pub attending: u32,
    /// Recused members who are at the meeting; outside the denominator.
    pub recused: u32,
    /// Votes one option must have.
    pub needed: u32,
    /// Votes of each option offered, in the order offered; abstentions and spoilt papers too.
    pub counts: Vec<(Vote, u32)>,
    /// Attending members without a vote; they stay in the denominator.
    pub missing: Vec<String>,
    /// The option with two thirds; there can only be one.
    pub reached: Option<Vote>,
    /// Two thirds are reached, but not if the recused were counted as attending (reading A2).
    pub boundary: bool,
    pub decision: Option<DecisionKind>,
    /// The arithmetic in a sentence.
    pub zh: String,
    pub en: String,
    /// The count alone, a clause without its closing words: 批准3票，修改后再审2票，到会5人须4票.
    pub count_zh: String,
    pub count_en: String,
    /// Which options can still get there; empty once all have voted or one has.
    pub can_still_zh: String,
    pub can_still_en: String,
    pub findings: Vec<Finding>,
}

/// Counts one ballot of the attending members. Votes of others are not counted and are named as a Block.
pub fn tally(quorum: &Quorum, ballot: &Ballot, options: &[Vote]) -> Tally {
    let attending = quorum.attending.len() as u32;
    let recused = quorum.recused.len() as u32;
    let (part, whole) = quorum.ratio;
    let needed = needed_of(attending, quorum.ratio);
    let mut findings = Vec::new();

    let of = |v: Vote| ballot.votes.iter().filter(|(m, x)| **x == v && quorum.attending.contains(m)).count() as u32;
    let counts: Vec<(Vote, u32)> = options.iter().map(|v| (*v, of(*v))).collect();
    let missing: Vec<String> = quorum.attending.iter().filter(|m| !ballot.votes.contains_key(*m)).cloned().collect();

    for (m, v) in &ballot.votes {
        if !quorum.attending.contains(m) {
            findings.push(
                Finding::block(
                    "E16.voter",
                    format!("{m}不在本项到会委员之列，这一票不计。"),
                    format!("{m} does not attend this item; the vote is not counted."),
                )
                .citing(&["M14"])
                .way("删去这一票，或更正到会记录。", "Remove the vote or correct the attendance.")
                .with(serde_json::json!({ "member": m })),
            );
        } else if !options.contains(v) {
            findings.push(
                Finding::block(
                    "M16.option",
                    format!("本项没有“{}”这一选项。", v.zh()),
                    format!("“{}” is not an option for this item.", v.en()),
                )
                .citing(&["E16"]),
            );
        }
    }

    // 3·n ≥ 2·A holds for one option at most, since two of them would need more votes than there are members.
    let reached = counts.iter().find(|(v, n)| v.decision().is_some() && attending > 0 && whole * n >= part * attending).copied();
    let boundary = reached.is_some_and(|(_, n)| whole * n < part * (attending + recused));
    let decision = reached.and_then(|(v, _)| v.decision());

    let cast: Vec<&(Vote, u32)> = counts.iter().filter(|(_, n)| *n > 0).collect();
    let list_zh = cast.iter().map(|(v, n)| format!("{}{n}票", v.zh())).collect::<Vec<_>>().join("，");
    let list_en = cast.iter().map(|(v, n)| format!("{} {n}", v.en())).collect::<Vec<_>>().join(", ");
    let facts = serde_json::json!({
        "attending": attending, "recused": recused, "needed": needed, "boundary": boundary,
        "votes": counts.iter().map(|(v, n)| (v.zh(), *n)).collect::<Vec<_>>(),
    });

    let count_zh = format!("{}到会{attending}人须{needed}票", if list_zh.is_empty() { String::new() } else { format!("{list_zh}，") });
    let count_en =
        format!("{}{attending} attending, {needed} needed", if list_en.is_empty() { String::new() } else { format!("{list_en}; ") });
    let (zh, en) = match reached {
        Some((v, n)) => {
            let (l, r) = (whole * n, part * attending);
            let mut zh = format!("到会{attending}人，须{needed}票；{}{n}票：{whole}×{n}＝{l} ≥ {part}×{attending}＝{r}，已达到。", v.zh());
            let mut en = format!(
                "{attending} attending, {needed} votes needed; {} has {n}: {whole}×{n}={l} ≥ {part}×{attending}={r}, reached.",
                v.en()
            );
            if boundary {
                let all = attending + recused;
                zh.push_str(&format!("边界情形：计入回避委员{recused}人，{part}×{all}＝{}，不足三分之二。", part * all));
                en.push_str(&format!(" Borderline: with the {recused} recused counted, {part}×{all}={}, short of two thirds.", part * all));
            }
            findings.push(Finding::fine("E16.two_thirds", zh.clone(), en.clone()).citing(&["C1259"]).with(facts));
            (zh, en)
        }
        None if missing.is_empty() => {
            let zh = format!("{count_zh}。都没有达到，未形成决定；不是不予批准。");
            let en = format!("{count_en}. None reaches it: no decision. This is not a rejection.");
            findings.push(
                Finding::note("E16.no_decision", zh.clone(), en.clone())
                    .way("可以再次表决，或列入下次会议；期限不停。", "Vote again, or put it to the next meeting; the clock runs on.")
                    .with(facts),
            );
            (zh, en)
        }
        None => {
            let voted = attending - missing.len() as u32;
            (
                format!(
                    "到会{attending}人，须{needed}票；已投{voted}人{}。",
                    if list_zh.is_empty() { String::new() } else { format!("：{list_zh}") }
                ),
                format!(
                    "{attending} attending, {needed} votes needed; {voted} cast{}.",
                    if list_en.is_empty() { String::new() } else { format!(": {list_en}") }
                ),
            )
        }
    };

    let (mut can_still_zh, mut can_still_en) = (String::new(), String::new());
    if reached.is_none() && !missing.is_empty() {
        let left = missing.len() as u32;
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for (v, n) in counts.iter().filter(|(v, _)| v.decision().is_some()) {
            if n + left >= needed {
                zh.push(format!("{}还差{}票", v.zh(), needed - n));
                en.push(format!("{} needs {} more", v.en(), needed - n));
            } else if *n > 0 {
                zh.push(format!("{}已不能达到", v.zh()));
                en.push(format!("{} can no longer reach it", v.en()));
            }
        }
        let none = !counts.iter().any(|(v, n)| v.decision().is_some() && n + left >= needed);
        if none {
            can_still_zh = format!("还有{left}人未投，任何选项都已不能达到三分之二。");
            can_still_en = format!("{left} still to vote; no option can reach two thirds any more.");
        } else {
            can_still_zh = format!("还有{left}人未投：{}。", zh.join("，"));
            can_still_en = format!("{left} still to vote: {}.", en.join(", "));
        }
    }

    Tally {
        attending,
        recused,
        needed,
        counts,
        missing,
        reached: reached.map(|(v, _)| v),
        boundary,
        decision,
        zh,
        en,
        count_zh,
        count_en,
        can_still_zh,
        can_still_en,
        findings,
    }
}

/// May a further ballot be taken on the item at this meeting? Only when the last one is complete and decided nothing:
/// a vote that reached two thirds is not voted on again (E16).
pub fn can_vote_again(tally: &Tally, ballot: &Ballot) -> Vec<Finding> {
    let mut out = Vec::new();
    if let Some(vote) = tally.reached {
        out.push(
            Finding::block(
                "E16.reached",
                format!("“{}”已达到三分之二，不再投一轮。", vote.zh()),
                format!("“{}” has two thirds; no further ballot.", vote.en()),
            )
            .way("关闭本项。", "Close the item."),
        );
    } else if ballot.votes.is_empty() || !tally.missing.is_empty() {
        out.push(
            Finding::block("E16.ballots", "这一轮还没有投完。", "This ballot is not complete yet.")
                .way("先投完这一轮。", "Finish this ballot first."),
        );
    }
    out
}

/// May the item be left without deliberation? Not once votes have been cast on it: what was voted is counted (E16).
pub fn can_leave_unheard(item: &crate::Item) -> Vec<Finding> {
    let mut out = Vec::new();
    if item.outcome.is_some() {
        out.push(
            Finding::block("M14.item_closed", "本项已有结果。", "The item already has an outcome.")
                .way("有误的以更正登记，写明理由。", "Correct a mistake with a reason."),
        );
    } else if item.ballots.iter().any(|b| !b.votes.is_empty()) {
        out.push(
            Finding::block("E16.voted", "本项已经投票，不能记为未审议。", "Votes have been cast; the item was deliberated.")
                .way("投完后关闭本项；没有达到三分之二的，是未形成决定。", "Finish and close it; short of two thirds it is no decision."),
        );
    }
    out
}
