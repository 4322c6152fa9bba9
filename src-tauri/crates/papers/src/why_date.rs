//! 时限计算说明: how one legal day was counted, for the applicant or an inspector (M33).

use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Grid, Month, Row, Track};
pub use crate::sheet::DayMark;
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// 时限计算说明.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WhyDate {
    #[serde(default)]
    pub case: Option<CaseRef>,
    /// What the day is: 申诉期限的最后一日.
    pub subject: String,
    /// The day itself, ready: 2026年2月25日.
    pub day: String,
    /// The counting aloud.
    pub sentence: String,
    /// 起点, 期限, 数法, 日历 … with their texts.
    pub steps: Vec<Step>,
    #[serde(default)]
    pub months: Vec<MonthGrid>,
    /// The same span counted the other way.
    #[serde(default)]
    pub compare: String,
    /// Printed on.
    #[serde(default)]
    pub printed: String,
}

/// One line of the working.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub label: String,
    pub text: String,
}

/// One month of the calendar with the marks that matter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthGrid {
    pub year: i32,
    pub month: u32,
    pub marks: Vec<DayMark>,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] =
    &["案号", "活动名称", "负责人", "承担单位", "有案件", "事项", "日子", "数法", "步骤", "月历", "对照", "打印日期"];

impl Sheet for WhyDate {
    fn values(&self, _head: &Letterhead) -> Values {
        let none = CaseRef::default();
        make::case(self.case.as_ref().unwrap_or(&none))
            .flag("有案件", self.case.is_some())
            .text("事项", self.subject.as_str())
            .text("日子", self.day.as_str())
            .text("数法", self.sentence.as_str())
            .blocks("步骤", vec![self.table()])
            .blocks("月历", self.months.iter().map(month).collect())
            .text("对照", self.compare.as_str())
            .text("打印日期", self.printed.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        None
    }

    fn subject(&self) -> String {
        format!("时限计算说明：{}", self.subject)
    }
}

fn month(m: &MonthGrid) -> Block {
    Block::Month(Month { year: m.year, month: m.month, marks: m.marks.clone() })
}

impl WhyDate {
    fn table(&self) -> Block {
        let rows =
            self.steps.iter().map(|s| Row::new(vec![make::label(s.label.as_str()), make::cell(s.text.as_str())]).height(24.0)).collect();
        let mut grid = Grid::new(vec![Track::Fixed(64.0), Track::Share(1.0)], 0, rows);
        grid.before = 6.0;
        Block::Grid(grid)
    }
}
