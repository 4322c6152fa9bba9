//! What the committee works by: its rule library (E6, M20, M27), the wording of its papers and the official
//! texts it imports.

use super::super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::records::{LawText, OwnWording};
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdoptRule {
    #[serde(flatten)]
    pub rule: RuleDocument,
}

impl Verb for AdoptRule {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::filled("version", &self.rule.version, "版本", "version")?;
        if let Some(file) = &self.rule.file {
            form::on_file(desk, "file", file)?;
        }
        let known = desk.committee()?.rules.iter().any(|r| r.kind == self.rule.kind && r.version == self.rule.version);
        if known {
            return Err(Failure::invalid(
                "version",
                format!("{}{}已经登记过。", self.rule.kind.zh(), self.rule.version),
                format!("{} {} is on file already.", self.rule.kind.en(), self.rule.version),
            )
            .way("修订的，写新的版本号。", "Give a revision a new version."));
        }
        let facts = desk.facts()?;
        Ok(e06_rules::can_adopt(facts.committee, &self.rule, facts.rules, desk.at.date_naive()))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut committee = desk.committee()?.clone();
        committee.rules.push(self.rule.clone());
        committee.rules.sort_by_key(|a| (a.kind, a.adopted));
        desk.put_committee(committee)?;
        Ok(Made::said(
            format!("{}{}已入制度库。", self.rule.kind.zh(), self.rule.version),
            format!("{} {} is in the rule library.", self.rule.kind.en(), self.rule.version),
        ))
    }
}

/// The committee's own wording of a paper; an empty text goes back to the shipped one.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdaptWording {
    pub kind: String,
    pub text: String,
}

impl Verb for AdaptWording {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let kind = crate::prints::named(&self.kind)?;
        if self.text.trim().is_empty() {
            if desk.tx.get::<OwnWording>(&self.kind)?.is_none() {
                return Err(Failure::invalid("text", "本来就用着随软件的文字。", "The shipped wording is in use already."));
            }
        } else {
            papers::Wording::parse(&self.text)?.check(kind)?;
        }
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let (zh, en) =
            (crate::prints::kind_zh(crate::prints::named(&self.kind)?), crate::prints::kind_en(crate::prints::named(&self.kind)?));
        if self.text.trim().is_empty() {
            desk.tx.remove::<OwnWording>(&self.kind)?;
            return Ok(Made::said(format!("{zh}恢复随软件的文字。"), format!("The {en} is back to the shipped wording.")));
        }
        desk.put(&OwnWording { id: self.kind.clone(), text: self.text.clone(), on: desk.at.date_naive() })?;
        Ok(Made::said(
            format!("{zh}改用本委员会的文字；已签发的不变。"),
            format!("The {en} now uses the committee's own wording; issued ones stay."),
        ))
    }
}

/// The official text of an instrument, `measures` or `ethics`, imported by the committee.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportLawText {
    pub instrument: String,
    pub text: String,
}

impl ImportLawText {
    fn official(&self) -> Result<law::Official, Failure> {
        if !["measures", "ethics"].contains(&self.instrument.as_str()) {
            return Err(Failure::invalid(
                "instrument",
                "只收《办法》（measures）和《伦理办法》（ethics）两部。",
                "Only the two instruments, measures and ethics, are taken.",
            ));
        }
        let official = law::split_official(&self.text).map_err(|why| {
            Failure::invalid("text", format!("原文没有读成条文：{why}"), format!("The text could not be split into articles: {why}"))
                .way("粘贴全文，条文以“第×条”开头。", "Paste the whole text; articles begin with 第×条.")
        })?;
        let wanted = if self.instrument == "measures" { "M" } else { "E" };
        if official.law != wanted {
            return Err(Failure::invalid("instrument", "导入的是另一部办法的原文。", "This is the text of the other instrument."));
        }
        Ok(official)
    }

    fn articles(&self) -> Result<std::collections::BTreeMap<String, String>, Failure> {
        let official = self.official()?;
        let wanted = official.law.clone();
        let mut articles: std::collections::BTreeMap<String, String> = official.articles.into_iter().map(|a| (a.cite.0, a.text)).collect();
        for (i, item) in official.annex.into_iter().enumerate() {
            articles.insert(format!("{wanted}-annex-{}", i + 1), item);
        }
        Ok(articles)
    }
}

/// What was understood of a text, article by article, to be compared before it is taken in; then what looks wrong with it.
fn read(official: &law::Official) -> Vec<Finding> {
    let known = law::all().iter().filter(|s| s.cite.0.starts_with(official.law.as_str())).count();
    let n = official.articles.len();
    let (annex_zh, annex_en) = match official.annex.len() {
        0 => (String::new(), String::new()),
        k => (format!("，附件清单{k}项"), format!(" and {k} items of the annex")),
    };
    let heads: Vec<serde_json::Value> = official
        .articles
        .iter()
        .map(|a| serde_json::json!({ "cite": a.cite.0, "zh": a.cite.zh(), "en": a.cite.en(), "head": a.text.chars().take(40).collect::<String>(), "chars": a.text.chars().count() }))
        .collect();
    let mut found = vec![
        Finding::note("M37.text_read", format!("读到{n}条{annex_zh}。"), format!("{n} articles{annex_en} were read."))
            .with(serde_json::json!({ "articles": heads, "annex": official.annex })),
    ];
    if official.law == "E" && n != known {
        found.push(Finding::note(
            "M37.text_short",
            format!("本软件归纳了{known}条，这份原文只有{n}条，请看是否完整。"),
            format!("This product summarises {known} articles; the text has {n}. See whether it is complete."),
        ));
    }
    found.extend(official.doubts.iter().map(|doubt| {
        Finding::ask("M37.text_doubt", doubt.clone(), format!("The text may be incomplete: {doubt}"))
            .way("补全后再导入；确实只有这些的，写明理由。", "Complete it first, or give the reason why this is all.")
    }));
    // About a text, not from an article of it.
    found.into_iter().map(|f| Finding { cites: vec![], ..f }).collect()
}

impl Verb for ImportLawText {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        desk.committee()?;
        let official = self.official()?;
        Ok(read(&official))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let articles = self.articles()?;
        let n = articles.keys().filter(|key| !key.contains("annex")).count();
        desk.put(&LawText { id: self.instrument.clone(), on: desk.at.date_naive(), articles })?;
        Ok(Made::said(format!("已导入原文，共{n}条。"), format!("The official text is imported: {n} articles.")))
    }
}
