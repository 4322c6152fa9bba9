//! 恢复单: the groups that open the file when the passphrase is lost. Holds no case data and no number.

use serde::{Deserialize, Serialize};

use crate::fonts::Face;
use crate::make::{self, Layout, Sheet};
use crate::press::block::{Align, Block, Cell, Grid, Para, Row, Style, Track};
use crate::sheet::{Imprint, Letterhead};
use crate::wording::Values;

/// 恢复单.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecoverySheet {
    /// 2026年5月11日9:40.
    pub made_at: String,
    pub made_by: String,
    /// Groups of four characters, sixteen in all.
    pub groups: Vec<String>,
    pub checksum: String,
    /// Which file it opens: its name and identity.
    #[serde(default)]
    pub file: String,
    /// How to open the file with common tools when the program is gone: steps, each a full sentence.
    #[serde(default)]
    pub without_program: Vec<String>,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["制作时间", "制作人", "密钥", "校验", "数据文件", "无程序时", "无程序时.内容"];

impl Sheet for RecoverySheet {
    fn values(&self, _head: &Letterhead) -> Values {
        Values::new()
            .text("制作时间", self.made_at.as_str())
            .text("制作人", self.made_by.as_str())
            .blocks("密钥", vec![self.code()])
            .text("校验", self.checksum.as_str())
            .text("数据文件", self.file.as_str())
            .texts("无程序时", &self.without_program)
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        None
    }

    fn subject(&self) -> String {
        "伦审数据恢复单".into()
    }
}

impl RecoverySheet {
    /// Groups numbered and far apart: they are read aloud and copied by hand.
    fn code(&self) -> Block {
        let mut rows: Vec<Row> = self
            .groups
            .chunks(4)
            .enumerate()
            .map(|(r, chunk)| {
                let cells = (0..4)
                    .map(|c| {
                        let number = make::para((r * 4 + c + 1).to_string(), Style::new(Face::Song, 8.0), Align::Centre);
                        let group = Para::new(chunk.get(c).cloned().unwrap_or_default(), Style::new(Face::Hei, 20.0));
                        let mut cell = Cell::new(number);
                        cell.paras.push(group.align(Align::Centre).pitch(24.0));
                        cell
                    })
                    .collect();
                Row::new(cells).height(42.0)
            })
            .collect();
        let check = Para::new(format!("校验 {}", self.checksum), Style::new(Face::Hei, 16.0)).align(Align::Centre).pitch(24.0);
        rows.push(Row::new(vec![Cell::new(check).cols(4)]).height(30.0));
        let mut grid = Grid::new(vec![Track::Share(1.0); 4], 0, rows);
        grid.before = 6.0;
        grid.after = 8.0;
        Block::Grid(grid)
    }
}
