//! What a reader's machine keeps beside the packets themselves: the keys of committees it has met, and for each packet kept
//! here the name its file had, when it was opened last, and a mark by which editions of one packet know each other. Nothing
//! of this tells what a packet is of: names of packet files hold a number and six digits, marks are hashes of ids that are
//! random.

use super::show::Recent;
use crate::failure::Failure;
use exchange::packet::reading::Reading;
use exchange::packet::{Committee, DocumentOut, Error, Limits, Manifest, Passphrase, Sink, read};
use measures::Instant;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

const KNOWN: &str = "known";
const LABEL: &str = "label";

/// A committee's key as it was met here.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Met {
    key: String,
    /// The reader compared its digits with what the secretary read out.
    compared: bool,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Label {
    name: String,
    /// The same for all editions of one packet to one reader.
    kin: String,
    opened: Option<Instant>,
}

pub(super) struct Shelf {
    home: PathBuf,
}

impl Shelf {
    pub(super) fn new(home: PathBuf) -> Shelf {
        Shelf { home }
    }
    pub(super) fn home(&self) -> &Path {
        &self.home
    }

    fn met(&self) -> BTreeMap<String, Met> {
        from(&self.home.join(KNOWN)).unwrap_or_default()
    }

    pub(super) fn limits(&self) -> Limits {
        Limits { known: self.met().into_iter().map(|(id, met)| (id, met.key)).collect(), ..Limits::default() }
    }

    /// Whether the committee's key was compared by a person; a key met for the first time is remembered as not compared.
    pub(super) fn meet(&self, committee: &Committee) -> Result<bool, Failure> {
        let mut met = self.met();
        if let Some(known) = met.get(&committee.file_id).filter(|known| known.key == committee.verify_key) {
            return Ok(known.compared);
        }
        met.insert(committee.file_id.clone(), Met { key: committee.verify_key.clone(), compared: false });
        self.keep_met(&met)?;
        Ok(false)
    }

    /// The digits were compared: from now on this key and no other is the committee's.
    pub(super) fn compared(&self, committee: &Committee) -> Result<(), Failure> {
        let mut met = self.met();
        met.insert(committee.file_id.clone(), Met { key: committee.verify_key.clone(), compared: true });
        self.keep_met(&met)
    }

    fn keep_met(&self, met: &BTreeMap<String, Met>) -> Result<(), Failure> {
        to(&self.home.join(KNOWN), met)
    }

    /// Whether this is another key than the one met before.
    pub(super) fn is_other(&self, committee: &Committee) -> bool {
        self.met().get(&committee.file_id).is_some_and(|met| met.key != committee.verify_key)
    }

    /// Labels the folder of a packet that was opened. Its name is kept when it is opened again without its file.
    pub(super) fn label(&self, reading: &Reading, name: Option<&str>, now: Instant) -> Result<(), Failure> {
        let path = reading.folder().join(LABEL);
        let before: Label = from(&path).unwrap_or_default();
        let name = name.map_or(before.name, str::to_string);
        to(&path, &Label { name, kin: kin(reading.manifest()), opened: Some(now) })
    }

    /// The packets kept here, the one opened last first.
    pub(super) fn recent(&self) -> Vec<Recent> {
        let mut out: Vec<Recent> = Reading::all(&self.home)
            .into_iter()
            .filter_map(|folder| {
                let label: Label = from(&folder.join(LABEL)).unwrap_or_default();
                Some(Recent { id: id_of(&folder), name: label.name, opened: label.opened?, size: size(&folder) })
            })
            .collect();
        out.sort_by(|a, b| b.opened.cmp(&a.opened).then_with(|| a.id.cmp(&b.id)));
        out
    }

    /// The folder an id names; only one that is a packet's.
    pub(super) fn folder(&self, id: &str) -> Result<PathBuf, Failure> {
        Reading::all(&self.home)
            .into_iter()
            .find(|folder| id_of(folder) == id)
            .ok_or_else(|| Failure::not_found("packet", id).way("请重新选择阅会包文件。", "Choose the packet's file again."))
    }

    pub(super) fn name(&self, id: &str) -> String {
        self.folder(id).ok().and_then(|folder| from::<Label>(&folder.join(LABEL))).map(|label| label.name).unwrap_or_default()
    }

    /// Other editions of the same packet that open under the same passphrase. Each costs a moment of unlocking; a reader has
    /// two or three. One that does not open is of another time.
    pub(super) fn kin(&self, reading: &Reading, said: &Passphrase) -> Vec<Reading> {
        let mark = kin(reading.manifest());
        let others = Reading::all(&self.home).into_iter().filter(|folder| folder != reading.folder());
        let same = others.filter(|folder| from::<Label>(&folder.join(LABEL)).is_some_and(|label| label.kin == mark));
        same.take(12).filter_map(|folder| Reading::open(&folder, said).ok()).filter(|one| kin(one.manifest()) == mark).collect()
    }

    /// Removes a packet with all that was filled in. What was returned is with the committee.
    pub(super) fn discard(&self, id: &str) -> Result<(), Failure> {
        let folder = self.folder(id)?;
        std::fs::remove_dir_all(&folder).map_err(|e| Failure::io(&folder, &e))
    }
}

pub(super) fn id_of(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn kin(manifest: &Manifest) -> String {
    let of = [&manifest.committee.file_id, &manifest.occasion.id, &manifest.recipient.member].map(String::as_str).join("\0");
    Sha256::digest(format!("kin\0{of}")).iter().take(12).map(|b| format!("{b:02x}")).collect()
}

fn size(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|entry| entry.metadata().ok()).map(|about| about.len()).sum()
}

/// None when it is not there or not to be understood: then it is asked for or made anew.
fn from<T: DeserializeOwned>(path: &Path) -> Option<T> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// Written beside and renamed: a power cut leaves the old one.
fn to<T: Serialize>(path: &Path, what: &T) -> Result<(), Failure> {
    let beside = path.with_extension("part");
    let write = || -> io::Result<()> {
        std::fs::write(&beside, serde_json::to_vec(what)?)?;
        std::fs::File::open(&beside)?.sync_all()?;
        std::fs::rename(&beside, path)
    };
    write().map_err(|e| Failure::io(path, &e))
}

/// Who a packet says it is from, signed by the key it names. Nothing of it is kept.
pub(super) fn peek(file: impl io::Read, said: &Passphrase) -> Result<Committee, Error> {
    let mut sink = First(None);
    let read = read(file, said, &mut sink, &Limits::default());
    match (sink.0, read) {
        (Some(committee), _) => Ok(committee),
        (None, Err(e)) => Err(e),
        (None, Ok(opened)) => Ok(opened.manifest.committee),
    }
}

/// Stops as soon as the list was read.
struct First(Option<Committee>);

impl Sink for First {
    fn opened(&mut self, manifest: &Manifest) -> io::Result<()> {
        self.0 = Some(manifest.committee.clone());
        Err(io::ErrorKind::Interrupted.into())
    }
    fn begin(&mut self, _: &DocumentOut) -> io::Result<()> {
        Ok(())
    }
    fn chunk(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
    fn end(&mut self, _: &DocumentOut) -> io::Result<()> {
        Ok(())
    }
}
