//! The main job in the real window: an application typed at the counter survives a power cut, goes to a meeting whose
//! quorum a recusal breaks and an arrival mends, is voted six to two, and its letter leaves through the native dialog.

use proof::{desktop::Desktop, page::Page};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const TITLE: &str = "面向社区医院的慢病随访问答模型研究";

/// Performs an act, giving a reason wherever the law asks for one; answers the id of what it made.
async fn act(page: &Page, act: Value) -> String {
    let told = match page.perform(json!({ "do": act })).await {
        Err(failure) if failure["kind"] == "needs_reason" => {
            let asked = failure["findings"].as_array().expect("findings").iter().filter(|f| f["verdict"] == "ask");
            let reasons: Vec<Value> =
                asked.map(|f| json!({ "rule": f["rule"], "reason": "主任委员已知情并书面同意，按实际情况办理" })).collect();
            page.perform(json!({ "do": act, "reasons": reasons })).await
        }
        told => told,
    };
    let done = told.unwrap_or_else(|failure| panic!("{act}: {failure:#}"));
    done["made"]["refs"][0]["id"].as_str().unwrap_or_default().to_owned()
}

async fn refused(page: &Page, act: Value, rule: &str) {
    let failure = page.perform(json!({ "do": act })).await.expect_err("the law stands in the way");
    let found = failure["findings"].as_array().expect("findings").iter().any(|f| f["rule"] == rule && f["verdict"] == "block");
    assert!(found, "{rule} in {failure:#}");
}

async fn long(page: &Page, words: &str, patience: u64) {
    let end = Instant::now() + Duration::from_secs(patience);
    while !page.all_text().await.contains(words) {
        assert!(Instant::now() < end, "{words} did not come within {patience} s:\n{}", page.all_text().await);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_counter_to_the_signed_letter() {
    let desktop = Desktop::with(1400, 900, &[("LUNSHEN_NOW", "2026-11-16T09:06:00+08:00")]);
    let page = desktop.open().await;
    page.press("进入演示").await;
    long(&page, "江州大学人工智能科技伦理委员会", 180).await;
    page.shows("新收申请").await;

    // at the counter, half-way through, the power goes
    page.key("Control+n").await;
    page.enter("活动名称", TITLE).await;
    page.enter("活动负责人", "龚䶮").await;
    tokio::time::sleep(Duration::from_millis(1500)).await; // a draft is kept within a second of the last key
    assert_eq!(desktop.kill_program(), 1);
    drop(page);
    let page = desktop.open().await;
    page.press("进入演示").await;
    long(&page, "新收申请", 60).await;
    page.key("Control+n").await;
    page.shows("上次写到这里，还没有收件").await;
    assert_eq!(page.value("活动负责人").await, "龚䶮");
    page.key("Control+Enter").await;
    long(&page, "JZU-AI-2026-0073", 20).await;

    // accepted, and on the agenda
    let rows = page.look(json!({ "view": "cases", "saved": "all", "text": "2026-0073" })).await.expect("the register");
    let case = rows["rows"][0]["id"].as_str().expect("the case").to_owned();
    act(&page, json!({ "act": "attach_material", "case": case, "elements": ["A4"], "name": "实施方案", "version": "V1.0", "version_date": "2026-11-10", "text": "方案" })).await;
    act(&page, json!({ "act": "check_elements", "case": case, "rest_present": true })).await;
    act(&page, json!({ "act": "determine_scope", "case": case, "in_scope": true, "heads": ["life_health"], "reason": "涉及患者个人信息" }))
        .await;
    act(&page, json!({ "act": "judge_list", "case": case, "items": [], "reason": "不属于清单三项" })).await;
    act(&page, json!({ "act": "scan_conflicts", "case": case })).await;
    act(&page, json!({ "act": "accept", "case": case, "procedure": "general", "reason": "风险高于日常，须经会议审议" })).await;
    let committee = page.look(json!({ "view": "committee" })).await.expect("the committee");
    let member = |name: &str| find_id(&committee, name).unwrap_or_else(|| panic!("{name} is not in {committee:#}"));
    let meeting = act(&page, json!({ "act": "plan_meeting", "starts": "2026-11-16T09:10:00+08:00", "ends": "2026-11-16T11:00:00+08:00", "form": "on_site", "place": "行政楼305" })).await;
    let item = act(&page, json!({ "act": "place_item", "meeting": meeting, "case": case })).await;
    act(&page, json!({ "act": "send_notices", "meeting": meeting })).await;

    // five attend, one steps out: four are too few; then four more come
    let first = ["周秉衡", "林若溪", "赵启明", "方慎行", "何静姝"].map(member);
    act(&page, json!({ "act": "open_meeting", "meeting": meeting, "present": first, "recorder": "许文静", "last_minutes_approved": true }))
        .await;
    act(&page, json!({ "act": "recuse", "item": item, "member": member("何静姝"), "reason": "与负责人有合作" })).await;
    refused(&page, json!({ "act": "take_up", "item": item }), "M14.quorum").await;
    for name in ["罗晓岚", "陈思远", "艾力·买买提", "欧阳敏"] {
        act(&page, json!({ "act": "arrive", "meeting": meeting, "member": member(name) })).await;
    }
    act(&page, json!({ "act": "take_up", "item": item })).await;
    refused(&page, json!({ "act": "record_vote", "item": item, "member": member("何静姝"), "vote": "approve" }), "M14.voter").await;
    let mut votes = serde_json::Map::new();
    for (i, name) in ["周秉衡", "林若溪", "赵启明", "方慎行", "罗晓岚", "陈思远", "艾力·买买提", "欧阳敏"].into_iter().enumerate()
    {
        votes.insert(member(name), json!(if i < 6 { "approve" } else { "revise" }));
    }
    act(&page, json!({ "act": "record_votes", "item": item, "votes": votes })).await;
    act(&page, json!({ "act": "close_item", "item": item, "tracking_months": 12 })).await;
    act(&page, json!({ "act": "close_meeting", "meeting": meeting })).await;
    act(&page, json!({ "act": "run_aftermath", "meeting": meeting })).await;
    let shown = page.look(json!({ "view": "case", "id": case })).await.expect("the case");
    let letter = shown["papers"].as_array().expect("papers").iter().find(|p| p["kind"] == "decision_letter").expect("a letter was drafted")
        ["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    act(&page, json!({ "act": "issue_paper", "paper": letter })).await;

    // the letter leaves through the native dialog, and reads as it was decided
    let saved = desktop.data().join("letter.pdf");
    page.script("window.__saving = window.__TAURI_INTERNALS__.invoke('paper', { request: arguments[0] })", vec![json!({ "errand": "save", "of": { "bytes": "paper", "id": letter }, "ask": { "title": "存为PDF", "kinds": [{ "name": "PDF", "endings": ["pdf"] }] } })]).await;
    desktop.answer_dialog("存为PDF", &saved).await;
    let end = Instant::now() + Duration::from_secs(15);
    while !saved.exists() {
        assert!(Instant::now() < end, "the letter was not saved");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let read = std::process::Command::new("pdftotext").arg("-layout").arg(&saved).arg("-").output().expect("pdftotext is installed");
    let text: String = String::from_utf8_lossy(&read.stdout).chars().filter(|c| !c.is_whitespace()).collect();
    for words in [TITLE, "龚䶮", "JZU-AI-2026-0073", "批准", "江大智伦〔2026〕"] {
        assert!(text.contains(words), "{words} in the letter: {text}");
    }
    assert_eq!(page.perform(json!({ "file": "verify" })).await.expect("verified")["ok"], json!(true));
    page.close().await;
}

/// The id beside a name, wherever the view lists it.
fn find_id(value: &Value, name: &str) -> Option<String> {
    match value {
        Value::Object(map) if map.get("name").and_then(Value::as_str) == Some(name) && map.contains_key("id") => {
            map["id"].as_str().map(str::to_owned)
        }
        Value::Object(map) => map.values().find_map(|v| find_id(v, name)),
        Value::Array(list) => list.iter().find_map(|v| find_id(v, name)),
        _ => None,
    }
}
