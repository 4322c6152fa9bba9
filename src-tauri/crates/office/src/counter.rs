//! The counter: the words by which a window, a command line or a test works with an open file. An act comes in as a
//! value, is put to the law, and is recorded whole or not at all; a page goes out.

use crate::acts::Act;
use crate::desk::{Desk, Made, Reason};
use crate::failure::Failure;
use crate::office::Office;
use crate::{projection, views};
use measures::{Finding, Instant, Verdict};
use serde::{Deserialize, Serialize};
use store::{Archive, Head, Line};

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

impl Office {
    /// Performs an act. Nothing is written when the law blocks it or asks for a reason that was not given.
    pub fn act(&mut self, now: Instant, request: Request) -> Result<Done, Failure> {
        let press = &self.press;
        let open = self.open.as_mut().ok_or_else(Failure::closed)?;
        let by = secretary(&open.archive)?;
        let Request { act, reasons, rehearse, draft } = request;
        let mut body = serde_json::to_value(&act)?;
        crate::beijing::in_beijing(&mut body);
        let act: Act = serde_json::from_value(body.clone())?;
        let law = &mut open.law;
        let kept = law.clone();
        let line = Line { act: tag(&act)?, body, by: by.clone(), at: now, reasons: serde_json::to_value(&reasons)? };
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
