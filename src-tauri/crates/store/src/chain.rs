//! The chain: each line of the journal carries the hash of the line before, so a record of any age can be held against
//! a head printed on paper long ago. SHA-256, separated by domain; see `canonical` for the text that is hashed.
//!
//! It proves nothing against someone who rewrites the whole file and every printed head: paper is the witness.

use crate::Error;
use crate::canonical::{canonical_value, write_str};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

pub const LINE: &str = "lunshen-journal-v1\n";
pub const GENESIS: &str = "lunshen-genesis-v1\n";

/// How far the journal has got and the hash that stands for all of it (64 hex digits). Printed on issued papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub seq: u32,
    pub hash: String,
}

pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for b in bytes {
        out.push(DIGITS[usize::from(b >> 4)] as char);
        out.push(DIGITS[usize::from(b & 15)] as char);
    }
    out
}

pub fn unhex(s: &str) -> Option<Vec<u8>> {
    let b = s.as_bytes();
    if !b.len().is_multiple_of(2) {
        return None;
    }
    b.chunks(2).map(|p| Some(((p[0] as char).to_digit(16)? << 4 | (p[1] as char).to_digit(16)?) as u8)).collect()
}

pub fn sha256(parts: &[&[u8]]) -> String {
    let mut h = Sha256::new();
    for p in parts {
        h.update(p);
    }
    hex(&h.finalize())
}

/// Where the chain starts: binds who the committee is, when the file was made and which file it is.
pub fn genesis(origin: &Value, created: &str, file_id: &str) -> Result<String, Error> {
    let text = canonical_value("origin", &serde_json::json!({ "origin": origin, "created": created, "file": file_id }))?;
    Ok(sha256(&[GENESIS.as_bytes(), text.as_bytes()]))
}

/// One line as it is hashed; `body`, `reasons` and `images` are canonical already.
pub struct Linked<'a> {
    pub seq: u32,
    pub at: &'a str,
    pub by: &'a str,
    pub act: &'a str,
    pub body: &'a str,
    pub reasons: &'a str,
    pub images: &'a str,
}

impl Linked<'_> {
    pub fn hash(&self, prev: &str) -> String {
        let mut head = String::with_capacity(128);
        head.push_str("{\"act\":");
        write_str(self.act, &mut head);
        head.push_str(",\"at\":");
        write_str(self.at, &mut head);
        head.push_str(",\"body\":");
        let mut by = String::from(",\"by\":");
        write_str(self.by, &mut by);
        by.push_str(",\"images\":");
        let tail = format!(",\"seq\":{},\"v\":1}}", self.seq);
        sha256(&[
            LINE.as_bytes(),
            prev.as_bytes(),
            b"\n",
            head.as_bytes(),
            self.body.as_bytes(),
            by.as_bytes(),
            self.images.as_bytes(),
            b",\"reasons\":",
            self.reasons.as_bytes(),
            tail.as_bytes(),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_line_hashes_as_its_canonical_object_does() {
        let line =
            Linked {
                seq: 7, at: "2026-11-22T09:10:00+08:00", by: "林“\n", act: "accept", body: "{\"a\":1}", reasons: "[]", images: "[]"
            };
        let prev = "0".repeat(64);
        let whole =
            canonical_value("x", &json!({"v":1,"seq":7,"at":line.at,"by":line.by,"act":"accept","body":{"a":1},"reasons":[],"images":[]}))
                .unwrap();
        assert_eq!(line.hash(&prev), sha256(&[LINE.as_bytes(), prev.as_bytes(), b"\n", whole.as_bytes()]));
    }

    #[test]
    fn hex_both_ways() {
        assert_eq!(unhex(&hex(&[0, 1, 0xab, 0xff])).unwrap(), vec![0, 1, 0xab, 0xff]);
        assert!(unhex("0g").is_none() && unhex("0").is_none());
    }
}
