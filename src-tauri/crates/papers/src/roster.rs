//! 委员名册: who is the committee on a given day (M10, E7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Row, Track};
use crate::sheet::{Imprint, Letterhead};
use crate::wording::Values;
use crate::wording::chinese_date;

/// 委员名册.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    pub imprint: Imprint,
    pub as_of: NaiveDate,
    pub members: Vec<RosterRow>,
    /// What the composition amounts to, a full sentence.
    #[serde(default)]
    pub statement: String,
}

/// One member.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RosterRow {
    pub name: String,
    pub gender: String,
    /// 主任委员, 副主任委员, 委员.
    pub role: String,
    pub category: String,
    pub unit: String,
    #[serde(default)]
    pub external: bool,
    #[serde(default)]
    pub title: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "名册日期",
    "人数",
    "委员",
    "委员.姓名",
    "委员.性别",
    "委员.职务",
    "委员.类别",
    "委员.单位",
    "委员.职称",
    "委员.任期起",
    "委员.任期止",
    "名册",
    "组成说明",
];

impl Sheet for Roster {
    fn values(&self, head: &Letterhead) -> Values {
        Values::new()
            .date("名册日期", self.as_of)
            .number("人数", self.members.len() as i64)
            .list("委员", &self.members, |m| {
                Values::new()
                    .text("姓名", m.name.as_str())
                    .text("性别", m.gender.as_str())
                    .text("职务", m.role.as_str())
                    .text("类别", m.category.as_str())
                    .text("单位", m.unit.as_str())
                    .text("职称", m.title.as_str())
                    .date("任期起", m.from)
                    .date("任期止", m.to)
            })
            .blocks("名册", vec![self.table()])
            .text("组成说明", self.statement.as_str())
            .blocks("落款", make::signature(head, &self.imprint, "", &head.committee))
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "委员名册".into()
    }
}

impl Roster {
    fn table(&self) -> Block {
        let rows = self
            .members
            .iter()
            .enumerate()
            .map(|(i, m)| {
                let unit = if m.external { format!("{}（非本单位）", m.unit) } else { m.unit.clone() };
                Row::new(vec![
                    make::mid((i + 1).to_string()),
                    make::mid(m.name.as_str()),
                    make::mid(m.gender.as_str()),
                    make::mid(m.role.as_str()),
                    make::mid(m.category.as_str()),
                    make::cell(unit),
                    make::mid(m.title.as_str()),
                    make::mid(format!("{}至\n{}", chinese_date(m.from), chinese_date(m.to))),
                ])
                .height(34.0)
            })
            .collect();
        let tracks = vec![
            Track::Fixed(26.0),
            Track::Fixed(64.0),
            Track::Fixed(30.0),
            Track::Fixed(66.0),
            Track::Fixed(36.0),
            Track::Share(1.0),
            Track::Fixed(58.0),
            Track::Fixed(92.0),
        ];
        let mut grid = make::table(tracks, &["序", "姓名", "性别", "职务", "类别", "单位", "职称", "任期"], rows);
        grid.after = 10.0;
        Block::Grid(grid)
    }
}
