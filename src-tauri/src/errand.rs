//! Errands: what the screens ask that touches the person's own disk or printer. Save, save many, print, look at in the
//! system's viewer, pick files, take files into the archive. A dialog is never the only way: saving without one goes to
//! the usual folder.

use crate::{
    door::{Answer, Door},
    files, printer,
    trouble::Trouble,
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Who is asked where to save and what to open: native dialogs in the product, a folder in tests.
pub trait Chooser: Send + Sync {
    fn save(&self, ask: &Ask, name: &str) -> Option<PathBuf>;
    fn open(&self, ask: &Ask, many: bool) -> Option<Vec<PathBuf>>;
    fn folder(&self, ask: &Ask) -> Option<PathBuf>;
}

/// The words and limits of a dialog; they come from the screens, in the person's language.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Ask {
    pub title: String,
    /// Folder to begin in; otherwise the usual one.
    pub begin: Option<PathBuf>,
    pub kinds: Vec<Kind>,
}

/// `{ "name": "PDF文书", "endings": ["pdf"] }`
#[derive(Debug, Clone, Deserialize)]
pub struct Kind {
    pub name: String,
    pub endings: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "errand", rename_all = "snake_case")]
enum Errand {
    /// `of` is a request the desk answers with bytes. Without `ask`, into the usual folder.
    Save {
        of: Value,
        ask: Option<Ask>,
    },
    SaveMany {
        of: Vec<Value>,
        ask: Option<Ask>,
    },
    Print {
        of: Value,
        printer: Option<String>,
        #[serde(default = "one")]
        copies: u32,
    },
    Open {
        of: Value,
    },
    Printers,
    Pick {
        #[serde(default)]
        ask: Ask,
        #[serde(default)]
        many: bool,
    },
    PickFolder {
        #[serde(default)]
        ask: Ask,
    },
    /// Where to write something the desk writes itself (a backup, an export).
    PickPlace {
        #[serde(default)]
        ask: Ask,
        name: String,
    },
    /// `files` when they were dropped on the window; otherwise the person is asked. Folders are walked.
    Attach {
        request: Value,
        files: Option<Vec<PathBuf>>,
        #[serde(default)]
        ask: Ask,
    },
    /// Chair mode: names the packet to be opened; its passphrase is asked for by the page.
    OpenPacket {
        #[serde(default)]
        ask: Ask,
    },
    /// Chair mode: makes the return and saves it. Without `ask`, into the usual folder.
    MakeReturn {
        ask: Option<Ask>,
    },
    /// Chair mode: a document of the packet in the system's viewer.
    OpenDocument {
        document: String,
    },
    /// Show a saved file's folder.
    Reveal {
        path: PathBuf,
    },
}

fn one() -> u32 {
    1
}

impl Door {
    /// A paper of the desk, or, when the request names an `errand`, something done with the person's own files or printer.
    pub fn paper(&self, request: Value, chooser: &dyn Chooser) -> Answer {
        if request.get("errand").is_some() { run(self, request, chooser) } else { self.set(request) }
    }
}

fn run(door: &Door, request: Value, chooser: &dyn Chooser) -> Answer {
    let errand: Errand = serde_json::from_value(request).map_err(|e| Trouble::NotUnderstood { said: e.to_string() }.failure())?;
    let told = |t: Trouble| t.failure();
    let begun = |ask: Ask| Ask { begin: ask.begin.or_else(|| usual(door)), ..ask };
    match errand {
        Errand::Save { of, ask } => {
            // the bytes first: a paper that cannot be set must not ask where to put it
            let out = door.bytes(of)?;
            let path = match ask {
                None => files::save_new(&door.places.papers, &out.name, &out.bytes).map_err(told)?,
                Some(ask) => match chooser.save(&begun(ask), &files::usable_name(&out.name)) {
                    None => return Ok(cancelled()),
                    Some(chosen) => save_chosen(&chosen, &out.name, &out.bytes).map_err(told)?,
                },
            };
            Ok(saved(&[path]))
        }
        Errand::SaveMany { of, ask } => {
            let outs = of.into_iter().map(|of| door.bytes(of)).collect::<Result<Vec<_>, _>>()?;
            let folder = match ask {
                None => door.places.papers.clone(),
                Some(ask) => match chooser.folder(&begun(ask)) {
                    None => return Ok(cancelled()),
                    Some(folder) => folder,
                },
            };
            let paths =
                outs.iter().map(|out| files::save_new(&folder, &out.name, &out.bytes)).collect::<Result<Vec<_>, _>>().map_err(told)?;
            Ok(saved(&paths))
        }
        Errand::Print { of, printer, copies } => {
            let out = door.bytes(of)?;
            door.tray.print(&out.name, &out.bytes, printer.as_deref(), copies).map(json).map_err(told)
        }
        Errand::Open { of } => {
            let out = door.bytes(of)?;
            door.tray.open(&out.name, &out.bytes).map(json).map_err(told)
        }
        Errand::Printers => Ok(json(printer::printers())),
        Errand::Pick { ask, many } => Ok(picked(chooser.open(&begun(ask), many))),
        Errand::PickFolder { ask } => Ok(picked(chooser.folder(&begun(ask)).map(|f| vec![f]))),
        Errand::PickPlace { ask, name } => Ok(picked(chooser.save(&begun(ask), &files::usable_name(&name)).map(|f| vec![f]))),
        Errand::Attach { request, files, ask } => match files.or_else(|| chooser.open(&begun(ask), true)) {
            None => Ok(cancelled()),
            Some(files) => door.attach(request, files::walk(&files).map_err(told)?),
        },
        Errand::OpenPacket { ask } => match chooser.open(&begun(ask), false).and_then(|mut files| files.pop()) {
            None => Ok(cancelled()),
            Some(path) => door.reading(json!({ "reading": "await", "path": path })),
        },
        Errand::MakeReturn { ask } => {
            // what is missing is said before the person is asked where to put it
            let name = files::usable_name(&door.return_name()?);
            let path = match ask {
                None => files::free_place(&door.places.papers, &name).map_err(told)?,
                Some(ask) => match chooser.save(&begun(ask), &name) {
                    None => return Ok(cancelled()),
                    Some(chosen) => with_ending(&chosen, &name).map_err(told)?,
                },
            };
            door.make_return(&path)?;
            Ok(saved(&[path]))
        }
        Errand::OpenDocument { document } => {
            let out = door.packet_document(&document)?;
            door.tray.open(&out.name, &out.bytes).map(json).map_err(told)
        }
        Errand::Reveal { path } => {
            let folder = if path.is_dir() { &path } else { path.parent().unwrap_or(&path) };
            printer::show(folder).map(|()| json!({ "shown": folder })).map_err(told)
        }
    }
}

/// The dialog has asked about overwriting the name it showed. When the person left the ending away we add it, and then
/// the name is one nobody asked about: a file that is there already is kept.
fn save_chosen(chosen: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Trouble> {
    let (_, ending) = files::split(name);
    let given = chosen.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if ending.is_empty() || given.to_lowercase().ends_with(&ending.to_lowercase()) {
        files::save(chosen, bytes)?;
        return Ok(chosen.to_owned());
    }
    files::save_new(chosen.parent().unwrap_or(Path::new("")), &format!("{given}{ending}"), bytes)
}

/// As [`save_chosen`], for what writes its file itself.
fn with_ending(chosen: &Path, name: &str) -> Result<PathBuf, Trouble> {
    let (_, ending) = files::split(name);
    let given = chosen.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if given.to_lowercase().ends_with(&ending.to_lowercase()) {
        return Ok(chosen.to_owned());
    }
    files::free_place(chosen.parent().unwrap_or(Path::new("")), &format!("{given}{ending}"))
}

/// The usual folder, once it exists; a dialog that begins in a missing folder begins anywhere.
fn usual(door: &Door) -> Option<PathBuf> {
    std::fs::create_dir_all(&door.places.papers).ok().map(|()| door.places.papers.clone())
}

fn saved(paths: &[PathBuf]) -> Value {
    let one = |p: &PathBuf| json!({ "path": p, "name": p.file_name().unwrap_or_default().to_string_lossy(), "folder": p.parent() });
    json!({ "saved": paths.iter().map(one).collect::<Vec<_>>() })
}

fn picked(paths: Option<Vec<PathBuf>>) -> Value {
    paths.map_or_else(cancelled, |paths| json!({ "picked": paths }))
}

fn cancelled() -> Value {
    json!({ "cancelled": true })
}

fn json(value: impl serde::Serialize) -> Value {
    crate::door::to_json(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The type the screens are checked against names every errand, and with its fields.
    #[test]
    fn the_screens_know_these_errands() {
        let screens = include_str!("../../ui/src/generated/door.ts");
        let check = |request: Value| {
            let line = format!("| {{ errand: '{}'", request["errand"].as_str().unwrap());
            let line = screens.lines().find(|l| l.trim_start().starts_with(&line)).unwrap_or_else(|| panic!("door.ts lacks {line}"));
            for field in request.as_object().unwrap().keys() {
                assert!(line.contains(&format!("{field}:")) || line.contains(&format!("{field}?:")), "door.ts lacks {field} in {line}");
            }
            serde_json::from_value::<Errand>(request.clone()).unwrap_or_else(|e| panic!("{request}: {e}"))
        };
        let ask = json!({ "title": "保存文书", "begin": "/tmp", "kinds": [{ "name": "PDF文书", "endings": ["pdf"] }] });
        let all = [
            check(json!({ "errand": "save", "of": {}, "ask": ask })),
            check(json!({ "errand": "save_many", "of": [{}], "ask": ask })),
            check(json!({ "errand": "print", "of": {}, "printer": "一楼", "copies": 2 })),
            check(json!({ "errand": "open", "of": {} })),
            check(json!({ "errand": "printers" })),
            check(json!({ "errand": "pick", "ask": ask, "many": true })),
            check(json!({ "errand": "pick_folder", "ask": ask })),
            check(json!({ "errand": "pick_place", "ask": ask, "name": "备份" })),
            check(json!({ "errand": "attach", "request": {}, "files": ["/tmp/a"], "ask": ask })),
            check(json!({ "errand": "open_packet", "ask": ask })),
            check(json!({ "errand": "make_return", "ask": ask })),
            check(json!({ "errand": "open_document", "document": "d1" })),
            check(json!({ "errand": "reveal", "path": "/tmp" })),
        ];
        let in_screens = screens.lines().filter(|l| l.trim_start().starts_with("| { errand: '")).count();
        assert_eq!(all.len(), in_screens, "each errand of door.ts is tried here");
    }
}
