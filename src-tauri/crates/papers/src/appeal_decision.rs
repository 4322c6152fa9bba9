//! D27 申诉处理决定书: each ground answered, the original decision replaced or upheld (M16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint, VoteSummary};

/// D27 申诉处理决定书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AppealDecision {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub decision_number: String,
    pub decision_date: NaiveDate,
    pub appeal_received: NaiveDate,
    pub reviewed: NaiveDate,
    pub occasion: String,
    pub grounds: Vec<Ground>,
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    /// True: the reasons are sufficient and a new decision replaces the old one.
    pub redecided: bool,
    /// The result, a full sentence.
    pub result: String,
    /// Effect on the original decision, a full sentence.
    pub effect: String,
    pub basis: String,
    #[serde(default)]
    pub signer: String,
}

/// One ground of the appeal and what was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ground {
    pub ground: String,
    pub finding: String,
}
