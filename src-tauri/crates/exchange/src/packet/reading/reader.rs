//! The reader's signing seed for one committee, sealed under the passphrase. Another passphrase does not open it: then a new
//! one is made, which has to be enrolled, and the old file is put aside and not lost.

use super::random;
use crate::packet::error::Error;
use crate::packet::keep::put_bytes;
use crate::packet::{Manifest, Passphrase, hex, outer};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The seed, and whether it was made just now.
pub(super) fn seed(home: &Path, manifest: &Manifest, passphrase: &Passphrase) -> Result<([u8; 32], bool), Error> {
    let whose = Sha256::digest(format!("reader\0{}\0{}", manifest.committee.file_id, manifest.recipient.member));
    let path = home.join(format!("key-{}", &hex(&whose)[..24]));
    if path.exists() {
        let sealed = std::fs::read(&path).map_err(|e| Error::io(e).at(&path))?;
        match outer::open_bytes(&sealed, passphrase) {
            Ok(seed) => return Ok((seed, false)),
            Err(_) => {
                let aside = home.join(format!("key-{}-aside-{}", &hex(&whose)[..24], hex(&random::<4>()?)));
                std::fs::rename(&path, &aside).map_err(|e| Error::io(e).at(&path))?;
            }
        }
    }
    let seed = random()?;
    put_bytes(&path, &outer::seal_bytes(&passphrase.lock(), &seed)?)?;
    Ok((seed, true))
}
