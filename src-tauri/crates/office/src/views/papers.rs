//! 文书流转: which letter waits for whom; one paper; its wording.

use super::duties::{on_their_way, resting};
use crate::failure::{Failure, FailureKind};
use crate::office::Office;
pub use crate::prints::fields::PaperField;
use crate::prints::{self, kind_en, kind_zh, named, press};
use crate::projection::next_step;
use crate::records::OwnWording;
use crate::sources::Sources;
use measures::say::zh_near;
use measures::*;
use papers::{Kind, Wording};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperRow {
    pub id: String,
    pub kind: String,
    pub number: String,
    pub title: String,
    pub case: Option<String>,
    pub case_number: String,
    pub addressee: String,
    pub state: PaperState,
    pub steps: Vec<PaperStep>,
    pub done: Vec<StepDone>,
    pub next: Option<PaperStep>,
    /// The running clock of a letter: delivery target or last day of appeal.
    pub clock_zh: String,
    pub clock_en: String,
    pub due: Option<measures::clock::Due>,
    pub left: Option<measures::clock::Left>,
    pub dated: Option<Date>,
    pub void: Option<Voided>,
    pub replaces: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PapersView {
    pub zh: Vec<String>,
    pub en: Vec<String>,
    pub rows: Vec<PaperRow>,
    pub total: u32,
    /// print, sign, seal, scan, serve
    pub waiting: Vec<u32>,
    pub drafts: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperView {
    pub paper: FiledPaper,
    pub row: PaperRow,
    pub kind_zh: String,
    pub kind_en: String,
    /// The letter linter's findings; a Block keeps it from being issued.
    pub findings: Vec<Finding>,
    /// Words of the data that may be edited: field, label, present text, lines.
    pub fields: Vec<PaperField>,
    pub number_next: String,
    pub appeal: Option<measures::clock::Due>,
    pub pages: u32,
    /// Set when the page could not be made: what and why.
    pub failure: Option<crate::failure::Failure>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordingView {
    pub kind: String,
    pub zh: String,
    pub en: String,
    /// All kinds that have a wording, for the chooser.
    pub kinds: Vec<(String, String, String)>,
    pub shipped: String,
    pub own: Option<String>,
    pub placeholders: Vec<String>,
}

/// Papers of one sort, a page of them. In transit: those waiting longest first; the others: the newest first.
pub fn list(office: &Office, now: Instant, show: &str, text: &str, offset: u32, limit: u32) -> Result<PapersView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let limit = if limit == 0 { 200 } else { limit.min(1_000) };
    let text = text.trim();
    let moving = on_their_way(&src)?;
    let drafts = src.reader.page::<FiledPaper>(Some(("state", "draft")), 0, 0)?.1;
    let wanted = |p: &FiledPaper| match show {
        "drafts" => p.state == PaperState::Draft,
        "issued" => p.state == PaperState::Issued,
        "void" => p.state == PaperState::Void,
        "all" => true,
        _ => next_step(p).is_some(),
    };
    let paged = |all: Vec<FiledPaper>| {
        let total = all.len() as u32;
        (all.into_iter().skip(offset as usize).take(limit as usize).collect::<Vec<_>>(), total)
    };
    let (found, total) = if !text.is_empty() {
        let mut all = Vec::new();
        for hit in src.reader.search_in("paper", text, 1_000)? {
            all.extend(src.reader.get::<FiledPaper>(&hit.id)?.filter(wanted));
        }
        paged(all)
    } else {
        match show {
            "drafts" => src.reader.page(Some(("state", "draft")), offset, limit)?,
            "issued" => src.reader.page(Some(("state", "issued")), offset, limit)?,
            "void" => src.reader.page(Some(("state", "void")), offset, limit)?,
            "all" => src.reader.page(None, offset, limit)?,
            _ => paged(moving.clone()),
        }
    };
    let mut rows = Vec::with_capacity(found.len());
    for paper in &found {
        rows.push(row(&src, paper)?);
    }
    let steps = [PaperStep::Printed, PaperStep::Signed, PaperStep::Sealed, PaperStep::Scanned, PaperStep::Served];
    let waiting: Vec<u32> = steps.iter().map(|s| moving.iter().filter(|p| next_step(p) == Some(*s)).count() as u32).collect();
    let (zh, en) = sentences(&src, &moving, &waiting, drafts)?;
    Ok(PapersView { zh, en, rows, total, waiting, drafts })
}

fn sentences(src: &Sources, moving: &[FiledPaper], waiting: &[u32], drafts: u32) -> Result<(Vec<String>, Vec<String>), Failure> {
    let today = src.today();
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if moving.is_empty() {
        // The last page of issued papers holds the one served last, unless it lay about for long.
        let recent = src.reader.page::<FiledPaper>(Some(("state", "issued")), 0, 50)?.0;
        let last = recent.iter().filter_map(|p| Some((p.served.as_ref()?.at, p))).max_by_key(|(at, _)| *at);
        match last {
            Some((at, p)) => {
                let name = if p.number.is_empty() { &p.title } else { &p.number };
                zh.push(format!("没有在途文书。最近送达：{name}，{}。", zh_near(at.date_naive(), today)));
                en.push(format!("No papers in transit. Last served: {name}, {}.", say::en_near(at.date_naive(), today)));
            }
            None => {
                zh.push("没有在途文书。".into());
                en.push("No papers in transit.".into());
            }
        }
    } else {
        let chair = src.chair_on(today);
        let words = [
            ("件待打印".to_string(), "to print".to_string()),
            (format!("件等{chair}主任签字"), format!("for {chair} to sign")),
            ("件待盖章".into(), "to seal".into()),
            ("件待扫描".into(), "to scan".into()),
            ("件可以送达".into(), "to serve".into()),
        ];
        let parts: Vec<String> = waiting.iter().zip(&words).filter(|(n, _)| **n > 0).map(|(n, (w, _))| format!("{n}{w}")).collect();
        let parts_en: Vec<String> = waiting.iter().zip(&words).filter(|(n, _)| **n > 0).map(|(n, (_, w))| format!("{n} {w}")).collect();
        zh.push(format!("在途{}件：{}。", moving.len(), parts.join("，")));
        en.push(format!("{} in transit: {}.", moving.len(), parts_en.join(", ")));
        if let Some((days, p)) = moving.iter().map(|p| (resting(p, today), p)).max_by_key(|(d, _)| *d).filter(|(d, _)| *d > 1) {
            let name = if p.number.is_empty() { &p.title } else { &p.number };
            zh.push(format!("停留最久：{name}，{days}天。"));
            en.push(format!("Resting longest: {name}, {}.", say::en_count(days, "day")));
        }
    }
    if drafts > 0 {
        zh.push(format!("另有草稿{drafts}件，待核稿签发。"));
        en.push(format!("{} to check and issue.", say::en_count(drafts.into(), "draft")));
    }
    Ok((zh, en))
}

/// The running clock of a letter: serving it (the committee's own limit), and once a decision is served the appeal.
struct Running {
    zh: String,
    en: String,
    due: Due,
    left: Option<Left>,
}

fn running(src: &Sources, paper: &FiledPaper) -> Result<Option<Running>, Failure> {
    let facts = src.facts();
    if let Some(due) = appeal(src, paper)? {
        let left = (due.rolled >= src.today()).then(|| clock::left(&due, src.now, Owner::Applicant, &src.law.calendar));
        return Ok(Some(Running { zh: "申诉末日".into(), en: "last day to appeal".into(), due, left }));
    }
    if !paper.steps.contains(&PaperStep::Served) || paper.served.is_some() || paper.state != PaperState::Issued {
        return Ok(None);
    }
    let Some(dated) = paper.dated else { return Ok(None) };
    // A decision is served within the days counted from the decision, other letters from their own date.
    let start = match decision_of(src, paper)? {
        Some(d) => d.on,
        None => dated,
    };
    let due = clock::working_days(start, facts.rules.delivery_working_days(), &src.law.calendar).under(&["R", "E17"]);
    let left = clock::left(&due, src.now, Owner::Internal, &src.law.calendar);
    Ok(Some(Running { zh: "送达".into(), en: "serve".into(), due, left: Some(left) }))
}

/// The decision a letter tells, when it tells one.
fn decision_of(src: &Sources, paper: &FiledPaper) -> Result<Option<Decision>, Failure> {
    let Some(id) = &paper.case else { return Ok(None) };
    let Some(case) = src.reader.get::<Case>(id)? else { return Ok(None) };
    let at = prints::link::delivers(&case, paper);
    Ok(at.and_then(|i| case.rounds[i].decision.clone()))
}

/// The last day of appeal against a decision served by this letter (M16).
fn appeal(src: &Sources, paper: &FiledPaper) -> Result<Option<Due>, Failure> {
    let Some(served) = &paper.served else { return Ok(None) };
    if decision_of(src, paper)?.is_none() || !m16_appeal::has_appeal_window(&src.facts(), served) {
        return Ok(None);
    }
    Ok(Some(m16_appeal::appeal_last_day(&src.facts(), served)))
}

fn row(src: &Sources, paper: &FiledPaper) -> Result<PaperRow, Failure> {
    let case = match &paper.case {
        Some(id) => src.reader.get::<Case>(id)?,
        None => None,
    };
    let case_number = case.as_ref().map(|c| {
        let round = paper.round.and_then(|r| c.rounds.get(r as usize)).unwrap_or_else(|| c.round());
        format!("{}{}", c.number, round.suffix)
    });
    let clock = running(src, paper)?;
    let (clock_zh, clock_en, due, left) = match clock {
        Some(r) => (r.zh, r.en, Some(r.due), r.left),
        None => Default::default(),
    };
    Ok(PaperRow {
        id: paper.id.clone(),
        kind: paper.kind.clone(),
        number: paper.number.clone(),
        title: paper.title.clone(),
        case: paper.case.clone(),
        case_number: case_number.unwrap_or_default(),
        addressee: paper.addressee.clone(),
        state: paper.state,
        steps: paper.steps.clone(),
        done: paper.done.clone(),
        next: next_step(paper),
        clock_zh,
        clock_en,
        due,
        left,
        dated: paper.dated,
        void: paper.void.clone(),
        replaces: src.number_of(paper.replaces.as_ref()),
    })
}

pub fn one(office: &Office, now: Instant, id: &str) -> Result<PaperView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let paper = src.need::<FiledPaper>("paper", id)?;
    let kind = named(&paper.kind)?;
    let draft = paper.state == PaperState::Draft;
    let (pages, failure) = match press::page_of(&src, &office.press, &paper) {
        Ok(pdf) => (pdf.pages, None),
        Err(f) if f.kind == FailureKind::Paper || draft => (0, Some(f)),
        Err(f) => return Err(f),
    };
    // A draft is built anew from the record: what it says now is what its words are shown from.
    let data = match draft {
        true => match prints::present(&src, &paper) {
            Ok(p) => serde_json::to_value(p)?,
            Err(_) => paper.data.clone(),
        },
        false => paper.data.clone(),
    };
    Ok(PaperView {
        row: row(&src, &paper)?,
        kind_zh: kind_zh(kind).into(),
        kind_en: kind_en(kind).into(),
        findings: if draft { press::linter(&src, &paper, src.today())? } else { vec![] },
        fields: if draft { prints::values(&paper.kind, &data, |key| paper.data["edited"].get(key).cloned())? } else { vec![] },
        number_next: if draft { press::number_next(&src, &paper, src.today())? } else { String::new() },
        appeal: appeal(&src, &paper)?,
        pages,
        failure,
        paper,
    })
}

pub fn wording(office: &Office, kind: &str) -> Result<WordingView, Failure> {
    let all: Vec<Kind> = Kind::ALL.to_vec();
    let kind = if kind.is_empty() { all[0] } else { named(kind)? };
    let own = office.opened()?.archive.read().get::<OwnWording>(kind.id())?;
    Ok(WordingView {
        kind: kind.id().into(),
        zh: kind_zh(kind).into(),
        en: kind_en(kind).into(),
        kinds: all.iter().map(|k| (k.id().to_string(), kind_zh(*k).to_string(), kind_en(*k).to_string())).collect(),
        shipped: Wording::default_text(kind).into(),
        own: own.map(|w| w.text),
        placeholders: Wording::known(kind).iter().map(|p| (*p).to_string()).collect(),
    })
}
