//! 署名、成文日期、印章: the end of a letter (GB/T 9704 7.3.5).
//!
//! The seal is painted under name and date and centred on them; without a picture there is room for it and for a hand.

use crate::Error;
use crate::press::block::{Align, Para, Signed};
use crate::press::display::{Item, Pictured};
use crate::press::para::{natural_width, set_para};
use crate::press::slab::{Layer, Slab, baseline, place};
use crate::press::text::balanced;

/// Lays the end of a letter as one piece.
pub(crate) fn lay(layer: &Layer, s: &Signed) -> Result<Slab, Error> {
    let pitch = s.pitch * layer.squeeze;
    let em = s.style.size + s.track;
    let line = |text: &str| Para { track: s.track, ..Para::new(text, s.style).align(Align::Left) };
    // A name wider than the line stands in two, evenly.
    let whole = natural_width(layer.glyphs, &line(&s.name))?;
    let most = (s.name.chars().count() as f32 * (layer.width - 4.0 * em) / whole.max(1.0)) as usize;
    let names = balanced(&s.name, most.max(4));
    let mut name_w = 0.0_f32;
    for name in &names {
        name_w = name_w.max(natural_width(layer.glyphs, &line(name))?);
    }
    // A draft leaves room for the date in ink.
    let date_text = if s.date.is_empty() { "　　　　年　　月　　日" } else { &s.date };
    let date = line(date_text);
    let date_w = natural_width(layer.glyphs, &date)?;
    // The date stands four characters from the right and the name is centred over it; a long name moves both.
    let wanted = layer.width - 4.0 * em - date_w / 2.0;
    let centre = wanted.min(layer.width - em - name_w / 2.0).max(name_w / 2.0);
    let signer_w = if s.signer.is_empty() { 0.0 } else { natural_width(layer.glyphs, &line(&s.signer))? };
    let room_for_hand = s.signature.map_or(6.0 * em, |(w, _)| w + em);
    let own_line = !s.signer.is_empty() && 2.0 * em + signer_w + room_for_hand > centre - name_w / 2.0;
    let gap = pitch * if s.signer.is_empty() || !own_line { 2.0 } else { 1.0 };
    let mut slab = Slab { height: gap, ..Slab::default() };
    let mut y = gap;
    let put = |items: &mut Vec<Item>, para: &Para, x: f32, y: f32| -> Result<(), Error> {
        for set in set_para(layer.glyphs, para, layer.width.max(10_000.0))? {
            place(items, set.items, x, y + baseline(pitch, s.style.size));
        }
        Ok(())
    };
    if !s.signer.is_empty() {
        put(&mut slab.items, &line(&s.signer), 2.0 * em, y)?;
        if let Some((w, h)) = s.signature {
            let x = 2.0 * em + signer_w + em * 0.3;
            slab.items.push(Item::Picture { which: Pictured::Signature, x, y: y + pitch / 2.0 - h / 2.0, w, h });
        }
        if own_line {
            y += pitch * 2.0;
        }
    }
    for (i, name) in names.iter().enumerate() {
        if i > 0 {
            y += pitch;
        }
        let name = line(name);
        let w = natural_width(layer.glyphs, &name)?;
        put(&mut slab.items, &name, centre - w / 2.0, y)?;
    }
    put(&mut slab.items, &date, centre - date_w / 2.0, y + pitch)?;
    if let Some(seal) = s.seal {
        let x = (centre - seal / 2.0).min(layer.width - seal + 2.0 * em);
        slab.items.insert(0, Item::Picture { which: Pictured::Seal, x, y: y + pitch - seal / 2.0, w: seal, h: seal });
        slab.height = (y + pitch + seal / 2.0).max(y + 2.0 * pitch);
    } else {
        slab.height = y + 2.0 * pitch;
    }
    Ok(slab)
}
