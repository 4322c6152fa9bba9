//! Sealing a return on the reader's machine and opening it at the committee's. The signature says which key made it;
//! whether that key is enrolled, and whether the return counts, is decided at the desk.

use super::error::Error;
use super::keep::{self, Weighed, Written};
use super::{Layer, Return, Version, hex, inner, outer, verify_key};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::path::Path;

/// No return is longer: it holds words, no documents.
const MOST: u64 = inner::LIST + 64 * 1024;

/// The address returns are sealed to, from the committee's seed.
pub fn answer_to(seed: &[u8; 32]) -> Result<String, Error> {
    Ok(outer::identity(seed)?.to_public().to_string())
}

pub fn seal_return(ret: &Return, reader_seed: &[u8; 32], answer_to: &str, out: impl Write) -> Result<Written, Error> {
    let wrong = |what: &str| Error::Malformed { what: what.into() };
    ret.sound()?;
    if ret.version != Version::OURS {
        return Err(wrong("version"));
    }
    if ret.key != verify_key(reader_seed) {
        return Err(wrong("key"));
    }
    let to: age::x25519::Recipient = answer_to.parse().map_err(|_| wrong("committee.answer_to"))?;
    let list = serde_json::to_vec(ret).map_err(|_| wrong("list"))?;
    let mut weighed = Weighed::new(out);
    let mut sealed = outer::seal(&to, &mut weighed)?;
    sealed.write_all(&inner::preface(Layer::Return, &list, reader_seed)?).map_err(Error::io)?;
    sealed.finish().map_err(Error::io)?;
    let (sha256, len) = weighed.done().map_err(Error::io)?;
    Ok(Written { sha256, len, manifest_sha256: hex(&Sha256::digest(&list)) })
}

/// Writes it to a file, which is there whole or not at all.
pub fn seal_return_to(path: &Path, ret: &Return, reader_seed: &[u8; 32], answer_to: &str) -> Result<Written, Error> {
    keep::put(path, |out| seal_return(ret, reader_seed, answer_to, out))
}

#[derive(Debug, Clone, PartialEq)]
pub struct OpenedReturn {
    pub ret: Return,
    /// Of the file as it came.
    pub sha256: String,
    /// The key that signed it, as in `ret.key`.
    pub key: String,
}

pub fn open_return(bytes: &[u8], committee_identity_seed: &[u8; 32]) -> Result<OpenedReturn, Error> {
    if bytes.len() as u64 > MOST {
        return Err(Error::TooLarge { what: "return".into(), claims: bytes.len() as u64, limit: MOST });
    }
    let identity = outer::identity(committee_identity_seed)?;
    let (mut from, gauge) = outer::open(bytes, Layer::Return, &identity)?;
    let preface = inner::read::<Return>(&mut from, Layer::Return, &|e| gauge.judge(e, None))?;
    let ret = &preface.list;
    preface.signed_by(&ret.key, ret.version)?;
    ret.sound()?;
    if from.read(&mut [0]).map_err(|e| gauge.judge(e, Some(preface.len)))? != 0 {
        return Err(Error::Malformed { what: "trailing bytes".into() });
    }
    Ok(OpenedReturn { sha256: hex(&Sha256::digest(bytes)), key: ret.key.clone(), ret: preface.list })
}

impl OpenedReturn {
    /// That it answers this packet of this committee and member: a signed return put into another envelope does not.
    pub fn answers(&self, committee_file_id: &str, packet: &str, occasion: &str, member: &str) -> Result<(), Error> {
        let ret = &self.ret;
        if ret.committee_file_id != committee_file_id {
            return Err(Error::OtherCommittee { name: String::new() });
        }
        if ret.packet != packet || ret.occasion != occasion {
            return Err(Error::OtherPacket);
        }
        if ret.member != member {
            return Err(Error::OtherRecipient { name: ret.member.clone() });
        }
        Ok(())
    }
}
