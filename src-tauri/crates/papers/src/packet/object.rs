//! PDF objects as bytes. The writer of the library keeps a whole document in memory; this one lets go of each object.

use std::io::{self, Write};
use written::{Dictionary, Object, StringFormat};

pub(crate) fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(v) => out.extend_from_slice(if *v { b"true" } else { b"false" }),
        Object::Integer(v) => out.extend_from_slice(v.to_string().as_bytes()),
        // Never in exponents, which PDF does not know.
        Object::Real(v) if v.is_finite() => out.extend_from_slice(v.to_string().as_bytes()),
        Object::Real(_) => out.push(b'0'),
        Object::Name(name) => write_name(out, name),
        Object::String(text, format) => write_string(out, text, format),
        Object::Array(list) => {
            out.push(b'[');
            for (i, item) in list.iter().enumerate() {
                if i > 0 {
                    out.push(b' ');
                }
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dict) => write_dict(out, dict),
        Object::Reference((number, generation)) => out.extend_from_slice(format!("{number} {generation} R").as_bytes()),
        Object::Stream(stream) => write_dict(out, &stream.dict),
    }
}

pub(crate) fn write_dict(out: &mut Vec<u8>, dict: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dict.iter() {
        write_name(out, key);
        out.push(b' ');
        write(out, value);
    }
    out.extend_from_slice(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for b in name {
        if b.is_ascii_graphic() && !b"()<>[]{}/%#".contains(b) {
            out.push(*b);
        } else {
            out.extend_from_slice(format!("#{b:02X}").as_bytes());
        }
    }
}

fn write_string(out: &mut Vec<u8>, text: &[u8], format: &StringFormat) {
    if *format == StringFormat::Hexadecimal || text.iter().any(|b| !(b.is_ascii_graphic() || *b == b' ')) {
        out.push(b'<');
        for b in text {
            out.extend_from_slice(format!("{b:02X}").as_bytes());
        }
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for b in text {
        if b"()\\".contains(b) {
            out.push(b'\\');
        }
        out.push(*b);
    }
    out.push(b')');
}

/// A text for people: ASCII or UTF-16.
pub(crate) fn text(s: &str) -> Object {
    if s.is_ascii() {
        return Object::string_literal(s);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(s.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

pub(crate) fn name(s: &str) -> Object {
    Object::Name(s.as_bytes().to_vec())
}

pub(crate) fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), flate2::Compression::new(6));
    encoder.write_all(bytes)?;
    encoder.finish()
}
