//! M11, M18, M22–M26, M31: what leaves the house.

use crate::world::*;
use measures::m11_centres::{Body, both_roles, same};
use measures::m18_recognition::{Recognition, can_recognise};
use measures::m22_rereview::*;
use measures::m31_complaints::{Complaint, can_conclude, can_record, concerned, may_see};
use measures::*;
use measures::{m16_decision, m26_exemption};
use serde_json::json;

fn sending(authority: &str) -> Rereview {
    serde_json::from_value(json!({ "authority": authority, "sent": "2026-09-21" })).expect("a re-review")
}
fn exemption() -> Exemption {
    serde_json::from_value(json!({
        "regime": "算法备案", "authority": "国家互联网信息办公室", "number": "网信算备110号", "ethics_provision": "算法推荐管理规定第七条", "proof": "a1", "decided_by": "委员会第7次会议", "on": "2026-09-18",
    }))
    .expect("an exemption")
}

#[test]
fn m22_only_what_passed_its_preliminary_review_is_sent() {
    let w = World::new();
    free(&can_send(&w.facts(), &passed("2026-09-18"), &sending("江东省科学技术厅")));
    assert_eq!(
        blocks(&can_send(&w.facts(), &listed(accepted("2026-09-01", Procedure::General)), &sending("江东省科学技术厅"))),
        ["M22.preliminary", "E27.package"]
    );
    assert_eq!(blocks(&can_send(&w.facts(), &accepted("2026-09-01", Procedure::General), &sending("江东省科学技术厅"))), ["M22.listed"]);
    assert_eq!(blocks(&can_send(&w.facts(), &rereviewed(RereviewOpinion::Agree), &sending("江东省科学技术厅"))), ["M22.sent"]);
}

#[test]
fn case_091_a_negative_preliminary_review_goes_nowhere() {
    let w = World::new();
    let mut c = listed(accepted("2026-09-01", Procedure::General));
    c.round_mut().decision = Some(decision(DecisionKind::Revise, "2026-09-18"));
    let found = can_send(&w.facts(), &c, &sending("江东省科学技术厅"));
    assert!(blocks(&found).contains(&"M22.preliminary"));
    assert!(found[0].zh.contains("修改后再审"), "{}", found[0].zh);
}

#[test]
fn m22_routing_by_affiliation_and_never_to_a_city() {
    let mut w = World::new();
    let c = passed("2026-09-18");
    for (affiliation, authority, blocked, asked) in [
        (Affiliation::Local, "江东省科学技术厅", vec![], vec![]),
        (Affiliation::Local, "江州市科学技术局", vec!["M33.province"], vec![]),
        (Affiliation::Local, "工业和信息化部", vec![], vec!["M22.route"]),
        (Affiliation::CentralOrgan, "教育部", vec![], vec![]),
        (Affiliation::CentralEnterprise, "江东省科学技术厅", vec![], vec!["M22.route"]),
        (Affiliation::Local, " ", vec!["M22.authority"], vec![]),
    ] {
        w.committee.unit.affiliation = affiliation;
        let found = can_send(&w.facts(), &c, &sending(authority));
        assert_eq!((blocks(&found), rules(&found, Verdict::Ask)), (blocked, asked), "{affiliation:?} to {authority}");
    }
    w.committee.unit.affiliation = Affiliation::CentralOrgan;
    assert_eq!(route(&w.committee.unit).kind, RouteKind::Ministry);
}

#[test]
fn case_093_a_partner_waits_for_the_lead_unit() {
    let w = World::new();
    let mut c = passed("2026-09-18");
    c.application.flags.several_units = true;
    assert_eq!(blocks(&can_send(&w.facts(), &c, &sending("江东省科学技术厅"))), ["M22.lead_unit"]);
    let s = assess::assess(&w.facts(), &c, Default::default(), at("2026-09-22 09:00"));
    assert!(s.zh.contains("等牵头单位"), "{}", s.zh);
    assert!(s.impossible.iter().any(|i| i.act == "send_rereview" && i.finding.rule == "M22.lead_unit"));
    c.application.flags.lead_unit = true;
    free(&can_send(&w.facts(), &c, &sending("江东省科学技术厅")));
}

#[test]
fn e27_the_package_is_built_on_both_lists() {
    let w = World::new();
    let mut c = passed("2026-09-18");
    assert!(package(&c).iter().all(|p| p.present));
    for e in [Element::A8, Element::A9, Element::A17] {
        let mut less = c.clone();
        less.round_mut().checks.get_mut(&e).expect("checked").state = CheckState::Missing;
        assert_eq!(blocks(&can_send(&w.facts(), &less, &sending("江东省科学技术厅"))), ["E27.package"], "{e:?}");
    }
    c.application.flags.human_participants = true;
    c.round_mut().checks.get_mut(&Element::A18).expect("checked").state = CheckState::Missing;
    let four = package(&c).into_iter().find(|p| p.n == 4).expect("part 4");
    assert_eq!(four.missing, ["知情同意书"]);
}

#[test]
fn m23_the_thirty_days_are_the_authoritys() {
    let w = World::new();
    assert_eq!(authority_due(&w.facts(), d("2026-08-28")).nominal, d("2026-09-27"));
    let mut c = rereviewed(RereviewOpinion::Agree);
    c.round_mut().rereview.as_mut().expect("sent").opinion = None;
    let clocks = assess::clocks_of(&w.facts(), &c, at("2026-11-20 09:00"));
    let k = clocks.iter().find(|k| k.key == "rereview").expect("running");
    assert_eq!((k.owner, k.left.as_ref().map(|l| l.state)), (Owner::Authority, Some(LeftState::Waiting)), "never our lateness");
    let decision = clocks.iter().find(|k| k.key == "decision").expect("there");
    assert_eq!(decision.met.as_ref().map(|m| m.on), Some(d("2026-09-18")), "A7: the preliminary opinion met the 30 days");
}

#[test]
fn case_089_after_disagree_no_approval_whatever_the_vote() {
    let w = World::new();
    let c = rereviewed(RereviewOpinion::Disagree);
    let mut m = meeting(&[ZHOU, LIN, ZHAO, FANG, CHEN], &["1"]);
    (m.starts, m.opened) = (at("2026-10-15 14:00"), Some(at("2026-10-15 14:00")));
    for x in &mut m.attendance {
        x.from = at("2026-10-15 14:00");
    }
    let mut i = item("1", "c49", &[]);
    vote_all(&mut i, &[ZHOU, LIN, ZHAO, FANG, CHEN].map(|m| (m, Vote::Approve)));
    i.ballots[0].closed = Some(at("2026-10-15 14:30"));
    let found = m16_decision::can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-10-15"), Some((&m, &i)));
    assert!(blocks(&found).contains(&"M24.disagree"), "{found:#?}");
    let mut open = i.clone();
    open.ballots.clear();
    let found = m14_meeting::can_vote(&w.facts(), &m, &open, &c, LIN, Vote::Approve, at("2026-10-15 14:20"));
    assert_eq!(blocks(&found), ["M24.disagree"], "the option is not even on the ballot");
}

#[test]
fn m24_no_approval_without_the_opinion_and_a_vote_after_it() {
    let w = World::new();
    let found = m16_decision::can_decide(&w.facts(), &passed("2026-09-18"), &decision(DecisionKind::Approve, "2026-10-15"), None);
    assert!(blocks(&found).contains(&"M24.opinion"));
    assert_eq!(found[0].zh, "现在不能批准：还没有收到专家复核意见（第二十四条）。");
    let found =
        m16_decision::can_decide(&w.facts(), &rereviewed(RereviewOpinion::Agree), &decision(DecisionKind::Approve, "2026-10-15"), None);
    assert_eq!((blocks(&found), rules(&found, Verdict::Ask)), (vec![], vec!["M24.vote"]), "A13: without a vote only with a reason");
}

#[test]
fn case_095_a_centre_never_on_both_sides() {
    let body = |name: &str, code: &str| Body { name: name.into(), credit_code: code.into() };
    let x = body("江东人工智能伦理服务中心", "91A");
    assert!(same(&x, &body("江东AI伦理中心（分部）", "91a")), "one credit code, one body");
    assert!(!same(&x, &body("江东人工智能伦理服务中心", "91B")));
    assert!(same(&x, &body("江东 人工智能伦理服务中心", "")));
    assert_eq!(blocks(&both_roles(std::slice::from_ref(&x), &[body("别家", "77"), body("江东AI伦理中心", "91A")])), ["M11.both_roles"]);
    assert!(both_roles(&[x], &[body("别家", "77")]).is_empty());
    // Our own committee's unit carrying out the re-review is the same fault, and its opinion carries no approval.
    let w = World::new();
    let mut c = rereviewed(RereviewOpinion::Agree);
    let told = can_receive(&w.facts(), &c, d("2026-09-22"), "江州大学", &[]);
    assert_eq!(rules(&told, Verdict::Ask), ["M11.both_roles"], "whom they commissioned is a fact, answered in writing");
    well_said(&told);
    let mut fresh = passed("2026-09-18");
    let mut sent = c.round().rereview.clone().expect("sent");
    (sent.implementer, sent.opinion, sent.sent) = ("江州大学".into(), None, d("2026-09-21"));
    assert!(blocks(&can_send(&w.facts(), &fresh, &sent)).contains(&"M11.both_roles"), "known beforehand, nothing is sent to it");
    fresh.round_mut().rereview = Some(sent);
    assert!(opinion_falls(&w.facts(), &fresh, "别家").is_none(), "no opinion to fall yet");
    c.round_mut().rereview.as_mut().expect("sent").implementer = "江州大学".into();
    assert!(
        blocks(&m16_decision::can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-10-15"), None)).contains(&"M11.both_roles")
    );
    let falls = opinion_falls(&w.facts(), &c, "江东人工智能伦理服务中心").expect("another body");
    assert_eq!((falls.rule.as_str(), falls.verdict), ("M11.opinion_falls", Verdict::Note));
    assert!(opinion_falls(&w.facts(), &c, "江州大学").is_none(), "still the same body");
}

#[test]
fn case_097_our_members_present_or_past_on_the_panel() {
    let mut w = World::new();
    w.resign(FANG, "2026-09-20");
    let c = rereviewed(RereviewOpinion::Agree);
    let panel: Vec<String> = ["王教授", "艾力买买提", "方慎行"].map(String::from).to_vec();
    let found = can_receive(&w.facts(), &c, d("2026-09-22"), "", &panel);
    assert_eq!(rules(&found, Verdict::Ask), ["E28.panel", "E28.panel"]);
    well_said(&found);
    // Known when sending it is told at once, and stops nothing: the panel is the authority's.
    let mut sent = c.round().rereview.clone().expect("sent");
    (sent.panel, sent.opinion) = (panel, None);
    let at_once = can_send(&w.facts(), &passed("2026-09-18"), &sent);
    assert_eq!(at_once.iter().filter(|f| f.rule == "E28.panel").map(|f| f.verdict).collect::<Vec<_>>(), [Verdict::Note, Verdict::Note]);
    assert!(in_conflict(&w.facts(), &c, &sent));
    sent.panel = vec!["王教授".into()];
    assert!(!in_conflict(&w.facts(), &c, &sent));
}

#[test]
fn m23_an_opinion_follows_its_application() {
    let mut c = rereviewed(RereviewOpinion::Agree);
    let o = c.round().rereview.as_ref().and_then(|r| r.opinion.clone()).expect("an opinion");
    assert_eq!(blocks(&can_record_opinion(&c, &o)), ["M23.recorded"]);
    c.round_mut().rereview.as_mut().expect("sent").opinion = None;
    free(&can_record_opinion(&c, &o));
    assert_eq!(blocks(&can_record_opinion(&c, &RereviewResult { on: d("2026-09-20"), ..o.clone() })), ["M23.order"]);
    assert_eq!(blocks(&can_record_opinion(&passed("2026-09-18"), &o)), ["M22.not_sent"]);
}

#[test]
fn case_099_an_exemption_needs_both_limbs() {
    free(&m26_exemption::findings(&exemption()));
    let found = m26_exemption::findings(&Exemption { ethics_provision: String::new(), ..exemption() });
    assert_eq!(blocks(&found), ["M26.ethics_condition"]);
    for (e, rule) in [
        (Exemption { regime: String::new(), ..exemption() }, "M26.regime"),
        (Exemption { number: " ".into(), ..exemption() }, "M26.number"),
        (Exemption { proof: None, ..exemption() }, "M26.proof"),
        (Exemption { decided_by: String::new(), ..exemption() }, "M26.decided_by"),
    ] {
        assert_eq!(blocks(&m26_exemption::findings(&e)), [rule]);
    }
}

#[test]
fn m18_recognition_shortens_nothing() {
    let w = World::new();
    let c = received();
    let good: Recognition = serde_json::from_value(json!({
        "agreement": "三校合作协议", "issuer": { "name": "海州大学人工智能科技伦理委员会", "credit_code": "12X" }, "number": "海大伦〔2026〕3号", "decided": "2026-06-01",
        "kind": "approve", "attending": 7, "votes": 5, "copy": true, "tracker": "江州大学", "on": "2026-08-24",
    }))
    .expect("a recognition");
    let found = can_recognise(&w.facts(), &c, &good);
    assert!(found.is_empty(), "{found:#?}");
    for (r, rule, verdict) in [
        (Recognition { agreement: String::new(), ..good.clone() }, "M18.agreement", Verdict::Block),
        (Recognition { copy: false, ..good.clone() }, "M18.copy", Verdict::Block),
        (Recognition { tracker: String::new(), ..good.clone() }, "M17.tracker", Verdict::Block),
        (Recognition { attending: Some(4), votes: Some(3), ..good.clone() }, "M18.quorum", Verdict::Ask),
        (Recognition { votes: Some(4), ..good.clone() }, "M18.two_thirds", Verdict::Ask),
        (Recognition { votes: None, ..good.clone() }, "M18.votes", Verdict::Ask),
        (Recognition { decided: d("2025-08-23"), ..good.clone() }, "M18.age", Verdict::Ask),
    ] {
        assert_eq!(can_recognise(&w.facts(), &c, &r).iter().map(|f| (f.rule.as_str(), f.verdict)).collect::<Vec<_>>(), [(rule, verdict)]);
    }
    assert_eq!(blocks(&can_recognise(&w.facts(), &listed(c), &good)), ["M22.lead_opinion"]);
}

#[test]
fn case_119_a_complaint_about_the_chair_is_not_handled_by_the_chair() {
    let w = World::new();
    let mut c: Complaint = serde_json::from_value(
        json!({ "received": "2026-09-10", "channel": "来信", "content": "主任委员未回避", "concerns": ["周秉衡"], "handler": ZHOU }),
    )
    .expect("a complaint");
    assert_eq!(blocks(&can_record(&w.facts(), &c)), ["M31.handler"]);
    assert!(concerned(&w.facts(), &c, ZHOU) && concerned(&w.facts(), &c, "周秉衡") && !concerned(&w.facts(), &c, LIN), "by id or by name");
    // The chair does not see it either, nor the secretary when it is about the secretary; the handler and the secretary do.
    let secretary = w.facts().committee.secretary.clone();
    assert!(!may_see(&w.facts(), &c, ZHOU) && !may_see(&w.facts(), &c, "周秉衡"));
    c.handler = LIN.into();
    assert!(may_see(&w.facts(), &c, LIN) && may_see(&w.facts(), &c, &secretary) && !may_see(&w.facts(), &c, "方慎行"));
    let about_the_secretary = Complaint { concerns: vec![secretary.clone()], ..c.clone() };
    assert!(!may_see(&w.facts(), &about_the_secretary, &secretary) && may_see(&w.facts(), &about_the_secretary, LIN));
    free(&can_record(&w.facts(), &c));
    c.concluded = Some(d("2026-09-09"));
    assert_eq!(blocks(&can_conclude(&w.facts(), &c)), ["M31.order"]);
    c.concluded = Some(d("2026-09-30"));
    assert_eq!(blocks(&can_conclude(&w.facts(), &c)), ["M31.result"]);
    c.result = "查无实据".into();
    assert_eq!(rules(&can_conclude(&w.facts(), &c), Verdict::Note), ["M31.reply"]);
}

#[test]
fn m32_a_violation_has_its_facts_and_its_outcome() {
    use measures::m32_violations::{can_conclude, can_record};
    let w = World::new();
    let v = Violation {
        id: "violation-1".into(),
        on: d("2026-09-20"),
        kind: ViolationKind::BeyondScope,
        case: Some("c1".into()),
        persons: vec!["王某".into()],
        found_by: "跟踪审查".into(),
        facts: "未经批准扩大数据采集范围".into(),
        concluded: None,
        outcome: String::new(),
        referred_to: String::new(),
    };
    let said = |v: &Violation| can_record(&w.facts(), v).iter().map(|f| (f.rule.clone(), f.verdict)).collect::<Vec<_>>();
    assert_eq!(said(&v), [("M32.suspend".to_string(), Verdict::Note)]);
    assert_eq!(blocks(&can_record(&w.facts(), &Violation { facts: " ".into(), ..v.clone() })), ["M32.facts"]);
    assert_eq!(said(&Violation { case: None, ..v.clone() }), [("M32.case".to_string(), Verdict::Ask)]);
    let member = Violation { kind: ViolationKind::Favouritism, case: None, persons: vec!["方慎行".into()], ..v.clone() };
    assert_eq!(said(&member), [("M32.member".to_string(), Verdict::Note)]);
    well_said(&can_record(&w.facts(), &Violation { persons: vec![], ..v.clone() }));
    assert!(can_conclude(&v, d("2026-09-30"), "单位给予通报批评").is_empty());
    assert_eq!(blocks(&can_conclude(&v, d("2026-09-19"), "")), ["M32.order", "M32.outcome"]);
    let done = Violation { concluded: Some(d("2026-09-30")), ..v };
    assert_eq!(blocks(&can_conclude(&done, d("2026-10-08"), "再处理")), ["M32.concluded"]);
}
