//! The print shop (印房): typed data of one paper in, one PDF out.
//!
//! data -> wording -> blocks -> pages of placed items -> PDF. One file a paper; the engine that sets type is in `press/`,
//! the words are in `assets/wording/` and the committee may adapt them.
//! Deliberately no law, no clock, no archive: what is printed arrives ready from the desk, and the same data gives the
//! same bytes on every machine.

pub mod acceptance_notice;
pub mod agenda;
pub mod annual_report;
pub mod appeal_decision;
pub mod appeal_notice;
pub mod archive_index;
pub mod ballots;
pub mod conversion_notice;
pub mod day_sheet;
pub mod decision_letter;
pub mod designation_slip;
pub mod error;
pub mod extension_notice;
pub mod fonts;
pub mod form;
pub mod guard;
pub mod host_designation;
pub mod kind;
pub mod letters;
pub mod listed_report;
mod make;
pub mod meeting_notice;
pub mod minutes;
pub mod outline;
pub mod packet;
pub mod plain;
pub mod preliminary_opinion;
mod press;
pub mod preview;
pub mod re_review_conflict;
pub mod re_review_request;
pub mod recovery_sheet;
pub mod refusal_notice;
pub mod register;
pub mod roster;
pub mod service_receipt;
pub mod sheet;
pub mod sign_in;
pub mod supplement_notice;
pub mod suspension;
pub mod tally;
pub mod tracking_notice;
pub mod tracking_opinion;
pub mod typed;
pub mod why_date;
mod wording;

pub use error::Error;
pub use fonts::{Face, Fonts};
pub use kind::{Kind, Paper};
pub use sheet::*;
pub use wording::Wording;

use crate::make::Layout;
use crate::press::compose::compose;
use crate::press::frame::{Document, Frame, Stamp};
use crate::press::glyphs::Glyphs;
use crate::press::write;
use crate::wording::Manner;

/// Sets one paper. `wording` is the committee's own text for this kind; `None` takes the text that comes with the program.
///
/// The same paper, letterhead, wording and font files give the same bytes, on any machine and any day.
pub fn set(paper: &Paper, letterhead: &Letterhead, wording: Option<&str>, fonts: &Fonts) -> Result<Pdf, Error> {
    let kind = paper.kind();
    let text = Wording::parse(wording.unwrap_or_else(|| Wording::default_text(kind)))?;
    text.check(kind)?;
    let document = document(paper, letterhead, &text);
    let glyphs = Glyphs::new(fonts);
    let composed = compose(&glyphs, &document)?;
    write::write(&glyphs, &document, &composed, letterhead)
}

/// Reads the text of a page's QR code back: check code, page, pages in all. `None` for codes that are not ours.
pub fn read_scan(text: &str) -> Option<(&str, u32, u32)> {
    let (code, pages) = text.strip_prefix("LS:")?.rsplit_once(':')?;
    let (page, total) = pages.split_once('/')?;
    Some((code, page.parse().ok()?, total.parse().ok()?)).filter(|(code, page, total)| !code.is_empty() && page <= total && *page > 0)
}

fn document(paper: &Paper, letterhead: &Letterhead, wording: &Wording) -> Document {
    let sheet = paper.sheet();
    let imprint = sheet.imprint();
    let values = make::common(letterhead, imprint).and(sheet.values(letterhead));
    let manner = match sheet.layout() {
        Layout::Letter | Layout::UnitLetter | Layout::Minutes | Layout::Report => Manner::LETTER,
        Layout::Form | Layout::Wide => Manner::FORM,
    };
    let (blocks, foot) = wording::blocks(wording, &values, manner);
    let number = imprint.and_then(|i| i.number.clone());
    // A letter without number is a draft and says so where the number would stand.
    let shown = number.clone().unwrap_or_else(|| "（草稿）".to_string());
    let date = imprint.and_then(|i| i.date);
    let frame = match sheet.layout() {
        Layout::Letter => Frame::Letter { head: letterhead.committee.clone(), number: shown },
        Layout::UnitLetter => Frame::Letter { head: letterhead.unit.clone(), number: shown },
        Layout::Minutes => Frame::Minutes {
            head: format!("{}会议纪要", letterhead.committee),
            number: shown,
            issuer: letterhead.committee.clone(),
            date: date.map(wording::chinese_date).unwrap_or_default(),
        },
        Layout::Report => Frame::Report,
        Layout::Form => Frame::Form,
        Layout::Wide => Frame::Wide,
    };
    let is_letter = !matches!(frame, Frame::Form | Frame::Wide);
    let ghost = if letterhead.demo {
        Some("演示")
    } else if is_letter && number.is_none() {
        Some("草稿")
    } else {
        None
    };
    let subject = sheet.subject();
    Document {
        title: number.map_or_else(|| subject.clone(), |n| format!("{subject} {n}")),
        author: letterhead.committee.clone(),
        frame,
        blocks,
        foot,
        stamp: Stamp {
            check_code: imprint.and_then(|i| i.check_code.clone()),
            journal: imprint.and_then(|i| i.journal.clone()),
            void: imprint.and_then(|i| i.void.clone()),
            ghost,
        },
        date,
    }
}

#[cfg(test)]
extern crate self as papers;
#[cfg(test)]
#[allow(dead_code)] // the gallery and the other tests use the rest
#[path = "../examples/samples/mod.rs"]
mod samples;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What a paper offers and what its wording may ask for are the same names; otherwise a letter would be refused for a
    /// placeholder that exists, or print a hole for one that does not.
    #[test]
    fn known_placeholders_are_those_the_papers_offer() {
        let head = samples::letterhead();
        let mut offered: std::collections::BTreeMap<Kind, BTreeSet<String>> = Default::default();
        for (_, paper) in samples::more::all() {
            let sheet = paper.sheet();
            let values = make::common(&head, sheet.imprint()).and(sheet.values(&head));
            offered.entry(paper.kind()).or_default().extend(values.names());
        }
        for kind in Kind::ALL {
            let known: BTreeSet<String> = Wording::known(*kind).iter().map(|n| n.to_string()).collect();
            let offered = offered.get(kind).unwrap_or_else(|| panic!("{} has no sample", kind.id()));
            // A list that is empty in the sample shows no parts; their names are checked by the wording instead.
            let hollow = |n: &String| n.contains('.');
            let missing: Vec<_> = known.difference(offered).filter(|n| !hollow(n)).collect();
            let secret: Vec<_> = offered.difference(&known).collect();
            assert!(
                missing.is_empty() && secret.is_empty(),
                "{}: known but not offered {missing:?}, offered but not known {secret:?}",
                kind.id()
            );
        }
    }

    #[test]
    fn every_default_wording_is_well_formed_and_known() {
        for kind in Kind::ALL {
            let wording = Wording::parse(Wording::default_text(*kind)).unwrap_or_else(|e| panic!("{}: {e}", kind.id()));
            wording.check(*kind).unwrap_or_else(|e| panic!("{}: {e}", kind.id()));
            assert_eq!(Kind::named(kind.id()), Some(*kind), "the name in JSON finds its kind again");
        }
    }

    #[test]
    fn a_scanned_page_finds_its_paper() {
        let text = press::furniture::scan_text("JZ-62", 2, 3);
        assert_eq!(read_scan(&text), Some(("JZ-62", 2, 3)));
        for other in ["https://example.org/1/2", "LS:JZ-62:4/3", "LS::1/1", "LS:JZ-62:x/1"] {
            assert_eq!(read_scan(other), None, "{other} is not a page of ours");
        }
    }

    #[test]
    fn papers_survive_json() {
        for (name, paper) in samples::more::all() {
            let json = serde_json::to_string(&paper).unwrap();
            assert!(json.starts_with(&format!("{{\"kind\":\"{}\"", paper.kind().id())), "{name} is told apart by its kind");
            let back: Paper = serde_json::from_str(&json).unwrap();
            assert_eq!(back, paper, "{name} comes back the same");
        }
    }
}
