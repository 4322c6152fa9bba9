//! What is said over the telephone: the passphrase of a packet and the number by which a reader's key is enrolled. Digits
//! only, in groups of four; typed back with any spaces, dashes and full-width forms.

use sha2::{Digest, Sha256};

/// Sixteen digits of a public key (bytes or the text of its hex, see [`fingerprint_of_hex`]): read out, compared, enrolled.
pub fn fingerprint(public: &[u8]) -> String {
    digits(b"lunshen fingerprint 1", public, 16)
}

/// The same from the key as packets and returns carry it; None when that is no hex.
pub fn fingerprint_of_hex(public: &str) -> Option<String> {
    super::unhex::<32>(public).map(|key| fingerprint(&key))
}

/// Twenty digits from a secret: a little over 66 bits, which the work factor of the packet makes dearer still.
pub fn passphrase(secret: &[u8; 32]) -> String {
    digits(b"lunshen passphrase 1", secret, 20)
}

/// What was typed as it was meant: full-width forms made half-width, spaces and dashes dropped between digits. A
/// passphrase that is not all digits keeps its inner spaces.
pub fn plain(typed: &str) -> String {
    let half: String = typed
        .chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' | '\u{a0}' => ' ',
            _ => c,
        })
        .collect();
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '‐' | '·' | '\u{200b}' | '\u{feff}');
    let bare: String = half.chars().filter(|c| !is_gap(*c)).collect();
    if !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit()) { bare } else { half.trim().into() }
}

/// Whether two spoken numbers are the same however they are written.
pub fn same(a: &str, b: &str) -> bool {
    plain(a) == plain(b)
}

/// Decimal digits from a hash, without the bias of a remainder: a byte of 250 and above is passed over.
fn digits(domain: &[u8], of: &[u8], count: usize) -> String {
    let mut out = String::new();
    let mut taken = 0;
    for round in 0u32.. {
        let hash = Sha256::new().chain_update(domain).chain_update([0]).chain_update(round.to_be_bytes()).chain_update(of).finalize();
        for byte in hash.iter().filter(|b| **b < 250) {
            if taken > 0 && taken % 4 == 0 {
                out.push(' ');
            }
            out.push(char::from(b'0' + byte % 10));
            taken += 1;
            if taken == count {
                return out;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_taken_as_it_was_said() {
        let said = passphrase(&[7; 32]);
        assert_eq!(said.len(), 24);
        assert_eq!(said.split(' ').count(), 5);
        let full: String = said.chars().map(|c| if c == ' ' { '\u{3000}' } else { char::from_u32(c as u32 + 0xfee0).unwrap() }).collect();
        for typed in [said.replace(' ', ""), said.replace(' ', "-"), format!("  {said}\n"), full, said.replace(' ', "　")] {
            assert_eq!(plain(&typed), plain(&said), "{typed}");
        }
        assert_eq!(plain(" 木兰 花 "), "木兰 花", "words keep what stands between them");
    }

    #[test]
    fn a_number_is_that_of_its_key_and_no_digit_is_favoured() {
        assert_ne!(fingerprint(&[1; 32]), fingerprint(&[2; 32]));
        assert_eq!(fingerprint(&[1; 32]).len(), 19);
        assert_eq!(fingerprint_of_hex(&"01".repeat(32)), Some(fingerprint(&[1; 32])));
        assert_eq!(fingerprint_of_hex("01"), None);
        let mut seen = [0u32; 10];
        for n in 0..1000u32 {
            let mut key = [0; 32];
            key[..4].copy_from_slice(&n.to_be_bytes());
            passphrase(&key).bytes().filter(u8::is_ascii_digit).for_each(|d| seen[usize::from(d - b'0')] += 1);
        }
        assert!(seen.iter().all(|n| (1800..2200).contains(n)), "{seen:?}");
    }
}
