//! Papers about decisions: the letter in each of its kinds (D19), the preliminary opinion (D18) and the request for
//! re-review (D22), the notice and the decision on an appeal (D26, D27). M16, M22–M24, E16–E18.

use super::intake::{list_item, procedure_reason};
use crate::about::About;
use crate::failure::Failure;
use crate::sources::Sources;
use crate::sources::{by_dimension, lacking, sentence};
use measures::say::{zh_date, zh_list};
use measures::*;
use papers::appeal_decision::{AppealDecision, Ground};
use papers::appeal_notice::AppealNotice;
use papers::decision_letter::{DecisionLetter, Outcome};
use papers::preliminary_opinion::PreliminaryOpinion;
use papers::re_review_conflict::ReReviewConflict;
use papers::re_review_request::{Enclosure, ReReviewRequest};

/// Where and by whom a round was decided: the meeting and its item, or the designated members.
pub(super) struct Occasion {
    pub words: String,
    pub item: Option<Item>,
    pub vote: Option<papers::VoteSummary>,
}

pub(super) fn occasion(src: &Sources, round: &Round, decision: &Decision) -> Result<Occasion, Failure> {
    let item = src.item_of(round, Some(decision))?;
    if let Some(item) = item {
        let meeting = src.need::<Meeting>("meeting", &item.meeting)?;
        return Ok(Occasion { words: format!("第{}次会议", meeting.no), vote: src.vote_summary(&meeting, &item)?, item: Some(item) });
    }
    if let Some(meeting) = &decision.meeting {
        let meeting = src.need::<Meeting>("meeting", meeting)?;
        return Ok(Occasion { words: format!("第{}次会议", meeting.no), item: None, vote: None });
    }
    if let Some(named) = round.designation.as_ref().filter(|_| round.procedure() == Some(Procedure::Simplified)) {
        let who = if src.committee.settings.names_on_letters {
            format!("由{}{}名委员", zh_list(src.names(&named.reviewers)), named.reviewers.len())
        } else {
            format!("由{}名委员", named.reviewers.len())
        };
        return Ok(Occasion { words: who, item: None, vote: None });
    }
    // M24: the decision follows the opinion; the members voted on the preliminary one.
    if let Some(first) = round.preliminary.as_ref().filter(|_| round.decision.as_ref() == Some(decision)) {
        let of_first = occasion(src, round, first)?;
        return Ok(Occasion { words: format!("{}初步审查、依据专家复核意见", of_first.words), ..of_first });
    }
    Ok(Occasion { words: String::new(), item: None, vote: None })
}

pub(super) fn tracking_of(decision: &Decision) -> Option<papers::Tracking> {
    let (months, next) = (decision.tracking_months?, decision.next_tracking?);
    decision.kind.allows().then(|| papers::Tracking { interval: format!("{months}个月"), next })
}

/// The term of appeal runs from delivery under Article 16; before it came into force none was set.
pub(super) fn appeal_term(src: &Sources, day: Date) -> Option<String> {
    src.under_measures(day).then(|| format!("{}个工作日", src.law.rules.appeal_days()))
}

/// A decision of another body has that body's own letter.
pub(super) fn decided_here(round: &Round) -> Result<(), Failure> {
    if round.elsewhere() {
        return Err(lacking("本轮由其他机构审查，决定书由其出具", "another body reviewed this round and wrote the letter"));
    }
    Ok(())
}

pub(super) fn letter(src: &Sources, about: &About) -> Result<DecisionLetter, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let d = round.decision.as_ref().ok_or_else(|| lacking("这一轮还没有作出决定", "this round is not decided"))?;
    decided_here(round)?;
    let at = occasion(src, round, d)?;
    let simplified = round.procedure() == Some(Procedure::Simplified);
    let outcome = match d.kind {
        DecisionKind::Approve | DecisionKind::Continue | DecisionKind::Pass => Outcome::Approve,
        DecisionKind::ApproveAfterChanges | DecisionKind::ContinueAfterChanges => Outcome::ApproveRevised,
        DecisionKind::Revise => Outcome::Revise,
        DecisionKind::Reject => Outcome::Reject,
        DecisionKind::Suspend | DecisionKind::Terminate => {
            return Err(lacking("暂停、终止用“暂停、终止科技活动决定书”", "a suspension or termination has its own paper"));
        }
    };
    let words = match (round.kind, d.kind) {
        (RoundKind::Amendment, DecisionKind::Approve) => "批准变更",
        (RoundKind::Amendment, DecisionKind::Reject) => "不予批准变更",
        (_, DecisionKind::Continue | DecisionKind::ContinueAfterChanges) => d.kind.zh(),
        _ => "",
    };
    let rereview = round.rereview.as_ref().and_then(|r| Some((r, r.opinion.as_ref()?)));
    Ok(DecisionLetter {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        applicant: case.application.leader.clone(),
        outcome,
        decision: words.into(),
        partners: case.application.partners.clone(),
        accepted: round.accepted.as_ref().map_or(round.received, |a| a.at).date_naive(),
        procedure: round.procedure().unwrap_or(Procedure::General).zh().into(),
        procedure_reason: match &round.accepted {
            Some(a) if simplified => procedure_reason(a),
            _ => String::new(),
        },
        reviewed: d.on,
        occasion: at.words,
        documents: src.documents(&case, i, at.item.as_ref())?,
        vote: at.vote,
        listing: src.listing(&case),
        re_review: rereview
            .map(|(r, o)| {
                let number = if o.number.trim().is_empty() { String::new() } else { format!("（{}）", o.number) };
                format!("{}于{}出具专家复核意见{number}：{}。本决定依据该意见作出。", r.authority, zh_date(o.on), o.opinion.zh())
            })
            .unwrap_or_default(),
        reasons: by_dimension(&d.reasons),
        suggestions: d.suggestions.iter().map(|s| sentence(s)).collect(),
        resubmit_by: if d.kind == DecisionKind::Revise { d.resubmit_by } else { None },
        scope: scope(round, d),
        conditions: d.conditions.iter().map(|s| sentence(s)).collect(),
        tracking: tracking_of(d),
        duties: duties(src, &case, d),
        appeal: appeal_term(src, d.on),
        basis: decision_basis(src, round, d),
        supersedes: match (round.kind, i.checked_sub(1)) {
            (RoundKind::Appeal, Some(before)) => src.number_of(case.rounds[before].decision.as_ref().and_then(|d| d.paper.as_ref())),
            _ => String::new(),
        },
        signer_post: Role::Chair.zh().into(),
        signer: src.chair_on(d.on),
        copies: vec![],
    })
}

fn decision_basis(src: &Sources, round: &Round, d: &Decision) -> String {
    let simplified = round.procedure() == Some(Procedure::Simplified);
    let (measures, ethics): (&[u32], &[u32]) = match (round.rereview.is_some(), simplified) {
        (true, _) => (&[16, 24], &[16, 31]),
        (_, true) => (&[16, 19, 20], &[16, 22, 23]),
        _ => (&[16], &[16]),
    };
    // 修改后批准 is a decision of the older instrument (reading A1); a case accepted under it stands on both (M37).
    let began_before = round.accepted.as_ref().is_some_and(|a| !src.under_measures(a.at.date_naive()));
    if src.under_measures(d.on) && (began_before || d.kind == DecisionKind::ApproveAfterChanges) {
        return src.basis_of_both(measures, ethics);
    }
    src.basis(d.on, measures, ethics)
}

fn scope(round: &Round, d: &Decision) -> String {
    if !d.kind.allows() {
        return String::new();
    }
    match round.kind {
        RoundKind::Amendment => "批准范围为本次申请的变更，原审查决定的其他内容继续有效。".into(),
        _ if d.kind == DecisionKind::ApproveAfterChanges => "修改完成并经本委员会核验后，方可按修改后的方案开展。".into(),
        _ => "批准范围以上述材料所列版本为限。".into(),
    }
}

/// What the leader owes after an approval (M17, M30).
fn duties(src: &Sources, case: &Case, d: &Decision) -> Vec<String> {
    if !d.kind.allows() {
        return vec![];
    }
    // With a tracking term the wording itself says these two (M17).
    let mut duties = if tracking_of(d).is_some() {
        vec![]
    } else {
        vec![
            "活动负责人应及时识别科技伦理风险变化，并向本委员会报告。".to_string(),
            "实施方案需要变更的，应事先向本委员会提出变更申请。".to_string(),
        ]
    };
    if case.is_listed() {
        let days = src.law.rules.register_listed_days();
        duties.push(format!("本单位应自批准之日起{days}日内，将该活动在国家科技伦理管理信息登记平台登记。"));
    }
    duties
}

pub(super) fn preliminary(src: &Sources, about: &About) -> Result<PreliminaryOpinion, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let d = round.preliminary.as_ref().ok_or_else(|| lacking("还没有初步审查意见", "there is no preliminary opinion"))?;
    decided_here(round)?;
    let at = occasion(src, round, d)?;
    let mut risks: Vec<papers::DimensionNote> = case
        .application
        .risks
        .iter()
        .map(|r| papers::DimensionNote {
            dimension: String::new(),
            text: format!("{}（可能性{}，程度{}）。", r.what, level(r.likelihood), level(r.degree)),
        })
        .collect();
    let (by, general): (Vec<_>, Vec<_>) = by_dimension(&d.reasons).into_iter().partition(|n| !n.dimension.is_empty());
    risks.extend(by);
    let mut controls: Vec<String> = case
        .application
        .risks
        .iter()
        .map(|r| r.measure.clone())
        .chain(case.application.passport.controls.clone())
        .filter(|c| !c.trim().is_empty())
        .collect();
    controls.dedup();
    // E29 asks for two statements; reasons written under their heads go to the one they name.
    let mut lawful = legality(src, &at, d)?;
    let mut reasonable = String::new();
    // A head may stand within a line as well as at its beginning.
    let headed = |text: &str| text.replace("合规性：", "\n合规性：").replace("合理性：", "\n合理性：");
    let texts: Vec<String> = general.iter().map(|n| headed(&n.text)).collect();
    for line in texts.iter().flat_map(|t| t.lines()).filter(|l| !l.trim().is_empty()).map(sentence) {
        match (line.strip_prefix("合规性："), line.strip_prefix("合理性：")) {
            (Some(rest), _) => lawful.push_str(rest),
            (_, Some(rest)) => reasonable.push_str(rest),
            _ => reasonable.push_str(&line),
        }
    }
    let judged = case.listed.as_ref();
    Ok(PreliminaryOpinion {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        addressee: src.committee.unit.name.clone(),
        accepted: round.accepted.as_ref().map_or(round.received, |a| a.at).date_naive(),
        reviewed: d.on,
        occasion: format!("本委员会{}", at.words),
        list_item: list_item(&case),
        list_version: judged.map(|l| l.version.clone()).unwrap_or_default(),
        documents: src.documents(&case, i, at.item.as_ref())?,
        risks,
        controls: controls.iter().map(|c| sentence(c)).collect(),
        legality: lawful,
        reasonableness: reasonable,
        vote: at.vote,
        conclusion: match d.kind {
            DecisionKind::Pass => "同意通过初步审查，由本单位申请开展专家复核。".into(),
            kind => format!("初步审查结论为{}。", kind.zh()),
        },
        basis: src.basis(d.on, &[15, 16, 22], &[16, 26]),
        signer: Role::Chair.zh().into(),
    })
}

fn level(n: u32) -> &'static str {
    match n {
        0 | 1 => "低",
        2 => "中",
        _ => "高",
    }
}

/// E29(1): that the review itself was lawful, from the record of the meeting.
fn legality(src: &Sources, at: &Occasion, d: &Decision) -> Result<String, Failure> {
    let mut said = String::new();
    if let Some(item) = &at.item {
        let meeting = src.need::<Meeting>("meeting", &item.meeting)?;
        let (quorum, _) = src.count(&meeting, item)?;
        let kinds = zh_list(quorum.counts.iter().filter(|(_, n)| *n > 0).map(|(c, _)| c.zh()));
        said = format!("会议由{}主持，到会委员{}人，包括{kinds}类委员；", src.name(&quorum.host), quorum.attending.len());
        if quorum.recused.is_empty() {
            said.push_str("经询问无委员须回避。");
        } else {
            said.push_str(&format!("{}依规定回避。", zh_list(src.names(&quorum.recused))));
        }
    }
    let basis = if src.under_measures(d.on) {
        "到会人数、类别和表决比例符合规定，审查内容涵盖规定的六个方面。"
    } else {
        "到会人数、类别和表决比例符合规定。"
    };
    Ok(format!("{said}{basis}"))
}

pub(super) fn re_review_request(src: &Sources, about: &About) -> Result<ReReviewRequest, Failure> {
    let (case, i) = src.case_of(about)?;
    let round = &case.rounds[i];
    let d = round
        .preliminary
        .as_ref()
        .filter(|d| d.kind == DecisionKind::Pass)
        .ok_or_else(|| lacking("还没有通过初步审查", "the preliminary review is not passed"))?;
    let opinion = match &d.paper {
        Some(id) => src.reader.get::<FiledPaper>(id)?,
        None => None,
    };
    let route = m22_rereview::route(&src.committee.unit);
    let pages = |n: u32| match (n, &opinion) {
        (7, Some(p)) if p.pages > 0 => p.pages.to_string(),
        _ => String::new(),
    };
    Ok(ReReviewRequest {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        authority: round.rereview.as_ref().map(|r| r.authority.clone()).unwrap_or_else(|| match route.kind {
            m22_rereview::RouteKind::Ministry => src.committee.unit.authority.clone(),
            m22_rereview::RouteKind::Province => format!("{}科学技术厅", src.committee.unit.province),
        }),
        list_item: list_item(&case),
        opinion_number: match &round.commission {
            // The opinion enclosed is that of the body commissioned.
            Some(c) => c.results.iter().find(|r| r.kind == DecisionKind::Pass).map(|r| r.number.clone()).unwrap_or_default(),
            None => opinion.as_ref().map(|p| p.number.clone()).unwrap_or_default(),
        },
        opinion_date: opinion.as_ref().and_then(|p| p.dated).unwrap_or(d.on),
        reviewed: d.on,
        partners: case.application.partners.clone(),
        basis: src.basis(d.on, &[22, 23], &[26, 27]),
        routing: match route.kind {
            m22_rereview::RouteKind::Ministry => {
                format!("本单位为{}，直接报请相关主管部门组织开展专家复核。", src.committee.unit.affiliation.zh())
            }
            m22_rereview::RouteKind::Province => "本单位报请地方开展专家复核。".into(),
        },
        package: m22_rereview::package(&case)
            .into_iter()
            .filter(|p| p.needed || p.present)
            .map(|p| Enclosure { pages: pages(p.n), name: p.zh })
            .collect(),
    })
}

/// M11 and E28 in a letter: who reviewed and was to re-review, who of our own sits on the panel.
pub(super) fn re_review_conflict(src: &Sources, about: &About) -> Result<ReReviewConflict, Failure> {
    let (case, i) = src.case_of(about)?;
    let sent = case.rounds[i].rereview.as_ref().ok_or_else(|| lacking("还没有报请复核", "nothing was sent to re-review"))?;
    let (facts, day) = (src.facts(), src.today());
    let both = !m11_centres::implementer(&facts, &case, &sent.implementer).is_empty();
    let ours = m22_rereview::our_members(&facts, &sent.panel);
    if !both && ours.is_empty() {
        return Err(lacking("承担单位和专家名单没有冲突", "neither the body nor the panel is in conflict"));
    }
    let post = |m: &Member| match (m.in_office(day), m.terms.iter().max_by_key(|t| t.until)) {
        (false, Some(t)) => {
            let last = t.ended.as_ref().and_then(|e| e.on.pred_opt()).unwrap_or(t.until);
            format!("{}（{}至{}任委员）", m.name, zh_date(t.from), zh_date(last))
        }
        _ => format!("{}（现任委员）", m.name),
    };
    let (of_measures, of_ethics): (&[u32], &[u32]) = (if both { &[11] } else { &[23] }, if ours.is_empty() { &[] } else { &[28] });
    Ok(ReReviewConflict {
        imprint: Default::default(),
        case: src.case_ref(&case, i),
        authority: sent.authority.clone(),
        sent: sent.sent,
        request_number: src.number_of(sent.paper.as_ref()),
        body: if both { sent.implementer.clone() } else { String::new() },
        members: ours.into_iter().map(post).collect(),
        basis: src.basis(day, of_measures, of_ethics),
    })
}

/// The round whose decision is appealed against, seen from either side.
fn appealed(case: &Case, i: usize) -> Option<(usize, &Appeal)> {
    let here = case.rounds[i].appeal.as_ref().map(|a| (i, a));
    here.or_else(|| i.checked_sub(1).and_then(|b| case.rounds[b].appeal.as_ref().map(|a| (b, a))))
}

pub(super) fn appeal_notice(src: &Sources, about: &About) -> Result<AppealNotice, Failure> {
    let (case, i) = src.case_of(about)?;
    let (at, appeal) = appealed(&case, i).ok_or_else(|| lacking("没有登记申诉", "no appeal is on record"))?;
    let round = &case.rounds[at];
    let facts = src.facts();
    let served = round.delivery();
    let last = appeal.last_day.or_else(|| served.map(|d| m16_appeal::appeal_last_day(&facts, d).rolled));
    Ok(AppealNotice {
        imprint: Default::default(),
        case: src.case_ref(&case, at),
        applicant: case.application.leader.clone(),
        accepted: appeal.admitted,
        appeal_received: appeal.received,
        decision_number: src.number_of(round.decision.as_ref().and_then(|d| d.paper.as_ref())),
        served: served.map_or(appeal.received, |d| d.at.date_naive()),
        last_day: last.unwrap_or(appeal.received),
        reason: sentence(&appeal.refusal),
        decide_by: appeal.admitted.then(|| m16_appeal::redecision_due(&facts, appeal).nominal),
        basis: src.basis(appeal.received, &[16], &[18]),
    })
}

pub(super) fn appeal_decision(src: &Sources, about: &About) -> Result<AppealDecision, Failure> {
    let (case, i) = src.case_of(about)?;
    let (at, appeal) = appealed(&case, i).ok_or_else(|| lacking("没有登记申诉", "no appeal is on record"))?;
    let redecided = appeal.sufficient.ok_or_else(|| lacking("申诉理由是否充分还没有认定", "whether the grounds suffice is not decided"))?;
    let round = &case.rounds[at];
    let original = round.decision.as_ref().ok_or_else(|| lacking("被申诉的一轮没有决定", "there is no decision to appeal against"))?;
    let number = src.number_of(original.paper.as_ref());
    let anew = case.rounds.get(at + 1).filter(|r| r.kind == RoundKind::Appeal);
    let decision = anew.and_then(|r| r.decision.as_ref().map(|d| (r, d)));
    let place = decision.map(|(r, d)| occasion(src, r, d)).transpose()?;
    let reviewed = decision.map(|(_, d)| d.on).or(appeal.concluded).unwrap_or(appeal.received);
    let (result, effect) = match (redecided, decision) {
        (true, Some((_, d))) => {
            (format!("申诉理由充分，本委员会重新作出审查决定：{}。", d.kind.zh()), "原审查决定由重新作出的审查决定替代。".to_string())
        }
        (true, None) => ("申诉理由充分，本委员会将重新审查并作出决定。".to_string(), "重新作出决定前，原审查决定不变。".to_string()),
        (false, _) => ("申诉理由不充分，维持原审查决定。".to_string(), "原审查决定继续有效。".to_string()),
    };
    Ok(AppealDecision {
        imprint: Default::default(),
        case: src.case_ref(&case, at),
        applicant: case.application.leader.clone(),
        decision_number: number,
        decision_date: original.on,
        appeal_received: appeal.received,
        reviewed,
        occasion: place.as_ref().map(|o| o.words.clone()).unwrap_or_default(),
        grounds: grounds(appeal),
        vote: place.and_then(|o| o.vote),
        redecided,
        result,
        effect,
        basis: src.basis(reviewed, &[16], &[18]),
        signer: Role::Chair.zh().into(),
    })
}

/// One finding a ground when as many were written, else the grounds together.
fn grounds(appeal: &Appeal) -> Vec<Ground> {
    let lines = |text: &str| text.lines().map(sentence).filter(|l| !l.is_empty()).collect::<Vec<_>>();
    let (grounds, findings) = (lines(&appeal.grounds), lines(&appeal.finding));
    if grounds.len() == findings.len() {
        return grounds.into_iter().zip(findings).map(|(ground, finding)| Ground { ground, finding }).collect();
    }
    vec![Ground { ground: grounds.join(""), finding: findings.join("") }]
}
