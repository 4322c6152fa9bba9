//! The register of bodies (M11): service centres and other committees the unit may commission, or that an authority
//! commissions with a re-review. A case keeps the body's name and code as they stood on the day.

use super::super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// Enters a body, or with `body` (its id) corrects or renews the entry.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterBody {
    #[serde(default)]
    pub body: Option<String>,
    pub kind: BodyKind,
    pub name: String,
    #[serde(default)]
    pub credit_code: String,
    /// The locality or ministry that set the centre up, or the unit whose committee it is.
    #[serde(default)]
    pub set_up_by: String,
    pub services: Vec<BodyService>,
    /// Last day of the standing contract.
    #[serde(default)]
    pub until: Option<Date>,
    #[serde(default)]
    pub contact: String,
}

impl RegisterBody {
    fn entry(&self, desk: &Desk) -> Result<OutsideBody, Failure> {
        let bodies = &desk.committee()?.bodies;
        let id = match &self.body {
            Some(id) => bodies.iter().find(|b| b.id == *id).ok_or_else(|| Failure::not_found("body", id))?.id.clone(),
            None => format!("body-{}", bodies.len() + 1),
        };
        let mut services = self.services.clone();
        services.sort_unstable();
        services.dedup();
        Ok(OutsideBody {
            id,
            kind: self.kind,
            name: self.name.trim().into(),
            credit_code: self.credit_code.trim().to_uppercase(),
            set_up_by: self.set_up_by.trim().into(),
            services,
            until: self.until,
            contact: self.contact.trim().into(),
        })
    }
}

impl Verb for RegisterBody {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("name", &self.name, "机构名称", "name of the body")?;
        Ok(m12_commission::can_register(desk.committee()?, &self.entry(desk)?))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let entry = self.entry(desk)?;
        let mut committee = desk.committee()?.clone();
        let (zh, en) = match committee.bodies.iter_mut().find(|b| b.id == entry.id) {
            Some(old) => {
                *old = entry.clone();
                ("已更正名录", "The register is corrected")
            }
            None => {
                committee.bodies.push(entry.clone());
                ("已登记", "Registered")
            }
        };
        desk.put_committee(committee)?;
        Ok(Made::said(format!("{zh}：{}{}。", entry.kind.zh(), entry.name), format!("{en}: {}.", entry.name))
            .with("body", entry.id, entry.name))
    }
}
