//! 清单活动实施情况报告: what became in the year of each activity on the list (M30, E45). It goes with the annual report and is
//! a paper of its own; its chapters are set as that one's are.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::annual_report::{Chapter, body, cover};
use crate::make::{self, Layout, Sheet};
use crate::sheet::{Imprint, Letterhead};
use crate::wording::Values;

/// 清单活动实施情况报告.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListedReport {
    pub imprint: Imprint,
    pub year: i32,
    /// Day up to which the facts are told.
    pub as_of: NaiveDate,
    #[serde(default)]
    pub addressee: String,
    pub chapters: Vec<Chapter>,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["年度", "截止日期", "主送单位", "封面", "正文"];

impl Sheet for ListedReport {
    fn values(&self, head: &Letterhead) -> Values {
        Values::new()
            .number("年度", self.year)
            .date("截止日期", self.as_of)
            .text("主送单位", self.addressee.as_str())
            .blocks("封面", cover(&self.imprint, &format!("{}年度清单活动实施情况报告", self.year), head))
            .blocks("正文", body(&self.chapters))
            .blocks("落款", make::signature(head, &self.imprint, "", &head.committee))
    }

    fn layout(&self) -> Layout {
        Layout::Report
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        format!("{}年度需要开展科技伦理专家复核的人工智能科技活动实施情况报告", self.year)
    }
}
