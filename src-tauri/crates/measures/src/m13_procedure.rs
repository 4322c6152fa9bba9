//! Article 13, the choice of procedure: what likelihood and degree of risk, listing and kind of round propose. A person
//! decides, and says why.

use crate::{Case, Procedure, RoundKind, SimplifiedGround, m19_simplified};
use serde::{Deserialize, Serialize};

/// A procedure proposed for acceptance; a person decides.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub procedure: Procedure,
    pub ground: Option<SimplifiedGround>,
    pub reasons_zh: Vec<String>,
    pub reasons_en: Vec<String>,
}

/// Proposes general or simplified from likelihood and degree of risk, listing and kind of round. Emergency is never
/// proposed: urgency is not in the file (E38).
pub fn propose(case: &Case) -> Proposal {
    let a = &case.application;
    let general = |zh: &str, en: &str| Proposal {
        procedure: Procedure::General,
        ground: None,
        reasons_zh: vec![zh.into()],
        reasons_en: vec![en.into()],
    };
    match case.round().kind {
        RoundKind::Resubmission => {
            return general("修改后再审，由作出决定的会议程序审查。", "A resubmission goes back to the general procedure.");
        }
        RoundKind::Renewed => return general("风险发生较大变化，须重新审查。", "The risk has changed greatly; a full review is due."),
        RoundKind::Appeal => return general("申诉后重新作出决定，须重新表决。", "A new decision after an appeal needs a new vote."),
        RoundKind::Tracking if !m19_simplified::adjusted_since_tracking(case) => {
            return Proposal {
                procedure: Procedure::Simplified,
                ground: Some(SimplifiedGround::TrackingWithoutAdjustment),
                reasons_zh: vec!["前期无重大调整的跟踪审查。".into()],
                reasons_en: vec!["Tracking review without earlier major adjustment.".into()],
            };
        }
        RoundKind::Tracking => return general("上次审查以来有重大调整。", "There were major adjustments since the last review."),
        RoundKind::Amendment if case.round().major => {
            return general("变更登记为重大调整，适用一般程序。", "The change is recorded as a major one: the general procedure.");
        }
        RoundKind::Amendment if m19_simplified::approval_in_force(case).is_empty() => {
            return Proposal {
                procedure: Procedure::Simplified,
                ground: Some(SimplifiedGround::MinorChange),
                reasons_zh: vec!["变更未登记为重大调整；须核实是较小修改且不增大风险受益比。".into()],
                reasons_en: vec!["Not recorded as a major change; verify that it is minor and raises no risk–benefit ratio.".into()],
            };
        }
        RoundKind::Amendment | RoundKind::Initial => {}
    }
    if case.is_listed() || !a.self_listed.is_empty() && case.listed.is_none() {
        return general("属于复核清单，初次审查不适用简易程序。", "On the list: no simplified procedure for the initial review.");
    }
    let worst = a.risks.iter().max_by_key(|r| r.likelihood * r.degree);
    if let Some(r) = worst.filter(|r| r.likelihood * r.degree >= 3 || r.degree >= 3) {
        return general(
            &format!("自评风险“{}”可能性{}、程度{}，高于常规风险。", r.what, level_zh(r.likelihood), level_zh(r.degree)),
            &format!(
                "Risk “{}” is of {} likelihood and {} degree, above ordinary risks.",
                r.what,
                level_en(r.likelihood),
                level_en(r.degree)
            ),
        );
    }
    if a.ordinary_risk {
        return Proposal {
            procedure: Procedure::Simplified,
            ground: Some(SimplifiedGround::OrdinaryRisk),
            reasons_zh: vec![
                "自评风险不高于日常生活中的常规风险。".into(),
                if worst.is_some() {
                    "各项风险的可能性和程度都低。".into()
                } else {
                    "没有列出其他风险，须由委员核实。".into()
                },
            ],
            reasons_en: vec![
                "Self-assessed as not above ordinary risks of daily life.".into(),
                if worst.is_some() {
                    "Likelihood and degree of every risk are low.".into()
                } else {
                    "No risks are listed; members must verify.".into()
                },
            ],
        };
    }
    general("没有简易程序的情形。", "No ground for the simplified procedure.")
}

fn level_zh(n: u32) -> &'static str {
    match n {
        0 | 1 => "低",
        2 => "中",
        _ => "高",
    }
}
fn level_en(n: u32) -> &'static str {
    match n {
        0 | 1 => "low",
        2 => "medium",
        _ => "high",
    }
}
