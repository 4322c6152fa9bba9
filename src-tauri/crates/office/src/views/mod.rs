//! What a person sees: each view reads the file and answers one page. A view decides nothing; where law speaks it
//! carries the `measures` types as they are.

pub mod aftermath;
mod agenda;
mod ahead;
mod appeals;
pub mod case;
pub mod cases;
pub mod committee;
mod duties;
mod evidence;
mod frame;
pub mod help;
pub mod intake;
pub mod journal;
pub mod law;
pub mod lines;
pub mod meeting;
pub mod outward;
pub mod packets;
pub mod papers;
mod register;
pub mod report;
pub mod search;
mod session;
pub mod settings;
pub mod start;
pub mod today;
mod tracking;
pub mod why;
mod words;

use crate::failure::Failure;
use crate::office::Office;
use measures::{Date, Instant};
use serde::{Deserialize, Serialize};
use serde_json::Value;

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
    /// The register. `saved` is a saved filter's key, `text` what was typed. → [`cases::CasesView`]
    Cases {
        #[serde(default)]
        saved: String,
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
    /// Packets handed out for a meeting, or for the simplified review of a case, and the opinions that came back; with
    /// neither, those of the first that is open. → [`packets::PacketsView`]
    Packets {
        #[serde(default)]
        meeting: Option<String>,
        #[serde(default)]
        case: Option<String>,
    },
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
    Appeals {
        /// Who is looking: a name or a member's id; left out, the secretary.
        #[serde(default)]
        reader: String,
    },
    /// Registrations, consultations, foreign approvals. → [`outward::OutwardView`]
    Outward,
    /// 条款—证据对照. → [`law::LawView`]
    Law {
        #[serde(default)]
        year: Option<i32>,
    },
    /// One article, e.g. `M14`; with the evidence of a year when one is named. → [`law::ArticleView`]
    Article {
        cite: String,
        #[serde(default)]
        year: Option<i32>,
    },
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
pub fn look(office: &mut Office, now: Instant, view: &View) -> Result<Value, Failure> {
    crate::morning::bring_in_the_day(office, now)?;
    match view {
        View::Start => json(Ok(start::build(office, now))),
        View::Frame => json(frame::build(office, now)),
        View::Today => json(today::build(office, now)),
        View::Cases { saved, text, order, desc, offset, limit } => {
            json(register::build(office, now, &register::Ask { saved, text, order, desc: *desc, offset: *offset, limit: *limit }))
        }
        View::Case { id } => json(case::build(office, now, id)),
        View::Intake { id } => json(intake::build(office, now, id)),
        View::Meetings { year } => json(agenda::meetings(office, now, *year)),
        View::Meeting { id } => json(session::build(office, now, id)),
        View::Packets { meeting, case } => json(packets::build(office, now, meeting.as_deref(), case.as_deref())),
        View::Aftermath { meeting } => json(aftermath::build(office, now, meeting)),
        View::Papers { show, text, offset, limit } => json(papers::list(office, now, show, text, *offset, *limit)),
        View::Paper { id } => json(papers::one(office, now, id)),
        View::Committee { on } => json(committee::build(office, now, *on)),
        View::Report { year } => json(report::build(office, now, *year)),
        View::ReportList { year, key } => json(report::list(office, now, *year, key)),
        View::Tracking => json(tracking::build(office, now)),
        View::Appeals { reader } => json(appeals::build(office, now, reader)),
        View::Outward => json(outward::build(office, now)),
        View::Law { year } => json(law::build(office, now, *year)),
        View::Article { cite, year } => json(law::article(office, now, cite, *year)),
        View::Search { text } => json(search::build(office, text)),
        View::Why { case, clock } => json(why::build(office, now, case, clock)),
        View::Compute { limit, n, start, roll } => json(why::compute(office, now, limit, *n, start, *roll)),
        View::Journal { kind, id, offset, limit } => json(journal::build(office, kind, id, *offset, *limit)),
        View::Settings => json(settings::build(office, now)),
        View::Wording { kind } => json(papers::wording(office, kind)),
        View::Calendar { year } => json(Ok(settings::calendar(office, *year))),
        View::Help { topic } => json(Ok(help::build(topic))),
        View::Draft { key } => json(office.opened()?.archive.read().draft(key).map_err(Failure::from)),
    }
}

fn json<T: Serialize>(answer: Result<T, Failure>) -> Result<Value, Failure> {
    Ok(serde_json::to_value(answer?)?)
}
