//! Work on files that strangers made. The libraries that take PDFs apart and draw them are large and young; a file made to
//! break one, or broken by chance, must cost a sentence and not the program with everything open in it.
//!
//! The work runs on a thread of its own: it has more stack than deep nesting inside a file can use up, and a panic ends
//! there. Only here does a panic unwind; elsewhere it still ends the program (the window's panic hook asks [`inside`]).

use crate::Error;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// Both libraries stop at a few hundred levels of nesting; a level costs them some kilobytes.
const STACK: usize = 64 << 20;

thread_local! {
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// This thread is at such work: a panic on it will be caught.
pub fn inside() -> bool {
    INSIDE.get()
}

/// Does the work; a panic in it becomes an error. What it was given may be half-changed then and is not to be used again.
pub fn guarded<T: Send>(work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    if inside() {
        return work();
    }
    thread::scope(|scope| {
        let at_work = move || {
            INSIDE.set(true);
            catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Error::Broken))
        };
        match thread::Builder::new().name("pdf".into()).stack_size(STACK).spawn_scoped(scope, at_work) {
            Ok(handle) => handle.join().unwrap_or(Err(Error::Broken)),
            Err(e) => Err(Error::Read(e.to_string())),
        }
    })
}

/// Numbers by which a few bytes ask a parser for all the memory there is, before a line of ours has run: that ends the
/// program whatever is caught. Each with the most that makes sense: the widths of a cross-reference (fonts have a /W of
/// their own, of characters), how many objects there are, and the row of a predictor.
const MOST: [(&[u8], i64); 6] =
    [(b"W", 1 << 20), (b"Index", 1 << 22), (b"Size", 1 << 32), (b"Columns", 1 << 20), (b"Colors", 64), (b"BitsPerComponent", 64)];

/// No number in the file asks for more than a file could mean. Seen by its bytes alone, so that no parser is needed.
pub(crate) fn sane(pdf: &[u8]) -> bool {
    let mut rest = pdf;
    while let Some(at) = rest.iter().position(|b| *b == b'/') {
        rest = &rest[at + 1..];
        if !matches!(rest.first(), Some(b'W' | b'I' | b'S' | b'C' | b'B' | b'#')) {
            continue;
        }
        let (name, after) = name(rest);
        if let Some((_, most)) = MOST.iter().find(|(key, _)| *key == name.as_slice())
            && numbers(after).any(|n| n > *most)
        {
            return false;
        }
    }
    true
}

/// A short name, its escapes undone, and what follows it.
fn name(from: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut out = Vec::new();
    let mut rest = from;
    while let [first, tail @ ..] = rest
        && out.len() < 24
        && !first.is_ascii_whitespace()
        && !b"\0()<>[]{}/%".contains(first)
    {
        let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16));
        (rest, _) = match (first, hex(tail.first()), hex(tail.get(1))) {
            (b'#', Some(high), Some(low)) => (&tail[2..], out.push((high * 16 + low) as u8)),
            _ => (tail, out.push(*first)),
        };
    }
    (out, rest)
}

/// The first whole numbers of a value or a list; one too long to read is larger than any.
fn numbers(from: &[u8]) -> impl Iterator<Item = i64> + '_ {
    let mut rest = from;
    std::iter::from_fn(move || {
        loop {
            match rest {
                [b'%', tail @ ..] => rest = &tail[tail.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(tail.len())..],
                [b' ' | b'\t' | b'\r' | b'\n' | 0 | 12 | b'[' | b'+' | b'-', tail @ ..] => rest = tail,
                [b'0'..=b'9', ..] => {
                    let len = rest.iter().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len());
                    let (digits, tail) = rest.split_at(len);
                    rest = tail;
                    return Some(digits.iter().fold(0i64, |n, d| n.saturating_mul(10).saturating_add(i64::from(d - b'0'))));
                }
                _ => return None,
            }
        }
    })
    .take(64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_sentence_and_the_next_work_is_done() {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| assert!(inside(), "the hook can tell")));
        let broken: Result<u32, Error> = guarded(|| panic!("the file was made for this"));
        std::panic::set_hook(hook);
        let said = broken.unwrap_err().to_string();
        assert!(said.contains("损坏") && said.contains(" / "), "{said}");
        assert!(!inside(), "and only there");
        assert_eq!(guarded(|| Ok(7)).unwrap(), 7);
    }

    #[test]
    fn a_number_that_asks_for_all_memory_is_seen_before_it_is_read() {
        for good in ["/W [1 2 1] /Index [0 55]", "/W [0 [500 600] 65535 65535 1000]", "/Width 99999999999", "(13800138000) Tj", "/Size 6"] {
            assert!(sane(good.as_bytes()), "{good}");
        }
        for bad in [
            "/W [1 1152921504606846976 1]",
            "/W[1 2 99999999999999999999999]",
            "/#57%x\n[9999999 1 1]",
            "/Index [0 9999999999]",
            "<</Predictor 12/Columns 4294967296>>",
            "/W [1 +9999999 1]",
        ] {
            assert!(!sane(bad.as_bytes()), "{bad}");
        }
    }

    #[test]
    fn deep_calls_have_room() {
        fn down(n: u32) -> u64 {
            let here = [u64::from(n); 64];
            if n == 0 { 0 } else { std::hint::black_box(&here)[7] - u64::from(n) + 1 + down(n - 1) }
        }
        // Some fifty megabytes of stack, far beyond what a thread has otherwise.
        assert_eq!(guarded(|| Ok(down(40_000))).unwrap(), 40_000);
    }
}
