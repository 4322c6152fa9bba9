//! One long way: a committee is founded, an application comes in short of material, is supplemented and accepted, a
//! recusal breaks the quorum and is mended, two thirds decide, the letter is issued and served. Then the journal's acts
//! are performed again on an empty file and give the same tables; so do random acts.

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
    desk.at("2026-09-08 14:40")
        .ok(json!({"act": "close_item", "item": "$甲项", "chair_note": "回避委员不计入到会，按到会五人计", "tracking_months": 6}));
    desk.ok(json!({"act": "return_recused", "item": "$甲项", "member": "$陈思远"}));
    desk.at("2026-09-08 15:00").ok(json!({"act": "close_meeting", "meeting": "$会"}));
    desk.at("2026-09-09 09:00").named("决定书", json!({"act": "draft_paper", "kind": "decision_letter", "case": "$甲"}));
    desk.ok(json!({"act": "issue_paper", "paper": "$决定书"}));
    for step in ["printed", "signed", "sealed"] {
        desk.ok(json!({"act": "record_step", "paper": "$决定书", "step": step}));
    }
    desk.at("2026-09-18 10:00")
        .ok(json!({"act": "record_service", "paper": "$决定书", "method": "in_person", "receiver": "刘某", "note": "当面签收"}));
    desk
}

#[test]
fn from_the_founding_to_a_served_decision() {
    let desk = served();
    let case = desk.case("甲");
    let decision = case.round().decision.as_ref().expect("decided");
    assert_eq!(decision.kind, measures::DecisionKind::Approve);
    assert_eq!((decision.on.to_string(), decision.next_tracking.unwrap().to_string()), ("2026-09-08".into(), "2027-03-08".into()));
    let letter: FiledPaper = desk.get("决定书");
    assert_eq!((letter.state, letter.number.as_str()), (PaperState::Issued, "江大智伦〔2026〕1号"));
    let delivery = case.round().delivery().expect("served");
    assert_eq!(delivery.receiver, "刘某");
    let open = desk.0.office.opened().unwrap();
    let committee = desk.get("committee");
    let members = desk.all();
    let facts = measures::Facts { committee: &committee, members: &members, calendar: &open.law.calendar, rules: &open.law.rules };
    // Served on a Friday; Sunday the 20th is a make-up working day.
    assert_eq!(measures::m16_appeal::appeal_last_day(&facts, delivery).rolled.to_string(), "2026-09-22");
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

/// One of many acts at a moment, about the latest case, meeting and item or an earlier one; much of what is drawn is
/// refused by the law or the form, which is part of the test.
fn any_act(pick: &[u32; 4], desk: &Desk) -> Value {
    let [verb, a, b, c] = *pick;
    let day = desk.0.now.date_naive();
    let reader = desk.0.office.opened().expect("open").archive.read();
    // Mostly the latest of its kind, now and then one before it; ids count up from 1.
    let id = |prefix: &str, kind: &str, back: u32| {
        format!("{prefix}{}", reader.count(kind).unwrap_or(0).saturating_sub(if back.is_multiple_of(5) { 1 } else { 0 }).max(1))
    };
    let (case, item, meeting) = (id("c", "case", a), id("i", "item", b), id("m", "meeting", c));
    let (member, paper) = (format!("p{}", a % 8 + 1), format!("d{}", c % 9 + 1));
    let vote = ["approve", "approve", "approve", "revise", "reject", "abstain"][c as usize % 6];
    match verb % 24 {
        0 => json!({"act": "receive_application", "application": application(&format!("第{a}件"))}),
        1 => json!({"act": "check_elements", "case": case, "rest_present": true}),
        2 => json!({"act": "determine_scope", "case": case, "in_scope": true, "heads": ["dignity"], "reason": "涉及个人信息"}),
        3 => {
            json!({"act": "judge_list", "case": case, "items": if a % 4 == 0 { json!([2]) } else { json!([]) }, "reason": "对照清单逐项判定"})
        }
        4 => json!({"act": "scan_conflicts", "case": case}),
        5 => json!({"act": "accept", "case": case, "procedure": "general", "reason": "风险高于常规"}),
        6 => {
            json!({"act": "plan_meeting", "starts": format!("{day} 14:00"), "ends": format!("{day} 17:00"), "form": "on_site", "place": "行政楼305"})
        }
        7 => json!({"act": "place_item", "meeting": meeting, "case": case}),
        8 => json!({"act": "send_notices", "meeting": meeting}),
        9 => json!({"act": "open_meeting", "meeting": meeting, "present": ["p1", "p2", "p3", "p4", "p5", "p6"]}),
        10 => json!({"act": "take_up", "item": item}),
        11 => {
            json!({"act": "record_votes", "item": item, "votes": {"p1": "approve", "p2": "approve", "p3": vote, "p4": "approve", "p5": vote, "p6": "approve"}})
        }
        12 => json!({"act": "close_item", "item": item, "chair_note": "回避委员不计入到会"}),
        13 => json!({"act": "close_meeting", "meeting": meeting}),
        14 => json!({"act": "check_elements", "case": case, "checks": {"A14": {"state": "missing"}}, "rest_present": true}),
        15 => json!({"act": "issue_supplement", "case": case}),
        16 => json!({"act": "receive_supplement", "case": case}),
        17 => json!({"act": "recuse", "item": item, "member": member, "reason": "与申请人同一项目组"}),
        18 => {
            json!({"act": "extend", "case": case, "ground": "complex", "facts": "涉及多家单位", "new_due": day + chrono::Duration::days(60)})
        }
        19 => json!({"act": "draft_paper", "kind": "decision_letter", "case": case}),
        20 => json!({"act": "issue_paper", "paper": paper}),
        21 => json!({"act": "drop_draft", "paper": paper}),
        22 => json!({"act": "defer_item", "item": item, "reason": "时间不够，下次再议"}),
        _ => json!({"act": "correct_vote", "item": item, "member": member, "vote": vote, "reason": "票面与录入不符，已核对"}),
    }
}

/// How far random acts came on one file.
#[derive(Debug, Default)]
struct Reached {
    recorded: usize,
    refused: usize,
}

fn wander(picks: &[[u32; 4]]) -> (Desk, Reached) {
    let mut desk = seated("2026-03-23 09:00");
    let standing = ["R.completeness", "R.notice", "M13.new_gap", "M16.late", "M16.late_extension", "M24.vote"];
    let reasons: BTreeMap<String, String> = standing.iter().map(|r| ((*r).to_string(), "情况属实，已报主任委员同意".to_string())).collect();
    let mut reached = Reached::default();
    for (i, pick) in picks.iter().enumerate() {
        let mut pick = *pick;
        if i % 3 != 2 {
            // Two of three acts follow the way of a case from receipt to the end of its meeting; the third is any act.
            let step = (i - i / 3) as u32 % 14;
            pick = [step, pick[1] | 1, pick[2], pick[3]];
            if step == 0 {
                desk.0.now =
                    (desk.0.now + chrono::Duration::days(i64::from(pick[3] % 3 + 1))).with_timezone(&office::beijing::beijing_offset());
            }
        }
        desk.0.now += chrono::Duration::minutes(i64::from(pick[3] % 5));
        let act = any_act(&pick, &desk);
        let before = desk.0.office.opened().unwrap().archive.read().head();
        match desk.0.perform(&act, &reasons) {
            Ok(_) => reached.recorded += 1,
            Err(f) => {
                assert!(f.kind != office::FailureKind::Bug, "{act}\n{f}");
                assert_eq!(before, desk.0.office.opened().unwrap().archive.read().head(), "a refused act leaves nothing behind: {act}");
                reached.refused += 1;
            }
        }
    }
    (desk, reached)
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    #[test]
    fn random_acts_performed_again_give_the_same_tables(picks in proptest::collection::vec(proptest::array::uniform4(0u32..1000), 60..140)) {
        let (desk, reached) = wander(&picks);
        proptest::prop_assert!(reached.recorded > 15, "the way of a case must get somewhere: {reached:?}");
        let differences = office::replay::replay(&desk.0.office.opened().unwrap().archive, assets()).expect("replayed");
        proptest::prop_assert_eq!(differences, Vec::<String>::new());
    }
}

/// The proof above is worth nothing if the acts it draws never get to a decision, a letter or a correction.
#[test]
fn random_acts_reach_decisions_letters_and_corrections() {
    let (mut decided, mut issued, mut corrected, mut refused) = (0, 0, 0, 0);
    let mut seed = 20_260_323u32;
    for _ in 0..12 {
        let picks: Vec<[u32; 4]> = (0..120)
            .map(|_| {
                std::array::from_fn(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 16) % 1000
                })
            })
            .collect();
        let (desk, reached) = wander(&picks);
        let items = desk.all::<Item>();
        decided += items.iter().filter(|i| i.outcome.as_ref().is_some_and(|o| o.decision.is_some())).count();
        corrected += items.iter().flat_map(|i| &i.ballots).map(|b| b.corrections.len()).sum::<usize>();
        issued += desk.all::<FiledPaper>().iter().filter(|p| p.state == PaperState::Issued).count();
        refused += reached.refused;
    }
    assert!(
        decided > 5 && issued > 3 && corrected > 0 && refused > 100,
        "decided {decided}, issued {issued}, corrected {corrected}, refused {refused}"
    );
}
