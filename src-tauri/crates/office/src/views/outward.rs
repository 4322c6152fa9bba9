//! 登记与对外: the committee and its listed activities on the national platform, each with the sheet one types from and what
//! has changed since (E43, E44, M30); questions answered (E5); approvals of other countries (E12). Submits nothing.

use crate::failure::Failure;
use crate::office::Office;
use crate::records::Consultation;
use crate::sources::Sources;
use measures::clock::{self, Due, Left};
use measures::say::zh_date;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Op, RowQuery};

/// A field of the platform's form and what to type into it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SheetField {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub value: String,
}

/// Something registered that is no longer so.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisteredChange {
    pub on: Date,
    pub zh: String,
    pub en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListedRegistration {
    pub id: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub department: String,
    pub items: Vec<u32>,
    pub due: Option<Due>,
    /// While it is not registered.
    pub left: Option<Left>,
    pub registrations: Vec<Registration>,
    pub findings: Vec<Finding>,
    pub sheet: Vec<SheetField>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ForeignRow {
    pub id: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub partners: Vec<String>,
    /// The day the last one was on file.
    pub all_in: Option<Date>,
    /// What is on file: body and number; the notes of those that came before the last.
    pub approvals: Vec<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsultationLine {
    pub id: String,
    pub on: Date,
    pub from: String,
    pub question: String,
    pub answer: String,
    pub in_scope: Option<bool>,
    pub heads: Vec<ScopeHead>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutwardView {
    pub zh: String,
    pub en: String,
    /// The committee's own registration.
    pub findings: Vec<Finding>,
    pub due: Due,
    /// While it is not registered.
    pub left: Option<Left>,
    pub registrations: Vec<Registration>,
    pub changes: Vec<RegisteredChange>,
    pub sheet: Vec<SheetField>,
    pub listed: Vec<ListedRegistration>,
    pub consultations: Vec<ConsultationLine>,
    pub foreign: Vec<ForeignRow>,
    /// The ledger of violations, those without an outcome first.
    pub violations: Vec<ViolationLine>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ViolationLine {
    #[serde(flatten)]
    pub violation: Violation,
    pub kind_zh: String,
    pub kind_en: String,
    /// The case's number; blank without one.
    pub number: String,
}

/// Nobody has more approved listed activities than this.
const ROWS: u32 = 1_000;

pub(super) fn build(office: &Office, now: Instant) -> Result<OutwardView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let (facts, today) = (src.facts(), src.today());
    let due = m30_registration::committee_due(&facts);
    let registrations = src.committee.registrations.clone();
    let left = registrations.is_empty().then(|| clock::left(&due, now, Owner::Committee, &src.law.calendar));
    let changes: Vec<RegisteredChange> = m30_registration::changes_to_register(&facts, today)
        .into_iter()
        .map(|c| RegisteredChange { on: c.on, zh: c.what_zh, en: c.what_en })
        .collect();
    let mut listed = Vec::new();
    let query = RowQuery { filter: vec![("listed".into(), Op::More, json!(0))], limit: ROWS, ..RowQuery::default() };
    for doc in src.reader.case_rows(&query)?.0 {
        let Some(case) = doc["id"].as_str().map(|id| src.reader.get::<Case>(id)).transpose()?.flatten() else { continue };
        listed.extend(listed_row(&src, &case));
    }
    listed.sort_by_key(|r| (finding::worst(&r.findings), r.due.as_ref().map(|d| d.nominal)));
    let mut consultations: Vec<ConsultationLine> = src
        .reader
        .all::<Consultation>()?
        .into_iter()
        .map(|c| ConsultationLine {
            id: c.id,
            on: c.on,
            from: c.from,
            question: c.question,
            answer: c.answer,
            in_scope: c.in_scope,
            heads: c.heads,
        })
        .collect();
    consultations.sort_by(|a, b| b.on.cmp(&a.on).then_with(|| b.id.cmp(&a.id)));
    let open = listed.iter().filter(|r| r.registrations.is_empty()).count();
    let stale = listed.iter().filter(|r| r.findings.iter().any(|f| f.rule == "E44.update")).count();
    let (zh, en) = match (registrations.is_empty(), changes.len()) {
        (true, _) => (
            format!("委员会还没有登记，期限{}", zh_date(due.nominal)),
            format!("The committee is not registered; due by {}", say::en_date(due.nominal)),
        ),
        (false, 0) => {
            ("委员会已登记，登记后没有未更新的变化".to_string(), "The committee is registered and nothing has changed since".to_string())
        }
        (false, n) => (
            format!("委员会已登记，登记后有{n}处变化要更新"),
            format!("The committee is registered; {} since", say::en_count(n as i64, "change")),
        ),
    };
    let (more_zh, more_en) = match (listed.len(), open, stale) {
        (0, ..) => ("没有批准的清单活动".to_string(), "no approved listed activity".to_string()),
        (n, 0, 0) => (format!("清单活动{n}件都已登记"), format!("listed activities: {n}, all registered")),
        (n, o, 0) => (format!("清单活动{n}件，{o}件未登记"), format!("{n} listed: {o} not registered")),
        (n, 0, s) => (format!("清单活动{n}件，{s}件要更新登记"), format!("{n} listed: {s} to update")),
        (n, o, s) => (format!("清单活动{n}件，{o}件未登记，{s}件要更新"), format!("{n} listed: {o} not registered, {s} to update")),
    };
    Ok(OutwardView {
        zh: format!("{zh}；{more_zh}。"),
        en: format!("{en}; {more_en}."),
        findings: m30_registration::committee(&facts, today),
        left,
        due,
        registrations,
        changes,
        sheet: committee_sheet(&src),
        listed,
        consultations,
        foreign: foreign(&src)?,
        violations: violations(&src)?,
    })
}

fn violations(src: &Sources) -> Result<Vec<ViolationLine>, Failure> {
    let mut out = Vec::new();
    for violation in src.committee.violations.iter().rev().cloned() {
        let number = match &violation.case {
            Some(id) => src.reader.get::<Case>(id)?.map(|c| c.number).unwrap_or_default(),
            None => String::new(),
        };
        out.push(ViolationLine { kind_zh: violation.kind.zh().into(), kind_en: violation.kind.en().into(), number, violation });
    }
    out.sort_by_key(|line| (line.violation.concluded.is_some(), std::cmp::Reverse(line.violation.on)));
    Ok(out)
}

fn field(key: &str, zh: &str, en: &str, value: impl Into<String>) -> SheetField {
    SheetField { key: key.into(), zh: zh.into(), en: en.into(), value: value.into() }
}

/// What E43 asks of the committee's registration: unit, committee, members, rules.
fn committee_sheet(src: &Sources) -> Vec<SheetField> {
    let (c, today) = (&src.committee, src.today());
    let members = src.in_office(today);
    let with_role = |role: Role| say::zh_list(members.iter().filter(|m| m.role_on(today) == Some(role)).map(|m| m.name.clone()));
    let roster: Vec<String> = members
        .iter()
        .map(|m| {
            let role = m.role_on(today).map_or("", Role::zh);
            let place = if m.external { m.unit.as_str() } else { "本单位" };
            format!("{}，{}，{}，{}，{}，{}", m.name, m.sex.zh(), role, m.category.zh(), place, m.title)
        })
        .collect();
    let rules: Vec<String> = RuleKind::ALL
        .iter()
        .filter_map(|k| c.rule_on(*k, today))
        .map(|r| format!("{}{}，{}", r.kind.zh(), r.version, zh_date(r.adopted)))
        .collect();
    vec![
        field("unit", "单位名称", "unit", c.unit.name.as_str()),
        field("credit_code", "统一社会信用代码", "credit code", c.unit.credit_code.as_str()),
        field("unit_kind", "单位类型", "kind of unit", c.unit.kind.zh()),
        field("affiliation", "隶属", "affiliation", c.unit.affiliation.zh()),
        field("province", "所在地", "province", c.unit.province.as_str()),
        field("authority", "主管部门", "authority", c.unit.authority.as_str()),
        field("name", "委员会名称", "committee", c.name.as_str()),
        field("founded", "设立日期", "founded", zh_date(c.founded)),
        field("founding_document", "设立文件", "founding document", c.founding_document.as_str()),
        field("office", "办公室", "office", c.office.as_str()),
        field("budget", "经费", "funding", c.budget.as_str()),
        field("secretary", "联系人", "contact", c.secretary.as_str()),
        field("phone", "电话", "telephone", c.phone.as_str()),
        field("email", "电子邮件", "e-mail", c.email.as_str()),
        field("address", "通讯地址", "address", c.address.as_str()),
        field("chair", "主任委员", "chair", with_role(Role::Chair)),
        field("vice_chair", "副主任委员", "vice-chairs", with_role(Role::ViceChair)),
        field("count", "委员人数", "number of members", members.len().to_string()),
        field("members", "委员名单", "members", roster.join("\n")),
        field("rules", "规章制度", "rules", rules.join("\n")),
    ]
}

/// An approved listed activity; others are not registered one by one.
fn listed_row(src: &Sources, case: &Case) -> Option<ListedRegistration> {
    let (facts, today) = (src.facts(), src.today());
    let due = m30_registration::listed_due(&facts, case)?;
    let registrations: Vec<Registration> = case
        .turns
        .iter()
        .filter(|t| t.kind == TurnKind::Registered)
        .map(|t| Registration { on: t.on, number: t.reason.clone(), note: String::new() })
        .collect();
    let left = registrations.is_empty().then(|| clock::left(&due, src.now, Owner::Committee, &src.law.calendar));
    Some(ListedRegistration {
        id: case.id.clone(),
        number: case.number.clone(),
        title: case.application.title.clone(),
        leader: case.application.leader.clone(),
        department: case.application.department.clone(),
        items: case.listed.as_ref().map(|l| l.items.clone()).unwrap_or_default(),
        left,
        registrations,
        findings: m30_registration::listed(&facts, case, today),
        sheet: case_sheet(src, case, &due),
        due: Some(due),
    })
}

/// What E44 asks: the plan, the review, the re-review.
fn case_sheet(src: &Sources, case: &Case, due: &Due) -> Vec<SheetField> {
    let a = &case.application;
    let items: Vec<String> = case.listed.iter().flat_map(|l| &l.items).map(|n| format!("第{n}项")).collect();
    let accepted = case.rounds.iter().find_map(|r| r.accepted.as_ref());
    let decision = case
        .rounds
        .iter()
        .filter(|r| !matches!(r.kind, RoundKind::Tracking | RoundKind::Amendment))
        .filter_map(|r| r.decision.as_ref())
        .find(|d| d.kind.allows());
    let rereview = case.rounds.iter().filter_map(|r| r.rereview.as_ref()).next_back();
    let measures: Vec<String> = a.risks.iter().map(|r| format!("{}：{}", r.what, r.measure)).collect();
    let mut out = vec![
        field("number", "审查编号", "number", case.number.as_str()),
        field("title", "活动名称", "activity", a.title.as_str()),
        field("leader", "负责人", "leader", format!("{} {}", a.leader, a.leader_title).trim()),
        field("department", "承担部门", "department", a.department.as_str()),
        field("unit", "单位", "unit", src.committee.unit.name.as_str()),
        field("partners", "合作单位", "partners", say::zh_list(a.partners.clone())),
        field("funding", "经费来源", "funding", a.funding.as_str()),
        field("items", "清单类别", "items of the list", say::zh_list(items)),
        field("risks", "风险和防控措施", "risks and measures", measures.join("\n")),
    ];
    if let Some(accepted) = accepted {
        out.push(field("accepted", "受理日期", "accepted", zh_date(accepted.at.date_naive())));
        out.push(field("procedure", "审查程序", "procedure", accepted.procedure.zh()));
    }
    if let Some(c) = case.rounds.iter().rev().find_map(|r| r.commission.as_ref()) {
        out.push(field("reviewed_by", "受托审查机构", "reviewed on commission by", c.name.as_str()));
    }
    if let Some(d) = decision {
        out.push(field("decision", "审查决定", "decision", format!("{}，{}", d.kind.zh(), zh_date(d.on))));
        out.push(field("conditions", "附带条件", "conditions", d.conditions.join("\n")));
        if let Some(months) = d.tracking_months {
            out.push(field("tracking", "跟踪审查间隔", "tracking interval", format!("{months}个月")));
        }
    }
    if let Some(r) = rereview {
        out.push(field("authority", "复核部门", "re-review by", r.authority.as_str()));
        if let Some(o) = &r.opinion {
            out.push(field("rereview", "复核意见", "re-review opinion", format!("{}，{}，{}", o.opinion.zh(), o.number, zh_date(o.on))));
            out.push(field("rereview_text", "复核意见内容", "text of the opinion", o.text.as_str()));
        }
    }
    out.push(field("due", "登记期限", "to be registered by", zh_date(due.nominal)));
    out
}

/// International activities that were accepted, those still waiting for an approval first.
fn foreign(src: &Sources) -> Result<Vec<ForeignRow>, Failure> {
    let mut out = Vec::new();
    let query = RowQuery {
        filter: vec![(
            "stage".into(),
            Op::In,
            json!([
                "accepted",
                "in_general",
                "in_simple",
                "in_emergency",
                "prelim_passed",
                "rereview_sent",
                "rereview_back",
                "decided",
                "delivered",
                "cond_approved",
                "active",
                "suspended",
                "recognised"
            ]),
        )],
        limit: 5_000,
        ..RowQuery::default()
    };
    for doc in src.reader.case_rows(&query)?.0 {
        let Some(case) = doc["id"].as_str().map(|id| src.reader.get::<Case>(id)).transpose()?.flatten() else { continue };
        if !case.application.flags.international {
            continue;
        }
        let turns: Vec<&Turn> = case.turns.iter().filter(|t| t.kind == TurnKind::ForeignApproval).collect();
        let mut approvals: Vec<String> = case.notes.iter().filter(|n| n.contains("境外批准")).cloned().collect();
        approvals.extend(turns.iter().map(|t| format!("{}，{}", zh_date(t.on), t.reason)));
        out.push(ForeignRow {
            id: case.id.clone(),
            number: case.full_number(),
            title: case.application.title.clone(),
            leader: case.application.leader.clone(),
            partners: case.application.partners.clone(),
            all_in: turns.last().map(|t| t.on),
            approvals,
        });
    }
    out.sort_by(|a, b| (a.all_in.is_some(), &b.number).cmp(&(b.all_in.is_some(), &a.number)));
    Ok(out)
}
