//! D21 转一般程序告知书: negative, doubtful or differing opinions move a case to the general procedure (M20).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D21 转一般程序告知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ConversionNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub accepted: NaiveDate,
    pub converted: NaiveDate,
    /// Why, a clause.
    pub reason: String,
    pub due: NaiveDate,
    #[serde(default)]
    pub next_step: String,
    pub basis: String,
}
