//! M19, M20 and M27, M28: the two other procedures.

use crate::world::*;
use measures::m19_simplified::*;
use measures::*;
use measures::{m13_acceptance as m13, m27_emergency};

fn simple() -> Case {
    let mut c = accepted("2026-08-24", Procedure::Simplified);
    c.application.ordinary_risk = true;
    c.application.risks[0].likelihood = 1;
    c
}
fn designation(by: &str, who: &[&str]) -> ReviewerDesignation {
    ReviewerDesignation {
        on: d("2026-08-26"),
        by: by.into(),
        reviewers: who.iter().map(|s| s.to_string()).collect(),
        paper: None,
        under: None,
    }
}
fn opinion(member: &str, view: ReviewerView) -> Opinion {
    Opinion { member: member.into(), on: d("2026-09-02"), view, doubt: false, asks_meeting: false, text: String::new(), source: None }
}

#[test]
fn m19_grounds() {
    let w = World::new();
    let on = d("2026-08-24");
    use SimplifiedGround::*;
    let base = simple();
    free(&can_use(&w.facts(), &base, Some(OrdinaryRisk), on));
    assert_eq!(blocks(&can_use(&w.facts(), &base, None, on)), ["M19.ground"]);
    assert_eq!(blocks(&can_use(&w.facts(), &listed(base.clone()), Some(OrdinaryRisk), on)), ["M19.listed"]);
    let mut risky = base.clone();
    risky.application.ordinary_risk = false;
    assert_eq!(blocks(&can_use(&w.facts(), &risky, Some(OrdinaryRisk), on)), ["M19.ordinary_risk"]);
    risky.application.ordinary_risk = true;
    risky.application.risks[0].degree = 3;
    assert_eq!(rules(&can_use(&w.facts(), &risky, Some(OrdinaryRisk), on), Verdict::Ask), ["M19.risk_level"]);
    assert_eq!(blocks(&can_use(&w.facts(), &base, Some(MinorChange), on)), ["M19.minor_change", "M19.approval"]);
    assert_eq!(blocks(&can_use(&w.facts(), &base, Some(TrackingWithoutAdjustment), on)), ["M19.tracking"]);
}

#[test]
fn case_079_no_rules_no_simplified_procedure() {
    let mut w = World::new();
    let rule = w.committee.rules.iter_mut().find(|r| r.kind == RuleKind::Simplified).expect("on file");
    rule.tracking_months = None;
    assert_eq!(blocks(&can_use(&w.facts(), &simple(), Some(SimplifiedGround::OrdinaryRisk), d("2026-08-24"))), ["M20.frequency"]);
    w.without_rule(RuleKind::Simplified);
    let mut c = received();
    c.application.ordinary_risk = true;
    c.application.risks.clear();
    let found = m13::can_accept(&w.facts(), &c, &acceptance("2026-08-24", Procedure::Simplified));
    assert_eq!(blocks(&found), ["M20.rules"]);
    // Adopted later does not help earlier.
    w.committee.rules.push(
        serde_json::from_value(serde_json::json!({ "kind": "simplified", "version": "2", "adopted": "2026-08-25", "tracking_months": 6 }))
            .expect("a rule"),
    );
    assert_eq!(blocks(&m13::can_accept(&w.facts(), &c, &acceptance("2026-08-24", Procedure::Simplified))), ["M20.rules"]);
    free(&m13::can_accept(&w.facts(), &c, &acceptance("2026-08-25", Procedure::Simplified)));
}

#[test]
fn case_077_only_the_chair_designates() {
    let w = World::new();
    free(&can_designate(&w.facts(), &simple(), &designation(ZHOU, &[LIN, HE])));
    let found = can_designate(&w.facts(), &simple(), &designation(LIN, &[FANG, HE]));
    assert_eq!(blocks(&found), ["M20.chair"]);
    assert_eq!(found[0].zh, "不能由副主任委员指定简易程序委员：只有主任委员可以指定（第二十条）。");
    let mut w = World::new();
    w.resign(ZHOU, "2026-08-20");
    assert!(blocks(&can_designate(&w.facts(), &simple(), &designation(ZHOU, &[FANG, HE]))).contains(&"M20.chair_vacant"), "case 59");
}

#[test]
fn m20_two_distinct_free_members_in_office() {
    let mut w = World::new();
    w.member(OUYANG).terms[0].until = d("2026-08-25");
    w.member(FANG).undertakings.clear();
    let mut c = simple();
    c.application.team[1].name = "赵启明".into();
    for (who, blocked) in [
        (vec![LIN], vec!["M20.two"]),
        (vec![LIN, LIN], vec!["M20.two"]),
        (vec![LIN, OUYANG], vec!["M20.member"]),
        (vec![LIN, "adv1"], vec!["M20.member"]),
        (vec![LIN, ZHAO], vec!["E8.conflict"]),
        (vec![LIN, FANG], vec!["E8.undertaking", "E8.undertaking"]),
        (vec![LIN, HE, CHEN], vec![]),
    ] {
        assert_eq!(blocks(&can_designate(&w.facts(), &c, &designation(ZHOU, &who))), blocked, "{who:?}");
    }
    let found = can_designate(&w.facts(), &c, &designation(ZHOU, &[ZHOU, LIN]));
    assert_eq!((blocks(&found), rules(&found, Verdict::Note)), (vec![], vec!["M20.self"]), "the text is silent: noted only");
    c.application.leader = "周秉衡".into();
    assert_eq!(blocks(&can_designate(&w.facts(), &c, &designation(ZHOU, &[LIN, HE]))), ["M20.chair_conflict"]);
    assert_eq!(
        blocks(&can_designate(&w.facts(), &accepted("2026-08-24", Procedure::General), &designation(ZHOU, &[LIN, HE]))),
        ["M20.procedure"]
    );
}

#[test]
fn case_073_one_negative_opinion_converts() {
    let mut c = simple();
    c.round_mut().designation = Some(designation(ZHOU, &[LIN, HE]));
    assert_eq!(outcome(c.round()), SimplifiedOutcome::Waiting { missing: vec![LIN.into(), HE.into()] });
    c.round_mut().opinions.push(opinion(LIN, ReviewerView::Agree));
    c.round_mut().opinions.push(opinion(HE, ReviewerView::Disagree));
    let SimplifiedOutcome::Convert { because_zh, .. } = outcome(c.round()) else { panic!("one against converts") };
    assert_eq!(because_zh, "有否定意见，委员意见不一致");
    let w = World::new();
    let found = m16_decision::can_decide(&w.facts(), &c, &decision(DecisionKind::Reject, "2026-09-03"), None);
    assert_eq!(blocks(&found), ["M20.convert"], "it cannot be closed as 不予批准");
    free(&can_convert(&c, &because_zh));
    let before = m16_decision::due(&w.facts(), c.round()).expect("accepted").nominal;
    c.round_mut().converted = Some(Conversion { on: d("2026-09-03"), because: because_zh, paper: None });
    assert_eq!(m16_decision::due(&w.facts(), c.round()).expect("accepted").nominal, before, "the acceptance date stays");
    assert_eq!(c.round().procedure(), Some(Procedure::General));
}

#[test]
fn m20_anything_but_unanimous_agreement_converts() {
    let mut base = simple();
    base.round_mut().designation = Some(designation(ZHOU, &[LIN, HE]));
    base.round_mut().opinions.push(opinion(LIN, ReviewerView::Agree));
    let with = |o: Opinion| {
        let mut c = base.clone();
        c.round_mut().opinions.push(o);
        outcome(c.round())
    };
    assert_eq!(with(opinion(HE, ReviewerView::Agree)), SimplifiedOutcome::Approve);
    for o in [
        opinion(HE, ReviewerView::AgreeAfterChanges),
        Opinion { doubt: true, ..opinion(HE, ReviewerView::Agree) },
        Opinion { asks_meeting: true, ..opinion(HE, ReviewerView::Agree) },
    ] {
        assert!(matches!(with(o.clone()), SimplifiedOutcome::Convert { .. }), "{o:?}");
    }
    // The later opinion of the same member counts, and opinions of others do not.
    let mut c = base.clone();
    c.round_mut().opinions.push(opinion(HE, ReviewerView::Disagree));
    c.round_mut().opinions.push(opinion(HE, ReviewerView::Agree));
    c.round_mut().opinions.push(opinion(FANG, ReviewerView::Disagree));
    assert_eq!(outcome(c.round()), SimplifiedOutcome::Approve);
    assert_eq!(blocks(&can_record_opinion(&base, &opinion(FANG, ReviewerView::Agree), "方慎行")), ["M20.reviewer"]);
}

#[test]
fn case_075_two_of_three_is_not_enough() {
    let w = World::new();
    let mut c = simple();
    c.round_mut().designation = Some(designation(ZHOU, &[LIN, HE, CHEN]));
    c.round_mut().opinions.push(opinion(LIN, ReviewerView::Agree));
    c.round_mut().opinions.push(opinion(HE, ReviewerView::Agree));
    assert_eq!(outcome(c.round()), SimplifiedOutcome::Waiting { missing: vec![CHEN.into()] });
    let found = m16_decision::can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-09-21"), None);
    assert_eq!(blocks(&found), ["M20.opinions"]);
    c.round_mut().opinions.push(opinion(CHEN, ReviewerView::Agree));
    free(&m16_decision::can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-09-21"), None));
    for kind in [DecisionKind::Reject, DecisionKind::Revise] {
        let found = m16_decision::can_decide(&w.facts(), &c, &decision(kind, "2026-09-21"), None);
        assert!(blocks(&found).contains(&"M20.negative"), "{kind:?}: {found:#?}");
    }
}

#[test]
fn case_081_minor_change_needs_an_approval_in_force() {
    let w = World::new();
    let on = d("2026-10-12");
    let mut c = served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    round(&mut c, RoundKind::Amendment, "2026-10-10");
    free(&can_use(&w.facts(), &c, Some(SimplifiedGround::MinorChange), on));
    c.round_mut().major = true;
    assert_eq!(blocks(&can_use(&w.facts(), &c, Some(SimplifiedGround::MinorChange), on)), ["M19.major"]);
    c.round_mut().major = false;
    c.turns.push(serde_json::from_value(serde_json::json!({ "kind": "suspended", "on": "2026-10-09", "reason": "投诉" })).expect("a turn"));
    assert_eq!(blocks(&can_use(&w.facts(), &c, Some(SimplifiedGround::MinorChange), on)), ["M19.approval"]);
    let mut never = decided(DecisionKind::Revise, "2026-09-18");
    round(&mut never, RoundKind::Amendment, "2026-10-10");
    assert_eq!(blocks(&can_use(&w.facts(), &never, Some(SimplifiedGround::MinorChange), on)), ["M19.approval"]);
}

#[test]
fn m19_tracking_without_major_adjustment() {
    let w = World::new();
    let on = d("2027-03-01");
    let ground = Some(SimplifiedGround::TrackingWithoutAdjustment);
    let mut c = served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    let mut quiet = c.clone();
    round(&mut quiet, RoundKind::Tracking, "2027-03-01");
    free(&can_use(&w.facts(), &quiet, ground, on));
    c.turns.push(
        serde_json::from_value(serde_json::json!({ "kind": "risk_change", "on": "2026-12-01", "reason": "新的使用人群" })).expect("a turn"),
    );
    round(&mut c, RoundKind::Tracking, "2027-03-01");
    assert_eq!(blocks(&can_use(&w.facts(), &c, ground, on)), ["M19.adjusted"]);
    // A renewed review is never simplified (M25).
    let mut renewed = served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    round(&mut renewed, RoundKind::Renewed, "2026-12-01");
    assert!(blocks(&can_use(&w.facts(), &renewed, Some(SimplifiedGround::OrdinaryRisk), on)).contains(&"M25.renewed"));
}

#[test]
fn case_083_no_simplified_letter_without_reason_and_basis() {
    let w = World::new();
    let mut c = simple();
    let dec = decision(DecisionKind::Approve, "2026-09-03");
    c.round_mut().decision = Some(dec.clone());
    free(&m16_decision::can_issue_letter(&w.facts(), &c, &dec));
    c.round_mut().accepted.as_mut().expect("accepted").reason = " ".into();
    assert_eq!(blocks(&m16_decision::can_issue_letter(&w.facts(), &c, &dec)), ["E23.reason"]);
}

#[test]
fn m27_the_emergency_procedure_needs_its_rules_and_a_ground() {
    let mut w = World::new();
    let on = d("2026-02-13");
    free(&m27_emergency::can_use(&w.facts(), "突发公共卫生事件，省卫健委2月13日通知", on));
    assert_eq!(blocks(&m27_emergency::can_use(&w.facts(), "", on)), ["M27.ground"]);
    w.without_rule(RuleKind::EmergencySop);
    assert_eq!(blocks(&m27_emergency::can_use(&w.facts(), "突发事件", on)), ["M27.rules"]);
}

#[test]
fn m27_what_is_decided_after_the_hours_says_why() {
    let w = World::new();
    let mut c = listed(received());
    c.round_mut().accepted = Some(Acceptance {
        at: at("2026-02-13 16:30"),
        procedure: Procedure::Emergency,
        reason: "突发事件".into(),
        ground: None,
        paper: None,
    });
    let late =
        |kind, moment: &str| m27_emergency::overrun(&w.facts(), &c, kind, at(moment)).map(|f| (f.rule, f.facts["minutes_late"].clone()));
    assert_eq!(late(DecisionKind::Pass, "2026-02-15 04:30"), None, "the last minute is in time");
    assert_eq!(late(DecisionKind::Pass, "2026-02-15 04:31"), Some(("M27.late".into(), 1.into())));
    assert_eq!(late(DecisionKind::Approve, "2026-02-16 16:30"), None);
    assert_eq!(late(DecisionKind::Approve, "2026-02-16 18:00"), Some(("M27.late".into(), 90.into())));
    let mut general = c.clone();
    general.round_mut().accepted.as_mut().expect("accepted").procedure = Procedure::General;
    assert!(m27_emergency::overrun(&w.facts(), &general, DecisionKind::Approve, at("2026-03-30 18:00")).is_none());
}

#[test]
fn case_033_hours_run_through_the_holiday() {
    let w = World::new();
    let mut c = listed(received());
    c.round_mut().received = at("2026-02-13 16:00");
    c.round_mut().accepted = Some(Acceptance {
        at: at("2026-02-13 16:30"),
        procedure: Procedure::Emergency,
        reason: "突发事件".into(),
        ground: None,
        paper: None,
    });
    let ends: Vec<Option<Instant>> = m27_emergency::clocks(&w.facts(), &c).into_iter().map(|x| x.at).collect();
    assert_eq!(ends, [Some(at("2026-02-16 16:30")), Some(at("2026-02-15 04:30"))]);
    assert_eq!(m16_decision::due(&w.facts(), c.round()).and_then(|x| x.at), Some(at("2026-02-16 16:30")));
}

#[test]
fn case_035_both_starts_are_shown_and_the_earlier_is_planned_by() {
    let w = World::new();
    let mut c = received();
    c.round_mut().received = at("2026-09-18 09:00");
    c.round_mut().accepted = Some(Acceptance {
        at: at("2026-09-18 15:00"),
        procedure: Procedure::Emergency,
        reason: "突发事件".into(),
        ground: None,
        paper: None,
    });
    let clocks = assess::clocks_of(&w.facts(), &c, at("2026-09-18 16:00"));
    let end = |k: &str| clocks.iter().find(|x| x.key == k).and_then(|x| x.due.as_ref()?.at);
    assert_eq!((end("emergency"), end("emergency_from_receipt")), (Some(at("2026-09-21 15:00")), Some(at("2026-09-21 09:00"))));
}

#[test]
fn case_085_urgency_lowers_nothing() {
    let w = World::new();
    let mut c = accepted("2026-09-18", Procedure::Emergency);
    c.round_mut().received = at("2026-09-18 08:00");
    let m = meeting(&[ZHOU, FANG, HE], &["1"]);
    let i = item("1", "c49", &[]);
    let found = m14_meeting::can_take_up(&w.facts(), &m, &i, &c, at("2026-09-18 14:10"));
    assert!(blocks(&found).contains(&"M14.quorum"), "three do not suffice in an emergency either");
    assert!(rules(&found, Verdict::Ask).contains(&"E36.field"), "and the field must be represented");
    let mut m = meeting(&[ZHOU, LIN, ZHAO, FANG, CHEN], &["1"]);
    m.advisers.push(serde_json::from_value(serde_json::json!({ "adviser": "a", "name": "段云起", "no_interest": true })).expect("a seat"));
    let found = m14_meeting::can_take_up(&w.facts(), &m, &i, &c, at("2026-09-18 14:10"));
    assert!(!found.iter().any(|f| f.rule == "E36.field") && blocks(&found).is_empty(), "{found:#?}");
}

#[test]
fn case_087_back_to_the_general_procedure_the_clock_keeps_its_start() {
    let w = World::new();
    let mut c = accepted("2026-09-01", Procedure::Emergency);
    free(&m27_emergency::can_return_to_general(&c));
    c.round_mut().converted = Some(Conversion { on: d("2026-09-02"), because: "紧急状态结束".into(), paper: None });
    assert_eq!(m16_decision::due(&w.facts(), c.round()).map(|x| x.nominal), Some(d("2026-10-01")));
    assert_eq!(blocks(&m27_emergency::can_return_to_general(&c)), ["M27.not_emergency"]);
}
