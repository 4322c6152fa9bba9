//! M16, E16–E18, E23: limit, extension, decision, letter, service, appeal.

use crate::world::*;
use measures::m16_decision::*;
use measures::*;
use serde_json::json;

fn extension(on: &str, new_due: &str) -> Extension {
    serde_json::from_value(
        json!({ "on": on, "ground": "complex", "facts": "须补充第三方评测", "from_due": "2026-09-23", "new_due": new_due, "late": false }),
    )
    .expect("an extension")
}
fn appeal(received: &str) -> Appeal {
    serde_json::from_value(json!({ "received": received, "written": true, "grounds": "对修改要求有异议", "admitted": true }))
        .expect("an appeal")
}
fn voted(case: &Case, votes: &[(&str, Vote)], recused: &[&str]) -> (Meeting, Item) {
    let mut present: Vec<&str> = votes.iter().map(|v| v.0).collect();
    present.extend(recused);
    let m = meeting(&present, &["1"]);
    let mut i = item("1", &case.id, recused);
    vote_all(&mut i, votes);
    (m, i)
}
const SIX: [&str; 6] = [ZHOU, LIN, ZHAO, FANG, CHEN, HE];
fn six(approve: usize) -> Vec<(&'static str, Vote)> {
    SIX.iter().enumerate().map(|(n, m)| (*m, if n < approve { Vote::Approve } else { Vote::Revise })).collect()
}

#[test]
fn m16_thirty_days_from_acceptance() {
    let w = World::new();
    // case 1, 3, 5, 7 and the agenda of the seventh meeting
    for (accepted_on, nominal, rolled) in [
        ("2026-01-31", "2026-03-02", "2026-03-02"),
        ("2026-01-29", "2026-02-28", "2026-02-28"),
        ("2026-09-01", "2026-10-01", "2026-10-08"),
        ("2024-01-31", "2024-03-01", "2024-03-01"),
        ("2026-08-24", "2026-09-23", "2026-09-23"),
        ("2026-08-26", "2026-09-25", "2026-09-28"),
        ("2026-08-31", "2026-09-30", "2026-09-30"),
        ("2026-09-02", "2026-10-02", "2026-10-08"),
        ("2026-09-07", "2026-10-07", "2026-10-08"),
        ("2026-09-08", "2026-10-08", "2026-10-08"),
    ] {
        let due = due(&w.facts(), accepted(accepted_on, Procedure::General).round()).expect("accepted");
        assert_eq!((due.nominal, due.rolled), (d(nominal), d(rolled)), "accepted {accepted_on}");
        assert_eq!(due.basis[0].0, "M16");
    }
    assert!(due(&w.facts(), received().round()).is_none(), "nothing runs before acceptance");
}

#[test]
fn case_009_a_correction_asked_for_after_acceptance_stops_nothing() {
    let w = World::new();
    let mut c = accepted("2026-08-24", Procedure::General);
    let before = due(&w.facts(), c.round()).expect("accepted");
    c.round_mut().supplements.push(Supplement {
        on: d("2026-09-05"),
        gaps: Default::default(),
        due: d("2026-09-18"),
        served: None,
        received: Some(d("2026-09-18")),
        reason: String::new(),
        paper: None,
    });
    assert_eq!(due(&w.facts(), c.round()), Some(before), "only an extension with a new date moves it");
    c.round_mut().extensions.push(extension("2026-09-20", "2026-10-20"));
    assert_eq!(due(&w.facts(), c.round()).map(|x| (x.nominal, x.rolled)), Some((d("2026-10-20"), d("2026-10-20"))));
}

#[test]
fn m16_an_extension_names_a_later_date_and_its_facts() {
    let w = World::new();
    let c = accepted("2026-08-24", Procedure::General);
    free(&can_extend(&w.facts(), &c, &extension("2026-09-20", "2026-10-23")));
    assert_eq!(blocks(&can_extend(&w.facts(), &c, &extension("2026-09-20", "2026-09-23"))), ["M16.new_date"]);
    assert_eq!(
        blocks(&can_extend(&w.facts(), &c, &Extension { facts: String::new(), ..extension("2026-09-20", "2026-10-23") })),
        ["M16.extension_facts"]
    );
    assert_eq!(blocks(&can_extend(&w.facts(), &received(), &extension("2026-09-20", "2026-10-23"))), ["M16.accepted"]);
    assert_eq!(
        blocks(&can_extend(&w.facts(), &decided(DecisionKind::Approve, "2026-09-18"), &extension("2026-09-20", "2026-10-23"))),
        ["M16.decided"]
    );
}

#[test]
fn m16_of_two_extensions_the_later_one_holds() {
    let w = World::new();
    let mut c = accepted("2026-08-24", Procedure::General);
    let due = |c: &Case| m16_decision::due(&w.facts(), c.round()).map(|due| due.nominal);
    assert_eq!(due(&c), Some(d("2026-09-23")), "thirty days from acceptance");
    c.round_mut().extensions.push(extension("2026-09-20", "2026-10-23"));
    assert_eq!(due(&c), Some(d("2026-10-23")));
    c.round_mut().extensions.push(extension("2026-10-20", "2026-11-20"));
    assert_eq!(due(&c), Some(d("2026-11-20")));
}

#[test]
fn case_011_extended_on_day_33_counts_as_late() {
    let w = World::new();
    let c = accepted("2026-08-24", Procedure::General);
    let found = can_extend(&w.facts(), &c, &extension("2026-09-26", "2026-10-23"));
    assert_eq!((blocks(&found), rules(&found, Verdict::Ask)), (vec![], vec!["M16.late_extension"]));
    assert_eq!(found[0].zh, "原期限已过3天才延长，将按“逾期后延长”计入年报。请写明理由。");
    // Within the roll-over it is a note only.
    let c = accepted("2026-08-26", Procedure::General);
    assert_eq!(rules(&can_extend(&w.facts(), &c, &extension("2026-09-28", "2026-10-23")), Verdict::Note), ["M16.late_extension"]);
}

#[test]
fn m16_a_decision_is_what_the_ballots_say() {
    let w = World::new();
    let c = accepted("2026-08-24", Procedure::General);
    let (m, i) = voted(&c, &six(4), &[]);
    let decide = |kind, on: &str| can_decide(&w.facts(), &c, &decision(kind, on), Some((&m, &i)));
    free(&decide(DecisionKind::Approve, "2026-09-18"));
    assert_eq!(blocks(&decide(DecisionKind::Revise, "2026-09-18")), ["E16.other"]);
    assert_eq!(blocks(&decide(DecisionKind::Approve, "2026-09-17")), ["M16.order"], "never backdated before the meeting");
    let (m, i) = voted(&c, &six(3), &[]);
    assert_eq!(blocks(&can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-09-18"), Some((&m, &i)))), ["E16.no_decision"]);
    assert_eq!(blocks(&can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-09-18"), None)), ["E16.vote"]);
    assert_eq!(blocks(&can_decide(&w.facts(), &received(), &decision(DecisionKind::Approve, "2026-09-18"), None)), ["M13.accepted"]);
    let mut refused = received();
    refused.round_mut().refused = Some(Ending { on: d("2026-08-24"), reason: "重复".into(), document: None });
    assert_eq!(blocks(&can_decide(&w.facts(), &refused, &decision(DecisionKind::Approve, "2026-09-18"), None)), ["M13.accepted"]);
}

#[test]
fn m16_a_late_decision_asks_for_its_reason() {
    let w = World::new();
    for (accepted_on, rule, verdict) in [
        ("2026-08-19", None, Verdict::Fine),
        ("2026-08-18", Some("M16.late"), Verdict::Ask),
        ("2026-08-05", Some("M16.late"), Verdict::Ask),
    ] {
        let c = accepted(accepted_on, Procedure::General);
        let (m, i) = voted(&c, &six(4), &[]);
        let found = can_decide(&w.facts(), &c, &decision(DecisionKind::Approve, "2026-09-18"), Some((&m, &i)));
        assert_eq!(
            found.iter().find(|f| f.rule.starts_with("M16.")).map(|f| (f.rule.as_str(), f.verdict)),
            rule.map(|r| (r, verdict)),
            "accepted {accepted_on}"
        );
    }
}

#[test]
fn case_013_voted_in_time_signed_late() {
    let w = World::new();
    let c = decided(DecisionKind::Approve, "2026-09-22");
    let dec = c.round().decision.clone().expect("decided");
    assert!(signing(&w.facts(), c.round(), &dec, d("2026-09-23")).is_empty());
    let found = signing(&w.facts(), c.round(), &dec, d("2026-09-25"));
    assert_eq!(rules(&found, Verdict::Note), ["E17.signed_late"], "amber for the signature; the decision was in time");
    assert_eq!(blocks(&signing(&w.facts(), c.round(), &dec, d("2026-09-21"))), ["M16.dated"]);
    let clocks = assess::clocks_of(&w.facts(), &c, at("2026-09-28 09:00"));
    let met = clocks.iter().find(|x| x.key == "decision").and_then(|x| x.met.clone()).expect("met");
    assert_eq!((met.late, met.zh.as_str()), (false, "按期，第29日"));
}

#[test]
fn m16_the_letter_says_what_it_must() {
    let w = World::new();
    let check = |c: &Case| can_issue_letter(&w.facts(), c, c.round().decision.as_ref().expect("decided"));
    let mut c = decided(DecisionKind::Approve, "2026-09-18");
    let found = check(&c);
    assert_eq!(rules(&found, Verdict::Fine), ["M16.letter"]);
    c.round_mut().decision.as_mut().expect("decided").tracking_months = None;
    assert_eq!(blocks(&check(&c)), ["M17.letter"]);
    let mut c = decided(DecisionKind::Approve, "2026-09-18");
    c.round_mut().decision.as_mut().expect("decided").next_tracking = Some(d("2027-03-19"));
    assert_eq!(blocks(&check(&c)), ["M17.letter"], "later than six months");
    for (kind, rule) in [
        (DecisionKind::Revise, "M16.suggestions"),
        (DecisionKind::Reject, "M16.reasons"),
        (DecisionKind::ApproveAfterChanges, "M16.suggestions"),
    ] {
        let mut c = decided(kind, "2026-09-18");
        free(&check(&c));
        let dec = c.round_mut().decision.as_mut().expect("decided");
        (dec.suggestions, dec.reasons) = (vec![" ".into()], String::new());
        assert_eq!(blocks(&check(&c)), [rule], "{kind:?}");
    }
}

#[test]
fn case_107_approve_after_changes_only_with_the_setting_and_verified() {
    let mut w = World::new();
    let mut c = accepted("2026-08-24", Procedure::General);
    let votes: Vec<(&str, Vote)> = SIX.iter().map(|m| (*m, Vote::ApproveAfterChanges)).collect();
    let (m, i) = voted(&c, &votes, &[]);
    let dec = decision(DecisionKind::ApproveAfterChanges, "2026-09-18");
    assert!(blocks(&can_decide(&w.facts(), &c, &dec, Some((&m, &i)))).contains(&"M16.option"));
    let t = at("2026-09-18 14:22");
    let mut open = i.clone();
    open.ballots.clear();
    let found = m14_meeting::can_vote(&w.facts(), &m, &open, &c, LIN, Vote::ApproveAfterChanges, t);
    assert_eq!(blocks(&found), ["E16.approve_after_changes"]);
    w.committee.settings.approve_after_changes = true;
    free(&m14_meeting::can_vote(&w.facts(), &m, &open, &c, LIN, Vote::ApproveAfterChanges, t));
    free(&can_decide(&w.facts(), &c, &dec, Some((&m, &i))));
    c.round_mut().decision = Some(dec);
    c.round_mut().deliveries.push(delivery("2026-09-21"));
    let now = at("2026-10-12 09:00");
    assert_eq!(assess::stage(&w.facts(), &c, now), assess::Stage::CondApproved);
    assert_eq!(m17_tracking::approved_on(&c), None, "not approved until somebody verified");
    assert_eq!(blocks(&can_verify_changes(&c, "韩牧", d("2026-10-09"))), ["E16.verifier"], "never the applicant's side");
    free(&can_verify_changes(&c, "林若溪", d("2026-10-09")));
    c.round_mut().decision.as_mut().expect("decided").verified =
        Some(Ending { on: d("2026-10-09"), reason: "逐条核对".into(), document: None });
    assert_eq!(m17_tracking::approved_on(&c), Some(d("2026-10-09")));
    assert_eq!(assess::stage(&w.facts(), &c, now), assess::Stage::Active);
}

#[test]
fn m16_appeal_days_from_service() {
    let w = World::new();
    // cases 15, 17, 19 and the table of worked limits
    for (served, last) in [
        ("2026-09-18", "2026-09-22"),
        ("2026-02-16", "2026-02-26"),
        ("2024-02-08", "2024-02-19"),
        ("2026-02-13", "2026-02-25"),
        ("2026-02-27", "2026-03-03"),
        ("2025-12-31", "2026-01-06"),
        ("2026-09-14", "2026-09-17"),
        ("2026-09-16", "2026-09-20"),
        ("2026-09-20", "2026-09-23"),
    ] {
        let due = appeal_last_day(&w.facts(), &delivery(served));
        assert_eq!((due.nominal, due.rolled), (d(last), d(last)), "served {served}");
    }
}

#[test]
fn case_021_the_postmark_counts() {
    let w = World::new();
    let c = served(DecisionKind::Revise, "2026-09-16", "2026-09-18");
    let mut a = appeal("2026-09-24");
    let found = can_appeal(&w.facts(), &c, &a);
    assert_eq!(rules(&found, Verdict::Ask), ["M16.appeal_late"]);
    a.postmark = Some(d("2026-09-22"));
    let found = can_appeal(&w.facts(), &c, &a);
    assert_eq!((rules(&found, Verdict::Ask), rules(&found, Verdict::Note)), (vec![], vec!["M16.postmark"]));
    for (on, late) in [("2026-09-22", false), ("2026-09-23", true)] {
        assert_eq!(rules(&can_appeal(&w.facts(), &c, &appeal(on)), Verdict::Ask) == ["M16.appeal_late"], late, "appealed {on}");
    }
}

#[test]
fn case_023_without_a_service_there_is_no_last_day() {
    let w = World::new();
    let c = decided(DecisionKind::Revise, "2026-09-18");
    let found = can_appeal(&w.facts(), &c, &appeal("2026-10-12"));
    free(&found);
    assert_eq!(rules(&found, Verdict::Note), ["M16.not_served"], "admissible after any time");
    let clocks = assess::clocks_of(&w.facts(), &c, at("2026-10-12 09:00"));
    let k = clocks.iter().find(|x| x.key == "appeal").expect("named though not started");
    assert_eq!((k.started, k.due.is_none(), k.not_started_zh.as_str()), (false, true, "未登记送达，申诉期不起算，算不出末日。"));
}

#[test]
fn m16_an_appeal_is_written_and_reasoned_or_refused_with_a_reason() {
    let w = World::new();
    let c = served(DecisionKind::Approve, "2026-09-16", "2026-09-18");
    free(&can_appeal(&w.facts(), &c, &appeal("2026-09-21")));
    let bad = Appeal { written: false, grounds: String::new(), ..appeal("2026-09-21") };
    assert_eq!(blocks(&can_appeal(&w.facts(), &c, &bad)), ["E18.written", "E18.grounds"]);
    let refused = Appeal { admitted: false, ..bad };
    assert_eq!(blocks(&can_appeal(&w.facts(), &c, &refused)), ["M16.refusal"]);
    free(&can_appeal(&w.facts(), &c, &Appeal { refusal: "逾期".into(), ..refused }));
    assert_eq!(blocks(&can_appeal(&w.facts(), &accepted("2026-08-24", Procedure::General), &appeal("2026-09-21"))), ["M16.no_decision"]);
}

#[test]
fn case_025_seven_working_days_for_the_new_decision() {
    let w = World::new();
    for (got, due) in [("2026-04-28", "2026-05-11"), ("2026-02-11", "2026-02-27"), ("2026-09-28", "2026-10-13")] {
        assert_eq!(redecision_due(&w.facts(), &appeal(got)).nominal, d(due), "appeal received {got}");
    }
}

#[test]
fn case_109_a_new_decision_may_equal_the_old_but_takes_a_new_vote() {
    let w = World::new();
    let mut c = served(DecisionKind::Reject, "2026-09-16", "2026-09-18");
    c.round_mut().appeal = Some(appeal("2026-09-21"));
    let now = at("2026-09-25 09:00");
    assert_eq!(assess::stage(&w.facts(), &c, now), assess::Stage::Appealed);
    free(&can_conclude_appeal(&w.facts(), &c, "理由充分，重新审查", d("2026-09-24")));
    assert_eq!(blocks(&can_conclude_appeal(&w.facts(), &c, " ", d("2026-09-24"))), ["E18.finding"]);
    let a = c.round_mut().appeal.as_mut().expect("appealed");
    (a.sufficient, a.concluded) = (Some(true), Some(d("2026-09-24")));
    round(&mut c, RoundKind::Appeal, "2026-09-21");
    c.round_mut().accepted = Some(acceptance("2026-09-21", Procedure::General));
    assert_eq!(due(&w.facts(), c.round()).map(|x| x.nominal), Some(d("2026-10-08")), "seven working days from receipt, not thirty");
    // The new decision may equal the old one, but takes a new vote.
    let same = decision(DecisionKind::Reject, "2026-10-08");
    assert_eq!(blocks(&can_decide(&w.facts(), &c, &same, None)), ["E16.vote"]);
    let mut m = meeting(&SIX, &["1"]);
    (m.starts, m.opened) = (at("2026-10-08 09:00"), Some(at("2026-10-08 09:00")));
    for x in &mut m.attendance {
        x.from = at("2026-10-08 09:00");
    }
    let mut i = item("1", "c49", &[]);
    i.round = 1;
    vote_all(&mut i, &SIX.map(|m| (m, Vote::Reject)));
    i.ballots[0].closed = Some(at("2026-10-08 09:30"));
    free(&can_decide(&w.facts(), &c, &same, Some((&m, &i))));
}

#[test]
fn case_111_the_new_decision_is_appealed_against_no_more() {
    let w = World::new();
    let mut c = served(DecisionKind::Reject, "2026-09-16", "2026-09-18");
    c.round_mut().appeal = Some(Appeal { sufficient: Some(true), concluded: Some(d("2026-09-24")), ..appeal("2026-09-21") });
    round(&mut c, RoundKind::Appeal, "2026-09-21");
    c.round_mut().decision = Some(decision(DecisionKind::Reject, "2026-10-08"));
    c.round_mut().deliveries.push(delivery("2026-10-09"));
    let found = can_appeal(&w.facts(), &c, &appeal("2026-10-12"));
    assert_eq!(blocks(&found), ["M16.second_appeal"]);
    assert!(found.iter().any(|f| f.way_zh.contains("投诉举报")));
}

#[test]
fn e17_service_has_a_receiver_a_proof_and_follows_the_decision() {
    let w = World::new();
    let c = decided(DecisionKind::Approve, "2026-09-18");
    free(&can_deliver(&w.facts(), &c, &delivery("2026-09-21")));
    assert_eq!(blocks(&can_deliver(&w.facts(), &c, &delivery("2026-09-17"))), ["E17.order"]);
    assert_eq!(blocks(&can_deliver(&w.facts(), &accepted("2026-08-24", Procedure::General), &delivery("2026-09-21"))), ["E17.decided"]);
    let mut post = delivery("2026-09-28");
    post.method = DeliveryMethod::Post;
    post.receiver.clear();
    let found = can_deliver(&w.facts(), &c, &post);
    assert_eq!(
        (blocks(&found), rules(&found, Verdict::Ask), rules(&found, Verdict::Note)),
        (vec!["E17.receiver"], vec!["E17.proof"], vec!["R.delivery"])
    );
    well_said(&found);
}

#[test]
fn case_125_the_transition() {
    let w = World::new();
    let mut c = accepted("2026-03-01", Procedure::General);
    c.round_mut().decision = Some(decision(DecisionKind::Revise, "2026-04-10"));
    c.round_mut().deliveries.push(delivery("2026-04-10"));
    assert!(has_appeal_window(&w.facts(), c.round().delivery().expect("served")), "served after 20 March 2026: three working days");
    assert_eq!(rules(&can_appeal(&w.facts(), &c, &appeal("2026-04-20")), Verdict::Ask), ["M16.appeal_late"]);
    c.round_mut().decision = Some(decision(DecisionKind::Revise, "2026-03-16"));
    c.round_mut().deliveries = vec![delivery("2026-03-17")];
    assert_eq!(rules(&can_appeal(&w.facts(), &c, &appeal("2026-04-20")), Verdict::Note), ["M37.before"]);
}

#[test]
fn case_117_the_foreign_approval_is_a_condition_and_keeps_it_inactive() {
    let w = World::new();
    let mut c = served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    c.application.flags.international = true;
    let check = |c: &Case| can_issue_letter(&w.facts(), c, c.round().decision.as_ref().expect("decided"));
    assert_eq!(blocks(&check(&c)), ["E12.condition"]);
    c.round_mut().decision.as_mut().expect("decided").conditions.push("取得合作方所在国批准后方可开展".into());
    free(&check(&c));
    let now = at("2026-10-12 09:00");
    assert_eq!((assess::stage(&w.facts(), &c, now), m17_tracking::in_force(&c)), (assess::Stage::Delivered, false));
    c.turns.push(
        serde_json::from_value(json!({ "kind": "foreign_approval", "on": "2026-10-10", "reason": "丹麦国家委员会批准" })).expect("a turn"),
    );
    assert_eq!((assess::stage(&w.facts(), &c, now), m17_tracking::in_force(&c)), (assess::Stage::Active, true));
}
