//! What a paper is about.

use measures::FiledPaper;
use serde::{Deserialize, Serialize};

/// The round is the case's present one when left out; the member may also be an adviser.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    pub case: Option<String>,
    pub round: Option<u32>,
    pub meeting: Option<String>,
    pub item: Option<String>,
    pub member: Option<String>,
}
impl About {
    pub fn case(id: &str) -> Self {
        About { case: Some(id.into()), ..About::default() }
    }
    pub fn round(id: &str, round: u32) -> Self {
        About { case: Some(id.into()), round: Some(round), ..About::default() }
    }
    pub fn meeting(id: &str) -> Self {
        About { meeting: Some(id.into()), ..About::default() }
    }
    pub fn item(id: &str) -> Self {
        About { item: Some(id.into()), ..About::default() }
    }
    pub fn of(paper: &FiledPaper) -> Self {
        About {
            case: paper.case.clone(),
            round: paper.round,
            meeting: paper.meeting.clone(),
            item: paper.item.clone(),
            member: paper.data["about"]["member"].as_str().map(str::to_string),
        }
    }
}
