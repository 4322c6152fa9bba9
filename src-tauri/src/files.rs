//! Bytes to a person's disk and back. A saved file is whole or absent: written beside its place, flushed, then renamed.
//! Not the archive's own file, which only `store` touches.

use crate::trouble::Trouble;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// More than any application form with its annexes; a film or a disk image picked by mistake is refused.
pub const LARGEST: u64 = 512 * 1024 * 1024;

/// An application has a few dozen files. More means that somebody dropped a whole disk.
const MOST: usize = 500;
const DEEPEST: u32 = 12;

/// Writes `bytes` to exactly `path`, replacing what is there only once everything is on the disk.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    if path.is_dir() {
        return Err(Trouble::file("write", path, io::ErrorKind::IsADirectory.into()));
    }
    let part = beside(path);
    let written = (|| {
        let mut file = File::create(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&part, path)
    })();
    if let Err(error) = written {
        let _ = fs::remove_file(&part); // may not exist; the first error is the one to tell
        return Err(Trouble::file("write", path, error));
    }
    // The name itself must outlive a pulled plug. Some file systems cannot flush a folder; the bytes are safe by then.
    #[cfg(unix)]
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Saves under `name` in `folder`, never over another file: 决定书.pdf, 决定书（2）.pdf, … Returns where it went.
/// A file with the very same bytes counts as saved already.
pub fn save_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Trouble> {
    make_folder(folder)?;
    let name = usable_name(name);
    let (stem, extension) = split(&name);
    for n in 1u32.. {
        let candidate = folder.join(if n == 1 { name.clone() } else { format!("{stem}（{n}）{extension}") });
        if !candidate.exists() {
            save(&candidate, bytes)?;
            return Ok(candidate);
        }
        if fs::metadata(&candidate).is_ok_and(|m| m.len() == bytes.len() as u64) && fs::read(&candidate).is_ok_and(|old| old == bytes) {
            return Ok(candidate);
        }
    }
    unreachable!("a folder does not hold four thousand million files of one name")
}

/// A place in `folder` where nothing is yet, for what writes its file itself: 回执.lsret, 回执（2）.lsret, …
pub fn free_place(folder: &Path, name: &str) -> Result<PathBuf, Trouble> {
    make_folder(folder)?;
    let (stem, extension) = split(name);
    let places = (1u32..).map(|n| folder.join(if n == 1 { name.to_owned() } else { format!("{stem}（{n}）{extension}") }));
    Ok(places.into_iter().find(|place| !place.exists()).unwrap_or_else(|| folder.join(name)))
}

/// The folder and those above it.
pub fn make_folder(folder: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(folder).map_err(|error| Trouble::file("create", folder, error))
}

/// Reads a file a person picked or dropped, up to [`LARGEST`].
pub fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    let fail = |error| Trouble::file("read", path, error);
    let file = File::open(path).map_err(fail)?;
    let size = file.metadata().map_err(fail)?;
    if size.is_dir() {
        return Err(fail(io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::with_capacity(size.len().min(LARGEST) as usize);
    // one byte more than allowed: a file that grows while it is read, or a device without a length, is noticed too
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > LARGEST {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Err(Trouble::TooLarge { name, megabytes: LARGEST / (1024 * 1024) });
    }
    Ok(bytes)
}

/// The files among `given`, folders walked: an applicant's folder is dropped as it is. In the order of their names;
/// hidden files and links are left out, for they are the computer's and not the applicant's.
pub fn walk(given: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut found = Vec::new();
    for path in given {
        let about = fs::metadata(path).map_err(|error| Trouble::file("read", path, error))?;
        if about.is_dir() { walk_folder(path, 0, &mut found)? } else { found.push(path.clone()) }
    }
    Ok(found)
}

fn walk_folder(folder: &Path, depth: u32, found: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    let fail = |error| Trouble::file("read", folder, error);
    let too_many = || Trouble::TooMany { folder: folder.display().to_string(), most: MOST };
    if depth > DEEPEST {
        return Err(too_many());
    }
    let mut entries = fs::read_dir(folder).map_err(fail)?.collect::<Result<Vec<_>, _>>().map_err(fail)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type().map_err(fail)?;
        if entry.file_name().to_string_lossy().starts_with(['.', '~']) || kind.is_symlink() {
            continue;
        }
        if kind.is_dir() {
            walk_folder(&entry.path(), depth + 1, found)?;
        } else if found.len() == MOST {
            return Err(too_many());
        } else {
            found.push(entry.path());
        }
    }
    Ok(())
}

/// A name every system accepts: a case's title may hold `/` or `:`, and may be longer than a file name can be.
pub fn usable_name(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|c| match c {
            '/' => '／',
            '\\' => '＼',
            ':' => '：',
            '*' => '＊',
            '?' => '？',
            '"' => '＂',
            '<' => '＜',
            '>' => '＞',
            '|' => '｜',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    let clean = clean.trim().trim_end_matches('.').trim_start_matches('.');
    let clean = if clean.is_empty() { "未命名" } else { clean };
    let (stem, extension) = split(clean);
    // 255 bytes is the limit of ext4; room is left for （2） and for the part file's ending
    let mut room = 220usize.saturating_sub(extension.len());
    let short: String = stem
        .chars()
        .take_while(|c| {
            let fits = room >= c.len_utf8();
            room = room.saturating_sub(c.len_utf8());
            fits
        })
        .collect();
    format!("{}{extension}", short.trim_end())
}

/// `决定书.v2.pdf` is `决定书.v2` and `.pdf`; an ending longer than eight bytes is part of the name.
pub fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(dot) if dot > 0 && name.len() - dot <= 9 => name.split_at(dot),
        _ => (name, ""),
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_every_system_accepts() {
        let check = |given: &str, expected: &str| assert_eq!(usable_name(given), expected, "for {given:?}");
        check("决定书.pdf", "决定书.pdf");
        check("关于A/B测试：脑机接口<一期>的决定.pdf", "关于A／B测试：脑机接口＜一期＞的决定.pdf");
        check("../../etc/passwd", "／..／etc／passwd");
        check("  \n", "未命名");
        let long = format!("{}.pdf", "伦".repeat(200));
        let short = usable_name(&long);
        assert!(short.len() <= 220 && short.ends_with("伦.pdf"), "cut on a character, the ending kept: {short}");
    }

    #[test]
    fn saving_replaces_whole_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("决定书.pdf");
        save(&path, b"one").unwrap();
        save(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no part file is left");
    }

    #[test]
    fn saving_new_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let names = |bytes: &[u8]| save_new(folder.path(), "通知.pdf", bytes).unwrap().file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(names(b"one"), "通知.pdf");
        assert_eq!(names(b"two"), "通知（2）.pdf");
        assert_eq!(names(b"two"), "通知（2）.pdf", "the same bytes are saved already");
        assert_eq!(fs::read(folder.path().join("通知.pdf")).unwrap(), b"one");
    }

    #[test]
    fn a_dropped_folder_is_walked_in_order_without_the_computers_own_files() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("2 附件")).unwrap();
        for name in ["3 承诺书.pdf", "1 申请书.pdf", ".DS_Store", "~$申请书.docx", "2 附件/知情同意书.pdf"] {
            fs::write(folder.path().join(name), b"x").unwrap();
        }
        let names: Vec<_> =
            walk(&[folder.path().to_owned()]).unwrap().iter().map(|p| p.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(names, ["1 申请书.pdf", "知情同意书.pdf", "3 承诺书.pdf"]);
    }

    #[test]
    fn a_whole_disk_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for n in 0..=MOST {
            fs::write(folder.path().join(n.to_string()), b"").unwrap();
        }
        assert_eq!(walk(&[folder.path().to_owned()]).unwrap_err().failure()["code"], "LS-W09");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = save(Path::new("/media/没有插上/决定书.pdf"), b"x").unwrap_err();
        assert_eq!(error.failure()["code"], "LS-W04");
        let error = save(&std::env::temp_dir(), b"x").unwrap_err();
        assert_eq!(error.failure()["code"], "LS-W06");
    }
}
