//! Making and opening a file, step by step; each step has its own refusal. Lock, vault, key, version, settings, check
//! after an unclean exit, mark, clock.

use crate::archive::{Archive, Home};
use crate::canonical::canonical_value;
use crate::chain::{Head, genesis};
use crate::connection::{connect, in_memory, probe, whole};
use crate::head::Mark;
use crate::journal::{JournalFilter, stamp};
use crate::keys::{Cost, Keys, RecoverySheet, Vault, long_enough, random_id};
use crate::lock::{self, Held};
use crate::notice::Notice;
use crate::place::{self, FILE, Places};
use crate::reader::Reader;
use crate::{Error, chain, restore, retention, schema, snapshot, verify};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params};
use serde_json::Value;
use std::fs;
use std::path::Path;

type At = DateTime<FixedOffset>;

/// Up to here a snapshot is taken while the file opens: a tenth of a second.
const SMALL: u64 = 8 << 20;

impl Archive {
    /// Makes a new file in an empty folder. The sheet is printed and put in the safe before any data are entered.
    pub fn create(places: impl Into<Places>, passphrase: &str, origin: Value, at: At) -> Result<(Archive, RecoverySheet), Error> {
        Archive::create_at_cost(places, passphrase, origin, at, Cost::DEFAULT)
    }

    /// As `create`, with another cost of the passphrase than the default.
    pub fn create_at_cost(
        places: impl Into<Places>,
        passphrase: &str,
        origin: Value,
        at: At,
        cost: Cost,
    ) -> Result<(Archive, RecoverySheet), Error> {
        let places = places.into();
        long_enough(passphrase)?;
        if places.file().exists() {
            return Err(Error::Exists { dir: places.data });
        }
        place::private_dir(&places.data)?;
        fs::create_dir_all(&places.config).map_err(|e| Error::io("建立文件夹", "create the folder", &places.config, e))?;
        let held = lock::hold(&places.data, &stamp(at))?;
        if places.file().exists() {
            return Err(Error::Exists { dir: places.data });
        }

        // Built under another name: a file under its own name is always a whole one.
        let draft = places.data.join(format!("{FILE}.new"));
        for leftover in [draft.clone(), places.data.join(format!("{FILE}.new-wal")), places.wal()] {
            if leftover.exists() {
                fs::remove_file(&leftover).map_err(|e| Error::io("清除", "clear", &leftover, e))?;
            }
        }
        let (keys, file_id) = (Keys::random(), random_id());
        let conn = connect(&draft, Some(&keys))?;
        found(&conn, &origin, &stamp(at), &file_id)?;
        conn.close().map_err(|(_, e)| Error::from(e))?;
        fs::File::open(&draft).and_then(|f| f.sync_all()).map_err(|e| Error::io("写入", "write", &draft, e))?;

        let vault = Vault::seal(&keys, &file_id, passphrase, cost)?;
        place::write_whole(&places.vault(), &vault.text(), true)?;
        let file = places.file();
        fs::rename(&draft, &file).and_then(|()| place::sync_folder_entry(&file)).map_err(|e| Error::io("写入", "write", &file, e))?;

        let sheet = RecoverySheet::of(&keys, &file_id);
        Ok((Archive::open_with(places, keys, file_id, held, at)?, sheet))
    }

    pub fn open(places: impl Into<Places>, passphrase: &str, at: At) -> Result<Archive, Error> {
        let places = places.into();
        let held = hold(&places, at)?;
        let vault = Vault::at(&places.vault())?;
        let keys = vault.open(passphrase)?;
        Archive::open_with(places, keys, vault.file_id, held, at)
    }

    /// Opens with what is printed on the recovery sheet and sets a new passphrase.
    pub fn open_with_recovery(places: impl Into<Places>, recovery: &str, new_passphrase: &str, at: At) -> Result<Archive, Error> {
        Archive::open_with_recovery_at_cost(places, recovery, new_passphrase, at, Cost::DEFAULT)
    }

    pub fn open_with_recovery_at_cost(
        places: impl Into<Places>,
        recovery: &str,
        new_passphrase: &str,
        at: At,
        cost: Cost,
    ) -> Result<Archive, Error> {
        let places = places.into();
        long_enough(new_passphrase)?;
        let held = hold(&places, at)?;
        let keys = RecoverySheet::read(recovery)?;
        let file_id = {
            // A key that opens nothing is another file's, as long as the vault says so too.
            let conn = match probe(&places.file(), &keys) {
                Ok(conn) => conn,
                Err(Error::Damaged { what, detail }) => {
                    let ours = Vault::at(&places.vault()).ok().and_then(|v| v.salt().ok()) == Some(keys.salt);
                    return Err(if ours { Error::Damaged { what, detail } } else { Error::WrongRecovery { line: None } });
                }
                Err(e) => return Err(e),
            };
            let id: String = conn.query_row(include_str!("sql/meta_get.sql"), ["file_id"], |r| r.get(0))?;
            id
        };
        place::write_whole(&places.vault(), &Vault::seal(&keys, &file_id, new_passphrase, cost)?.text(), true)?;
        Archive::open_with(places, keys, file_id, held, at)
    }

    /// A file in memory with the same schema and the same code: rehearsals, scenarios, tests.
    pub fn in_memory(origin: Value, at: At) -> Result<Archive, Error> {
        let conn = in_memory()?;
        let id = chain::sha256(&[canonical_value("origin", &origin)?.as_bytes(), stamp(at).as_bytes()]);
        found(&conn, &origin, &stamp(at), &id[..32])?;
        Ok(Archive { reader: Reader::new(conn)?, home: None, notices: Vec::new(), stopped: false })
    }

    /// An empty file in memory that begins the chain exactly as `other` does: what performing its acts again starts from.
    pub fn in_memory_like(other: &Archive) -> Result<Archive, Error> {
        let meta = |key: &str| other.reader.meta(key).map(Option::unwrap_or_default);
        let conn = in_memory()?;
        found(&conn, &other.reader.origin()?, &meta("created")?, &meta("file_id")?)?;
        Ok(Archive { reader: Reader::new(conn)?, home: None, notices: Vec::new(), stopped: false })
    }

    /// Rewraps the key: a few hundred bytes, not the database.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), Error> {
        let Some(home) = &self.home else { return Ok(()) };
        long_enough(new)?;
        let vault = Vault::at(&home.places.vault())?;
        vault.open(old)?;
        let vault = Vault::seal(&home.keys, &home.file_id, new, vault.slot.cost)?;
        place::write_whole(&home.places.vault(), &vault.text(), true)
    }

    /// The sheet again, for one that was lost; asks for the passphrase because the sheet needs none.
    pub fn recovery_sheet(&self, passphrase: &str) -> Result<RecoverySheet, Error> {
        let Some(home) = &self.home else { return Err(Error::WrongPassphrase) };
        Vault::at(&home.places.vault())?.open(passphrase)?;
        Ok(RecoverySheet::of(&home.keys, &home.file_id))
    }

    pub(crate) fn open_with(places: Places, keys: Keys, file_id: String, held: Held, at: At) -> Result<Archive, Error> {
        let mut notices = Vec::new();
        if let Some(who) = place::sync_folder(&places.data) {
            notices.push(Notice::SyncFolder { who: who.to_owned() });
        }
        // Read before SQLite opens the file: closing it afterwards would drop SQLite's own locks.
        let first = first_bytes(&places.file())?;
        if first != keys.salt {
            notices.push(Notice::SaltBytes);
        }
        let unclean = fs::metadata(places.wal()).is_ok_and(|m| m.len() > 0);

        let conn = connect(&places.file(), Some(&keys))?;
        let step = schema::check(&conn)?;
        let mut reader = Reader::new(conn)?;
        if reader.meta("file_id")?.as_deref() != Some(file_id.as_str()) {
            return Err(Error::damaged("vault.json", "file_id"));
        }
        retention::sweep(&places);
        if unclean {
            whole(&reader.conn)?;
            let head = verify::chain_of(&reader)?;
            notices.push(Notice::UncleanExit { seq: head.seq });
        }
        if step < schema::VERSION {
            let head = reader.try_head()?;
            snapshot::take(&reader.conn, &places, &keys, head, "migration", at)?;
            schema::migrate(&reader.conn, &stamp(at), schema::VERSION)?;
            reader = Reader::new(reader.conn)?;
        }
        let mut archive = Archive { reader, home: Some(Home { places, keys, file_id, _held: held }), notices, stopped: false };
        archive.compare_mark()?;
        archive.compare_clock(at)?;
        archive.compare_copies(at)?;
        Ok(archive)
    }

    /// A verified snapshot at the first opening of the day, if anything happened since the last one. A large file is
    /// only reported: whoever opened it takes the snapshot once the window is up.
    fn compare_copies(&mut self, at: At) -> Result<(), Error> {
        let head = self.reader.try_head()?;
        if head.seq == 0 {
            return Ok(());
        }
        let known = self.snapshots();
        let todays = known.iter().any(|s| s.verified && s.at.date_naive() == at.date_naive());
        let same = known.first().is_some_and(|s| s.verified && s.hash == head.hash);
        if !todays && !same {
            let places = self.places().expect("a file opened from a folder has one").clone();
            let small = fs::metadata(places.file()).is_ok_and(|m| m.len() <= SMALL);
            let taken = small.then(|| self.snapshot("day", at));
            self.notices.push(match taken {
                None => Notice::SnapshotDue,
                Some(Ok(info)) => Notice::SnapshotMade { name: info.name },
                Some(Err(e)) => Notice::SnapshotFailed { why: e.to_string() },
            });
        }
        let days = self.last_copy().map(|then| (at - then).num_days());
        if days.is_none_or(|d| d >= 7) {
            self.notices.push(Notice::CopyDue { days });
        }
        Ok(())
    }

    /// Is the file where this computer last saw it?
    fn compare_mark(&mut self) -> Result<(), Error> {
        let Some(home) = &self.home else { return Ok(()) };
        let head = self.reader.try_head()?;
        let mark = match Mark::read(&home.places.head_mark(&home.file_id), &home.keys, &home.file_id) {
            Ok(Some(mark)) => mark,
            Ok(None) => return Ok(()),
            Err(e) => {
                self.notices.push(Notice::HeadUnreadable { why: e.code().to_owned() });
                return Ok(());
            }
        };
        if mark.seq > head.seq {
            self.notices.push(Notice::HeadBehind { mark: mark.seq, file: head.seq });
        } else if mark.seq > 0 {
            let filter = JournalFilter { from_seq: mark.seq, limit: 1, ..JournalFilter::default() };
            if self.reader.stored(&filter)?.first().is_none_or(|s| s.hash != mark.hash) {
                self.notices.push(Notice::HeadForked { seq: mark.seq });
            }
        }
        Ok(())
    }

    fn compare_clock(&mut self, at: At) -> Result<(), Error> {
        let filter = JournalFilter { limit: 1, newest_first: true, ..JournalFilter::default() };
        if let Some(last) = self.reader.stored(&filter)?.first()
            && let Ok(then) = DateTime::parse_from_rfc3339(&last.at)
            && at + chrono::Duration::minutes(2) < then
        {
            self.notices.push(Notice::ClockBack { last: last.at.clone(), now: stamp(at) });
        }
        Ok(())
    }

    /// Closes the file and keeps what opens it again without the passphrase: for work that needs the folder free and may
    /// fail. None for a file in memory.
    pub fn set_aside(mut self) -> Option<SetAside> {
        let home = self.home.as_ref().map(|h| SetAside { places: h.places.clone(), keys: h.keys.clone(), file_id: h.file_id.clone() });
        self.let_go();
        home
    }

    /// Empties the write-ahead log, makes the mark durable and lets go.
    /// Everything acknowledged is safe before this, so there is nothing it could fail at that matters.
    pub fn close(mut self) {
        self.let_go();
    }

    fn let_go(&mut self) {
        let last = JournalFilter { limit: 1, newest_first: true, ..JournalFilter::default() };
        if let Ok(lines) = self.reader.stored(&last)
            && let Some(s) = lines.into_iter().next()
        {
            self.mark(&Head { seq: s.seq, hash: s.hash }, &s.at, true);
        }
        self.reader.optimize();
    }
}

/// A file that was closed for a moment and can be opened again as it was.
pub struct SetAside {
    places: Places,
    keys: Keys,
    file_id: String,
}

impl SetAside {
    pub fn open(self, at: At) -> Result<Archive, Error> {
        let held = hold(&self.places, at)?;
        Archive::open_with(self.places, self.keys, self.file_id, held, at)
    }
}

/// The folder is there, nobody else has it, a restore that was cut short is finished, and a file is in it.
fn hold(places: &Places, at: At) -> Result<Held, Error> {
    if !places.data.is_dir() {
        return Err(Error::NotThere { dir: places.data.clone() });
    }
    if !places.vault().exists() {
        there(places)?;
    }
    let held = lock::hold(&places.data, &stamp(at))?;
    restore::finish(places)?;
    there(places)?;
    Ok(held)
}

fn there(places: &Places) -> Result<(), Error> {
    match fs::metadata(places.file()) {
        Ok(m) if m.len() == 0 => Err(Error::damaged(FILE, "0 bytes")),
        Ok(_) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(Error::NotThere { dir: places.data.clone() }),
        Err(e) => Err(Error::io("打开", "open", &places.file(), e)),
    }
}

fn first_bytes(path: &Path) -> Result<[u8; 16], Error> {
    use std::io::Read;
    let mut first = [0; 16];
    fs::File::open(path).and_then(|mut f| f.read_exact(&mut first)).map_err(|e| match e.kind() {
        std::io::ErrorKind::UnexpectedEof => Error::damaged(FILE, "< 16 bytes"),
        _ => Error::io("读取", "read", path, e),
    })?;
    Ok(first)
}

/// Founds the schema and the chain in an empty database.
fn found(conn: &Connection, origin: &Value, at: &str, file_id: &str) -> Result<(), Error> {
    schema::migrate(conn, at, schema::VERSION)?;
    let text = canonical_value("origin", origin)?;
    let start = genesis(origin, at, file_id)?;
    for (key, value) in [("origin", text.as_str()), ("created", at), ("file_id", file_id), ("genesis", &start)] {
        conn.execute(include_str!("sql/meta_put.sql"), params![key, value])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Images, Line};
    use serde_json::json;

    /// A file at an earlier step of the schema is copied and verified first, then brought up, and says the same as before.
    #[test]
    fn an_older_file_is_copied_before_it_is_brought_up() {
        let dir = tempfile::tempdir().unwrap();
        let places = Places::new(dir.path().join("data"), dir.path().join("config"));
        let at = DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").unwrap();
        let passphrase = "伦理审查委员会的口令一二";
        Archive::create_at_cost(&places, passphrase, json!({ "name": "甲" }), at, Cost::CHEAP).unwrap().0.close();
        let vault = Vault::at(&places.vault()).unwrap();
        let keys = vault.open(passphrase).unwrap();
        fs::remove_file(places.file()).unwrap();

        let conn = connect(&places.file(), Some(&keys)).unwrap();
        schema::migrate(&conn, &stamp(at), 1).unwrap();
        let start = genesis(&json!({ "name": "甲" }), &stamp(at), &vault.file_id).unwrap();
        for (key, value) in [("origin", "{\"name\":\"甲\"}"), ("created", &stamp(at)), ("file_id", &vault.file_id), ("genesis", &start)] {
            conn.execute(include_str!("sql/meta_put.sql"), params![key, value]).unwrap();
        }
        let reader = Reader::new(conn).unwrap();
        let line = Line { act: "x".into(), body: json!({}), by: "林晓".into(), at, reasons: json!([]) };
        let head = reader.append(&line, &Images::new()).unwrap();
        drop(reader);

        let a = Archive::open(&places, passphrase, at).unwrap();
        assert_eq!(schema::version(&a.reader.conn).unwrap(), schema::VERSION);
        assert_eq!(a.read().head(), head);
        let copies: Vec<_> = a.snapshots().into_iter().map(|s| (s.why, s.hash, s.verified)).collect();
        assert_eq!(copies, [("migration".to_owned(), head.hash, true)]);
        assert!(a.verify(&mut |_, _| true).unwrap().ok);
        a.close();
        assert!(Archive::open(&places, passphrase, at).is_ok(), "and opens again as a file of today");
    }
}
