//! A bar chart in the report: plain enough for a black and white printer, every bar with its number.

use crate::Error;
use crate::fonts::Face;
use crate::press::block::{Align, Chart, Para, Style};
use crate::press::display::{Ink, Item};
use crate::press::para::{natural_width, set_para};
use crate::press::slab::{Layer, Slab, place};

const SMALL: Style = Style::new(Face::Song, 9.0);
const PLOT: f32 = 130.0;

/// Lays a chart as one piece.
pub(crate) fn lay(layer: &Layer, chart: &Chart) -> Result<Slab, Error> {
    let mut slab = Slab { before: 8.0, ..Slab::default() };
    let width = layer.width;
    let mut y = 0.0;
    let put = |items: &mut Vec<Item>, text: &str, style: Style, x: f32, y: f32, w: f32, align: Align| -> Result<f32, Error> {
        let para = Para::new(text, style).align(align);
        let mut down = 0.0;
        for set in set_para(layer.glyphs, &para, w)? {
            place(items, set.items, x, y + down + style.size);
            down += style.size * 1.25;
        }
        Ok(down)
    };
    y += put(&mut slab.items, &chart.caption, Style::new(Face::Hei, 12.0), 0.0, y, width, Align::Centre)?;
    y += 6.0;
    let unit = format!("单位：{}", chart.unit);
    put(&mut slab.items, &unit, SMALL, 0.0, y, width, Align::Left)?;
    // Legend at the right, only when there is something to tell apart.
    if chart.series.len() > 1 {
        let mut x = width;
        for (i, (name, _)) in chart.series.iter().enumerate().rev() {
            let w = natural_width(layer.glyphs, &Para::new(name.clone(), SMALL))?;
            x -= w + 2.0;
            put(&mut slab.items, name, SMALL, x, y, w + 2.0, Align::Left)?;
            x -= 14.0;
            slab.items.push(Item::Fill { x, y: y + 2.0, w: 10.0, h: 8.0, ink: Ink::Series(i as u8) });
            x -= 10.0;
        }
    }
    y += 18.0;
    let largest = chart.series.iter().flat_map(|(_, v)| v.iter().copied()).fold(0.0_f64, f64::max);
    let (top, step) = scale(largest);
    let left = natural_width(layer.glyphs, &Para::new(number(top), SMALL))? + 6.0;
    let base = y + PLOT;
    let mut tick = 0.0;
    while tick <= top + step * 0.01 {
        let ty = base - PLOT * (tick / top) as f32;
        let thick = if tick == 0.0 { 0.8 } else { 0.3 };
        let ink = if tick == 0.0 { Ink::Black } else { Ink::Ghost };
        slab.items.push(Item::Fill { x: left, y: ty - thick / 2.0, w: width - left, h: thick, ink });
        put(&mut slab.items, &number(tick), SMALL, 0.0, ty - 6.5, left - 4.0, Align::Right)?;
        tick += step;
    }
    let count = chart.groups.len().max(1) as f32;
    let slot = (width - left) / count;
    let series = chart.series.len().max(1) as f32;
    let bar = (slot * 0.7 / series).min(34.0);
    let mut under = 0.0_f32;
    for (g, group) in chart.groups.iter().enumerate() {
        let middle = left + slot * (g as f32 + 0.5);
        for (s, (_, values)) in chart.series.iter().enumerate() {
            let Some(value) = values.get(g).copied().filter(|v| v.is_finite()) else {
                continue;
            };
            let h = PLOT * (value / top) as f32;
            let x = middle - bar * series / 2.0 + bar * s as f32;
            if h > 0.0 {
                slab.items.push(Item::Fill { x: x + 0.8, y: base - h, w: bar - 1.6, h, ink: Ink::Series(s as u8) });
            }
            let style = Style::new(Face::Song, if bar < 16.0 { 7.0 } else { 8.5 });
            put(&mut slab.items, &number(value), style, x - 10.0, base - h - style.size - 4.0, bar + 20.0, Align::Centre)?;
        }
        under = under.max(put(&mut slab.items, group, SMALL, middle - slot / 2.0 + 1.0, base + 3.0, slot - 2.0, Align::Centre)?);
    }
    slab.height = base + 8.0 + under.max(12.0) + 8.0;
    Ok(slab)
}

/// A round number above the largest value, and the step of the lines.
fn scale(largest: f64) -> (f64, f64) {
    if largest <= 0.0 {
        return (1.0, 1.0);
    }
    let rough = largest / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let whole = largest.fract() == 0.0;
    let mut step = [1.0, 2.0, 2.5, 5.0, 10.0].iter().map(|m| m * power).find(|s| *s >= rough).unwrap_or(power * 10.0);
    if whole {
        step = step.ceil().max(1.0);
    }
    ((largest / step).ceil() * step, step)
}

/// 3, 18.6
fn number(value: f64) -> String {
    if value.fract().abs() < 1e-9 { format!("{value:.0}") } else { format!("{value:.1}") }
}
