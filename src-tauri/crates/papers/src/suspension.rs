//! D32 暂停、终止科技活动决定书: facts, scope, measures and the way back (M17, E19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::{CaseRef, Imprint, VoteSummary};

/// D32 暂停、终止科技活动决定书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Suspension {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub leader: String,
    /// True ends the activity, false suspends it.
    pub ends: bool,
    pub decided: NaiveDate,
    pub occasion: String,
    /// The facts found, each a full sentence.
    pub facts: Vec<String>,
    pub scope: String,
    /// From when: 自送达之日起.
    pub effective: String,
    /// For participants, data and systems, each a full sentence.
    pub measures: Vec<String>,
    /// Conditions and procedure of resumption, a full sentence; empty when the activity ends.
    #[serde(default)]
    pub resumption: String,
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    #[serde(default)]
    pub appeal: Option<String>,
    pub basis: String,
    #[serde(default)]
    pub signer: String,
    #[serde(default)]
    pub copies: Vec<String>,
}
