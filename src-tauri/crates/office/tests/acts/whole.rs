//! One long way: a committee is founded, an application comes in short of material, is supplemented and accepted, a
//! recusal breaks the quorum and is mended, two thirds decide, the letter is issued and served. Then the journal's acts
//! are performed again on an empty file and give the same tables.

use super::*;
use measures::{FiledPaper, Item, PaperState};

fn served() -> Desk {
    let mut desk = seated("2026-08-20 09:00");
    desk.named("甲", json!({"act": "receive_application", "application": {
        "title": "基于多模态大模型的学生心理状态辅助评估研究", "leader": "刘某", "leader_title": "教授", "department": "教育学院",
        "team": [{"name": "陈思远", "unit": "省科学院", "part": "算法"}], "flags": {"human_participants": true, "personal_information": true}}, "medium": "现场"}));
    desk.named("方案", json!({"act": "attach_material", "case": "$甲", "elements": ["A4", "A9"], "name": "实施方案.docx", "text": "方案正文", "version_date": "2026-08-10"}));
    desk.ok(json!({"act": "check_elements", "case": "$甲", "checks": {"A18": {"state": "missing", "note": "知情同意书缺监护人签字栏"}}, "rest_present": true}));
    desk.ok(json!({"act": "issue_supplement", "case": "$甲", "served": "2026-08-20"}));
    desk.at("2026-08-26 09:00").ok(json!({"act": "receive_supplement", "case": "$甲"}));
    desk.ok(json!({"act": "determine_scope", "case": "$甲", "in_scope": true, "heads": ["dignity", "life_health"], "reason": "评估未成年人心理状态"}));
    desk.ok(json!({"act": "judge_list", "case": "$甲", "reason": "不具有舆论社会动员能力，不属于清单"}));
    let scan = desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    assert!(scan.findings.iter().any(|f| f.rule == "E8.match" && f.zh.contains("陈思远")), "{:?}", scan.findings);
    desk.ok(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "涉及未成年人，程度较重"}));
    desk.convene("会", "2026-09-08", &["甲"]);
    desk.ok(json!({"act": "send_notices", "meeting": "$会"}));
    for member in ALL {
        desk.ok(json!({"act": "record_reply", "meeting": "$会", "member": format!("${member}"), "reply": "attending"}));
    }
    desk.at("2026-09-08 14:00").open("会", &["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远"]);
    desk.ok(json!({"act": "recuse", "item": "$甲项", "member": "$陈思远", "reason": "项目组成员"}));
    desk.blocked(json!({"act": "take_up", "item": "$甲项"}), &["M14.quorum"]);
    desk.at("2026-09-08 14:10").ok(json!({"act": "arrive", "meeting": "$会", "member": "$何静姝", "presence": "video"}));
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.ok(json!({"act": "record_remarks", "item": "$甲项", "presented": "申请人介绍方案", "answers": "监护人同意后方可参加", "remarks": [{"dimension": 2, "text": "对未成年人的保护要具体"}]}));
    desk.votes("甲项", &["周秉衡", "林若溪", "赵启明", "方慎行"], "approve");
    desk.votes("甲项", &["何静姝"], "revise");
    // Four of the five attending, but not of the six with the recused: the chair says why it stands (reading A2).
    desk.at("2026-09-08 14:40").ok(json!({"act": "close_item", "item": "$甲项", "chair_note": "回避委员不计入到会，按到会五人计", "tracking_months": 6}));
    desk.ok(json!({"act": "return_recused", "item": "$甲项", "member": "$陈思远"}));
    desk.at("2026-09-08 15:00").ok(json!({"act": "close_meeting", "meeting": "$会"}));
    desk
}

#[test]
fn from_the_founding_to_a_decision() {
    let desk = served();
    let case = desk.case("甲");
    let decision = case.round().decision.as_ref().expect("decided");
    assert_eq!(decision.kind, measures::DecisionKind::Approve);
    assert_eq!((decision.on.to_string(), decision.next_tracking.unwrap().to_string()), ("2026-09-08".into(), "2027-03-08".into()));
    let item: Item = desk.get("甲项");
    assert_eq!(item.documents, ["实施方案.docx（V1.0，2026年8月10日）"]);
    let drafts: Vec<String> = desk.all::<FiledPaper>().into_iter().filter(|p| p.state == PaperState::Draft).map(|p| p.kind).collect();
    for kind in ["supplement_notice", "acceptance_notice", "meeting_notice", "agenda", "sign_in", "ballots"] {
        assert!(drafts.iter().any(|k| k == kind), "no draft of {kind}: {drafts:?}");
    }
}

#[test]
fn the_same_acts_on_an_empty_file_give_the_same_tables() {
    let desk = served();
    let differences = office::replay::replay(&desk.0.office.opened().unwrap().archive, assets()).expect("replayed");
    assert_eq!(differences, Vec::<String>::new());
}

#[test]
fn every_act_of_the_list_is_a_real_one() {
    // A verb that is not written yet says so when asked; none may be left.
    let source = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/acts/mod.rs")).expect("the list of acts");
    assert!(!source.contains("mod pending"), "acts/pending.rs still holds verbs that do nothing");
}
