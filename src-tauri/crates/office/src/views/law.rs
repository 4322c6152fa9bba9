//! 条款—证据对照: each article with the evidence on file and the gaps; and one article's text.

use measures::{Cite, Finding, Verdict};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub zh: String,
    pub en: String,
    pub n: u32,
    pub place: String,
    pub rows: Vec<super::report::ListRow>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    pub finding: Finding,
    pub place: String,
    pub id: String,
    pub title: String,
    pub act: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleLine {
    pub cite: Cite,
    pub zh: String,
    pub en: String,
    pub title_zh: String,
    pub title_en: String,
    pub lamp: Verdict,
    /// Nothing of this article has arisen yet.
    pub not_arisen: bool,
    pub gaps: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LawView {
    pub zh: String,
    pub en: String,
    pub lines: Vec<ArticleLine>,
    pub gaps: Vec<Gap>,
    pub official_measures: bool,
    pub official_ethics: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleView {
    pub cite: Cite,
    pub zh: String,
    pub en: String,
    /// Own summary of the duties, marked 归纳，非原文.
    pub summary_zh: String,
    pub summary_en: String,
    /// The official text, when the committee has imported it.
    pub official: Option<String>,
    pub evidence: Vec<Evidence>,
    pub gaps: Vec<Gap>,
    /// Open readings that touch it: 本软件的处理.
    pub readings: Vec<measures::readings::Reading>,
}
