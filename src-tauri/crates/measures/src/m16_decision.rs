//! Article 16: the thirty days and their extension, and what may be decided on which vote. The letter is in
//! `m16_letter`, service and appeal in `m16_appeal`; the vote itself is counted in `e16_two_thirds`.

pub use crate::m16_appeal::{appeal_last_day, can_appeal, can_conclude_appeal, can_deliver, has_appeal_window, redecision_due};
pub use crate::m16_due::{due, nominal_due};
pub use crate::m16_letter::{can_issue_letter, can_verify_changes, signing};

use crate::e16_two_thirds::tally;
use crate::m14_matter::{options_for, options_of, rereview_binds, rereview_opinion};
use crate::m14_quorum::quorum;
use crate::m19_simplified::{SimplifiedOutcome, outcome};
use crate::{Case, Decision, DecisionKind, Extension, Facts, Finding, Item, Meeting, Procedure, RereviewOpinion, RoundKind, say};

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
        out.push(Finding::block(
            "M16.redecision_limit",
            "申诉后重新作出决定的期限，条文没有规定可以延长。",
            "The limit after an appeal cannot be extended.",
        ));
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
        out.push(
            Finding::block("M16.extension_facts", "没有写明延长的事由。", "The extension does not say why.")
                .way("写明情况复杂在哪里，或者要补充、更正什么。", "Say what is complex or what must be supplied or corrected."),
        );
    }
    if round.accepted.as_ref().is_some_and(|a| e.on < a.at.date_naive()) {
        out.push(Finding::block("M16.order", "延长日期早于受理日期。", "The extension is earlier than the acceptance."));
    }
    let late = (e.on - old.nominal).num_days();
    if late > 0 && e.on <= old.rolled {
        out.push(Finding::note(
            "M16.late_extension",
            format!("原期限{}遇休息日顺延，今日仍在顺延期内。", say::zh_date(old.nominal)),
            format!("{} fell on a day off; still within the roll-over.", say::en_date(old.nominal)),
        ));
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
        out.push(Finding::note(
            "M16.again",
            format!("已延长过{}次；条文没有限制次数，须再次告知申请人。", round.extensions.len()),
            format!("Extended {} times before; the text sets no number. Notify the applicant again.", round.extensions.len()),
        ));
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
        out.push(
            Finding::block("M13.accepted", "本轮还没有受理，不能作决定。", "The round has not been accepted; no decision.")
                .way("先受理。", "Accept it first."),
        );
        return out;
    };
    if round.decision.is_some() {
        out.push(
            Finding::block("M16.decided", "本轮已作决定。", "This round is decided.")
                .way("申诉理由充分的，另作重新审查决定。", "After a sufficient appeal, decide anew."),
        );
    }
    if d.kind == DecisionKind::Pass && round.preliminary.is_some() {
        out.push(Finding::block("M22.passed", "本轮初步审查已通过。", "The preliminary review is passed already."));
    }
    if d.on < accepted.at.date_naive() {
        out.push(Finding::block(
            "M16.order",
            format!("决定日期早于受理日期{}。", say::zh_date(accepted.at.date_naive())),
            format!("The decision is earlier than acceptance on {}.", say::en_date(accepted.at.date_naive())),
        ));
    }

    let positive = matches!(d.kind, DecisionKind::Approve | DecisionKind::ApproveAfterChanges);
    let opinion = rereview_opinion(case, index);
    if positive && rereview_binds(case, index) {
        match opinion {
            None => out.push(
                Finding::block(
                    "M24.opinion",
                    "现在不能批准：还没有收到专家复核意见（第二十四条）。",
                    "Cannot approve yet: no expert re-review opinion on file (Art. 24).",
                )
                .citing(&["M22"])
                .way("可以先登记复核意见。", "Record the opinion first."),
            ),
            Some(RereviewOpinion::Disagree) => out.push(
                Finding::block(
                    "M24.disagree",
                    "不能批准：专家复核意见为不同意（第二十四条）。",
                    "Cannot approve: the re-review opinion is “disagree” (Art. 24).",
                )
                .way("可以作出修改后再审或者不予批准。", "Decide to revise and resubmit, or to reject."),
            ),
            Some(RereviewOpinion::Agree) => out.extend(crate::m22_rereview::opinion_usable(facts, case)),
        }
    }
    if d.kind == DecisionKind::Pass && !rereview_binds(case, index) {
        out.push(
            Finding::block("M22.pass", "不属于复核清单的活动，不作初步审查意见。", "A preliminary opinion is for listed activities only.")
                .way("直接作出决定。", "Decide directly."),
        );
    }
    let offered = options_for(case, index, &facts.committee.settings);
    let refused_above = out.iter().any(|f| f.rule.starts_with("M24") || f.rule == "M22.pass");
    if !refused_above && !offered.iter().any(|v| v.decision() == Some(d.kind)) {
        out.push(Finding::block(
            "M16.option",
            format!("本轮不能作出“{}”。", d.kind.zh()),
            format!("“{}” is not open to this round.", d.kind.en()),
        ));
    }

    match round.procedure() {
        Some(Procedure::Simplified) => match outcome(round) {
            SimplifiedOutcome::Approve if !matches!(d.kind, DecisionKind::Approve | DecisionKind::Continue) => {
                out.push(simplified_only_agrees(d.kind))
            }
            SimplifiedOutcome::Approve => {
                if let Some(last) = round.opinions.iter().map(|o| o.on).max().filter(|l| d.on < *l) {
                    out.push(Finding::block(
                        "M20.order",
                        format!("决定日期早于最后一份意见{}。", say::zh_date(last)),
                        format!("The decision is earlier than the last opinion on {}.", say::en_date(last)),
                    ));
                }
            }
            SimplifiedOutcome::Waiting { missing } => {
                out.push(
                    Finding::block(
                        "M20.opinions",
                        if missing.is_empty() {
                            "还没有指定审查委员，不能作决定。".into()
                        } else {
                            format!("{}还没有交意见，不能作决定。", crate::names::zh(facts, &missing))
                        },
                        if missing.is_empty() {
                            "No reviewers designated; no decision.".into()
                        } else {
                            format!("No opinion from {} yet; no decision.", crate::names::en(facts, &missing))
                        },
                    )
                    .way("催交，或转一般程序；不按多数计。", "Chase it, or convert; there is no majority here."),
                );
                if !matches!(d.kind, DecisionKind::Approve | DecisionKind::Continue) {
                    out.push(simplified_only_agrees(d.kind));
                }
            }
            SimplifiedOutcome::Convert { because_zh, because_en } => out.push(
                Finding::block(
                    "M20.convert",
                    format!("{because_zh}，必须转一般程序，不能作决定（第二十条）。"),
                    format!("No decision: {because_en}; the round must convert (Art. 20)."),
                )
                .way("转一般程序；受理日期不变。", "Convert; the acceptance date stays."),
            ),
        },
        _ => match basis {
            Some((meeting, item)) => out.extend(voted(facts, case, d, meeting, item)),
            None if opinion.is_some() => {
                let (zh, en) = (
                    "根据复核意见作决定，没有再次表决；条文没有规定是否须表决。",
                    "Deciding on the opinion without a new vote; the text is silent on a vote.",
                );
                out.push(
                    Finding::ask("M24.vote", zh, en)
                        .citing(&["E16"])
                        .way("宜在会上以三分之二确认。", "A ratifying vote of two thirds is advisable."),
                );
            }
            None => out.push(
                Finding::block(
                    "E16.vote",
                    "一般程序须经会议表决，没有表决不能作决定。",
                    "The general procedure decides by a vote at a meeting.",
                )
                .citing(&["M14", "E11"])
                .way("列入会议。", "Put it to a meeting."),
            ),
        },
    }

    if round.procedure() == Some(Procedure::Emergency) {
        let voted = basis.and_then(|(_, item)| item.ballot().map(|b| b.closed.or(item.outcome.as_ref().map(|o| o.at)).unwrap_or(b.opened)));
        // Without a vote only the day is known; it counts from its first minute.
        let day = d.on.and_time(chrono::NaiveTime::MIN).and_local_timezone(accepted.at.timezone()).single();
        let at = voted.or(day).unwrap_or(accepted.at);
        out.extend(crate::m27_emergency::overrun(facts, case, d.kind, at));
    } else if let Some(limit) = due(facts, round).filter(|_| round.preliminary.is_none()) {
        let days = (d.on - limit.nominal).num_days();
        if d.on > limit.rolled {
            out.push(
                Finding::ask(
                    "M16.late",
                    format!("决定期限{}，已逾期{days}天。请写明理由。", say::zh_date(limit.nominal)),
                    format!("Due {}; {days} days late. Give the reason.", say::en_date(limit.nominal)),
                )
                .with(serde_json::json!({ "due": limit.nominal, "rolled": limit.rolled, "days_late": days })),
            );
        } else if days > 0 {
            out.push(Finding::note(
                "M16.grace",
                format!("决定期限{}遇休息日，在顺延期内作出。", say::zh_date(limit.nominal)),
                format!("{} was a day off; decided within the roll-over.", say::en_date(limit.nominal)),
            ));
        }
    }
    out
}

fn simplified_only_agrees(kind: DecisionKind) -> Finding {
    Finding::block(
        "M20.negative",
        format!("简易程序不能作出“{}”：须转一般程序（第二十条）。", kind.zh()),
        format!("The simplified procedure cannot “{}”; convert first (Art. 20).", kind.en()),
    )
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
        out.push(Finding::block(
            "M16.order",
            format!("决定日期早于会议日期{}。", say::zh_date(meeting.day())),
            format!("The decision is earlier than the meeting of {}.", say::en_date(meeting.day())),
        ));
    }
    let q = quorum(facts, meeting, item, at);
    out.extend(q.findings.iter().filter(|f| f.blocks()).cloned());
    let t = tally(&q, ballot, &options_of(case, item, &facts.committee.settings));
    if t.decision != Some(d.kind) {
        out.push(match t.decision {
            Some(k) => Finding::block(
                "E16.other",
                format!("表决结果是“{}”，不是“{}”。", k.zh(), d.kind.zh()),
                format!("The vote says “{}”, not “{}”.", k.en(), d.kind.en()),
            ),
            None => Finding::block("E16.no_decision", t.zh.clone(), t.en.clone())
                .way("再次表决，或列入下次会议；期限不停。", "Vote again, or at the next meeting; the clock runs on."),
        });
    }
    out
}
