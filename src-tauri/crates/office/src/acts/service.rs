//! 送达 of a paper (M16, E17): way, moment, receiver, proof; what it starts in the case; and its correction. The verbs'
//! fields stand with the other papers in `paper`.

use super::paper::{CorrectService, RecordService, in_state};
use super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints::link::delivers;
use measures::*;

/// What the rules say to a service: of a decision by Article 16, of any other paper by Article 17 of 《伦理办法》.
fn judged(desk: &Desk, filed: &FiledPaper, delivery: &Delivery) -> Result<Vec<Finding>, Failure> {
    let facts = desk.facts()?;
    if let Some(id) = &filed.case {
        let case = desk.case(id)?;
        if let Some(at) = delivers(&case, filed) {
            let then = Case { rounds: case.rounds[..=at].to_vec(), ..case };
            let mut found = m16_appeal::can_deliver(&facts, &then, delivery);
            found.extend(e06_papers::can_serve(filed.dated, delivery).into_iter().filter(|f| f.rule == "E17.order"));
            return Ok(found);
        }
    }
    Ok(e06_papers::can_serve(filed.dated, delivery))
}

/// Writes the service into the paper and into the case: the round's deliveries, the supplement notice's day.
fn put(desk: &mut Desk, mut filed: FiledPaper, delivery: Delivery, corrected: Option<&str>) -> Result<Option<Due>, Failure> {
    let mut appeal = None;
    if let Some(id) = &filed.case {
        let mut case = desk.case(id)?;
        let at = filed.round.map_or(case.rounds.len() - 1, |r| r as usize);
        if let Some(at) = delivers(&case, &filed) {
            let facts = desk.facts()?;
            if m16_appeal::has_appeal_window(&facts, &delivery) {
                appeal = Some(m16_appeal::appeal_last_day(&facts, &delivery));
            }
            let deliveries = &mut case.rounds[at].deliveries;
            if let (Some(why), Some(was)) = (corrected, deliveries.iter_mut().rev().find(|d| d.corrected.is_none())) {
                was.corrected = Some(why.into());
            }
            deliveries.push(delivery.clone());
            desk.put_case(&case)?;
        } else if filed.kind == "supplement_notice" {
            let supplements = &mut case.rounds[at].supplements;
            let own = supplements.iter().position(|s| s.paper.as_deref() == Some(filed.id.as_str())).or(supplements.len().checked_sub(1));
            if let Some(own) = own {
                supplements[own].served = Some(delivery.at.date_naive());
                desk.put_case(&case)?;
            }
        }
    }
    filed.done.retain(|d| d.step != PaperStep::Served);
    filed.done.push(StepDone {
        step: PaperStep::Served,
        on: delivery.at.date_naive(),
        by: desk.by.clone(),
        copies: 1,
        scan: delivery.proof.clone(),
    });
    filed.served = Some(delivery);
    desk.put_paper(&filed)?;
    Ok(appeal)
}

fn said(filed: &FiledPaper, appeal: Option<Due>, verb_zh: &str, verb_en: &str) -> Made {
    let name = if filed.number.is_empty() { &filed.title } else { &filed.number };
    let (zh, en) = match appeal {
        Some(due) => {
            let day = due.rolled;
            (
                format!("{verb_zh}{name}的送达；申诉末日{}（{}）。", say::zh_date(day), say::zh_weekday(day)),
                format!("{verb_en} service of {name}; last day of appeal {} {}.", say::en_weekday(day), say::en_date(day)),
            )
        }
        None => (format!("{verb_zh}{name}的送达。"), format!("{verb_en} service of {name}.")),
    };
    Made::said(zh, en).with("paper", &filed.id, name)
}

fn servable(filed: &FiledPaper) -> Result<(), Failure> {
    in_state(filed, PaperState::Issued)?;
    if filed.steps.contains(&PaperStep::Served) {
        return Ok(());
    }
    Err(Failure::invalid("paper", format!("《{}》存档，不送达。", filed.title), format!("“{}” is filed, not served.", filed.title)))
}

impl Verb for RecordService {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let filed = desk.paper(&self.paper)?;
        servable(&filed)?;
        let delivery = self.delivery(desk);
        form::not_future_at(desk, "at", delivery.at)?;
        if let Some(was) = &filed.served {
            return Err(Failure::invalid(
                "paper",
                format!("已登记{}送达。", say::zh_instant(was.at)),
                format!("Service of {} is on record.", say::en_instant(was.at)),
            )
            .way("有误的用“更正送达”。", "If it is wrong, correct it."));
        }
        if let Some(proof) = &self.proof {
            form::on_file(desk, "proof", proof)?;
        }
        judged(desk, &filed, &delivery)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let filed = desk.paper(&self.paper)?;
        let delivery = self.delivery(desk);
        let appeal = put(desk, filed.clone(), delivery, None)?;
        Ok(said(&filed, appeal, "已登记", "Recorded"))
    }
}

impl RecordService {
    fn delivery(&self, desk: &Desk) -> Delivery {
        Delivery {
            at: desk.moment(self.at),
            method: self.method,
            receiver: self.receiver.trim().into(),
            place: self.place.trim().into(),
            proof: self.proof.clone(),
            note: self.note.trim().into(),
            corrected: None,
            told: None,
        }
    }
}

impl Verb for CorrectService {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let filed = desk.paper(&self.paper)?;
        servable(&filed)?;
        form::filled("reason", &self.reason, "更正的理由", "reason for the correction")?;
        form::not_future_at(desk, "at", self.at)?;
        if filed.served.is_none() {
            return Err(Failure::invalid("paper", "还没有登记送达，没有什么可更正。", "No service is on record to correct."));
        }
        if let Some(proof) = &self.proof {
            form::on_file(desk, "proof", proof)?;
        }
        judged(desk, &filed, &self.delivery())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let filed = desk.paper(&self.paper)?;
        let appeal = put(desk, filed.clone(), self.delivery(), Some(self.reason.trim()))?;
        Ok(said(&filed, appeal, "已更正", "Corrected"))
    }
}

impl CorrectService {
    fn delivery(&self) -> Delivery {
        Delivery {
            at: self.at,
            method: self.method,
            receiver: self.receiver.trim().into(),
            place: self.place.trim().into(),
            proof: self.proof.clone(),
            note: self.reason.trim().into(),
            corrected: None,
            told: None,
        }
    }
}
