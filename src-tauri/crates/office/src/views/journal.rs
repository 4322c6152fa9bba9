//! 全部留痕: the journal in plain words, old and new.

use super::words::{Names, changes};
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
pub struct Change {
    pub what: String,
    pub old: String,
    pub new: String,
}

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
    let mut subject = String::new();
    let mut all = Vec::new();
    // Ids of the records touched read as what they are called.
    let mut known = names.clone();
    let shown = e.images.iter().filter(|i| i.kind != "series" && i.kind != "blob");
    for image in shown {
        let called = called(reader, &image.kind, &image.id, image.after.as_ref().or(image.before.as_ref()))?;
        known.insert(image.id.clone(), called.clone());
        if subject.is_empty() || image.kind == "case" {
            subject.clone_from(&called);
        }
        for mut change in changes(image.before.as_ref(), image.after.as_ref(), &known) {
            if e.images.len() > 1 {
                change.what = format!("{called} {}", change.what);
            }
            all.push(change);
        }
    }
    let reasons = e.reasons.as_array().map(|list| list.iter().map(|r| (word(r, "rule"), word(r, "reason"))).collect()).unwrap_or_default();
    let title = |act: &str| if subject.is_empty() { act.to_string() } else { format!("{act}：{subject}") };
    Ok(JournalEntry {
        seq: e.seq,
        at: e.at,
        by: e.by,
        zh: title(if act_zh.is_empty() { &e.act } else { act_zh }),
        en: title(if act_en.is_empty() { &e.act } else { act_en }).replace('：', ": "),
        act: e.act,
        reasons,
        changes: all,
        hash: e.hash,
    })
}

fn word(v: &Value, key: &str) -> String {
    v[key].as_str().unwrap_or_default().to_string()
}

/// What a record is called: a case by its number, a meeting by its place in the year.
fn called(reader: &Reader, kind: &str, id: &str, doc: Option<&Value>) -> Result<String, Failure> {
    let Some(doc) = doc else { return Ok(id.to_string()) };
    let name = |key: &str| word(doc, key);
    Ok(match kind {
        "case" => format!("{}《{}》", name("number"), doc["application"]["title"].as_str().unwrap_or_default()),
        "meeting" => serde_json::from_value::<Meeting>(doc.clone()).map(|m| meeting_title(&m)).unwrap_or_else(|_| id.to_string()),
        "item" => {
            let case = reader.get::<Case>(&name("case"))?.map(|c| c.number).unwrap_or_default();
            format!("议题{case}")
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
        "training" => format!("培训“{}”", name("topic")),
        "committee" => "委员会".into(),
        "complaint" => format!("投诉举报{id}"),
        "contact" => format!("联系{}", name("with")),
        "consultation" => "咨询".into(),
        "calendar" => format!("{id}年放假通知"),
        "wording" => {
            format!("文书文字（{}）", papers::Kind::named(id).map_or_else(|| id.to_string(), |k| crate::prints::kind_zh(k).to_string()))
        }
        "law_text" => "法规原文".into(),
        "report" => format!("{id}年度工作报告"),
        _ => id.to_string(),
    })
}
