//! Paper out of the computer: the print queue (`lp`) when there is one, otherwise the system's own PDF viewer, whose
//! print dialog the person knows. Never through the web view, which would scale the page and lose the grid.

use crate::{files, places, trouble::Trouble};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A private folder for papers on their way to a viewer; gone when the program ends. In memory (`XDG_RUNTIME_DIR`)
/// where the system offers it, so that nothing of an encrypted archive stays on the disk.
pub struct Tray {
    folder: tempfile::TempDir,
}

#[derive(Debug, Serialize)]
#[serde(tag = "went_to", rename_all = "snake_case")]
pub enum Printed {
    /// The queue took it; `said` is its own receipt.
    Printer { printer: String, said: String },
    /// The viewer shows it and the person prints there.
    Viewer { file: String },
}

#[derive(Debug, Serialize)]
pub struct Printers {
    pub names: Vec<String>,
    pub usual: Option<String>,
}

impl Tray {
    pub fn new() -> Result<Tray, Trouble> {
        let parent = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|p| p.is_dir()).unwrap_or_else(std::env::temp_dir);
        let folder = tempfile::Builder::new().prefix("lunshen-").tempdir_in(&parent).map_err(|e| Trouble::file("create", &parent, e))?;
        Ok(Tray { folder })
    }

    /// Each paper gets its own subfolder: two drafts of one name may be open in the viewer at once.
    fn lay(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Trouble> {
        let own =
            tempfile::Builder::new().tempdir_in(self.folder.path()).map_err(|e| Trouble::file("create", self.folder.path(), e))?.keep();
        places::create_private(&own).map_err(|e| Trouble::file("create", &own, e))?;
        let path = own.join(files::usable_name(name));
        files::save(&path, bytes)?;
        Ok(path)
    }

    /// Sends to `printer`, or the usual one, or the viewer when the system knows no printer.
    pub fn print(&self, name: &str, bytes: &[u8], printer: Option<&str>, copies: u32) -> Result<Printed, Trouble> {
        let known = printers();
        let Some(printer) = printer.map(str::to_owned).or(known.usual).or(known.names.into_iter().next()) else {
            return self.open(name, bytes);
        };
        let path = self.lay(name, bytes)?;
        let answer = Command::new("lp")
            .args(["-d", &printer, "-n", &copies.clamp(1, 99).to_string(), "-t", name, "--"])
            .arg(&path)
            .stdin(Stdio::null())
            .output();
        let _ = std::fs::remove_file(&path); // the queue keeps its own copy
        match answer {
            Ok(out) if out.status.success() => Ok(Printed::Printer { printer, said: text(&out.stdout) }),
            Ok(out) => Err(Trouble::PrinterRefused { said: text(&out.stderr).trim_end_matches('.').to_owned() }),
            Err(error) => Err(Trouble::PrinterRefused { said: error.to_string() }),
        }
    }

    /// Shows the paper in the system's viewer.
    pub fn open(&self, name: &str, bytes: &[u8]) -> Result<Printed, Trouble> {
        let path = self.lay(name, bytes)?;
        show(&path)?;
        Ok(Printed::Viewer { file: path.display().to_string() })
    }
}

/// Opens a file or folder with whatever the system uses for it.
pub fn show(path: &Path) -> Result<(), Trouble> {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    match Command::new(program).args(before).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Trouble::NotPrinted { said: format!("{program}: {status}") }),
        Err(error) => Err(Trouble::NotPrinted { said: format!("{program}: {error}") }),
    }
}

/// The queues of this computer; none where CUPS is not installed.
pub fn printers() -> Printers {
    let ask = |argument: &str| {
        let out = Command::new("lpstat").arg(argument).env("LC_ALL", "C").stdin(Stdio::null()).output().ok()?;
        out.status.success().then(|| text(&out.stdout))
    };
    Printers {
        names: ask("-e").map(|t| t.lines().map(str::to_owned).collect()).unwrap_or_default(),
        usual: ask("-d").and_then(|t| t.split_once("system default destination: ").map(|(_, name)| name.to_owned())),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}
