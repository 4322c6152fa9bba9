//! Any list as a printed register, by default on landscape paper: what the screen shows, with its filter and day.

use serde::{Deserialize, Serialize};

use crate::fonts::Face;
use crate::make::{self, Layout, Sheet};
use crate::press::block::{Align, Block, Cell, Row, Style, Track};
use crate::sheet::{Imprint, Letterhead};
use crate::wording::Values;

/// Any list as a printed register, by default on landscape paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Register {
    pub title: String,
    /// Filter and day: 在办24件，2026年9月17日.
    #[serde(default)]
    pub subtitle: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    #[serde(default)]
    pub note: String,
    /// Upright paper instead of landscape.
    #[serde(default)]
    pub portrait: bool,
}

/// One column.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub head: String,
    /// Relative width; 0 lets the content decide.
    #[serde(default)]
    pub width: f32,
    /// Numbers stand at the right.
    #[serde(default)]
    pub numeric: bool,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["标题", "副标题", "表", "行数", "说明"];

impl Sheet for Register {
    fn values(&self, _head: &Letterhead) -> Values {
        Values::new()
            .text("标题", self.title.as_str())
            .text("副标题", self.subtitle.as_str())
            .blocks("表", vec![self.table()])
            .number("行数", self.rows.len() as i64)
            .text("说明", self.note.as_str())
    }

    fn layout(&self) -> Layout {
        if self.portrait { Layout::Form } else { Layout::Wide }
    }

    fn imprint(&self) -> Option<&Imprint> {
        None
    }

    fn subject(&self) -> String {
        self.title.clone()
    }
}

const SMALL: Style = Style::new(Face::Song, 9.5);

impl Register {
    fn table(&self) -> Block {
        let rows = self
            .rows
            .iter()
            .map(|row| {
                let cells = self
                    .columns
                    .iter()
                    .enumerate()
                    .map(|(c, column)| {
                        let align = if column.numeric { Align::Right } else { Align::Left };
                        Cell::new(make::para(row.get(c).cloned().unwrap_or_default(), SMALL, align))
                    })
                    .collect();
                Row::new(cells).height(20.0)
            })
            .collect();
        let tracks = self.columns.iter().map(|c| if c.width > 0.0 { Track::Share(c.width) } else { Track::Auto }).collect();
        let names: Vec<&str> = self.columns.iter().map(|c| c.head.as_str()).collect();
        let mut grid = make::table(tracks, &names, rows);
        grid.pad = 3.0;
        Block::Grid(grid)
    }
}
