//! The road of a letter: drafted, checked, issued, frozen, served, void and replaced.

use crate::desk::{Desk, held};
use serde_json::json;
use std::collections::BTreeMap;

#[test]
fn a_meeting_is_written_up_at_one_stroke_and_nothing_is_numbered() {
    let (mut desk, meeting, cases, _) = held();
    assert_eq!(
        desk.stage.perform(&json!({"act": "run_aftermath", "meeting": meeting}), &BTreeMap::new()).expect_err("not closed").field,
        "meeting"
    );
    desk.on("2026-09-18 16:48");
    desk.act(json!({"act": "close_meeting", "meeting": meeting}));
    let shown = desk.look(json!({"view": "aftermath", "meeting": meeting}));
    let lines = shown["lines"].as_array().expect("lines").clone();
    let letter = &lines[0];
    assert_eq!(letter["arithmetic_zh"], "到会9：21≥18");
    assert_eq!(letter["votes"], "修改后再审7，不予批准2");
    assert_eq!(letter["outcome_zh"], "修改后再审");
    assert_eq!(lines[1]["outcome_zh"], "批准");
    assert_eq!(shown["done"], false);

    let done = desk.act(json!({"act": "run_aftermath", "meeting": meeting, "leave_out": ["record:sign_in"]}));
    let papers: Vec<String> = done["made"]["refs"].as_array().expect("refs").iter().map(|r| r["id"].as_str().expect("id").into()).collect();
    assert_eq!(papers.len(), 4, "two letters, minutes, tally");
    for id in &papers {
        let paper = desk.paper(id);
        assert_eq!((paper["state"].as_str(), paper["number"].as_str()), (Some("draft"), Some("")), "no number is taken");
    }
    // Again: nothing is doubled.
    let again = desk
        .stage
        .perform(&json!({"act": "run_aftermath", "meeting": meeting, "leave_out": ["record:sign_in"]}), &BTreeMap::new())
        .expect_err("nothing left");
    assert!(again.zh.contains("都已起好"), "{again}");

    let minutes = desk.text(json!({"bytes": "paper", "id": papers[2]}));
    for said in ["应到委员9人", "分组误识率差异须公布", "3×7＝21≥2×9＝18，已达到", "按性别和肤色分组测试"]
    {
        assert!(minutes.contains(said), "minutes lack {said}: {minutes}");
    }
    let case = desk.case(&cases[1]);
    assert_eq!(case["rounds"][0]["decision"]["paper"], json!(papers[1]), "the decision points at its letter");
}

#[test]
fn a_letter_is_issued_frozen_served_void_and_replaced() {
    let (mut desk, meeting, cases, _) = held();
    desk.on("2026-09-18 16:48");
    desk.act(json!({"act": "close_meeting", "meeting": meeting}));
    let done = desk.act(json!({"act": "run_aftermath", "meeting": meeting}));
    let id = Desk::made(&done);

    // A fact cannot be edited; words of the decision go to the record.
    let wrong =
        desk.stage.perform(&json!({"act": "edit_paper", "paper": id, "with": {"vote": {"due": 5}}}), &BTreeMap::new()).expect_err("a fact");
    assert_eq!(wrong.field, "vote");
    desk.act(json!({"act": "edit_paper", "paper": id, "with": {"suggestions": ["补充等效考勤方式"], "copies": ["人事处"]}}));
    let case = desk.case(&cases[0]);
    assert_eq!(case["rounds"][0]["decision"]["suggestions"], json!(["补充等效考勤方式"]));

    assert_eq!(desk.refused(json!({"act": "issue_paper", "paper": id, "on": "2026-09-17"})), ["M16.dated"], "not before the decision");
    desk.act(json!({"act": "issue_paper", "paper": id}));
    let issued = desk.paper(&id);
    assert_eq!(issued["number"], "江大智伦〔2026〕1号");
    assert_eq!(issued["dated"], "2026-09-18");
    let bytes = desk.stage.office.bytes(desk.stage.now, json!({"bytes": "paper", "id": id})).expect("bytes");
    assert_eq!(bytes.name, "江大智伦〔2026〕1号 审查决定书（修改后再审） 龚建业.pdf");
    let text = desk.text(json!({"bytes": "paper", "id": id}));
    for said in
        ["江大智伦〔2026〕1号", "修改后再审", "补充等效考勤方式", "3个工作日", "人事处", issued["check_code"].as_str().expect("a code")]
    {
        assert!(text.contains(said), "the letter lacks {said}: {text}");
    }
    let wrong =
        desk.stage.perform(&json!({"act": "edit_paper", "paper": id, "with": {"scope": "全部"}}), &BTreeMap::new()).expect_err("frozen");
    assert_eq!(wrong.field, "paper");

    // Its way: printed once; served with the last day of appeal.
    desk.act(json!({"act": "record_step", "paper": id, "step": "printed", "copies": 3}));
    assert!(
        desk.stage.perform(&json!({"act": "record_step", "paper": id, "step": "printed"}), &BTreeMap::new()).is_err(),
        "once is enough"
    );
    desk.on("2026-09-21 10:00");
    let served =
        desk.act(json!({"act": "record_service", "paper": id, "method": "in_person", "receiver": "龚建业", "at": "2026-09-21 09:30"}));
    assert_eq!(served["made"]["zh"], "已登记江大智伦〔2026〕1号的送达；申诉末日2026年9月24日（周四）。");
    let case = desk.case(&cases[0]);
    assert_eq!(case["rounds"][0]["deliveries"].as_array().map(Vec::len), Some(1));
    desk.act(json!({"act": "correct_service", "paper": id, "at": "2026-09-21 09:50", "method": "in_person", "receiver": "龚建业", "reason": "时间误记"}));
    let case = desk.case(&cases[0]);
    let deliveries = case["rounds"][0]["deliveries"].as_array().expect("deliveries").clone();
    assert_eq!((deliveries.len(), deliveries[0]["corrected"].as_str()), (2, Some("时间误记")), "the wrong entry stays visible");

    // Void: asks because it was served; the number stays used, the replacement says what it replaces.
    let void = json!({"act": "void_paper", "paper": id, "reason": "抄送单位有误", "reissue": true});
    assert!(desk.stage.perform(&void, &BTreeMap::new()).is_err());
    let done = desk.because(void, "E6.void_served");
    let again = Desk::made(&done);
    desk.act(json!({"act": "issue_paper", "paper": again}));
    assert_eq!(desk.paper(&again)["number"], "江大智伦〔2026〕2号", "1 is never used again");
    let old = desk.paper(&id);
    assert_eq!((old["state"].as_str(), old["void"]["replaced_by"].as_str()), (Some("void"), Some(again.as_str())));
    let text = desk.text(json!({"bytes": "paper", "id": id}));
    assert!(text.contains("作废") && text.contains("由江大智伦〔2026〕2号替代"), "{text}");
    assert!(desk.text(json!({"bytes": "paper", "id": again})).contains("江大智伦〔2026〕1号"), "it names the letter it replaces");
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let issue = || {
        let (mut desk, meeting, _, _) = held();
        desk.on("2026-09-18 16:48");
        desk.act(json!({"act": "close_meeting", "meeting": meeting}));
        let id = Desk::made(&desk.act(json!({"act": "run_aftermath", "meeting": meeting})));
        desk.act(json!({"act": "issue_paper", "paper": id}));
        let paper = desk.paper(&id);
        (paper["sha256"].clone(), paper["check_code"].clone(), paper["journal_head"].clone())
    };
    assert_eq!(issue(), issue());
}

#[test]
fn a_dropped_draft_uses_no_number_and_minutes_wait_for_the_end() {
    let (mut desk, meeting, _, _) = held();
    let minutes = Desk::made(&desk.act(json!({"act": "draft_paper", "kind": "minutes", "meeting": meeting})));
    assert_eq!(desk.refused(json!({"act": "issue_paper", "paper": minutes})), ["E6.minutes_open"]);
    desk.on("2026-09-18 16:48");
    desk.act(json!({"act": "close_meeting", "meeting": meeting}));
    let tally = Desk::made(&desk.act(json!({"act": "draft_paper", "kind": "tally", "meeting": meeting})));
    desk.act(json!({"act": "drop_draft", "paper": tally}));
    assert!(desk.stage.office.opened().expect("open").archive.read().doc("paper", &tally).expect("read").is_none());
    desk.act(json!({"act": "issue_paper", "paper": minutes}));
    assert_eq!(desk.paper(&minutes)["number"], "纪要1号");
    let letter = desk
        .stage
        .perform(&json!({"act": "draft_paper", "kind": "refusal_notice", "case": "c1"}), &BTreeMap::new())
        .expect_err("nothing was refused");
    assert!(letter.zh.contains("没有不予受理的记录"), "{letter}");
}

#[test]
fn every_paper_of_a_meeting_can_be_printed_and_shown() {
    let (mut desk, meeting, _, items) = held();
    for (kind, what) in [
        ("agenda", json!({"meeting": meeting})),
        ("sign_in", json!({"meeting": meeting})),
        ("ballots", json!({"meeting": meeting, "item": items[1]})),
        ("tally", json!({"meeting": meeting})),
        ("meeting_notice", json!({"meeting": meeting, "member": "$罗晓岚"})),
        ("roster", json!({"on": "2025-07-15"})),
        ("recovery_sheet", json!({"lines": ["1234 5678 9abc def0 · 7c"], "name": "江州大学", "file_id": "a1"})),
    ] {
        let mut request = desk.stage.resolve(&what).expect("names");
        request["paper"] = "print".into();
        request["kind"] = kind.into();
        let out = desk.stage.office.paper(desk.stage.now, request).unwrap_or_else(|f| panic!("{kind}: {f}"));
        assert!(out["failure"].is_null() && out["pages"].as_u64().is_some_and(|n| n > 0), "{kind}: {out}");
        let png = desk.stage.office.page(desk.stage.now, json!({"token": out["token"], "page": 1, "scale": 1})).expect("a picture");
        assert!(png.starts_with(b"\x89PNG"), "{kind}");
        desk.text(json!({"bytes": "token", "token": out["token"]}));
    }
    let out = desk
        .stage
        .office
        .paper(
            desk.stage.now,
            json!({"paper": "draft_preview", "kind": "minutes", "about": {"meeting": meeting}, "wording": "标题：{没有这个}\n"}),
        )
        .expect("an answer");
    assert_eq!(out["failure"]["kind"], "paper", "wording with a hole in it says so: {out}");
}
