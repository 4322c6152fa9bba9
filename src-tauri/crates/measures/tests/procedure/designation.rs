//! The chair's designation for a period (M14, M20), as worked case 57 allows it.

use crate::world::*;
use measures::m14_designation::*;
use measures::*;

fn presiding(from: &str, until: &str) -> StandingDesignation {
    StandingDesignation {
        id: "designation-1".into(),
        to: DesignatedFor::Presiding,
        by: ZHOU.into(),
        members: vec![LIN.into()],
        on: d(from),
        from: d(from),
        until: d(until),
        reason: String::new(),
        scan: Some("a scan".into()),
        ended: None,
    }
}

#[test]
fn case_057_a_period_is_designated_by_the_chair_and_does_not_reach_back() {
    let w = World::new();
    let said = |d: &StandingDesignation| can_designate(&w.facts(), d).iter().map(|f| (f.rule.clone(), f.verdict)).collect::<Vec<_>>();
    let good = presiding("2026-09-01", "2026-12-31");
    assert!(said(&good).is_empty(), "{:?}", said(&good));
    let block = vec![("M14.standing".to_string(), Verdict::Block)];
    assert_eq!(said(&StandingDesignation { by: LIN.into(), ..good.clone() }), block, "a vice-chair designates nobody");
    assert_eq!(said(&StandingDesignation { members: vec![CHEN.into()], ..good.clone() }), block, "a member does not preside");
    assert_eq!(said(&StandingDesignation { on: d("2026-09-02"), ..good.clone() }), block, "signed after its first day");
    assert_eq!(said(&StandingDesignation { until: d("2026-08-31"), ..good.clone() }), block, "ends before it begins");
    let ask = vec![("M14.standing".to_string(), Verdict::Ask)];
    assert_eq!(said(&StandingDesignation { scan: None, ..good.clone() }), ask);
    assert_eq!(said(&StandingDesignation { until: d("2029-03-15"), ..good.clone() }), ask, "a day beyond the chair's own term");
    let one = StandingDesignation { to: DesignatedFor::Reviewing, members: vec![CHEN.into()], ..good };
    assert_eq!(said(&one), [("M20.two".to_string(), Verdict::Block)]);
}

#[test]
fn case_057_both_last_days_count_and_the_day_after_does_not() {
    let mut w = World::new();
    w.committee.designations.push(presiding("2026-09-01", "2026-09-30"));
    let may = |w: &World, day: &str| to_preside(&w.facts(), LIN, d(day)).is_ok();
    assert!(may(&w, "2026-09-01") && may(&w, "2026-09-30"));
    assert!(!may(&w, "2026-08-31") && !may(&w, "2026-10-01"));
    assert!(to_preside(&w.facts(), ZHAO, d("2026-09-10")).is_err_and(|why| why.is_none()), "nobody designated 赵启明");
    w.committee.designations[0].ended = Some(d("2026-09-10"));
    assert!(may(&w, "2026-09-09") && !may(&w, "2026-09-10"), "taken back from the 10th");
    let why = to_preside(&w.facts(), LIN, d("2026-09-10")).expect_err("taken back").expect("a reason");
    assert_eq!(why.zh, "主持会议的指定自2026年9月1日至2026年9月9日，不含2026年9月10日。");
}

#[test]
fn case_057_a_designation_falls_with_the_chair_who_gave_it() {
    let mut w = World::new();
    w.committee.designations.push(presiding("2026-09-01", "2026-12-31"));
    let zhou = w.members.iter_mut().find(|m| m.id == ZHOU).expect("the chair");
    zhou.terms[0].ended = Some(TermEnded { on: d("2026-10-01"), how: TermEnd::Resigned, note: String::new() });
    assert!(to_preside(&w.facts(), LIN, d("2026-09-30")).is_ok());
    let why = to_preside(&w.facts(), LIN, d("2026-10-01")).expect_err("no longer the chair").expect("a reason");
    assert_eq!((why.rule.as_str(), why.verdict), ("M14.standing", Verdict::Block));
}

#[test]
fn case_057_the_designated_vice_chair_takes_the_absent_chairs_seat() {
    let mut w = World::new();
    let mut m = meeting(&[LIN, ZHAO, FANG, CHEN, HE], &["1"]);
    m.host = ZHOU.into();
    let host = |w: &World, m: &Meeting| m14_quorum::quorum(&w.facts(), m, &item("1", "c", &[]), at("2026-09-18 14:10")).host;
    assert_eq!(host(&w, &m), "", "nobody designated");
    w.committee.designations.push(presiding("2026-09-01", "2026-09-30"));
    assert_eq!(host(&w, &m), LIN);
    w.committee.designations[0].until = d("2026-09-17");
    assert_eq!(host(&w, &m), "", "the period is over");
}

#[test]
fn case_057_reviewers_come_from_the_designation_and_within_its_days() {
    let w = World::new();
    let of = StandingDesignation {
        to: DesignatedFor::Reviewing,
        members: vec![CHEN.into(), HE.into(), FANG.into()],
        ..presiding("2026-09-01", "2026-09-30")
    };
    let rules = |who: &[&str], day: &str| {
        let who: Vec<String> = who.iter().map(|s| s.to_string()).collect();
        can_review_under(&w.facts(), &of, &who, d(day)).iter().map(|f| f.rule.clone()).collect::<Vec<_>>()
    };
    assert!(rules(&[CHEN, HE], "2026-09-30").is_empty());
    assert_eq!(rules(&[CHEN, HE], "2026-10-01"), ["M20.standing"]);
    assert_eq!(rules(&[CHEN, LIN], "2026-09-15"), ["M20.standing"]);
}
