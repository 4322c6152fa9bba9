//! M14: host, quorum, categories; per item, at the minute.

use crate::world::*;
use measures::m14_meeting::*;
use measures::*;
use serde_json::json;

const EIGHT: [&str; 8] = [ZHOU, LIN, ZHAO, FANG, CHEN, AILI, HE, OUYANG];

#[test]
fn m14_quorum_counts_per_item_as_in_the_seventh_meeting() {
    let w = World::new();
    let mut m = meeting(&EIGHT, &["1", "2", "3", "4", "5", "6", "7"]);
    leaves(&mut m, CHEN, "2026-09-18 16:20");
    for (id, when, recused, attending, needed, green) in [
        ("1", "14:20", vec![ZHAO], 7, 5, true),
        ("2", "14:40", vec![], 8, 6, true),
        ("3", "15:00", vec![OUYANG], 7, 5, true),
        ("5", "15:40", vec![FANG], 7, 5, false),
        ("6", "16:00", vec![], 8, 6, true),
        ("7", "16:25", vec![], 7, 5, true),
    ] {
        let q = quorum(&w.facts(), &m, &item(id, "c", &recused), at(&format!("2026-09-18 {when}")));
        assert_eq!((q.attending.len(), q.needed, q.lamp == Verdict::Fine), (attending, needed, green), "item {id}: {}", q.zh);
    }
}

#[test]
fn m14_the_lamp_says_what_the_pictures_say() {
    let w = World::new();
    let m = meeting(&EIGHT, &["1", "5"]);
    let t = at("2026-09-18 14:20");
    let q = quorum(&w.facts(), &m, &item("1", "c", &[]), t);
    assert_eq!(q.zh, "可以表决。到会8人，不少于5人；四类齐；主任委员主持。");
    assert_eq!(q.en, "The vote can be held: 8 attending (at least 5), all four categories, chair presiding.");
    assert!(q.ways.is_empty() && q.say_zh.is_empty());
    let q = quorum(&w.facts(), &m, &item("5", "c", &[FANG]), t);
    assert_eq!(q.zh, "不能审议、不能表决。方慎行回避后，到会7人中没有法律类委员（第十、十四条）。");
    assert_eq!(q.en, "No deliberation, no vote. After 方慎行's recusal none of the 7 attending is a law member (Arts. 10, 14).");
    assert_eq!(q.missing, [Category::Law]);
    assert_eq!((q.recused.as_slice(), q.absent.as_slice()), ([FANG.to_string()].as_slice(), [LUO.to_string()].as_slice()));
    assert_eq!(q.ways[0].member.as_deref(), Some(LUO), "the one absent law member is the quickest way out");
    assert!(q.say_zh.contains("到会委员七人") && q.say_zh.contains("不审议、不表决"), "{}", q.say_zh);
    assert_eq!(q.ways.last().map(|w| w.key.as_str()), Some("defer"));
}

#[test]
fn case_045_a_recused_member_is_no_attendance_for_that_item() {
    let w = World::new();
    let m = meeting(&[ZHOU, LIN, ZHAO, FANG, HE], &["3", "4"]);
    let q = quorum(&w.facts(), &m, &item("3", "c", &[HE]), at("2026-09-18 14:20"));
    assert_eq!((q.attending.len(), q.lamp), (4, Verdict::Block));
    assert_eq!(blocks(&q.findings), ["M14.quorum"]);
    let q = quorum(&w.facts(), &m, &item("4", "c", &[]), at("2026-09-18 14:20"));
    assert_eq!((q.attending.len(), q.lamp), (5, Verdict::Fine), "other items are not touched: {}", q.zh);
}

#[test]
fn case_047_one_person_for_ethics_and_law() {
    let people = [ZHOU, CHEN, AILI, ZHAO, HE];
    let strict = World::new();
    for (lenient, lamp) in [(false, Verdict::Block), (true, Verdict::Fine)] {
        let mut w = if lenient { World::new().lenient() } else { World::new() };
        w.member(HE).also = vec![Category::Law];
        let q = quorum(&w.facts(), &meeting(&people, &["1"]), &item("1", "c", &[]), at("2026-09-18 14:20"));
        assert_eq!(q.lamp, lamp, "lenient {lenient}: {}", q.zh);
        let note = q.findings.iter().any(|f| f.rule == "M14.one_person_one_category" && f.verdict == Verdict::Note);
        assert_eq!(note, lenient, "the lenient reading says that it is lenient");
    }
    let q = quorum(&strict.facts(), &meeting(&people, &["1"]), &item("1", "c", &[]), at("2026-09-18 14:20"));
    assert_eq!(q.missing, [Category::Law]);
}

#[test]
fn m14_four_distinct_persons_are_found_by_matching_not_by_order() {
    // 周 could stand for technology or law; only by taking law do all four come out.
    let mut w = World::new();
    w.member(ZHOU).also = vec![Category::Law];
    let q = quorum(&w.facts(), &meeting(&[ZHOU, CHEN, ZHAO, OUYANG, HE], &["1"]), &item("1", "c", &[]), at("2026-09-18 14:20"));
    assert_eq!(q.lamp, Verdict::Fine, "{}", q.zh);
}

#[test]
fn case_053_an_advisers_ballot_is_impossible() {
    let w = World::new();
    let mut m = meeting(&EIGHT, &["1"]);
    m.advisers.push(serde_json::from_value(json!({ "adviser": "adv1", "name": "段云起", "no_interest": true })).expect("a seat"));
    let c = accepted("2026-08-24", Procedure::General);
    let i = item("1", "c49", &[]);
    let found = can_vote(&w.facts(), &m, &i, &c, "adv1", Vote::Approve, at("2026-09-18 14:20"));
    assert_eq!(blocks(&found), ["M14.adviser"]);
    assert_eq!(found[0].zh, "顾问专家不参与表决（第十四条），段云起不在表决格里。");
    let q = quorum(&w.facts(), &m, &i, at("2026-09-18 14:20"));
    assert_eq!(q.attending.len(), 8, "advisers are not counted");
    assert_eq!(blocks(&can_attend(&w.facts(), "adv1", d("2026-09-18"))), ["M14.member"], "nor put on the attendance");
}

#[test]
fn m14_who_may_vote() {
    let mut w = World::new();
    w.member(AILI).terms[0].until = d("2026-09-17");
    let mut m = meeting(&EIGHT, &["1"]);
    leaves(&mut m, CHEN, "2026-09-18 14:10");
    let c = accepted("2026-08-24", Procedure::General);
    let i = item("1", "c49", &[ZHAO]);
    let t = at("2026-09-18 14:20");
    for (who, rule, words) in [
        (ZHAO, "M14.voter", "已回避"),
        (LUO, "M14.voter", "不在场"),
        (CHEN, "M14.voter", "不在场"),
        (AILI, "M14.voter", "任期"),
        ("stranger", "M14.voter", "不是委员"),
    ] {
        let found = can_vote(&w.facts(), &m, &i, &c, who, Vote::Approve, t);
        let f = found.iter().find(|f| f.rule == rule && f.blocks()).unwrap_or_else(|| panic!("{who} must not vote"));
        assert!(f.zh.contains(words), "{who}: {}", f.zh);
    }
    free(&can_vote(&w.facts(), &m, &i, &c, HE, Vote::Approve, t));
    let mut early = i.clone();
    early.taken_up = None;
    assert_eq!(blocks(&can_vote(&w.facts(), &m, &early, &c, HE, Vote::Approve, t)), ["M14.taken_up"]);
}

#[test]
fn case_057_a_vice_chair_presides_only_when_designated() {
    let w = World::new();
    let mut m = meeting(&[LIN, ZHAO, FANG, CHEN, AILI, HE], &["1"]);
    m.host = LIN.into();
    let i = item("1", "c", &[]);
    let t = at("2026-09-18 14:20");
    let q = quorum(&w.facts(), &m, &i, t);
    assert_eq!(blocks(&q.findings), ["M14.host"]);
    assert!(q.ways.iter().any(|w| w.key == "designate_host" && w.member.as_deref() == Some(LIN)));
    m.designation =
        Some(HostDesignation { by: ZHOU.into(), vice_chair: LIN.into(), on: d("2026-09-16"), reason: "出差".into(), paper: None });
    let q = quorum(&w.facts(), &m, &i, t);
    assert!(q.host_ok && q.host == LIN && q.zh.contains("副主任委员林若溪受指定主持"), "{}", q.zh);
    // A designation made by somebody who was not the chair is none.
    m.designation.as_mut().expect("set above").by = ZHAO.into();
    assert_eq!(blocks(&quorum(&w.facts(), &m, &i, t).findings), ["M14.host"]);
    for (by, vice, on, ok) in [
        (ZHOU, LIN, "2026-09-18", true),
        (ZHAO, LIN, "2026-09-16", false),
        (ZHOU, HE, "2026-09-16", false),
        (ZHOU, LIN, "2026-09-19", false),
    ] {
        let d = HostDesignation { by: by.into(), vice_chair: vice.into(), on: d(on), reason: String::new(), paper: None };
        assert_eq!(blocks(&can_designate_host(&w.facts(), &m, &d)).is_empty(), ok, "{by} designates {vice} on {on}");
    }
}

#[test]
fn m14_a_recused_chair_gives_the_seat_to_the_designated_vice_chair() {
    let w = World::new();
    let mut m = meeting(&EIGHT, &["1"]);
    let i = item("1", "c", &[ZHOU]);
    assert_eq!(blocks(&quorum(&w.facts(), &m, &i, at("2026-09-18 14:20")).findings), ["M14.host"]);
    m.designation =
        Some(HostDesignation {
            by: ZHOU.into(), vice_chair: ZHAO.into(), on: d("2026-09-16"), reason: "回避第1项".into(), paper: None
        });
    let q = quorum(&w.facts(), &m, &i, at("2026-09-18 14:20"));
    assert_eq!((q.lamp, q.host.as_str()), (Verdict::Fine, ZHAO));
}

#[test]
fn case_059_with_the_chair_vacant_nobody_designates() {
    let mut w = World::new();
    w.resign(ZHOU, "2026-09-17");
    let mut m = meeting(&[LIN, ZHAO, FANG, CHEN, AILI, HE], &["1"]);
    m.host = LIN.into();
    m.opened = None;
    m.designation =
        Some(HostDesignation { by: ZHOU.into(), vice_chair: LIN.into(), on: d("2026-09-10"), reason: String::new(), paper: None });
    assert_eq!(blocks(&can_open(&w.facts(), &m, at("2026-09-18 14:03"))), ["M14.chair_vacant"]);
    let q = quorum(&w.facts(), &m, &item("1", "c", &[]), at("2026-09-18 14:20"));
    assert_eq!(blocks(&q.findings), ["M14.host"]);
    assert!(q.ways.iter().any(|w| w.key == "fill_chair"));
    let late = HostDesignation { by: ZHOU.into(), vice_chair: LIN.into(), on: d("2026-09-18"), reason: String::new(), paper: None };
    assert_eq!(blocks(&can_designate_host(&w.facts(), &m, &late)), ["M14.designation"], "who resigned designates nobody");
}

#[test]
fn case_061_departures_change_later_items() {
    let w = World::new();
    let mut m = meeting(&[ZHOU, LIN, ZHAO, FANG, CHEN, HE], &["1", "2", "3", "4", "5"]);
    leaves(&mut m, CHEN, "2026-09-18 15:00");
    leaves(&mut m, HE, "2026-09-18 16:00");
    for (when, n, green) in [("14:59", 6, true), ("15:00", 5, true), ("15:59", 5, true), ("16:00", 4, false)] {
        let q = quorum(&w.facts(), &m, &item("3", "c", &[]), at(&format!("2026-09-18 {when}")));
        assert_eq!((q.attending.len(), q.lamp == Verdict::Fine), (n, green), "at {when}: {}", q.zh);
    }
}

#[test]
fn case_063_six_members_may_meet_only_with_a_reason() {
    let mut w = World::new();
    for id in [LUO, AILI, OUYANG] {
        w.resign(id, "2026-09-01");
    }
    let mut m = meeting(&[ZHOU, LIN, ZHAO, FANG, CHEN, HE], &["1"]);
    m.opened = None;
    let found = can_open(&w.facts(), &m, at("2026-09-18 14:03"));
    assert!(blocks(&found).is_empty() && rules(&found, Verdict::Ask).contains(&"E7.members"), "{found:#?}");
    well_said(&found);
}

#[test]
fn case_069_no_meeting_before_acceptance() {
    let w = World::new();
    let m = meeting(&EIGHT, &["1"]);
    let t = at("2026-09-18 14:10");
    let i = item("1", "c49", &[]);
    assert_eq!(blocks(&can_take_up(&w.facts(), &m, &i, &accepted("2026-09-21", Procedure::General), t)), ["M13.accepted"]);
    assert_eq!(blocks(&can_take_up(&w.facts(), &m, &i, &received(), t)), ["M13.accepted"]);
    free(&can_take_up(&w.facts(), &m, &i, &accepted("2026-09-18", Procedure::General), t));
    assert_eq!(blocks(&can_place(&w.facts(), &accepted("2026-09-21", Procedure::General), &m)), ["M13.accepted"]);
    assert_eq!(blocks(&can_place(&w.facts(), &accepted("2026-09-01", Procedure::Simplified), &m)), ["M20.procedure"]);
    assert_eq!(rules(&can_place(&w.facts(), &accepted("2026-08-10", Procedure::General), &m), Verdict::Note), ["M16.after_due"]);
}

#[test]
fn case_071_signed_in_and_driven_home_is_not_present() {
    let w = World::new();
    let mut m = meeting(&[ZHOU, LIN, ZHAO, FANG, HE], &["1"]);
    leaves(&mut m, HE, "2026-09-18 14:02");
    let q = quorum(&w.facts(), &m, &item("1", "c", &[]), at("2026-09-18 14:03"));
    assert_eq!((q.attending.len(), q.absent.contains(&HE.to_string())), (4, true));
}

#[test]
fn e14_video_needs_the_committees_own_rules() {
    let mut w = World::new();
    let mut m = meeting(&EIGHT, &["1"]);
    m.opened = None;
    free(&can_open(&w.facts(), &m, at("2026-09-18 14:03")));
    w.without_rule(RuleKind::Video);
    assert_eq!(blocks(&can_open(&w.facts(), &m, at("2026-09-18 14:03"))), ["E14.video_rules"]);
    assert_eq!(blocks(&can_attend_by_video(&w.facts(), AILI, d("2026-09-18"))), ["E14.video_rules"]);
    m.form = MeetingForm::OnSite;
    free(&can_open(&w.facts(), &m, at("2026-09-18 14:03")));
}

#[test]
fn e08_no_attendance_without_both_undertakings() {
    let mut w = World::new();
    w.member(HE).undertakings.retain(|u| u.kind == UndertakingKind::Interest);
    let found = can_attend(&w.facts(), HE, d("2026-09-18"));
    assert_eq!(blocks(&found), ["E8.undertaking"]);
    assert_eq!(found[0].zh, "何静姝没有签署保密承诺书，不能列入到会。");
    assert_eq!(blocks(&can_attend(&w.facts(), HE, d("2024-03-14"))), ["M14.in_office", "E8.undertaking", "E8.undertaking"]);
}

#[test]
fn m14_notice_five_working_days_before() {
    let w = World::new();
    let mut m = meeting(&EIGHT, &["1"]);
    for (on, asks) in [("2026-09-11", false), ("2026-09-14", true), ("2026-09-17", true)] {
        let found = can_notice(&w.facts(), &m, d(on));
        free(&found);
        assert_eq!(rules(&found, Verdict::Ask) == ["R.notice"], asks, "notice on {on}: the latest day is 11 September");
    }
    m.items.clear();
    assert_eq!(blocks(&can_notice(&w.facts(), &m, d("2026-09-11"))), ["M14.agenda"]);
}

#[test]
fn m14_the_forecast_counts_on_answers_and_announced_departures() {
    let w = World::new();
    let mut m = meeting(&EIGHT, &["1", "2", "3", "4"]);
    m.attendance.clear();
    m.invitations.push(serde_json::from_value(json!({ "member": LUO, "reply": "none" })).expect("an invitation"));
    m.invitations.iter_mut().find(|i| i.member == CHEN).expect("invited").leaving = Some(at("2026-09-18 15:45"));
    assert_eq!(forecast(&w.facts(), &m, &item("1", "c", &[])).attending.len(), 8, "陈思远 is still there for the first item");
    assert_eq!(forecast(&w.facts(), &m, &item("4", "c", &[])).attending.len(), 7, "and gone by the last");
    let q = forecast(&w.facts(), &m, &item("2", "c", &[FANG]));
    assert_eq!((q.lamp, q.ways[0].member.as_deref()), (Verdict::Block, Some(LUO)));
}

#[test]
fn e08_conflicts_are_asked_before_deliberation() {
    let w = World::new();
    let m = meeting(&EIGHT, &["1"]);
    let mut i = item("1", "c49", &[]);
    i.conflicts_asked = None;
    assert_eq!(blocks(&can_take_up(&w.facts(), &m, &i, &accepted("2026-09-01", Procedure::General), at("2026-09-18 14:10"))), ["E8.asked"]);
}

#[test]
fn m14_a_meeting_closes_with_every_item_settled() {
    let mut m = meeting(&EIGHT, &["1", "2"]);
    let mut one = item("1", "c", &[]);
    let outcome = |r| Outcome {
        result: r,
        decision: None,
        reason: String::new(),
        chair_note: String::new(),
        at: at("2026-09-18 14:30"),
        deferred_to: None,
    };
    one.outcome = Some(outcome(ItemResult::NoDecision));
    let mut two = item("2", "c", &[]);
    let found = can_close_meeting(&m, &[one.clone(), two.clone()]);
    assert_eq!((blocks(&found), found[0].zh.as_str()), (vec!["M14.items_open"], "第2项还没有结果。"));
    two.outcome = Some(outcome(ItemResult::NotDeliberated));
    free(&can_close_meeting(&m, &[one, two]));
    m.opened = None;
    m.items.clear();
    assert_eq!(blocks(&can_close_meeting(&m, &[])), ["M14.not_opened"]);
}

#[test]
fn e14_and_m24_options_follow_the_round() {
    let mut w = World::new();
    let s = |w: &World, c: &Case| options(c, &w.committee.settings).into_iter().filter_map(Vote::decision).collect::<Vec<_>>();
    use DecisionKind::*;
    let plain = accepted("2026-08-24", Procedure::General);
    assert_eq!(s(&w, &plain), [Approve, Revise, Reject]);
    assert_eq!(s(&w, &listed(plain.clone())), [Pass, Revise, Reject]);
    assert_eq!(s(&w, &rereviewed(RereviewOpinion::Agree)), [Approve, Revise, Reject]);
    assert_eq!(s(&w, &rereviewed(RereviewOpinion::Disagree)), [Revise, Reject]);
    let mut tracked = served(Approve, "2026-09-18", "2026-09-21");
    round(&mut tracked, RoundKind::Tracking, "2027-03-01");
    assert_eq!(s(&w, &tracked), [Continue, ContinueAfterChanges, Suspend, Terminate]);
    w.committee.settings.approve_after_changes = true;
    assert_eq!(s(&w, &plain), [Approve, ApproveAfterChanges, Revise, Reject], "case 107: only with the setting on");
    assert_eq!(s(&w, &listed(plain)), [Pass, Revise, Reject], "never for a listed case before re-review");
}

#[test]
fn m14_whoever_went_out_and_is_not_back_stops_the_next_item() {
    let w = World::new();
    let m = meeting(&EIGHT, &["1", "2"]);
    let (mut one, two) = (item("1", "c", &[CHEN]), item("2", "c", &[]));
    one.taken_up = Some(at("2026-09-18 14:10"));
    one.recusals[0].left = Some(at("2026-09-18 14:09"));
    one.recusals[0].back = None;
    let asked = |one: &Item, t: &str| -> Vec<String> {
        blocks(&still_out(&w.facts(), &m, &two, &[one.clone(), two.clone()], at(t))).into_iter().map(String::from).collect()
    };
    assert_eq!(asked(&one, "2026-09-18 14:40"), ["M14.still_out"]);
    one.recusals[0].back = Some(at("2026-09-18 14:30"));
    assert!(asked(&one, "2026-09-18 14:40").is_empty(), "back in the room");
    assert_eq!(asked(&one, "2026-09-18 14:29"), ["M14.still_out"], "a minute before");
    // An item that was never heard kept nobody outside.
    one.recusals[0].back = None;
    one.taken_up = None;
    assert!(asked(&one, "2026-09-18 14:40").is_empty());
}

#[test]
fn e08_a_team_member_at_the_table_stops_the_item() {
    let w = World::new();
    let m = meeting(&EIGHT, &["1"]);
    let mut case = accepted("2026-09-01", Procedure::General);
    let name = w.facts().member(CHEN).expect("seated").name.clone();
    case.application.team.push(serde_json::from_value(json!({ "name": name })).expect("a team member"));
    let free_of = |recused: &[&str]| -> Vec<String> {
        blocks(&can_take_up(&w.facts(), &m, &item("1", "c", recused), &case, at("2026-09-18 14:10")))
            .into_iter()
            .map(String::from)
            .collect()
    };
    assert_eq!(free_of(&[]), ["E8.conflict"]);
    assert!(free_of(&[CHEN]).is_empty(), "out of the room");
}
