//! M17, M25, E19: intervals, the next review, suspension and its end.

use crate::world::*;
use measures::m17_tracking::*;
use measures::*;
use serde_json::json;

fn turn(kind: TurnKind, on: &str) -> Turn {
    serde_json::from_value(json!({ "kind": kind, "on": on, "reason": "群众举报算法歧视" })).expect("a turn")
}
/// An approved case without any interval written into its decision.
fn approved(on: &str) -> Case {
    let mut c = accepted("2026-08-24", Procedure::General);
    let mut dec = decision(DecisionKind::Approve, on);
    (dec.tracking_months, dec.next_tracking) = (None, None);
    c.round_mut().decision = Some(dec);
    c.round_mut().deliveries.push(delivery(on));
    c
}
fn track(c: &mut Case, on: &str, kind: DecisionKind) {
    round(c, RoundKind::Tracking, on);
    let mut dec = decision(kind, on);
    (dec.tracking_months, dec.next_tracking) = (None, None);
    c.round_mut().decision = Some(dec);
}

#[test]
fn case_027_month_ends() {
    let w = World::new();
    for (on, is_listed, due) in [
        ("2026-08-31", true, "2027-02-28"),
        ("2026-09-30", true, "2027-03-30"),
        ("2026-08-31", false, "2027-08-31"),
        ("2028-02-29", false, "2029-02-28"),
    ] {
        let c = if is_listed { listed(approved(on)) } else { approved(on) };
        let next = next(&w.facts(), &c).expect("approved");
        assert_eq!((next.nominal, next.rolled), (d(due), d(due)), "approved {on}, listed {is_listed}: no roll-over");
    }
    // Never by adding to a clipped date: reviewed on 20 February, the next is 20 August.
    let mut c = listed(approved("2026-08-31"));
    track(&mut c, "2027-02-20", DecisionKind::Continue);
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2027-08-20")));
}

#[test]
fn case_029_the_next_interval_runs_from_the_actual_review() {
    let w = World::new();
    let mut c = approved("2025-12-31");
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2026-12-31")));
    track(&mut c, "2026-10-31", DecisionKind::Continue);
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2027-10-31")));
}

#[test]
fn case_031_thirteen_months_take_a_reason() {
    let w = World::new();
    for (is_listed, asked, rule) in [(false, 12, None), (false, 13, Some("M17.interval")), (true, 6, None), (true, 7, Some("M25.interval"))]
    {
        let c = if is_listed { listed(approved("2026-09-18")) } else { approved("2026-09-18") };
        let (n, found) = interval(&w.facts(), &c, Some(asked));
        assert_eq!((n, rules(&found, Verdict::Ask).first().copied()), (asked, rule), "listed {is_listed}");
    }
    let (_, found) = interval(&w.facts(), &approved("2026-09-18"), Some(13));
    assert_eq!(found[0].zh, "不能径选13个月：跟踪审查间隔不超过12个月（第十七条）。确须更长的，写明理由。");
    assert_eq!(blocks(&interval(&w.facts(), &approved("2026-09-18"), Some(0)).1), ["M17.interval"]);
}

#[test]
fn m17_the_default_interval() {
    let w = World::new();
    assert_eq!(interval(&w.facts(), &accepted("2026-08-24", Procedure::General), None).0, 12);
    assert_eq!(interval(&w.facts(), &listed(accepted("2026-08-24", Procedure::General)), None).0, 6);
    assert_eq!(interval(&w.facts(), &accepted("2026-08-24", Procedure::Simplified), None).0, 6, "M20: the simplified rules' own frequency");
    assert_eq!(interval(&w.facts(), &accepted("2026-08-24", Procedure::Emergency), None).0, 3, "M28: closer after an emergency");
    let mut c = approved("2026-09-18");
    c.round_mut().decision.as_mut().expect("decided").tracking_months = Some(4);
    assert_eq!(interval(&w.facts(), &c, None).0, 4, "what was decided goes on");
    // A date written into the decision counts, when it is not simply the interval's end.
    c.round_mut().decision.as_mut().expect("decided").next_tracking = Some(d("2026-12-01"));
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2026-12-01")));
}

#[test]
fn case_101_an_exempt_activity_keeps_six_months_and_registration() {
    let w = World::new();
    let mut c = listed(approved("2026-09-18"));
    c.listed.as_mut().expect("listed").exemption = serde_json::from_value(json!({
        "regime": "生成式人工智能服务备案", "authority": "国家网信办", "number": "备-1", "ethics_provision": "第四条", "decided_by": "委员会", "on": "2026-08-21",
    })).ok();
    assert!(!c.needs_rereview() && c.is_listed());
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2027-03-18")));
    let clocks = assess::clocks_of(&w.facts(), &c, at("2026-09-21 09:00"));
    assert_eq!(clocks.iter().find(|k| k.key == "registration").and_then(|k| k.due.as_ref()).map(|x| x.nominal), Some(d("2026-10-18")));
}

#[test]
fn case_105_an_unlisted_activity_is_not_registered_by_itself() {
    let w = World::new();
    let clocks = assess::clocks_of(&w.facts(), &approved("2026-09-18"), at("2026-09-21 09:00"));
    assert!(clocks.iter().all(|k| k.key != "registration"));
}

#[test]
fn case_037_registered_on_the_thirtieth_day() {
    let w = World::new();
    for (on, late) in [("2026-10-10", false), ("2026-10-11", true)] {
        let mut c = listed(approved("2026-09-10"));
        c.turns.push(turn(TurnKind::Registered, on));
        let clocks = assess::clocks_of(&w.facts(), &c, at("2026-10-20 09:00"));
        let met = clocks.iter().find(|k| k.key == "registration").and_then(|k| k.met.clone()).expect("met");
        assert_eq!(met.late, late, "registered {on}; 10 October is a working Saturday");
    }
}

#[test]
fn case_113_the_chairs_interim_suspension_is_ratified() {
    let w = World::new();
    let mut c = approved("2026-09-18");
    let mut t = turn(TurnKind::Suspended, "2026-10-12");
    assert_eq!(blocks(&can_suspend(&c, &t, false)), ["M17.vote"]);
    free(&can_suspend(&c, &t, true));
    t.interim = true;
    let found = can_suspend(&c, &t, false);
    assert_eq!((blocks(&found), rules(&found, Verdict::Ask)), (vec![], vec!["M17.interim"]));
    assert!(blocks(&can_terminate(&c, &t, false)).contains(&"M17.interim"), "a termination is never interim");
    let due = next(&w.facts(), &c).expect("approved");
    c.turns.push(t.clone());
    let now = at("2026-10-13 09:00");
    assert_eq!(assess::stage(&w.facts(), &c, now), assess::Stage::Suspended);
    assert_eq!(next(&w.facts(), &c), Some(due), "tracking runs on while suspended");
    assert!(!in_force(&c));
    assert_eq!(blocks(&can_suspend(&c, &t, true)), ["M17.suspended"]);
    free(&can_resume(&c, &turn(TurnKind::Resumed, "2026-10-20")));
    assert_eq!(blocks(&can_resume(&c, &turn(TurnKind::Resumed, "2026-10-11"))), ["M17.order"]);
    c.turns.push(turn(TurnKind::Resumed, "2026-10-20"));
    assert!(in_force(&c));
    assert_eq!(blocks(&can_resume(&c, &turn(TurnKind::Resumed, "2026-10-21"))), ["M17.not_suspended"]);
}

#[test]
fn m17_nothing_changes_what_was_never_approved() {
    let c = decided(DecisionKind::Reject, "2026-09-18");
    assert_eq!(blocks(&can_suspend(&c, &turn(TurnKind::Suspended, "2026-10-12"), true)), ["M17.approved"]);
    assert_eq!(blocks(&can_start(&c)), ["M17.approved"]);
    let mut c = approved("2026-09-18");
    c.turns.push(turn(TurnKind::Terminated, "2026-10-12"));
    assert_eq!(blocks(&can_start(&c)), ["M17.over"]);
    assert_eq!(next(&World::new().facts(), &c), None, "tracking ends with the activity");
}

#[test]
fn e19_a_tracking_review_has_four_contents_and_four_outcomes() {
    let w = World::new();
    let mut c = approved("2026-03-25");
    round(&mut c, RoundKind::Tracking, "2026-09-10");
    let mut dec = decision(DecisionKind::Continue, "2026-09-18");
    free(&can_conclude(&w.facts(), &c, &dec));
    dec.reasons.clear();
    assert_eq!(blocks(&can_conclude(&w.facts(), &c, &dec)), ["E19.contents"]);
    assert_eq!(blocks(&can_conclude(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-09-18"))), ["E19.outcome"]);
    let late = decision(DecisionKind::Continue, "2027-04-01");
    assert_eq!(rules(&can_conclude(&w.facts(), &c, &late), Verdict::Ask), ["M17.late"]);
    assert_eq!(blocks(&can_start(&c)), ["M17.open_round"], "one review at a time");
    assert_eq!(blocks(&can_complete(&c, &turn(TurnKind::Completed, "2026-09-18"))), ["M17.open_round"]);
    let said = |n: usize| contents(&vec!["已写明".to_string(); n]).map(|f| f.rule);
    assert_eq!((said(0), said(4)), (None, None), "without a report the committee writes them itself");
    assert_eq!(said(3), Some("E19.contents".into()));
    let blank = ["按方案实施", "已落实", " ", "无"].map(String::from);
    assert!(contents(&blank).is_some(), "a blank says nothing");
}

#[test]
fn e06_a_file_closes_at_the_end_and_served() {
    assert_eq!(blocks(&can_archive(&approved("2026-09-18"), false)), ["E6.open"]);
    assert_eq!(blocks(&can_archive(&decided(DecisionKind::Reject, "2026-09-18"), true)), ["E6.not_served"]);
    free(&can_archive(&served(DecisionKind::Reject, "2026-09-18", "2026-09-21"), true));
}

#[test]
fn m25_a_renewed_review_that_fails_takes_the_approval_away() {
    let w = World::new();
    let mut c = listed(approved("2026-03-25"));
    assert_eq!(approved_on(&c), Some(d("2026-03-25")));
    round(&mut c, RoundKind::Renewed, "2026-08-01");
    assert_eq!(approved_on(&c), Some(d("2026-03-25")), "it stands while the renewed review runs");
    c.round_mut().accepted = Some(acceptance("2026-08-03", Procedure::General));
    let offered = m14_meeting::options(&c, &w.committee.settings);
    assert!(offered.contains(&Vote::Pass) && !offered.contains(&Vote::Approve), "a renewed review goes to re-review again");
    c.round_mut().decision = Some(decision(DecisionKind::Reject, "2026-08-20"));
    c.round_mut().deliveries.push(delivery("2026-08-21"));
    assert_eq!((approved_on(&c), in_force(&c)), (None, false));
    assert_eq!(assess::stage(&w.facts(), &c, at("2026-09-01 09:00")), assess::Stage::Rejected);
}

#[test]
fn m16_an_amendment_refused_leaves_the_approval() {
    let w = World::new();
    let mut c = approved("2026-03-25");
    round(&mut c, RoundKind::Amendment, "2026-08-01");
    c.round_mut().accepted = Some(acceptance("2026-08-03", Procedure::General));
    c.round_mut().decision = Some(decision(DecisionKind::Revise, "2026-08-20"));
    round(&mut c, RoundKind::Resubmission, "2026-09-01");
    assert_eq!(m14_meeting::matter(&c, 2), Some(RoundKind::Amendment), "a resubmission is about what it resubmits");
    c.round_mut().accepted = Some(acceptance("2026-09-02", Procedure::General));
    c.round_mut().decision = Some(decision(DecisionKind::Reject, "2026-09-18"));
    c.round_mut().deliveries.push(delivery("2026-09-21"));
    assert_eq!(approved_on(&c), Some(d("2026-03-25")));
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2027-03-25")), "nor does it move the tracking date");
    assert_eq!(assess::stage(&w.facts(), &c, at("2026-09-22 09:00")), assess::Stage::Active);
}

#[test]
fn m17_a_tracking_review_suspends_and_terminates_by_itself() {
    let w = World::new();
    let mut c = approved("2026-03-25");
    track(&mut c, "2026-09-18", DecisionKind::Suspend);
    assert_eq!(last_turn(&c), Some(TurnKind::Suspended));
    assert!(!in_force(&c));
    let now = at("2026-09-30 09:00");
    assert_eq!(assess::stage(&w.facts(), &c, now), assess::Stage::Decided, "to be served first");
    c.round_mut().deliveries.push(delivery("2026-09-21"));
    assert_eq!(assess::stage(&w.facts(), &c, now), assess::Stage::Suspended);
    c.turns.push(turn(TurnKind::Resumed, "2026-09-28"));
    assert_eq!((assess::stage(&w.facts(), &c, now), in_force(&c)), (assess::Stage::Active, true));
    track(&mut c, "2026-10-20", DecisionKind::Terminate);
    assert_eq!(assess::stage(&w.facts(), &c, at("2026-10-21 09:00")), assess::Stage::Decided);
    c.round_mut().deliveries.push(delivery("2026-10-22"));
    assert_eq!(assess::stage(&w.facts(), &c, at("2026-10-23 09:00")), assess::Stage::Terminated);
}

#[test]
fn m21_listed_after_the_decision_cuts_the_interval_to_six_months() {
    let w = World::new();
    let mut c = approved("2026-03-25");
    let dec = c.round_mut().decision.as_mut().expect("decided");
    (dec.tracking_months, dec.next_tracking) = (Some(12), Some(d("2027-03-25")));
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2027-03-25")));
    let c = listed(c);
    assert_eq!(next(&w.facts(), &c).map(|x| x.nominal), Some(d("2026-09-25")));
}
