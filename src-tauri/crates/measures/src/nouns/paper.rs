//! A paper on file: draft, issued or void, and the way it went from the printer to its addressee. What it says
//! and how it looks belongs to the print shop; here is only what the record needs.

use super::{Delivery, words};
use crate::{Date, Instant};
use serde::{Deserialize, Serialize};

words! { PaperState { Draft = "草稿" / "draft", Issued = "已签发" / "issued", Void = "作废" / "void" } }
words! {
    /// The five steps of a letter; each is one column of 文书流转.
    PaperStep { Printed = "打印" / "printed", Signed = "签字" / "signed", Sealed = "盖章" / "sealed", Scanned = "扫描" / "scanned", Served = "送达" / "served" }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDone {
    pub step: PaperStep,
    pub on: Date,
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub copies: u32,
    /// SHA-256 of the scan.
    #[serde(default)]
    pub scan: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voided {
    pub on: Date,
    pub reason: String,
    #[serde(default)]
    pub replaced_by: Option<String>,
}

/// One paper. Issued bytes are frozen: they lie in the archive under `sha256` and print the same for ever.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FiledPaper {
    pub id: String,
    /// The print shop's name of the paper: `decision_letter`, `minutes`, …
    pub kind: String,
    pub title: String,
    #[serde(default)]
    pub addressee: String,
    #[serde(default)]
    pub case: Option<String>,
    #[serde(default)]
    pub round: Option<u32>,
    #[serde(default)]
    pub meeting: Option<String>,
    #[serde(default)]
    pub item: Option<String>,
    pub state: PaperState,
    /// Number in its series, once issued; never reused.
    #[serde(default)]
    pub serial: Option<u32>,
    /// As printed: 江大智伦〔2026〕62号.
    #[serde(default)]
    pub number: String,
    /// 成文日期
    #[serde(default)]
    pub dated: Option<Date>,
    #[serde(default)]
    pub issued_at: Option<Instant>,
    /// The data the page was made from, as the print shop takes it.
    pub data: serde_json::Value,
    /// The wording in force when issued, when the committee's own was used.
    #[serde(default)]
    pub wording: Option<String>,
    #[serde(default)]
    pub sha256: Option<String>,
    #[serde(default)]
    pub pages: u32,
    #[serde(default)]
    pub check_code: String,
    /// Journal entry count and head before this paper's own entry.
    #[serde(default)]
    pub journal_seq: u32,
    #[serde(default)]
    pub journal_head: String,
    /// Which of the five steps apply.
    pub steps: Vec<PaperStep>,
    #[serde(default)]
    pub done: Vec<StepDone>,
    #[serde(default)]
    pub served: Option<Delivery>,
    #[serde(default)]
    pub void: Option<Voided>,
    #[serde(default)]
    pub replaces: Option<String>,
}
