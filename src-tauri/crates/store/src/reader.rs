//! Reading: records by kind and id, the journal, attachments, numbers. Everything here is also there inside a
//! transaction (`Tx` derefs to it), so that an act sees its own writes.

use crate::chain::Head;
use crate::schema;
use crate::texts::Texts;
use crate::{Error, Record};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub struct Reader {
    pub(crate) conn: Connection,
    /// Generated columns by kind: the only ones a caller may name.
    columns: BTreeMap<String, BTreeSet<String>>,
    pub(crate) texts: Texts,
}

impl Reader {
    pub(crate) fn new(conn: Connection) -> Result<Reader, Error> {
        conn.set_prepared_statement_cache_capacity(256);
        let mut columns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        {
            let mut stmt = conn.prepare(include_str!("sql/columns.sql"))?;
            let mut rows = stmt.query([])?;
            while let Some(row) = rows.next()? {
                columns.entry(row.get(0)?).or_default().insert(row.get(1)?);
            }
        }
        let texts = Texts::default();
        texts.install(&conn)?;
        Ok(Reader { conn, columns, texts })
    }

    pub fn get<T: Record>(&self, id: &str) -> Result<Option<T>, Error> {
        self.doc(T::KIND, id)?.map(|doc| decode(T::KIND, id, &doc)).transpose()
    }

    /// As `get`, but not being there is an error that names what was asked for.
    pub fn need<T: Record>(&self, id: &str) -> Result<T, Error> {
        self.get(id)?.ok_or_else(|| Error::NotFound { kind: T::KIND.to_owned(), id: id.to_owned() })
    }

    /// All records of a kind, in the order of their ids (c2 before c10).
    pub fn all<T: Record>(&self) -> Result<Vec<T>, Error> {
        let mut stmt = self.conn.prepare_cached(&sql(include_str!("sql/record_all.sql"), T::KIND)?)?;
        let mut rows = stmt.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(decode(T::KIND, row.get_ref(0)?.as_str().unwrap_or(""), row.get_ref(1)?.as_str().unwrap_or(""))?);
        }
        Ok(out)
    }

    /// Records whose generated column has this value. Columns are those of the schema; any other name is refused.
    pub fn where_<T: Record>(&self, column: &str, value: &str) -> Result<Vec<T>, Error> {
        let kind = schema::known(T::KIND)?;
        if !self.columns.get(kind).is_some_and(|c| c.contains(column)) {
            return Err(Error::UnknownColumn { kind: kind.to_owned(), column: column.to_owned() });
        }
        let text = sql(include_str!("sql/record_where.sql"), kind)?.replace("{column}", column);
        let mut stmt = self.conn.prepare_cached(&text)?;
        let mut rows = stmt.query([value])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(decode(kind, row.get_ref(0)?.as_str().unwrap_or(""), row.get_ref(1)?.as_str().unwrap_or(""))?);
        }
        Ok(out)
    }

    /// A page of a kind, newest first, and how many there are: all, or those whose generated column has this value.
    pub fn page<T: Record>(&self, of: Option<(&str, &str)>, offset: u32, limit: u32) -> Result<(Vec<T>, u32), Error> {
        let kind = schema::known(T::KIND)?;
        let (clause, value) = match of {
            Some((column, value)) => {
                if !self.columns.get(kind).is_some_and(|c| c.contains(column)) {
                    return Err(Error::UnknownColumn { kind: kind.to_owned(), column: column.to_owned() });
                }
                (format!("\"{column}\" = ?1"), value)
            }
            None => ("?1 = ''".to_owned(), ""),
        };
        let count = sql(include_str!("sql/record_page_count.sql"), kind)?.replace("{where}", &clause);
        let total = self.conn.prepare_cached(&count)?.query_row([value], |r| r.get(0))?;
        let text = sql(include_str!("sql/record_page.sql"), kind)?.replace("{where}", &clause);
        let mut stmt = self.conn.prepare_cached(&text)?;
        let mut rows = stmt.query(params![value, limit, offset])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(decode(kind, row.get_ref(0)?.as_str().unwrap_or(""), row.get_ref(1)?.as_str().unwrap_or(""))?);
        }
        Ok((out, total))
    }

    pub fn count(&self, kind: &str) -> Result<u32, Error> {
        Ok(self.conn.prepare_cached(&sql(include_str!("sql/record_count.sql"), kind)?)?.query_row([], |r| r.get(0))?)
    }

    /// The document itself, as it lies in the file (canonical JSON).
    pub fn doc(&self, kind: &str, id: &str) -> Result<Option<String>, Error> {
        Ok(self.conn.prepare_cached(&sql(include_str!("sql/record_get.sql"), kind)?)?.query_row([id], |r| r.get(0)).optional()?)
    }

    /// Every document of a kind with its id, for exports and comparisons.
    pub fn docs(&self, kind: &str) -> Result<Vec<(String, Value)>, Error> {
        let mut stmt = self.conn.prepare_cached(&sql(include_str!("sql/record_all.sql"), kind)?)?;
        let mut rows = stmt.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let doc = decode(kind, &id, row.get_ref(1)?.as_str().unwrap_or(""))?;
            out.push((id, doc));
        }
        Ok(out)
    }

    /// Head of the chain: how many lines, and the hash that stands for all of them.
    pub fn head(&self) -> Head {
        self.try_head().unwrap_or_else(|_| Head { seq: 0, hash: String::new() })
    }
    pub(crate) fn try_head(&self) -> Result<Head, Error> {
        let last = self
            .conn
            .prepare_cached(include_str!("sql/journal_head.sql"))?
            .query_row([], |r| Ok(Head { seq: r.get(0)?, hash: r.get(1)? }))
            .optional()?;
        match last {
            Some(head) => Ok(head),
            None => Ok(Head { seq: 0, hash: self.meta("genesis")?.unwrap_or_default() }),
        }
    }

    pub(crate) fn meta(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.conn.prepare_cached(include_str!("sql/meta_get.sql"))?.query_row([key], |r| r.get(0)).optional()?)
    }

    /// What the file was created with: who the committee is.
    pub fn origin(&self) -> Result<Value, Error> {
        let text = self.meta("origin")?.unwrap_or_else(|| "null".to_owned());
        decode("meta", "origin", &text)
    }

    pub fn blob(&self, sha: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(len) = self.blob_len(sha)? else { return Ok(None) };
        let mut out = Vec::with_capacity(len as usize);
        let mut stmt = self.conn.prepare_cached(include_str!("sql/blob_pieces.sql"))?;
        let mut rows = stmt.query([sha])?;
        while let Some(row) = rows.next()? {
            out.extend_from_slice(row.get_ref(0)?.as_blob().map_err(|e| Error::damaged(format!("blob {sha}"), e))?);
        }
        if out.len() as u64 != len {
            return Err(Error::damaged(format!("blob {sha}"), format!("{} / {len}", out.len())));
        }
        Ok(Some(out))
    }

    pub fn blob_len(&self, sha: &str) -> Result<Option<u64>, Error> {
        let len: Option<i64> = self.conn.prepare_cached(include_str!("sql/blob_len.sql"))?.query_row([sha], |r| r.get(0)).optional()?;
        Ok(len.map(|l| l as u64))
    }

    /// SHA-256 of everything stored.
    pub fn blobs(&self) -> Result<Vec<String>, Error> {
        let mut stmt = self.conn.prepare_cached(include_str!("sql/blob_all.sql"))?;
        let rows = stmt.query_map([], |r| r.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last number given out in a series; 0 when none was.
    pub fn number_peek(&self, series: &str) -> u32 {
        self.last_of(&format!("no:{series}")).unwrap_or(0)
    }
    pub(crate) fn last_of(&self, series: &str) -> Result<u32, Error> {
        let last = self.conn.prepare_cached(include_str!("sql/series_last.sql"))?.query_row([series], |r| r.get(0)).optional()?;
        Ok(last.unwrap_or(0))
    }

    /// A form that was being filled in, if one was left.
    pub fn draft(&self, key: &str) -> Result<Option<Value>, Error> {
        let text: Option<String> =
            self.conn.prepare_cached(include_str!("sql/draft_get.sql"))?.query_row(params![key], |r| r.get(0)).optional()?;
        text.map(|t| decode("draft", key, &t)).transpose()
    }

    /// Every form left unsent, latest first: key and content.
    pub fn drafts(&self) -> Result<Vec<(String, Value)>, Error> {
        let mut stmt = self.conn.prepare_cached(include_str!("sql/draft_all.sql"))?;
        let mut rows = stmt.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let key: String = row.get(0)?;
            let doc = decode("draft", &key, row.get_ref(1)?.as_str().unwrap_or(""))?;
            out.push((key, doc));
        }
        Ok(out)
    }

    /// The tables in which two files differ, record by record: `case c12`. Empty when they hold the same.
    pub fn differences(&self, other: &Reader) -> Result<Vec<String>, Error> {
        let mut out = Vec::new();
        for (kind, _) in schema::KINDS {
            let (ours, theirs) = (self.docs_text(kind)?, other.docs_text(kind)?);
            for id in ours.keys().chain(theirs.keys().filter(|id| !ours.contains_key(*id))) {
                if ours.get(id) != theirs.get(id) {
                    out.push(format!("{kind} {id}"));
                }
            }
        }
        let (ours, theirs) = (self.series()?, other.series()?);
        for name in ours.keys().chain(theirs.keys().filter(|n| !ours.contains_key(*n))) {
            if ours.get(name) != theirs.get(name) {
                out.push(format!("series {name}"));
            }
        }
        Ok(out)
    }

    pub(crate) fn docs_text(&self, kind: &str) -> Result<BTreeMap<String, String>, Error> {
        let mut stmt = self.conn.prepare_cached(&sql(include_str!("sql/record_all.sql"), kind)?)?;
        let rows = stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn series(&self) -> Result<BTreeMap<String, u32>, Error> {
        let mut stmt = self.conn.prepare_cached(include_str!("sql/series_all.sql"))?;
        let rows = stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Puts a kind into a statement's text: table names cannot be bound, so only known ones get there.
pub(crate) fn sql(template: &str, kind: &str) -> Result<String, Error> {
    Ok(template.replace("{kind}", schema::known(kind)?))
}

pub(crate) fn decode<T: serde::de::DeserializeOwned>(kind: &str, id: &str, doc: &str) -> Result<T, Error> {
    serde_json::from_str(doc).map_err(|e| Error::Unreadable { kind: kind.to_owned(), id: id.to_owned(), why: e.to_string() })
}
