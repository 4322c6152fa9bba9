//! Placing a file that is on file already: which of the 23 elements it fills (M12, E9), its version and the version's
//! date. The bytes and the name stay; what it says is for the formal check.

use super::super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// One file may fill several elements; none at all takes it back to the files that wait.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceMaterial {
    pub material: String,
    #[serde(default)]
    pub elements: Vec<Element>,
    /// Kept as it is when left out.
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub version_date: Option<Date>,
}

impl PlaceMaterial {
    fn material(&self, desk: &Desk) -> Result<Material, Failure> {
        desk.tx.get::<Material>(&self.material)?.ok_or_else(|| Failure::not_found("material", &self.material))
    }
}

impl Verb for PlaceMaterial {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let material = self.material(desk)?;
        if let Some(day) = self.version_date {
            form::not_future(desk, "version_date", day)?;
        }
        if material.replaced_by.is_some() {
            return Err(Failure::invalid(
                "material",
                format!("“{}”已有更新的版本，旧版不再归位。", material.name),
                format!("“{}” has a later version; the old one stays where it was.", material.name),
            )
            .way("归位最新的那份。", "Place the latest one."));
        }
        Ok(e06_records::read_only(&desk.case(&material.case)?).into_iter().collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut material = self.material(desk)?;
        material.elements = self.elements.clone();
        material.elements.sort();
        material.elements.dedup();
        if !self.version.trim().is_empty() {
            material.version = self.version.trim().into();
        }
        material.version_date = self.version_date.or(material.version_date);
        desk.put_material(&material)?;
        let codes: Vec<String> = material.elements.iter().map(|e| format!("{e:?}")).collect();
        let (zh, en) = if codes.is_empty() {
            (format!("“{}”退回待归位。", material.name), format!("“{}” waits to be placed again.", material.name))
        } else {
            (format!("“{}”已归入{}。", material.name, codes.join("、")), format!("“{}” is placed in {}.", material.name, codes.join(", ")))
        };
        Ok(Made::said(zh, en).with("material", &material.id, material.name.clone()))
    }
}
