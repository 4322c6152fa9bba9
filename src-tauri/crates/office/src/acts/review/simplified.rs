//! The simplified procedure (M19, M20, E24): the chair designates, each reviewer answers alone, anything but a clear
//! 同意 of all sends the case to a meeting. There is no majority here.

use super::super::{Verb, form, outcome};
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints;
use measures::m19_simplified::SimplifiedOutcome;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// M20: the chair names two reviewers or more.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DesignateReviewers {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// Who designates: a member id; left out when the case rests on a designation for a period.
    #[serde(default)]
    pub by: String,
    pub reviewers: Vec<String>,
    /// The designation for a period; the chair signed it, so no slip is written for this case.
    #[serde(default)]
    pub under: Option<String>,
}

impl DesignateReviewers {
    fn standing<'d>(&self, desk: &'d Desk) -> Result<Option<&'d StandingDesignation>, Failure> {
        let Some(id) = &self.under else { return Ok(None) };
        let found = desk.committee()?.designations.iter().find(|d| d.id == *id);
        found.map(Some).ok_or_else(|| Failure::not_found("designation", id))
    }
    fn designation(&self, desk: &Desk) -> Result<ReviewerDesignation, Failure> {
        let mut reviewers: Vec<String> = Vec::new();
        for reviewer in &self.reviewers {
            if !reviewers.contains(reviewer) {
                reviewers.push(reviewer.clone());
            }
        }
        let by = self.standing(desk)?.map_or_else(|| self.by.clone(), |d| d.by.clone());
        Ok(ReviewerDesignation { on: desk.day(self.on), by, reviewers, paper: None, under: self.under.clone() })
    }
}

impl Verb for DesignateReviewers {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        let (facts, designation) = (desk.facts()?, self.designation(desk)?);
        let mut findings = m19_simplified::can_designate(&facts, &case, &designation);
        if let Some(standing) = self.standing(desk)? {
            findings.extend(m14_designation::can_review_under(&facts, standing, &designation.reviewers, designation.on));
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let designation = self.designation(desk)?;
        let names: Vec<String> = designation.reviewers.iter().map(|r| desk.name(r)).collect();
        case.round_mut().designation = Some(designation);
        desk.put_case(&case)?;
        if self.under.is_some() {
            return Ok(Made::said(
                format!("依主任委员的期间指定，由{}审查。", say::zh_list(&names)),
                format!("{} review under the chair's designation for the period.", say::en_list(&names)),
            )
            .with("case", &self.case, case.full_number()));
        }
        let paper = prints::draft(desk, "designation_slip", About::round(&self.case, case.rounds.len() as u32 - 1), &json!({}))?;
        if let Some(designation) = &mut case.round_mut().designation {
            designation.paper = Some(paper.id.clone());
        }
        desk.put_case(&case)?;
        Ok(Made::said(
            format!("已指定{}审查，指定书待签发。", say::zh_list(&names)),
            format!("{} designated; the slip is to be issued.", say::en_list(&names)),
        )
        .with("case", &self.case, case.full_number())
        .with("paper", paper.id, paper.title))
    }
}

/// One reviewer's independent opinion; anything but a clear 同意 converts the round at once (M20, E24).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordOpinion {
    pub case: String,
    pub member: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub view: ReviewerView,
    #[serde(default)]
    pub doubt: bool,
    #[serde(default)]
    pub asks_meeting: bool,
    #[serde(default)]
    pub text: String,
    /// The opinion on file it is taken from: a return or a sheet typed in.
    #[serde(default)]
    pub source: Option<String>,
}

impl RecordOpinion {
    /// The source is this reviewer's own, on this round of this case, and no conflict was declared in it.
    fn source(&self, desk: &Desk, case: &Case) -> Result<(), Failure> {
        let Some(id) = &self.source else { return Ok(()) };
        let round = case.rounds.len() as u32 - 1;
        let found = desk.tx.get::<ReaderOpinion>(id)?.filter(|o| o.case == self.case && o.round == round && o.item == self.case);
        match found {
            Some(o) if o.member != self.member => {
                Err(Failure::invalid("source", "所依据的回执是另一位委员的。", "The return it is taken from is another reviewer's."))
            }
            Some(o) if o.said.conflict => Err(Failure::invalid(
                "source",
                "这位委员在回执里申报了利益冲突，不能作为审查意见。",
                "This reviewer declared a conflict of interest; it cannot be recorded as an opinion.",
            )
            .way("请主任委员另行指定审查委员。", "Have the chair designate another reviewer.")),
            Some(_) => Ok(()),
            None => Err(Failure::invalid("source", "所依据的回执不在这一轮审查里。", "The return it is taken from is not of this round.")),
        }
    }
    fn opinion(&self, desk: &Desk) -> Opinion {
        Opinion {
            member: self.member.clone(),
            on: desk.day(self.on),
            view: self.view,
            doubt: self.doubt,
            asks_meeting: self.asks_meeting,
            text: self.text.clone(),
            source: self.source.clone(),
        }
    }
}

impl Verb for RecordOpinion {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        self.source(desk, &case)?;
        if case.round().opinions.iter().any(|o| o.member == self.member)
            && case.round().designation.as_ref().is_some_and(|d| d.reviewers.contains(&self.member))
        {
            let name = desk.name(&self.member);
            return Err(Failure::invalid("member", format!("{name}的意见已登记。"), format!("{name}'s opinion is on file.")).way(
                "意见有变的，以转一般程序登记，写明原因。",
                "If the view has changed, convert to the general procedure and say why.",
            ));
        }
        Ok(m19_simplified::can_record_opinion(&case, &self.opinion(desk), &desk.name(&self.member)))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        case.round_mut().opinions.push(self.opinion(desk));
        let name = desk.name(&self.member);
        match m19_simplified::outcome(case.round()) {
            SimplifiedOutcome::Convert { because_zh, because_en } => {
                let made = convert(desk, &mut case, desk.day(self.on), because_zh.clone())?;
                Ok(Made {
                    zh: format!("已登记{name}的意见。{because_zh}，已转一般程序，受理日期不变。"),
                    en: format!("{name}'s opinion is recorded. Converted: {because_en}; the acceptance date stays."),
                    ..made
                })
            }
            SimplifiedOutcome::Approve => {
                desk.put_case(&case)?;
                Ok(Made::said(
                    format!("已登记{name}的意见。意见已齐、一致同意，可以作出决定。"),
                    format!("{name}'s opinion is recorded. All agree; a decision can be made."),
                )
                .with("case", &self.case, case.full_number()))
            }
            SimplifiedOutcome::Waiting { missing } => {
                desk.put_case(&case)?;
                let names: Vec<String> = missing.iter().map(|m| desk.name(m)).collect();
                Ok(Made::said(
                    format!("已登记{name}的意见，还差{}。", say::zh_list(&names)),
                    format!("{name}'s opinion is recorded; {} still to come.", say::en_list(&names)),
                )
                .with("case", &self.case, case.full_number()))
            }
        }
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Convert {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub because: String,
}

impl Verb for Convert {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        let emergency = case.round().procedure() == Some(Procedure::Emergency);
        if emergency {
            form::filled("because", &self.because, "紧急情形如何消失", "reason")?;
            return Ok(m27_emergency::can_return_to_general(&case));
        }
        Ok(m19_simplified::can_convert(&case, &self.because))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let day = desk.day(self.on);
        convert(desk, &mut case, day, self.because.clone())
    }
}

/// Moves the round to the general procedure: the acceptance date stays, the opinions are kept.
fn convert(desk: &mut Desk, case: &mut Case, on: Date, because: String) -> Result<Made, Failure> {
    case.round_mut().converted = Some(Conversion { on, because, paper: None });
    desk.put_case(case)?;
    let paper = prints::draft(desk, "conversion_notice", About::round(&case.id, case.rounds.len() as u32 - 1), &json!({}))?;
    if let Some(converted) = &mut case.round_mut().converted {
        converted.paper = Some(paper.id.clone());
    }
    desk.put_case(case)?;
    Ok(Made::said("已转一般程序，受理日期不变。", "Converted to the general procedure; the acceptance date stays.")
        .with("case", &case.id, case.full_number())
        .with("paper", paper.id, paper.title))
}

/// All designated opinions are in and agree: the decision of the simplified procedure.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcludeSimplified {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// What is decided; approval (or continuation of a tracked activity) when left out. Anything else is blocked (M20).
    #[serde(default)]
    pub kind: Option<DecisionKind>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    #[serde(default)]
    pub reasons: String,
}

impl ConcludeSimplified {
    /// The decision's day is that of the last concurring opinion unless another is said.
    fn decision(&self, desk: &Desk, case: &Case) -> Result<(Decision, Vec<Finding>), Failure> {
        let round = case.round();
        let on = self.on.or_else(|| round.opinions.iter().map(|o| o.on).max()).unwrap_or_else(|| desk.day(None));
        let kind = self.kind.unwrap_or(if round.kind == RoundKind::Tracking { DecisionKind::Continue } else { DecisionKind::Approve });
        let mut reasons = self.reasons.trim().to_string();
        if reasons.is_empty() && round.kind == RoundKind::Tracking {
            // The four contents of E19 were handed in with the report and stand as the reasons.
            reasons = round.report.join("\n");
        }
        outcome::decision(desk, case, kind, on, &outcome::Words { reasons, tracking_months: self.tracking_months, ..Default::default() })
    }
}

impl Verb for ConcludeSimplified {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let (decision, mut findings) = self.decision(desk, &case)?;
        form::not_future(desk, "on", decision.on)?;
        let facts = desk.facts()?;
        if case.round().procedure() != Some(Procedure::Simplified) {
            return Err(Failure::invalid("case", "本件不在简易程序中，不能这样作决定。", "The case is not in the simplified procedure.")
                .way("一般程序由会上表决作出决定。", "The general procedure decides by the vote at a meeting."));
        }
        findings.extend(m16_decision::can_decide(&facts, &case, &decision, None));
        // What was true at acceptance may have been corrected since: the list judgement above all.
        if let Some(accepted) = &case.round().accepted {
            findings.extend(
                m19_simplified::can_use(&facts, &case, accepted.ground, accepted.at.date_naive()).into_iter().filter(Finding::blocks),
            );
        }
        if case.round().kind == RoundKind::Tracking {
            findings.extend(
                m17_tracking::can_conclude(&facts, &case, &decision)
                    .into_iter()
                    .filter(|f| f.rule != "M17.interval" && f.rule != "M25.interval"),
            );
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let (decision, _) = self.decision(desk, &case)?;
        let (kind, on) = (decision.kind, decision.on);
        outcome::settle(&mut case, decision);
        desk.put_case(&case)?;
        Ok(Made::said(format!("{}作出决定：{}。", say::zh_date(on), kind.zh()), format!("Decided on {}: {}.", say::en_date(on), kind.en()))
            .with("case", &self.case, case.full_number()))
    }
}
