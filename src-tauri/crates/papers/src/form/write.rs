//! Fields as objects of the file: each with its looks drawn, so that no viewer has to make them before the form can be seen,
//! and with the font it is filled in.

use super::face;
use super::field::{Field, Kind, Place};
use super::{BINDING, CHECK, Form};
use crate::packet::object::{name, text};
use crate::press::glyphs::Glyphs;
use crate::press::write::hex;
use crate::sheet::Pdf;
use crate::{Error, fonts::Face};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use written::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};

/// Type in lines and in areas.
const LINE: f32 = 10.5;
const AREA: f32 = 9.0;
/// Flags of fields: ISO 32000-1, tables 221, 226, 228, 230.
const READ_ONLY: i64 = 1;
const MULTILINE: i64 = 1 << 12;
const NO_SPELL_CHECK: i64 = 1 << 22;
const RADIO: i64 = 1 << 15;
const COMBO: i64 = 1 << 17;
/// Flags of annotations: hidden; printed.
const HIDDEN: i64 = 2;
const PRINT: i64 = 4;

fn dict_of<V: Into<Object>, const N: usize>(pairs: [(&str, V); N]) -> Dictionary {
    pairs.into_iter().map(|(k, v)| (k, v.into())).collect()
}

struct Writer {
    doc: Document,
    font: ObjectId,
    pages: Vec<ObjectId>,
    /// Widgets of each page, in the order of the fields.
    widgets: Vec<Vec<Object>>,
    fields: Vec<Object>,
}

/// The finished pages with fields laid over them.
pub(super) fn with_fields(glyphs: &Glyphs, form: &Form, pdf: Pdf, fields: &[Field], places: &[Place]) -> Result<Pdf, Error> {
    let failed = |e: written::Error| Error::Write(e.to_string());
    let mut doc = Document::load_mem(&pdf.bytes).map_err(failed)?;
    let pages: Vec<ObjectId> = doc.page_iter().collect();
    let shown: String = fields
        .iter()
        .flat_map(|f| match &f.kind {
            Kind::List(options) => options.iter().flat_map(|o| o.chars()).chain(f.value.chars()).collect::<Vec<_>>(),
            _ => f.value.chars().collect(),
        })
        .collect();
    let font = face::put(glyphs, &mut doc, &shown)?;
    let mut writer = Writer { doc, font, widgets: vec![Vec::new(); pages.len()], pages, fields: Vec::new() };
    let mut groups: BTreeMap<&str, (ObjectId, Vec<Object>)> = BTreeMap::new();
    for (field, place) in fields.iter().zip(places) {
        match &field.kind {
            Kind::Choice(value) => {
                let parent = match groups.get(field.name.as_str()) {
                    Some((id, _)) => *id,
                    None => {
                        let id = writer.doc.new_object_id();
                        writer.fields.push(id.into());
                        groups.insert(&field.name, (id, Vec::new()));
                        id
                    }
                };
                let widget = writer.button(field, place, value, Some(parent));
                if let Some((_, kids)) = groups.get_mut(field.name.as_str()) {
                    kids.push(widget.into());
                }
            }
            Kind::Tick => {
                let widget = writer.button(field, place, "1", None);
                writer.fields.push(widget.into());
            }
            Kind::Line | Kind::Lines | Kind::List(_) => {
                let widget = writer.words(glyphs, field, place)?;
                writer.fields.push(widget.into());
            }
        }
    }
    for (group, (id, kids)) in groups {
        let mut dict = Dictionary::new();
        dict.set("FT", name("Btn"));
        dict.set("Ff", RADIO);
        dict.set("T", text(group));
        dict.set("V", name("Off"));
        dict.set("Kids", kids);
        writer.doc.objects.insert(id, Object::Dictionary(dict));
    }
    for (key, value) in [(BINDING, &form.binding), (CHECK, &form.check)] {
        writer.hidden(key, value);
    }
    writer.finish(form)
}

impl Writer {
    fn annotation(&self, field: &Field, place: &Place) -> Dictionary {
        let mut dict = Dictionary::new();
        dict.set("Type", name("Annot"));
        dict.set("Subtype", name("Widget"));
        dict.set("Rect", place.rect.map(Object::Real).to_vec());
        dict.set("F", PRINT);
        dict.set("P", self.pages[place.page]);
        dict.set("TU", text(&field.tip));
        dict
    }

    fn look(&mut self, size: (f32, f32), content: String, resources: Dictionary) -> ObjectId {
        let mut dict = Dictionary::new();
        dict.set("Type", name("XObject"));
        dict.set("Subtype", name("Form"));
        dict.set("BBox", [0.0, 0.0, size.0, size.1].map(Object::Real).to_vec());
        dict.set("Resources", resources);
        self.doc.add_object(Stream::new(dict, content.into_bytes()).with_compression(false))
    }

    /// A box in the middle of its cell, with its mark drawn.
    fn button(&mut self, field: &Field, place: &Place, value: &str, parent: Option<ObjectId>) -> ObjectId {
        const SIDE: f32 = 12.0;
        let [x0, y0, x1, y1] = place.rect;
        let (x, y) = ((x0 + x1 - SIDE) / 2.0, (y0 + y1 - SIDE) / 2.0);
        let place = Place { rect: [x, y, x + SIDE, y + SIDE], ..*place };
        let frame = "0.25 G 0.8 w 1 G 1 g 0.4 0.4 11.2 11.2 re f 0.25 G 0.4 0.4 11.2 11.2 re S\n";
        let mark = "0.05 0.2 0.55 RG 1.7 w 1 J 1 j 2.6 6.2 m 5 3.2 l 9.6 9.2 l S\n";
        let off = self.look((SIDE, SIDE), frame.into(), Dictionary::new());
        let on = self.look((SIDE, SIDE), format!("{frame}{mark}"), Dictionary::new());
        let mut dict = self.annotation(field, &place);
        dict.set("AP", dict_of([("N", Object::Dictionary(dict_of([(value, on), ("Off", off)])))]));
        dict.set("AS", name("Off"));
        let mut colours = Dictionary::new();
        colours.set("CA", Object::string_literal("4")); // a tick, for viewers that draw their own
        colours.set("BC", vec![Object::Real(0.25)]);
        colours.set("BG", vec![Object::Integer(1)]);
        dict.set("MK", colours);
        dict.set("BS", dict_of([("W", Object::Real(0.8)), ("S", name("S"))]));
        dict.set("DA", Object::string_literal("/ZaDb 0 Tf 0.05 0.2 0.55 rg"));
        match parent {
            Some(parent) => dict.set("Parent", parent),
            None => {
                dict.set("FT", name("Btn"));
                dict.set("T", text(&field.name));
                dict.set("V", name("Off"));
            }
        }
        let id = self.doc.add_object(dict);
        self.widgets[place.page].push(id.into());
        id
    }

    /// A line, an area or a list.
    fn words(&mut self, glyphs: &Glyphs, field: &Field, place: &Place) -> Result<ObjectId, Error> {
        let [x0, y0, x1, y1] = place.rect;
        let place = Place { rect: [x0 + 1.0, y0 + 1.0, x1 - 1.0, y1 - 1.0], ..*place };
        let (w, h) = (x1 - x0 - 2.0, y1 - y0 - 2.0);
        let size = if field.kind == Kind::Line { LINE } else { AREA };
        let mut flags = NO_SPELL_CHECK + if field.fixed { READ_ONLY } else { 0 };
        let mut dict = self.annotation(field, &place);
        dict.set("T", text(&field.name));
        dict.set("V", text(&field.value));
        dict.set("DA", Object::string_literal(format!("/LsF {size} Tf 0.05 0.2 0.55 rg")));
        match &field.kind {
            Kind::List(options) => {
                flags += COMBO;
                dict.set("FT", name("Ch"));
                let pair = |(i, o): (usize, &String)| {
                    let number = (i + 1).to_string();
                    Object::Array(vec![text(&number), text(&format!("{number} {o}"))])
                };
                let none = Object::Array(vec![text(""), text("")]);
                dict.set("Opt", [none].into_iter().chain(options.iter().enumerate().map(pair)).collect::<Vec<_>>());
            }
            kind => {
                dict.set("FT", name("Tx"));
                dict.set("MaxLen", super::LONGEST as i64);
                if *kind == Kind::Lines {
                    flags += MULTILINE;
                }
            }
        }
        dict.set("Ff", flags);
        // What can be written on stands out a little, also on paper.
        let ground = if field.fixed { "" } else { "0.94 0.96 0.99 rg " };
        let mut content = format!("{ground}0 0 {w:.2} {h:.2} re {}\n/Tx BMC\n", if field.fixed { "n" } else { "f" });
        let mut resources = Dictionary::new();
        if !field.value.is_empty() {
            let codes: String = field.value.encode_utf16().map(|c| format!("{c:04X}")).collect();
            let base = (h - size) / 2.0 + size * 0.16;
            content.push_str(&format!("q BT /LsF {size} Tf 0 g 3 {base:.2} Td <{codes}> Tj ET Q\n"));
            resources.set("Font", dict_of([("LsF", self.font)]));
            // A name the form's font lacks would be shown as nothing.
            if let Some(ch) = field.value.chars().find(|c| glyphs.glyph(Face::Hei, *c).is_err()) {
                return Err(Error::MissingGlyph { character: ch, code: u32::from(ch) });
            }
        }
        content.push_str("EMC\n");
        let look = self.look((w, h), content, resources);
        dict.set("AP", dict_of([("N", look)]));
        if !field.fixed {
            let ground = [0.94, 0.96, 0.99].map(Object::Real).to_vec();
            dict.set("MK", dict_of([("BG", ground)]));
        }
        let id = self.doc.add_object(dict);
        self.widgets[place.page].push(id.into());
        Ok(id)
    }

    /// What the form was made for. A viewer keeps it and shows it to nobody.
    fn hidden(&mut self, key: &str, value: &str) {
        let look = self.look((0.0, 0.0), String::new(), Dictionary::new());
        let mut dict = Dictionary::new();
        dict.set("Type", name("Annot"));
        dict.set("Subtype", name("Widget"));
        dict.set("FT", name("Tx"));
        dict.set("T", text(key));
        dict.set("V", text(value));
        dict.set("DA", Object::string_literal(format!("/LsF {AREA} Tf 0 g")));
        dict.set("Ff", READ_ONLY);
        dict.set("F", HIDDEN);
        dict.set("Rect", vec![Object::Integer(0); 4]);
        dict.set("P", self.pages[0]);
        dict.set("AP", dict_of([("N", look)]));
        let id = self.doc.add_object(dict);
        self.widgets[0].push(id.into());
        self.fields.push(id.into());
    }

    fn finish(mut self, form: &Form) -> Result<Pdf, Error> {
        let failed = |e: written::Error| Error::Write(e.to_string());
        for (page, widgets) in self.pages.iter().zip(std::mem::take(&mut self.widgets)) {
            let dict = self.doc.get_object_mut(*page).and_then(Object::as_dict_mut).map_err(failed)?;
            dict.set("Annots", widgets);
            dict.set("Tabs", name("R"));
        }
        let mut dingbats = Dictionary::new();
        for (key, value) in [("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "ZapfDingbats")] {
            dingbats.set(key, name(value));
        }
        let dingbats = self.doc.add_object(dingbats);
        let fonts = dict_of([("LsF", self.font), ("ZaDb", dingbats)]);
        let mut acro = Dictionary::new();
        acro.set("Fields", std::mem::take(&mut self.fields));
        acro.set("DR", dict_of([("Font", Object::Dictionary(fonts))]));
        acro.set("DA", Object::string_literal(format!("/LsF {AREA} Tf 0 g")));
        let acro = self.doc.add_object(acro);
        let catalog = self.doc.catalog_mut().map_err(failed)?;
        catalog.set("AcroForm", acro);
        // Meant to be changed: it is no paper for the archive and does not claim to be.
        catalog.remove(b"OutputIntents");
        let metadata = catalog.remove(b"Metadata").and_then(|m| m.as_reference().ok());
        if let Some(id) = metadata {
            self.doc.objects.remove(&id);
        }
        self.doc.prune_objects();
        let id = Sha256::digest(format!("{}\0{}", form.check, form.binding));
        let id = Object::String(id[..16].to_vec(), StringFormat::Hexadecimal);
        self.doc.trailer.set("ID", vec![id.clone(), id]);
        self.doc.renumber_objects();
        let mut bytes = Vec::new();
        self.doc.save_to(&mut bytes).map_err(|e| Error::Write(e.to_string()))?;
        let sha256 = hex(&Sha256::digest(&bytes));
        Ok(Pdf { bytes, pages: u32::try_from(self.pages.len()).unwrap_or(u32::MAX), sha256 })
    }
}
