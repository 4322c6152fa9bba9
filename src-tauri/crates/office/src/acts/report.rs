//! Fixing the year's report (M30, E45): its numbers, its texts and its paper, after which the year is read-only. The fields
//! stand with the other duties towards others in `outward`.

use super::{Verb, form};
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints::{self, press};
use crate::records::FrozenReport;
use crate::sources::Sources;
use crate::views::report::{compose, texts_of};
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// E45: fixes the year's report with its numbers; afterwards the year is read-only.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FreezeReport {
    pub year: i32,
    #[serde(default)]
    pub on: Option<Date>,
    /// Chapters typed by hand, by their number.
    #[serde(default, deserialize_with = "by_number")]
    pub texts: BTreeMap<u32, String>,
    #[serde(default)]
    pub submitted: bool,
}

/// E45: the reports were fixed before; here the day is kept on which they were handed in.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SubmitReport {
    pub year: i32,
    #[serde(default)]
    pub on: Option<Date>,
}

/// Keys of a JSON object are strings; inside a tagged act they do not turn into numbers by themselves.
fn by_number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeMap<u32, String>, D::Error> {
    let read: BTreeMap<String, String> = serde::Deserialize::deserialize(from)?;
    read.into_iter().map(|(key, text)| Ok((key.parse().map_err(serde::de::Error::custom)?, text))).collect()
}

impl FreezeReport {
    /// What was typed before, with what is typed now laid over it.
    fn texts(&self, src: &Sources) -> Result<BTreeMap<u32, String>, Failure> {
        let mut texts = texts_of(src, self.year)?;
        texts.extend(self.texts.clone());
        Ok(texts)
    }
}

impl Verb for FreezeReport {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::not_future(desk, "on", desk.day(self.on))?;
        if let Some(frozen) = desk.tx.get::<FrozenReport>(&self.year.to_string())? {
            return Ok(vec![e45_report::already_fixed(self.year, frozen.on)]);
        }
        let src = Sources::of_desk(desk)?;
        let mut found = compose(&src, self.year, &self.texts(&src)?)?.view.findings;
        found.extend(e45_report::year_is_over(self.year, desk.day(self.on)));
        // Late is late, and is said; it does not keep the report back.
        let day = desk.day(self.on);
        if self.submitted && m30_registration::annual_due(&src.facts(), self.year).is_some_and(|due| day > due.nominal) {
            found.extend(m30_registration::annual(&src.facts(), self.year, Some(day), day));
        }
        Ok(found)
    }

    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let src = Sources::of_desk(desk)?;
        let texts = self.texts(&src)?;
        let composed = compose(&src, self.year, &texts)?;
        let figures = json!({ "view": composed.view, "counts": composed.lists.counts() });
        let draft = prints::draft(desk, "annual_report", About::default(), &json!({ "year": self.year, "texts": texts }))?;
        let day = desk.day(self.on);
        let filed = press::freeze(desk, draft, day)?;
        let draft = prints::draft(desk, "listed_report", About::default(), &json!({ "year": self.year }))?;
        let listed = press::freeze(desk, draft, day)?;
        let frozen = FrozenReport {
            id: self.year.to_string(),
            year: self.year,
            on: day,
            submitted: self.submitted,
            figures,
            texts,
            paper: Some(filed.id.clone()),
            listed_paper: Some(listed.id.clone()),
            submitted_on: None,
        };
        desk.put(&frozen)?;
        let submitted = if self.submitted { "并登记提交" } else { "" };
        Ok(Made::said(
            format!("{}年度工作报告已冻结{submitted}（{}）。", self.year, filed.number),
            format!("The {} report is fixed{} ({}).", self.year, if self.submitted { " and submitted" } else { "" }, filed.number),
        )
        .with("paper", &filed.id, &filed.number)
        .with("paper", &listed.id, &listed.number))
    }
}

impl Verb for SubmitReport {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let day = desk.day(self.on);
        form::not_future(desk, "on", day)?;
        let frozen = desk.tx.get::<FrozenReport>(&self.year.to_string())?;
        let mut found =
            e45_report::can_submit(self.year, frozen.as_ref().map(|f| f.on), frozen.as_ref().and_then(FrozenReport::handed_in), day);
        if !found.iter().any(Finding::blocks)
            && m30_registration::annual_due(&desk.facts()?, self.year).is_some_and(|due| day > due.nominal)
        {
            found.extend(m30_registration::annual(&desk.facts()?, self.year, Some(day), day));
        }
        Ok(found)
    }

    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = self.year.to_string();
        let mut frozen = desk.tx.get::<FrozenReport>(&id)?.ok_or_else(|| Failure::not_found("report", &id))?;
        let day = desk.day(self.on);
        (frozen.submitted, frozen.submitted_on) = (true, Some(day));
        desk.put(&frozen)?;
        Ok(Made::said(
            format!("已登记{}年度报告于{}报送。", self.year, say::zh_date(day)),
            format!("The {} reports were handed in on {}.", self.year, say::en_date(day)),
        ))
    }
}
