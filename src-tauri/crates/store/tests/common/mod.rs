//! Shared by the proofs: small records of two real kinds and files that open quickly.
#![allow(dead_code)]

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Archive, Cost, Error, Head, Line, Places, Record, Tx};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    pub id: String,
    pub number: String,
    pub n: u32,
}
impl Record for Thing {
    const KIND: &'static str = "case";
    fn id(&self) -> &str {
        &self.id
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub id: String,
    pub case: String,
    pub text: String,
}
impl Record for Note {
    const KIND: &'static str = "note";
    fn id(&self) -> &str {
        &self.id
    }
}

pub const PASS: &str = "伦理审查委员会的口令一二";

pub fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}
pub fn day(n: u32) -> DateTime<FixedOffset> {
    at("2026-03-05T09:00:00+08:00") + chrono::Duration::days(i64::from(n))
}
pub fn origin() -> Value {
    json!({ "name": "江州大学人工智能科技伦理委员会", "prefix": "JZU" })
}
pub fn line(act: &str, when: DateTime<FixedOffset>) -> Line {
    Line { act: act.into(), body: json!({ "act": act }), by: "林晓".into(), at: when, reasons: json!([]) }
}

pub struct Folder {
    pub dir: tempfile::TempDir,
    pub places: Places,
}
pub fn folder() -> Folder {
    let dir = tempfile::tempdir().unwrap();
    let places = Places::new(dir.path().join("档案"), dir.path().join("记号"));
    Folder { dir, places }
}
impl Folder {
    pub fn create(&self) -> (Archive, store::RecoverySheet) {
        Archive::create_at_cost(&self.places, PASS, origin(), day(0), Cost::CHEAP).unwrap()
    }
    pub fn open(&self) -> Result<Archive, Error> {
        Archive::open(&self.places, PASS, day(1))
    }
    /// The error of an opening that must fail.
    pub fn refused(&self, passphrase: &str) -> Error {
        match Archive::open(&self.places, passphrase, day(1)) {
            Err(e) => e,
            Ok(_) => panic!("opened"),
        }
    }
}

/// Registers a case with a number, an attachment and a note about it.
pub fn register(a: &mut Archive, n: u32) -> (String, Head) {
    a.write(line("register", day(n)), |tx: &mut Tx| -> Result<String, Error> {
        let id = tx.next_id("case")?;
        let no = tx.next_number("case-2026")?;
        tx.put(&Thing { id: id.clone(), number: format!("JZU-AI-2026-{no:04}"), n })?;
        let sha = tx.put_blob(format!("申请书 {n}").repeat(50).as_bytes())?;
        let note = tx.next_id("note")?;
        tx.put(&Note { id: note, case: id.clone(), text: sha })?;
        Ok(id)
    })
    .unwrap()
}
