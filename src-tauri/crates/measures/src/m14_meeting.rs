//! Article 14: convening, opening and holding a meeting; E14 on meetings by video; what may be voted on.
//! Who attends and whether that is enough is in `m14_quorum`; counting is in `e16_two_thirds`.

pub use crate::m14_quorum::{Quorum, Way, forecast, forecast_until, quorum};

use crate::e16_two_thirds::tally;
use crate::{
    Case, Date, Facts, Finding, HostDesignation, Instant, Item, Meeting, MeetingForm, Procedure, Profile, RereviewOpinion, Role,
    Round, RoundKind, RuleKind, Settings, UndertakingKind, Vote, clock, names, say,
};

/// What the present round of a case can be voted on, in ballot order; see [`options_for`].
pub fn options(case: &Case, settings: &Settings) -> Vec<Vote> {
    options_for(case, case.rounds.len().saturating_sub(1), settings)
}

/// What a round can be voted on. A listed activity can only pass its preliminary review before the re-review opinion is
/// in (M22); after 不同意 it cannot be approved (M24); a tracking review has its own four outcomes (M17, E19).
/// 修改后批准 is offered when the committee's setting says so (reading A1), never for listed cases.
pub fn options_for(case: &Case, round: usize, settings: &Settings) -> Vec<Vote> {
    let Some(r) = case.rounds.get(round) else { return Vec::new() };
    let mut list = match r.kind {
        RoundKind::Tracking => vec![Vote::Continue, Vote::ContinueAfterChanges, Vote::Suspend, Vote::Terminate],
        _ if rereview_binds(case, r) => match rereview_opinion(case, round) {
            None => vec![Vote::Pass, Vote::Revise, Vote::Reject],
            Some(RereviewOpinion::Agree) => vec![Vote::Approve, Vote::Revise, Vote::Reject],
            Some(RereviewOpinion::Disagree) => vec![Vote::Revise, Vote::Reject],
        },
        _ if settings.approve_after_changes => vec![Vote::Approve, Vote::ApproveAfterChanges, Vote::Revise, Vote::Reject],
        _ => vec![Vote::Approve, Vote::Revise, Vote::Reject],
    };
    list.extend([Vote::Abstain, Vote::Spoilt]);
    list
}

/// This round may not end in approval without the authority's opinion: listed, not exempt, and a review of the whole
/// activity. A minor amendment of an approved listed activity keeps the opinion it was approved on (M25 asks for a new
/// one only when the risk changes greatly, and that is a `Renewed` round).
pub fn rereview_binds(case: &Case, round: &Round) -> bool {
    case.needs_rereview() && !matches!(round.kind, RoundKind::Tracking | RoundKind::Amendment)
}

/// The opinion this round stands on: its own, or for a decision after appeal that of the round appealed against.
pub fn rereview_opinion(case: &Case, round: usize) -> Option<RereviewOpinion> {
    let own = |i: usize| case.rounds.get(i).and_then(|r| r.rereview.as_ref()?.opinion.as_ref()).map(|o| o.opinion);
    match (own(round), case.rounds.get(round)?.kind) {
        (None, RoundKind::Appeal) => round.checked_sub(1).and_then(own),
        (o, _) => o,
    }
}

/// May the notice go out on `on`? A meeting by video needs the committee's own rules (E14); the committee's own days of
/// notice are its own limit.
pub fn can_notice(facts: &Facts, meeting: &Meeting, on: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    if meeting.items.is_empty() {
        out.push(
            Finding::block("M14.agenda", "议程还没有议题，不能发通知。", "No items on the agenda; the notice cannot go out.")
                .way("先列入议题。", "Put an item on the agenda first."),
        );
    }
    out.extend(video_rules(facts, meeting, on));
    out.extend(host_named(facts, meeting));
    let day = meeting.starts.date_naive();
    let days = facts.rules.meeting_notice_working_days();
    let latest = clock::working_days_before(day, days, facts.calendar);
    if on > day {
        out.push(Finding::block("M14.notice", "会议日期已过，不能再发通知。", "The meeting day has passed; no notice can go out."));
    } else if on > latest {
        out.push(
            Finding::ask(
                "R.notice",
                format!("距开会不足{days}个工作日，内部规定最迟{}通知。", say::zh_date(latest)),
                format!("Less than {days} working days' notice; the committee's own latest day was {}.", say::en_date(latest)),
            )
            .with(serde_json::json!({ "latest": latest })),
        );
    }
    out
}

/// May the meeting open at `at`? Quorum is each item's own; here only what concerns the whole meeting.
pub fn can_open(facts: &Facts, meeting: &Meeting, at: Instant) -> Vec<Finding> {
    let day = at.date_naive();
    let mut out = Vec::new();
    if let Some(opened) = meeting.opened {
        out.push(Finding::block("M14.opened", format!("会议已于{}开始。", say::zh_instant(opened)), format!("The meeting opened at {}.", say::en_instant(opened))));
    }
    if meeting.cancelled.is_some() {
        out.push(Finding::block("M14.cancelled", "会议已取消，不能开始。", "The meeting was cancelled."));
    }
    out.extend(video_rules(facts, meeting, day));
    let chair = facts.members.iter().any(|m| m.role_on(day) == Some(Role::Chair));
    if !chair && facts.committee.settings.profile == Profile::Strict {
        out.push(
            Finding::block("M14.chair_vacant", "主任委员空缺：没有人可以主持或指定主持人。", "The chair is vacant: nobody can preside or designate.")
                .citing(&["E7"])
                .way("由单位先任命主任委员。", "The unit appoints a chair first."),
        );
    }
    // A committee that is itself not properly composed decides nothing safely; that is said before the first item.
    for f in crate::m10_composition::composition(facts.members, &facts.committee.unit, day, facts.rules, facts.committee.settings.profile) {
        if f.blocks() {
            let zh = format!("{}补足前开会须写明理由。", f.zh);
            let en = format!("{} Until mended, meeting needs a reason.", f.en);
            let mut ask = Finding::ask(&f.rule, zh, en).way(f.way_zh, f.way_en).with(f.facts);
            ask.cites = f.cites;
            out.push(ask);
        }
    }
    if !meeting.present(at).any(|_| true) {
        out.push(Finding::block("M14.nobody", "还没有委员签到。", "No member has signed in yet.").way("先登记到会。", "Record the attendance first."));
    }
    out
}

fn video_rules(facts: &Facts, meeting: &Meeting, day: Date) -> Option<Finding> {
    (meeting.form != MeetingForm::OnSite && facts.committee.rule_on(RuleKind::Video, day).is_none()).then(|| no_video_rules(meeting.form.zh(), meeting.form.en()))
}

fn no_video_rules(form_zh: &str, form_en: &str) -> Finding {
    Finding::block(
        "E14.video_rules",
        format!("没有视频会议规则，不能{form_zh}开会。"),
        format!("No video-meeting rules on file; no meeting {form_en}."),
    )
    .way("把视频会议规则存入制度库，或改为现场会议。", "File the rules, or meet on site.")
}

fn host_named(facts: &Facts, meeting: &Meeting) -> Option<Finding> {
    let day = meeting.starts.date_naive();
    match facts.member(&meeting.host).and_then(|m| m.role_on(day)) {
        Some(Role::Chair) => None,
        Some(Role::ViceChair) if meeting.designation.as_ref().is_some_and(|d| d.vice_chair == meeting.host) => None,
        Some(Role::ViceChair) => Some(
            Finding::ask(
                "M14.host",
                format!("{}主持须有主任委员的指定，还没有登记。", names::name(facts, &meeting.host)),
                format!("{} needs the chair's designation to preside; none on file.", names::name(facts, &meeting.host)),
            )
            .way("登记指定主持书。", "Record the designation."),
        ),
        _ => Some(
            Finding::block("M14.host", "主持人须是主任委员或其指定的副主任委员。", "The host must be the chair or a vice-chair the chair designates.")
                .way("改定主持人。", "Name another host."),
        ),
    }
}

/// May this designation be recorded? Only the chair designates, only a vice-chair, not after the meeting (M14).
pub fn can_designate_host(facts: &Facts, meeting: &Meeting, d: &HostDesignation) -> Vec<Finding> {
    let mut out = Vec::new();
    let day = meeting.day();
    match facts.member(&d.by) {
        Some(m) if m.role_on(d.on) == Some(Role::Chair) => {}
        Some(m) => out.push(
            Finding::block(
                "M14.designation",
                format!("{}在{}不是主任委员，不能指定主持人。", m.name, say::zh_date(d.on)),
                format!("{} was not the chair on {} and cannot designate a host.", m.name, say::en_date(d.on)),
            )
            .way("由主任委员指定；主任委员空缺的，由单位先任命。", "The chair designates; if vacant, the unit appoints first."),
        ),
        None => out.push(Finding::block("M14.designation", "没有写明是谁指定的。", "The designation names nobody who made it.")),
    }
    match facts.member(&d.vice_chair) {
        Some(m) if m.role_on(day) == Some(Role::ViceChair) => {}
        other => {
            let who = other.map_or(d.vice_chair.clone(), |m| m.name.clone());
            out.push(Finding::block(
                "M14.designation",
                format!("{who}在会议当日不是副主任委员，不能受指定主持。"),
                format!("{who} is not a vice-chair on the day of the meeting."),
            ));
        }
    }
    if d.on > day {
        out.push(Finding::block(
            "M14.designation",
            format!("指定日期{}晚于会议日期{}。", say::zh_date(d.on), say::zh_date(day)),
            format!("The designation of {} is later than the meeting of {}.", say::en_date(d.on), say::en_date(day)),
        ));
    }
    out
}

/// May this member be put on the attendance list of `day`? In office, both undertakings signed (E8).
pub fn can_attend(facts: &Facts, member: &str, day: Date) -> Vec<Finding> {
    let Some(m) = facts.member(member) else {
        return vec![
            Finding::block("M14.member", format!("{member}不是委员，不列入到会。"), format!("{member} is not a member and is not put on the attendance."))
                .way("顾问专家、列席人员另行登记。", "Advisers and guests are recorded separately."),
        ];
    };
    let mut out = Vec::new();
    if !m.in_office(day) {
        out.push(
            Finding::block(
                "M14.in_office",
                format!("{}在{}不在任期内，不计入到会。", m.name, say::zh_date(day)),
                format!("{} is not in office on {} and is not counted.", m.name, say::en_date(day)),
            )
            .citing(&["E7"])
            .way("登记新的任期，或以列席记录。", "Record a new term, or list as a guest."),
        );
    }
    for kind in UndertakingKind::ALL {
        if !m.undertook(*kind, day) {
            out.push(
                Finding::block(
                    "E8.undertaking",
                    format!("{}没有签署{}，不能列入到会。", m.name, kind.zh()),
                    format!("{} has not signed the {}; cannot be put on the attendance.", m.name, kind.en()),
                )
                .way(format!("先签署并登记{}。", kind.zh()), format!("Sign and record the {} first.", kind.en())),
            );
        }
    }
    out
}

/// As [`can_attend`], by video: the committee's video rules must be in force (E14).
pub fn can_attend_by_video(facts: &Facts, member: &str, day: Date) -> Vec<Finding> {
    let mut out = can_attend(facts, member, day);
    if facts.committee.rule_on(RuleKind::Video, day).is_none() {
        out.push(no_video_rules("以视频", "by video"));
    }
    out
}

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
    out.extend(q.findings.into_iter().filter(Finding::blocks));
    out.extend(crate::m27_emergency::field_member(case, item.round as usize, meeting, item));
    out
}

/// May this member's vote on the item be recorded at `at`? No proxies, no votes of the absent, the recused or advisers.
pub fn can_vote(facts: &Facts, meeting: &Meeting, item: &Item, case: &Case, member: &str, vote: Vote, at: Instant) -> Vec<Finding> {
    let mut out = open_item(meeting, item, at);
    if item.taken_up.is_none_or(|t| t > at) {
        out.push(Finding::block("M14.taken_up", "本项还没有开始审议，不能表决。", "The item has not been taken up; no vote yet.").way("先开始审议本项。", "Take the item up first."));
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
    if !options_for(case, item.round as usize, &facts.committee.settings).contains(&vote) {
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
        _ => Finding::block("M16.option", format!("本项没有“{}”这一选项。", vote.zh()), format!("“{}” is not an option for this item.", vote.en())),
    }
}

/// May the item be closed at `at`? Two thirds or not, every attending member's paper must be there; an approval that
/// fails when the recused are counted needs the chair's note in the strict profile (reading A2).
pub fn can_close_item(facts: &Facts, meeting: &Meeting, item: &Item, case: &Case, chair_note: &str, at: Instant) -> Vec<Finding> {
    let mut out = open_item(meeting, item, at);
    let Some(ballot) = item.ballot() else {
        out.push(Finding::block("E16.ballot", "本项还没有表决。", "No vote has been taken on this item.").way("表决，或记为未审议并写明理由。", "Vote, or record it as not deliberated with a reason."));
        return out;
    };
    let q = quorum(facts, meeting, item, ballot.closed.unwrap_or(at));
    out.extend(q.findings.iter().filter(|f| f.blocks()).cloned());
    let t = tally(&q, ballot, &options_for(case, item.round as usize, &facts.committee.settings));
    if !t.missing.is_empty() {
        let (zh, en) = (names::zh(facts, &t.missing), names::en(facts, &t.missing));
        out.push(
            Finding::block("E16.ballots", format!("{zh}还没有投票。"), format!("{en} has not voted yet."))
                .way("逐人登记；不投的记弃权，仍计入到会人数。", "Record each; a paper not handed in is an abstention and stays in the count."),
        );
    }
    let strict = facts.committee.settings.profile == Profile::Strict;
    if t.boundary && t.decision.is_some_and(|d| d.allows() || d == crate::DecisionKind::Pass) && chair_note.trim().is_empty() {
        let (all, n) = (t.attending + t.recused, t.counts.iter().find(|(v, _)| Some(*v) == t.reached).map_or(0, |(_, n)| *n));
        let zh = format!("边界情形：计入回避委员{}人，3×{n}＝{} ＜ 2×{all}＝{}，不足三分之二。", t.recused, 3 * n, 2 * all);
        let en = format!("Borderline: with {} recused counted, 3×{n}={} < 2×{all}={}.", t.recused, 3 * n, 2 * all);
        let f = if strict { Finding::block("E16.boundary", zh, en) } else { Finding::note("E16.boundary", zh, en) };
        out.push(f.way("由主任委员写明说明后关闭。", "The chair's note is needed to close."));
    }
    out.extend(t.findings);
    out
}

/// May the meeting be closed? Every item has a decision, 未形成决定 or 未审议.
pub fn can_close_meeting(meeting: &Meeting, items: &[Item]) -> Vec<Finding> {
    let mut out = Vec::new();
    if meeting.opened.is_none() {
        out.push(Finding::block("M14.not_opened", "会议还没有开始。", "The meeting has not opened."));
    }
    let open: Vec<usize> = meeting
        .items
        .iter()
        .enumerate()
        .filter(|(_, id)| items.iter().find(|i| i.id == **id).is_none_or(|i| i.outcome.is_none()))
        .map(|(n, _)| n + 1)
        .collect();
    if !open.is_empty() {
        let nums = open.iter().map(usize::to_string).collect::<Vec<_>>();
        out.push(
            Finding::block("M14.items_open", format!("第{}项还没有结果。", nums.join("、")), format!("Item {} has no outcome yet.", nums.join(", ")))
                .way("逐项记为已作决定、未形成决定或未审议。", "Each needs a decision, no decision, or not deliberated."),
        );
    }
    out
}

fn open_item(meeting: &Meeting, item: &Item, at: Instant) -> Vec<Finding> {
    let mut out = Vec::new();
    if meeting.opened.is_none_or(|o| o > at) {
        out.push(Finding::block("M14.not_opened", "会议还没有开始。", "The meeting has not opened.").way("先宣布开会。", "Open the meeting first."));
    }
    if meeting.closed.is_some_and(|c| c < at) {
        out.push(Finding::block("M14.closed", "会议已经结束。", "The meeting is closed."));
    }
    if item.outcome.is_some() {
        out.push(Finding::block("M14.item_closed", "本项已有结果。", "The item already has an outcome.").way("有误的以更正登记，写明理由。", "Correct a mistake with a reason."));
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
    match &round.accepted {
        None => out.push(
            Finding::block("M13.accepted", format!("{}还没有受理，不能上会。", case.number), format!("{} has not been accepted and cannot be deliberated.", case.number))
                .way("先受理。", "Accept it first."),
        ),
        Some(a) if a.at.date_naive() > day => out.push(Finding::block(
            "M13.accepted",
            format!("会议日期{}早于受理日期{}。", say::zh_date(day), say::zh_date(a.at.date_naive())),
            format!("The meeting of {} is earlier than the acceptance of {}.", say::en_date(day), say::en_date(a.at.date_naive())),
        )),
        Some(_) if round.procedure() == Some(Procedure::Simplified) => out.push(
            Finding::block("M20.procedure", "本件在简易程序中，不上会审议。", "The case is in the simplified procedure and is not deliberated at a meeting.")
                .way("须上会的，先转一般程序。", "Convert it to the general procedure first."),
        ),
        Some(_) => {}
    }
    if round.over() {
        out.push(Finding::block("M16.decided", format!("{}本轮审查已经结束。", case.number), format!("This round of {} is over.", case.number)));
    }
    out
}

/// May the case go on the agenda of this meeting? A day past the case's limit asks for an extension in time.
pub fn can_place(facts: &Facts, case: &Case, meeting: &Meeting) -> Vec<Finding> {
    let round = case.rounds.len().saturating_sub(1) as u32;
    let probe = Item {
        id: String::new(), meeting: meeting.id.clone(), case: case.id.clone(), round, minutes: 0, conflicts_asked: None, recusals: vec![],
        taken_up: None, ballots: vec![], outcome: None, presented: String::new(), answers: String::new(), remarks: vec![], documents: vec![],
    };
    let day = meeting.starts.date_naive();
    let mut out = in_order(case, &probe, day);
    if let Some(due) = crate::m16_decision::due(facts, case.round()) {
        if day > due.nominal && !out.iter().any(Finding::blocks) {
            out.push(
                Finding::note(
                    "M16.after_due",
                    format!("会期晚于决定期限{}。", say::zh_date(due.nominal)),
                    format!("The meeting is later than the decision's due day, {}.", say::en_date(due.nominal)),
                )
                .way("期满前作出延长告知，写明新的日期。", "Issue an extension with a new date before then."),
            );
        }
    }
    out
}
