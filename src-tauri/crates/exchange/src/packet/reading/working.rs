//! The working file: a line, the sealed key with its length, a nonce, and the contents under that key. A new nonce each time
//! it is written; the head before it is authenticated with the contents.

use super::{Kept, random};
use crate::packet::error::{Error, Part};
use crate::packet::keep::put_bytes;
use crate::packet::{Passphrase, Version, outer};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::io::Read;
use std::path::Path;

pub(super) const NAME: &str = "working";
const LINE: &[u8] = b"lunshen-reading 1\n";
const MOST: u64 = 64 * 1024 * 1024;

/// Opens and writes the working file of one packet.
pub(super) struct Lock {
    cipher: XChaCha20Poly1305,
    /// The line and the sealed key as they stand in the file.
    head: Vec<u8>,
}

impl Lock {
    pub(super) fn new(passphrase: &Passphrase) -> Result<Lock, Error> {
        let key = random::<32>()?;
        let sealed = outer::seal_bytes(&passphrase.lock(), &key)?;
        let len = u16::try_from(sealed.len()).map_err(|_| Error::Altered { part: Part::Working })?;
        Ok(Lock { cipher: XChaCha20Poly1305::new(&key.into()), head: [LINE, &len.to_be_bytes(), &sealed].concat() })
    }

    pub(super) fn open(folder: &Path, passphrase: &Passphrase) -> Result<(Lock, Kept), Error> {
        let path = folder.join(NAME);
        let mut bytes = Vec::new();
        let file = std::fs::File::open(&path).map_err(|e| Error::io(e).at(&path))?;
        file.take(MOST + 1).read_to_end(&mut bytes).map_err(|e| Error::io(e).at(&path))?;
        Lock::unlock(&bytes, passphrase)
    }

    fn unlock(bytes: &[u8], passphrase: &Passphrase) -> Result<(Lock, Kept), Error> {
        let altered = || Error::Altered { part: Part::Working };
        if bytes.len() as u64 > MOST {
            return Err(Error::TooLarge { what: NAME.into(), claims: bytes.len() as u64, limit: MOST });
        }
        let rest = bytes.strip_prefix(LINE).ok_or_else(altered)?;
        let (len, rest) = rest.split_first_chunk::<2>().ok_or(Error::Truncated)?;
        let (sealed, rest) = rest.split_at_checked(u16::from_be_bytes(*len).into()).ok_or(Error::Truncated)?;
        let (nonce, contents) = rest.split_first_chunk::<24>().ok_or(Error::Truncated)?;
        let key: [u8; 32] = outer::open_bytes(sealed, passphrase)?;
        let cipher = XChaCha20Poly1305::new(&key.into());
        let head = bytes[..LINE.len() + 2 + sealed.len()].to_vec();
        let plain = cipher.decrypt(&XNonce::from(*nonce), Payload { msg: contents, aad: &head }).map_err(|_| altered())?;
        let kept: Kept = serde_json::from_slice(&plain).map_err(|_| altered())?;
        if kept.version.major > Version::OURS.major {
            return Err(Error::TooNew { needs: kept.version, wrote: String::new() });
        }
        kept.manifest.sound()?;
        Ok((Lock { cipher, head }, kept))
    }

    pub(super) fn write(&self, folder: &Path, kept: &Kept) -> Result<(), Error> {
        let altered = || Error::Altered { part: Part::Working };
        let plain = serde_json::to_vec(kept).map_err(|_| altered())?;
        let nonce = random::<24>()?;
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: &self.head }).map_err(|_| altered())?;
        put_bytes(&folder.join(NAME), &[&self.head[..], &nonce, &sealed].concat())
    }
}
