//! D25 送达回证: which paper reached whom, how, when and where; the appeal runs from here (M16).

use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D25 送达回证.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ServiceReceipt {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// 送达文书 with its number.
    pub document_title: String,
    pub document_number: String,
    #[serde(default)]
    pub copies: u32,
    pub addressee: String,
    #[serde(default)]
    pub address: String,
    /// Ways offered on the form: 直接送交, 邮寄, 电子送达 …
    pub ways: Vec<String>,
    /// The way taken, one of `ways`; empty on a blank form.
    #[serde(default)]
    pub way: String,
    #[serde(default)]
    pub served_at: String,
    #[serde(default)]
    pub receiver: String,
    #[serde(default)]
    pub server: String,
    /// Refusal, receipt by another person and the like.
    #[serde(default)]
    pub remark: String,
    /// The computed last day of appeal, a full sentence; empty on a blank form.
    #[serde(default)]
    pub appeal_note: String,
}
