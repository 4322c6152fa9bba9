//! 恢复单: the groups that open the file when the passphrase is lost. Holds no case data and no number.

use serde::{Deserialize, Serialize};

/// 恢复单.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecoverySheet {
    /// 2026年5月11日9:40.
    pub made_at: String,
    pub made_by: String,
    /// Groups of four characters, sixteen in all.
    pub groups: Vec<String>,
    pub checksum: String,
    /// Which file it opens: its name and identity.
    #[serde(default)]
    pub file: String,
    /// How to open the file with common tools when the program is gone: steps, each a full sentence.
    #[serde(default)]
    pub without_program: Vec<String>,
}
