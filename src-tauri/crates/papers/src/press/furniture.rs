//! What stands around the text: red head and rules, page numbers, the small print at the foot.

use crate::Error;
use crate::fonts::Face;
use crate::press::MM;
use crate::press::block::{Align, Para, Style};
use crate::press::display::{Ink, Item};
use crate::press::frame::{BODY, Document, Frame, Head, PITCH, letter_rule, minutes_rule, paper};
use crate::press::glyphs::Glyphs;
use crate::press::mark::qr;
use crate::press::para::set_para;
use crate::press::slab::place;

/// Things around the text.
pub(crate) fn furnish(glyphs: &Glyphs, doc: &Document, page: usize, total: usize, front: usize, out: &mut Vec<Item>) -> Result<(), Error> {
    let (width, height) = paper(&doc.frame);
    let red = |y: f32, x: f32, w: f32, thick: f32| Item::Stroke { x1: x, y1: y, x2: x + w, y2: y, thick, dash: 0.0, ink: Ink::Red };
    let put = |out: &mut Vec<Item>, text: &str, style: Style, x: f32, base: f32, w: f32, align: Align| -> Result<(), Error> {
        for set in set_para(glyphs, &Para::new(text, style).align(align), w)? {
            place(out, set.items, x, base);
        }
        Ok(())
    };
    let gb_number = |out: &mut Vec<Item>, shown: usize| -> Result<(), Error> {
        // 4号半角宋体, dashes at both sides, 7 mm under the 版心; odd pages right, even pages left, one character in.
        let text = format!("— {shown} —");
        let style = Style::new(Face::Song, 14.0);
        let align = if shown % 2 == 1 { Align::Right } else { Align::Left };
        put(out, &text, style, 28.0 * MM + 14.0, (262.0 + 7.0) * MM + 12.0, 156.0 * MM - 28.0, align)
    };
    match &doc.frame {
        Frame::Letter { head, number } => {
            if page == 0 {
                let rule = letter_rule(head);
                red_head(glyphs, head, 30.0 * MM, out)?;
                let x = 20.0 * MM;
                out.push(red(rule + 1.1, x, 170.0 * MM, 2.2));
                out.push(red(rule + 4.0, x, 170.0 * MM, 0.7));
                let low = height - 20.0 * MM;
                out.push(red(low - 4.0, x, 170.0 * MM, 0.7));
                out.push(red(low - 1.1, x, 170.0 * MM, 2.2));
                let style = Style::new(Face::Fang, BODY);
                put(out, number, style, 28.0 * MM, rule + 12.0 + PITCH * 0.5 + BODY * 0.36, 156.0 * MM, Align::Right)?;
            } else {
                gb_number(out, page + 1)?;
            }
        }
        Frame::Minutes { head, number, issuer, date } => {
            if page == 0 {
                let top = (37.0 + 35.0) * MM;
                red_head(glyphs, head, top, out)?;
                let style = Style::new(Face::Fang, BODY);
                let base = top + Head::of(head).height() + PITCH * 0.5 + BODY * 0.36 + 2.0 * MM;
                put(out, number, style, 28.0 * MM, base, 156.0 * MM, Align::Centre)?;
                put(out, issuer, style, 28.0 * MM + BODY, base + PITCH, 156.0 * MM - 2.0 * BODY, Align::Left)?;
                put(out, date, style, 28.0 * MM + BODY, base + PITCH, 156.0 * MM - 2.0 * BODY, Align::Right)?;
                out.push(red(minutes_rule(head), 28.0 * MM, 156.0 * MM, 1.6));
            }
            gb_number(out, page + 1)?;
        }
        Frame::Report => {
            if page >= front {
                gb_number(out, page - front + 1)?;
            }
        }
        Frame::Form | Frame::Wide => {
            let text = format!("第{}页，共{total}页", page + 1);
            let edge = if matches!(doc.frame, Frame::Wide) { 20.0 * MM } else { 22.0 * MM };
            put(out, &text, Style::new(Face::Song, 9.0), edge, height - 11.0 * MM, width - 2.0 * edge, Align::Right)?;
        }
    }
    small_print(glyphs, doc, page, total, out)
}

/// 发文机关标志, its upper edge at `top`.
fn red_head(glyphs: &Glyphs, text: &str, top: f32, out: &mut Vec<Item>) -> Result<(), Error> {
    let head = Head::of(text);
    for (i, line) in head.lines.into_iter().enumerate() {
        let para = Para::new(line, Style::new(Face::Title, head.size).ink(Ink::Red));
        for set in set_para(glyphs, &para.align(Align::Centre), 170.0 * MM)? {
            place(out, set.items, 20.0 * MM, top + head.size * (0.88 + 1.25 * i as f32));
        }
    }
    Ok(())
}

/// Check code with its QR code, and the head of the journal at the moment of issue.
fn small_print(glyphs: &Glyphs, doc: &Document, page: usize, total: usize, out: &mut Vec<Item>) -> Result<(), Error> {
    let (width, height) = paper(&doc.frame);
    let edge = 20.0 * MM;
    let mut x = edge;
    let style = Style::new(Face::Song, 6.5).ink(Ink::Grey);
    let put = |out: &mut Vec<Item>, text: &str, x: f32, base: f32, w: f32| -> Result<(), Error> {
        for set in set_para(glyphs, &Para::new(text, style).align(Align::Left), w)? {
            place(out, set.items, x, base);
        }
        Ok(())
    };
    if let Some(code) = &doc.stamp.check_code {
        let side = 11.5 * MM;
        let top = height - 18.0 * MM;
        qr(&scan_text(code, page + 1, total), x, top, side, out)?;
        x += side + 2.0 * MM;
        let paged = matches!(doc.frame, Frame::Form | Frame::Wide);
        let text = if paged { format!("校验码 {code}") } else { format!("校验码 {code}　第{}页，共{total}页", page + 1) };
        put(out, &text, x, height - 12.6 * MM, width - x - edge)?;
    }
    if let Some((line, head)) = &doc.stamp.journal {
        put(out, &format!("日志第{line}条 {head}"), x, height - 9.2 * MM, width - x - edge)?;
    }
    if let Some(why) = &doc.stamp.void {
        let style = Style::new(Face::Hei, 11.0).ink(Ink::Red);
        let text = if why.is_empty() { "本件已作废".to_string() } else { format!("本件已作废：{why}") };
        let para = Para::new(text, style).align(Align::Centre);
        for (i, set) in set_para(glyphs, &para, width - 2.0 * edge)?.into_iter().enumerate() {
            place(out, set.items, edge, 12.0 * MM + 14.0 * i as f32);
        }
    }
    Ok(())
}

/// What the QR code of a page says: the product, the code, the page and of how many.
pub(crate) fn scan_text(code: &str, page: usize, total: usize) -> String {
    format!("LS:{code}:{page}/{total}")
}
