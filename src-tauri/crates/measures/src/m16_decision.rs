//! Article 16: the thirty days and their extension, the decision and its letter, delivery, appeal. The vote behind a
//! decision is counted in `e16_two_thirds`; here is what may be decided, by when, and what the paper must say.

use crate::e16_two_thirds::tally;
use crate::m14_meeting::{options_for, quorum, rereview_binds, rereview_opinion};
use crate::{
    Appeal, Case, Date, Decision, DecisionKind, Delivery, DeliveryMethod, Due, Extension, Facts, Finding, Item, Meeting, Procedure, Profile, Round,
    RoundKind, RereviewOpinion, clock, m17_tracking, m19_simplified, say,
};
use crate::m19_simplified::SimplifiedOutcome;

/// When the round must be decided: thirty natural days from acceptance, the last extension's date, 72 hours in an
/// emergency, seven working days after an appeal. A tracking round has its own clock (`m17_tracking::next`).
pub fn due(facts: &Facts, round: &Round) -> Option<Due> {
    match round.kind {
        RoundKind::Tracking => return None,
        RoundKind::Appeal => return Some(redecision(facts, round.received.date_naive())),
        _ => {}
    }
    let accepted = round.accepted.as_ref()?;
    if let Some(e) = round.extensions.last() {
        return Some(clock::fixed(e.new_due).under(&["M16"]));
    }
    if round.procedure() == Some(Procedure::Emergency) {
        return Some(crate::m27_emergency::whole(facts, accepted.at));
    }
    Some(nominal_due(facts, accepted.at.date_naive()))
}

/// The thirty days without any extension.
pub fn nominal_due(facts: &Facts, accepted: Date) -> Due {
    clock::natural_days(accepted, facts.rules.decision_days(), true, facts.calendar).starting("受理", "accepted", facts.calendar).under(&["M16"])
}

/// May the limit be extended so? A concrete later date, a ground, its facts (M16). After the old date it is possible
/// and counts as late (reading A9).
pub fn can_extend(facts: &Facts, case: &Case, e: &Extension) -> Vec<Finding> {
    let round = case.round();
    let mut out = Vec::new();
    let Some(old) = due(facts, round) else {
        out.push(Finding::block("M16.accepted", "还没有受理，没有期限可以延长。", "Not accepted yet; there is no limit to extend."));
        return out;
    };
    if round.decision.is_some() {
        out.push(Finding::block("M16.decided", "已作决定，不再延长。", "Already decided; nothing to extend."));
    }
    if round.kind == RoundKind::Appeal {
        out.push(Finding::block("M16.redecision_limit", "申诉后重新作出决定的期限，条文没有规定可以延长。", "The limit after an appeal cannot be extended."));
    }
    if e.new_due <= old.nominal {
        out.push(
            Finding::block(
                "M16.new_date",
                format!("延长须写明更晚的日期；原期限是{}。", say::zh_date(old.nominal)),
                format!("An extension needs a later date; the limit is {}.", say::en_date(old.nominal)),
            )
            .way("写明新的截止日期。", "Name the new date."),
        );
    }
    if e.facts.trim().is_empty() {
        out.push(Finding::block("M16.extension_facts", "没有写明延长的事由。", "The extension does not say why.").way("写明情况复杂在哪里，或者要补充、更正什么。", "Say what is complex or what must be supplied or corrected."));
    }
    if round.accepted.as_ref().is_some_and(|a| e.on < a.at.date_naive()) {
        out.push(Finding::block("M16.order", "延长日期早于受理日期。", "The extension is earlier than the acceptance."));
    }
    let late = (e.on - old.nominal).num_days();
    if late > 0 && e.on <= old.rolled {
        out.push(Finding::note("M16.late_extension", format!("原期限{}遇休息日顺延，今日仍在顺延期内。", say::zh_date(old.nominal)), format!("{} fell on a day off; still within the roll-over.", say::en_date(old.nominal))));
    } else if late > 0 {
        out.push(
            Finding::ask(
                "M16.late_extension",
                format!("原期限已过{late}天才延长，将按“逾期后延长”计入年报。请写明理由。"),
                format!("The limit passed {late} days ago; the annual report will count this as extended late. Give the reason."),
            )
            .with(serde_json::json!({ "days_late": late, "due": old.nominal })),
        );
    }
    if !round.extensions.is_empty() {
        out.push(Finding::note("M16.again", format!("已延长过{}次；条文没有限制次数，须再次告知申请人。", round.extensions.len()), format!("Extended {} times before; the text sets no number. Notify the applicant again.", round.extensions.len())));
    }
    out
}

/// May this be recorded as the round's decision? `basis` is the meeting and item it was voted in; none for a
/// simplified round and for a decision on a re-review opinion without a new vote (reading A13).
pub fn can_decide(facts: &Facts, case: &Case, d: &Decision, basis: Option<(&Meeting, &Item)>) -> Vec<Finding> {
    let round = case.round();
    let index = case.rounds.len() - 1;
    let mut out = Vec::new();
    let Some(accepted) = &round.accepted else {
        out.push(Finding::block("M13.accepted", "本轮还没有受理，不能作决定。", "The round has not been accepted; no decision.").way("先受理。", "Accept it first."));
        return out;
    };
    if round.decision.is_some() {
        out.push(Finding::block("M16.decided", "本轮已作决定。", "This round is decided.").way("申诉理由充分的，另作重新审查决定。", "After a sufficient appeal, decide anew."));
    }
    if d.kind == DecisionKind::Pass && round.preliminary.is_some() {
        out.push(Finding::block("M22.passed", "本轮初步审查已通过。", "The preliminary review is passed already."));
    }
    if d.on < accepted.at.date_naive() {
        out.push(Finding::block("M16.order", format!("决定日期早于受理日期{}。", say::zh_date(accepted.at.date_naive())), format!("The decision is earlier than acceptance on {}.", say::en_date(accepted.at.date_naive()))));
    }

    let positive = matches!(d.kind, DecisionKind::Approve | DecisionKind::ApproveAfterChanges);
    let opinion = rereview_opinion(case, index);
    if positive && rereview_binds(case, round) {
        match opinion {
            None => out.push(
                Finding::block("M24.opinion", "现在不能批准：还没有收到专家复核意见（第二十四条）。", "Cannot approve yet: no expert re-review opinion on file (Art. 24).")
                    .citing(&["M22"])
                    .way("可以先登记复核意见。", "Record the opinion first."),
            ),
            Some(RereviewOpinion::Disagree) => out.push(
                Finding::block("M24.disagree", "不能批准：专家复核意见为不同意（第二十四条）。", "Cannot approve: the re-review opinion is “disagree” (Art. 24).")
                    .way("可以作出修改后再审或者不予批准。", "Decide to revise and resubmit, or to reject."),
            ),
            Some(RereviewOpinion::Agree) => out.extend(crate::m22_rereview::opinion_usable(facts, case)),
        }
    }
    if d.kind == DecisionKind::Pass && !rereview_binds(case, round) {
        out.push(Finding::block("M22.pass", "不属于复核清单的活动，不作初步审查意见。", "A preliminary opinion is for listed activities only.").way("直接作出决定。", "Decide directly."));
    }
    let offered = options_for(case, index, &facts.committee.settings);
    let refused_above = out.iter().any(|f| f.rule.starts_with("M24") || f.rule == "M22.pass");
    if !refused_above && !offered.iter().any(|v| v.decision() == Some(d.kind)) {
        out.push(Finding::block("M16.option", format!("本轮不能作出“{}”。", d.kind.zh()), format!("“{}” is not open to this round.", d.kind.en())));
    }

    match round.procedure() {
        Some(Procedure::Simplified) => match m19_simplified::outcome(round) {
            SimplifiedOutcome::Approve if !matches!(d.kind, DecisionKind::Approve | DecisionKind::Continue) => out.push(simplified_only_agrees(d.kind)),
            SimplifiedOutcome::Approve => {
                if let Some(last) = round.opinions.iter().map(|o| o.on).max().filter(|l| d.on < *l) {
                    out.push(Finding::block("M20.order", format!("决定日期早于最后一份意见{}。", say::zh_date(last)), format!("The decision is earlier than the last opinion on {}.", say::en_date(last))));
                }
            }
            SimplifiedOutcome::Waiting { missing } => {
                out.push(
                    Finding::block(
                        "M20.opinions",
                        if missing.is_empty() { "还没有指定审查委员，不能作决定。".into() } else { format!("{}还没有交意见，不能作决定。", crate::names::zh(facts, &missing)) },
                        if missing.is_empty() { "No reviewers designated; no decision.".into() } else { format!("No opinion from {} yet; no decision.", crate::names::en(facts, &missing)) },
                    )
                    .way("催交，或转一般程序；不按多数计。", "Chase it, or convert; there is no majority here."),
                );
                if !matches!(d.kind, DecisionKind::Approve | DecisionKind::Continue) {
                    out.push(simplified_only_agrees(d.kind));
                }
            }
            SimplifiedOutcome::Convert { because_zh, because_en } => out.push(
                Finding::block("M20.convert", format!("{because_zh}，必须转一般程序，不能作决定（第二十条）。"), format!("No decision: {because_en}; the round must convert (Art. 20)."))
                    .way("转一般程序；受理日期不变。", "Convert; the acceptance date stays."),
            ),
        },
        _ => match basis {
            Some((meeting, item)) => out.extend(voted(facts, case, d, meeting, item)),
            None if opinion.is_some() => {
                let (zh, en) = ("根据复核意见作决定，没有再次表决；条文没有规定是否须表决。", "Deciding on the opinion without a new vote; the text is silent on a vote.");
                let f = if facts.profile() == Profile::Strict { Finding::ask("M24.vote", zh, en) } else { Finding::note("M24.vote", zh, en) };
                out.push(f.citing(&["E16"]).way("宜在会上以三分之二确认。", "A ratifying vote of two thirds is advisable."));
            }
            None => out.push(
                Finding::block("E16.vote", "一般程序须经会议表决，没有表决不能作决定。", "The general procedure decides by a vote at a meeting.")
                    .citing(&["M14", "E11"])
                    .way("列入会议。", "Put it to a meeting."),
            ),
        },
    }

    if let Some(limit) = due(facts, round).filter(|_| round.preliminary.is_none()) {
        let days = (d.on - limit.nominal).num_days();
        if d.on > limit.rolled {
            out.push(
                Finding::ask("M16.late", format!("决定期限{}，已逾期{days}天。请写明理由。", say::zh_date(limit.nominal)), format!("Due {}; {days} days late. Give the reason.", say::en_date(limit.nominal)))
                    .with(serde_json::json!({ "due": limit.nominal, "rolled": limit.rolled, "days_late": days })),
            );
        } else if days > 0 {
            out.push(Finding::note("M16.grace", format!("决定期限{}遇休息日，在顺延期内作出。", say::zh_date(limit.nominal)), format!("{} was a day off; decided within the roll-over.", say::en_date(limit.nominal))));
        }
    }
    out
}

fn simplified_only_agrees(kind: DecisionKind) -> Finding {
    Finding::block("M20.negative", format!("简易程序不能作出“{}”：须转一般程序（第二十条）。", kind.zh()), format!("The simplified procedure cannot “{}”; convert first (Art. 20).", kind.en()))
        .way("转一般程序；受理日期不变。", "Convert; the acceptance date stays.")
}

/// The decision is the one the ballots say, on the day they say.
fn voted(facts: &Facts, case: &Case, d: &Decision, meeting: &Meeting, item: &Item) -> Vec<Finding> {
    let mut out = Vec::new();
    if item.case != case.id || item.round as usize != case.rounds.len() - 1 {
        out.push(Finding::block("M16.item", "议题不是本件本轮的。", "The item belongs to another case or round."));
        return out;
    }
    let Some(ballot) = item.ballot() else {
        out.push(Finding::block("E16.ballot", "本项没有表决。", "No vote was taken on the item."));
        return out;
    };
    let at = ballot.closed.or_else(|| item.outcome.as_ref().map(|o| o.at)).unwrap_or(ballot.opened);
    if d.on < meeting.day() {
        out.push(Finding::block("M16.order", format!("决定日期早于会议日期{}。", say::zh_date(meeting.day())), format!("The decision is earlier than the meeting of {}.", say::en_date(meeting.day()))));
    }
    let q = quorum(facts, meeting, item, at);
    out.extend(q.findings.iter().filter(|f| f.blocks()).cloned());
    let t = tally(&q, ballot, &options_for(case, item.round as usize, &facts.committee.settings));
    if t.decision != Some(d.kind) {
        out.push(match t.decision {
            Some(k) => Finding::block("E16.other", format!("表决结果是“{}”，不是“{}”。", k.zh(), d.kind.zh()), format!("The vote says “{}”, not “{}”.", k.en(), d.kind.en())),
            None => Finding::block("E16.no_decision", t.zh.clone(), t.en.clone()).way("再次表决，或列入下次会议；期限不停。", "Vote again, or at the next meeting; the clock runs on."),
        });
    }
    out
}

/// The letter as a proof-reader of the law sees it. Blocks are what Article 16, E16 and E23 make the letter say.
pub fn can_issue_letter(facts: &Facts, case: &Case, d: &Decision) -> Vec<Finding> {
    let round = case.rounds.iter().rev().find(|r| r.decision.as_ref() == Some(d) || r.preliminary.as_ref() == Some(d)).unwrap_or(case.round());
    let mut out = Vec::new();
    let suggestions = d.suggestions.iter().filter(|s| !s.trim().is_empty()).count();
    match d.kind {
        DecisionKind::Revise | DecisionKind::ApproveAfterChanges | DecisionKind::ContinueAfterChanges if suggestions == 0 => out.push(
            Finding::block("M16.suggestions", format!("“{}”须写明修改建议，一条也没有。", d.kind.zh()), format!("“{}” must carry suggestions for change; there is none.", d.kind.en()))
                .citing(&["E16"])
                .way("逐条写明修改建议和要求。", "Write them out one by one."),
        ),
        DecisionKind::Reject | DecisionKind::Suspend | DecisionKind::Terminate if d.reasons.trim().is_empty() => out.push(
            Finding::block("M16.reasons", format!("“{}”须说明理由。", d.kind.zh()), format!("“{}” must give reasons.", d.kind.en())).citing(&["E16"]).way("按六个方面写明理由。", "Give reasons by the six dimensions."),
        ),
        DecisionKind::Pass if d.reasons.trim().is_empty() => out.push(
            Finding::block("E29.reasons", "初步审查意见没有写合规性和合理性的理由，复核无从判断。", "The preliminary opinion lacks the reasons the re-review will examine.")
                .citing(&["M23"])
                .way("写明风险、控制措施和依据。", "Set out risks, controls and grounds."),
        ),
        _ => {}
    }
    if d.kind == DecisionKind::Revise && d.resubmit_by.is_none() {
        out.push(Finding::note("M16.resubmit_by", "没有写明何时前重新提交。", "No date to resubmit by."));
    }
    if d.kind.allows() {
        let (_, tracking) = m17_tracking::interval(facts, case, d.tracking_months);
        out.extend(tracking.into_iter().filter(|f| f.verdict < crate::Verdict::Fine));
        match (d.tracking_months, d.next_tracking) {
            (None, _) => out.push(Finding::block("M17.letter", "批准须写明跟踪审查间隔。", "An approval must state its tracking interval.").way("写明几个月，以及下次日期。", "State the months and the next date.")),
            (Some(_), None) => out.push(Finding::block("M17.letter", "没有写明下次跟踪审查日期。", "The next tracking review has no date.").way("写明下次日期。", "State the date.")),
            (Some(n), Some(next)) => {
                let last = clock::months(d.on, n).nominal;
                if next > last {
                    out.push(Finding::block("M17.letter", format!("下次跟踪日期{}晚于{n}个月末{}。", say::zh_date(next), say::zh_date(last)), format!("Next tracking {} is later than {n} months, {}.", say::en_date(next), say::en_date(last))));
                }
            }
        }
        if rereview_binds(case, round) && d.kind == DecisionKind::Approve {
            let n = round.rereview.as_ref().and_then(|r| r.opinion.as_ref());
            if n.is_none_or(|o| o.number.trim().is_empty()) {
                out.push(Finding::ask("M24.number", "决定书须写明专家复核意见的文号，还没有登记。", "The letter names the re-review opinion; its number is not on file."));
            }
        }
        let foreign = case.application.flags.international && !m17_tracking::foreign_approval_on_file(case);
        if foreign && !d.conditions.iter().any(|c| c.contains("境外") || c.contains("国外") || c.contains("所在国")) {
            out.push(
                Finding::block("E12.condition", "国际合作缺境外批准，决定书须写明取得后方可开展。", "Foreign approval missing: the letter must make it a condition of starting.")
                    .way("加一条条件：取得合作方所在国批准后方可开展。", "Add the condition."),
            );
        }
    }
    if case.listed.is_none() {
        out.push(Finding::block("M21.letter", "没有清单判定，决定书写不出来。", "No list judgement for the letter to state.").citing(&["E5(4)"]));
    }
    if round.procedure() == Some(Procedure::Simplified) && round.accepted.as_ref().is_none_or(|a| a.reason.trim().is_empty() || a.ground.is_none()) {
        out.push(
            Finding::block("E23.reason", "简易程序的决定书须写明适用的理由和依据。", "A simplified decision must state why the procedure was used.")
                .citing(&["M20"])
                .way("补写理由和第十九条的情形。", "Add the reason and the ground of Art. 19."),
        );
    }
    if out.is_empty() {
        out.push(Finding::fine("M16.letter", "决定书要素齐。", "The letter has all it must say."));
    }
    out
}

/// The letter's date (成文日期) against the decision and the limit: signing late is not deciding late.
pub fn signing(facts: &Facts, round: &Round, d: &Decision, dated: Date) -> Vec<Finding> {
    if dated < d.on {
        return vec![Finding::block("M16.dated", format!("成文日期早于决定日期{}。", say::zh_date(d.on)), format!("The letter is dated before the decision of {}.", say::en_date(d.on)))];
    }
    match due(facts, round) {
        Some(l) if dated > l.rolled && d.on <= l.rolled => vec![Finding::note(
            "E17.signed_late",
            format!("决定按期作出，签发晚于期限{}。", say::zh_date(l.nominal)),
            format!("Decided in time, signed after the due day {}.", say::en_date(l.nominal)),
        )],
        _ => Vec::new(),
    }
}

/// May this service be recorded? Not before the decision; to somebody; with proof when nobody signed for it.
pub fn can_deliver(facts: &Facts, case: &Case, d: &Delivery) -> Vec<Finding> {
    let mut out = Vec::new();
    let Some(decision) = case.round().decision.as_ref().or(case.round().preliminary.as_ref()) else {
        out.push(Finding::block("E17.decided", "还没有作出决定，不能登记送达。", "Nothing is decided yet; no service to record."));
        return out;
    };
    let on = d.at.date_naive();
    if on < decision.on {
        out.push(Finding::block("E17.order", format!("送达日期早于决定日期{}。", say::zh_date(decision.on)), format!("Served before the decision of {}.", say::en_date(decision.on))));
    }
    if d.receiver.trim().is_empty() {
        out.push(Finding::block("E17.receiver", "没有写明谁收到的。", "The service names no receiver.").citing(&["M16"]).way("写明收件人。", "Name who received it."));
    }
    if d.method != DeliveryMethod::InPerson && d.proof.is_none() && d.note.trim().is_empty() {
        out.push(
            Finding::ask("E17.proof", format!("{}没有凭证，也没有说明。", d.method.zh()), format!("Service {} without proof or note.", d.method.en()))
                .way("归入回执、邮件回复或见证说明。", "File the receipt, the reply or a witness's note."),
        );
    }
    let internal = clock::working_days(decision.on, facts.rules.delivery_working_days(), facts.calendar);
    if on > internal.rolled {
        out.push(Finding::note("R.delivery", format!("超过内部送达时限{}。", say::zh_date(internal.rolled)), format!("Past the internal limit for service, {}.", say::en_date(internal.rolled))).citing(&["E17"]));
    }
    out
}

/// Appeals run from delivery (M16); a delivery before the Measures came into force opens no three-day window.
pub fn has_appeal_window(facts: &Facts, delivery: &Delivery) -> bool {
    delivery.at.date_naive() >= facts.rules.in_force()
}

/// The last day to appeal, until 24:00: three working days from delivery.
pub fn appeal_last_day(facts: &Facts, delivery: &Delivery) -> Due {
    clock::working_days(delivery.at.date_naive(), facts.rules.appeal_days(), facts.calendar).starting("送达", "served", facts.calendar).under(&["M16"])
}

/// May this appeal be recorded as it stands, admitted or refused?
pub fn can_appeal(facts: &Facts, case: &Case, a: &Appeal) -> Vec<Finding> {
    let round = case.round();
    let mut out = Vec::new();
    let Some(decision) = &round.decision else {
        out.push(Finding::block("M16.no_decision", "还没有作出决定，不能申诉。", "Nothing is decided yet; nothing to appeal against."));
        return out;
    };
    let sent = a.postmark.unwrap_or(a.received);
    if sent < decision.on {
        out.push(Finding::block("M16.order", "申诉日期早于决定日期。", "The appeal is earlier than the decision."));
    }
    if round.appeal.is_some() {
        out.push(Finding::block("M16.appealed", "对本决定的申诉已登记。", "An appeal against this decision is on file."));
    }
    if !a.admitted {
        if a.refusal.trim().is_empty() {
            out.push(Finding::block("M16.refusal", "申诉不予受理须写明理由。", "Refusing an appeal needs its reason."));
        }
        return out;
    }
    if !a.written {
        out.push(Finding::block("E18.written", "申诉须是书面的。", "An appeal must be in writing.").citing(&["M16"]).way("请申请人补交书面申诉。", "Ask for it in writing."));
    }
    if a.grounds.trim().is_empty() {
        out.push(Finding::block("E18.grounds", "申诉没有写理由。", "The appeal gives no reasons.").citing(&["M16"]));
    }
    match round.delivery() {
        None => out.push(Finding::note("M16.not_served", "未登记送达，申诉期不起算，算不出末日；申诉可以受理。", "No service on record: the period has not begun and has no last day; the appeal can be admitted.")),
        Some(d) if !has_appeal_window(facts, d) => {
            out.push(Finding::note("M37.before", "《办法》施行前送达，《伦理办法》没有规定申诉期限。", "Served before the Measures came into force; the Ethics Measures set no period.").citing(&["E18"]))
        }
        Some(d) => {
            let last = appeal_last_day(facts, d);
            if sent > last.rolled {
                out.push(
                    Finding::ask("M16.appeal_late", format!("申诉末日{}已过；确因不可抗力的，写明理由可以受理。", say::zh_date(last.rolled)), format!("The last day was {}; admit only for force majeure, with a reason.", say::en_date(last.rolled)))
                        .way("不予受理，并说明可以投诉举报。", "Refuse it and mention the complaint channel.")
                        .with(serde_json::json!({ "last_day": last.rolled, "counted": sent })),
                );
            } else if a.postmark.is_some() && a.received > last.rolled {
                out.push(Finding::note("M16.postmark", format!("以邮戳{}计，在期限内。", say::zh_date(sent)), format!("By its postmark of {} it is in time.", say::en_date(sent))));
            }
        }
    }
    if round.kind == RoundKind::Appeal {
        let (zh, en) = ("对重新作出的决定再次申诉，条文没有规定。", "A second appeal, against the new decision, is not provided for.");
        let f = if facts.profile() == Profile::Strict { Finding::block("M16.second_appeal", zh, en) } else { Finding::note("M16.second_appeal", zh, en) };
        out.push(f.citing(&["M31"]).way("可以向主管部门投诉举报。", "A complaint to the authority is open."));
    }
    out
}

/// May an appeal be concluded so on `on`?
pub fn can_conclude_appeal(facts: &Facts, case: &Case, finding: &str, on: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    match &case.round().appeal {
        Some(a) if a.admitted && a.concluded.is_none() => {
            if on < a.received {
                out.push(Finding::block("M16.order", "处理日期早于收到申诉。", "Concluded before it was received."));
            }
            if finding.trim().is_empty() {
                out.push(Finding::block("E18.finding", "没有写明申诉理由是否充分及原因。", "The conclusion does not say why the grounds are sufficient or not."));
            }
            let due = redecision_due(facts, a);
            if on > due.rolled {
                out.push(Finding::ask("M16.redecision_late", format!("重新作出决定的期限{}已过。请写明理由。", say::zh_date(due.rolled)), format!("The new decision was due {}. Give the reason.", say::en_date(due.rolled))));
            }
        }
        _ => out.push(Finding::block("M16.no_appeal", "没有待处理的申诉。", "No appeal is pending.")),
    }
    out
}

/// Seven working days for the new decision, from the day the appeal was received (reading A4).
pub fn redecision_due(facts: &Facts, appeal: &Appeal) -> Due {
    redecision(facts, appeal.received)
}
fn redecision(facts: &Facts, received: Date) -> Due {
    clock::working_days(received, facts.rules.redecision_days(), facts.calendar).starting("收到申诉", "appeal received", facts.calendar).under(&["M16"])
}

/// 修改后批准: may the changes be recorded as verified? (E16)
pub fn can_verify_changes(case: &Case, by: &str, on: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    match &case.round().decision {
        Some(d) if d.kind == DecisionKind::ApproveAfterChanges => {
            if d.verified.is_some() {
                out.push(Finding::block("E16.verified", "修改已经核验。", "The changes are verified already."));
            }
            if on < d.on {
                out.push(Finding::block("E16.order", "核验日期早于决定日期。", "Verified before the decision."));
            }
        }
        _ => out.push(Finding::block("E16.verify", "本轮没有作出“修改后批准”。", "This round was not approved after changes.")),
    }
    if by.trim().is_empty() {
        out.push(Finding::block("E16.verifier", "没有写明谁核验的。", "The verification names nobody."));
    } else {
        let b = crate::names::folded(by);
        if b == crate::names::folded(&case.application.leader) || case.application.team.iter().any(|t| crate::names::folded(&t.name) == b) {
            out.push(Finding::block("E16.verifier", format!("{by}是申请人一方，不能核验自己的修改。"), format!("{by} is on the applicant's side and cannot verify.")));
        }
    }
    out
}
