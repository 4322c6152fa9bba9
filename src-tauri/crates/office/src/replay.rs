//! Performing the journal's acts again: on an empty file they give the same tables. The proof that nothing in a file
//! came about in any other way than by its acts.

use crate::acts::Act;
use crate::counter::Request;
use crate::desk::Reason;
use crate::failure::Failure;
use crate::office::{Office, Places};
use std::collections::BTreeSet;
use std::path::PathBuf;
use store::Archive;

/// Performs every act of `archive` on a file in memory and names the records that differ; none when they are equal.
pub fn replay(archive: &Archive, assets: PathBuf) -> Result<Vec<String>, Failure> {
    let entries = archive.read().journal(store::JournalFilter::everything())?;
    let mut again = Office::new(Places { data: PathBuf::new(), config: PathBuf::new(), assets });
    again.take(Archive::in_memory_like(archive)?, String::new())?;
    // Bytes that an act made itself it makes again; only what was brought in beside the acts is brought in here.
    let made: BTreeSet<&str> = entries.iter().flat_map(|e| &e.images).filter(|i| i.kind == "blob").map(|i| i.id.as_str()).collect();
    for sha in archive.read().blobs()?.into_iter().filter(|sha| !made.contains(sha.as_str())) {
        if let Some(bytes) = archive.read().blob(&sha)? {
            again.opened_mut()?.archive.stage_blob(&bytes)?;
        }
    }
    for entry in entries.iter().filter(|e| e.seq > 1 || !e.images.is_empty()) {
        let act: Act = serde_json::from_value(entry.body.clone())?;
        let reasons: Vec<Reason> = serde_json::from_value(entry.reasons.clone())?;
        again.act(entry.at, Request { act, reasons, rehearse: false, draft: String::new() })?;
    }
    Ok(archive.read().differences(again.opened()?.archive.read())?)
}
