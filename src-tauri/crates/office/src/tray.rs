//! Papers that were set a moment ago and the pictures of their pages, so that a preview is not set again for each page.

use crate::failure::Failure;
use papers::Pdf;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// A file to be saved, printed or handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOut {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A set paper: `token` asks for its pages and bytes.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperOut {
    pub token: String,
    pub pages: u32,
    pub sha256: String,
    /// The file name it would be saved under.
    pub name: String,
    /// Why there is no page, when there is none.
    pub failure: Option<Failure>,
}

/// Set papers and page pictures, newest first.
#[derive(Default)]
pub(crate) struct Tray {
    papers: VecDeque<Lying>,
    pages: VecDeque<(String, Vec<u8>)>,
}
/// A paper that lies in the tray.
pub(crate) struct Lying {
    sha256: String,
    pub bytes: Vec<u8>,
    pub pages: u32,
    pub name: String,
}

/// More bytes than this are not kept in hand, but for what was set last.
const BYTES: usize = 96 << 20;
const PAPERS: usize = 16;
const PAGES: usize = 48;

impl Tray {
    pub fn put(&mut self, pdf: Pdf, name: String) -> PaperOut {
        let out = PaperOut { token: pdf.sha256.clone(), pages: pdf.pages, sha256: pdf.sha256.clone(), name: name.clone(), failure: None };
        self.papers.retain(|p| p.sha256 != pdf.sha256);
        self.papers.push_front(Lying { sha256: pdf.sha256, bytes: pdf.bytes, pages: pdf.pages, name });
        self.papers.truncate(PAPERS);
        while self.papers.len() > 1 && self.papers.iter().map(|p| p.bytes.len()).sum::<usize>() > BYTES {
            self.papers.pop_back();
        }
        out
    }
    /// Another file made a moment ago, to be fetched by its hash.
    pub fn keep(&mut self, file: FileOut, sha256: &str) {
        self.put(Pdf { bytes: file.bytes, pages: 0, sha256: sha256.into() }, file.name);
    }
    pub fn get(&self, sha: &str) -> Result<&Lying, Failure> {
        self.papers
            .iter()
            .find(|p| p.sha256 == sha)
            .ok_or_else(|| Failure::not_found("paper", sha.get(..8).unwrap_or(sha)).way("重新打开这一页。", "Open the page again."))
    }
    pub fn page(&self, key: &str) -> Option<Vec<u8>> {
        self.pages.iter().find(|(k, _)| k == key).map(|(_, png)| png.clone())
    }
    pub fn put_page(&mut self, key: String, png: Vec<u8>) {
        self.pages.push_front((key, png));
        self.pages.truncate(PAGES);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tray_forgets_the_oldest() {
        let mut tray = Tray::default();
        for n in 0..=PAPERS {
            tray.put(Pdf { bytes: vec![n as u8], pages: 1, sha256: format!("{n:064}") }, String::new());
        }
        assert!(tray.get(&format!("{:064}", 0)).is_err());
        assert_eq!(tray.get(&format!("{:064}", 1)).expect("it lies there").bytes, [1]);
    }
}
