//! What a rule says about the facts: one sentence in two languages, a verdict, and the articles it stands on.
//! Deliberately not an error type: nothing here stops a program.

use serde::{Deserialize, Serialize};

/// How a finding bears on an act. Ordered from worst to best, the order in which they are shown.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 过不去: the law stands in the way; nothing passes it.
    Block,
    /// 写理由可过: passes with a typed reason, which is journalled and reported.
    Ask,
    /// 须知: information only.
    Note,
    /// 已证明: the rule is met, with the facts that show it.
    Fine,
}

/// An article: `M14` (the Measures), `E16` (《伦理办法》), with paragraph or item where one is meant (`M12(1)`),
/// `A` the annexed list (`A(2)` its second item), `R` for a limit the committee set for itself, `C203` for an article of the Civil Code applied by analogy (参照).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cite(pub String);

impl Cite {
    /// The article as it is written in Chinese: 第十四条, 《伦理办法》第十六条, 本委员会内部时限.
    pub fn zh(&self) -> String {
        let (head, tail) = self.split();
        let item = if tail.is_empty() { String::new() } else { format!("（{}）", chinese_number(tail.parse().unwrap_or(0))) };
        let number = chinese_number(head.get(1..).and_then(|n| n.parse().ok()).unwrap_or(0));
        match head.chars().next() {
            Some('M') => format!("第{number}条{item}"),
            Some('E') => format!("《伦理办法》第{number}条{item}"),
            Some('C') => format!("参照民法典第{number}条"),
            Some('A') => format!("附件{item}"),
            _ => "内部时限".into(),
        }
    }

    /// The article in English: `Art. 14`, `Ethics Measures Art. 16`.
    pub fn en(&self) -> String {
        let (head, tail) = self.split();
        let item = if tail.is_empty() { String::new() } else { format!("({tail})") };
        let number = head.get(1..).unwrap_or("");
        match head.chars().next() {
            Some('M') => format!("Art. {number}{item}"),
            Some('E') => format!("Ethics Measures Art. {number}{item}"),
            Some('C') => format!("Civil Code Art. {number} by analogy"),
            Some('A') => format!("Annex{item}"),
            _ => "the committee's own limit".into(),
        }
    }

    fn split(&self) -> (&str, &str) {
        match self.0.split_once('(') {
            Some((head, tail)) => (head, tail.trim_end_matches(')')),
            None => (&self.0, ""),
        }
    }
}

/// One rule's answer.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's stable name, `M14.quorum`: article, dot, concept. Scenarios and reasons refer to it.
    pub rule: String,
    pub verdict: Verdict,
    /// The sentence a person reads, result first, with the arithmetic where there is any.
    pub zh: String,
    pub en: String,
    pub cites: Vec<Cite>,
    /// Where the way out lies, one sentence; empty when there is nothing to do.
    #[serde(default)]
    pub way_zh: String,
    #[serde(default)]
    pub way_en: String,
    /// The facts and numbers the sentence was made from, for tests and for 算式.
    #[serde(default)]
    pub facts: serde_json::Value,
}

impl Finding {
    pub fn new(verdict: Verdict, rule: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        // The article in the rule's name is the first citation; `citing` adds the others.
        let first = rule.split('.').next().unwrap_or(rule).to_string();
        Finding {
            rule: rule.into(),
            verdict,
            zh: zh.into(),
            en: en.into(),
            cites: vec![Cite(first)],
            way_zh: String::new(),
            way_en: String::new(),
            facts: serde_json::Value::Null,
        }
    }
    pub fn block(rule: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Verdict::Block, rule, zh, en)
    }
    pub fn ask(rule: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Verdict::Ask, rule, zh, en)
    }
    pub fn note(rule: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Verdict::Note, rule, zh, en)
    }
    pub fn fine(rule: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Verdict::Fine, rule, zh, en)
    }
    pub fn citing(mut self, more: &[&str]) -> Self {
        for c in more {
            let c = Cite((*c).into());
            if !self.cites.contains(&c) {
                self.cites.push(c);
            }
        }
        self
    }
    /// What to do instead.
    pub fn way(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.way_zh = zh.into();
        self.way_en = en.into();
        self
    }
    pub fn with(mut self, facts: serde_json::Value) -> Self {
        self.facts = facts;
        self
    }
    pub fn blocks(&self) -> bool {
        self.verdict == Verdict::Block
    }
}

/// The worst verdict of a list; `Fine` when it is empty.
pub fn worst(findings: &[Finding]) -> Verdict {
    findings.iter().map(|f| f.verdict).min().unwrap_or(Verdict::Fine)
}

/// 1..=99 as articles are numbered: 十四, 二十, 三十一.
pub fn chinese_number(n: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |d: u32| DIGITS[d as usize % 10];
    match n {
        0..=9 => digit(n).into(),
        10..=19 => format!("十{}", if n.is_multiple_of(10) { "" } else { digit(n % 10) }),
        20..=99 => format!("{}十{}", digit(n / 10), if n.is_multiple_of(10) { "" } else { digit(n % 10) }),
        100..=999 => {
            let rest = n % 100;
            let tail = match rest {
                0 => String::new(),
                1..=9 => format!("零{}", digit(rest)),
                10..=19 => format!("一{}", chinese_number(rest)),
                _ => chinese_number(rest),
            };
            format!("{}百{tail}", digit(n / 100))
        }
        _ => format!(
            "{}千{}",
            digit(n / 1000),
            match n % 1000 {
                0 => String::new(),
                r @ 1..=99 => format!("零{}", chinese_number(r)),
                r => chinese_number(r),
            }
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_written_as_the_text_writes_them() {
        for (cite, zh, en) in [
            ("M14", "第十四条", "Art. 14"),
            ("M12(1)", "第十二条（一）", "Art. 12(1)"),
            ("E20", "《伦理办法》第二十条", "Ethics Measures Art. 20"),
            ("A", "附件", "Annex"),
            ("A(2)", "附件（二）", "Annex(2)"),
            ("R", "内部时限", "the committee's own limit"),
            ("C203", "参照民法典第二百零三条", "Civil Code Art. 203 by analogy"),
            ("C1259", "参照民法典第一千二百五十九条", "Civil Code Art. 1259 by analogy"),
        ] {
            assert_eq!(Cite(cite.into()).zh(), zh);
            assert_eq!(Cite(cite.into()).en(), en);
        }
    }
}
