//! The road of a paper on real acts: drafted by the after-meeting run, checked, issued, frozen, served, void and replaced;
//! and the year's report made of it. The pages are set and looked at as text.

use office::Office;
use office::scenario::{Stage, moment};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

struct Desk {
    stage: Stage,
}

impl Desk {
    fn new(on: &str) -> Desk {
        let now = moment(on).expect("a moment");
        let office = Office::in_memory(assets(), now).expect("a file in memory");
        let mut stage = Stage { office, names: BTreeMap::new(), now };
        stage.seat(&json!("standard"), &assets()).expect("the standard committee");
        Desk { stage }
    }
    fn on(&mut self, at: &str) {
        self.stage.now = moment(at).expect("a moment");
    }
    fn act(&mut self, act: Value) -> Value {
        let done = self.stage.perform(&act, &BTreeMap::new()).unwrap_or_else(|f| panic!("{act}: {f} {:?}", f.findings.iter().map(|f| (&f.rule, &f.zh)).collect::<Vec<_>>()));
        serde_json::to_value(done).expect("JSON")
    }
    fn refused(&mut self, act: Value) -> Vec<String> {
        let failure = self.stage.perform(&act, &BTreeMap::new()).expect_err("must be refused");
        failure.findings.iter().filter(|f| f.blocks()).map(|f| f.rule.clone()).collect()
    }
    fn because(&mut self, act: Value, rule: &str) -> Value {
        let reasons = BTreeMap::from([(rule.to_string(), "经主任委员同意并电话告知申请人".to_string())]);
        serde_json::to_value(self.stage.perform(&act, &reasons).unwrap_or_else(|f| panic!("{act}: {f} {:?}", f.findings.iter().map(|f| &f.rule).collect::<Vec<_>>()))).expect("JSON")
    }
    fn made(done: &Value) -> String {
        done["made"]["refs"][0]["id"].as_str().expect("something was made").to_string()
    }
    fn look(&mut self, view: Value) -> Value {
        let view = self.stage.resolve(&view).expect("names");
        self.stage.office.look(self.stage.now, view).expect("a view")
    }
    fn case(&self, id: &str) -> Value {
        let doc = self.stage.office.opened().expect("open").archive.read().doc("case", id).expect("read").expect("there");
        serde_json::from_str(&doc).expect("JSON")
    }
    fn paper(&self, id: &str) -> Value {
        let doc = self.stage.office.opened().expect("open").archive.read().doc("paper", id).expect("read").expect("there");
        serde_json::from_str(&doc).expect("JSON")
    }
    fn text(&mut self, of: Value) -> String {
        let out = self.stage.office.bytes(self.stage.now, of).expect("bytes");
        let file = tempfile::Builder::new().suffix(".pdf").tempfile().expect("a file");
        std::fs::write(file.path(), &out.bytes).expect("written");
        if let Ok(dir) = std::env::var("PAPERS_OUT") {
            std::fs::create_dir_all(&dir).expect("a folder");
            std::fs::write(Path::new(&dir).join(&out.name), &out.bytes).expect("written");
        }
        let read = std::process::Command::new("pdftotext").arg("-layout").arg(file.path()).arg("-").output().expect("pdftotext is installed");
        String::from_utf8_lossy(&read.stdout).chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// An application received, checked and accepted.
    fn accepted(&mut self, title: &str, leader: &str) -> String {
        let case = Self::made(&self.act(json!({"act": "receive_application", "medium": "电子邮件", "application": {
            "title": title, "leader": leader, "leader_title": "教授", "department": "计算机科学与技术学院", "phone": "13900000000", "ordinary_risk": false,
            "risks": [{"what": "不同人群识别率有差异", "likelihood": 2, "degree": 2, "measure": "按人群分组测试并公布结果"}],
        }})));
        self.act(json!({"act": "attach_material", "case": case, "elements": ["A4"], "name": "实施方案", "version": "V1.2", "version_date": "2026-08-20", "text": "方案"}));
        self.act(json!({"act": "check_elements", "case": case, "rest_present": true}));
        self.act(json!({"act": "determine_scope", "case": case, "in_scope": true, "heads": ["life_health"], "reason": "涉及个人信息与公平"}));
        self.act(json!({"act": "judge_list", "case": case, "items": [], "reason": "不属于清单三项"}));
        self.act(json!({"act": "scan_conflicts", "case": case}));
        self.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "风险高于日常，须经会议审议"}));
        case
    }

    fn meeting(&mut self, day: &str, cases: &[&str]) -> (String, Vec<String>) {
        let at = |t: &str| format!("{day} {t}");
        let meeting = Self::made(&self.act(json!({"act": "plan_meeting", "starts": at("14:00"), "ends": at("17:00"), "form": "on_site", "place": "行政楼305会议室"})));
        let items: Vec<String> = cases.iter().map(|c| Self::made(&self.act(json!({"act": "place_item", "meeting": meeting, "case": c})))).collect();
        self.act(json!({"act": "send_notices", "meeting": meeting}));
        (meeting, items)
    }
}

const ALL: [&str; 9] = ["$周秉衡", "$林若溪", "$赵启明", "$方慎行", "$罗晓岚", "$陈思远", "$艾力·买买提", "$何静姝", "$欧阳敏"];

fn votes(yes: &str, n: usize, no: &str) -> Value {
    let mut map = serde_json::Map::new();
    for (i, m) in ALL.iter().enumerate() {
        map.insert((*m).into(), json!(if i < n { yes } else { no }));
    }
    Value::Object(map)
}

fn held() -> (Desk, String, Vec<String>, Vec<String>) {
    let mut desk = Desk::new("2026-08-26 09:00");
    let (a, b) = (desk.accepted("校园人脸识别无感考勤的算法公平性研究", "龚建业"), desk.accepted("胸片辅助诊断大模型", "䶮㛃"));
    desk.on("2026-09-08 09:00");
    let (meeting, items) = desk.meeting("2026-09-18", &[&a, &b]);
    desk.on("2026-09-18 14:03");
    desk.act(json!({"act": "open_meeting", "meeting": meeting, "present": ALL, "recorder": "许文静"}));
    desk.on("2026-09-18 14:10");
    desk.act(json!({"act": "take_up", "item": items[0]}));
    desk.act(json!({"act": "record_remarks", "item": items[0], "presented": "介绍了考勤系统的数据来源和测试办法", "answers": "问：误识率如何？\n答：按性别和肤色分组测试。", "remarks": [{"dimension": 2, "text": "分组误识率差异须公布"}, {"dimension": 6, "text": "人脸特征应限期删除", "dissent": true}]}));
    desk.on("2026-09-18 14:40");
    desk.act(json!({"act": "record_votes", "item": items[0], "votes": votes("revise", 7, "reject")}));
    desk.act(json!({"act": "close_item", "item": items[0], "suggestions": ["补充未录入人脸者的等效考勤方式", "按性别、肤色分组报告误识率"]}));
    desk.on("2026-09-18 15:00");
    desk.act(json!({"act": "take_up", "item": items[1]}));
    desk.act(json!({"act": "record_votes", "item": items[1], "votes": votes("approve", 8, "abstain")}));
    desk.act(json!({"act": "close_item", "item": items[1], "tracking_months": 12}));
    (desk, meeting, vec![a, b], items)
}

#[test]
fn a_meeting_is_written_up_at_one_stroke_and_nothing_is_numbered() {
    let (mut desk, meeting, cases, _) = held();
    assert_eq!(desk.stage.perform(&json!({"act": "run_aftermath", "meeting": meeting}), &BTreeMap::new()).expect_err("not closed").field, "meeting");
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
    let again = desk.stage.perform(&json!({"act": "run_aftermath", "meeting": meeting, "leave_out": ["record:sign_in"]}), &BTreeMap::new()).expect_err("nothing left");
    assert!(again.zh.contains("都已起好"), "{again}");

    let minutes = desk.text(json!({"bytes": "paper", "id": papers[2]}));
    for said in ["应到委员9人", "分组误识率差异须公布", "3×7＝21≥2×9＝18，已达到", "按性别和肤色分组测试"] {
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
    let wrong = desk.stage.perform(&json!({"act": "edit_paper", "paper": id, "with": {"vote": {"due": 5}}}), &BTreeMap::new()).expect_err("a fact");
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
    for said in ["江大智伦〔2026〕1号", "修改后再审", "补充等效考勤方式", "3个工作日", "人事处", issued["check_code"].as_str().expect("a code")] {
        assert!(text.contains(said), "the letter lacks {said}: {text}");
    }
    let wrong = desk.stage.perform(&json!({"act": "edit_paper", "paper": id, "with": {"scope": "全部"}}), &BTreeMap::new()).expect_err("frozen");
    assert_eq!(wrong.field, "paper");

    // Its way: printed once; served with the last day of appeal.
    desk.act(json!({"act": "record_step", "paper": id, "step": "printed", "copies": 3}));
    assert!(desk.stage.perform(&json!({"act": "record_step", "paper": id, "step": "printed"}), &BTreeMap::new()).is_err(), "once is enough");
    desk.on("2026-09-21 10:00");
    let served = desk.act(json!({"act": "record_service", "paper": id, "method": "in_person", "receiver": "龚建业", "at": "2026-09-21 09:30"}));
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
    let letter = desk.stage.perform(&json!({"act": "draft_paper", "kind": "refusal_notice", "case": "c1"}), &BTreeMap::new()).expect_err("nothing was refused");
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
    let out = desk.stage.office.paper(desk.stage.now, json!({"paper": "draft_preview", "kind": "minutes", "about": {"meeting": meeting}, "wording": "标题：{没有这个}\n"})).expect("an answer");
    assert_eq!(out["failure"]["kind"], "paper", "wording with a hole in it says so: {out}");
}

#[test]
fn the_year_is_counted_from_lists_and_fixed_once() {
    let (mut desk, meeting, cases, _) = held();
    desk.on("2026-09-18 16:48");
    desk.act(json!({"act": "close_meeting", "meeting": meeting}));
    desk.on("2026-10-09 09:00");
    let third = desk.accepted("多模态情感智能计算", "韩雪梅");
    let report = desk.look(json!({"view": "report", "year": 2026}));
    let table = |report: &Value, n: usize| report["chapters"][3]["tables"][n].clone();
    let cell = |t: &Value, key: &str| t["rows"].as_array().expect("rows").iter().flat_map(|r| r["cells"].as_array().expect("cells").clone()).find(|c| c["key"] == key).unwrap_or_else(|| panic!("no {key} in {t}"))["n"].clone();
    assert_eq!(cell(&table(&report, 0), "review.total"), 3);
    assert_eq!(cell(&table(&report, 1), "decision.revise"), 1);
    assert_eq!(cell(&table(&report, 1), "decision.open"), 1);
    assert_eq!(cell(&table(&report, 2), "receipt.total"), 3);
    assert!((0..4).all(|n| table(&report, n)["check"].is_null()), "the sums agree");
    let list = desk.look(json!({"view": "report_list", "year": 2026, "key": "decision.open"}));
    assert_eq!((list["rows"].as_array().map(Vec::len), list["rows"][0]["id"].as_str()), (Some(1), Some(third.as_str())));
    assert_eq!(desk.look(json!({"view": "report_list", "year": 2026, "key": "time.days"}))["rows"][0]["detail"], "23日");
    let _ = cases;

    assert!(desk.refused(json!({"act": "freeze_report", "year": 2026})).contains(&"E45.year".to_string()));
    desk.on("2027-02-20 09:00");
    let texts = json!({"13": "审查材料质量参差。", "14": "增加培训。"});
    desk.act(json!({"act": "freeze_report", "year": 2026, "texts": texts, "submitted": true}));
    let frozen = desk.look(json!({"view": "report", "year": 2026}));
    assert_eq!(frozen["frozen"], "2027-02-20");
    assert_eq!(frozen["findings"].as_array().map(Vec::len), Some(0));
    assert_eq!(desk.refused(json!({"act": "freeze_report", "year": 2026})), ["E45.fixed"]);
    let text = desk.text(json!({"bytes": "report", "year": 2026}));
    for said in ["2026年度工作报告", "审查材料质量参差", "按决定日期计入年度", "多模态情感智能计算", "江大智伦〔2027〕1号"] {
        assert!(text.contains(said), "the report lacks {said}");
    }
}
