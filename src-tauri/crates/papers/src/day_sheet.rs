//! 今日日程单: what is due today on one sheet, in the order of the screen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Row, Track};
use crate::sheet::{Imprint, Letterhead};
use crate::wording::Values;
use crate::wording::chinese_date;

/// 今日日程单.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DaySheet {
    pub date: NaiveDate,
    /// 星期四.
    pub weekday: String,
    pub secretary: String,
    /// The sentence on top of the day.
    #[serde(default)]
    pub summary: String,
    pub groups: Vec<DayGroup>,
    #[serde(default)]
    pub meeting: String,
}

/// 逾期, 今天到期, 有风险, 等待他人.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DayGroup {
    pub title: String,
    pub rows: Vec<DayRow>,
}

/// One duty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DayRow {
    /// 9月23日 or 逾期3天.
    pub due: String,
    pub what: String,
    /// Case number and person.
    pub who: String,
    #[serde(default)]
    pub article: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["日期", "星期", "秘书", "概要", "事项", "会议"];

impl Sheet for DaySheet {
    fn values(&self, _head: &Letterhead) -> Values {
        Values::new()
            .date("日期", self.date)
            .text("星期", self.weekday.as_str())
            .text("秘书", self.secretary.as_str())
            .text("概要", self.summary.as_str())
            .blocks("事项", self.groups.iter().flat_map(group).collect())
            .text("会议", self.meeting.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        None
    }

    fn subject(&self) -> String {
        format!("{}日程单", chinese_date(self.date))
    }
}

fn group(g: &DayGroup) -> Vec<Block> {
    if g.rows.is_empty() {
        return Vec::new();
    }
    let rows = g
        .rows
        .iter()
        .map(|r| {
            Row::new(vec![
                make::mid("□"),
                make::mid(r.due.as_str()),
                make::cell(r.what.as_str()),
                make::cell(r.who.as_str()),
                make::mid(r.article.as_str()),
            ])
            .height(24.0)
        })
        .collect();
    let tracks = vec![Track::Fixed(24.0), Track::Fixed(76.0), Track::Share(1.3), Track::Share(1.0), Track::Fixed(76.0)];
    let grid = make::table(tracks, &["办", "到期", "什么事", "哪一件、谁", "条文"], rows);
    vec![make::heading(&format!("{}（{}）", g.title, g.rows.len())), Block::Grid(grid)]
}
