//! Before a file is open, and the frame round every page.

use measures::{Date, Instant};
use serde::{Deserialize, Serialize};

/// A committee file found on this machine.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundFile {
    /// Folder name; what `open` takes.
    pub name: String,
    pub committee: String,
    pub last_used: Option<Instant>,
    pub demo: bool,
}

/// Something the computer shows before anything is typed: clock, folder, fonts, disk.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// `fine`, `ask`, `block`
    pub lamp: String,
    pub zh: String,
    pub en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartView {
    pub open: bool,
    pub files: Vec<FoundFile>,
    pub conditions: Vec<Condition>,
    pub now: Instant,
    pub version: String,
}

/// A number beside a place in the navigation; `red` stands first and is the overdue count.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceCount {
    pub place: String,
    pub red: u32,
    pub open: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrameView {
    pub committee: String,
    pub secretary: String,
    pub demo: bool,
    pub read_only: bool,
    pub now: Instant,
    pub today: Date,
    pub counts: Vec<PlaceCount>,
    pub journal: u32,
    /// The head of the chain, 64 hex digits.
    pub head: String,
    pub backup: BackupLamp,
    pub language: String,
    pub lock_minutes: u32,
    /// What opening the file found: clock set back, stale head, unclean exit, sync folder.
    pub notices: Vec<Condition>,
    /// Projector-safe facts for search and lists are unaffected; a file name for the window title.
    pub file: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BackupLamp {
    /// `fine`, `ask`, `block`
    pub lamp: String,
    pub zh: String,
    pub en: String,
    pub snapshot: Option<Instant>,
    pub second_copy: Option<Instant>,
}
