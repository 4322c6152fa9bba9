//! What happens to an approved activity between rounds: risk changes, suspension, resumption, termination, completion,
//! filing away (M17, E6, E19).

use crate::about::About;
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

fn turn(kind: TurnKind, on: Date, reason: &str, conditions: &str, interim: bool) -> Turn {
    Turn { kind, on, reason: reason.trim().into(), conditions: conditions.trim().into(), paper: None, interim }
}

fn push(desk: &mut Desk, case: &str, turn: Turn) -> Result<Case, Failure> {
    let mut case = desk.case(case)?;
    case.turns.push(turn);
    desk.put_case(&case)?;
    Ok(case)
}

/// Two thirds decided it at this item: the item's own outcome must say so.
fn voted(desk: &Desk, case: &str, item: &Option<String>, kind: DecisionKind) -> Result<bool, Failure> {
    let Some(id) = item else { return Ok(false) };
    let item = desk.item(id)?;
    if item.case != case {
        return Err(Failure::invalid("item", "这一项不是本件的。", "The item belongs to another case."));
    }
    match item.outcome.as_ref().and_then(|o| o.decision) {
        Some(decision) if decision == kind => Ok(true),
        other => {
            let got = other.map_or(("未形成决定", "no decision"), |d| (d.zh(), d.en()));
            Err(Failure::invalid(
                "item",
                format!("这一项的结果是“{}”，不是“{}”。", got.0, kind.zh()),
                format!("The item's outcome is “{}”, not “{}”.", got.1, kind.en()),
            )
            .way("列入会议重新表决。", "Put it to a meeting and vote."))
        }
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportChange {
    pub case: String,
    pub on: Date,
    pub what: String,
    #[serde(default)]
    pub major: bool,
    #[serde(default)]
    pub incident: bool,
}

impl Verb for ReportChange {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", self.on)?;
        form::filled("what", &self.what, "发生了什么", "what happened")?;
        Ok(e20_changes::can_report(&case, self.on, self.major))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let kind = if self.incident { TurnKind::Incident } else { TurnKind::RiskChange };
        let conditions = if self.major { "较大变化" } else { "" };
        let case = push(desk, &self.case, turn(kind, self.on, &self.what, conditions, false))?;
        let (zh, en) = if self.major { ("，须重新审查", "; a renewed review is due") } else { ("", "") };
        Ok(Made::said(format!("已登记{}{zh}。", kind.zh()), format!("The {} is recorded{en}.", kind.en())).with(
            "case",
            &self.case,
            case.full_number(),
        ))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suspend {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    /// Conditions and way of resumption.
    pub conditions: String,
    /// The item at which two thirds decided it; without one it is the chair's interim measure, to be ratified.
    #[serde(default)]
    pub item: Option<String>,
}

impl Suspend {
    fn turn(&self, desk: &Desk) -> Turn {
        turn(TurnKind::Suspended, desk.day(self.on), &self.reason, &self.conditions, self.item.is_none())
    }
    /// The chair's interim measure, waiting to be ratified.
    fn waiting(case: &Case) -> Option<usize> {
        let at = case.turns.iter().rposition(|t| t.kind == TurnKind::Suspended && t.interim)?;
        (m17_tracking::last_turn(case) == Some(TurnKind::Suspended)).then_some(at)
    }
}

impl Verb for Suspend {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        form::filled("conditions", &self.conditions, "恢复的条件和方式", "conditions of resumption")?;
        let by_vote = voted(desk, &self.case, &self.item, DecisionKind::Suspend)?;
        if by_vote && Suspend::waiting(&case).is_some() {
            return Ok(vec![]);
        }
        Ok(m17_tracking::can_suspend(&case, &self.turn(desk), by_vote))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        if let (Some(at), true) = (Suspend::waiting(&case), self.item.is_some()) {
            case.turns[at].interim = false;
            desk.put_case(&case)?;
            return Ok(Made::said("会议已追认暂停。", "The meeting has ratified the suspension.").with(
                "case",
                &self.case,
                case.full_number(),
            ));
        }
        let turn = self.turn(desk);
        let case = push(desk, &self.case, turn)?;
        let paper = letter(desk, case)?;
        let (zh, en) = if self.item.is_none() {
            ("已登记主任委员先行暂停，下次会议追认。", "The chair's interim suspension is recorded; the next meeting is to ratify it.")
        } else {
            ("已登记暂停。", "The suspension is recorded.")
        };
        Ok(Made::said(zh, en).with("case", &self.case, "").with("paper", paper.id, paper.title))
    }
}

/// D32 about the turn just taken.
fn letter(desk: &mut Desk, mut case: Case) -> Result<FiledPaper, Failure> {
    let paper = prints::draft(desk, "suspension", About::round(&case.id, case.rounds.len() as u32 - 1), &json!({}))?;
    if let Some(turn) = case.turns.last_mut() {
        turn.paper = Some(paper.id.clone());
    }
    desk.put_case(&case)?;
    Ok(paper)
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resume {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// How the conditions were met.
    pub reason: String,
}

impl Verb for Resume {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let day = desk.day(self.on);
        form::not_future(desk, "on", day)?;
        Ok(m17_tracking::can_resume(&case, &turn(TurnKind::Resumed, day, &self.reason, "", false)))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let turn = turn(TurnKind::Resumed, desk.day(self.on), &self.reason, "", false);
        let case = push(desk, &self.case, turn)?;
        Ok(Made::said("已登记恢复。", "The resumption is recorded.").with("case", &self.case, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Terminate {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    /// The item at which two thirds decided it.
    #[serde(default)]
    pub item: Option<String>,
}

impl Verb for Terminate {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let day = desk.day(self.on);
        form::not_future(desk, "on", day)?;
        let by_vote = voted(desk, &self.case, &self.item, DecisionKind::Terminate)?;
        Ok(m17_tracking::can_terminate(&case, &turn(TurnKind::Terminated, day, &self.reason, "", false), by_vote))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let turn = turn(TurnKind::Terminated, desk.day(self.on), &self.reason, "", false);
        let case = push(desk, &self.case, turn)?;
        let paper = letter(desk, case)?;
        Ok(Made::said("已登记终止。", "The termination is recorded.").with("case", &self.case, "").with("paper", paper.id, paper.title))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Complete {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub finding: String,
    /// The final report, among the case's material: its id.
    #[serde(default)]
    pub report: Option<String>,
}

impl Complete {
    fn turn(&self, desk: &Desk) -> Result<Turn, Failure> {
        let mut turn = turn(TurnKind::Completed, desk.day(self.on), &self.finding, "", false);
        if let Some(report) = &self.report {
            let material =
                desk.tx.get::<Material>(report)?.filter(|m| m.case == self.case).ok_or_else(|| Failure::not_found("material", report))?;
            turn.paper = Some(material.id);
        }
        Ok(turn)
    }
}

impl Verb for Complete {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        Ok(m17_tracking::can_complete(&case, &self.turn(desk)?))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let turn = self.turn(desk)?;
        let case = push(desk, &self.case, turn)?;
        Ok(Made::said("已登记结题。", "The completion is recorded.").with("case", &self.case, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Archive {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub shelf: String,
}

impl Verb for Archive {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        let ended = assess::stage(&desk.facts()?, &case, desk.at).ended();
        Ok(m17_tracking::can_archive(&case, ended))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let shelf = self.shelf.trim();
        let reason = if shelf.is_empty() { "办结归档".to_string() } else { format!("办结归档，{shelf}") };
        let turn = turn(TurnKind::Archived, desk.day(self.on), &reason, shelf, false);
        let case = push(desk, &self.case, turn)?;
        let paper = prints::draft(desk, "archive_index", About::case(&self.case), &json!({}))?;
        Ok(Made::said("已归档，此后只读。", "Archived; read-only from now on.").with("case", &self.case, case.full_number()).with(
            "paper",
            paper.id,
            paper.title,
        ))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reopen {
    pub case: String,
    pub reason: String,
}

impl Verb for Reopen {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        Ok(e06_records::can_reopen(&desk.case(&self.case)?, &self.reason))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let turn = turn(TurnKind::Reopened, desk.at.date_naive(), &self.reason, "", false);
        let case = push(desk, &self.case, turn)?;
        Ok(Made::said("已重新打开。", "Reopened.").with("case", &self.case, case.full_number()))
    }
}
