//! A folder of plain files, each named in `SHA256SUMS`, which is written last: a folder without it is incomplete and says
//! so by its name. Names are made safe for every system.

use crate::Error;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub struct Folder {
    /// Where it is being written: the final name with an ending that says it is not whole yet.
    half: PathBuf,
    whole: PathBuf,
    sums: String,
    /// Lower-case names given so far: two that differ only in case would be one file on Windows and macOS.
    given: BTreeSet<String>,
    finished: bool,
}

const HALF: &str = ".未完成";

impl Folder {
    /// Begins `parent/name`. What is there already is never written over.
    pub fn begin(parent: &Path, name: &str) -> Result<Folder, Error> {
        let whole = parent.join(safe(name));
        let half = parent.join(format!("{}{HALF}", safe(name)));
        for path in [&whole, &half] {
            if std::fs::read_dir(path).is_ok_and(|mut found| found.next().is_some()) {
                return Err(Error::NotEmpty { path: path.clone() });
            }
        }
        std::fs::create_dir_all(&half).map_err(|source| Error::Write { path: half.clone(), source })?;
        Ok(Folder { half, whole, sums: String::new(), given: BTreeSet::new(), finished: false })
    }

    /// Writes one file under `parts`, the last of which is its name; gives back the name it got. A name taken already gets
    /// a number.
    pub fn put(&mut self, parts: &[&str], bytes: &[u8]) -> Result<String, Error> {
        let mut parts: Vec<String> = parts.iter().map(|p| safe(p)).collect();
        let name = parts.pop().unwrap_or_else(|| "_".into());
        let (stem, ending) = name.rsplit_once('.').map_or((name.as_str(), String::new()), |(s, e)| (s, format!(".{e}")));
        let mut path = String::new();
        for n in 1.. {
            let mut tried = parts.clone();
            tried.push(if n == 1 { name.clone() } else { format!("{stem}（{n}）{ending}") });
            path = tried.join("/");
            if self.given.insert(path.to_lowercase()) {
                break;
            }
        }
        let full = self.half.join(&path);
        let failed = |source| Error::Write { path: full.clone(), source };
        if let Some(folder) = full.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(&full, bytes).map_err(failed)?;
        self.sums.push_str(&format!("{}  {path}\n", hash(bytes)));
        Ok(path)
    }

    /// Writes the hashes and gives the folder its name.
    pub fn finish(mut self) -> Result<PathBuf, Error> {
        let sums = self.half.join("SHA256SUMS");
        std::fs::write(&sums, &self.sums).map_err(|source| Error::Write { path: sums, source })?;
        // An empty folder of that name was allowed; renaming over it is not possible everywhere.
        let _ = std::fs::remove_dir(&self.whole);
        std::fs::rename(&self.half, &self.whole).map_err(|source| Error::Write { path: self.whole.clone(), source })?;
        self.finished = true;
        Ok(self.whole.clone())
    }
}

/// What was not finished (no longer wanted, or the disk was full) is taken away again. Only a program that was killed
/// leaves the half-written folder, under its name that says so.
impl Drop for Folder {
    fn drop(&mut self) {
        if !self.finished {
            let _ = std::fs::remove_dir_all(&self.half);
        }
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// A name every system takes: no separators or wildcards, no dots or blanks at its ends, at most 120 characters.
fn safe(name: &str) -> String {
    let swapped: String = name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c }).collect();
    let trimmed = swapped.trim().trim_end_matches(['.', ' ']).trim_start_matches('.');
    let (stem, ending) = trimmed.rsplit_once('.').filter(|(_, e)| e.chars().count() <= 8).unwrap_or((trimmed, ""));
    let mut short: String = stem.chars().take(100).collect();
    if short.is_empty() {
        short.push('_');
    }
    let reserved = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"];
    if reserved.contains(&short.to_lowercase().as_str()) {
        short.push('_');
    }
    if ending.is_empty() { short } else { format!("{short}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_named_with_its_hash_and_none_is_lost() {
        let room = tempfile::tempdir().expect("a folder");
        let mut out = Folder::begin(room.path(), "导出/一").expect("begun");
        assert_eq!(out.put(&["材料", "../申请表.docx"], b"a").expect("written"), "材料/_申请表.docx");
        assert_eq!(out.put(&["材料", "A.pdf"], b"b").expect("written"), "材料/A.pdf");
        assert_eq!(out.put(&["材料", "a.pdf"], b"c").expect("written"), "材料/a（2）.pdf");
        assert_eq!(out.put(&["材料", "CON"], b"d").expect("written"), "材料/CON_");
        let folder = out.finish().expect("finished");
        assert_eq!(folder, room.path().join("导出_一"));
        let sums = std::fs::read_to_string(folder.join("SHA256SUMS")).expect("the hashes");
        assert_eq!(sums.lines().count(), 4);
        for line in sums.lines() {
            let (told, path) = line.split_once("  ").expect("hash and path");
            let bytes = std::fs::read(folder.join(path)).expect("every file named is there");
            assert_eq!(told, super::hash(&bytes));
        }
        assert!(matches!(Folder::begin(room.path(), "导出/一"), Err(Error::NotEmpty { .. })), "never written over");
        let mut given_up = Folder::begin(room.path(), "导出/二").expect("begun");
        given_up.put(&["甲.txt"], b"a").expect("written");
        drop(given_up);
        assert_eq!(std::fs::read_dir(room.path()).expect("the room").count(), 1, "what was given up leaves nothing behind");
    }
}
