//! Which builder makes which paper, and a paper's way onto the file as a draft.

use super::names::{kind_en, kind_zh, named};
use super::{committee, decision, fields, intake, listed_report, meeting, minutes, names, report, tracking};
use crate::about::About;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::sources::Sources;
use measures::*;
use papers::{Kind, Paper};
use serde_json::{Value, json};

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
        Kind::ReReviewConflict => Paper::ReReviewConflict(decision::re_review_conflict(src, about)?),
        Kind::AppealNotice => Paper::AppealNotice(decision::appeal_notice(src, about)?),
        Kind::AppealDecision => Paper::AppealDecision(decision::appeal_decision(src, about)?),
        Kind::TrackingNotice => Paper::TrackingNotice(tracking::notice(src, about)?),
        Kind::TrackingOpinion => Paper::TrackingOpinion(tracking::opinion(src, about)?),
        Kind::Suspension => Paper::Suspension(tracking::suspension(src, about)?),
        Kind::ServiceReceipt => Paper::ServiceReceipt(tracking::service_receipt(src, about, edited)?),
        Kind::ArchiveIndex => Paper::ArchiveIndex(tracking::archive_index(src, about)?),
        Kind::Roster => Paper::Roster(committee::roster(src, src.today())?),
        Kind::AnnualReport => Paper::AnnualReport(report::paper(src, edited)?),
        Kind::ListedReport => Paper::ListedReport(listed_report::paper(src, edited)?),
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
