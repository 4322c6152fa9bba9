//! The letters of a page and where they stand, in the order in which the page draws them: for finding words in a document
//! and for marking them on its picture. Not a reading order: columns and tables come as they were drawn, and a page that
//! is a photograph has no letters.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache};
use hayro::hayro_interpret::{InterpreterSettings, SoftMask, TransformExt, interpret_page};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};

/// Glyphs are drawn in thousandths of an em.
const EM: f64 = 1000.0;
/// A page with more is not read further: no page made for eyes has as many.
const MOST: usize = 60_000;

/// One letter with its box in points from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letter {
    pub char: char,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// What can be read on one page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Letters {
    pub width: f32,
    pub height: f32,
    pub letters: Vec<Letter>,
}

impl Letters {
    /// As plain text: a new line where the writing jumps to another height.
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(self.letters.len() * 3);
        let mut last: Option<&Letter> = None;
        for letter in &self.letters {
            if let Some(last) = last {
                if (letter.y - last.y).abs() > last.height.max(letter.height) * 0.5 {
                    out.push('\n');
                } else if letter.x - (last.x + last.width) > letter.height * 0.25 && !out.ends_with(' ') && letter.char != ' ' {
                    out.push(' ');
                }
            }
            out.push(letter.char);
            last = Some(letter);
        }
        out
    }
}

pub(crate) fn read(page: &Page<'_>) -> Letters {
    let (width, height) = page.render_dimensions();
    let transform = page.initial_transform(true).to_kurbo();
    let cache = InterpreterCache::new();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(transform, bounds, &cache, page.xref(), InterpreterSettings::default());
    let mut ear = Ear { bounds, letters: Vec::new() };
    interpret_page(page, &mut context, &mut ear);
    Letters { width, height, letters: ear.letters }
}

/// Draws nothing and notes the letters.
struct Ear {
    bounds: Rect,
    letters: Vec<Letter>,
}

impl Ear {
    fn note(&mut self, text: BfString, place: Affine, advance: f64) {
        let (from, to) = (place * Point::ZERO, place * Point::new(advance, 0.0));
        let (foot, head) = (place * Point::new(0.0, -0.16 * EM), place * Point::new(0.0, 0.88 * EM));
        let box_ = Rect::from_points(from, to).union(Rect::from_points(foot, head));
        if box_.intersect(self.bounds).is_zero_area() {
            return; // outside the page: cut off, or hidden there on purpose
        }
        let text = match text {
            BfString::Char(one) => one.to_string(),
            BfString::String(many) => many,
        };
        // A ligature is several letters in one box: they share it.
        let parts = text.chars().filter(|c| !c.is_control()).count().max(1);
        let step = box_.width() / parts as f64;
        for (i, char) in text.chars().filter(|c| !c.is_control()).enumerate() {
            if self.letters.len() == MOST {
                return;
            }
            self.letters.push(Letter {
                char,
                x: (box_.x0 + step * i as f64) as f32,
                y: box_.y0 as f32,
                width: step as f32,
                height: box_.height() as f32,
            });
        }
    }
}

impl<'a> Device<'a> for Ear {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let Some(text) = glyph.as_unicode() else { continue };
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            self.note(text, props.transform * glyph.transform(), f64::from(advance.unwrap_or(500.0)));
        }
    }
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use crate::preview::Leaves;

    #[test]
    fn the_letters_of_a_paper_are_found_where_they_are_printed() {
        let fonts = crate::Fonts::open(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts")).unwrap();
        let (_, paper) = crate::samples::more::all().into_iter().find(|(_, p)| p.kind() == crate::Kind::DecisionLetter).unwrap();
        let head = crate::samples::letterhead();
        let pdf = crate::set(&paper, &head, None, &fonts).unwrap();
        let leaves = Leaves::open(pdf.bytes).unwrap();
        assert_eq!(leaves.pages(), pdf.pages);
        let page = leaves.letters(0).unwrap();
        assert!((page.width - 595.0).abs() < 2.0 && (page.height - 842.0).abs() < 2.0, "A4: {} × {}", page.width, page.height);
        let text: String = page.text().split_whitespace().collect();
        let name: String = head.committee.split_whitespace().collect();
        assert!(text.contains(&name), "{name} is in the head of its letter: {text}");
        // the head stands in the upper third, inside the page
        let first = name.chars().next().unwrap();
        let letter = page.letters.iter().find(|l| l.char == first).unwrap();
        assert!(letter.y > 0.0 && letter.y < page.height / 3.0, "{letter:?}");
        assert!(letter.width > 5.0 && letter.height > 5.0, "a letter has a body: {letter:?}");
        assert!(leaves.letters(pdf.pages).is_err(), "there is no page after the last");
    }
}
