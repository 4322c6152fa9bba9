//! The layout of our own pages of a packet (what they say is in `sheets`): laid until the page numbers in the contents stand
//! still, with the outline and the label of every page.

use super::sheets::{blocks, item_title, named};
use super::{Packet, Placed};
use crate::Error;
use crate::fonts::Face;
use crate::press::compose::{Composed, lay_form};
use crate::press::display::{Item, Mark, Page};
use crate::press::frame::{Document, Frame, Stamp};
use crate::press::glyphs::Glyphs;
use crate::press::slab::Entry;
use crate::press::write;
use crate::sheet::Letterhead;
use std::ops::Range;

/// What is stamped on one page, set as a page of its own, and its width.
pub(super) struct Slip {
    pub(super) page: Page,
    pub(super) width: f32,
}

/// A place on one of our pages that leads to a page of the packet, in points from the top left corner.
pub(super) struct Link {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) w: f32,
    pub(super) h: f32,
    pub(super) to: usize,
}

pub(super) struct Front {
    /// Our own pages, in order, without their links.
    pub(super) pages: Vec<Page>,
    pub(super) links: Vec<Vec<Link>>,
    /// So many of them before the first item.
    pub(super) head: usize,
    /// Those of each item.
    pub(super) cases: Vec<Range<usize>>,
    /// The outline; pages are those of the packet, from 0.
    pub(super) marks: Vec<Mark>,
    /// What is stamped on each page of the packet.
    pub(super) labels: Vec<String>,
    pub(super) total: u32,
}

/// Characters no face has are written by their number: a strange file name must not stop a packet.
pub(crate) fn plain(glyphs: &Glyphs, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '\n' | '\t' => out.push(' '),
            ch if ch.is_control() => {}
            ch if glyphs.glyph(Face::Song, ch).is_ok() && glyphs.glyph(Face::Hei, ch).is_ok() => out.push(ch),
            ch => out.push_str(&format!("〔U+{:04X}〕", u32::from(ch))),
        }
    }
    out
}

/// The packet with every text printable.
fn printable(glyphs: &Glyphs, packet: &Packet) -> Packet {
    let t = |s: &str| plain(glyphs, s);
    let mut p = packet.clone();
    for s in [&mut p.committee, &mut p.occasion, &mut p.form, &mut p.time, &mut p.place, &mut p.member, &mut p.role, &mut p.reply] {
        *s = t(s);
    }
    p.notes = p.notes.iter().map(|s| t(s)).collect();
    let case = |c: &mut crate::CaseRef| {
        for s in [&mut c.number, &mut c.activity, &mut c.leader, &mut c.unit] {
            *s = t(s);
        }
    };
    for item in &mut p.agenda {
        case(&mut item.case);
        item.presenter = t(&item.presenter);
    }
    for c in &mut p.cases {
        case(&mut c.case);
        c.summary = c.summary.iter().map(|(l, lines)| (t(l), lines.iter().map(|s| t(s)).collect())).collect();
        c.changed = c.changed.iter().map(|s| t(s)).collect();
        for d in &mut c.documents {
            d.name = t(&d.name);
            d.label = t(&d.label);
        }
    }
    p
}

pub(super) fn lay(glyphs: &Glyphs, packet: &Packet, placed: &mut [Placed]) -> Result<Front, Error> {
    let packet = printable(glyphs, packet);
    for p in placed.iter_mut() {
        p.why.0 = plain(glyphs, &p.why.0);
    }
    // The first laying has no numbers yet, the second has them, the third proves that nothing moved.
    let mut entries: Vec<Entry> = entries(&packet, placed, &[], 0);
    let mut last: Option<(usize, Vec<Range<usize>>)> = None;
    for _ in 0..4 {
        let paged = lay_form(glyphs, &blocks(&packet, placed), &entries)?;
        let starts: Vec<usize> = paged.marks.iter().filter(|m| m.level == 1 && m.title.starts_with("议题")).map(|m| m.page).collect();
        let head = starts.first().copied().unwrap_or(paged.pages.len());
        let ends = starts.iter().skip(1).copied().chain([paged.pages.len()]);
        let cases: Vec<Range<usize>> = starts.iter().zip(ends).map(|(from, to)| *from..to).collect();
        let total = number(placed, head, &cases);
        entries = self::entries(&packet, placed, &paged.marks, head);
        let shape = (head, cases.clone());
        if last.as_ref() == Some(&shape) {
            return Ok(finish(&packet, placed, paged.pages, &paged.marks, head, cases, total));
        }
        last = Some(shape);
    }
    Err(Error::TooLarge { what: "目录 / the contents".into(), why: "页码不能确定 / its numbers do not settle".into() })
}

/// Gives every document its first page; the number of pages in all.
fn number(placed: &mut [Placed], head: usize, cases: &[Range<usize>]) -> u32 {
    let mut at = head as u32;
    for (c, own) in cases.iter().enumerate() {
        at += own.len() as u32;
        for p in placed.iter_mut().filter(|p| p.case == c) {
            p.first = if p.pages > 0 { at + 1 } else { 0 };
            at += p.pages;
        }
    }
    at
}

/// Where one of our own pages stands in the packet: the documents of the items before it lie between.
fn where_is(page: usize, placed: &[Placed], cases: &[Range<usize>]) -> usize {
    let before: u32 = cases
        .iter()
        .enumerate()
        .filter(|(_, own)| page >= own.end)
        .map(|(c, _)| placed.iter().filter(|p| p.case == c).map(|p| p.pages).sum::<u32>())
        .sum();
    page + before as usize
}

fn ranges(marks: &[Mark], head: usize, pages: usize) -> Vec<Range<usize>> {
    let starts: Vec<usize> = marks.iter().filter(|m| m.level == 1 && m.title.starts_with("议题")).map(|m| m.page).collect();
    let ends = starts.iter().skip(1).copied().chain([pages.max(head)]);
    starts.iter().zip(ends).map(|(from, to)| *from..to).collect()
}

/// The outline of the packet with its pages: our own marks, and each document under its item.
fn outline(packet: &Packet, placed: &[Placed], marks: &[Mark], cases: &[Range<usize>]) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let documents = |c: usize, out: &mut Vec<Mark>| {
        for p in placed.iter().filter(|p| p.case == c && p.pages > 0) {
            let d = &packet.cases[p.case].documents[p.document];
            out.push(Mark { level: 2, title: named(&d.name, &d.label), page: p.first as usize - 1, y: f32::MAX });
        }
    };
    let mut case: Option<usize> = None;
    for mark in marks {
        if mark.level == 1 && mark.title.starts_with("议题") {
            if let Some(c) = case {
                documents(c, &mut out);
            }
            case = Some(case.map_or(0, |c| c + 1));
        }
        out.push(Mark { page: where_is(mark.page, placed, cases), ..mark.clone() });
    }
    if let Some(c) = case {
        documents(c, &mut out);
    }
    out
}

/// Lines of the contents. Before anything is laid they have their length and no numbers.
fn entries(packet: &Packet, placed: &[Placed], marks: &[Mark], head: usize) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    let cases = ranges(marks, head, usize::MAX);
    let marks: Vec<Mark> = if marks.is_empty() {
        let blank = |level, title: String| Mark { level, title, page: 0, y: 0.0 };
        let mut all = vec![blank(1, "议程".into())];
        for c in &packet.cases {
            all.push(blank(1, item_title(c)));
            all.extend(["摘要", "审查工作单"].map(|t| blank(2, t.into())));
        }
        all
    } else {
        marks.iter().filter(|m| m.title != "目录" && m.title != "封面").cloned().collect()
    };
    let mut case: Option<usize> = None;
    let documents = |c: usize, out: &mut Vec<Entry>| {
        for p in placed.iter().filter(|p| p.case == c) {
            let d = &packet.cases[p.case].documents[p.document];
            let own = cases.get(c).map_or(0, |r| where_is(r.start, placed, &cases));
            let (number, page) = if p.pages > 0 { (p.first.to_string(), p.first.max(1) as usize - 1) } else { ("未并入".into(), own) };
            out.push(Entry { level: 2, title: named(&d.name, &d.label), number, page });
        }
    };
    for mark in &marks {
        if mark.level == 1 && mark.title.starts_with("议题") {
            if let Some(c) = case {
                documents(c, &mut out);
            }
            case = Some(case.map_or(0, |c| c + 1));
        }
        let page = where_is(mark.page, placed, &cases);
        out.push(Entry { level: mark.level, title: mark.title.clone(), number: (page + 1).to_string(), page });
    }
    if let Some(c) = case {
        documents(c, &mut out);
    }
    out
}

fn finish(
    packet: &Packet,
    placed: &[Placed],
    mut pages: Vec<Page>,
    marks: &[Mark],
    head: usize,
    cases: Vec<Range<usize>>,
    total: u32,
) -> Front {
    let mut links: Vec<Vec<Link>> = Vec::new();
    for page in &mut pages {
        let mut here = Vec::new();
        page.items.retain(|item| {
            if let Item::Link { x, y, w, h, page } = item {
                here.push(Link { x: *x, y: *y, w: *w, h: *h, to: *page });
            }
            !matches!(item, Item::Link { .. })
        });
        links.push(here);
    }
    let mut labels: Vec<String> = vec![String::new(); head];
    for (c, own) in cases.iter().enumerate() {
        let brought: u32 = placed.iter().filter(|p| p.case == c).map(|p| p.pages).sum();
        let no = packet.cases[c].no;
        labels.extend((1..=own.len() as u32 + brought).map(|n| format!("议题{no}·第{n}页")));
    }
    let labels = labels
        .into_iter()
        .enumerate()
        .map(|(i, label)| {
            let at = format!("总第{}页，共{total}页", i + 1);
            if label.is_empty() { format!("{}　{at}", packet.member) } else { format!("{}　{label}　{at}", packet.member) }
        })
        .collect();
    let heights: Vec<f32> = pages.iter().map(|p| p.height).collect();
    let mut marks_out = outline(packet, placed, marks, &cases);
    for (own, mark) in marks.iter().zip(marks_out.iter_mut().filter(|m| m.y != f32::MAX)) {
        mark.y = heights[own.page] - own.y;
    }
    Front { pages, links, head, cases, marks: marks_out, labels, total }
}

/// Prints our pages and, after them, the slips that are stamped on every page.
pub(super) fn print(glyphs: &Glyphs, packet: &Packet, front: &Front, stamps: &[Slip]) -> Result<written::Document, Error> {
    let document = Document {
        title: String::new(),
        author: String::new(),
        frame: Frame::Form,
        blocks: Vec::new(),
        foot: Vec::new(),
        stamp: Stamp::default(),
        date: Some(packet.made),
    };
    let mut pages = front.pages.clone();
    if packet.demo {
        let ghost = Stamp { ghost: Some("演示"), ..Stamp::default() };
        for page in &mut pages {
            let mut under = Vec::new();
            crate::press::mark::marks_under(glyphs, &ghost, (page.width, page.height), &mut under)?;
            page.items.splice(0..0, under);
        }
    }
    pages.extend(stamps.iter().map(|s| s.page.clone()));
    let pdf = write::write(glyphs, &document, &Composed { pages, marks: Vec::new(), front: 0 }, &Letterhead::nobody())?;
    written::Document::load_mem(&pdf.bytes).map_err(|e| Error::Write(e.to_string()))
}
