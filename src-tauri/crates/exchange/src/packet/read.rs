//! Reading a packet. Order matters: bounds, passphrase, signature, who it is from and for, and only then documents, each
//! handed on as it comes and believed when its hash agrees.

use super::error::{Error, Part};
use super::{DocumentOut, Layer, Manifest, Passphrase, hex, inner, outer};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

/// What is accepted, and whom the reader knows already.
#[derive(Debug, Clone)]
pub struct Limits {
    pub document: u64,
    pub total: u64,
    pub documents: usize,
    /// The key of each committee known here, by its file id. A packet of a known committee under another key is refused;
    /// one of an unknown committee is `FirstSeen`.
    pub known: BTreeMap<String, String>,
    /// Only for this committee, if given.
    pub committee: Option<String>,
    /// Only for this member, if given.
    pub member: Option<String>,
}

impl Default for Limits {
    fn default() -> Self {
        let gib = 1024 * 1024 * 1024;
        Limits { document: gib, total: 2 * gib, documents: 10_000, known: BTreeMap::new(), committee: None, member: None }
    }
}

impl Limits {
    pub(super) fn room(&self, manifest: &Manifest) -> Result<(), Error> {
        let large = |what: &str, claims, limit| Err(Error::TooLarge { what: what.into(), claims, limit });
        if let Some(d) = manifest.documents().find(|d| d.len > self.document) {
            return large("document", d.len, self.document);
        }
        let total = manifest.total().unwrap_or(u64::MAX);
        let count = manifest.documents().count();
        if total > self.total || count > self.documents {
            return large("documents", total, self.total);
        }
        Ok(())
    }
}

/// Takes the documents in. What it was given counts only after `end`, and all of it only after [`read`] has come back.
/// A sink that answers with `ErrorKind::Interrupted` ends the reading as cancelled.
pub trait Sink {
    /// The signature holds and the packet is for this reader; here is what will come.
    fn opened(&mut self, _manifest: &Manifest) -> io::Result<()> {
        Ok(())
    }
    fn begin(&mut self, document: &DocumentOut) -> io::Result<()>;
    fn chunk(&mut self, bytes: &[u8]) -> io::Result<()>;
    fn end(&mut self, document: &DocumentOut) -> io::Result<()>;
}

/// For checking a packet without keeping anything of it.
pub struct Nowhere;

impl Sink for Nowhere {
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

/// Whose signature it is. That it holds is not in question here: a packet whose signature does not is never opened.
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketVerified"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// The committee's key as it is known here.
    Known,
    /// A key seen for the first time: its spoken number should be compared once.
    FirstSeen,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub manifest: Manifest,
    pub manifest_sha256: String,
    pub verified: Verified,
}

pub fn read(input: impl Read, passphrase: &Passphrase, sink: &mut dyn Sink, limits: &Limits) -> Result<Opened, Error> {
    let (mut from, gauge) = outer::open(input, Layer::Packet, passphrase.key())?;
    let preface = inner::read::<Manifest>(&mut from, Layer::Packet, &|e| gauge.judge(e, None))?;
    let manifest = &preface.list;
    preface.signed_by(&manifest.committee.verify_key, manifest.version)?;
    manifest.sound()?;
    limits.room(manifest)?;
    let verified = known(manifest, limits)?;
    let taken = |e: io::Error| if e.kind() == io::ErrorKind::Interrupted { Error::Cancelled } else { Error::io(e) };
    sink.opened(manifest).map_err(taken)?;

    let plain = manifest.total().and_then(|n| n.checked_add(preface.len));
    let mut chunk = vec![0; 64 * 1024];
    for document in manifest.documents() {
        sink.begin(document).map_err(taken)?;
        let (mut hash, mut left) = (Sha256::new(), document.len);
        while left > 0 {
            let most = usize::try_from(left).unwrap_or(usize::MAX).min(chunk.len());
            let n = from.read(&mut chunk[..most]).map_err(|e| gauge.judge(e, plain))?;
            if n == 0 {
                return Err(Error::Truncated);
            }
            hash.update(&chunk[..n]);
            sink.chunk(&chunk[..n]).map_err(taken)?;
            left -= n as u64;
        }
        if hex(&hash.finalize()) != document.sha256 {
            return Err(Error::Altered { part: Part::Document(document.title.clone()) });
        }
        sink.end(document).map_err(taken)?;
    }
    // The seal of the last chunk is proved by reaching the end, and nothing may follow.
    if from.read(&mut [0]).map_err(|e| gauge.judge(e, plain))? != 0 {
        return Err(Error::Malformed { what: "trailing bytes".into() });
    }
    let manifest_sha256 = hex(&Sha256::digest(&preface.bytes));
    Ok(Opened { manifest: preface.list, manifest_sha256, verified })
}

/// The same from a file; a failure names it.
pub fn read_from(path: &Path, passphrase: &Passphrase, sink: &mut dyn Sink, limits: &Limits) -> Result<Opened, Error> {
    let file = std::fs::File::open(path).map_err(|e| Error::io(e).at(path))?;
    read(file, passphrase, sink, limits).map_err(|e| e.at(path))
}

fn known(manifest: &Manifest, limits: &Limits) -> Result<Verified, Error> {
    let committee = &manifest.committee;
    let other = || Error::OtherCommittee { name: committee.name.clone() };
    if limits.committee.as_ref().is_some_and(|only| *only != committee.file_id) {
        return Err(other());
    }
    if limits.member.as_ref().is_some_and(|only| *only != manifest.recipient.member) {
        return Err(Error::OtherRecipient { name: manifest.recipient.name.clone() });
    }
    match limits.known.get(&committee.file_id) {
        None => Ok(Verified::FirstSeen),
        Some(key) if *key == committee.verify_key => Ok(Verified::Known),
        Some(_) => Err(other()),
    }
}
