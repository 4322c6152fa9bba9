//! The journal in plain Chinese: what a field is called, and how its value is read. A field without a name of its own is
//! shown under the name it has in the record rather than left out: nothing that changed is hidden.

use crate::views::journal::Change;
use measures::say::{zh_date, zh_instant};
use measures::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// Names that a value may stand for: members, meetings, cases by their id.
pub(super) type Names = BTreeMap<String, String>;

/// Field → its name. The same word means the same in every record; where it does not, `label` looks at the path.
const FIELDS: &[(&str, &str)] = &[
    ("id", "编号"),
    ("number", "编号"),
    ("name", "名称"),
    ("title", "活动名称"),
    ("leader", "负责人"),
    ("leader_title", "职称"),
    ("department", "部门"),
    ("phone", "电话"),
    ("email", "电子邮箱"),
    ("funding", "经费来源"),
    ("team", "项目人员"),
    ("partners", "合作单位"),
    ("flags", "情况"),
    ("passport", "审查对象"),
    ("risks", "风险自评"),
    ("ordinary_risk", "自评为常规风险"),
    ("texts", "申请书内容"),
    ("self_listed", "申请人自评清单"),
    ("application", "申请"),
    ("human_participants", "涉及人的参与"),
    ("personal_information", "涉及个人信息"),
    ("human_samples", "涉及人的样本"),
    ("animals", "涉及动物"),
    ("international", "国际合作"),
    ("regulated", "主张登记备案"),
    ("several_units", "多单位合作"),
    ("lead_unit", "本单位牵头"),
    ("system", "系统"),
    ("model", "模型"),
    ("version", "版本"),
    ("data_sources", "数据来源"),
    ("users", "使用者"),
    ("controls", "控制措施"),
    ("what", "风险"),
    ("likelihood", "可能性"),
    ("degree", "程度"),
    ("measure", "措施"),
    ("part", "分工"),
    ("trained", "已培训"),
    ("scope", "适用范围"),
    ("in_scope", "属于适用范围"),
    ("heads", "所涉方面"),
    ("reason", "理由"),
    ("on", "日期"),
    ("listed", "清单判定"),
    ("items", "项"),
    ("exemption", "不再开展复核"),
    ("regime", "监管制度"),
    ("authority", "主管部门"),
    ("ethics_provision", "伦理要求条款"),
    ("proof", "凭证"),
    ("decided_by", "判定人"),
    ("rounds", "轮次"),
    ("kind", "种类"),
    ("suffix", "后缀"),
    ("received", "收到"),
    ("medium", "方式"),
    ("checks", "形式审查"),
    ("state", "状态"),
    ("note", "说明"),
    ("conflicts_scanned", "利益冲突比对"),
    ("supplements", "补正告知"),
    ("gaps", "缺项"),
    ("due", "期限"),
    ("served", "送达"),
    ("paper", "文书"),
    ("refused", "不予受理"),
    ("withdrawn", "撤回"),
    ("document", "文件"),
    ("accepted", "受理"),
    ("at", "时间"),
    ("procedure", "程序"),
    ("ground", "事由"),
    ("designation", "指定"),
    ("by", "由谁"),
    ("reviewers", "审查委员"),
    ("opinions", "审查意见"),
    ("member", "委员"),
    ("view", "意见"),
    ("doubt", "有疑义"),
    ("asks_meeting", "提议会议审查"),
    ("text", "内容"),
    ("converted", "转一般程序"),
    ("because", "原因"),
    ("extensions", "延长"),
    ("facts", "事实"),
    ("from_due", "原期限"),
    ("new_due", "新期限"),
    ("late", "逾期后延长"),
    ("approved_by", "批准人"),
    ("preliminary", "初步审查意见"),
    ("rereview", "专家复核"),
    ("sent", "报请日期"),
    ("implementer", "承担单位"),
    ("panel", "复核专家"),
    ("opinion", "意见"),
    ("file", "文件"),
    ("decision", "决定"),
    ("meeting", "会议"),
    ("item", "议题"),
    ("reasons", "理由"),
    ("suggestions", "修改建议"),
    ("conditions", "条件"),
    ("tracking_months", "跟踪间隔（月）"),
    ("next_tracking", "下次跟踪"),
    ("resubmit_by", "重新提交期限"),
    ("verified", "核验"),
    ("deliveries", "送达"),
    ("method", "方式"),
    ("receiver", "签收人"),
    ("place", "地点"),
    ("corrected", "更正说明"),
    ("appeal", "申诉"),
    ("postmark", "邮戳日期"),
    ("written", "书面"),
    ("grounds", "申诉理由"),
    ("last_day", "申诉末日"),
    ("admitted", "受理申诉"),
    ("refusal", "不受理理由"),
    ("sufficient", "理由充分"),
    ("concluded", "办结日期"),
    ("finding", "处理意见"),
    ("major", "重大变化"),
    ("report", "报告内容"),
    ("turns", "状态变化"),
    ("interim", "临时措施"),
    ("notes", "备注"),
    ("case", "案件"),
    ("round", "轮次"),
    ("elements", "所属要素"),
    ("version_date", "版本日期"),
    ("sha256", "校验值"),
    ("size", "大小（字节）"),
    ("replaced_by", "被替代"),
    ("unit", "单位"),
    ("credit_code", "统一社会信用代码"),
    ("affiliation", "隶属"),
    ("province", "省份"),
    ("autonomous_area", "民族自治地方"),
    ("founded", "设立日期"),
    ("founding_document", "设立文件"),
    ("letter_prefix", "发文代字"),
    ("case_prefix", "案号代字"),
    ("secretary", "秘书"),
    ("address", "地址"),
    ("office", "办公室"),
    ("budget", "经费"),
    ("rules", "制度"),
    ("adopted", "施行日期"),
    ("adopted_by", "制定"),
    ("settings", "设置"),
    ("registrations", "平台登记"),
    ("demo", "演示"),
    ("profile", "从严或从宽"),
    ("approve_after_changes", "提供修改后批准"),
    ("signed_ballots", "记名表决"),
    ("names_on_letters", "决定书写委员姓名"),
    ("minutes_attribute", "纪要写明发言人"),
    ("seal_mm", "印章宽（毫米）"),
    ("seal", "印章图"),
    ("signature", "签名图"),
    ("language", "语言"),
    ("lock_minutes", "自动锁定（分钟）"),
    ("second_copy", "副本文件夹"),
    ("seat", "席次"),
    ("sex", "性别"),
    ("external", "非本单位"),
    ("category", "类别"),
    ("also", "兼具类别"),
    ("identity", "证件号"),
    ("terms", "任期"),
    ("role", "职务"),
    ("from", "起"),
    ("until", "止"),
    ("ended", "提前结束"),
    ("how", "方式"),
    ("undertakings", "承诺书"),
    ("signed", "签署日期"),
    ("scan", "扫描件"),
    ("interests", "利益关系"),
    ("relation", "关系"),
    ("with", "对象"),
    ("trainings", "培训日期"),
    ("field", "专长"),
    ("no_interest", "无利益关系声明"),
    ("topic", "主题"),
    ("organiser", "组织者"),
    ("in_house", "内部培训"),
    ("hours", "学时"),
    ("members", "委员"),
    ("others", "其他人数"),
    ("no", "次"),
    ("year", "年"),
    ("starts", "开始"),
    ("ends", "结束"),
    ("form", "形式"),
    ("link", "视频链接"),
    ("noticed", "通知日期"),
    ("host", "主持"),
    ("vice_chair", "副主任委员"),
    ("invitations", "答复"),
    ("reply", "答复"),
    ("leaving", "将离会"),
    ("advisers", "顾问专家"),
    ("adviser", "顾问专家"),
    ("opened", "开始"),
    ("closed", "结束"),
    ("attendance", "到会"),
    ("presence", "到会方式"),
    ("recorder", "记录"),
    ("last_minutes_approved", "上次纪要已确认"),
    ("cancelled", "取消"),
    ("minutes", "分钟"),
    ("conflicts_asked", "询问利益冲突"),
    ("recusals", "回避"),
    ("left", "离席"),
    ("back", "回席"),
    ("taken_up", "开始审议"),
    ("ballots", "表决"),
    ("votes", "票"),
    ("corrections", "更正"),
    ("was", "原为"),
    ("outcome", "结果"),
    ("result", "结果"),
    ("chair_note", "主任委员说明"),
    ("deferred_to", "转至会议"),
    ("presented", "汇报"),
    ("answers", "答问"),
    ("remarks", "审议意见"),
    ("dimension", "方面"),
    ("dissent", "不同意见"),
    ("documents", "所审文件"),
    ("addressee", "收文人"),
    ("serial", "序号"),
    ("dated", "成文日期"),
    ("issued_at", "签发时间"),
    ("data", "内容"),
    ("wording", "文字"),
    ("pages", "页数"),
    ("check_code", "核对码"),
    ("journal_seq", "签发前留痕条数"),
    ("journal_head", "留痕校验值"),
    ("steps", "步骤"),
    ("step", "步骤"),
    ("done", "已办步骤"),
    ("copies", "份数"),
    ("void", "作废"),
    ("replaces", "替代"),
    ("channel", "渠道"),
    ("anonymous", "匿名"),
    ("about", "事项"),
    ("concerned", "被反映人"),
    ("handler", "承办人"),
    ("replied", "答复日期"),
    ("referred_to", "转送"),
    ("question", "问题"),
    ("answer", "答复"),
    ("reminder", "第几次催办"),
    ("submitted", "已提交"),
    ("figures", "数字"),
    ("articles", "条文"),
    ("notice", "放假通知"),
    ("issued", "发布日期"),
    ("source", "来源"),
    ("off", "放假"),
    ("work", "调休上班"),
];

fn label(key: &str, path: &[&str]) -> String {
    let parent = path.last().copied().unwrap_or("");
    match (parent, key) {
        ("", "title") if path.is_empty() => return "标题".into(),
        ("team" | "advisers", "name") => return "姓名".into(),
        ("rereview" | "opinion", "number") => return "意见文号".into(),
        ("outcome", "decision") => return "决定".into(),
        ("listed", "items") => return "属于第几项".into(),
        _ => {}
    }
    if let Ok(e) = serde_json::from_value::<Element>(Value::String(key.into())) {
        return format!("{key}{}", e.zh());
    }
    FIELDS.iter().find(|(f, _)| *f == key).map_or_else(|| key.to_string(), |(_, zh)| (*zh).to_string())
}

/// The closed vocabularies by the field they stand in. `kind` and `view` mean different things in different places.
fn word(key: &str, path: &[&str], value: &str) -> Option<&'static str> {
    fn of<T: serde::de::DeserializeOwned>(value: &str, zh: impl Fn(T) -> &'static str) -> Option<&'static str> {
        serde_json::from_value(Value::String(value.into())).ok().map(zh)
    }
    let parent = path.last().copied().unwrap_or("");
    match key {
        "procedure" => of(value, Procedure::zh),
        "kind" => match parent {
            "rounds" => of(value, RoundKind::zh),
            "turns" => of(value, TurnKind::zh),
            "rules" => of(value, RuleKind::zh),
            "undertakings" => of(value, UndertakingKind::zh),
            "unit" => of(value, UnitKind::zh),
            "decision" | "preliminary" => of(value, DecisionKind::zh),
            _ => papers::Kind::named(value).map(crate::prints::kind_zh),
        },
        "decision" => of(value, DecisionKind::zh),
        "heads" => of(value, ScopeHead::zh),
        "state" if path.contains(&"checks") => of(value, CheckState::zh),
        "state" => of(value, PaperState::zh),
        "ground" if parent == "extensions" => of(value, ExtensionGround::zh),
        "ground" => of(value, SimplifiedGround::zh),
        "method" => of(value, DeliveryMethod::zh),
        "view" => of(value, ReviewerView::zh),
        "opinion" => of(value, RereviewOpinion::zh),
        "affiliation" => of(value, Affiliation::zh),
        "category" | "also" => of(value, Category::zh),
        "role" => of(value, Role::zh),
        "sex" => of(value, Sex::zh),
        "how" => of(value, TermEnd::zh),
        "relation" => of(value, Relation::zh),
        "form" => of(value, MeetingForm::zh),
        "presence" => of(value, Presence::zh),
        "reply" => of(value, Reply::zh),
        "result" => of(value, ItemResult::zh),
        "step" | "steps" => of(value, PaperStep::zh),
        "was" => of(value, Vote::zh),
        "profile" => of(value, |p: Profile| if p == Profile::Strict { "从严" } else { "从宽" }),
        _ if parent == "votes" => of(value, Vote::zh),
        _ => None,
    }
}

/// A value on one line, at most this many characters of it.
const LONG: usize = 160;

fn shown(key: &str, path: &[&str], value: &Value, names: &Names) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::Bool(b) => if *b { "是" } else { "否" }.into(),
        Value::Number(n) => n.to_string(),
        Value::String(s) => string(key, path, s, names),
        Value::Array(list) => {
            let within: Vec<&str> = path.iter().copied().chain([key]).collect();
            let simple = list.iter().all(|v| !v.is_object());
            let all: Vec<String> =
                list.iter().map(|v| if v.is_object() { object(v, &within, names) } else { shown(key, path, v, names) }).collect();
            all.join(if simple { "、" } else { "；" })
        }
        Value::Object(_) => {
            let within: Vec<&str> = path.iter().copied().chain([key]).collect();
            object(value, &within, names)
        }
    };
    if text.chars().count() > LONG { format!("{}…", text.chars().take(LONG).collect::<String>()) } else { text }
}

fn object(value: &Value, path: &[&str], names: &Names) -> String {
    let Some(map) = value.as_object() else { return String::new() };
    let parts: Vec<String> = map
        .iter()
        .filter(|(_, v)| !empty(v))
        .map(|(k, v)| {
            let name = names.get(k).cloned().unwrap_or_else(|| label(k, path));
            format!("{name}：{}", shown(k, path, v, names))
        })
        .collect();
    parts.join("，")
}

fn string(key: &str, path: &[&str], s: &str, names: &Names) -> String {
    if let Some(zh) = word(key, path, s) {
        return zh.into();
    }
    if let Some(name) = names.get(s) {
        return name.clone();
    }
    if let Ok(d) = s.parse::<Date>() {
        return zh_date(d);
    }
    if let Ok(at) = s.parse::<Instant>() {
        return zh_instant(at);
    }
    // Hashes of attachments say nothing to a reader beyond that there is one.
    if s.len() == 64 && s.bytes().all(|b| b.is_ascii_hexdigit()) {
        return format!("{}…", &s[..8]);
    }
    s.into()
}

fn empty(v: &Value) -> bool {
    match v {
        Value::Null => true,
        Value::String(s) => s.is_empty(),
        Value::Array(a) => a.is_empty(),
        Value::Object(o) => o.is_empty(),
        Value::Bool(b) => !b,
        Value::Number(_) => false,
    }
}

/// Fields whose content is a paper or a text of its own: that they changed is said, not how.
const WHOLE: [&str; 4] = ["data", "figures", "articles", "wording"];

/// What a record was and what it became, field by field, down to where they differ.
pub(super) fn changes(before: Option<&Value>, after: Option<&Value>, names: &Names) -> Vec<Change> {
    let mut out = Vec::new();
    let none = Value::Object(Default::default());
    walk(before.unwrap_or(&none), after.unwrap_or(&none), &mut Vec::new(), String::new(), names, &mut out);
    out
}

fn walk<'a>(before: &'a Value, after: &'a Value, path: &mut Vec<&'a str>, said: String, names: &Names, out: &mut Vec<Change>) {
    static ABSENT: Value = Value::Null;
    let (Some(b), Some(a)) = (before.as_object(), after.as_object()) else { return };
    let mut keys: Vec<&String> = b.keys().chain(a.keys().filter(|k| !b.contains_key(*k))).collect();
    keys.retain(|k| *k != "id");
    for key in keys {
        let (old, new) = (b.get(key).unwrap_or(&ABSENT), a.get(key).unwrap_or(&ABSENT));
        if old == new || (empty(old) && empty(new)) {
            continue;
        }
        let name = names.get(key).cloned().unwrap_or_else(|| label(key, path));
        let what = if said.is_empty() { name } else { format!("{said} {name}") };
        match (old, new) {
            _ if WHOLE.contains(&key.as_str()) => out.push(Change {
                what,
                old: if empty(old) { String::new() } else { "（原内容）".into() },
                new: if empty(new) { String::new() } else { "（新内容）".into() },
            }),
            (Value::Object(_), Value::Object(_)) => {
                path.push(key);
                walk(old, new, path, what, names, out);
                path.pop();
            }
            (Value::Array(olds), Value::Array(news)) if olds.iter().chain(news).any(Value::is_object) => {
                path.push(key);
                for i in 0..olds.len().max(news.len()) {
                    let (o, n) = (olds.get(i).unwrap_or(&ABSENT), news.get(i).unwrap_or(&ABSENT));
                    if o == n {
                        continue;
                    }
                    let nth = if olds.len().max(news.len()) > 1 { format!("{what} {}", i + 1) } else { what.clone() };
                    if o.is_object() && n.is_object() {
                        walk(o, n, path, nth, names, out);
                    } else {
                        out.push(Change { what: nth, old: object(o, path, names), new: object(n, path, names) });
                    }
                }
                path.pop();
            }
            _ => out.push(Change { what, old: shown(key, path, old, names), new: shown(key, path, new, names) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_change_is_read_in_the_words_of_the_measures() {
        let names = Names::from([("p1".to_string(), "周秉衡".to_string())]);
        let before = json!({ "id": "c1", "rounds": [{ "kind": "initial", "accepted": null }] });
        let after = json!({ "id": "c1", "rounds": [{ "kind": "initial", "accepted": { "at": "2026-09-08T09:30:00+08:00", "procedure": "general", "reason": "风险较高" } }] });
        let all = changes(Some(&before), Some(&after), &names);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].what, "轮次 受理");
        assert_eq!((all[0].old.as_str(), all[0].new.as_str()), ("", "时间：2026年9月8日09:30，程序：一般程序，理由：风险较高"));
        let vote =
            changes(Some(&json!({ "ballots": [{ "votes": {} }] })), Some(&json!({ "ballots": [{ "votes": { "p1": "reject" } }] })), &names);
        assert_eq!((vote[0].what.as_str(), vote[0].new.as_str()), ("表决 票 周秉衡", "不予批准"));
        let phone = changes(Some(&json!({ "phone": "1" })), Some(&json!({ "phone": "2" })), &names);
        assert_eq!((phone[0].what.as_str(), phone[0].old.as_str(), phone[0].new.as_str()), ("电话", "1", "2"));
        assert!(changes(Some(&before), Some(&before), &names).is_empty());
    }

    #[test]
    fn no_field_is_named_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for (key, zh) in FIELDS {
            assert!(seen.insert(*key), "{key} stands twice");
            assert!(!zh.is_empty());
        }
    }
}
