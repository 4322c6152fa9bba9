//! The packet that goes to a reader (阅会包, `.lspkt`) and the return that comes back (回执文件, `.lsret`). `PACKETS.md`
//! beside this crate describes the bytes.
//!
//! Nothing here knows the archive, the law or the time of day: ids and moments are given, and whether a return counts is
//! decided at the desk. Titles and names in a packet are labels; no file is ever named by them.

mod answer;
mod back;
mod error;
mod inner;
mod keep;
mod manifest;
mod outer;
mod read;
pub mod reading;
pub mod spoken;
#[cfg(test)]
mod tests;
mod write;

pub use answer::{OpenedReturn, answer_to, open_return, seal_return, seal_return_to};
pub use back::{ConflictBack, ConflictState, DimensionBack, ItemBack, PointBack, RETURN, RemarkBack, Return, WHOLE};
pub use error::{Error, Part};
pub use keep::Written;
pub use manifest::{
    ChoiceOut, Committee, DocumentKind, DocumentOut, ItemOut, Manifest, Occasion, OccasionKind, PACKET, PacketForm, PointOut, Recipient,
    Version,
};

pub use outer::{MOST_WORK, Passphrase, WORK};
pub use read::{Limits, Nowhere, Opened, Sink, Verified, read, read_from};
pub use write::{Blobs, Progress, file_name, write, write_to};

/// Which of the two a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Packet,
    Return,
}

impl Layer {
    fn format(self) -> &'static str {
        match self {
            Layer::Packet => PACKET,
            Layer::Return => RETURN,
        }
    }
    fn not_one(self) -> Error {
        match self {
            Layer::Packet => Error::NotAPacket,
            Layer::Return => Error::NotAReturn,
        }
    }
}

/// The public half of a signing seed in hex, as manifests and returns carry it.
pub fn verify_key(seed: &[u8; 32]) -> String {
    hex(ed25519_dalek::SigningKey::from_bytes(seed).verifying_key().as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Lower-case hex of exactly `N` bytes.
fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |b: u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        _ => None,
    };
    let text = text.as_bytes();
    if text.len() != 2 * N {
        return None;
    }
    let mut out = [0; N];
    for (n, pair) in text.chunks_exact(2).enumerate() {
        out[n] = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(out)
}
