//! M11, M12, M17, E13: a review done by another body on the unit's commission.

use crate::world::*;
use measures::assess::{Beside, Stage, assess};
use measures::m12_commission::{can_commission, can_record, can_register, tracker};
use measures::*;
use serde_json::json;

fn centre() -> OutsideBody {
    serde_json::from_value(json!({ "id": "body-1", "kind": "service_centre", "name": "江东人工智能伦理服务中心", "credit_code": "91A",
        "set_up_by": "江东省科学技术厅", "services": ["review"] }))
    .expect("a body")
}
fn commission() -> Commission {
    serde_json::from_value(json!({ "on": "2026-09-02", "body": "body-1", "name": "江东人工智能伦理服务中心", "credit_code": "91A",
        "reason": "没有神经工程方面的委员", "number": "江大函〔2026〕15号", "tracker": "reviewing_body" }))
    .expect("a commission")
}
fn result(kind: &str, on: &str) -> OutsideResult {
    serde_json::from_value(json!({ "kind": kind, "on": on, "number": "江伦中心〔2026〕8号", "received": on })).expect("a result")
}
fn commissioned(case: Case) -> Case {
    let mut c = case;
    c.round_mut().commission = Some(commission());
    c
}

#[test]
fn m12_a_commission_is_written_and_says_why_and_who_tracks() {
    let w = World::new();
    let case = received();
    free(&can_commission(&w.facts(), &case, &commission(), &centre()));
    for (c, rule) in [
        (Commission { number: String::new(), ..commission() }, "M12.letter"),
        (Commission { reason: " ".into(), ..commission() }, "M12.unable"),
        (Commission { on: d("2026-01-01"), ..commission() }, "M12.order"),
    ] {
        let found = can_commission(&w.facts(), &case, &c, &centre());
        assert_eq!(blocks(&found), [rule]);
        well_said(&found);
    }
    let scan = Commission { number: String::new(), letter: Some("a1".into()), ..commission() };
    free(&can_commission(&w.facts(), &case, &scan, &centre()));
    for (body, rule) in [
        (OutsideBody { services: vec![BodyService::Training], ..centre() }, "M11.no_review"),
        (OutsideBody { until: Some(d("2026-09-01")), ..centre() }, "M12.expired"),
    ] {
        assert_eq!(blocks(&can_commission(&w.facts(), &case, &commission(), &body)), [rule]);
    }
    // The last day of the contract is a day of it; another committee instead of a centre takes a reason.
    free(&can_commission(&w.facts(), &case, &commission(), &OutsideBody { until: Some(d("2026-09-02")), ..centre() }));
    let other = OutsideBody { kind: BodyKind::OtherCommittee, ..centre() };
    assert_eq!(rules(&can_commission(&w.facts(), &case, &commission(), &other), Verdict::Ask), ["E13.committee"]);
    assert_eq!(blocks(&can_commission(&w.facts(), &accepted("2026-09-01", Procedure::General), &commission(), &centre())), ["M13.stage"]);
    // Who tracks is said in either case.
    let ours = Commission { tracker: Tracker::Committee, ..commission() };
    assert!(rules(&can_commission(&w.facts(), &case, &ours, &centre()), Verdict::Note).contains(&"M17.tracker"));
}

#[test]
fn m12_what_is_reviewed_elsewhere_is_not_voted_here() {
    let w = World::new();
    let c = commissioned(received());
    let at = "2026-09-10T09:00:00+08:00".parse().expect("an instant");
    let s = assess(&w.facts(), &c, Beside::default(), at);
    assert_eq!(s.stage, Stage::Transferred);
    for act in ["accept", "place_item", "decide"] {
        assert!(s.possible.iter().all(|p| p.act != act), "{act}");
        assert_eq!(s.impossible.iter().find(|p| p.act == act).map(|p| p.finding.rule.as_str()), Some("M12.elsewhere"), "{act}");
    }
    assert!(s.possible.iter().any(|p| p.act == "record_commissioned" && p.main));
    assert_eq!(blocks(&m16_decision::can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-09-18"), None)), ["M12.elsewhere"]);
    assert_eq!(blocks(&m13_acceptance::before_acceptance(&c, "受理", "accept")), ["M13.stage"]);
}

#[test]
fn m12_no_approval_of_a_listed_activity_by_anybody_without_the_opinion() {
    let w = World::new();
    let mut c = commissioned(listed(received()));
    assert_eq!(blocks(&can_record(&w.facts(), &c, &result("approve", "2026-09-18"), true)), ["M24.opinion"]);
    free(&can_record(&w.facts(), &c, &result("pass", "2026-09-18"), true));
    free(&can_record(&w.facts(), &c, &result("reject", "2026-09-18"), true));
    c.round_mut().preliminary = Some(decision(DecisionKind::Pass, "2026-09-18"));
    let mut opinion: Rereview = serde_json::from_value(json!({ "authority": "江东省科学技术厅", "sent": "2026-09-21",
        "opinion": { "opinion": "disagree", "on": "2026-10-10", "number": "3号" } }))
    .expect("a re-review");
    c.round_mut().rereview = Some(opinion.clone());
    assert_eq!(blocks(&can_record(&w.facts(), &c, &result("approve", "2026-10-15"), true)), ["M24.disagree"]);
    opinion.opinion.as_mut().expect("an opinion").opinion = RereviewOpinion::Agree;
    c.round_mut().rereview = Some(opinion.clone());
    free(&can_record(&w.facts(), &c, &result("approve", "2026-10-15"), true));
    assert_eq!(blocks(&can_record(&w.facts(), &c, &result("approve", "2026-10-09"), true)), ["M24.order"], "before the opinion");
    // An opinion by the body that reviewed carries no approval (M11).
    opinion.implementer = commission().name;
    c.round_mut().rereview = Some(opinion);
    assert_eq!(blocks(&can_record(&w.facts(), &c, &result("approve", "2026-10-15"), true)), ["M11.both_roles"]);
    // Unlisted: no preliminary opinion, and an approval as it is; without a judgement nothing positive at all.
    let plain = commissioned(received());
    assert_eq!(blocks(&can_record(&w.facts(), &plain, &result("pass", "2026-09-18"), true)), ["M22.listed"]);
    free(&can_record(&w.facts(), &plain, &result("approve", "2026-09-18"), true));
    let unjudged = Case { listed: None, ..plain };
    assert_eq!(blocks(&can_record(&w.facts(), &unjudged, &result("approve", "2026-09-18"), true)), ["M21.judgement"]);
}

#[test]
fn m11_neither_side_over_the_whole_life() {
    let w = World::new();
    // Once it re-reviewed, a body is not commissioned with an amendment; by its code it is found under another name.
    let mut c = rereviewed(RereviewOpinion::Agree);
    c.round_mut().rereview.as_mut().expect("sent").implementer = "江东AI伦理中心".into();
    c.round_mut().decision = Some(decision(DecisionKind::Approve, "2026-10-15"));
    let mut round = received().rounds.remove(0);
    round.kind = RoundKind::Amendment;
    c.rounds.push(round);
    let mut committee = w.facts().committee.clone();
    committee.bodies.push(OutsideBody { id: "body-2".into(), name: "江东AI伦理中心".into(), ..centre() });
    let facts = Facts { committee: &committee, ..w.facts() };
    assert_eq!(blocks(&can_commission(&facts, &c, &commission(), &centre())), ["M11.both_roles"]);
    let other = Commission { credit_code: "91B".into(), name: "别家".into(), ..commission() };
    free(&can_commission(&facts, &c, &other, &centre()));
    // The register knows one body by its code, and does not take the unit itself.
    assert_eq!(blocks(&can_register(&committee, &OutsideBody { id: "body-3".into(), name: "又一名称".into(), ..centre() })), ["M11.known"]);
    let own =
        OutsideBody { id: "body-3".into(), name: committee.unit.name.clone(), credit_code: committee.unit.credit_code.clone(), ..centre() };
    assert!(blocks(&can_register(&committee, &own)).contains(&"M12.own"));
}

#[test]
fn m17_whoever_tracks_by_the_commission_tracks() {
    let w = World::new();
    let mut c = commissioned(received());
    c.round_mut().decision = Some(Decision { tracking_months: Some(12), ..decision(DecisionKind::Approve, "2026-09-18") });
    assert_eq!(tracker(&c).map(|t| t.name.as_str()), Some("江东人工智能伦理服务中心"));
    assert_eq!(blocks(&m17_tracking::can_start(&c)), ["M17.tracker"]);
    free(&can_record(&w.facts(), &c, &result("continue", "2027-03-05"), true));
    assert_eq!(blocks(&can_record(&w.facts(), &c, &result("approve", "2027-03-05"), true)), ["E19.outcome"]);
    assert_eq!(blocks(&can_record(&w.facts(), &c, &result("continue", "2026-09-17"), true)), ["M17.order"]);
    c.round_mut().commission.as_mut().expect("commissioned").tracker = Tracker::Committee;
    assert!(tracker(&c).is_none());
    free(&m17_tracking::can_start(&c));
    assert_eq!(blocks(&can_record(&w.facts(), &c, &result("continue", "2027-03-05"), true)), ["M17.tracker"]);
}
