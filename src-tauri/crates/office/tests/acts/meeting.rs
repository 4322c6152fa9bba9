//! Meetings: agenda, attendance, recusals, ballots (M14, E16).

use super::*;
use measures::{DecisionKind, Item, ItemResult, Meeting, Vote};

#[test]
fn case_045_a_recusal_breaks_the_quorum_of_its_item_only() {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.accepted("乙");
    desk.convene("会", "2026-09-10", &["甲", "乙"]);
    desk.at("2026-09-10 14:00").open("会", &["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远"]);
    desk.ok(json!({"act": "recuse", "item": "$甲项", "member": "$陈思远", "reason": "项目组成员"}));
    desk.blocked(json!({"act": "take_up", "item": "$甲项"}), &["M14.quorum"]);
    desk.ok(json!({"act": "take_up", "item": "$乙项"}));
    // Someone comes in: the first item can be heard as well.
    desk.at("2026-09-10 14:20").ok(json!({"act": "arrive", "meeting": "$会", "member": "$何静姝"}));
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.blocked(json!({"act": "record_vote", "item": "$甲项", "member": "$陈思远", "vote": "approve"}), &["M14.voter"]);
}

#[test]
fn case_051_three_of_five_decide_nothing_and_it_is_no_rejection() {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &["甲"]);
    let five = ["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远"];
    desk.at("2026-09-10 14:00").open("会", &five);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &five[..3], "approve");
    desk.blocked(json!({"act": "close_item", "item": "$甲项"}), &["E16.ballots"]);
    desk.blocked(json!({"act": "second_ballot", "item": "$甲项"}), &["E16.ballots"]);
    desk.votes("甲项", &five[3..], "revise");
    // A second ballot keeps the first.
    desk.at("2026-09-10 14:30").ok(json!({"act": "second_ballot", "item": "$甲项"}));
    desk.votes("甲项", &five[..3], "approve");
    desk.votes("甲项", &five[3..], "reject");
    let done = desk.ok(json!({"act": "close_item", "item": "$甲项"}));
    assert!(done.made.zh.contains("未形成决定"), "{}", done.made.zh);
    let item: Item = desk.get("甲项");
    assert_eq!(item.ballots.len(), 2);
    assert_eq!(item.ballots[0].votes.values().filter(|v| **v == Vote::Revise).count(), 2, "the first count stays");
    let outcome = item.outcome.unwrap();
    assert_eq!((outcome.result, outcome.decision), (ItemResult::NoDecision, None));
    assert!(desk.case("甲").round().decision.is_none());
    desk.named(
        "乙会",
        json!({"act": "plan_meeting", "starts": "2026-09-20 14:00", "ends": "2026-09-20 16:00", "form": "on_site", "place": "行政楼305"}),
    );
    desk.named("再审项", json!({"act": "defer_item", "item": "$甲项", "reason": "未达到三分之二，下次再议"}));
    assert_eq!(desk.get::<Item>("甲项").outcome.unwrap().deferred_to, Some(desk.id("乙会")));
    assert_eq!(desk.get::<Item>("再审项").meeting, desk.id("乙会"));
    assert_eq!(desk.case("甲").round().items.len(), 2);
}

#[test]
fn case_049_four_of_six_is_exactly_two_thirds() {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &["甲"]);
    let six = ["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远", "何静姝"];
    desk.at("2026-09-10 14:00").open("会", &six);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &six[..4], "approve");
    desk.votes("甲项", &six[4..], "abstain");
    desk.blocked(json!({"act": "second_ballot", "item": "$甲项"}), &["E16.reached"]);
    desk.blocked(json!({"act": "close_item", "item": "$甲项", "not_deliberated": "时间不够"}), &["E16.voted"]);
    desk.at("2026-09-10 15:00").ok(json!({"act": "close_item", "item": "$甲项"}));
    let case = desk.case("甲");
    let decision = case.round().decision.as_ref().unwrap();
    assert_eq!((decision.kind, decision.on.to_string()), (DecisionKind::Approve, "2026-09-10".into()), "dated the meeting's day");
    assert_eq!((decision.tracking_months, decision.next_tracking.unwrap().to_string()), (Some(12), "2027-09-10".into()));
    desk.blocked(
        json!({"act": "record_vote", "item": "$甲项", "member": "$周秉衡", "vote": "reject"}),
        &["M14.item_closed", "M14.ballot_closed"],
    );
}

#[test]
fn nobody_votes_who_is_not_there() {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &["甲"]);
    desk.at("2026-09-10 14:00");
    desk.blocked(json!({"act": "open_meeting", "meeting": "$会", "present": []}), &["M14.nobody"]);
    desk.blocked(json!({"act": "open_meeting", "meeting": "$会", "present": ["$段云起"]}), &["M14.member"]);
    desk.invalid(json!({"act": "open_meeting", "meeting": "$会", "present": ["$周秉衡", "$周秉衡"]}), "present");
    desk.ok(json!({"act": "seat_adviser", "meeting": "$会", "adviser": "$段云起", "no_interest": true}));
    desk.open("会", &["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远"]);
    desk.blocked(json!({"act": "record_vote", "item": "$甲项", "member": "$周秉衡", "vote": "approve"}), &["M14.taken_up"]);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.blocked(json!({"act": "record_vote", "item": "$甲项", "member": "$段云起", "vote": "approve"}), &["M14.adviser"]);
    desk.blocked(json!({"act": "record_vote", "item": "$甲项", "member": "$罗晓岚", "vote": "approve"}), &["M14.voter"]);
    desk.blocked(
        json!({"act": "record_vote", "item": "$甲项", "member": "$周秉衡", "vote": "approve_after_changes"}),
        &["E16.approve_after_changes"],
    );
    desk.ok(json!({"act": "record_vote", "item": "$甲项", "member": "$周秉衡", "vote": "approve"}));
    desk.ok(json!({"act": "record_vote", "item": "$甲项", "member": "$周秉衡", "vote": null}));
    assert!(desk.get::<Item>("甲项").ballots[0].votes.is_empty());
    desk.invalid(json!({"act": "record_vote", "item": "$甲项", "member": "$周秉衡", "vote": null}), "member");
    // Recusal takes the vote away with the seat.
    desk.ok(json!({"act": "record_vote", "item": "$甲项", "member": "$陈思远", "vote": "approve"}));
    desk.ok(json!({"act": "recuse", "item": "$甲项", "member": "$陈思远", "reason": "审议中想起曾参与论证"}));
    assert!(desk.get::<Item>("甲项").ballots[0].votes.is_empty());
    desk.invalid(json!({"act": "return_recused", "item": "$甲项", "member": "$陈思远"}), "item");
}

#[test]
fn case_061_a_departure_counts_from_its_minute_on() {
    let mut desk = seated("2026-09-01 09:00");
    for case in ["甲", "乙"] {
        desk.accepted(case);
    }
    desk.convene("会", "2026-09-10", &["甲", "乙"]);
    let five = ["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远"];
    desk.at("2026-09-10 14:00").open("会", &five);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &five, "approve");
    desk.at("2026-09-10 14:30").ok(json!({"act": "close_item", "item": "$甲项"}));
    desk.at("2026-09-10 14:40").invalid(json!({"act": "depart", "meeting": "$会", "member": "$陈思远", "at": "2026-09-10 14:20"}), "at");
    // In the very minute the ballot was closed: the vote still counts, and the departure comes after it.
    desk.ok(json!({"act": "depart", "meeting": "$会", "member": "$陈思远", "at": "2026-09-10 14:30"}));
    assert_eq!(desk.case("甲").round().decision.as_ref().unwrap().kind, DecisionKind::Approve);
    desk.invalid(json!({"act": "depart", "meeting": "$会", "member": "$陈思远"}), "member");
    desk.blocked(json!({"act": "take_up", "item": "$乙项"}), &["M14.quorum"]);
    desk.blocked(json!({"act": "close_meeting", "meeting": "$会"}), &["M14.items_open"]);
    desk.ok(json!({"act": "close_item", "item": "$乙项", "not_deliberated": "到会不足五人"}));
    desk.invalid(json!({"act": "close_meeting", "meeting": "$会", "at": "2026-09-10 14:35"}), "at");
    desk.at("2026-09-10 14:50").ok(json!({"act": "close_meeting", "meeting": "$会"}));
    let meeting: Meeting = desk.get("会");
    let left: Vec<&str> = meeting.attendance.iter().filter(|a| a.until.is_some()).map(|a| a.member.as_str()).collect();
    assert_eq!(left, [desk.id("陈思远")], "only who left early has a departure");
    desk.invalid(json!({"act": "arrive", "meeting": "$会", "member": "$何静姝"}), "meeting");
}

#[test]
fn case_057_a_vice_chair_presides_only_by_the_chairs_designation() {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &["甲"]);
    let without_chair = ["林若溪", "赵启明", "方慎行", "陈思远", "何静姝"];
    desk.blocked(
        json!({"act": "designate_host", "meeting": "$会", "by": "$方慎行", "vice_chair": "$林若溪", "on": "2026-09-01"}),
        &["M14.designation"],
    );
    desk.blocked(
        json!({"act": "designate_host", "meeting": "$会", "by": "$周秉衡", "vice_chair": "$方慎行", "on": "2026-09-01"}),
        &["M14.designation"],
    );
    desk.at("2026-09-10 14:00").open("会", &without_chair);
    desk.blocked(json!({"act": "take_up", "item": "$甲项"}), &["M14.host"]);
    desk.ok(json!({"act": "designate_host", "meeting": "$会", "by": "$周秉衡", "vice_chair": "$林若溪", "on": "2026-09-10", "reason": "主任委员出差"}));
    assert_eq!(desk.get::<Meeting>("会").host, desk.id("周秉衡"), "the host named in the notice stays");
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
}

#[test]
fn notices_need_an_agenda_and_five_working_days() {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &[]);
    desk.blocked(json!({"act": "send_notices", "meeting": "$会"}), &["M14.agenda"]);
    desk.named("甲项", json!({"act": "place_item", "meeting": "$会", "case": "$甲"}));
    desk.invalid(json!({"act": "place_item", "meeting": "$会", "case": "$甲"}), "case");
    desk.at("2026-09-04 09:00").asks(json!({"act": "send_notices", "meeting": "$会"}), &["R.notice"]);
    let done = desk.with(json!({"act": "send_notices", "meeting": "$会"}), &["R.notice"]);
    let kinds: Vec<String> =
        done.made.refs.iter().filter(|r| r.kind == "paper").map(|r| desk.get::<measures::FiledPaper>(&r.id).kind).collect();
    assert_eq!(kinds, ["meeting_notice", "agenda", "sign_in", "ballots"]);
    assert_eq!(desk.get::<Meeting>("会").invitations.len(), 7);
    desk.invalid(json!({"act": "change_meeting", "meeting": "$会", "with": {"place": "图书馆201"}}), "reason");
    desk.ok(json!({"act": "change_meeting", "meeting": "$会", "with": {"place": "图书馆201"}, "reason": "原会议室停电"}));
    desk.with(json!({"act": "send_notices", "meeting": "$会"}), &["R.notice"]);
    assert_eq!(
        desk.all::<measures::FiledPaper>().iter().filter(|p| p.kind == "agenda").count(),
        1,
        "a draft follows the record; no second one"
    );
    desk.ok(json!({"act": "record_reply", "meeting": "$会", "member": "$周秉衡", "reply": "attending"}));
    desk.invalid(
        json!({"act": "record_reply", "meeting": "$会", "member": "$周秉衡", "reply": "attending", "leaving": "2026-09-10 13:00"}),
        "leaving",
    );
    desk.invalid(json!({"act": "remove_item", "item": "$甲项"}), "reason");
    desk.ok(json!({"act": "remove_item", "item": "$甲项", "reason": "申请人请求延后"}));
    assert!(desk.case("甲").round().items.is_empty() && desk.all::<Item>().is_empty());
    desk.ok(json!({"act": "cancel_meeting", "meeting": "$会", "reason": "没有议题"}));
    desk.invalid(json!({"act": "send_notices", "meeting": "$会"}), "meeting");
    desk.convene("下次会", "2026-09-20", &["甲"]);
    assert_eq!(desk.get::<Meeting>("下次会").no, 2, "the number of a cancelled meeting stays used");
}

#[test]
fn case_069_nothing_is_heard_before_it_was_accepted() {
    let mut desk = seated("2026-09-01 09:00");
    desk.ready("甲", application("甲"));
    desk.convene("会", "2026-09-10", &[]);
    desk.blocked(json!({"act": "place_item", "meeting": "$会", "case": "$甲"}), &["M13.accepted"]);
    desk.ok(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "风险高于常规"}));
    desk.named("甲项", json!({"act": "place_item", "meeting": "$会", "case": "$甲"}));
}

/// A meeting of six approves by four; one vote was keyed wrong.
fn approved_by_four() -> Desk {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &["甲"]);
    let six = ["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远", "何静姝"];
    desk.at("2026-09-10 14:00").open("会", &six);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &six[..4], "approve");
    desk.votes("甲项", &six[4..], "revise");
    desk.at("2026-09-10 15:00").ok(json!({"act": "close_item", "item": "$甲项"}));
    desk.at("2026-09-10 15:10").ok(json!({"act": "close_meeting", "meeting": "$会"}));
    desk
}

#[test]
fn e06_a_corrected_vote_keeps_the_old_value_and_derives_the_outcome_anew() {
    let mut desk = approved_by_four();
    let correct = |member: &str, vote: &str, reason: &str| json!({"act": "correct_vote", "item": "$甲项", "member": format!("${member}"), "vote": vote, "reason": reason});
    desk.at("2026-09-11 09:00").invalid(correct("方慎行", "abstain", ""), "reason");
    desk.invalid(correct("方慎行", "approve", "核对票面"), "vote");
    desk.blocked(correct("罗晓岚", "approve", "核对票面"), &["M14.voter", "E16.voter"]);
    let done = desk.ok(correct("方慎行", "abstain", "票面是弃权，录成了批准"));
    assert!(done.made.zh.contains("由“批准”变为“未形成决定”"), "{}", done.made.zh);
    let item: Item = desk.get("甲项");
    let correction = &item.ballots[0].corrections[0];
    assert_eq!((correction.was, item.ballots[0].votes[&desk.id("方慎行")]), (Some(Vote::Approve), Vote::Abstain));
    assert_eq!(item.outcome.as_ref().unwrap().result, ItemResult::NoDecision);
    assert!(desk.case("甲").round().decision.is_none(), "no decision any more");
    assert_eq!(item.ballots[0].corrections.len(), 1);
    // And back: two revise ballots become approvals.
    desk.ok(correct("何静姝", "approve", "票面是批准，录成了修改后再审"));
    let case = desk.case("甲");
    assert_eq!(case.round().decision.as_ref().unwrap().kind, DecisionKind::Approve);
    assert_eq!(case.round().decision.as_ref().unwrap().on.to_string(), "2026-09-10", "still the meeting's day");
}

#[test]
fn e06_an_issued_letter_is_voided_before_a_vote_that_changes_it_is_corrected() {
    let mut desk = approved_by_four();
    desk.at("2026-09-11 09:00").named("决定书", json!({"act": "draft_paper", "kind": "decision_letter", "case": "$甲"}));
    desk.ok(json!({"act": "issue_paper", "paper": "$决定书"}));
    let correct =
        json!({"act": "correct_vote", "item": "$甲项", "member": "$方慎行", "vote": "abstain", "reason": "票面是弃权，录成了批准"});
    desk.blocked(correct.clone(), &["E6.void_first"]);
    desk.invalid(json!({"act": "write_decision", "case": "$甲", "conditions": ["再加一条"]}), "case");
    // A correction that leaves the outcome as it is contradicts no letter.
    desk.ok(
        json!({"act": "correct_vote", "item": "$甲项", "member": "$何静姝", "vote": "abstain", "reason": "票面是弃权，录成了修改后再审"}),
    );
    desk.ok(json!({"act": "void_paper", "paper": "$决定书", "reason": "表决录入有误，更正后重发"}));
    desk.ok(correct);
    assert!(desk.case("甲").round().decision.is_none());
}
