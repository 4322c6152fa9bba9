//! A document as an applicant types it and sends it in: a title, headings, paragraphs, a signature. It is no paper of the
//! committee and never issued; the demo's attachments are made with it.

use crate::fonts::{Face, Fonts};
use crate::press::block::{Align, Block, Para, Style};
use crate::press::compose::compose;
use crate::press::frame::{Document, Frame, Stamp};
use crate::press::glyphs::Glyphs;
use crate::press::write;
use crate::sheet::{Letterhead, Pdf};
use crate::wording::chinese_date;
use crate::{Error, make};
use chrono::NaiveDate;

/// What stands in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    pub title: String,
    /// Lines under the title: version, leader, unit.
    pub under: Vec<String>,
    /// Heading, empty for none, and its paragraphs. A heading that begins with ※ begins a page of its own.
    pub sections: Vec<(String, Vec<String>)>,
    pub signed: String,
    pub date: NaiveDate,
}

const BODY: Style = Style::new(Face::Song, 12.0);

/// Sets it. The same words give the same bytes.
pub fn typed(of: &Typed, fonts: &Fonts) -> Result<Pdf, Error> {
    let text = |s: &str, style: Style, align: Align| Para::new(s, style).align(align).pitch(style.size * 1.75);
    let title = text(&of.title, Style::new(Face::Title, 20.0), Align::Centre).around(24.0, 8.0).keep();
    let mut blocks = vec![Block::Para(title.outline(1, of.title.as_str()))];
    blocks.extend(of.under.iter().map(|line| Block::Para(text(line, Style::new(Face::Kai, 12.0), Align::Centre).keep())));
    blocks.push(Block::Space(18.0));
    for (heading, paras) in &of.sections {
        let heading = match heading.strip_prefix('※') {
            Some(heading) => {
                blocks.push(Block::NewPage);
                heading
            }
            None => heading.as_str(),
        };
        if !heading.is_empty() {
            let para = text(heading, Style::new(Face::Hei, 14.0), Align::Left).around(8.0, 2.0).keep();
            blocks.push(Block::Para(para.outline(2, heading)));
        }
        blocks.extend(paras.iter().map(|p| Block::Para(text(&make::sentence(p), BODY, Align::Justify).first(24.0))));
    }
    if !of.signed.is_empty() {
        let end = [text(&of.signed, BODY, Align::Right).around(24.0, 0.0).keep(), text(&chinese_date(of.date), BODY, Align::Right)];
        blocks.push(Block::Keep(end.into_iter().map(Block::Para).collect()));
    }
    let document = Document {
        title: of.title.clone(),
        author: of.signed.clone(),
        frame: Frame::Form,
        blocks,
        foot: Vec::new(),
        stamp: Stamp::default(),
        date: Some(of.date),
    };
    let glyphs = Glyphs::new(fonts);
    let composed = compose(&glyphs, &document)?;
    write::write(&glyphs, &document, &composed, &Letterhead::nobody())
}
