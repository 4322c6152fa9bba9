//! After the decision: words, appeal, resubmission, amendments, tracking, suspension, filing (M16, M17, M25, E19, E20).

use super::*;
use measures::{DecisionKind, RoundKind, TurnKind};

/// A case decided by all seven with this vote on 10 September 2026.
fn decided(vote: &str) -> Desk {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &["甲"]);
    desk.at("2026-09-10 14:00").open("会", &ALL);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &ALL, vote);
    desk.ok(json!({"act": "close_item", "item": "$甲项"}));
    desk.ok(json!({"act": "close_meeting", "meeting": "$会"}));
    desk
}

#[test]
fn the_words_are_written_and_the_kind_is_not() {
    let mut desk = decided("revise");
    desk.invalid(json!({"act": "write_decision", "case": "$甲", "tracking_months": 6}), "tracking_months");
    desk.invalid(json!({"act": "write_decision", "case": "$甲", "resubmit_by": "2026-09-01"}), "resubmit_by");
    desk.ok(json!({"act": "write_decision", "case": "$甲", "suggestions": ["补充数据来源证明", " ", "删除人脸模块"], "resubmit_by": "2026-11-01"}));
    let case = desk.case("甲");
    let decision = case.round().decision.as_ref().unwrap();
    assert_eq!(decision.suggestions, ["补充数据来源证明", "删除人脸模块"]);
    assert_eq!(decision.kind, DecisionKind::Revise);
    desk.accepted("乙");
    desk.invalid(json!({"act": "write_decision", "case": "$乙", "reasons": "没有决定也写"}), "case");
}

#[test]
fn case_031_thirteen_months_need_a_reason() {
    let mut desk = decided("approve");
    desk.asks(json!({"act": "write_decision", "case": "$甲", "tracking_months": 13}), &["M17.interval"]);
    desk.ok(json!({"act": "write_decision", "case": "$甲", "tracking_months": 9, "conditions": ["数据脱敏后使用"]}));
    let case = desk.case("甲");
    assert_eq!(case.round().decision.as_ref().unwrap().next_tracking.unwrap().to_string(), "2027-06-10");
}

#[test]
fn a_resubmission_answers_point_by_point_and_counts_anew() {
    let mut desk = decided("revise");
    desk.ok(json!({"act": "write_decision", "case": "$甲", "suggestions": ["补充数据来源证明", "删除人脸模块"]}));
    desk.at("2026-10-08 09:00").blocked(json!({"act": "resubmit", "case": "$甲", "replies": ["已补充"]}), &["M16.replies"]);
    desk.invalid(json!({"act": "resubmit", "case": "$甲", "replies": ["已补充", "已删除"], "received": "2026-09-01 10:00"}), "received");
    desk.ok(json!({"act": "resubmit", "case": "$甲", "replies": ["已补充", "已删除"]}));
    let case = desk.case("甲");
    assert_eq!((case.full_number().as_str(), case.round().kind), ("JZU-AI-2026-0001-R1", RoundKind::Resubmission));
    assert!(case.round().accepted.is_none() && case.round().report.len() == 2);
    desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    let done = desk.ok(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "修改后再审"}));
    assert!(done.made.zh.contains("2026年11月7日"), "thirty days from the new acceptance: {}", done.made.zh);
}

#[test]
fn case_023_without_service_an_appeal_is_admitted_and_no_last_day_made_up() {
    let mut desk = decided("reject");
    desk.at("2026-09-30 09:00")
        .ok(json!({"act": "record_appeal", "case": "$甲", "received": "2026-09-28", "grounds": "对第三点风险的认定有误"}));
    let case = desk.case("甲");
    assert_eq!(case.round().appeal.as_ref().unwrap().last_day, None);
    desk.blocked(json!({"act": "conclude_appeal", "case": "$甲", "sufficient": true, "finding": ""}), &["E18.finding"]);
    let done = desk.ok(json!({"act": "conclude_appeal", "case": "$甲", "sufficient": true, "finding": "新证据足以影响认定"}));
    // Case: appeal received 28 September 2026, seven working days over the National Day holiday end on 13 October.
    assert!(done.made.zh.contains("2026年10月13日"), "{}", done.made.zh);
    let case = desk.case("甲");
    assert_eq!(case.full_number(), "JZU-AI-2026-0001-P01");
    assert_eq!(case.round().accepted.as_ref().unwrap().at.date_naive().to_string(), "2026-09-28");
    // The new vote decides; any result is open.
    desk.named(
        "二会",
        json!({"act": "plan_meeting", "starts": "2026-10-12 14:00", "ends": "2026-10-12 16:00", "form": "on_site", "place": "行政楼305"}),
    );
    desk.named("再项", json!({"act": "place_item", "meeting": "$二会", "case": "$甲"}));
    desk.at("2026-10-12 14:00").open("二会", &ALL);
    desk.ok(json!({"act": "take_up", "item": "$再项"}));
    desk.votes("再项", &ALL, "approve");
    desk.ok(json!({"act": "close_item", "item": "$再项"}));
    assert_eq!(desk.case("甲").round().decision.as_ref().unwrap().kind, DecisionKind::Approve);
    assert_eq!(desk.case("甲").rounds[0].decision.as_ref().unwrap().kind, DecisionKind::Reject, "the old decision stays on file");
    desk.blocked(json!({"act": "record_appeal", "case": "$甲", "received": "2026-10-12", "grounds": "再申诉"}), &["M16.second_appeal"]);
}

#[test]
fn an_insufficient_or_unwritten_appeal_leaves_the_decision() {
    let mut desk = decided("reject");
    desk.at("2026-09-14 09:00").blocked(
        json!({"act": "record_appeal", "case": "$甲", "received": "2026-09-14", "written": false, "grounds": "口头说不服"}),
        &["E18.written"],
    );
    desk.ok(json!({"act": "record_appeal", "case": "$甲", "received": "2026-09-14", "grounds": "不服"}));
    let done = desk.ok(json!({"act": "conclude_appeal", "case": "$甲", "sufficient": false, "finding": "未提出新的事实和理由"}));
    assert!(done.made.refs.iter().any(|r| r.kind == "paper"), "the notice that the decision stands is drafted");
    assert_eq!(desk.case("甲").rounds.len(), 1);
    desk.blocked(json!({"act": "conclude_appeal", "case": "$甲", "sufficient": true, "finding": "改主意"}), &["M16.no_appeal"]);
}

#[test]
fn tracking_goes_on_from_the_review_that_took_place_and_can_suspend() {
    let mut desk = decided("approve");
    desk.blocked(json!({"act": "start_round", "case": "$甲", "kind": "appeal"}), &["M17.round"]);
    desk.at("2027-06-01 09:00").ok(json!({"act": "start_round", "case": "$甲", "kind": "tracking", "report": ["按方案执行", "风险措施有效", "风险无变化", "无其他情况"]}));
    desk.blocked(json!({"act": "start_round", "case": "$甲", "kind": "amendment"}), &["M17.open_round"]);
    desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    desk.ok(json!({"act": "accept", "case": "$甲", "procedure": "simplified", "ground": "tracking_without_adjustment", "reason": "前期无重大调整"}));
    desk.ok(json!({"act": "designate_reviewers", "case": "$甲", "by": "$周秉衡", "reviewers": ["$方慎行", "$何静姝"]}));
    for member in ["方慎行", "何静姝"] {
        desk.ok(json!({"act": "record_opinion", "case": "$甲", "member": format!("${member}"), "view": "agree"}));
    }
    desk.ok(json!({"act": "conclude_simplified", "case": "$甲"}));
    let case = desk.case("甲");
    let decision = case.round().decision.as_ref().unwrap();
    assert_eq!((case.full_number().as_str(), decision.kind), ("JZU-AI-2026-0001-T01", DecisionKind::Continue));
    assert_eq!(decision.next_tracking.unwrap().to_string(), "2028-06-01", "from the review itself, not from its due day");
    assert!(decision.reasons.contains("风险措施有效"));

    // The next one ends in a suspension by vote.
    desk.at("2027-09-01 09:00")
        .ok(json!({"act": "start_round", "case": "$甲", "kind": "tracking", "report": ["偏离方案", "措施未落实", "风险上升", "无"]}));
    desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    desk.ok(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "风险上升"}));
    desk.convene("跟会", "2027-09-08", &["甲"]);
    desk.at("2027-09-08 14:00").open("跟会", &ALL);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &ALL, "suspend");
    desk.ok(json!({"act": "close_item", "item": "$甲项", "reasons": "措施未落实，风险上升", "conditions": ["整改并复查合格后恢复"]}));
    let case = desk.case("甲");
    let turn = case.turns.last().unwrap();
    assert_eq!((turn.kind, turn.interim, turn.conditions.as_str()), (TurnKind::Suspended, false, "整改并复查合格后恢复"));
    desk.blocked(json!({"act": "resume", "case": "$甲", "reason": ""}), &["M17.reason", "M17.conditions"]);
    desk.ok(json!({"act": "resume", "case": "$甲", "reason": "整改完成，复查合格"}));
    assert_eq!(desk.case("甲").turns.last().unwrap().kind, TurnKind::Resumed);
}

#[test]
fn case_113_the_chairs_suspension_is_interim_and_termination_takes_a_vote() {
    let mut desk = decided("approve");
    let suspend = json!({"act": "suspend", "case": "$甲", "reason": "发生数据泄露", "conditions": "查明原因并整改"});
    desk.at("2026-10-10 09:00").asks(suspend.clone(), &["M17.interim"]);
    desk.with(suspend.clone(), &["M17.interim"]);
    assert!(desk.case("甲").turns.last().unwrap().interim);
    desk.blocked(suspend, &["M17.suspended"]);
    desk.blocked(json!({"act": "terminate", "case": "$甲", "reason": "不再具备条件"}), &["M17.vote"]);
    desk.invalid(json!({"act": "terminate", "case": "$甲", "reason": "不再具备条件", "item": "$甲项"}), "item");
}

#[test]
fn m25_changes_incidents_completion_and_filing() {
    let mut desk = decided("approve");
    desk.at("2026-10-10 09:00")
        .ok(json!({"act": "report_change", "case": "$甲", "on": "2026-10-09", "what": "更换基座模型", "major": true}));
    desk.ok(json!({"act": "start_round", "case": "$甲", "kind": "amendment", "report": ["增加一家合作医院"], "major": true}));
    desk.blocked(json!({"act": "complete", "case": "$甲", "finding": "完成"}), &["M17.open_round"]);
    assert!(desk.case("甲").round().major);
    desk.with(json!({"act": "withdraw", "case": "$甲", "reason": "不再变更"}), &["M13.withdrawal"]);
    desk.blocked(json!({"act": "archive", "case": "$甲"}), &["E6.open"]);
    desk.named("报告", json!({"act": "attach_material", "case": "$甲", "name": "结题报告.pdf", "text": "结题"}));
    desk.ok(json!({"act": "complete", "case": "$甲", "finding": "按方案完成", "report": "$报告"}));
    desk.with(json!({"act": "archive", "case": "$甲", "shelf": "2026-卷3"}), &[]);
    desk.blocked(json!({"act": "attach_material", "case": "$甲", "name": "补件.pdf", "text": "补"}), &["E6.archived"]);
    desk.blocked(json!({"act": "reopen", "case": "$甲", "reason": ""}), &["E6.reason"]);
    desk.ok(json!({"act": "reopen", "case": "$甲", "reason": "漏归一份材料"}));
    desk.ok(json!({"act": "attach_material", "case": "$甲", "name": "补件.pdf", "text": "补"}));
}

#[test]
fn what_the_unit_owes_others_is_recorded() {
    let mut desk = decided("approve");
    desk.at("2026-10-10 09:00").blocked(json!({"act": "register_listed", "case": "$甲", "on": "2026-10-10"}), &["M30.listed"]);
    desk.invalid(json!({"act": "record_foreign_approval", "case": "$甲", "on": "2026-10-10", "body": "某国伦理委员会"}), "case");
    desk.blocked(json!({"act": "record_complaint", "on": "2026-10-10", "channel": "来信", "about": "反映审查不公", "concerned": ["$周秉衡"], "handler": "$周秉衡"}), &["M31.handler"]);
    desk.named("举报", json!({"act": "record_complaint", "on": "2026-10-10", "channel": "来信", "about": "反映审查不公", "concerned": ["$周秉衡"], "handler": "$林若溪"}));
    desk.blocked(json!({"act": "conclude_complaint", "complaint": "$举报", "on": "2026-10-10", "result": ""}), &["M31.result"]);
    desk.ok(json!({"act": "conclude_complaint", "complaint": "$举报", "on": "2026-10-10", "result": "查无实据，已答复", "replied": "2026-10-10"}));
    desk.invalid(json!({"act": "conclude_complaint", "complaint": "$举报", "on": "2026-10-10", "result": "再办一次"}), "complaint");
    desk.ok(json!({"act": "record_consultation", "on": "2026-10-10", "from": "张某", "question": "是否须审查", "answer": "不涉及，无须审查", "in_scope": false}));
    desk.ok(json!({"act": "record_contact", "case": "$甲", "with": "王某", "about": "催交材料", "reminder": 1}));
}
