//! D27 申诉处理决定书: each ground answered, the original decision replaced or upheld (M16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead, VoteSummary};
use crate::wording::Values;

/// D27 申诉处理决定书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AppealDecision {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub applicant: String,
    pub decision_number: String,
    pub decision_date: NaiveDate,
    pub appeal_received: NaiveDate,
    pub reviewed: NaiveDate,
    pub occasion: String,
    pub grounds: Vec<Ground>,
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    /// True: the reasons are sufficient and a new decision replaces the old one.
    pub redecided: bool,
    /// The result, a full sentence.
    pub result: String,
    /// Effect on the original decision, a full sentence.
    pub effect: String,
    pub basis: String,
    #[serde(default)]
    pub signer: String,
}

/// One ground of the appeal and what was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ground {
    pub ground: String,
    pub finding: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "申请人",
    "决定文号",
    "原决定日期",
    "申诉日期",
    "审查日期",
    "审查场合",
    "申诉理由",
    "申诉理由.理由",
    "申诉理由.认定",
    "重新决定",
    "结果",
    "效力",
    "依据",
];

impl Sheet for AppealDecision {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, &make::post(&self.signer)))
            .and(make::vote(self.vote.as_ref()))
            .text("申请人", self.applicant.as_str())
            .text("决定文号", self.decision_number.trim_end_matches("决定书"))
            .date("原决定日期", self.decision_date)
            .date("申诉日期", self.appeal_received)
            .date("审查日期", self.reviewed)
            .text("审查场合", self.occasion.trim_start_matches('由'))
            .list("申诉理由", &self.grounds, |g| {
                Values::new().text("理由", make::sentence(&g.ground)).text("认定", make::sentence(&g.finding))
            })
            .flag("重新决定", self.redecided)
            .text("结果", make::sentence(&self.result))
            .text("效力", make::sentence(&self.effect))
            .text("依据", self.basis.as_str())
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        if self.redecided { "重新审查决定书".into() } else { "维持原审查决定告知书".into() }
    }
}
