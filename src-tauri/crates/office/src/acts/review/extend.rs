//! Extension of the time for review (M16): a ground, its facts, and always a concrete new date.

use super::super::{Verb, form};
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// M16: extends the time for review, always with a concrete new date.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extend {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub ground: ExtensionGround,
    pub facts: String,
    /// Required by M16; an extension without it is blocked.
    #[serde(default)]
    pub new_due: Option<Date>,
    #[serde(default)]
    pub approved_by: String,
}

impl Extend {
    /// Without a new date the old one stands in for it, which the rule then refuses.
    fn extension(&self, desk: &Desk, case: &Case) -> Result<Extension, Failure> {
        let on = desk.day(self.on);
        let old = m16_decision::due(&desk.facts()?, case.round());
        let from_due = old.as_ref().map_or(on, |d| d.nominal);
        Ok(Extension {
            on,
            ground: self.ground,
            facts: self.facts.clone(),
            from_due,
            new_due: self.new_due.unwrap_or(from_due),
            late: old.is_some_and(|d| on > d.rolled),
            approved_by: self.approved_by.clone(),
            paper: None,
        })
    }
}

impl Verb for Extend {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        Ok(m16_decision::can_extend(&desk.facts()?, &case, &self.extension(desk, &case)?))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let extension = self.extension(desk, &case)?;
        let new_due = extension.new_due;
        case.round_mut().extensions.push(extension);
        desk.put_case(&case)?;
        let paper = prints::draft(desk, "extension_notice", About::round(&self.case, case.rounds.len() as u32 - 1), &json!({}))?;
        case.round_mut().extensions.last_mut().expect("pushed above").paper = Some(paper.id.clone());
        desk.put_case(&case)?;
        Ok(Made::said(
            format!("审查期限延长至{}，告知书待签发。", say::zh_date(new_due)),
            format!("Extended to {}; the notice is to be issued.", say::en_date(new_due)),
        )
        .with("case", &self.case, case.full_number())
        .with("paper", paper.id, paper.title))
    }
}
