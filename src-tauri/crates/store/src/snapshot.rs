//! Snapshots: whole verified copies of the file beside it, and second copies elsewhere. A copy counts only once it has
//! been opened with the key and checked to its head; a damaged file never pushes out the last good copy.

use crate::archive::Archive;
use crate::chain::{Head, hex};
use crate::copies::{SnapshotInfo, look_at, ok_of, snapshots_in, vault_of};
use crate::journal::stamp;
use crate::keys::Keys;
use crate::place::{self, Places};
use crate::{Error, retention};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

type At = DateTime<FixedOffset>;

/// A second copy, read back from where it was put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CopyInfo {
    pub path: PathBuf,
    #[serde(flatten)]
    pub snapshot: SnapshotInfo,
}

impl Archive {
    /// Takes and verifies a snapshot, then thins the old ones.
    pub fn snapshot(&mut self, why: &str, at: At) -> Result<SnapshotInfo, Error> {
        let Some(home) = &self.home else { return Err(Error::NotThere { dir: PathBuf::new() }) };
        let info = take(&self.reader.conn, &home.places, &home.keys, self.reader.try_head()?, why, at)?;
        retention::thin(&home.places)?;
        Ok(info)
    }

    /// Snapshots of this file, newest first.
    pub fn snapshots(&self) -> Vec<SnapshotInfo> {
        self.home.as_ref().map(|h| snapshots_in(&h.places)).unwrap_or_default()
    }

    /// A copy in a second place (a stick, another disk): written, flushed, read back and compared before it gets its
    /// name. `progress(done, total)` in bytes; answering false stops it and leaves nothing.
    pub fn copy_to(&mut self, dir: &Path, at: At, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<CopyInfo, Error> {
        let Some(home) = &self.home else { return Err(Error::NotThere { dir: PathBuf::new() }) };
        let places = home.places.clone();
        let info = self.snapshot("copy", at)?;
        fs::create_dir_all(dir).map_err(|e| Error::io("建立文件夹", "create the folder", dir, e))?;
        let (from, to) = (places.snapshots().join(&info.name), dir.join(&info.name));
        let tmp = dir.join(format!("{}.tmp", info.name));
        let copied = copy_and_read_back(&from, &tmp, &info.sha256, progress)
            .and_then(|()| {
                for kept in [vault_of(&from), ok_of(&from)] {
                    let name = kept.file_name().expect("made from a name");
                    let bytes = fs::read(&kept).map_err(|e| Error::io("读取", "read", &kept, e))?;
                    place::write_whole(&dir.join(name), &bytes, true)?;
                }
                fs::rename(&tmp, &to).and_then(|()| place::sync_folder_entry(&to)).map_err(|e| Error::io("写入", "write", &to, e))
            })
            .inspect_err(|_| {
                for partial in [&tmp, &vault_of(&to), &ok_of(&to)] {
                    let _ = fs::remove_file(partial);
                }
            });
        copied?;
        let put = self.reader.conn.execute(include_str!("sql/meta_put.sql"), params!["last_copy", stamp(at)]);
        self.noted(put.map(drop).map_err(Error::from))?;
        self.notices.retain(|n| !matches!(n, crate::Notice::CopyDue { .. }));
        Ok(CopyInfo { path: to, snapshot: info })
    }

    /// When a second copy was last made; None = never.
    pub fn last_copy(&self) -> Option<At> {
        let text = self.reader.meta("last_copy").ok()??;
        DateTime::parse_from_rfc3339(&text).ok()
    }
}

/// Writes a copy of the open database, checks it, and only then gives it its name.
pub(crate) fn take(conn: &Connection, places: &Places, keys: &Keys, head: Head, why: &str, at: At) -> Result<SnapshotInfo, Error> {
    let dir = places.snapshots();
    place::private_dir(&dir)?;
    let short = head.hash.get(..8).unwrap_or("");
    let base = format!("{}_n{:06}_{short}", at.format("%Y-%m-%dT%H%M%S%z"), head.seq);
    let mut name = format!("{base}.lunshen");
    for again in 2.. {
        if !dir.join(&name).exists() {
            break;
        }
        name = format!("{base}_{again}.lunshen");
    }
    let (tmp, file) = (dir.join(format!("{name}.tmp")), dir.join(&name));
    let _ = fs::remove_file(&tmp);
    let made = || -> Result<SnapshotInfo, Error> {
        conn.execute(include_str!("sql/copy_out.sql"), [tmp.to_string_lossy()])?;
        File::open(&tmp).and_then(|f| f.sync_all()).map_err(|e| Error::io("写入", "write", &tmp, e))?;
        let found = check(&tmp, keys).map_err(|e| bad(&name, &e))?;
        if found != head {
            return Err(bad(&name, &format!("{} / {}", found.seq, head.seq)));
        }
        let (size, sha256) = file_hash(&tmp)?;
        let info =
            SnapshotInfo { name: name.clone(), at, seq: head.seq, hash: head.hash, size, sha256, why: why.to_owned(), verified: true };
        let vault = fs::read(places.vault()).map_err(|e| Error::io("读取", "read", &places.vault(), e))?;
        place::write_whole(&vault_of(&file), &vault, true)?;
        place::write_whole(&ok_of(&file), &serde_json::to_vec_pretty(&info).expect("plain data is JSON"), true)?;
        fs::rename(&tmp, &file).and_then(|()| place::sync_folder_entry(&file)).map_err(|e| Error::io("写入", "write", &file, e))?;
        Ok(info)
    };
    made().inspect_err(|_| {
        for partial in [&tmp, &vault_of(&file), &ok_of(&file)] {
            let _ = fs::remove_file(partial);
        }
    })
}

pub(crate) fn bad(name: &str, why: &impl ToString) -> Error {
    Error::BadSnapshot { name: name.to_owned(), why: why.to_string() }
}

/// Opens a copy with the key, reads every page and every line of the journal, and gives its head. Changes nothing.
pub(crate) fn check(file: &Path, keys: &Keys) -> Result<Head, Error> {
    let reader = look_at(file, keys)?;
    crate::connection::whole(&reader.conn)?;
    crate::verify::chain_of(&reader)
}

pub(crate) fn file_hash(path: &Path) -> Result<(u64, String), Error> {
    let read = || -> std::io::Result<(u64, String)> {
        let (mut f, mut h, mut size) = (File::open(path)?, Sha256::new(), 0);
        let mut buffer = vec![0; 1 << 20];
        loop {
            let n = f.read(&mut buffer)?;
            if n == 0 {
                return Ok((size, hex(&h.finalize())));
            }
            h.update(&buffer[..n]);
            size += n as u64;
        }
    };
    read().map_err(|e| Error::io("读取", "read", path, e))
}

fn copy_and_read_back(from: &Path, to: &Path, sha256: &str, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<(), Error> {
    let io = |e| Error::io("写入", "write", to, e);
    let mut source = File::open(from).map_err(|e| Error::io("读取", "read", from, e))?;
    // Written once, read back once.
    let total = source.metadata().map_err(io)?.len() * 2;
    let mut out = File::create(to).map_err(io)?;
    let (mut buffer, mut done) = (vec![0; 1 << 20], 0);
    loop {
        let n = source.read(&mut buffer).map_err(|e| Error::io("读取", "read", from, e))?;
        if n == 0 {
            break;
        }
        out.write_all(&buffer[..n]).map_err(io)?;
        done += n as u64;
        if !progress(done, total) {
            return Err(Error::Cancelled);
        }
    }
    out.sync_all().map_err(io)?;
    drop(out);
    let mut back = File::open(to).map_err(io)?;
    let mut h = Sha256::new();
    loop {
        let n = back.read(&mut buffer).map_err(|e| Error::io("读回", "read back", to, e))?;
        if n == 0 {
            break;
        }
        h.update(&buffer[..n]);
        done += n as u64;
        if !progress(done, total) {
            return Err(Error::Cancelled);
        }
    }
    if hex(&h.finalize()) == sha256 {
        Ok(())
    } else {
        Err(bad(
            &to.to_string_lossy(),
            &"读回的内容与写入的不同，请换一个介质。 What was read back differs from what was written; use another medium.",
        ))
    }
}
