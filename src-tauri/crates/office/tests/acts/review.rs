//! Extension, the simplified procedure, expert re-review.

use super::*;
use measures::DecisionKind;

fn simplified(desk: &mut Desk) {
    let mut form = application("甲");
    form["ordinary_risk"] = json!(true);
    desk.ready("甲", form);
    desk.blocked(json!({"act": "accept", "case": "$甲", "procedure": "simplified", "reason": "公开数据，风险不高于常规"}), &["M19.ground"]);
    desk.ok(
        json!({"act": "accept", "case": "$甲", "procedure": "simplified", "ground": "ordinary_risk", "reason": "公开数据，风险不高于常规"}),
    );
}

#[test]
fn a20_all_designated_agree_and_it_is_decided_on_the_last_opinions_day() {
    let mut desk = seated("2026-09-01 09:00");
    simplified(&mut desk);
    desk.blocked(
        json!({"act": "designate_reviewers", "case": "$甲", "by": "$林若溪", "reviewers": ["$方慎行", "$何静姝"]}),
        &["M20.chair"],
    );
    desk.blocked(json!({"act": "designate_reviewers", "case": "$甲", "by": "$周秉衡", "reviewers": ["$方慎行", "$方慎行"]}), &["M20.two"]);
    desk.ok(json!({"act": "designate_reviewers", "case": "$甲", "by": "$周秉衡", "reviewers": ["$方慎行", "$何静姝"]}));
    desk.at("2026-09-05 09:00").ok(json!({"act": "record_opinion", "case": "$甲", "member": "$方慎行", "view": "agree"}));
    desk.invalid(json!({"act": "record_opinion", "case": "$甲", "member": "$方慎行", "view": "disagree"}), "member");
    desk.blocked(json!({"act": "record_opinion", "case": "$甲", "member": "$赵启明", "view": "agree"}), &["M20.reviewer"]);
    desk.blocked(json!({"act": "conclude_simplified", "case": "$甲"}), &["M20.opinions"]);
    desk.at("2026-09-08 09:00")
        .ok(json!({"act": "record_opinion", "case": "$甲", "member": "$何静姝", "on": "2026-09-07", "view": "agree"}));
    desk.blocked(json!({"act": "conclude_simplified", "case": "$甲", "kind": "reject"}), &["M20.negative"]);
    desk.ok(json!({"act": "conclude_simplified", "case": "$甲"}));
    let case = desk.case("甲");
    let decision = case.round().decision.as_ref().unwrap();
    assert_eq!((decision.kind, decision.on.to_string()), (DecisionKind::Approve, "2026-09-07".into()));
}

#[test]
fn case_073_one_negative_opinion_converts_at_once_and_the_acceptance_stays() {
    let mut desk = seated("2026-09-01 09:00");
    simplified(&mut desk);
    desk.ok(json!({"act": "designate_reviewers", "case": "$甲", "by": "$周秉衡", "reviewers": ["$方慎行", "$何静姝"]}));
    desk.at("2026-09-05 09:00").ok(json!({"act": "record_opinion", "case": "$甲", "member": "$方慎行", "view": "agree"}));
    let done = desk.ok(json!({"act": "record_opinion", "case": "$甲", "member": "$何静姝", "view": "disagree", "text": "数据来源不清"}));
    assert!(done.made.zh.contains("已转一般程序"), "{}", done.made.zh);
    let case = desk.case("甲");
    let round = case.round();
    assert_eq!(round.procedure(), Some(measures::Procedure::General));
    assert_eq!(round.accepted.as_ref().unwrap().at.date_naive().to_string(), "2026-09-01");
    assert!(round.converted.as_ref().unwrap().paper.is_some() && round.opinions.len() == 2, "the notice is drafted, the opinions kept");
    desk.invalid(json!({"act": "conclude_simplified", "case": "$甲"}), "case");
}

#[test]
fn a16_an_extension_names_a_later_date() {
    let mut desk = seated("2026-09-01 09:00");
    desk.accepted("甲");
    let extend = |new: Value| json!({"act": "extend", "case": "$甲", "ground": "complex", "facts": "涉及三家单位的数据，需分别核实", "new_due": new});
    desk.blocked(extend(Value::Null), &["M16.new_date"]);
    desk.blocked(extend(json!("2026-10-01")), &["M16.new_date"]);
    desk.ok(extend(json!("2026-10-20")));
    let case = desk.case("甲");
    let extension = &case.round().extensions[0];
    assert_eq!(
        (extension.from_due.to_string(), extension.new_due.to_string(), extension.late),
        ("2026-10-01".into(), "2026-10-20".into(), false)
    );
    assert!(extension.paper.is_some());
    // Case 11: three days late it passes with a reason and is counted as late.
    desk.at("2026-10-23 09:00").asks(extend(json!("2026-11-10")), &["M16.late_extension"]);
    desk.with(extend(json!("2026-11-10")), &["M16.late_extension"]);
    assert!(desk.case("甲").round().extensions[1].late);
}

/// A listed case that passed its preliminary review.
fn passed() -> Desk {
    let mut desk = seated("2026-09-01 09:00");
    desk.named("甲", json!({"act": "receive_application", "application": application("甲")}));
    desk.ok(json!({"act": "check_elements", "case": "$甲", "rest_present": true}));
    desk.ok(json!({"act": "determine_scope", "case": "$甲", "in_scope": true, "heads": ["public_order"], "reason": "面向公众的推荐算法"}));
    desk.ok(json!({"act": "judge_list", "case": "$甲", "items": [2], "reason": "具有舆论社会动员能力"}));
    desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    desk.ok(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "属于复核清单"}));
    desk.convene("会", "2026-09-10", &["甲"]);
    desk.at("2026-09-10 14:00").open("会", &ALL);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.blocked(json!({"act": "record_vote", "item": "$甲项", "member": "$周秉衡", "vote": "approve"}), &["M24.opinion"]);
    desk.votes("甲项", &ALL, "pass");
    desk.ok(json!({"act": "close_item", "item": "$甲项", "reasons": "风险可控，措施合理"}));
    desk.ok(json!({"act": "close_meeting", "meeting": "$会"}));
    desk
}

#[test]
fn case_089_after_a_negative_opinion_nothing_approves() {
    let mut desk = passed();
    assert_eq!(desk.case("甲").round().preliminary.as_ref().unwrap().kind, DecisionKind::Pass);
    assert!(desk.case("甲").round().decision.is_none());
    desk.invalid(json!({"act": "decide_after_rereview", "case": "$甲", "kind": "approve"}), "case");
    desk.at("2026-09-14 09:00").with(json!({"act": "send_rereview", "case": "$甲", "authority": "江州省科学技术厅"}), &["M22.package"]);
    desk.blocked(json!({"act": "decide_after_rereview", "case": "$甲", "kind": "approve"}), &["M24.opinion", "E16.vote"]);
    desk.at("2026-09-16 09:00").ok(json!({"act": "rereview_received", "case": "$甲", "on": "2026-09-15"}));
    desk.at("2026-10-10 09:00")
        .ok(json!({"act": "record_rereview", "case": "$甲", "opinion": "disagree", "on": "2026-10-09", "number": "江科复〔2026〕3号"}));
    desk.blocked(json!({"act": "decide_after_rereview", "case": "$甲", "kind": "approve"}), &["M24.disagree"]);
    let reject = json!({"act": "decide_after_rereview", "case": "$甲", "kind": "reject", "reasons": "专家复核意见为不同意"});
    desk.asks(reject.clone(), &["M24.vote"]);
    desk.with(reject, &["M24.vote"]);
    assert_eq!(desk.case("甲").round().decision.as_ref().unwrap().kind, DecisionKind::Reject);
}

#[test]
fn a24_after_agreement_a_ratifying_vote_approves_for_six_months() {
    let mut desk = passed();
    desk.at("2026-09-14 09:00").with(json!({"act": "send_rereview", "case": "$甲", "authority": "江州省科学技术厅"}), &["M22.package"]);
    desk.ok(json!({"act": "rereview_received", "case": "$甲", "on": "2026-09-14"}));
    desk.at("2026-09-30 09:00")
        .ok(json!({"act": "record_rereview", "case": "$甲", "opinion": "agree", "on": "2026-09-30", "number": "江科复〔2026〕4号"}));
    desk.named(
        "二会",
        json!({"act": "plan_meeting", "starts": "2026-10-12 14:00", "ends": "2026-10-12 16:00", "form": "on_site", "place": "行政楼305"}),
    );
    desk.named("决定项", json!({"act": "place_item", "meeting": "$二会", "case": "$甲"}));
    desk.at("2026-10-12 14:00").open("二会", &ALL);
    desk.ok(json!({"act": "take_up", "item": "$决定项"}));
    desk.votes("决定项", &ALL, "approve");
    desk.ok(json!({"act": "close_item", "item": "$决定项"}));
    let case = desk.case("甲");
    let decision = case.round().decision.as_ref().unwrap();
    assert_eq!(
        (decision.kind, decision.tracking_months, decision.next_tracking.unwrap().to_string()),
        (DecisionKind::Approve, Some(6), "2027-04-12".into())
    );
    assert!(case.round().preliminary.is_some(), "the preliminary opinion stays on file");
}
