//! The recovery sheet as a hand types it: read or refused with the line that is wrong, within bounds of time and memory.

#[path = "../../../../tests/fuzz/mutate.rs"]
mod mutate;

use crate::{Error, RecoverySheet};
use std::path::Path;

#[test]
fn typed_recovery_sheets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/recovery");
    let (count, seen) = mutate::fuzz(&folder, |bytes| match RecoverySheet::read(&String::from_utf8_lossy(bytes)) {
        Ok(_) => "read".into(),
        Err(Error::WrongRecovery { line }) => {
            assert!(line.is_none_or(|n| (1..=6).contains(&n)), "the sheet has six lines, not {line:?}");
            format!("{line:?}")
        }
        Err(other) => panic!("{other}"),
    });
    assert!(count > 20 && seen.contains("read") && seen.len() > 3, "{count} inputs, {seen:?}");
}
