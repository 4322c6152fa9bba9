//! D26 申诉受理、不予受理通知书: in time or not, and why (M16, E18).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D26 申诉受理、不予受理通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AppealNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    /// Accepted or not.
    pub accepted: bool,
    pub appeal_received: NaiveDate,
    pub decision_number: String,
    pub served: NaiveDate,
    /// Last day of the appeal as computed.
    pub last_day: NaiveDate,
    /// Why, a full sentence.
    #[serde(default)]
    pub reason: String,
    /// Day by which a new decision is due if the reasons are sufficient.
    #[serde(default)]
    pub decide_by: Option<NaiveDate>,
    pub basis: String,
}
