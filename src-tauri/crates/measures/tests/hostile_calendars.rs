//! Holiday notices, tables and files as somebody else wrote or broke them: each is read or refused with a sentence,
//! within bounds of time and memory.

#[path = "../../../../tests/fuzz/mutate.rs"]
mod mutate;

use measures::notice::{YearDraft, parse_csv, parse_json, parse_notice};
use std::path::Path;

fn hostile(kind: &str, parse: fn(&str) -> Result<YearDraft, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(kind);
    let (count, seen) = mutate::fuzz(&folder, |bytes| match parse(&String::from_utf8_lossy(bytes)) {
        Ok(_) => "read".into(),
        Err(why) => {
            assert!(!why.is_empty());
            why.chars().filter(|c| !c.is_ascii_digit()).take(6).collect()
        }
    });
    assert!(count > 20 && seen.len() > 1 && seen.contains("read"), "{kind}: {count} inputs, {seen:?}");
}

#[test]
fn notices() {
    hostile("notice", parse_notice);
}

#[test]
fn tables() {
    hostile("csv", parse_csv);
}

#[test]
fn files() {
    hostile("json", parse_json);
}
