//! The people: appointments and terms (M10, E7), undertakings, interests and training (E8), advisers (M14). Terms are
//! added and ended, never edited away: who sat on a past day must stay answerable.

use super::super::{Verb, form};
use crate::desk::{Desk, Made, overlay};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// A new person and the first term (M10, E7).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AppointMember {
    pub name: String,
    pub sex: Sex,
    pub unit: String,
    #[serde(default)]
    pub external: bool,
    #[serde(default)]
    pub title: String,
    pub category: Category,
    #[serde(default)]
    pub also: Vec<Category>,
    #[serde(default)]
    pub identity: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    pub role: Role,
    pub from: Date,
    pub until: Date,
    #[serde(default)]
    pub document: String,
}

impl AppointMember {
    fn member(&self, id: String, seat: u32) -> Member {
        Member {
            id,
            seat,
            name: self.name.trim().into(),
            sex: self.sex,
            unit: self.unit.clone(),
            external: self.external,
            title: self.title.clone(),
            category: self.category,
            also: self.also.clone(),
            identity: self.identity.trim().into(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            terms: vec![self.term()],
            undertakings: vec![],
            interests: vec![],
            trainings: vec![],
        }
    }
    fn term(&self) -> Term {
        Term { role: self.role, from: self.from, until: self.until, document: self.document.clone(), ended: None }
    }
}

impl Verb for AppointMember {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("name", &self.name, "委员姓名", "name of the member")?;
        let facts = desk.facts()?;
        Ok(m10_composition::can_appoint(facts.members, &self.member(String::new(), 0), &self.term(), facts.rules))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let seat = desk.members().iter().map(|m| m.seat).max().unwrap_or(0) + 1;
        let id = desk.tx.next_id("member")?;
        let member = self.member(id.clone(), seat);
        let made = Made::said(
            format!("已聘任{}为{}，{}至{}。", member.name, self.role.zh(), say::zh_date(self.from), say::zh_date(self.until)),
            format!("{} appointed {}, {} to {}.", member.name, self.role.en(), say::en_date(self.from), say::en_date(self.until)),
        );
        let name = member.name.clone();
        desk.put_member(member)?;
        Ok(made.with("member", id, name))
    }
}

/// A further term, or another role from a day on. The present term, if it still runs, ends the day before.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RenewTerm {
    pub member: String,
    pub role: Role,
    pub from: Date,
    pub until: Date,
    #[serde(default)]
    pub document: String,
}

impl RenewTerm {
    /// The member with the running term cut off, without the new one yet.
    fn freed(&self, desk: &Desk) -> Result<Member, Failure> {
        let mut member = desk.member(&self.member)?.clone();
        if let Some(running) = member.terms.iter_mut().find(|t| t.covers(self.from)) {
            running.ended = Some(TermEnded {
                on: self.from,
                how: TermEnd::Other,
                note: format!("{}起{}", say::zh_date(self.from), if running.role == self.role { "续聘" } else { "改任" }),
            });
        }
        Ok(member)
    }
    fn term(&self) -> Term {
        Term { role: self.role, from: self.from, until: self.until, document: self.document.clone(), ended: None }
    }
}

impl Verb for RenewTerm {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let member = self.freed(desk)?;
        let facts = desk.facts()?;
        let existing: Vec<Member> = facts.members.iter().map(|m| if m.id == member.id { member.clone() } else { m.clone() }).collect();
        Ok(m10_composition::can_appoint(&existing, &member, &self.term(), facts.rules))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut member = self.freed(desk)?;
        member.terms.push(self.term());
        member.terms.sort_by_key(|t| t.from);
        let name = member.name.clone();
        desk.put_member(member)?;
        Ok(Made::said(
            format!("{}自{}任{}，至{}。", name, say::zh_date(self.from), self.role.zh(), say::zh_date(self.until)),
            format!("{} is {} from {} to {}.", name, self.role.en(), say::en_date(self.from), say::en_date(self.until)),
        )
        .with("member", &self.member, name))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndTerm {
    pub member: String,
    /// First day out of office.
    pub on: Date,
    pub how: TermEnd,
    #[serde(default)]
    pub note: String,
}

impl EndTerm {
    fn ended(&self, desk: &Desk) -> Result<Member, Failure> {
        let mut member = desk.member(&self.member)?.clone();
        let name = member.name.clone();
        let Some(term) = member.terms.iter_mut().find(|t| t.covers(self.on)) else {
            return Err(Failure::invalid(
                "on",
                format!("{name}在{}不在任期内，没有任期可以结束。", say::zh_date(self.on)),
                format!("{name} is not in office on {}; there is no term to end.", say::en_date(self.on)),
            )
            .way("核对日期；写离任后的第一天。", "Check the date: the first day out of office."));
        };
        term.ended = Some(TermEnded { on: self.on, how: self.how, note: self.note.clone() });
        Ok(member)
    }
}

impl Verb for EndTerm {
    /// A resignation is a fact and cannot be forbidden; what it does to the committee is said at once.
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let gone = self.ended(desk)?;
        let facts = desk.facts()?;
        let after: Vec<Member> = facts.members.iter().map(|m| if m.id == gone.id { gone.clone() } else { m.clone() }).collect();
        let mut findings = m10_composition::composition(&after, &facts.committee.unit, self.on, facts.rules, facts.profile());
        findings.retain(|f| f.verdict < Verdict::Fine);
        for finding in &mut findings {
            finding.verdict = Verdict::Note;
        }
        findings.extend(
            m30_registration::committee(&Facts { members: &after, ..facts }, self.on).into_iter().filter(|f| f.rule == "E43.update"),
        );
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let member = self.ended(desk)?;
        let name = member.name.clone();
        desk.put_member(member)?;
        Ok(Made::said(
            format!("{}自{}离任（{}）。", name, say::zh_date(self.on), self.how.zh()),
            format!("{} is out of office from {} ({}).", name, say::en_date(self.on), self.how.en()),
        )
        .with("member", &self.member, name))
    }
}

/// Corrects what was typed wrong; `with` is a partial [`Member`] object without terms.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectMember {
    pub member: String,
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

/// Changing one of these changes what past meetings rested on, so it takes a reason.
const WEIGHTY: [&str; 6] = ["name", "sex", "external", "category", "also", "identity"];

impl CorrectMember {
    fn corrected(&self, desk: &Desk) -> Result<Member, Failure> {
        let mut allowed = vec!["unit", "title", "phone", "email"];
        allowed.extend(WEIGHTY);
        form::only(&self.with, &allowed)?;
        if WEIGHTY.iter().any(|f| self.with.get(f).is_some()) {
            form::filled("reason", &self.reason, "更正的理由", "reason for the correction")?;
        }
        let member: Member = overlay(desk.member(&self.member)?, &self.with)?;
        form::filled("name", &member.name, "委员姓名", "name of the member")?;
        Ok(member)
    }
}

impl Verb for CorrectMember {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let member = self.corrected(desk)?;
        let facts = desk.facts()?;
        // A corrected identity may turn out to be somebody who is here already (E7).
        Ok(match member.terms.iter().rev().find(|t| t.ended.is_none()) {
            Some(term) => m10_composition::can_appoint(facts.members, &member, term, facts.rules)
                .into_iter()
                .filter(|f| matches!(f.rule.as_str(), "E7.duplicate" | "E7.namesake"))
                .collect(),
            None => vec![],
        })
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let member = self.corrected(desk)?;
        let name = member.name.clone();
        desk.put_member(member)?;
        Ok(Made::said(format!("已更正{name}的信息。"), format!("{name}'s particulars are corrected.")).with("member", &self.member, name))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordUndertaking {
    pub member: String,
    pub kind: UndertakingKind,
    pub signed: Date,
    #[serde(default)]
    pub scan: Option<String>,
}

impl Verb for RecordUndertaking {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        desk.member(&self.member)?;
        if let Some(scan) = &self.scan {
            form::on_file(desk, "scan", scan)?;
        }
        Ok(form::later(desk, self.signed).into_iter().collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut member = desk.member(&self.member)?.clone();
        let name = member.name.clone();
        member.undertakings.retain(|u| !(u.kind == self.kind && u.signed == self.signed));
        member.undertakings.push(Undertaking { kind: self.kind, signed: self.signed, scan: self.scan.clone() });
        member.undertakings.sort_by_key(|u| (u.signed, u.kind));
        desk.put_member(member)?;
        Ok(Made::said(format!("已登记{name}的{}。", self.kind.zh()), format!("{name}'s {} is recorded.", self.kind.en())).with(
            "member",
            &self.member,
            name,
        ))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordInterest {
    pub member: String,
    pub interest: Interest,
}

impl Verb for RecordInterest {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        desk.member(&self.member)?;
        form::filled("with", &self.interest.with, "与谁有利益关系", "person or unit concerned")?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut member = desk.member(&self.member)?.clone();
        let name = member.name.clone();
        let known = member.interests.iter_mut().find(|i| i.relation == self.interest.relation && i.with == self.interest.with);
        match known {
            Some(interest) => *interest = self.interest.clone(),
            None => member.interests.push(self.interest.clone()),
        }
        desk.put_member(member)?;
        Ok(Made::said(
            format!("已登记{name}与{}的利益关系（{}）。", self.interest.with, self.interest.relation.zh()),
            format!("{name}'s interest with {} is recorded ({}).", self.interest.with, self.interest.relation.en()),
        )
        .with("member", &self.member, name))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordTraining {
    pub on: Date,
    pub topic: String,
    pub organiser: String,
    #[serde(default)]
    pub in_house: bool,
    #[serde(default)]
    pub hours: u32,
    pub members: Vec<String>,
    #[serde(default)]
    pub others: u32,
}

impl Verb for RecordTraining {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("topic", &self.topic, "培训内容", "topic of the training")?;
        if self.members.is_empty() {
            return Err(Failure::invalid("members", "没有写明哪些委员参加了培训。", "No member is named who attended the training.").way(
                "选出参加的委员；没有委员参加的，不在这里登记。",
                "Choose who attended; a training without members is not kept here.",
            ));
        }
        for member in &self.members {
            desk.member(member)?;
        }
        Ok(form::later(desk, self.on).into_iter().collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = desk.tx.next_id("training")?;
        desk.put(&Training {
            id: id.clone(),
            on: self.on,
            topic: self.topic.clone(),
            organiser: self.organiser.clone(),
            in_house: self.in_house,
            hours: self.hours,
            members: self.members.clone(),
            others: self.others,
        })?;
        for member in &self.members {
            let mut member = desk.member(member)?.clone();
            if !member.trainings.contains(&self.on) {
                member.trainings.push(self.on);
                member.trainings.sort();
                desk.put_member(member)?;
            }
        }
        let n = self.members.len();
        Ok(Made::said(format!("已登记培训，委员{n}人参加。"), format!("The training is recorded; {n} members attended.")).with(
            "training",
            id,
            self.topic.clone(),
        ))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterAdviser {
    pub name: String,
    pub unit: String,
    pub field: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub no_interest: Option<Date>,
}

impl Verb for RegisterAdviser {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("name", &self.name, "顾问专家姓名", "name of the adviser")?;
        form::filled("field", &self.field, "专业领域", "field")?;
        Ok(self.no_interest.and_then(|day| form::later(desk, day)).into_iter().collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = desk.tx.next_id("adviser")?;
        desk.put(&Adviser {
            id: id.clone(),
            name: self.name.trim().into(),
            unit: self.unit.clone(),
            field: self.field.clone(),
            phone: self.phone.clone(),
            no_interest: self.no_interest,
        })?;
        desk.tx.put_search("adviser", &id, &self.name, &format!("{} {}", self.unit, self.field))?;
        Ok(Made::said(format!("已登记顾问专家{}。", self.name), format!("Adviser {} is registered.", self.name)).with(
            "adviser",
            id,
            self.name.clone(),
        ))
    }
}
