//! Blocks become slabs (pieces that are never cut), slabs become pages.
//!
//! What must stay together is glued: headings to their text, the first and last two lines of a paragraph, and a signature
//! to the text it signs, since a seal on an otherwise blank page proves nothing (GB/T 9704 7.3.5).

use std::rc::Rc;

use crate::Error;
use crate::press::block::{Block, Para};
use crate::press::display::{Ink, Item, Mark, Page};
use crate::press::glyphs::Glyphs;
use crate::press::para::set_para;
use crate::press::{calendar, chart, contents, signed, table};

/// A piece of a page, as high as it is, never cut. Items are placed from its top left corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slab {
    pub(crate) height: f32,
    /// White above it, dropped at the top of a page.
    pub(crate) before: f32,
    pub(crate) items: Vec<Item>,
    /// Stays with the next one.
    pub(crate) glue: bool,
    /// What is repeated above it when it opens a page: the head of a table.
    pub(crate) repeat: Option<Rc<Vec<Slab>>>,
    pub(crate) outline: Option<(u8, String)>,
    pub(crate) new_page: bool,
    /// Part of a cut table row of this width: when it opens a page, the rule it was torn at is drawn on both pages.
    pub(crate) torn: Option<f32>,
}

/// Where the text of a page stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
    pub(crate) width: f32,
}

/// An entry of the contents.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) level: u8,
    pub(crate) title: String,
    /// Number as printed.
    pub(crate) number: String,
    /// Page, counted from 0.
    pub(crate) page: usize,
}

/// Lays blocks one under the other.
pub(crate) struct Layer<'a, 'f> {
    pub(crate) glyphs: &'a Glyphs<'f>,
    pub(crate) width: f32,
    /// Height of a full page, by which a tall table row knows that it must be cut.
    pub(crate) page_height: f32,
    /// All line distances are multiplied by this: letters are drawn together a little when that saves a page
    /// (GB/T 9704 7.3.5.5).
    pub(crate) squeeze: f32,
    pub(crate) entries: &'a [Entry],
}

impl Layer<'_, '_> {
    pub(crate) fn lay(&self, blocks: &[Block]) -> Result<Vec<Slab>, Error> {
        let mut out: Vec<Slab> = Vec::new();
        let mut turn = false;
        let mut white = 0.0;
        for block in blocks {
            let start = out.len();
            match block {
                Block::Para(para) => self.para(para, &mut out)?,
                Block::Grid(grid) => table::lay(self, grid, &mut out)?,
                Block::Chart(chart) => out.push(chart::lay(self, chart)?),
                Block::Month(month) => out.push(calendar::lay(self, month)?),
                Block::Signed(signed) => {
                    glue_tail(&mut out);
                    out.push(signed::lay(self, signed)?);
                }
                Block::Space(height) => {
                    white += height * self.squeeze;
                    continue;
                }
                Block::NewPage => {
                    turn = true;
                    continue;
                }
                Block::Keep(inner) => {
                    let mut slabs = self.lay(inner)?;
                    let count = slabs.len();
                    for slab in slabs.iter_mut().take(count.saturating_sub(1)) {
                        slab.glue = true;
                    }
                    out.append(&mut slabs);
                }
                Block::Slot { height, blocks } => {
                    let mut slab = Slab { height: *height, ..Slab::default() };
                    let mut y = 0.0;
                    for inner in self.lay(blocks)? {
                        y += if y > 0.0 { inner.before } else { 0.0 };
                        place(&mut slab.items, inner.items, 0.0, y);
                        y += inner.height;
                    }
                    // Long titles may need more than the slot; then the next one goes to another page.
                    slab.height = slab.height.max(y);
                    if slab.height > self.page_height {
                        return Err(Error::TooLarge {
                            what: "表决票 / a ballot".into(), why: "比一页还高 / higher than a page".into()
                        });
                    }
                    out.push(slab);
                }
                Block::Cut => out.push(Slab {
                    height: 14.0,
                    items: vec![Item::Stroke { x1: 0.0, y1: 7.0, x2: self.width, y2: 7.0, thick: 0.5, dash: 4.0, ink: Ink::Grey }],
                    ..Slab::default()
                }),
                Block::Contents { style, pitch } => contents::lay(self, *style, *pitch, &mut out)?,
            }
            if let Some(first) = out.get_mut(start) {
                first.before += white;
                first.new_page |= turn;
                white = 0.0;
                turn = false;
            }
        }
        Ok(out)
    }

    fn para(&self, para: &Para, out: &mut Vec<Slab>) -> Result<(), Error> {
        let lines = set_para(self.glyphs, para, self.width)?;
        let count = lines.len();
        let pitch = para.pitch * self.squeeze;
        let size = para.spans.iter().map(|s| s.style.size).fold(0.0, f32::max);
        for (i, line) in lines.into_iter().enumerate() {
            let mut slab = Slab { height: pitch, ..Slab::default() };
            place(&mut slab.items, line.items, 0.0, baseline(pitch, size));
            if i == 0 {
                slab.before = para.before * self.squeeze;
                slab.outline = para.outline.clone();
            }
            // No single line at the foot of a page, and none at the head of the next if the paragraph has lines to spare.
            let widow = para.widow && ((i == 0 && count > 1) || (count > 3 && i + 2 == count));
            slab.glue = widow || (para.keep && i + 1 == count) || (para.keep && count <= 3);
            out.push(slab);
        }
        if para.after > 0.0
            && let Some(last) = out.last_mut()
        {
            last.height += para.after * self.squeeze;
        }
        Ok(())
    }

    /// Heights of paragraphs under each other, for table cells.
    pub(crate) fn stack(&self, paras: &[Para], width: f32) -> Result<Vec<Slab>, Error> {
        let inner = Layer { width, squeeze: 1.0, ..*self };
        let mut out = Vec::new();
        for para in paras {
            inner.para(para, &mut out)?;
        }
        Ok(out)
    }
}

/// Baseline of type of a size in the middle of a line of that pitch.
pub(crate) fn baseline(pitch: f32, size: f32) -> f32 {
    (pitch - size) / 2.0 + size * 0.86
}

/// Adds items, moved.
pub(crate) fn place(to: &mut Vec<Item>, items: Vec<Item>, dx: f32, dy: f32) {
    to.extend(items.into_iter().map(|mut item| {
        item.shift(dx, dy);
        item
    }));
}

/// The last two pieces before a signature stay with it.
fn glue_tail(slabs: &mut [Slab]) {
    let count = slabs.len();
    for slab in &mut slabs[count.saturating_sub(2)..] {
        slab.glue = true;
    }
}

/// Pages with their text, and what the outline needs.
pub(crate) struct Paged {
    pub(crate) pages: Vec<Page>,
    pub(crate) marks: Vec<Mark>,
    /// How far down the last page is filled.
    pub(crate) filled: f32,
}

/// Distributes slabs over pages. `area` gives the room on the page of that number.
pub(crate) fn paginate(slabs: Vec<Slab>, size: (f32, f32), area: impl Fn(usize) -> Area) -> Paged {
    let blank = || Page { width: size.0, height: size.1, items: Vec::new() };
    let mut paged = Paged { pages: vec![blank()], marks: Vec::new(), filled: area(0).top };
    let mut y = area(0).top;
    let mut fresh = true;
    let mut rest = slabs.into_iter().peekable();
    while rest.peek().is_some() {
        let mut unit: Vec<Slab> = Vec::new();
        while let Some(slab) = rest.next() {
            let glued = slab.glue;
            unit.push(slab);
            if !glued || rest.peek().is_some_and(|next| next.new_page) {
                break;
            }
        }
        let room = area(paged.pages.len() - 1);
        let height = unit_height(&unit, fresh);
        let turn = unit[0].new_page || y + height > room.bottom + 0.1;
        if turn && !fresh {
            close_tear(&mut paged, &unit[0], y, &area);
            paged.pages.push(blank());
            y = area(paged.pages.len() - 1).top;
            fresh = true;
            if let Some(head) = &unit[0].repeat {
                for slab in head.iter() {
                    set_down(&mut paged, slab.clone(), &mut y, &mut fresh, &area);
                }
            }
        }
        for slab in unit {
            // A unit higher than a page is cut between its slabs after all.
            let room = area(paged.pages.len() - 1);
            if !fresh && y + slab.before + slab.height > room.bottom + 0.1 {
                close_tear(&mut paged, &slab, y, &area);
                paged.pages.push(blank());
                y = area(paged.pages.len() - 1).top;
                fresh = true;
                if let Some(head) = &slab.repeat {
                    for slab in head.iter() {
                        set_down(&mut paged, slab.clone(), &mut y, &mut fresh, &area);
                    }
                }
            }
            set_down(&mut paged, slab, &mut y, &mut fresh, &area);
        }
    }
    paged.filled = y;
    paged
}

fn close_tear(paged: &mut Paged, next: &Slab, y: f32, area: &impl Fn(usize) -> Area) {
    let page = paged.pages.len() - 1;
    if let Some(width) = next.torn {
        paged.pages[page].items.push(rule(area(page).x, y, width));
    }
}

fn rule(x: f32, y: f32, width: f32) -> Item {
    Item::Stroke { x1: x, y1: y, x2: x + width, y2: y, thick: 0.5, dash: 0.0, ink: Ink::Black }
}

fn unit_height(unit: &[Slab], fresh: bool) -> f32 {
    unit.iter().enumerate().map(|(i, s)| s.height + if i == 0 && fresh { 0.0 } else { s.before }).sum()
}

fn set_down(paged: &mut Paged, slab: Slab, y: &mut f32, fresh: &mut bool, area: &impl Fn(usize) -> Area) {
    let page = paged.pages.len() - 1;
    if *fresh {
        if let Some(width) = slab.torn {
            paged.pages[page].items.push(rule(area(page).x, *y, width));
        }
    } else {
        *y += slab.before;
    }
    *fresh = false;
    if let Some((level, title)) = slab.outline {
        paged.marks.push(Mark { level, title, page, y: *y });
    }
    place(&mut paged.pages[page].items, slab.items, area(page).x, *y);
    *y += slab.height;
}
