//! Article 21 and the annex: the list of activities that need expert re-review, as versioned data, with plain questions
//! for each item. The judgement is the committee's (E5(4)); the applicant's own is recorded and does not decide.
//!
//! The items are named in our own short words; the official text is read where it was imported.

use crate::{Case, Date, Finding, ListJudgement, say};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A question whose answer a person knows; an item is hit when all its questions are answered yes.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub zh: String,
    pub en: String,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    pub n: u32,
    pub zh: String,
    pub en: String,
    pub questions: Vec<Question>,
}
/// One version of the list.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    pub version: String,
    pub in_force: Date,
    pub source: String,
    #[serde(rename = "item")]
    pub items: Vec<ListItem>,
}

/// An answer to one question. Unclear is not no: it goes to the chair (use of an existing listed system, for one).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    No,
    Unclear,
}

const SHIPPED: &str = include_str!("../../../../assets/law/list-2026.toml");

impl List {
    pub fn shipped() -> &'static List {
        static LIST: LazyLock<List> = LazyLock::new(|| List::read(SHIPPED).expect("the shipped list is read by a test"));
        &LIST
    }
    pub fn read(text: &str) -> Result<List, String> {
        toml::from_str(text).map_err(|e| format!("清单读不懂：{}", e.message()))
    }
    /// Items all of whose questions are answered yes, and items that hang on an unclear answer.
    pub fn hits(&self, answers: &[Vec<Answer>]) -> (Vec<u32>, Vec<u32>) {
        let (mut hit, mut unclear) = (Vec::new(), Vec::new());
        for (item, a) in self.items.iter().zip(answers) {
            if a.len() < item.questions.len() || a.contains(&Answer::No) {
                continue;
            }
            if a.contains(&Answer::Unclear) { unclear.push(item.n) } else { hit.push(item.n) }
        }
        (hit, unclear)
    }
}

/// May this judgement be recorded?
pub fn findings(case: &Case, j: &ListJudgement, list: &List) -> Vec<Finding> {
    let mut out = Vec::new();
    if j.reason.trim().is_empty() {
        out.push(
            Finding::block("M21.reason", "清单判定须写明理由。", "The list judgement needs its reason.")
                .citing(&["E5(4)"])
                .way("写明命中或不命中哪一项、为什么。", "Say which item is met or not and why."),
        );
    }
    if let Some(n) = j.items.iter().find(|n| !list.items.iter().any(|i| i.n == **n)) {
        out.push(Finding::block("M21.item", format!("清单没有第{n}项。"), format!("The list has no item {n}.")));
    }
    if j.version != list.version {
        out.push(Finding::note(
            "M21.version",
            format!("按清单{}版判定，现行是{}版。", j.version, list.version),
            format!("Judged by list version {}, current is {}.", j.version, list.version),
        ));
    }
    if j.on < list.in_force && j.version == list.version {
        out.push(Finding::note(
            "M21.in_force",
            format!("判定日期早于清单施行日期{}。", say::zh_date(list.in_force)),
            format!("Judged before the list came into force on {}.", say::en_date(list.in_force)),
        ));
    }
    let own = &case.application.self_listed;
    if own.is_empty() != j.items.is_empty() {
        let (zh, en) = if j.listed() {
            ("申请人自评不属于清单，以委员会判定为准。", "The applicant says not listed; the committee's judgement prevails.")
        } else {
            ("申请人自评属于清单，以委员会判定为准。", "The applicant says listed; the committee's judgement prevails.")
        };
        out.push(Finding::note("E5.judgement", zh, en).citing(&["M21"]));
    }
    if j.listed() {
        out.push(
            Finding::note(
                "M22.listed",
                "属于复核清单：初步审查通过后报请专家复核，批准前须有复核意见。",
                "Listed: re-review after the preliminary opinion, and no approval before its opinion.",
            )
            .citing(&["M24"]),
        );
    }
    out
}

/// M21: approved activities judged by an older version; to be looked at again at the next tracking review.
pub fn to_rejudge(case: &Case, list: &List) -> Option<Finding> {
    let j = case.listed.as_ref()?;
    (j.version != list.version).then(|| {
        Finding::note(
            "M21.rejudge",
            format!("按清单{}版判定；清单已更新为{}版，下次跟踪时重新判定。", j.version, list.version),
            format!("Judged by list {}; the list is now {}: judge again at the next tracking review.", j.version, list.version),
        )
    })
}
