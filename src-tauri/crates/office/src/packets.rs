//! Packets as files: written for one person, sealed under a passphrase that follows from the archive's key, and returns
//! opened and held against what is on file. Nothing here is an act: the page performs `hand_out_packet` once the file is
//! where it should be, and `take_in_return` once the secretary has seen what would happen.

use crate::acts::Act;
use crate::acts::packet::{EnrolReader, ReturnedItem, TakeInReturn};
use crate::counter::Request;
use crate::failure::Failure;
use crate::office::{FileOut, Office};
use crate::prints::names::person;
use crate::prints::packet::{
    changed, contents, edition_of, files, item_or_case, label, lead, next_edition, occasion, opinion_words, options, slip,
};
use crate::projection::meeting_title;
use crate::sources::Sources;
use exchange::packet as format;
use measures::m14_packets::{Weight, standing, weight_words};
use measures::*;
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What is asked for when a packet is written.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PacketAsk {
    pub meeting: Option<String>,
    /// Cases of the simplified procedure, when there is no meeting.
    pub cases: Vec<String>,
    pub member: String,
    pub reply_by: Option<Date>,
    /// Folder to write into; without one the bytes are kept for an errand under `token`.
    pub folder: Option<String>,
}

/// A packet that was written, as `hand_out_packet` wants it told.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketWritten {
    pub packet: String,
    pub items: Vec<String>,
    pub left_out: Vec<u32>,
    pub file_name: String,
    pub sha256: String,
    pub manifest_sha256: String,
    pub generation: u32,
    pub size: u32,
    pub path: String,
    pub token: String,
}

/// The passphrase as it is read out by telephone.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spoken {
    pub words: String,
    pub generation: u32,
    /// The sixteen digits of the committee's own key: compared once, when the reader's machine first meets a packet of ours.
    pub committee: String,
}

/// One item of a return before it is taken in.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StagedItem {
    pub item: String,
    pub number: String,
    pub title: String,
    pub said: Said,
    pub opinion_zh: String,
    pub opinion_en: String,
    pub weight: Weight,
    pub weight_zh: String,
    pub weight_en: String,
    /// 审查的是第1版材料; empty when it is the one on the table.
    pub edition_zh: String,
    pub edition_en: String,
    /// What this member has on file for the item: by return or typed in meanwhile.
    pub on_file: Vec<ReaderOpinion>,
}

/// A return that was opened, and what would happen.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Staged {
    pub member: String,
    pub name: String,
    pub occasion_zh: String,
    pub made: Instant,
    pub seq: u32,
    /// A filled form carries no signature.
    pub signed: bool,
    /// The key that signed it, as it is read out by telephone; empty for a form.
    pub fingerprint: String,
    /// The key is enrolled for this member and not revoked.
    pub enrolled: bool,
    pub findings: Vec<Finding>,
    pub items: Vec<StagedItem>,
    pub enrol: EnrolReader,
    /// The act that takes it in: of a return or of a form.
    pub act: Act,
}

/// Names the seed that signs packets.
const SIGN: &str = "packet sign 1";

/// A return is words; nothing longer is read.
const LONGEST_RETURN: u64 = 64 << 20;

impl Office {
    fn spoken(&self, member: &str) -> Result<Spoken, Failure> {
        let archive = &self.opened()?.archive;
        // A revoked key calls for another passphrase too.
        let generation =
            archive.read().where_::<measures::Reader>("member", member)?.iter().filter(|r| r.revoked.is_some()).count() as u32 + 1;
        let secret = archive.derived(&format!("packet member {member} {generation}"));
        let committee = format::spoken::fingerprint_of_hex(&format::verify_key(&archive.derived(SIGN))).unwrap_or_default();
        Ok(Spoken { words: format::spoken::passphrase(&secret), generation, committee })
    }

    pub(crate) fn passphrase_of(&self, member: &str) -> Result<Spoken, Failure> {
        let reader = self.opened()?.archive.read();
        if reader.get::<Member>(member)?.is_none() && reader.get::<Adviser>(member)?.is_none() {
            return Err(Failure::not_found("member", member));
        }
        self.spoken(member)
    }

    /// Writes the packet of one person.
    pub(crate) fn write_packet(&mut self, now: Instant, ask: &PacketAsk) -> Result<PacketWritten, Failure> {
        let task = self.task.clone();
        let _under_way = task.begin("packet");
        let mut told = |done, all| task.at(done, all);
        let spoken = self.passphrase_of(&ask.member)?;
        let open = self.opened()?;
        let archive = &open.archive;
        let src = Sources::of_open(open, now)?;
        let meeting = ask.meeting.as_ref().map(|m| src.need::<Meeting>("meeting", m)).transpose()?;
        let inside = contents(&src, meeting.as_ref(), &ask.cases, &ask.member)?;
        let refs: Vec<(Option<&Item>, &Case)> = inside.items.iter().map(|(_, i, c)| (i.as_ref(), c)).collect();
        let findings = m14_packets::can_hand_out(&src.facts(), meeting.as_ref(), &refs, &ask.member, src.today());
        if findings.iter().any(Finding::blocks) {
            return Err(Failure::blocked(findings));
        }
        let sign = archive.derived(SIGN);
        let answer = archive.derived("packet answer 1");
        let handed = archive.read().where_::<measures::Packet>("member", &ask.member)?;
        let id = format!("pk{}", archive.read().count("packet")? + 1);
        let mut items = Vec::new();
        let mut page = 1;
        for (_, item, case) in &inside.items {
            items.push(item_out(&src, item.as_ref(), case, ask, &inside, &mut page)?);
        }
        let (title_zh, title_en) = occasion(meeting.as_ref(), &inside.items.iter().map(|(_, _, c)| c).collect::<Vec<_>>());
        let manifest = format::Manifest {
            format: format::PACKET.into(),
            version: format::Version::OURS,
            packet: id.clone(),
            seq: handed.len() as u32 + 1,
            edition: next_edition(&handed, ask.meeting.as_deref(), ask.cases.first().map(String::as_str)),
            committee: format::Committee {
                file_id: archive.file_id(),
                name: src.committee.name.clone(),
                verify_key: format::verify_key(&sign),
                answer_to: format::answer_to(&answer)?,
            },
            occasion: format::Occasion {
                kind: match (inside.adviser, &meeting) {
                    (true, _) => format::OccasionKind::Consultation,
                    (false, Some(_)) => format::OccasionKind::Meeting,
                    (false, None) => format::OccasionKind::Simplified,
                },
                id: meeting.as_ref().map_or_else(|| ask.cases.first().cloned().unwrap_or_default(), |m| m.id.clone()),
                title_zh,
                title_en,
                at: meeting.as_ref().map(|m| m.starts),
                place: meeting.as_ref().map(|m| m.place.clone()).unwrap_or_default(),
            },
            recipient: format::Recipient {
                member: ask.member.clone(),
                name: inside.name.clone(),
                role_zh: inside.role_zh.clone(),
                role_en: inside.role_en.clone(),
                form: match (inside.adviser, &meeting) {
                    (true, _) => format::PacketForm::Consultation,
                    (false, Some(_)) => format::PacketForm::Worksheet,
                    (false, None) => format::PacketForm::Designation,
                },
            },
            created: now,
            expires: ask.reply_by,
            items,
        };
        let name = format::file_name(&manifest);
        let reader = archive.read();
        let mut blobs = |d: &format::DocumentOut| -> io::Result<Box<dyn Read>> {
            let bytes = reader.blob(&d.sha256).map_err(io::Error::other)?.ok_or(io::ErrorKind::NotFound)?;
            Ok(Box::new(io::Cursor::new(bytes)))
        };
        let passphrase = format::Passphrase::said(&spoken.words);
        let (written, path, bytes) = match &ask.folder {
            Some(folder) => {
                let path = free(Path::new(folder), &name);
                let written = format::write_to(&path, &manifest, &mut blobs, &sign, &passphrase, &mut told).map_err(|e| e.at(&path))?;
                (written, path.display().to_string(), None)
            }
            None => {
                let mut bytes = Vec::new();
                let written = format::write(&manifest, &mut blobs, &sign, &passphrase, &mut bytes, &mut told)?;
                (written, String::new(), Some(bytes))
            }
        };
        let out = PacketWritten {
            packet: id,
            items: manifest.items.iter().map(|i| i.id.clone()).collect(),
            left_out: inside.left_out,
            file_name: name.clone(),
            sha256: written.sha256.clone(),
            manifest_sha256: written.manifest_sha256,
            generation: spoken.generation,
            size: u32::try_from(written.len).unwrap_or(u32::MAX),
            path,
            token: if bytes.is_some() { written.sha256 } else { String::new() },
        };
        if let Some(bytes) = bytes {
            self.tray.keep(FileOut { name, bytes }, &out.sha256);
        }
        Ok(out)
    }

    /// Opens a return and says what would happen; its bytes are kept for the act that takes it in.
    /// A filled form (PDF) is read as one; `meeting`, when it is named, is the one it must answer.
    pub(crate) fn read_return(&mut self, now: Instant, path: &Path, meeting: Option<&str>) -> Result<Staged, Failure> {
        let size = std::fs::metadata(path).map_err(|e| unread(path, &e))?.len();
        if size > LONGEST_RETURN {
            return Err(format::Error::TooLarge { what: "return".into(), claims: size, limit: LONGEST_RETURN }.into());
        }
        let bytes = std::fs::read(path).map_err(|e| unread(path, &e))?;
        if bytes[..bytes.len().min(1024)].windows(5).any(|w| w == b"%PDF-") {
            return self.read_form(now, bytes, meeting);
        }
        let archive = &self.opened()?.archive;
        let opened = format::open_return(&bytes, &archive.derived("packet answer 1"))?;
        let ret = opened.ret;
        if ret.committee_file_id != archive.file_id() {
            return Err(format::Error::OtherCommittee { name: String::new() }.into());
        }
        let packet = archive.read().get::<measures::Packet>(&ret.packet)?.ok_or(format::Error::OtherPacket)?;
        let of = packet.meeting.clone().or_else(|| packet.items.first().map(|i| i.case.clone())).unwrap_or_default();
        if ret.occasion != of {
            return Err(format::Error::OtherPacket.into());
        }
        self.of_this_meeting(now, packet.meeting.as_deref(), meeting)?;
        let act = TakeInReturn {
            packet: ret.packet.clone(),
            member: ret.member.clone(),
            key: opened.key.clone(),
            seq: ret.seq,
            manifest_sha256: ret.manifest_sha256.clone(),
            made: ret.made,
            sha256: opened.sha256,
            items: ret.items.iter().map(|i| ReturnedItem { item: i.id.clone(), edition: i.edition, said: said(i) }).collect(),
        };
        self.opened_mut()?.archive.stage_blob(&bytes)?;
        let findings = self.rehearsed(now, Act::TakeInReturn(act.clone()))?;
        let open = self.opened()?;
        let src = Sources::of_open(open, now)?;
        let meeting = packet.meeting.as_ref().map(|m| src.need::<Meeting>("meeting", m)).transpose()?;
        let reader = open.archive.read().get::<measures::Reader>(&opened.key)?;
        let cases = packet.items.iter().map(|i| src.need::<Case>("case", &i.case)).collect::<Result<Vec<_>, _>>()?;
        let items = act.opinions(now, &packet).into_iter().map(|o| staged(&src, o)).collect::<Result<Vec<_>, _>>()?;
        Ok(Staged {
            name: person(&src, &act.member)?.0,
            member: act.member.clone(),
            occasion_zh: occasion(meeting.as_ref(), &cases.iter().collect::<Vec<_>>()).0,
            made: act.made,
            seq: act.seq,
            signed: true,
            fingerprint: format::spoken::fingerprint_of_hex(&opened.key).unwrap_or_default(),
            enrolled: reader.is_some_and(|r| r.member == act.member && r.revoked.is_none()),
            findings,
            items,
            enrol: EnrolReader { member: act.member.clone(), key: opened.key, on: None },
            act: Act::TakeInReturn(act),
        })
    }
}

impl Office {
    /// What would be said to the act, whether it could be done or not.
    pub(crate) fn rehearsed(&mut self, now: Instant, act: Act) -> Result<Vec<Finding>, Failure> {
        match self.act(now, Request { act, reasons: vec![], rehearse: true, draft: String::new() }) {
            Ok(done) => Ok(done.findings),
            Err(f) if !f.findings.is_empty() => Ok(f.findings),
            Err(f) => Err(f),
        }
    }

    /// What came back belongs to the meeting whose page is open.
    pub(crate) fn of_this_meeting(&self, now: Instant, its: Option<&str>, open: Option<&str>) -> Result<(), Failure> {
        let Some(open) = open.filter(|open| its != Some(open)) else { return Ok(()) };
        let src = Sources::of_open(self.opened()?, now)?;
        let here = src.need::<Meeting>("meeting", open)?;
        let (zh, en) = match its.map(|m| src.need::<Meeting>("meeting", m)).transpose()? {
            Some(m) => (meeting_title(&m), format!("meeting {} of {}", m.no, m.year)),
            None => ("简易程序审查".into(), "a simplified review".into()),
        };
        Err(Failure::invalid(
            "file",
            format!("这是{zh}的，不是{}的。", meeting_title(&here)),
            format!("This belongs to {en}, not to meeting {} of {}.", here.no, here.year),
        )
        .way("到那次会议的阅会包里收。", "Take it in on the packets page of that meeting."))
    }
}

fn unread(path: &Path, e: &io::Error) -> Failure {
    Failure { field: "file".into(), ..Failure::io(path, e) }
}

/// A name that is not taken in the folder.
pub(crate) fn free(folder: &Path, name: &str) -> PathBuf {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "lspkt"));
    let mut path = folder.join(name);
    let mut n = 2;
    while path.exists() {
        path = folder.join(format!("{stem}-{n}.{ending}"));
        n += 1;
    }
    path
}

fn item_out(
    src: &Sources,
    item: Option<&Item>,
    case: &Case,
    ask: &PacketAsk,
    inside: &crate::prints::packet::Contents,
    page: &mut u32,
) -> Result<format::ItemOut, Failure> {
    let round = item.map_or(case.rounds.len() - 1, |i| i.round as usize);
    let id = item.map_or(case.id.clone(), |i| i.id.clone());
    let shown = src.case_ref(case, round);
    let mut documents = Vec::new();
    let slip = slip(src.reader, case)?.filter(|_| item.is_none());
    let slip = slip.and_then(|p| Some((p.id, format!("{}.pdf", p.title), p.number, p.sha256?)));
    let materials = files(src, case, round as u32)?.into_iter().map(|m| (m.id.clone(), m.name.clone(), label(&m), m.sha256));
    for (id, name, label, sha256) in slip.into_iter().chain(materials) {
        let bytes = src.reader.blob(&sha256)?.ok_or_else(|| Failure::not_found("blob", &sha256))?;
        let (kind, pages) = papers::packet::pages(&name, &bytes);
        documents.push(format::DocumentOut {
            label,
            id,
            title: name,
            pages,
            kind: match kind {
                "pdf" => format::DocumentKind::Pdf,
                "image" => format::DocumentKind::Image,
                _ => format::DocumentKind::Other,
            },
            len: bytes.len() as u64,
            sha256,
            first_page: if pages > 0 { *page } else { 0 },
        });
        *page += pages;
    }
    let sheet = m15_points::worksheet(&case.application.flags);
    let choice = |key: String, zh: &str, en: &str| format::ChoiceOut { key, zh: zh.into(), en: en.into() };
    Ok(format::ItemOut {
        case: case.id.clone(),
        number: shown.number,
        title: shown.activity,
        kind_zh: case.rounds[round].kind.zh().into(),
        kind_en: case.rounds[round].kind.en().into(),
        minutes: item.map_or(0, |i| i.minutes),
        leader: shown.leader,
        unit: shown.unit,
        lead_zh: lead(case),
        edition: edition_of(src.reader, &case.id)?,
        worksheet: !inside.adviser,
        points: sheet
            .iter()
            .map(|p| format::PointOut { key: p.code.into(), dimension: p.dimension.to_string(), zh: p.zh.into(), en: p.en.into() })
            .collect(),
        dimensions: m15_points::DIMENSIONS
            .iter()
            .filter(|d| sheet.iter().any(|p| p.dimension == d.n))
            .map(|d| choice(d.n.to_string(), d.zh, d.en))
            .collect(),
        options: if inside.adviser { vec![] } else { options(src, item, case).into_iter().map(|(k, zh, en)| choice(k, zh, en)).collect() },
        documents,
        changed_since: changed(src, case, round as u32, &ask.member, &id)?,
        watermark: inside.name.clone(),
        id,
    })
}

/// What came back in the words of the record.
fn said(back: &format::ItemBack) -> Said {
    Said {
        conflict: back.conflict.state == format::ConflictState::Declared,
        conflict_words: back.conflict.words.clone(),
        opinion: back.opinion.clone(),
        points: back
            .points
            .iter()
            .map(|(k, p)| (k.clone(), PointAnswer { answer: p.answer.map(u32::from), words: p.words.clone() }))
            .collect(),
        dimensions: back
            .dimensions
            .iter()
            .map(|(k, p)| (k.clone(), PointAnswer { answer: p.answer.map(u32::from), words: p.words.clone() }))
            .collect(),
        remarks: back
            .remarks
            .iter()
            .map(|r| ReaderRemark {
                id: r.id.clone(),
                document: r.document.clone(),
                page: r.page,
                quote: r.quote.clone(),
                words: r.words.clone(),
                for_letter: r.for_letter,
                marks: r.marks.clone(),
            })
            .collect(),
        words: back.words.clone(),
    }
}

/// One opinion as it would be taken in, beside what is on file.
pub(crate) fn staged(src: &Sources, opinion: ReaderOpinion) -> Result<StagedItem, Failure> {
    let (item, case) = item_or_case(src.reader, &opinion.item)?;
    let mut all = src.reader.where_::<ReaderOpinion>("item", &opinion.item)?;
    let id = opinion.id.clone();
    let on_file: Vec<ReaderOpinion> = all.iter().filter(|o| o.member == opinion.member && o.id != id).cloned().collect();
    if !all.iter().any(|o| o.id == id) {
        all.push(opinion.clone());
    }
    let weighed = standing(&src.facts(), item.as_ref(), &case, &all, edition_of(src.reader, &case.id)?)
        .into_iter()
        .find(|w| w.opinion == id)
        .ok_or_else(|| Failure::not_found("opinion", &id))?;
    let (opinion_zh, opinion_en) = opinion_words(opinion.said.opinion.as_deref());
    let own = all.iter().find(|o| o.id == id).ok_or_else(|| Failure::not_found("opinion", &id))?;
    let (weight_zh, weight_en) = weight_words(&src.facts(), item.as_ref(), &case, own, weighed.weight);
    Ok(StagedItem {
        item: opinion.item.clone(),
        number: case.full_number(),
        title: case.application.title.clone(),
        said: opinion.said,
        opinion_zh,
        opinion_en,
        weight: weighed.weight,
        weight_zh,
        weight_en,
        edition_zh: weighed.edition_zh,
        edition_en: weighed.edition_en,
        on_file,
    })
}
