//! Papers on their way out of the desk: set for the screen, as a picture of one page, as bytes to save or print. Nothing
//! here changes the file. What was set a moment ago is kept in a small tray under its hash, so that turning a page or
//! saving what is on the screen does not set it again.

use crate::about::About;
use crate::failure::Failure;
use crate::office::{FileOut, Office};
use crate::prints::{self, kind_zh, named, press};
use crate::sources::Sources;
use crate::transient::transient;
pub use crate::tray::PaperOut;
use measures::*;
use papers::{Letterhead, Paper, Pdf};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What can be set, tagged `paper`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum PaperRequest {
    /// A paper on file as it stands: draft, issued or void.
    Preview { id: String },
    /// A paper that is not on file, or adapted wording before it is kept. Without `about` the last of its kind serves.
    DraftPreview {
        kind: String,
        #[serde(default)]
        about: About,
        #[serde(default)]
        with: Value,
        #[serde(default)]
        wording: Option<String>,
    },
    /// Printed at once, without number: `day_sheet`, `why_date`, `register`, `roster`, `recovery_sheet`, `ballots` …
    Print {
        kind: String,
        #[serde(flatten)]
        what: Value,
    },
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
struct PageRequest {
    /// A filed paper's id, or `preview` with the id beside it.
    #[serde(default)]
    paper: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    token: String,
    /// From 1.
    #[serde(default = "first")]
    page: u32,
    /// 72 dots an inch times this; `dpi` says it outright.
    #[serde(default)]
    scale: Option<f32>,
    #[serde(default)]
    dpi: Option<f32>,
}
fn first() -> u32 {
    1
}

/// What can be handed over as a file, tagged `bytes`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "bytes", rename_all = "snake_case")]
pub enum BytesRequest {
    Paper {
        id: String,
    },
    /// A paper set a moment ago.
    Token {
        token: String,
    },
    Material {
        id: String,
    },
    /// A file in the archive by its hash: a rule's text, a scan, a proof.
    Blob {
        sha256: String,
    },
    /// The annual report as it would be issued now, or as it was.
    Report {
        year: i32,
    },
    /// The register of cases as it is filtered and ordered on the screen, as an Excel workbook.
    Cases {
        saved: String,
        #[serde(default)]
        text: String,
        #[serde(default)]
        order: String,
        #[serde(default)]
        desc: bool,
    },
    /// Another list of the screens, as it is filtered there, as an Excel workbook: `members`, `papers`, `tracking`,
    /// `appeals`, `outward`, `journal`, `meetings`. `with` are the filters of its view.
    Table {
        list: String,
        #[serde(default)]
        with: Value,
    },
    /// A meeting with the dates of its cases as an iCalendar file; without `meeting`, every planned meeting and open date.
    Calendar {
        #[serde(default)]
        meeting: Option<String>,
    },
}

/// Made for one person; see `packet_pdf` and `packet_form`.
const PACKET: &str = "packet";
const PACKET_FORM: &str = "packet_form";

impl Office {
    /// Sets a paper and says how many pages it has. A paper that cannot be set is an answer too: it says why.
    pub fn paper(&mut self, now: Instant, request: Value) -> Result<Value, Failure> {
        let request: PaperRequest = serde_json::from_value(request)?;
        let out = match self.set_out(now, &request) {
            Ok(out) => out,
            Err(failure) if failure.kind == crate::failure::FailureKind::Paper => {
                PaperOut { token: String::new(), pages: 0, sha256: String::new(), name: String::new(), failure: Some(failure) }
            }
            Err(failure) => return Err(failure),
        };
        Ok(serde_json::to_value(out)?)
    }

    fn set_out(&mut self, now: Instant, request: &PaperRequest) -> Result<PaperOut, Failure> {
        let (pdf, name) = match request {
            PaperRequest::Preview { id } => self.filed(now, id)?,
            PaperRequest::DraftPreview { kind, about, with, wording } => {
                let src = Sources::of_open(self.opened()?, now)?;
                let kind = named(kind)?;
                let about = match *about == About::default() {
                    false => about.clone(),
                    true => latest_of(&src, kind)?.ok_or_else(|| {
                        let (zh, en) = (kind_zh(kind), prints::kind_en(kind));
                        Failure::new(
                            "LS-V04",
                            crate::failure::FailureKind::Paper,
                            format!("还没有可以写成《{zh}》的记录，不能预览。"),
                            format!("Nothing on file calls for a {en} yet; there is nothing to show."),
                        )
                    })?,
                };
                let mut words = prints::words_only(kind, with)?;
                if matches!(kind, papers::Kind::AnnualReport | papers::Kind::ListedReport) && words.get("year").is_none() {
                    words["year"] = chrono::Datelike::year(&src.today()).into();
                }
                let paper = prints::build(&src, kind, &src.complete(about)?, &words)?;
                let own = match wording {
                    Some(text) => Some(text.clone()),
                    None => press::own_wording(&src, kind)?,
                };
                (press::set(&src, &self.press, &paper, own.as_deref())?, file_name(&["草稿", kind_zh(kind)], "pdf"))
            }
            PaperRequest::Print { kind, what } if kind == PACKET => self.packet_pdf(now, &serde_json::from_value(what.clone())?)?,
            PaperRequest::Print { kind, what } if kind == PACKET_FORM => self.packet_form(now, &serde_json::from_value(what.clone())?)?,
            PaperRequest::Print { kind, what } => {
                let paper = transient(self, now, kind, what)?;
                (self.set_loose(now, &paper)?, file_name(&[kind_zh(paper.kind())], "pdf"))
            }
        };
        Ok(self.tray.put(pdf, name))
    }

    fn filed(&self, now: Instant, id: &str) -> Result<(Pdf, String), Failure> {
        let src = Sources::of_open(self.opened()?, now)?;
        let filed = src.need::<FiledPaper>("paper", id)?;
        let head = match filed.state {
            PaperState::Draft => "草稿",
            PaperState::Void => "作废",
            PaperState::Issued => "",
        };
        let name = file_name(&[head, &filed.number, &filed.title, &filed.addressee], "pdf");
        Ok((press::page_of(&src, &self.press, &filed)?, name))
    }

    /// The recovery sheet is printed before there is a committee to speak.
    fn set_loose(&self, now: Instant, paper: &Paper) -> Result<Pdf, Failure> {
        if let Paper::RecoverySheet(_) = paper {
            return Ok(papers::set(paper, &Letterhead::nobody(), None, self.press.fonts()?)?);
        }
        let src = Sources::of_open(self.opened()?, now)?;
        let own = press::own_wording(&src, paper.kind())?;
        press::set(&src, &self.press, paper, own.as_deref())
    }

    /// One page as PNG, from the very bytes that are saved and printed.
    pub fn page(&mut self, now: Instant, request: Value) -> Result<Vec<u8>, Failure> {
        let ask: PageRequest = serde_json::from_value(request)?;
        let token = if ask.token.is_empty() {
            let id = if ask.id.is_empty() { &ask.paper } else { &ask.id };
            let (pdf, name) = self.filed(now, id)?;
            self.tray.put(pdf, name).token
        } else {
            ask.token.clone()
        };
        let lying = self.tray.get(&token)?;
        let dpi = ask.dpi.or(ask.scale.map(|s| s * 72.0)).unwrap_or(144.0);
        let key = format!("{token}/{}/{dpi}", ask.page);
        if let Some(png) = self.tray.page(&key) {
            return Ok(png);
        }
        if ask.page == 0 || ask.page > lying.pages {
            return Err(Failure::invalid(
                "page",
                format!("没有第{}页，共{}页。", ask.page, lying.pages),
                format!("There is no page {} of {}.", ask.page, lying.pages),
            ));
        }
        let png = papers::preview::page_png(&lying.bytes, ask.page - 1, dpi)?;
        self.tray.put_page(key, png.clone());
        Ok(png)
    }

    /// A file to be saved, printed or handed over.
    pub fn bytes(&mut self, now: Instant, request: Value) -> Result<FileOut, Failure> {
        let request: BytesRequest = serde_json::from_value(request)?;
        match request {
            BytesRequest::Cases { saved, text, order, desc } => {
                let rows = self.every_case(now, &serde_json::json!({ "saved": saved, "text": text, "order": order, "desc": desc }))?;
                let name = file_name(&["案件登记簿", &now.format("%Y-%m-%d").to_string()], "xlsx");
                Ok(FileOut { name, bytes: exchange::workbook(&[crate::export::register(&rows)])? })
            }
            BytesRequest::Table { list, with } => self.table(now, &list, &with),
            BytesRequest::Calendar { meeting } => self.calendar_file(now, meeting.as_deref()),
            BytesRequest::Paper { id } => {
                let (pdf, name) = self.filed(now, &id)?;
                Ok(FileOut { name, bytes: pdf.bytes })
            }
            BytesRequest::Token { token } => {
                let lying = self.tray.get(&token)?;
                Ok(FileOut { name: lying.name.clone(), bytes: lying.bytes.clone() })
            }
            BytesRequest::Material { id } => {
                let src = Sources::of_open(self.opened()?, now)?;
                let material = src.need::<Material>("material", &id)?;
                let bytes = src.reader.blob(&material.sha256)?.ok_or_else(|| Failure::not_found("blob", &material.sha256))?;
                Ok(FileOut { name: safe(&material.name), bytes })
            }
            BytesRequest::Blob { sha256 } => {
                let bytes = self.opened()?.archive.read().blob(&sha256)?.ok_or_else(|| Failure::not_found("blob", &sha256))?;
                let name = format!("{}{}", sha256.get(..8).unwrap_or(&sha256), ending_of(&bytes));
                Ok(FileOut { name: safe(&name), bytes })
            }
            BytesRequest::Report { year } => {
                let frozen = self.opened()?.archive.read().get::<crate::records::FrozenReport>(&year.to_string())?;
                if let Some(id) = frozen.and_then(|f| f.paper) {
                    let (pdf, name) = self.filed(now, &id)?;
                    return Ok(FileOut { name, bytes: pdf.bytes });
                }
                let src = Sources::of_open(self.opened()?, now)?;
                let paper = Paper::AnnualReport(prints::report::paper(&src, &serde_json::json!({ "year": year }))?);
                let own = press::own_wording(&src, paper.kind())?;
                let pdf = press::set(&src, &self.press, &paper, own.as_deref())?;
                let name = file_name(&["草稿", &src.committee.name, &format!("{year}年度工作报告")], "pdf");
                Ok(FileOut { name, bytes: pdf.bytes })
            }
        }
    }
}

/// Something on file that a paper of this kind can be about, to show adapted wording with real data: the last of its kind,
/// else the latest case or meeting that calls for one.
fn latest_of(src: &Sources, kind: papers::Kind) -> Result<Option<About>, Failure> {
    const LOOK_BACK: usize = 200;
    if let Some(last) = src.reader.where_::<FiledPaper>("kind", kind.id())?.last() {
        return Ok(Some(About::of(last)));
    }
    if matches!(kind, papers::Kind::AnnualReport | papers::Kind::ListedReport) {
        return Ok(Some(About::default()));
    }
    let fits = |about: &About| prints::build(src, kind, about, &Value::Null).is_ok();
    for meeting in src.reader.all::<Meeting>()?.iter().rev() {
        let about = About::meeting(&meeting.id);
        if fits(&about) {
            return Ok(Some(about));
        }
    }
    let cases = src.reader.count("case")?;
    for n in (1..=cases).rev().take(LOOK_BACK) {
        let Some(case) = src.reader.get::<Case>(&format!("c{n}"))? else { continue };
        for round in (0..case.rounds.len() as u32).rev() {
            let about = About::round(&case.id, round);
            if fits(&about) {
                return Ok(Some(about));
            }
        }
    }
    Ok(None)
}

/// 江大智伦〔2026〕62号 审查决定书（批准） 王某.pdf
pub(crate) fn file_name(parts: &[&str], ending: &str) -> String {
    let words: Vec<String> = parts.iter().map(|p| safe(p)).filter(|p| !p.is_empty()).collect();
    format!("{}.{ending}", words.join(" "))
}

/// The ending of a file known only by its bytes, so that the system's own viewer opens it.
fn ending_of(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => ".pdf",
        [0x89, b'P', b'N', b'G', ..] => ".png",
        [0xff, 0xd8, ..] => ".jpg",
        [b'P', b'K', 3, 4, ..] => ".docx",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => ".doc",
        _ => ".txt",
    }
}

/// A name every file system takes, at most 80 characters.
fn safe(name: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c }).collect();
    let kept = kept.trim().trim_matches('.');
    if kept.chars().count() <= 80 {
        return kept.into();
    }
    // The ending stays, the middle goes.
    let ending: String = kept.rsplit_once('.').map(|(_, e)| format!(".{e}")).filter(|e| e.chars().count() <= 8).unwrap_or_default();
    let head: String = kept.chars().take(80 - ending.chars().count()).collect();
    format!("{head}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_taken_by_every_system() {
        assert_eq!(
            file_name(&["江大智伦〔2026〕62号", "审查决定书（批准）", "王某"], "pdf"),
            "江大智伦〔2026〕62号 审查决定书（批准） 王某.pdf"
        );
        assert_eq!(file_name(&["", "A/B:C", "\u{7}"], "pdf"), "A_B_C _.pdf");
        assert_eq!(safe(&format!("{}.docx", "长".repeat(90))).chars().count(), 80);
        assert!(safe(&format!("{}.docx", "长".repeat(90))).ends_with(".docx"));
    }
}
