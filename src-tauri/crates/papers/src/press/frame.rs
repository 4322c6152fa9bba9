//! The page around the text: red head and rules, page numbers, the small print at the foot, marks across the page.
//!
//! Measures are those of GB/T 9704-2012: 版心 156 × 225 mm from 28 mm left and 37 mm down, 22 lines of 28 characters;
//! letter format (10.1), minutes format (10.3), page numbers (7.5). Forms follow no standard and keep to wide margins.

use qrcode::{EcLevel, QrCode};

use crate::Error;
use crate::fonts::Face;
use crate::press::MM;
use crate::press::block::{Align, Block, Para, Style};
use crate::press::display::{Ink, Item, Mark, Page};
use crate::press::flow::{Area, Entry, Layer, Paged, paginate, place};
use crate::press::glyphs::Glyphs;
use crate::press::para::{natural_width, set_para};

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
    Minutes {
        head: String,
        number: String,
        issuer: String,
        date: String,
    },
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
        let mut under = Vec::new();
        marks_under(glyphs, &doc.stamp, (page.width, page.height), &mut under)?;
        furnish(glyphs, doc, i, total, front, &mut under)?;
        under.append(&mut page.items);
        page.items = under;
    }
    Ok(Composed {
        pages: paged.pages,
        marks: paged.marks,
        front,
    })
}

/// Letters are drawn together, within what the eye does not notice, when that spares a nearly empty last page.
fn fitted(glyphs: &Glyphs, doc: &Document) -> Result<Paged, Error> {
    let first = flow(glyphs, doc, 1.0, 2.0, &[])?;
    let room = area(&doc.frame, 1, 1.0, 2.0);
    if first.pages.len() < 2 || first.filled > room.top + (room.bottom - room.top) * 0.45 {
        return Ok(first);
    }
    for (squeeze, lead) in [(1.0, 1.0), (0.96, 1.0), (0.92, 1.0), (0.88, 1.0)] {
        let tight = flow(glyphs, doc, squeeze, lead, &[])?;
        if tight.pages.len() < first.pages.len() {
            return Ok(tight);
        }
    }
    Ok(first)
}

/// A report is laid twice: the contents need the page numbers of the first laying.
fn report(glyphs: &Glyphs, doc: &Document) -> Result<Paged, Error> {
    let blank = |marks: &[Mark], front: usize| -> Vec<Entry> {
        let number = |page: usize| {
            if page >= front {
                (page - front + 1).to_string()
            } else {
                String::new()
            }
        };
        marks
            .iter()
            .filter(|m| m.level <= 2)
            .map(|m| Entry {
                level: m.level,
                title: m.title.clone(),
                number: number(m.page),
                page: m.page,
            })
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

fn flow(
    glyphs: &Glyphs,
    doc: &Document,
    squeeze: f32,
    lead: f32,
    entries: &[Entry],
) -> Result<Paged, Error> {
    let at = |page: usize| area(&doc.frame, page, squeeze, lead);
    let full = at(1);
    let layer = Layer {
        glyphs,
        width: full.width,
        page_height: full.bottom - full.top,
        squeeze,
        entries,
    };
    let mut paged = paginate(layer.lay(&doc.blocks)?, paper(&doc.frame), at);
    if !doc.foot.is_empty() {
        foot(&layer, doc, &mut paged, at)?;
    }
    Ok(paged)
}

/// 版记 stands at the lower edge of the last page; when the text leaves no room it takes a page of its own.
fn foot(
    layer: &Layer,
    doc: &Document,
    paged: &mut Paged,
    at: impl Fn(usize) -> Area,
) -> Result<(), Error> {
    let slabs = layer.lay(&doc.foot)?;
    let height: f32 = slabs.iter().map(|s| s.height + s.before).sum();
    let last = paged.pages.len() - 1;
    let mut room = at(last);
    let mut page = last;
    if paged.filled + height > room.bottom + 0.5 {
        let (width, height) = paper(&doc.frame);
        paged.pages.push(Page {
            width,
            height,
            items: Vec::new(),
        });
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

fn paper(frame: &Frame) -> (f32, f32) {
    match frame {
        Frame::Wide => (A4.1, A4.0),
        _ => A4,
    }
}

/// Size of a red head: eye-catching, in one line of the 版心.
fn head_size(head: &str) -> f32 {
    let count = head.chars().count().max(1) as f32;
    (156.0 * MM / count).min(36.0)
}

fn area(frame: &Frame, page: usize, squeeze: f32, lead: f32) -> Area {
    let gb = Area {
        x: 28.0 * MM,
        top: 37.0 * MM,
        bottom: 262.0 * MM,
        width: 156.0 * MM,
    };
    match frame {
        Frame::Letter { head, .. } if page == 0 => Area {
            top: letter_rule(head) + 12.0 + PITCH + lead * PITCH * squeeze,
            ..gb
        },
        Frame::Minutes { head, .. } if page == 0 => Area {
            top: minutes_rule(head) + lead * PITCH * 0.75 * squeeze,
            ..gb
        },
        Frame::Letter { .. } | Frame::Minutes { .. } | Frame::Report => gb,
        Frame::Form => Area {
            x: 22.0 * MM,
            top: 20.0 * MM,
            bottom: 273.0 * MM,
            width: 166.0 * MM,
        },
        Frame::Wide => Area {
            x: 20.0 * MM,
            top: 18.0 * MM,
            bottom: 188.0 * MM,
            width: 257.0 * MM,
        },
    }
}

/// The upper red rule of a letter: four millimetres under the head, whose upper edge is 30 mm down.
fn letter_rule(head: &str) -> f32 {
    30.0 * MM + head_size(head) + 4.0 * MM
}

/// The red rule of minutes: under head, number and the line with issuer and date.
fn minutes_rule(head: &str) -> f32 {
    (37.0 + 18.0) * MM + head_size(head) + 2.0 * PITCH + 4.0 * MM
}

/// Things around the text.
fn furnish(
    glyphs: &Glyphs,
    doc: &Document,
    page: usize,
    total: usize,
    front: usize,
    out: &mut Vec<Item>,
) -> Result<(), Error> {
    let (width, height) = paper(&doc.frame);
    let red = |y: f32, x: f32, w: f32, thick: f32| Item::Stroke {
        x1: x,
        y1: y,
        x2: x + w,
        y2: y,
        thick,
        dash: 0.0,
        ink: Ink::Red,
    };
    let put = |out: &mut Vec<Item>,
               text: &str,
               style: Style,
               x: f32,
               base: f32,
               w: f32,
               align: Align|
     -> Result<(), Error> {
        for set in set_para(glyphs, &Para::new(text, style).align(align), w)? {
            place(out, set.items, x, base);
        }
        Ok(())
    };
    let gb_number = |out: &mut Vec<Item>, shown: usize| -> Result<(), Error> {
        // 4号半角宋体, dashes at both sides, 7 mm under the 版心; odd pages right, even pages left, one character in.
        let text = format!("— {shown} —");
        let style = Style::new(Face::Song, 14.0);
        let align = if shown % 2 == 1 {
            Align::Right
        } else {
            Align::Left
        };
        put(
            out,
            &text,
            style,
            28.0 * MM + 14.0,
            (262.0 + 7.0) * MM + 12.0,
            156.0 * MM - 28.0,
            align,
        )
    };
    match &doc.frame {
        Frame::Letter { head, number } => {
            if page == 0 {
                let size = head_size(head);
                let rule = letter_rule(head);
                put(
                    out,
                    head,
                    Style::new(Face::Title, size).ink(Ink::Red),
                    20.0 * MM,
                    30.0 * MM + size * 0.88,
                    170.0 * MM,
                    Align::Centre,
                )?;
                let x = 20.0 * MM;
                out.push(red(rule + 1.1, x, 170.0 * MM, 2.2));
                out.push(red(rule + 4.0, x, 170.0 * MM, 0.7));
                let low = height - 20.0 * MM;
                out.push(red(low - 4.0, x, 170.0 * MM, 0.7));
                out.push(red(low - 1.1, x, 170.0 * MM, 2.2));
                let style = Style::new(Face::Fang, BODY);
                put(
                    out,
                    number,
                    style,
                    28.0 * MM,
                    rule + 12.0 + PITCH * 0.5 + BODY * 0.36,
                    156.0 * MM,
                    Align::Right,
                )?;
            } else {
                gb_number(out, page + 1)?;
            }
        }
        Frame::Minutes {
            head,
            number,
            issuer,
            date,
        } => {
            if page == 0 {
                let size = head_size(head);
                let top = (37.0 + 18.0) * MM;
                put(
                    out,
                    head,
                    Style::new(Face::Title, size).ink(Ink::Red),
                    20.0 * MM,
                    top + size * 0.88,
                    170.0 * MM,
                    Align::Centre,
                )?;
                let style = Style::new(Face::Fang, BODY);
                let base = top + size + PITCH * 0.5 + BODY * 0.36 + 2.0 * MM;
                put(
                    out,
                    number,
                    style,
                    28.0 * MM,
                    base,
                    156.0 * MM,
                    Align::Centre,
                )?;
                put(
                    out,
                    issuer,
                    style,
                    28.0 * MM + BODY,
                    base + PITCH,
                    156.0 * MM - 2.0 * BODY,
                    Align::Left,
                )?;
                put(
                    out,
                    date,
                    style,
                    28.0 * MM + BODY,
                    base + PITCH,
                    156.0 * MM - 2.0 * BODY,
                    Align::Right,
                )?;
                out.push(red(minutes_rule(head), 28.0 * MM, 156.0 * MM, 1.6));
            }
            gb_number(out, page + 1)?;
        }
        Frame::Report => {
            if page >= front {
                gb_number(out, page - front + 1)?;
            }
        }
        Frame::Form | Frame::Wide => {
            let text = format!("第{}页，共{total}页", page + 1);
            let edge = if matches!(doc.frame, Frame::Wide) {
                20.0 * MM
            } else {
                22.0 * MM
            };
            put(
                out,
                &text,
                Style::new(Face::Song, 9.0),
                edge,
                height - 11.0 * MM,
                width - 2.0 * edge,
                Align::Right,
            )?;
        }
    }
    small_print(glyphs, doc, page, total, out)
}

/// Check code with its QR code, and the head of the journal at the moment of issue.
fn small_print(
    glyphs: &Glyphs,
    doc: &Document,
    page: usize,
    total: usize,
    out: &mut Vec<Item>,
) -> Result<(), Error> {
    let (width, height) = paper(&doc.frame);
    let edge = 20.0 * MM;
    let mut x = edge;
    let style = Style::new(Face::Song, 6.5).ink(Ink::Grey);
    let put = |out: &mut Vec<Item>, text: &str, x: f32, base: f32, w: f32| -> Result<(), Error> {
        for set in set_para(glyphs, &Para::new(text, style).align(Align::Left), w)? {
            place(out, set.items, x, base);
        }
        Ok(())
    };
    if let Some(code) = &doc.stamp.check_code {
        let side = 11.5 * MM;
        let top = height - 18.0 * MM;
        qr(&scan_text(code, page + 1, total), x, top, side, out)?;
        x += side + 2.0 * MM;
        let paged = matches!(doc.frame, Frame::Form | Frame::Wide);
        let text = if paged {
            format!("校验码 {code}")
        } else {
            format!("校验码 {code}　第{}页，共{total}页", page + 1)
        };
        put(out, &text, x, height - 12.6 * MM, width - x - edge)?;
    }
    if let Some((line, head)) = &doc.stamp.journal {
        put(
            out,
            &format!("日志第{line}条 {head}"),
            x,
            height - 9.2 * MM,
            width - x - edge,
        )?;
    }
    if let Some(why) = &doc.stamp.void {
        let style = Style::new(Face::Hei, 11.0).ink(Ink::Red);
        let text = if why.is_empty() {
            "本件已作废".to_string()
        } else {
            format!("本件已作废：{why}")
        };
        let para = Para::new(text, style).align(Align::Centre);
        for (i, set) in set_para(glyphs, &para, width - 2.0 * edge)?
            .into_iter()
            .enumerate()
        {
            place(out, set.items, edge, 12.0 * MM + 14.0 * i as f32);
        }
    }
    Ok(())
}

/// What the QR code of a page says: the product, the code, the page and of how many.
pub(crate) fn scan_text(code: &str, page: usize, total: usize) -> String {
    format!("LS:{code}:{page}/{total}")
}

fn qr(text: &str, x: f32, y: f32, side: f32, out: &mut Vec<Item>) -> Result<(), Error> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).map_err(|e| {
        Error::TooLarge {
            what: "校验码 / the check code".into(),
            why: format!("二维码装不下{}个字节 / {e}", text.len()),
        }
    })?;
    let count = code.width();
    let unit = side / count as f32;
    let colors = code.to_colors();
    for row in 0..count {
        let mut col = 0;
        while col < count {
            let start = col;
            while col < count && colors[row * count + col] == qrcode::Color::Dark {
                col += 1;
            }
            if col > start {
                let w = unit * (col - start) as f32;
                out.push(Item::Fill {
                    x: x + unit * start as f32,
                    y: y + unit * row as f32,
                    w,
                    h: unit + 0.02,
                    ink: Ink::Black,
                });
            } else {
                col += 1;
            }
        }
    }
    Ok(())
}

/// 演示, 草稿, 作废 across the page, as shapes under the text.
fn marks_under(
    glyphs: &Glyphs,
    stamp: &Stamp,
    (width, height): (f32, f32),
    out: &mut Vec<Item>,
) -> Result<(), Error> {
    let (text, ink) = match (&stamp.void, stamp.ghost) {
        (Some(_), _) => ("作废", Ink::Void),
        (None, Some(ghost)) => (ghost, Ink::Ghost),
        (None, None) => return Ok(()),
    };
    let size = 150.0_f32;
    let para = Para::new(text, Style::new(Face::Hei, size));
    let long = natural_width(glyphs, &para)?;
    let (sin, cos) = 35.0_f32.to_radians().sin_cos();
    let mut rings = Vec::new();
    let mut x = -long / 2.0;
    for ch in text.chars() {
        let glyph = glyphs.glyph(Face::Hei, ch)?;
        let face = glyphs.face(glyph.source);
        let mut pen = Pen {
            rings: Vec::new(),
            scale: size / f32::from(face.units_per_em()),
            dx: x,
            dy: -size * 0.38,
        };
        face.outline_glyph(ttf_parser::GlyphId(glyph.gid), &mut pen);
        rings.append(&mut pen.rings);
        x += f32::from(glyph.width) * size / 1000.0;
    }
    for (x, y) in rings.iter_mut().flatten() {
        let (rx, ry) = (*x * cos - *y * sin, *x * sin + *y * cos);
        *x = width / 2.0 + rx;
        *y = height / 2.0 - ry;
    }
    out.push(Item::Shape { rings, ink });
    Ok(())
}

/// Takes outlines as polygons fine enough for a mark under the text.
struct Pen {
    rings: Vec<Vec<(f32, f32)>>,
    scale: f32,
    dx: f32,
    dy: f32,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        (x * self.scale + self.dx, y * self.scale + self.dy)
    }

    fn last(&self) -> (f32, f32) {
        self.rings
            .last()
            .and_then(|r| r.last())
            .copied()
            .unwrap_or((0.0, 0.0))
    }

    fn add(&mut self, p: (f32, f32)) {
        if let Some(ring) = self.rings.last_mut() {
            ring.push(p);
        }
    }
}

impl ttf_parser::OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let p = self.point(x, y);
        self.rings.push(vec![p]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let p = self.point(x, y);
        self.add(p);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (a, b, c) = (self.last(), self.point(x1, y1), self.point(x, y));
        for i in 1..=6 {
            let t = i as f32 / 6.0;
            let u = 1.0 - t;
            let at = |a: f32, b: f32, c: f32| u * u * a + 2.0 * u * t * b + t * t * c;
            self.add((at(a.0, b.0, c.0), at(a.1, b.1, c.1)));
        }
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (a, b, c, d) = (
            self.last(),
            self.point(x1, y1),
            self.point(x2, y2),
            self.point(x, y),
        );
        for i in 1..=8 {
            let t = i as f32 / 8.0;
            let u = 1.0 - t;
            let at = |a: f32, b: f32, c: f32, d: f32| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            self.add((at(a.0, b.0, c.0, d.0), at(a.1, b.1, c.1, d.1)));
        }
    }

    fn close(&mut self) {}
}
