//! The page around the text: which kinds there are, where the red head and the rules stand. `compose` sets it.
//!
//! Measures are those of GB/T 9704-2012: 版心 156 × 225 mm from 28 mm left and 37 mm down, 22 lines of 28 characters;
//! letter format (10.1), minutes format (10.3), page numbers (7.5). Forms follow no standard and keep to wide margins.

use crate::press::MM;
use crate::press::block::Block;
use crate::press::text::balanced;

/// Size of the body, its line distance and what is added to each character so that 28 fill a line.
pub(crate) const BODY: f32 = 16.0;
pub(crate) const PITCH: f32 = 225.0 * MM / 22.0;
pub(crate) const TRACK: f32 = 156.0 * MM / 28.0 - BODY;

const A4: (f32, f32) = (210.0 * MM, 297.0 * MM);

/// How a paper is laid out.
#[derive(Debug, Clone)]
pub(crate) enum Frame {
    /// 信函格式: red head, rules, number at the right.
    Letter { head: String, number: String },
    /// 纪要格式.
    Minutes { head: String, number: String, issuer: String, date: String },
    /// A form or a list on upright paper.
    Form,
    /// The same on landscape paper.
    Wide,
    /// Chapters with contents; numbers begin with the first chapter.
    Report,
}

/// Small print and marks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stamp {
    pub(crate) check_code: Option<String>,
    pub(crate) journal: Option<(u32, String)>,
    pub(crate) void: Option<String>,
    /// 演示 or 草稿 across the page.
    pub(crate) ghost: Option<&'static str>,
}

/// A paper ready to be set.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) frame: Frame,
    pub(crate) blocks: Vec<Block>,
    /// 版记: stands at the foot of the last page.
    pub(crate) foot: Vec<Block>,
    pub(crate) stamp: Stamp,
    /// For the dates in the file; `None` on a draft.
    pub(crate) date: Option<chrono::NaiveDate>,
}

pub(crate) fn paper(frame: &Frame) -> (f32, f32) {
    match frame {
        Frame::Wide => (A4.1, A4.0),
        _ => A4,
    }
}

/// A red head: eye-catching, in one line of the 版心; a name of more than 22 characters takes two.
pub(crate) struct Head {
    pub(crate) lines: Vec<String>,
    pub(crate) size: f32,
}

impl Head {
    pub(crate) fn of(text: &str) -> Head {
        let lines = balanced(text, 22);
        let longest = lines.iter().map(|l| l.chars().count()).max().unwrap_or(1).max(1);
        let most = if lines.len() > 1 { 27.0 } else { 36.0 };
        Head { size: (156.0 * MM / longest as f32).min(most), lines }
    }

    pub(crate) fn height(&self) -> f32 {
        self.size * (1.0 + 1.25 * (self.lines.len() as f32 - 1.0))
    }
}

/// The upper red rule of a letter: four millimetres under the head, whose upper edge is 30 mm down.
pub(crate) fn letter_rule(head: &str) -> f32 {
    30.0 * MM + Head::of(head).height() + 4.0 * MM
}

/// The red rule of minutes: under head, number and the line with issuer and date.
pub(crate) fn minutes_rule(head: &str) -> f32 {
    (37.0 + 35.0) * MM + Head::of(head).height() + 2.0 * PITCH + 4.0 * MM
}
