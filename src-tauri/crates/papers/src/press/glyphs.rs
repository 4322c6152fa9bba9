//! From characters to glyphs: the fallback chain, widths, and kerning of Latin words.
//!
//! A character no face has is an error that names it; a box on paper never is.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use crate::Error;
use crate::fonts::{Face, Fonts};

/// A glyph of a font file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) source: usize,
    pub(crate) gid: u16,
    /// Thousandths of the size, a whole number because the PDF's width table holds whole numbers: the pen on paper and the
    /// pen in here must agree.
    pub(crate) width: u16,
}

/// The opened faces for one paper, with what has been looked up already.
pub(crate) struct Glyphs<'f> {
    pub(crate) fonts: &'f Fonts,
    faces: Vec<OnceCell<ttf_parser::Face<'f>>>,
    shapers: Vec<OnceCell<rustybuzz::Face<'f>>>,
    seen: RefCell<HashMap<(Face, char), Glyph>>,
}

/// Latin, Greek, digits and the signs that belong to them; quotation marks, dashes and dots are Chinese here.
pub(crate) fn is_western(ch: char) -> bool {
    matches!(ch, ' '..='~' | '\u{a0}'..='\u{b6}' | '\u{b8}'..='\u{2ff}' | '\u{370}'..='\u{52f}' | '≤' | '≥' | '≠' | '−' | '\u{1e00}'..='\u{1eff}')
}

impl<'f> Glyphs<'f> {
    pub(crate) fn new(fonts: &'f Fonts) -> Glyphs<'f> {
        let count = fonts.sources().len();
        Glyphs {
            fonts,
            faces: (0..count).map(|_| OnceCell::new()).collect(),
            shapers: (0..count).map(|_| OnceCell::new()).collect(),
            seen: RefCell::new(HashMap::with_capacity(512)),
        }
    }

    /// The parsed font file.
    pub(crate) fn face(&self, source: usize) -> &ttf_parser::Face<'f> {
        self.faces[source].get_or_init(|| {
            let file = &self.fonts.sources()[source];
            ttf_parser::Face::parse(file.bytes(), file.index).expect("parsed once when the folder was opened")
        })
    }

    /// The glyph for a character in a face, from the first file of the chain that has it.
    pub(crate) fn glyph(&self, face: Face, ch: char) -> Result<Glyph, Error> {
        if let Some(glyph) = self.seen.borrow().get(&(face, ch)) {
            return Ok(*glyph);
        }
        for source in self.fonts.chain(face, is_western(ch)) {
            let font = self.face(source);
            let Some(gid) = font.glyph_index(ch).filter(|gid| gid.0 != 0) else {
                continue;
            };
            let glyph = Glyph { source, gid: gid.0, width: self.width(source, gid.0) };
            self.seen.borrow_mut().insert((face, ch), glyph);
            return Ok(glyph);
        }
        Err(Error::MissingGlyph { character: ch, code: u32::from(ch) })
    }

    /// Width of a glyph in thousandths of the size.
    pub(crate) fn width(&self, source: usize, gid: u16) -> u16 {
        let face = self.face(source);
        let upm = u32::from(face.units_per_em());
        let advance = u32::from(face.glyph_hor_advance(ttf_parser::GlyphId(gid)).unwrap_or(0));
        u16::try_from((advance * 1000 + upm / 2) / upm).unwrap_or(1000)
    }

    /// Sets a Latin word: for each character its glyph and where it stands, in points, and the width of the whole.
    /// Kerned, without ligatures, so that one glyph stays one character and the text can be read back.
    pub(crate) fn word(&self, face: Face, word: &str, size: f32) -> Result<(Vec<(Glyph, char, f32)>, f32), Error> {
        let mut out = Vec::with_capacity(word.len());
        let mut x = 0.0;
        let mut run = String::new();
        let mut run_source = None;
        for ch in word.chars() {
            let glyph = self.glyph(face, ch)?;
            if run_source != Some(glyph.source) {
                self.flush(&run, run_source, face, size, &mut x, &mut out)?;
                run.clear();
                run_source = Some(glyph.source);
            }
            run.push(ch);
        }
        self.flush(&run, run_source, face, size, &mut x, &mut out)?;
        Ok((out, x))
    }

    fn flush(
        &self,
        run: &str,
        source: Option<usize>,
        face: Face,
        size: f32,
        x: &mut f32,
        out: &mut Vec<(Glyph, char, f32)>,
    ) -> Result<(), Error> {
        let Some(source) = source else { return Ok(()) };
        // Digits are all of one width and never kerned; shaping them would be time for nothing.
        if run.chars().filter(char::is_ascii_alphabetic).count() < 2 {
            for ch in run.chars() {
                let glyph = self.glyph(face, ch)?;
                out.push((glyph, ch, *x));
                *x += f32::from(glyph.width) * size / 1000.0;
            }
            return Ok(());
        }
        let shaper = self.shapers[source].get_or_init(|| {
            let file = &self.fonts.sources()[source];
            rustybuzz::Face::from_slice(file.bytes(), file.index).expect("parsed once when the folder was opened")
        });
        let mut buffer = rustybuzz::UnicodeBuffer::new();
        buffer.push_str(run);
        buffer.guess_segment_properties();
        let off = |tag: &[u8; 4]| rustybuzz::Feature::new(ttf_parser::Tag::from_bytes(tag), 0, ..);
        let shaped = rustybuzz::shape(shaper, &[off(b"liga"), off(b"clig"), off(b"calt"), off(b"ccmp"), off(b"locl")], buffer);
        let upm = shaper.units_per_em() as f32;
        let plain = shaped.len() == run.chars().count();
        if !plain {
            // The font joined characters in spite of us; unshaped is plainer and right.
            for ch in run.chars() {
                let glyph = self.glyph(face, ch)?;
                out.push((glyph, ch, *x));
                *x += f32::from(glyph.width) * size / 1000.0;
            }
            return Ok(());
        }
        for ((info, place), ch) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()).zip(run.chars()) {
            let gid = u16::try_from(info.glyph_id).unwrap_or(0);
            let glyph = Glyph { source, gid, width: self.width(source, gid) };
            out.push((glyph, ch, *x + place.x_offset as f32 * size / upm));
            *x += place.x_advance as f32 * size / upm;
        }
        Ok(())
    }
}
