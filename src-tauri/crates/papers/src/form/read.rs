//! A filled copy read back. It went through somebody's viewer, or through worse: nothing in it is believed but that it holds
//! names and values, and of these no more than a form can have.

use super::{BINDING, CHECK, LONGEST};
use std::collections::{BTreeMap, BTreeSet};
use written::{Dictionary, Document, LoadOptions, Object, ObjectId};

/// No filled form is larger: what is longer is not read at all.
pub const LARGEST: u64 = 32 << 20;
/// A stream of it may not unpack to more.
const MOST_UNPACKED: usize = 64 << 20;
const MOST_FIELDS: usize = 20_000;
const DEEPEST: usize = 16;

/// What stands in the fields of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    pub binding: String,
    pub check: String,
    /// By name, those left empty among them.
    pub fields: BTreeMap<String, String>,
}

/// Why a form could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    TooLarge,
    Locked,
    /// Not a PDF, or one whose structure is lost.
    Damaged,
    /// A PDF without fields: printed into a PDF, or another file altogether.
    NoFields,
    /// A form, but not one of ours.
    Foreign,
    /// More in a field than can be typed into it; its name.
    TooLong(String),
}

/// Reads the fields of a filled copy.
pub fn read(bytes: &[u8]) -> Result<Filled, Unread> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::TooLarge);
    }
    if !crate::guard::sane(bytes) {
        return Err(Unread::Damaged);
    }
    // What the parser stumbles over so badly that it panics is damaged too.
    crate::guard::guarded(|| Ok(fields(bytes))).unwrap_or(Err(Unread::Damaged))
}

fn fields(bytes: &[u8]) -> Result<Filled, Unread> {
    let options = LoadOptions { max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
    let doc = match Document::load_mem_with_options(bytes, options) {
        Ok(doc) if doc.is_encrypted() => return Err(Unread::Locked),
        Ok(doc) => doc,
        Err(written::Error::InvalidPassword | written::Error::Decryption(_)) => return Err(Unread::Locked),
        Err(_) => return Err(Unread::Damaged),
    };
    let catalog = doc.catalog().map_err(|_| Unread::Damaged)?;
    let form = dictionary(&doc, catalog.get(b"AcroForm").ok()).ok_or(Unread::NoFields)?;
    let mut walk = Walk { doc: &doc, out: BTreeMap::new(), seen: BTreeSet::new(), count: 0 };
    walk.list(form.get(b"Fields").ok(), "", &Inherited::default(), 0)?;
    let mut out = Filled { fields: walk.out, ..Filled::default() };
    if out.fields.is_empty() {
        return Err(Unread::NoFields);
    }
    out.binding = out.fields.remove(BINDING).ok_or(Unread::Foreign)?;
    out.check = out.fields.remove(CHECK).ok_or(Unread::Foreign)?;
    if let Some((name, _)) = out.fields.iter().find(|(_, v)| v.chars().count() > LONGEST) {
        return Err(Unread::TooLong(name.clone()));
    }
    Ok(out)
}

fn dictionary<'a>(doc: &'a Document, object: Option<&'a Object>) -> Option<&'a Dictionary> {
    doc.dereference(object?).ok()?.1.as_dict().ok()
}

/// What a field has from the one above it.
#[derive(Clone, Default)]
struct Inherited<'a> {
    value: Option<&'a Object>,
    button: bool,
}

struct Walk<'a> {
    doc: &'a Document,
    out: BTreeMap<String, String>,
    seen: BTreeSet<ObjectId>,
    count: usize,
}

impl<'a> Walk<'a> {
    fn list(&mut self, list: Option<&'a Object>, above: &str, from: &Inherited<'a>, depth: usize) -> Result<(), Unread> {
        let Some(Ok((_, Object::Array(list)))) = list.map(|o| self.doc.dereference(o)) else { return Ok(()) };
        if depth > DEEPEST {
            return Err(Unread::Damaged);
        }
        for object in list {
            self.count += 1;
            if self.count > MOST_FIELDS {
                return Err(Unread::Damaged);
            }
            // A field that is its own child ends here.
            if let Ok(id) = object.as_reference()
                && !self.seen.insert(id)
            {
                continue;
            }
            if let Some(field) = dictionary(self.doc, Some(object)) {
                self.field(field, above, from, depth)?;
            }
        }
        Ok(())
    }

    fn field(&mut self, field: &'a Dictionary, above: &str, from: &Inherited<'a>, depth: usize) -> Result<(), Unread> {
        let own = field.get(b"T").ok().and_then(|t| self.text(t));
        let name = match (&own, above) {
            (None, above) => above.to_string(),
            (Some(own), "") => own.clone(),
            (Some(own), above) => format!("{above}.{own}"),
        };
        if name.chars().count() > 200 {
            return Err(Unread::Damaged);
        }
        let button = match field.get(b"FT").and_then(|o| self.doc.dereference(o)) {
            Ok((_, Object::Name(kind))) => kind == b"Btn",
            _ => from.button,
        };
        let here = Inherited { value: field.get(b"V").ok().or(from.value), button };
        if field.has(b"Kids") {
            if own.is_some() {
                self.put(&name, &here);
            }
            self.list(field.get(b"Kids").ok(), &name, &here, depth + 1)?;
        } else if own.is_some() {
            self.put(&name, &here);
        }
        // Some viewers only turn the box and forget the group's value.
        if button
            && let Ok((_, Object::Name(state))) = field.get(b"AS").and_then(|o| self.doc.dereference(o))
            && state != b"Off"
            && let Some(value) = self.out.get_mut(&name)
            && value.is_empty()
        {
            *value = String::from_utf8_lossy(state).into_owned();
        }
        Ok(())
    }

    fn put(&mut self, name: &str, here: &Inherited<'a>) {
        let value = here.value.and_then(|v| self.text(v)).unwrap_or_default();
        let value = if here.button && value == "Off" { String::new() } else { value };
        // Of two fields of one name the first stands.
        self.out.entry(name.to_string()).or_insert(value);
    }

    /// A text, a name, or a text kept as a stream. Line ends become one kind, other control characters go.
    fn text(&self, object: &Object) -> Option<String> {
        let raw = match self.doc.dereference(object).ok()?.1 {
            Object::String(bytes, _) => decode(bytes),
            Object::Name(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Object::Stream(stream) => decode(&stream.get_plain_content_with_limit(LONGEST * 4).ok()?),
            _ => return None,
        };
        let lines = raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
        Some(lines.chars().filter(|c| !c.is_control() || *c == '\n').collect())
    }
}

/// ISO 32000-1, 7.9.2.2 and, for UTF-8, ISO 32000-2.
fn decode(bytes: &[u8]) -> String {
    let units = |from: &[u8], unit: fn([u8; 2]) -> u16| -> String {
        let wide: Vec<u16> = from.chunks_exact(2).map(|c| unit([c[0], c[1]])).collect();
        String::from_utf16_lossy(&wide)
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => plain.iter().map(|b| doc_encoding(*b)).collect(),
    }
}

/// PDFDocEncoding, annex D.3.
fn doc_encoding(byte: u8) -> char {
    const LOW: [char; 8] = ['\u{2d8}', '\u{2c7}', '\u{2c6}', '\u{2d9}', '\u{2dd}', '\u{2db}', '\u{2da}', '\u{2dc}'];
    const HIGH: [char; 33] = [
        '\u{2022}', '\u{2020}', '\u{2021}', '\u{2026}', '\u{2014}', '\u{2013}', '\u{192}', '\u{2044}', '\u{2039}', '\u{203a}', '\u{2212}',
        '\u{2030}', '\u{201e}', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\u{201a}', '\u{2122}', '\u{fb01}', '\u{fb02}', '\u{141}',
        '\u{152}', '\u{160}', '\u{178}', '\u{17d}', '\u{131}', '\u{142}', '\u{153}', '\u{161}', '\u{17e}', '\u{fffd}', '\u{20ac}',
    ];
    match byte {
        0x18..=0x1f => LOW[usize::from(byte - 0x18)],
        0x80..=0xa0 => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}
