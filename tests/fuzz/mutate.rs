//! Changes a known input into a hostile one, again and again for a while. Included by the tests of the rooms whose importers
//! read what others wrote; it uses the standard library only and draws from a seed, so a failure can be had again.
//!
//! `LUNSHEN_FUZZ_SECONDS` is the time for each importer (2), `LUNSHEN_FUZZ_SEED` another beginning (1). With
//! `LUNSHEN_FUZZ_KEEP=1` an input that brought an answer not seen before is kept in the corpus.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// No answer may take longer; a hang is as bad as a panic.
const SLOWEST: Duration = Duration::from_secs(5);
/// Nor may the importer ask for more than this above what the process had, in KiB.
const LARGEST: u64 = 512 * 1024;

pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    /// Below `n`; 0 for 0.
    fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { (self.next() % n as u64) as usize }
    }
}

/// What parsers stumble over, in bytes and in text.
const WORDS: [&[u8]; 22] = [
    b"\0",
    b"\xff\xff\xff\xff",
    b"\n",
    b"\"",
    b"{",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    b"-1",
    b"0",
    b"65536",
    b"4294967296",
    b"1152921504606846976",
    b"18446744073709551615",
    b"99999999999999999999999999",
    b"1e999",
    b"null",
    b"../../",
    b",,,",
    b" 30\n",
    b"\xe3\x80\x80",
    "\u{202e}".as_bytes(),
    "２０２６年２月３０日至１３月１日".as_bytes(),
    "&a [*a,*a,*a,*a]".as_bytes(),
];

pub fn mutated(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[dice.below(seeds.len())].clone();
    for _ in 0..=dice.below(4) {
        let (at, len) = (dice.below(bytes.len() + 1), dice.below(64) + 1);
        let end = (at + len).min(bytes.len());
        match dice.below(9) {
            0 | 1 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            2 if at < bytes.len() => bytes[at] = dice.next() as u8,
            3 => bytes.truncate(at),
            4 => drop(bytes.drain(at..end)),
            5 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            6 => {
                let other = &seeds[dice.below(seeds.len())];
                let from = dice.below(other.len() + 1);
                bytes.splice(at..end, other[from..(from + len).min(other.len())].iter().copied());
            }
            7 => {
                // A number becomes another.
                if let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|n| at + n) {
                    let digits = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
                    let word = WORDS[6 + dice.below(8)];
                    bytes.splice(start..start + digits, word.iter().copied());
                }
            }
            _ => {
                let word = WORDS[dice.below(WORDS.len())];
                bytes.splice(at..at, word.iter().copied());
            }
        }
    }
    bytes
}

/// Every file of a folder of the corpus, in the order of their names.
pub fn corpus(folder: &Path) -> Vec<Vec<u8>> {
    let found = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("no corpus in {}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = found.flatten().map(|entry| entry.path()).filter(|p| p.is_file()).collect();
    paths.sort();
    let seeds: Vec<_> = paths.iter().map(|p| std::fs::read(p).unwrap_or_default()).collect();
    assert!(!seeds.is_empty(), "the corpus in {} is empty", folder.display());
    seeds
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// Gives the importer one hostile input after the other. `importer` says in a word what came of it and panics when what it
/// took is not sound. The seeds themselves come first, unchanged. Returns how many inputs there were and the kinds of answers.
pub fn fuzz(folder: &Path, mut importer: impl FnMut(&[u8]) -> String) -> (u64, BTreeSet<String>) {
    let seeds = corpus(folder);
    let seed = number("LUNSHEN_FUZZ_SEED", 1);
    let mut dice = Dice::new(seed);
    let until = Instant::now() + Duration::from_secs(number("LUNSHEN_FUZZ_SECONDS", 2));
    let keep = std::env::var_os("LUNSHEN_FUZZ_KEEP").is_some();
    let (before, mut seen, mut count) = (peak(), BTreeSet::new(), 0u64);
    while count < seeds.len() as u64 || Instant::now() < until {
        let known = seeds.get(count as usize);
        let input = known.cloned().unwrap_or_else(|| mutated(&mut dice, &seeds));
        let began = Instant::now();
        let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| importer(&input)));
        let name = format!("kept-{seed}-{count}");
        let Ok(answer) = told else {
            let path = std::env::temp_dir().join(&name);
            let _ = std::fs::write(&path, &input);
            panic!("input {count} of seed {seed} brought a panic; it is in {}", path.display());
        };
        assert!(began.elapsed() < SLOWEST, "input {count} of seed {seed} took {:?}", began.elapsed());
        if seen.insert(answer) && keep && known.is_none() {
            std::fs::write(folder.join(&name), &input).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        count += 1;
    }
    if let (Some(before), Some(after)) = (before, peak()) {
        assert!(after.saturating_sub(before) < LARGEST, "memory rose from {before} to {after} KiB");
    }
    (count, seen)
}
