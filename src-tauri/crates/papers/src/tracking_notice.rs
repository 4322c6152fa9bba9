//! D28 跟踪审查通知书: what to hand in, for which period, by when (M17, M25, E19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint};

/// D28 跟踪审查通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TrackingNotice {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub leader: String,
    pub decision_number: String,
    pub decision_date: NaiveDate,
    pub period_from: NaiveDate,
    pub period_to: NaiveDate,
    /// Day the tracking review is due.
    pub due: NaiveDate,
    pub submit_by: NaiveDate,
    pub materials: Vec<String>,
    pub basis: String,
}
