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
fn m16_what_the_letter_asked_for_comes_back_with_the_replies_and_is_ticked() {
    let mut desk = handed();
    let said = json!({"points": {"2.3": {"answer": 3, "words": "未录入者按缺勤登记"}}, "remarks": [{"id": "r1", "words": "写明数据来源"}]});
    let act = back(&mut desk, 1, "2026-08-30T10:00", said);
    desk.at("2026-08-31 09:00").ok(act);
    let zhao = desk.all::<ReaderOpinion>()[0].id.clone();
    // A line written to a question is a source like a remark; one that is not there is none.
    let gather = |code: &str| {
        json!({"act": "merge_points", "case": "$甲", "points": [
            {"text": "写明每一类数据的来源和授权", "sources": [{"opinion": zhao, "remark": "r1"}]},
            {"text": "未录入者不得按缺勤登记", "sources": [{"opinion": zhao, "remark": code}]},
        ]})
    };
    desk.invalid(gather("#1.1"), "points");
    desk.ok(gather("#2.3"));
    desk.at("2026-09-08 14:00").open("会", &["周秉衡", "林若溪", "赵启明", "方慎行", "何静姝"]);
    desk.ok(json!({"act": "take_up", "item": "$甲项"}));
    desk.votes("甲项", &["周秉衡", "林若溪", "赵启明", "方慎行", "何静姝"], "revise");
    // The item is closed without words; they are written afterwards: the second point first, the first one reworded, and one more.
    desk.at("2026-09-08 14:30").ok(json!({"act": "close_item", "item": "$甲项"}));
    desk.ok(json!({"act": "write_decision", "case": "$甲", "reasons": "理由见会议纪要。", "suggestions":
        ["未录入者不得按缺勤登记。", "逐类写明数据来源、授权范围和期限", "补充应急联系人"]}));
    desk.at("2026-09-20 09:00").ok(json!({"act": "resubmit", "case": "$甲", "replies": ["已改", "已列附表二", "已补"]}));
    desk.ok(json!({"act": "check_elements", "case": "$甲", "rest_present": true}));
    desk.ok(json!({"act": "scan_conflicts", "case": "$甲"}));
    desk.ok(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "风险高于常规，影响范围较大"}));
    desk.convene("二会", "2026-09-29", &["甲"]);
    let now = desk.0.now;
    let look = |desk: &mut Desk| {
        let meeting = desk.id("二会");
        let view: office::views::packets::PacketsView =
            serde_json::from_value(desk.0.office.look(now, json!({"view": "packets", "meeting": meeting})).unwrap()).unwrap();
        view.items[0].before.clone()
    };
    let rows: Vec<_> = look(&mut desk).into_iter().map(|r| (r.asked, r.point, r.text, r.reply, r.sources)).collect();
    assert_eq!(
        rows,
        [
            (Some(1), 2, "未录入者不得按缺勤登记。".into(), "已改".into(), 1),
            (Some(2), 1, "逐类写明数据来源、授权范围和期限".into(), "已列附表二".into(), 1),
            (Some(3), 3, "补充应急联系人".to_string(), "已补".to_string(), 0),
        ],
        "in the order of the letter, each with its reply and the point it came of"
    );
    desk.ok(json!({"act": "tick_points", "case": "$甲", "round": 0, "ticks": [{"point": 3, "state": "not_met", "note": "没有写电话"}, {"point": 2, "state": "met"}]}));
    desk.invalid(json!({"act": "tick_points", "case": "$甲", "round": 0, "ticks": [{"point": 4, "state": "met"}]}), "ticks");
    let states: Vec<PointState> = look(&mut desk).iter().map(|r| r.state).collect();
    assert_eq!(states, [PointState::Met, PointState::Open, PointState::NotMet]);
}

/// 甲 under simplified review by 方慎行 and 何静姝.
fn reviewed() -> Desk {
    let mut desk = seated("2026-09-01 09:00");
    let mut form = application("甲");
    form["ordinary_risk"] = json!(true);
    desk.ready("甲", form);
    desk.ok(
        json!({"act": "accept", "case": "$甲", "procedure": "simplified", "ground": "ordinary_risk", "reason": "公开数据，风险不高于常规"}),
    );
    desk.named("方案", json!({"act": "attach_material", "case": "$甲", "elements": ["A4"], "name": "实施方案.txt", "text": "方案正文"}));
    desk.ok(json!({"act": "designate_reviewers", "case": "$甲", "by": "$周秉衡", "reviewers": ["$方慎行", "$何静姝"]}));
    desk
}

fn review(member: &str) -> Value {
    json!({"act": "hand_out_packet", "member": format!("${member}"), "items": ["$甲"], "how": "stick", "file_name": "阅会包-1.lspkt",
        "sha256": "c".repeat(64), "manifest_sha256": "d".repeat(64), "generation": 1})
}

fn looked(desk: &mut Desk) -> office::views::packets::PacketsView {
    let (now, case) = (desk.0.now, desk.id("甲"));
    serde_json::from_value(desk.0.office.look(now, json!({"view": "packets", "case": case})).unwrap()).unwrap()
}

#[test]
fn m20_a_reviewer_gets_the_slip_and_the_return_becomes_the_opinion_that_is_recorded() {
    let mut desk = reviewed();
    let view = looked(&mut desk);
    assert_eq!(view.rows.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["方慎行", "何静姝"], "the reviewers and nobody else");
    assert!(view.title.contains("简易程序审查") && view.meeting.is_none());
    assert_eq!(view.occasions.iter().filter(|o| o.case.is_some()).count(), 1, "offered among the occasions");
    assert!(view.rows[0].findings.iter().any(|f| f.rule == "M20.slip"), "{:?}", view.rows[0].findings);
    desk.invalid(review("赵启明"), "items");
    let done = desk.named("包", review("方慎行"));
    assert!(done.findings.iter().any(|f| f.rule == "M20.slip"), "said, not stopped");

    // Once issued the slip is the first document of the packet.
    let slip = desk.case("甲").round().designation.as_ref().unwrap().paper.clone().unwrap();
    desk.ok(json!({"act": "issue_paper", "paper": slip}));
    assert!(looked(&mut desk).rows[0].findings.is_empty());
    let (now, case, member) = (desk.0.now, desk.id("甲"), desk.id("何静姝"));
    let pdf = desk.0.office.paper(now, json!({"paper": "print", "kind": "packet", "cases": [case], "member": member})).unwrap();
    assert!(pdf["failure"].is_null(), "{pdf}");
    let written = desk.0.office.file(now, json!({"file": "write_packet", "cases": [case], "member": member})).unwrap();
    let file = desk.0.office.bytes(now, json!({"bytes": "token", "token": written["token"]})).unwrap();
    let spoken = desk.0.office.file(now, json!({"file": "packet_passphrase", "member": member})).unwrap();
    let passphrase = exchange::packet::Passphrase::said(spoken["words"].as_str().unwrap());
    let opened =
        exchange::packet::read(&file.bytes[..], &passphrase, &mut exchange::packet::Nowhere, &exchange::packet::Limits::default()).unwrap();
    assert_eq!(opened.manifest.recipient.form, exchange::packet::PacketForm::Designation);
    assert_eq!(opened.manifest.occasion.id, case);
    let item = &opened.manifest.items[0];
    assert!(item.documents[0].title.contains("指定书") && item.documents[0].pages > 0, "{:?}", item.documents[0]);
    assert_eq!(item.documents.len(), 2);
    assert_eq!(item.options.iter().map(|o| o.key.as_str()).collect::<Vec<_>>(), ["agree", "agree_after_changes", "disagree"]);
    assert_eq!(
        spoken["committee"].as_str().map(str::to_string),
        exchange::packet::spoken::fingerprint_of_hex(&opened.manifest.committee.verify_key)
    );

    // The return: an opinion on file, and the act that records it is suggested with its source.
    desk.ok(json!({"act": "enrol_reader", "member": "$方慎行", "key": KEY}));
    let sha256 = stage(&mut desk, b"return");
    let take = |desk: &Desk, seq: u32, said: Value| {
        json!({"act": "take_in_return", "packet": "$包", "member": "$方慎行", "key": KEY, "seq": seq, "manifest_sha256": "d".repeat(64),
            "made": format!("2026-09-0{}T10:00:00+08:00", seq + 2), "sha256": sha256, "items": [{"item": desk.id("甲"), "said": said}]})
    };
    let first = take(&desk, 1, json!({"opinion": "agree", "words": "同意。", "remarks": [{"id": "r1", "page": 2, "words": "补页码"}]}));
    let done = desk.at("2026-09-04 09:00").ok(first);
    assert!(done.made.zh.contains("待登记为独立审查意见") && !done.made.zh.contains("计票"), "{}", done.made.zh);
    let view = looked(&mut desk);
    let row = &view.items[0].opinions[0];
    assert_eq!((row.weight, row.weight_zh.as_str()), (Weight::Counted, "独立审查意见，待登记"));
    let then = row.then.clone().expect("suggested");
    assert_eq!((then.text.as_str(), then.source.as_deref()), ("同意。\n第2页：补页码", Some(row.opinion.id.as_str())));
    assert!(desk.case("甲").round().opinions.is_empty(), "nothing is recorded by itself");
    let mut act = serde_json::to_value(&then).unwrap();
    act["act"] = json!("record_opinion");
    let mut stranger = act.clone();
    stranger["member"] = json!("$何静姝");
    desk.invalid(stranger, "source");
    desk.ok(act);
    assert_eq!(desk.case("甲").round().opinions[0].source.as_deref(), Some(row.opinion.id.as_str()));
    let second = take(&desk, 2, json!({"opinion": "disagree"}));
    desk.at("2026-09-05 09:00").ok(second);
    let opinions = looked(&mut desk).items[0].opinions.clone();
    let weights: Vec<_> = opinions.iter().map(|o| (o.opinion.said.opinion.clone().unwrap(), o.weight, o.then.is_some())).collect();
    assert_eq!(weights, [("agree".to_string(), Weight::Counted, false), ("disagree".to_string(), Weight::Recorded, false)]);
    assert_eq!(opinions[0].weight_zh, "已登记为独立审查意见");

    // A conflict declared in a return is no opinion that can be recorded.
    let other = json!({"act": "enter_opinion", "item": "$甲", "member": "$何静姝", "said": {"conflict": true, "conflict_words": "合作发表", "opinion": "agree"}});
    desk.named("声明", other);
    assert!(looked(&mut desk).items[0].opinions.iter().all(|o| o.then.is_none()));
    desk.invalid(json!({"act": "record_opinion", "case": "$甲", "member": "$何静姝", "view": "agree", "source": "$声明"}), "source");
    desk.invalid(json!({"act": "enter_opinion", "item": "$甲", "member": "$赵启明", "said": {"words": "一"}}), "member");

    // Decided: what was recorded still says so, and nothing more is handed out.
    desk.ok(json!({"act": "record_opinion", "case": "$甲", "member": "$何静姝", "view": "agree"}));
    desk.ok(json!({"act": "conclude_simplified", "case": "$甲"}));
    assert_eq!(
        looked(&mut desk).items[0].opinions.iter().find(|o| o.weight == Weight::Counted).map(|o| o.opinion.id.clone()),
        Some(opinions[0].opinion.id.clone())
    );
    desk.blocked(review("何静姝"), &["M14.closed"]);
}

#[test]
fn m20_after_the_conversion_the_reviewers_get_no_packet() {
    let mut desk = reviewed();
    desk.named("包", review("何静姝"));
    assert_eq!(looked(&mut desk).rows[1].packets[0].edition, 1);
    // A point that is not met is suggested as a doubt, with its line; the secretary decides.
    let said = json!({"opinion": "agree", "words": "同意。", "points": {"2.3": {"answer": 3, "words": "没有防偏见的措施"}, "1.1": {"answer": 1, "words": ""}}});
    desk.ok(json!({"act": "enter_opinion", "item": "$甲", "member": "$何静姝", "said": said}));
    let then = looked(&mut desk).items[0].opinions[0].then.clone().expect("suggested");
    assert_eq!((then.doubt, then.text.as_str()), (true, "同意。\n2.3不符合：没有防偏见的措施"));
    desk.ok(json!({"act": "record_opinion", "case": "$甲", "member": "$方慎行", "view": "disagree", "text": "数据来源不清"}));
    desk.blocked(review("何静姝"), &["M20.converted"]);
    let view = looked(&mut desk);
    assert!(view.rows.iter().all(|r| r.chase_zh.is_empty()), "nobody is chased any more");
}

#[test]
fn m14_an_advisers_form_asks_for_no_vote_and_comes_back_as_advice() {
    let mut desk = planned();
    let adviser = desk.all::<measures::Adviser>()[0].id.clone();
    desk.ok(json!({"act": "seat_adviser", "meeting": "$会", "adviser": adviser, "no_interest": true}));
    let mut act = hand("赵启明", &["甲项"]);
    act["member"] = json!(adviser);
    desk.named("包", act);
    let look = |desk: &mut Desk| -> office::views::packets::PacketsView {
        let (now, meeting) = (desk.0.now, desk.id("会"));
        serde_json::from_value(desk.0.office.look(now, json!({"view": "packets", "meeting": meeting})).unwrap()).unwrap()
    };
    let row = look(&mut desk).rows.pop().unwrap();
    assert!(row.adviser && row.packets.len() == 1 && row.chase_zh.contains("段云起"), "{row:?}");
    // The key of an adviser is enrolled like a member's; what comes back is advice and no vote.
    desk.ok(json!({"act": "enrol_reader", "member": adviser, "key": KEY}));
    let sha256 = stage(&mut desk, b"advice");
    let item = desk.id("甲项");
    let done = desk
        .at("2026-08-31 09:00")
        .ok(json!({"act": "take_in_return", "packet": "$包", "member": adviser, "key": KEY, "seq": 1, "manifest_sha256": "d".repeat(64),
        "made": "2026-08-30T10:00:00+08:00", "sha256": sha256, "items": [{"item": item, "said": {"words": "电网接入须另行评估"}}]}));
    assert!(done.made.zh.contains("咨询意见") && done.made.zh.contains("没有表决权"), "{}", done.made.zh);
    let view = look(&mut desk);
    let one = &view.items[0].opinions[0];
    assert_eq!((one.name.as_str(), one.adviser, one.weight_zh.as_str()), ("段云起", true, "作咨询意见，没有表决权"));
    assert_eq!(view.rows.last().unwrap().answered, 1);
    // On paper too.
    desk.ok(json!({"act": "enter_opinion", "item": "$乙项", "member": adviser, "said": {"words": "没有意见"}}));
}

#[test]
fn the_hand_out_list_is_printed() {
    let mut desk = handed();
    let (now, meeting) = (desk.0.now, desk.id("会"));
    let out = desk.0.office.paper(now, json!({"paper": "print", "kind": "packet_list", "meeting": meeting})).unwrap();
    assert!(out["failure"].is_null() && out["pages"].as_u64() == Some(1), "{out}");
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
