//! The lists of a year: which rounds, meetings, people and papers each number of the annual report counts. A number is
//! the length of its list, so the two can never disagree. Deliberately no layout and no sentence.

use super::figures::ListRow;
use crate::failure::Failure;
use crate::projection::meeting_title;
use crate::records::Consultation;
use crate::sources::Sources;
use crate::views::cases::Complaint;
use chrono::Datelike;
use measures::say::{zh_date, zh_list};
use measures::*;
use std::collections::BTreeMap;

/// Everything the report is counted from, read once for the year and the year before it.
pub(crate) struct Data {
    pub cases: Vec<Case>,
    pub meetings: Vec<Meeting>,
    pub items: BTreeMap<String, Vec<Item>>,
    pub complaints: Vec<Complaint>,
    pub consultations: Vec<Consultation>,
    pub trainings: Vec<Training>,
    /// Extension notices by the case and round they were issued in, with their day of service.
    pub extension_notices: Vec<FiledPaper>,
}

impl Data {
    pub fn read(src: &Sources) -> Result<Data, Failure> {
        let mut items: BTreeMap<String, Vec<Item>> = BTreeMap::new();
        for item in src.reader.all::<Item>()? {
            items.entry(item.meeting.clone()).or_default().push(item);
        }
        Ok(Data {
            cases: src.reader.all()?,
            meetings: src.reader.all()?,
            items,
            complaints: src.reader.all()?,
            consultations: src.reader.all()?,
            trainings: src.reader.all()?,
            extension_notices: src.reader.where_("kind", "extension_notice")?,
        })
    }
}

/// One year up to a day: 31 December, or today while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub year: i32,
    pub from: Date,
    pub to: Date,
}
impl Span {
    pub fn of(year: i32, today: Date) -> Option<Span> {
        let (from, last) = (Date::from_ymd_opt(year, 1, 1)?, Date::from_ymd_opt(year, 12, 31)?);
        Some(Span { year, from, to: last.min(today).max(from) })
    }
    pub fn has(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
    pub fn over(&self, today: Date) -> bool {
        today.year() > self.year
    }
}

pub(crate) const KINDS: [RoundKind; 6] =
    [RoundKind::Initial, RoundKind::Resubmission, RoundKind::Amendment, RoundKind::Tracking, RoundKind::Renewed, RoundKind::Appeal];
pub(crate) const PROCEDURES: [Procedure; 3] = [Procedure::General, Procedure::Simplified, Procedure::Emergency];

/// The lists by their keys.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lists(BTreeMap<String, Vec<ListRow>>);

impl Lists {
    pub fn n(&self, key: &str) -> u32 {
        self.0.get(key).map_or(0, |l| l.len() as u32)
    }
    pub fn rows(&self, key: &str) -> &[ListRow] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }
    pub fn counts(&self) -> BTreeMap<String, u32> {
        self.0.iter().map(|(k, l)| (k.clone(), l.len() as u32)).collect()
    }
    fn add(&mut self, key: impl Into<String>, row: ListRow) {
        self.0.entry(key.into()).or_default().push(row);
    }
}

fn case_row(case: &Case, round: &Round, date: Option<Date>, detail: impl Into<String>) -> ListRow {
    ListRow {
        place: "case".into(),
        id: case.id.clone(),
        title: format!("{}{} {}", case.number, round.suffix, case.application.title),
        detail: detail.into(),
        date,
    }
}

/// A round is decided on the day of its decision; the preliminary opinion on a listed activity is not the end of it.
fn decided(round: &Round, to: Date) -> Option<&Decision> {
    round.decision.as_ref().filter(|d| d.on <= to)
}

pub(crate) fn lists(src: &Sources, data: &Data, span: Span) -> Lists {
    let mut out = Lists::default();
    for case in &data.cases {
        for (i, round) in case.rounds.iter().enumerate() {
            receipt(&mut out, case, round, span);
            review(&mut out, src, case, i, span);
            appeal(&mut out, src, case, i, span);
        }
        listed(&mut out, case, span);
        tracking(&mut out, src, case, span);
    }
    for notice in &data.extension_notices {
        let in_year = notice.state == PaperState::Issued && notice.dated.is_some_and(|d| span.has(d));
        if in_year && notice.served.is_none() {
            out.add("extension.unserved", paper_row(notice));
        }
    }
    meetings(&mut out, src, data, span);
    people(&mut out, src, data, span);
    out
}

fn paper_row(paper: &FiledPaper) -> ListRow {
    ListRow {
        place: "paper".into(),
        id: paper.id.clone(),
        title: format!("{}{}", paper.number, paper.title),
        detail: paper.addressee.clone(),
        date: paper.dated,
    }
}

/// Applications as they came in, by the day of receipt, and where they stood at the end of the span.
fn receipt(out: &mut Lists, case: &Case, round: &Round, span: Span) {
    if !matches!(round.kind, RoundKind::Initial | RoundKind::Renewed) || !span.has(round.received.date_naive()) {
        return;
    }
    let on = round.received.date_naive();
    let by = |day: Option<Date>| day.filter(|d| *d <= span.to);
    let accepted = by(round.accepted.as_ref().map(|a| a.at.date_naive()));
    let refused = by(round.refused.as_ref().map(|e| e.on));
    let withdrawn = by(round.withdrawn.as_ref().map(|e| e.on));
    let asked = round.supplements.iter().rfind(|s| s.on <= span.to);
    let waiting = asked.is_some_and(|s| by(s.received).is_none());
    let elsewhere = by(round.commission.as_ref().map(|c| c.on).or(round.recognised.as_ref().map(|r| r.on)));
    let state = match (accepted, refused, withdrawn) {
        (Some(_), ..) => "accepted",
        _ if elsewhere.is_some() => "elsewhere",
        (_, Some(_), _) => "refused",
        (_, _, Some(_)) => "withdrawn",
        _ if waiting => "supplement",
        _ => "checking",
    };
    let row = case_row(case, round, Some(on), format!("{}，{}", case.application.leader, case.application.department));
    out.add("receipt.total", row.clone());
    out.add(format!("receipt.{state}"), row.clone());
    if asked.is_some() {
        out.add("receipt.noticed", row);
    }
}

/// Rounds by procedure and kind, by the day of decision; those not decided yet as in review. And how long it took.
fn review(out: &mut Lists, src: &Sources, case: &Case, i: usize, span: Span) {
    let round = &case.rounds[i];
    // Reviewed by another body: none of this committee's figures.
    if round.elsewhere() {
        return;
    }
    let accepted = match (&round.accepted, round.kind) {
        (Some(a), _) => a.at.date_naive(),
        // A tracking round or a new decision after an appeal begins with its receipt.
        (None, RoundKind::Tracking | RoundKind::Appeal) => round.received.date_naive(),
        (None, _) => return,
    };
    if accepted > span.to || round.withdrawn.as_ref().is_some_and(|w| w.on <= span.to) || round.refused.is_some() {
        return;
    }
    let procedure = round.procedure().unwrap_or(Procedure::General);
    let decision = decided(round, span.to);
    match decision {
        Some(d) if !span.has(d.on) => return,
        _ => {}
    }
    let detail = decision.map_or_else(|| "在审".to_string(), |d| d.kind.zh().to_string());
    let row = case_row(case, round, decision.map(|d| d.on).or(Some(accepted)), detail);
    out.add("review.total", row.clone());
    out.add(format!("review.{}.{}", key(procedure), key(round.kind)), row.clone());
    out.add(format!("review.{}.total", key(procedure)), row.clone());
    out.add(format!("review.total.{}", key(round.kind)), row.clone());
    if round.converted.as_ref().is_some_and(|c| span.has(c.on)) {
        out.add("review.converted", row.clone());
    }
    if round.extensions.iter().any(|e| span.has(e.on)) {
        let last = round.extensions.last().map(|e| format!("{}：延至{}", e.ground.zh(), zh_date(e.new_due))).unwrap_or_default();
        out.add("time.extended", ListRow { detail: last, ..row.clone() });
    }
    let Some(d) = decision else {
        out.add("decision.open", row);
        return;
    };
    out.add("decision.total", row.clone());
    out.add(format!("decision.{}", key(d.kind)), row.clone());
    if d.kind.allows() {
        out.add("decision.allowed", row.clone());
    }
    if round.kind == RoundKind::Tracking {
        return;
    }
    // Thirty days run to the preliminary opinion where there is one (M22), else to the decision.
    let on = round.preliminary.as_ref().map_or(d.on, |p| p.on.min(d.on));
    let days = (on - accepted).num_days();
    let timed = ListRow { detail: format!("{days}日"), ..row };
    out.add("time.days", timed.clone());
    // The clocks of the case itself: its own limit first, then the date of an extension that came in time (reading A9).
    let facts = src.facts();
    let within = |round: &Round| m16_decision::due(&facts, round).is_some_and(|due| on <= due.rolled);
    let own = Round { extensions: vec![], ..round.clone() };
    let extended_late = round.extensions.iter().any(|e| e.late);
    if within(&own) {
        out.add("time.in_time", timed);
    } else if within(round) && !extended_late {
        out.add("time.by_extension", timed);
    } else {
        out.add("time.late", timed);
    }
}

fn appeal(out: &mut Lists, src: &Sources, case: &Case, i: usize, span: Span) {
    let round = &case.rounds[i];
    let Some(a) = round.appeal.as_ref().filter(|a| span.has(a.received)) else { return };
    let row = case_row(case, round, Some(a.received), a.grounds.lines().next().unwrap_or_default());
    out.add("appeal.total", row.clone());
    out.add(if a.admitted { "appeal.admitted" } else { "appeal.refused" }, row.clone());
    match (a.admitted, a.sufficient) {
        (true, Some(true)) => {
            out.add("appeal.sufficient", row.clone());
            let due = m16_appeal::redecision_due(&src.facts(), a).rolled;
            if case.rounds.get(i + 1).and_then(|r| r.decision.as_ref()).is_some_and(|d| d.on <= due) {
                out.add("appeal.redecided_in_time", row);
            }
        }
        (true, Some(false)) => out.add("appeal.upheld", row),
        (true, None) => out.add("appeal.pending", row),
        _ => {}
    }
}

fn listed(out: &mut Lists, case: &Case, span: Span) {
    let Some(judged) = &case.listed else { return };
    let first = &case.rounds[0];
    if span.has(judged.on) {
        out.add("listed.judged", case_row(case, first, Some(judged.on), if judged.listed() { "属于清单" } else { "不在清单内" }));
    }
    if !judged.listed() {
        return;
    }
    let items = zh_list(judged.items.iter().map(|n| format!("第{}项", finding::chinese_number(*n))));
    if span.has(judged.on) {
        out.add("listed.hit", case_row(case, first, Some(judged.on), items.clone()));
        if judged.exemption.is_some() {
            out.add("listed.exempt", case_row(case, first, Some(judged.on), items.clone()));
        }
    }
    for round in &case.rounds {
        if let Some(r) = round.rereview.as_ref() {
            if span.has(r.sent) {
                out.add("listed.sent", case_row(case, round, Some(r.sent), r.authority.clone()));
            }
            if let Some(o) = r.opinion.as_ref().filter(|o| span.has(o.on)) {
                let key = if o.opinion == RereviewOpinion::Agree { "listed.agree" } else { "listed.disagree" };
                out.add(key, case_row(case, round, Some(o.on), o.number.clone()));
            }
        }
        if let Some(d) = round.decision.as_ref().filter(|d| span.has(d.on) && round.kind != RoundKind::Tracking) {
            out.add("listed.decided", case_row(case, round, Some(d.on), d.kind.zh()));
        }
    }
    let approved = m17_tracking::approved_on(case).is_some_and(|d| d <= span.to);
    let over = case.turns.iter().any(|t| matches!(t.kind, TurnKind::Terminated | TurnKind::Completed) && t.on < span.from);
    if approved && !over {
        out.add("listed.running", case_row(case, case.round(), m17_tracking::approved_on(case), items));
    }
    for t in case.turns.iter().filter(|t| t.kind == TurnKind::Registered && span.has(t.on)) {
        out.add("registration.listed", case_row(case, first, Some(t.on), t.reason.clone()));
    }
}

fn tracking(out: &mut Lists, src: &Sources, case: &Case, span: Span) {
    for round in case.rounds.iter().filter(|r| r.kind == RoundKind::Tracking) {
        if let Some(d) = decided(round, span.to).filter(|d| span.has(d.on)) {
            out.add("tracking.done", case_row(case, round, Some(d.on), d.kind.zh()));
        }
    }
    if let Some(due) = m17_tracking::next(&src.facts(), case).filter(|_| m17_tracking::in_force(case)) {
        let row = case_row(case, case.round(), Some(due.nominal), format!("应在{}前", zh_date(due.nominal)));
        if span.has(due.nominal) && due.nominal < span.to {
            out.add("tracking.overdue", row.clone());
        }
        out.add("tracking.running", row);
    }
    for t in case.turns.iter().filter(|t| span.has(t.on)) {
        let key = match t.kind {
            TurnKind::Suspended => "tracking.suspended",
            TurnKind::Resumed => "tracking.resumed",
            TurnKind::Terminated => "tracking.terminated",
            TurnKind::Completed => "tracking.completed",
            TurnKind::RiskChange => "tracking.risk",
            TurnKind::Incident => "tracking.incident",
            _ => continue,
        };
        out.add(key, case_row(case, case.round(), Some(t.on), t.reason.clone()));
    }
}

fn meetings(out: &mut Lists, src: &Sources, data: &Data, span: Span) {
    for m in data.meetings.iter().filter(|m| m.closed.is_some() && span.has(m.day())) {
        let items = data.items.get(&m.id).map_or(0, Vec::len);
        let came: Vec<&Member> = src.members.iter().filter(|p| m.attendance.iter().any(|a| a.member == p.id)).collect();
        let row = ListRow {
            place: "meeting".into(),
            id: m.id.clone(),
            title: meeting_title(m),
            detail: format!("到会{}人，{items}项", came.len()),
            date: Some(m.day()),
        };
        out.add("meeting.total", row.clone());
        for p in came {
            out.add(
                "meeting.attendance",
                ListRow { title: format!("{} {}", row.title, p.name), detail: p.category.zh().into(), ..row.clone() },
            );
        }
        for item in data.items.get(&m.id).into_iter().flatten() {
            let case =
                data.cases.iter().find(|c| c.id == item.case).map(|c| format!("{} {}", c.number, c.application.title)).unwrap_or_default();
            let item_row = ListRow {
                title: format!("{} {case}", row.title),
                detail: item.outcome.as_ref().map_or("", |o| o.result.zh()).into(),
                ..row.clone()
            };
            out.add("meeting.items", item_row.clone());
            for r in &item.recusals {
                out.add("meeting.recusals", ListRow { detail: format!("{}：{}", src.name(&r.member), r.reason), ..item_row.clone() });
            }
            if item.outcome.as_ref().is_some_and(|o| o.result != ItemResult::Decided) {
                out.add("meeting.undecided", item_row);
            }
        }
    }
}

fn people(out: &mut Lists, src: &Sources, data: &Data, span: Span) {
    let member = |m: &Member, date: Date, detail: String| ListRow {
        place: "member".into(),
        id: m.id.clone(),
        title: m.name.clone(),
        detail,
        date: Some(date),
    };
    for m in &src.members {
        if let Some(t) = m.term_on(span.to) {
            out.add("member.total", member(m, t.from, format!("{}，{}", t.role.zh(), m.category.zh())));
        }
        for t in &m.terms {
            if span.has(t.from) {
                out.add("member.appointed", member(m, t.from, t.role.zh().into()));
            }
            if let Some(e) = t.ended.as_ref().filter(|e| span.has(e.on)) {
                out.add("member.ended", member(m, e.on, e.how.zh().into()));
            }
        }
    }
    for r in src.committee.rules.iter().filter(|r| span.has(r.adopted)) {
        out.add(
            "rules.adopted",
            ListRow {
                place: "committee".into(),
                id: String::new(),
                title: format!("{} {}", r.kind.zh(), r.version),
                detail: r.adopted_by.clone(),
                date: Some(r.adopted),
            },
        );
    }
    for r in src.committee.registrations.iter().filter(|r| span.has(r.on)) {
        out.add(
            "registration.committee",
            ListRow {
                place: "committee".into(),
                id: String::new(),
                title: format!("委员会登记 {}", r.number),
                detail: r.note.clone(),
                date: Some(r.on),
            },
        );
    }
    for t in data.trainings.iter().filter(|t| span.has(t.on)) {
        let row = ListRow {
            place: "committee".into(),
            id: t.id.clone(),
            title: t.topic.clone(),
            detail: format!("{}，{}学时，{}人", t.organiser, t.hours, t.members.len() as u32 + t.others),
            date: Some(t.on),
        };
        out.add("training.total", row.clone());
        out.add(if t.in_house { "training.in_house" } else { "training.sent" }, row.clone());
        for id in &t.members {
            out.add("training.members", ListRow { detail: src.name(id), ..row.clone() });
        }
    }
    for c in data.consultations.iter().filter(|c| span.has(c.on)) {
        out.add(
            "consultation.total",
            ListRow { place: "committee".into(), id: c.id.clone(), title: c.question.clone(), detail: c.from.clone(), date: Some(c.on) },
        );
    }
    // Who complained, and about whom, stays out of the report and of its lists.
    for c in data.complaints.iter().filter(|c| span.has(c.on)) {
        let row = ListRow {
            place: "complaint".into(),
            id: c.id.clone(),
            title: format!("投诉举报 {}", c.id),
            detail: if c.concluded.is_some() { "已办结" } else { "办理中" }.into(),
            date: Some(c.on),
        };
        out.add("complaint.total", row.clone());
        if c.concluded.is_some_and(|d| d <= span.to) {
            out.add("complaint.concluded", row);
        }
    }
    for v in src.committee.violations.iter().filter(|v| span.has(v.on)) {
        let row = ListRow {
            place: "outward".into(),
            id: v.id.clone(),
            title: v.kind.zh().into(),
            detail: if v.concluded.is_some() { "已处理" } else { "处理中" }.into(),
            date: Some(v.on),
        };
        out.add("violation.total", row.clone());
        if v.concluded.is_some_and(|d| d <= span.to) {
            out.add("violation.concluded", row);
        }
    }
}

/// A word as it is written in keys.
pub(crate) fn key<T: serde::Serialize>(word: T) -> String {
    serde_json::to_value(word).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default()
}
