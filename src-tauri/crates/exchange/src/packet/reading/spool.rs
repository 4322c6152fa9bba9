//! Documents on the reader's machine: chunks of 64 KiB, each sealed by itself, so that a page is read without the rest. The
//! nonce says which document and which chunk, the signed list says how many there are: none can be moved, swapped or left out.
//! The key is drawn anew for each packet, and under it a nonce ever meets one plaintext only.

use crate::packet::error::{Error, Part};
use crate::packet::read::Sink;
use crate::packet::{DocumentOut, Manifest};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

const CHUNK: usize = 64 * 1024;
const SEALED: u64 = CHUNK as u64 + 16;

fn nonce(document: &DocumentOut, chunk: u64) -> XNonce {
    let of = Sha256::digest(format!("{}\0{}\0{}", document.id, document.sha256, document.len));
    let mut nonce = [0; 24];
    nonce[..16].copy_from_slice(&of[..16]);
    nonce[16..].copy_from_slice(&chunk.to_be_bytes());
    XNonce::from(nonce)
}

fn name(at: usize) -> String {
    format!("{at:05}")
}

/// Takes the documents of one packet into a new folder.
pub(super) struct Spool {
    folder: PathBuf,
    cipher: XChaCha20Poly1305,
    at: usize,
    open: Option<(BufWriter<File>, DocumentOut)>,
    full: Vec<u8>,
    chunk: u64,
}

impl Spool {
    pub(super) fn into(folder: &Path, key: [u8; 32]) -> Spool {
        let cipher = XChaCha20Poly1305::new(&key.into());
        Spool { folder: folder.to_path_buf(), cipher, at: 0, open: None, full: Vec::with_capacity(CHUNK), chunk: 0 }
    }

    fn seal(&mut self) -> io::Result<()> {
        let Some((file, document)) = &mut self.open else { return Ok(()) };
        let sealed = self.cipher.encrypt(&nonce(document, self.chunk), &self.full[..]).map_err(io::Error::other)?;
        file.write_all(&sealed)?;
        self.full.clear();
        self.chunk += 1;
        Ok(())
    }
}

impl Sink for Spool {
    fn opened(&mut self, _: &Manifest) -> io::Result<()> {
        std::fs::create_dir(&self.folder)
    }
    fn begin(&mut self, document: &DocumentOut) -> io::Result<()> {
        let file = File::create_new(self.folder.join(name(self.at)))?;
        self.open = Some((BufWriter::with_capacity(256 * 1024, file), document.clone()));
        self.chunk = 0;
        Ok(())
    }
    fn chunk(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let n = bytes.len().min(CHUNK - self.full.len());
            self.full.extend_from_slice(&bytes[..n]);
            bytes = &bytes[n..];
            if self.full.len() == CHUNK {
                self.seal()?;
            }
        }
        Ok(())
    }
    fn end(&mut self, _: &DocumentOut) -> io::Result<()> {
        if !self.full.is_empty() {
            self.seal()?;
        }
        if let Some((file, _)) = self.open.take() {
            file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        }
        self.at += 1;
        Ok(())
    }
}

/// One document of a packet that was taken in, read from any place.
pub struct Spooled {
    file: File,
    path: PathBuf,
    cipher: XChaCha20Poly1305,
    document: DocumentOut,
    at: u64,
    /// The chunk at hand and its number.
    open: Option<(u64, Vec<u8>)>,
}

impl Spooled {
    pub(super) fn open(folder: &Path, at: usize, document: &DocumentOut, key: &[u8; 32]) -> Result<Spooled, Error> {
        let path = folder.join(name(at));
        let file = File::open(&path).map_err(|e| Error::io(e).at(&path))?;
        let cipher = XChaCha20Poly1305::new(&(*key).into());
        Ok(Spooled { file, path, cipher, document: document.clone(), at: 0, open: None })
    }

    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> u64 {
        self.document.len
    }
    pub fn sha256(&self) -> &str {
        &self.document.sha256
    }
    pub fn altered(&self) -> Error {
        Error::Altered { part: Part::Document(self.document.title.clone()) }
    }
    /// What a failed read of this document means.
    pub fn judge(&self, failed: io::Error) -> Error {
        match failed.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => self.altered(),
            _ => Error::io(failed).at(&self.path),
        }
    }

    fn load(&mut self, chunk: u64) -> io::Result<()> {
        let plain = (self.document.len - chunk * CHUNK as u64).min(CHUNK as u64) as usize;
        let mut sealed = vec![0; plain + 16];
        self.file.seek(SeekFrom::Start(chunk * SEALED))?;
        self.file.read_exact(&mut sealed)?;
        let opened = self.cipher.decrypt(&nonce(&self.document, chunk), &sealed[..]);
        self.open = Some((chunk, opened.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?));
        Ok(())
    }
}

impl Read for Spooled {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() || self.at >= self.document.len {
            return Ok(0);
        }
        let (chunk, within) = (self.at / CHUNK as u64, (self.at % CHUNK as u64) as usize);
        if self.open.as_ref().is_none_or(|(n, _)| *n != chunk) {
            self.load(chunk)?;
        }
        let plain = self.open.as_ref().map(|(_, plain)| &plain[within..]).unwrap_or_default();
        let n = plain.len().min(into.len());
        into[..n].copy_from_slice(&plain[..n]);
        self.at += n as u64;
        Ok(n)
    }
}

impl Seek for Spooled {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(n) => Some(n),
            SeekFrom::End(n) => self.document.len.checked_add_signed(n),
            SeekFrom::Current(n) => self.at.checked_add_signed(n),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
