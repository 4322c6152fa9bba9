//! The display list: what stands where on a page, independent of the PDF writer behind it.

/// Colours of the house. Everything is black unless an office would print it otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Ink {
    Black,
    /// The red of heads and rules.
    Red,
    /// Small print.
    Grey,
    /// Shade of table heads.
    Shade,
    /// 演示 and 草稿 under the text.
    Ghost,
    /// 作废 under the text.
    Void,
    /// Series of charts.
    Series(u8),
}

impl Ink {
    pub(crate) fn rgb(self) -> [f32; 3] {
        match self {
            Ink::Black => [0.0, 0.0, 0.0],
            Ink::Red => [0.80, 0.04, 0.06],
            Ink::Grey => [0.38, 0.38, 0.38],
            Ink::Shade => [0.945, 0.945, 0.945],
            Ink::Ghost => [0.925, 0.925, 0.925],
            Ink::Void => [1.0, 0.78, 0.78],
            Ink::Series(0) => [0.13, 0.31, 0.48],
            Ink::Series(1) => [0.55, 0.66, 0.76],
            Ink::Series(2) => [0.72, 0.45, 0.24],
            Ink::Series(3) => [0.86, 0.76, 0.56],
            Ink::Series(_) => [0.5, 0.5, 0.5],
        }
    }
}

/// A glyph of a run: `x` is its distance from the start of the run.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) gid: u16,
    pub(crate) x: f32,
    pub(crate) ch: char,
}

/// Glyphs of one font and size on one baseline.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) x: f32,
    /// Baseline.
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    /// Number of the font file.
    pub(crate) source: usize,
    pub(crate) glyphs: Vec<Placed>,
}

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pictured {
    Seal,
    Signature,
}

/// One thing on a page.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    Run(Run),
    /// A filled rectangle.
    Fill {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        ink: Ink,
    },
    /// A straight line of the given thickness; `dash` is the length of dash and gap, 0 for a solid line.
    Stroke {
        x1: f32,
        y1: f32,
        x2: f32,
        y2: f32,
        thick: f32,
        dash: f32,
        ink: Ink,
    },
    /// A filled shape of closed rings: big marks under the text, which must not be read as text.
    Shape {
        rings: Vec<Vec<(f32, f32)>>,
        ink: Ink,
    },
    /// A picture; always painted before the text, so that a seal lies under it (下套).
    Picture {
        which: Pictured,
        x: f32,
        y: f32,
        w: f32,
        h: f32,
    },
    /// A place on the page that leads to another page (counted from 0).
    Link {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        page: usize,
    },
    /// Room for a field of a form, by its number; nothing is drawn.
    Slot {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        slot: usize,
    },
    /// Until `Said`, this is what the glyphs read as, whatever the gaps between them suggest.
    Say(String),
    Said,
}

impl Item {
    /// Moves the item.
    pub(crate) fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Item::Run(run) => {
                run.x += dx;
                run.y += dy;
            }
            Item::Stroke { x1, y1, x2, y2, .. } => {
                *x1 += dx;
                *x2 += dx;
                *y1 += dy;
                *y2 += dy;
            }
            Item::Fill { x, y, .. } | Item::Picture { x, y, .. } | Item::Link { x, y, .. } | Item::Slot { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Item::Shape { rings, .. } => {
                for (x, y) in rings.iter_mut().flatten() {
                    *x += dx;
                    *y += dy;
                }
            }
            Item::Say(_) | Item::Said => {}
        }
    }
}

/// A finished page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) items: Vec<Item>,
}

/// A line of the outline (书签).
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) level: u8,
    pub(crate) title: String,
    /// Counted from 0.
    pub(crate) page: usize,
    /// From the top of the paper while pages are made, from its foot afterwards.
    pub(crate) y: f32,
}
