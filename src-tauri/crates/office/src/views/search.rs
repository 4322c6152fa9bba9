//! One box over everything: cases, papers, people, minutes, materials, acts, articles.

use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchHit {
    /// `case`, `paper`, `member`, `meeting`, `material`, `article`, `act`, `place`
    pub kind: String,
    pub id: String,
    pub title: String,
    pub detail: String,
    /// How it was found: `字`, `拼音`, `首字母`.
    pub how: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchGroup {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub hits: Vec<SearchHit>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    pub text: String,
    pub groups: Vec<SearchGroup>,
}
