//! Article 12 with Articles 11 and 17 and E13: a committee that is not able to review an activity does not vote on it; the
//! unit commissions a service centre in writing, and what that body decides is taken into the file. What stays here: the
//! judgement whether the activity is on the list, the unit's application for re-review, the registration, and the
//! tracking where the commission says so.

use crate::m14_matter::rereview_binds;
use crate::{
    BodyKind, BodyService, Case, Commission, Committee, Date, DecisionKind, Due, Facts, Finding, OutsideBody, OutsideResult,
    RereviewOpinion, RoundKind, Tracker, clock, e06_records, m11_centres, m13_acceptance, m17_tracking, names, say,
};

/// May this body be entered in the register of bodies?
pub fn can_register(committee: &Committee, body: &OutsideBody) -> Vec<Finding> {
    let mut out = Vec::new();
    let as_body = m11_centres::Body { name: body.name.clone(), credit_code: body.credit_code.clone() };
    let known = committee.bodies.iter().filter(|b| b.id != body.id).find(|b| {
        m11_centres::same(&as_body, &m11_centres::Body { name: b.name.clone(), credit_code: b.credit_code.clone() })
            || names::folded(&b.name) == names::folded(&body.name)
    });
    if let Some(known) = known {
        out.push(Finding::block(
            "M11.known",
            format!("{}已在名录中，是同一机构。", known.name),
            format!("{} is in the register already; it is the same body.", known.name),
        ));
    }
    let own = m11_centres::Body { name: committee.unit.name.clone(), credit_code: committee.unit.credit_code.clone() };
    if m11_centres::same(&as_body, &own) {
        out.push(
            Finding::block("M12.own", "这是本单位自己，不需要委托。", "This is the unit itself; there is nothing to commission.")
                .citing(&["M11"]),
        );
    }
    if body.services.is_empty() {
        out.push(
            Finding::block("M11.services", "没有写明提供哪些服务。", "It is not said what the body offers.")
                .way("审查、复核、培训、咨询中选。", "Choose from review, re-review, training, consulting."),
        );
    }
    if body.kind == BodyKind::ServiceCentre && body.set_up_by.trim().is_empty() {
        out.push(
            Finding::ask(
                "M11.set_up",
                "没有写明由哪个地方或者主管部门建立；服务中心由其依托相关单位建立。",
                "It is not said which locality or ministry set the centre up.",
            )
            .way("写明建立的部门。", "Name the department."),
        );
    }
    if body.credit_code.trim().is_empty() {
        out.push(Finding::note(
            "M11.code",
            "没有统一社会信用代码，只能按名称认同一机构。",
            "Without a credit code one body is told from another by its name only.",
        ));
    }
    out
}

/// May the unit's commission of this body be recorded for the present round (T8)?
pub fn can_commission(facts: &Facts, case: &Case, c: &Commission, body: &OutsideBody) -> Vec<Finding> {
    let round = case.round();
    let mut out: Vec<Finding> = m13_acceptance::before_acceptance(case, "委托审查", "commission the review");
    if matches!(round.kind, RoundKind::Tracking | RoundKind::Appeal) {
        out.push(
            Finding::block(
                "M12.round",
                format!("{}由作出决定的机构办理，不在这里委托。", round.kind.zh()),
                format!("A {} is done by whoever decided; it is not commissioned here.", round.kind.en()),
            )
            .citing(&["M16", "M17"]),
        );
    }
    if round.supplements.last().is_some_and(|s| s.received.is_none()) {
        out.push(
            Finding::block("M13.waiting", "补正材料还没有收到。", "The supplement has not come in yet.")
                .way("收到后登记，再委托。", "Book it in first."),
        );
    }
    if c.on < round.received.date_naive() {
        out.push(Finding::block(
            "M12.order",
            format!("委托日期早于收件日期{}。", say::zh_date(round.received.date_naive())),
            format!("Commissioned before the receipt on {}.", say::en_date(round.received.date_naive())),
        ));
    }
    if c.number.trim().is_empty() && c.letter.is_none() {
        out.push(
            Finding::block(
                "M12.letter",
                "没有委托书：既没有文号，也没有归入。",
                "No commission letter: neither its number nor the letter.",
            )
            .citing(&["E13"])
            .way("写明委托书文号，或者放入委托书。", "Give its number or put the letter on file."),
        );
    }
    if c.reason.trim().is_empty() {
        out.push(
            Finding::block(
                "M12.unable",
                "没有写明本委员会为什么无法胜任（第十二条）。",
                "It is not said why this committee is not able to review it (Art. 12).",
            )
            .way("写明缺什么专业、什么条件。", "Say which competence is missing."),
        );
    }
    if !body.services.contains(&BodyService::Review) {
        out.push(
            Finding::block("M11.no_review", format!("{}不提供审查服务。", body.name), format!("{} does not offer review.", body.name))
                .citing(&["M12"])
                .way("另行委托，或者更正名录。", "Commission another body, or correct the register."),
        );
    }
    if let Some(until) = body.until.filter(|u| *u < c.on) {
        out.push(
            Finding::block(
                "M12.expired",
                format!("与{}的委托已于{}届满。", body.name, say::zh_date(until)),
                format!("The contract with {} ended on {}.", body.name, say::en_date(until)),
            )
            .way("续签后更正名录。", "Renew it and correct the register."),
        );
    }
    if body.kind == BodyKind::OtherCommittee {
        out.push(
            Finding::ask(
                "E13.committee",
                "人工智能科技活动应委托服务中心审查；委托其他委员会的，写明为什么没有服务中心可以委托。",
                "An AI activity goes to a service centre first; say why another committee is commissioned instead.",
            )
            .citing(&["M12"]),
        );
    }
    out.extend(m11_centres::both_roles(&[as_body(c)], &m11_centres::rereviewers(facts, case)));
    if case.scope.as_ref().is_some_and(|s| !s.in_scope) {
        out.push(Finding::block("M2.scope", "判定不属于适用范围，不需要审查。", "Judged out of scope; no review is needed."));
    }
    match &case.listed {
        None => out.push(
            Finding::note(
                "M21.judgement",
                "还没有判定是否属于复核清单；受托方作出决定前判定。",
                "Not judged against the list yet; do so before the body decides.",
            )
            .citing(&["E5(4)"]),
        ),
        Some(_) if rereview_binds(case, case.rounds.len() - 1) => out.push(
            Finding::note(
                "M22.listed",
                "属于复核清单：受托方只作初步审查，复核仍由本单位申请，没有复核意见不能批准。",
                "Listed: the body makes the preliminary review only; the unit applies for re-review, and nothing is approved without it.",
            )
            .citing(&["M24"]),
        ),
        Some(_) => {}
    }
    out.push(match c.tracker {
        Tracker::ReviewingBody => Finding::fine("M17.tracker", format!("由{}跟踪审查。", c.name), format!("Tracked by {}.", c.name)),
        Tracker::Committee => Finding::note(
            "M17.tracker",
            "委托书另有约定，由本委员会跟踪审查；条文由作出审查决定的机构跟踪。",
            "The commission leaves tracking to this committee; the text puts it on whoever reviewed.",
        ),
    });
    out
}

/// May this decision of the commissioned body be taken into the file? A preliminary opinion, the decision, or, when the
/// body tracks, the outcome of a tracking review.
pub fn can_record(facts: &Facts, case: &Case, r: &OutsideResult, words: bool) -> Vec<Finding> {
    let mut out: Vec<Finding> = e06_records::read_only(case).into_iter().collect();
    let round = case.round();
    if r.number.trim().is_empty() && r.file.is_none() {
        out.push(
            Finding::block(
                "M12.result",
                "没有受托方的决定书：既没有文号，也没有归入。",
                "The body's decision is not on file: neither its number nor a copy.",
            )
            .way("写明文号，或者放入决定书。", "Give its number or put the copy on file."),
        );
    }
    if r.received < r.on {
        out.push(Finding::block("M12.order", "收到日期早于决定日期。", "Received before it was decided."));
    }
    if r.kind.needs_words() && !words {
        out.push(Finding::ask(
            "M16.outside_words",
            format!("“{}”没有写明受托方的理由或者修改建议。", r.kind.zh()),
            format!("“{}” comes without the body's reasons or suggestions.", r.kind.en()),
        ));
    }
    if round.over() {
        out.extend(tracked(case, r));
        return out;
    }
    let Some(c) = &round.commission else {
        out.push(
            Finding::block("M12.not_commissioned", "本轮没有委托其他机构审查。", "This round was not commissioned to another body.")
                .way("先登记委托。", "Record the commission first."),
        );
        return out;
    };
    if r.on < c.on {
        out.push(Finding::block(
            "M12.order",
            format!("决定日期早于委托日期{}。", say::zh_date(c.on)),
            format!("Decided before the commission of {}.", say::en_date(c.on)),
        ));
    }
    let binds = rereview_binds(case, case.rounds.len() - 1);
    let positive = matches!(r.kind, DecisionKind::Approve | DecisionKind::Pass);
    if positive && case.listed.is_none() {
        out.push(
            Finding::block("M21.judgement", "还没有判定是否属于复核清单。", "No judgement yet whether the activity is on the list.")
                .citing(&["E5(4)"])
                .way("对照清单判定并写明理由。", "Judge it against the list with a reason."),
        );
    }
    match r.kind {
        DecisionKind::Pass if !binds => {
            out.push(Finding::block("M22.listed", "不属于须复核的活动，没有初步审查。", "Not an activity that needs re-review."))
        }
        DecisionKind::Pass if round.preliminary.is_some() => {
            out.push(Finding::block("M22.passed", "本轮初步审查已通过。", "The preliminary review is passed already."))
        }
        DecisionKind::Approve if binds => out.extend(approval(facts, case, r.on)),
        DecisionKind::Approve | DecisionKind::Pass | DecisionKind::Revise | DecisionKind::Reject => {}
        DecisionKind::ApproveAfterChanges => out.push(
            Finding::block(
                "E16.outside",
                "修改后批准，由受托方核验修改后登记为批准。",
                "Approved after changes: record the approval once the body has verified them.",
            )
            .citing(&["M16"]),
        ),
        other => out.push(Finding::block(
            "M12.kind",
            format!("对申请的审查不能作出“{}”。", other.zh()),
            format!("A review of an application cannot “{}”.", other.en()),
        )),
    }
    out
}

/// M24: an approval of a listed activity stands on the expert opinion, whoever approves.
fn approval(facts: &Facts, case: &Case, on: Date) -> Vec<Finding> {
    let opinion = case.round().rereview.as_ref().and_then(|r| r.opinion.as_ref());
    match opinion {
        None => vec![
            Finding::block(
                "M24.opinion",
                "属于复核清单，还没有收到专家复核意见，受托方也不能批准（第二十四条）。",
                "Listed, and no expert re-review opinion on file: the commissioned body cannot approve either (Art. 24).",
            )
            .citing(&["M22", "M11"])
            .way("登记受托方的初步审查意见，由本单位报请复核。", "Record the body's preliminary opinion and apply for re-review."),
        ],
        Some(o) if o.opinion == RereviewOpinion::Disagree => vec![
            Finding::block(
                "M24.disagree",
                "不能批准：专家复核意见为不同意（第二十四条）。",
                "Cannot approve: the re-review opinion is “disagree” (Art. 24).",
            )
            .way("请受托方依据复核意见重新作出决定。", "Ask the body to decide according to the opinion."),
        ],
        Some(o) if on < o.on => vec![Finding::block(
            "M24.order",
            format!("批准日期早于复核意见日期{}。", say::zh_date(o.on)),
            format!("Approved before the opinion of {}.", say::en_date(o.on)),
        )],
        Some(_) => crate::m22_rereview::opinion_usable(facts, case),
    }
}

/// An outcome of tracking by the body that reviewed.
fn tracked(case: &Case, r: &OutsideResult) -> Vec<Finding> {
    use DecisionKind::{Continue, ContinueAfterChanges, Suspend, Terminate};
    let mut out = m17_tracking::can_track(case);
    if tracker(case).is_none() {
        out.push(
            Finding::block("M17.tracker", "本件由本委员会跟踪审查。", "This committee tracks the activity.")
                .way("开始跟踪审查。", "Start a tracking review."),
        );
    }
    if !matches!(r.kind, Continue | ContinueAfterChanges | Suspend | Terminate) {
        out.push(
            Finding::block(
                "E19.outcome",
                format!("本轮已有决定；跟踪审查不能作出“{}”。", r.kind.zh()),
                format!("The round is decided; a tracking review cannot “{}”.", r.kind.en()),
            )
            .citing(&["M17"]),
        );
    }
    let last = case.round().decision.as_ref().map(|d| d.on);
    if last.is_some_and(|d| r.on < d) {
        out.push(Finding::block("M17.order", "早于上一次决定。", "Earlier than the decision before it."));
    }
    out
}

/// The commission under which another body tracks the activity now; none when this committee does.
pub fn tracker(case: &Case) -> Option<&Commission> {
    let deciding = case.rounds.iter().rev().find(|r| {
        r.kind != RoundKind::Amendment && r.decision.as_ref().is_some_and(|d| d.kind.allows() || d.kind == DecisionKind::Suspend)
    })?;
    deciding.commission.as_ref().filter(|c| c.tracker == Tracker::ReviewingBody)
}

/// When the commissioned body's answer can be looked for. Its thirty days run from its own acceptance, which is not on
/// file here; counted from the commission they are a mark to ask by and nobody's lateness.
pub fn follow_up(facts: &Facts, c: &Commission) -> Due {
    clock::natural_days(c.on, facts.rules.decision_days(), true, facts.calendar)
        .starting("委托", "commissioned", facts.calendar)
        .under(&["M16", "M12"])
}

/// The commissioned body, for Article 11.
pub fn as_body(c: &Commission) -> m11_centres::Body {
    m11_centres::Body { name: c.name.clone(), credit_code: c.credit_code.clone() }
}

/// Reviewed elsewhere: what this committee cannot do about the round, and why.
pub fn not_here(case: &Case, at: usize, zh: &str, en: &str) -> Option<Finding> {
    let round = case.rounds.get(at)?;
    let (who, articles, way): (&str, &[&str], _) = match (&round.commission, &round.recognised) {
        (Some(c), _) => (&c.name, &["M11"], ("登记受托方的决定。", "Record what that body decides.")),
        (None, Some(r)) => (&r.issuer.name, &["M18"], ("方案有变更的，另开一轮审查。", "What changes is reviewed in a round of its own.")),
        _ => return None,
    };
    Some(
        Finding::block(
            "M12.elsewhere",
            format!("本轮由{who}审查，本委员会不{zh}。"),
            format!("{who} reviews this round; this committee does not {en}."),
        )
        .citing(articles)
        .way(way.0, way.1),
    )
}
