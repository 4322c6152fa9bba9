//! Writing a packet: the list is signed, the documents follow as they are read, everything passes through once.

use super::error::Error;
use super::keep::{self, Weighed, Written};
use super::{DocumentOut, Layer, Manifest, Passphrase, Version, hex, inner, outer, read::Limits, verify_key};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};
use std::path::Path;

/// Where the bytes of a document come from.
pub type Blobs<'a> = dyn FnMut(&DocumentOut) -> io::Result<Box<dyn Read + 'a>> + 'a;
/// Told how many bytes of how many are done; false cancels.
pub type Progress<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// The name a packet is given: neither title nor name of anybody, and different for different recipients.
pub fn file_name(manifest: &Manifest) -> String {
    let mark = hex(&Sha256::digest(format!("packet\0{}\0{}", manifest.packet, manifest.edition)));
    format!("阅会包-{:02}-{}.lspkt", manifest.seq, &mark[..6])
}

pub fn write(
    manifest: &Manifest,
    blobs: &mut Blobs,
    signing_seed: &[u8; 32],
    passphrase: &Passphrase,
    out: impl Write,
    progress: &mut Progress,
) -> Result<Written, Error> {
    let wrong = |what: &str| Err(Error::Malformed { what: what.into() });
    manifest.sound()?;
    Limits::default().room(manifest)?;
    if manifest.version != Version::OURS {
        return wrong("version");
    }
    if manifest.committee.verify_key != verify_key(signing_seed) {
        return wrong("committee.verify_key");
    }
    if manifest.committee.answer_to.parse::<age::x25519::Recipient>().is_err() {
        return wrong("committee.answer_to");
    }
    let list = serde_json::to_vec(manifest).map_err(|_| Error::Malformed { what: "list".into() })?;
    let preface = inner::preface(Layer::Packet, &list, signing_seed)?;
    let total = manifest.total().unwrap_or(u64::MAX);
    let mut done = 0;
    let mut weighed = Weighed::new(out);
    let mut sealed = outer::seal(&passphrase.lock(), &mut weighed)?;
    sealed.write_all(&preface).map_err(Error::io)?;
    let mut chunk = vec![0; 64 * 1024];
    for document in manifest.documents() {
        let changed = || Error::Changed { title: document.title.clone() };
        let mut from = blobs(document).map_err(Error::io)?;
        let (mut hash, mut len) = (Sha256::new(), 0u64);
        loop {
            if !progress(done, total) {
                return Err(Error::Cancelled);
            }
            let n = match from.read(&mut chunk) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                got => got.map_err(Error::io)?,
            };
            len += n as u64;
            if n == 0 || len > document.len {
                break;
            }
            hash.update(&chunk[..n]);
            sealed.write_all(&chunk[..n]).map_err(Error::io)?;
            done += n as u64;
        }
        if len != document.len || hex(&hash.finalize()) != document.sha256 {
            return Err(changed());
        }
    }
    sealed.finish().map_err(Error::io)?;
    progress(total, total);
    let (sha256, len) = weighed.done().map_err(Error::io)?;
    Ok(Written { sha256, len, manifest_sha256: hex(&Sha256::digest(&list)) })
}

/// Writes it to a file, which is there whole or not at all. That `Ok` came back means the stick can be pulled.
pub fn write_to(
    path: &Path,
    manifest: &Manifest,
    blobs: &mut Blobs,
    signing_seed: &[u8; 32],
    passphrase: &Passphrase,
    progress: &mut Progress,
) -> Result<Written, Error> {
    keep::put(path, |out| write(manifest, blobs, signing_seed, passphrase, out, progress))
}
