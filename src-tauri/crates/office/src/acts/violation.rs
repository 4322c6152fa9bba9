//! Violations that came to light, and what became of them (M32, E47–E51): a ledger. Liability itself is not for this file.

use super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordViolation {
    /// The day it came to light.
    pub on: Date,
    pub kind: ViolationKind,
    #[serde(default)]
    pub case: Option<String>,
    #[serde(default)]
    pub persons: Vec<String>,
    #[serde(default)]
    pub found_by: String,
    pub facts: String,
}

impl RecordViolation {
    fn violation(&self, desk: &Desk) -> Result<Violation, Failure> {
        Ok(Violation {
            id: format!("violation-{}", desk.committee()?.violations.len() + 1),
            on: self.on,
            kind: self.kind,
            case: self.case.clone(),
            persons: self.persons.iter().map(|p| desk.name(p.trim())).filter(|p| !p.is_empty()).collect(),
            found_by: self.found_by.trim().into(),
            facts: self.facts.trim().into(),
            concluded: None,
            outcome: String::new(),
            referred_to: String::new(),
        })
    }
}

impl Verb for RecordViolation {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::not_future(desk, "on", self.on)?;
        if let Some(case) = &self.case {
            desk.case(case)?;
        }
        Ok(m32_violations::can_record(&desk.facts()?, &self.violation(desk)?))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let violation = self.violation(desk)?;
        let made =
            Made::said(format!("已登记违规：{}。", violation.kind.zh()), format!("The violation is recorded: {}.", violation.kind.en()))
                .with("violation", &violation.id, violation.kind.zh());
        let mut committee = desk.committee()?.clone();
        committee.violations.push(violation);
        desk.put_committee(committee)?;
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcludeViolation {
    pub violation: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub outcome: String,
    /// The authority or department it was referred to.
    #[serde(default)]
    pub referred_to: String,
}

impl Verb for ConcludeViolation {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let day = desk.day(self.on);
        form::not_future(desk, "on", day)?;
        let known = desk.committee()?.violations.iter().find(|v| v.id == self.violation);
        let known = known.ok_or_else(|| Failure::not_found("violation", &self.violation))?;
        Ok(m32_violations::can_conclude(known, day, &self.outcome))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let day = desk.day(self.on);
        let mut committee = desk.committee()?.clone();
        for v in committee.violations.iter_mut().filter(|v| v.id == self.violation) {
            v.concluded = Some(day);
            v.outcome = self.outcome.trim().into();
            v.referred_to = self.referred_to.trim().into();
        }
        desk.put_committee(committee)?;
        Ok(Made::said("已登记处理结果。", "What became of it is recorded.").with("violation", &self.violation, ""))
    }
}
