//! What a person sees: each view reads the file and answers one page. A view decides nothing; where law speaks it
//! carries the `measures` types as they are.

pub mod cases;
pub mod committee;
pub mod case;
pub mod help;
pub mod intake;
pub mod journal;
pub mod law;
pub mod meeting;
pub mod papers;
pub mod report;
pub mod search;
pub mod settings;
pub mod start;
pub mod today;
pub mod why;

use measures::Date;
use serde::{Deserialize, Serialize};

/// What can be looked at, tagged by its name: `{"view": "case", "id": "c12"}`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "view", rename_all = "snake_case")]
pub enum View {
    /// Before a file is open: what is there, what the computer shows. → [`start::StartView`]
    Start,
    /// The frame round every page: names, counts, status bar. → [`start::FrameView`]
    Frame,
    /// → [`today::TodayView`]
    Today,
    /// The register. `view` is a saved filter's key, `text` what was typed. → [`cases::CasesView`]
    Cases {
        #[serde(default)]
        view: String,
        #[serde(default)]
        text: String,
        #[serde(default)]
        order: String,
        #[serde(default)]
        desc: bool,
        #[serde(default)]
        offset: u32,
        #[serde(default)]
        limit: u32,
    },
    /// → [`case::CaseView`]
    Case { id: String },
    /// → [`intake::IntakeView`]
    Intake { id: String },
    /// → [`meeting::MeetingsView`]
    Meetings {
        #[serde(default)]
        year: Option<i32>,
    },
    /// Planning, meeting mode and afterwards are one view. → [`meeting::MeetingView`]
    Meeting { id: String },
    /// What the after-meeting run would create. → [`meeting::AftermathView`]
    Aftermath { meeting: String },
    /// `show`: `open` (in transit), `drafts`, `issued`, `void`, `all`. → [`papers::PapersView`]
    Papers {
        #[serde(default)]
        show: String,
        #[serde(default)]
        text: String,
        #[serde(default)]
        offset: u32,
        #[serde(default)]
        limit: u32,
    },
    /// → [`papers::PaperView`]
    Paper { id: String },
    /// → [`committee::CommitteeView`]
    Committee {
        #[serde(default)]
        on: Option<Date>,
    },
    /// → [`report::ReportView`]
    Report { year: i32 },
    /// The list behind one number of the report. → [`report::ReportList`]
    ReportList { year: i32, key: String },
    /// 跟踪 register. → [`cases::TrackingView`]
    Tracking,
    /// 申诉举报. → [`cases::AppealsView`]
    Appeals,
    /// 条款—证据对照. → [`law::LawView`]
    Law {
        #[serde(default)]
        year: Option<i32>,
    },
    /// One article, e.g. `M14`. → [`law::ArticleView`]
    Article { cite: String },
    /// → [`search::SearchView`]
    Search { text: String },
    /// The working of one date of a case; `clock` is the clock's key. → [`why::WhyView`]
    Why { case: String, clock: String },
    /// A free computation: `days`, `working_days`, `months` or `hours` from a start. → [`why::WhyView`]
    Compute {
        limit: String,
        n: u32,
        start: String,
        #[serde(default)]
        roll: bool,
    },
    /// 全部留痕 of one record, or of everything. → [`journal::JournalView`]
    Journal {
        #[serde(default)]
        kind: String,
        #[serde(default)]
        id: String,
        #[serde(default)]
        offset: u32,
        #[serde(default)]
        limit: u32,
    },
    /// → [`settings::SettingsView`]
    Settings,
    /// The wording of one paper with its known placeholders. → [`papers::WordingView`]
    Wording { kind: String },
    /// A month of the working calendar. → [`settings::CalendarView`]
    Calendar { year: i32 },
    /// Help page of a place; `topic` is the place's name or `readings`. → [`help::HelpView`]
    Help { topic: String },
    /// An unsent form kept across a crash. → any JSON or null
    Draft { key: String },
}

/// Answers one view as JSON.
pub fn look(_office: &mut crate::office::Office, _now: measures::Instant, view: &View) -> Result<serde_json::Value, crate::failure::Failure> {
    Err(crate::failure::Failure::bug(format!("pending view {view:?}")))
}
