//! From the counter to acceptance (M12, M13).

use super::*;
use measures::{CheckState, Element, FiledPaper, Material};

#[test]
fn case_numbers_count_from_one_in_each_year() {
    let mut desk = seated("2026-12-30");
    desk.named("甲", json!({"act": "receive_application", "application": application("甲")}));
    desk.named("乙", json!({"act": "receive_application", "application": application("乙")}));
    desk.at("2027-01-05")
        .named("丙", json!({"act": "receive_application", "application": application("丙"), "received": "2027-01-04 10:00"}));
    let numbers: Vec<String> = ["甲", "乙", "丙"].iter().map(|n| desk.case(n).number).collect();
    assert_eq!(numbers, ["JZU-AI-2026-0001", "JZU-AI-2026-0002", "JZU-AI-2027-0001"]);
    desk.blocked(json!({"act": "receive_application", "application": {"leader": "王某"}}), &["M12.title"]);
    assert_eq!(desk.0.office.opened().unwrap().archive.read().number_peek("case-2027"), 1, "a refused act gives its number back");
}

#[test]
fn a13_everything_missing_is_asked_for_once_and_only_once() {
    let mut desk = seated("2026-09-01");
    desk.named("甲", json!({"act": "receive_application", "application": application("甲")}));
    let notice = json!({"act": "issue_supplement", "case": "$甲"});
    desk.blocked(notice.clone(), &["M13.gaps", "M13.once"]);
    desk.ok(json!({"act": "check_elements", "case": "$甲", "checks": {
        "A14": {"state": "missing", "note": "没有量化评估，请按风险评估办法补做"}, "A18": {"state": "not_applicable", "note": "不涉及人的参与"}, "A7": {"state": "missing"}}, "rest_present": true}));
    desk.blocked(json!({"act": "issue_supplement", "case": "$甲", "gaps": {"A14": "补做评估"}}), &["M13.complete"]);
    let done = desk.ok(json!({"act": "issue_supplement", "case": "$甲", "served": "2026-09-01"}));
    let case = desk.case("甲");
    let supplement = &case.round().supplements[0];
    assert_eq!(supplement.gaps.keys().copied().collect::<Vec<_>>(), [Element::A7, Element::A14]);
    assert_eq!(supplement.due.to_string(), "2026-09-15", "ten working days after service");
    let paper: FiledPaper = desk.get(&done.made.refs[1].id);
    assert_eq!((paper.kind.as_str(), supplement.paper.as_deref()), ("supplement_notice", Some(paper.id.as_str())));
    // The clock of the applicant runs; nothing can be accepted, no second notice goes out.
    desk.at("2026-09-03").blocked(notice, &["M13.second_notice"]);
    desk.invalid(json!({"act": "receive_supplement", "case": "$甲", "elements": ["A1"]}), "elements");
    desk.ok(json!({"act": "receive_supplement", "case": "$甲", "elements": ["A14"]}));
    let case = desk.case("甲");
    assert_eq!(case.round().checks[&Element::A14].state, CheckState::Present);
    assert_eq!(case.round().checks[&Element::A7].state, CheckState::Missing, "what did not come in is still missing");
    desk.blocked(json!({"act": "issue_supplement", "case": "$甲", "gaps": {"A7": "经费来源"}}), &["M13.second_notice"]);
    // A new gap in what was supplied passes with a reason, which stays on the notice.
    desk.ok(json!({"act": "check_elements", "case": "$甲", "checks": {"A7": {"state": "present"}, "A16": {"state": "missing", "note": "补来的评估引出预案缺失"}}}));
    let second = json!({"act": "issue_supplement", "case": "$甲"});
    desk.asks(second.clone(), &["M13.new_gap"]);
    desk.with(second, &["M13.new_gap"]);
    assert!(desk.case("甲").round().supplements[1].reason.contains("情况属实"));
}

#[test]
fn a13_acceptance_waits_for_scope_material_list_and_conflicts() {
    let mut desk = seated("2026-09-01");
    desk.named("甲", json!({"act": "receive_application", "application": application("甲")}));
    let accept = json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "风险高于常规"});
    desk.blocked(accept.clone(), &["M2.scope", "M12.unchecked", "M21.judgement", "E8.scan"]);
    desk.ok(json!({"act": "check_elements", "case": "$甲", "rest_present": true}));
    desk.blocked(json!({"act": "determine_scope", "case": "$甲", "in_scope": true, "reason": "涉及"}), &["M2.heads"]);
    desk.ok(json!({"act": "determine_scope", "case": "$甲", "in_scope": true, "heads": ["dignity"], "reason": "处理个人信息"}));
    desk.ok(json!({"act": "judge_list", "case": "$甲", "items": [], "reason": "不属于清单"}));
    desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    desk.blocked(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": ""}), &["M13.procedure_reason"]);
    let done = desk.ok(accept.clone());
    assert!(done.made.zh.contains("2026年10月1日"), "thirty days, the day of acceptance not counted: {}", done.made.zh);
    let case = desk.case("甲");
    assert!(case.round().accepted.as_ref().unwrap().paper.is_some(), "the notice of acceptance is drafted");
    desk.blocked(accept, &["M13.stage"]);
    desk.blocked(json!({"act": "check_elements", "case": "$甲", "rest_present": true}), &["M13.stage"]);
}

#[test]
fn case_111a_a_person_without_a_unit_is_received_and_refused() {
    let mut desk = seated("2026-09-01");
    let done = desk
        .named("甲", json!({"act": "receive_application", "application": {"title": "个人项目", "leader": "钱某"}, "without_unit": true}));
    assert!(done.findings.iter().any(|f| f.rule == "M12.no_unit" && f.verdict == measures::Verdict::Note), "told at the counter");
    desk.ok(json!({"act": "check_elements", "case": "$甲", "rest_present": true}));
    desk.ok(json!({"act": "determine_scope", "case": "$甲", "in_scope": true, "heads": ["dignity"], "reason": "处理个人信息"}));
    desk.ok(json!({"act": "judge_list", "case": "$甲", "reason": "不属于清单"}));
    desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    desk.blocked(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "风险高于常规"}), &["M12.no_unit"]);
    desk.blocked(json!({"act": "refuse", "case": "$甲", "reason": ""}), &["M13.reason"]);
    desk.ok(json!({"act": "refuse", "case": "$甲", "reason": "申请人没有单位（第十二条）", "instead": "可以委托有能力的服务中心审查"}));
    assert!(desk.case("甲").round().refused.as_ref().unwrap().document.is_some());
    desk.blocked(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "风险高于常规"}), &["M13.stage", "M12.no_unit"]);
}

#[test]
fn material_is_kept_once_and_versions_follow_each_other() {
    let mut desk = seated("2026-09-01");
    desk.named("甲", json!({"act": "receive_application", "application": application("甲")}));
    desk.named("书", json!({"act": "attach_material", "case": "$甲", "elements": ["A4"], "name": "实施方案.docx", "text": "第一稿"}));
    desk.named("书二", json!({"act": "attach_material", "case": "$甲", "name": "实施方案.docx", "text": "第二稿", "replaces": "$书"}));
    let (first, second): (Material, Material) = (desk.get("书"), desk.get("书二"));
    assert_eq!((first.version.as_str(), second.version.as_str()), ("V1.0", "V2.0"));
    assert_eq!(first.replaced_by.as_deref(), Some(second.id.as_str()));
    assert_eq!(second.elements, [Element::A4], "a new version fills the same elements");
    assert_eq!(second.size, "第二稿".len() as u32);
    desk.invalid(json!({"act": "attach_material", "case": "$甲", "name": "重复.docx", "sha256": first.sha256}), "sha256");
    desk.invalid(json!({"act": "attach_material", "case": "$甲", "name": "没有.docx", "sha256": "00"}), "sha256");
    desk.invalid(json!({"act": "attach_material", "case": "$甲", "name": "三稿.docx", "text": "第三稿", "replaces": "$书"}), "replaces");
}

#[test]
fn after_acceptance_a_correction_needs_a_reason_and_no_new_leader() {
    let mut desk = seated("2026-09-01");
    desk.named("甲", json!({"act": "receive_application", "application": application("甲")}));
    desk.ok(json!({"act": "correct_application", "case": "$甲", "with": {"leader": "李某"}}));
    desk.invalid(json!({"act": "correct_application", "case": "$甲", "with": {"leadr": "李某"}}), "leadr");
    desk.accepted("乙");
    desk.invalid(json!({"act": "correct_application", "case": "$乙", "with": {"phone": "1"}}), "reason");
    desk.ok(json!({"act": "correct_application", "case": "$乙", "with": {"phone": "1"}, "reason": "电话写错"}));
    desk.blocked(json!({"act": "correct_application", "case": "$乙", "with": {"leader": "李某"}, "reason": "负责人调离"}), &["E20.leader"]);
}

#[test]
fn a_withdrawal_ends_the_round_and_leaves_the_agenda() {
    let mut desk = seated("2026-09-01");
    desk.accepted("甲");
    desk.convene("会", "2026-09-10", &["甲"]);
    desk.with(json!({"act": "withdraw", "case": "$甲", "reason": "项目取消"}), &["M13.withdrawal"]);
    assert!(desk.case("甲").round().withdrawn.is_some());
    let item: measures::Item = desk.get("甲项");
    assert_eq!(item.outcome.unwrap().result, measures::ItemResult::NotDeliberated);
}
