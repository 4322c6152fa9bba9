//! Inside an act: everything that may be written. Each put leaves its after-image for the journal line; ids and numbers
//! are counted from the file alone, so the same acts on an empty file give the same tables.

use crate::canonical::canonical;
use crate::chain::sha256;
use crate::journal::Images;
use crate::reader::{Reader, sql};
use crate::schema;
use crate::{Error, Record};
use chrono::{DateTime, FixedOffset};
use rusqlite::params;
use std::ops::Deref;

const PIECE: usize = 1 << 20;

pub struct Tx<'a> {
    pub(crate) reader: &'a Reader,
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) images: Images,
}

impl Deref for Tx<'_> {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl Tx<'_> {
    /// The instant of the line being written.
    pub fn at(&self) -> DateTime<FixedOffset> {
        self.at
    }

    pub fn put<T: Record>(&mut self, record: &T) -> Result<(), Error> {
        let id = record.id().to_owned();
        let doc = canonical(&format!("{} {id} ", T::KIND), record)?;
        self.reader.conn.prepare_cached(&sql(include_str!("sql/record_put.sql"), T::KIND)?)?.execute(params![id, doc])?;
        self.images.insert((T::KIND.to_owned(), id), Some(doc));
        Ok(())
    }

    /// Takes a record out of the tables; the journal keeps what it was.
    pub fn remove<T: Record>(&mut self, id: &str) -> Result<(), Error> {
        let gone = self.reader.conn.prepare_cached(&sql(include_str!("sql/record_remove.sql"), T::KIND)?)?.execute([id])?;
        if gone == 0 {
            return Err(Error::NotFound { kind: T::KIND.to_owned(), id: id.to_owned() });
        }
        self.images.insert((T::KIND.to_owned(), id.to_owned()), None);
        Ok(())
    }

    /// A fresh id of a kind: `c1`, `c2` … Never given twice, even when the record is removed.
    pub fn next_id(&mut self, kind: &str) -> Result<String, Error> {
        let prefix = schema::prefix(kind)?;
        Ok(format!("{prefix}{}", self.count_up(&format!("id:{kind}"))?))
    }

    /// The next number of a series, from 1. Without gaps: an act that fails gives its numbers back with everything else.
    pub fn next_number(&mut self, series: &str) -> Result<u32, Error> {
        self.count_up(&format!("no:{series}"))
    }

    fn count_up(&mut self, series: &str) -> Result<u32, Error> {
        let n: u32 = self.reader.conn.prepare_cached(include_str!("sql/series_next.sql"))?.query_row([series], |r| r.get(0))?;
        self.images.insert(("series".to_owned(), series.to_owned()), Some(format!("{{\"last\":{n}}}")));
        Ok(n)
    }

    /// Stores bytes under their SHA-256 and returns it (64 hex digits). The same bytes are stored once.
    pub fn put_blob(&mut self, bytes: &[u8]) -> Result<String, Error> {
        let (sha, fresh) = self.reader.store_blob(bytes)?;
        if fresh {
            self.images.insert(("blob".to_owned(), sha.clone()), Some(format!("{{\"len\":{}}}", bytes.len())));
        }
        Ok(sha)
    }
}

impl Reader {
    /// Stores bytes if they are not there yet; inside a transaction.
    pub(crate) fn store_blob(&self, bytes: &[u8]) -> Result<(String, bool), Error> {
        let sha = sha256(&[bytes]);
        if self.blob_len(&sha)?.is_some() {
            return Ok((sha, false));
        }
        self.conn.prepare_cached(include_str!("sql/blob_insert.sql"))?.execute(params![sha, bytes.len() as i64])?;
        let mut put = self.conn.prepare_cached(include_str!("sql/blob_piece_insert.sql"))?;
        for (i, piece) in bytes.chunks(PIECE).enumerate() {
            put.execute(params![sha, i as i64, piece])?;
        }
        Ok((sha, true))
    }
}
