//! The page around the text: red head and rules, page numbers, the small print at the foot, marks across the page.
//!
//! Measures are those of GB/T 9704-2012: 版心 156 × 225 mm from 28 mm left and 37 mm down, 22 lines of 28 characters;
//! letter format (10.1), minutes format (10.3), page numbers (7.5). Forms follow no standard and keep to wide margins.

use crate::Error;
use crate::press::MM;
use crate::press::block::Block;
use crate::press::display::{Item, Mark, Page};
use crate::press::flow::{Area, Entry, Layer, Paged, paginate, place};
use crate::press::furniture::furnish;
use crate::press::glyphs::Glyphs;
use crate::press::mark::marks_under;
use crate::wording::balanced;

/// Size of the body, its line distance and what is added to each character so that 28 fill a line.
pub(crate) const BODY: f32 = 16.0;
pub(crate) const PITCH: f32 = 225.0 * MM / 22.0;
pub(crate) const TRACK: f32 = 156.0 * MM / 28.0 - BODY;

const A4: (f32, f32) = (210.0 * MM, 297.0 * MM);

/// How a paper is laid out.
#[derive(Debug, Clone)]
pub(crate) enum Frame {
    /// 信函格式: red head, rules, number at the right.
    Letter { head: String, number: String },
    /// 纪要格式.
    Minutes { head: String, number: String, issuer: String, date: String },
    /// A form or a list on upright paper.
    Form,
    /// The same on landscape paper.
    Wide,
    /// Chapters with contents; numbers begin with the first chapter.
    Report,
}

/// Small print and marks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stamp {
    pub(crate) check_code: Option<String>,
    pub(crate) journal: Option<(u32, String)>,
    pub(crate) void: Option<String>,
    /// 演示 or 草稿 across the page.
    pub(crate) ghost: Option<&'static str>,
}

/// A paper ready to be set.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) frame: Frame,
    pub(crate) blocks: Vec<Block>,
    /// 版记: stands at the foot of the last page.
    pub(crate) foot: Vec<Block>,
    pub(crate) stamp: Stamp,
    /// For the dates in the file; `None` on a draft.
    pub(crate) date: Option<chrono::NaiveDate>,
}

/// Pages as they will be printed.
pub(crate) struct Composed {
    pub(crate) pages: Vec<Page>,
    pub(crate) marks: Vec<Mark>,
    /// Pages before the one numbered 1.
    pub(crate) front: usize,
}

/// Sets a document.
pub(crate) fn compose(glyphs: &Glyphs, doc: &Document) -> Result<Composed, Error> {
    let mut paged = match &doc.frame {
        Frame::Letter { .. } | Frame::Minutes { .. } => fitted(glyphs, doc)?,
        Frame::Report => report(glyphs, doc)?,
        Frame::Form | Frame::Wide => flow(glyphs, doc, 1.0, 2.0, &[])?,
    };
    let front = match &doc.frame {
        Frame::Report => paged.marks.first().map_or(0, |m| m.page),
        _ => 0,
    };
    let total = paged.pages.len();
    for (i, page) in paged.pages.iter_mut().enumerate() {
        let mut items = Vec::new();
        marks_under(glyphs, &doc.stamp, (page.width, page.height), &mut items)?;
        let mut around = Vec::new();
        furnish(glyphs, doc, i, total, front, &mut around)?;
        // Read in the order of the eye: head, text, small print at the foot.
        let middle = page.height / 2.0;
        let (foot, mut head): (Vec<Item>, Vec<Item>) =
            around.into_iter().partition(|item| matches!(item, Item::Run(run) if run.y > middle));
        items.append(&mut head);
        items.append(&mut page.items);
        items.extend(foot);
        page.items = items;
    }
    // From here on heights count from the foot of the paper, as the outline wants them.
    for mark in &mut paged.marks {
        mark.y = paged.pages[mark.page].height - mark.y;
    }
    Ok(Composed { pages: paged.pages, marks: paged.marks, front })
}

/// Letters are drawn together, within what the eye does not notice, when that spares a page (GB/T 9704 7.3.5.5).
fn fitted(glyphs: &Glyphs, doc: &Document) -> Result<Paged, Error> {
    let first = flow(glyphs, doc, 1.0, 2.0, &[])?;
    let pages = first.pages.len();
    if !(2..=4).contains(&pages) {
        return Ok(first);
    }
    for (squeeze, lead) in [(1.0, 1.0), (0.96, 1.0), (0.92, 1.0)] {
        let tight = flow(glyphs, doc, squeeze, lead, &[])?;
        if tight.pages.len() < pages {
            return Ok(tight);
        }
    }
    Ok(first)
}

/// A report is laid twice: the contents need the page numbers of the first laying.
fn report(glyphs: &Glyphs, doc: &Document) -> Result<Paged, Error> {
    let blank = |marks: &[Mark], front: usize| -> Vec<Entry> {
        let number = |page: usize| {
            if page >= front { (page - front + 1).to_string() } else { String::new() }
        };
        marks
            .iter()
            .filter(|m| m.level <= 2)
            .map(|m| Entry { level: m.level, title: m.title.clone(), number: number(m.page), page: m.page })
            .collect()
    };
    let mut entries: Vec<Entry> = Vec::new();
    let mut paged = flow(glyphs, doc, 1.0, 2.0, &entries)?;
    // The second laying knows how long the contents are, the third has the numbers right.
    for _ in 0..2 {
        let front = paged.marks.first().map_or(0, |m| m.page);
        entries = blank(&paged.marks, front);
        paged = flow(glyphs, doc, 1.0, 2.0, &entries)?;
    }
    Ok(paged)
}

fn flow(glyphs: &Glyphs, doc: &Document, squeeze: f32, lead: f32, entries: &[Entry]) -> Result<Paged, Error> {
    let at = |page: usize| area(&doc.frame, page, squeeze, lead);
    let full = at(1);
    let layer = Layer { glyphs, width: full.width, page_height: full.bottom - full.top, squeeze, entries };
    let mut paged = paginate(layer.lay(&doc.blocks)?, paper(&doc.frame), at);
    if !doc.foot.is_empty() {
        foot(&layer, doc, &mut paged, at)?;
    }
    Ok(paged)
}

/// 版记 stands at the lower edge of the last page; when the text leaves no room it takes a page of its own.
fn foot(layer: &Layer, doc: &Document, paged: &mut Paged, at: impl Fn(usize) -> Area) -> Result<(), Error> {
    let slabs = layer.lay(&doc.foot)?;
    let height: f32 = slabs.iter().map(|s| s.height + s.before).sum();
    let last = paged.pages.len() - 1;
    let mut room = at(last);
    let mut page = last;
    if paged.filled + height > room.bottom + 0.5 {
        let (width, height) = paper(&doc.frame);
        paged.pages.push(Page { width, height, items: Vec::new() });
        page = last + 1;
        room = at(page);
    }
    let mut y = room.bottom - height;
    for slab in slabs {
        y += slab.before;
        place(&mut paged.pages[page].items, slab.items, room.x, y);
        y += slab.height;
    }
    paged.filled = room.bottom;
    Ok(())
}

pub(crate) fn paper(frame: &Frame) -> (f32, f32) {
    match frame {
        Frame::Wide => (A4.1, A4.0),
        _ => A4,
    }
}

/// A red head: eye-catching, in one line of the 版心; a name of more than 22 characters takes two.
pub(crate) struct Head {
    pub(crate) lines: Vec<String>,
    pub(crate) size: f32,
}

impl Head {
    pub(crate) fn of(text: &str) -> Head {
        let lines = balanced(text, 22);
        let longest = lines.iter().map(|l| l.chars().count()).max().unwrap_or(1).max(1);
        let most = if lines.len() > 1 { 27.0 } else { 36.0 };
        Head { size: (156.0 * MM / longest as f32).min(most), lines }
    }

    pub(crate) fn height(&self) -> f32 {
        self.size * (1.0 + 1.25 * (self.lines.len() as f32 - 1.0))
    }
}

fn area(frame: &Frame, page: usize, squeeze: f32, lead: f32) -> Area {
    let gb = Area { x: 28.0 * MM, top: 37.0 * MM, bottom: 262.0 * MM, width: 156.0 * MM };
    match frame {
        Frame::Letter { head, .. } if page == 0 => Area { top: letter_rule(head) + 12.0 + PITCH + lead * PITCH * squeeze, ..gb },
        Frame::Minutes { head, .. } if page == 0 => Area { top: minutes_rule(head) + lead * PITCH * 0.75 * squeeze, ..gb },
        Frame::Letter { .. } | Frame::Minutes { .. } | Frame::Report => gb,
        Frame::Form => Area { x: 22.0 * MM, top: 20.0 * MM, bottom: 273.0 * MM, width: 166.0 * MM },
        Frame::Wide => Area { x: 20.0 * MM, top: 18.0 * MM, bottom: 188.0 * MM, width: 257.0 * MM },
    }
}

/// The upper red rule of a letter: four millimetres under the head, whose upper edge is 30 mm down.
pub(crate) fn letter_rule(head: &str) -> f32 {
    30.0 * MM + Head::of(head).height() + 4.0 * MM
}

/// The red rule of minutes: under head, number and the line with issuer and date.
pub(crate) fn minutes_rule(head: &str) -> f32 {
    (37.0 + 35.0) * MM + Head::of(head).height() + 2.0 * PITCH + 4.0 * MM
}
