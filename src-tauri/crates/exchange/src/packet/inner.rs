//! The inner container: one line that names format, version and program, the list as JSON with its length before it, an
//! Ed25519 signature over both, then the documents one after the other. The signature stands inside the encryption and
//! names committee and recipient, so nobody can pass another's packet on as their own.

use super::error::{Error, Part};
use super::{Layer, Version, unhex};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::de::DeserializeOwned;
use std::io::{self, Read};

const DOMAIN: &[u8] = b"lunshen signature 1\0";
/// Of the first line.
const LINE: usize = 120;
/// Of the list. A thousand documents with all questions are well under one MiB.
pub(super) const LIST: u64 = 8 * 1024 * 1024;

/// The line, the list and the signature, ready to be written.
pub(super) fn preface(layer: Layer, list: &[u8], seed: &[u8; 32]) -> Result<Vec<u8>, Error> {
    let len = u32::try_from(list.len()).ok().filter(|n| u64::from(*n) <= LIST);
    let len = len.ok_or(Error::TooLarge { what: "list".into(), claims: list.len() as u64, limit: LIST })?;
    let line = format!("{} {} lunshen/{}\n", layer.format(), Version::OURS, env!("CARGO_PKG_VERSION"));
    let signature = SigningKey::from_bytes(seed).sign(&signed(line.as_bytes(), list));
    Ok([line.as_bytes(), &len.to_be_bytes(), list, &signature.to_bytes()].concat())
}

fn signed(line: &[u8], list: &[u8]) -> Vec<u8> {
    [DOMAIN, line, list].concat()
}

pub(super) struct Preface<T> {
    pub(super) list: T,
    pub(super) bytes: Vec<u8>,
    /// Of line, length, list and signature together.
    pub(super) len: u64,
    version: Version,
    line: Vec<u8>,
    signature: [u8; 64],
}

/// Reads up to the first document. Nothing is believed yet: [`Preface::signed_by`] comes next.
pub(super) fn read<T: DeserializeOwned>(
    from: &mut impl Read,
    layer: Layer,
    fail: &dyn Fn(io::Error) -> Error,
) -> Result<Preface<T>, Error> {
    let mut line = Vec::new();
    while line.last() != Some(&b'\n') {
        if line.len() == LINE {
            return Err(layer.not_one());
        }
        let mut byte = [0];
        from.read_exact(&mut byte).map_err(fail)?;
        line.push(byte[0]);
    }
    let version = version(&line, layer)?;
    let mut len = [0; 4];
    from.read_exact(&mut len).map_err(fail)?;
    let len = u64::from(u32::from_be_bytes(len));
    if len > LIST {
        return Err(Error::TooLarge { what: "list".into(), claims: len, limit: LIST });
    }
    let mut bytes = Vec::new();
    from.take(len).read_to_end(&mut bytes).map_err(fail)?;
    let mut signature = [0; 64];
    from.read_exact(&mut signature).map_err(fail)?;
    // Where it is wrong, not what stands there: the words could be a title.
    let list = serde_json::from_slice(&bytes).map_err(|e| Error::Malformed { what: format!("list {}:{}", e.line(), e.column()) })?;
    let len = line.len() as u64 + 4 + len + 64;
    Ok(Preface { list, bytes, len, version, line, signature })
}

impl<T> Preface<T> {
    /// That the list was signed by the key it names, and says the same version as the line above it.
    pub(super) fn signed_by(&self, key: &str, version: Version) -> Result<(), Error> {
        let wrong = || Error::Altered { part: Part::Signature };
        let key = unhex::<32>(key).and_then(|k| VerifyingKey::from_bytes(&k).ok()).ok_or_else(wrong)?;
        let signature = Signature::from_bytes(&self.signature);
        key.verify_strict(&signed(&self.line, &self.bytes), &signature).map_err(|_| wrong())?;
        if version == self.version { Ok(()) } else { Err(Error::Malformed { what: "version".into() }) }
    }
}

fn version(line: &[u8], layer: Layer) -> Result<Version, Error> {
    let text = std::str::from_utf8(line).map_err(|_| layer.not_one())?.trim_end_matches('\n');
    let mut words = text.splitn(3, ' ');
    let (format, version, wrote) = (words.next(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if format != Some(layer.format()) {
        return Err(layer.not_one());
    }
    let number = |n: &str| n.parse::<u32>().ok().filter(|v| v.to_string() == n);
    let (major, minor) = version.split_once('.').and_then(|(a, b)| Some((number(a)?, number(b)?))).ok_or_else(|| layer.not_one())?;
    let found = Version { major, minor };
    if major > Version::OURS.major {
        let wrote = wrote.chars().filter(char::is_ascii_graphic).take(40).collect();
        return Err(Error::TooNew { needs: found, wrote });
    }
    if major < Version::OLDEST { Err(Error::TooOld { found }) } else { Ok(found) }
}
