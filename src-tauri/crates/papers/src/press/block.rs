//! What a paper is made of before it has pages.

use crate::fonts::Face;
use crate::press::display::Ink;
use crate::sheet::DayMark;

/// How a stretch of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
}

impl Style {
    pub(crate) const fn new(face: Face, size: f32) -> Style {
        Style { face, size, ink: Ink::Black }
    }

    pub(crate) const fn ink(mut self, ink: Ink) -> Style {
        self.ink = ink;
        self
    }
}

/// Text of one look.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) style: Style,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Justify,
    Left,
    Centre,
    Right,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Para {
    pub(crate) spans: Vec<Span>,
    pub(crate) align: Align,
    /// Indent of the first line, beyond `left`.
    pub(crate) first: f32,
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// Distance of baselines.
    pub(crate) pitch: f32,
    /// Added to each Chinese character: the grid of GB/T 9704 sets 16-point type at 15.79.
    pub(crate) track: f32,
    pub(crate) before: f32,
    pub(crate) after: f32,
    /// Stays on the page of what follows.
    pub(crate) keep: bool,
    /// Line of the outline.
    pub(crate) outline: Option<(u8, String)>,
    /// The first two lines and the last two are not torn apart, unless false.
    pub(crate) widow: bool,
}

impl Para {
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Para {
        Para::of(vec![Span { text: text.into(), style }])
    }

    pub(crate) fn of(spans: Vec<Span>) -> Para {
        let size = spans.iter().map(|s| s.style.size).fold(0.0, f32::max);
        Para {
            spans,
            align: Align::Justify,
            first: 0.0,
            left: 0.0,
            right: 0.0,
            pitch: (size * 1.5).max(1.0),
            track: 0.0,
            before: 0.0,
            after: 0.0,
            keep: false,
            outline: None,
            widow: true,
        }
    }

    pub(crate) fn align(mut self, align: Align) -> Para {
        self.align = align;
        self
    }

    pub(crate) fn pitch(mut self, pitch: f32) -> Para {
        self.pitch = pitch;
        self
    }

    pub(crate) fn first(mut self, first: f32) -> Para {
        self.first = first;
        self
    }

    pub(crate) fn left(mut self, left: f32) -> Para {
        self.left = left;
        self
    }

    pub(crate) fn around(mut self, before: f32, after: f32) -> Para {
        self.before = before;
        self.after = after;
        self
    }

    pub(crate) fn keep(mut self) -> Para {
        self.keep = true;
        self
    }

    pub(crate) fn outline(mut self, level: u8, title: impl Into<String>) -> Para {
        self.outline = Some((level, title.into()));
        self
    }
}

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Track {
    /// Points.
    Fixed(f32),
    /// Part of what the fixed columns leave.
    Share(f32),
    /// What the content asks for.
    Auto,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) paras: Vec<Para>,
    pub(crate) cols: usize,
    pub(crate) rows: usize,
    /// Text stands in the middle of the height, unless true.
    pub(crate) top: bool,
    pub(crate) shade: bool,
    /// The whole cell is room for this field of a form.
    pub(crate) slot: Option<usize>,
}

impl Cell {
    pub(crate) fn new(para: Para) -> Cell {
        Cell { paras: vec![para], cols: 1, rows: 1, top: false, shade: false, slot: None }
    }

    pub(crate) fn slot(mut self, slot: usize) -> Cell {
        self.slot = Some(slot);
        self
    }

    pub(crate) fn cols(mut self, cols: usize) -> Cell {
        self.cols = cols;
        self
    }

    pub(crate) fn rows(mut self, rows: usize) -> Cell {
        self.rows = rows;
        self
    }

    pub(crate) fn shade(mut self) -> Cell {
        self.shade = true;
        self
    }
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// At least so high.
    pub(crate) height: f32,
}

impl Row {
    pub(crate) fn new(cells: Vec<Cell>) -> Row {
        Row { cells, height: 0.0 }
    }

    pub(crate) fn height(mut self, height: f32) -> Row {
        self.height = height;
        self
    }
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) tracks: Vec<Track>,
    /// So many first rows are repeated on every page.
    pub(crate) heads: usize,
    pub(crate) rows: Vec<Row>,
    pub(crate) caption: Option<Para>,
    /// Text before a repeated head, for instance 续表.
    pub(crate) again: Option<Para>,
    pub(crate) pad: f32,
    /// Wholly on one page if it can be.
    pub(crate) whole: bool,
    pub(crate) before: f32,
    pub(crate) after: f32,
}

impl Grid {
    pub(crate) fn new(tracks: Vec<Track>, heads: usize, rows: Vec<Row>) -> Grid {
        Grid { tracks, heads, rows, caption: None, again: None, pad: 4.0, whole: false, before: 0.0, after: 0.0 }
    }
}

/// 署名、成文日期、印章: the end of a letter. It never stands on a page without text.
#[derive(Debug, Clone)]
pub(crate) struct Signed {
    /// 署名.
    pub(crate) name: String,
    /// 成文日期; empty on a draft leaves room to write it.
    pub(crate) date: String,
    /// Post of who signs, 主任委员：; empty when only the seal is used.
    pub(crate) signer: String,
    pub(crate) style: Style,
    pub(crate) pitch: f32,
    pub(crate) track: f32,
    /// Diameter of the seal in points, if it is printed.
    pub(crate) seal: Option<f32>,
    /// Width by height of the signature in points, if it is printed.
    pub(crate) signature: Option<(f32, f32)>,
}

/// Anything between the head of a paper and its end.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Para(Para),
    Grid(Grid),
    Chart(Chart),
    Month(Month),
    Signed(Signed),
    Space(f32),
    NewPage,
    /// All on one page if it can be.
    Keep(Vec<Block>),
    /// Exactly so high: two ballots on a page.
    Slot {
        height: f32,
        blocks: Vec<Block>,
    },
    /// A dashed line with scissors' meaning across the page.
    Cut,
    /// The contents: filled in when the pages are known.
    Contents {
        style: Style,
        pitch: f32,
    },
}

/// A bar chart.
#[derive(Debug, Clone)]
pub(crate) struct Chart {
    pub(crate) caption: String,
    pub(crate) unit: String,
    pub(crate) groups: Vec<String>,
    pub(crate) series: Vec<(String, Vec<f64>)>,
}

/// A month with its marks.
#[derive(Debug, Clone)]
pub(crate) struct Month {
    pub(crate) year: i32,
    pub(crate) month: u32,
    pub(crate) marks: Vec<DayMark>,
}
