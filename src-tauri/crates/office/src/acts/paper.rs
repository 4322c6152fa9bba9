//! Papers: drafted from the record, issued once, frozen, void but never gone, and their way to the addressee
//! (M16, E6, E17).

use super::{Verb, form};
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints::link::link;
use crate::prints::{self, press};
use crate::sources::Sources;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A draft of a paper of `kind` about a case, a meeting, an item or a person. Its data come from the record.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftPaper {
    pub kind: String,
    #[serde(default)]
    pub case: Option<String>,
    #[serde(default)]
    pub meeting: Option<String>,
    #[serde(default)]
    pub item: Option<String>,
    #[serde(default)]
    pub member: Option<String>,
    /// Fields of the paper's data that are words, not facts, and may be set here.
    #[serde(default)]
    pub with: serde_json::Value,
}

/// Changes words of a draft; `with` is a partial object of the paper's data. Facts and numbers cannot be edited.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditPaper {
    pub paper: String,
    pub with: serde_json::Value,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DropDraft {
    pub paper: String,
}

/// 签发: takes the number, sets the page, freezes the bytes.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IssuePaper {
    pub paper: String,
    /// 成文日期; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
}

/// The number stays used. With `reissue` a draft of the replacement is made.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoidPaper {
    pub paper: String,
    #[serde(default)]
    pub on: Option<Date>,
    pub reason: String,
    #[serde(default)]
    pub reissue: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordStep {
    pub paper: String,
    pub step: PaperStep,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub copies: u32,
    #[serde(default)]
    pub scan: Option<String>,
}

/// 送达: method, moment, receiver, proof. For a decision it starts the three working days (M16).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordService {
    pub paper: String,
    #[serde(default)]
    pub at: Option<Instant>,
    pub method: DeliveryMethod,
    pub receiver: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub proof: Option<String>,
    #[serde(default)]
    pub note: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectService {
    pub paper: String,
    pub at: Instant,
    pub method: DeliveryMethod,
    pub receiver: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub proof: Option<String>,
    pub reason: String,
}

impl Verb for DraftPaper {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let src = Sources::of_desk(desk)?;
        let about = src.complete(self.about())?;
        let kind = prints::named(&self.kind)?;
        prints::build(&src, kind, &about, &prints::words_only(kind, &self.with)?)?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let filed = prints::draft(desk, &self.kind, self.about(), &self.with)?;
        link(desk, &filed, Some(filed.id.clone()))?;
        Ok(Made::said(format!("已起草《{}》，没有取号。", filed.title), format!("Drafted: {}. No number is taken.", kind_en(&filed))).with(
            "paper",
            &filed.id,
            &filed.title,
        ))
    }
}

impl DraftPaper {
    fn about(&self) -> About {
        About { case: self.case.clone(), round: None, meeting: self.meeting.clone(), item: self.item.clone(), member: self.member.clone() }
    }
}

fn kind_en(paper: &FiledPaper) -> &'static str {
    prints::named(&paper.kind).map(prints::kind_en).unwrap_or("paper")
}

/// The paper must be in this state for the act.
pub(super) fn in_state(paper: &FiledPaper, state: PaperState) -> Result<(), Failure> {
    if paper.state == state {
        return Ok(());
    }
    let (now_zh, now_en) = (paper.state.zh(), paper.state.en());
    let name = if paper.number.is_empty() { &paper.title } else { &paper.number };
    let (way_zh, way_en) = match (paper.state, state) {
        (PaperState::Issued, PaperState::Draft) => {
            ("文号和内容已固定；有错的作废重发。", "Its number and text are fixed; void it and issue anew.")
        }
        (PaperState::Draft, _) => ("先签发。", "Issue it first."),
        _ => ("另起草一份。", "Draft another."),
    };
    Err(Failure::invalid("paper", format!("“{name}”{now_zh}，不能这样办。"), format!("“{name}” is {now_en}; this cannot be done."))
        .way(way_zh, way_en))
}

impl Verb for EditPaper {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let filed = desk.paper(&self.paper)?;
        in_state(&filed, PaperState::Draft)?;
        let kind = prints::named(&filed.kind)?;
        let words = prints::words_only(kind, &self.with)?;
        if words.as_object().is_none_or(|w| w.is_empty()) {
            return Err(Failure::invalid("with", "没有写要改什么。", "Nothing to change is named."));
        }
        let src = Sources::of_desk(desk)?;
        prints::build(&src, kind, &About::of(&filed), &merged(&filed, &words))?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut filed = desk.paper(&self.paper)?;
        let kind = prints::named(&filed.kind)?;
        let words = prints::words_only(kind, &self.with)?;
        let (mut own, mut to_record) = (serde_json::Map::new(), Vec::new());
        for (key, value) in words.as_object().into_iter().flatten() {
            match prints::of_decision(kind, key) {
                Some(field) => to_record.push((field, value.clone())),
                None => {
                    own.insert(key.clone(), value.clone());
                }
            }
        }
        write_to_decision(desk, &filed, &to_record)?;
        let edited = merged(&filed, &Value::Object(own));
        let src = Sources::of_desk(desk)?;
        let about = About::of(&filed);
        let paper = prints::build(&src, kind, &about, &edited)?;
        filed.title = prints::title(&paper);
        filed.addressee = prints::addressee(&src, &paper, &about)?;
        filed.data = prints::data(&paper, &about, &edited)?;
        desk.put_paper(&filed)?;
        Ok(Made::said(format!("已改《{}》草稿。", filed.title), format!("Draft changed: {}.", kind_en(&filed))).with(
            "paper",
            &filed.id,
            &filed.title,
        ))
    }
}

fn merged(filed: &FiledPaper, words: &Value) -> Value {
    let mut edited = filed.data["edited"].as_object().cloned().unwrap_or_default();
    for (key, value) in words.as_object().into_iter().flatten() {
        edited.insert(key.clone(), value.clone());
    }
    Value::Object(edited)
}

/// Reasons, suggestions and conditions belong to the decision on record; its letter only tells them.
fn write_to_decision(desk: &mut Desk, filed: &FiledPaper, words: &[(&'static str, Value)]) -> Result<(), Failure> {
    let (Some(id), false) = (&filed.case, words.is_empty()) else { return Ok(()) };
    let mut case = desk.case(id)?;
    let at = filed.round.map_or(case.rounds.len() - 1, |r| r as usize);
    let round = &mut case.rounds[at];
    let decision = if filed.kind == "preliminary_opinion" { round.preliminary.as_mut() } else { round.decision.as_mut() };
    let decision = decision.ok_or_else(|| Failure::invalid("paper", "这一轮还没有作出决定。", "This round is not decided."))?;
    for (field, value) in words {
        match *field {
            "reasons" => decision.reasons = serde_json::from_value(value.clone())?,
            "suggestions" => decision.suggestions = serde_json::from_value(value.clone())?,
            // A tracking opinion prints suggestions and conditions as one list of requirements.
            "requirements" => {
                decision.suggestions = serde_json::from_value(value.clone())?;
                decision.conditions.clear();
            }
            _ => decision.conditions = serde_json::from_value(value.clone())?,
        }
    }
    desk.put_case(&case)
}

impl Verb for DropDraft {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        in_state(&desk.paper(&self.paper)?, PaperState::Draft)?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let filed = desk.paper(&self.paper)?;
        link(desk, &filed, None)?;
        desk.tx.remove::<FiledPaper>(&filed.id)?;
        desk.tx.drop_search("paper", &filed.id)?;
        Ok(Made::said(
            format!("已撤销《{}》草稿；没有占用文号。", filed.title),
            format!("Draft dropped: {}. No number was used.", kind_en(&filed)),
        ))
    }
}

impl Verb for IssuePaper {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let filed = desk.paper(&self.paper)?;
        in_state(&filed, PaperState::Draft)?;
        let day = desk.day(self.on);
        press::linter(&Sources::of_desk(desk)?, &filed, day)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let filed = desk.paper(&self.paper)?;
        let day = desk.day(self.on);
        let filed = press::freeze(desk, filed, day)?;
        link(desk, &filed, Some(filed.id.clone()))?;
        if let Some(old) = &filed.replaces {
            let mut old = desk.paper(old)?;
            if let Some(void) = &mut old.void {
                void.replaced_by = Some(filed.id.clone());
                desk.put_paper(&old)?;
            }
        }
        let name = if filed.number.is_empty() { filed.title.clone() } else { filed.number.clone() };
        Ok(Made::said(
            format!("已签发{name}，共{}页，内容已固定。", filed.pages),
            format!("Issued {name}: {}, fixed.", say::en_count(filed.pages.into(), "page")),
        )
        .with("paper", &filed.id, name))
    }
}

impl Verb for VoidPaper {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let filed = desk.paper(&self.paper)?;
        in_state(&filed, PaperState::Issued)?;
        form::filled("reason", &self.reason, "作废的理由", "reason for voiding")?;
        form::not_future(desk, "on", desk.day(self.on))?;
        Ok(e06_papers::can_void(&self.reason, filed.served.is_some()))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut filed = desk.paper(&self.paper)?;
        filed.state = PaperState::Void;
        filed.void = Some(Voided { on: desk.day(self.on), reason: self.reason.trim().into(), replaced_by: None });
        desk.put_paper(&filed)?;
        let name = if filed.number.is_empty() { filed.title.clone() } else { filed.number.clone() };
        if !self.reissue {
            link(desk, &filed, None)?;
            return Ok(Made::said(format!("{name}已作废，文号不再使用。"), format!("{name} is void; its number stays used."))
                .with("paper", &filed.id, name));
        }
        let mut words = filed.data["edited"].clone();
        if filed.kind == "decision_letter" {
            words["supersedes"] = filed.number.clone().into();
        }
        let mut again = prints::draft(desk, &filed.kind, About::of(&filed), &words)?;
        again.replaces = Some(filed.id.clone());
        desk.put_paper(&again)?;
        if let Some(void) = &mut filed.void {
            void.replaced_by = Some(again.id.clone());
        }
        desk.put_paper(&filed)?;
        link(desk, &again, Some(again.id.clone()))?;
        Ok(Made::said(format!("{name}已作废，替代的草稿已起好。"), format!("{name} is void; a draft of its replacement is ready."))
            .with("paper", &again.id, &again.title)
            .with("paper", &filed.id, name))
    }
}

impl RecordStep {
    /// Who did it: as written, else whoever keeps the file; a signature is the chair's, never the secretary's.
    fn who(&self, desk: &Desk) -> Result<String, Failure> {
        Ok(match (self.by.trim(), self.step) {
            ("", PaperStep::Signed) => desk.facts()?.chair(desk.day(self.on)).map(|m| m.name.clone()).unwrap_or_default(),
            ("", _) => desk.by.clone(),
            (by, _) => by.into(),
        })
    }
}

impl Verb for RecordStep {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let filed = desk.paper(&self.paper)?;
        in_state(&filed, PaperState::Issued)?;
        form::not_future(desk, "on", desk.day(self.on))?;
        if self.step == PaperStep::Served {
            return Err(Failure::invalid("step", "送达要写明方式、时间和收件人。", "Service needs its way, moment and receiver.")
                .way("用“登记送达”。", "Use “record service”."));
        }
        if !filed.steps.contains(&self.step) {
            return Err(Failure::invalid(
                "step",
                format!("这份文书没有“{}”这一步。", self.step.zh()),
                format!("This paper has no step “{}”.", self.step.en()),
            ));
        }
        if let Some(done) = filed.done.iter().find(|d| d.step == self.step) {
            return Err(Failure::invalid(
                "step",
                format!("“{}”已在{}登记。", self.step.zh(), say::zh_date(done.on)),
                format!("“{}” was recorded on {}.", self.step.en(), say::en_date(done.on)),
            ));
        }
        if let Some(scan) = &self.scan {
            form::on_file(desk, "scan", scan)?;
        }
        form::filled("by", &self.who(desk)?, "谁签署的（主任委员空缺）", "signer (the chair is vacant)")?;
        Ok(e06_papers::scanned(self.step, self.scan.is_some()).into_iter().collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut filed = desk.paper(&self.paper)?;
        let by = self.who(desk)?;
        filed.done.push(StepDone { step: self.step, on: desk.day(self.on), by, copies: self.copies, scan: self.scan.clone() });
        filed.done.sort_by_key(|d| d.step);
        desk.put_paper(&filed)?;
        let name = if filed.number.is_empty() { &filed.title } else { &filed.number };
        Ok(Made::said(format!("{name}已{}。", self.step.zh()), format!("{name}: {}.", self.step.en())).with("paper", &filed.id, name))
    }
}
