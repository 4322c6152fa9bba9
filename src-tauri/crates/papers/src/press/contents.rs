//! 目录: the lines are known before the pages are, so the report is laid twice (see `frame`).

use crate::Error;
use crate::press::block::{Align, Para, Style};
use crate::press::display::Item;
use crate::press::para::{natural_width, set_para};
use crate::press::slab::{Layer, Slab, baseline, place};

/// Lays the contents: titles, dots, numbers, each line leading to its page.
pub(crate) fn lay(layer: &Layer, style: Style, pitch: f32, out: &mut Vec<Slab>) -> Result<(), Error> {
    for entry in layer.entries {
        let indent = f32::from(entry.level.saturating_sub(1)) * style.size * 2.0;
        let number = Para::new(entry.number.clone(), style).align(Align::Right);
        let number_w = natural_width(layer.glyphs, &number)?.max(style.size);
        let title = Para { right: number_w + style.size, ..Para::new(entry.title.clone(), style).align(Align::Left).left(indent) };
        let lines = set_para(layer.glyphs, &title, layer.width)?;
        let count = lines.len();
        for (i, line) in lines.into_iter().enumerate() {
            let mut slab = Slab { height: pitch, glue: i + 1 < count, ..Slab::default() };
            let base = baseline(pitch, style.size);
            let right = line.right;
            place(&mut slab.items, line.items, 0.0, base);
            if i + 1 == count {
                let dot = Para::new("…", style);
                let dot_w = natural_width(layer.glyphs, &dot)?;
                let from = right + style.size * 0.3;
                let to = layer.width - number_w - style.size * 0.3;
                let dots = ((to - from) / dot_w).floor().max(0.0) as usize;
                let leader = Para::new("…".repeat(dots), style).align(Align::Left);
                if dots > 0 {
                    for set in set_para(layer.glyphs, &leader, 10_000.0)? {
                        place(&mut slab.items, set.items, to - dots as f32 * dot_w, base);
                    }
                }
                for set in set_para(layer.glyphs, &number, layer.width)? {
                    place(&mut slab.items, set.items, 0.0, base);
                }
                slab.items.push(Item::Link { x: 0.0, y: 0.0, w: layer.width, h: pitch, page: entry.page });
            }
            out.push(slab);
        }
    }
    Ok(())
}
