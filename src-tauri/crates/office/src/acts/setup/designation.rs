//! The chair's designation for a period (M14, M20): recorded once with its scan, used by the meetings and cases of its
//! days. The designations of one meeting or one case are acts of those.

use super::super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DesignatePeriod {
    pub to: DesignatedFor,
    /// Who designates: a member id.
    pub by: String,
    pub members: Vec<String>,
    /// The day it was signed.
    pub on: Date,
    #[serde(default)]
    pub from: Option<Date>,
    pub until: Date,
    #[serde(default)]
    pub reason: String,
    /// SHA-256 of the scan, taken into the archive before.
    #[serde(default)]
    pub scan: Option<String>,
}

impl DesignatePeriod {
    fn designation(&self, desk: &Desk) -> Result<StandingDesignation, Failure> {
        let mut members: Vec<String> = Vec::new();
        for id in &self.members {
            desk.member(id)?;
            if !members.contains(id) {
                members.push(id.clone());
            }
        }
        Ok(StandingDesignation {
            id: format!("designation-{}", desk.committee()?.designations.len() + 1),
            to: self.to,
            by: self.by.clone(),
            members,
            on: self.on,
            from: self.from.unwrap_or(self.on),
            until: self.until,
            reason: self.reason.trim().into(),
            scan: self.scan.clone(),
            ended: None,
        })
    }
}

impl Verb for DesignatePeriod {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::not_future(desk, "on", self.on)?;
        if let Some(scan) = &self.scan {
            form::on_file(desk, "scan", scan)?;
        }
        Ok(m14_designation::can_designate(&desk.facts()?, &self.designation(desk)?))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let designation = self.designation(desk)?;
        let names: Vec<String> = designation.members.iter().map(|m| desk.name(m)).collect();
        let mut committee = desk.committee()?.clone();
        let made = Made::said(
            format!(
                "已登记：{}至{}由{}负责{}。",
                say::zh_date(designation.from),
                say::zh_date(designation.until),
                say::zh_list(&names),
                designation.to.zh()
            ),
            format!(
                "Recorded: {} for {}, {} to {}.",
                say::en_list(&names),
                designation.to.en(),
                say::en_date(designation.from),
                say::en_date(designation.until)
            ),
        )
        .with("designation", &designation.id, designation.to.zh());
        committee.designations.push(designation);
        desk.put_committee(committee)?;
        Ok(made)
    }
}

/// Taken back before its last day; meetings held and reviewers named under it stay as they are.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndDesignation {
    pub designation: String,
    /// The first day without it.
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
}

impl Verb for EndDesignation {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("reason", &self.reason, "撤回的原因", "reason for taking it back")?;
        let designation = desk.committee()?.designations.iter().find(|d| d.id == self.designation);
        let designation = designation.ok_or_else(|| Failure::not_found("designation", &self.designation))?;
        Ok(m14_designation::can_end(designation, desk.day(self.on)))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let day = desk.day(self.on);
        let mut committee = desk.committee()?.clone();
        for designation in committee.designations.iter_mut().filter(|d| d.id == self.designation) {
            designation.ended = Some(day);
        }
        desk.put_committee(committee)?;
        Ok(Made::said(
            format!("指定自{}起撤回：{}。", say::zh_date(day), self.reason.trim()),
            format!("Taken back from {}: {}.", say::en_date(day), self.reason.trim()),
        )
        .with("designation", &self.designation, ""))
    }
}
