//! The high-water mark: how far the journal had got, kept outside the file and sealed with its key. A file that is
//! behind its mark has lost lines (a torn write-ahead log) or was put back from an older day; either is said at opening.
//!
//! It is written after each act without waiting for the disk: a mark that lags is harmless, only one that leads speaks.

use crate::Error;
use crate::chain::Head;
use crate::keys::Keys;
use crate::place::write_whole;
use serde::{Deserialize, Serialize};
use std::path::Path;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Mark {
    pub file: String,
    pub seq: u32,
    pub hash: String,
    pub at: String,
    pub seal: String,
}

impl Mark {
    fn text(&self) -> String {
        format!("{}\n{}\n{}\n{}", self.file, self.seq, self.hash, self.at)
    }

    pub fn write(path: &Path, keys: &Keys, file: &str, head: &Head, at: &str, durable: bool) -> Result<(), Error> {
        let mut mark = Mark { file: file.to_owned(), seq: head.seq, hash: head.hash.clone(), at: at.to_owned(), seal: String::new() };
        mark.seal = keys.seal(&mark.text());
        write_whole(path, &serde_json::to_vec(&mark).expect("strings and numbers are JSON"), durable)
    }

    /// None: no mark yet. Err: there is one, but it is not ours or was damaged.
    pub fn read(path: &Path, keys: &Keys, file: &str) -> Result<Option<Mark>, Error> {
        let bytes = match std::fs::read(path) {
            Ok(b) => b,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Error::io("读取", "read", path, e)),
        };
        let mark: Mark = serde_json::from_slice(&bytes).map_err(|e| Error::damaged("head.json", e))?;
        if mark.file != file || mark.seal != keys.seal(&mark.text()) {
            return Err(Error::damaged("head.json", "seal"));
        }
        Ok(Some(mark))
    }
}
