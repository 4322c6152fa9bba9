//! D40 年度工作报告: the year in chapters, tables and charts, with annexes (M30, E45).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::fonts::Face;
use crate::make::{self, Layout, Sheet};
use crate::press::block::{Align, Block, Cell, Chart, Grid, Para, Row, Style, Track};
use crate::press::frame::{BODY, PITCH, TRACK};
use crate::sheet::{Imprint, Letterhead};
use crate::wording::Values;
use crate::wording::{chinese_date, chinese_number};

/// D40 年度工作报告.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AnnualReport {
    pub imprint: Imprint,
    pub year: i32,
    /// Day the numbers were taken.
    pub as_of: NaiveDate,
    /// Which date puts a case into the year, a full sentence: it must be printed.
    pub counting_rule: String,
    #[serde(default)]
    pub addressee: String,
    pub chapters: Vec<Chapter>,
    #[serde(default)]
    pub annexes: Vec<Chapter>,
}

/// A chapter or an annex. Chapters are numbered 一、二、 in print, annexes 附件1 …
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    pub title: String,
    pub parts: Vec<Part>,
}

/// What a chapter is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Part {
    /// A second-level heading; numbered （一）（二） in print.
    Heading {
        text: String,
    },
    /// A paragraph.
    Text {
        text: String,
    },
    /// Numbered points.
    List {
        items: Vec<String>,
    },
    Table(Table),
    Bars(Bars),
}

/// A table with a caption.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// The last row is a sum and set apart.
    #[serde(default)]
    pub total: bool,
    #[serde(default)]
    pub note: String,
    /// Relative widths of the columns; empty lets the content decide.
    #[serde(default)]
    pub widths: Vec<f32>,
}

/// A bar chart: for each group one bar a series.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    pub caption: String,
    /// 件, 日 …
    pub unit: String,
    pub groups: Vec<String>,
    pub series: Vec<Series>,
}

/// One series of bars.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    pub name: String,
    /// As many as the chart has groups.
    pub values: Vec<f64>,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["年度", "截止日期", "计数规则", "主送单位", "封面", "目录", "正文", "附件"];

impl Sheet for AnnualReport {
    fn values(&self, head: &Letterhead) -> Values {
        Values::new()
            .number("年度", self.year)
            .date("截止日期", self.as_of)
            .text("计数规则", self.counting_rule.as_str())
            .text("主送单位", self.addressee.as_str())
            .blocks("封面", cover(&self.imprint, &format!("{}年度工作报告", self.year), head))
            .blocks("目录", contents())
            .blocks("正文", body(&self.chapters))
            .blocks("附件", self.annex())
            .blocks("落款", make::signature(head, &self.imprint, "", &head.committee))
    }

    fn layout(&self) -> Layout {
        Layout::Report
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        format!("{}年度科技伦理委员会工作报告", self.year)
    }
}

const TEXT: Style = Style::new(Face::Fang, BODY);

fn paragraph(text: &str) -> Para {
    Para { track: TRACK, ..Para::new(text, TEXT).pitch(PITCH).first(2.0 * (BODY + TRACK)) }
}

fn contents() -> Vec<Block> {
    let title = Para::new("目　录", Style::new(Face::Title, 22.0)).align(Align::Centre).pitch(PITCH * 2.0);
    vec![
        Block::NewPage,
        Block::Para(title),
        Block::Space(PITCH * 0.5),
        Block::Contents { style: Style::new(Face::Fang, 14.0), pitch: 25.0 },
    ]
}

/// The cover: the committee, what it is, number, unit and date.
pub(crate) fn cover(imprint: &Imprint, title: &str, head: &Letterhead) -> Vec<Block> {
    let big = Style::new(Face::Title, 30.0);
    let name = Style::new(Face::Title, 20.0);
    let line = |text: String, style: Style, pitch: f32| Block::Para(Para::new(text, style).align(Align::Centre).pitch(pitch));
    let date = imprint.date.map_or_else(|| "（草稿）".to_string(), chinese_date);
    let mut out = vec![line(String::from("\u{3000}"), TEXT, PITCH * 4.0)];
    for row in crate::press::text::balanced(&head.committee, 15) {
        out.push(line(row, name, 34.0));
    }
    out.push(Block::Space(PITCH * 1.5));
    out.push(line(title.to_string(), big, 48.0));
    out.push(Block::Space(PITCH * 9.0));
    if let Some(number) = &imprint.number {
        out.push(line(number.clone(), TEXT, PITCH));
    }
    out.push(line(head.unit.clone(), TEXT, PITCH));
    out.push(line(date, TEXT, PITCH));
    out
}

/// The chapters, numbered 一、二、.
pub(crate) fn body(chapters: &[Chapter]) -> Vec<Block> {
    let mut out = Vec::new();
    for (i, chapter) in chapters.iter().enumerate() {
        let title = format!("{}、{}", chinese_number(i + 1), chapter.title);
        let head = Para { track: TRACK, ..Para::new(title.clone(), Style::new(Face::Hei, BODY)).pitch(PITCH).first(2.0 * (BODY + TRACK)) };
        out.push(Block::Para(head.around(PITCH * 0.3, 0.0).keep().outline(1, title)));
        parts(&chapter.parts, &mut out);
    }
    out
}

impl AnnualReport {
    fn annex(&self) -> Vec<Block> {
        let mut out = Vec::new();
        for (i, annex) in self.annexes.iter().enumerate() {
            let number = if self.annexes.len() == 1 { "附件".to_string() } else { format!("附件{}", i + 1) };
            out.push(Block::NewPage);
            out.push(Block::Para(Para::new(number.clone(), Style::new(Face::Hei, BODY)).pitch(PITCH).keep()));
            let title = Para::new(annex.title.clone(), Style::new(Face::Title, 22.0)).align(Align::Centre).pitch(PITCH * 1.2);
            out.push(Block::Para(title.around(PITCH * 0.8, PITCH * 0.6).keep().outline(1, format!("{number}　{}", annex.title))));
            parts(&annex.parts, &mut out);
        }
        out
    }
}

fn parts(parts: &[Part], out: &mut Vec<Block>) {
    let mut heading = 0;
    for part in parts {
        match part {
            Part::Heading { text } => {
                heading += 1;
                let title = format!("（{}）{text}", chinese_number(heading));
                let para = Para {
                    spans: vec![crate::press::block::Span { text: title.clone(), style: Style::new(Face::Kai, BODY) }],
                    ..paragraph("")
                };
                out.push(Block::Para(para.keep().outline(2, title)));
            }
            Part::Text { text } => out.extend(text.split('\n').filter(|t| !t.trim().is_empty()).map(|t| Block::Para(paragraph(t)))),
            Part::List { items } => {
                out.extend(make::numbered(items).iter().map(|t| Block::Para(paragraph(t))));
            }
            Part::Table(table) => out.push(Block::Grid(grid(table))),
            Part::Bars(bars) => out.push(Block::Chart(Chart {
                caption: bars.caption.clone(),
                unit: bars.unit.clone(),
                groups: bars.groups.clone(),
                series: bars.series.iter().map(|s| (s.name.clone(), s.values.clone())).collect(),
            })),
        }
    }
}

fn grid(table: &Table) -> Grid {
    let count = table.heads.len();
    // A column of numbers stands at the right: 98 under 8 is read wrongly when centred.
    let numeric = |col: usize| {
        let mut cells = table.rows.iter().filter_map(|r| r.get(col)).filter(|t| !t.is_empty()).peekable();
        cells.peek().is_some()
            && cells.all(|t| t.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '%' | '—' | '/' | ',' | '+')))
    };
    let align: Vec<Align> = (0..count).map(|c| if numeric(c) { Align::Centre } else { Align::Left }).collect();
    let last = table.rows.len().saturating_sub(1);
    let rows = table
        .rows
        .iter()
        .enumerate()
        .map(|(r, row)| {
            let style = if table.total && r == last { make::LABEL } else { make::FORM };
            let cells = (0..count).map(|c| Cell::new(make::para(row.get(c).cloned().unwrap_or_default(), style, align[c]))).collect();
            Row::new(cells).height(22.0)
        })
        .collect();
    let tracks = if table.widths.len() == count {
        table.widths.iter().map(|w| Track::Share(w.max(0.01))).collect()
    } else {
        vec![Track::Auto; count]
    };
    let names: Vec<&str> = table.heads.iter().map(String::as_str).collect();
    let mut grid = make::table(tracks, &names, rows);
    if !table.caption.is_empty() {
        grid.caption = Some(Para::new(table.caption.clone(), Style::new(Face::Hei, 12.0)).align(Align::Centre).pitch(24.0));
        grid.again = Some(make::para(format!("{}（续）", table.caption), make::FORM, Align::Right));
    }
    if !table.note.is_empty() {
        let note = make::para(format!("注：{}", table.note), Style::new(Face::Song, 9.0), Align::Left);
        let mut cell = Cell::new(note).cols(count);
        cell.top = true;
        grid.rows.push(Row::new(vec![cell]));
    }
    grid.whole = table.rows.len() <= 12;
    grid.before = 6.0;
    grid.after = 10.0;
    grid
}
