//! The worksheet as a form that any PDF viewer fills in (AcroForm), for members without the program, and the reading of a
//! filled copy.
//!
//! The form is bound to what it was made for by a line it carries hidden (`binding`), which the desk writes and checks; to
//! this room the line is a text. Whoever fills the form proves nothing by it: it is not signed, and says so.

mod face;
mod field;
mod read;
mod sheet;
#[cfg(test)]
mod tests;
mod write;

use crate::fonts::Fonts;
use crate::packet::PacketDimension;
use crate::press::compose::compose;
use crate::press::frame::{Document, Frame, Stamp};
use crate::press::glyphs::Glyphs;
use crate::sheet::{CaseRef, Letterhead, Pdf};
use crate::{Error, press};
use chrono::NaiveDate;

pub use read::{Filled, LARGEST, Unread, read};

/// Rows for remarks with their place.
pub const REMARKS: usize = 5;
/// Characters one field takes; a reader refuses longer ones.
pub const LONGEST: usize = 4_000;

/// What a form is made from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Form {
    pub committee: String,
    /// 2026年第7次会议
    pub occasion: String,
    pub member: String,
    pub role: String,
    pub made: NaiveDate,
    /// Until when an answer is asked for, as a sentence; empty when none is.
    pub reply: String,
    pub items: Vec<FormItem>,
    /// Hidden in the form: what it was made for.
    pub binding: String,
    /// Proves the binding; also printed, in groups of four.
    pub check: String,
    pub demo: bool,
}

/// One item on the form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FormItem {
    pub no: u32,
    pub case: CaseRef,
    pub kind: String,
    pub dimensions: Vec<PacketDimension>,
    /// 符合, 基本符合, 不符合, 不适用: ticked as 1, 2, 3, 4.
    pub answers: Vec<String>,
    /// What can be ticked as a preliminary opinion: key and words; empty on a consultation form.
    pub options: Vec<(String, String)>,
    /// Names of the documents, chosen from as 1, 2, … for the place of a remark.
    pub documents: Vec<String>,
}

/// What stands in a field, by which its name follows. Items count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// `none` or `declared`.
    Conflict,
    ConflictWords,
    /// The answer to a point, named by its code.
    Answer(&'a str),
    Words(&'a str),
    Opinion,
    /// A remark, from 0: 1 when it is meant for the letter, its document's number, its page, its words.
    RemarkLetter(usize),
    RemarkDocument(usize),
    RemarkPage(usize),
    RemarkWords(usize),
    /// On the item as a whole.
    Whole,
}

/// The day the form was filled in.
pub const DAY: &str = "day";
const NAME: &str = "name";
const BINDING: &str = "lunshen_binding";
const CHECK: &str = "lunshen_check";

/// A field's name. It has no full stop, which in a PDF would make it a tree.
pub fn name_of(item: usize, part: Part) -> String {
    let code = |c: &str| c.replace('.', "-");
    let own = match part {
        Part::Conflict => "conflict".into(),
        Part::ConflictWords => "conflict_words".into(),
        Part::Answer(c) => format!("answer_{}", code(c)),
        Part::Words(c) => format!("words_{}", code(c)),
        Part::Opinion => "opinion".into(),
        Part::RemarkLetter(n) => format!("remark{}_letter", n + 1),
        Part::RemarkDocument(n) => format!("remark{}_document", n + 1),
        Part::RemarkPage(n) => format!("remark{}_page", n + 1),
        Part::RemarkWords(n) => format!("remark{}_words", n + 1),
        Part::Whole => "whole".into(),
    };
    format!("item{}_{own}", item + 1)
}

/// The check code as it is printed: in groups of four.
fn grouped(check: &str) -> String {
    let digits: Vec<char> = check.chars().collect();
    digits.chunks(4).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Sets the form. The same form and font files give the same bytes.
pub fn set(form: &Form, fonts: &Fonts) -> Result<Pdf, Error> {
    let glyphs = Glyphs::new(fonts);
    let (blocks, fields) = sheet::blocks(&glyphs, form);
    let document = Document {
        title: format!("审查工作单（可填写）　{}　{}", form.occasion, form.member),
        author: form.committee.clone(),
        frame: Frame::Form,
        blocks,
        foot: Vec::new(),
        stamp: Stamp { ghost: form.demo.then_some("演示"), ..Stamp::default() },
        date: Some(form.made),
    };
    let composed = compose(&glyphs, &document)?;
    let places = field::places(&composed.pages, fields.len())?;
    let pdf = press::write::write(&glyphs, &document, &composed, &Letterhead::nobody())?;
    write::with_fields(&glyphs, form, pdf, &fields, &places)
}
