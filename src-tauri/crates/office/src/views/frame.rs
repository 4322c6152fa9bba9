//! The frame round every page: whose file, what is open in each place, the journal, the backup. Read again after every
//! act, so it opens no case.

use super::ahead::upcoming;
use super::lines::{Line, line};
use super::start::{BackupLamp, Condition, FrameView, PlaceCount};
use crate::failure::Failure;
use crate::office::{Office, Open};
use measures::say::zh_near;
use measures::*;
use serde_json::json;
use store::{Notice, Op, RowQuery};

pub fn build(office: &Office, now: Instant) -> Result<FrameView, Failure> {
    let open = office.opened()?;
    let reader = open.archive.read();
    let committee = reader.get::<Committee>("committee")?;
    let head = reader.head();
    let settings = committee.as_ref().map(|c| c.settings.clone()).unwrap_or_default();
    Ok(FrameView {
        counts: match &committee {
            Some(_) => counts(office, now)?,
            None => vec![],
        },
        committee: committee.as_ref().map(|c| c.name.clone()).unwrap_or_default(),
        secretary: committee.as_ref().map(|c| c.secretary.clone()).unwrap_or_default(),
        demo: committee.as_ref().is_some_and(|c| c.demo),
        read_only: false,
        now,
        today: now.date_naive(),
        journal: head.seq,
        head: head.hash,
        backup: backup(open, now),
        language: settings.language,
        lock_minutes: settings.lock_minutes,
        notices: open.archive.notices().iter().filter_map(notice).collect(),
        file: open.name.clone(),
    })
}

/// What opening the file found that somebody should know. A snapshot made is as it should be; a copy due is the lamp's.
fn notice(n: &Notice) -> Option<Condition> {
    let lamp = match n {
        Notice::ClockBack { .. } | Notice::HeadBehind { .. } | Notice::HeadForked { .. } => "block",
        Notice::HeadUnreadable { .. } | Notice::SyncFolder { .. } | Notice::SnapshotFailed { .. } => "ask",
        Notice::UncleanExit { .. } | Notice::SaltBytes => "fine",
        Notice::SnapshotDue | Notice::SnapshotMade { .. } | Notice::CopyDue { .. } => return None,
    };
    Some(Condition { lamp: lamp.into(), zh: n.zh(), en: n.en() })
}

/// A second copy is good for a week; after that somebody should plug in a stick.
const COPY_DAYS: i64 = 7;

pub(super) fn backup(open: &Open, now: Instant) -> BackupLamp {
    if open.archive.places().is_none() {
        return BackupLamp {
            lamp: "fine".into(),
            zh: "内存中的文件，不备份".into(),
            en: "in memory, no backup".into(),
            snapshot: None,
            second_copy: None,
        };
    }
    let snapshot = open.archive.snapshots().into_iter().find(|s| s.verified).map(|s| s.at);
    let second_copy = open.archive.last_copy();
    let failed = open.archive.notices().iter().any(|n| matches!(n, Notice::SnapshotFailed { .. }));
    let (lamp, zh, en) = match second_copy.map(|at| (now.date_naive() - at.date_naive()).num_days().max(0)) {
        _ if failed => ("block", "今天的快照没有留成".to_string(), "today's snapshot failed".to_string()),
        None => ("ask", "还没有U盘副本".into(), "no USB copy yet".into()),
        Some(0) => ("fine", "U盘副本今天已比对".into(), "USB copy verified today".into()),
        Some(d) if d <= COPY_DAYS => {
            ("fine", format!("U盘副本{d}天前已比对"), format!("USB copy verified {} ago", say::en_count(d, "day")))
        }
        Some(d) => ("ask", format!("U盘副本已是{d}天前"), format!("USB copy is {} old", say::en_count(d, "day"))),
    };
    BackupLamp { lamp: lamp.into(), zh, en, snapshot, second_copy }
}

/// The backup in lines, for 今日.
pub(super) fn backup_lines(open: &Open, now: Instant) -> Vec<Line> {
    let lamp = backup(open, now);
    if open.archive.places().is_none() {
        return vec![line(Verdict::Note, &lamp.zh, &lamp.en, "settings")];
    }
    let today = now.date_naive();
    let at = |t: Instant| format!("{}{}", zh_near(t.date_naive(), today), t.format("%-H:%M"));
    let at_en = |t: Instant| format!("{} {}", say::en_near(t.date_naive(), today), t.format("%-H:%M"));
    let mut out = vec![match lamp.snapshot {
        Some(t) if t.date_naive() == today => line(
            Verdict::Fine,
            &format!("今天{}快照，已打开校验", t.format("%-H:%M")),
            &format!("snapshot today {}, opened and checked", t.format("%-H:%M")),
            "settings",
        ),
        Some(t) => line(Verdict::Note, &format!("最近的快照{}", at(t)), &format!("latest snapshot {}", at_en(t)), "settings"),
        None => line(Verdict::Ask, "还没有快照", "no snapshot yet", "settings"),
    }];
    let verdict = match lamp.lamp.as_str() {
        "fine" => Verdict::Fine,
        "ask" => Verdict::Ask,
        _ => Verdict::Block,
    };
    out.push(match lamp.second_copy {
        Some(t) => line(verdict, &format!("U盘副本{}，已比对", at(t)), &format!("USB copy {}, compared", at_en(t)), "settings"),
        None => line(verdict, "还没有U盘副本", "no USB copy yet", "settings"),
    });
    out
}

fn counts(office: &Office, now: Instant) -> Result<Vec<PlaceCount>, Failure> {
    let open = office.opened()?;
    let reader = open.archive.read();
    let today = now.date_naive();
    let day = today.to_string();
    let count = |filter: Vec<(String, Op, serde_json::Value)>| -> Result<u32, Failure> {
        Ok(reader.case_rows(&RowQuery { filter, ..RowQuery::default() })?.1)
    };
    let is = |column: &str, value: serde_json::Value| (column.to_string(), Op::Is, value);
    let src = crate::sources::Sources::of_open(open, now)?;
    let totals = super::duties::totals(&src)?;
    let n = |key: &str| *totals.get(key).unwrap_or(&0);
    let near = (today + chrono::Days::new(open.law.rules.tracking_warning_days().into())).to_string();
    let tracked = json!(["active", "suspended"]);
    let meetings = upcoming(&src)?.len() as u32;
    let papers = reader.duties_of_kind("paper")?.len() as u32 + reader.page::<FiledPaper>(Some(("state", "draft")), 0, 0)?.1;
    let daily = daily::daily(&src.facts(), today);
    let worst = |f: &&Finding| f.verdict <= Verdict::Ask;
    let report = super::lines::reports(&src)?;
    let complaints = reader.all::<super::cases::Complaint>()?.iter().filter(|c| c.concluded.is_none()).count() as u32;
    let place = |place: &str, red: u32, open: u32| PlaceCount { place: place.into(), red, open };
    Ok(vec![
        place("today", n("overdue"), n("overdue") + n("today") + n("risk")),
        place("cases", 0, count(vec![is("open", json!(true))])?),
        place("meetings", 0, meetings),
        place("papers", 0, papers),
        place(
            "tracking",
            count(vec![("stage".into(), Op::In, tracked.clone()), ("rolled".into(), Op::Less, json!(day))])?,
            count(vec![("stage".into(), Op::In, tracked), ("due".into(), Op::AtMost, json!(near))])?,
        ),
        place("appeals", 0, count(vec![is("stage", json!("appealed"))])? + complaints),
        place("committee", daily.iter().filter(|f| f.blocks()).count() as u32, daily.iter().filter(worst).count() as u32),
        place("report", report.iter().filter(|f| f.blocks()).count() as u32, report.iter().filter(worst).count() as u32),
        place("law", 0, 0),
        place("settings", 0, u32::from(backup(open, now).lamp != "fine")),
    ])
}
