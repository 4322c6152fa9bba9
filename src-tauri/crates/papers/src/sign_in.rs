//! D11 签到表: who came, by which way, from when to when, with room to sign (M14, E16).

use serde::{Deserialize, Serialize};

use crate::sheet::{Imprint, MeetingRef};

/// D11 签到表.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SignIn {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    pub members: Vec<SignInRow>,
    #[serde(default)]
    pub advisers: Vec<SignInRow>,
    #[serde(default)]
    pub secretaries: Vec<SignInRow>,
    #[serde(default)]
    pub applicants: Vec<SignInRow>,
}

/// One line of the sheet. Times and way stay empty on the sheet that is signed by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SignInRow {
    pub name: String,
    #[serde(default)]
    pub gender: String,
    /// 技术, 应用, 伦理, 法律; for an applicant the item number.
    #[serde(default)]
    pub category: String,
    #[serde(default)]
    pub unit: String,
    /// Not of the unit that set up the committee.
    #[serde(default)]
    pub external: bool,
    /// 现场, 视频, 请假.
    #[serde(default)]
    pub way: String,
    #[serde(default)]
    pub came: String,
    #[serde(default)]
    pub left: String,
}
