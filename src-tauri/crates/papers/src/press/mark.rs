//! Marks that are drawn, not set: the QR code of a page, and 演示, 草稿, 作废 across it.

use qrcode::{EcLevel, QrCode};

use crate::Error;
use crate::fonts::Face;
use crate::press::display::{Ink, Item};
use crate::press::frame::Stamp;
use crate::press::glyphs::Glyphs;

/// A QR code as rows of black.
pub(crate) fn qr(text: &str, x: f32, y: f32, side: f32, out: &mut Vec<Item>) -> Result<(), Error> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M)
        .map_err(|e| Error::TooLarge {
            what: "校验码 / the check code".into(), why: format!("二维码装不下{}个字节 / {e}", text.len())
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
                out.push(Item::Fill { x: x + unit * start as f32, y: y + unit * row as f32, w, h: unit + 0.02, ink: Ink::Black });
            } else {
                col += 1;
            }
        }
    }
    Ok(())
}

/// 演示, 草稿, 作废 across the page, as shapes under the text.
pub(crate) fn marks_under(glyphs: &Glyphs, stamp: &Stamp, (width, height): (f32, f32), out: &mut Vec<Item>) -> Result<(), Error> {
    let (text, ink) = match (&stamp.void, stamp.ghost) {
        (Some(_), _) => ("作废", Ink::Void),
        (None, Some(ghost)) => (ghost, Ink::Ghost),
        (None, None) => return Ok(()),
    };
    let size = 150.0_f32;
    let (mut rings, long) = outlines(glyphs, text, size)?;
    let (sin, cos) = 35.0_f32.to_radians().sin_cos();
    for (x, y) in rings.iter_mut().flatten() {
        let (dx, dy) = (*x - long / 2.0, *y - size * 0.38);
        let (rx, ry) = (dx * cos - dy * sin, dx * sin + dy * cos);
        *x = width / 2.0 + rx;
        *y = height / 2.0 - ry;
    }
    out.push(Item::Shape { rings, ink });
    Ok(())
}

/// A line of text as shapes, from its left end on the baseline, and how long it is.
pub(crate) fn outlines(glyphs: &Glyphs, text: &str, size: f32) -> Result<(Vec<Vec<(f32, f32)>>, f32), Error> {
    let mut rings = Vec::new();
    let mut x = 0.0;
    for ch in text.chars() {
        let glyph = glyphs.glyph(Face::Hei, ch)?;
        let face = glyphs.face(glyph.source);
        let mut pen = Pen { rings: Vec::new(), scale: size / f32::from(face.units_per_em()), dx: x, dy: 0.0 };
        face.outline_glyph(ttf_parser::GlyphId(glyph.gid), &mut pen);
        rings.append(&mut pen.rings);
        x += f32::from(glyph.width) * size / 1000.0;
    }
    Ok((rings, x))
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
        self.rings.last().and_then(|r| r.last()).copied().unwrap_or((0.0, 0.0))
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
        let (a, b, c, d) = (self.last(), self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        for i in 1..=8 {
            let t = i as f32 / 8.0;
            let u = 1.0 - t;
            let at = |a: f32, b: f32, c: f32, d: f32| u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
            self.add((at(a.0, b.0, c.0, d.0), at(a.1, b.1, c.1, d.1)));
        }
    }

    fn close(&mut self) {}
}
