//! D32 暂停、终止科技活动决定书: facts, scope, measures and the way back (M17, E19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{CaseRef, Imprint, Letterhead, VoteSummary};
use crate::wording::Values;

/// D32 暂停、终止科技活动决定书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Suspension {
    pub imprint: Imprint,
    pub case: CaseRef,
    pub leader: String,
    /// True ends the activity, false suspends it.
    pub ends: bool,
    pub decided: NaiveDate,
    pub occasion: String,
    /// The facts found, each a full sentence.
    pub facts: Vec<String>,
    pub scope: String,
    /// From when: 自送达之日起.
    pub effective: String,
    /// For participants, data and systems, each a full sentence.
    pub measures: Vec<String>,
    /// Conditions and procedure of resumption, a full sentence; empty when the activity ends.
    #[serde(default)]
    pub resumption: String,
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    #[serde(default)]
    pub appeal: Option<String>,
    pub basis: String,
    #[serde(default)]
    pub signer: String,
    #[serde(default)]
    pub copies: Vec<String>,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "收件人",
    "终止",
    "决定日期",
    "审查场合",
    "事实",
    "事实.内容",
    "范围",
    "生效",
    "措施",
    "措施.内容",
    "恢复条件",
    "申诉期",
    "依据",
    "抄送",
];

impl Sheet for Suspension {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case)
            .and(make::signed(head, &self.imprint, &make::post(&self.signer)))
            .and(make::vote(self.vote.as_ref()))
            .text("收件人", self.leader.as_str())
            .flag("终止", self.ends)
            .date("决定日期", self.decided)
            .text("审查场合", self.occasion.as_str())
            .texts("事实", &make::sentences(&self.facts))
            .text("范围", self.scope.as_str())
            .text("生效", self.effective.as_str())
            .texts("措施", &make::sentences(&self.measures))
            .text("恢复条件", self.resumption.as_str())
            .text("申诉期", self.appeal.as_deref().unwrap_or_default())
            .text("依据", self.basis.as_str())
            .text("抄送", self.copies.join("，"))
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        if self.ends { "终止科技活动决定书".into() } else { "暂停科技活动决定书".into() }
    }
}
