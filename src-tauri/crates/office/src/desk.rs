//! The desk: one act at work. It holds the writable transaction, the day, and the committee's facts, and remembers what
//! it touched so that the registers can be brought up to date in the same transaction.
//!
//! Invariant: the moment comes from outside. An act performed again with the same moment on the same file does the same.

use crate::failure::Failure;
use crate::law::Law;
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::{Record, Tx};

/// Something an act created or changed that the page will want to open next.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ref {
    pub kind: String,
    pub id: String,
    /// As a person names it: a case number, a letter number, a title.
    #[serde(default)]
    pub name: String,
}

/// What an act made. `zh` and `en` are the line shown at the foot: 已把2026-0057列入第8次会议。
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Made {
    pub refs: Vec<Ref>,
    pub zh: String,
    pub en: String,
}
impl Made {
    pub fn said(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Made { refs: vec![], zh: zh.into(), en: en.into() }
    }
    pub fn with(mut self, kind: &str, id: impl Into<String>, name: impl Into<String>) -> Self {
        self.refs.push(Ref { kind: kind.into(), id: id.into(), name: name.into() });
        self
    }
}

/// A typed reason for one `Ask`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub rule: String,
    pub reason: String,
}

pub struct Desk<'a, 't> {
    pub tx: &'a mut Tx<'t>,
    /// The moment of recording.
    pub at: Instant,
    pub by: String,
    pub law: &'a mut Law,
    /// Assets the desk needs to set a page when a paper is issued.
    pub press: &'a crate::office::Press,
    /// Reasons typed for what the law asked about.
    pub(crate) reasons: Vec<Reason>,
    committee: Option<Committee>,
    members: Vec<Member>,
    pub(crate) touched_cases: BTreeSet<String>,
    pub(crate) touched_meetings: BTreeSet<String>,
    pub(crate) touched_papers: BTreeSet<String>,
    /// Members, rules or calendars changed: every open case is to be looked at again.
    pub(crate) touched_all: bool,
}

impl<'a, 't> Desk<'a, 't> {
    pub(crate) fn new(
        tx: &'a mut Tx<'t>,
        at: Instant,
        by: String,
        law: &'a mut Law,
        press: &'a crate::office::Press,
    ) -> Result<Self, Failure> {
        let committee = tx.get::<Committee>("committee")?;
        let members = in_seat_order(tx.all::<Member>()?);
        Ok(Desk {
            tx,
            at,
            by,
            law,
            press,
            reasons: vec![],
            committee,
            members,
            touched_cases: BTreeSet::new(),
            touched_meetings: BTreeSet::new(),
            touched_papers: BTreeSet::new(),
            touched_all: false,
        })
    }

    /// The legal date of the act: as said, else the day of recording.
    pub fn day(&self, on: Option<Date>) -> Date {
        on.unwrap_or_else(|| self.at.date_naive())
    }
    pub fn moment(&self, at: Option<Instant>) -> Instant {
        at.unwrap_or(self.at)
    }
    /// The reason typed under a rule; blank when none was asked for.
    pub fn reason(&self, rule: &str) -> &str {
        self.reasons.iter().find(|r| r.rule == rule).map_or("", |r| r.reason.trim())
    }
    pub fn committee(&self) -> Result<&Committee, Failure> {
        self.committee.as_ref().ok_or_else(|| Failure::not_found("committee", "committee"))
    }
    pub fn has_committee(&self) -> bool {
        self.committee.is_some()
    }
    /// Members of all times, in seat order.
    pub fn members(&self) -> &[Member] {
        &self.members
    }
    pub fn member(&self, id: &str) -> Result<&Member, Failure> {
        self.members.iter().find(|m| m.id == id).ok_or_else(|| Failure::not_found("member", id))
    }
    pub fn name(&self, member: &str) -> String {
        self.members.iter().find(|m| m.id == member).map_or_else(|| member.to_string(), |m| m.name.clone())
    }
    /// What the rules are asked about.
    pub fn facts(&self) -> Result<Facts<'_>, Failure> {
        Ok(Facts { committee: self.committee()?, members: &self.members, calendar: &self.law.calendar, rules: &self.law.rules })
    }

    pub fn case(&self, id: &str) -> Result<Case, Failure> {
        self.need("case", id)
    }
    pub fn meeting(&self, id: &str) -> Result<Meeting, Failure> {
        self.need("meeting", id)
    }
    pub fn item(&self, id: &str) -> Result<Item, Failure> {
        self.need("item", id)
    }
    pub fn paper(&self, id: &str) -> Result<FiledPaper, Failure> {
        self.need("paper", id)
    }
    fn need<T: Record>(&self, kind: &str, id: &str) -> Result<T, Failure> {
        self.tx.get::<T>(id)?.ok_or_else(|| Failure::not_found(kind, id))
    }
    /// The items of a meeting in the order of its agenda.
    pub fn items_of(&self, meeting: &Meeting) -> Result<Vec<Item>, Failure> {
        meeting.items.iter().map(|i| self.item(i)).collect()
    }

    pub fn put_committee(&mut self, committee: Committee) -> Result<(), Failure> {
        self.tx.put(&committee)?;
        self.law.rules = Rules::of(&committee.local).map_err(Failure::blocked)?;
        self.committee = Some(committee);
        self.touched_all = true;
        Ok(())
    }
    pub fn put_member(&mut self, member: Member) -> Result<(), Failure> {
        self.tx.put(&member)?;
        self.members.retain(|m| m.id != member.id);
        self.members.push(member);
        self.members.sort_by_key(|m| m.seat);
        self.touched_all = true;
        Ok(())
    }
    pub fn put_case(&mut self, case: &Case) -> Result<(), Failure> {
        self.touched_cases.insert(case.id.clone());
        Ok(self.tx.put(case)?)
    }
    pub fn put_meeting(&mut self, meeting: &Meeting) -> Result<(), Failure> {
        self.touched_meetings.insert(meeting.id.clone());
        Ok(self.tx.put(meeting)?)
    }
    pub fn put_item(&mut self, item: &Item) -> Result<(), Failure> {
        self.touched_meetings.insert(item.meeting.clone());
        self.touched_cases.insert(item.case.clone());
        Ok(self.tx.put(item)?)
    }
    pub fn put_paper(&mut self, paper: &FiledPaper) -> Result<(), Failure> {
        self.touched_papers.insert(paper.id.clone());
        if let Some(case) = &paper.case {
            self.touched_cases.insert(case.clone());
        }
        Ok(self.tx.put(paper)?)
    }
    pub fn put_material(&mut self, material: &Material) -> Result<(), Failure> {
        self.touched_cases.insert(material.case.clone());
        Ok(self.tx.put(material)?)
    }
    /// A record without a register of its own.
    pub fn put<T: Record>(&mut self, record: &T) -> Result<(), Failure> {
        Ok(self.tx.put(record)?)
    }
}

pub(crate) fn in_seat_order(mut members: Vec<Member>) -> Vec<Member> {
    members.sort_by_key(|m| m.seat);
    members
}

/// Lays a partial object over a record: what is left out stays, an unknown name is refused.
pub fn overlay<T: Serialize + serde::de::DeserializeOwned>(record: &T, with: &serde_json::Value) -> Result<T, Failure> {
    let mut base = serde_json::to_value(record)?;
    merge(&mut base, with, "")?;
    Ok(serde_json::from_value(base)?)
}

fn merge(base: &mut serde_json::Value, with: &serde_json::Value, path: &str) -> Result<(), Failure> {
    match (base, with) {
        (serde_json::Value::Object(base), serde_json::Value::Object(with)) => {
            for (key, value) in with {
                let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match base.get_mut(key) {
                    // Maps keyed by data (element texts) grow; records with fixed fields do not.
                    None if path.ends_with("texts") => {
                        base.insert(key.clone(), value.clone());
                    }
                    None => return Err(Failure::invalid(&here, format!("没有“{here}”这一项。"), format!("There is no field “{here}”."))),
                    Some(slot) if slot.is_object() && value.is_object() => merge(slot, value, &here)?,
                    Some(slot) => *slot = value.clone(),
                }
            }
            Ok(())
        }
        (_, serde_json::Value::Null) => Ok(()),
        _ => Err(Failure::invalid(path, "这里要写成“项目: 值”。", "A map of fields is expected here.")),
    }
}
