//! M2, M12, M13, M15, M21: from receipt to acceptance.

use crate::world::*;
use measures::m21_list::{Answer, List};
use measures::*;
use measures::{m02_scope, m12_application as m12, m13_acceptance as m13, m21_list};
use serde_json::json;
use std::collections::BTreeMap;

fn gaps(list: &[(Element, &str)]) -> BTreeMap<Element, String> {
    list.iter().map(|(e, t)| (*e, t.to_string())).collect()
}
fn missing(c: &mut Case, e: Element, note: &str) {
    c.round_mut().checks.insert(e, Check { state: CheckState::Missing, note: note.into() });
}

#[test]
fn m02_no_acceptance_without_a_determination() {
    let mut c = received();
    free(&m02_scope::findings(&c));
    c.scope.as_mut().expect("set").heads.clear();
    assert_eq!(blocks(&m02_scope::findings(&c)), ["M2.heads"]);
    c.scope.as_mut().expect("set").in_scope = false;
    assert_eq!(blocks(&m02_scope::findings(&c)), ["M2.out_of_scope"]);
    c.scope = None;
    assert_eq!(blocks(&m02_scope::findings(&c)), ["M2.scope"]);
    let w = World::new();
    assert!(blocks(&m13::can_accept(&w.facts(), &c, &acceptance("2026-08-24", Procedure::General))).contains(&"M2.scope"));
}

#[test]
fn m12_the_union_of_both_lists_is_asked() {
    let mut c = received();
    let need = |c: &Case| m12::required(c).into_iter().filter(|r| r.needed).map(|r| r.element).collect::<Vec<_>>();
    assert_eq!(need(&c).len(), 19, "23 less the four that only flags switch on");
    use Element::*;
    for (flag, e) in [(0, A18), (1, A21), (2, A23)] {
        assert!(!need(&c).contains(&e));
        match flag {
            0 => c.application.flags.human_participants = true,
            1 => c.application.flags.international = true,
            _ => c.application.flags.regulated = true,
        }
        assert!(need(&c).contains(&e), "{e:?} is switched on");
    }
    for r in m12::required(&c) {
        assert!(!r.basis.is_empty() && !r.why_zh.is_empty() && !r.why_en.is_empty(), "{:?}", r.element);
    }
    // An amendment asks again only for what is put on its list.
    round(&mut c, RoundKind::Amendment, "2026-09-01");
    assert!(need(&c).is_empty());
    missing(&mut c, A4, "变更方案");
    assert_eq!(need(&c), [A4]);
    assert_eq!(m12::gaps(&c), [(A4, "变更方案".to_string())]);
}

#[test]
fn m12_gaps_and_unchecked_elements_stand_before_acceptance() {
    let w = World::new();
    let mut c = received();
    missing(&mut c, Element::A16, "");
    c.round_mut().checks.remove(&Element::A9);
    c.round_mut().checks.get_mut(&Element::A12).expect("checked").state = CheckState::NotApplicable;
    let found = m13::can_accept(&w.facts(), &c, &acceptance("2026-08-24", Procedure::General));
    assert_eq!(blocks(&found), ["M12.unchecked", "M12.gaps", "M12.not_applicable"]);
    assert_eq!(m12::gaps(&c), [(Element::A16, "请补交防控计划与应急预案。".to_string())]);
    well_said(&found);
}

#[test]
fn m13_an_application_in_order_is_accepted() {
    let w = World::new();
    let found = m13::can_accept(&w.facts(), &received(), &acceptance("2026-08-24", Procedure::General));
    assert!(found.iter().all(|f| f.verdict > Verdict::Ask), "{found:#?}");
    let mut bare = received();
    bare.listed = None;
    bare.round_mut().conflicts_scanned = None;
    let mut a = acceptance("2026-08-24", Procedure::General);
    a.reason.clear();
    assert_eq!(blocks(&m13::can_accept(&w.facts(), &bare, &a)), ["M21.judgement", "E8.scan", "M13.procedure_reason"]);
    assert_eq!(
        blocks(&m13::can_accept(&w.facts(), &accepted("2026-08-24", Procedure::General), &acceptance("2026-08-25", Procedure::General))),
        ["M13.stage"]
    );
    assert_eq!(blocks(&m13::can_accept(&w.facts(), &received(), &acceptance("2026-08-19", Procedure::General))), ["M13.order"]);
}

#[test]
fn m13_five_working_days_are_the_committees_own_limit() {
    let w = World::new();
    for (on, days) in [("2026-08-27", None), ("2026-08-28", Some(6)), ("2026-08-31", Some(7))] {
        let found = m13::can_accept(&w.facts(), &received(), &acceptance(on, Procedure::General));
        let f = found.iter().find(|f| f.rule == "R.completeness");
        assert_eq!(f.map(|f| f.facts["working_days"].clone()), days.map(|n| json!(n)), "accepted {on}");
    }
    let found = m13::can_accept(&w.facts(), &received(), &acceptance("2026-08-28", Procedure::General));
    let f = found.iter().find(|f| f.rule == "R.completeness").expect("asked");
    assert_eq!(f.zh, "收件已6个工作日，超过本委员会规定的5个。写明理由可以受理。");
}

#[test]
fn m13_one_notice_and_complete() {
    let w = World::new();
    let mut c = received();
    missing(&mut c, Element::A10, "缺数据来源证明");
    missing(&mut c, Element::A16, "缺应急预案");
    let on = d("2026-08-25");
    let both = gaps(&[(Element::A10, "缺数据来源证明"), (Element::A16, "缺应急预案")]);
    free(&m13::can_supplement(&w.facts(), &c, &both, on));
    let one = gaps(&[(Element::A10, "缺数据来源证明")]);
    let found = m13::can_supplement(&w.facts(), &c, &one, on);
    assert_eq!(blocks(&found), ["M13.complete"]);
    assert_eq!(blocks(&m13::can_supplement(&w.facts(), &c, &gaps(&[]), on)), ["M13.gaps", "M13.complete"]);
    assert_eq!(blocks(&m13::can_supplement(&w.facts(), &c, &gaps(&[(Element::A10, " "), (Element::A16, "x")]), on)), ["M13.gap_words"]);
    c.round_mut().checks.remove(&Element::A9);
    assert_eq!(blocks(&m13::can_supplement(&w.facts(), &c, &both, on)), ["M13.once"]);
    assert_eq!(rules(&m13::can_supplement(&w.facts(), &received(), &both, d("2026-08-28")), Verdict::Ask), ["R.completeness"]);
}

#[test]
fn m13_no_second_notice_for_an_old_gap() {
    let w = World::new();
    let mut c = received();
    missing(&mut c, Element::A16, "缺应急预案");
    c.round_mut().supplements.push(Supplement {
        on: d("2026-08-26"),
        gaps: gaps(&[(Element::A16, "缺应急预案")]),
        due: d("2026-09-09"),
        served: Some(d("2026-08-26")),
        received: None,
        reason: String::new(),
        paper: None,
    });
    let old = gaps(&[(Element::A16, "预案不完整")]);
    let new = gaps(&[(Element::A11, "补来的方案改了测试方法")]);
    let on = d("2026-09-10");
    assert_eq!(blocks(&m13::can_supplement(&w.facts(), &c, &new, on)), ["M13.second_notice"], "unanswered: nothing new can have come up");
    c.round_mut().supplements[0].received = Some(d("2026-09-08"));
    let found = m13::can_supplement(&w.facts(), &c, &old, on);
    assert_eq!(blocks(&found), ["M13.second_notice"]);
    assert_eq!(found[0].zh, "不能再发补正告知：8月26日已一次性告知，A16已经告知过（第十三条）。");
    assert_eq!(found[0].way_zh, "申请人补来的材料又有新缺口的，可以写明理由另行告知。");
    let found = m13::can_supplement(&w.facts(), &c, &new, on);
    assert_eq!((blocks(&found), rules(&found, Verdict::Ask)), (vec![], vec!["M13.new_gap"]));
}

#[test]
fn m13_supplement_days_are_working_days() {
    let w = World::new();
    for (served, due) in [("2026-09-03", "2026-09-17"), ("2026-09-11", "2026-09-24"), ("2026-09-17", "2026-10-08")] {
        assert_eq!(m13::supplement_due(&w.facts(), d(served)).rolled, d(due), "served {served}");
    }
}

#[test]
fn case_111a_a_person_without_a_unit_goes_to_a_service_centre() {
    let mut c = received();
    c.application.department = "无单位".into();
    let found = m12::leader(&c);
    assert_eq!(blocks(&found), ["M12.no_unit"]);
    assert!(found[0].way_zh.contains("服务中心"));
}

#[test]
fn case_111b_a_student_is_not_the_accountable_person() {
    let mut c = received();
    for (title, asked) in [("博士生", true), ("硕士研究生", true), ("教授、博士生导师", false), ("副研究员", false)] {
        c.application.leader_title = title.into();
        assert_eq!(rules(&m12::leader(&c), Verdict::Ask) == ["M12.leader"], asked, "{title}");
    }
}

#[test]
fn m13_refusal_needs_reasons_and_comes_before_acceptance() {
    assert_eq!(blocks(&m13::can_refuse(&received(), " ", d("2026-08-24"))), ["M13.reason"]);
    free(&m13::can_refuse(&received(), "不属于本单位", d("2026-08-24")));
    assert_eq!(blocks(&m13::can_refuse(&accepted("2026-08-24", Procedure::General), "重复", d("2026-08-25"))), ["M13.stage"]);
    let e = Ending { on: d("2026-08-24"), reason: "项目取消".into(), document: None };
    assert_eq!(rules(&m13::can_withdraw(&received(), &e), Verdict::Ask), ["M13.withdrawal"]);
    assert_eq!(blocks(&m13::can_withdraw(&decided(DecisionKind::Approve, "2026-09-18"), &e)), ["M16.decided"]);
}

#[test]
fn m13_receipt_needs_a_name_and_a_leader_only() {
    let now = at("2026-08-20 10:00");
    free(&m13::receive(&received().application, at("2026-08-20 09:00"), now));
    let found = m13::receive(&Application::default(), at("2026-08-21 09:00"), now);
    assert_eq!(blocks(&found), ["M12.title", "M12.leader", "M12.received"]);
}

#[test]
fn m13_the_proposed_procedure_follows_risk_and_round() {
    let mut c = received();
    assert_eq!(m13::propose(&c).procedure, Procedure::General);
    c.application.ordinary_risk = true;
    assert_eq!(m13::propose(&c).procedure, Procedure::General, "a medium risk of medium degree is not ordinary");
    c.application.risks[0].likelihood = 1;
    let p = m13::propose(&c);
    assert_eq!((p.procedure, p.ground), (Procedure::Simplified, Some(SimplifiedGround::OrdinaryRisk)));
    assert_eq!(m13::propose(&listed(c.clone())).procedure, Procedure::General);
    round(&mut c, RoundKind::Resubmission, "2026-10-01");
    assert_eq!(m13::propose(&c).procedure, Procedure::General);
    // A change of an approved plan, until somebody says it is major.
    let mut c = served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    round(&mut c, RoundKind::Amendment, "2026-10-10");
    assert_eq!(m13::propose(&c).ground, Some(SimplifiedGround::MinorChange));
    c.round_mut().major = true;
    assert_eq!(m13::propose(&c).procedure, Procedure::General);
}

#[test]
fn m37_accepted_before_the_measures_runs_under_the_older_instrument() {
    let w = World::new();
    let mut c = received();
    c.round_mut().received = at("2026-02-27 09:00");
    let found = m13::can_accept(&w.facts(), &c, &acceptance("2026-03-01", Procedure::General));
    assert!(rules(&found, Verdict::Note).contains(&"M37.before"));
}

#[test]
fn m21_the_list_has_three_items_of_two_limbs() {
    let list = List::shipped();
    assert_eq!(list.items.iter().map(|i| (i.n, i.questions.len())).collect::<Vec<_>>(), [(1, 2), (2, 2), (3, 2)]);
    use Answer::*;
    for (answers, hit, unclear) in [
        (vec![vec![Yes, Yes], vec![Yes, No], vec![No, No]], vec![1], vec![]),
        (vec![vec![No, Yes], vec![Yes, Yes], vec![Yes, Yes]], vec![2, 3], vec![]),
        (vec![vec![No, No], vec![Yes, Unclear], vec![Unclear, No]], vec![], vec![2]),
        (vec![vec![Yes], vec![], vec![]], vec![], vec![]),
    ] {
        assert_eq!(list.hits(&answers), (hit, unclear), "{answers:?}");
    }
}

#[test]
fn case_103_the_committees_judgement_prevails() {
    let mut c = received();
    let j: ListJudgement =
        serde_json::from_value(json!({ "version": "2026-1", "items": [2], "reason": "面向公众推送", "on": "2026-08-21" }))
            .expect("a judgement");
    let found = m21_list::findings(&c, &j, List::shipped());
    free(&found);
    assert!(rules(&found, Verdict::Note).contains(&"E5.judgement"));
    c.application.self_listed = vec![2];
    assert!(!rules(&m21_list::findings(&c, &j, List::shipped()), Verdict::Note).contains(&"E5.judgement"));
    let bad = ListJudgement { items: vec![9], reason: String::new(), ..j };
    assert_eq!(blocks(&m21_list::findings(&c, &bad, List::shipped())), ["M21.reason", "M21.item"]);
}

#[test]
fn m21_an_older_list_is_looked_at_again_when_tracking() {
    let c = received();
    assert!(m21_list::to_rejudge(&c, List::shipped()).is_none());
    let newer = List { version: "2027-1".into(), ..List::shipped().clone() };
    assert_eq!(m21_list::to_rejudge(&c, &newer).map(|f| f.verdict), Some(Verdict::Note), "never retroactively");
}
