//! A paragraph becomes lines of placed runs.

use crate::Error;
use crate::press::block::{Align, Para};
use crate::press::display::{Item, Placed, Run};
use crate::press::glyphs::Glyphs;
use crate::press::lines::{Line, break_lines, split_too_wide};
use crate::press::text::{Atom, atoms};

/// One line of type; its baseline is at 0 and it starts at the left edge of the text.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    pub(crate) items: Vec<Item>,
    /// From the left edge to the end of the last glyph.
    pub(crate) right: f32,
}

/// Lines of a paragraph in a column of the given width.
pub(crate) fn set_para(glyphs: &Glyphs, para: &Para, width: f32) -> Result<Vec<Set>, Error> {
    let measure = (width - para.left - para.right).max(1.0);
    let pieces = split_too_wide(atoms(glyphs, &para.spans, para.track)?, measure - para.first.max(0.0));
    if pieces.is_empty() {
        return Ok(vec![Set { items: Vec::new(), right: 0.0 }]);
    }
    let justify = para.align == Align::Justify;
    let lines = break_lines(&pieces, measure - para.first, measure, justify);
    Ok(lines.iter().enumerate().map(|(i, line)| set_line(&pieces, line, para, measure, i == 0)).collect())
}

/// Width of a text set in one line.
pub(crate) fn natural_width(glyphs: &Glyphs, para: &Para) -> Result<f32, Error> {
    let pieces = atoms(glyphs, &para.spans, para.track)?;
    let mut widest = 0.0_f32;
    let mut line = 0.0_f32;
    for a in &pieces {
        line += a.width;
        widest = widest.max(line);
        line = if a.hard { 0.0 } else { line + a.gap };
    }
    Ok(widest + para.left + para.right + para.first.max(0.0))
}

/// Width of the widest piece that cannot be broken.
pub(crate) fn least_width(glyphs: &Glyphs, para: &Para) -> Result<f32, Error> {
    let pieces = atoms(glyphs, &para.spans, para.track)?;
    Ok(pieces.iter().map(|a| a.width).fold(0.0, f32::max) + para.left + para.right)
}

/// Glyphs that overlap by more than this part of the size read as two lines.
const READS_AS_TURN: f32 = 0.04;
/// A gap wider than this part of the size reads as a space when the text is taken out of the PDF.
const READS_AS_SPACE: f32 = 0.095;

fn set_line(pieces: &[Atom], line: &Line, para: &Para, measure: f32, first: bool) -> Set {
    let indent = para.left + if first { para.first } else { 0.0 };
    let room = measure - if first { para.first } else { 0.0 };
    let start = match para.align {
        Align::Justify | Align::Left => indent,
        Align::Centre => indent + (room - line.width) / 2.0,
        Align::Right => indent + room - line.width,
    };
    let mut x = start;
    let mut items: Vec<Item> = Vec::new();
    let mut said = String::new();
    let mut misread = false;
    for (i, atom) in pieces[line.from..line.to].iter().enumerate() {
        let is_last = line.from + i + 1 == line.to;
        x -= atom.lead * line.press;
        for set in &atom.glyphs {
            put(&mut items, atom, set.glyph.source, set.glyph.gid, set.ch, x + set.x);
            said.push(set.ch);
        }
        let natural: f32 = atom.glyphs.iter().map(|set| f32::from(set.glyph.width) * atom.style.size / 1000.0).sum();
        let pressed = natural - atom.width + (atom.lead + atom.trail) * line.press;
        misread |= atom.glyphs.len() < 3 && pressed > para.track.abs() + atom.style.size * READS_AS_TURN;
        x += atom.width - if is_last { 0.0 } else { atom.trail * line.press };
        if is_last {
            break;
        }
        if let Some(space) = atom.space {
            put(&mut items, atom, space.source, space.gid, ' ', x);
            said.push(' ');
        }
        let gap = atom.gap + atom.stretch * line.stretch;
        misread |= atom.space.is_none() && gap > atom.style.size * READS_AS_SPACE;
        x += gap;
    }
    if misread {
        items.insert(0, Item::Say(said));
        items.push(Item::Said);
    }
    Set { items, right: x }
}

fn put(items: &mut Vec<Item>, atom: &Atom, source: usize, gid: u16, ch: char, x: f32) {
    let style = atom.style;
    if let Some(Item::Run(run)) = items.last_mut()
        && run.source == source
        && run.size == style.size
        && run.ink == style.ink
    {
        let x = x - run.x;
        run.glyphs.push(Placed { gid, x, ch });
        return;
    }
    items.push(Item::Run(Run { x, y: 0.0, size: style.size, ink: style.ink, source, glyphs: vec![Placed { gid, x: 0.0, ch }] }));
}
