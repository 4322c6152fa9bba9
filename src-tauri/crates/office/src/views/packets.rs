//! 阅会包 of a meeting: who was handed what and when, who has answered, the words to chase with; and the opinions that came
//! in, item by item, with the points made of them.

use super::case::names;
use crate::failure::Failure;
use crate::office::Office;
use crate::prints::packet::{contents, edition_of, opinion_words, options};
use crate::projection::meeting_title;
use crate::sources::Sources;
use measures::m14_packets::{Weight, standing};
use measures::say::{en_date, zh_date};
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One person and what he or she has.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketRow {
    pub member: String,
    pub name: String,
    pub role_zh: String,
    pub role_en: String,
    pub phone: String,
    /// Items this person gets, and the numbers of those left out for recusal.
    pub items: Vec<String>,
    pub left_out: Vec<u32>,
    /// Why no packet can be handed out, when none can.
    pub findings: Vec<Finding>,
    /// Those handed out, the latest last.
    pub packets: Vec<Packet>,
    /// Items with an opinion that counts.
    pub answered: u32,
    /// Keys enrolled, with their numbers as read out; revoked ones among them.
    pub readers: Vec<ReaderRow>,
    /// Days until the answer is due; negative when it is overdue.
    pub days_left: Option<i32>,
    /// The text to chase with; empty when there is nothing to chase.
    pub chase_zh: String,
    pub chase_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReaderRow {
    pub key: String,
    pub fingerprint: String,
    pub on: Date,
    pub revoked: Option<ReaderRevoked>,
}

/// An opinion with what it comes to.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpinionRow {
    pub opinion: ReaderOpinion,
    pub name: String,
    pub opinion_zh: String,
    pub opinion_en: String,
    pub weight: Weight,
    pub weight_zh: String,
    pub weight_en: String,
    pub edition_zh: String,
    pub edition_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketItemView {
    pub item: String,
    pub order: u32,
    pub case: String,
    pub round: u32,
    pub number: String,
    pub title: String,
    pub edition: u32,
    pub opinions: Vec<OpinionRow>,
    pub points: Vec<LetterPoint>,
    /// At a resubmission: the points of the round before, with the applicant's replies.
    pub before: Vec<ReplyRow>,
    /// What can be ticked: key, Chinese, English.
    pub options: Vec<(String, String, String)>,
}

/// A point of the round before and what the applicant says to it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReplyRow {
    pub round: u32,
    /// From 1.
    pub point: u32,
    pub text: String,
    pub reply: String,
    pub state: PointState,
    pub note: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketsView {
    pub meeting: String,
    pub title: String,
    pub title_en: String,
    /// The day proposed for the answers: two working days before the meeting.
    pub reply_by: Date,
    pub rows: Vec<PacketRow>,
    pub items: Vec<PacketItemView>,
    /// Names of the materials, for the places of remarks.
    pub documents: BTreeMap<String, String>,
    pub names: BTreeMap<String, String>,
}

pub fn build(office: &Office, now: Instant, id: &str) -> Result<PacketsView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let meeting = src.need::<Meeting>("meeting", id)?;
    let mut items = Vec::new();
    let mut documents = BTreeMap::new();
    for (n, item) in src.items_of(&meeting)?.into_iter().enumerate() {
        let case = src.need::<Case>("case", &item.case)?;
        documents.extend(src.materials(&case.id)?.into_iter().map(|m| (m.id, m.name)));
        items.push(item_view(&src, n as u32 + 1, &item, &case)?);
    }
    let day = meeting.starts.date_naive();
    let members: Vec<(String, String)> = src.in_office(day).iter().map(|m| (m.id.clone(), m.phone.clone())).collect();
    let advisers = meeting.advisers.iter().map(|a| {
        let phone = src.reader.get::<Adviser>(&a.adviser).ok().flatten().map(|a| a.phone).unwrap_or_default();
        (a.adviser.clone(), phone)
    });
    let rows = members
        .into_iter()
        .chain(advisers)
        .map(|(member, phone)| row(&src, &meeting, &items, member, phone))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(PacketsView {
        title: meeting_title(&meeting),
        title_en: format!("Meeting {} of {}", meeting.no, meeting.year),
        reply_by: clock::working_days_before(day, 2, &src.law.calendar),
        meeting: meeting.id,
        rows,
        items,
        documents,
        names: names(&src)?,
    })
}

fn row(src: &Sources, meeting: &Meeting, items: &[PacketItemView], member: String, phone: String) -> Result<PacketRow, Failure> {
    let inside = contents(src, Some(meeting), &[], &member)?;
    let refs: Vec<(Option<&Item>, &Case)> = inside.items.iter().map(|(_, i, c)| (i.as_ref(), c)).collect();
    let findings: Vec<Finding> =
        m14_packets::can_hand_out(&src.facts(), Some(meeting), &refs, &member, src.today()).into_iter().filter(Finding::blocks).collect();
    let mut packets: Vec<Packet> =
        src.reader.where_::<Packet>("member", &member)?.into_iter().filter(|p| p.meeting.as_deref() == Some(meeting.id.as_str())).collect();
    packets.sort_by_key(|p| p.edition);
    let counted = |i: &&PacketItemView| i.opinions.iter().any(|o| o.opinion.member == member && o.weight == Weight::Counted);
    let answered = items.iter().filter(counted).count() as u32;
    let last = packets.last();
    let waiting = last.is_some_and(|p| (answered as usize) < p.items.len()) && meeting.opened.is_none();
    let days_left = last.filter(|_| waiting).and_then(|p| p.reply_by).map(|d| (d - src.today()).num_days() as i32);
    let (chase_zh, chase_en) = match last.filter(|_| waiting) {
        Some(p) => chase(meeting, &inside.name, p, answered),
        None => Default::default(),
    };
    let readers = src
        .reader
        .where_::<measures::Reader>("member", &member)?
        .into_iter()
        .map(|r| ReaderRow {
            fingerprint: exchange::packet::spoken::fingerprint_of_hex(&r.id).unwrap_or_default(),
            key: r.id,
            on: r.on,
            revoked: r.revoked,
        })
        .collect();
    Ok(PacketRow {
        items: inside.items.iter().filter_map(|(_, i, _)| i.as_ref().map(|i| i.id.clone())).collect(),
        left_out: inside.left_out,
        name: inside.name,
        role_zh: inside.role_zh,
        role_en: inside.role_en,
        member,
        phone,
        findings,
        packets,
        answered,
        readers,
        days_left,
        chase_zh,
        chase_en,
    })
}

fn chase(meeting: &Meeting, name: &str, packet: &Packet, answered: u32) -> (String, String) {
    let left = packet.items.len() as u32 - answered;
    let by_zh = packet.reply_by.map(|d| format!("请在{}前", zh_date(d))).unwrap_or_else(|| "请在会前".into());
    let by_en = packet.reply_by.map(|d| format!("by {}", en_date(d))).unwrap_or_else(|| "before the meeting".into());
    (
        format!(
            "{name}老师：{}的阅会包已于{}送您，还有{left}件议题没有收到您的意见。{by_zh}交回回执文件或填好的工作单。有利害关系需要回避的，也请告知。谢谢。",
            meeting_title(meeting),
            zh_date(packet.on)
        ),
        format!(
            "Dear {name}, the packet for meeting {} of {} reached you on {}; your opinion on {} is still to come. Please return it {by_en}. If you have to recuse yourself, please say so. Thank you.",
            meeting.no,
            meeting.year,
            en_date(packet.on),
            say::en_count(i64::from(left), "item")
        ),
    )
}

fn item_view(src: &Sources, order: u32, item: &Item, case: &Case) -> Result<PacketItemView, Failure> {
    let all = src.reader.where_::<ReaderOpinion>("item", &item.id)?;
    let edition = edition_of(src.reader, &case.id)?;
    let opinions = standing(&src.facts(), Some(item), case, &all, edition)
        .into_iter()
        .filter_map(|w| {
            let opinion = all.iter().find(|o| o.id == w.opinion)?.clone();
            let (opinion_zh, opinion_en) = opinion_words(opinion.said.opinion.as_deref());
            Some(OpinionRow {
                name: src.name(&opinion.member),
                opinion,
                opinion_zh,
                opinion_en,
                weight: w.weight,
                weight_zh: w.weight.zh().into(),
                weight_en: w.weight.en().into(),
                edition_zh: w.edition_zh,
                edition_en: w.edition_en,
            })
        })
        .collect();
    let points = src.reader.get::<LetterPoints>(&LetterPoints::id_of(&case.id, item.round))?.map(|p| p.points).unwrap_or_default();
    let mut before = Vec::new();
    let round = &case.rounds[item.round as usize];
    if let Some(last) = item.round.checked_sub(1).filter(|_| round.kind == RoundKind::Resubmission)
        && let Some(record) = src.reader.get::<LetterPoints>(&LetterPoints::id_of(&case.id, last))?
    {
        // The letter may say it in other words; the replies follow the letter's order.
        let asked = case.rounds[last as usize].decision.as_ref().map(|d| d.suggestions.clone()).unwrap_or_default();
        before.extend(record.points.into_iter().enumerate().map(|(i, p)| {
            let at = asked.iter().position(|a| a.trim() == p.text.trim()).unwrap_or(i);
            ReplyRow {
                round: last,
                point: i as u32 + 1,
                text: p.text,
                reply: round.report.get(at).cloned().unwrap_or_default(),
                state: p.state,
                note: p.note,
            }
        }));
    }
    Ok(PacketItemView {
        before,
        item: item.id.clone(),
        order,
        case: case.id.clone(),
        round: item.round,
        number: case.full_number(),
        title: case.application.title.clone(),
        edition,
        opinions,
        points,
        options: options(src, Some(item), case).into_iter().map(|(k, zh, en)| (k, zh.into(), en.into())).collect(),
    })
}
