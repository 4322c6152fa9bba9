//! The face in which fields are filled in: every character of GB/T 2312, and those the form itself shows, so that a viewer
//! without Chinese fonts shows and prints what was typed. A code is the character's number in Unicode, which is what a
//! viewer has in hand when somebody types.

use crate::Error;
use crate::fonts::Face;
use crate::packet::object::{deflate, name};
use crate::press::glyphs::Glyphs;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use written::{Dictionary, Document, Object, ObjectId, Stream};

/// What of the basic plane a field can show: ASCII, the signs and the 6763 characters of GB/T 2312, what else is asked for.
fn characters(more: &str) -> BTreeSet<char> {
    let mut out: BTreeSet<char> = (' '..='~').chain(more.chars()).collect();
    for row in (0xa1..=0xa9u8).chain(0xb0..=0xf7) {
        for cell in 0xa1..=0xfeu8 {
            let pair = [row, cell];
            let (text, _) = encoding_rs::GBK.decode_without_bom_handling(&pair);
            out.extend(text.chars().filter(|c| *c != char::REPLACEMENT_CHARACTER));
        }
    }
    out.into_iter().filter(|c| !c.is_control() && u32::from(*c) <= 0xffff).collect()
}

/// Puts the font into the file. `more` are characters that must be in it if a face has them.
pub(super) fn put(glyphs: &Glyphs, doc: &mut Document, more: &str) -> Result<ObjectId, Error> {
    let source = glyphs.glyph(Face::Hei, '审')?.source;
    let file = &glyphs.fonts.sources()[source];
    let mut remap = subsetter::GlyphRemapper::new();
    let mut codes: BTreeMap<u16, (u16, u16)> = BTreeMap::new();
    for ch in characters(more) {
        let Some(glyph) = glyphs.glyph(Face::Hei, ch).ok().filter(|g| g.source == source) else { continue };
        codes.insert(u32::from(ch) as u16, (remap.remap(glyph.gid), glyph.width));
    }
    let broken = |why: String| Error::BrokenFont { file: file.file.clone(), why };
    let bytes = subsetter::subset(file.bytes(), file.index, &remap).map_err(|e| broken(e.to_string()))?;
    let face = glyphs.face(source);
    let upm = f32::from(face.units_per_em());
    let mill = |v: i16| Object::Integer((f32::from(v) * 1000.0 / upm).round() as i64);
    let bounds = face.global_bounding_box();
    let packed = |dict: Dictionary, bytes: &[u8]| -> Result<Stream, Error> {
        let mut dict = dict;
        dict.set("Filter", name("FlateDecode"));
        Ok(Stream::new(dict, deflate(bytes).map_err(|e| Error::Write(e.to_string()))?).with_compression(false))
    };
    const NAME: &str = "LUNSHN+FormHei";
    let file = packed(Dictionary::from_iter([("Length1", Object::Integer(bytes.len() as i64))]), &bytes)?;
    let file = doc.add_object(file);
    let mut descriptor = Dictionary::new();
    descriptor.set("Type", name("FontDescriptor"));
    descriptor.set("FontName", name(NAME));
    descriptor.set("Flags", 4);
    descriptor.set("FontBBox", vec![mill(bounds.x_min), mill(bounds.y_min), mill(bounds.x_max), mill(bounds.y_max)]);
    descriptor.set("ItalicAngle", 0);
    descriptor.set("Ascent", mill(face.ascender()));
    descriptor.set("Descent", mill(face.descender()));
    descriptor.set("CapHeight", mill(face.capital_height().unwrap_or(face.ascender())));
    descriptor.set("StemV", 90);
    descriptor.set("FontFile2", file);
    let descriptor = doc.add_object(descriptor);
    let mut map = vec![0u8; 0x2_0000];
    for (code, (gid, _)) in &codes {
        map[usize::from(*code) * 2..usize::from(*code) * 2 + 2].copy_from_slice(&gid.to_be_bytes());
    }
    let map = packed(Dictionary::new(), &map)?;
    let map = doc.add_object(map);
    let mut cid = Dictionary::new();
    cid.set("Type", name("Font"));
    cid.set("Subtype", name("CIDFontType2"));
    cid.set("BaseFont", name(NAME));
    let mut system = Dictionary::new();
    system.set("Registry", Object::string_literal("Adobe"));
    system.set("Ordering", Object::string_literal("Identity"));
    system.set("Supplement", 0);
    cid.set("CIDSystemInfo", system);
    cid.set("FontDescriptor", descriptor);
    cid.set("DW", 1000);
    cid.set("W", widths(&codes));
    cid.set("CIDToGIDMap", map);
    let cid = doc.add_object(cid);
    let unicode = packed(Dictionary::new(), identity().as_bytes())?;
    let unicode = doc.add_object(unicode);
    let mut font = Dictionary::new();
    font.set("Type", name("Font"));
    font.set("Subtype", name("Type0"));
    font.set("BaseFont", name(NAME));
    font.set("Encoding", name("Identity-H"));
    font.set("DescendantFonts", vec![Object::Reference(cid)]);
    font.set("ToUnicode", unicode);
    Ok(doc.add_object(font))
}

/// Widths that are not a full square, in runs of neighbouring codes.
fn widths(codes: &BTreeMap<u16, (u16, u16)>) -> Vec<Object> {
    let mut out: Vec<Object> = Vec::new();
    let mut run: (u16, Vec<Object>) = (0, Vec::new());
    for (code, (_, width)) in codes.iter().filter(|(_, (_, w))| *w != 1000) {
        if !run.1.is_empty() && usize::from(run.0) + run.1.len() != usize::from(*code) {
            out.extend([Object::Integer(run.0.into()), Object::Array(std::mem::take(&mut run.1))]);
        }
        if run.1.is_empty() {
            run.0 = *code;
        }
        run.1.push(Object::Integer((*width).into()));
    }
    if !run.1.is_empty() {
        out.extend([Object::Integer(run.0.into()), Object::Array(run.1)]);
    }
    out
}

/// Every code means itself.
fn identity() -> String {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) \
         /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n\
         endcodespacerange\n",
    );
    let rows: Vec<u32> = (0..=0xffu32).filter(|r| !(0xd8..=0xdf).contains(r)).collect();
    for part in rows.chunks(100) {
        let _ = writeln!(out, "{} beginbfrange", part.len());
        for row in part {
            let _ = writeln!(out, "<{row:02X}00> <{row:02X}FF> <{row:02X}00>");
        }
        out.push_str("endbfrange\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}
