//! Slabs, the pieces of a page that are never cut, and the layer that makes them from paragraphs. The other blocks have a
//! file each; `flow` puts them in order and on pages.

use std::rc::Rc;

use crate::Error;
use crate::press::block::Para;
use crate::press::display::Item;
use crate::press::glyphs::Glyphs;
use crate::press::para::set_para;

/// A piece of a page, as high as it is, never cut. Items are placed from its top left corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slab {
    pub(crate) height: f32,
    /// White above it, dropped at the top of a page.
    pub(crate) before: f32,
    pub(crate) items: Vec<Item>,
    /// Stays with the next one.
    pub(crate) glue: bool,
    /// What is repeated above it when it opens a page: the head of a table.
    pub(crate) repeat: Option<Rc<Vec<Slab>>>,
    pub(crate) outline: Option<(u8, String)>,
    pub(crate) new_page: bool,
    /// Part of a cut table row of this width: when it opens a page, the rule it was torn at is drawn on both pages.
    pub(crate) torn: Option<f32>,
}

/// An entry of the contents.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) level: u8,
    pub(crate) title: String,
    /// Number as printed.
    pub(crate) number: String,
    /// Page, counted from 0.
    pub(crate) page: usize,
}

/// Lays blocks one under the other.
pub(crate) struct Layer<'a, 'f> {
    pub(crate) glyphs: &'a Glyphs<'f>,
    pub(crate) width: f32,
    /// Height of a full page, by which a tall table row knows that it must be cut.
    pub(crate) page_height: f32,
    /// All line distances are multiplied by this: letters are drawn together a little when that saves a page
    /// (GB/T 9704 7.3.5.5).
    pub(crate) squeeze: f32,
    pub(crate) entries: &'a [Entry],
}

impl Layer<'_, '_> {
    pub(crate) fn para(&self, para: &Para, out: &mut Vec<Slab>) -> Result<(), Error> {
        let lines = set_para(self.glyphs, para, self.width)?;
        let count = lines.len();
        let pitch = para.pitch * self.squeeze;
        let size = para.spans.iter().map(|s| s.style.size).fold(0.0, f32::max);
        for (i, line) in lines.into_iter().enumerate() {
            let mut slab = Slab { height: pitch, ..Slab::default() };
            place(&mut slab.items, line.items, 0.0, baseline(pitch, size));
            if i == 0 {
                slab.before = para.before * self.squeeze;
                slab.outline = para.outline.clone();
            }
            // No single line at the foot of a page, and none at the head of the next if the paragraph has lines to spare.
            let widow = para.widow && ((i == 0 && count > 1) || (count > 3 && i + 2 == count));
            slab.glue = widow || (para.keep && i + 1 == count) || (para.keep && count <= 3);
            out.push(slab);
        }
        if para.after > 0.0
            && let Some(last) = out.last_mut()
        {
            last.height += para.after * self.squeeze;
        }
        Ok(())
    }

    /// Heights of paragraphs under each other, for table cells.
    pub(crate) fn stack(&self, paras: &[Para], width: f32) -> Result<Vec<Slab>, Error> {
        let inner = Layer { width, squeeze: 1.0, ..*self };
        let mut out = Vec::new();
        for para in paras {
            inner.para(para, &mut out)?;
        }
        Ok(out)
    }
}

/// Baseline of type of a size in the middle of a line of that pitch.
pub(crate) fn baseline(pitch: f32, size: f32) -> f32 {
    (pitch - size) / 2.0 + size * 0.86
}

/// Adds items, moved.
pub(crate) fn place(to: &mut Vec<Item>, items: Vec<Item>, dx: f32, dy: f32) {
    to.extend(items.into_iter().map(|mut item| {
        item.shift(dx, dy);
        item
    }));
}
