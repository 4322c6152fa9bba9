//! The outer layer: age v1, under a passphrase (packets) or to the committee's key (returns). Before age sees a file, its
//! head is looked at under a bound: how long it is, for whom it is sealed and how much work it asks for.

use super::error::{Error, Part};
use super::{Layer, spoken};
use age::secrecy::SecretString;
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read, Write};
use std::rc::Rc;
use std::sync::OnceLock;

/// 2 to this power: a tenth of a second and 32 MiB. With the 66 bits of a spoken passphrase that is plenty.
pub const WORK: u8 = 15;
/// What is still done for a file that asks for more: about a second and 256 MiB.
pub const MOST_WORK: u8 = 18;
/// No honest head is longer: one line for the version, one recipient, one MAC.
const HEAD: usize = 2048;
const AGE: &[u8] = b"age-encryption.org/v1\n";
/// Of the payload: 64 KiB and a tag each, after a nonce.
const CHUNK: u64 = 64 * 1024;

/// What was said over the telephone, however it was typed. The work of a try is done only when a file is opened.
pub struct Passphrase {
    text: SecretString,
    work: u8,
    opens: OnceLock<age::scrypt::Identity>,
}

impl Passphrase {
    pub fn said(typed: &str) -> Passphrase {
        Passphrase { text: SecretString::from(spoken::plain(typed)), work: WORK, opens: OnceLock::new() }
    }

    /// Another work factor for what is written under it, at most [`MOST_WORK`]; a low one is for rehearsals only.
    pub fn with_work(self, log_n: u8) -> Passphrase {
        Passphrase { work: log_n.clamp(1, MOST_WORK), ..self }
    }

    pub(super) fn lock(&self) -> age::scrypt::Recipient {
        let mut to = age::scrypt::Recipient::new(self.text.clone());
        to.set_work_factor(self.work);
        to
    }

    pub(super) fn key(&self) -> &age::scrypt::Identity {
        self.opens.get_or_init(|| {
            let mut key = age::scrypt::Identity::new(self.text.clone());
            key.set_max_work_factor(MOST_WORK);
            key
        })
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// An age key whose secret is the caller's thirty-two bytes.
pub(super) fn identity(seed: &[u8; 32]) -> Result<age::x25519::Identity, Error> {
    use bech32::ToBase32;
    let wrong = || Error::Malformed { what: "seed".into() };
    let text = bech32::encode("age-secret-key-", seed.to_base32(), bech32::Variant::Bech32).map_err(|_| wrong())?;
    text.to_uppercase().parse().map_err(|_| wrong())
}

/// Holds back the head until age has made it: age tells a failure to write it in words only, and a full disk must be told
/// from a broken one.
pub(super) struct Later<W> {
    to: W,
    head: Vec<u8>,
    made: Rc<Cell<bool>>,
}

impl<W: Write> Write for Later<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.made.get() {
            self.head.extend_from_slice(bytes);
            return Ok(bytes.len());
        }
        self.to.write_all(&std::mem::take(&mut self.head))?;
        self.to.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

pub(super) fn seal<W: Write>(to: &dyn age::Recipient, out: W) -> Result<age::stream::StreamWriter<Later<W>>, Error> {
    let locks = age::Encryptor::with_recipients(std::iter::once(to)).map_err(|_| Error::Malformed { what: "recipient".into() })?;
    let made = Rc::new(Cell::new(false));
    let sealed = locks.wrap_output(Later { to: out, head: Vec::new(), made: made.clone() }).map_err(Error::io)?;
    made.set(true);
    Ok(sealed)
}

/// Small things sealed and opened whole.
pub(super) fn seal_bytes(to: &dyn age::Recipient, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = seal(to, Vec::new())?;
    out.write_all(bytes).map_err(Error::io)?;
    Ok(out.finish().map_err(Error::io)?.to)
}

/// Thirty-two bytes that were sealed under a passphrase.
pub(super) fn open_bytes(sealed: &[u8], passphrase: &Passphrase) -> Result<[u8; 32], Error> {
    let (from, gauge) = open(sealed, Layer::Packet, passphrase.key())?;
    let mut plain = Vec::new();
    from.take(33).read_to_end(&mut plain).map_err(|e| gauge.judge(e, Some(32)))?;
    plain.try_into().map_err(|_| Error::Altered { part: Part::Working })
}

/// How far a file was read and where its payload begins; tells a file cut short from one that was altered.
#[derive(Clone)]
pub(super) struct Gauge {
    head: u64,
    read: Rc<Cell<u64>>,
    ended: Rc<Cell<bool>>,
}

impl Gauge {
    /// A failure inside the payload of which `plain` bytes were promised: cut short when the file ended too soon.
    pub(super) fn judge(&self, failed: io::Error, plain: Option<u64>) -> Error {
        let promised = plain.map(|n| self.head + 16 + n + 16 * n.div_ceil(CHUNK).max(1));
        let short = self.ended.get() && promised.is_some_and(|n| self.read.get() < n);
        match failed.kind() {
            io::ErrorKind::UnexpectedEof => Error::Truncated,
            io::ErrorKind::InvalidData if short => Error::Truncated,
            io::ErrorKind::InvalidData => Error::Altered { part: Part::Body },
            _ => Error::io(failed),
        }
    }
}

struct Counted<R> {
    from: R,
    gauge: Gauge,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.from.read(into)?;
        self.gauge.read.set(self.gauge.read.get() + n as u64);
        if n == 0 && !into.is_empty() {
            self.gauge.ended.set(true);
        }
        Ok(n)
    }
}

/// The plain bytes inside, as they are asked for.
pub(super) fn open<R: Read>(mut input: R, layer: Layer, with: &dyn age::Identity) -> Result<(impl Read + use<R>, Gauge), Error> {
    let mut head = Vec::new();
    (&mut input).take(HEAD as u64).read_to_end(&mut head).map_err(Error::io)?;
    let gauge = Gauge { head: examine(&head, layer)? as u64, read: Rc::default(), ended: Rc::default() };
    let whole = Counted { from: Cursor::new(head).chain(input), gauge: gauge.clone() };
    let opened = age::Decryptor::new_buffered(BufReader::with_capacity(64 * 1024, whole))
        .and_then(|sealed| sealed.decrypt(std::iter::once(with)))
        .map_err(|e| refused(e, layer))?;
    Ok((opened, gauge))
}

/// Looks at the head: where it ends, that it is sealed the way this layer is, and that it asks for no more work than is
/// done. Gives its length.
fn examine(head: &[u8], layer: Layer) -> Result<usize, Error> {
    if head.len() < AGE.len() && AGE.starts_with(head) {
        return Err(Error::Truncated);
    }
    let rest = head.strip_prefix(AGE).ok_or_else(|| layer.not_one())?;
    let stanza = rest.split(|b| *b == b'\n').next().unwrap_or_default();
    let whole = rest.len() > stanza.len();
    let mut words = stanza.split(|b| *b == b' ');
    match (words.next(), words.next(), layer) {
        (Some(b"->"), Some(b"scrypt"), Layer::Packet) => {
            let work = words.nth(1).and_then(|n| std::str::from_utf8(n).ok());
            // More digits than a number has are more work than there is.
            let asked = work.filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())).map(|n| n.parse().unwrap_or(u32::MAX));
            if let Some(asked) = asked.filter(|n| *n > u32::from(MOST_WORK)) {
                return Err(Error::TooHard { asked });
            }
        }
        (Some(b"->"), Some(b"X25519"), Layer::Return) => {}
        _ if !whole && head.len() < HEAD => return Err(Error::Truncated),
        _ => return Err(layer.not_one()),
    }
    let mac = head.windows(5).position(|w| w == b"\n--- ");
    let end = mac.and_then(|at| head[at + 1..].iter().position(|b| *b == b'\n').map(|n| at + 1 + n + 1));
    match end {
        Some(end) => Ok(end),
        None if head.len() < HEAD => Err(Error::Truncated),
        None => Err(Error::Altered { part: Part::Head }),
    }
}

fn refused(e: age::DecryptError, layer: Layer) -> Error {
    use age::DecryptError as E;
    match (e, layer) {
        (E::ExcessiveWork { required, .. }, _) => Error::TooHard { asked: required.into() },
        (E::DecryptionFailed | E::KeyDecryptionFailed | E::NoMatchingKeys, Layer::Packet) => Error::WrongPassphrase,
        (E::DecryptionFailed | E::KeyDecryptionFailed | E::NoMatchingKeys, Layer::Return) => Error::OtherCommittee { name: String::new() },
        (E::InvalidHeader | E::InvalidMac, _) => Error::Altered { part: Part::Head },
        (E::Io(e), _) if e.kind() == io::ErrorKind::UnexpectedEof => Error::Truncated,
        (E::Io(e), _) if e.kind() == io::ErrorKind::InvalidData => Error::Altered { part: Part::Head },
        (E::Io(e), _) => Error::io(e),
        (_, layer) => layer.not_one(),
    }
}
