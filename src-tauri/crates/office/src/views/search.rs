//! One box over everything: cases, papers, people, minutes, materials, acts, articles.

use crate::failure::Failure;
use crate::office::Office;
use measures::{Adviser, Material, Meeting, law};
use serde::{Deserialize, Serialize};
use store::{How, Reader};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchHit {
    /// `case`, `paper`, `member`, `meeting`, `material`, `article`, `act`, `place`
    pub kind: String,
    pub id: String,
    pub title: String,
    pub detail: String,
    /// The two in English; empty where they are the record's own words.
    pub title_en: String,
    pub detail_en: String,
    /// How it was found: 字、拼音、首字母。
    pub how_zh: String,
    pub how_en: String,
}
impl SearchHit {
    fn new(kind: &str, id: &str, (zh, en): (&str, &str), how: How) -> SearchHit {
        let (how_zh, how_en) = match how {
            How::Written => ("字", "as written"),
            How::Pinyin => ("拼音", "by sound"),
            How::Initials => ("首字母", "by initials"),
        };
        let own = |text: &str| text.to_string();
        SearchHit {
            kind: own(kind),
            id: own(id),
            title: own(zh),
            detail: String::new(),
            title_en: own(en),
            detail_en: String::new(),
            how_zh: own(how_zh),
            how_en: own(how_en),
        }
    }
    fn with(mut self, zh: impl Into<String>, en: impl Into<String>) -> SearchHit {
        (self.detail, self.detail_en) = (zh.into(), en.into());
        self
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchGroup {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub hits: Vec<SearchHit>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    pub text: String,
    pub groups: Vec<SearchGroup>,
}

/// What the page shows of each group; the register and the papers have their own boxes for the rest.
const EACH: u32 = 8;

/// What can be found, in this order: the store's kind, and the group's words.
const KINDS: [(&str, &str, &str); 6] = [
    ("case", "案件", "Cases"),
    ("paper", "文书", "Papers"),
    ("member", "人员", "People"),
    ("meeting", "会议、审议记录", "Meetings and deliberations"),
    ("material", "材料", "Material"),
    ("consultation", "咨询", "Consultations"),
];

pub fn build(office: &Office, text: &str) -> Result<SearchView, Failure> {
    let reader = office.opened()?.archive.read();
    let asked = text.trim();
    let mut groups = Vec::new();
    if !asked.is_empty() {
        for (kind, zh, en) in KINDS {
            let mut hits = Vec::new();
            for h in reader.search_in(kind, asked, EACH)? {
                hits.extend(hit(reader, h)?);
            }
            if kind == "member" {
                hits.extend(advisers(reader, asked)?);
            }
            groups.push(SearchGroup { key: kind.into(), zh: zh.into(), en: en.into(), hits });
        }
        groups.push(SearchGroup { key: "act".into(), zh: "办事".into(), en: "Acts".into(), hits: acts(asked) });
        groups.push(SearchGroup { key: "article".into(), zh: "条款".into(), en: "Articles".into(), hits: articles(asked) });
        groups.retain(|g| !g.hits.is_empty());
    }
    Ok(SearchView { text: text.into(), groups })
}

fn hit(reader: &Reader, h: store::Hit) -> Result<Option<SearchHit>, Failure> {
    let plain = SearchHit::new(&h.kind, &h.id, (&h.title, ""), h.how).with(h.snippet.as_str(), "");
    Ok(match h.kind.as_str() {
        "case" => reader.case_row(&h.id)?.map(|row| {
            let word = |key: &str| row[key].as_str().unwrap_or_default();
            let facts = |stage: &str| {
                let facts = format!("{} {}｜{}", word("department"), word("leader"), word(stage));
                if h.snippet.is_empty() { facts } else { format!("{facts}｜{}", h.snippet) }
            };
            SearchHit { title: format!("{} {}", word("number"), word("title")), ..plain }
                .with(facts("stage_zh"), facts("stage_en").replace('｜', " | "))
        }),
        // A file is shown where it lies: with its case.
        "material" => match reader.get::<Material>(&h.id)? {
            Some(m) => {
                let number = reader.case_row(&m.case)?.and_then(|r| r["number"].as_str().map(str::to_string)).unwrap_or_default();
                Some(SearchHit { id: m.case, ..plain }.with(format!("{number} {}", m.version).trim(), ""))
            }
            None => None,
        },
        "meeting" => reader.get::<Meeting>(&h.id)?.map(|m| SearchHit {
            title_en: format!("Meeting {} of {}", m.no, m.year),
            detail_en: h.snippet.clone(),
            ..plain
        }),
        _ => Some(plain),
    })
}

fn advisers(reader: &Reader, asked: &str) -> Result<Vec<SearchHit>, Failure> {
    let all = reader.all::<Adviser>()?;
    let line = |a: &Adviser| {
        let hit = SearchHit::new("member", &a.id, (&a.name, ""), matched(&a.name, asked)?);
        Some(hit.with(format!("顾问专家｜{}", a.unit), format!("adviser | {}", a.unit)))
    };
    Ok(all.iter().filter_map(line).take(EACH as usize).collect())
}

/// How a short word of the program's own is met by what was typed.
fn matched(text: &str, asked: &str) -> Option<How> {
    let (t, a) = (text.to_lowercase(), asked.to_lowercase());
    if t.contains(&a) {
        return Some(How::Written);
    }
    store::reading(text, asked).map(|(how, _)| how)
}

/// English words are met as they are written; initials of theirs would find everything.
fn written(text: &str, asked: &str) -> Option<How> {
    text.to_lowercase().contains(&asked.to_lowercase()).then_some(How::Written)
}

fn acts(asked: &str) -> Vec<SearchHit> {
    crate::acts::names()
        .into_iter()
        .filter_map(|(tag, zh, en)| {
            let how = matched(zh, asked).or_else(|| written(en, asked))?;
            Some(SearchHit::new("act", &tag, (zh, en), how).with(en, ""))
        })
        .take(EACH as usize)
        .collect()
}

/// By number (第十四条, 14, M14), title, or the words of our summary.
fn articles(asked: &str) -> Vec<SearchHit> {
    let number = asked.trim_start_matches(['M', 'm']);
    let mut out: Vec<(u8, SearchHit)> = law::all()
        .iter()
        .filter_map(|s| {
            let name = s.cite.zh();
            let named = s.cite.0.eq_ignore_ascii_case(asked)
                || s.cite.0 == format!("M{number}")
                || name == asked
                || name.ends_with(&format!("》{asked}"));
            let (rank, how) = if named {
                (0, How::Written)
            } else if let Some(how) = matched(&s.title_zh, asked).or_else(|| written(&s.title_en, asked)) {
                (1, how)
            } else if asked.chars().count() > 1 && (s.zh.contains(asked) || s.en.to_lowercase().contains(&asked.to_lowercase())) {
                (2, How::Written)
            } else {
                return None;
            };
            let (zh, en) = (format!("{name} {}", s.title_zh), format!("{} {}", s.cite.en(), s.title_en));
            let hit = SearchHit::new("article", &s.cite.0, (&zh, &en), how);
            Some((rank, hit.with(s.title_en.as_str(), "")))
        })
        .collect();
    out.sort_by_key(|(rank, _)| *rank);
    out.into_iter().map(|(_, h)| h).take(EACH as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_and_articles_are_found_by_their_words() {
        assert_eq!(acts("延长")[0].id, "extend");
        assert!(acts("yczxqx").is_empty());
        assert_eq!(acts("ycsc")[0].id, "extend", "延长审查期限 by its initials");
        assert_eq!(articles("第十四条")[0].id, "M14");
        assert_eq!(articles("14")[0].id, "M14");
        assert!(articles("申诉").iter().any(|a| a.id == "M16" || a.id == "E18"));
    }
}
