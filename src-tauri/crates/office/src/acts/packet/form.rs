//! A filled copy of the form that went with a packet, from a member without the program. What it was made for is proved by
//! its code, who filled it by nothing: it is an opinion like one on paper, with the file kept. Its id follows from the form
//! and from what is said in it, so that the same answers twice are one record, whatever a viewer made of the file.

use super::opinion::{made_on, weigh};
use super::who::person;
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints::packet::item_or_case;
use measures::m14_packets::Weight;
use measures::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What stands on a form about one item.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormedItem {
    pub item: String,
    pub round: u32,
    /// The version of the material the form was made with.
    #[serde(default)]
    pub edition: u32,
    pub said: Said,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeInForm {
    /// None in the simplified procedure; then the items are cases.
    #[serde(default)]
    pub meeting: Option<String>,
    pub member: String,
    /// Of the packet the form was made with.
    #[serde(default)]
    pub edition: u32,
    /// Proves which form it is; held against the file before the act.
    pub check: String,
    /// The day written on it.
    #[serde(default)]
    pub on: Option<Date>,
    /// The filled copy itself, in the archive.
    pub sha256: String,
    pub items: Vec<FormedItem>,
}

impl TakeInForm {
    pub(crate) fn id(&self, item: &str) -> String {
        let said = serde_json::to_vec(&(&self.on, &self.items)).unwrap_or_default();
        let mark: String = Sha256::digest(said).iter().take(6).map(|b| format!("{b:02x}")).collect();
        let check: String = self.check.chars().take(16).collect();
        format!("form-{check}-{mark}-{item}")
    }

    /// The opinions of the form; items that are no longer there are left out.
    pub(crate) fn opinions(&self, reader: &store::Reader, at: Instant) -> Result<Vec<ReaderOpinion>, Failure> {
        let mut out = Vec::new();
        for back in &self.items {
            let (item, case) = item_or_case(reader, &back.item)?;
            let here = match (&self.meeting, &item) {
                (Some(meeting), Some(item)) => item.meeting == *meeting,
                (None, None) => (back.round as usize) < case.rounds.len(),
                _ => false,
            };
            if !here {
                return Err(Failure::invalid(
                    "items",
                    format!("{}已经不在表上所写的会议里。", case.full_number()),
                    format!("{} is no longer on the agenda the form was made for.", case.full_number()),
                )
                .way("按书面意见录入到现在的会议。", "Enter it as an opinion from paper under the present meeting."));
            }
            out.push(ReaderOpinion {
                id: self.id(&back.item),
                item: back.item.clone(),
                round: item.map_or(back.round, |i| i.round),
                case: case.id,
                member: self.member.clone(),
                edition: back.edition,
                made: made_on(self.on, at),
                taken: at,
                source: OpinionSource::Form { check: self.check.clone(), sha256: self.sha256.clone() },
                said: back.said.clone(),
            });
        }
        Ok(out)
    }
}

impl Verb for TakeInForm {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        person(desk, &self.member)?;
        form::on_file(desk, "sha256", &self.sha256)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        form::filled("check", &self.check, "表上的核对码", "the form's check code")?;
        let opinions = self.opinions(desk.tx, desk.at)?;
        if opinions.iter().all(|o| o.said == Said::default()) {
            return Err(Failure::invalid("items", "表里一项也没有填。", "Nothing is filled in."));
        }
        let handed = desk.tx.where_::<Packet>("member", &self.member)?;
        let latest = handed.iter().filter(|p| p.meeting == self.meeting).count() as u32;
        let mut findings = m14_packets::can_take_in_form(&desk.facts()?, &self.member, self.edition, latest);
        if let Some(old) = desk.tx.get::<ReaderOpinion>(&opinions[0].id)? {
            findings.push(Finding::note(
                "E6.replay",
                format!("同样内容的表已于{}收入，再收没有变化。", say::zh_instant(old.taken)),
                format!("A form saying the same was taken in on {}; taking it in again changes nothing.", say::en_instant(old.taken)),
            ));
            return Ok(findings);
        }
        for opinion in &opinions {
            let (weighed, words) = weigh(desk, opinion)?;
            if weighed.weight == Weight::Counted && weighed.edition_zh.is_empty() {
                continue;
            }
            let number = desk.case(&opinion.case)?.full_number();
            let more = |s: &str, mark: &str| if s.is_empty() { String::new() } else { format!("{mark}{s}") };
            let zh = format!("{number}：{}{}。", words.0, more(&weighed.edition_zh, "；"));
            let en = format!("{number}: {}{}.", words.1, more(&weighed.edition_en, "; "));
            findings.push(Finding::note("M14.opinion", zh, en).citing(&["E8", "E16"]));
        }
        Ok(findings)
    }

    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let opinions = self.opinions(desk.tx, desk.at)?;
        for opinion in &opinions {
            // Taken in before, it stays as it was taken in then.
            let kept = desk.tx.get::<ReaderOpinion>(&opinion.id)?.unwrap_or_else(|| opinion.clone());
            desk.put(&kept)?;
        }
        let mut counted = 0;
        for opinion in &opinions {
            counted += usize::from(weigh(desk, opinion)?.0.weight == Weight::Counted);
        }
        let name = person(desk, &self.member)?;
        Ok(Made::said(
            format!("已收{name}填好的表：{}件议题，{counted}件作会前意见，不计票；表没有签名。", opinions.len()),
            format!(
                "{name}'s form is in: {} of {} stand as preliminary opinions; none is a vote, and the form is unsigned.",
                counted,
                say::en_count(opinions.len() as i64, "item")
            ),
        )
        .with("opinion", opinions[0].id.clone(), name))
    }
}
