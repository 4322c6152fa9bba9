//! Articles 22 to 24 with E27, E28, E30 and Article 11: expert re-review of listed activities. The unit applies, not
//! the committee; the authority's thirty days are the authority's.

use crate::m14_matter::rereview_binds;
use crate::m33_terms::{self, Level};
use crate::{
    Affiliation, Case, CheckState, Cite, Date, DecisionKind, Due, Element, Facts, Finding, Rereview, RereviewOpinion, RereviewResult, Unit,
    clock, names, say,
};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteKind {
    /// The competent department of the State Council.
    Ministry,
    /// The provincial department (M33: 地方 is the province, never a city).
    Province,
}

/// To whom the unit applies.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    pub kind: RouteKind,
    pub zh: String,
    pub en: String,
}

/// M22: central enterprises and units directly under central organs apply to the ministry, all others to the province.
pub fn route(unit: &Unit) -> Route {
    match unit.affiliation {
        Affiliation::CentralEnterprise | Affiliation::CentralOrgan => Route {
            kind: RouteKind::Ministry,
            zh: format!("{}，向相关主管部门{}申请复核（第二十二条）。", unit.affiliation.zh(), unit.authority),
            en: format!("A {}: apply to the competent ministry (Art. 22).", unit.affiliation.en()),
        },
        Affiliation::Local => Route {
            kind: RouteKind::Province,
            zh: format!("向{}省级主管部门申请复核（第二十二、三十三条）。", unit.province),
            en: "Apply to the provincial department (Arts. 22, 33).".into(),
        },
    }
}

/// The authority's thirty natural days from its own day of receipt; nobody's lateness but theirs.
pub fn authority_due(facts: &Facts, received: Date) -> Due {
    clock::natural_days(received, facts.rules.rereview_days(), true, facts.calendar)
        .starting("收到申请", "application received", facts.calendar)
        .under(&["M23"])
}

/// The committee's own target for deciding on the opinion; the text sets none.
pub fn decision_target(facts: &Facts, opinion: Date) -> Due {
    clock::working_days(opinion, facts.rules.after_opinion_working_days(), facts.calendar)
        .starting("收到复核意见", "opinion received", facts.calendar)
        .under(&["R", "M24"])
}

/// May the application for re-review be recorded as sent?
pub fn can_send(facts: &Facts, case: &Case, r: &Rereview) -> Vec<Finding> {
    let round = case.round();
    let mut out = Vec::new();
    if !rereview_binds(case, case.rounds.len() - 1) {
        out.push(Finding::block("M22.listed", "不属于须复核的活动，不报请复核。", "Not an activity that needs re-review."));
        return out;
    }
    match &round.preliminary {
        Some(p) if p.kind == DecisionKind::Pass => {
            if r.sent < p.on {
                out.push(Finding::block("M22.order", "报请日期早于初步审查意见。", "Sent before the preliminary opinion."));
            }
        }
        _ => {
            let negative = round.decision.as_ref().map(|d| d.kind.zh());
            let zh = match negative {
                Some(k) => format!("初步审查结论是“{k}”，没有通过，不报请复核（第二十二条）。"),
                None => "还没有通过初步审查，不能报请复核（第二十二条）。".into(),
            };
            out.push(
                Finding::block("M22.preliminary", zh, "The preliminary review is not passed; nothing goes to re-review (Art. 22).")
                    .way("先在会上形成初步审查意见。", "Form the preliminary opinion at a meeting first."),
            );
        }
    }
    if round.rereview.is_some() {
        out.push(Finding::block("M22.sent", "本轮已报请复核。", "This round has been sent to re-review already."));
    }
    let f = &case.application.flags;
    if f.several_units && !f.lead_unit {
        out.push(
            Finding::block(
                "M22.lead_unit",
                "本单位不是牵头单位，由牵头单位申请复核（第二十二条）。",
                "Our unit does not lead; the lead unit applies (Art. 22).",
            )
            .citing(&["E26"])
            .way("把材料和初步审查意见交牵头单位，等其结果。", "Hand the material to the lead unit and wait."),
        );
    }
    out.extend(routing(facts, &r.authority));
    out.extend(crate::m11_centres::implementer(facts, case, &r.implementer));
    // The panel is the authority's choice: sending is not wrong for it, and the letter that says so is drafted with it.
    out.extend(panel_members(facts, &r.panel).into_iter().map(|f| Finding { verdict: crate::Verdict::Note, ..f }));
    if let Some(due) = crate::m16_due::due(facts, round).filter(|d| d.at.is_none()) {
        let expected = r.sent + chrono::Days::new(u64::from(facts.rules.rereview_days() + facts.rules.rereview_extension_days()));
        if due.nominal < expected {
            out.push(
                Finding::note(
                    "M16.rereview_extension",
                    format!("复核结果预计在决定期限{}之后。", say::zh_date(due.nominal)),
                    format!("The opinion is expected after the due day {}.", say::en_date(due.nominal)),
                )
                .citing(&["M23"])
                .way(
                    format!("发延长告知，写明新的日期，如{}。", say::zh_date(expected)),
                    format!("Extend with a new date, such as {}.", say::en_date(expected)),
                )
                .with(serde_json::json!({ "suggested": expected })),
            );
        }
    }
    let missing: Vec<PackageItem> = package(case).into_iter().filter(|p| p.needed && !p.present).collect();
    if !missing.is_empty() {
        let zh = say::zh_list(missing.iter().map(|p| p.zh.as_str()));
        let en = say::en_list(missing.iter().map(|p| p.en.as_str()));
        out.push(
            Finding::block("E27.package", format!("复核材料缺：{zh}。"), format!("The package lacks: {en}."))
                .citing(&["M23", "E9"])
                .way("补齐后报请。", "Complete it before sending.")
                .with(serde_json::json!({ "missing": missing.iter().map(|p| p.n).collect::<Vec<_>>() })),
        );
    }
    out
}

/// M22 names the addressee by the unit's affiliation; M33 says that a city's bureau is not 地方.
fn routing(facts: &Facts, authority: &str) -> Vec<Finding> {
    let route = route(&facts.committee.unit);
    if authority.trim().is_empty() {
        return vec![Finding::block("M22.authority", "没有写明向哪个部门申请。", "No authority is named.").way(route.zh, route.en)];
    }
    match (route.kind, m33_terms::level(authority)) {
        (RouteKind::Province, Level::Below) => vec![
            Finding::block(
                "M33.province",
                format!("{authority}不是省级部门；“地方”指省级人民政府确定的部门（第三十三条）。"),
                format!("{authority} is not a provincial department (Art. 33)."),
            )
            .citing(&["M22"])
            .way("改报省级部门。", "Apply to the provincial department."),
        ],
        (RouteKind::Ministry, Level::Province | Level::Below) => vec![
            Finding::ask(
                "M22.route",
                "本单位应直接向国务院相关主管部门申请，所填是地方部门。",
                "This unit applies to the ministry; the authority named is a local one.",
            )
            .way("改报主管部门；双重隶属的写明理由。", "Apply to the ministry, or give the reason (dual affiliation)."),
        ],
        (RouteKind::Province, Level::Ministry) => vec![
            Finding::ask(
                "M22.route",
                "本单位应向省级部门申请，所填是国务院部门。",
                "This unit applies to the province; the authority named is a ministry.",
            )
            .way("改报省级部门；双重隶属的写明理由。", "Apply to the province, or give the reason."),
        ],
        (_, Level::Unknown) => m33_terms::authority(authority),
        _ => Vec::new(),
    }
}

/// May the authority's receipt, panel and implementer be recorded?
pub fn can_receive(facts: &Facts, case: &Case, received: Date, implementer: &str, panel: &[String]) -> Vec<Finding> {
    let mut out = Vec::new();
    match &case.round().rereview {
        None => out.push(Finding::block("M22.not_sent", "还没有报请复核。", "The case has not been sent to re-review.")),
        Some(r) if received < r.sent => out.push(Finding::block("M23.order", "对方收到日期早于报请日期。", "Received before it was sent.")),
        Some(_) => {}
    }
    // Whom the authority commissioned is a fact: it is kept, answered in writing, and carries no approval.
    out.extend(crate::m11_centres::implementer(facts, case, implementer).into_iter().map(|f| {
        let (zh, en) = (f.zh.clone() + "写明怎样告知复核组织单位。", format!("{} Say how the authority was told.", f.en));
        Finding { verdict: crate::Verdict::Ask, zh, en, ..f }
    }));
    out.extend(panel_members(facts, panel));
    out
}

/// An opinion that came from a body that did the review as well falls when another is commissioned in its place.
pub fn opinion_falls(facts: &Facts, case: &Case, implementer: &str) -> Option<Finding> {
    let before = case.round().rereview.as_ref().filter(|r| r.opinion.is_some())?;
    let both = |name: &str| !crate::m11_centres::implementer(facts, case, name).is_empty();
    (both(&before.implementer) && !both(implementer)).then(|| {
        Finding::note(
            "M11.opinion_falls",
            format!("{}的复核意见不再据以决定，等另行委托后的意见。", before.implementer),
            format!("The opinion by {} no longer counts; the one of the body commissioned instead is awaited.", before.implementer),
        )
        .citing(&["M24"])
        .way("收到新的复核意见后登记。", "Record the new opinion when it comes.")
    })
}

/// Those on the panel who sit or sat on this committee.
pub fn our_members<'a>(facts: &Facts<'a>, panel: &[String]) -> Vec<&'a crate::Member> {
    let named = |p: &String| facts.members.iter().find(|m| names::folded(&m.name) == names::folded(p));
    panel.iter().filter_map(named).collect()
}

/// The opinion stands on a conflict that the authority has to mend: the same body, or our own people.
pub fn in_conflict(facts: &Facts, case: &Case, r: &Rereview) -> bool {
    !crate::m11_centres::implementer(facts, case, &r.implementer).is_empty() || !our_members(facts, &r.panel).is_empty()
}

/// E28: nobody who sits or sat on this committee may be on the panel.
pub fn panel_members(facts: &Facts, panel: &[String]) -> Vec<Finding> {
    our_members(facts, panel)
        .into_iter()
        .map(|m| {
            Finding::ask(
                "E28.panel",
                format!("专家组名单中的{}是本委员会（现任或曾任）委员，不得参加复核。", m.name),
                format!("{} on the panel is or was a member of this committee and may not take part.", m.name),
            )
            .citing(&["M23"])
            .way("书面告知复核组织单位，请其更换。", "Tell the authority in writing and ask for a replacement.")
        })
        .collect()
}

/// May this opinion be recorded? 同意 or 不同意, nothing else, with date and number.
pub fn can_record_opinion(case: &Case, o: &RereviewResult) -> Vec<Finding> {
    let mut out = Vec::new();
    match &case.round().rereview {
        None => {
            out.push(Finding::block("M22.not_sent", "还没有报请复核，没有意见可以登记。", "Not sent to re-review; no opinion to record."))
        }
        Some(r) if r.opinion.is_some() => out.push(Finding::block("M23.recorded", "复核意见已登记。", "The opinion is on file already.")),
        Some(r) if o.on < r.received.unwrap_or(r.sent) => {
            out.push(Finding::block("M23.order", "意见日期早于报请日期。", "The opinion is earlier than the application."))
        }
        Some(_) => {}
    }
    if o.number.trim().is_empty() {
        out.push(Finding::ask("M23.number", "复核意见没有文号。", "The opinion has no number."));
    }
    if o.opinion == RereviewOpinion::Disagree {
        out.push(Finding::note(
            "M24.disagree",
            "意见为不同意：只能修改后再审或者不予批准（第二十四条）。",
            "“Disagree”: only revise-and-resubmit or reject remain (Art. 24).",
        ));
    }
    out
}

/// The opinion on file can carry an approval: not made by a body that also did the review (M11).
pub fn opinion_usable(facts: &Facts, case: &Case) -> Vec<Finding> {
    case.round().rereview.as_ref().map(|r| crate::m11_centres::implementer(facts, case, &r.implementer)).unwrap_or_default()
}

/// One part of the package the unit sends (E27 on the list of E9, with what only M12 asks as supplement).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackageItem {
    pub n: u32,
    pub zh: String,
    pub en: String,
    pub needed: bool,
    pub present: bool,
    /// Elements this part still lacks, by name.
    pub missing: Vec<String>,
    pub cites: Vec<Cite>,
}

/// The package in order, each part with what it still lacks.
pub fn package(case: &Case) -> Vec<PackageItem> {
    use Element::*;
    let has = |e: Element| case.rounds.iter().rev().find_map(|r| r.checks.get(&e)).is_some_and(|c| c.state != CheckState::Missing);
    let f = &case.application.flags;
    let part = |n: u32, zh: &str, en: &str, elements: &[Element], cite: &str| {
        let missing: Vec<String> = elements.iter().filter(|e| !has(**e)).map(|e| e.zh().to_string()).collect();
        PackageItem {
            n,
            zh: zh.into(),
            en: en.into(),
            needed: true,
            present: missing.is_empty(),
            missing,
            cites: vec![Cite(cite.into()), Cite("E27".into())],
        }
    };
    let mut consent = vec![A10];
    if f.human_participants || f.human_samples {
        consent.push(A18);
    }
    let mut others = vec![A22];
    if f.regulated {
        others.push(A23);
    }
    if f.international {
        others.push(A21);
    }
    let passed = case.round().preliminary.as_ref().is_some_and(|p| p.kind == DecisionKind::Pass);
    let preliminary = PackageItem {
        n: 7,
        zh: "初步审查意见".into(),
        en: "preliminary opinion".into(),
        needed: true,
        present: passed,
        missing: if passed { vec![] } else { vec!["初步审查意见".into()] },
        cites: vec![Cite("E27".into()), Cite("M22".into())],
    };
    vec![
        part(1, "活动概况（含必要性、既往审查情况）", "overview with necessity and previous reviews", &[A1, A2, A3], "E9(1)"),
        part(
            2,
            "实施方案、风险与控制、应急预案、成果发布形式",
            "plan, risks and controls, emergency plan, publication",
            &[A4, A9, A11, A12, A13, A14, A15, A16, A17],
            "E9(2)",
        ),
        part(
            3,
            "资质、人员与培训、经费、利益冲突声明",
            "qualifications, personnel and training, funds, interests",
            &[A5, A6, A7, A8],
            "E9(3)",
        ),
        part(4, "知情同意、数据来源证明", "consent and proof of data sources", &consent, "E9(4)"),
        part(5, "承诺书", "commitment letter", &[A19], "E9(5)"),
        part(6, "清单自评与其他材料", "list self-assessment and other material", &others, "E9(6)"),
        preliminary,
        PackageItem {
            n: 8,
            zh: "合作单位审查结果".into(),
            en: "partner units' review results".into(),
            needed: false,
            present: !f.several_units,
            missing: if f.several_units { vec!["合作单位审查结果，请核对".into()] } else { vec![] },
            cites: vec![Cite("E26".into())],
        },
    ]
}
