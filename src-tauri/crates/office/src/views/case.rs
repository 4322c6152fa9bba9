//! One case: where it stands, what it lacks, what may be done now.

use measures::*;
use serde::{Deserialize, Serialize};

/// A paper in a list.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperLine {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub number: String,
    pub state: PaperState,
    pub dated: Option<Date>,
    /// The step it waits for, if issued and on its way.
    pub next: Option<PaperStep>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ElementRow {
    pub element: Element,
    pub zh: String,
    pub en: String,
    pub basis: Vec<Cite>,
    /// Must be there for this case; when not, why.
    pub needed: bool,
    pub why_zh: String,
    pub why_en: String,
    /// The verdict at the formal check, if given.
    pub check: Option<Check>,
    /// Text typed in the application for it.
    pub text: String,
    pub materials: Vec<Material>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseView {
    pub case: Case,
    /// As printed, with the present round's suffix.
    pub number: String,
    pub standing: measures::assess::Standing,
    pub elements: Vec<ElementRow>,
    pub materials: Vec<Material>,
    pub papers: Vec<PaperLine>,
    /// The agenda items of all rounds: meeting number, day, order, outcome.
    pub items: Vec<CaseItem>,
    pub conflicts: Vec<measures::e08_conflicts::Match>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub names: std::collections::BTreeMap<String, String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseItem {
    pub item: String,
    pub meeting: String,
    pub meeting_no: u32,
    pub day: Date,
    pub order: u32,
    pub outcome_zh: String,
    pub outcome_en: String,
}
