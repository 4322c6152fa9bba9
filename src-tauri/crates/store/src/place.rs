//! Where a committee's file lies: one folder with the database, its key slots and its copies, and one small file
//! outside that folder which remembers how far the journal had got.

use crate::Error;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Name of the database inside a committee's folder.
pub const FILE: &str = "committee.lunshen";
pub const VAULT: &str = "vault.json";
pub const LOCK: &str = "app.lock";
pub const HOLDER: &str = "app.lock.json";
pub const SNAPSHOTS: &str = "snapshots";
/// Damaged or replaced files are moved here, never deleted.
pub const ASIDE: &str = "aside";

/// `data` holds the file; `config` holds the high-water marks, on purpose somewhere else: whoever puts an old folder
/// back (a person, a sync program) does not put the mark back with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    pub data: PathBuf,
    pub config: PathBuf,
}

impl Places {
    pub fn new(data: impl Into<PathBuf>, config: impl Into<PathBuf>) -> Places {
        Places { data: data.into(), config: config.into() }
    }
    pub fn file(&self) -> PathBuf {
        self.data.join(FILE)
    }
    pub fn wal(&self) -> PathBuf {
        self.data.join(format!("{FILE}-wal"))
    }
    pub fn vault(&self) -> PathBuf {
        self.data.join(VAULT)
    }
    pub fn snapshots(&self) -> PathBuf {
        self.data.join(SNAPSHOTS)
    }
    pub fn aside(&self) -> PathBuf {
        self.data.join(ASIDE)
    }
    pub fn head_mark(&self, file_id: &str) -> PathBuf {
        self.config.join(format!("{file_id}.head.json"))
    }
}

impl From<&Places> for Places {
    fn from(p: &Places) -> Places {
        p.clone()
    }
}
/// Without a folder for the marks they lie beside the committee's folder.
impl From<&Path> for Places {
    fn from(data: &Path) -> Places {
        let config = data.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Places::new(data, config)
    }
}
impl From<&PathBuf> for Places {
    fn from(data: &PathBuf) -> Places {
        Places::from(data.as_path())
    }
}

/// Folders that carry files behind a program's back. The file works there, but two machines can end up with two truths.
pub fn sync_folder(data: &Path) -> Option<&'static str> {
    const SIGNS: &[(&str, &str)] = &[
        ("onedrive", "OneDrive"),
        ("dropbox", "Dropbox"),
        ("google drive", "Google Drive"),
        ("icloud", "iCloud"),
        ("mobile documents", "iCloud"),
        ("坚果云", "坚果云"),
        ("nutstore", "坚果云"),
        ("百度网盘", "百度网盘"),
        ("baidunetdisk", "百度网盘"),
        ("baidusyncdisk", "百度网盘"),
        ("阿里云盘", "阿里云盘"),
        ("wps云盘", "WPS云盘"),
        ("wpsdrive", "WPS云盘"),
        ("微云", "微云"),
        ("syncthing", "Syncthing"),
        ("nextcloud", "Nextcloud"),
        ("seafile", "Seafile"),
    ];
    let whole = fs::canonicalize(data).unwrap_or_else(|_| data.to_owned());
    if whole.to_string_lossy().starts_with(r"\\") {
        return Some("网络共享文件夹");
    }
    whole.components().find_map(|c| {
        let name = c.as_os_str().to_string_lossy().to_lowercase();
        SIGNS.iter().find(|(sign, _)| name.contains(sign)).map(|(_, who)| *who)
    })
}

/// Old file or new file, never a torn one: temporary file, fsync, rename, fsync of the folder.
pub fn write_whole(path: &Path, bytes: &[u8], durable: bool) -> Result<(), Error> {
    let tmp = path.with_extension("tmp");
    let put = || -> std::io::Result<()> {
        let mut f = File::create(&tmp)?;
        f.write_all(bytes)?;
        if durable {
            f.sync_all()?;
        }
        drop(f);
        fs::rename(&tmp, path)?;
        if durable {
            sync_folder_entry(path)?;
        }
        Ok(())
    };
    put().map_err(|e| {
        let _ = fs::remove_file(&tmp);
        Error::io("写入", "write", path, e)
    })
}

/// Makes a rename durable. Windows keeps directory entries itself and cannot open a folder as a file.
pub fn sync_folder_entry(path: &Path) -> std::io::Result<()> {
    if cfg!(unix)
        && let Some(dir) = path.parent()
    {
        File::open(if dir.as_os_str().is_empty() { Path::new(".") } else { dir })?.sync_all()?;
    }
    Ok(())
}

/// Only this user may look in (spec of the field: 保密管理). Elsewhere the profile folder's own rights must do.
pub fn private_dir(dir: &Path) -> Result<(), Error> {
    fs::create_dir_all(dir).map_err(|e| Error::io("建立文件夹", "create the folder", dir, e))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700)).map_err(|e| Error::io("设置权限", "set the permissions of", dir, e))?;
    }
    Ok(())
}

/// When the committee in this folder was last opened, as its lock remembers.
pub fn last_used(data: &Path) -> Option<chrono::DateTime<chrono::FixedOffset>> {
    let holder: serde_json::Value = serde_json::from_slice(&fs::read(data.join(HOLDER)).ok()?).ok()?;
    chrono::DateTime::parse_from_rfc3339(holder.get("since")?.as_str()?).ok()
}
