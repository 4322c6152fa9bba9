//! The faces the papers are set in, looked up in a folder the caller names.

use std::path::{Path, PathBuf};

use crate::Error;

/// The open font folder.
#[derive(Debug)]
pub struct Fonts {
    folder: PathBuf,
}

impl Fonts {
    /// Opens the folder that `assets/fonts/fetch.sh` fills (in an installed program: the resource folder `fonts`).
    pub fn open(folder: &Path) -> Result<Fonts, Error> {
        Ok(Fonts {
            folder: folder.to_path_buf(),
        })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
