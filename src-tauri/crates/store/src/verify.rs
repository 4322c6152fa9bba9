//! Verifying: the proof, for a file of any age, that it is what its journal says. Pages and references, the chain, every
//! record against the last image the journal has of it, numbers, attachments by their hash, derived rows.
//!
//! It proves nothing about a file whose owner rewrote all of it; for that, hold its head against a printed one.

use crate::archive::Archive;
use crate::canonical::write_str;
use crate::chain::{Head, genesis, sha256};
use crate::journal::Stored;
use crate::notice::Notice;
use crate::reader::Reader;
use crate::{Error, schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Flaw {
    pub zh: String,
    pub en: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub ok: bool,
    pub findings: Vec<Flaw>,
    /// Head of the chain: what to compare with a printed paper.
    pub head: Head,
    pub lines: u32,
    pub records: u32,
    pub blobs: u32,
    pub blob_bytes: u64,
}

/// More flaws than this tell nothing new.
const ENOUGH: usize = 100;

/// The last image of a record: the line and the hash of the document.
type Fold = BTreeMap<(String, String), (u32, Option<String>)>;

#[derive(Deserialize)]
struct RawAfter<'a> {
    kind: String,
    id: String,
    #[serde(borrow)]
    after: &'a RawValue,
}

impl Archive {
    /// Checks everything. `progress(done, total)` counts lines, records and attachments; answering false stops.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Report, Error> {
        let mut report = self.reader.verify(progress)?;
        for notice in &self.notices {
            if matches!(notice, Notice::HeadBehind { .. } | Notice::HeadForked { .. }) {
                report.findings.push(Flaw { zh: notice.zh(), en: notice.en() });
                report.ok = false;
            }
        }
        Ok(report)
    }
}

impl Reader {
    pub(crate) fn verify(&self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Report, Error> {
        let mut work = Work { reader: self, flaws: Vec::new(), fold: Fold::new(), touched: BTreeSet::new(), done: 0, total: 0, progress };
        let head = self.try_head()?;
        let blobs = self.blobs()?;
        let mut records = 0;
        for (kind, _) in schema::KINDS {
            records += self.count(kind)?;
        }
        work.total = u64::from(head.seq) + u64::from(records) + blobs.len() as u64;

        if let Err(e) = crate::connection::whole(&self.conn) {
            work.flaw(format!("数据库页或引用不一致：{e}"), format!("Pages or references are inconsistent: {e}"));
        }
        let head = work.chain()?;
        work.touches()?;
        for (kind, _) in schema::KINDS {
            work.table(kind)?;
        }
        work.series()?;
        let blob_bytes = work.blobs(&blobs)?;
        work.named_blobs()?;
        work.projections()?;

        let mut findings = work.flaws;
        if findings.len() > ENOUGH {
            let more = findings.len() - ENOUGH;
            findings.truncate(ENOUGH);
            findings.push(Flaw { zh: format!("另有{more}处，不再列出。"), en: format!("And {more} more.") });
        }
        Ok(Report { ok: findings.is_empty(), findings, lines: head.seq, head, records, blobs: blobs.len() as u32, blob_bytes })
    }
}

/// The chain alone, from its start to its head; an error names the first broken line.
pub(crate) fn chain_of(reader: &Reader) -> Result<Head, Error> {
    let mut work =
        Work { reader, flaws: Vec::new(), fold: Fold::new(), touched: BTreeSet::new(), done: 0, total: 0, progress: &mut |_, _| true };
    let head = work.walk(false)?;
    match work.flaws.first() {
        None => Ok(head),
        Some(f) => Err(Error::damaged("日志链 / chain", format!("{} {}", f.zh, f.en))),
    }
}

struct Work<'a> {
    reader: &'a Reader,
    flaws: Vec<Flaw>,
    fold: Fold,
    touched: BTreeSet<(String, String, u32)>,
    done: u64,
    total: u64,
    progress: &'a mut dyn FnMut(u64, u64) -> bool,
}

impl Work<'_> {
    fn flaw(&mut self, zh: impl Into<String>, en: impl Into<String>) {
        self.flaws.push(Flaw { zh: zh.into(), en: en.into() });
    }

    fn step(&mut self) -> Result<(), Error> {
        self.done += 1;
        if self.done.is_multiple_of(64) && !(self.progress)(self.done, self.total) { Err(Error::Cancelled) } else { Ok(()) }
    }

    fn chain(&mut self) -> Result<Head, Error> {
        self.walk(true)
    }

    /// Every line: numbered without a gap, linked to the line before, hashing to what it says.
    fn walk(&mut self, fold: bool) -> Result<Head, Error> {
        let meta = |key: &str| -> Result<String, Error> { Ok(self.reader.meta(key)?.unwrap_or_default()) };
        let start = genesis(&self.reader.origin()?, &meta("created")?, &meta("file_id")?)?;
        if meta("genesis")? != start {
            self.flaw("档案起点与其登记的委员会、时间不符。", "The start of the chain does not match the committee and time on record.");
        }
        let mut head = Head { seq: 0, hash: start };
        let mut stmt = self.reader.conn.prepare(include_str!("sql/journal_all.sql"))?;
        let mut rows = stmt.query([])?;
        while let Some(row) = rows.next()? {
            let line = Stored::from_row(row)?;
            let n = line.seq;
            if n != head.seq + 1 {
                self.flaw(
                    format!("日志第{}条之后缺号，下一条是第{n}条。", head.seq),
                    format!("After line {} of the journal comes line {n}.", head.seq),
                );
            }
            if line.prev != head.hash {
                self.flaw(format!("日志第{n}条与前一条没有接上。"), format!("Line {n} of the journal is not linked to the line before."));
            }
            if line.linked().hash(&line.prev) != line.hash {
                self.flaw(
                    format!("日志第{n}条（{}）的内容与其散列值不符。", line.act),
                    format!("Line {n} of the journal ({}) does not hash to what it says.", line.act),
                );
            }
            if fold {
                self.fold_line(&line);
                self.step()?;
            }
            head = Head { seq: n, hash: line.hash };
        }
        Ok(head)
    }

    fn fold_line(&mut self, line: &Stored) {
        let n = line.seq;
        let images: Vec<RawAfter> = match serde_json::from_str(&line.images) {
            Ok(images) => images,
            Err(e) => return self.flaw(format!("日志第{n}条的映像无法读取：{e}"), format!("The images of line {n} cannot be read: {e}")),
        };
        for image in images {
            let text = image.after.get();
            let after = (text != "null").then(|| sha256(&[text.as_bytes()]));
            if image.kind == "series" {
                let last = |t: &str| serde_json::from_str::<Value>(t).ok().and_then(|v| v["last"].as_u64());
                let before = self
                    .fold
                    .get(&(image.kind.clone(), image.id.clone()))
                    .map_or(Some(0), |(_, d)| d.as_deref().and_then(|d| d.parse().ok()));
                if last(text) <= before {
                    self.flaw(
                        format!("号段“{}”在日志第{n}条没有递增。", image.id),
                        format!("Series “{}” does not grow in line {n}.", image.id),
                    );
                }
                // For a series the number itself is kept: it is compared with the next one.
                self.fold.insert((image.kind.clone(), image.id.clone()), (n, last(text).map(|l| l.to_string())));
            } else {
                self.fold.insert((image.kind.clone(), image.id.clone()), (n, after));
            }
            self.touched.insert((image.kind, image.id, n));
        }
    }

    /// The index by which a record's history is found.
    fn touches(&mut self) -> Result<(), Error> {
        let mut stored = BTreeSet::new();
        {
            let mut stmt = self.reader.conn.prepare(include_str!("sql/touch_all.sql"))?;
            let mut rows = stmt.query([])?;
            while let Some(r) = rows.next()? {
                stored.insert((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, u32>(2)?));
            }
        }
        let odd: Vec<_> = stored.symmetric_difference(&self.touched).cloned().collect();
        for (kind, id, n) in odd {
            self.flaw(
                format!("{kind}“{id}”与日志第{n}条的对照索引不符。"),
                format!("The index between {kind} “{id}” and line {n} is wrong."),
            );
        }
        Ok(())
    }

    /// Every record equals the last image the journal has of it, and nothing is there besides.
    fn table(&mut self, kind: &str) -> Result<(), Error> {
        let mut seen = BTreeSet::new();
        let mut stmt = self.reader.conn.prepare(&crate::reader::sql(include_str!("sql/record_all.sql"), kind)?)?;
        let mut rows = stmt.query([])?;
        while let Some(row) = rows.next()? {
            let (id, doc): (String, String) = (row.get(0)?, row.get(1)?);
            match self.fold.get(&(kind.to_owned(), id.clone())).cloned() {
                Some((_, Some(hash))) if hash == sha256(&[doc.as_bytes()]) => {}
                Some((n, Some(_))) => {
                    let (zh, en) = self.changed(kind, &id, n, &doc);
                    self.flaw(zh, en);
                }
                Some((n, None)) => self.flaw(
                    format!("{kind}“{id}”已由日志第{n}条移除，却仍在表中。"),
                    format!("{kind} “{id}” was removed by line {n} and is still in its table."),
                ),
                None => self.flaw(
                    format!("{kind}“{id}”不是由任何一条日志写入的。"),
                    format!("{kind} “{id}” was written by no line of the journal."),
                ),
            }
            seen.insert(id);
            self.step()?;
        }
        let missing: Vec<(String, u32)> = self
            .fold
            .iter()
            .filter(|((k, id), (_, after))| k == kind && after.is_some() && !seen.contains(id))
            .map(|((_, id), (n, _))| (id.clone(), *n))
            .collect();
        for (id, n) in missing {
            self.flaw(format!("{kind}“{id}”（日志第{n}条）不在表中。"), format!("{kind} “{id}” of line {n} is missing from its table."));
        }
        Ok(())
    }

    /// Names the fields in which a record differs from its image.
    fn changed(&self, kind: &str, id: &str, n: u32, doc: &str) -> (String, String) {
        let image = || -> Option<Value> {
            let filter = crate::JournalFilter { from_seq: n, limit: 1, ..crate::JournalFilter::default() };
            let line = self.reader.stored(&filter).ok()?.pop()?;
            line.after().ok()?.into_iter().find(|a| a.kind == kind && a.id == id)?.after
        };
        let (was, is) = (image().unwrap_or(Value::Null), serde_json::from_str::<Value>(doc).unwrap_or(Value::Null));
        let mut fields = Vec::new();
        differing("", &was, &is, &mut fields);
        let list: Vec<String> = fields.iter().take(3).map(|(f, a, b)| format!("{f}：{} → {}", short(a), short(b))).collect();
        let names: Vec<String> = fields.iter().take(3).map(|(f, a, b)| format!("{f}: {} → {}", short(a), short(b))).collect();
        if list.is_empty() {
            return (format!("{kind}“{id}”的文本与日志第{n}条不同。"), format!("The text of {kind} “{id}” differs from line {n}."));
        }
        (
            format!("{kind}“{id}”在日志之外被改动（第{n}条之后）：{}。", list.join("；")),
            format!("{kind} “{id}” was changed outside the journal (after line {n}): {}.", names.join("; ")),
        )
    }

    fn series(&mut self) -> Result<(), Error> {
        let stored = self.reader.series()?;
        let folded: BTreeMap<String, u32> = self
            .fold
            .iter()
            .filter(|((kind, _), _)| kind == "series")
            .map(|((_, name), (_, last))| (name.clone(), last.as_deref().and_then(|l| l.parse().ok()).unwrap_or(0)))
            .collect();
        for name in stored.keys().chain(folded.keys()).collect::<BTreeSet<_>>() {
            if stored.get(name) != folded.get(name) {
                self.flaw(
                    format!("号段“{name}”用到{}，日志记到{}。", stored.get(name).unwrap_or(&0), folded.get(name).unwrap_or(&0)),
                    format!(
                        "Series “{name}” stands at {}, the journal at {}.",
                        stored.get(name).unwrap_or(&0),
                        folded.get(name).unwrap_or(&0)
                    ),
                );
            }
        }
        Ok(())
    }

    fn blobs(&mut self, all: &[String]) -> Result<u64, Error> {
        let mut bytes = 0;
        for sha in all {
            match self.reader.blob(sha) {
                Ok(Some(b)) if sha256(&[&b]) == *sha => bytes += b.len() as u64,
                Ok(_) => {
                    self.flaw(format!("附件{sha}的内容与其散列值不符。"), format!("The bytes of attachment {sha} do not hash to its name."))
                }
                Err(e) => self.flaw(format!("附件{sha}无法读取：{e}"), format!("Attachment {sha} cannot be read: {e}")),
            }
            self.step()?;
        }
        Ok(bytes)
    }

    /// What the journal stored and what the records name must be there.
    fn named_blobs(&mut self) -> Result<(), Error> {
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        for ((kind, id), (n, _)) in &self.fold {
            if kind == "blob" {
                named.insert(id.clone(), format!("journal {n}"));
            }
        }
        {
            let mut stmt = self.reader.conn.prepare(include_str!("sql/blob_named.sql"))?;
            let mut rows = stmt.query([])?;
            while let Some(r) = rows.next()? {
                named.insert(r.get(0)?, r.get(1)?);
            }
        }
        for (sha, by) in named {
            if self.reader.blob_len(&sha)?.is_none() {
                self.flaw(format!("{by}所指的附件{sha}不在档案中。"), format!("Attachment {sha}, named by {by}, is not in the file."));
            }
        }
        Ok(())
    }

    /// Derived rows: of things that are there, and saying of them what the search is told.
    fn projections(&mut self) -> Result<(), Error> {
        let mut flaws = Vec::new();
        {
            let mut stmt = self.reader.conn.prepare(include_str!("sql/projection_strays.sql"))?;
            let mut rows = stmt.query([])?;
            while let Some(r) = rows.next()? {
                let (what, id): (String, String) = (r.get(0)?, r.get(1)?);
                flaws.push((
                    format!("派生数据与记录不符：{what} {id}。可重建。"),
                    format!("A derived row does not match the records: {what} {id}. It can be written again."),
                ));
            }
        }
        let mut stmt = self.reader.conn.prepare(include_str!("sql/case_fields.sql"))?;
        let mut rows = stmt.query([])?;
        while let Some(r) = rows.next()? {
            let fields: Vec<String> = (1..=4).map(|i| r.get(i)).collect::<Result<_, _>>()?;
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            let (text, sound) = crate::rows::find_texts(&fields);
            if r.get_ref(5)?.as_str().ok() != Some(&text) || r.get_ref(6)?.as_str().ok() != Some(&sound) {
                let id: String = r.get(0)?;
                flaws.push((
                    format!("派生数据与记录不符：case_row {id}。可重建。"),
                    format!("A derived row does not match: case_row {id}. It can be written again."),
                ));
            }
        }
        for (zh, en) in flaws {
            self.flaw(zh, en);
        }
        Ok(())
    }
}

/// The smallest places at which two values differ.
fn differing(path: &str, was: &Value, is: &Value, out: &mut Vec<(String, Value, Value)>) {
    match (was, is) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|k| !a.contains_key(*k))) {
                let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                differing(&here, a.get(key).unwrap_or(&Value::Null), b.get(key).unwrap_or(&Value::Null), out);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (x, y)) in a.iter().zip(b).enumerate() {
                differing(&format!("{path}[{i}]"), x, y, out);
            }
        }
        _ if was != is => out.push((path.to_owned(), was.clone(), is.clone())),
        _ => {}
    }
}

fn short(v: &Value) -> String {
    let text = match v {
        Value::String(s) => {
            let mut t = String::new();
            write_str(s, &mut t);
            t
        }
        v => v.to_string(),
    };
    if text.chars().count() <= 40 { text } else { text.chars().take(40).chain(['…']).collect() }
}

/// Opens a copy or a snapshot with its key for reading alone and checks everything in it.
pub(crate) fn verify_copy(
    file: &std::path::Path,
    keys: &crate::keys::Keys,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Report, Error> {
    crate::copies::look_at(file, keys)?.verify(progress)
}
