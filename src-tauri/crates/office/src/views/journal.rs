//! 全部留痕: the journal in plain words, old and new.

pub use super::words::Change;
use super::words::{Names, Words};
use crate::failure::Failure;
use crate::office::Office;
use crate::projection::meeting_title;
use measures::{Adviser, Case, FiledPaper, Instant, Item, Material, Meeting, Member};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use store::{Entry, JournalFilter, Reader};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JournalEntry {
    pub seq: u32,
    pub at: Instant,
    pub by: String,
    pub act: String,
    pub zh: String,
    pub en: String,
    pub reasons: Vec<(String, String)>,
    pub changes: Vec<Change>,
    /// The same in English.
    pub changes_en: Vec<Change>,
    pub hash: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JournalView {
    pub total: u32,
    pub head: String,
    pub entries: Vec<JournalEntry>,
}

/// The journal of the file, or of one record with what belongs to it; the newest first.
pub fn build(office: &Office, kind: &str, id: &str, offset: u32, limit: u32) -> Result<JournalView, Failure> {
    let reader = office.opened()?.archive.read();
    let head = reader.head();
    let limit = if limit == 0 { 100 } else { limit.min(500) };
    let names = names(reader)?;
    let (lines, total) = if kind.is_empty() {
        // Every number up to the head is a line.
        let from = head.seq.saturating_sub(offset);
        let page = if from == 0 {
            vec![]
        } else {
            reader.journal(JournalFilter { from_seq: from, limit, newest_first: true, ..JournalFilter::default() })?
        };
        (page, head.seq)
    } else {
        let mut seqs: BTreeSet<u32> = BTreeSet::new();
        for (kind, id) in belonging(reader, kind, id)? {
            seqs.extend(reader.journal_seqs(&kind, &id)?);
        }
        let mut page = Vec::new();
        for seq in seqs.iter().rev().skip(offset as usize).take(limit as usize) {
            page.extend(reader.journal(JournalFilter { from_seq: *seq, limit: 1, newest_first: true, ..JournalFilter::default() })?);
        }
        (page, seqs.len() as u32)
    };
    let entries = lines.into_iter().map(|e| entry(reader, e, &names)).collect::<Result<_, _>>()?;
    Ok(JournalView { total, head: head.hash, entries })
}

/// A record and what is part of its history: a case's items, files and papers; a meeting's items and papers.
fn belonging(reader: &Reader, kind: &str, id: &str) -> Result<Vec<(String, String)>, Failure> {
    let mut out = vec![(kind.to_string(), id.to_string())];
    let add = |out: &mut Vec<(String, String)>, kind: &str, ids: Vec<String>| out.extend(ids.into_iter().map(|i| (kind.to_string(), i)));
    match kind {
        "case" => {
            add(&mut out, "item", reader.where_::<Item>("case", id)?.into_iter().map(|i| i.id).collect());
            add(&mut out, "material", reader.where_::<Material>("case", id)?.into_iter().map(|m| m.id).collect());
            add(&mut out, "paper", reader.where_::<FiledPaper>("case", id)?.into_iter().map(|p| p.id).collect());
        }
        "meeting" => {
            add(&mut out, "item", reader.where_::<Item>("meeting", id)?.into_iter().map(|i| i.id).collect());
            add(&mut out, "paper", reader.where_::<FiledPaper>("meeting", id)?.into_iter().map(|p| p.id).collect());
        }
        _ => {}
    }
    Ok(out)
}

fn names(reader: &Reader) -> Result<Names, Failure> {
    let mut out: Names = reader.all::<Member>()?.into_iter().map(|m| (m.id, m.name)).collect();
    out.extend(reader.all::<Adviser>()?.into_iter().map(|a| (a.id, a.name)));
    Ok(out)
}

fn entry(reader: &Reader, e: Entry, names: &Names) -> Result<JournalEntry, Failure> {
    let (act_zh, act_en) = crate::acts::name_of(&e.act).unwrap_or_default();
    let (subject, changes) = read(reader, &e, names, true)?;
    let (subject_en, changes_en) = read(reader, &e, names, false)?;
    let reasons = e.reasons.as_array().map(|list| list.iter().map(|r| (word(r, "rule"), word(r, "reason"))).collect()).unwrap_or_default();
    let title = |act: &str, subject: &str, part: &str| if subject.is_empty() { act.to_string() } else { format!("{act}{part}{subject}") };
    Ok(JournalEntry {
        seq: e.seq,
        at: e.at,
        by: e.by,
        zh: title(if act_zh.is_empty() { &e.act } else { act_zh }, &subject, "："),
        en: title(if act_en.is_empty() { &e.act } else { act_en }, &subject_en, ": "),
        act: e.act,
        reasons,
        changes,
        changes_en,
        hash: e.hash,
    })
}

/// What a line is about, and what it changed, in one language.
fn read(reader: &Reader, e: &Entry, names: &Names, zh: bool) -> Result<(String, Vec<Change>), Failure> {
    let mut subject = String::new();
    let mut all = Vec::new();
    // Ids of the records touched read as what they are called.
    let mut known = names.clone();
    for image in e.images.iter().filter(|i| i.kind != "series" && i.kind != "blob") {
        let called = called(reader, &image.kind, &image.id, image.after.as_ref().or(image.before.as_ref()), zh)?;
        known.insert(image.id.clone(), called.clone());
        if subject.is_empty() || image.kind == "case" {
            subject.clone_from(&called);
        }
        if image.kind == "complaint" {
            // Whoever is named by a complaint may look at the journal: it says that, never what (E5(6), M31).
            all.push(sealed(called, zh));
            continue;
        }
        for mut change in (Words { names: &known, zh }).changes(image.before.as_ref(), image.after.as_ref()) {
            if e.images.len() > 1 {
                change.what = format!("{called} {}", change.what);
            }
            all.push(change);
        }
    }
    Ok((subject, all))
}

fn sealed(what: String, zh: bool) -> Change {
    let new = if zh {
        "（受限：在“申诉举报”页由承办人查看）"
    } else {
        "(restricted: seen by its handler on the page of complaints)"
    };
    Change { what, old: String::new(), new: new.into() }
}

fn word(v: &Value, key: &str) -> String {
    v[key].as_str().unwrap_or_default().to_string()
}

/// What a record is called: a case by its number, a meeting by its place in the year.
fn called(reader: &Reader, kind: &str, id: &str, doc: Option<&Value>, zh: bool) -> Result<String, Failure> {
    let Some(doc) = doc else { return Ok(id.to_string()) };
    let name = |key: &str| word(doc, key);
    let either = |zh_said: String, en_said: String| if zh { zh_said } else { en_said };
    Ok(match kind {
        "case" => format!("{}《{}》", name("number"), doc["application"]["title"].as_str().unwrap_or_default()),
        "meeting" => serde_json::from_value::<Meeting>(doc.clone())
            .map(|m| either(meeting_title(&m), format!("meeting {} of {}", m.no, m.year)))
            .unwrap_or_else(|_| id.to_string()),
        "item" => {
            let case = reader.get::<Case>(&name("case"))?.map(|c| c.number).unwrap_or_default();
            either(format!("议题{case}"), format!("item {case}"))
        }
        "paper" => {
            if name("number").is_empty() {
                name("title")
            } else {
                format!("{}{}", name("number"), name("title"))
            }
        }
        "member" | "adviser" => name("name"),
        "material" => name("name"),
        "training" => either(format!("培训“{}”", name("topic")), format!("training “{}”", name("topic"))),
        "committee" => either("委员会".into(), "the committee".into()),
        "complaint" => either(format!("投诉举报{id}"), format!("complaint {id}")),
        "contact" => either(format!("联系{}", name("with")), format!("contact with {}", name("with"))),
        "consultation" => either("咨询".into(), "consultation".into()),
        "calendar" => either(format!("{id}年放假通知"), format!("holiday notice of {id}")),
        "wording" => {
            let (of_zh, of_en) = papers::Kind::named(id)
                .map_or((id.to_string(), id.to_string()), |k| (crate::prints::kind_zh(k).into(), crate::prints::kind_en(k).into()));
            either(format!("文书文字（{of_zh}）"), format!("wording ({of_en})"))
        }
        "law_text" => either("法规原文".into(), "official text".into()),
        "report" => either(format!("{id}年度工作报告"), format!("work report of {id}")),
        _ => id.to_string(),
    })
}
