//! The file itself: founding it, opening, locking, copying, restoring, proving. Not acts: nothing here changes what the
//! committee did.

use crate::failure::{Failure, FailureKind};
use crate::office::{Office, Places};
use crate::views::start::FoundFile;
use measures::Instant;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use store::Archive;

/// What can be asked about the file, tagged by `file`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "file", rename_all = "snake_case")]
pub enum FileRequest {
    /// A new, empty, encrypted file; answers with the recovery key to be printed and copied back.
    Create {
        name: String,
        passphrase: String,
    },
    Open {
        name: String,
        passphrase: String,
    },
    /// Opens with the recovery sheet and sets a new passphrase.
    Recover {
        name: String,
        recovery: String,
        passphrase: String,
    },
    /// Builds the demo committee as a file of its own and opens it.
    Demo,
    /// Closes the file and forgets its key.
    Lock,
    ChangePassphrase {
        old: String,
        new: String,
    },
    /// The recovery key once more, for a sheet that was lost; asks for the passphrase because the sheet needs none.
    RecoverySheet {
        passphrase: String,
    },
    Snapshot,
    /// A verified second copy to a folder.
    CopyTo {
        folder: String,
    },
    /// Everything in open formats, as a new folder inside `folder`.
    Export {
        folder: String,
    },
    /// What an inspector asks for about a year, as a new folder inside `folder`.
    Inspection {
        folder: String,
        year: i32,
    },
    /// What a restore would bring back and what it would lose.
    PreviewRestore {
        snapshot: String,
        passphrase: String,
    },
    Restore {
        snapshot: String,
        passphrase: String,
    },
    /// Puts a copy (its path, or a snapshot's name) in the place of a committee that is not open: another machine, a stick, a
    /// damaged file. What was there is kept aside.
    BringIn {
        name: String,
        copy: String,
        passphrase: String,
    },
    /// Chain, replay of images, integrity.
    Verify,
    PutDraft {
        key: String,
        value: serde_json::Value,
    },
    DropDraft {
        key: String,
    },
    /// Removes the demo committee's folder.
    RemoveDemo,
    /// Writes the packet of one person to a folder, or keeps it for an errand. → [`crate::packets::PacketWritten`]
    WritePacket(crate::packets::PacketAsk),
    /// Writes the packet of one person as one PDF to a folder. → [`crate::packet_pdf::PacketPdf`]
    WritePacketPdf {
        #[serde(flatten)]
        of: crate::packet_pdf::PacketFor,
        folder: String,
    },
    /// The passphrase of a person's packets, to be read out. → [`crate::packets::Spoken`]
    PacketPassphrase {
        member: String,
    },
    /// Opens a return file, or a filled form, and says what would happen. → [`crate::packets::Staged`]
    ReadReturn {
        path: String,
        /// The meeting whose page is open, when it is to be that one's.
        #[serde(default)]
        meeting: Option<String>,
    },
}

/// The demo committee's folder and passphrase: it holds nothing that needs keeping.
pub const DEMO_NAME: &str = "演示-江州大学";
/// Its name while it is being built.
const DEMO_HALF: &str = "演示-正在建立";
pub const DEMO_PASSPHRASE: &str = "演示口令不保密，随便打开";

impl Office {
    /// Works on the file. Answers JSON: the recovery key after `create`, a preview, a report, or null.
    pub fn file(&mut self, now: Instant, request: serde_json::Value) -> Result<serde_json::Value, Failure> {
        let request: FileRequest = serde_json::from_value(request)?;
        let nothing = Ok(serde_json::Value::Null);
        match request {
            FileRequest::Create { name, passphrase } => {
                let places = self.places_of(&name)?;
                if passphrase.chars().count() < 12 {
                    return Err(Failure::invalid(
                        "passphrase",
                        "口令太短：至少12个字。",
                        "The passphrase is too short: at least 12 characters.",
                    ));
                }
                let (archive, sheet) =
                    Archive::create(&places, &passphrase, serde_json::json!({ "product": "lunshen", "name": name }), now)?;
                self.take(archive, name)?;
                Ok(serde_json::to_value(sheet)?)
            }
            FileRequest::Open { name, passphrase } => {
                let archive = Archive::open(&self.places_of(&name)?, &passphrase, now)?;
                self.take(archive, name)?;
                nothing
            }
            FileRequest::Recover { name, recovery, passphrase } => {
                let archive = Archive::open_with_recovery(&self.places_of(&name)?, &recovery, &passphrase, now)?;
                self.take(archive, name)?;
                nothing
            }
            FileRequest::Demo => {
                self.with_the_file_set_aside(now, |office| Ok((office.demo(now)?, DEMO_NAME.into())))?;
                nothing
            }
            FileRequest::Lock => {
                self.close();
                nothing
            }
            FileRequest::ChangePassphrase { old, new } => {
                self.opened_mut()?.archive.change_passphrase(&old, &new)?;
                nothing
            }
            FileRequest::RecoverySheet { passphrase } => Ok(serde_json::to_value(self.opened()?.archive.recovery_sheet(&passphrase)?)?),
            FileRequest::Snapshot => Ok(serde_json::to_value(self.opened_mut()?.archive.snapshot("asked", now)?)?),
            FileRequest::CopyTo { folder } => {
                let task = self.task.clone();
                let _under_way = task.begin("copy");
                let info = self.opened_mut()?.archive.copy_to(&PathBuf::from(&folder), now, &mut |done, all| task.at(done, all))?;
                Ok(serde_json::to_value(info)?)
            }
            FileRequest::Export { folder } => {
                let task = self.task.clone();
                let _under_way = task.begin("export");
                let written = self.export(now, &PathBuf::from(&folder), &mut |done, all| task.at(done.into(), all.into()))?;
                Ok(serde_json::to_value(written)?)
            }
            FileRequest::Inspection { folder, year } => {
                let task = self.task.clone();
                let _under_way = task.begin("inspection");
                let written = self.inspection(now, &PathBuf::from(&folder), year, &mut |done, all| task.at(done.into(), all.into()))?;
                Ok(serde_json::to_value(written)?)
            }
            FileRequest::PreviewRestore { snapshot, passphrase } => {
                let places = self.places_of(&self.opened()?.name.clone())?;
                Ok(serde_json::to_value(Archive::preview_restore(&places, &snapshot, &passphrase, self.opened()?.archive.read())?)?)
            }
            FileRequest::Restore { snapshot, passphrase } => {
                let name = self.opened()?.name.clone();
                let places = self.places_of(&name)?;
                self.with_the_file_set_aside(now, |_| Ok((Archive::restore(&places, &snapshot, &passphrase, now)?, name)))?;
                nothing
            }
            FileRequest::BringIn { name, copy, passphrase } => {
                let places = self.places_of(&name)?;
                let fresh = !places.data.exists();
                self.with_the_file_set_aside(now, |_| match Archive::restore(&places, &copy, &passphrase, now) {
                    Ok(archive) => Ok((archive, name.trim().into())),
                    Err(error) => {
                        // A folder made for a copy that did not come holds a lock and nothing else.
                        if fresh {
                            let _ = std::fs::remove_dir_all(&places.data);
                        }
                        Err(error.into())
                    }
                })?;
                nothing
            }
            FileRequest::Verify => {
                let _under_way = self.task.begin("verify");
                Ok(serde_json::to_value(self.opened()?.archive.verify(&mut |done, all| self.task.at(done, all))?)?)
            }
            FileRequest::PutDraft { key, value } => {
                self.opened_mut()?.archive.put_draft(&key, &value)?;
                nothing
            }
            FileRequest::DropDraft { key } => {
                self.opened_mut()?.archive.drop_draft(&key)?;
                nothing
            }
            FileRequest::WritePacket(ask) => Ok(serde_json::to_value(self.write_packet(now, &ask)?)?),
            FileRequest::WritePacketPdf { of, folder } => {
                Ok(serde_json::to_value(self.write_packet_pdf(now, &of, &PathBuf::from(folder))?)?)
            }
            FileRequest::PacketPassphrase { member } => Ok(serde_json::to_value(self.passphrase_of(&member)?)?),
            FileRequest::ReadReturn { path, meeting } => {
                Ok(serde_json::to_value(self.read_return(now, &PathBuf::from(path), meeting.as_deref())?)?)
            }
            FileRequest::RemoveDemo => {
                self.close();
                for name in [DEMO_NAME, DEMO_HALF] {
                    let folder = self.places_of(name)?.data;
                    if folder.exists() {
                        std::fs::remove_dir_all(&folder).map_err(|e| Failure::io(&folder, &e))?;
                    }
                }
                nothing
            }
        }
    }

    /// Work that needs no file open and ends with another one: when it fails, the file that was open is open again, as it
    /// was and without its passphrase being asked for.
    fn with_the_file_set_aside(
        &mut self,
        now: Instant,
        work: impl FnOnce(&mut Office) -> Result<(Archive, String), Failure>,
    ) -> Result<(), Failure> {
        let before = self.open.take().and_then(|open| Some((open.archive.set_aside()?, open.name)));
        match work(self).and_then(|(archive, name)| self.take(archive, name)) {
            Ok(()) => Ok(()),
            Err(failure) => {
                self.close();
                if let Some((aside, name)) = before {
                    self.take(aside.open(now)?, name)?;
                }
                Err(failure)
            }
        }
    }

    /// The demo committee's file, built when it is not there.
    fn demo(&mut self, now: Instant) -> Result<Archive, Failure> {
        let places = self.places_of(DEMO_NAME)?;
        if !places.data.join("vault.json").exists() {
            // Built under a name of its own: a build that was killed half-way never passes for the demo.
            let half = self.places_of(DEMO_HALF)?;
            let away = || if half.data.exists() { std::fs::remove_dir_all(&half.data) } else { Ok(()) };
            away().map_err(|e| Failure::io(&half.data, &e))?;
            let (archive, _) = Archive::create(&half, DEMO_PASSPHRASE, serde_json::json!({ "product": "lunshen", "demo": true }), now)?;
            self.take(archive, DEMO_HALF.into())?;
            let task = self.task.clone();
            let _under_way = task.begin("demo");
            let built = crate::demo::build(self);
            self.close();
            if let Err(failure) = built {
                let _ = away(); // cleared away before the next build at the latest
                return Err(failure);
            }
            std::fs::rename(&half.data, &places.data).map_err(|e| Failure::io(&places.data, &e))?;
        }
        Ok(Archive::open(&places, DEMO_PASSPHRASE, now)?)
    }

    /// Closes the file, if one is open, leaving its write-ahead log folded in.
    pub fn close(&mut self) {
        if let Some(open) = self.open.take() {
            open.archive.close();
        }
    }

    /// The folders of a committee by its name. A name is one folder, never a path.
    pub(crate) fn places_of(&self, name: &str) -> Result<store::Places, Failure> {
        let plain = name.trim();
        if plain.is_empty() || plain.starts_with('.') || plain.chars().any(|c| c.is_control() || "/\\:*?\"<>|".contains(c)) {
            return Err(Failure::invalid("name", format!("“{name}”不能作文件夹名。"), format!("“{name}” cannot be a folder name."))
                .way("换一个没有斜杠、冒号等符号的名称。", "Use a name without slashes or colons."));
        }
        Ok(store::Places { data: self.places.data.join(plain), config: self.places.config.clone() })
    }

    /// Committees' folders on this machine, last used first.
    pub fn found_files(places: &Places) -> Vec<FoundFile> {
        let Ok(folder) = std::fs::read_dir(&places.data) else { return vec![] };
        let mut files: Vec<FoundFile> = folder
            .flatten()
            .filter(|e| e.path().join("vault.json").exists())
            .map(|e| (e.file_name().to_string_lossy().into_owned(), e))
            // A demo that was killed while it was being built is nobody's file.
            .filter(|(name, _)| name != DEMO_HALF)
            .map(|(name, e)| {
                let last_used = store::last_used(&e.path());
                FoundFile { committee: name.clone(), demo: name == DEMO_NAME, last_used, name }
            })
            .collect();
        files.sort_by_key(|f| std::cmp::Reverse(f.last_used));
        files
    }
}

impl Failure {
    /// A file or folder that could not be read or written, with the operating system's words.
    pub fn io(path: &std::path::Path, e: &std::io::Error) -> Self {
        let path = path.display();
        let (zh, en, way_zh, way_en) = match e.kind() {
            std::io::ErrorKind::PermissionDenied => {
                ("没有写入的权限", "no permission", "换一个文件夹，或请管理员放开权限。", "Choose another folder or ask for permission.")
            }
            std::io::ErrorKind::StorageFull => (
                "磁盘已满",
                "the disk is full",
                "腾出空间后重试；已经存上的没有受影响。",
                "Free some space and try again; what was saved is unaffected.",
            ),
            std::io::ErrorKind::NotFound => {
                ("找不到", "not found", "看看U盘是否拔出、文件夹是否改名。", "See whether the stick was pulled or the folder renamed.")
            }
            std::io::ErrorKind::ReadOnlyFilesystem => {
                ("只读", "read-only", "换一个可以写入的文件夹。", "Choose a folder that can be written to.")
            }
            _ => ("读写出错", "input or output error", "重试；仍不行时把编号告诉维护人员。", "Try again; if it persists, report the code."),
        };
        Failure::new("LS-B07", FailureKind::Io, format!("没有存上：{path} {zh}（{e}）。"), format!("Not saved: {path}: {en} ({e})."))
            .way(way_zh, way_en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_killed_half_way_is_not_offered() {
        let room = tempfile::tempdir().expect("a folder");
        for name in [DEMO_HALF, DEMO_NAME, "某委员会"] {
            std::fs::create_dir_all(room.path().join(name)).expect("made");
            std::fs::write(room.path().join(name).join("vault.json"), "{}").expect("written");
        }
        let places = Places { data: room.path().into(), config: room.path().into(), assets: room.path().into() };
        let mut names: Vec<String> = Office::found_files(&places).into_iter().map(|f| f.name).collect();
        names.sort();
        assert_eq!(names, ["某委员会", DEMO_NAME]);
    }
}
