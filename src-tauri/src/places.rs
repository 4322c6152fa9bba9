//! Where things are on this computer: the committees' files, the program's settings, the fonts and calendars it came
//! with, and a private corner for what must lie on disk for a moment. Finds folders; reads nothing in them.

use crate::trouble::Trouble;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug)]
pub struct Places {
    /// One folder or file a committee.
    pub data: PathBuf,
    /// Settings of this computer; nothing about a committee.
    pub config: PathBuf,
    /// Fonts, calendars, rules, wording, demo: came with the program and is never written.
    pub assets: PathBuf,
    /// Where papers are saved when no dialog is asked for.
    pub papers: PathBuf,
}

impl Places {
    /// `data` as asked on the command line, or this user's usual place. Creates the folders for data and settings.
    pub fn find(data: Option<PathBuf>) -> Result<Places, Trouble> {
        let data = match data.or_else(|| dirs::data_local_dir().map(|d| d.join("lunshen"))) {
            Some(data) => std::path::absolute(&data).unwrap_or(data),
            None => return Err(Trouble::NoHome),
        };
        let config = dirs::config_dir().map(|d| d.join("lunshen")).ok_or(Trouble::NoHome)?;
        let papers = dirs::document_dir().or_else(dirs::home_dir).ok_or(Trouble::NoHome)?.join("伦审文书");
        for folder in [&data, &config] {
            create_private(folder).map_err(|error| Trouble::file("create", folder, error))?;
        }
        Ok(Places { data, config, assets: assets()?, papers })
    }

    pub fn for_office(&self) -> office::Places {
        office::Places { data: self.data.clone(), config: self.config.clone(), assets: self.assets.clone() }
    }
}

/// The folder `assets`: beside the program as each system installs it, or in the source tree it was built from.
pub fn assets() -> Result<PathBuf, Trouble> {
    let mut tried = Vec::new();
    if let Some(named) = std::env::var_os("LUNSHEN_ASSETS") {
        tried.push(PathBuf::from(named));
    }
    if let Ok(program) = std::env::current_exe()
        && let Some(folder) = program.parent()
    {
        tried.push(folder.join("../lib/lunshen/assets")); // .deb, .rpm
        tried.push(folder.join("../Resources/assets")); // macOS
        tried.push(folder.join("assets")); // Windows
        tried.extend(folder.ancestors().skip(1).take(3).map(|f| f.join("assets"))); // target/release in a checkout
    }
    if cfg!(debug_assertions) {
        tried.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets"));
    }
    match tried.iter().find(|folder| folder.join("rules").is_dir()) {
        Some(found) => Ok(found.canonicalize().unwrap_or_else(|_| found.clone())),
        None => Err(Trouble::NoAssets { tried: tried.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join("\n") }),
    }
}

/// Others on a shared computer cannot look in: committees hold personal data.
pub fn create_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
