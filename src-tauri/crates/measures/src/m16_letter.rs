//! Article 16, the letter: what it must say in each kind (E16, E23, E29, E12), when it may be dated, and the
//! verification that turns 修改后批准 into an approval. The wording is the print shop's.

use crate::m14_matter::rereview_binds;
use crate::m16_due::due;
use crate::{Case, Date, Decision, DecisionKind, Facts, Finding, Procedure, Round, clock, m17_tracking, say};

/// The letter as a proof-reader of the law sees it. Blocks are what Article 16, E16 and E23 make the letter say.
pub fn can_issue_letter(facts: &Facts, case: &Case, d: &Decision) -> Vec<Finding> {
    // The letter of an older round can still be issued; it speaks of that round.
    let index = case.rounds.iter().rposition(|r| r.decision.as_ref() == Some(d) || r.preliminary.as_ref() == Some(d));
    let index = index.unwrap_or(case.rounds.len() - 1);
    let round = &case.rounds[index];
    let mut out = Vec::new();
    let suggestions = d.suggestions.iter().filter(|s| !s.trim().is_empty()).count();
    match d.kind {
        DecisionKind::Revise | DecisionKind::ApproveAfterChanges | DecisionKind::ContinueAfterChanges if suggestions == 0 => out.push(
            Finding::block(
                "M16.suggestions",
                format!("“{}”须写明修改建议，一条也没有。", d.kind.zh()),
                format!("“{}” must carry suggestions for change; there is none.", d.kind.en()),
            )
            .citing(&["E16"])
            .way("逐条写明修改建议和要求。", "Write them out one by one."),
        ),
        DecisionKind::Reject | DecisionKind::Suspend | DecisionKind::Terminate if d.reasons.trim().is_empty() => out.push(
            Finding::block("M16.reasons", format!("“{}”须说明理由。", d.kind.zh()), format!("“{}” must give reasons.", d.kind.en()))
                .citing(&["E16"])
                .way("按六个方面写明理由。", "Give reasons by the six dimensions."),
        ),
        DecisionKind::Pass if d.reasons.trim().is_empty() => out.push(
            Finding::block(
                "E29.reasons",
                "初步审查意见没有写合规性和合理性的理由，复核无从判断。",
                "The preliminary opinion lacks the reasons the re-review will examine.",
            )
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
            (None, _) => out.push(
                Finding::block("M17.letter", "批准须写明跟踪审查间隔。", "An approval must state its tracking interval.")
                    .way("写明几个月，以及下次日期。", "State the months and the next date."),
            ),
            (Some(_), None) => out.push(
                Finding::block("M17.letter", "没有写明下次跟踪审查日期。", "The next tracking review has no date.")
                    .way("写明下次日期。", "State the date."),
            ),
            (Some(n), Some(next)) => {
                let last = clock::months(d.on, n).nominal;
                if next > last {
                    out.push(Finding::block(
                        "M17.letter",
                        format!("下次跟踪日期{}晚于{n}个月末{}。", say::zh_date(next), say::zh_date(last)),
                        format!("Next tracking {} is later than {n} months, {}.", say::en_date(next), say::en_date(last)),
                    ));
                }
            }
        }
        if rereview_binds(case, index) && d.kind == DecisionKind::Approve {
            let n = round.rereview.as_ref().and_then(|r| r.opinion.as_ref());
            if n.is_none_or(|o| o.number.trim().is_empty()) {
                out.push(Finding::ask(
                    "M24.number",
                    "决定书须写明专家复核意见的文号，还没有登记。",
                    "The letter names the re-review opinion; its number is not on file.",
                ));
            }
        }
        let foreign = case.application.flags.international && !m17_tracking::foreign_approval_on_file(case);
        if foreign && !d.conditions.iter().any(|c| c.contains("境外") || c.contains("国外") || c.contains("所在国")) {
            out.push(
                Finding::block(
                    "E12.condition",
                    "国际合作缺境外批准，决定书须写明取得后方可开展。",
                    "Foreign approval missing: the letter must make it a condition of starting.",
                )
                .way("加一条条件：取得合作方所在国批准后方可开展。", "Add the condition."),
            );
        }
    }
    if case.listed.is_none() {
        out.push(
            Finding::block("M21.letter", "没有清单判定，决定书写不出来。", "No list judgement for the letter to state.").citing(&["E5(4)"]),
        );
    }
    if round.procedure() == Some(Procedure::Simplified)
        && round.accepted.as_ref().is_none_or(|a| a.reason.trim().is_empty() || a.ground.is_none())
    {
        out.push(
            Finding::block(
                "E23.reason",
                "简易程序的决定书须写明适用的理由和依据。",
                "A simplified decision must state why the procedure was used.",
            )
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
        return vec![Finding::block(
            "M16.dated",
            format!("成文日期早于决定日期{}。", say::zh_date(d.on)),
            format!("The letter is dated before the decision of {}.", say::en_date(d.on)),
        )];
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
            out.push(Finding::block(
                "E16.verifier",
                format!("{by}是申请人一方，不能核验自己的修改。"),
                format!("{by} is on the applicant's side and cannot verify."),
            ));
        }
    }
    out
}
