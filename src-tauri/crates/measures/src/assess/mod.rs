//! Where a case stands: its stage, every clock, what is missing, which acts are possible now and which are not and why.
//! Computed from the facts each time and never stored, so it cannot disagree with them. The screens draw it and decide
//! nothing.

mod acts;
mod allowed;
mod clocks;
mod gates;
mod path;
mod sentence;
mod stage;

pub use acts::{Impossible, Possible, tags};
pub use clocks::{Clock, Met};
pub use path::{Milestone, When};
pub use stage::{Stage, stage};

use crate::{Case, Facts, Finding, Instant, Item, Meeting};
use serde::{Deserialize, Serialize};

/// What lies beside the case and is not part of it: how many files it has, and the agenda item it waits for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    pub materials: u32,
    /// The present round's item without an outcome, with its meeting.
    pub item: Option<(&'a Meeting, &'a Item)>,
    /// Letters of this case issued but not yet served.
    pub unserved_papers: u32,
    /// The letter of the present decision is written and not issued yet.
    pub letter_drafted: bool,
}

/// Findings that stand before one gate: 受理前, 上会前, 报请复核前, 归档前.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gate {
    /// `acceptance`, `meeting`, `decision`, `letter`, `service`, `rereview`, `archive`.
    pub gate: String,
    pub zh: String,
    pub en: String,
    pub findings: Vec<Finding>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    pub stage: Stage,
    /// The activity may be carried out today: approved, not suspended, foreign approvals there.
    pub in_force: bool,
    /// The standing sentence.
    pub zh: String,
    pub en: String,
    pub clocks: Vec<Clock>,
    /// The clock that presses most, as an index into `clocks`.
    pub pressing: Option<u32>,
    pub missing: Vec<Gate>,
    pub possible: Vec<Possible>,
    pub impossible: Vec<Impossible>,
    pub path: Vec<Milestone>,
}

/// Where the case stands at `now`.
pub fn assess(facts: &Facts, case: &Case, beside: Beside, now: Instant) -> Standing {
    let stage = stage(facts, case, now);
    let clocks = clocks::clocks(facts, case, stage, now);
    let pressing = clocks::pressing(&clocks);
    let missing = gates::missing(facts, case, beside, stage);
    let (possible, impossible) = acts::acts(facts, case, beside, stage, now);
    let (zh, en) = sentence::sentence(facts, case, beside, stage, now);
    let path = path::path(facts, case, beside, stage, &clocks, now);
    Standing { stage, in_force: crate::m17_tracking::in_force(case), zh, en, clocks, pressing, missing, possible, impossible, path }
}

/// Every due date of a case without the rest: for lists of what is due.
pub fn clocks_of(facts: &Facts, case: &Case, now: Instant) -> Vec<Clock> {
    clocks::clocks(facts, case, stage(facts, case, now), now)
}
