//! 文书流转: which letter waits for whom; one paper; its wording.

use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperRow {
    pub id: String,
    pub kind: String,
    pub number: String,
    pub title: String,
    pub case: Option<String>,
    pub case_number: String,
    pub addressee: String,
    pub state: PaperState,
    pub steps: Vec<PaperStep>,
    pub done: Vec<StepDone>,
    pub next: Option<PaperStep>,
    /// The running clock of a letter: delivery target or last day of appeal.
    pub clock_zh: String,
    pub clock_en: String,
    pub due: Option<measures::clock::Due>,
    pub left: Option<measures::clock::Left>,
    pub dated: Option<Date>,
    pub void: Option<Voided>,
    pub replaces: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PapersView {
    pub zh: Vec<String>,
    pub en: Vec<String>,
    pub rows: Vec<PaperRow>,
    pub total: u32,
    /// print, sign, seal, scan, serve
    pub waiting: Vec<u32>,
    pub drafts: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperView {
    pub paper: FiledPaper,
    pub row: PaperRow,
    pub kind_zh: String,
    pub kind_en: String,
    /// The letter linter's findings; a Block keeps it from being issued.
    pub findings: Vec<Finding>,
    /// Words of the data that may be edited: field, label, present text, lines.
    pub fields: Vec<PaperField>,
    pub number_next: String,
    pub appeal: Option<measures::clock::Due>,
    pub pages: u32,
    /// Set when the page could not be made: what and why.
    pub failure: Option<crate::failure::Failure>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperField {
    pub key: String,
    pub zh: String,
    pub en: String,
    /// `line`, `text`, `list`
    pub form: String,
    pub value: serde_json::Value,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordingView {
    pub kind: String,
    pub zh: String,
    pub en: String,
    /// All kinds that have a wording, for the chooser.
    pub kinds: Vec<(String, String, String)>,
    pub shipped: String,
    pub own: Option<String>,
    pub placeholders: Vec<String>,
}
