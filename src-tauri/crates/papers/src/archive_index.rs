//! D44 卷内目录: what is in the file of one case, with pages (E6).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D44 卷内目录.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ArchiveIndex {
    pub imprint: Imprint,
    pub case: CaseRef,
    #[serde(default)]
    pub box_no: String,
    #[serde(default)]
    pub retention: String,
    pub entries: Vec<ArchiveEntry>,
    pub total_pages: u32,
    #[serde(default)]
    pub compiled_by: String,
}

/// One paper of the file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ArchiveEntry {
    pub title: String,
    #[serde(default)]
    pub number: String,
    /// 责任者.
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// 1-3.
    #[serde(default)]
    pub pages: String,
    #[serde(default)]
    pub note: String,
}
