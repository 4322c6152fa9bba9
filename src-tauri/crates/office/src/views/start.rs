//! Before a file is open, and the frame round every page.

use crate::failure::Failure;
use crate::office::{Office, Places};
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

/// What can be said before anything is typed.
pub fn build(office: &Office, now: Instant) -> StartView {
    StartView {
        open: office.open.is_some(),
        files: Office::found_files(&office.places),
        conditions: conditions(&office.places, now),
        now,
        version: env!("CARGO_PKG_VERSION").into(),
    }
}

/// The computer as it shows itself: the folder, the fonts, the holiday notices that came with the program. The clock is
/// checked against the file when one is opened.
fn conditions(places: &Places, now: Instant) -> Vec<Condition> {
    let say = |lamp: &str, zh: String, en: String| Condition { lamp: lamp.into(), zh, en };
    let mut out = Vec::new();
    let data = places.data.display();
    let there = places.data.ancestors().find(|p| p.exists());
    let writable = there.and_then(|p| p.metadata().ok()).is_some_and(|m| !m.permissions().readonly());
    out.push(match (writable, store::sync_folder(&places.data)) {
        (false, _) => say(
            "block",
            format!("不能在{data}写入。换一个文件夹，或请管理员放开权限。"),
            format!("{data} cannot be written to. Choose another folder or ask for permission."),
        ),
        (true, Some(who)) => say(
            "ask",
            format!("数据放在{who}里：两台电脑可能各写一份。请换到本机普通文件夹。"),
            format!("The data lie in a folder synchronised by {who}; two computers could each write their own. Choose an ordinary folder."),
        ),
        (true, None) => {
            say("fine", format!("数据只存在本机：{data}，没有同步。"), format!("The data stay on this machine: {data}, not synchronised."))
        }
    });
    out.push(match papers::Fonts::open(&places.assets.join("fonts")) {
        Ok(_) => say("fine", "印文书的字体齐全。".into(), "The faces for papers are all there.".into()),
        Err(e) => {
            let failure = Failure::from(e);
            say("block", failure.zh, failure.en)
        }
    });
    out.push(match measures::m30_registration::calendar(&measures::Calendar::shipped(), now.date_naive()).into_iter().next() {
        Some(f) => {
            say("ask", format!("{}公布后在“设置与备份”里导入。", f.zh), format!("{} Import it under Settings once it is published.", f.en))
        }
        None => say("fine", "今年的放假安排已随附。".into(), "This year's holidays are included.".into()),
    });
    out
}
