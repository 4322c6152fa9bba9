//! D8 指定副主任委员主持会议书: without it a vice-chair cannot preside (M14).

use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::sheet::{Imprint, Letterhead};
use crate::wording::Values;

/// D8 指定副主任委员主持会议书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HostDesignation {
    pub imprint: Imprint,
    pub vice_chair: String,
    /// What is to be presided over: 2026年第7次会议（2026年9月18日）.
    pub meeting: String,
    /// 第5项; empty for the whole meeting.
    #[serde(default)]
    pub items: String,
    pub reason: String,
    pub chair: String,
    pub basis: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["副主任委员", "会议", "议题", "事由", "主任委员", "依据"];

impl Sheet for HostDesignation {
    fn values(&self, head: &Letterhead) -> Values {
        make::signed(head, &self.imprint, "主任委员：")
            .text("副主任委员", self.vice_chair.as_str())
            .text("会议", self.meeting.as_str())
            .text("议题", self.items.as_str())
            // The wording itself begins with 因.
            .text("事由", self.reason.trim().trim_start_matches('因'))
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
        "指定副主任委员主持会议书".into()
    }
}
