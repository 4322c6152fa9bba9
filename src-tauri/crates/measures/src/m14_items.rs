//! Article 14, an item of the agenda: what can be voted on, taking it up, voting, closing it, and which cases may be
//! put on an agenda at all. It never counts presence itself; that is `m14_quorum`.

use crate::e16_two_thirds::tally;
use crate::m14_matter::{options_of, rereview_opinion};
use crate::m14_quorum::quorum;
use crate::{Case, Date, DecisionKind, Facts, Finding, Instant, Item, Meeting, Procedure, Profile, RereviewOpinion, Vote, names, say};

/// May deliberation of the item begin at `at`?
pub fn can_take_up(facts: &Facts, meeting: &Meeting, item: &Item, case: &Case, at: Instant) -> Vec<Finding> {
    let mut out = open_item(meeting, item, at);
    out.extend(in_order(case, item, at.date_naive()));
    if item.conflicts_asked.is_none_or(|a| a > at) {
        out.push(
            Finding::block("E8.asked", "主持人还没有询问利益冲突与回避。", "The host has not asked about conflicts of interest yet.")
                .way("先询问，有回避的登记离席。", "Ask first; record whoever steps out."),
        );
    }
    let q = quorum(facts, meeting, item, at);
    // Whoever is on the team or has declared the interest is out of the room before deliberation begins.
    for m in
        crate::e08_conflicts::matches_on(facts, case, at.date_naive()).into_iter().filter(|m| m.certain && q.attending.contains(&m.member))
    {
        out.push(
            Finding::block(
                "E8.conflict",
                format!("{}，还没有回避。", m.how_zh.trim_end_matches('。')),
                format!("{}; not recused yet.", m.how_en.trim_end_matches('.')),
            )
            .way(format!("登记{}回避并离席。", m.name), format!("Record the recusal of {}.", m.name)),
        );
    }
    out.extend(q.findings.into_iter().filter(Finding::blocks));
    out.extend(crate::m27_emergency::field_member(case, item.round as usize, meeting, item));
    out
}

/// Whoever went out for an item heard before and was never recorded back is not in the room for this one. Counting them
/// would prove a quorum nobody saw, so the item waits until the return, or the departure, is on record.
pub fn still_out(facts: &Facts, meeting: &Meeting, item: &Item, others: &[Item], at: Instant) -> Vec<Finding> {
    let attending = quorum(facts, meeting, item, at).attending;
    let out = |member: &str| {
        let before = others.iter().filter(|o| o.id != item.id && o.taken_up.is_some_and(|t| t <= at));
        before.flat_map(|o| &o.recusals).any(|r| r.member == member && r.left.is_some_and(|l| l <= at) && r.back.is_none_or(|b| b > at))
    };
    attending
        .iter()
        .filter(|m| out(m))
        .map(|m| {
            let name = facts.member(m).map_or(m.as_str(), |m| m.name.as_str());
            Finding::block(
                "M14.still_out",
                format!("{name}因前面的议题回避离席，还没有登记返回，不能计入本项到会。"),
                format!("{name} went out for an earlier item and is not recorded back; not counted as attending this one."),
            )
            .citing(&["E8"])
            .way("登记返回会场；没有回来的登记离会。", "Record the return, or the departure if they did not come back.")
        })
        .collect()
}

/// May this member's vote on the item be recorded at `at`? No proxies, no votes of the absent, the recused or advisers.
pub fn can_vote(facts: &Facts, meeting: &Meeting, item: &Item, case: &Case, member: &str, vote: Vote, at: Instant) -> Vec<Finding> {
    let mut out = open_item(meeting, item, at);
    if item.taken_up.is_none_or(|t| t > at) {
        out.push(
            Finding::block("M14.taken_up", "本项还没有开始审议，不能表决。", "The item has not been taken up; no vote yet.")
                .way("先开始审议本项。", "Take the item up first."),
        );
    }
    if meeting.advisers.iter().any(|a| a.adviser == member || (a.name == member && facts.member(member).is_none())) {
        let name = meeting.advisers.iter().find(|a| a.adviser == member || a.name == member).map_or(member, |a| a.name.as_str());
        out.push(Finding::block(
            "M14.adviser",
            format!("顾问专家不参与表决（第十四条），{name}不在表决格里。"),
            format!("Advisers do not vote (Art. 14); {name} is not in the grid."),
        ));
        return out;
    }
    let q = quorum(facts, meeting, item, at);
    if !q.attending.iter().any(|m| m == member) {
        let name = names::name(facts, member);
        let (zh, en) = if item.is_recused(member) {
            (format!("{name}已回避本项，不参与表决。"), format!("{name} is recused from this item and does not vote."))
        } else if facts.member(member).is_none() {
            (format!("{name}不是委员，不参与表决。"), format!("{name} is not a member and does not vote."))
        } else if !facts.member(member).is_some_and(|m| m.in_office(at.date_naive())) {
            (format!("{name}不在任期内，不参与表决。"), format!("{name} is not in office and does not vote."))
        } else {
            (format!("{name}不在场；不收缺席委员的书面票和委托票。"), format!("{name} is not present; no written or proxy votes."))
        };
        out.push(Finding::block("M14.voter", zh, en).citing(&["E16"]));
    }
    if !options_of(case, item, &facts.committee.settings).contains(&vote) {
        out.push(option_refused(case, item.round as usize, vote));
    }
    out.extend(q.findings.into_iter().filter(Finding::blocks));
    if item.ballot().is_some_and(|b| b.closed.is_some()) {
        out.push(
            Finding::block("M14.ballot_closed", "表决已关闭，不能再投。", "The vote is closed.")
                .way("有误的以更正登记，写明理由。", "Correct a mistake with a reason."),
        );
    }
    out
}

fn option_refused(case: &Case, round: usize, vote: Vote) -> Finding {
    match (vote, rereview_opinion(case, round)) {
        (Vote::Approve | Vote::ApproveAfterChanges, None) if case.needs_rereview() => Finding::block(
            "M24.opinion",
            "现在不能批准：还没有收到专家复核意见（第二十四条）。",
            "Cannot approve yet: no expert re-review opinion on file (Art. 24).",
        )
        .citing(&["M22"])
        .way("会上可以形成初步审查意见；收到复核意见后再决定。", "Form a preliminary opinion; decide when the re-review opinion is in."),
        (Vote::Approve | Vote::ApproveAfterChanges, Some(RereviewOpinion::Disagree)) => Finding::block(
            "M24.disagree",
            "不能批准：专家复核意见为不同意（第二十四条）。",
            "Cannot approve: the re-review opinion is “disagree” (Art. 24).",
        )
        .way("可以作出修改后再审或者不予批准。", "Decide to revise and resubmit, or to reject."),
        (Vote::ApproveAfterChanges, _) => Finding::block(
            "E16.approve_after_changes",
            "本委员会没有启用“修改后批准”。",
            "“Approve after changes” is not in use in this committee.",
        )
        .citing(&["M16"])
        .way("可以作出修改后再审；确要启用的，在设置中打开。", "Decide to revise and resubmit, or turn it on in the settings."),
        _ => Finding::block(
            "M16.option",
            format!("本项没有“{}”这一选项。", vote.zh()),
            format!("“{}” is not an option for this item.", vote.en()),
        ),
    }
}

/// May the item be closed at `at`? Two thirds or not, every attending member's paper must be there; an approval that
/// fails when the recused are counted needs the chair's note in the strict profile (reading A2).
pub fn can_close_item(facts: &Facts, meeting: &Meeting, item: &Item, case: &Case, chair_note: &str, at: Instant) -> Vec<Finding> {
    let mut out = open_item(meeting, item, at);
    let Some(ballot) = item.ballot() else {
        out.push(
            Finding::block("E16.ballot", "本项还没有表决。", "No vote has been taken on this item.")
                .way("表决，或记为未审议并写明理由。", "Vote, or record it as not deliberated with a reason."),
        );
        return out;
    };
    let q = quorum(facts, meeting, item, ballot.closed.unwrap_or(at));
    out.extend(q.findings.iter().filter(|f| f.blocks()).cloned());
    let t = tally(&q, ballot, &options_of(case, item, &facts.committee.settings));
    if !t.missing.is_empty() {
        let (zh, en) = (names::zh(facts, &t.missing), names::en(facts, &t.missing));
        out.push(Finding::block("E16.ballots", format!("{zh}还没有投票。"), format!("{en} has not voted yet.")).way(
            "逐人登记；不投的记弃权，仍计入到会人数。",
            "Record each; a paper not handed in is an abstention and stays in the count.",
        ));
    }
    let strict = facts.committee.settings.profile == Profile::Strict;
    if t.boundary && t.decision.is_some_and(|d| d.allows() || d == DecisionKind::Pass) && chair_note.trim().is_empty() {
        let (all, n) = (t.attending + t.recused, t.counts.iter().find(|(v, _)| Some(*v) == t.reached).map_or(0, |(_, n)| *n));
        let zh = format!("边界情形：计入回避委员{}人，3×{n}＝{} ＜ 2×{all}＝{}，不足三分之二。", t.recused, 3 * n, 2 * all);
        let en = format!("Borderline: with {} recused counted, 3×{n}={} < 2×{all}={}.", t.recused, 3 * n, 2 * all);
        let f = if strict { Finding::block("E16.boundary", zh, en) } else { Finding::note("E16.boundary", zh, en) };
        out.push(f.way("由主任委员写明说明后关闭。", "The chair's note is needed to close."));
    }
    out.extend(t.findings);
    out
}

fn open_item(meeting: &Meeting, item: &Item, at: Instant) -> Vec<Finding> {
    let mut out = Vec::new();
    if meeting.opened.is_none_or(|o| o > at) {
        out.push(
            Finding::block("M14.not_opened", "会议还没有开始。", "The meeting has not opened.")
                .way("先宣布开会。", "Open the meeting first."),
        );
    }
    if meeting.closed.is_some_and(|c| c < at) {
        out.push(Finding::block("M14.closed", "会议已经结束。", "The meeting is closed."));
    }
    if item.outcome.is_some() {
        out.push(
            Finding::block("M14.item_closed", "本项已有结果。", "The item already has an outcome.")
                .way("有误的以更正登记，写明理由。", "Correct a mistake with a reason."),
        );
    }
    out
}

/// M13 before M14: nothing is deliberated that was not accepted, nor before it was; nor what has been decided.
pub fn in_order(case: &Case, item: &Item, day: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    let Some(round) = case.rounds.get(item.round as usize) else {
        out.push(Finding::block("M13.round", "议题所指的审查轮次不存在。", "The item points at a round that does not exist."));
        return out;
    };
    if let Some(f) = crate::m12_commission::not_here(case, item.round as usize, "审议和表决", "deliberate or vote") {
        out.push(f.citing(&["M14"]));
        return out;
    }
    match &round.accepted {
        None => out.push(
            Finding::block(
                "M13.accepted",
                format!("{}还没有受理，不能上会。", case.number),
                format!("{} has not been accepted and cannot be deliberated.", case.number),
            )
            .way("先受理。", "Accept it first."),
        ),
        Some(a) if a.at.date_naive() > day => out.push(Finding::block(
            "M13.accepted",
            format!("会议日期{}早于受理日期{}。", say::zh_date(day), say::zh_date(a.at.date_naive())),
            format!("The meeting of {} is earlier than the acceptance of {}.", say::en_date(day), say::en_date(a.at.date_naive())),
        )),
        Some(_) if round.procedure() == Some(Procedure::Simplified) => out.push(
            Finding::block(
                "M20.procedure",
                "本件在简易程序中，不上会审议。",
                "The case is in the simplified procedure and is not deliberated at a meeting.",
            )
            .way("须上会的，先转一般程序。", "Convert it to the general procedure first."),
        ),
        Some(_) => {}
    }
    if round.over() {
        out.push(Finding::block(
            "M16.decided",
            format!("{}本轮审查已经结束。", case.number),
            format!("This round of {} is over.", case.number),
        ));
    }
    out
}

/// May the case go on the agenda of this meeting? A day past the case's limit asks for an extension in time.
pub fn can_place(facts: &Facts, case: &Case, meeting: &Meeting) -> Vec<Finding> {
    let round = case.rounds.len().saturating_sub(1) as u32;
    let probe = Item {
        id: String::new(),
        meeting: meeting.id.clone(),
        case: case.id.clone(),
        round,
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
    };
    let day = meeting.starts.date_naive();
    let mut out = in_order(case, &probe, day);
    if let Some(due) = crate::m16_due::due(facts, case.round())
        && day > due.nominal
        && !out.iter().any(Finding::blocks)
    {
        out.push(
            Finding::note(
                "M16.after_due",
                format!("会期晚于决定期限{}。", say::zh_date(due.nominal)),
                format!("The meeting is later than the decision's due day, {}.", say::en_date(due.nominal)),
            )
            .way("期满前作出延长告知，写明新的日期。", "Issue an extension with a new date before then."),
        );
    }
    out
}
