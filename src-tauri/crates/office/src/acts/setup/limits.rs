//! What stands over the national numbers in this file (M34): a province's rules, and the committee's own limits. Either may
//! only tighten; how that is judged is in `measures::rules`.

use super::super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::rules::{OVERLAYS, Value};
use measures::*;
use serde::{Deserialize, Serialize};

/// Takes up a province's rules that come with the program, or lays them down again (blank).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChooseOverlay {
    #[serde(default)]
    pub overlay: String,
    pub reason: String,
}

/// Open cases are counted anew by the numbers in force from now on, and that is said.
fn counted_anew() -> Finding {
    Finding::note(
        "M34.counted_anew",
        "在审案件的期限按新的数重算；已经告知申请人的日期写在文书里，不变。",
        "Limits of open cases are counted anew; dates already told to applicants stand in their letters and stay.",
    )
}

fn judged(local: &LocalRules) -> Vec<Finding> {
    match Rules::of(local) {
        Ok(_) => vec![counted_anew()],
        Err(wrong) => wrong,
    }
}

impl ChooseOverlay {
    fn local(&self, desk: &Desk) -> Result<LocalRules, Failure> {
        Ok(LocalRules { overlay: self.overlay.trim().into(), ..desk.committee()?.local.clone() })
    }
}

impl Verb for ChooseOverlay {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("reason", &self.reason, "理由", "reason")?;
        Ok(judged(&self.local(desk)?))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let committee = Committee { local: self.local(desk)?, ..desk.committee()?.clone() };
        desk.put_committee(committee)?;
        let head = OVERLAYS.iter().find(|(key, _)| *key == self.overlay.trim()).and_then(|(_, text)| Rules::overlay_head(text));
        Ok(match head {
            Some((head, _)) => Made::said(format!("已采用{}。", head.name_zh), format!("{} applies now.", head.name_en)),
            None => Made::said("已不采用地方规则。", "No local rules apply now."),
        })
    }
}

/// One limit of the committee's own, stricter than the law's; left out it goes back to what the law or the province says.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetLimit {
    pub key: String,
    #[serde(default)]
    pub value: Option<Value>,
    pub reason: String,
}

impl SetLimit {
    fn local(&self, desk: &Desk) -> Result<LocalRules, Failure> {
        let mut local = desk.committee()?.local.clone();
        match &self.value {
            Some(value) => local.own.insert(self.key.clone(), value.clone()),
            None => local.own.remove(&self.key),
        };
        Ok(local)
    }
}

impl Verb for SetLimit {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("reason", &self.reason, "理由", "reason")?;
        let known = Rules::shipped().parameter(&self.key).map(|p| p.value.clone());
        if self.value == Some(Value::Number(0)) && known != Some(Value::Number(0)) {
            return Err(Failure::invalid("value", "不能是零。", "It cannot be nought."));
        }
        Ok(judged(&self.local(desk)?))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let committee = Committee { local: self.local(desk)?, ..desk.committee()?.clone() };
        desk.put_committee(committee)?;
        let Some(p) = desk.law.rules.parameter(&self.key) else { return Err(Failure::not_found("parameter", &self.key)) };
        Ok(Made::said(format!("{}：{}{}。", p.zh, p.value.show(), p.unit), format!("{}: {}.", p.en, p.value.show())))
    }
}
