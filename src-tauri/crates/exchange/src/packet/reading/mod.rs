//! What a reader's machine keeps of a packet: one working file with the list, the answers and the private notes, and the
//! documents in a folder beside it, all encrypted. Neither a file nor a folder tells by its name what it is of.
//!
//! The working file is written anew, whole, after each answer. Its key is random and sealed under the passphrase in the
//! file's own head, so the passphrase is worked through once, at opening. There is no way in without it.

mod reader;
mod spool;
mod working;

pub use spool::Spooled;

use super::error::{Error, Part};
use super::keep::{Written, put};
use super::read::{Limits, Opened, Verified, read};
use super::{ItemBack, Manifest, Passphrase, RETURN, Return, Version, hex, seal_return, unhex, verify_key};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A note for the reader alone. It has no way into a return.
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ReadingNote"))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub id: String,
    pub item: String,
    #[serde(default)]
    pub document: String,
    /// From 1; 0 = the whole document.
    #[serde(default)]
    pub page: u32,
    #[serde(default)]
    pub quote: String,
    #[serde(default)]
    pub words: String,
    /// Marked places as left, top, right, bottom in ten-thousandths of the page.
    #[serde(default)]
    pub marks: Vec<[u32; 4]>,
}

/// Everything in the working file.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    version: Version,
    manifest: Manifest,
    manifest_sha256: String,
    verified: Verified,
    /// The reader's signing seed as it was when the packet was taken in, in hex.
    seed: String,
    /// Seals the documents.
    documents: String,
    /// Returns made so far.
    returns: u32,
    items: Vec<ItemBack>,
    notes: Vec<Note>,
    /// Where the reader was: page, size of the text. The screens' own.
    #[serde(default)]
    place: BTreeMap<String, String>,
}

/// A packet opened on the reader's machine.
pub struct Reading {
    folder: PathBuf,
    lock: working::Lock,
    kept: Kept,
    new_key: bool,
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "Reading({})", self.folder.display())
    }
}

impl Reading {
    /// Opens a packet into `home`. One that was opened there before keeps its answers and notes.
    pub fn take_in(home: &Path, packet: impl Read, passphrase: &Passphrase, limits: &Limits) -> Result<Reading, Error> {
        let failed = |e: std::io::Error| Error::io(e).at(home);
        std::fs::create_dir_all(home).map_err(failed)?;
        let fresh = home.join(format!("new-{}", hex(&random::<8>()?)));
        let key = random::<32>()?;
        let taken = (|| {
            let mut spool = spool::Spool::into(&fresh, key);
            let opened = read(packet, passphrase, &mut spool, limits).map_err(|e| e.at(&fresh))?;
            Reading::settle(home, &fresh, &key, opened, passphrase)
        })();
        // Gone when the packet was settled; else what was spooled of a packet that did not hold.
        if fresh.exists() {
            let _ = std::fs::remove_dir_all(&fresh);
        }
        taken
    }

    fn settle(home: &Path, fresh: &Path, key: &[u8; 32], opened: Opened, passphrase: &Passphrase) -> Result<Reading, Error> {
        let folder = home.join(folder_name(&opened.manifest_sha256));
        if folder.exists() {
            let mut earlier = Reading::open(&folder, passphrase)?;
            earlier.kept.verified = opened.verified;
            return Ok(earlier);
        }
        let (seed, new_key) = reader::seed(home, &opened.manifest, passphrase)?;
        let blank =
            |item: &super::ItemOut| ItemBack { id: item.id.clone(), case: item.case.clone(), edition: item.edition, ..ItemBack::default() };
        let kept = Kept {
            version: Version::OURS,
            items: opened.manifest.items.iter().map(blank).collect(),
            manifest: opened.manifest,
            manifest_sha256: opened.manifest_sha256,
            verified: opened.verified,
            seed: hex(&seed),
            documents: hex(key),
            returns: 0,
            notes: vec![],
            place: BTreeMap::new(),
        };
        let lock = working::Lock::new(passphrase)?;
        lock.write(fresh, &kept)?;
        std::fs::rename(fresh, &folder).map_err(|e| Error::io(e).at(&folder))?;
        Ok(Reading { folder, lock, kept, new_key })
    }

    /// Opens what was taken in before, without the packet.
    pub fn open(folder: &Path, passphrase: &Passphrase) -> Result<Reading, Error> {
        let (lock, kept) = working::Lock::open(folder, passphrase)?;
        Ok(Reading { folder: folder.to_path_buf(), lock, kept, new_key: false })
    }

    /// What was taken in here before. Which is which cannot be told without the passphrase.
    pub fn all(home: &Path) -> Vec<PathBuf> {
        let found = std::fs::read_dir(home).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut all: Vec<_> = found.filter(|p| p.join(working::NAME).is_file() && !is_fresh(p)).collect();
        all.sort();
        all
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
    pub fn manifest(&self) -> &Manifest {
        &self.kept.manifest
    }
    pub fn manifest_sha256(&self) -> &str {
        &self.kept.manifest_sha256
    }
    pub fn verified(&self) -> Verified {
        self.kept.verified
    }
    /// One entry for each item of the packet, in its order.
    pub fn items(&self) -> &[ItemBack] {
        &self.kept.items
    }
    pub fn notes(&self) -> &[Note] {
        &self.kept.notes
    }
    pub fn place(&self) -> &BTreeMap<String, String> {
        &self.kept.place
    }
    /// How many returns were made of it.
    pub fn returns(&self) -> u32 {
        self.kept.returns
    }
    /// The reader's key was made just now, so the committee does not know it yet.
    pub fn new_key(&self) -> bool {
        self.new_key
    }
    /// The reader's public key in hex; `spoken::fingerprint_of_hex` of it is what is read over the telephone.
    pub fn key(&self) -> Result<String, Error> {
        Ok(verify_key(&self.seed()?))
    }

    fn seed(&self) -> Result<[u8; 32], Error> {
        unhex(&self.kept.seed).ok_or(Error::Altered { part: Part::Working })
    }

    /// Changes something and writes it down; what could not be written is not changed either.
    fn change(&mut self, how: impl FnOnce(&mut Kept) -> Result<(), Error>) -> Result<(), Error> {
        let mut next = self.kept.clone();
        how(&mut next)?;
        self.lock.write(&self.folder, &next)?;
        self.kept = next;
        Ok(())
    }

    /// Keeps the answers to one item. Which version was read is the packet's to say, not the screen's.
    pub fn answer(&mut self, answer: ItemBack) -> Result<(), Error> {
        self.change(|kept| {
            let known = kept.items.iter_mut().find(|i| i.id == answer.id).ok_or(Error::Malformed { what: "items.id".into() })?;
            *known = ItemBack { case: known.case.clone(), edition: known.edition, ..answer };
            Ok(())
        })
    }

    /// Adds a note or puts it in place of the one with its id.
    pub fn note(&mut self, note: Note) -> Result<(), Error> {
        self.change(|kept| {
            match kept.notes.iter_mut().find(|n| n.id == note.id) {
                Some(known) => *known = note,
                None => kept.notes.push(note),
            }
            Ok(())
        })
    }

    pub fn drop_note(&mut self, id: &str) -> Result<(), Error> {
        self.change(|kept| {
            kept.notes.retain(|n| n.id != id);
            Ok(())
        })
    }

    pub fn set_place(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.change(|kept| {
            kept.place.insert(key.into(), value.into());
            Ok(())
        })
    }

    /// Takes over answers and notes from an earlier edition, for items whose material is the same and which have none yet.
    pub fn take_over(&mut self, earlier: &Reading) -> Result<(), Error> {
        self.change(|kept| {
            for item in &mut kept.items {
                let blank = ItemBack { id: item.id.clone(), case: item.case.clone(), edition: item.edition, ..ItemBack::default() };
                let before = earlier.kept.items.iter().find(|i| i.id == item.id && i.edition == item.edition);
                if let Some(before) = before.filter(|_| *item == blank) {
                    *item = ItemBack { case: item.case.clone(), ..before.clone() };
                }
            }
            for note in &earlier.kept.notes {
                if kept.items.iter().any(|i| i.id == note.item) && !kept.notes.iter().any(|n| n.id == note.id) {
                    kept.notes.push(note.clone());
                }
            }
            Ok(())
        })
    }

    /// A document, of which any part can be read without the rest.
    pub fn document(&self, id: &str) -> Result<Spooled, Error> {
        let found = self.kept.manifest.documents().position(|d| d.id == id);
        let at = found.ok_or_else(|| Error::NotThere { path: id.into() })?;
        let key = unhex(&self.kept.documents).ok_or(Error::Altered { part: Part::Working })?;
        let document = self.kept.manifest.documents().nth(at).ok_or_else(|| Error::NotThere { path: id.into() })?;
        Spooled::open(&self.folder, at, document, &key)
    }

    /// A document whole, compared with its hash.
    pub fn bytes(&self, id: &str) -> Result<Vec<u8>, Error> {
        let mut document = self.document(id)?;
        let mut bytes = Vec::new();
        document.read_to_end(&mut bytes).map_err(|e| document.judge(e))?;
        if hex(&Sha256::digest(&bytes)) == document.sha256() { Ok(bytes) } else { Err(document.altered()) }
    }

    /// The return as it would be made now; `made` is the moment.
    pub fn draft(&self, made: DateTime<FixedOffset>) -> Result<Return, Error> {
        let m = &self.kept.manifest;
        Ok(Return {
            format: RETURN.into(),
            version: Version::OURS,
            packet: m.packet.clone(),
            manifest_sha256: self.kept.manifest_sha256.clone(),
            seq: self.kept.returns + 1,
            committee_file_id: m.committee.file_id.clone(),
            occasion: m.occasion.id.clone(),
            member: m.recipient.member.clone(),
            made,
            key: self.key()?,
            items: self.kept.items.clone(),
        })
    }

    /// Makes a return file. Its number is counted first: two different returns never bear the same.
    pub fn make_return(&mut self, path: &Path, made: DateTime<FixedOffset>) -> Result<(Return, Written), Error> {
        let ret = self.draft(made)?;
        let (seed, answer_to) = (self.seed()?, self.kept.manifest.committee.answer_to.clone());
        self.change(|kept| {
            kept.returns = ret.seq;
            Ok(())
        })?;
        let written = put(path, |out| seal_return(&ret, &seed, &answer_to, out))?;
        Ok((ret, written))
    }

    /// The name of the next return file; tells as little as that of the packet.
    pub fn return_name(&self) -> String {
        let mark = hex(&Sha256::digest(format!("return\0{}", self.kept.manifest_sha256)));
        format!("回执-{:02}-{}.lsret", self.kept.returns + 1, &mark[..6])
    }
}

fn folder_name(manifest_sha256: &str) -> String {
    hex(&Sha256::digest(format!("reading\0{manifest_sha256}")))[..24].into()
}

fn is_fresh(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("new-"))
}

pub(super) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Error::io(std::io::Error::other(e.to_string())))?;
    Ok(bytes)
}
