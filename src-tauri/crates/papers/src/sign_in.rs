//! D11 签到表: who came, by which way, from when to when, with room to sign (M14, E16).

use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Row, Track};
use crate::sheet::{Imprint, Letterhead, MeetingRef};
use crate::wording::Values;

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

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["概况", "委员表", "顾问表", "秘书表", "申请人表", "委员人数"];

impl Sheet for SignIn {
    fn values(&self, _head: &Letterhead) -> Values {
        make::meeting(&self.meeting)
            .blocks("概况", vec![crate::agenda::meeting_facts(&self.meeting)])
            .blocks("委员表", sheet("类别", &self.members))
            .blocks("顾问表", sheet("领域", &self.advisers))
            .blocks("秘书表", sheet("职务", &self.secretaries))
            .blocks("申请人表", sheet("议题", &self.applicants))
            .number("委员人数", self.members.len() as i64)
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        format!("{}签到表", self.meeting.title)
    }
}

fn sheet(category: &str, rows: &[SignInRow]) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let lines = rows
        .iter()
        .enumerate()
        .map(|(i, r)| {
            let unit = if r.external { format!("{}（非本单位）", r.unit) } else { r.unit.clone() };
            let way = if r.way.is_empty() { "□现场 □视频" } else { &r.way };
            Row::new(vec![
                make::mid((i + 1).to_string()),
                make::mid(r.name.as_str()),
                make::mid(r.gender.as_str()),
                make::mid(r.category.as_str()),
                make::cell(unit),
                make::mid(way),
                make::mid(r.came.as_str()),
                make::mid(r.left.as_str()),
                make::mid(""),
            ])
            .height(30.0)
        })
        .collect();
    let tracks = vec![
        Track::Fixed(26.0),
        Track::Fixed(66.0),
        Track::Fixed(30.0),
        Track::Fixed(36.0),
        Track::Share(1.0),
        Track::Fixed(48.0),
        Track::Fixed(42.0),
        Track::Fixed(42.0),
        Track::Fixed(76.0),
    ];
    let mut grid = make::table(tracks, &["序", "姓名", "性别", category, "单位", "到会方式", "到会", "离会", "签名"], lines);
    grid.after = 4.0;
    vec![Block::Grid(grid)]
}
