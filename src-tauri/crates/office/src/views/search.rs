//! One box over everything: cases, papers, people, minutes, materials, acts, articles.

use crate::failure::Failure;
use crate::office::Office;
use measures::{Adviser, Material, law};
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
    /// How it was found: `字`, `拼音`, `首字母`.
    pub how: String,
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
const KINDS: [(&str, &str, &str); 5] = [
    ("case", "案件", "Cases"),
    ("paper", "文书", "Papers"),
    ("member", "人员", "People"),
    ("meeting", "会议、审议记录", "Meetings and deliberations"),
    ("material", "材料", "Material"),
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

fn how_words(how: How) -> &'static str {
    match how {
        How::Written => "字",
        How::Pinyin => "拼音",
        How::Initials => "首字母",
    }
}

fn hit(reader: &Reader, h: store::Hit) -> Result<Option<SearchHit>, Failure> {
    let mut out = SearchHit { kind: h.kind, id: h.id, title: h.title, detail: h.snippet, how: how_words(h.how).into() };
    match out.kind.as_str() {
        "case" => {
            let Some(row) = reader.case_row(&out.id)? else { return Ok(None) };
            let word = |key: &str| row[key].as_str().unwrap_or_default();
            let facts = format!("{} {}｜{}", word("department"), word("leader"), word("stage_zh"));
            out.title = format!("{} {}", word("number"), word("title"));
            out.detail = if out.detail.is_empty() { facts } else { format!("{facts}｜{}", out.detail) };
        }
        // A file is shown where it lies: with its case.
        "material" => {
            let Some(m) = reader.get::<Material>(&out.id)? else { return Ok(None) };
            let number = reader.case_row(&m.case)?.and_then(|r| r["number"].as_str().map(str::to_string)).unwrap_or_default();
            out.detail = format!("{number} {}", m.version).trim().to_string();
            out.id = m.case;
        }
        _ => {}
    }
    Ok(Some(out))
}

fn advisers(reader: &Reader, asked: &str) -> Result<Vec<SearchHit>, Failure> {
    let found = |a: &Adviser| matched(&a.name, asked);
    let all = reader.all::<Adviser>()?;
    Ok(all
        .iter()
        .filter_map(|a| {
            Some(SearchHit {
                kind: "member".into(),
                id: a.id.clone(),
                title: a.name.clone(),
                detail: format!("顾问专家｜{}", a.unit),
                how: found(a)?.into(),
            })
        })
        .take(EACH as usize)
        .collect())
}

/// How a short word of the program's own is met by what was typed.
fn matched(text: &str, asked: &str) -> Option<&'static str> {
    let (t, a) = (text.to_lowercase(), asked.to_lowercase());
    if t.contains(&a) {
        return Some("字");
    }
    store::reading(text, asked).map(|(how, _)| how_words(how))
}

fn acts(asked: &str) -> Vec<SearchHit> {
    crate::acts::names()
        .into_iter()
        .filter_map(|(tag, zh, en)| {
            let how = matched(zh, asked).or_else(|| matched(en, asked).filter(|h| *h == "字"))?;
            Some(SearchHit { kind: "act".into(), id: tag, title: zh.into(), detail: en.into(), how: how.into() })
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
                (0, "字")
            } else if let Some(how) = matched(&s.title_zh, asked).or_else(|| matched(&s.title_en, asked).filter(|h| *h == "字")) {
                (1, how)
            } else if asked.chars().count() > 1 && (s.zh.contains(asked) || s.en.to_lowercase().contains(&asked.to_lowercase())) {
                (2, "字")
            } else {
                return None;
            };
            Some((
                rank,
                SearchHit {
                    kind: "article".into(),
                    id: s.cite.0.clone(),
                    title: format!("{name} {}", s.title_zh),
                    detail: s.title_en.clone(),
                    how: how.into(),
                },
            ))
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
