//! What a person is told when something could not be done: what happened, to what, what next, and a code that can be
//! read over the telephone. The page branches on `kind`, never on words.

use measures::Finding;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The law stands in the way; `findings` says how.
    Blocked,
    /// Passes with a typed reason for each `Ask` in `findings`.
    NeedsReason,
    /// Something typed is wrong; `field` names it.
    Invalid,
    NotFound,
    /// No file is open, or it is locked.
    Locked,
    WrongPassphrase,
    Damaged,
    NewerVersion,
    Busy,
    /// Long work that was asked to stop and did.
    Stopped,
    Io,
    /// A paper cannot be set: a missing glyph, an unknown placeholder.
    Paper,
    Bug,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{zh} {code}")]
pub struct Failure {
    /// LS-xnn
    pub code: String,
    pub kind: FailureKind,
    pub zh: String,
    pub en: String,
    #[serde(default)]
    pub way_zh: String,
    #[serde(default)]
    pub way_en: String,
    #[serde(default)]
    pub findings: Vec<Finding>,
    #[serde(default)]
    pub field: String,
}

impl Failure {
    pub fn new(code: &str, kind: FailureKind, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Failure {
            code: code.into(),
            kind,
            zh: zh.into(),
            en: en.into(),
            way_zh: String::new(),
            way_en: String::new(),
            findings: vec![],
            field: String::new(),
        }
    }
    pub fn way(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.way_zh = zh.into();
        self.way_en = en.into();
        self
    }
    /// Something typed is wrong; the sentence names what and the field where.
    pub fn invalid(field: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Failure { field: field.into(), ..Self::new("LS-V01", FailureKind::Invalid, zh, en) }
    }
    pub fn not_found(kind: &str, id: &str) -> Self {
        Self::new("LS-V02", FailureKind::NotFound, format!("找不到{}“{id}”。", kind_zh(kind)), format!("No {kind} “{id}”."))
    }
    pub fn bug(what: impl std::fmt::Display) -> Self {
        Self::new(
            "LS-Z01",
            FailureKind::Bug,
            format!("程序内部出错：{what}。已经存上的没有受影响。"),
            format!("Internal error: {what}. What was saved is unaffected."),
        )
    }
    /// Nothing is written: the law stands in the way.
    pub fn blocked(findings: Vec<Finding>) -> Self {
        let first = findings.iter().find(|f| f.blocks()).cloned();
        let (zh, en, way_zh, way_en) = first.map(|f| (f.zh, f.en, f.way_zh, f.way_en)).unwrap_or_default();
        Failure { way_zh, way_en, findings, ..Self::new("LS-L01", FailureKind::Blocked, zh, en) }
    }
    pub fn needs_reason(findings: Vec<Finding>) -> Self {
        let first = findings.iter().find(|f| f.verdict == measures::Verdict::Ask).cloned();
        let (zh, en) = first.map(|f| (f.zh, f.en)).unwrap_or_default();
        Failure { findings, ..Self::new("LS-L02", FailureKind::NeedsReason, zh, en) }
    }
    pub fn closed() -> Self {
        Self::new("LS-F01", FailureKind::Locked, "还没有打开委员会文件。", "No committee file is open.")
            .way("先打开或建立一个。", "Open or create one first.")
    }
}

fn kind_zh(kind: &str) -> &str {
    match kind {
        "case" => "案件",
        "meeting" => "会议",
        "item" => "议题",
        "member" => "委员",
        "paper" => "文书",
        "material" => "材料",
        "adviser" => "顾问专家",
        "complaint" => "投诉举报",
        "committee" => "委员会",
        "packet" => "阅会包",
        "reader" => "钥匙",
        "opinion" => "意见",
        "blob" => "文件内容",
        other => other,
    }
}

/// A sentence in two languages on two lines (or parted by ` / `), as the other rooms write them.
fn two(text: &str, part: &str) -> (String, String) {
    let (zh, en) = text.split_once(part).unwrap_or((text, text));
    (zh.trim().to_string(), en.trim().to_string())
}

impl From<store::Error> for Failure {
    fn from(e: store::Error) -> Self {
        use store::Error as E;
        let (zh, en) = two(&e.to_string(), "\n");
        let (code, kind) = match e {
            E::NotThere { .. } => ("LS-D01", FailureKind::NotFound),
            E::WrongPassphrase | E::WrongRecovery { .. } => ("LS-D03", FailureKind::WrongPassphrase),
            E::ShortPassphrase => ("LS-D04", FailureKind::Invalid),
            E::Exists { .. } => ("LS-D05", FailureKind::Invalid),
            E::Damaged { .. } | E::SchemaDiffers { .. } | E::Unreadable { .. } => ("LS-D02", FailureKind::Damaged),
            E::NewerVersion { .. } => ("LS-D06", FailureKind::NewerVersion),
            E::Busy { .. } => ("LS-D07", FailureKind::Busy),
            E::NotFound { .. } => ("LS-V02", FailureKind::NotFound),
            E::BadSnapshot { .. } => ("LS-B08", FailureKind::Io),
            E::ReadOnly { .. } | E::Full | E::Stopped | E::InTheWay { .. } | E::Io { .. } => ("LS-B07", FailureKind::Io),
            E::Cancelled => ("LS-B09", FailureKind::Stopped),
            E::NothingRecorded => ("LS-V03", FailureKind::Invalid),
            E::UnknownKind { .. } | E::UnknownColumn { .. } | E::NotCanonical { .. } | E::NotAProjection | E::Sql(_) => {
                ("LS-D09", FailureKind::Bug)
            }
        };
        Failure::new(code, kind, zh, en)
    }
}

impl From<papers::Error> for Failure {
    fn from(e: papers::Error) -> Self {
        let (zh, en) = two(&e.to_string(), " / ");
        let code = match e {
            papers::Error::MissingGlyph { .. } => "LS-F03",
            papers::Error::UnknownPlaceholder { .. } | papers::Error::Wording { .. } => "LS-F04",
            papers::Error::MissingFont { .. } | papers::Error::BrokenFont { .. } => "LS-F02",
            papers::Error::Stopped => return Failure::new("LS-B09", FailureKind::Stopped, zh, en),
            _ => "LS-F01",
        };
        Failure::new(code, FailureKind::Paper, zh, en)
    }
}

impl From<exchange::packet::Error> for Failure {
    fn from(e: exchange::packet::Error) -> Self {
        use exchange::packet::Error as E;
        let kind = match e {
            E::WrongPassphrase => FailureKind::WrongPassphrase,
            E::Truncated | E::Altered { .. } | E::Malformed { .. } => FailureKind::Damaged,
            E::TooNew { .. } => FailureKind::NewerVersion,
            E::NotThere { .. } => FailureKind::NotFound,
            E::Cancelled => FailureKind::Stopped,
            E::Full { .. } | E::Io { .. } => FailureKind::Io,
            E::NotAPacket | E::NotAReturn | E::TooOld { .. } | E::OtherCommittee { .. } | E::OtherRecipient { .. } => FailureKind::Invalid,
            E::OtherPacket | E::TooHard { .. } | E::TooLarge { .. } | E::Changed { .. } => FailureKind::Invalid,
        };
        Failure::new(e.code(), kind, e.zh(), e.en()).way(e.way_zh(), e.way_en())
    }
}
