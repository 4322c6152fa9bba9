//! From spans to atoms: the pieces of a paragraph that are never torn apart, and what a line break between two of them
//! would cost.
//!
//! Kinsoku (避头尾) is settled here: where a break is forbidden there is none, and the line breaker cannot make one.
//! Numbers, Latin words and case numbers are one atom each; a number keeps its unit, a date keeps together.

use crate::Error;
use crate::press::block::{Span, Style};
use crate::press::glyphs::{Glyph, Glyphs, is_western};

/// A glyph inside an atom.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    pub(crate) glyph: Glyph,
    pub(crate) ch: char,
    pub(crate) x: f32,
}

/// A piece of text that stays in one line.
#[derive(Debug, Clone)]
pub(crate) struct Atom {
    pub(crate) glyphs: Vec<Set>,
    pub(crate) style: Style,
    pub(crate) width: f32,
    /// White inside the glyph at its left and right that may be pressed out.
    pub(crate) lead: f32,
    pub(crate) trail: f32,
    /// Natural white after it.
    pub(crate) gap: f32,
    /// How eagerly the white after it stretches.
    pub(crate) stretch: f32,
    /// A written space after it (only between Latin words), with its glyph.
    pub(crate) space: Option<Glyph>,
    /// Cost of ending a line after it; `None` forbids it.
    pub(crate) after: Option<f32>,
    /// A line must end after it.
    pub(crate) hard: bool,
    class: Class,
}

impl Atom {
    pub(crate) fn text(&self) -> impl Iterator<Item = char> {
        self.glyphs.iter().map(|g| g.ch)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Ideo,
    Open,
    Close,
    Dash,
    Dot,
    Word,
}

/// Characters that must not begin a line.
pub(crate) fn never_first(ch: char) -> bool {
    matches!(class(ch), Class::Close | Class::Dash | Class::Dot) || matches!(ch, '%' | '％' | '℃' | '‰' | '°')
}

/// Characters that must not end a line.
pub(crate) fn never_last(ch: char) -> bool {
    class(ch) == Class::Open
}

fn class(ch: char) -> Class {
    match ch {
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '“' | '‘' | '［' | '｛' => Class::Open,
        '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '〗' | '”' | '’' | '］' | '｝' | '，' | '。' | '、' | '；' | '：' | '？'
        | '！' => Class::Close,
        '—' | '…' | '～' => Class::Dash,
        '·' | '・' => Class::Dot,
        c if is_western(c) => Class::Word,
        _ => Class::Ideo,
    }
}

/// What follows a number and belongs to it.
fn is_unit(ch: char) -> bool {
    "年月日时分秒号条款项件个名人票次天页份岁章节期元万亿周级类％℃度届位".contains(ch)
}

/// Cost of tearing a date between its parts, and a number from its unit; compared with stretched lines in `lines`.
const DATE: f32 = 6.0;
const UNIT: f32 = 14.0;
const NAME: f32 = 5.0;
/// Cost of tearing a reckoning at its signs: 3×6＝18≥2×8 / ＝16.
const SIGN: f32 = 12.0;
/// Cost of tearing a case number after a hyphen: only where the line before it would be all white.
const HYPHEN: f32 = 30.0;

/// Cuts spans into atoms.
pub(crate) fn atoms(glyphs: &Glyphs, spans: &[Span], track: f32) -> Result<Vec<Atom>, Error> {
    let mut out: Vec<Atom> = Vec::new();
    for span in spans {
        let style = span.style;
        let mut chars = span.text.chars().peekable();
        while let Some(ch) = chars.next() {
            match ch {
                '\n' => {
                    if let Some(last) = out.last_mut() {
                        last.hard = true;
                    }
                }
                '\u{200b}' | '\u{feff}' | '\r' => {}
                ' ' | '\t' | '\u{a0}' => {
                    let space = glyphs.glyph(style.face, ' ')?;
                    if let Some(last) = out.last_mut().filter(|a| a.space.is_none() && !a.hard) {
                        last.space = Some(space);
                    }
                }
                c if c.is_control() => {}
                c if class(c) == Class::Word => {
                    let mut word = String::from(c);
                    while let Some(&next) = chars.peek() {
                        if next == ' ' || class(next) != Class::Word {
                            break;
                        }
                        word.push(next);
                        chars.next();
                    }
                    for part in hyphen_parts(&word) {
                        let (set, width) = glyphs.word(style.face, part, style.size)?;
                        let set = set.into_iter().map(|(glyph, ch, x)| Set { glyph, ch, x }).collect();
                        // A word that goes on in another look (bold inside a number) is still one word.
                        out.push(atom(set, style, width, Class::Word));
                    }
                }
                c => {
                    let glyph = glyphs.glyph(style.face, c)?;
                    let natural = f32::from(glyph.width) * style.size / 1000.0;
                    let kind = class(c);
                    let mut set = vec![Set { glyph, ch: c, x: track / 2.0 }];
                    let mut width = natural + track;
                    if kind == Class::Dash && chars.peek() == Some(&c) {
                        chars.next();
                        set.push(Set { glyph, ch: c, x: track / 2.0 + natural });
                        width += natural + track;
                    }
                    let mut piece = atom(set, style, width, kind);
                    let half = if glyph.width > 800 { style.size * 0.5 } else { 0.0 };
                    match kind {
                        Class::Open => piece.lead = half,
                        Class::Close => piece.trail = half,
                        _ => {}
                    }
                    out.push(piece);
                }
            }
        }
    }
    press_together(&mut out);
    settle_breaks(&mut out);
    Ok(out)
}

/// A long number with three hyphens or more, JZU-AI-2026-0031-R1, may be torn after them; other words stay whole.
fn hyphen_parts(word: &str) -> Vec<&str> {
    if word.len() >= 13 && word.matches('-').count() >= 3 { word.split_inclusive('-').collect() } else { vec![word] }
}

fn atom(glyphs: Vec<Set>, style: Style, width: f32, class: Class) -> Atom {
    Atom { glyphs, style, width, lead: 0.0, trail: 0.0, gap: 0.0, stretch: 0.0, space: None, after: None, hard: false, class }
}

/// Adjacent punctuation shares its white: 》（ takes one and a half widths, not two.
fn press_together(atoms: &mut [Atom]) {
    for i in 1..atoms.len() {
        let (left, right) = atoms.split_at_mut(i);
        let (a, b) = (&mut left[i - 1], &mut right[0]);
        if a.space.is_some() || a.hard {
            continue;
        }
        match (a.class, b.class) {
            (Class::Close, Class::Open | Class::Close) => {
                a.width -= a.trail;
                a.trail = 0.0;
            }
            (Class::Open, Class::Open) => {
                b.width -= b.lead;
                for set in &mut b.glyphs {
                    set.x -= b.lead;
                }
                b.lead = 0.0;
            }
            _ => {}
        }
    }
}

fn settle_breaks(atoms: &mut [Atom]) {
    for i in 0..atoms.len() {
        let next = atoms.get(i + 1).map(|n| (n.class, n.glyphs.first().map(|g| g.ch), n.style.size));
        let last_ch = atoms[i].glyphs.last().map(|g| g.ch);
        let names = name_around(atoms, i);
        let a = &mut atoms[i];
        let Some((next_class, next_ch, next_size)) = next else {
            a.after = Some(0.0);
            continue;
        };
        let spaced = a.space.is_some();
        let size = a.style.size;
        if spaced {
            a.gap = size * 0.25;
            a.stretch = 2.5;
        } else {
            match (a.class, next_class) {
                (Class::Word, Class::Word) | (Class::Dot, _) | (_, Class::Dot) => {}
                // A breath between 汉字 and digits; under a tenth, or readers of the PDF would see a space there.
                (Class::Word, Class::Ideo) | (Class::Ideo, Class::Word) => {
                    a.gap = size.min(next_size) * 0.06;
                    a.stretch = 1.0;
                }
                _ => a.stretch = 1.0,
            }
        }
        a.after = match (a.class, next_class) {
            (Class::Open, _) => None,
            (_, Class::Close | Class::Dash | Class::Dot) => None,
            (Class::Dot, _) => None,
            (Class::Word, Class::Word) if !spaced && last_ch == Some('-') && a.glyphs.len() > 1 => Some(HYPHEN),
            (Class::Word, Class::Word) if !spaced => None,
            _ if next_ch.is_some_and(is_sign) || last_ch.is_some_and(is_sign) => Some(SIGN),
            (_, Class::Ideo) if next_ch.is_some_and(never_first) => None,
            (Class::Word, Class::Ideo) if !spaced && ends_in_digit(last_ch) && next_ch.is_some_and(is_unit) => Some(UNIT),
            (Class::Ideo, Class::Word) if last_ch == Some('第') => Some(UNIT),
            (Class::Ideo, Class::Word) if matches!(last_ch, Some('年' | '月')) && next_ch.is_some_and(|c| c.is_ascii_digit()) => {
                Some(DATE)
            }
            _ if names => Some(NAME),
            _ => Some(0.0),
        };
    }
}

fn is_sign(ch: char) -> bool {
    matches!(ch, '＝' | '≥' | '≤' | '＜' | '＞' | '<' | '×')
}

fn ends_in_digit(ch: Option<char>) -> bool {
    ch.is_some_and(|c| c.is_ascii_digit())
}

/// Whether the place after atom `i` lies inside a name with a dot, like 艾力·买买提.
fn name_around(atoms: &[Atom], i: usize) -> bool {
    let ideo = |a: &Atom| a.class == Class::Ideo;
    let before = atoms[..=i].iter().rev().take(4).find(|a| !ideo(a)).is_some_and(|a| a.class == Class::Dot);
    let after = atoms[i + 1..].iter().take(4).find(|a| !ideo(a)).is_some_and(|a| a.class == Class::Dot);
    before || after
}

/// A title in several lines is cut evenly, never inside a word of Latin or a book title's first sign, the upper line not
/// shorter than the lower (梯形, GB/T 9704 7.3.1).
pub(crate) fn balanced(text: &str, most: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let width = |c: char| if c.is_ascii() { 0.5_f32 } else { 1.0 };
    let total: f32 = chars.iter().map(|c| width(*c)).sum();
    let rows = (total / most as f32).ceil().max(1.0) as usize;
    if rows == 1 {
        return vec![text.to_string()];
    }
    let target = total / rows as f32;
    let mut out = Vec::new();
    let mut row = String::new();
    let mut used = 0.0;
    for (i, &c) in chars.iter().enumerate() {
        row.push(c);
        used += width(c);
        let next = chars.get(i + 1).copied();
        let can = next.is_some_and(|n| {
            let one_word = c.is_ascii_alphanumeric() && n.is_ascii_alphanumeric();
            !(never_first(n) || never_last(c) || one_word)
        });
        if out.len() + 1 < rows && used >= target - 0.01 && can {
            out.push(std::mem::take(&mut row));
            used = 0.0;
        }
    }
    if !row.is_empty() {
        out.push(row);
    }
    out
}
