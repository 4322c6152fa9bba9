//! The copies that lie beside a file: their names, what is kept with each, and a look inside. Making them is `snapshot`,
//! choosing which stay is `retention`.

use crate::Error;
use crate::connection::cipher_ready;
use crate::keys::Keys;
use crate::place::Places;
use crate::reader::Reader;
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// A snapshot and what its check found, as kept beside it in `.ok`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotInfo {
    /// File name; what `restore` takes.
    pub name: String,
    pub at: DateTime<FixedOffset>,
    pub seq: u32,
    /// Head of the chain in it.
    pub hash: String,
    pub size: u64,
    pub sha256: String,
    pub why: String,
    pub verified: bool,
}

/// Snapshots in a committee's folder, newest first; also when the file itself cannot be opened.
pub fn snapshots_in(places: &Places) -> Vec<SnapshotInfo> {
    let Ok(folder) = fs::read_dir(places.snapshots()) else { return Vec::new() };
    let mut all: Vec<SnapshotInfo> = folder
        .flatten()
        .filter(|e| e.path().extension().is_some_and(|x| x == "lunshen"))
        .filter_map(|e| {
            let size = e.metadata().ok()?.len();
            let mut info: SnapshotInfo = serde_json::from_slice(&fs::read(ok_of(&e.path())).ok()?).ok()?;
            info.name = e.file_name().to_string_lossy().into_owned();
            info.verified &= info.size == size;
            Some(info)
        })
        .collect();
    all.sort_by(|a, b| (b.seq, b.at, &b.name).cmp(&(a.seq, a.at, &a.name)));
    all
}

pub(crate) fn ok_of(file: &Path) -> PathBuf {
    file.with_extension("ok")
}
pub(crate) fn vault_of(file: &Path) -> PathBuf {
    file.with_extension("vault.json")
}

/// A copy opened for reading alone; nothing is written beside it.
pub(crate) fn look_at(file: &Path, keys: &Keys) -> Result<Reader, Error> {
    if !file.exists() {
        return Err(Error::NotThere { dir: file.to_owned() });
    }
    cipher_ready();
    let conn = Connection::open_with_flags(uri(file), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)?;
    conn.execute_batch(&keys.pragma())?;
    conn.execute_batch(include_str!("sql/look.sql"))?;
    crate::schema::check(&conn)?;
    Reader::new(conn)
}

/// `immutable`: no lock, no log, no file beside it; a copy under its final name is never written to.
fn uri(file: &Path) -> String {
    let mut out = String::from("file:");
    let path = file.to_string_lossy();
    if cfg!(windows) {
        out.push('/');
    }
    for b in path.bytes() {
        match b {
            b'/' | b'.' | b'-' | b'_' | b':' | b'+' => out.push(b as char),
            b'\\' if cfg!(windows) => out.push('/'),
            b if b.is_ascii_alphanumeric() => out.push(b as char),
            b => out.push_str(&format!("%{b:02x}")),
        }
    }
    out.push_str("?immutable=1");
    out
}
