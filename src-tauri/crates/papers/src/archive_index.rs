//! D44 卷内目录: what is in the file of one case, with pages (E6).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Row, Track};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;
use crate::wording::chinese_date;

/// D44 卷内目录.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ArchiveIndex {
    pub imprint: Imprint,
    pub case: CaseRef,
    #[serde(default)]
    pub box_no: String,
    #[serde(default)]
    pub retention: String,
    pub entries: Vec<ArchiveEntry>,
    pub total_pages: u32,
    #[serde(default)]
    pub compiled_by: String,
}

/// One paper of the file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ArchiveEntry {
    pub title: String,
    #[serde(default)]
    pub number: String,
    /// 责任者.
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// 1-3.
    #[serde(default)]
    pub pages: String,
    #[serde(default)]
    pub note: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["盒号", "保管期限", "总页数", "件数", "目录表", "编制人"];

impl Sheet for ArchiveIndex {
    fn values(&self, _head: &Letterhead) -> Values {
        make::case(&self.case)
            .text("盒号", self.box_no.as_str())
            .text("保管期限", self.retention.as_str())
            .number("总页数", self.total_pages)
            .number("件数", self.entries.len() as i64)
            .blocks("目录表", vec![self.table()])
            .text("编制人", self.compiled_by.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "卷内目录".into()
    }
}

impl ArchiveIndex {
    fn table(&self) -> Block {
        let rows = self
            .entries
            .iter()
            .enumerate()
            .map(|(i, e)| {
                Row::new(vec![
                    make::mid((i + 1).to_string()),
                    make::cell(e.number.as_str()),
                    make::cell(e.author.as_str()),
                    make::cell(e.title.as_str()),
                    make::mid(e.date.map(chinese_date).unwrap_or_default()),
                    make::mid(e.pages.as_str()),
                    make::cell(e.note.as_str()),
                ])
                .height(26.0)
            })
            .collect();
        let tracks = vec![
            Track::Fixed(32.0),
            // the number of a letter stays on one line
            Track::Fixed(112.0),
            Track::Fixed(54.0),
            Track::Share(1.0),
            Track::Fixed(78.0),
            Track::Fixed(40.0),
            Track::Fixed(36.0),
        ];
        let mut grid = make::table(tracks, &["序号", "文号", "责任者", "题名", "日期", "页号", "备注"], rows);
        grid.after = 8.0;
        Block::Grid(grid)
    }
}
