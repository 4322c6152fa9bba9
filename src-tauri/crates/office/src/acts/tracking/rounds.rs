//! Further rounds of the same activity: reworked, amended, tracked, reviewed anew (M16, M17, M25, E19, E20).

use crate::acts::decision::suffix;
use crate::acts::intake::fresh_round;
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// 修改后再审: the reworked application with its point-by-point reply; a new round with its own clocks.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resubmit {
    pub case: String,
    #[serde(default)]
    pub received: Option<Instant>,
    /// One reply for each suggestion of the decision, in its order.
    pub replies: Vec<String>,
    #[serde(default)]
    pub medium: String,
}

/// A later round begins after the one before it was decided.
fn after_the_last(desk: &Desk, case: &Case, received: Instant) -> Result<(), Failure> {
    form::not_future_at(desk, "received", received)?;
    let round = case.round();
    let ended = [&round.refused, &round.withdrawn].into_iter().flatten().map(|e| e.on).chain(round.decision.iter().map(|d| d.on)).max();
    match ended {
        Some(on) if received.date_naive() < on => Err(Failure::invalid(
            "received",
            format!("收件日期早于上一轮办结的{}。", say::zh_date(on)),
            format!("Earlier than the end of the last round on {}.", say::en_date(on)),
        )),
        _ => Ok(()),
    }
}

impl Verb for Resubmit {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        after_the_last(desk, &case, desk.moment(self.received))?;
        Ok(e20_changes::can_resubmit(&case, &self.replies))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let mut round =
            fresh_round(RoundKind::Resubmission, suffix(&case, RoundKind::Resubmission), desk.moment(self.received), &self.medium);
        round.report = self.replies.iter().map(|r| r.trim().to_string()).collect();
        case.rounds.push(round);
        desk.put_case(&case)?;
        let number = case.full_number();
        Ok(Made::said(
            format!("已收修改稿，编为{number}；期限自受理起另计。"),
            format!("The resubmission is received as {number}; its time runs anew from acceptance."),
        )
        .with("case", &self.case, number))
    }
}

/// A further round on an approved activity: `amendment`, `tracking` or `renewed`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartRound {
    pub case: String,
    pub kind: RoundKind,
    #[serde(default)]
    pub received: Option<Instant>,
    #[serde(default)]
    pub medium: String,
    /// What changed, or the four contents of E19, as handed in.
    #[serde(default)]
    pub report: Vec<String>,
    /// The change is major (E20): never by the simplified procedure; a listed activity goes to re-review again.
    #[serde(default)]
    pub major: bool,
}

impl Verb for StartRound {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        after_the_last(desk, &case, desk.moment(self.received))?;
        let mut findings = e20_changes::can_open_round(&case, self.kind, self.major);
        if self.kind == RoundKind::Tracking {
            findings.extend(m17_tracking::contents(&self.report));
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let received = desk.moment(self.received);
        let mut round = fresh_round(self.kind, suffix(&case, self.kind), received, &self.medium);
        round.major = self.major;
        round.report = self.report.iter().map(|r| r.trim().to_string()).filter(|r| !r.is_empty()).collect();
        case.rounds.push(round);
        desk.put_case(&case)?;
        let number = case.full_number();
        Ok(Made::said(format!("{}已收件，编为{number}。", self.kind.zh()), format!("The {} is received as {number}.", self.kind.en()))
            .with("case", &self.case, number))
    }
}
