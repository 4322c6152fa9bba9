//! 帮助: the page of a place, and 本软件的处理.

use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpView {
    pub topic: String,
    pub title_zh: String,
    pub title_en: String,
    /// Markdown.
    pub zh: String,
    pub en: String,
    pub topics: Vec<(String, String, String)>,
    pub readings: Vec<measures::readings::Reading>,
}
