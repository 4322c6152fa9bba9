//! A month drawn with the days that were counted, for the sheet that explains a date.

use chrono::{Datelike, NaiveDate};

use crate::Error;
use crate::fonts::Face;
use crate::press::block::{Align, Month, Para, Style};
use crate::press::display::{Ink, Item};
use crate::press::para::set_para;
use crate::press::slab::{Layer, Slab, place};

const ROW: f32 = 34.0;

/// Lays a month as one piece.
pub(crate) fn lay(layer: &Layer, month: &Month) -> Result<Slab, Error> {
    let mut slab = Slab { before: 10.0, ..Slab::default() };
    let width = layer.width;
    let column = width / 7.0;
    let put = |items: &mut Vec<Item>, text: &str, style: Style, x: f32, base: f32, w: f32, align: Align| -> Result<(), Error> {
        for set in set_para(layer.glyphs, &Para::new(text, style).align(align), w)? {
            place(items, set.items, x, base);
        }
        Ok(())
    };
    let head = format!("{}年{}月", month.year, month.month);
    put(&mut slab.items, &head, Style::new(Face::Hei, 11.0), 0.0, 11.0, width, Align::Left)?;
    let mut y = 20.0;
    for (i, name) in ["一", "二", "三", "四", "五", "六", "日"].iter().enumerate() {
        put(&mut slab.items, name, Style::new(Face::Song, 9.5), column * i as f32, y + 10.0, column, Align::Centre)?;
    }
    y += 16.0;
    let Some(first) = NaiveDate::from_ymd_opt(month.year, month.month, 1) else {
        return Err(Error::TooLarge { what: "月历 / a calendar".into(), why: format!("没有{head}这个月 / no such month") });
    };
    let days = (28..=31).rev().find(|d| NaiveDate::from_ymd_opt(month.year, month.month, *d).is_some()).unwrap_or(28);
    let offset = first.weekday().num_days_from_monday();
    let rows = (offset + days).div_ceil(7);
    let mut frames = Vec::new();
    for day in 1..=days {
        let at = offset + day - 1;
        let (col, row) = (at % 7, at / 7);
        let (x, top) = (column * col as f32, y + ROW * row as f32);
        let mark = month.marks.iter().find(|m| m.day == day);
        let weekend = col >= 5;
        let rest = mark.map_or(weekend, |m| m.sign == "休" || (weekend && m.sign != "班"));
        if rest {
            slab.items.insert(0, Item::Fill { x, y: top, w: column, h: ROW, ink: Ink::Shade });
        }
        let ink = if rest { Ink::Grey } else { Ink::Black };
        put(&mut slab.items, &day.to_string(), Style::new(Face::Song, 10.5).ink(ink), x + 4.0, top + 12.0, column, Align::Left)?;
        let Some(mark) = mark else { continue };
        if !mark.sign.is_empty() {
            put(&mut slab.items, &mark.sign, Style::new(Face::Hei, 8.0).ink(ink), x, top + 11.0, column - 4.0, Align::Right)?;
        }
        if !mark.note.is_empty() {
            let style = Style::new(Face::Song, 8.0).ink(ink);
            put(&mut slab.items, &mark.note, style, x + 4.0, top + ROW - 6.0, column - 6.0, Align::Left)?;
        }
        if let Some(count) = mark.count {
            put(&mut slab.items, &format!("第{count}"), Style::new(Face::Hei, 9.5), x, top + ROW - 6.0, column - 4.0, Align::Right)?;
        }
        if mark.last {
            frames.push((x, top));
        }
    }
    let bottom = y + ROW * rows as f32;
    for i in 0..=rows {
        let ly = y + ROW * i as f32;
        slab.items.push(Item::Stroke { x1: 0.0, y1: ly, x2: width, y2: ly, thick: 0.4, dash: 0.0, ink: Ink::Grey });
    }
    for i in 0..=7 {
        let lx = column * i as f32;
        slab.items.push(Item::Stroke { x1: lx, y1: y, x2: lx, y2: bottom, thick: 0.4, dash: 0.0, ink: Ink::Grey });
    }
    for (x, top) in frames {
        let (r, b) = (x + column, top + ROW);
        for (x1, y1, x2, y2) in [(x, top, r, top), (x, b, r, b), (x, top, x, b), (r, top, r, b)] {
            slab.items.push(Item::Stroke { x1, y1, x2, y2, thick: 1.6, dash: 0.0, ink: Ink::Black });
        }
    }
    slab.height = bottom + 6.0;
    Ok(slab)
}
