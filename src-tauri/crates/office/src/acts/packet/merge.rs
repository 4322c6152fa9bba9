//! The merge bench: remarks of all members become numbered points for the letter, without names, each with its sources;
//! at the resubmission each is ticked as carried out or not (M16, E20).

use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// One point as it is put together on the bench.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PointIn {
    pub text: String,
    #[serde(default)]
    pub sources: Vec<PointSource>,
}

/// The points of one round, all of them, in their order.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MergePoints {
    pub case: String,
    #[serde(default)]
    pub round: Option<u32>,
    pub points: Vec<PointIn>,
}

impl MergePoints {
    fn points(&self) -> Vec<LetterPoint> {
        self.points
            .iter()
            .map(|p| {
                let mut sources = p.sources.clone();
                sources.sort();
                sources.dedup();
                LetterPoint { text: p.text.trim().into(), sources, state: PointState::Open, note: String::new() }
            })
            .collect()
    }
}

fn round_of(case: &Case, round: Option<u32>) -> Result<u32, Failure> {
    let round = round.unwrap_or(case.rounds.len() as u32 - 1);
    if round as usize >= case.rounds.len() {
        return Err(Failure::invalid("round", "没有这一轮审查。", "There is no such round."));
    }
    Ok(round)
}

impl Verb for MergePoints {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let round = round_of(&case, self.round)?;
        let points = self.points();
        for source in points.iter().flat_map(|p| &p.sources) {
            let there = desk.tx.get::<ReaderOpinion>(&source.opinion)?.filter(|o| o.case == self.case && o.round == round);
            let names = |o: &ReaderOpinion| match source.remark.strip_prefix('#') {
                Some(code) => o.said.points.get(code).is_some_and(|p| !p.words.trim().is_empty()),
                None => source.remark.is_empty() || o.said.remarks.iter().any(|r| r.id == source.remark),
            };
            if !there.is_some_and(|o| names(&o)) {
                return Err(Failure::invalid("points", "所引的意见不在本轮审查里。", "A source named is not among this round's opinions."));
            }
        }
        let mut findings: Vec<Finding> = e06_records::read_only(&case).into_iter().collect();
        if case.rounds[round as usize].decision.as_ref().is_some_and(|d| d.paper.is_some()) {
            findings.push(Finding::note(
                "M16.letter_there",
                "决定书已经起草；改动的要点不会自己写进去。",
                "The letter is drafted; changed points do not go into it by themselves.",
            ));
        }
        findings.extend(m14_packets::can_merge(&desk.facts()?, &points));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let case = desk.case(&self.case)?;
        let round = round_of(&case, self.round)?;
        let points = LetterPoints { id: LetterPoints::id_of(&case.id, round), case: case.id.clone(), round, points: self.points() };
        desk.put(&points)?;
        let n = points.points.len();
        Ok(Made::said(format!("已归成{n}条意见。"), format!("Gathered into {}.", say::en_count(n as i64, "point"))).with(
            "case",
            &case.id,
            case.full_number(),
        ))
    }
}

/// The tick on one point.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PointTick {
    /// Its number, from 1.
    pub point: u32,
    pub state: PointState,
    #[serde(default)]
    pub note: String,
}

/// At the re-review: which of the points the applicant carried out.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TickPoints {
    pub case: String,
    /// The round in which they were made.
    pub round: u32,
    pub ticks: Vec<PointTick>,
}

impl TickPoints {
    /// The points of that round, and after them what the letter asked for beside them: the applicant answers both.
    fn record(&self, desk: &Desk) -> Result<LetterPoints, Failure> {
        let id = LetterPoints::id_of(&self.case, self.round);
        let on_file = desk.tx.get::<LetterPoints>(&id)?;
        let mut record = on_file.unwrap_or(LetterPoints { id, case: self.case.clone(), round: self.round, points: vec![] });
        let case = desk.case(&self.case)?;
        let letter = case.rounds.get(self.round as usize).and_then(|r| r.decision.as_ref());
        let asked = letter.map(|d| m14_packets::asked_of(&record.points, &d.suggestions)).unwrap_or_default();
        let known = record.points.len();
        record.points.extend(asked.into_iter().filter(|a| a.point as usize > known).map(|a| LetterPoint {
            text: a.text,
            sources: vec![],
            state: PointState::Open,
            note: String::new(),
        }));
        if record.points.is_empty() {
            return Err(Failure::invalid("round", "这一轮没有要落实的意见。", "That round asked for nothing that could be carried out.")
                .way("先归纳意见，或在决定书里写明修改建议。", "Gather points, or put suggestions into the letter."));
        }
        Ok(record)
    }
}

impl Verb for TickPoints {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let record = self.record(desk)?;
        if self.round as usize + 1 >= case.rounds.len() {
            return Err(Failure::invalid("round", "修改稿还没有收到，无从核对。", "No resubmission is in yet; there is nothing to check."));
        }
        for tick in &self.ticks {
            if tick.point == 0 || tick.point as usize > record.points.len() {
                return Err(Failure::invalid("ticks", format!("没有第{}条。", tick.point), format!("There is no point {}.", tick.point)));
            }
            if tick.state == PointState::NotMet {
                form::filled("note", &tick.note, "未落实在哪里", "what was not carried out")?;
            }
        }
        Ok(e06_records::read_only(&case).into_iter().collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut record = self.record(desk)?;
        for tick in &self.ticks {
            let point = &mut record.points[tick.point as usize - 1];
            point.state = tick.state;
            point.note = tick.note.trim().into();
        }
        desk.put(&record)?;
        let met = record.points.iter().filter(|p| p.state == PointState::Met).count();
        let all = record.points.len();
        Ok(Made::said(format!("{all}条中{met}条已落实。"), format!("{met} of {all} carried out.")).with("case", &self.case, ""))
    }
}
