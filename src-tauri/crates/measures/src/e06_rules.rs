//! The rule library E6 calls for, with what M20, M27, E9 and E14 add: which documents are on file on a day, and what
//! stays locked while one is missing. Deliberately not the lock itself: the simplified and emergency procedures and
//! video meetings ask here (or read `Committee::rule_on`) and block on their own.

use crate::say::{en_date, zh_date};
use crate::{Committee, Date, Finding, RuleDocument, RuleKind, Rules};
use serde_json::json;

/// The article that asks for the document, and what is locked without it.
fn asked_by(kind: RuleKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        RuleKind::Simplified => ("M20", "不能用简易程序", "the simplified procedure stays locked"),
        RuleKind::Emergency | RuleKind::EmergencySop => ("M27", "不能用应急程序", "the emergency procedure stays locked"),
        RuleKind::Video => ("E14", "不能开视频会议", "video meetings stay locked"),
        RuleKind::RiskAssessment => ("E9", "风险评估没有依据", "risk assessment has no basis"),
        _ => ("E6", "须制定并存入制度库", "adopt it and put it on file"),
    }
}

/// What the rule library lacks on `day`, one finding a document; one Fine when it is complete.
pub fn findings(committee: &Committee, rules: &Rules, day: Date) -> Vec<Finding> {
    let mut found: Vec<Finding> = RuleKind::ALL.iter().filter_map(|k| missing(committee, *k, day)).collect();
    if let Some(simplified) = committee.rule_on(RuleKind::Simplified, day) {
        found.extend(frequency(simplified, rules));
    }
    if found.is_empty() {
        found.push(Finding::fine(
            "E6.library",
            format!("制度库齐全，共{}种。", RuleKind::ALL.len()),
            format!("The rule library is complete: {} documents.", RuleKind::ALL.len()),
        ));
    }
    found
}

/// `None` when a version of the document is in force on `day`.
pub fn missing(committee: &Committee, kind: RuleKind, day: Date) -> Option<Finding> {
    if committee.rule_on(kind, day).is_some() {
        return None;
    }
    let (article, lock_zh, lock_en) = asked_by(kind);
    let later = committee.rules.iter().filter(|r| r.kind == kind).map(|r| r.adopted).min();
    let (zh, en) = match later {
        Some(on) => (
            format!("{}{}才施行，{lock_zh}。", kind.zh(), zh_date(on)),
            format!("The {} take effect on {} only; {lock_en}.", kind.en(), en_date(on)),
        ),
        None => (format!("没有{}，{lock_zh}。", kind.zh()), format!("No {} on file; {lock_en}.", kind.en())),
    };
    Some(
        Finding::ask(&format!("{article}.rule_{}", key(kind)), zh, en)
            .citing(&["E6"])
            .way(format!("制定{}，存入制度库。", kind.zh()), format!("Adopt the {} and put them on file.", kind.en()))
            .with(json!({ "kind": kind })),
    )
}

/// M20: the simplified procedure's own tracking frequency, within the longest interval allowed.
pub fn frequency(document: &RuleDocument, rules: &Rules) -> Option<Finding> {
    let longest = rules.tracking_months();
    match document.tracking_months {
        None => Some(
            Finding::ask(
                "M20.frequency",
                "简易程序工作规程没有写跟踪频度，不能用简易程序。",
                "The simplified-procedure rules set no tracking frequency; the procedure stays locked.",
            )
            .way("补写跟踪频度（几个月一次）。", "Enter the frequency in months."),
        ),
        Some(n) if n == 0 || n > longest => Some(
            Finding::block(
                "M20.frequency",
                format!("跟踪频度{n}个月，应为1至{longest}个月。"),
                format!("A tracking frequency of {n} months; it must be 1 to {longest}."),
            )
            .citing(&["M17"])
            .way("修订工作规程。", "Revise the rules."),
        ),
        Some(_) => None,
    }
}

/// May this version be put on file?
pub fn can_adopt(committee: &Committee, document: &RuleDocument, rules: &Rules, today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    if document.version.trim().is_empty() {
        found.push(Finding::block("E6.version", "没有填写版本。", "The version is missing."));
    }
    if committee.rules.iter().any(|r| r.kind == document.kind && r.version == document.version && r != document) {
        found.push(
            Finding::block(
                "E6.version",
                format!("{}{}版已经在库里。", document.kind.zh(), document.version),
                format!("Version {} of the {} is already on file.", document.version, document.kind.en()),
            )
            .way("换一个版本号。", "Use another version."),
        );
    }
    if document.adopted > today {
        found.push(Finding::note(
            "E6.later",
            format!("{}起施行，之前仍用旧版。", zh_date(document.adopted)),
            format!("In force from {}; until then the older version applies.", en_date(document.adopted)),
        ));
    }
    if document.kind == RuleKind::Simplified {
        found.extend(frequency(document, rules));
    }
    found
}

fn key(kind: RuleKind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(s)) => s,
        _ => unreachable!("a vocabulary serialises as its snake_case name"),
    }
}
