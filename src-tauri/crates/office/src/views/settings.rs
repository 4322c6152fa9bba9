//! 设置与备份.

use super::frame::backup;
use crate::failure::Failure;
use crate::office::Office;
use crate::records::{CalendarRecord, LawText, MovedDate};
use crate::sources::Sources;
use chrono::Datelike;
use measures::{Calendar, Cite, Committee, Date, DayKind, Instant, Rules};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SnapshotLine {
    pub name: String,
    pub at: Instant,
    pub seq: u32,
    pub size: String,
    pub verified: bool,
    pub why: String,
    pub why_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParameterLine {
    pub key: String,
    pub zh: String,
    pub value: String,
    pub unit: String,
    pub cite: String,
    pub source: String,
    pub en: String,
    /// The article as a citation, to be opened; `R` for a limit of the committee's own.
    pub article: Cite,
    /// Which way an overlay may move it.
    pub tighten: measures::rules::Tighten,
    /// What the national text says, where something stricter stands over it.
    pub shipped: String,
    /// The value for a form: a number, or the text of a share or a day.
    pub raw: measures::rules::Value,
}

/// A province's rules that can be chosen, with the numbers it sets.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OverlayLine {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub document: String,
    pub in_force: Option<Date>,
    /// 委员须为单数：1
    pub sets: Vec<String>,
    pub chosen: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarYear {
    pub year: i32,
    pub notice: String,
    pub issued: Option<Date>,
    pub imported: bool,
    pub working_days: u32,
    /// The open dates that importing it has moved.
    pub moved: Vec<MovedDate>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SettingsView {
    pub committee: Committee,
    pub folder: String,
    pub snapshots: Vec<SnapshotLine>,
    pub backup: super::start::BackupLamp,
    pub calendars: Vec<CalendarYear>,
    pub parameters: Vec<ParameterLine>,
    pub overlays: Vec<OverlayLine>,
    pub official_measures: bool,
    pub official_ethics: bool,
    pub fonts: Vec<String>,
    pub version: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarView {
    pub year: i32,
    pub known: bool,
    pub notice: String,
    /// Days that differ from the ordinary week.
    pub days: Vec<CalendarDay>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarDay {
    pub date: Date,
    /// `holiday` (休) or `make_up` (班)
    pub kind: String,
    pub name: String,
    pub name_en: String,
}

pub fn build(office: &Office, now: Instant) -> Result<SettingsView, Failure> {
    let open = office.opened()?;
    let src = Sources::of_open(open, now)?;
    let reader = open.archive.read();
    let texts = reader.all::<LawText>()?;
    let official = |id: &str| texts.iter().any(|t| t.id == id);
    let shipped = Rules::shipped();
    Ok(SettingsView {
        folder: open.archive.places().map(|p| p.data.display().to_string()).unwrap_or_default(),
        snapshots: open
            .archive
            .snapshots()
            .into_iter()
            .map(|s| SnapshotLine {
                name: s.name,
                at: s.at,
                seq: s.seq,
                size: size(s.size),
                verified: s.verified,
                why: why_words(&s.why).0.into(),
                why_en: why_words(&s.why).1.into(),
            })
            .collect(),
        backup: backup(open, now),
        calendars: years(&open.law.calendar, &reader.all::<CalendarRecord>()?),
        parameters: open
            .law
            .rules
            .all()
            .map(|p| ParameterLine {
                key: p.key.clone(),
                zh: p.zh.clone(),
                value: p.value.show(),
                unit: p.unit.clone(),
                cite: Cite(p.article.clone()).zh(),
                source: p.from.clone(),
                en: p.en.clone(),
                article: Cite(p.article.clone()),
                tighten: p.tighten,
                shipped: shipped.parameter(&p.key).filter(|s| s.value != p.value).map(|s| s.value.show()).unwrap_or_default(),
                raw: p.value.clone(),
            })
            .collect(),
        overlays: overlays(&src.committee.local.overlay, &shipped),
        official_measures: official("measures"),
        official_ethics: official("ethics"),
        fonts: fonts(&office.places.assets),
        version: env!("CARGO_PKG_VERSION").into(),
        committee: src.committee,
    })
}

fn overlays(chosen: &str, shipped: &Rules) -> Vec<OverlayLine> {
    let line = |(key, text): &(&str, &str)| {
        let (head, sets) = Rules::overlay_head(text)?;
        let set = |(key, value): &(String, measures::rules::Value)| {
            shipped.parameter(key).map(|p| format!("{}：{}{}", p.zh, value.show(), p.unit))
        };
        Some(OverlayLine {
            key: (*key).into(),
            zh: head.name_zh,
            en: head.name_en,
            document: head.document,
            in_force: head.in_force,
            sets: sets.iter().filter_map(set).collect(),
            chosen: *key == chosen,
        })
    };
    measures::rules::OVERLAYS.iter().filter_map(line).collect()
}

/// Why a snapshot was taken, in words.
fn why_words(why: &str) -> (&str, &str) {
    match why {
        "day" => ("当天首次打开", "first opening of the day"),
        "copy" => ("作U盘副本", "for a copy on a stick"),
        "migration" | "before-migration" => ("升级之前", "before an upgrade"),
        "import" | "before-import" => ("导入之前", "before an import"),
        "restore" | "before-restore" => ("恢复之前", "before a restore"),
        "asked" => ("手动留存", "asked for"),
        other => (other, other),
    }
}

/// 12.4 MB
fn size(bytes: u64) -> String {
    match bytes {
        0..=1_048_575 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

/// The faces lying in the fonts folder, by file.
fn fonts(assets: &std::path::Path) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(assets.join("fonts")) else { return vec![] };
    let mut names: Vec<String> = folder
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .filter(|n| n.ends_with(".ttf") || n.ends_with(".otf"))
        .collect();
    names.sort();
    names
}

/// Each year with a notice, the latest first.
fn years(calendar: &Calendar, imported: &[CalendarRecord]) -> Vec<CalendarYear> {
    let mut out: Vec<CalendarYear> = calendar
        .notices()
        .map(|n| CalendarYear {
            year: n.year,
            notice: n.number.clone(),
            issued: n.issued,
            imported: imported.iter().any(|c| c.year.year == n.year),
            working_days: worked(calendar, n.year),
            moved: imported.iter().find(|c| c.year.year == n.year).map(|c| c.moved.clone()).unwrap_or_default(),
        })
        .collect();
    out.reverse();
    out
}

fn worked(calendar: &Calendar, year: i32) -> u32 {
    let Some(first) = Date::from_ymd_opt(year, 1, 1) else { return 0 };
    first.iter_days().take_while(|d| d.year() == year).filter(|d| calendar.worked(*d)).count() as u32
}

/// The days of a year that differ from the ordinary week; of the open file's calendar, else the shipped one.
pub fn calendar(office: &Office, year: i32) -> CalendarView {
    let shipped;
    let calendar = match &office.open {
        Some(open) => &open.law.calendar,
        None => {
            shipped = Calendar::shipped();
            &shipped
        }
    };
    let notice = calendar.notices().find(|n| n.year == year);
    let days = Date::from_ymd_opt(year, 1, 1)
        .into_iter()
        .flat_map(|first| first.iter_days().take_while(move |d| d.year() == year))
        .filter_map(|date| {
            let kind = match calendar.day(date) {
                DayKind::Holiday => "holiday",
                DayKind::MakeUp => "make_up",
                DayKind::Working | DayKind::Weekend => return None,
            };
            Some(CalendarDay {
                date,
                kind: kind.into(),
                name: calendar.holiday_name(date).unwrap_or_default().into(),
                name_en: calendar.holiday_name_en(date).unwrap_or_default().into(),
            })
        })
        .collect();
    CalendarView { year, known: notice.is_some(), notice: notice.map(|n| n.number.clone()).unwrap_or_default(), days }
}
