//! D7 简易程序审查委员指定书: the chair names two or more members (M20).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Row, Track};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D7 简易程序审查委员指定书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DesignationSlip {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// Ground of M19, a clause.
    pub ground: String,
    pub reviewers: Vec<Reviewer>,
    /// Opinions asked for by.
    #[serde(default)]
    pub opinions_by: Option<NaiveDate>,
    pub chair: String,
    pub basis: String,
}

/// A designated member.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reviewer {
    pub name: String,
    pub category: String,
    /// Result of the interest check: 无利益冲突.
    pub interests: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] =
    &["适用情形", "审查委员", "审查委员.姓名", "审查委员.类别", "审查委员.利益冲突核查", "委员表", "提交限期", "主任委员", "依据"];

impl Sheet for DesignationSlip {
    fn values(&self, head: &Letterhead) -> Values {
        let rows = self
            .reviewers
            .iter()
            .enumerate()
            .map(|(i, r)| {
                Row::new(vec![
                    make::mid((i + 1).to_string()),
                    make::mid(r.name.as_str()),
                    make::mid(r.category.as_str()),
                    make::cell(r.interests.as_str()),
                ])
                .height(26.0)
            })
            .collect();
        let tracks = vec![Track::Fixed(44.0), Track::Fixed(120.0), Track::Fixed(70.0), Track::Share(1.0)];
        let mut grid = make::table(tracks, &["序号", "姓名", "类别", "利益冲突核查"], rows);
        grid.before = 8.0;
        grid.after = 8.0;
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, "主任委员："))
            .text("适用情形", self.ground.as_str())
            .list("审查委员", &self.reviewers, |r| {
                Values::new().text("姓名", r.name.as_str()).text("类别", r.category.as_str()).text("利益冲突核查", r.interests.as_str())
            })
            .blocks("委员表", vec![Block::Grid(grid)])
            .date("提交限期", self.opinions_by)
            .text("主任委员", self.chair.as_str())
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "简易程序审查委员指定书".into()
    }
}
