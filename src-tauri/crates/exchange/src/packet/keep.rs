//! A file is written beside its place, flushed to the medium, read again, and only then given its name. A full disk or a
//! stick pulled out leaves the old file or none, never half a new one.

use super::Error;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// What was written. `sha256` differs each time the same thing is sealed; `manifest_sha256` does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub sha256: String,
    pub len: u64,
    /// Of the list inside, which is what a return answers to and what a record may keep.
    pub manifest_sha256: String,
}

/// Counts and hashes what passes.
pub(super) struct Weighed<W> {
    to: W,
    hash: Sha256,
    pub(super) len: u64,
}

impl<W: Write> Weighed<W> {
    pub(super) fn new(to: W) -> Self {
        Weighed { to, hash: Sha256::new(), len: 0 }
    }
    pub(super) fn done(mut self) -> io::Result<(String, u64)> {
        self.to.flush()?;
        Ok((super::hex(&self.hash.finalize()), self.len))
    }
}

impl<W: Write> Write for Weighed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.hash.update(&bytes[..n]);
        self.len += n as u64;
        Ok(n)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Writes `path` through `fill`, which says what it wrote.
pub(super) fn put(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<Written, Error>) -> Result<Written, Error> {
    let beside = beside(path);
    let failed = |e: io::Error| Error::io(e).at(path);
    // A remnant of an earlier try, or a link laid there by somebody: never written through.
    match std::fs::remove_file(&beside) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(failed(e)),
        _ => {}
    }
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&beside).map_err(failed)?;
        let mut out = BufWriter::with_capacity(256 * 1024, &mut file);
        let written = fill(&mut out).map_err(|e| e.at(path))?;
        out.flush().map_err(failed)?;
        drop(out);
        file.sync_all().map_err(failed)?;
        drop(file);
        let (sha256, len) = weigh(&beside).map_err(failed)?;
        if (&sha256, len) != (&written.sha256, written.len) {
            return Err(failed(io::Error::other("what was written reads back differently")));
        }
        std::fs::rename(&beside, path).map_err(failed)?;
        Ok(written)
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    // The name, too, must be on the medium. Where folders cannot be opened (Windows) the rename is written through.
    if let (Ok(_), Some(Ok(folder))) = (&written, path.parent().map(File::open)) {
        let _ = folder.sync_all();
    }
    written
}

/// The same for bytes at hand.
pub(super) fn put_bytes(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    put(path, |out| {
        let mut out = Weighed::new(out);
        out.write_all(bytes).map_err(Error::io)?;
        let (sha256, len) = out.done().map_err(Error::io)?;
        Ok(Written { sha256, len, manifest_sha256: String::new() })
    })?;
    Ok(())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    path.with_file_name(name)
}

fn weigh(path: &Path) -> io::Result<(String, u64)> {
    let (mut file, mut out) = (File::open(path)?, Weighed::new(io::sink()));
    let mut chunk = vec![0; 64 * 1024];
    loop {
        match file.read(&mut chunk)? {
            0 => return out.done(),
            n => out.write_all(&chunk[..n])?,
        }
    }
}
