//! Lines that several pages share: a duty with its dates, a line with its lamp, the reports that are owed.

use crate::failure::Failure;
use crate::sources::Sources;
use measures::say::zh_near;
use measures::{Cite, Date, Finding, Meeting, Verdict};
use serde::{Deserialize, Serialize};

/// One duty. Nothing but an act removes it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DutyRow {
    pub key: String,
    /// `overdue`, `today`, `risk`, `waiting`
    pub group: String,
    pub lamp: Verdict,
    pub due: Option<measures::clock::Due>,
    pub left: Option<measures::clock::Left>,
    pub zh: String,
    pub en: String,
    /// Second line: which case, who.
    pub who: String,
    pub cites: Vec<Cite>,
    /// Where it leads: `case`, `meeting`, `paper`, `committee`, `report`, `settings`.
    pub place: String,
    pub id: String,
    /// The clock's key, for 为什么是这一天.
    pub clock: String,
    /// The next act's tag and its words.
    pub act: String,
    pub act_zh: String,
    pub act_en: String,
    /// Reminders already sent.
    pub reminders: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DutyGroup {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub total: u32,
    pub rows: Vec<DutyRow>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub lamp: Verdict,
    pub zh: String,
    pub en: String,
    /// Where a click leads, if anywhere.
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub id: String,
}

/// A line of the right pane that leads to a place.
pub(super) fn line(lamp: Verdict, zh: &str, en: &str, place: &str) -> Line {
    Line { lamp, zh: zh.into(), en: en.into(), place: place.into(), id: String::new() }
}

pub(super) fn line_of(f: &Finding, place: &str) -> Line {
    line(f.verdict, &f.zh, &f.en, place)
}

/// The annual report and the registrations, with their dates.
pub(super) fn reports(src: &Sources) -> Result<Vec<Finding>, Failure> {
    use chrono::Datelike;
    let (facts, today) = (src.facts(), src.today());
    let year = today.year() - 1;
    let submitted = src.reader.get::<crate::records::FrozenReport>(&year.to_string())?.and_then(|r| r.handed_in());
    let mut out = measures::m30_registration::annual(&facts, year, submitted, today);
    out.extend(measures::m30_registration::committee(&facts, today));
    out.sort_by_key(|f| f.verdict);
    Ok(out)
}

/// The worst of an agenda's lamps: a meeting in one word.
pub(super) fn lamp_of(items: impl IntoIterator<Item = Verdict>) -> Verdict {
    items.into_iter().min().unwrap_or(Verdict::Note)
}

/// A meeting's day and hour in a register.
pub(super) fn meeting_when(meeting: &Meeting, today: Date) -> String {
    format!("{}{}", zh_near(meeting.starts.date_naive(), today), meeting.starts.format("%-H:%M"))
}
