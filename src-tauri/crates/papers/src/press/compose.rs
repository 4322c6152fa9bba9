//! A whole document on its pages: the text flowed into the frame, drawn together where that spares a page, contents with
//! their numbers, and what stands around the text on every page.

use crate::Error;
use crate::press::MM;
use crate::press::block::Block;
use crate::press::display::{Item, Mark, Page};
use crate::press::flow::{Area, Paged, paginate};
use crate::press::frame::{Document, Frame, PITCH, letter_rule, minutes_rule, paper};
use crate::press::furniture::furnish;
use crate::press::glyphs::Glyphs;
use crate::press::mark::marks_under;
use crate::press::slab::{Entry, Layer, place};

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

/// Pages of a form without anything around them, for a packet that numbers its pages itself.
pub(crate) fn lay_form(glyphs: &Glyphs, blocks: &[Block], entries: &[Entry]) -> Result<Paged, Error> {
    let at = |page: usize| area(&Frame::Form, page, 1.0, 2.0);
    let full = at(1);
    let layer = Layer { glyphs, width: full.width, page_height: full.bottom - full.top, squeeze: 1.0, entries };
    Ok(paginate(layer.lay(blocks)?, paper(&Frame::Form), at))
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
