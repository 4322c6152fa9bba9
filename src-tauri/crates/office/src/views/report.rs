//! 年度工作报告 (M30, E45): every number opens its list.

mod chapters;
mod figures;
mod tables;
pub(super) mod year;

pub(crate) use chapters::COUNTING_ZH;
pub use figures::{Chapter, Figure, FigureRow, FigureTable, ListRow, ReportList};
pub(crate) use year::Lists;

use crate::failure::Failure;
use crate::office::Office;
use crate::records::FrozenReport;
use crate::sources::Sources;
use chapters::Book;
use chrono::Datelike;
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use year::{Data, Span, lists};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportView {
    pub year: i32,
    pub zh: String,
    pub en: String,
    pub due: measures::clock::Due,
    pub left: Option<measures::clock::Left>,
    pub chapters: Vec<Chapter>,
    pub findings: Vec<Finding>,
    pub frozen: Option<Date>,
    pub paper: Option<String>,
    /// The report on listed activities, once fixed.
    #[serde(default)]
    pub listed_paper: Option<String>,
    /// The day both were handed in.
    #[serde(default)]
    pub submitted: Option<Date>,
    pub years: Vec<i32>,
    /// Of these, the years whose report is fixed.
    #[serde(default)]
    pub fixed: Vec<i32>,
}

/// The report on a year, counted from the record now. Nothing is stored until it is frozen.
pub(crate) struct Composed {
    pub view: ReportView,
    pub lists: Lists,
}

pub(crate) fn compose(src: &Sources, year: i32, texts: &BTreeMap<u32, String>) -> Result<Composed, Failure> {
    let today = src.today();
    let no_year = || Failure::invalid("year", format!("{year}不是一个年份。"), format!("{year} is not a year."));
    let span = Span::of(year, today).ok_or_else(no_year)?;
    let last = Span::of(year - 1, today).ok_or_else(no_year)?;
    let data = Data::read(src)?;
    let (now, before) = (lists(src, &data, span), lists(src, &data, last));
    let book = Book { src, data: &data, span, now: &now, before: &before, texts };
    let chapters = book.chapters();
    let due = m30_registration::annual_due(&src.facts(), year).ok_or_else(no_year)?;
    let left = clock::left(&due, src.now, Owner::Committee, &src.law.calendar);
    let (unwritten_zh, unwritten_en) = Book::unwritten(&chapters);
    let mut findings: Vec<Finding> = chapters.iter().flat_map(|c| c.tables.iter().filter_map(|t| t.check.clone())).collect();
    findings.extend(e45_report::unwritten(&unwritten_zh, &unwritten_en));
    findings.extend(e45_report::unserved_extensions(now.n("extension.unserved")));
    findings.extend(e45_report::overdue_tracking(now.n("tracking.overdue")));
    let ready = chapters.iter().filter(|c| c.lamp == Verdict::Fine).count();
    let upto = if span.over(today) { "全年".to_string() } else { format!("数据截至{}", say::zh_date(today)) };
    let zh = format!(
        "{}前提交，不顺延（{}）。{upto}，{}章中{ready}章已齐；每个数字都能点开。",
        say::zh_date(due.nominal),
        Cite("M30".into()).zh(),
        chapters.len()
    );
    let en = format!(
        "Due by {}, no roll-over (Art. 30). {ready} of {} chapters ready; every number opens its list.",
        say::en_date(due.nominal),
        chapters.len()
    );
    let founded = src.committee.founded.year();
    let fixed: Vec<i32> = src.reader.all::<FrozenReport>()?.iter().map(|f| f.year).collect();
    let view = ReportView {
        year,
        zh,
        en,
        due,
        left: Some(left),
        chapters,
        findings,
        frozen: None,
        paper: None,
        listed_paper: None,
        submitted: None,
        years: (founded..=today.year()).rev().collect(),
        fixed,
    };
    Ok(Composed { view, lists: now })
}

/// Texts typed for the chapters: in the report's draft, else in the form left open.
pub(crate) fn texts_of(src: &Sources, year: i32) -> Result<BTreeMap<u32, String>, Failure> {
    let drafts = src.reader.where_::<FiledPaper>("kind", "annual_report")?;
    let of_year = |p: &&FiledPaper| p.data["edited"]["year"].as_i64() == Some(year.into());
    let texts = match drafts.iter().rfind(|p| of_year(p)) {
        Some(p) => p.data["edited"]["texts"].clone(),
        None => src.reader.draft(&format!("report-{year}"))?.map(|d| d["texts"].clone()).unwrap_or_default(),
    };
    Ok(serde_json::from_value(texts).unwrap_or_default())
}

pub fn build(office: &Office, now: Instant, year: i32) -> Result<ReportView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let Some(frozen) = src.reader.get::<FrozenReport>(&year.to_string())? else {
        return Ok(compose(&src, year, &texts_of(&src, year)?)?.view);
    };
    let mut view: ReportView = serde_json::from_value(frozen.figures["view"].clone())?;
    let counted: BTreeMap<String, u32> = serde_json::from_value(frozen.figures["counts"].clone())?;
    let anew = compose(&src, year, &frozen.texts)?;
    let keys: Vec<String> = {
        let fresh = anew.lists.counts();
        let all: std::collections::BTreeSet<&String> = counted.keys().chain(fresh.keys()).collect();
        all.into_iter().filter(|k| counted.get(*k).unwrap_or(&0) != fresh.get(*k).unwrap_or(&0)).cloned().collect()
    };
    view.findings = e45_report::changed_since(&keys).into_iter().collect();
    view.frozen = Some(frozen.on);
    view.submitted = frozen.handed_in();
    view.paper = frozen.paper;
    view.listed_paper = frozen.listed_paper;
    view.left = None;
    view.years = anew.view.years;
    view.fixed = anew.view.fixed;
    let (zh, en) = match view.submitted {
        Some(on) => (format!("{}报送", say::zh_date(on)), format!("handed in on {}", say::en_date(on))),
        None => ("还没有登记报送".into(), "not handed in yet".into()),
    };
    view.zh = format!("{}已冻结，{zh}，数据只读。", say::zh_date(frozen.on));
    view.en = format!("Fixed on {}, {en}; its data are read-only.", say::en_date(frozen.on));
    Ok(view)
}

/// The list behind one number.
pub fn list(office: &Office, now: Instant, year: i32, key: &str) -> Result<ReportList, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let composed = compose(&src, year, &BTreeMap::new())?;
    let figures = composed
        .view
        .chapters
        .iter()
        .flat_map(|c| c.figures.iter().chain(c.tables.iter().flat_map(|t| t.rows.iter().flat_map(|r| &r.cells))));
    let named = figures.clone().find(|f| f.key == key);
    if named.is_none() && composed.lists.rows(key).is_empty() {
        return Err(Failure::invalid("key", format!("报告里没有“{key}”这个数字。"), format!("The report has no number “{key}”.")));
    }
    let (zh, en) = named.map(|f| (f.zh.clone(), f.en.clone())).unwrap_or_default();
    let mut rows = composed.lists.rows(key).to_vec();
    rows.sort_by(|a, b| (a.date, &a.title).cmp(&(b.date, &b.title)));
    Ok(ReportList { key: key.into(), zh, en, rows })
}
