//! Blocks become slabs (pieces that are never cut), slabs become pages.
//!
//! What must stay together is glued: headings to their text, the first and last two lines of a paragraph, and a signature
//! to the text it signs, since a seal on an otherwise blank page proves nothing (GB/T 9704 7.3.5).

use crate::Error;
use crate::press::block::Block;
use crate::press::display::{Ink, Item, Mark, Page};
use crate::press::slab::{Layer, Slab, place};
use crate::press::{calendar, chart, contents, signed, table};

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
}

/// The last two pieces before a signature stay with it.
fn glue_tail(slabs: &mut [Slab]) {
    let count = slabs.len();
    for slab in &mut slabs[count.saturating_sub(2)..] {
        slab.glue = true;
    }
}

/// Where the text of a page stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
    pub(crate) width: f32,
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
