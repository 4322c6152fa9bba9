//! D20 延长审查期限告知书: the old last day, why, and the new one, which must be named (M16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D20 延长审查期限告知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ExtensionNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub accepted: NaiveDate,
    pub original_due: NaiveDate,
    /// 情况复杂, 需要补充、更正材料 …
    pub reason_kind: String,
    /// The facts, a full sentence.
    pub reason: String,
    pub new_due: NaiveDate,
    #[serde(default)]
    pub next_step: String,
    pub basis: String,
}
