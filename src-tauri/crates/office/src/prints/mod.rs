//! From the record to the print shop: the data of every paper, built from what is on file.
//!
//! One file a group of papers. A draft keeps only who it is about and the words a person typed (`edited`); everything
//! else is built anew from the record each time it is looked at, so a draft can never disagree with the file. At issue
//! (签发) the data are built once more and frozen. Deliberately no layout (that is `papers`) and no rule (`measures`).

mod committee;
mod decision;
mod fields;
mod intake;
pub(crate) mod link;
mod meeting;
mod minutes;
mod names;
pub(crate) mod press;
pub(crate) mod report;
mod sources;
mod tracking;
mod transient;

pub use fields::{Form, field_list, values};
pub(crate) use fields::{of_decision, words_only};
pub(crate) use intake::proposed_extension;
pub(crate) use meeting::outcome_words;
pub(crate) use names::{addressee, title};
pub use names::{kind_en, kind_zh};
pub use sources::Sources;
pub use transient::transient;

use crate::desk::Desk;
use crate::failure::Failure;
use measures::*;
use papers::{Kind, Paper};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What a paper is about. The round is the case's present one when left out; the member may also be an adviser.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    pub case: Option<String>,
    pub round: Option<u32>,
    pub meeting: Option<String>,
    pub item: Option<String>,
    pub member: Option<String>,
}
impl About {
    pub fn case(id: &str) -> Self {
        About { case: Some(id.into()), ..About::default() }
    }
    pub fn round(id: &str, round: u32) -> Self {
        About { case: Some(id.into()), round: Some(round), ..About::default() }
    }
    pub fn meeting(id: &str) -> Self {
        About { meeting: Some(id.into()), ..About::default() }
    }
    pub fn item(id: &str) -> Self {
        About { item: Some(id.into()), ..About::default() }
    }
    pub fn of(paper: &FiledPaper) -> Self {
        About {
            case: paper.case.clone(),
            round: paper.round,
            meeting: paper.meeting.clone(),
            item: paper.item.clone(),
            member: paper.data["about"]["member"].as_str().map(str::to_string),
        }
    }
}

/// Puts a draft of a paper on file. `with` are words, never facts: a partial object of the paper's data.
pub fn draft(desk: &mut Desk, kind: &str, about: About, with: &Value) -> Result<FiledPaper, Failure> {
    let kind = named(kind)?;
    let src = Sources::of_desk(desk)?;
    let about = src.complete(about)?;
    let edited = fields::words_only(kind, with)?;
    // A draft of the same paper that is still lying there is taken up again, not doubled.
    if let Some(mut lying) = lying_draft(&src, kind, &about)? {
        let mut words = lying.data["edited"].clone();
        for (key, value) in edited.as_object().into_iter().flatten() {
            words[key] = value.clone();
        }
        let paper = build(&src, kind, &about, &words)?;
        lying.title = names::title(&paper);
        lying.addressee = names::addressee(&src, &paper, &about)?;
        lying.data = data(&paper, &about, &words)?;
        desk.put_paper(&lying)?;
        return Ok(lying);
    }
    let paper = build(&src, kind, &about, &edited)?;
    let addressee = names::addressee(&src, &paper, &about)?;
    let id = desk.tx.next_id("paper")?;
    let filed = FiledPaper {
        id,
        kind: kind.id().into(),
        title: names::title(&paper),
        addressee,
        case: about.case.clone(),
        round: about.round,
        meeting: about.meeting.clone(),
        item: about.item.clone(),
        state: PaperState::Draft,
        serial: None,
        number: String::new(),
        dated: None,
        issued_at: None,
        data: data(&paper, &about, &edited)?,
        wording: None,
        sha256: None,
        pages: 0,
        check_code: String::new(),
        journal_seq: 0,
        journal_head: String::new(),
        steps: names::steps(kind),
        done: vec![],
        served: None,
        void: None,
        replaces: None,
    };
    desk.put_paper(&filed)?;
    Ok(filed)
}

/// A draft of this kind about the same thing, if one lies on the desk.
fn lying_draft(src: &Sources, kind: Kind, about: &About) -> Result<Option<FiledPaper>, Failure> {
    let of = match (&about.case, &about.meeting) {
        (Some(case), _) => src.papers_of(case)?,
        (None, Some(meeting)) => src.reader.where_::<FiledPaper>("meeting", meeting)?,
        (None, None) => src.reader.where_::<FiledPaper>("kind", kind.id())?,
    };
    Ok(of.into_iter().find(|p| p.state == PaperState::Draft && p.kind == kind.id() && About::of(p) == *about))
}

/// The print shop's name of a paper.
pub fn named(kind: &str) -> Result<Kind, Failure> {
    Kind::named(kind).ok_or_else(|| Failure::invalid("kind", format!("没有“{kind}”这种文书。"), format!("There is no paper “{kind}”.")))
}

/// The data of a paper from the record, with the edited words laid over them.
pub fn build(src: &Sources, kind: Kind, about: &About, edited: &Value) -> Result<Paper, Failure> {
    let paper = match kind {
        Kind::SupplementNotice => Paper::SupplementNotice(intake::supplement_notice(src, about)?),
        Kind::AcceptanceNotice => Paper::AcceptanceNotice(intake::acceptance_notice(src, about)?),
        Kind::RefusalNotice => Paper::RefusalNotice(intake::refusal_notice(src, about)?),
        Kind::ExtensionNotice => Paper::ExtensionNotice(intake::extension_notice(src, about)?),
        Kind::ConversionNotice => Paper::ConversionNotice(intake::conversion_notice(src, about)?),
        Kind::DesignationSlip => Paper::DesignationSlip(intake::designation_slip(src, about)?),
        Kind::MeetingNotice => Paper::MeetingNotice(meeting::notice(src, about)?),
        Kind::Agenda => Paper::Agenda(meeting::agenda(src, about)?),
        Kind::SignIn => Paper::SignIn(meeting::sign_in(src, about)?),
        Kind::Ballots => Paper::Ballots(meeting::ballots(src, about)?),
        Kind::Tally => Paper::Tally(meeting::tally(src, about)?),
        Kind::HostDesignation => Paper::HostDesignation(meeting::host_designation(src, about)?),
        Kind::Minutes => Paper::Minutes(minutes::minutes(src, about)?),
        Kind::DecisionLetter => Paper::DecisionLetter(decision::letter(src, about)?),
        Kind::PreliminaryOpinion => Paper::PreliminaryOpinion(decision::preliminary(src, about)?),
        Kind::ReReviewRequest => Paper::ReReviewRequest(decision::re_review_request(src, about)?),
        Kind::AppealNotice => Paper::AppealNotice(decision::appeal_notice(src, about)?),
        Kind::AppealDecision => Paper::AppealDecision(decision::appeal_decision(src, about)?),
        Kind::TrackingNotice => Paper::TrackingNotice(tracking::notice(src, about)?),
        Kind::TrackingOpinion => Paper::TrackingOpinion(tracking::opinion(src, about)?),
        Kind::Suspension => Paper::Suspension(tracking::suspension(src, about)?),
        Kind::ServiceReceipt => Paper::ServiceReceipt(tracking::service_receipt(src, about, edited)?),
        Kind::ArchiveIndex => Paper::ArchiveIndex(tracking::archive_index(src, about)?),
        Kind::Roster => Paper::Roster(committee::roster(src, src.today())?),
        Kind::AnnualReport => Paper::AnnualReport(report::paper(src, edited)?),
        Kind::RecoverySheet | Kind::DaySheet | Kind::WhyDate | Kind::Register => {
            return Err(Failure::invalid(
                "kind",
                format!("“{}”直接打印，不存草稿。", kind_zh(kind)),
                format!("A {} is printed at once and not drafted.", kind_en(kind)),
            ));
        }
    };
    fields::lay_over(paper, edited)
}

/// The data as filed: the paper's own, whom it is about, and the words typed.
pub(crate) fn data(paper: &Paper, about: &About, edited: &Value) -> Result<Value, Failure> {
    let mut data = plain(paper)?;
    data["about"] = serde_json::to_value(about)?;
    data["edited"] = if edited.is_null() { json!({}) } else { edited.clone() };
    Ok(data)
}

/// The paper's data as the journal takes them: numbers are whole, and column widths and bars are.
pub(crate) fn plain(paper: &Paper) -> Result<Value, Failure> {
    fn whole(value: &mut Value) {
        match value {
            Value::Number(n) => {
                if let Some(f) = n.as_f64().filter(|_| n.is_f64())
                    && f.fract() == 0.0
                    && f.abs() < 1e9
                {
                    *value = Value::from(f as i64);
                }
            }
            Value::Array(list) => list.iter_mut().for_each(whole),
            Value::Object(map) => map.values_mut().for_each(whole),
            _ => {}
        }
    }
    let mut data = serde_json::to_value(paper)?;
    whole(&mut data);
    Ok(data)
}

/// A draft as it stands now, built anew; an issued or void paper as it was frozen.
pub fn present(src: &Sources, paper: &FiledPaper) -> Result<Paper, Failure> {
    if paper.state == PaperState::Draft {
        return build(src, named(&paper.kind)?, &About::of(paper), &paper.data["edited"]);
    }
    Ok(serde_json::from_value(paper.data.clone())?)
}
