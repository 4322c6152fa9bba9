//! 委员会 on any day: who, lawful or not, what is running out.

use super::lines::{Line, line_of};
use crate::failure::Failure;
use crate::office::Office;
use crate::sources::Sources;
use chrono::Datelike;
use measures::say::{en_date, zh_date};
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Op, RowQuery};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemberRow {
    pub member: Member,
    pub role: Role,
    pub role_zh: String,
    pub category_zh: String,
    pub term: Term,
    pub term_lamp: Verdict,
    pub confidentiality: Option<Date>,
    pub confidentiality_lamp: Verdict,
    pub interest: Option<Date>,
    pub interest_lamp: Verdict,
    pub training: Option<Date>,
    pub training_lamp: Verdict,
    pub attended: u32,
    pub meetings: u32,
    pub in_review: u32,
    pub recused: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CommitteeView {
    pub on: Date,
    pub committee: Committee,
    pub lamp: Verdict,
    pub zh: String,
    pub en: String,
    pub findings: Vec<Finding>,
    pub bands: Vec<measures::m10_composition::Band>,
    pub rows: Vec<MemberRow>,
    /// Members not in office on that day.
    pub former: Vec<Member>,
    pub advisers: Vec<Adviser>,
    pub rules: Vec<RuleLine>,
    pub trainings: Vec<Training>,
    pub todo: Vec<Todo>,
    pub registration: Vec<super::lines::Line>,
}

/// Something about a member that is to be done, with the act that ends it where there is one.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Todo {
    #[serde(flatten)]
    pub line: Line,
    pub act: String,
}

/// One kind of the rule library: the version in force and what it unlocks.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleLine {
    pub kind: RuleKind,
    pub zh: String,
    pub en: String,
    pub cites: Vec<Cite>,
    pub unlocks_zh: String,
    pub unlocks_en: String,
    pub in_force: Option<RuleDocument>,
    pub versions: Vec<RuleDocument>,
}

/// How far ahead the band of compositions looks: terms that end within it are seen coming.
const AHEAD_DAYS: u64 = 400;

pub fn build(office: &Office, now: Instant, on: Option<Date>) -> Result<CommitteeView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let facts = src.facts();
    let today = src.today();
    let day = on.unwrap_or(today);
    let (unit, rules, profile) = (&src.committee.unit, &src.law.rules, src.committee.settings.profile);
    let findings = m10_composition::composition(&src.members, unit, day, rules, profile);
    let lamp = finding::worst(&findings);
    let (zh, en) = match findings.iter().find(|f| f.blocks()) {
        None => (
            format!("{}组成合规。决定、纪要引用当日的组成。", zh_date(day)),
            format!("Lawfully composed on {}; decisions and minutes cite the composition of their day.", en_date(day)),
        ),
        Some(f) => (format!("{}组成不合规：{}", zh_date(day), f.zh), format!("Not lawfully composed on {}: {}", en_date(day), f.en)),
    };
    let work = Work::read(&src, day)?;
    Ok(CommitteeView {
        on: day,
        lamp,
        zh,
        en,
        bands: m10_composition::bands(
            &src.members,
            unit,
            rules,
            profile,
            src.committee.founded,
            today.max(day) + chrono::Days::new(AHEAD_DAYS),
        ),
        rows: src.in_office(day).into_iter().filter_map(|m| row(&src, m, day, &work)).collect(),
        former: src.members.iter().filter(|m| !m.in_office(day)).cloned().collect(),
        advisers: src.reader.all()?,
        rules: RuleKind::ALL.iter().map(|k| rule_line(&src.committee, *k, day)).collect(),
        trainings: {
            let mut all = src.reader.all::<Training>()?;
            all.sort_by_key(|t| std::cmp::Reverse(t.on));
            all
        },
        todo: daily::daily(&facts, day)
            .iter()
            .filter(|f| (f.verdict <= Verdict::Ask || f.rule == "E7.term_ends") && !f.rule.starts_with("E43") && !f.rule.starts_with("M33"))
            .map(member_line)
            .collect(),
        registration: registration(&src, day),
        findings,
        committee: src.committee.clone(),
    })
}

fn member_line(f: &Finding) -> Todo {
    let line = Line { id: f.facts["member"].as_str().unwrap_or_default().into(), ..line_of(f, "committee") };
    Todo { line, act: super::evidence::mended_by(&f.rule).0.into() }
}

/// What members did in the year up to the day: read once for all rows.
struct Work {
    meetings: Vec<Meeting>,
    recused: Vec<String>,
    reviewing: Vec<String>,
}
impl Work {
    fn read(src: &Sources, day: Date) -> Result<Work, Failure> {
        let mut meetings = src.reader.where_::<Meeting>("year", &day.year().to_string())?;
        meetings.retain(|m| m.closed.is_some() && m.day() <= day);
        let mut recused = Vec::new();
        for m in &meetings {
            for item in src.items_of(m)? {
                recused.extend(item.recusals.into_iter().map(|r| r.member));
            }
        }
        let mut reviewing = Vec::new();
        let query = RowQuery { filter: vec![("stage".into(), Op::Is, json!("in_simple"))], limit: 500, ..RowQuery::default() };
        for id in src.reader.case_rows(&query)?.0.iter().filter_map(|r| r["id"].as_str()) {
            let Some(case) = src.reader.get::<Case>(id)? else { continue };
            let round = case.round();
            let open = round.designation.iter().flat_map(|d| &d.reviewers).filter(|r| !round.opinions.iter().any(|o| o.member == **r));
            reviewing.extend(open.cloned());
        }
        Ok(Work { meetings, recused, reviewing })
    }
}

fn row(src: &Sources, m: &Member, day: Date, work: &Work) -> Option<MemberRow> {
    let term = m.term_on(day)?.clone();
    // The committee's own checks, asked about this member alone.
    let alone = Facts { members: std::slice::from_ref(m), ..src.facts() };
    let undertaking = |kind: UndertakingKind| {
        let last = m.undertakings.iter().filter(|u| u.kind == kind && u.signed <= day).max_by_key(|u| u.signed);
        let lamp = match last {
            None => Verdict::Block,
            Some(u) if u.scan.is_none() => Verdict::Note,
            Some(_) => Verdict::Fine,
        };
        (last.map(|u| u.signed), lamp)
    };
    let (confidentiality, confidentiality_lamp) = undertaking(UndertakingKind::Confidentiality);
    let (interest, interest_lamp) = undertaking(UndertakingKind::Interest);
    let count = |list: &[String]| list.iter().filter(|id| **id == m.id).count() as u32;
    Some(MemberRow {
        role: term.role,
        role_zh: term.role.zh().into(),
        category_zh: m.category.zh().into(),
        term_lamp: finding::worst(&daily::terms(&alone, day)),
        term,
        confidentiality,
        confidentiality_lamp,
        interest,
        interest_lamp,
        training: m.trainings.iter().filter(|d| **d <= day).max().copied(),
        training_lamp: finding::worst(&e08_undertakings::training(&alone, day)),
        attended: work.meetings.iter().filter(|w| w.attendance.iter().any(|a| a.member == m.id)).count() as u32,
        meetings: work.meetings.iter().filter(|w| m.in_office(w.day())).count() as u32,
        in_review: count(&work.reviewing),
        recused: count(&work.recused),
        member: m.clone(),
    })
}

fn rule_line(committee: &Committee, kind: RuleKind, day: Date) -> RuleLine {
    let (article, zh, en) = match kind {
        RuleKind::Simplified => ("M20", "简易程序", "the simplified procedure"),
        RuleKind::Emergency | RuleKind::EmergencySop => ("M27", "应急程序", "the emergency procedure"),
        RuleKind::Video => ("E14", "视频会议", "meetings by video"),
        RuleKind::RiskAssessment => ("E9", "风险评估的依据", "a basis for risk assessment"),
        _ => ("E6", "", ""),
    };
    let mut versions: Vec<RuleDocument> = committee.rules.iter().filter(|r| r.kind == kind).cloned().collect();
    versions.sort_by_key(|r| std::cmp::Reverse(r.adopted));
    let mut cites = vec![Cite(article.into())];
    if article != "E6" {
        cites.push(Cite("E6".into()));
    }
    RuleLine {
        kind,
        zh: kind.zh().into(),
        en: kind.en().into(),
        cites,
        unlocks_zh: zh.into(),
        unlocks_en: en.into(),
        in_force: committee.rule_on(kind, day).cloned(),
        versions,
    }
}

/// The committee on the national platform: each registration, and whether anything changed since (E43).
fn registration(src: &Sources, day: Date) -> Vec<Line> {
    let facts = src.facts();
    let mut out: Vec<Line> = src
        .committee
        .registrations
        .iter()
        .filter(|r| r.on <= day)
        .enumerate()
        .map(|(i, r)| {
            let days = (r.on - src.committee.founded).num_days();
            let note = if r.note.is_empty() { String::new() } else { format!("（{}）", r.note) };
            let (zh, en) = match i {
                0 => (
                    format!("{}登记，设立后{days}日{note}", zh_date(r.on)),
                    format!("registered on {}, day {days} after it was set up", en_date(r.on)),
                ),
                _ => (format!("{}更新{note}", zh_date(r.on)), format!("updated on {}", en_date(r.on))),
            };
            super::lines::line(Verdict::Fine, &zh, &en, "committee")
        })
        .collect();
    let open: Vec<Finding> = m30_registration::committee(&facts, day).into_iter().filter(|f| f.verdict != Verdict::Fine).collect();
    if open.is_empty() && !out.is_empty() {
        out.push(super::lines::line(Verdict::Fine, "登记后无未更新的变化", "nothing changed since", "committee"));
    }
    out.extend(open.iter().map(|f| line_of(f, "committee")));
    out
}
