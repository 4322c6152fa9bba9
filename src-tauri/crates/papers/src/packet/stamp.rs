//! What stands on every page of a packet: the slip at its upper right corner, and the member's name pale across it.
//! The slip is text, so that a search finds the page; the name is drawn, so that taking out the text leaves it behind.

use super::Packet;
use super::front::{Front, Slip};
use super::object::{deflate, name};
use super::out::Merge;
use crate::Error;
use crate::fonts::Face;
use crate::press::block::{Align, Para, Style};
use crate::press::display::{Ink, Page};
use crate::press::glyphs::Glyphs;
use crate::press::mark::outlines;
use crate::press::para::{natural_width, set_para};
use crate::press::slab::place;
use crate::wording::chinese_date;
use std::fmt::Write as _;
use written::{Dictionary, Object, Stream};

/// Height of a slip in points.
pub(super) const HEIGHT: f32 = 13.0;

pub(super) fn stamps(glyphs: &Glyphs, front: &Front) -> Result<Vec<Slip>, Error> {
    let style = Style::new(Face::Hei, 8.0).ink(Ink::Grey);
    front
        .labels
        .iter()
        .map(|label| {
            let para = Para::new(label.as_str(), style).align(Align::Left);
            let width = natural_width(glyphs, &para)? + 8.0;
            let mut page = Page { width, height: HEIGHT, items: Vec::new() };
            for set in set_para(glyphs, &para, 10_000.0)? {
                place(&mut page.items, set.items, 4.0, 9.5);
            }
            Ok(Slip { page, width })
        })
        .collect()
}

/// The watermark as one form for all pages: 842 points square, laid over a page to its longer side.
pub(super) const SIDE: f32 = 842.0;

pub(super) fn watermark(glyphs: &Glyphs, packet: &Packet, merge: &mut Merge) -> Result<u32, Error> {
    const SIZE: f32 = 30.0;
    let drawable: String = packet.member.chars().filter(|c| glyphs.glyph(Face::Hei, *c).is_ok()).collect();
    let text = format!("{drawable} {}", chinese_date(packet.made));
    let (rings, long) = outlines(glyphs, &text, SIZE)?;
    let mut word = String::new();
    for ring in rings.iter().filter(|r| r.len() > 2) {
        for (i, (x, y)) in ring.iter().enumerate() {
            let _ = write!(word, "{x:.1} {y:.1} {} ", if i == 0 { "m" } else { "l" });
        }
        word.push_str("h ");
    }
    word.push('f');
    let pack = |bytes: &str| deflate(bytes.as_bytes()).map_err(|e| Error::Write(e.to_string()));
    let form = |bbox: [f32; 4], resources: Dictionary, content: Vec<u8>| {
        let mut dict = Dictionary::new();
        dict.set("Type", name("XObject"));
        dict.set("Subtype", name("Form"));
        dict.set("BBox", bbox.map(Object::Real).to_vec());
        dict.set("Resources", resources);
        dict.set("Filter", name("FlateDecode"));
        Stream::new(dict, content).with_compression(false)
    };
    let inner = merge.add_stream(form([0.0, -SIZE * 0.4, long, SIZE * 1.1], Dictionary::new(), pack(&word)?))?;
    let mut state = Dictionary::new();
    state.set("Type", name("ExtGState"));
    state.set("ca", Object::Real(0.09));
    let mut resources = Dictionary::new();
    resources.set("ExtGState", Dictionary::from_iter([("G", Object::Dictionary(state))]));
    resources.set("XObject", Dictionary::from_iter([("N", Object::Reference((inner, 0)))]));
    let mut tiles = String::from("/G gs 0.25 0.25 0.25 rg ");
    let (sin, cos) = 30.0_f32.to_radians().sin_cos();
    let (dx, dy) = ((long + 90.0).max(260.0), 170.0);
    let mut row = 0;
    let mut y = -200.0;
    while y < SIDE {
        let mut x = -120.0 - if row % 2 == 1 { dx / 2.0 } else { 0.0 };
        while x < SIDE {
            let _ = write!(tiles, "q {cos:.4} {sin:.4} {:.4} {cos:.4} {x:.1} {y:.1} cm /N Do Q ", -sin);
            x += dx;
        }
        y += dy;
        row += 1;
    }
    merge.add_stream(form([0.0, 0.0, SIDE, SIDE], resources, pack(&tiles)?))
}
