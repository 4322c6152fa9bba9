//! What each article asks, in this project's own words (归纳，非原文), and the splitting of an official text the
//! committee imports into its articles. The official wording is deliberately not shipped: it comes from the committee's
//! own copy and is shown beside the summary.

use crate::Cite;
use crate::finding::chinese_number;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One article in our own words. `M1`…`M37`, `A` (the annex), `E1`…`E51`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub cite: Cite,
    pub title_zh: String,
    pub title_en: String,
    pub zh: String,
    pub en: String,
    /// The wording could not be checked against the text: enforced in substance, never set as a quotation.
    #[serde(default)]
    pub from_memory: bool,
}

#[derive(Deserialize)]
struct File {
    article: Vec<Summary>,
}

/// Every summary: the Measures, the annex, 《伦理办法》.
pub fn all() -> &'static [Summary] {
    static ALL: LazyLock<Vec<Summary>> = LazyLock::new(|| {
        [include_str!("../../../../assets/law/measures-2026.toml"), include_str!("../../../../assets/law/ethics-2023.toml")]
            .iter()
            .flat_map(|text| toml::from_str::<File>(text).expect("the shipped summaries are read by a test").article)
            .collect()
    });
    &ALL
}

/// The summary of an article; `M14.quorum` and `M14(1)` find M14.
pub fn summary(article: &str) -> Option<&'static Summary> {
    let head = article.split(['.', '(']).next().unwrap_or(article);
    all().iter().find(|s| s.cite.0 == head)
}

/// An official text cut into articles.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    /// `M` for the Measures, `E` for 《伦理办法》.
    pub law: String,
    pub articles: Vec<OfficialArticle>,
    /// The items of the annexed list, in order.
    pub annex: Vec<String>,
    /// What does not look right, for whoever imports it.
    pub doubts: Vec<String>,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficialArticle {
    pub cite: Cite,
    /// Paragraphs on lines of their own, without the heading 第十四条.
    pub text: String,
}

/// The Measures have this many articles.
const MEASURES: u32 = 37;

/// Splits a pasted or read text. Covers, chapter and section headings and the bookmarks of a word processor fall away.
/// An article begins where 第n条 with the next number stands by itself; a reference inside a sentence never does.
pub fn split_official(text: &str) -> Result<Official, String> {
    let law = match () {
        () if text.contains("人工智能科技伦理审查与服务办法") => "M",
        () if text.contains("科技伦理审查办法") => "E",
        () => return Err("看不出是哪一部办法：正文里应有标题。请导入完整的正文。".into()),
    };
    let text = without_bookmarks(text);
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    while let Some((at, body)) = head(&text, from, starts.len() as u32 + 1) {
        starts.push((at, body));
        from = body;
    }
    if starts.is_empty() {
        return Err("没有找到“第一条”。请导入完整的正文，而不是目录或摘要。".into());
    }
    let (tail_from, mut annex) = (starts[starts.len() - 1].1, Vec::new());
    let end = match annex_start(&text[tail_from..]) {
        Some(at) => {
            annex = list_items(&text[tail_from + at..]);
            tail_from + at
        }
        None => text.len(),
    };
    let articles: Vec<OfficialArticle> = starts
        .iter()
        .enumerate()
        .map(|(i, (_, body))| {
            let stop = starts.get(i + 1).map_or(end, |(at, _)| *at);
            OfficialArticle { cite: Cite(format!("{law}{}", i + 1)), text: paragraphs(&text[*body..stop]) }
        })
        .collect();
    let mut doubts = Vec::new();
    if law == "M" && articles.len() as u32 != MEASURES {
        doubts.push(format!("办法共{MEASURES}条，只读到{}条，停在第{}条之后。", articles.len(), chinese_number(articles.len() as u32)));
    }
    if law == "M" && annex.is_empty() {
        doubts.push("没有读到附件清单。".into());
    }
    for a in articles.iter().filter(|a| a.text.is_empty()) {
        doubts.push(format!("{}是空的。", a.cite.zh()));
    }
    Ok(Official { law: law.into(), articles, annex, doubts })
}

/// `[bookmark: _GoBack]` and its like, and the marks that come with copying.
fn without_bookmarks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("[bookmark") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find(']').map_or("", |end| &rest[at + end + 1..]);
    }
    out.push_str(rest);
    out.replace(['\u{feff}', '\u{200b}', '\r'], "").replace('\u{a0}', " ")
}

/// Where article `n` begins and where its text begins.
fn head(text: &str, from: usize, n: u32) -> Option<(usize, usize)> {
    let label = format!("第{}条", chinese_number(n));
    let mut at = from;
    while let Some(found) = text[at..].find(&label).map(|p| at + p) {
        let body = found + label.len();
        let alone = text[..found].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '。' | '：' | '*' | '#' | '　'));
        let set_off = text[body..].chars().next().is_some_and(|c| c.is_whitespace() || c == '*');
        if alone && set_off {
            return Some((found, body));
        }
        at = body;
    }
    None
}

/// 附件 standing at the start of a line ends the last article.
fn annex_start(tail: &str) -> Option<usize> {
    let mut at = 0;
    for line in tail.split_inclusive('\n') {
        if line.trim_start().starts_with("附件") {
            return Some(at + (line.len() - line.trim_start().len()));
        }
        at += line.len();
    }
    None
}

/// The items 一、二、… of the annex.
fn list_items(annex: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in annex.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let label = format!("{}、", chinese_number(items.len() as u32 + 1));
        if let Some(rest) = line.strip_prefix(&label) {
            items.push(rest.trim().to_string());
        }
    }
    items
}

/// Lines without headings, each trimmed.
fn paragraphs(body: &str) -> String {
    body.lines()
        .map(|l| l.trim_matches(|c: char| c.is_whitespace() || c == '*' || c == '#'))
        .filter(|l| !l.is_empty() && !heading(l))
        .collect::<Vec<_>>()
        .join("\n")
}

/// 第六章附则, 第四节 应急程序: short, and numbered as a chapter or a section.
fn heading(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('第') else { return false };
    let number: String = rest.chars().take_while(|c| "零一二三四五六七八九十百".contains(*c)).collect();
    let after = rest[number.len()..].chars().next();
    !number.is_empty() && matches!(after, Some('章' | '节')) && line.chars().count() <= 24 && !line.ends_with('。')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m37_every_article_has_a_summary_in_both_languages() {
        let expected: Vec<String> =
            (1..=37).map(|n| format!("M{n}")).chain(["A".into()]).chain((1..=51).map(|n| format!("E{n}"))).collect();
        let found: Vec<&str> = all().iter().map(|s| s.cite.0.as_str()).collect();
        assert_eq!(found, expected);
        for s in all() {
            assert!(!s.title_zh.is_empty() && !s.title_en.is_empty(), "{}", s.cite.0);
            assert!(s.zh.ends_with('。') && s.en.ends_with('.') && s.zh.chars().count() < 120, "{}", s.cite.0);
        }
        assert_eq!(summary("M14.quorum").map(|s| s.title_zh.as_str()), Some("会议审查"));
        assert_eq!(summary("E45").map(|s| s.from_memory), Some(false));
        assert_eq!(summary("E20").map(|s| s.from_memory), Some(true));
        assert!(summary("X1").is_none());
    }

    /// A text of the same build as the forwarded one: a cover, a stray bookmark, a heading without its space,
    /// references inside sentences, and an annex named twice.
    fn forwarded() -> String {
        let mut text = String::from("关于转发《人工智能科技伦理审查与服务办法（试行）》的通知\n\n各部门：\n近期印发。\n\n第一章 总则\n");
        for n in 1..=37 {
            match n {
                9 => text.push_str("第三章 实施主体\n"),
                27 => text.push_str("[bookmark: _GoBack]第四节 应急程序\n"),
                33 => text.push_str("第六章附则\n"),
                _ => {}
            }
            text.push_str(&format!(
                "第{}条 甲依照第{}条有关要求办理{n}。\n（一）乙；\n第二款按《伦理办法》第四条执行。\n",
                chinese_number(n),
                chinese_number(n + 1)
            ));
        }
        text.push_str("\n附件：清单\n\n附件\n\n清单名称\n\n一、第一类的研发；\n二、第二类的研发；\n三、第三类的研发。\n本清单动态调整。\n");
        text
    }

    #[test]
    fn an_imported_text_is_split_at_its_articles_and_nowhere_else() {
        let official = split_official(&forwarded()).expect("split");
        assert_eq!((official.law.as_str(), official.articles.len(), official.doubts.len()), ("M", 37, 0));
        for (a, n) in official.articles.iter().zip(1..) {
            assert_eq!(a.cite.0, format!("M{n}"));
            let want = format!("甲依照第{}条有关要求办理{n}。\n（一）乙；\n第二款按《伦理办法》第四条执行。", chinese_number(n + 1));
            assert_eq!(a.text, want, "article {n}");
        }
        assert_eq!(official.annex, ["第一类的研发；", "第二类的研发；", "第三类的研发。"]);
    }

    #[test]
    fn a_text_with_a_missing_article_says_where_it_stops() {
        let text = forwarded().replace("第二十条 甲", "第廿条 甲");
        let official = split_official(&text).expect("split");
        assert_eq!(official.articles.len(), 19);
        assert_eq!(official.doubts[0], "办法共37条，只读到19条，停在第十九条之后。");
        assert!(split_official("别的文件\n第一条 甲。").is_err());
        assert!(split_official("人工智能科技伦理审查与服务办法\n目录").expect_err("no articles").contains("第一条"));
        let ethics = split_official("科技伦理审查办法（试行）\n第一条　甲。\n第二条　乙。").expect("split");
        assert_eq!((ethics.law.as_str(), ethics.articles[1].cite.0.as_str(), ethics.articles[1].text.as_str()), ("E", "E2", "乙。"));
    }
}
