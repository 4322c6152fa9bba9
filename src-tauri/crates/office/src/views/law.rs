//! 条款—证据对照: each article with the evidence on file and the gaps; and one article's text.

use super::evidence::{ARTICLES, Book, head};
pub use super::evidence::{Evidence, Gap};
use crate::failure::Failure;
use crate::office::Office;
use crate::records::LawText;
use crate::sources::Sources;
use chrono::Datelike;
use measures::{Cite, Instant, Verdict, law, readings, say};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Reader;

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleLine {
    pub cite: Cite,
    pub zh: String,
    pub en: String,
    pub title_zh: String,
    pub title_en: String,
    pub lamp: Verdict,
    /// Nothing of this article has arisen yet.
    pub not_arisen: bool,
    pub gaps: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LawView {
    pub zh: String,
    pub en: String,
    pub lines: Vec<ArticleLine>,
    pub gaps: Vec<Gap>,
    pub official_measures: bool,
    pub official_ethics: bool,
    /// Every article of both instruments, for reading and searching.
    pub all: Vec<ArticleText>,
}

/// An article with its words: our own summary and, once imported, the official text.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleText {
    #[serde(flatten)]
    pub line: ArticleLine,
    pub summary_zh: String,
    pub summary_en: String,
    pub official: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleView {
    pub cite: Cite,
    pub zh: String,
    pub en: String,
    /// Own summary of the duties, marked 归纳，非原文.
    pub summary_zh: String,
    pub summary_en: String,
    /// The official text, when the committee has imported it.
    pub official: Option<String>,
    pub evidence: Vec<Evidence>,
    pub gaps: Vec<Gap>,
    /// Open readings that touch it: 本软件的处理.
    pub readings: Vec<measures::readings::Reading>,
}

pub fn build(office: &Office, now: Instant, year: Option<i32>) -> Result<LawView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let year = year.unwrap_or_else(|| src.today().year());
    let book = Book::read(&src, year)?;
    let lines: Vec<ArticleLine> = ARTICLES.iter().filter_map(|a| law::summary(a)).map(|s| line(&book, s)).collect();
    let (zh, en) = sentence(&book, &lines, src.today().year() == year, year);
    let (measures, ethics) = (imported(src.reader, "M")?, imported(src.reader, "E")?);
    let all = law::all()
        .iter()
        .map(|s| {
            let text = if s.cite.0.starts_with('E') { &ethics } else { &measures };
            let official = text.as_ref().and_then(|t| official(&t.articles, &s.cite.0));
            ArticleText { line: line(&book, s), summary_zh: s.zh.clone(), summary_en: s.en.clone(), official }
        })
        .collect();
    Ok(LawView { zh, en, lines, gaps: book.gaps, official_measures: measures.is_some(), official_ethics: ethics.is_some(), all })
}

fn line(book: &Book, summary: &law::Summary) -> ArticleLine {
    let article = summary.cite.0.as_str();
    let gaps = book.gaps_of(article);
    let arisen = book.evidence(article).iter().any(|e| e.n > 0);
    ArticleLine {
        cite: summary.cite.clone(),
        zh: summary.cite.zh(),
        en: summary.cite.en(),
        title_zh: summary.title_zh.clone(),
        title_en: summary.title_en.clone(),
        lamp: gaps.iter().map(|g| g.finding.verdict).min().unwrap_or(Verdict::Fine),
        not_arisen: !arisen && gaps.is_empty(),
        gaps: gaps.len() as u32,
    }
}

fn sentence(book: &Book, lines: &[ArticleLine], this_year: bool, year: i32) -> (String, String) {
    let when = if this_year { "本年".to_string() } else { format!("{year}年") };
    let n = book.gaps.len();
    let articles = lines.iter().filter(|l| l.gaps > 0).count();
    let mendable = book.gaps.iter().filter(|g| !g.act.is_empty()).count();
    let (mut zh, mut en) = match n {
        0 => (format!("{when}记录逐条核对：没有缺口。"), "Checked article by article: no gaps.".to_string()),
        _ => (
            format!("{when}记录逐条核对：{n}处缺口，分在{articles}条，其中{mendable}处一步可补。"),
            format!(
                "Checked article by article: {} in {}, {mendable} mended in one step.",
                say::en_count(n as i64, "gap"),
                say::en_count(articles as i64, "article")
            ),
        ),
    };
    let quiet: Vec<&ArticleLine> = lines.iter().filter(|l| l.not_arisen).collect();
    if !quiet.is_empty() && quiet.len() <= 6 {
        zh.push_str(&format!("{}{when}未发生。", say::zh_list(quiet.iter().map(|l| &l.zh))));
        en.push_str(&format!(" Nothing arose under {}.", say::en_list(quiet.iter().map(|l| &l.en))));
    } else if !quiet.is_empty() {
        zh.push_str(&format!("{}条{when}未发生。", quiet.len()));
        en.push_str(&format!(" Nothing arose under {}.", say::en_count(quiet.len() as i64, "article")));
    }
    (zh, en)
}

/// An article's text and, for a year, what is on file for it. Without a year nothing is counted: it is read in passing.
pub fn article(office: &Office, now: Instant, cite: &str, year: Option<i32>) -> Result<ArticleView, Failure> {
    // A citation may carry a paragraph or a rule's name; the page is the article's.
    let article = cite.split(['.', '(']).next().unwrap_or(cite).trim().to_string();
    let Some(summary) = law::summary(&article) else {
        return Err(Failure::invalid("cite", format!("没有“{cite}”这一条。"), format!("There is no article “{cite}”.")));
    };
    let mut view = ArticleView {
        cite: summary.cite.clone(),
        zh: summary.cite.zh(),
        en: summary.cite.en(),
        summary_zh: summary.zh.clone(),
        summary_en: summary.en.clone(),
        official: None,
        evidence: vec![],
        gaps: vec![],
        readings: readings::touching(&article).cloned().collect(),
    };
    // The text of an article is there for reading before a committee is founded.
    let Ok(open) = office.opened() else { return Ok(view) };
    let reader = open.archive.read();
    let letter = if article.starts_with('E') { "E" } else { "M" };
    if let Some(text) = imported(reader, letter)? {
        view.official = official(&text.articles, &article);
    }
    if let Some(year) = year.filter(|_| ARTICLES.contains(&article.as_str())) {
        let src = Sources::of_open(open, now)?;
        let book = Book::read(&src, year)?;
        view.evidence = book.evidence(&article);
        view.gaps = book.gaps.iter().filter(|g| g.finding.cites.iter().any(|c| head(c) == article)).cloned().collect();
    }
    Ok(view)
}

/// The imported text of an instrument; its articles are keyed by citation.
fn imported(reader: &Reader, letter: &str) -> Result<Option<LawText>, Failure> {
    Ok(reader.all::<LawText>()?.into_iter().find(|t| t.articles.contains_key(&format!("{letter}1"))))
}

/// An article's text; the annex is its items one under the other.
fn official(articles: &BTreeMap<String, String>, article: &str) -> Option<String> {
    if article != "A" {
        return articles.get(article).cloned();
    }
    let items: Vec<&str> = articles.iter().filter(|(k, _)| k.contains("annex")).map(|(_, t)| t.as_str()).collect();
    (!items.is_empty()).then(|| {
        items
            .iter()
            .enumerate()
            .map(|(i, t)| format!("{}、{t}", measures::finding::chinese_number(i as u32 + 1)))
            .collect::<Vec<_>>()
            .join("\n")
    })
}
