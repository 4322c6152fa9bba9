//! The office: at most one committee's file open, and the three words by which a window, a command line or a test
//! works with it.

use crate::acts::Act;
use crate::desk::{Desk, Law, Made};
use crate::failure::Failure;
use crate::records::CalendarRecord;
use crate::{projection, views};
use measures::{Calendar, Date, Finding, Instant, Rules, Verdict};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::OnceLock;
use store::{Archive, Head, Line};

/// Where things are on this machine.
#[derive(Debug, Clone)]
pub struct Places {
    /// The folder that holds the committees' folders.
    pub data: PathBuf,
    /// Another folder, for what must not lie beside the data: the head of the chain.
    pub config: PathBuf,
    /// Fonts and shipped texts.
    pub assets: PathBuf,
}

/// What setting a page needs, loaded when the first page is set.
#[derive(Debug)]
pub struct Press {
    assets: PathBuf,
    fonts: OnceLock<papers::Fonts>,
}
impl Press {
    pub fn new(assets: PathBuf) -> Self {
        Press { assets, fonts: OnceLock::new() }
    }
    pub fn fonts(&self) -> Result<&papers::Fonts, Failure> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(fonts);
        }
        let fonts = papers::Fonts::open(&self.assets.join("fonts"))?;
        Ok(self.fonts.get_or_init(|| fonts))
    }
}

/// A typed reason for one `Ask`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub rule: String,
    pub reason: String,
}

/// What the window sends to have something done.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    #[serde(rename = "do")]
    pub act: Act,
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// Ask the law only; write nothing. For the gate dialogs.
    #[serde(default)]
    pub rehearse: bool,
    /// The draft this act came from, to be dropped once it is recorded.
    #[serde(default)]
    pub draft: String,
}

/// What came of an act.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// The journal line; 0 after a rehearsal.
    pub seq: u32,
    pub findings: Vec<Finding>,
    pub made: Made,
}

/// A file to be saved, printed or handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOut {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// An open file and what the desk keeps in hand for it.
pub struct Open {
    pub archive: Archive,
    /// Its folder's name; empty in memory.
    pub name: String,
    pub law: Law,
    /// The day on which the registers were last brought up to date as a whole.
    pub looked_at: Option<Date>,
    /// The totals of the register's saved views, as last counted.
    pub(crate) counted: views::Counted,
}

pub struct Office {
    pub places: Places,
    pub press: Press,
    pub(crate) open: Option<Open>,
    pub(crate) tray: crate::paper_out::Tray,
}

impl Office {
    pub fn new(places: Places) -> Self {
        let press = Press::new(places.assets.clone());
        Office { places, press, open: None, tray: Default::default() }
    }

    /// A file in memory: for scenarios, rehearsals and tests. Same schema, same acts, no disk.
    pub fn in_memory(assets: PathBuf, now: Instant) -> Result<Self, Failure> {
        let mut office = Office::new(Places { data: PathBuf::new(), config: PathBuf::new(), assets });
        let archive = Archive::in_memory(serde_json::json!({ "product": "lunshen" }), now)?;
        office.take(archive, String::new())?;
        Ok(office)
    }

    /// Takes an opened archive to the desk: reads its calendars and rule overlays.
    pub(crate) fn take(&mut self, archive: Archive, name: String) -> Result<(), Failure> {
        let law = law_of(&archive)?;
        self.open = Some(Open { archive, name, law, looked_at: None, counted: Default::default() });
        Ok(())
    }

    pub fn opened(&self) -> Result<&Open, Failure> {
        self.open.as_ref().ok_or_else(Failure::closed)
    }
    pub fn opened_mut(&mut self) -> Result<&mut Open, Failure> {
        self.open.as_mut().ok_or_else(Failure::closed)
    }

    /// Performs an act. Nothing is written when the law blocks it or asks for a reason that was not given.
    pub fn act(&mut self, now: Instant, request: Request) -> Result<Done, Failure> {
        let press = &self.press;
        let open = self.open.as_mut().ok_or_else(Failure::closed)?;
        let by = secretary(&open.archive)?;
        let Request { act, reasons, rehearse, draft } = request;
        let law = &mut open.law;
        let kept = law.clone();
        let line =
            Line { act: tag(&act)?, body: serde_json::to_value(&act)?, by: by.clone(), at: now, reasons: serde_json::to_value(&reasons)? };
        let work = |tx: &mut store::Tx| -> Result<(Vec<Finding>, Made), Failure> {
            let mut desk = Desk::new(tx, now, by, law, press)?;
            desk.reasons = reasons.clone();
            let mut findings = act.examine(&desk)?;
            findings.sort_by_key(|f| f.verdict);
            if findings.iter().any(Finding::blocks) {
                return Err(Failure::blocked(findings));
            }
            let open_asks = findings
                .iter()
                .filter(|f| f.verdict == Verdict::Ask && !reasons.iter().any(|r| r.rule == f.rule && long_enough(&r.reason)))
                .count();
            if open_asks > 0 && !rehearse {
                return Err(Failure::needs_reason(findings));
            }
            let made = act.apply(&mut desk)?;
            projection::bring_up_to_date(&mut desk)?;
            Ok((findings, made))
        };
        let result = if rehearse {
            open.archive.rehearse(now, work).map(|(findings, made)| Done { seq: 0, findings, made })
        } else {
            open.archive.write(line, work).map(|((findings, made), Head { seq, .. })| Done { seq, findings, made })
        };
        if result.is_err() || rehearse {
            // An act that was not recorded leaves no trace in the calendar or the rules either.
            open.law = kept;
        } else if !draft.is_empty() {
            open.archive.drop_draft(&draft)?;
        }
        result
    }

    /// [`Office::act`] as JSON, for the door. A rehearsal answers with its findings even when they block.
    pub fn perform(&mut self, now: Instant, request: serde_json::Value) -> Result<serde_json::Value, Failure> {
        let request: Request = serde_json::from_value(request)?;
        Ok(serde_json::to_value(self.act(now, request)?)?)
    }

    /// Shows a page of the file.
    pub fn look(&mut self, now: Instant, view: serde_json::Value) -> Result<serde_json::Value, Failure> {
        let view: views::View = serde_json::from_value(view)?;
        views::look(self, now, &view)
    }
}

/// Ten characters that are not spaces or punctuation: a reason, not a dodge.
pub fn long_enough(reason: &str) -> bool {
    reason.chars().filter(|c| c.is_alphanumeric()).count() >= 10
}

fn tag(act: &Act) -> Result<String, Failure> {
    let value = serde_json::to_value(act)?;
    Ok(value["act"].as_str().unwrap_or_default().to_string())
}

fn secretary(archive: &Archive) -> Result<String, Failure> {
    Ok(archive.read().get::<measures::Committee>("committee")?.map(|c| c.secretary).unwrap_or_default())
}

/// The shipped calendar and rules with what this file has imported laid over them.
pub(crate) fn law_of(archive: &Archive) -> Result<Law, Failure> {
    let mut calendar = Calendar::shipped();
    for record in archive.read().all::<CalendarRecord>()? {
        calendar.with(record.year);
    }
    Ok(Law { calendar, rules: Rules::shipped() })
}
