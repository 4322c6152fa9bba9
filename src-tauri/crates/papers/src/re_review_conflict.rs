//! The unit's letter to the authority when whoever carries out the re-review also did the review (M11), or when somebody
//! of our own committee sits on its panel (E28). It says what was found and asks for another; it decides nothing.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// 关于专家复核回避事项的函.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReReviewConflict {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub authority: String,
    /// The day the application was sent, and the number of the letter it went with.
    pub sent: NaiveDate,
    #[serde(default)]
    pub request_number: String,
    /// Who did the review and was to do the re-review too; blank when that is not so.
    #[serde(default)]
    pub body: String,
    /// Each with what the person is or was on the committee: 方慎行（本委员会现任委员）.
    #[serde(default)]
    pub members: Vec<String>,
    pub basis: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["主送单位", "报请日期", "报请文号", "承担单位", "委员", "依据"];

impl Sheet for ReReviewConflict {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .blocks("落款", make::signature(head, &self.imprint, "", &head.unit))
            .text("主送单位", self.authority.as_str())
            .date("报请日期", self.sent)
            .text("报请文号", self.request_number.as_str())
            .text("承担单位", self.body.as_str())
            .text("委员", self.members.join("、"))
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::UnitLetter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "关于科技伦理专家复核回避事项的函".into()
    }
}
