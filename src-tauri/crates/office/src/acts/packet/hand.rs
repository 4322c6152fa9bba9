//! A packet is handed over: to whom, what was in it, by what way, and which file it was (M14, E8).

use super::who::person;
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints::packet::{edition_of, item_or_case, next_edition, slip_lacks};
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOutPacket {
    /// None in the simplified procedure; then `items` are cases.
    #[serde(default)]
    pub meeting: Option<String>,
    pub member: String,
    pub items: Vec<String>,
    #[serde(default)]
    pub on: Option<Date>,
    pub how: HandedHow,
    /// The id written into the file; must be the next one. Left out on paper.
    #[serde(default)]
    pub packet: String,
    #[serde(default)]
    pub file_name: String,
    #[serde(default)]
    pub sha256: String,
    #[serde(default)]
    pub manifest_sha256: String,
    #[serde(default)]
    pub generation: u32,
    #[serde(default)]
    pub reply_by: Option<Date>,
}

impl Verb for HandOutPacket {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let on = desk.day(self.on);
        form::not_future(desk, "on", on)?;
        person(desk, &self.member)?;
        if self.how != HandedHow::Paper {
            form::filled("sha256", &self.sha256, "文件的校验值", "hash of the file")?;
        }
        let meeting = self.meeting.as_ref().map(|m| desk.meeting(m)).transpose()?;
        let items = self.items.iter().map(|i| item_or_case(desk.tx, i)).collect::<Result<Vec<_>, _>>()?;
        for (item, case) in &items {
            let there = match (&meeting, item) {
                (Some(m), Some(item)) => item.meeting == m.id,
                (None, None) => case.round().designation.as_ref().is_some_and(|d| d.reviewers.contains(&self.member)),
                _ => false,
            };
            if !there {
                return Err(Failure::invalid(
                    "items",
                    format!("{}不在这次会议的议程里，也没有指定给这位委员。", case.full_number()),
                    format!("{} is neither on this agenda nor assigned to this member.", case.full_number()),
                ));
            }
        }
        let items: Vec<(Option<&Item>, &Case)> = items.iter().map(|(i, c)| (i.as_ref(), c)).collect();
        let mut findings = m14_packets::can_hand_out(&desk.facts()?, meeting.as_ref(), &items, &self.member, on);
        if meeting.is_none() {
            for (_, case) in &items {
                findings.extend(slip_lacks(desk.tx, case)?);
            }
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = desk.tx.next_id("packet")?;
        if !self.packet.is_empty() && self.packet != id {
            return Err(Failure::invalid(
                "packet",
                "这一包做好以后又登记过别的包，文件里的编号已经不对。",
                "Another packet was recorded after this one was made; the number inside it is no longer right.",
            )
            .way("重新做一份再登记。", "Make it again, then record it."));
        }
        let before = desk.tx.where_::<Packet>("member", &self.member)?;
        let mut items = Vec::new();
        for i in &self.items {
            let (item, case) = item_or_case(desk.tx, i)?;
            let round = item.as_ref().map_or(case.rounds.len() as u32 - 1, |i| i.round);
            items.push(PacketItem { item: i.clone(), edition: edition_of(desk.tx, &case.id)?, case: case.id, round });
        }
        let packet = Packet {
            id: id.clone(),
            meeting: self.meeting.clone(),
            member: self.member.clone(),
            seq: before.len() as u32 + 1,
            edition: next_edition(&before, self.meeting.as_deref(), self.items.first().map(String::as_str)),
            on: desk.day(self.on),
            how: self.how,
            file_name: self.file_name.clone(),
            sha256: self.sha256.clone(),
            manifest_sha256: self.manifest_sha256.clone(),
            generation: self.generation,
            reply_by: self.reply_by,
            items,
        };
        desk.put(&packet)?;
        let name = person(desk, &self.member)?;
        Ok(Made::said(
            format!("阅会包第{}版已交{name}（{}），{}件议题。", packet.edition, self.how.zh(), packet.items.len()),
            format!(
                "Edition {} of the packet is with {name} ({}), {}.",
                packet.edition,
                self.how.en(),
                say::en_count(packet.items.len() as i64, "item")
            ),
        )
        .with("packet", id, name))
    }
}
