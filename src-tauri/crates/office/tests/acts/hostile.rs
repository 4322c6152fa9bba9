//! Scenario files as somebody else wrote or broke them: each is read and played or refused with a sentence, within bounds of
//! time and memory. What is played is acts with hostile values, so the counter is tried as well.

#[path = "../../../../../tests/fuzz/mutate.rs"]
mod mutate;

use crate::assets;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/scenario")
}

#[test]
fn scenarios_read() {
    let (count, seen) = mutate::fuzz(&folder(), |bytes| match office::scenario::read(&String::from_utf8_lossy(bytes)) {
        Ok(list) => format!("{} read", list.len().min(3)),
        Err(why) => {
            assert!(!why.is_empty());
            why.chars().filter(|c| !c.is_ascii_digit()).take(16).collect()
        }
    });
    assert!(count > 20 && seen.contains("2 read") && seen.len() > 3, "{count} inputs, {seen:?}");
}

#[test]
fn scenarios_played() {
    let (count, seen) = mutate::fuzz(&folder(), |bytes| {
        let Ok(list) = office::scenario::read(&String::from_utf8_lossy(bytes)) else { return "not read".into() };
        // Two are enough of a file that a mutation has multiplied.
        let first = list.iter().take(2).find_map(|s| office::scenario::run(s, &assets()).err());
        match first {
            None => "as expected".into(),
            Some(why) => {
                assert!(!why.is_empty());
                why.chars().filter(|c| !c.is_ascii_digit()).take(8).collect()
            }
        }
    });
    assert!(count >= 2 && seen.len() > 1, "{count} inputs, {seen:?}");
}
