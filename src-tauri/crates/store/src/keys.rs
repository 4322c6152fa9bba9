//! Keys. The database is encrypted with a random key and an explicit random salt; `vault.json` holds that key wrapped
//! under the passphrase, and the recovery sheet holds the two themselves, on paper, in the unit's safe.
//!
//! The salt is given to SQLCipher and not read from the first bytes of the file: with it there, one torn sector during
//! a checkpoint would lose everything. Deliberately absent: escrow, a second copy of the passphrase, any way round.

use crate::Error;
use crate::chain::{hex, sha256, unhex};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// What opens the database.
#[derive(Clone)]
pub struct Keys {
    pub dek: Zeroizing<[u8; 32]>,
    pub salt: [u8; 16],
}

impl Keys {
    pub fn random() -> Keys {
        Keys { dek: Zeroizing::new(random()), salt: random() }
    }
    /// The statement that must come first on a fresh connection.
    pub fn pragma(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("pragma key = \"x'{}{}'\";", hex(&*self.dek), hex(&self.salt)))
    }
    /// Seals the high-water mark, so that it cannot be forged without the key.
    pub fn seal(&self, text: &str) -> String {
        // A key of its own domain.
        let key = unhex(&sha256(&[b"lunshen-head-key-v1\n", &*self.dek])).expect("a hash is hex");
        hex(&hmac(&key, &[text.as_bytes()]))
    }
    /// Names the key without telling it; bound into the start of the chain.
    pub fn name(&self) -> String {
        sha256(&[b"lunshen-key-name-v1\n", &*self.dek])[..32].to_owned()
    }
}

/// HMAC-SHA-256 (RFC 2104).
fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let hashed;
    let key = if key.len() > 64 {
        hashed = Sha256::digest(key);
        &hashed[..]
    } else {
        key
    };
    let pad = |x: u8| -> Zeroizing<Vec<u8>> { Zeroizing::new((0..64).map(|i| key.get(i).copied().unwrap_or(0) ^ x).collect()) };
    let mut inner = Sha256::new();
    inner.update(&*pad(0x36));
    for part in parts {
        inner.update(part);
    }
    let mut outer = Sha256::new();
    outer.update(&*pad(0x5c));
    outer.update(inner.finalize());
    outer.finalize().into()
}

/// HKDF-SHA-256 (RFC 5869), one block: `label` says what the key is for.
pub(crate) fn hkdf(secret: &[u8], salt: &[u8], label: &str) -> [u8; 32] {
    let prk = Zeroizing::new(hmac(salt, &[secret]));
    hmac(&*prk, &[label.as_bytes(), &[1]])
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut b = [0; N];
    getrandom::fill(&mut b).expect("the system has a source of random numbers");
    b
}

pub fn random_id() -> String {
    hex(&random::<16>())
}

/// Cost of turning a passphrase into a key: about one second on an office machine, and the same for a thief, each try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    pub kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    pub const DEFAULT: Cost = Cost { kib: 256 * 1024, passes: 3, lanes: 1 };
    /// For tests and rehearsals of opening only: no protection.
    pub const CHEAP: Cost = Cost { kib: 64, passes: 1, lanes: 1 };

    fn key(self, passphrase: &str, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, Error> {
        let bad = |e: argon2::Error| Error::damaged("vault.json", e);
        // A damaged or planted vault must not make us take all memory.
        if self.kib > 4 * 1024 * 1024 || self.passes > 100 {
            return Err(Error::damaged("vault.json", "cost"));
        }
        let params = Params::new(self.kib, self.passes, self.lanes, Some(32)).map_err(bad)?;
        // NFKC: full-width or half-width, composed or not, the same words open the file.
        let phrase: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
        let mut out = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(phrase.as_bytes(), salt, &mut *out).map_err(bad)?;
        Ok(out)
    }
}

/// Letters, not bytes, and after NFKC: what the person sees.
pub fn long_enough(passphrase: &str) -> Result<(), Error> {
    if passphrase.nfkc().count() < 12 { Err(Error::ShortPassphrase) } else { Ok(()) }
}

/// `vault.json`: nothing in it is secret without the passphrase. Copied beside every snapshot.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Vault {
    pub format: String,
    pub file_id: String,
    pub salt: String,
    pub slot: Slot,
    /// SHA-256 over the rest: tells a damaged vault from a wrong passphrase.
    pub check: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Slot {
    pub alg: String,
    pub cost: Cost,
    pub salt: String,
    pub nonce: String,
    pub wrapped: String,
}

const FORMAT: &str = "lunshen-vault-1";
const ALG: &str = "argon2id+xchacha20poly1305";

impl Vault {
    pub fn seal(keys: &Keys, file_id: &str, passphrase: &str, cost: Cost) -> Result<Vault, Error> {
        let (salt, nonce) = (random::<16>(), random::<24>());
        let key = cost.key(passphrase, &salt)?;
        let aad = format!("{FORMAT}\n{file_id}\n{}", hex(&keys.salt));
        let wrapped = XChaCha20Poly1305::new((&*key).into())
            .encrypt(&XNonce::from(nonce), Payload { msg: &*keys.dek, aad: aad.as_bytes() })
            .map_err(|e| Error::damaged("vault.json", e))?;
        let slot = Slot { alg: ALG.into(), cost, salt: hex(&salt), nonce: hex(&nonce), wrapped: hex(&wrapped) };
        let mut vault = Vault { format: FORMAT.into(), file_id: file_id.into(), salt: hex(&keys.salt), slot, check: String::new() };
        vault.check = vault.sum();
        Ok(vault)
    }

    fn sum(&self) -> String {
        let s = &self.slot;
        let cost = format!("{}/{}/{}", s.cost.kib, s.cost.passes, s.cost.lanes);
        let parts = [&self.format, &self.file_id, &self.salt, &s.alg, &cost, &s.salt, &s.nonce, &s.wrapped];
        sha256(&[parts.map(String::as_str).join("\n").as_bytes()])
    }

    /// The vault kept in a file.
    pub fn at(path: &Path) -> Result<Vault, Error> {
        match std::fs::read(path) {
            Ok(bytes) => Vault::read(&bytes),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(Error::damaged("vault.json", "—")),
            Err(e) => Err(Error::io("读取", "read", path, e)),
        }
    }

    pub fn read(bytes: &[u8]) -> Result<Vault, Error> {
        let vault: Vault = serde_json::from_slice(bytes).map_err(|e| Error::damaged("vault.json", e))?;
        if vault.format != FORMAT || vault.slot.alg != ALG || vault.check != vault.sum() {
            return Err(Error::damaged("vault.json", "check"));
        }
        Ok(vault)
    }

    pub fn text(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).expect("strings and numbers are JSON")
    }

    pub fn salt(&self) -> Result<[u8; 16], Error> {
        fixed(&self.salt)
    }

    pub fn open(&self, passphrase: &str) -> Result<Keys, Error> {
        let key = self.slot.cost.key(passphrase, &fixed::<16>(&self.slot.salt)?)?;
        let nonce = XNonce::from(fixed::<24>(&self.slot.nonce)?);
        let wrapped = unhex(&self.slot.wrapped).ok_or_else(|| Error::damaged("vault.json", "slot"))?;
        let aad = format!("{FORMAT}\n{}\n{}", self.file_id, self.salt);
        let dek = XChaCha20Poly1305::new((&*key).into())
            .decrypt(&nonce, Payload { msg: &wrapped, aad: aad.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| Error::WrongPassphrase)?;
        let dek: [u8; 32] = dek.as_slice().try_into().map_err(|_| Error::damaged("vault.json", "slot"))?;
        Ok(Keys { dek: Zeroizing::new(dek), salt: self.salt()? })
    }
}

fn fixed<const N: usize>(s: &str) -> Result<[u8; N], Error> {
    unhex(s).and_then(|v| v.try_into().ok()).ok_or_else(|| Error::damaged("vault.json", "hex"))
}

/// The sheet for the safe: key and salt in 24 groups of four, six lines, each line with two check digits.
/// It opens the file without the passphrase, without `vault.json` and without this program.
#[derive(Clone, Serialize)]
pub struct RecoverySheet {
    pub file_id: String,
    /// `1234 5678 9abc def0 · 7c`, six of them.
    pub lines: Vec<String>,
}

impl RecoverySheet {
    pub fn of(keys: &Keys, file_id: &str) -> RecoverySheet {
        let all = Zeroizing::new(format!("{}{}", hex(&*keys.dek), hex(&keys.salt)));
        let lines = (0..6)
            .map(|n| {
                let line = &all[n * 16..n * 16 + 16];
                let groups: Vec<&str> = (0..4).map(|g| &line[g * 4..g * 4 + 4]).collect();
                format!("{} · {:02x}", groups.join(" "), check_digits(n, line))
            })
            .collect();
        RecoverySheet { file_id: file_id.to_owned(), lines }
    }

    /// What a stock `sqlcipher` 4 is told to open the file.
    pub fn sqlcipher_pragma(&self) -> String {
        let digits: String = self.lines.iter().map(|l| l.split('·').next().unwrap_or("").replace(' ', "")).collect();
        format!("PRAGMA key = \"x'{digits}'\";")
    }

    /// Reads what was typed from the sheet: blanks, dots, capitals and full-width digits do not matter.
    pub fn read(typed: &str) -> Result<Keys, Error> {
        let digits: String = typed.nfkc().flat_map(char::to_lowercase).filter(char::is_ascii_hexdigit).collect();
        let digits = Zeroizing::new(digits);
        let mut all = Zeroizing::new(String::new());
        match digits.len() {
            96 => all.push_str(&digits),
            108 => {
                for n in 0..6 {
                    let (line, check) = digits[n * 18..n * 18 + 18].split_at(16);
                    if u8::from_str_radix(check, 16) != Ok(check_digits(n, line)) {
                        return Err(Error::WrongRecovery { line: Some(n + 1) });
                    }
                    all.push_str(line);
                }
            }
            short => return Err(Error::WrongRecovery { line: Some((short / 18).min(5) + 1) }),
        }
        let bytes = Zeroizing::new(unhex(&all).expect("filtered to hex digits"));
        let mut keys = Keys { dek: Zeroizing::new([0; 32]), salt: [0; 16] };
        keys.dek.copy_from_slice(&bytes[..32]);
        keys.salt.copy_from_slice(&bytes[32..]);
        Ok(keys)
    }
}

impl std::fmt::Debug for RecoverySheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecoverySheet({}, …)", self.file_id)
    }
}

/// CRC-8 (polynomial 0x07) over the line's number and digits: every single slip, every swap of neighbours and every
/// exchange of two lines that a hand makes is seen.
fn check_digits(line: usize, digits: &str) -> u8 {
    std::iter::once(line as u8 + 1)
        .chain(digits.bytes())
        .fold(0, |crc, b| (0..8).fold(crc ^ b, |c: u8, _| if c & 0x80 != 0 { (c << 1) ^ 0x07 } else { c << 1 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_derived_as_the_standard_says() {
        // RFC 5869, test case 1: the first block.
        let salt: Vec<u8> = (0..=0x0c).collect();
        let info: String = (0xf0..=0xf9u8).map(char::from).collect();
        // The label of the test is bytes beyond ASCII; ours are text, so the block is checked through `hmac` itself.
        let prk = hmac(&salt, &[&[0x0b; 22]]);
        assert_eq!(hex(&prk), "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
        let label: Vec<u8> = info.chars().map(|c| c as u8).collect();
        assert_eq!(hex(&hmac(&prk, &[&label, &[1]])), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
        assert_eq!(hkdf(&[0x0b; 22], &salt, "a"), hmac(&prk, &[b"a", &[1]]));
        assert_eq!(hmac(&[7; 80], &[b"x"]), hmac(&Sha256::digest([7; 80]), &[b"x"]), "a long key is hashed first");
    }

    #[test]
    fn the_passphrase_opens_however_it_is_typed() {
        let keys = Keys::random();
        let vault = Vault::seal(&keys, "f", "伦理 committee 2026！", Cost::CHEAP).unwrap();
        let vault = Vault::read(&vault.text()).unwrap();
        for typed in ["伦理 committee 2026！", "伦理　ｃｏｍｍｉｔｔｅｅ ２０２６!"] {
            assert_eq!(*vault.open(typed).unwrap().dek, *keys.dek, "{typed}");
        }
        assert!(matches!(vault.open("伦理 committee 2025！"), Err(Error::WrongPassphrase)));
    }

    #[test]
    fn every_flipped_character_of_the_vault_is_damage_and_not_a_wrong_passphrase() {
        let vault = Vault::seal(&Keys::random(), "f", "伦理审查委员会的口令甲", Cost::CHEAP).unwrap();
        let text = vault.text();
        for i in 0..text.len() {
            let mut bad = text.clone();
            bad[i] ^= 1;
            match Vault::read(&bad) {
                Err(Error::Damaged { .. }) => {}
                // Blanks between values carry nothing.
                Ok(v) => assert_eq!(v.check, v.sum(), "byte {i} passed with another content"),
                Err(e) => panic!("byte {i}: {e}"),
            }
        }
    }

    #[test]
    fn the_sheet_reads_back_and_names_the_line_of_a_slip() {
        let keys = Keys::random();
        let sheet = RecoverySheet::of(&keys, "f");
        let typed = sheet.lines.join("\n").to_uppercase();
        let back = RecoverySheet::read(&typed).unwrap();
        assert_eq!((*back.dek, back.salt), (*keys.dek, keys.salt));
        let mut wrong: Vec<char> = sheet.lines[3].chars().collect();
        wrong[6] = if wrong[6] == 'a' { 'b' } else { 'a' };
        let mut lines = sheet.lines.clone();
        lines[3] = wrong.into_iter().collect();
        assert!(matches!(RecoverySheet::read(&lines.join(" ")), Err(Error::WrongRecovery { line: Some(4) })));
        lines = sheet.lines.clone();
        lines.swap(0, 1);
        if sheet.lines[0] != sheet.lines[1] {
            assert!(matches!(RecoverySheet::read(&lines.join(" ")), Err(Error::WrongRecovery { line: Some(1) })), "lines exchanged");
        }
        assert_eq!(sheet.sqlcipher_pragma().len(), "PRAGMA key = \"x''\";".len() + 96);
    }
}
