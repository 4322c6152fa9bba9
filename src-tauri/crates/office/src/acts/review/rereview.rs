//! Expert re-review of listed activities (M21–M26): sending, the authority's receipt, its opinion, the decision on it.

use super::super::{Verb, form, outcome};
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// M22: the unit sends the package.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SendRereview {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub authority: String,
    /// A service centre known to carry it out (M11).
    #[serde(default)]
    pub implementer: String,
    #[serde(default)]
    pub panel: Vec<String>,
}

impl SendRereview {
    fn rereview(&self, desk: &Desk) -> Rereview {
        Rereview {
            authority: self.authority.trim().into(),
            sent: desk.day(self.on),
            received: None,
            implementer: self.implementer.trim().into(),
            panel: self.panel.clone(),
            opinion: None,
            paper: None,
        }
    }
}

impl Verb for SendRereview {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        form::filled("authority", &self.authority, "报请哪个主管部门", "authority")?;
        Ok(m22_rereview::can_send(&desk.facts()?, &case, &self.rereview(desk)))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        case.round_mut().rereview = Some(self.rereview(desk));
        desk.put_case(&case)?;
        let paper = prints::draft(desk, "re_review_request", About::round(&self.case, case.rounds.len() as u32 - 1), &json!({}))?;
        if let Some(rereview) = &mut case.round_mut().rereview {
            rereview.paper = Some(paper.id.clone());
        }
        desk.put_case(&case)?;
        let made = Made::said(
            format!("已登记报请{}复核；对方收到之日起30日由对方计。", self.authority),
            format!("Sent to {} for re-review; their 30 days run from their receipt.", self.authority),
        )
        .with("case", &self.case, case.full_number())
        .with("paper", paper.id, paper.title);
        tell_of_conflict(desk, &case, made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RereviewReceived {
    pub case: String,
    pub on: Date,
    /// Whom the authority commissioned, once it has said so; recorded again when it commissions another.
    #[serde(default)]
    pub implementer: Option<String>,
    #[serde(default)]
    pub panel: Option<Vec<String>>,
}

impl RereviewReceived {
    /// Who carries it out and who sits on the panel, as now known.
    fn known(&self, case: &Case) -> (String, Vec<String>) {
        let before = case.round().rereview.as_ref();
        (
            self.implementer.as_ref().map_or_else(|| before.map(|r| r.implementer.clone()).unwrap_or_default(), |n| n.trim().to_string()),
            self.panel.clone().unwrap_or_else(|| before.map(|r| r.panel.clone()).unwrap_or_default()),
        )
    }
}

/// The letter that tells the authority of a conflict, drafted beside the act that brought it to light.
fn tell_of_conflict(desk: &mut Desk, case: &Case, made: Made) -> Result<Made, Failure> {
    let conflict = match &case.round().rereview {
        Some(r) => m22_rereview::in_conflict(&desk.facts()?, case, r),
        None => false,
    };
    if !conflict {
        return Ok(made);
    }
    let paper = prints::draft(desk, "re_review_conflict", About::round(&case.id, case.rounds.len() as u32 - 1), &json!({}))?;
    Ok(made.with("paper", paper.id, paper.title))
}

impl Verb for RereviewReceived {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", self.on)?;
        let (implementer, panel) = self.known(&case);
        let facts = desk.facts()?;
        let mut findings = m22_rereview::can_receive(&facts, &case, self.on, &implementer, &panel);
        findings.extend(m22_rereview::opinion_falls(&facts, &case, &implementer));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let (implementer, panel) = self.known(&case);
        let falls = m22_rereview::opinion_falls(&desk.facts()?, &case, &implementer).is_some();
        if let Some(rereview) = &mut case.round_mut().rereview {
            if falls {
                rereview.opinion = None;
            }
            rereview.received = Some(self.on);
            rereview.implementer = implementer;
            rereview.panel = panel;
        }
        desk.put_case(&case)?;
        let due = m22_rereview::authority_due(&desk.facts()?, self.on).nominal;
        let made = Made::said(
            format!("已登记对方收件日，满30日为{}。", say::zh_date(due)),
            format!("Their receipt is recorded; 30 days end on {}.", say::en_date(due)),
        )
        .with("case", &self.case, case.full_number());
        tell_of_conflict(desk, &case, made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordRereview {
    pub case: String,
    pub opinion: RereviewOpinion,
    pub on: Date,
    pub number: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub file: Option<String>,
}

impl RecordRereview {
    fn result(&self) -> RereviewResult {
        RereviewResult {
            opinion: self.opinion,
            on: self.on,
            number: self.number.trim().into(),
            text: self.text.clone(),
            file: self.file.clone(),
        }
    }
}

impl Verb for RecordRereview {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", self.on)?;
        if let Some(file) = &self.file {
            form::on_file(desk, "file", file)?;
        }
        Ok(m22_rereview::can_record_opinion(&case, &self.result()))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        if let Some(rereview) = &mut case.round_mut().rereview {
            rereview.opinion = Some(self.result());
        }
        desk.put_case(&case)?;
        Ok(Made::said(
            format!("已登记复核意见：{}。", self.opinion.zh()),
            format!("The re-review opinion is recorded: {}.", self.opinion.en()),
        )
        .with("case", &self.case, case.full_number()))
    }
}

/// M24: the committee decides according to the opinion. A ratifying vote at a meeting does the same by `close_item`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecideAfterRereview {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub kind: DecisionKind,
    #[serde(default)]
    pub reasons: String,
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    /// The agenda item at which the members ratified it.
    #[serde(default)]
    pub item: Option<String>,
}

impl DecideAfterRereview {
    fn decision(&self, desk: &Desk, case: &Case) -> Result<(Decision, Vec<Finding>), Failure> {
        let words = outcome::Words {
            reasons: self.reasons.clone(),
            suggestions: self.suggestions.clone(),
            tracking_months: self.tracking_months,
            ..Default::default()
        };
        let (mut decision, findings) = outcome::decision(desk, case, self.kind, desk.day(self.on), &words)?;
        if let Some(id) = &self.item {
            decision.meeting = Some(desk.item(id)?.meeting);
            decision.item = Some(id.clone());
        }
        Ok((decision, findings))
    }
}

impl Verb for DecideAfterRereview {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let (decision, mut findings) = self.decision(desk, &case)?;
        form::not_future(desk, "on", decision.on)?;
        if case.round().rereview.is_none() {
            return Err(Failure::invalid("case", "本轮没有报请专家复核。", "This round was not sent for re-review.")
                .way("一般程序的决定由会上表决得出。", "The general procedure decides by the vote at a meeting."));
        }
        let basis = match &self.item {
            Some(id) => {
                let item = desk.item(id)?;
                Some((desk.meeting(&item.meeting)?, item))
            }
            None => None,
        };
        findings.extend(m16_decision::can_decide(&desk.facts()?, &case, &decision, basis.as_ref().map(|(m, i)| (m, i))));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let (decision, _) = self.decision(desk, &case)?;
        let on = decision.on;
        outcome::settle(&mut case, decision);
        desk.put_case(&case)?;
        Ok(Made::said(
            format!("{}据复核意见作出决定：{}。", say::zh_date(on), self.kind.zh()),
            format!("Decided on the opinion on {}: {}.", say::en_date(on), self.kind.en()),
        )
        .with("case", &self.case, case.full_number()))
    }
}
