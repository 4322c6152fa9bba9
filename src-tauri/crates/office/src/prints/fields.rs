//! The words of a draft that a person may change. Facts and numbers are not among them: they come from the record, and a
//! wrong one is corrected where it arose.

use super::names::named;
use crate::failure::Failure;
use papers::{Kind, Paper};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How a field is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Line,
    Text,
    List,
    /// Rows of the paper's own shape; laid over as they are.
    Rows,
}
impl Form {
    pub fn key(self) -> &'static str {
        match self {
            Form::Line => "line",
            Form::Text => "text",
            Form::List => "list",
            Form::Rows => "rows",
        }
    }
}

type Field = (&'static str, &'static str, &'static str, Form);

/// The editable words of a kind: field, Chinese and English label, form.
pub fn field_list(kind: Kind) -> &'static [Field] {
    use Form::*;
    match kind {
        Kind::SupplementNotice => &[("gaps", "需补正的材料", "material to be supplied", Rows), ("remark", "补充说明", "remark", Text)],
        Kind::AcceptanceNotice => &[
            ("form", "审查形式", "form of review", Line),
            ("procedure_reason", "适用程序的理由", "reason for the procedure", Text),
            ("remark", "补充说明", "remark", Text),
        ],
        Kind::RefusalNotice => &[
            ("reasons", "理由", "reasons", List),
            ("instead", "另行申请的去处", "where to apply instead", Text),
            ("objection", "异议途径", "how to object", Text),
        ],
        Kind::ExtensionNotice => &[("reason", "事实", "facts", Text), ("next_step", "下一步", "next step", Text)],
        Kind::ConversionNotice => &[("reason", "理由", "reason", Text), ("next_step", "下一步", "next step", Text)],
        Kind::DesignationSlip => &[("opinions_by", "意见交回日期", "opinions asked for by", Line)],
        Kind::MeetingNotice => &[
            ("access", "查阅材料的办法", "access to the material", Text),
            ("reply_by", "答复截止", "reply by", Line),
            ("remark", "补充说明", "remark", Text),
        ],
        Kind::Agenda => &[
            ("reported", "报告事项", "results reported", List),
            ("last_minutes", "确认的上次纪要", "minutes to confirm", Line),
            ("other", "其他事项", "other business", List),
        ],
        Kind::SignIn => &[("applicants", "申请人", "applicants", Rows)],
        Kind::Tally => &[("tellers", "计票人、监票人", "tellers", List)],
        Kind::Minutes => &[
            ("interests", "利益冲突询问与回答", "question about interests", Text),
            ("last_minutes", "上次纪要", "last minutes", Text),
            ("reported", "报告事项", "results reported", List),
            ("other", "其他事项", "other business", List),
        ],
        Kind::HostDesignation => &[("items", "议题范围", "items", Line), ("reason", "理由", "reason", Text)],
        Kind::DecisionLetter => &[
            ("reasons", "理由", "reasons", Text),
            ("suggestions", "修改建议", "suggestions", List),
            ("conditions", "条件", "conditions", List),
            ("scope", "批准范围", "scope approved", Text),
            ("duties", "义务", "duties", List),
            ("supersedes", "替代的文书", "letter replaced", Line),
            ("signer_post", "签署职务", "post of the signer", Line),
            ("signer", "签署人", "signer", Line),
            ("copies", "抄送", "copies to", List),
        ],
        Kind::PreliminaryOpinion => &[
            ("reasons", "风险与控制（审查理由）", "risks and controls (reasons)", Text),
            ("controls", "风险控制措施", "risk controls", List),
            ("legality", "合规性说明", "statement of legality", Text),
            ("reasonableness", "合理性说明", "statement of reasonableness", Text),
            ("addressee", "主送", "addressee", Line),
        ],
        Kind::ReReviewRequest => &[
            ("authority", "主送", "addressee", Line),
            ("routing", "报请途径的理由", "routing", Text),
            ("package", "材料清单", "enclosures", Rows),
        ],
        Kind::ReReviewConflict => &[("authority", "主送", "addressee", Line)],
        Kind::AppealNotice => &[("reason", "理由", "reason", Text)],
        Kind::AppealDecision => &[
            ("grounds", "申诉理由与认定", "grounds and findings", Rows),
            ("result", "结果", "result", Text),
            ("effect", "对原决定的效力", "effect on the original", Text),
        ],
        Kind::TrackingNotice => &[("materials", "提交材料", "material to hand in", List), ("submit_by", "提交截止", "hand in by", Line)],
        Kind::TrackingOpinion => &[("reasons", "审查意见", "findings", Text), ("requirements", "要求", "requirements", List)],
        Kind::Suspension => &[
            ("facts", "事实", "facts", List),
            ("scope", "范围", "scope", Text),
            ("effective", "生效", "effective from", Line),
            ("measures", "对参与者、数据和系统的措施", "measures", List),
            ("resumption", "恢复的条件和程序", "conditions of resumption", Text),
            ("copies", "抄送", "copies to", List),
        ],
        Kind::ServiceReceipt => &[
            ("paper", "送达的文书", "paper served", Line),
            ("address", "送达地点", "address", Line),
            ("server", "送达人", "server", Line),
            ("remark", "备注", "remark", Text),
        ],
        Kind::ArchiveIndex => &[("box_no", "盒号", "box", Line), ("retention", "保管期限", "retention", Line)],
        Kind::AnnualReport => {
            &[("year", "年度", "year", Line), ("texts", "各章文字", "chapter texts", Rows), ("addressee", "报送", "addressee", Line)]
        }
        Kind::ListedReport => &[("year", "年度", "year", Line), ("addressee", "报送", "addressee", Line)],
        Kind::Ballots | Kind::Roster | Kind::RecoverySheet | Kind::DaySheet | Kind::WhyDate | Kind::Register => &[],
    }
}

/// Fields that are read by the builder itself and not laid over the data.
fn steers(kind: Kind, key: &str) -> bool {
    matches!(
        (kind, key),
        (Kind::ServiceReceipt, "paper")
            | (Kind::AnnualReport, "year" | "texts")
            | (Kind::ListedReport, "year")
            | (Kind::DecisionLetter | Kind::PreliminaryOpinion | Kind::TrackingOpinion, "reasons")
            | (Kind::DecisionLetter, "suggestions" | "conditions")
            | (Kind::TrackingOpinion, "requirements")
    )
}

/// Words that belong to the decision on record, not to its letter alone: an edit goes to the record.
pub(crate) fn of_decision(kind: Kind, key: &str) -> Option<&'static str> {
    match (kind, key) {
        (Kind::DecisionLetter | Kind::PreliminaryOpinion | Kind::TrackingOpinion, "reasons") => Some("reasons"),
        (Kind::DecisionLetter, "suggestions") => Some("suggestions"),
        (Kind::TrackingOpinion, "requirements") => Some("requirements"),
        (Kind::DecisionLetter, "conditions") => Some("conditions"),
        _ => None,
    }
}

/// Keeps the words and refuses anything that is a fact.
pub(crate) fn words_only(kind: Kind, with: &Value) -> Result<Value, Failure> {
    let mut kept = Map::new();
    let given = match with {
        Value::Null => return Ok(Value::Object(kept)),
        Value::Object(given) => given,
        _ => return Err(Failure::invalid("with", "改动要写成“项目: 值”。", "Changes are a map of fields.")),
    };
    for (key, value) in given {
        if !field_list(kind).iter().any(|f| f.0 == key) {
            return Err(Failure::invalid(
                key,
                format!("“{key}”来自记录，不能在文书里改。"),
                format!("“{key}” comes from the record and cannot be edited here."),
            )
            .way("在它产生的地方更正，文书随之改变。", "Correct it where it arose; the paper follows."));
        }
        kept.insert(key.clone(), value.clone());
    }
    Ok(Value::Object(kept))
}

/// Lays the edited words over the data built from the record.
pub(crate) fn lay_over(paper: Paper, edited: &Value) -> Result<Paper, Failure> {
    let Some(edited) = edited.as_object().filter(|e| !e.is_empty()) else { return Ok(paper) };
    let kind = paper.kind();
    let mut data = serde_json::to_value(&paper)?;
    for (key, value) in edited.iter().filter(|(k, _)| !steers(kind, k)) {
        // An emptied date is no date.
        data[key] = match value.as_str() {
            Some("") if data[key].is_null() || date_like(&data[key]) => Value::Null,
            _ => value.clone(),
        };
    }
    serde_json::from_value(data).map_err(|e| {
        let key = edited.keys().find(|k| e.to_string().contains(k.as_str())).cloned().unwrap_or_default();
        Failure::invalid(&key, format!("改动的内容读不懂：{e}。"), format!("The change cannot be read: {e}."))
    })
}

fn date_like(value: &Value) -> bool {
    value.as_str().is_some_and(|s| s.parse::<measures::Date>().is_ok())
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperField {
    pub key: String,
    pub zh: String,
    pub en: String,
    /// `line`, `text`, `list`
    pub form: String,
    pub value: serde_json::Value,
}

/// The words of a paper as they stand, for the page that edits them. Rows of a paper's own shape are edited where they
/// arose.
pub fn values(kind: &str, data: &Value, words: impl Fn(&str) -> Option<Value>) -> Result<Vec<PaperField>, Failure> {
    let kind = named(kind)?;
    Ok(field_list(kind)
        .iter()
        .filter(|(_, _, _, form)| *form != Form::Rows)
        .map(|(key, zh, en, form)| PaperField {
            key: (*key).into(),
            zh: (*zh).into(),
            en: (*en).into(),
            form: form.key().into(),
            value: match (kind, *key) {
                (Kind::DecisionLetter, "reasons") => typed(&data["reasons"], false).into(),
                (Kind::TrackingOpinion, "reasons") => typed(&data["findings"], false).into(),
                // The applicant's own risks are data; the committee's reasons are those under a dimension and the general ones.
                (Kind::PreliminaryOpinion, "reasons") => {
                    let general = data["reasonableness"].as_str().unwrap_or_default();
                    [typed(&data["risks"], true).as_str(), general]
                        .into_iter()
                        .filter(|t| !t.is_empty())
                        .collect::<Vec<_>>()
                        .join("\n")
                        .into()
                }
                _ => words(key).unwrap_or_else(|| data[*key].clone()),
            },
        })
        .collect())
}

/// Reasons by dimension as they are typed: one line each, 公平公正：….
fn typed(notes: &Value, only_with_dimension: bool) -> String {
    let notes: Vec<papers::DimensionNote> = serde_json::from_value(notes.clone()).unwrap_or_default();
    let lines: Vec<String> = notes
        .into_iter()
        .filter(|n| !only_with_dimension || !n.dimension.is_empty())
        .map(|n| if n.dimension.is_empty() { n.text } else { format!("{}：{}", n.dimension, n.text) })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn facts_are_refused_and_words_kept() {
        let kept = words_only(Kind::RefusalNotice, &json!({ "instead": "向服务中心申请" })).expect("words");
        assert_eq!(kept, json!({ "instead": "向服务中心申请" }));
        let fact = words_only(Kind::RefusalNotice, &json!({ "received": "2026-01-01" })).expect_err("a fact");
        assert_eq!(fact.field, "received");
    }

    #[test]
    fn reasons_are_edited_as_they_were_typed() {
        let data = json!({ "reasons": [{ "dimension": "公平公正", "text": "差异未说明。" }, { "dimension": "", "text": "总体可控。" }] });
        let fields = values("decision_letter", &data, |_| None).expect("fields");
        assert_eq!(fields.iter().find(|f| f.key == "reasons").map(|f| f.value.clone()), Some(json!("公平公正：差异未说明。\n总体可控。")));
        assert!(values("supplement_notice", &data, |_| None).expect("fields").iter().all(|f| f.form != "rows"));
    }

    #[test]
    fn an_emptied_date_is_no_date() {
        let notice = Paper::SupplementNotice(papers::supplement_notice::SupplementNotice {
            due: Some("2026-09-30".parse().expect("a day")),
            ..Default::default()
        });
        let Paper::MeetingNotice(kept) = lay_over(
            Paper::MeetingNotice(papers::meeting_notice::MeetingNotice {
                reply_by: Some("2026-09-16".parse().expect("a day")),
                ..Default::default()
            }),
            &json!({ "reply_by": "" }),
        )
        .expect("laid over") else {
            panic!("same kind")
        };
        assert_eq!(kept.reply_by, None);
        assert_eq!(lay_over(notice.clone(), &json!({})).expect("unchanged"), notice);
    }
}
