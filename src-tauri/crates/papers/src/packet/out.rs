//! The file as it is written: objects one after the other, where each begins, and the hash of it all.

use super::object::{write, write_dict};
use crate::Error;
use sha2::{Digest, Sha256};
use std::io::Write;
use written::{Dictionary, Object, Stream};

pub(super) const CATALOG: u32 = 1;
pub(super) const TREE: u32 = 2;
pub(super) const INFO: u32 = 3;
/// Content that opens and closes what a file's own content is wrapped in.
pub(super) const OPEN: u32 = 4;

pub(super) struct Merge<'w> {
    pub(super) out: &'w mut dyn Write,
    pub(super) hash: Sha256,
    pub(super) at: u64,
    /// Where each object begins; 0 until it is written.
    pub(super) offsets: Vec<u64>,
    pub(super) pages: Vec<u32>,
    pub(super) nodes: Vec<u32>,
    /// Our own pages, ready to be put in their places.
    pub(super) own: Vec<Dictionary>,
    pub(super) own_links: Vec<Vec<(f32, f32, f32, f32, usize)>>,
}

pub(super) fn failed(e: impl std::fmt::Display) -> Error {
    Error::Write(e.to_string())
}
pub(super) fn to(id: u32) -> Object {
    Object::Reference((id, 0))
}

impl<'w> Merge<'w> {
    pub(super) fn begin(out: &'w mut dyn Write) -> Result<Merge<'w>, Error> {
        let mut merge = Merge {
            out,
            hash: Sha256::new(),
            at: 0,
            offsets: vec![0; OPEN as usize + 1],
            pages: Vec::new(),
            nodes: Vec::new(),
            own: Vec::new(),
            own_links: Vec::new(),
        };
        merge.bytes(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
        merge.object(OPEN, &Object::Stream(Stream::new(Dictionary::new(), b"q\n".to_vec())))?;
        Ok(merge)
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.out.write_all(bytes).map_err(failed)?;
        self.hash.update(bytes);
        self.at += bytes.len() as u64;
        Ok(())
    }

    pub(super) fn id(&mut self) -> u32 {
        self.offsets.push(0);
        (self.offsets.len() - 1) as u32
    }

    pub(super) fn object(&mut self, id: u32, object: &Object) -> Result<(), Error> {
        self.offsets[id as usize] = self.at;
        let mut head = format!("{id} 0 obj\n").into_bytes();
        match object {
            Object::Stream(stream) => {
                let mut dict = stream.dict.clone();
                dict.set("Length", stream.content.len() as i64);
                write_dict(&mut head, &dict);
                head.extend_from_slice(b"stream\n");
                self.bytes(&head)?;
                self.bytes(&stream.content)?;
                self.bytes(b"\nendstream\nendobj\n")
            }
            other => {
                write(&mut head, other);
                head.extend_from_slice(b"\nendobj\n");
                self.bytes(&head)
            }
        }
    }

    pub(super) fn add(&mut self, object: &Object) -> Result<u32, Error> {
        let id = self.id();
        self.object(id, object)?;
        Ok(id)
    }
    pub(super) fn add_stream(&mut self, stream: Stream) -> Result<u32, Error> {
        self.add(&Object::Stream(stream))
    }
}

pub(super) fn changed() -> Error {
    Error::Write("附件在合并途中变了 / an attachment changed while it was merged".into())
}
