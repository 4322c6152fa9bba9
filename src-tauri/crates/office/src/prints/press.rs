//! From data to a page: the letterhead, the number, the check code, the committee's own wording; and what the linter has
//! to say before a number is taken.

use super::build::{build, data, plain, present};
use super::names::{Series, kind_en, kind_zh, named, series};
use crate::about::About;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::office::Press;
use crate::records::OwnWording;
use crate::sources::Sources;
use chrono::Datelike;
use measures::*;
use papers::{Imprint, Kind, Letterhead, Paper, Pdf};

/// Who speaks, from the committee's particulars and settings.
pub(crate) fn letterhead(src: &Sources) -> Result<Letterhead, Failure> {
    let picture = |sha: &Option<String>| -> Result<Option<Vec<u8>>, Failure> {
        match sha {
            Some(sha) => Ok(src.reader.blob(sha)?),
            None => Ok(None),
        }
    };
    let c = &src.committee;
    Ok(Letterhead {
        committee: c.name.clone(),
        unit: c.unit.name.clone(),
        prefix: c.letter_prefix.clone(),
        seal_png: picture(&c.settings.seal)?,
        seal_mm: c.settings.seal_mm as f32,
        signature_png: picture(&c.settings.signature)?,
        demo: c.demo,
        phone: c.phone.clone(),
        contact: c.secretary.clone(),
    })
}

pub(crate) fn own_wording(src: &Sources, kind: Kind) -> Result<Option<String>, Failure> {
    Ok(src.reader.get::<OwnWording>(kind.id())?.map(|w| w.text))
}

/// Sets a paper as it is; `wording` is the text to use instead of the one shipped.
pub(crate) fn set(src: &Sources, press: &Press, paper: &Paper, wording: Option<&str>) -> Result<Pdf, Failure> {
    Ok(papers::set(paper, &letterhead(src)?, wording, press.fonts()?)?)
}

/// The page of a filed paper: a draft as it stands today, an issued one as its frozen bytes, a void one with its mark.
pub(crate) fn page_of(src: &Sources, press: &Press, filed: &FiledPaper) -> Result<Pdf, Failure> {
    match (filed.state, &filed.sha256) {
        (PaperState::Issued, Some(sha)) => {
            let bytes = src.reader.blob(sha)?.ok_or_else(|| Failure::not_found("blob", sha))?;
            Ok(Pdf { bytes, pages: filed.pages, sha256: sha.clone() })
        }
        (PaperState::Void, Some(_)) => {
            let mut paper = present(src, filed)?;
            if let (Some(imprint), Some(void)) = (imprint_of(&mut paper), &filed.void) {
                imprint.void = Some(void_words(src, void));
            }
            set(src, press, &paper, filed.wording.as_deref())
        }
        _ => {
            let paper = present(src, filed)?;
            let own = own_wording(src, paper.kind())?;
            set(src, press, &paper, own.as_deref())
        }
    }
}

/// 成文日期有误，由69号替代
fn void_words(src: &Sources, void: &Voided) -> String {
    let by = src.number_of(void.replaced_by.as_ref());
    let reason = crate::sources::clause(&void.reason);
    if by.is_empty() { reason } else { format!("{reason}，由{by}替代") }
}

/// The imprint of a paper that has one.
pub(crate) fn imprint_of(paper: &mut Paper) -> Option<&mut Imprint> {
    Some(match paper {
        Paper::SupplementNotice(p) => &mut p.imprint,
        Paper::AcceptanceNotice(p) => &mut p.imprint,
        Paper::RefusalNotice(p) => &mut p.imprint,
        Paper::MeetingNotice(p) => &mut p.imprint,
        Paper::Agenda(p) => &mut p.imprint,
        Paper::SignIn(p) => &mut p.imprint,
        Paper::Ballots(p) => &mut p.imprint,
        Paper::Tally(p) => &mut p.imprint,
        Paper::Minutes(p) => &mut p.imprint,
        Paper::PreliminaryOpinion(p) => &mut p.imprint,
        Paper::DecisionLetter(p) => &mut p.imprint,
        Paper::ExtensionNotice(p) => &mut p.imprint,
        Paper::ServiceReceipt(p) => &mut p.imprint,
        Paper::AnnualReport(p) => &mut p.imprint,
        Paper::ListedReport(p) => &mut p.imprint,
        Paper::Roster(p) => &mut p.imprint,
        Paper::DesignationSlip(p) => &mut p.imprint,
        Paper::HostDesignation(p) => &mut p.imprint,
        Paper::ConversionNotice(p) => &mut p.imprint,
        Paper::ReReviewRequest(p) => &mut p.imprint,
        Paper::ReReviewConflict(p) => &mut p.imprint,
        Paper::AppealNotice(p) => &mut p.imprint,
        Paper::AppealDecision(p) => &mut p.imprint,
        Paper::TrackingNotice(p) => &mut p.imprint,
        Paper::TrackingOpinion(p) => &mut p.imprint,
        Paper::Suspension(p) => &mut p.imprint,
        Paper::ArchiveIndex(p) => &mut p.imprint,
        Paper::RecoverySheet(_) | Paper::DaySheet(_) | Paper::WhyDate(_) | Paper::Register(_) => return None,
    })
}

/// 江大智伦〔2026〕62号, 江大智伦受〔2026〕31号, 纪要7号.
pub(crate) fn number_words(committee: &Committee, series: Series, year: i32, n: u32) -> String {
    match series {
        Series::Letter => format!("{}〔{year}〕{n}号", committee.letter_prefix),
        Series::Counter => format!("{}受〔{year}〕{n}号", committee.letter_prefix),
        Series::Notice => format!("{}通〔{year}〕{n}号", committee.letter_prefix),
        Series::Minutes => format!("纪要{n}号"),
        Series::None => String::new(),
    }
}
fn series_key(series: Series, year: i32) -> String {
    match series {
        Series::Letter => format!("letter-{year}"),
        Series::Counter => format!("counter-{year}"),
        Series::Notice => format!("notice-{year}"),
        Series::Minutes => format!("minutes-{year}"),
        Series::None => String::new(),
    }
}

/// The number a draft would take if it were issued on `day`.
pub fn number_next(src: &Sources, filed: &FiledPaper, day: Date) -> Result<String, Failure> {
    let series = series(named(&filed.kind)?);
    let n = src.reader.number_peek(&series_key(series, day.year())) + 1;
    Ok(number_words(&src.committee, series, day.year(), n))
}

/// Takes the number, sets the page, freezes the bytes. Called inside the act of issue.
pub(crate) fn freeze(desk: &mut Desk, mut filed: FiledPaper, day: Date) -> Result<FiledPaper, Failure> {
    let kind = named(&filed.kind)?;
    let series = series(kind);
    let serial = match series {
        Series::None => None,
        series => Some(desk.tx.next_number(&series_key(series, day.year()))?),
    };
    let head = desk.tx.head();
    let src = Sources::of_desk(desk)?;
    let about = About::of(&filed);
    let edited = filed.data["edited"].clone();
    let mut paper = build(&src, kind, &about, &edited)?;
    let number = serial.map(|n| number_words(&src.committee, series, day.year(), n)).unwrap_or_default();
    let code = check_code(&paper, &number, day, &filed.id)?;
    if let Some(imprint) = imprint_of(&mut paper) {
        *imprint = Imprint {
            number: serial.is_some().then(|| number.clone()),
            date: Some(day),
            check_code: Some(code.clone()),
            journal: Some((head.seq, head.hash.clone())),
            void: None,
        };
    }
    let wording = own_wording(&src, kind)?;
    let pdf = set(&src, desk.press, &paper, wording.as_deref())?;
    let addressee = super::names::addressee(&src, &paper, &about)?;
    filed.title = super::names::title(&paper);
    filed.addressee = addressee;
    filed.data = data(&paper, &about, &edited)?;
    filed.sha256 = Some(desk.tx.put_blob(&pdf.bytes)?);
    filed.state = PaperState::Issued;
    filed.serial = serial;
    filed.number = number;
    filed.dated = Some(day);
    filed.issued_at = Some(desk.at);
    filed.wording = wording;
    filed.pages = pdf.pages;
    filed.check_code = code;
    filed.journal_seq = head.seq;
    filed.journal_head = head.hash;
    desk.put_paper(&filed)?;
    Ok(filed)
}

/// Eight characters that stand for what the paper says, read aloud without confusion: no 0 O, 1 I L.
fn check_code(paper: &Paper, number: &str, day: Date, id: &str) -> Result<String, Failure> {
    const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    let data = store::canonical::canonical("paper", &plain(paper)?)?;
    let hash = store::chain::sha256(&[data.as_bytes(), number.as_bytes(), day.to_string().as_bytes(), id.as_bytes()]);
    let mut n = u64::from_str_radix(&hash[..14], 16).expect("a hash is hex digits");
    let mut code = String::with_capacity(9);
    for i in 0..8 {
        if i == 4 {
            code.push('-');
        }
        code.push(LETTERS[(n % 31) as usize] as char);
        n /= 31;
    }
    Ok(code)
}

/// What stands between a draft and its issue on `day`, as a proof-reader of the law and of the record sees it.
pub fn linter(src: &Sources, filed: &FiledPaper, day: Date) -> Result<Vec<Finding>, Failure> {
    lint(src, named(&filed.kind)?, &About::of(filed), &filed.data["edited"], day)
}

/// As [`linter`], for a paper that is not drafted yet.
pub(crate) fn lint(src: &Sources, kind: Kind, about: &About, edited: &serde_json::Value, day: Date) -> Result<Vec<Finding>, Failure> {
    let facts = src.facts();
    let mut out = Vec::new();
    if let Some(id) = &about.case {
        let case = src.need::<Case>("case", id)?;
        let i = about.round.map_or(case.rounds.len() - 1, |r| r as usize);
        let round = &case.rounds[i];
        // The rules look at the present round; a letter of an earlier one is judged as the file stood then.
        let then = Case { rounds: case.rounds[..=i].to_vec(), ..case.clone() };
        match kind {
            Kind::DecisionLetter | Kind::TrackingOpinion => match &round.decision {
                Some(d) => {
                    out.extend(m16_letter::can_issue_letter(&facts, &then, d));
                    out.extend(m16_letter::signing(&facts, round, d, day));
                }
                None => out.push(e06_papers::nothing_to_say(kind_zh(kind), kind_en(kind))),
            },
            Kind::PreliminaryOpinion => match &round.preliminary {
                Some(d) => {
                    out.extend(m16_letter::can_issue_letter(&facts, &then, d));
                    out.extend(m16_letter::signing(&facts, round, d, day));
                    if let Paper::PreliminaryOpinion(p) = build(src, kind, about, edited)? {
                        out.extend(e06_papers::preliminary_statements(&p.legality, &p.reasonableness));
                    }
                }
                None => out.push(e06_papers::nothing_to_say(kind_zh(kind), kind_en(kind))),
            },
            Kind::Suspension => {
                if let Some(d) = round.decision.as_ref().filter(|d| matches!(d.kind, DecisionKind::Suspend | DecisionKind::Terminate)) {
                    out.extend(m16_letter::can_issue_letter(&facts, &then, d));
                }
                if let Paper::Suspension(p) = build(src, kind, about, edited)? {
                    out.extend(e06_papers::suspension(p.ends, &p.facts, &p.resumption));
                }
            }
            Kind::ExtensionNotice => out.extend(e06_papers::extension_on_record(round)),
            _ => {}
        }
        let fact = match kind {
            Kind::AcceptanceNotice => round.accepted.as_ref().map(|a| a.at.date_naive()),
            Kind::SupplementNotice => round.supplements.last().map(|s| s.on),
            Kind::RefusalNotice => round.refused.as_ref().map(|r| r.on),
            Kind::ExtensionNotice => round.extensions.last().map(|e| e.on),
            Kind::ConversionNotice => round.converted.as_ref().map(|c| c.on),
            Kind::DesignationSlip => round.designation.as_ref().map(|d| d.on),
            _ => None,
        };
        out.extend(fact.and_then(|f| e06_papers::dated(f, day)));
    }
    if let (Kind::Minutes | Kind::Tally, Some(id)) = (kind, &about.meeting) {
        let meeting = src.need::<Meeting>("meeting", id)?;
        let items = src.items_of(&meeting)?;
        out.extend(e06_papers::can_issue_minutes(&meeting, &items));
        out.extend(e06_papers::dated(meeting.day(), day));
    }
    if day > src.today() {
        out.push(e06_papers::in_the_future(day));
    }
    // The letter's own "all in order" counts only when nothing else speaks.
    if out.iter().any(|f| f.verdict != Verdict::Fine) {
        out.retain(|f| f.verdict != Verdict::Fine);
    } else if out.is_empty() {
        out.push(e06_papers::complete(kind_zh(kind), kind_en(kind)));
    }
    Ok(out)
}
