//! Bodies outside this committee that review or re-review, and the review one of them does on the unit's commission
//! (M11, M12, E13).

use super::{DecisionKind, words};
use crate::Date;
use serde::{Deserialize, Serialize};

words! { BodyKind { ServiceCentre = "服务中心" / "service centre", OtherCommittee = "其他委员会" / "other committee" } }
words! {
    /// What a body offers on commission (M11).
    BodyService { Review = "审查" / "review", Rereview = "复核" / "re-review", Training = "培训" / "training", Consulting = "咨询" / "consulting" }
}
words! {
    /// Who tracks the activity once it is approved: Article 17 puts it on whoever reviewed, a commission may say otherwise.
    Tracker { ReviewingBody = "受托方" / "the commissioned body", Committee = "本委员会" / "this committee" }
}

/// A body in the committee's register of bodies.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideBody {
    pub id: String,
    pub kind: BodyKind,
    pub name: String,
    /// 统一社会信用代码; two names with one code are one body.
    #[serde(default)]
    pub credit_code: String,
    /// The locality or ministry that set it up, or the unit whose committee it is.
    #[serde(default)]
    pub set_up_by: String,
    pub services: Vec<BodyService>,
    /// Last day of the standing commission contract, when there is one.
    #[serde(default)]
    pub until: Option<Date>,
    #[serde(default)]
    pub contact: String,
}

/// A round reviewed by another body on the unit's commission.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commission {
    pub on: Date,
    /// Id in the register of bodies, and its name and code as they stood on that day.
    pub body: String,
    pub name: String,
    #[serde(default)]
    pub credit_code: String,
    /// Why this committee is not able to review it (M12).
    pub reason: String,
    /// The commission letter: its number, or its scan in the archive, or both.
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub letter: Option<String>,
    pub tracker: Tracker,
    /// What came back, in order: a preliminary opinion, the decision.
    #[serde(default)]
    pub results: Vec<OutsideResult>,
}

/// A decision of the commissioned body as it was received here.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideResult {
    pub kind: DecisionKind,
    /// The day the body decided.
    pub on: Date,
    pub number: String,
    pub received: Date,
    /// SHA-256 of the copy in the archive.
    #[serde(default)]
    pub file: Option<String>,
}
