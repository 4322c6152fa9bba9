//! The reading packet (阅会包) as one PDF: cover, contents, agenda; for each item a summary and a worksheet, then its
//! attachments. Every page says where it stands (议题3·第5页) and for whom it was made.
//!
//! It is a merger and no paper of a kind: nothing in it is issued or numbered, and the attachments stay as they came, with
//! scripts, forms and embedded files left behind. What cannot be merged is listed with its reason. Attachments are read one
//! at a time and written at once, so that a large packet needs no more memory than its largest file.

pub(crate) mod front;
mod merge;
pub(crate) mod object;
mod out;
mod sheets;
mod source;
mod stamp;
mod taker;

use crate::fonts::Fonts;
use crate::press::glyphs::Glyphs;
use crate::sheet::{AgendaItem, CaseRef, Pdf};
use crate::{Error, press::write::hex};
use chrono::NaiveDate;
use source::Source;
use std::io::Write;

/// What a packet is made from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Packet {
    pub committee: String,
    /// 2026年第7次会议
    pub occasion: String,
    /// 会议审查, 简易程序审查, 咨询
    pub form: String,
    pub time: String,
    pub place: String,
    pub member: String,
    /// 主任委员
    pub role: String,
    pub edition: u32,
    pub made: NaiveDate,
    /// Until when an answer is asked for, as a sentence; empty when none is.
    pub reply: String,
    /// Sentences on the cover: interests first, confidentiality, how to answer.
    pub notes: Vec<String>,
    pub agenda: Vec<AgendaItem>,
    /// What is in the packet, in the order of the agenda.
    pub cases: Vec<PacketCase>,
    /// Numbers of items left out because the member is recused.
    pub left_out: Vec<u32>,
    pub demo: bool,
}

/// One item.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PacketCase {
    pub no: u32,
    pub case: CaseRef,
    pub kind: String,
    /// The page of summary: label and what is said, line by line.
    pub summary: Vec<(String, Vec<String>)>,
    /// What changed since the edition the member has; empty in a first one.
    pub changed: Vec<String>,
    pub dimensions: Vec<PacketDimension>,
    /// 符合, 基本符合, 不符合, 不适用
    pub answers: Vec<String>,
    /// What can be ticked as a preliminary opinion; empty on a consultation form.
    pub options: Vec<String>,
    pub documents: Vec<PacketDocument>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct PacketDimension {
    pub title: String,
    /// Code and words.
    pub points: Vec<(String, String)>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PacketDocument {
    pub name: String,
    /// V1.2，2026年8月20日
    pub label: String,
    pub sha256: String,
    pub len: u64,
}

/// Where a document came to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Index of the case and of the document in it.
    pub case: usize,
    pub document: usize,
    /// Running number of its first page in the packet, and how many it has; 0 when it was not merged.
    pub first: u32,
    pub pages: u32,
    pub kind: &'static str,
    /// Why it is listed only, in Chinese and English; empty when it was merged.
    pub why: (String, String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    pub pages: u32,
    pub len: u64,
    pub sha256: String,
    pub placed: Vec<Placed>,
}

/// Kept between counting the pages and writing them, up to so many bytes in all; the others are read twice.
const KEEP: u64 = 48 << 20;

/// Binds the packet and writes it out. `read` gives a document's bytes; `progress` is told how far it is of how much and
/// stops the work by answering false. The same packet, documents and font files give the same bytes.
pub fn bind(
    packet: &Packet,
    fonts: &Fonts,
    read: &mut dyn FnMut(&PacketDocument) -> Result<Vec<u8>, String>,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Bound, Error> {
    let documents: Vec<(usize, usize, &PacketDocument)> = packet
        .cases
        .iter()
        .enumerate()
        .flat_map(|(c, case)| case.documents.iter().enumerate().map(move |(d, document)| (c, d, document)))
        .collect();
    let all: u64 = documents.iter().map(|(.., d)| d.len).sum::<u64>() * 2 + 2;
    let mut done = 0;
    let mut step = |bytes: u64| -> Result<(), Error> {
        done += bytes;
        if progress(done.min(all), all) { Ok(()) } else { Err(Error::Stopped) }
    };
    let mut open = |document: &PacketDocument| match read(document) {
        Ok(bytes) => Source::open(&document.name, &bytes),
        Err(why) => Source::listed("other", (format!("读不出：{why}"), format!("cannot be read: {why}"))),
    };

    // What there is and how many pages it has.
    let mut kept: Vec<Option<Source>> = Vec::new();
    let mut placed: Vec<Placed> = Vec::new();
    let mut keeping = 0;
    for (case, document, d) in &documents {
        let source = open(d);
        placed.push(Placed { case: *case, document: *document, first: 0, pages: source.pages(), kind: source.kind(), why: source.why() });
        keeping += d.len;
        kept.push((keeping <= KEEP).then_some(source));
        step(d.len)?;
    }

    // Our own pages, laid until their numbers stand still.
    let glyphs = Glyphs::new(fonts);
    let front = front::lay(&glyphs, packet, &mut placed)?;
    let total = front.total;
    let stamps = stamp::stamps(&glyphs, &front)?;
    let own = front::print(&glyphs, packet, &front, &stamps)?;
    step(1)?;

    let mut merge = out::Merge::begin(out)?;
    let watermark = stamp::watermark(&glyphs, packet, &mut merge)?;
    let slips = merge.own(own, &front, &stamps)?;
    let look = merge::Look { watermark, slips: &slips };
    // In the order of the agenda: our pages of an item, then what it brought along.
    let mut kept = kept.into_iter();
    let mut at = 0;
    merge.front(0..front.head, &look)?;
    for (c, _) in packet.cases.iter().enumerate() {
        merge.front(front.cases[c].clone(), &look)?;
        while at < documents.len() && documents[at].0 == c {
            let d = documents[at].2;
            let source = kept.next().flatten().unwrap_or_else(|| open(d));
            if placed[at].pages > 0 {
                merge.source(source, placed[at].pages, &look)?;
            }
            at += 1;
            step(d.len)?;
        }
    }
    let (len, sha256) = merge.finish(packet, &front, &placed)?;
    step(1)?;
    Ok(Bound { pages: total, len, sha256: hex(&sha256), placed })
}

/// What a file is to a packet (`pdf`, `image`, `other`) and how many pages it has; 0 when it cannot be shown.
pub fn pages(name: &str, bytes: &[u8]) -> (&'static str, u32) {
    let source = Source::open(name, bytes);
    (source.kind(), source.pages())
}

/// A packet whole in memory, for the screen.
pub fn bound(
    packet: &Packet,
    fonts: &Fonts,
    read: &mut dyn FnMut(&PacketDocument) -> Result<Vec<u8>, String>,
) -> Result<(Pdf, Bound), Error> {
    let mut bytes = Vec::new();
    let bound = bind(packet, fonts, read, &mut bytes, &mut |_, _| true)?;
    Ok((Pdf { bytes, pages: bound.pages, sha256: bound.sha256.clone() }, bound))
}
