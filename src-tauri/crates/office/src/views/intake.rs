//! 收件: 23 elements, the notice that writes itself, and the gate to acceptance.

use super::case::ElementRow;
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntakeView {
    pub case: Case,
    pub number: String,
    pub zh: String,
    pub en: String,
    pub elements: Vec<ElementRow>,
    /// Files that have no element yet.
    pub loose: Vec<LooseFile>,
    pub present: u32,
    pub missing: u32,
    pub not_applicable: u32,
    pub unchecked: u32,
    /// The supplement notice as it would read, paragraph by paragraph.
    pub notice: Vec<String>,
    /// Last day for the applicant if served today.
    pub notice_due: Option<measures::clock::Due>,
    pub supplement: Vec<Finding>,
    pub acceptance: Vec<Finding>,
    pub proposal: measures::m13_acceptance::Proposal,
    pub conflicts: Vec<measures::e08_conflicts::Match>,
    /// Earlier applications with the same title or leader.
    pub similar: Vec<SimilarCase>,
    /// The three plain questions of the list (M21).
    pub list_questions: Vec<ListQuestion>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LooseFile {
    pub material: Material,
    /// Elements suggested by the file's name, best first.
    pub suggestions: Vec<Element>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SimilarCase {
    pub id: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub how_zh: String,
    pub how_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListQuestion {
    pub item: u32,
    pub zh: String,
    pub en: String,
}
