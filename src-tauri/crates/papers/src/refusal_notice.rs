//! D5 不予受理通知书: not accepted, why, and where to turn instead (M13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D5 不予受理通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RefusalNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub received: NaiveDate,
    pub decided: NaiveDate,
    /// Reasons, each a full sentence.
    pub reasons: Vec<String>,
    /// Where to apply instead, a full sentence; empty when there is no such place.
    #[serde(default)]
    pub instead: String,
    /// How to object, a full sentence; empty leaves it out.
    #[serde(default)]
    pub objection: String,
    pub basis: String,
}
