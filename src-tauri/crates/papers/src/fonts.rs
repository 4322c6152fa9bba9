//! The faces the papers are set in: files of a folder the caller names, mapped into memory and never copied.
//!
//! Deliberately no search through the system's fonts: the same data must give the same bytes on every machine.
//! A committee that owns 仿宋_GB2312 or 方正小标宋 names the file itself (`prefer`), and then that file comes first.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use memmap2::Mmap;

use crate::Error;

/// A role in which type is set. Which file serves it, and which files follow when a character is missing, is `chain`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// 仿宋: the body of letters (GB/T 9704 5.2.2).
    Fang,
    /// 小标宋: red heads and titles.
    Title,
    /// 黑体: headings of the first level.
    Hei,
    /// 楷体: headings of the second level.
    Kai,
    /// 宋体: forms, tables, page numbers.
    Song,
}

/// The files, in the order of their numbers.
const FILES: [(&str, &str); 7] = [
    ("仿宋", "FandolFang-Regular.otf"),
    ("楷体", "LXGWWenKai-Light.ttf"),
    ("宋体", "NotoSerifSC-Regular.ttf"),
    ("小标宋", "NotoSerifSC-Bold.ttf"),
    ("黑体", "NotoSansSC-Medium.ttf"),
    ("西文", "LiberationSerif-Regular.ttf"),
    ("西文粗体", "LiberationSerif-Bold.ttf"),
];
const FANG: usize = 0;
const KAI: usize = 1;
const SONG: usize = 2;
const TITLE: usize = 3;
const HEI: usize = 4;
const SERIF: usize = 5;
const SERIF_BOLD: usize = 6;

/// The open font folder.
#[derive(Debug)]
pub struct Fonts {
    folder: PathBuf,
    sources: Vec<Source>,
    own: BTreeMap<Face, usize>,
}

/// One mapped font file.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: String,
    pub(crate) index: u32,
    map: Mmap,
}

impl Source {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.map
    }
}

impl Fonts {
    /// Opens the folder that `assets/fonts/fetch.sh` fills (in an installed program: the resource folder `fonts`).
    /// Costs microseconds: the files are mapped, not read.
    pub fn open(folder: &Path) -> Result<Fonts, Error> {
        let mut sources = Vec::with_capacity(FILES.len());
        for (face, file) in FILES {
            let path = folder.join(file);
            if !path.is_file() {
                return Err(Error::MissingFont { folder: folder.display().to_string(), face, file: file.to_string() });
            }
            sources.push(open_source(&path, 0)?);
        }
        Ok(Fonts { folder: folder.to_path_buf(), sources, own: BTreeMap::new() })
    }

    /// Puts a font of the user's own first for one face, for instance the system's 仿宋. `index` picks a face of a `.ttc`.
    pub fn prefer(&mut self, face: Face, file: &Path, index: u32) -> Result<(), Error> {
        self.sources.push(open_source(file, index)?);
        self.own.insert(face, self.sources.len() - 1);
        Ok(())
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Files to try for one character, best first.
    pub(crate) fn chain(&self, face: Face, western: bool) -> impl Iterator<Item = usize> {
        let cjk: [usize; 5] = match face {
            Face::Fang => [FANG, KAI, SONG, HEI, SERIF],
            Face::Title => [TITLE, SONG, KAI, HEI, SERIF_BOLD],
            Face::Hei => [HEI, TITLE, SONG, KAI, SERIF],
            Face::Kai => [KAI, SONG, HEI, FANG, SERIF],
            Face::Song => [SONG, KAI, HEI, FANG, SERIF],
        };
        // Numbers and Latin: Times beside 仿宋 and 楷体 as offices set it; the other faces bring their own.
        let latin = match face {
            Face::Fang | Face::Kai | Face::Song => Some(SERIF),
            Face::Title => Some(SERIF_BOLD),
            Face::Hei => None,
        };
        let first = if western { latin } else { None };
        first.into_iter().chain(self.own.get(&face).copied()).chain(cjk)
    }
}

fn open_source(path: &Path, index: u32) -> Result<Source, Error> {
    let broken = |why: String| Error::BrokenFont { file: path.display().to_string(), why };
    let file = File::open(path).map_err(|e| broken(e.to_string()))?;
    let map = map_file(&file).map_err(|e| broken(e.to_string()))?;
    ttf_parser::Face::parse(&map, index).map_err(|e| broken(e.to_string()))?;
    let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(Source { file, index, map })
}

/// The one place that maps a file.
#[allow(unsafe_code)]
fn map_file(file: &File) -> std::io::Result<Mmap> {
    // SAFETY: font files are installed with the program and only read; nobody truncates them while it runs, and a
    // replaced file keeps its old pages because installers write a new one and rename it.
    unsafe { Mmap::map(file) }
}
