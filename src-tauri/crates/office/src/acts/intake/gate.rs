//! The gate (M13): the one-time supplement notice, its answer, acceptance, refusal, withdrawal.

use super::super::{Verb, form};
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// M13: everything that is missing, at once. `gaps` are computed from the checks when left out.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IssueSupplement {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub gaps: BTreeMap<Element, String>,
    #[serde(default)]
    pub due: Option<Date>,
    /// Date of service, when it was handed over at once.
    #[serde(default)]
    pub served: Option<Date>,
}

impl IssueSupplement {
    fn gaps(&self, case: &Case) -> BTreeMap<Element, String> {
        if self.gaps.is_empty() { m12_application::gaps(case).into_iter().collect() } else { self.gaps.clone() }
    }
    fn due(&self, desk: &Desk) -> Result<Date, Failure> {
        let on = desk.day(self.on);
        let due = match self.due {
            Some(due) => due,
            None => m13_acceptance::supplement_due(&desk.facts()?, self.served.unwrap_or(on)).rolled,
        };
        if due <= on {
            return Err(Failure::invalid("due", "补正期限不晚于告知日期。", "The last day is not later than the notice.")
                .way("给申请人留出补正的时间。", "Leave the applicant time."));
        }
        Ok(due)
    }
}

impl Verb for IssueSupplement {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let on = desk.day(self.on);
        form::not_future(desk, "on", on)?;
        if let Some(served) = self.served {
            form::not_future(desk, "served", served)?;
            if served < on {
                return Err(Failure::invalid("served", "送达日期早于告知日期。", "Served before the notice was made."));
            }
        }
        self.due(desk)?;
        Ok(m13_acceptance::can_supplement(&desk.facts()?, &case, &self.gaps(&case), on))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let gaps = self.gaps(&case);
        let n = gaps.len();
        let due = self.due(desk)?;
        let reason = desk.reason("M13.new_gap").to_string();
        case.round_mut().supplements.push(Supplement {
            on: desk.day(self.on),
            gaps,
            due,
            served: self.served,
            received: None,
            reason,
            paper: None,
        });
        desk.put_case(&case)?;
        let paper = prints::draft(desk, "supplement_notice", About::round(&self.case, case.rounds.len() as u32 - 1), &json!({}))?;
        case.round_mut().supplements.last_mut().expect("pushed above").paper = Some(paper.id.clone());
        desk.put_case(&case)?;
        Ok(Made::said(
            format!("已列出{n}项补正，请于{}前补齐。", say::zh_date(due)),
            format!("{n} gaps are listed, due {}.", say::en_date(due)),
        )
        .with("case", &self.case, case.full_number())
        .with("paper", paper.id, paper.title))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReceiveSupplement {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// Elements that came in; all that were asked for when left out.
    #[serde(default)]
    pub elements: Vec<Element>,
}

impl Verb for ReceiveSupplement {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let on = desk.day(self.on);
        form::not_future(desk, "on", on)?;
        if let Some(supplement) = case.round().supplements.last()
            && let Some(other) = self.elements.iter().find(|e| !supplement.gaps.contains_key(e))
        {
            return Err(Failure::invalid(
                "elements",
                format!("{}不在补正告知里。", other.zh()),
                format!("“{}” was not asked for.", other.en()),
            )
            .way("作为材料直接归入。", "File it as material."));
        }
        Ok(m13_acceptance::can_receive_supplement(&case, on))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let on = desk.day(self.on);
        let round = case.round_mut();
        let supplement = round.supplements.last_mut().ok_or_else(|| Failure::not_found("paper", "supplement_notice"))?;
        supplement.received = Some(on);
        let came: Vec<Element> = if self.elements.is_empty() { supplement.gaps.keys().copied().collect() } else { self.elements.clone() };
        for element in &came {
            round.checks.insert(*element, Check { state: CheckState::Present, note: format!("{}补正", say::zh_date(on)) });
        }
        let left = m12_application::gaps(&case).len();
        desk.put_case(&case)?;
        let (zh, en) = if left == 0 {
            (format!("已收到补正材料{}项，材料齐全。", came.len()), format!("{} supplements are in; the material is complete.", came.len()))
        } else {
            (format!("已收到补正材料{}项，还缺{left}项。", came.len()), format!("{} supplements are in, {left} still missing.", came.len()))
        };
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refuse {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    /// Where to apply instead (M12).
    #[serde(default)]
    pub instead: String,
}

impl Verb for Refuse {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let on = desk.day(self.on);
        form::not_future(desk, "on", on)?;
        Ok(m13_acceptance::can_refuse(&case, &self.reason, on))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        case.round_mut().refused = Some(Ending { on: desk.day(self.on), reason: self.reason.clone(), document: None });
        desk.put_case(&case)?;
        let words = if self.instead.trim().is_empty() { json!({}) } else { json!({ "instead": self.instead }) };
        let paper = prints::draft(desk, "refusal_notice", About::round(&self.case, case.rounds.len() as u32 - 1), &words)?;
        if let Some(refused) = &mut case.round_mut().refused {
            refused.document = Some(paper.id.clone());
        }
        desk.put_case(&case)?;
        Ok(Made::said("已登记不予受理，通知书待签发。", "Refused; the notice is to be issued.")
            .with("case", &self.case, case.full_number())
            .with("paper", paper.id, paper.title))
    }
}

/// 受理 (M13): fixes the procedure and starts the 30 days.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accept {
    pub case: String,
    /// Moment of acceptance; now when left out.
    #[serde(default)]
    pub at: Option<Instant>,
    pub procedure: Procedure,
    pub reason: String,
    #[serde(default)]
    pub ground: Option<SimplifiedGround>,
}

impl Accept {
    fn acceptance(&self, desk: &Desk) -> Acceptance {
        Acceptance {
            at: desk.moment(self.at),
            procedure: self.procedure,
            reason: self.reason.clone(),
            ground: self.ground.filter(|_| self.procedure == Procedure::Simplified),
            paper: None,
        }
    }
}

impl Verb for Accept {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let acceptance = self.acceptance(desk);
        form::not_future_at(desk, "at", acceptance.at)?;
        Ok(m13_acceptance::can_accept(&desk.facts()?, &case, &acceptance))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        case.round_mut().accepted = Some(self.acceptance(desk));
        desk.put_case(&case)?;
        let paper = prints::draft(desk, "acceptance_notice", About::round(&self.case, case.rounds.len() as u32 - 1), &json!({}))?;
        if let Some(accepted) = &mut case.round_mut().accepted {
            accepted.paper = Some(paper.id.clone());
        }
        desk.put_case(&case)?;
        let number = case.full_number();
        let (zh, en) = match m16_decision::due(&desk.facts()?, case.round()) {
            Some(due) => (
                format!("{number}已受理，{}，决定期限{}。", self.procedure.zh(), say::zh_date(due.nominal)),
                format!("{number} accepted, {}, decision due {}.", self.procedure.en(), say::en_date(due.nominal)),
            ),
            None => (format!("{number}已受理，{}。", self.procedure.zh()), format!("{number} accepted, {}.", self.procedure.en())),
        };
        Ok(Made::said(zh, en).with("case", &self.case, number).with("paper", paper.id, paper.title))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Withdraw {
    pub case: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    #[serde(default)]
    pub document: Option<String>,
}

impl Withdraw {
    fn ending(&self, desk: &Desk) -> Ending {
        Ending { on: desk.day(self.on), reason: self.reason.clone(), document: self.document.clone() }
    }
}

impl Verb for Withdraw {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let ending = self.ending(desk);
        form::not_future(desk, "on", ending.on)?;
        form::filled("reason", &self.reason, "撤回的缘由", "reason of the withdrawal")?;
        Ok(m13_acceptance::can_withdraw(&case, &ending))
    }
    /// A withdrawn application leaves every agenda on which it has not been heard.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        case.round_mut().withdrawn = Some(self.ending(desk));
        desk.put_case(&case)?;
        for id in case.round().items.clone() {
            let mut item = desk.item(&id)?;
            if item.outcome.is_none() {
                item.outcome = Some(Outcome {
                    result: ItemResult::NotDeliberated,
                    decision: None,
                    reason: format!("{}申请人撤回申请", say::zh_date(desk.day(self.on))),
                    chair_note: String::new(),
                    at: desk.at,
                    deferred_to: None,
                });
                desk.put_item(&item)?;
            }
        }
        Ok(Made::said("已登记撤回，本轮审查结束。", "The withdrawal is recorded; the round is over.").with(
            "case",
            &self.case,
            case.full_number(),
        ))
    }
}
