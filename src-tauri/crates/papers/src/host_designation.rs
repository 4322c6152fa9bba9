//! D8 指定副主任委员主持会议书: without it a vice-chair cannot preside (M14).

use serde::{Deserialize, Serialize};

use crate::sheet::Imprint;

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
