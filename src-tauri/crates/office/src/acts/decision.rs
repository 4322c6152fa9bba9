//! The words of a decision, its verification, and what the applicant may do against it (M16, E16, E18).

use super::intake::fresh_round;
use super::{Verb, form, outcome};
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The text of the decision on the present round: reasons, suggestions, conditions, interval. The kind and the date
/// come from the vote and cannot be typed.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WriteDecision {
    pub case: String,
    #[serde(default)]
    pub reasons: String,
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking_months: Option<u32>,
    #[serde(default)]
    pub resubmit_by: Option<Date>,
}

impl WriteDecision {
    /// The decision with the words given; what is left blank stays as it is.
    fn written(&self, desk: &Desk, case: &Case) -> Result<(Decision, Vec<Finding>), Failure> {
        let round = case.round();
        if round.elsewhere() {
            return Err(Failure::invalid(
                "case",
                "决定由其他机构作出，文字以其决定书为准。",
                "Another body decided; its own letter has the words.",
            )
            .way("登记受托方的决定。", "Record what that body decided."));
        }
        let Some(mut decision) = round.decision.as_ref().or(round.preliminary.as_ref()).cloned() else {
            return Err(Failure::invalid(
                "case",
                "本轮还没有作出决定，没有什么可写。",
                "This round is not decided; there is nothing to write.",
            )
            .way("决定由表决或一致意见得出。", "The decision comes from the vote or the concurring opinions."));
        };
        if let Some(letter) = outcome::issued_letter(desk, &case.id, case.rounds.len() as u32 - 1)? {
            return Err(Failure::invalid(
                "case",
                format!("{}已签发，决定的文字不能再改。", letter.number),
                format!("{} is issued; its words are fixed.", letter.number),
            )
            .way("先作废，改好再重发。", "Void it first, then correct and issue anew."));
        }
        let lines = |lines: &[String]| lines.iter().map(|l| l.trim().to_string()).filter(|l| !l.is_empty()).collect::<Vec<_>>();
        if !self.reasons.trim().is_empty() {
            decision.reasons = self.reasons.trim().into();
        }
        if !self.suggestions.is_empty() {
            decision.suggestions = lines(&self.suggestions);
        }
        if !self.conditions.is_empty() {
            decision.conditions = lines(&self.conditions);
        }
        if let Some(by) = self.resubmit_by {
            if decision.kind != DecisionKind::Revise {
                return Err(Failure::invalid(
                    "resubmit_by",
                    format!("“{}”不写重新提交的期限。", decision.kind.zh()),
                    format!("“{}” carries no date to resubmit by.", decision.kind.en()),
                ));
            }
            if by <= decision.on {
                return Err(Failure::invalid(
                    "resubmit_by",
                    "重新提交的期限不晚于决定日期。",
                    "The date to resubmit by is not later than the decision.",
                ));
            }
            decision.resubmit_by = Some(by);
        }
        let mut findings = vec![];
        if let Some(months) = self.tracking_months {
            if !decision.kind.allows() {
                return Err(Failure::invalid(
                    "tracking_months",
                    format!("“{}”不设跟踪审查。", decision.kind.zh()),
                    format!("“{}” sets no tracking review.", decision.kind.en()),
                ));
            }
            findings = outcome::set_interval(desk, case, &mut decision, Some(months))?;
        }
        Ok((decision, findings))
    }
}

impl Verb for WriteDecision {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let (decision, mut findings) = self.written(desk, &case)?;
        findings.extend(e06_records::read_only(&case));
        // What the letter will still lack is told now and stops it at issue.
        let lacking = m16_letter::can_issue_letter(&desk.facts()?, &case, &decision);
        for finding in lacking.into_iter().filter(|f| f.verdict < Verdict::Fine) {
            if !findings.iter().any(|f| f.rule == finding.rule) {
                findings.push(Finding { verdict: Verdict::Note, ..finding });
            }
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let (decision, _) = self.written(desk, &case)?;
        for turn in case.turns.iter_mut().rev().filter(|t| t.on == decision.on && !t.interim) {
            // A suspension's or termination's reasons and conditions are the decision's.
            if matches!(
                (turn.kind, decision.kind),
                (TurnKind::Suspended, DecisionKind::Suspend) | (TurnKind::Terminated, DecisionKind::Terminate)
            ) {
                turn.reason = decision.reasons.clone();
                turn.conditions = decision.conditions.join("；");
            }
        }
        let round = case.round_mut();
        if round.decision.is_some() {
            round.decision = Some(decision)
        } else {
            round.preliminary = Some(decision)
        }
        desk.put_case(&case)?;
        Ok(Made::said("已写入决定的文字。", "The words of the decision are on file.").with("case", &self.case, case.full_number()))
    }
}

/// 修改后批准: the named verifier confirms that every point was carried out.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerifyChanges {
    pub case: String,
    pub verifier: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub finding: String,
}

impl VerifyChanges {
    fn verifier(&self, desk: &Desk) -> String {
        desk.name(&self.verifier)
    }
}

impl Verb for VerifyChanges {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let day = desk.day(self.on);
        form::not_future(desk, "on", day)?;
        form::filled("finding", &self.finding, "逐条核验的情况", "finding on each point")?;
        let mut findings = m16_letter::can_verify_changes(&case, &self.verifier(desk), day);
        findings.extend(e06_records::read_only(&case));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let (name, on) = (self.verifier(desk), desk.day(self.on));
        if let Some(decision) = &mut case.round_mut().decision {
            decision.verified = Some(Ending { on, reason: self.finding.trim().into(), document: Some(name.clone()) });
        }
        desk.put_case(&case)?;
        Ok(Made::said(format!("{name}核验修改已完成，批准生效。"), format!("{name} verified the changes; the approval is effective."))
            .with("case", &self.case, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordAppeal {
    pub case: String,
    pub received: Date,
    #[serde(default)]
    pub postmark: Option<Date>,
    #[serde(default = "yes")]
    pub written: bool,
    pub grounds: String,
    /// Not admitted, for this reason. Blank: admitted.
    #[serde(default)]
    pub refusal: String,
}
fn yes() -> bool {
    true
}

impl RecordAppeal {
    fn appeal(&self, desk: &Desk, case: &Case) -> Result<Appeal, Failure> {
        let facts = desk.facts()?;
        // Without a service on record there is no last day to compute, and none is made up.
        let last_day = case
            .round()
            .delivery()
            .filter(|d| m16_appeal::has_appeal_window(&facts, d))
            .map(|d| m16_appeal::appeal_last_day(&facts, d).rolled);
        Ok(Appeal {
            received: self.received,
            postmark: self.postmark,
            written: self.written,
            grounds: self.grounds.clone(),
            last_day,
            admitted: self.refusal.trim().is_empty(),
            refusal: self.refusal.trim().into(),
            sufficient: None,
            concluded: None,
            finding: String::new(),
            paper: None,
        })
    }
}

impl Verb for RecordAppeal {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "received", self.received)?;
        if self.postmark.is_some_and(|p| p > self.received) {
            return Err(Failure::invalid("postmark", "邮戳日期晚于收到日期。", "The postmark is later than the receipt."));
        }
        let mut findings = m16_appeal::can_appeal(&desk.facts()?, &case, &self.appeal(desk, &case)?);
        findings.extend(e06_records::read_only(&case));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let appeal = self.appeal(desk, &case)?;
        let admitted = appeal.admitted;
        let due = m16_appeal::redecision_due(&desk.facts()?, &appeal).rolled;
        case.round_mut().appeal = Some(appeal);
        desk.put_case(&case)?;
        let paper = prints::draft(desk, "appeal_notice", About::round(&self.case, case.rounds.len() as u32 - 1), &json!({}))?;
        if let Some(appeal) = &mut case.round_mut().appeal {
            appeal.paper = Some(paper.id.clone());
        }
        desk.put_case(&case)?;
        let (zh, en) = if admitted {
            (
                format!("申诉已登记，理由充分的，{}前重新作出决定。", say::zh_date(due)),
                format!("The appeal is recorded; if sufficient, a new decision is due {}.", say::en_date(due)),
            )
        } else {
            ("申诉不予受理，已登记理由。".into(), "The appeal is not admitted; the reason is on file.".into())
        };
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()).with("paper", paper.id, paper.title))
    }
}

/// Reasons sufficient or not (M16). Sufficient ones open a round for a new decision within 7 working days.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcludeAppeal {
    pub case: String,
    pub sufficient: bool,
    #[serde(default)]
    pub on: Option<Date>,
    pub finding: String,
}

impl Verb for ConcludeAppeal {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let on = desk.day(self.on);
        form::not_future(desk, "on", on)?;
        let mut findings = m16_appeal::can_conclude_appeal(&desk.facts()?, &case, &self.finding, on);
        findings.extend(e06_records::read_only(&case));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let on = desk.day(self.on);
        let index = case.rounds.len() as u32 - 1;
        let Some(appeal) = &mut case.round_mut().appeal else { return Err(Failure::not_found("case", &self.case)) };
        appeal.sufficient = Some(self.sufficient);
        appeal.concluded = Some(on);
        appeal.finding = self.finding.trim().into();
        let received = appeal.received;
        if !self.sufficient {
            desk.put_case(&case)?;
            let paper = prints::draft(desk, "appeal_decision", About::round(&self.case, index), &json!({}))?;
            return Ok(Made::said("申诉理由不充分，维持原决定。", "The grounds are insufficient; the decision stands.")
                .with("case", &self.case, case.full_number())
                .with("paper", paper.id, paper.title));
        }
        // The seven working days run from the day the appeal came in; the new round stands on what was checked before.
        let at = midnight(received);
        let before = case.round();
        let mut round = fresh_round(RoundKind::Appeal, suffix(&case, RoundKind::Appeal), at, "申诉");
        round.checks = before.checks.clone();
        round.conflicts_scanned = before.conflicts_scanned;
        round.accepted = Some(Acceptance {
            at,
            procedure: Procedure::General,
            reason: format!("申诉理由充分，重新作出决定：{}", self.finding.trim()),
            ground: None,
            paper: None,
        });
        case.rounds.push(round);
        let due = m16_decision::due(&desk.facts()?, case.round()).map_or(on, |d| d.rolled);
        desk.put_case(&case)?;
        Ok(Made::said(
            format!("申诉理由充分，{}前经会议重新作出决定。", say::zh_date(due)),
            format!("The grounds are sufficient; a new decision at a meeting is due {}.", say::en_date(due)),
        )
        .with("case", &self.case, case.full_number()))
    }
}

/// The first minute of a day in Beijing.
pub(crate) fn midnight(day: Date) -> Instant {
    day.and_time(chrono::NaiveTime::MIN)
        .and_local_timezone(crate::beijing::beijing_offset())
        .single()
        .expect("Beijing has no daylight saving time")
}

/// -R1, -A01, -T01, -N01, -P01: which round of its kind a case is entering.
pub(crate) fn suffix(case: &Case, kind: RoundKind) -> String {
    let n = case.rounds.iter().filter(|r| r.kind == kind).count() + 1;
    match kind {
        RoundKind::Initial => String::new(),
        RoundKind::Resubmission => format!("-R{n}"),
        RoundKind::Amendment => format!("-A{n:02}"),
        RoundKind::Tracking => format!("-T{n:02}"),
        RoundKind::Renewed => format!("-N{n:02}"),
        RoundKind::Appeal => format!("-P{n:02}"),
    }
}
