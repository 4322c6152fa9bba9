//! Reviewed by somebody else (M11, M12, M18, E13): the unit's commission of a service centre, what that body decides, and
//! the recognition of a partner's decision. This committee votes on none of it.

use super::super::{Verb, form, outcome};
use super::fresh_round;
use crate::acts::decision::suffix;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::m11_centres::Body;
use measures::m18_recognition::{self, Recognition};
use measures::*;
use serde::{Deserialize, Serialize};

/// M12: the unit commissions another body with the review of the present round.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CommissionReview {
    pub case: String,
    /// The body, by its id in the register of bodies.
    pub body: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// Why this committee is not able to review it.
    pub reason: String,
    /// The commission letter: its number, or its scan taken into the archive before.
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub letter: Option<String>,
    /// Who tracks after an approval, as the letter says.
    pub tracker: Tracker,
}

impl CommissionReview {
    fn body(&self, desk: &Desk) -> Result<OutsideBody, Failure> {
        let known = desk.committee()?.bodies.iter().find(|b| b.id == self.body).cloned();
        known.ok_or_else(|| {
            Failure::invalid("body", "名录里没有这个机构。", "There is no such body in the register.")
                .way("先登记服务中心或者其他委员会。", "Register the service centre or committee first.")
        })
    }
    fn commission(&self, desk: &Desk, body: &OutsideBody) -> Commission {
        Commission {
            on: desk.day(self.on),
            body: body.id.clone(),
            name: body.name.clone(),
            credit_code: body.credit_code.clone(),
            reason: self.reason.trim().into(),
            number: self.number.trim().into(),
            letter: self.letter.clone(),
            tracker: self.tracker,
            results: vec![],
        }
    }
}

impl Verb for CommissionReview {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let body = self.body(desk)?;
        let commission = self.commission(desk, &body);
        form::not_future(desk, "on", commission.on)?;
        if let Some(letter) = &self.letter {
            form::on_file(desk, "letter", letter)?;
        }
        Ok(m12_commission::can_commission(&desk.facts()?, &case, &commission, &body))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let body = self.body(desk)?;
        case.round_mut().commission = Some(self.commission(desk, &body));
        desk.put_case(&case)?;
        let number = case.full_number();
        Ok(Made::said(
            format!("{number}已委托{}审查，由{}跟踪。", body.name, self.tracker.zh()),
            format!("{number} is commissioned to {}; tracked by {}.", body.name, self.tracker.en()),
        )
        .with("case", &self.case, number))
    }
}

/// What the commissioned body decided: its preliminary opinion, its decision, or the outcome of its tracking.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordCommissioned {
    pub case: String,
    pub kind: DecisionKind,
    /// The day the body decided.
    pub on: Date,
    #[serde(default)]
    pub received: Option<Date>,
    #[serde(default)]
    pub number: String,
    /// SHA-256 of the copy, taken into the archive before.
    #[serde(default)]
    pub file: Option<String>,
    #[serde(default)]
    pub reasons: String,
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    /// For 修改后再审: by when to resubmit.
    #[serde(default)]
    pub resubmit_by: Option<Date>,
}

impl RecordCommissioned {
    fn result(&self, desk: &Desk) -> OutsideResult {
        OutsideResult {
            kind: self.kind,
            on: self.on,
            number: self.number.trim().into(),
            received: desk.day(self.received),
            file: self.file.clone(),
        }
    }
    /// The case with the round the result belongs to: a result of tracking opens a round of its own.
    fn with_round(&self, desk: &Desk, mut case: Case) -> Case {
        let body = m12_commission::tracker(&case).cloned().filter(|_| case.round().over());
        if let Some(commission) = body {
            let received = desk.at.with_time(chrono::NaiveTime::MIN).single().unwrap_or(desk.at);
            let mut round = fresh_round(RoundKind::Tracking, suffix(&case, RoundKind::Tracking), received, "");
            round.commission = Some(Commission { results: vec![], ..commission });
            case.rounds.push(round);
        }
        case
    }
    fn words(&self) -> outcome::Words {
        outcome::Words {
            reasons: self.reasons.clone(),
            suggestions: self.suggestions.clone(),
            conditions: self.conditions.clone(),
            tracking_months: self.tracking_months,
            resubmit_by: self.resubmit_by,
        }
    }
}

impl Verb for RecordCommissioned {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", self.on)?;
        form::not_future(desk, "received", desk.day(self.received))?;
        if let Some(file) = &self.file {
            form::on_file(desk, "file", file)?;
        }
        let words = !self.reasons.trim().is_empty() || self.suggestions.iter().any(|s| !s.trim().is_empty());
        let mut findings = m12_commission::can_record(&desk.facts()?, &case, &self.result(desk), words);
        if !findings.iter().any(Finding::blocks) {
            findings.extend(outcome::decision(desk, &self.with_round(desk, case), self.kind, self.on, &self.words())?.1);
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = self.with_round(desk, desk.case(&self.case)?);
        let (decision, _) = outcome::decision(desk, &case, self.kind, self.on, &self.words())?;
        let mut name = String::new();
        if let Some(commission) = &mut case.round_mut().commission {
            name.clone_from(&commission.name);
            commission.results.push(self.result(desk));
        }
        outcome::settle(&mut case, decision);
        desk.put_case(&case)?;
        Ok(Made::said(
            format!("已登记{name}{}的决定：{}。", say::zh_date(self.on), self.kind.zh()),
            format!("{name}'s decision of {} is recorded: {}.", say::en_date(self.on), self.kind.en()),
        )
        .with("case", &self.case, case.full_number()))
    }
}

/// M18: a cooperating unit's approval is recognised instead of a review of our own.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecogniseResult {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// The cooperation or recognition agreement.
    pub agreement: String,
    pub issuer: Body,
    /// The partner's decision: its number, its day, and its copy in the archive.
    pub number: String,
    pub decided: Date,
    #[serde(default)]
    pub file: Option<String>,
    #[serde(default)]
    pub attending: Option<u32>,
    #[serde(default)]
    pub votes: Option<u32>,
    /// Who tracks.
    pub tracker: String,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    /// For a listed activity: number of the opinion the lead unit obtained, and who carried the re-review out.
    #[serde(default)]
    pub rereview_number: String,
    #[serde(default)]
    pub rereview_body: Body,
}

impl RecogniseResult {
    fn recognition(&self, desk: &Desk) -> Recognition {
        Recognition {
            agreement: self.agreement.trim().into(),
            issuer: self.issuer.clone(),
            number: self.number.trim().into(),
            decided: self.decided,
            kind: DecisionKind::Approve,
            attending: self.attending,
            votes: self.votes,
            copy: self.file.is_some(),
            file: self.file.clone(),
            tracker: self.tracker.trim().into(),
            rereview_number: self.rereview_number.trim().into(),
            rereview_body: self.rereview_body.clone(),
            on: desk.day(self.on),
        }
    }
    fn words(&self) -> outcome::Words {
        outcome::Words { conditions: self.conditions.clone(), tracking_months: self.tracking_months, ..Default::default() }
    }
}

impl Verb for RecogniseResult {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let recognition = self.recognition(desk);
        form::not_future(desk, "on", recognition.on)?;
        form::not_future(desk, "decided", self.decided)?;
        form::filled("issuer", &self.issuer.name, "作出决定的单位", "unit that decided")?;
        if let Some(file) = &self.file {
            form::on_file(desk, "file", file)?;
        }
        let mut findings = m18_recognition::can_recognise(&desk.facts()?, &case, &recognition);
        findings.extend(outcome::decision(desk, &case, DecisionKind::Approve, self.decided, &self.words())?.1);
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let (decision, _) = outcome::decision(desk, &case, DecisionKind::Approve, self.decided, &self.words())?;
        case.round_mut().recognised = Some(self.recognition(desk));
        outcome::settle(&mut case, decision);
        desk.put_case(&case)?;
        let number = case.full_number();
        Ok(Made::said(
            format!("{number}已承认{}的审查结果，由{}跟踪。", self.issuer.name.trim(), self.tracker.trim()),
            format!("{number}: the result of {} is recognised; tracked by {}.", self.issuer.name.trim(), self.tracker.trim()),
        )
        .with("case", &self.case, number))
    }
}
