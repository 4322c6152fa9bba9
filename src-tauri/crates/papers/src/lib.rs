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
pub mod host_designation;
pub mod kind;
pub mod meeting_notice;
pub mod minutes;
pub mod preliminary_opinion;
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
pub mod why_date;

pub use error::Error;
pub use fonts::Fonts;
pub use kind::{Kind, Paper};
pub use sheet::*;

/// Sets one paper. `wording` is the committee's own text for this kind; `None` takes the text that comes with the program.
pub fn set(
    paper: &Paper,
    _letterhead: &Letterhead,
    _wording: Option<&str>,
    _fonts: &Fonts,
) -> Result<Pdf, Error> {
    Err(Error::Write(format!("{}的版式尚未装配", paper.kind().id())))
}
