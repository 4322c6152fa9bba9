//! What comes back. A return is taken in whole: one opinion an item, under an id that follows from who signed it, which
//! return it was and which packet it answers, so that the same file twice is the same record, and the order of several
//! does not matter. Nothing here counts as a vote (E16).

use super::who::person;
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints::packet::item_or_case;
use measures::m14_packets::{Weight, standing, weight_words};
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReturnedItem {
    pub item: String,
    #[serde(default)]
    pub edition: u32,
    pub said: Said,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeInReturn {
    pub packet: String,
    pub member: String,
    /// The key that signed it.
    pub key: String,
    pub seq: u32,
    pub manifest_sha256: String,
    pub made: Instant,
    /// The return file itself, in the archive.
    pub sha256: String,
    pub items: Vec<ReturnedItem>,
}

impl TakeInReturn {
    fn packet(&self, desk: &Desk) -> Result<Packet, Failure> {
        desk.tx.get::<Packet>(&self.packet)?.ok_or_else(|| {
            Failure::invalid("packet", "回执答复的阅会包没有登记。", "The return answers a packet that is not on file.")
                .way("先登记交出这一包，或核对是否另一个文件的回执。", "Record that packet first, or check whose return it is.")
        })
    }
    pub(crate) fn id(&self, item: &str) -> String {
        let short = |s: &str, n: usize| s.chars().take(n).collect::<String>();
        format!("{}-{}-{}-{item}", short(&self.key, 16), self.seq, short(&self.manifest_sha256, 12))
    }
    pub(crate) fn opinions(&self, at: Instant, packet: &Packet) -> Vec<ReaderOpinion> {
        self.items
            .iter()
            .filter_map(|back| {
                let out = packet.items.iter().find(|i| i.item == back.item)?;
                Some(ReaderOpinion {
                    id: self.id(&back.item),
                    item: out.item.clone(),
                    case: out.case.clone(),
                    round: out.round,
                    member: self.member.clone(),
                    edition: out.edition,
                    made: self.made,
                    taken: at,
                    source: OpinionSource::Return {
                        packet: packet.id.clone(),
                        key: self.key.clone(),
                        seq: self.seq,
                        manifest_sha256: self.manifest_sha256.clone(),
                        sha256: self.sha256.clone(),
                    },
                    said: back.said.clone(),
                })
            })
            .collect()
    }
}

impl Verb for TakeInReturn {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let packet = self.packet(desk)?;
        form::on_file(desk, "sha256", &self.sha256)?;
        let reader = desk.tx.get::<Reader>(&self.key)?;
        let mut findings = m14_packets::can_take_in(&desk.facts()?, &packet, reader.as_ref(), &self.member, &self.manifest_sha256);
        let opinions = self.opinions(desk.at, &packet);
        if opinions.is_empty() {
            return Err(Failure::invalid("items", "回执里没有这一包的议题。", "The return answers no item of its packet."));
        }
        if let Some(old) = desk.tx.get::<ReaderOpinion>(&opinions[0].id)? {
            let at = say::zh_instant(old.taken);
            findings.push(Finding::note(
                "E6.replay",
                format!("这份回执已于{at}导入，再导入没有变化。"),
                format!("This return was taken in on {}; taking it in again changes nothing.", say::en_instant(old.taken)),
            ));
            return Ok(findings);
        }
        // What each will come to, beside what is on file.
        for opinion in &opinions {
            let (weighed, words) = weigh(desk, opinion)?;
            let case = desk.case(&opinion.case)?;
            if weighed.weight != Weight::Counted || !weighed.edition_zh.is_empty() {
                let mut zh = format!("{}：{}", case.full_number(), words.0);
                let mut en = format!("{}: {}", case.full_number(), words.1);
                if !weighed.edition_zh.is_empty() {
                    zh.push_str(&format!("；{}", weighed.edition_zh));
                    en.push_str(&format!("; {}", weighed.edition_en));
                }
                findings.push(Finding::note("M14.opinion", format!("{zh}。"), format!("{en}.")).citing(&["E8", "E16"]));
            }
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let packet = self.packet(desk)?;
        let mut counted = 0;
        let opinions = self.opinions(desk.at, &packet);
        for opinion in &opinions {
            // Taken in before, it stays as it was taken in then.
            let kept = desk.tx.get::<ReaderOpinion>(&opinion.id)?.unwrap_or_else(|| opinion.clone());
            desk.put(&kept)?;
        }
        for opinion in &opinions {
            counted += usize::from(weigh(desk, opinion)?.0.weight == Weight::Counted);
        }
        let name = person(desk, &self.member)?;
        let (all, all_en) = (opinions.len(), say::en_count(opinions.len() as i64, "item"));
        let (zh, en) = if desk.members().iter().all(|m| m.id != self.member) {
            (
                format!("已收{name}的咨询意见：{all}件议题，采{counted}件，没有表决权。"),
                format!("{name}'s advice is in: {counted} of {all_en} heard; an adviser has no vote."),
            )
        } else if packet.meeting.is_none() {
            (
                format!("已收{name}的回执，{counted}件待登记为独立审查意见。"),
                format!("{name}'s return is in: {counted} of {all_en} to be recorded as the reviewer's opinion."),
            )
        } else {
            (
                format!("已收{name}的回执：{all}件议题，{counted}件作会前意见，不计票。"),
                format!("{name}'s return is in: {counted} of {all_en} stand as preliminary opinions; none is a vote."),
            )
        };
        Ok(Made::said(zh, en).with("packet", packet.id, name))
    }
}

/// What an opinion comes to beside all that is on file, itself among them, and that in words.
pub(super) fn weigh(desk: &Desk, opinion: &ReaderOpinion) -> Result<(m14_packets::Weighed, (String, String)), Failure> {
    let (item, case) = item_or_case(desk.tx, &opinion.item)?;
    let mut all = desk.tx.where_::<ReaderOpinion>("item", &opinion.item)?;
    if !all.iter().any(|o| o.id == opinion.id) {
        all.push(opinion.clone());
    }
    let edition = crate::prints::packet::edition_of(desk.tx, &case.id)?;
    let facts = desk.facts()?;
    let weighed = standing(&facts, item.as_ref(), &case, &all, edition)
        .into_iter()
        .find(|w| w.opinion == opinion.id)
        .ok_or_else(|| Failure::not_found("opinion", &opinion.id))?;
    let words = weight_words(&facts, item.as_ref(), &case, opinion, weighed.weight);
    Ok((weighed, words))
}

/// An opinion typed in from paper.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EnterOpinion {
    /// An agenda item, or the case in the simplified procedure.
    pub item: String,
    pub member: String,
    pub said: Said,
    /// The day it bears.
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub scan: Option<String>,
}

/// The end of the day an unsigned opinion bears, so that it stands before what is made later and after what was made that
/// day; the moment it came in when it bears none or today's.
pub(crate) fn made_on(day: Option<Date>, at: Instant) -> Instant {
    match day {
        Some(day) if day < at.date_naive() => {
            day.and_hms_opt(23, 59, 0).and_then(|t| t.and_local_timezone(*at.offset()).single()).unwrap_or(at)
        }
        _ => at,
    }
}

impl EnterOpinion {
    fn made(&self, desk: &Desk) -> Instant {
        made_on(self.on, desk.at)
    }
    fn opinion(&self, desk: &Desk, id: String) -> Result<ReaderOpinion, Failure> {
        let (item, case) = item_or_case(desk.tx, &self.item)?;
        let handed = desk.tx.where_::<Packet>("member", &self.member)?;
        let read = handed.iter().rev().flat_map(|p| &p.items).find(|i| i.item == self.item).map_or(0, |i| i.edition);
        Ok(ReaderOpinion {
            id,
            item: self.item.clone(),
            round: item.map_or(case.rounds.len() as u32 - 1, |i| i.round),
            case: case.id,
            member: self.member.clone(),
            edition: read,
            made: self.made(desk),
            taken: desk.at,
            source: OpinionSource::Paper { scan: self.scan.clone() },
            said: self.said.clone(),
        })
    }
}

impl Verb for EnterOpinion {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        person(desk, &self.member)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        if let Some(scan) = &self.scan {
            form::on_file(desk, "scan", scan)?;
        }
        if self.said == Said::default() {
            return Err(Failure::invalid("said", "没有填写任何意见。", "Nothing is said in it."));
        }
        if let (None, case) = item_or_case(desk.tx, &self.item)? {
            let assigned = case.round().designation.as_ref().is_some_and(|d| d.reviewers.contains(&self.member));
            if !assigned {
                return Err(Failure::invalid(
                    "member",
                    "这位委员没有被指定审查这一件。",
                    "This member was not designated to review the case.",
                ));
            }
        }
        let (weighed, words) = weigh(desk, &self.opinion(desk, "~".into())?)?;
        if weighed.weight == Weight::Counted {
            return Ok(vec![]);
        }
        let (zh, en) = (format!("这份意见{}。", words.0), format!("This opinion: {}.", words.1));
        Ok(vec![Finding::note("M14.opinion", zh, en).citing(&["E8", "E16"])])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = desk.tx.next_id("opinion")?;
        let opinion = self.opinion(desk, id.clone())?;
        desk.put(&opinion)?;
        let name = person(desk, &self.member)?;
        Ok(Made::said(format!("{name}的书面意见已录入，不计票。"), format!("{name}'s opinion on paper is entered; it is not a vote."))
            .with("opinion", id, name))
    }
}
