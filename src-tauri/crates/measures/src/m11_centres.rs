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

/// Everybody who reviewed a round of this activity: this committee with its unit, and bodies commissioned or recognised.
pub fn reviewers(facts: &Facts, case: &Case) -> Vec<Body> {
    let mut out = Vec::new();
    // A round that is neither commissioned nor recognised is, or will be, reviewed here.
    if case.rounds.iter().any(|r| !r.elsewhere()) {
        out.push(Body { name: facts.committee.name.clone(), credit_code: String::new() });
        out.push(Body { name: facts.committee.unit.name.clone(), credit_code: facts.committee.unit.credit_code.clone() });
    }
    out.extend(case.rounds.iter().filter_map(|r| r.commission.as_ref()).map(crate::m12_commission::as_body));
    out.extend(case.rounds.iter().filter_map(|r| r.recognised.as_ref()).map(|r| r.issuer.clone()));
    out
}

/// Everybody who carried out a re-review of this activity.
pub fn rereviewers(facts: &Facts, case: &Case) -> Vec<Body> {
    let named = case.rounds.iter().filter_map(|r| r.rereview.as_ref()).map(|r| r.implementer.as_str()).filter(|n| !n.trim().is_empty());
    named.map(|n| known(facts, n)).collect()
}

/// A body by its name, with the credit code the register has for it.
fn known(facts: &Facts, name: &str) -> Body {
    let code = facts.committee.bodies.iter().find(|b| names::folded(&b.name) == names::folded(name)).map(|b| b.credit_code.clone());
    Body { name: name.into(), credit_code: code.unwrap_or_default() }
}

/// The re-review's implementer against everybody who reviewed.
pub fn implementer(facts: &Facts, case: &Case, implementer: &str) -> Vec<Finding> {
    both_roles(&reviewers(facts, case), &[known(facts, implementer)])
}
