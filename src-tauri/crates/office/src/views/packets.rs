//! 阅会包 of a meeting, or of a simplified review: who was handed what and when, who has answered, the words to chase with;
//! and the opinions that came in, item by item, with the points made of them.

use super::case::names;
use crate::acts::review::RecordOpinion;
use crate::failure::Failure;
use crate::office::Office;
use crate::prints::names::person;
use crate::prints::packet::{contents, edition_of, occasion, opinion_words, options, slip_lacks};
use crate::sources::Sources;
use measures::m14_packets::{Weight, asked_of, standing, weight_words};
use measures::m15_points::{DIMENSIONS, PointView, worksheet};
use measures::say::{en_date, zh_date};
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Op, RowQuery};

/// One person and what he or she has.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketRow {
    pub member: String,
    pub name: String,
    pub role_zh: String,
    pub role_en: String,
    /// Gets a consultation form and has no vote (M14).
    pub adviser: bool,
    pub phone: String,
    /// Items this person gets, and the numbers of those left out for recusal.
    pub items: Vec<String>,
    pub left_out: Vec<u32>,
    /// Why no packet can be handed out, when none can; and what is to be known before it is.
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
    pub adviser: bool,
    pub opinion_zh: String,
    pub opinion_en: String,
    pub weight: Weight,
    pub weight_zh: String,
    pub weight_en: String,
    pub edition_zh: String,
    pub edition_en: String,
    /// In the simplified procedure: the act that records it as the reviewer's opinion, to be looked at and performed (M20).
    pub then: Option<RecordOpinion>,
}

/// A dimension of the worksheet with its questions, as on the paper form.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SheetDimension {
    pub key: String,
    pub zh: String,
    pub en: String,
    /// Code, Chinese, English.
    pub points: Vec<(String, String, String)>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketItemView {
    /// The agenda item; the case in the simplified procedure.
    pub item: String,
    pub order: u32,
    pub case: String,
    pub round: u32,
    pub number: String,
    pub title: String,
    pub edition: u32,
    pub opinions: Vec<OpinionRow>,
    pub points: Vec<LetterPoint>,
    /// At a resubmission: what the round before asked for, with the applicant's replies.
    pub before: Vec<ReplyRow>,
    /// What can be ticked: key, Chinese, English.
    pub options: Vec<(String, String, String)>,
    pub sheet: Vec<SheetDimension>,
    /// The files of the item that a remark can be about: id and name.
    pub files: Vec<(String, String)>,
}

/// What the letter of the round before asked for and what the applicant says to it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReplyRow {
    pub round: u32,
    /// Its number among the points, from 1: what a tick names.
    pub point: u32,
    /// In the words of the letter.
    pub text: String,
    /// Its number in the letter, from 1; None when it did not go into the letter.
    pub asked: Option<u32>,
    pub reply: String,
    pub state: PointState,
    pub note: String,
    /// Of how many opinions it was made.
    pub sources: u32,
}

/// A meeting or a simplified review for which packets can be handed out, or were.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketFor {
    pub meeting: Option<String>,
    pub case: Option<String>,
    pub zh: String,
    pub en: String,
    /// The day of the meeting, or on which the reviewers were designated.
    pub on: Date,
    /// Packets handed out, to how many people.
    pub handed: u32,
    /// Over: looked at, not handed out for.
    pub over: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketsView {
    /// None in the simplified procedure.
    pub meeting: Option<String>,
    /// The case of a simplified review.
    pub case: Option<String>,
    pub title: String,
    pub title_en: String,
    /// The day proposed for the answers: two working days before the meeting; five from now in the simplified procedure.
    pub reply_by: Date,
    pub rows: Vec<PacketRow>,
    pub items: Vec<PacketItemView>,
    /// Names of the materials, for the places of remarks.
    pub documents: BTreeMap<String, String>,
    pub names: BTreeMap<String, String>,
    /// The answers of the worksheet in the order of their digits: Chinese, English.
    pub answers: Vec<(String, String)>,
    /// All there are to choose from, those still open first.
    pub occasions: Vec<PacketFor>,
}

/// What packets are looked at for.
enum Of {
    Meeting(Meeting),
    Simplified(Box<Case>),
}

impl Of {
    fn meeting(&self) -> Option<&Meeting> {
        match self {
            Of::Meeting(m) => Some(m),
            Of::Simplified(_) => None,
        }
    }
    fn cases(&self) -> Vec<String> {
        match self {
            Of::Meeting(_) => vec![],
            Of::Simplified(c) => vec![c.id.clone()],
        }
    }
    /// Nobody is waited for any more.
    fn over(&self) -> bool {
        match self {
            Of::Meeting(m) => m.opened.is_some() || m.cancelled.is_some(),
            Of::Simplified(c) => c.round().over() || c.round().converted.is_some(),
        }
    }
    fn is(&self, packet: &Packet) -> bool {
        match self {
            Of::Meeting(m) => packet.meeting.as_deref() == Some(m.id.as_str()),
            Of::Simplified(c) => packet.meeting.is_none() && packet.items.iter().any(|i| i.case == c.id),
        }
    }
    fn said(&self) -> (String, String) {
        match self {
            Of::Meeting(m) => occasion(Some(m), &[]),
            Of::Simplified(c) => occasion(None, &[c]),
        }
    }
}

/// Packets of one meeting or one simplified review; with neither, of the first that is open, so that there is something to see.
pub fn build(office: &Office, now: Instant, meeting: Option<&str>, case: Option<&str>) -> Result<PacketsView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let occasions = occasions(&src)?;
    let first = occasions.first().filter(|_| meeting.is_none() && case.is_none());
    let (meeting, case) = (meeting.or(first.and_then(|o| o.meeting.as_deref())), case.or(first.and_then(|o| o.case.as_deref())));
    let of = match (meeting, case) {
        (Some(id), _) => Of::Meeting(src.need::<Meeting>("meeting", id)?),
        (None, Some(id)) => Of::Simplified(Box::new(src.need::<Case>("case", id)?)),
        (None, None) => return nothing(&src),
    };
    let mut items = Vec::new();
    let mut documents = BTreeMap::new();
    let listed = match &of {
        Of::Meeting(m) => {
            let items = src.items_of(m)?.into_iter();
            items.map(|i| Ok((src.need::<Case>("case", &i.case)?, Some(i)))).collect::<Result<Vec<_>, Failure>>()?
        }
        Of::Simplified(c) => vec![((**c).clone(), None)],
    };
    for (n, (case, item)) in listed.iter().enumerate() {
        documents.extend(src.materials(&case.id)?.into_iter().map(|m| (m.id, m.name)));
        items.push(item_view(&src, n as u32 + 1, item.as_ref(), case)?);
    }
    let people: Vec<String> = match &of {
        Of::Meeting(m) => {
            let members = src.in_office(m.starts.date_naive()).into_iter().map(|m| m.id.clone());
            members.chain(m.advisers.iter().map(|a| a.adviser.clone())).collect()
        }
        Of::Simplified(c) => c.round().designation.as_ref().map(|d| d.reviewers.clone()).unwrap_or_default(),
    };
    let rows = people.into_iter().map(|member| row(&src, &of, &items, member)).collect::<Result<Vec<_>, _>>()?;
    let (title, title_en) = of.said();
    Ok(PacketsView {
        title,
        title_en,
        reply_by: match &of {
            Of::Meeting(m) => clock::working_days_before(m.starts.date_naive(), 2, &src.law.calendar),
            Of::Simplified(_) => clock::working_days(src.today(), 5, &src.law.calendar).rolled,
        },
        meeting: of.meeting().map(|m| m.id.clone()),
        case: of.cases().pop(),
        rows,
        items,
        documents,
        names: names(&src)?,
        answers: PointView::ALL.iter().map(|v| (v.zh().to_string(), v.en().to_string())).collect(),
        occasions,
    })
}

fn nothing(src: &Sources) -> Result<PacketsView, Failure> {
    Ok(PacketsView {
        meeting: None,
        case: None,
        title: String::new(),
        title_en: String::new(),
        reply_by: src.today(),
        rows: vec![],
        items: vec![],
        documents: BTreeMap::new(),
        names: BTreeMap::new(),
        answers: vec![],
        occasions: vec![],
    })
}

fn occasions(src: &Sources) -> Result<Vec<PacketFor>, Failure> {
    let packets = src.reader.all::<Packet>()?;
    let mut all: Vec<Of> = src.reader.all::<Meeting>()?.into_iter().filter(|m| m.cancelled.is_none()).map(Of::Meeting).collect();
    // Not every case is read for it: those under simplified review now, and those a packet went out for.
    let query = RowQuery { filter: vec![("stage".into(), Op::Is, "in_simple".into())], limit: 500, ..RowQuery::default() };
    let now = src.reader.case_rows(&query)?.0.into_iter().filter_map(|row| row["id"].as_str().map(str::to_string));
    let handed = packets.iter().filter(|p| p.meeting.is_none()).flat_map(|p| &p.items).map(|i| i.case.clone());
    for id in now.chain(handed).collect::<std::collections::BTreeSet<_>>() {
        let case = src.need::<Case>("case", &id)?;
        if case.round().designation.is_some() {
            all.push(Of::Simplified(Box::new(case)));
        }
    }
    let mut out: Vec<PacketFor> = all
        .iter()
        .filter_map(|of| {
            let mut to: Vec<&str> = packets.iter().filter(|p| of.is(p)).map(|p| p.member.as_str()).collect();
            to.sort_unstable();
            to.dedup();
            // What is over and never had a packet is nothing to choose from.
            if of.over() && to.is_empty() {
                return None;
            }
            let (zh, en) = of.said();
            Some(PacketFor {
                meeting: of.meeting().map(|m| m.id.clone()),
                case: of.cases().pop(),
                zh,
                en,
                on: match of {
                    Of::Meeting(m) => m.starts.date_naive(),
                    Of::Simplified(c) => c.round().designation.as_ref().map_or(src.today(), |d| d.on),
                },
                handed: to.len() as u32,
                over: of.over(),
            })
        })
        .collect();
    let key = |o: &PacketFor| {
        let days = (o.on - src.today()).num_days();
        (o.over, if o.over { -days } else { days }, o.zh.clone())
    };
    out.sort_by_key(key);
    Ok(out)
}

fn row(src: &Sources, of: &Of, items: &[PacketItemView], member: String) -> Result<PacketRow, Failure> {
    let inside = contents(src, of.meeting(), &of.cases(), &member)?;
    let refs: Vec<(Option<&Item>, &Case)> = inside.items.iter().map(|(_, i, c)| (i.as_ref(), c)).collect();
    let mut findings: Vec<Finding> =
        m14_packets::can_hand_out(&src.facts(), of.meeting(), &refs, &member, src.today()).into_iter().filter(Finding::blocks).collect();
    if let Of::Simplified(case) = of
        && !of.over()
    {
        findings.extend(slip_lacks(src.reader, case)?);
    }
    let mut packets: Vec<Packet> = src.reader.where_::<Packet>("member", &member)?.into_iter().filter(|p| of.is(p)).collect();
    packets.sort_by_key(|p| p.edition);
    let counted = |i: &&PacketItemView| i.opinions.iter().any(|o| o.opinion.member == member && o.weight == Weight::Counted);
    let mut answered = items.iter().filter(counted).count() as u32;
    // Recorded at the desk without a return: answered all the same.
    if let Of::Simplified(case) = of
        && case.round().opinions.iter().any(|o| o.member == member)
    {
        answered = answered.max(1);
    }
    let last = packets.last();
    let waiting = last.is_some_and(|p| (answered as usize) < p.items.len()) && !of.over();
    let days_left = last.filter(|_| waiting).and_then(|p| p.reply_by).map(|d| (d - src.today()).num_days() as i32);
    let (chase_zh, chase_en) = match last.filter(|_| waiting) {
        Some(p) => chase(of, &inside.name, p, answered),
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
    let phone = match src.members.iter().find(|m| m.id == member) {
        Some(m) => m.phone.clone(),
        None => src.reader.get::<Adviser>(&member)?.map(|a| a.phone).unwrap_or_default(),
    };
    let item_id = |i: &Option<Item>, c: &Case| i.as_ref().map_or_else(|| c.id.clone(), |i| i.id.clone());
    Ok(PacketRow {
        items: inside.items.iter().map(|(_, i, c)| item_id(i, c)).collect(),
        left_out: inside.left_out,
        name: inside.name,
        role_zh: inside.role_zh,
        role_en: inside.role_en,
        adviser: inside.adviser,
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

fn chase(of: &Of, name: &str, packet: &Packet, answered: u32) -> (String, String) {
    let left = packet.items.len() as u32 - answered;
    let (zh, en) = of.said();
    let by_zh = packet.reply_by.map(|d| format!("请在{}前", zh_date(d)));
    let by_en = packet.reply_by.map(|d| format!("by {}", en_date(d)));
    let (what_zh, what_en, else_zh, else_en) = match of {
        Of::Meeting(_) => (
            format!("还有{left}件议题没有收到您的意见"),
            format!("your opinion on {}", say::en_count(i64::from(left), "item")),
            "请在会前",
            "before the meeting",
        ),
        Of::Simplified(_) => ("还没有收到您的独立审查意见".into(), "your opinion as a reviewer".into(), "请尽快", "soon"),
    };
    (
        format!(
            "{name}老师：{zh}的阅会包已于{}送您，{what_zh}。{}交回回执文件或填好的工作单。有利害关系需要回避的，也请告知。谢谢。",
            zh_date(packet.on),
            by_zh.unwrap_or_else(|| else_zh.into()),
        ),
        format!(
            "Dear {name}, the packet for {} reached you on {}; {what_en} is still to come. Please return it {}. If you have to recuse yourself, please say so. Thank you.",
            lower_first(&en),
            en_date(packet.on),
            by_en.unwrap_or_else(|| else_en.into()),
        ),
    )
}

/// “meeting 7 of 2026” within a sentence.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn item_view(src: &Sources, order: u32, item: Option<&Item>, case: &Case) -> Result<PacketItemView, Failure> {
    let id = item.map_or(case.id.as_str(), |i| i.id.as_str());
    let n = item.map_or(case.rounds.len() as u32 - 1, |i| i.round);
    let facts = src.facts();
    let all: Vec<ReaderOpinion> = src.reader.where_::<ReaderOpinion>("item", id)?.into_iter().filter(|o| o.round == n).collect();
    let edition = edition_of(src.reader, &case.id)?;
    let mut opinions = Vec::new();
    for weighed in standing(&facts, item, case, &all, edition) {
        let Some(opinion) = all.iter().find(|o| o.id == weighed.opinion).cloned() else { continue };
        let (opinion_zh, opinion_en) = opinion_words(opinion.said.opinion.as_deref());
        let (weight_zh, weight_en) = weight_words(&facts, item, case, &opinion, weighed.weight);
        opinions.push(OpinionRow {
            name: person(src, &opinion.member)?.0,
            adviser: facts.member(&opinion.member).is_none(),
            then: suggested(item, case, &opinion, weighed.weight),
            opinion,
            opinion_zh,
            opinion_en,
            weight: weighed.weight,
            weight_zh,
            weight_en,
            edition_zh: weighed.edition_zh,
            edition_en: weighed.edition_en,
        });
    }
    let points = src.reader.get::<LetterPoints>(&LetterPoints::id_of(&case.id, n))?.map(|p| p.points).unwrap_or_default();
    let sheet = worksheet(&case.application.flags);
    Ok(PacketItemView {
        before: before(src, case, n)?,
        item: id.into(),
        order,
        case: case.id.clone(),
        round: n,
        number: case.full_number(),
        title: case.application.title.clone(),
        edition,
        opinions,
        points,
        options: options(src, item, case).into_iter().map(|(k, zh, en)| (k, zh.into(), en.into())).collect(),
        sheet: DIMENSIONS
            .iter()
            .filter(|d| sheet.iter().any(|p| p.dimension == d.n))
            .map(|d| SheetDimension {
                key: d.n.to_string(),
                zh: d.zh.into(),
                en: d.en.into(),
                points: sheet.iter().filter(|p| p.dimension == d.n).map(|p| (p.code.into(), p.zh.into(), p.en.into())).collect(),
            })
            .collect(),
        files: crate::prints::packet::files(src, case, n)?.into_iter().map(|m| (m.id, m.name)).collect(),
    })
}

/// The opinion as the act that records it (M20): only the reviewer's own, that counts, while none of that reviewer is recorded.
fn suggested(item: Option<&Item>, case: &Case, opinion: &ReaderOpinion, weight: Weight) -> Option<RecordOpinion> {
    let round = case.round();
    let assigned = round.designation.as_ref().is_some_and(|d| d.reviewers.contains(&opinion.member));
    let recorded = round.opinions.iter().any(|o| o.member == opinion.member);
    if item.is_some() || weight != Weight::Counted || !assigned || recorded || round.over() || round.converted.is_some() {
        return None;
    }
    let view = serde_json::from_value::<ReviewerView>(opinion.said.opinion.as_deref()?.into()).ok()?;
    let remarks = opinion.said.remarks.iter().map(|r| if r.page > 0 { format!("第{}页：{}", r.page, r.words) } else { r.words.clone() });
    let lines = opinion.said.points.iter().filter(|(_, p)| !p.words.trim().is_empty()).map(|(code, p)| {
        let answer = p.answer.and_then(|n| PointView::ALL.get((n as usize).checked_sub(1)?)).map_or("", |v| v.zh());
        format!("{code}{answer}：{}", p.words.trim())
    });
    let whole = [opinion.said.words.trim().to_string()].into_iter().filter(|w| !w.is_empty());
    let text: Vec<String> = whole.chain(lines).chain(remarks).collect();
    Some(RecordOpinion {
        case: case.id.clone(),
        member: opinion.member.clone(),
        on: Some(opinion.made.date_naive()),
        view,
        // A point that is not met is a doubt about the content unless the reviewer says otherwise; the secretary sees it ticked.
        doubt: opinion.said.points.values().any(|p| p.answer == Some(PointView::NotMet as u32 + 1)),
        asks_meeting: false,
        text: text.join("\n"),
        source: Some(opinion.id.clone()),
    })
}

/// What the round before asked for, in the order of its letter, with the replies; what was gathered and did not go into the
/// letter follows.
fn before(src: &Sources, case: &Case, n: u32) -> Result<Vec<ReplyRow>, Failure> {
    let round = &case.rounds[n as usize];
    let Some(last) = n.checked_sub(1).filter(|_| round.kind == RoundKind::Resubmission) else { return Ok(vec![]) };
    let points = src.reader.get::<LetterPoints>(&LetterPoints::id_of(&case.id, last))?.map(|p| p.points).unwrap_or_default();
    let asked = case.rounds[last as usize].decision.as_ref().map(|d| d.suggestions.clone()).unwrap_or_default();
    Ok(asked_of(&points, &asked)
        .into_iter()
        .map(|one| {
            let point = points.get(one.point as usize - 1);
            ReplyRow {
                round: last,
                point: one.point,
                asked: one.request.map(|n| n + 1),
                reply: one.request.and_then(|n| round.report.get(n as usize).cloned()).unwrap_or_default(),
                text: one.text,
                state: point.map_or(PointState::Open, |p| p.state),
                note: point.map(|p| p.note.clone()).unwrap_or_default(),
                sources: point.map_or(0, |p| p.sources.len() as u32),
            }
        })
        .collect())
}
