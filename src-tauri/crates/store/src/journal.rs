//! The journal: one line an act, with the act itself and the after-image of every record it touched. The tables are
//! the fold of these images; who made a line, when and for which stated reasons is in it.

use crate::Error;
use crate::canonical::{canonical_value, write_str};
use crate::chain::{Head, Linked};
use crate::reader::{Reader, decode};
use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the caller says about an act when it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The verb: `accept`, `record_vote` …
    pub act: String,
    /// The whole act.
    pub body: Value,
    pub by: String,
    pub at: DateTime<FixedOffset>,
    /// `[{ "rule": …, "reason": … }]` for each finding that was passed with a reason.
    pub reasons: Value,
}

/// What one line did to one record. `kind` may also be `series` (a number given out) or `blob` (bytes stored).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Image {
    pub kind: String,
    pub id: String,
    pub before: Option<Value>,
    /// None: the record was removed.
    pub after: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    pub seq: u32,
    pub at: DateTime<FixedOffset>,
    pub by: String,
    pub act: String,
    pub body: Value,
    pub reasons: Value,
    pub images: Vec<Image>,
    pub prev: String,
    pub hash: String,
}

#[derive(Debug, Clone, Default)]
pub struct JournalFilter {
    /// Only lines that touched this record (kind, id).
    pub record: Option<(String, String)>,
    /// First line of the page; 0 = from the start, or from the end when `newest_first`.
    pub from_seq: u32,
    /// 0 = all.
    pub limit: u32,
    pub newest_first: bool,
}

impl JournalFilter {
    /// The whole journal, in its order.
    pub fn everything() -> JournalFilter {
        JournalFilter::default()
    }
    pub fn of(kind: &str, id: &str) -> JournalFilter {
        JournalFilter { record: Some((kind.to_owned(), id.to_owned())), ..JournalFilter::default() }
    }
}

/// A line as it lies in the file.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub seq: u32,
    pub at: String,
    pub by: String,
    pub act: String,
    pub body: String,
    pub reasons: String,
    pub images: String,
    pub prev: String,
    pub hash: String,
}

#[derive(Deserialize)]
pub(crate) struct After {
    pub kind: String,
    pub id: String,
    pub after: Option<Value>,
}

impl Stored {
    pub(crate) fn from_row(r: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
        Ok(Stored {
            seq: r.get(0)?,
            at: r.get(1)?,
            by: r.get(2)?,
            act: r.get(3)?,
            body: r.get(4)?,
            reasons: r.get(5)?,
            images: r.get(6)?,
            prev: r.get(7)?,
            hash: r.get(8)?,
        })
    }
    pub(crate) fn linked(&self) -> Linked<'_> {
        Linked { seq: self.seq, at: &self.at, by: &self.by, act: &self.act, body: &self.body, reasons: &self.reasons, images: &self.images }
    }
    pub(crate) fn after(&self) -> Result<Vec<After>, Error> {
        decode("journal", &self.seq.to_string(), &self.images)
    }
}

pub(crate) fn stamp(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// The after-images of one act, as canonical documents; None = removed.
pub(crate) type Images = BTreeMap<(String, String), Option<String>>;

pub(crate) fn images_text(images: &Images) -> String {
    let mut out = String::from("[");
    for (i, ((kind, id), after)) in images.iter().enumerate() {
        out.push_str(if i > 0 { ",{\"after\":" } else { "{\"after\":" });
        out.push_str(after.as_deref().unwrap_or("null"));
        out.push_str(",\"id\":");
        write_str(id, &mut out);
        out.push_str(",\"kind\":");
        write_str(kind, &mut out);
        out.push('}');
    }
    out.push(']');
    out
}

impl Reader {
    /// Writes the line and what it touched. Inside the transaction of the act, never outside.
    pub(crate) fn append(&self, line: &Line, images: &Images) -> Result<Head, Error> {
        let prev = self.try_head()?;
        let seq = prev.seq + 1;
        let (at, body) = (stamp(line.at), canonical_value(&line.act, &line.body)?);
        let reasons = canonical_value(&line.act, &line.reasons)?;
        let images_text = images_text(images);
        let linked = Linked { seq, at: &at, by: &line.by, act: &line.act, body: &body, reasons: &reasons, images: &images_text };
        let hash = linked.hash(&prev.hash);
        self.conn.prepare_cached(include_str!("sql/journal_insert.sql"))?.execute(params![
            seq,
            at,
            line.by,
            line.act,
            body,
            reasons,
            images_text,
            prev.hash,
            hash
        ])?;
        let mut touch = self.conn.prepare_cached(include_str!("sql/journal_touch.sql"))?;
        for (kind, id) in images.keys() {
            touch.execute(params![kind, id, seq])?;
        }
        Ok(Head { seq, hash })
    }

    pub(crate) fn stored(&self, filter: &JournalFilter) -> Result<Vec<Stored>, Error> {
        let text = if filter.newest_first { include_str!("sql/journal_page_down.sql") } else { include_str!("sql/journal_page_up.sql") };
        let limit = if filter.limit == 0 { -1 } else { i64::from(filter.limit) };
        let (kind, id) = filter.record.clone().unzip();
        let mut stmt = self.conn.prepare_cached(text)?;
        let rows = stmt.query_map(params![filter.from_seq, limit, kind, id], Stored::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The lines that touched a record, in their order.
    pub fn journal_seqs(&self, kind: &str, id: &str) -> Result<Vec<u32>, Error> {
        let mut stmt = self.conn.prepare_cached(include_str!("sql/journal_seqs.sql"))?;
        let rows = stmt.query_map(params![kind, id], |r| r.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Lines of the journal with what each record was before and after.
    pub fn journal(&self, filter: JournalFilter) -> Result<Vec<Entry>, Error> {
        self.stored(&filter)?.into_iter().map(|s| self.entry(s)).collect()
    }

    fn entry(&self, s: Stored) -> Result<Entry, Error> {
        let name = s.seq.to_string();
        let mut images = Vec::new();
        for a in s.after()? {
            let before = self.image_before(&a.kind, &a.id, s.seq)?;
            images.push(Image { kind: a.kind, id: a.id, before, after: a.after });
        }
        let at = DateTime::parse_from_rfc3339(&s.at).map_err(|e| Error::Unreadable {
            kind: "journal".into(),
            id: name.clone(),
            why: e.to_string(),
        })?;
        Ok(Entry {
            seq: s.seq,
            at,
            body: decode("journal", &name, &s.body)?,
            reasons: decode("journal", &name, &s.reasons)?,
            by: s.by,
            act: s.act,
            images,
            prev: s.prev,
            hash: s.hash,
        })
    }

    fn image_before(&self, kind: &str, id: &str, seq: u32) -> Result<Option<Value>, Error> {
        let text: Option<String> =
            self.conn.prepare_cached(include_str!("sql/journal_before.sql"))?.query_row(params![kind, id, seq], |r| r.get(0)).optional()?;
        let Some(text) = text else { return Ok(None) };
        let earlier: Vec<After> = decode("journal", &format!("<{seq}"), &text)?;
        Ok(earlier.into_iter().find(|a| a.kind == kind && a.id == id).and_then(|a| a.after))
    }
}
