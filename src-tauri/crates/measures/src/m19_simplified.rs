//! Articles 19 and 20: when the simplified procedure may be used, who reviews, and what comes of it. It has one
//! outcome of its own, unanimous agreement; anything else converts to the general procedure, so a simplified
//! 不予批准 or 修改后再审 cannot exist here.

use crate::{
    Case, Date, Facts, Finding, ReviewerDesignation, ReviewerView, Role, Round, RoundKind, RuleKind, SimplifiedGround, TurnKind,
    UndertakingKind, e08_conflicts, m17_tracking, say,
};
use serde::{Deserialize, Serialize};

/// May the round be accepted in the simplified procedure on this ground? (M19, M20, M25)
pub fn can_use(facts: &Facts, case: &Case, ground: Option<SimplifiedGround>, on: Date) -> Vec<Finding> {
    let mut out = rules_on_file(facts, on);
    let round = case.round();
    match round.kind {
        RoundKind::Renewed => out.push(
            Finding::block(
                "M25.renewed",
                "风险较大变化后的重新审查不能用简易程序。",
                "A renewed review after a great change of risk cannot be simplified.",
            )
            .citing(&["M19"])
            .way("适用一般程序。", "Use the general procedure."),
        ),
        RoundKind::Appeal => out.push(
            Finding::block("M16.redecision", "申诉后重新作出决定不能用简易程序。", "A new decision after an appeal cannot be simplified.")
                .way("适用一般程序。", "Use the general procedure."),
        ),
        _ => {}
    }
    let Some(ground) = ground else {
        out.push(
            Finding::block("M19.ground", "没有写明适用简易程序的哪一种情形。", "No ground for the simplified procedure is named.")
                .way("选择第十九条三种情形之一，或适用一般程序。", "Choose one of the three grounds, or the general procedure."),
        );
        return out;
    };
    match ground {
        SimplifiedGround::OrdinaryRisk => {
            if case.is_listed() {
                out.push(
                    Finding::block(
                        "M19.listed",
                        "属于复核清单的活动，风险不能认作不高于常规风险。",
                        "A listed activity cannot be held to bear only ordinary risks.",
                    )
                    .citing(&["M22"])
                    .way("适用一般程序。", "Use the general procedure."),
                );
            }
            if !case.application.ordinary_risk {
                out.push(
                    Finding::block(
                        "M19.ordinary_risk",
                        "风险评估没有说明不高于日常生活中的常规风险。",
                        "The risk assessment does not say that risks are ordinary ones.",
                    )
                    .way("补充风险评估，或适用一般程序。", "Complete the assessment, or use the general procedure."),
                );
            }
            if let Some(r) = case.application.risks.iter().find(|r| r.likelihood * r.degree >= 3 || r.degree >= 3) {
                out.push(Finding::ask(
                    "M19.risk_level",
                    format!("自评风险“{}”可能性{}、程度{}（最高为3），与常规风险不符。", r.what, r.likelihood, r.degree),
                    format!("Risk “{}” is rated {}/{} of 3, which is hardly ordinary.", r.what, r.likelihood, r.degree),
                ));
            }
        }
        SimplifiedGround::MinorChange => {
            if round.kind != RoundKind::Amendment {
                out.push(
                    Finding::block(
                        "M19.minor_change",
                        "较小修改只适用于已批准方案的变更审查。",
                        "“Minor change” is for amendments of an approved plan.",
                    )
                    .way("以变更审查提出。", "File it as an amendment."),
                );
            }
            if round.major {
                out.push(
                    Finding::block(
                        "M19.major",
                        "变更已登记为重大调整，不是较小修改。",
                        "The change is recorded as a major one, not a minor one.",
                    )
                    .way("适用一般程序。", "Use the general procedure."),
                );
            }
            out.extend(approval_in_force(case));
            if case.is_listed() {
                out.push(listed_note());
            }
        }
        SimplifiedGround::TrackingWithoutAdjustment => {
            if round.kind != RoundKind::Tracking {
                out.push(Finding::block("M19.tracking", "这一情形只适用于跟踪审查。", "This ground is for tracking reviews only."));
            }
            if adjusted_since_tracking(case) {
                out.push(
                    Finding::block(
                        "M19.adjusted",
                        "上次审查以来有重大调整，跟踪审查适用一般程序。",
                        "Major adjustments since the last review: the general procedure applies.",
                    )
                    .way("适用一般程序。", "Use the general procedure."),
                );
            }
            if case.is_listed() {
                out.push(listed_note());
            }
        }
    }
    out
}

fn listed_note() -> Finding {
    Finding::note(
        "M19.listed",
        "属于复核清单，可以用简易程序，但宜从严掌握。",
        "Listed activity: the simplified procedure is open, to be used sparingly.",
    )
}

fn rules_on_file(facts: &Facts, on: Date) -> Vec<Finding> {
    match facts.committee.rule_on(RuleKind::Simplified, on) {
        None => vec![
            Finding::block(
                "M20.rules",
                "没有简易程序工作规程，不能用简易程序（第二十条）。",
                "No rules for the simplified procedure on file; it cannot be used (Art. 20).",
            )
            .way(
                "制定工作规程和跟踪频度，存入制度库；或适用一般程序。",
                "Adopt and file rules with a tracking frequency, or use the general procedure.",
            ),
        ],
        Some(r) if r.tracking_months.is_none() => vec![
            Finding::block(
                "M20.frequency",
                "简易程序工作规程没有写跟踪频度（第二十条）。",
                "The simplified-procedure rules set no tracking frequency (Art. 20).",
            )
            .way("在制度库补写跟踪频度（月）。", "Add the frequency in months."),
        ],
        Some(_) => Vec::new(),
    }
}

/// M19(2): the approval that is changed must exist and be in force.
pub fn approval_in_force(case: &Case) -> Vec<Finding> {
    match m17_tracking::approved_on(case) {
        None => vec![Finding::block("M19.approval", "没有生效的批准，谈不上修改已批准的方案。", "There is no approval in force to amend.")],
        Some(_) => match m17_tracking::last_turn(case) {
            Some(TurnKind::Suspended) => vec![
                Finding::block("M19.approval", "活动已暂停，不能按较小修改处理。", "The activity is suspended; no minor change.")
                    .way("先恢复，或适用一般程序。", "Resume it first, or use the general procedure."),
            ],
            Some(TurnKind::Terminated) => vec![Finding::block("M19.approval", "活动已终止，不能变更。", "The activity is terminated.")],
            Some(TurnKind::Completed) => vec![Finding::block("M19.approval", "活动已结题，不能变更。", "The activity is completed.")],
            _ => Vec::new(),
        },
    }
}

/// A major adjustment since the last tracking review: a renewed review, a risk change or incident reported, or an
/// amendment that was not minor.
pub fn adjusted_since_tracking(case: &Case) -> bool {
    let last = case.rounds.iter().filter(|r| r.kind == RoundKind::Tracking).filter_map(|r| r.decision.as_ref()).map(|d| d.on).max();
    let since = last.or_else(|| m17_tracking::approved_on(case));
    let after = |d: Date| since.is_none_or(|s| d > s);
    case.turns.iter().any(|t| matches!(t.kind, TurnKind::RiskChange | TurnKind::Incident) && after(t.on))
        || case.rounds.iter().any(|r| {
            let major = match r.kind {
                RoundKind::Renewed => true,
                RoundKind::Amendment => {
                    r.accepted.as_ref().is_some_and(|a| a.ground != Some(SimplifiedGround::MinorChange)) || r.converted.is_some()
                }
                _ => false,
            };
            major && after(r.received.date_naive())
        })
}

/// May the chair's designation of reviewers be recorded? (M20)
pub fn can_designate(facts: &Facts, case: &Case, d: &ReviewerDesignation) -> Vec<Finding> {
    let mut out = Vec::new();
    let round = case.round();
    if round.procedure() != Some(crate::Procedure::Simplified) {
        out.push(Finding::block("M20.procedure", "本件不在简易程序中，不指定审查委员。", "The case is not in the simplified procedure."));
    }
    if round.over() {
        out.push(Finding::block("M16.decided", "本轮审查已经结束。", "This round is over."));
    }
    if round.accepted.as_ref().is_some_and(|a| d.on < a.at.date_naive()) {
        out.push(Finding::block("M20.order", "指定日期早于受理日期。", "The designation is earlier than the acceptance."));
    }
    out.extend(rules_on_file(facts, d.on));
    out.extend(
        crate::m10_composition::composition(facts.members, &facts.committee.unit, d.on, facts.rules, facts.profile())
            .into_iter()
            .filter(Finding::blocks)
            .map(crate::m14_meeting::unsound),
    );

    let sure = e08_conflicts::matches_on(facts, case, d.on);
    let conflict = |id: &str| sure.iter().filter(|m| m.member == id).max_by_key(|m| m.certain);
    let chair = facts.members.iter().find(|m| m.role_on(d.on) == Some(Role::Chair));
    match (chair, facts.member(&d.by)) {
        (None, _) => out.push(
            Finding::block(
                "M20.chair_vacant",
                "主任委员空缺，没有人可以指定审查委员（第二十条）。",
                "The chair is vacant; nobody can designate reviewers (Art. 20).",
            )
            .citing(&["E7"])
            .way("由单位先任命主任委员，或适用一般程序。", "The unit appoints a chair first."),
        ),
        (Some(c), Some(by)) if c.id == by.id => {
            if let Some(m) = conflict(&c.id).filter(|m| m.certain) {
                out.push(
                    Finding::block(
                        "M20.chair_conflict",
                        format!("主任委员与本件有利益关系，不能指定：{}", m.how_zh),
                        format!("The chair has a conflict and cannot designate: {}", m.how_en),
                    )
                    .citing(&["E8"])
                    .way("转一般程序，主任委员回避。", "Convert to the general procedure; the chair steps out."),
                );
            }
        }
        (Some(_), by) => {
            let vice = by.is_some_and(|m| m.role_on(d.on) == Some(Role::ViceChair));
            let (zh, en) = if vice {
                (
                    "不能由副主任委员指定简易程序委员：只有主任委员可以指定（第二十条）。",
                    "A vice-chair cannot designate simplified reviewers; only the chair can (Art. 20).",
                )
            } else {
                ("只有主任委员可以指定简易程序委员（第二十条）。", "Only the chair can designate simplified reviewers (Art. 20).")
            };
            out.push(Finding::block("M20.chair", zh, en).way("由主任委员签署指定书。", "The chair signs the designation."));
        }
    }

    let mut ids: Vec<&str> = d.reviewers.iter().map(String::as_str).collect();
    ids.sort_unstable();
    ids.dedup();
    let min = facts.rules.simplified_reviewers_min();
    if (ids.len() as u32) < min {
        out.push(
            Finding::block(
                "M20.two",
                format!("指定了{}名委员，不少于{min}名。", ids.len()),
                format!("{} designated, at least {min} needed.", ids.len()),
            )
            .way("再指定一名。", "Designate one more."),
        );
    }
    for id in ids {
        let Some(m) = facts.member(id) else {
            out.push(Finding::block("M20.member", format!("{id}不是委员，不能指定。"), format!("{id} is not a member.")));
            continue;
        };
        if !m.in_office(d.on) {
            out.push(
                Finding::block(
                    "M20.member",
                    format!("{}在{}不在任期内。", m.name, say::zh_date(d.on)),
                    format!("{} is not in office on {}.", m.name, say::en_date(d.on)),
                )
                .citing(&["E7"]),
            );
        }
        for kind in UndertakingKind::ALL.iter().filter(|k| !m.undertook(**k, d.on)) {
            out.push(
                Finding::block(
                    "E8.undertaking",
                    format!("{}没有签署{}，不能指定。", m.name, kind.zh()),
                    format!("{} has not signed the {}.", m.name, kind.en()),
                )
                .way("先签署并登记。", "Sign and record it first."),
            );
        }
        if let Some(x) = conflict(id) {
            let f = if x.certain {
                Finding::block(
                    "E8.conflict",
                    format!("{}应当回避，不能指定：{}", m.name, x.how_zh),
                    format!("{} must step out and cannot be designated: {}", m.name, x.how_en),
                )
            } else {
                Finding::ask("E8.conflict", format!("请先核对：{}", x.how_zh), format!("Check first: {}", x.how_en))
            };
            out.push(f.citing(&["M20"]).way("另指定委员。", "Designate somebody else."));
        }
        if chair.is_some_and(|c| c.id == id) && d.by == id {
            out.push(Finding::note(
                "M20.self",
                "主任委员指定了本人审查；条文没有规定，注明即可。",
                "The chair designated themself; the text is silent, so it is only noted.",
            ));
        }
    }
    out
}

/// May this opinion be recorded? Only by a designated reviewer, once designated, before the round is over.
pub fn can_record_opinion(case: &Case, opinion: &crate::Opinion, name: &str) -> Vec<Finding> {
    let round = case.round();
    let mut out = Vec::new();
    match &round.designation {
        None => out.push(
            Finding::block("M20.designation", "还没有指定审查委员。", "No reviewers have been designated.")
                .way("先由主任委员指定。", "The chair designates first."),
        ),
        Some(d) => {
            if !d.reviewers.contains(&opinion.member) {
                out.push(Finding::block(
                    "M20.reviewer",
                    format!("{name}不是本件指定的审查委员。"),
                    format!("{name} is not a designated reviewer of this case."),
                ));
            }
            if opinion.on < d.on {
                out.push(Finding::block("M20.order", "意见日期早于指定日期。", "The opinion is earlier than the designation."));
            }
        }
    }
    if round.over() || round.converted.is_some() {
        out.push(Finding::block("M20.converted", "本轮已不在简易程序中。", "The round is no longer in the simplified procedure."));
    }
    if opinion.view != ReviewerView::Agree && opinion.text.trim().is_empty() {
        out.push(Finding::ask("M20.text", "否定或附条件的意见没有写理由。", "A negative or conditional opinion without its reason."));
    }
    out
}

/// What the simplified review has come to.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum SimplifiedOutcome {
    /// Opinions still to come, of these member ids; all of them when none is designated yet.
    Waiting {
        missing: Vec<String>,
    },
    Approve,
    /// M20: must convert to the general procedure; the acceptance date stays.
    Convert {
        because_zh: String,
        because_en: String,
    },
}

/// All agree, nobody doubts, nobody asks for a meeting: approved. There is no majority of simplified reviewers (M20, E24).
pub fn outcome(round: &Round) -> SimplifiedOutcome {
    let Some(d) = &round.designation else { return SimplifiedOutcome::Waiting { missing: Vec::new() } };
    let (mut agreed, mut negative) = (Vec::new(), Vec::new());
    let mut missing = Vec::new();
    for id in &d.reviewers {
        match round.opinions.iter().rev().find(|o| o.member == *id) {
            None => missing.push(id.clone()),
            Some(o) => {
                let why = if o.asks_meeting {
                    Some(("有委员提议转会议审查", "a reviewer asks for a meeting"))
                } else if o.doubt {
                    Some(("有委员对审查内容有疑义", "a reviewer has doubts"))
                } else if o.view != ReviewerView::Agree {
                    Some(if o.view == ReviewerView::Disagree {
                        ("有否定意见", "there is a negative opinion")
                    } else {
                        ("有“修改后同意”，按否定意见处理", "“agree after changes” counts as negative")
                    })
                } else {
                    None
                };
                match why {
                    Some(w) => negative.push(w),
                    None => agreed.push(id),
                }
            }
        }
    }
    if let Some((zh, en)) = negative.first() {
        let split = !agreed.is_empty();
        return SimplifiedOutcome::Convert {
            because_zh: if split { format!("{zh}，委员意见不一致") } else { (*zh).into() },
            because_en: if split { format!("{en}; opinions differ") } else { (*en).into() },
        };
    }
    if missing.is_empty() && d.reviewers.len() >= 2 { SimplifiedOutcome::Approve } else { SimplifiedOutcome::Waiting { missing } }
}

/// May the round be converted? Always while it is simplified; a reason is written down (M20, E24).
pub fn can_convert(case: &Case, because: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    if case.round().procedure() != Some(crate::Procedure::Simplified) {
        out.push(Finding::block("M20.procedure", "本件不在简易程序中。", "The case is not in the simplified procedure."));
    }
    if case.round().over() {
        out.push(Finding::block("M16.decided", "本轮审查已经结束。", "This round is over."));
    }
    if because.trim().is_empty() {
        out.push(
            Finding::block("M20.because", "转一般程序须写明原因。", "A conversion needs its reason.")
                .way("写明否定意见、疑义、意见不一致或委员提议。", "Name the negative opinion, doubt, disagreement or request."),
        );
    }
    out
}
