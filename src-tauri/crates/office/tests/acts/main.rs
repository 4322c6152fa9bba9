//! The acts on a file in memory: what each records, what stops it, and one long way from the founding of a committee
//! to a served decision.

mod committee;
mod hostile;
mod intake;
mod later;
mod meeting;
mod oracle;
mod packet;
mod packet_form;
mod review;
mod scenarios;
mod whole;

use measures::Case;
use office::Failure;
use office::beijing::moment;
use office::counter::Done;
use office::stage::Stage;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

pub fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

/// An empty file at a moment.
pub fn empty(at: &str) -> Desk {
    let now = moment(at).expect("a moment");
    let office = office::Office::in_memory(assets(), now).expect("a file in memory");
    Desk(Stage { office, names: BTreeMap::new(), now })
}

/// Seven members, two of the four backgrounds doubled: 周 (chair, technology), 林 (vice-chair, ethics), 赵 (application),
/// 方 (law), 陈 (technology, outside), 何 (ethics), 罗 (law). Rules and undertakings in order.
pub fn seated(at: &str) -> Desk {
    let mut desk = empty(at);
    let committee = json!({
        "founded": "2025-01-10",
        "members": [
            {"name": "周秉衡", "role": "chair", "category": "technology", "sex": "male"},
            {"name": "林若溪", "role": "vice_chair", "category": "ethics", "sex": "female"},
            {"name": "赵启明", "category": "application", "sex": "male"},
            {"name": "方慎行", "category": "law", "sex": "male"},
            {"name": "陈思远", "category": "technology", "sex": "male", "external": true, "unit": "省科学院"},
            {"name": "何静姝", "category": "ethics", "sex": "female"},
            {"name": "罗晓岚", "category": "law", "sex": "female", "external": true, "unit": "江州衡正律师事务所"}
        ],
        "advisers": [{"name": "段云起", "unit": "江州电力科学研究院", "field": "电力安全", "no_interest": "2025-02-01"}],
        "registrations": [{"on": "2025-01-20", "number": "国科伦登2025-0001"}]
    });
    let assets = assets();
    desk.0.seat(&committee, &assets).expect("the committee is seated");
    desk
}

pub const ALL: [&str; 7] = ["周秉衡", "林若溪", "赵启明", "方慎行", "陈思远", "何静姝", "罗晓岚"];

pub struct Desk(pub Stage);

impl Desk {
    pub fn at(&mut self, at: &str) -> &mut Self {
        let now = moment(at).expect("a moment");
        assert!(now >= self.0.now, "{at}: acts are recorded in the order of time");
        self.0.now = now;
        self
    }
    /// Performs an act that must pass; what it made can be named.
    #[track_caller]
    pub fn ok(&mut self, act: Value) -> Done {
        self.with(act, &[])
    }
    /// As [`Desk::ok`], with typed reasons for what the law asks.
    #[track_caller]
    pub fn with(&mut self, act: Value, reasons: &[&str]) -> Done {
        let reasons = reasons.iter().map(|r| ((*r).to_string(), "情况属实，已核对原件并报告主任委员".to_string())).collect();
        match self.0.perform(&act, &reasons) {
            Ok(done) => done,
            Err(f) => panic!(
                "{act}\n{f}\n{}",
                f.findings
                    .iter()
                    .filter(|x| x.verdict <= measures::Verdict::Ask)
                    .map(|x| format!("{} {}", x.rule, x.zh))
                    .collect::<Vec<_>>()
                    .join("\n")
            ),
        }
    }
    /// Performs an act and names the first thing it made.
    #[track_caller]
    pub fn named(&mut self, name: &str, act: Value) -> Done {
        let done = self.ok(act);
        self.0.names.insert(name.into(), done.made.refs[0].id.clone());
        done
    }
    #[track_caller]
    fn fails(&mut self, act: Value) -> Failure {
        match self.0.perform(&act, &BTreeMap::new()) {
            Ok(done) => panic!("{act}\npassed, though it should not: {:?}", done.made.zh),
            Err(f) => f,
        }
    }
    /// The law blocks the act by exactly these rules.
    #[track_caller]
    pub fn blocked(&mut self, act: Value, rules: &[&str]) {
        let f = self.fails(act.clone());
        let found: Vec<&str> = f.findings.iter().filter(|x| x.blocks()).map(|x| x.rule.as_str()).collect();
        assert_eq!(found, rules, "{act}\n{f}");
    }
    /// The law asks for a reason under exactly these rules.
    #[track_caller]
    pub fn asks(&mut self, act: Value, rules: &[&str]) {
        let f = self.fails(act.clone());
        assert_eq!(f.kind, office::FailureKind::NeedsReason, "{act}\n{f}");
        let found: Vec<&str> = f.findings.iter().filter(|x| x.verdict == measures::Verdict::Ask).map(|x| x.rule.as_str()).collect();
        assert_eq!(found, rules, "{act}\n{f}");
    }
    /// Something typed is wrong, in this field.
    #[track_caller]
    pub fn invalid(&mut self, act: Value, field: &str) {
        let f = self.fails(act.clone());
        assert_eq!((f.kind, f.field.as_str()), (office::FailureKind::Invalid, field), "{act}\n{f}");
    }
    pub fn id(&self, name: &str) -> String {
        self.0.names[name].clone()
    }
    pub fn get<T: store::Record>(&self, name: &str) -> T {
        let id = self.0.names.get(name).map_or(name, String::as_str);
        self.0.office.opened().expect("open").archive.read().need(id).expect("on file")
    }
    pub fn all<T: store::Record>(&self) -> Vec<T> {
        self.0.office.opened().expect("open").archive.read().all().expect("readable")
    }
    pub fn case(&self, name: &str) -> Case {
        self.get(name)
    }

    /// Receives, checks, judges and scans an application; it is ready to be accepted.
    #[track_caller]
    pub fn ready(&mut self, name: &str, application: Value) {
        self.named(name, json!({"act": "receive_application", "application": application}));
        let case = format!("${name}");
        self.ok(json!({"act": "check_elements", "case": case, "rest_present": true}));
        self.ok(
            json!({"act": "determine_scope", "case": case, "in_scope": true, "heads": ["dignity"], "reason": "涉及个人信息处理和人的尊严"}),
        );
        self.ok(json!({"act": "judge_list", "case": case, "reason": "不属于清单三类活动"}));
        self.ok(json!({"act": "scan_conflicts", "case": case}));
    }
    /// As [`Desk::ready`], and accepted under the general procedure.
    #[track_caller]
    pub fn accepted(&mut self, name: &str) {
        self.ready(name, application(name));
        self.ok(json!({"act": "accept", "case": format!("${name}"), "procedure": "general", "reason": "风险高于常规，影响范围较大"}));
    }
    /// Plans a meeting for a day, with these cases as items named after them.
    #[track_caller]
    pub fn convene(&mut self, name: &str, day: &str, cases: &[&str]) {
        self.named(name, json!({"act": "plan_meeting", "starts": format!("{day} 14:00"), "ends": format!("{day} 17:00"), "form": "on_site", "place": "行政楼305"}));
        for case in cases {
            self.named(&format!("{case}项"), json!({"act": "place_item", "meeting": format!("${name}"), "case": format!("${case}")}));
        }
    }
    /// Opens the meeting with these members in the room.
    #[track_caller]
    pub fn open(&mut self, name: &str, present: &[&str]) {
        let present: Vec<String> = present.iter().map(|m| format!("${m}")).collect();
        self.ok(json!({"act": "open_meeting", "meeting": format!("${name}"), "present": present}));
    }
    /// Votes of these members on an item, all the same.
    #[track_caller]
    pub fn votes(&mut self, item: &str, members: &[&str], vote: &str) {
        let votes: serde_json::Map<String, Value> = members.iter().map(|m| (format!("${m}"), json!(vote))).collect();
        self.ok(json!({"act": "record_votes", "item": format!("${item}"), "votes": votes}));
    }
}

pub fn application(title: &str) -> Value {
    json!({"title": format!("{title}的算法研究"), "leader": "王某", "leader_title": "教授", "department": "信息学院"})
}
