//! Office files made into PDFs by the LibreOffice of the machine, where there is one. Nothing depends on it: a file it does
//! not turn into a PDF in a minute is listed in the packet, as all are where it is not installed.
//!
//! It works in a folder of its own with a profile of its own, so that nobody's settings, macros or open documents play a
//! part; the folder, with what was in it, is removed when the packet is bound. Proxies that lead nowhere keep it from
//! fetching what a document links to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ENDINGS: [&str; 14] = ["doc", "docx", "rtf", "odt", "wps", "xls", "xlsx", "ods", "et", "ppt", "pptx", "odp", "dps", "txt"];
/// A file that takes longer hangs on something.
const LONGEST: Duration = Duration::from_secs(60);

pub(crate) struct Converter {
    program: PathBuf,
    longest: Duration,
}

/// What was converted, by the hash of what it was made from; gone from the disk when it is dropped.
pub(crate) struct Converted {
    folder: PathBuf,
    pdfs: BTreeMap<String, PathBuf>,
}

/// Whether a file of this name is one to be converted.
pub(crate) fn convertible(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_lowercase().as_str()))
}

impl Converter {
    /// The LibreOffice of this machine, if it has one.
    pub(crate) fn found() -> Option<Converter> {
        let name = if cfg!(windows) { "soffice.exe" } else { "soffice" };
        let on_path = std::env::var_os("PATH").into_iter().flat_map(|p| std::env::split_paths(&p).collect::<Vec<_>>());
        let usual = [
            "/usr/lib/libreoffice/program",
            "/opt/libreoffice/program",
            "/Applications/LibreOffice.app/Contents/MacOS",
            "C:\\Program Files\\LibreOffice\\program",
            "C:\\Program Files (x86)\\LibreOffice\\program",
        ];
        let program = on_path.chain(usual.iter().map(PathBuf::from)).map(|folder| folder.join(name)).find(|p| p.is_file())?;
        Some(Converter { program, longest: LONGEST })
    }

    /// Converts files one after the other: name, hash, bytes. `go_on` is asked all the while; None when it said no.
    pub(crate) fn convert(
        &self,
        files: &[(String, String)],
        read: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
        go_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Option<Converted> {
        let mut out = Converted { folder: own_folder().ok()?, pdfs: BTreeMap::new() };
        for (n, (name, sha256)) in files.iter().enumerate() {
            let mut told = || go_on(n as u64, files.len() as u64);
            if !told() {
                return None;
            }
            let Some(bytes) = read(sha256) else { continue };
            // Only the ending of a stranger's name goes to the disk.
            let ending = name.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
            let from = out.folder.join(format!("{n}.{ending}"));
            if fs::write(&from, &bytes).is_err() {
                continue;
            }
            let finished = self.run(&out.folder, &from, &mut told);
            let _ = fs::remove_file(&from);
            let pdf = out.folder.join(format!("{n}.pdf"));
            match finished {
                None => return None,
                Some(true) if fs::metadata(&pdf).is_ok_and(|m| m.len() > 0) => {
                    out.pdfs.insert(sha256.clone(), pdf);
                }
                Some(_) => {
                    let _ = fs::remove_file(&pdf);
                }
            }
        }
        Some(out)
    }

    /// None when it was stopped, false when it failed or took too long.
    fn run(&self, folder: &Path, from: &Path, go_on: &mut dyn FnMut() -> bool) -> Option<bool> {
        let slashes = folder.join("profile").display().to_string().replace('\\', "/");
        let profile = format!("-env:UserInstallation=file://{}{slashes}", if slashes.starts_with('/') { "" } else { "/" });
        let mut command = Command::new(&self.program);
        command.args([profile.as_str(), "--headless", "--norestore", "--nologo", "--convert-to", "pdf", "--outdir"]);
        command.arg(folder).arg(from).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        for proxy in ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy"] {
            command.env(proxy, "http://127.0.0.1:9");
        }
        let Ok(mut child) = command.spawn() else { return Some(false) };
        let started = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return Some(status.success()),
                Ok(None) => {}
                Err(_) => return Some(false),
            }
            let stopped = !go_on();
            if stopped || started.elapsed() > self.longest {
                let _ = child.kill();
                let _ = child.wait();
                return if stopped { None } else { Some(false) };
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Converted {
    pub(crate) fn has(&self, sha256: &str) -> bool {
        self.pdfs.contains_key(sha256)
    }
    pub(crate) fn pdf(&self, sha256: &str) -> Option<Vec<u8>> {
        fs::read(self.pdfs.get(sha256)?).ok()
    }
}

impl Drop for Converted {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A new folder nobody else may look into.
fn own_folder() -> std::io::Result<PathBuf> {
    let moment = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_nanos());
    let folder = std::env::temp_dir().join(format!("lunshen-{}-{moment}", std::process::id()));
    fs::create_dir(&folder)?;
    #[cfg(unix)]
    fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 2] = [("说明.rtf", "a"), ("表.xlsx", "b")];

    fn files() -> Vec<(String, String)> {
        FILES.iter().map(|(n, s)| ((*n).to_string(), (*s).to_string())).collect()
    }

    /// A program in the place of LibreOffice.
    #[cfg(unix)]
    fn stand_in(room: &Path, does: &str) -> Converter {
        let program = room.join("soffice");
        fs::write(&program, format!("#!/bin/sh\n{does}\n")).unwrap();
        fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        Converter { program, longest: Duration::from_millis(300) }
    }

    #[cfg(unix)]
    #[test]
    fn what_fails_or_hangs_is_left_out_and_nothing_stays_on_the_disk() {
        let room = tempfile::tempdir().unwrap();
        let mut read = |_: &str| Some(b"{\\rtf1 words}".to_vec());
        // The ninth word is the file, the eighth the folder; the first is converted, the second hangs.
        let works = stand_in(room.path(), "case \"$9\" in *.rtf) printf '%%PDF-' > \"$8/0.pdf\";; *) exec sleep 60;; esac");
        let done = works.convert(&files(), &mut read, &mut |_, _| true).unwrap();
        assert!(done.has("a") && !done.has("b"));
        assert_eq!(done.pdf("a").unwrap(), b"%PDF-");
        let folder = done.folder.clone();
        assert!(!folder.join("0.rtf").exists(), "what it was made from is gone at once");
        drop(done);
        assert!(!folder.exists(), "and the rest with it");
        let fails = stand_in(room.path(), "exit 1");
        assert!(!fails.convert(&files(), &mut read, &mut |_, _| true).unwrap().has("a"));
        let missing = Converter { program: room.path().join("none"), longest: LONGEST };
        assert!(!missing.convert(&files(), &mut read, &mut |_, _| true).unwrap().has("a"));
        // Stopped while it hangs.
        let hangs = stand_in(room.path(), "exec sleep 60");
        let mut asked = 0;
        let mut stop = |_, _| {
            asked += 1;
            asked < 3
        };
        let started = Instant::now();
        assert!(hangs.convert(&files(), &mut read, &mut stop).is_none());
        assert!(started.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn the_libre_office_of_the_machine_is_used_when_there_is_one() {
        let Some(converter) = Converter::found() else { return };
        let mut read = |_: &str| Some(b"{\\rtf1\\ansi words that are looked for\\par}".to_vec());
        let done = converter.convert(&files()[..1], &mut read, &mut |_, _| true).unwrap();
        assert_eq!(papers::packet::pages("说明.rtf", &done.pdf("a").expect("converted")), ("pdf", 1));
    }

    #[test]
    fn only_office_files_are_converted() {
        for yes in ["申请表.docx", "A.DOC", "数据.xlsx", "汇报.pptx", "说明.wps"] {
            assert!(convertible(yes), "{yes}");
        }
        for no in ["方案.pdf", "图.png", "docx", "压缩.zip", ""] {
            assert!(!convertible(no), "{no}");
        }
    }
}
