//! Where lines end: the whole paragraph is weighed at once, so that a long word is paid for by several lines a little
//! rather than by one line a lot.
//!
//! Costs: a gap stretched by six hundredths of the type size costs 1 and grows with the square; pressing punctuation
//! costs as much when half of its white is gone; tearing a date 6, a number from its unit 14 (see `text`).

use crate::press::text::{Atom, Set};

/// One line: atoms `from..to` and how its white is to be changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Points to add to each unit of stretch; 0 in a line that is not justified.
    pub(crate) stretch: f32,
    /// Part of the white of punctuation that is pressed out, 0 to 1.
    pub(crate) press: f32,
    /// The white at the right of the last sign hangs over the edge.
    pub(crate) hang: f32,
    /// Width as set.
    pub(crate) width: f32,
    /// Ends a paragraph.
    pub(crate) last: bool,
}

/// Half of the white of a sign may go.
const PRESS: f32 = 0.5;
/// A gap stretched by this part of the size costs 1.
const EASY: f32 = 0.06;

/// Nothing is allowed to be wider than the line: a longer word falls apart into characters, preferably after a hyphen or a
/// slash, and a longer string of signs that forbid every break (a row of dashes) may be broken anywhere.
pub(crate) fn split_too_wide(atoms: Vec<Atom>, measure: f32) -> Vec<Atom> {
    let mut out = if atoms.iter().all(|a| a.width <= measure) { atoms } else { split_words(atoms, measure) };
    let mut from = 0;
    while from < out.len() {
        let end = (from..out.len()).find(|&i| out[i].after.is_some() || out[i].hard).unwrap_or(out.len() - 1);
        let width: f32 = out[from..=end].iter().map(|a| a.width + a.gap).sum();
        if width > measure {
            for atom in &mut out[from..end] {
                atom.after.get_or_insert(60.0);
            }
        }
        from = end + 1;
    }
    out
}

fn split_words(atoms: Vec<Atom>, measure: f32) -> Vec<Atom> {
    let mut out = Vec::with_capacity(atoms.len() + 16);
    for atom in atoms {
        if atom.width <= measure || atom.glyphs.len() < 2 {
            out.push(atom);
            continue;
        }
        let count = atom.glyphs.len();
        for (i, set) in atom.glyphs.iter().enumerate() {
            let right = atom.glyphs.get(i + 1).map_or(atom.width, |next| next.x);
            let mut piece = atom.clone();
            piece.glyphs = vec![Set { glyph: set.glyph, ch: set.ch, x: 0.0 }];
            piece.width = right - set.x;
            if i + 1 < count {
                piece.gap = 0.0;
                piece.stretch = 0.0;
                piece.space = None;
                piece.hard = false;
                piece.after = Some(if matches!(set.ch, '-' | '/' | '.' | '_' | '?' | '&' | '=') { 20.0 } else { 40.0 });
            }
            out.push(piece);
        }
    }
    out
}

/// Sums over atoms, so that any stretch of text is measured in one step.
struct Sums {
    width: Vec<f32>,
    stretch: Vec<f32>,
    press: Vec<f32>,
}

impl Sums {
    fn of(atoms: &[Atom]) -> Sums {
        let zeros = || {
            let mut v = Vec::with_capacity(atoms.len() + 1);
            v.push(0.0_f32);
            v
        };
        let mut s = Sums { width: zeros(), stretch: zeros(), press: zeros() };
        let (mut width, mut stretch, mut press) = (0.0_f64, 0.0_f64, 0.0_f64);
        for a in atoms {
            width += f64::from(a.width + a.gap);
            stretch += f64::from(a.stretch);
            press += f64::from(a.lead + a.trail);
            s.width.push(width as f32);
            s.stretch.push(stretch as f32);
            s.press.push(press as f32);
        }
        s
    }
}

/// What can be said of a line `from..to` before it is weighed.
struct Measure {
    natural: f32,
    stretch: f32,
    press: f32,
    trail: f32,
}

fn measure(atoms: &[Atom], sums: &Sums, from: usize, to: usize) -> Measure {
    let last = &atoms[to - 1];
    Measure {
        natural: sums.width[to] - sums.width[from] - last.gap,
        stretch: sums.stretch[to] - sums.stretch[from] - last.stretch,
        press: (sums.press[to] - sums.press[from] - last.trail).max(0.0),
        trail: last.trail,
    }
}

/// Breaks atoms into lines. `first` is the width of the first line, `rest` of the others.
pub(crate) fn break_lines(atoms: &[Atom], first: f32, rest: f32, justify: bool) -> Vec<Line> {
    if atoms.is_empty() {
        return Vec::new();
    }
    let sums = Sums::of(atoms);
    let size = atoms.iter().map(|a| a.style.size).fold(0.0, f32::max).max(1.0);
    let count = atoms.len();
    // best[j]: cheapest way to end a line before atom j, whence it comes, and the line itself.
    let mut best: Vec<Option<(f32, usize, Line)>> = vec![None; count + 1];
    let dummy = Line { from: 0, to: 0, stretch: 0.0, press: 0.0, hang: 0.0, width: 0.0, last: false };
    best[0] = Some((0.0, 0, dummy));
    for to in 1..=count {
        let ends = to == count || atoms[to - 1].hard;
        let Some(tear) = (if ends { Some(0.0) } else { atoms[to - 1].after }) else {
            continue;
        };
        for from in (0..to).rev() {
            if from + 1 < to && atoms[from..to - 1].iter().any(|a| a.hard) {
                break;
            }
            let room = if from == 0 { first } else { rest };
            let m = measure(atoms, &sums, from, to);
            if m.natural - m.trail - m.press * PRESS > room + 0.02 && from + 1 < to {
                break; // Longer lines are only wider.
            }
            let Some((before, _, _)) = best[from] else {
                continue;
            };
            let (cost, line) = weigh(&m, room, size, justify, ends, Line { from, to, ..dummy });
            let lonely = if to == count && from > 0 && is_lonely(&atoms[from..to]) { 3.0 } else { 0.0 };
            let total = before + cost + tear + lonely;
            if best[to].is_none_or(|(old, _, _)| total < old) {
                best[to] = Some((total, from, line));
            }
        }
        // A stretch that fits nowhere without a forbidden break: too wide as it is, and said so by its width.
        if best[to].is_none() && ends {
            let from = (0..to).rev().find(|&f| best[f].is_some()).unwrap_or(0);
            let before = best[from].map_or(0.0, |b| b.0);
            let m = measure(atoms, &sums, from, to);
            best[to] = Some((before + 1e6, from, Line { from, to, width: m.natural, last: ends, ..dummy }));
        }
    }
    let mut out = Vec::new();
    let mut at = count;
    while at > 0 {
        let (_, from, line) = best[at].expect("the end of a paragraph is always reached");
        out.push(line);
        at = from;
    }
    out.reverse();
    out
}

/// One character, with or without its full stop, alone in the last line.
fn is_lonely(atoms: &[Atom]) -> bool {
    atoms.iter().flat_map(Atom::text).filter(|c| !crate::press::text::never_first(*c)).count() < 2
}

fn weigh(m: &Measure, room: f32, size: f32, justify: bool, ends: bool, line: Line) -> (f32, Line) {
    let slack = room - m.natural;
    if slack < -0.02 {
        let hang = m.trail.min(-slack);
        let need = (-slack - hang).max(0.0);
        let can = m.press;
        let press = if can > 0.0 { (need / can).min(1.0) } else { 0.0 };
        let over = need - can * PRESS;
        let cost = 0.3 * hang / size + (press / PRESS).powi(2) + if over > 0.02 { 1e5 * over } else { 0.0 };
        return (cost, Line { press, hang, width: m.natural - need, last: ends, ..line });
    }
    if ends || !justify {
        // Ragged lines want to be full as well.
        let cost = if ends { 0.0 } else { (slack / room.max(1.0)).powi(2) * 8.0 };
        return (cost, Line { width: m.natural, last: ends, ..line });
    }
    if m.stretch <= 0.0 {
        return (4.0 + slack / size, Line { width: m.natural, last: ends, ..line });
    }
    let unit = slack / m.stretch;
    let cost = (unit / size / EASY).powi(2);
    (cost, Line { stretch: unit, width: room, last: ends, ..line })
}
