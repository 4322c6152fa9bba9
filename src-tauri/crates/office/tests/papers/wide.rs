//! Every paper of the catalogue once, each from the acts that call for it.

use crate::desk::{ALL, Desk, votes};
use serde_json::{Value, json};

impl Desk {
    /// Drafts lying about a case, of a kind.
    fn draft_of(&self, case: &str, kind: &str) -> String {
        let reader = self.stage.office.opened().expect("open").archive.read();
        let papers = reader.docs("paper").expect("read");
        let found = papers.iter().rfind(|(_, p)| p["case"] == case && p["kind"] == kind && p["state"] == "draft");
        found.unwrap_or_else(|| panic!("no draft of {kind} about {case}")).0.clone()
    }
    /// Issues the draft and reads the page.
    fn issued(&mut self, case: &str, kind: &str) -> String {
        let id = self.draft_of(case, kind);
        self.act(json!({"act": "issue_paper", "paper": id}));
        self.text(json!({"bytes": "paper", "id": id}))
    }
    fn received(&mut self, title: &str, leader: &str, more: Value) -> String {
        let mut form = json!({
            "title": title, "leader": leader, "leader_title": "教授", "department": "计算机科学与技术学院", "phone": "13900000000",
            "risks": [{"what": "推荐结果可能放大偏见", "likelihood": 2, "degree": 3, "measure": "上线前做偏见测试，上线后每月复测"}],
        });
        for (key, value) in more.as_object().into_iter().flatten() {
            form[key] = value.clone();
        }
        let case = Self::made(&self.act(json!({"act": "receive_application", "application": form})));
        self.act(json!({"act": "attach_material", "case": case, "elements": ["A4"], "name": "实施方案", "version": "V1.0", "version_date": "2026-08-01", "text": title}));
        case
    }
    fn checked(&mut self, case: &str, listed: Value) {
        self.act(json!({"act": "check_elements", "case": case, "rest_present": true}));
        self.act(json!({"act": "determine_scope", "case": case, "in_scope": true, "heads": ["public_order"], "reason": "面向公众"}));
        self.act(json!({"act": "judge_list", "case": case, "items": listed, "reason": "逐项比对清单"}));
        self.act(json!({"act": "scan_conflicts", "case": case}));
    }
    fn decided(&mut self, day: &str, case: &str, vote: &str, more: Value) -> String {
        let (meeting, items) = self.meeting(day, &[case]);
        self.on(&format!("{day} 14:00"));
        // Her term ends with 2026.
        let present: Vec<&str> = ALL.iter().copied().filter(|m| day < "2027-01-01" || *m != "$何静姝").collect();
        self.act(json!({"act": "open_meeting", "meeting": meeting, "present": present}));
        self.act(json!({"act": "take_up", "item": items[0]}));
        let mut cast = votes(vote, 9, "abstain");
        cast.as_object_mut().expect("a map").retain(|m, _| present.contains(&m.as_str()));
        self.act(json!({"act": "record_votes", "item": items[0], "votes": cast}));
        let mut close = json!({"act": "close_item", "item": items[0]});
        for (key, value) in more.as_object().into_iter().flatten() {
            close[key] = value.clone();
        }
        self.act(close);
        self.act(json!({"act": "close_meeting", "meeting": meeting}));
        meeting
    }
}

fn has(text: &str, said: &[&str]) {
    for s in said {
        assert!(text.contains(s), "lacks {s}: {text}");
    }
}

#[test]
fn d3_d4_d5_the_counter() {
    let mut desk = Desk::new("2026-09-01 09:00");
    let case = desk.received("生成式AI评阅作文的偏差", "马会宁", json!({}));
    desk.act(json!({"act": "check_elements", "case": case, "checks": {"A10": {"state": "missing", "note": "没有说明语料来源；附授权书或来源链接"}, "A19": {"state": "missing", "note": ""}}, "rest_present": true}));
    desk.act(json!({"act": "issue_supplement", "case": case}));
    has(&desk.issued(&case, "supplement_notice"), &["没有说明语料来源", "附授权书或来源链接", "第十二条", "马会宁"]);
    desk.act(json!({"act": "receive_supplement", "case": case}));
    desk.checked(&case, json!([]));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "涉及学生成绩，风险高于日常"}));
    has(&desk.issued(&case, "acceptance_notice"), &["一般程序", "2026年10月1日", "自受理之日起30日，受理当日不计"]);

    let other = desk.received("股票走势预测", "柏舟", json!({}));
    desk.act(json!({"act": "refuse", "case": other, "reason": "申请人不是本单位人员", "instead": "向本人所在单位委员会申请"}));
    has(&desk.issued(&other, "refusal_notice"), &["申请人不是本单位人员", "向本人所在单位委员会申请"]);
}

#[test]
fn d7_d20_d21_between_acceptance_and_decision() {
    let mut desk = Desk::new("2026-09-01 09:00");
    let case = desk.received("课堂话语自动分析", "叶知秋", json!({"ordinary_risk": true, "risks": []}));
    desk.checked(&case, json!([]));
    desk.act(
        json!({"act": "accept", "case": case, "procedure": "simplified", "ground": "ordinary_risk", "reason": "公开数据，风险不高于常规"}),
    );
    desk.act(json!({"act": "designate_reviewers", "case": case, "by": "$周秉衡", "reviewers": ["$方慎行", "$何静姝"]}));
    has(&desk.issued(&case, "designation_slip"), &["方慎行", "何静姝", "经比对无利益冲突"]);
    desk.on("2026-09-05 09:00");
    desk.act(json!({"act": "record_opinion", "case": case, "member": "$方慎行", "view": "disagree", "text": "数据来源不清"}));
    has(&desk.issued(&case, "conversion_notice"), &["一般程序", "自受理之日起计算"]);
    desk.act(
        json!({"act": "extend", "case": case, "ground": "complex", "facts": "涉及三家单位的数据，需分别核实", "new_due": "2026-10-20"}),
    );
    has(&desk.issued(&case, "extension_notice"), &["2026年10月20日", "涉及三家单位的数据"]);
}

#[test]
fn d18_d22_d19_a_listed_activity() {
    let mut desk = Desk::new("2026-09-01 09:00");
    let case = desk.received("具身智能机器人自主决策", "许衡", json!({"self_listed": [3]}));
    desk.checked(&case, json!([3]));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "属于复核清单"}));
    let meeting = desk.decided("2026-09-18", &case, "pass", json!({"reasons": "可控可信：急停与人工接管可靠。"}));
    desk.act(json!({"act": "run_aftermath", "meeting": meeting}));
    let id = desk.draft_of(&case, "preliminary_opinion");
    assert_eq!(desk.refused(json!({"act": "issue_paper", "paper": id})), ["E29.reasonableness"], "the re-review looks at both");
    desk.act(
        json!({"act": "edit_paper", "paper": id, "with": {"reasonableness": "技术路线符合国情和应用需要，风险控制措施与风险程度相当。"}}),
    );
    has(
        &desk.issued(&case, "preliminary_opinion"),
        &["第三项", "急停与人工接管可靠", "会议由周秉衡主持", "推荐结果可能放大偏见", "符合国情"],
    );
    desk.on("2026-09-21 09:00");
    desk.because(json!({"act": "send_rereview", "case": case, "authority": "江州省科学技术厅"}), "M22.package");
    has(&desk.issued(&case, "re_review_request"), &["江州省科学技术厅", "第三项", "初步审查意见"]);
    desk.act(json!({"act": "rereview_received", "case": case, "on": "2026-09-21"}));
    desk.on("2026-10-12 09:00");
    desk.act(json!({"act": "record_rereview", "case": case, "opinion": "agree", "on": "2026-10-12", "number": "江科复〔2026〕4号"}));
    let second = desk.decided("2026-10-30", &case, "approve", json!({}));
    desk.act(json!({"act": "run_aftermath", "meeting": second}));
    has(&desk.issued(&case, "decision_letter"), &["江科复〔2026〕4号", "第二十四条", "6个月", "国家科技伦理管理信息登记平台"]);
}

#[test]
fn d26_d27_an_appeal_refused_and_one_upheld() {
    let mut desk = Desk::new("2026-08-26 09:00");
    let case = desk.received("招生咨询对话系统", "韩雪梅", json!({}));
    desk.checked(&case, json!([]));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "须经会议审议"}));
    let meeting = desk.decided("2026-09-18", &case, "reject", json!({"reasons": "公平公正：训练数据有系统性偏差，且无补救办法。"}));
    desk.act(json!({"act": "run_aftermath", "meeting": meeting}));
    let letter = desk.draft_of(&case, "decision_letter");
    has(&desk.issued(&case, "decision_letter"), &["不予批准", "训练数据有系统性偏差"]);
    desk.on("2026-09-21 10:00");
    desk.act(json!({"act": "record_service", "paper": letter, "method": "in_person", "receiver": "韩雪梅"}));
    let receipt = desk.act(json!({"act": "draft_paper", "kind": "service_receipt", "case": case, "with": {"paper": letter}}));
    has(&desk.text(json!({"bytes": "paper", "id": Desk::made(&receipt)})), &["2026年9月24日", "韩雪梅", "江大智伦〔2026〕1号"]);
    desk.on("2026-09-23 09:00");
    desk.act(json!({"act": "record_appeal", "case": case, "received": "2026-09-23", "grounds": "数据偏差已在第三版修正"}));
    has(&desk.issued(&case, "appeal_notice"), &["2026年9月24日", "江大智伦〔2026〕1号"]);
    desk.act(json!({"act": "conclude_appeal", "case": case, "sufficient": false, "finding": "第三版没有提交，无从认定"}));
    has(&desk.issued(&case, "appeal_decision"), &["维持原审查决定", "数据偏差已在第三版修正", "第三版没有提交"]);
}

#[test]
fn d28_d30_d32_d44_after_approval() {
    let mut desk = Desk::new("2026-08-26 09:00");
    let case = desk.received("脑机接口康复训练", "卢海棠", json!({}));
    desk.checked(&case, json!([]));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "须经会议审议"}));
    let meeting = desk.decided("2026-09-18", &case, "approve", json!({"tracking_months": 12}));
    desk.act(json!({"act": "run_aftermath", "meeting": meeting}));
    desk.issued(&case, "decision_letter");
    desk.on("2027-08-02 09:00");
    desk.act(json!({"act": "draft_paper", "kind": "tracking_notice", "case": case}));
    has(&desk.issued(&case, "tracking_notice"), &["2027年9月18日", "江大智伦〔2026〕1号", "风险防控措施执行情况"]);
    desk.on("2027-08-20 09:00");
    desk.act(json!({"act": "start_round", "case": case, "kind": "tracking", "report": ["按方案执行", "措施有效", "风险无变化", "无"]}));
    desk.act(json!({"act": "scan_conflicts", "case": case}));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "例行跟踪，会议审议"}));
    let second = desk.decided(
        "2027-09-10",
        &case,
        "suspend",
        json!({"reasons": "措施未落实，日志缺失三周", "conditions": ["补齐日志并复查合格后恢复"]}),
    );
    desk.act(json!({"act": "run_aftermath", "meeting": second}));
    has(&desk.issued(&case, "suspension"), &["措施未落实", "补齐日志并复查合格后恢复", "自送达之日起"]);
    desk.act(json!({"act": "draft_paper", "kind": "archive_index", "case": case}));
    has(&desk.issued(&case, "archive_index"), &["实施方案", "江大智伦〔2026〕1号", "30年"]);
}

#[test]
fn d30_tracking_goes_on() {
    let mut desk = Desk::new("2026-08-26 09:00");
    let case = desk.received("公交车路协同", "唐砚秋", json!({}));
    desk.checked(&case, json!([]));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "须经会议审议"}));
    desk.decided("2026-09-18", &case, "approve", json!({"tracking_months": 6}));
    desk.on("2027-02-20 09:00");
    desk.act(json!({"act": "start_round", "case": case, "kind": "tracking", "report": ["按方案执行", "措施有效", "风险无变化", "无"]}));
    desk.act(json!({"act": "scan_conflicts", "case": case}));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "例行跟踪，会议审议"}));
    let meeting = desk.decided("2027-03-10", &case, "continue", json!({"tracking_months": 6}));
    desk.act(json!({"act": "run_aftermath", "meeting": meeting}));
    let id = desk.draft_of(&case, "tracking_opinion");
    desk.act(json!({"act": "edit_paper", "paper": id, "with": {"requirements": ["每季度报送日志摘要"]}}));
    has(&desk.issued(&case, "tracking_opinion"), &["继续实施", "每季度报送日志摘要", "2027年9月10日"]);
}

#[test]
fn an_item_not_decided_calls_for_an_extension_that_waits_for_its_record() {
    let mut desk = Desk::new("2026-09-02 09:00");
    let case = desk.received("量刑辅助大模型的偏差测评", "叶知秋", json!({}));
    desk.checked(&case, json!([]));
    desk.act(json!({"act": "accept", "case": case, "procedure": "general", "reason": "须经会议审议"}));
    let next = Desk::made(&desk.act(
        json!({"act": "plan_meeting", "starts": "2026-10-16 14:00", "ends": "2026-10-16 17:00", "form": "on_site", "place": "行政楼305"}),
    ));
    let (meeting, items) = desk.meeting("2026-09-18", &[&case]);
    desk.on("2026-09-18 14:00");
    desk.act(json!({"act": "open_meeting", "meeting": meeting, "present": ALL}));
    desk.act(json!({"act": "defer_item", "item": items[0], "to": next, "reason": "法律类委员回避后缺位"}));
    desk.act(json!({"act": "close_meeting", "meeting": meeting}));
    let shown = desk.look(json!({"view": "aftermath", "meeting": meeting}));
    let line = shown["lines"][0].clone();
    assert_eq!((line["paper_zh"].as_str(), line["date"].as_str()), (Some("延长审查期限告知书"), Some("2026-10-23")), "{line}");
    assert!(line["findings"].as_array().is_some_and(|f| f.iter().any(|f| f["rule"] == "M16.extension_record")));
    desk.act(json!({"act": "run_aftermath", "meeting": meeting}));
    let id = desk.draft_of(&case, "extension_notice");
    assert_eq!(desk.refused(json!({"act": "issue_paper", "paper": id})), ["M16.extension_record"]);
    desk.act(json!({"act": "extend", "case": case, "ground": "other", "facts": "法律类委员回避后缺位，改列下次会议", "new_due": "2026-10-23", "approved_by": "周秉衡"}));
    assert_eq!(desk.draft_of(&case, "extension_notice"), id, "the same draft, not a second one");
    has(&desk.issued(&case, "extension_notice"), &["2026年10月23日", "2026年10月2日", "法律类委员回避后缺位"]);
}

#[test]
fn lists_and_days_are_printed_as_they_are_shown() {
    let mut desk = Desk::new("2026-09-02 09:00");
    let case = desk.accepted("多模态情感智能计算", "韩雪梅");
    for (kind, what, said) in [
        ("day_sheet", json!({}), "2026年9月2日"),
        ("register", json!({"saved": "all"}), "多模态情感智能计算"),
        ("why_date", json!({"case": case, "clock": "decision"}), "2026年10月2日"),
        ("why_date", json!({"limit": "working_days", "n": 3, "start": "2026-02-13"}), "2026年2月"),
    ] {
        let mut request = what.clone();
        request["paper"] = "print".into();
        request["kind"] = kind.into();
        let out = desk.stage.office.paper(desk.stage.now, request).unwrap_or_else(|f| panic!("{kind}: {f}"));
        assert!(out["failure"].is_null(), "{kind}: {out}");
        has(&desk.text(json!({"bytes": "token", "token": out["token"]})), &[said]);
    }
}
