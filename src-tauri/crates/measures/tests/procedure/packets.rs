//! Packets before a meeting (M14): whose material they may hold, whose return is taken in, which opinion counts.

use crate::world::*;
use measures::m14_packets::{Weight, asked_of, can_enrol, can_hand_out, can_merge, can_take_in, can_take_in_form, standing};
use measures::*;
use proptest::prelude::*;

fn rules(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|f| f.rule.as_str()).collect()
}

/// Made at one moment, in at another.
fn opinion(id: &str, member: &str, made: &str, taken: &str) -> ReaderOpinion {
    ReaderOpinion {
        id: id.into(),
        item: "i1".into(),
        case: "c1".into(),
        round: 0,
        member: member.into(),
        edition: 1,
        made: at(made),
        taken: at(taken),
        source: OpinionSource::Paper { scan: None },
        said: Said { words: id.into(), ..Said::default() },
    }
}

fn planned(recused: &[&str]) -> (Meeting, Item) {
    let mut m = meeting(&[], &["i1"]);
    m.opened = None;
    let mut i = item("i1", "c1", recused);
    i.taken_up = None;
    (m, i)
}

#[test]
fn m14_material_goes_to_whoever_may_hear_the_item() {
    let mut w = World::new();
    let (m, i) = planned(&[HE]);
    let c = accepted("2026-09-01", Procedure::General);
    let of = |w: &World, m: &Meeting, who: &str| can_hand_out(&w.facts(), Some(m), &[(Some(&i), &c)], who, d("2026-09-11"));
    assert!(of(&w, &m, FANG).is_empty());
    assert_eq!(rules(&of(&w, &m, HE)), ["E8.packet"], "recused on record");
    assert_eq!(rules(&of(&w, &m, "ad1")), ["M14.adviser"]);
    w.member(FANG).undertakings.clear();
    assert_eq!(rules(&of(&w, &m, FANG)), ["E8.confidentiality"]);
    w.resign(LUO, "2026-09-01");
    assert_eq!(rules(&of(&w, &m, LUO)), ["M14.in_office"]);
    let mut over = m.clone();
    over.closed = Some(at("2026-09-18 16:00"));
    assert_eq!(rules(&of(&w, &over, ZHOU)), ["M14.closed"]);
    over.cancelled = Some("改期".into());
    assert_eq!(rules(&of(&w, &over, ZHOU)), ["M14.cancelled"]);
    assert_eq!(rules(&can_hand_out(&w.facts(), Some(&m), &[], ZHOU, d("2026-09-11"))), ["M14.packet_empty"]);
}

#[test]
fn e06_a_return_is_signed_by_a_key_on_record() {
    let w = World::new();
    let packet: Packet = serde_json::from_value(serde_json::json!({
        "id": "pk1", "meeting": "m7", "member": FANG, "seq": 1, "edition": 1, "on": "2026-09-11", "how": "stick", "manifest_sha256": "m", "items": []
    }))
    .expect("a packet");
    let reader = Reader { id: "k".into(), member: FANG.into(), on: d("2026-09-12"), revoked: None };
    let take = |r: Option<&Reader>, who: &str, list: &str| rules_of(can_take_in(&w.facts(), &packet, r, who, list));
    assert!(take(Some(&reader), FANG, "m").is_empty());
    assert_eq!(take(None, FANG, "m"), ["E6.unknown_key"]);
    assert_eq!(take(Some(&reader), HE, "m"), ["E6.recipient", "E6.unknown_key"]);
    assert_eq!(take(Some(&reader), FANG, "x"), ["E6.manifest"]);
    let lost = Reader { revoked: Some(ReaderRevoked { on: d("2026-09-13"), reason: "遗失".into() }), ..reader.clone() };
    assert_eq!(take(Some(&lost), FANG, "m"), ["E6.revoked_key"]);
    let enrol = |readers: &[Reader], key: &str| rules_of(can_enrol(&w.facts(), readers, FANG, key, d("2026-09-14")));
    assert!(enrol(&[], "k").is_empty());
    assert_eq!(enrol(std::slice::from_ref(&reader), "k"), ["E6.key"]);
    assert_eq!(enrol(std::slice::from_ref(&reader), "other"), ["E6.key_change"]);
    assert!(enrol(&[lost], "other").is_empty(), "after the old one is revoked");
}

#[test]
fn e06_a_form_is_unsigned_and_says_so() {
    let w = World::new();
    let said = can_take_in_form(&w.facts(), FANG, 1, 1);
    assert_eq!(rules(&said), ["E6.unsigned"]);
    assert!(!said[0].blocks() && said[0].zh.contains("没有签名"), "it is told and stops nothing: {said:?}");
    assert_eq!(rules(&can_take_in_form(&w.facts(), FANG, 1, 2)), ["E6.unsigned", "M14.form_edition"]);
}

fn rules_of(findings: Vec<Finding>) -> Vec<String> {
    findings.into_iter().map(|f| f.rule).collect()
}

#[test]
fn m14_late_recused_and_superseded_opinions_are_kept_and_not_heard() {
    let w = World::new();
    let (_, mut i) = planned(&[HE]);
    let c = accepted("2026-09-01", Procedure::General);
    let mut all = vec![
        opinion("a", FANG, "2026-09-12 09:00", "2026-09-14 09:00"),
        opinion("b", FANG, "2026-09-13 09:00", "2026-09-13 10:00"),
        opinion("c", HE, "2026-09-13 09:00", "2026-09-13 10:00"),
    ];
    let of = |i: &Item, all: &[ReaderOpinion], edition| standing(&w.facts(), Some(i), &c, all, edition);
    let weights = |list: &[m14_packets::Weighed]| list.iter().map(|x| x.weight).collect::<Vec<_>>();
    assert_eq!(weights(&of(&i, &all, 1)), [Weight::Superseded, Weight::Counted, Weight::Recused]);
    assert!(of(&i, &all, 2)[1].edition_zh.contains("第1版材料"));
    // In after deliberation began: kept, and it pushes nothing out.
    i.taken_up = Some(at("2026-09-18 14:05"));
    all.push(opinion("d", FANG, "2026-09-14 09:00", "2026-09-18 14:10"));
    assert_eq!(weights(&of(&i, &all, 1)), [Weight::Superseded, Weight::Counted, Weight::Recused, Weight::Late]);
    i.outcome = serde_json::from_value(serde_json::json!({ "result": "no_decision", "at": "2026-09-18T14:30:00+08:00" })).ok();
    all.push(opinion("e", ZHOU, "2026-09-14 09:00", "2026-09-18 15:00"));
    assert_eq!(weights(&of(&i, &all, 1))[4], Weight::Closed);
    // A conflict declared once silences the member on the item, before and after.
    all[0].said.conflict = true;
    assert!(of(&i, &all, 1).iter().filter(|x| ["a", "b", "d"].contains(&x.opinion.as_str())).all(|x| x.weight == Weight::Declared));
}

#[test]
fn e08_points_for_the_applicant_name_no_member() {
    let w = World::new();
    let point = |text: &str| LetterPoint { text: text.into(), sources: vec![], state: PointState::Open, note: String::new() };
    assert!(can_merge(&w.facts(), &[point("写明数据来源")]).is_empty());
    assert_eq!(rules(&can_merge(&w.facts(), &[point("方慎行要求写明数据来源"), point(" ")])), ["E8.names", "M16.point_empty"]);
}

#[test]
fn m16_a_point_is_found_again_in_the_letter_whatever_its_order() {
    let point = |text: &str| LetterPoint { text: text.into(), sources: vec![], state: PointState::Open, note: String::new() };
    let of = |points: &[&str], letter: &[&str]| -> Vec<(u32, Option<u32>)> {
        let points: Vec<LetterPoint> = points.iter().map(|t| point(t)).collect();
        let letter: Vec<String> = letter.iter().map(|t| t.to_string()).collect();
        asked_of(&points, &letter).into_iter().map(|a| (a.point, a.request)).collect()
    };
    assert_eq!(of(&["一", "二"], &["二。", "一"]), [(2, Some(0)), (1, Some(1))], "a full stop is no difference");
    assert_eq!(of(&["一", "二"], &["二", "改写的一"]), [(2, Some(0)), (1, Some(1))], "a reworded one is what is left");
    assert_eq!(of(&["一"], &["一", "另加"]), [(1, Some(0)), (2, Some(1))], "what comes of no point gets the next number");
    assert_eq!(of(&["一", "二", "三"], &["三"]), [(3, Some(0)), (1, None), (2, None)], "what did not go in follows");
    assert_eq!(of(&["一"], &["一", "一"]), [(1, Some(0)), (2, Some(1))], "asked twice is two requests");
    assert_eq!(of(&[], &["甲", "乙"]), [(1, Some(0)), (2, Some(1))]);
}

proptest! {
    #[test]
    fn m14_the_order_in_which_opinions_came_in_decides_nothing(
        made in prop::collection::vec(0u32..4, 5), order in Just((0..5usize).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let w = World::new();
        let (_, i) = planned(&[]);
        let c = accepted("2026-09-01", Procedure::General);
        let all: Vec<ReaderOpinion> = made.iter().enumerate().map(|(n, m)| opinion(&format!("o{n}"), FANG, &format!("2026-09-1{m} 09:00"), "2026-09-15 09:00")).collect();
        let straight = standing(&w.facts(), Some(&i), &c, &all, 1);
        let shuffled: Vec<ReaderOpinion> = order.iter().map(|n| all[*n].clone()).collect();
        prop_assert_eq!(&standing(&w.facts(), Some(&i), &c, &shuffled, 1), &straight);
        prop_assert_eq!(straight.iter().filter(|x| x.weight == Weight::Counted).count(), 1, "one of a member counts");
    }
}
