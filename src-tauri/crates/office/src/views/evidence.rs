//! What is on file for each article, and what is missing (条款—证据对照). Evidence are the lists of the annual report, so
//! the two agree; gaps are the law's own findings about the record, each with the place where it can be mended.

use super::lines::reports;
use super::report::year::{Data, Lists, Span, lists};
use crate::failure::Failure;
use crate::projection::meeting_title;
use crate::sources::Sources;
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub zh: String,
    pub en: String,
    pub n: u32,
    pub place: String,
    pub rows: Vec<super::report::ListRow>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    pub finding: Finding,
    pub place: String,
    pub id: String,
    pub title: String,
    pub act: String,
}

/// The articles a committee answers for: what an inspector asks about. In the order of the two texts.
pub(super) const ARTICLES: [&str; 37] = [
    "M9", "M10", "M11", "M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19", "M20", "M21", "M22", "M23", "M24", "M25", "M26", "M27",
    "M28", "M30", "M31", "E5", "E6", "E7", "E8", "E9", "E12", "E14", "E16", "E17", "E18", "E19", "E20", "E43", "E44", "E45",
];

/// The lists behind each article: key of the list, what it shows.
const SHOWN: &[(&str, &str, &str, &str)] = &[
    ("M9", "member.total", "在任委员", "members in office"),
    ("M9", "rules.adopted", "本年制定、修订的制度", "rules adopted this year"),
    ("M10", "member.total", "在任委员", "members in office"),
    ("M10", "member.appointed", "本年聘任、续聘", "appointed or renewed"),
    ("M10", "member.ended", "本年离任", "left"),
    ("M12", "receipt.total", "收到申请", "applications received"),
    ("M13", "receipt.accepted", "已受理", "accepted"),
    ("M13", "receipt.refused", "不予受理", "refused"),
    ("M13", "receipt.noticed", "一次性告知补正", "supplement notices"),
    ("M14", "meeting.total", "会议", "meetings"),
    ("M14", "meeting.items", "审议议题", "items heard"),
    ("M14", "meeting.attendance", "到会人次", "attendances"),
    ("M15", "meeting.items", "逐项审议", "items deliberated"),
    ("M16", "decision.total", "作出决定", "decisions"),
    ("M16", "time.in_time", "30日内作出", "within 30 days"),
    ("M16", "time.by_extension", "延长期内作出", "within the extension"),
    ("M16", "time.late", "逾期作出", "late"),
    ("M16", "time.extended", "延长审查期限", "extended"),
    ("M16", "decision.revise", "修改后再审", "revise and resubmit"),
    ("M16", "decision.reject", "不予批准", "rejected"),
    ("M16", "appeal.total", "申诉", "appeals"),
    ("M16", "appeal.redecided_in_time", "7个工作日内重新决定", "decided anew in time"),
    ("M17", "tracking.running", "跟踪中", "being tracked"),
    ("M17", "tracking.done", "本年跟踪审查", "tracking reviews"),
    ("M17", "tracking.overdue", "逾期未跟踪", "overdue"),
    ("M17", "tracking.risk", "风险变化报告", "risk reports"),
    ("M17", "tracking.suspended", "暂停", "suspended"),
    ("M17", "tracking.terminated", "终止", "terminated"),
    ("M19", "review.simplified.total", "简易程序审查", "simplified reviews"),
    ("M20", "review.simplified.total", "简易程序审查", "simplified reviews"),
    ("M20", "review.converted", "转一般程序", "converted"),
    ("M21", "listed.judged", "对照清单判定", "judged against the list"),
    ("M21", "listed.hit", "属于清单", "listed"),
    ("M22", "listed.sent", "报请专家复核", "sent to re-review"),
    ("M23", "listed.sent", "报送复核材料", "packages sent"),
    ("M24", "listed.agree", "复核意见：同意", "opinion: agree"),
    ("M24", "listed.disagree", "复核意见：不同意", "opinion: disagree"),
    ("M24", "listed.decided", "据复核意见决定", "decided on the opinion"),
    ("M25", "listed.running", "清单活动跟踪中", "listed, being tracked"),
    ("M26", "listed.exempt", "不再开展复核", "exempt"),
    ("M27", "review.emergency.total", "应急审查", "emergency reviews"),
    ("M28", "review.emergency.total", "应急审查", "emergency reviews"),
    ("M30", "registration.committee", "委员会登记、更新", "committee registrations"),
    ("M30", "registration.listed", "清单活动登记", "listed activities registered"),
    ("M31", "complaint.total", "投诉举报", "complaints"),
    ("M31", "complaint.concluded", "已办结", "concluded"),
    ("E5", "consultation.total", "咨询", "consultations"),
    ("E5", "training.total", "培训", "trainings"),
    ("E6", "rules.adopted", "本年制定、修订的制度", "rules adopted this year"),
    ("E7", "member.total", "在任委员", "members in office"),
    ("E8", "training.members", "委员培训人次", "members trained"),
    ("E8", "meeting.recusals", "回避", "recusals"),
    ("E9", "receipt.total", "收到申请", "applications received"),
    ("E14", "meeting.total", "会议", "meetings"),
    ("E16", "meeting.items", "逐项表决", "items voted on"),
    ("E16", "meeting.undecided", "未形成决定、未审议", "not decided, not heard"),
    ("E17", "decision.total", "作出决定", "decisions"),
    ("E18", "appeal.total", "申诉", "appeals"),
    ("E19", "tracking.done", "本年跟踪审查", "tracking reviews"),
    ("E20", "review.total.amendment", "变更审查", "amendments"),
    ("E43", "registration.committee", "委员会登记、更新", "committee registrations"),
    ("E44", "registration.listed", "清单活动登记", "listed activities registered"),
    ("E45", "decision.total", "计入年度报告的决定", "decisions in the report"),
];

/// The evidence of one year.
pub(super) struct Book {
    lists: Lists,
    pub gaps: Vec<Gap>,
}

/// The act that mends what a rule found, where there is one; and the place where it is done.
pub(super) fn mended_by(rule: &str) -> (&'static str, &'static str) {
    match rule {
        "E8.undertaking" | "E8.undertaking_term" => ("record_undertaking", "committee"),
        "E8.training" => ("record_training", "committee"),
        "E7.term_ends" => ("renew_term", "committee"),
        "M33.calendar" => ("import_calendar", "settings"),
        "E45.report" => ("freeze_report", "report"),
        "E44.registration" | "E44.update" => ("register_listed", "case"),
        "E43.registration" | "E43.update" => ("register_committee", "committee"),
        "M17.tracking" | "M25.tracking" => ("start_round", "case"),
        "E17.unserved" => ("record_service", "case"),
        "E6.minutes" => ("draft_paper", "meeting"),
        r if r.contains(".rule_") || r == "M20.frequency" => ("adopt_rule", "committee"),
        r if r.starts_with("E7.") || r.starts_with("M10.") => ("appoint_member", "committee"),
        _ => ("", "committee"),
    }
}

fn gap(f: Finding, id: &str, title: &str) -> Gap {
    let (act, place) = mended_by(&f.rule);
    Gap { finding: f, place: place.into(), id: id.into(), title: title.into(), act: act.into() }
}

impl Book {
    pub fn read(src: &Sources, year: i32) -> Result<Book, Failure> {
        let today = src.today();
        let span = Span::of(year, today)
            .ok_or_else(|| Failure::invalid("year", format!("{year}不是一个年份。"), format!("{year} is not a year.")))?;
        let data = Data::read(src)?;
        let lists = lists(src, &data, span);
        Ok(Book { gaps: gaps(src, &data, span)?, lists })
    }

    pub fn evidence(&self, article: &str) -> Vec<Evidence> {
        SHOWN
            .iter()
            .filter(|(a, ..)| *a == article)
            .map(|(_, key, zh, en)| {
                let mut rows = self.lists.rows(key).to_vec();
                rows.sort_by(|a, b| (b.date, &a.title).cmp(&(a.date, &b.title)));
                Evidence {
                    zh: (*zh).into(),
                    en: (*en).into(),
                    n: self.lists.n(key),
                    place: rows.first().map(|r| r.place.clone()).unwrap_or_default(),
                    rows,
                }
            })
            .collect()
    }

    /// Gaps of an article: those whose rule stands on it first of all, and those that cite it besides.
    pub fn gaps_of(&self, article: &str) -> Vec<&Gap> {
        self.gaps.iter().filter(|g| g.finding.cites.iter().any(|c| head(c) == article)).collect()
    }
}

pub(super) fn head(cite: &Cite) -> &str {
    cite.0.split('(').next().unwrap_or(&cite.0)
}

/// Everything the law misses in the record of a year, worst first.
fn gaps(src: &Sources, data: &Data, span: Span) -> Result<Vec<Gap>, Failure> {
    let facts = src.facts();
    let today = src.today();
    let mut out: Vec<Gap> = Vec::new();
    if span.has(today) {
        let standing = daily::daily(&facts, today).into_iter().chain(reports(src)?);
        for f in standing.filter(|f| f.verdict <= Verdict::Ask) {
            if !out.iter().any(|g| g.finding.rule == f.rule && g.finding.zh == f.zh) {
                let id = f.facts["member"].as_str().unwrap_or_default().to_string();
                out.push(gap(f, &id, &src.committee.name));
            }
        }
    }
    for case in &data.cases {
        let title = format!("{} {}", case.number, case.application.title);
        if span.has(today) {
            out.extend(
                daily::daily_cases(&facts, std::slice::from_ref(case), today)
                    .into_iter()
                    .filter(|f| f.verdict <= Verdict::Ask)
                    .map(|f| gap(f, &case.id, &title)),
            );
        }
        for (i, round) in case.rounds.iter().enumerate() {
            let day = round
                .decision
                .as_ref()
                .map(|d| d.on)
                .or(round.accepted.as_ref().map(|a| a.at.date_naive()))
                .unwrap_or_else(|| round.received.date_naive());
            if span.has(day) {
                let title = format!("{}{} {}", case.number, round.suffix, case.application.title);
                out.extend(
                    e06_evidence::round(&facts, case, i, today)
                        .into_iter()
                        .map(|f| Gap { place: "case".into(), ..gap(f, &case.id, &title) }),
                );
            }
        }
    }
    let minutes: BTreeMap<String, bool> = src
        .reader
        .where_::<FiledPaper>("kind", "minutes")?
        .into_iter()
        .filter(|p| p.state == PaperState::Issued)
        .filter_map(|p| Some((p.meeting?, true)))
        .collect();
    for m in data.meetings.iter().filter(|m| m.closed.is_some() && span.has(m.day())) {
        let f = e06_evidence::meeting(&facts, m, minutes.contains_key(&m.id), today);
        out.extend(f.into_iter().map(|f| Gap { place: "meeting".into(), ..gap(f, &m.id, &meeting_title(m)) }));
    }
    for p in data
        .extension_notices
        .iter()
        .filter(|p| p.state == PaperState::Issued && p.served.is_none() && p.dated.is_some_and(|d| span.has(d)))
    {
        let f = e06_evidence::unserved_extension(&p.number);
        out.push(Gap { place: "paper".into(), act: "record_service".into(), ..gap(f, &p.id, &p.title) });
    }
    out.sort_by_key(|g| g.finding.verdict);
    Ok(out)
}
