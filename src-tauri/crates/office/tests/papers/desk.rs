//! A desk for the tests: the standard committee in memory, acts by their JSON, papers as text.

use office::Office;
use office::beijing::moment;
use office::stage::Stage;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

pub struct Desk {
    pub stage: Stage,
}

impl Desk {
    pub fn new(on: &str) -> Desk {
        let now = moment(on).expect("a moment");
        let office = Office::in_memory(assets(), now).expect("a file in memory");
        let mut stage = Stage { office, names: BTreeMap::new(), now };
        stage.seat(&json!("standard"), &assets()).expect("the standard committee");
        Desk { stage }
    }
    pub fn on(&mut self, at: &str) {
        self.stage.now = moment(at).expect("a moment");
    }
    pub fn act(&mut self, act: Value) -> Value {
        let done = self
            .stage
            .perform(&act, &BTreeMap::new())
            .unwrap_or_else(|f| panic!("{act}: {f} {:?}", f.findings.iter().map(|f| (&f.rule, &f.zh)).collect::<Vec<_>>()));
        serde_json::to_value(done).expect("JSON")
    }
    pub fn refused(&mut self, act: Value) -> Vec<String> {
        let failure = self.stage.perform(&act, &BTreeMap::new()).expect_err("must be refused");
        failure.findings.iter().filter(|f| f.blocks()).map(|f| f.rule.clone()).collect()
    }
    pub fn because(&mut self, act: Value, rule: &str) -> Value {
        let reasons = BTreeMap::from([(rule.to_string(), "经主任委员同意并电话告知申请人".to_string())]);
        serde_json::to_value(
            self.stage
                .perform(&act, &reasons)
                .unwrap_or_else(|f| panic!("{act}: {f} {:?}", f.findings.iter().map(|f| &f.rule).collect::<Vec<_>>())),
        )
        .expect("JSON")
    }
    pub fn made(done: &Value) -> String {
        done["made"]["refs"][0]["id"].as_str().expect("something was made").to_string()
    }
    pub fn look(&mut self, view: Value) -> Value {
        let view = self.stage.resolve(&view).expect("names");
        self.stage.office.look(self.stage.now, view).expect("a view")
    }
    pub fn case(&self, id: &str) -> Value {
        let doc = self.stage.office.opened().expect("open").archive.read().doc("case", id).expect("read").expect("there");
        serde_json::from_str(&doc).expect("JSON")
    }
    pub fn paper(&self, id: &str) -> Value {
        let doc = self.stage.office.opened().expect("open").archive.read().doc("paper", id).expect("read").expect("there");
        serde_json::from_str(&doc).expect("JSON")
    }
    pub fn text(&mut self, of: Value) -> String {
        let out = self.stage.office.bytes(self.stage.now, of).expect("bytes");
        let file = tempfile::Builder::new().suffix(".pdf").tempfile().expect("a file");
        std::fs::write(file.path(), &out.bytes).expect("written");
        if let Ok(dir) = std::env::var("PAPERS_OUT") {
            std::fs::create_dir_all(&dir).expect("a folder");
            std::fs::write(Path::new(&dir).join(&out.name), &out.bytes).expect("written");
        }
        let read =
            std::process::Command::new("pdftotext").arg("-layout").arg(file.path()).arg("-").output().expect("pdftotext is installed");
        String::from_utf8_lossy(&read.stdout).chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// An application received, checked and accepted.
    pub fn accepted(&mut self, title: &str, leader: &str) -> String {
        let case = Self::made(&self.act(json!({"act": "receive_application", "medium": "电子邮件", "application": {
            "title": title, "leader": leader, "leader_title": "教授", "department": "计算机科学与技术学院", "phone": "13900000000", "ordinary_risk": false,
            "risks": [{"what": "不同人群识别率有差异", "likelihood": 2, "degree": 2, "measure": "按人群分组测试并公布结果"}],
        }})));
        self.act(json!({"act": "attach_material", "case": case, "elements": ["A4"], "name": "实施方案", "version": "V1.2", "version_date": "2026-08-20", "text": "方案"}));
        self.act(json!({"act": "check_elements", "case": case, "rest_present": true}));
        self.act(
            json!({"act": "determine_scope", "case": case, "in_scope": true, "heads": ["life_health"], "reason": "涉及个人信息与公平"}),
        );
        self.act(json!({"act": "judge_list", "case": case, "items": [], "reason": "不属于清单三项"}));
        self.act(json!({"act": "scan_conflicts", "case": case}));
        self.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "风险高于日常，须经会议审议"}));
        case
    }

    pub fn meeting(&mut self, day: &str, cases: &[&str]) -> (String, Vec<String>) {
        let at = |t: &str| format!("{day} {t}");
        let meeting = Self::made(&self.act(
            json!({"act": "plan_meeting", "starts": at("14:00"), "ends": at("17:00"), "form": "on_site", "place": "行政楼305会议室"}),
        ));
        let items: Vec<String> =
            cases.iter().map(|c| Self::made(&self.act(json!({"act": "place_item", "meeting": meeting, "case": c})))).collect();
        self.act(json!({"act": "send_notices", "meeting": meeting}));
        (meeting, items)
    }
}

pub const ALL: [&str; 9] = ["$周秉衡", "$林若溪", "$赵启明", "$方慎行", "$罗晓岚", "$陈思远", "$艾力·买买提", "$何静姝", "$欧阳敏"];

pub fn votes(yes: &str, n: usize, no: &str) -> Value {
    let mut map = serde_json::Map::new();
    for (i, m) in ALL.iter().enumerate() {
        map.insert((*m).into(), json!(if i < n { yes } else { no }));
    }
    Value::Object(map)
}

/// A meeting of two items, both decided, not closed yet.
pub fn held() -> (Desk, String, Vec<String>, Vec<String>) {
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
    desk.act(
        json!({"act": "close_item", "item": items[0], "suggestions": ["补充未录入人脸者的等效考勤方式", "按性别、肤色分组报告误识率"]}),
    );
    desk.on("2026-09-18 15:00");
    desk.act(json!({"act": "take_up", "item": items[1]}));
    desk.act(json!({"act": "record_votes", "item": items[1], "votes": votes("approve", 8, "abstain")}));
    desk.act(json!({"act": "close_item", "item": items[1], "tracking_months": 12}));
    (desk, meeting, vec![a, b], items)
}
