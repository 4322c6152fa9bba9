//! The formal check before acceptance: elements (M12, E9), scope (M2), list (M21, M26), conflicts of interest (E8).

use super::super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Verdicts on elements at the formal check; elements left out keep theirs.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckElements {
    pub case: String,
    #[serde(default)]
    pub checks: BTreeMap<Element, Check>,
    /// Shorthand: everything that applies and has no verdict yet is present.
    #[serde(default)]
    pub rest_present: bool,
}

impl Verb for CheckElements {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        if self.checks.is_empty() && !self.rest_present {
            return Err(Failure::invalid("checks", "没有写查验结果。", "No verdict is given."));
        }
        Ok(m13_acceptance::before_acceptance(&case, "查验材料", "check the material"))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        case.round_mut().checks.extend(self.checks.clone());
        if self.rest_present {
            for element in m12_application::unchecked(&case) {
                case.round_mut().checks.insert(element, Check { state: CheckState::Present, note: String::new() });
            }
        }
        let (missing, left) = (m12_application::gaps(&case).len(), m12_application::unchecked(&case).len());
        desk.put_case(&case)?;
        let (zh, en) = match (missing, left) {
            (0, 0) => ("材料齐全。".to_string(), "The material is complete.".to_string()),
            (m, 0) => (format!("已查完，缺{m}项。"), format!("Checked; {m} missing.")),
            (m, l) => (format!("还有{l}项没有查验，已知缺{m}项。"), format!("{l} still to check, {m} missing so far.")),
        };
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DetermineScope {
    pub case: String,
    pub in_scope: bool,
    #[serde(default)]
    pub heads: Vec<ScopeHead>,
    pub reason: String,
    #[serde(default)]
    pub on: Option<Date>,
}

impl DetermineScope {
    fn scope(&self, desk: &Desk) -> Scope {
        Scope { in_scope: self.in_scope, heads: self.heads.clone(), reason: self.reason.clone(), on: desk.day(self.on) }
    }
}

impl Verb for DetermineScope {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        let mut findings = m02_scope::can_determine(&self.scope(desk));
        findings.extend(m13_acceptance::before_acceptance(&case, "判定适用范围", "determine the scope"));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        case.scope = Some(self.scope(desk));
        desk.put_case(&case)?;
        let (zh, en) = if self.in_scope {
            ("已判定属于适用范围。", "Determined to be in scope.")
        } else {
            ("已判定不属于适用范围。", "Determined to be out of scope.")
        };
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JudgeList {
    pub case: String,
    #[serde(default)]
    pub items: Vec<u32>,
    pub reason: String,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub exemption: Option<Exemption>,
}

impl JudgeList {
    fn judgement(&self, desk: &Desk) -> ListJudgement {
        let mut items = self.items.clone();
        items.sort();
        items.dedup();
        ListJudgement {
            version: m21_list::List::shipped().version.clone(),
            items,
            reason: self.reason.clone(),
            on: desk.day(self.on),
            exemption: self.exemption.clone(),
        }
    }
}

impl Verb for JudgeList {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        let judgement = self.judgement(desk);
        let mut findings = m21_list::findings(&case, &judgement, m21_list::List::shipped());
        if let Some(exemption) = &self.exemption {
            findings.extend(m26_exemption::findings(exemption));
        }
        findings.extend(e06_records::read_only(&case));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let judgement = self.judgement(desk);
        let (zh, en) = if judgement.items.is_empty() {
            ("已判定不属于复核清单。".to_string(), "Judged not to be on the list.".to_string())
        } else {
            let items: Vec<String> = judgement.items.iter().map(u32::to_string).collect();
            let free = if judgement.exemption.is_some() { ("，免予复核", ", exempt from re-review") } else { ("", "") };
            (
                format!("已判定属于复核清单第{}项{}。", items.join("、"), free.0),
                format!("Judged to be on the list, item {}{}.", items.join(", "), free.1),
            )
        };
        case.listed = Some(judgement);
        desk.put_case(&case)?;
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScanConflicts {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
}

impl Verb for ScanConflicts {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let day = desk.day(self.on);
        form::not_future(desk, "on", day)?;
        let mut findings: Vec<Finding> = e08_conflicts::matches_on(&desk.facts()?, &case, day)
            .into_iter()
            .map(|m| {
                Finding::note("E8.match", m.how_zh, m.how_en)
                    .way("审议时登记回避，或核对后注明不是同一人。", "Record the recusal at the meeting, or note that it is somebody else.")
                    .with(serde_json::json!({ "member": m.member, "certain": m.certain }))
            })
            .collect();
        findings.extend(e06_records::read_only(&case));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let day = desk.day(self.on);
        let n = e08_conflicts::matches_on(&desk.facts()?, &case, day).len();
        case.round_mut().conflicts_scanned = Some(day);
        desk.put_case(&case)?;
        let (zh, en) = if n == 0 {
            ("已比对，没有利益关系。".into(), "Scanned; no conflicts.".into())
        } else {
            (format!("已比对，有{n}处待确认。"), format!("Scanned; {n} to confirm."))
        };
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()))
    }
}
