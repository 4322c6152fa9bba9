//! One case: where it stands, what it lacks, what may be done now.

use crate::failure::Failure;
use crate::office::Office;
use crate::prints::outcome_words;
use crate::projection::{next_step, standing};
use crate::sources::Sources;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use store::{Op, Reader, RowQuery};

/// A paper in a list.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperLine {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub number: String,
    pub state: PaperState,
    pub dated: Option<Date>,
    /// The step it waits for, if issued and on its way.
    pub next: Option<PaperStep>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ElementRow {
    pub element: Element,
    pub zh: String,
    pub en: String,
    pub basis: Vec<Cite>,
    /// Must be there for this case; when not, why.
    pub needed: bool,
    pub why_zh: String,
    pub why_en: String,
    /// The verdict at the formal check, if given.
    pub check: Option<Check>,
    /// Text typed in the application for it.
    pub text: String,
    pub materials: Vec<Material>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseView {
    pub case: Case,
    /// As printed, with the present round's suffix.
    pub number: String,
    pub standing: measures::assess::Standing,
    pub elements: Vec<ElementRow>,
    pub materials: Vec<Material>,
    pub papers: Vec<PaperLine>,
    /// The agenda items of all rounds: meeting number, day, order, outcome.
    pub items: Vec<CaseItem>,
    pub conflicts: Vec<measures::e08_conflicts::Match>,
    /// Points gathered from the members' opinions, round by round: what the decision opens with (M16).
    pub points: Vec<LetterPoints>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub names: std::collections::BTreeMap<String, String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseItem {
    pub item: String,
    pub meeting: String,
    pub meeting_no: u32,
    pub day: Date,
    pub order: u32,
    pub outcome_zh: String,
    pub outcome_en: String,
}

impl PaperLine {
    pub(super) fn of(paper: &FiledPaper) -> Self {
        PaperLine {
            id: paper.id.clone(),
            kind: paper.kind.clone(),
            title: paper.title.clone(),
            number: paper.number.clone(),
            state: paper.state,
            dated: paper.dated,
            next: next_step(paper),
        }
    }
}

pub fn build(office: &Office, now: Instant, id: &str) -> Result<CaseView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let case = src.need::<Case>("case", id)?;
    let facts = src.facts();
    let materials = materials(&src, id)?;
    let mut papers = src.papers_of(id)?;
    papers.reverse();
    let number = case.full_number();
    Ok(CaseView {
        standing: standing(src.reader, &facts, &case, now)?,
        elements: elements(&case, &materials),
        materials,
        papers: papers.iter().map(PaperLine::of).collect(),
        items: items(&src, &case)?,
        conflicts: e08_conflicts::matches(&facts, &case),
        points: src.reader.where_::<LetterPoints>("case", id)?,
        previous: neighbour(src.reader, &number, Op::Less)?,
        next: neighbour(src.reader, &number, Op::More)?,
        names: names(&src)?,
        number,
        case,
    })
}

/// Everybody a page may have to name: members of all times and advisers.
pub(super) fn names(src: &Sources) -> Result<BTreeMap<String, String>, Failure> {
    let mut names: BTreeMap<String, String> = src.members.iter().map(|m| (m.id.clone(), m.name.clone())).collect();
    names.extend(src.reader.all::<Adviser>()?.into_iter().map(|a| (a.id, a.name)));
    Ok(names)
}

/// Files of a case, those in force first, then the newest.
pub(super) fn materials(src: &Sources, case: &str) -> Result<Vec<Material>, Failure> {
    let mut all = src.materials(case)?;
    // They come in the order they were taken in; the latest is looked for first.
    all.reverse();
    all.sort_by_key(|m| m.replaced_by.is_some());
    Ok(all)
}

/// The 23 elements with what this case needs of them, what was found at the check, and the files they are in.
pub(super) fn elements(case: &Case, materials: &[Material]) -> Vec<ElementRow> {
    let checks = &case.round().checks;
    m12_application::required(case)
        .into_iter()
        .map(|r| ElementRow {
            element: r.element,
            zh: r.element.zh().into(),
            en: r.element.en().into(),
            basis: r.basis,
            needed: r.needed,
            why_zh: r.why_zh,
            why_en: r.why_en,
            check: checks.get(&r.element).cloned(),
            text: case.application.texts.get(&r.element).cloned().unwrap_or_default(),
            materials: materials.iter().filter(|m| m.elements.contains(&r.element)).cloned().collect(),
        })
        .collect()
}

fn items(src: &Sources, case: &Case) -> Result<Vec<CaseItem>, Failure> {
    let mut out = Vec::new();
    for item in src.reader.where_::<Item>("case", &case.id)? {
        let Some(meeting) = src.reader.get::<Meeting>(&item.meeting)? else { continue };
        let (outcome_zh, outcome_en) = item.outcome.as_ref().map_or_else(Default::default, |o| {
            (outcome_words(case, &item, o), o.decision.map_or(o.result.en(), DecisionKind::en).to_string())
        });
        out.push(CaseItem {
            order: meeting.items.iter().position(|i| *i == item.id).map_or(0, |p| p as u32 + 1),
            item: item.id,
            meeting: meeting.id.clone(),
            meeting_no: meeting.no,
            day: meeting.day(),
            outcome_zh,
            outcome_en,
        });
    }
    Ok(out)
}

/// The case before or after in the register of numbers.
fn neighbour(reader: &Reader, number: &str, side: Op) -> Result<Option<String>, Failure> {
    let query = RowQuery {
        filter: vec![("number".into(), side, json!(number))],
        order: "number".into(),
        desc: side == Op::Less,
        limit: 1,
        ..RowQuery::default()
    };
    Ok(reader.case_rows(&query)?.0.first().and_then(|r| r["id"].as_str().map(str::to_string)))
}
