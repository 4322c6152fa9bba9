//! Files from outside, dropped or picked: their bytes go into the archive, and into a case as material when one is
//! named. What is not taken says why. Deliberately no opinion on what a file contains: that is the formal check (M13).

use crate::acts::Act;
use crate::acts::intake::AttachMaterial;
use crate::counter::Request;
use crate::failure::Failure;
use crate::office::Office;
use measures::{Date, Element, Instant};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Where the files go. Without a case they are only kept, for the act that will name them (a scan, a proof).
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Attach {
    case: Option<String>,
    elements: Vec<Element>,
    version: String,
    version_date: Option<Date>,
    /// The material these replace, when it is one file.
    replaces: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakenFile {
    pub name: String,
    pub sha256: String,
    pub size: u32,
    /// The material it became, when a case was named.
    pub material: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotTaken {
    pub name: String,
    pub zh: String,
    pub en: String,
}

/// Files taken into the archive, and those that were not, each with its reason.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    pub taken: Vec<TakenFile>,
    pub refused: Vec<NotTaken>,
}

/// What a computer runs is no application material, whatever its name.
const PROGRAMS: [&str; 18] =
    ["exe", "msi", "com", "scr", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "jar", "sh", "lnk", "dll", "apk", "appimage"];
/// SQLite holds more; what a person can read at a counter is less.
const LARGEST: u64 = 512 << 20;

impl Office {
    pub fn attach(&mut self, now: Instant, request: serde_json::Value, files: Vec<PathBuf>) -> Result<serde_json::Value, Failure> {
        let to: Attach = serde_json::from_value(request)?;
        let mut out = Taken::default();
        for path in files {
            let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
            match self.take_in(now, &to, &path, &name) {
                Ok(file) => out.taken.push(file),
                // A file that cannot be taken stops none of the others; a file that cannot be written stops them all.
                Err(failure) if failure.kind == crate::FailureKind::Io && failure.field != "file" => return Err(failure),
                Err(failure) => {
                    let of = |a: String, b: String| format!("{a}{b}");
                    out.refused.push(NotTaken {
                        name,
                        zh: of(failure.zh, failure.way_zh),
                        en: of(failure.en, format!(" {}", failure.way_en)).trim().into(),
                    });
                }
            }
        }
        Ok(serde_json::to_value(out)?)
    }

    fn take_in(&mut self, now: Instant, to: &Attach, path: &Path, name: &str) -> Result<TakenFile, Failure> {
        let refused = |zh: &str, en: &str| Err(Failure::invalid("file", zh, en));
        if path.extension().is_some_and(|e| PROGRAMS.contains(&e.to_string_lossy().to_lowercase().as_str())) {
            return refused("不收可执行文件。", "Programs are not taken in.");
        }
        let unread = |e: std::io::Error| Failure { field: "file".into(), ..Failure::io(path, &e) };
        let size = std::fs::metadata(path).map_err(unread)?.len();
        match size {
            0 => return refused("文件是空的。", "The file is empty."),
            n if n > LARGEST => {
                return refused(
                    "文件大于512MB，请拆开或另附光盘，在卷内目录里注明。",
                    "Larger than 512 MB; split it, or keep it on a disc named in the index.",
                );
            }
            _ => {}
        }
        let bytes = std::fs::read(path).map_err(unread)?;
        if bytes.starts_with(b"MZ") || bytes.starts_with(b"\x7fELF") {
            return refused("内容是可执行程序，不收。", "Its content is a program; it is not taken in.");
        }
        let sha256 = self.opened_mut()?.archive.stage_blob(&bytes)?;
        let mut material = None;
        if let Some(case) = &to.case {
            let act = Act::AttachMaterial(AttachMaterial {
                case: case.clone(),
                elements: to.elements.clone(),
                name: name.into(),
                version: to.version.clone(),
                version_date: to.version_date,
                received: None,
                sha256: sha256.clone(),
                text: None,
                replaces: to.replaces.clone(),
            });
            let done = self.act(now, Request { act, reasons: vec![], rehearse: false, draft: String::new() })?;
            material = done.made.refs.into_iter().find(|r| r.kind == "material").map(|r| r.id);
        }
        Ok(TakenFile { name: name.into(), sha256, size: u32::try_from(size).unwrap_or(u32::MAX), material })
    }
}
