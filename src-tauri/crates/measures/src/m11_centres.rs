//! Article 11: a service centre never gives both review and re-review to one activity, at whatever time (从严读“同时”,
//! reading A11). The guard is on bodies; that the same body goes by two names is a person's to say.

use crate::{Case, Facts, Finding, names};
use serde::{Deserialize, Serialize};

/// A body that reviewed or re-reviewed something.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Body {
    pub name: String,
    /// 统一社会信用代码; decides whether two names are one body.
    pub credit_code: String,
}

/// One body by its credit code, or by its name when a code is missing.
pub fn same(a: &Body, b: &Body) -> bool {
    let (x, y) = (a.credit_code.trim(), b.credit_code.trim());
    if !x.is_empty() && !y.is_empty() {
        x.eq_ignore_ascii_case(y)
    } else {
        !a.name.trim().is_empty() && names::folded(&a.name) == names::folded(&b.name)
    }
}

/// Nobody stands on both sides over the whole life of the activity.
pub fn both_roles(reviewed: &[Body], rereviewed: &[Body]) -> Vec<Finding> {
    reviewed
        .iter()
        .filter(|a| rereviewed.iter().any(|b| same(a, b)))
        .map(|a| {
            Finding::block(
                "M11.both_roles",
                format!("{}对同一活动既审查又复核，不允许（第十一条）。", a.name),
                format!("{} would both review and re-review the same activity (Art. 11).", a.name),
            )
            .way("书面告知复核组织单位，另行委托。", "Tell the authority in writing; another body must do it.")
        })
        .collect()
}

/// The re-review's implementer against who reviewed: here the committee and its unit.
pub fn implementer(facts: &Facts, case: &Case, implementer: &str) -> Vec<Finding> {
    let _ = case; // every round in this file was reviewed by this committee; bodies of commissioned reviews come with them
    let us = [
        Body { name: facts.committee.name.clone(), credit_code: String::new() },
        Body { name: facts.committee.unit.name.clone(), credit_code: facts.committee.unit.credit_code.clone() },
    ];
    both_roles(&us, &[Body { name: implementer.into(), credit_code: String::new() }])
}
