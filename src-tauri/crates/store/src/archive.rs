//! An open file. `write` is the only source of a writable transaction, and it writes the journal line in the same one:
//! there is no way to change a record without saying which act did it (办法第六条: 可追溯).

use crate::chain::Head;
use crate::head::Mark;
use crate::journal::{Images, Line, stamp};
use crate::keys::{Keys, hkdf};
use crate::lock::Held;
use crate::notice::Notice;
use crate::place::Places;
use crate::reader::Reader;
use crate::tx::Tx;
use crate::{Error, canonical::canonical_value};
use chrono::{DateTime, FixedOffset};
use rusqlite::params;
use serde_json::Value;
use zeroize::Zeroizing;

pub struct Archive {
    pub(crate) reader: Reader,
    /// None for a file in memory.
    pub(crate) home: Option<Home>,
    pub(crate) notices: Vec<Notice>,
    /// Set when the disk refused a commit: nothing is written any more until the file is opened anew.
    pub(crate) stopped: bool,
}

pub(crate) struct Home {
    pub places: Places,
    pub keys: Keys,
    pub file_id: String,
    pub _held: Held,
}

/// Rolls back when dropped, on an error and on a panic alike.
pub(crate) struct Guard<'a>(Option<&'a Reader>);

impl<'a> Guard<'a> {
    pub(crate) fn begin(reader: &'a Reader) -> Result<Guard<'a>, Error> {
        reader.conn.execute_batch("begin immediate")?;
        Ok(Guard(Some(reader)))
    }
    pub(crate) fn commit(mut self) -> Result<(), Error> {
        let reader = self.0.expect("a guard commits once");
        reader.conn.execute_batch("commit")?;
        self.0 = None;
        reader.texts.committed();
        Ok(())
    }
}
impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Some(reader) = self.0 {
            let _ = reader.conn.execute_batch("rollback");
            reader.texts.taken_back();
        }
    }
}

impl Archive {
    pub fn read(&self) -> &Reader {
        &self.reader
    }

    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// A key of this file for one purpose, told apart by its label. It follows from the data key, so nothing secret need be
    /// recorded, a file that was restored has the same ones, and a passphrase may change without touching them. In memory,
    /// where there is no data key, it follows from the file's id: for rehearsals and tests, no protection.
    pub fn derived(&self, label: &str) -> Zeroizing<[u8; 32]> {
        const SALT: &[u8] = b"lunshen-derived-v1";
        Zeroizing::new(match &self.home {
            Some(home) => hkdf(&*home.keys.dek, SALT, label),
            None => hkdf(self.file_id().as_bytes(), SALT, label),
        })
    }

    /// Which file this is: made with it, the same in every copy of it.
    pub fn file_id(&self) -> String {
        match &self.home {
            Some(home) => home.file_id.clone(),
            None => self.reader.meta("file_id").ok().flatten().unwrap_or_default(),
        }
    }

    /// The folder this file lies in; None in memory.
    pub fn places(&self) -> Option<&Places> {
        self.home.as_ref().map(|h| &h.places)
    }

    /// Runs `f`, writes the line with the after-image of every record put or removed, commits, moves the mark.
    /// An error or a panic in `f` leaves the file as it was.
    pub fn write<R, E: From<Error>>(&mut self, line: Line, f: impl FnOnce(&mut Tx) -> Result<R, E>) -> Result<(R, Head), E> {
        self.going()?;
        let guard = Guard::begin(&self.reader)?;
        let mut tx = Tx { reader: &self.reader, at: line.at, images: Images::new() };
        let result = f(&mut tx)?;
        let images = tx.images;
        if images.is_empty() {
            return Err(Error::NothingRecorded.into());
        }
        let head = self.reader.append(&line, &images)?;
        let committed = guard.commit();
        self.noted(committed)?;
        self.mark(&head, &stamp(line.at), false);
        Ok((result, head))
    }

    /// Runs `f` as `write` would and takes everything back: what would happen.
    pub fn rehearse<R, E: From<Error>>(&mut self, at: DateTime<FixedOffset>, f: impl FnOnce(&mut Tx) -> Result<R, E>) -> Result<R, E> {
        self.going()?;
        let _guard = Guard::begin(&self.reader)?;
        let mut tx = Tx { reader: &self.reader, at, images: Images::new() };
        f(&mut tx)
    }

    /// Writes derived rows alone, without a line: after an update of the program, or when a day has passed.
    pub fn project<R, E: From<Error>>(&mut self, at: DateTime<FixedOffset>, f: impl FnOnce(&mut Tx) -> Result<R, E>) -> Result<R, E> {
        self.going()?;
        let guard = Guard::begin(&self.reader)?;
        let mut tx = Tx { reader: &self.reader, at, images: Images::new() };
        let result = f(&mut tx)?;
        if !tx.images.is_empty() {
            return Err(Error::NotAProjection.into());
        }
        let committed = guard.commit();
        self.noted(committed)?;
        Ok(result)
    }

    /// Keeps a form that has not been sent; it survives a kill and is in no line of the journal.
    pub fn put_draft(&mut self, key: &str, doc: &Value) -> Result<(), Error> {
        self.going()?;
        let text = canonical_value("draft", doc)?;
        let put = self.reader.conn.prepare_cached(include_str!("sql/draft_put.sql"))?.execute(params![key, text]);
        self.noted(put.map(drop).map_err(Error::from))
    }

    pub fn draft(&self, key: &str) -> Result<Option<Value>, Error> {
        self.reader.draft(key)
    }

    pub fn drop_draft(&mut self, key: &str) -> Result<(), Error> {
        self.going()?;
        let gone = self.reader.conn.prepare_cached(include_str!("sql/draft_drop.sql"))?.execute([key]);
        self.noted(gone.map(drop).map_err(Error::from))
    }

    /// Takes in bytes before the act that will name them by their hash (a file dropped on a form). They are no record:
    /// what they are and whose is said by the act, and only then do they count.
    pub fn stage_blob(&mut self, bytes: &[u8]) -> Result<String, Error> {
        self.going()?;
        let guard = Guard::begin(&self.reader)?;
        let sha = self.reader.store_blob(bytes)?.0;
        let committed = guard.commit();
        self.noted(committed)?;
        Ok(sha)
    }

    pub(crate) fn going(&self) -> Result<(), Error> {
        if self.stopped { Err(Error::Stopped) } else { Ok(()) }
    }

    /// After a failed write to the disk the kernel may have dropped the pages: never "try again and say saved".
    /// A full disk is no such failure; SQLite has rolled back and the next act may succeed.
    pub(crate) fn noted(&mut self, outcome: Result<(), Error>) -> Result<(), Error> {
        let io = |e: &rusqlite::Error| e.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure);
        if matches!(&outcome, Err(Error::Damaged { .. })) || matches!(&outcome, Err(Error::Sql(e)) if io(e)) {
            self.stopped = true;
        }
        outcome
    }

    /// The act is committed whatever happens here, so a mark that cannot be kept is a notice and no error.
    pub(crate) fn mark(&mut self, head: &Head, at: &str, durable: bool) {
        let Some(home) = &self.home else { return };
        let path = home.places.head_mark(&home.file_id);
        if let Err(e) = Mark::write(&path, &home.keys, &home.file_id, head, at, durable) {
            let notice = Notice::HeadUnreadable { why: e.code().to_owned() };
            if !self.notices.contains(&notice) {
                self.notices.push(notice);
            }
        }
    }
}
