//! Packets out and opinions back: who may be handed what, whose return is taken in, what each opinion comes to, and that
//! the order of several returns changes nothing.

use super::*;
use measures::m14_packets::{Weight, standing};
use measures::{Facts, Item, LetterPoints, Member, Packet, PointState, ReaderOpinion};
use proptest::prelude::*;
use std::sync::LazyLock;

const KEY: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const OTHER: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

/// Two cases on an agenda; 陈思远 is on the team of the second.
pub(crate) fn planned() -> Desk {
    let mut desk = seated("2026-08-20 09:00");
    desk.accepted("甲");
    desk.ready(
        "乙",
        json!({"title": "乙的算法研究", "leader": "王某", "leader_title": "教授", "department": "信息学院",
        "team": [{"name": "陈思远", "unit": "省科学院", "part": "算法"}]}),
    );
    desk.ok(json!({"act": "accept", "case": "$乙", "procedure": "general", "reason": "风险高于常规，影响范围较大"}));
    desk.named("方案", json!({"act": "attach_material", "case": "$甲", "elements": ["A4"], "name": "实施方案.txt", "text": "方案正文"}));
    desk.convene("会", "2026-09-08", &["甲", "乙"]);
    desk
}

pub(crate) fn hand(member: &str, items: &[&str]) -> Value {
    let items: Vec<String> = items.iter().map(|i| format!("${i}")).collect();
    json!({"act": "hand_out_packet", "meeting": "$会", "member": format!("${member}"), "items": items, "how": "stick",
        "file_name": "阅会包-1.lspkt", "sha256": "c".repeat(64), "manifest_sha256": "d".repeat(64), "generation": 1})
}

fn stage(desk: &mut Desk, bytes: &[u8]) -> String {
    desk.0.office.opened_mut().expect("open").archive.stage_blob(bytes).expect("staged")
}

/// A return of 赵启明 on 甲.
fn back(desk: &mut Desk, seq: u32, made: &str, said: Value) -> Value {
    let sha256 = stage(desk, format!("return {seq}").as_bytes());
    json!({"act": "take_in_return", "packet": "$包", "member": "$赵启明", "key": KEY, "seq": seq, "manifest_sha256": "d".repeat(64),
        "made": format!("{made}:00+08:00"), "sha256": sha256, "items": [{"item": desk.id("甲项"), "said": said}]})
}

fn handed() -> Desk {
    let mut desk = planned();
    desk.named("包", hand("赵启明", &["甲项", "乙项"]));
    desk.ok(json!({"act": "enrol_reader", "member": "$赵启明", "key": KEY}));
    desk
}

pub(crate) fn weights(desk: &Desk, item: &str) -> Vec<(String, Weight, String)> {
    let open = desk.0.office.opened().expect("open");
    let reader = open.archive.read();
    let item: Item = desk.get(item);
    let case: Case = reader.need(&item.case).unwrap();
    let members: Vec<Member> = desk.all();
    let committee: measures::Committee = reader.need("committee").unwrap();
    let facts = Facts { committee: &committee, members: &members, calendar: &open.law.calendar, rules: &open.law.rules };
    let opinions: Vec<ReaderOpinion> = reader.where_("item", &item.id).unwrap();
    let mut out: Vec<(String, Weight, String)> = standing(&facts, Some(&item), &case, &opinions, 1)
        .into_iter()
        .map(|w| {
            let o = opinions.iter().find(|o| o.id == w.opinion).unwrap();
            (o.said.words.clone(), w.weight, w.edition_zh)
        })
        .collect();
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

#[test]
fn m14_a_recused_member_gets_no_material_of_the_item() {
    let mut desk = planned();
    desk.blocked(hand("陈思远", &["甲项", "乙项"]), &["E8.packet"]);
    let done = desk.named("包", hand("陈思远", &["甲项"]));
    assert!(done.made.zh.contains("1件议题"), "{}", done.made.zh);
    let packet: Packet = desk.get("包");
    assert_eq!((packet.seq, packet.edition, packet.items.len()), (1, 1, 1));
    // A second one is the next edition; a file made for another number is refused.
    let mut stale = hand("陈思远", &["甲项"]);
    stale["packet"] = json!("pk1");
    desk.invalid(stale, "packet");
    desk.named("包二", hand("陈思远", &["甲项"]));
    assert_eq!(desk.get::<Packet>("包二").edition, 2);
}

#[test]
fn m14_an_adviser_gets_a_packet_when_invited() {
    let mut desk = planned();
    let adviser: Vec<measures::Adviser> = desk.all();
    let mut act = hand("赵启明", &["甲项"]);
    act["member"] = json!(adviser[0].id);
    desk.blocked(act.clone(), &["M14.adviser"]);
    desk.ok(json!({"act": "seat_adviser", "meeting": "$会", "adviser": adviser[0].id, "no_interest": true}));
    desk.ok(act);
}

#[test]
fn e06_only_an_enrolled_key_speaks_for_a_member() {
    let mut desk = planned();
    desk.named("包", hand("赵启明", &["甲项", "乙项"]));
    let act = back(&mut desk, 1, "2026-08-30T10:00", json!({"words": "一"}));
    desk.blocked(act.clone(), &["E6.unknown_key"]);
    desk.ok(json!({"act": "enrol_reader", "member": "$赵启明", "key": KEY}));
    desk.at("2026-08-31 09:00").ok(act.clone());
    desk.asks(json!({"act": "enrol_reader", "member": "$赵启明", "key": OTHER}), &["E6.key_change"]);
    desk.ok(json!({"act": "revoke_reader", "key": KEY, "reason": "笔记本丢失"}));
    desk.blocked(json!({"act": "enrol_reader", "member": "$赵启明", "key": KEY}), &["E6.key"]);
    let late = back(&mut desk, 2, "2026-08-31T10:00", json!({"words": "二"}));
    desk.blocked(late, &["E6.revoked_key"]);
    assert_eq!(weights(&desk, "甲项").len(), 1, "what was taken in before stays");
    // Another's packet, another list inside it.
    let mut other = act.clone();
    other["manifest_sha256"] = json!("e".repeat(64));
    desk.blocked(other, &["E6.manifest", "E6.revoked_key"]);
    let mut other = act;
    other["member"] = json!("$何静姝");
    desk.blocked(other, &["E6.recipient", "E6.unknown_key"]);
}

#[test]
fn e16_a_return_is_an_opinion_and_never_a_vote() {
    let mut desk = handed();
    let act = back(&mut desk, 1, "2026-08-30T10:00", json!({"opinion": "reject", "words": "不同意"}));
    let done = desk.at("2026-08-31 09:00").ok(act.clone());
    assert!(done.made.zh.contains("不计票"), "{}", done.made.zh);
    let again = desk.at("2026-08-31 10:00").ok(act);
    assert!(again.findings.iter().any(|f| f.rule == "E6.replay"), "{:?}", again.findings);
    let all: Vec<ReaderOpinion> = desk.all();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].taken.to_rfc3339(), "2026-08-31T09:00:00+08:00", "taken in once, whatever is imported again");
    desk.at("2026-09-08 14:00").open("会", &["周秉衡", "林若溪", "赵启明", "方慎行", "何静姝"]);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &["周秉衡", "林若溪", "方慎行", "何静姝"], "approve");
    let item: Item = desk.get("甲项");
    assert_eq!(item.ballot().unwrap().votes.len(), 4, "the opinion is no fifth vote");
    let late = back(&mut desk, 2, "2026-09-08T13:00", json!({"words": "迟到"}));
    desk.at("2026-09-08 14:20").ok(late);
    assert_eq!(
        weights(&desk, "甲项"),
        [("不同意".into(), Weight::Counted, String::new()), ("迟到".into(), Weight::Late, String::new())],
        "what came late pushes nothing out"
    );
    assert_eq!(desk.get::<Item>("甲项").ballot().unwrap().votes.len(), 4);
}

#[test]
fn e08_a_declared_conflict_silences_the_member_on_the_item() {
    let mut desk = handed();
    let first = back(&mut desk, 1, "2026-08-30T10:00", json!({"opinion": "approve", "words": "一"}));
    desk.at("2026-08-31 09:00").ok(first);
    let second = back(&mut desk, 2, "2026-08-30T11:00", json!({"conflict": true, "conflict_words": "合作发表", "words": "二"}));
    desk.ok(second);
    assert!(weights(&desk, "甲项").iter().all(|w| w.1 == Weight::Declared));
}

#[test]
fn m14_the_version_that_was_read_is_told() {
    let mut desk = handed();
    desk.at("2026-08-28 09:00")
        .ok(json!({"act": "attach_material", "case": "$甲", "name": "实施方案.txt", "text": "方案第二版", "replaces": "$方案"}));
    let act = back(&mut desk, 1, "2026-08-30T10:00", json!({"words": "一"}));
    let done = desk.at("2026-08-31 09:00").ok(act);
    assert!(done.findings.iter().any(|f| f.zh.contains("审查的是第1版材料")), "{:?}", done.findings);
}

#[test]
fn m16_remarks_become_points_without_names_and_are_ticked_at_the_resubmission() {
    let mut desk = handed();
    let said = json!({"remarks": [{"id": "r1", "words": "写明数据来源", "page": 3, "for_letter": true}]});
    let act = back(&mut desk, 1, "2026-08-30T10:00", said);
    desk.at("2026-08-31 09:00").ok(act);
    desk.named("意见", json!({"act": "enter_opinion", "item": "$甲项", "member": "$何静姝", "said": {"words": "补充退出机制"}}));
    let opinions: Vec<ReaderOpinion> = desk.all();
    let zhao = opinions.iter().find(|o| o.member == desk.id("赵启明")).unwrap().id.clone();
    let points = json!([
        {"text": "写明每一类数据的来源和授权", "sources": [{"opinion": zhao, "remark": "r1"}]},
        {"text": "补充受试者随时退出的办法", "sources": [{"opinion": desk.id("意见")}]},
    ]);
    let mut named = points.clone();
    named[0]["text"] = json!("赵启明认为应写明数据来源");
    desk.asks(json!({"act": "merge_points", "case": "$甲", "points": named}), &["E8.names"]);
    let mut strange = points.clone();
    strange[0]["sources"][0]["remark"] = json!("r9");
    desk.invalid(json!({"act": "merge_points", "case": "$甲", "points": strange}), "points");
    desk.ok(json!({"act": "merge_points", "case": "$甲", "points": points}));
    let id = LetterPoints::id_of(&desk.id("甲"), 0);
    assert_eq!(desk.get::<LetterPoints>(&id).points.len(), 2);
    desk.invalid(json!({"act": "tick_points", "case": "$甲", "round": 0, "ticks": [{"point": 1, "state": "met"}]}), "round");

    desk.at("2026-09-08 14:00").open("会", &["周秉衡", "林若溪", "赵启明", "方慎行", "何静姝"]);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &["周秉衡", "林若溪", "赵启明", "方慎行", "何静姝"], "revise");
    let texts: Vec<String> = desk.get::<LetterPoints>(&id).points.iter().map(|p| p.text.clone()).collect();
    desk.at("2026-09-08 14:30").ok(json!({"act": "close_item", "item": "$甲项", "suggestions": texts}));
    desk.at("2026-09-20 09:00").ok(json!({"act": "resubmit", "case": "$甲", "replies": ["已补附录一", "已补第四章"]}));
    desk.invalid(json!({"act": "tick_points", "case": "$甲", "round": 0, "ticks": [{"point": 2, "state": "not_met"}]}), "note");
    desk.ok(json!({"act": "tick_points", "case": "$甲", "round": 0,
        "ticks": [{"point": 1, "state": "met"}, {"point": 2, "state": "not_met", "note": "没有写由谁受理退出"}]}));
    let states: Vec<PointState> = desk.get::<LetterPoints>(&id).points.iter().map(|p| p.state).collect();
    assert_eq!(states, [PointState::Met, PointState::NotMet]);
}

#[test]
fn the_packet_pdf_leaves_out_what_a_recused_member_may_not_read() {
    let mut desk = planned();
    let now = desk.0.now;
    let (meeting, member) = (desk.id("会"), desk.id("陈思远"));
    let out = desk.0.office.paper(now, json!({"paper": "print", "kind": "packet", "meeting": meeting, "member": member})).unwrap();
    assert!(out["pages"].as_u64().unwrap() >= 5, "{out}");
    let open = desk.0.office.bytes(now, json!({"bytes": "token", "token": out["token"]})).unwrap();
    assert!(open.name.contains("陈思远"), "{}", open.name);
    assert_eq!(papers::preview::page_count(&open.bytes).unwrap() as u64, out["pages"].as_u64().unwrap());
}

/// Five returns in whatever order they come in.
static ORDERS: LazyLock<Vec<(u32, &str, Value)>> = LazyLock::new(|| {
    vec![
        (1, "2026-08-30T10:00", json!({"opinion": "approve", "words": "一"})),
        (2, "2026-08-30T11:00", json!({"opinion": "revise", "words": "二"})),
        (3, "2026-08-30T11:00", json!({"opinion": "reject", "words": "三"})),
        (4, "2026-08-29T10:00", json!({"opinion": "approve", "words": "四"})),
        (5, "2026-08-30T09:00", json!({"opinion": "approve", "words": "五"})),
    ]
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_order_of_returns_changes_nothing(order in Just((0..5usize).collect::<Vec<_>>()).prop_shuffle(), twice in 0..5usize) {
        let mut desk = handed();
        desk.at("2026-08-31 09:00");
        for n in order.iter().chain([&twice]) {
            let (seq, made, said) = &ORDERS[*n];
            let act = back(&mut desk, *seq, made, said.clone());
            desk.ok(act);
        }
        let counted: Vec<String> = weights(&desk, "甲项").into_iter().filter(|w| w.1 == Weight::Counted).map(|w| w.0).collect();
        prop_assert_eq!(counted, ["三"], "the latest made, and of two made at once the later return");
        let opinions: Vec<ReaderOpinion> = desk.all();
        prop_assert_eq!(opinions.len(), 5);
        // Not only what counts: the records themselves are the same.
        let mut ids: Vec<String> = opinions.iter().map(|o| serde_json::to_string(o).unwrap()).collect();
        ids.sort();
        let mut straight = handed();
        straight.at("2026-08-31 09:00");
        for (seq, made, said) in ORDERS.iter() {
            let act = back(&mut straight, *seq, made, said.clone());
            straight.ok(act);
        }
        let mut other: Vec<String> = straight.all::<ReaderOpinion>().iter().map(|o| serde_json::to_string(o).unwrap()).collect();
        other.sort();
        prop_assert_eq!(ids, other);
    }
}

#[test]
fn the_scenarios_of_packets_hold() {
    let text = std::fs::read_to_string(assets().join("../tests/scenarios/6-packets.yaml")).expect("the scenarios");
    for scenario in office::scenario::read(&text).expect("readable") {
        if let Err(why) = office::scenario::run(&scenario, &assets()) {
            panic!("{}: {why}", scenario.title);
        }
    }
}
