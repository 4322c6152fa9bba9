//! Going back to a copy. What would be lost is listed first; the present file is copied aside and never deleted; the
//! restored chain says itself that it was restored and from what. At every point of a crash one whole file is there.

use crate::Error;
use crate::archive::Archive;
use crate::chain::Head;
use crate::copies::{SnapshotInfo, look_at, ok_of, vault_of};
use crate::journal::{Images, JournalFilter, Line, stamp};
use crate::keys::{Keys, Vault};
use crate::lock;
use crate::notice::Notice;
use crate::place::{self, FILE, Places};
use crate::reader::Reader;
use crate::snapshot::{bad, check, file_hash};
use crate::verify::{Report, verify_copy};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

type At = DateTime<FixedOffset>;

/// A restored file waiting to take its place; being there at all means that it is whole.
const WAITING: &str = "committee.lunshen.restored";

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RestorePreview {
    /// Head of the chain in the copy.
    pub head: Head,
    /// Acts of the present file that the copy does not have, newest first; at most 500 of them.
    pub lost: Vec<LostAct>,
    pub lost_total: u32,
    /// The copy is no earlier state of this file: the two went different ways.
    pub forked: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LostAct {
    pub seq: u32,
    pub at: At,
    pub by: String,
    pub act: String,
    pub body: Value,
}

impl Archive {
    /// What restoring would bring back and what it would lose. `snapshot` is a name from the list or the path of a copy;
    /// `current` is the open file, if it can be opened.
    pub fn preview_restore<'a>(
        places: impl Into<Places>,
        snapshot: &str,
        passphrase: &str,
        current: impl Into<Option<&'a Reader>>,
    ) -> Result<RestorePreview, Error> {
        let places = places.into();
        let file = found(&places, snapshot)?;
        let keys = keys_for(&places, &file, passphrase)?;
        let head = check(&file, &keys).map_err(|e| bad(snapshot, &e))?;
        let Some(current) = current.into() else {
            return Ok(RestorePreview { head, lost: Vec::new(), lost_total: 0, forked: false });
        };
        let there = look_at(&file, &keys)?;
        let common = common(&there, current)?;
        let total = current.try_head()?.seq - common;
        let mut lost = Vec::new();
        let newest = JournalFilter { newest_first: true, limit: total.min(500), ..JournalFilter::default() };
        if total > 0 {
            for e in current.journal(newest)? {
                lost.push(LostAct { seq: e.seq, at: e.at, by: e.by, act: e.act, body: e.body });
            }
        }
        Ok(RestorePreview { forked: common < head.seq, head, lost, lost_total: total })
    }

    /// Puts a copy in the place of the present file and opens it. The present file, its log and its key slots are kept
    /// in `aside/`. No archive of this folder may be open.
    pub fn restore(places: impl Into<Places>, snapshot: &str, passphrase: &str, at: At) -> Result<Archive, Error> {
        let places = places.into();
        place::private_dir(&places.data)?;
        fs::create_dir_all(&places.config).map_err(|e| Error::io("建立文件夹", "create the folder", &places.config, e))?;
        let source = found(&places, snapshot)?;
        let held = lock::hold(&places.data, &stamp(at))?;
        finish(&places)?;
        let keys = keys_for(&places, &source, passphrase)?;
        let head = check(&source, &keys).map_err(|e| bad(snapshot, &e))?;
        let (_, hash) = file_hash(&source)?;
        let aside = keep_aside(&places, at)?;

        // The copy lies whole beside the present file before anything of the present one is touched.
        let tmp = places.data.join(format!("{WAITING}.tmp"));
        let copied = copy_whole(&source, &tmp).and_then(|()| match file_hash(&tmp)?.1 == hash {
            true => Ok(()),
            false => Err(bad(snapshot, &"SHA-256")),
        });
        if let Err(error) = copied {
            let _ = fs::remove_file(&tmp); // may not exist; the first error is the one to tell
            return Err(error);
        }
        // The slots stay when they open this file; otherwise those that came with the copy.
        let same = Vault::at(&places.vault()).and_then(|v| v.salt()).is_ok_and(|salt| salt == keys.salt);
        if !same {
            let bytes = fs::read(vault_of(&source)).map_err(|e| Error::io("读取", "read", &vault_of(&source), e))?;
            place::write_whole(&places.vault(), &bytes, true)?;
        }
        let vault = Vault::at(&places.vault())?;
        let waiting = places.data.join(WAITING);
        fs::rename(&tmp, &waiting)
            .and_then(|()| place::sync_folder_entry(&waiting))
            .map_err(|e| Error::io("写入", "write", &waiting, e))?;
        finish(&places)?;

        let mut archive = Archive::open_with(places, keys, vault.file_id, held, at)?;
        archive.notices.retain(|n| !matches!(n, Notice::HeadBehind { .. } | Notice::HeadForked { .. } | Notice::UncleanExit { .. }));
        let name = source.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let body = json!({ "copy": name, "copy_head": { "seq": head.seq, "hash": head.hash }, "present_kept_in": aside });
        archive.own_line("archive.restored", body, at)?;
        Ok(archive)
    }

    /// A line the archive writes about itself: no act of the committee, no record touched.
    fn own_line(&mut self, act: &str, body: Value, at: At) -> Result<(), Error> {
        let line = Line { act: act.to_owned(), body, by: "lunshen".to_owned(), at, reasons: json!([]) };
        let guard = crate::archive::Guard::begin(&self.reader)?;
        let head = self.reader.append(&line, &Images::new())?;
        let committed = guard.commit();
        self.noted(committed)?;
        self.mark(&head, &stamp(at), true);
        Ok(())
    }

    /// Checks a snapshot or a copy from end to end without touching it or the present file.
    pub fn verify_copy(
        places: impl Into<Places>,
        snapshot: &str,
        passphrase: &str,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Report, Error> {
        let places = places.into();
        let file = found(&places, snapshot)?;
        verify_copy(&file, &keys_for(&places, &file, passphrase)?, progress)
    }
}

/// A name from the list, or the path of a copy elsewhere.
fn found(places: &Places, snapshot: &str) -> Result<PathBuf, Error> {
    let path = Path::new(snapshot);
    let file = if path.components().count() > 1 { path.to_owned() } else { places.snapshots().join(snapshot) };
    if !file.is_file() {
        return Err(Error::NotThere { dir: file });
    }
    if let Ok(bytes) = fs::read(ok_of(&file))
        && let Ok(info) = serde_json::from_slice::<SnapshotInfo>(&bytes)
        && fs::metadata(&file).is_ok_and(|m| m.len() != info.size)
    {
        return Err(bad(snapshot, &"文件不完整 / incomplete"));
    }
    Ok(file)
}

/// The present slots, if they are this file's, know the passphrase of today; else the slots beside the copy.
fn keys_for(places: &Places, file: &Path, passphrase: &str) -> Result<Keys, Error> {
    let beside = Vault::at(&vault_of(file));
    let present = Vault::at(&places.vault());
    if let Ok(p) = &present
        && beside.as_ref().map_or(true, |b| b.file_id == p.file_id)
        && let Ok(keys) = p.open(passphrase)
    {
        return Ok(keys);
    }
    match beside {
        Ok(vault) => vault.open(passphrase),
        Err(e) => present.map_err(|_| e).and_then(|v| v.open(passphrase)),
    }
}

/// The last line both files have.
fn common(a: &Reader, b: &Reader) -> Result<u32, Error> {
    let hash = |r: &Reader, n: u32| -> Result<Option<String>, Error> {
        if n == 0 {
            return r.meta("genesis");
        }
        Ok(r.stored(&JournalFilter { from_seq: n, limit: 1, ..JournalFilter::default() })?.pop().map(|s| s.hash))
    };
    // Equal up to some line and different ever after, since each line carries the one before.
    let (mut low, mut high) = (0, a.try_head()?.seq.min(b.try_head()?.seq));
    while low < high {
        let middle = (low + high).div_ceil(2);
        if hash(a, middle)? == hash(b, middle)? {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    Ok(low)
}

/// Copies the present file with its log and its slots into a folder of their own; gives the folder's name.
fn keep_aside(places: &Places, at: At) -> Result<Option<String>, Error> {
    if !places.file().exists() && !places.vault().exists() {
        return Ok(None);
    }
    place::private_dir(&places.aside())?;
    let base = at.format("%Y-%m-%dT%H%M%S").to_string();
    let name = (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") }).find(|n| !places.aside().join(n).exists());
    let name = name.expect("some number is free");
    let dir = places.aside().join(&name);
    place::private_dir(&dir)?;
    for file in [places.file(), places.wal(), places.vault()] {
        if file.exists() {
            copy_whole(&file, &dir.join(file.file_name().expect("named above")))?;
        }
    }
    Ok(Some(name))
}

fn copy_whole(from: &Path, to: &Path) -> Result<(), Error> {
    fs::copy(from, to)
        .and_then(|_| File::open(to)?.sync_all())
        .and_then(|()| place::sync_folder_entry(to))
        .map_err(|e| Error::io("写入", "write", to, e))
}

/// Lets a restored file that is waiting take its place; the log of the old one must go first or it would be played
/// into the new one.
pub(crate) fn finish(places: &Places) -> Result<(), Error> {
    let waiting = places.data.join(WAITING);
    if !waiting.exists() {
        return Ok(());
    }
    let wal = places.wal();
    if wal.exists() {
        fs::remove_file(&wal).map_err(|e| Error::io("清除", "clear", &wal, e))?;
    }
    let file = places.data.join(FILE);
    fs::rename(&waiting, &file).and_then(|()| place::sync_folder_entry(&file)).map_err(|e| Error::io("写入", "write", &file, e))
}
