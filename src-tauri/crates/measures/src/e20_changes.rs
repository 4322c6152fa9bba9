//! Article 20 of 《伦理办法》 with M16, M17, M19(2) and M25: what has been reviewed is not changed in silence. A correction
//! mends a slip of the pen; a change of plan or of leader is an amendment with a round of its own; a major change of
//! risk is a renewed review; a reworked application answers every point it was sent back with.

use crate::{Application, Case, Date, DecisionKind, Finding, RoundKind, e06_records, m17_tracking, m19_simplified};

/// May the application on file be corrected to this? After acceptance the leader and what exactly is reviewed (the
/// passport) stay: the committee accepted and judges that.
pub fn can_correct(case: &Case, to: &Application) -> Vec<Finding> {
    let mut out: Vec<Finding> = e06_records::read_only(case).into_iter().collect();
    let was = &case.application;
    let later = case.rounds.len() > 1;
    // A round that is still before acceptance brings its changes with it; that is what it is for.
    let open = case.round().accepted.is_none() && !case.round().over();
    let brings = open && (!later || matches!(case.round().kind, RoundKind::Amendment | RoundKind::Renewed | RoundKind::Resubmission));
    if brings && later && was.leader != to.leader {
        out.push(
            Finding::note(
                "E20.undertaking",
                format!("活动负责人变更为{}，承诺书（A19）须重新签署，本轮重新查验。", to.leader),
                format!("{} becomes the leader: the undertaking (A19) is signed and checked anew in this round.", to.leader),
            )
            .citing(&["M12(3)", "E9(5)"]),
        );
    }
    if brings || !(later || case.round().accepted.is_some()) {
        return out;
    }
    if was.leader != to.leader {
        out.push(
            Finding::block("E20.leader", "受理后更换活动负责人，不能按更正处理。", "A change of leader after acceptance is no correction.")
                .citing(&["M17"])
                .way(
                    "批准前由申请人撤回重报；批准后按变更审查办理，承诺书重新签署。",
                    "Before the decision withdraw and apply anew; afterwards file an amendment and sign the undertakings again.",
                ),
        );
    }
    if was.passport != to.passport {
        out.push(
            Finding::block("E20.plan", "受理后的方案变动，不能按更正处理。", "A change of the plan after acceptance is no correction.")
                .citing(&["M17", "M19(2)"])
                .way(
                    "批准后按变更审查办理；风险较大的，重新审查。",
                    "File an amendment after approval; a major risk needs a renewed review.",
                ),
        );
    }
    out
}

/// The round once the application is corrected: with another leader the undertaking on file no longer counts.
pub fn with_leader(case: &mut Case, to: Application) {
    let was = std::mem::replace(&mut case.application, to);
    if case.rounds.len() < 2 || was.leader == case.application.leader {
        return;
    }
    let now = case.application.leader.clone();
    let round = case.round_mut();
    let first = round.leader_was.take().unwrap_or(was.leader);
    round.leader_was = (first != now).then_some(first);
    round.checks.remove(&crate::Element::A19);
}

/// May an amendment or a renewed review be opened? There must be an approval to change, and no other round under way.
pub fn can_open_round(case: &Case, kind: RoundKind, major: bool) -> Vec<Finding> {
    let mut out = match kind {
        RoundKind::Tracking => return m17_tracking::can_start(case),
        RoundKind::Amendment => m19_simplified::approval_in_force(case),
        RoundKind::Renewed => m17_tracking::can_track(case),
        RoundKind::Initial | RoundKind::Resubmission | RoundKind::Appeal => {
            return vec![
                Finding::block("M17.round", format!("“{}”不在这里开始。", kind.zh()), format!("“{}” is not opened here.", kind.en())).way(
                    "修改后再审以收到修改稿开始，申诉后的审查以处理申诉开始。",
                    "A resubmission begins with its receipt, a review after appeal with the appeal's conclusion.",
                ),
            ];
        }
    };
    out.extend(e06_records::read_only(case));
    if kind == RoundKind::Amendment {
        if !case.round().over() {
            let k = case.round().kind;
            out.push(Finding::block("M17.open_round", format!("{}还没有办结。", k.zh()), format!("The {} is still open.", k.en())));
        }
        if major && case.is_listed() {
            out.push(
                Finding::block(
                    "M25.renewed",
                    "清单活动的风险发生较大变化，须重新审查并重新复核。",
                    "A major change of a listed activity needs a renewed review and a new re-review.",
                )
                .citing(&["E20"])
                .way("以重新审查开始。", "Open a renewed review."),
            );
        }
    }
    out.dedup_by(|a, b| a.rule == b.rule);
    out
}

/// May a change of risk or an incident be recorded? Of an approved activity, in whatever state: reports are always
/// taken. A major one says what follows.
pub fn can_report(case: &Case, on: Date, major: bool) -> Vec<Finding> {
    let mut out: Vec<Finding> = e06_records::read_only(case).into_iter().collect();
    match m17_tracking::approved_on(case) {
        None => out.push(Finding::block(
            "M17.approved",
            "还没有批准，变动随申请材料更正。",
            "Not approved yet; changes go into the application.",
        )),
        Some(a) if on < a => out.push(Finding::block("M17.order", "报告日期早于批准日期。", "Reported before the approval.")),
        Some(_) if major => out.push(
            if case.is_listed() {
                Finding::note(
                    "M25.renewed",
                    "风险发生较大变化：须重新审查并重新复核。",
                    "A major change of risk: renewed review and re-review are due.",
                )
                .citing(&["E20"])
            } else {
                Finding::note(
                    "M17.renewed",
                    "风险发生较大变化：须重新审查，必要时先行暂停。",
                    "A major change of risk: a renewed review is due, if need be with a suspension.",
                )
                .citing(&["E20"])
            }
            .way("开始重新审查。", "Open a renewed review."),
        ),
        Some(_) => {}
    }
    out
}

/// M16: a reworked application answers each suggestion of the decision, in its order.
pub fn can_resubmit(case: &Case, replies: &[String]) -> Vec<Finding> {
    let mut out: Vec<Finding> = e06_records::read_only(case).into_iter().collect();
    let round = case.round();
    let Some(decision) = round.decision.as_ref().filter(|d| d.kind == DecisionKind::Revise) else {
        out.push(Finding::block(
            "M16.not_revise",
            "本轮没有作出“修改后再审”，没有修改稿可收。",
            "This round did not end in “revise and resubmit”.",
        ));
        return out;
    };
    if round.appeal.as_ref().is_some_and(|a| a.admitted && a.concluded.is_none()) {
        out.push(Finding::block("M16.appeal_open", "申诉还没有处理完，先处理申诉。", "An appeal is pending; conclude it first."));
    }
    let (asked, answered) = (decision.suggestions.len(), replies.iter().filter(|r| !r.trim().is_empty()).count());
    if answered < asked.max(1) {
        out.push(
            Finding::block(
                "M16.replies",
                format!("决定提出{asked}条修改建议，只答复了{answered}条。"),
                format!("The decision made {asked} suggestions; {answered} are answered."),
            )
            .way("逐条答复修改情况；不采纳的说明理由。", "Answer each; give the reason where one is not followed."),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn case(rounds: Value, listed: bool) -> Case {
        let mut v =
            json!({ "id": "c1", "number": "JZU-AI-2026-0001", "application": { "title": "试验", "leader": "王某" }, "rounds": rounds });
        if listed {
            v["listed"] = json!({ "version": "2026", "items": [2], "reason": "舆论社会动员能力", "on": "2026-09-01" });
        }
        serde_json::from_value(v).expect("a case")
    }
    fn round(kind: &str, decision: Option<&str>) -> Value {
        let mut r = json!({ "kind": kind, "received": "2026-09-01T09:00:00+08:00",
            "accepted": { "at": "2026-09-02T09:00:00+08:00", "procedure": "general", "reason": "风险较高" } });
        if let Some(d) = decision {
            r["decision"] =
                json!({ "kind": d, "on": "2026-09-10", "suggestions": if d == "revise" { json!(["一", "二"]) } else { json!([]) } });
        }
        r
    }
    fn rules(f: &[Finding]) -> Vec<&str> {
        f.iter().filter(|x| x.blocks()).map(|x| x.rule.as_str()).collect()
    }

    #[test]
    fn case_115_a_new_leader_is_an_amendment_and_no_correction() {
        let approved = case(json!([round("initial", Some("approve"))]), false);
        let mut to = approved.application.clone();
        to.phone = "1380000".into();
        assert!(can_correct(&approved, &to).is_empty(), "a telephone number is a slip of the pen");
        to.leader = "李某".into();
        assert_eq!(rules(&can_correct(&approved, &to)), ["E20.leader"]);
        let mut amended = approved.clone();
        let mut amendment: crate::Round = serde_json::from_value(round("amendment", None)).expect("a round");
        amendment.accepted = None;
        amended.rounds.push(amendment);
        assert!(rules(&can_correct(&amended, &to)).is_empty(), "the amendment brings it");
    }

    #[test]
    fn case_115_the_new_leader_signs_the_undertaking_anew() {
        use crate::{Check, CheckState, Element, m12_application};
        let mut c = case(json!([round("initial", Some("approve")), round("amendment", None)]), false);
        c.round_mut().accepted = None;
        let signed = |c: &mut Case, state: CheckState| {
            c.round_mut().checks.insert(Element::A19, Check { state, note: "说明".into() });
        };
        let asked = |c: &Case| rules(&m12_application::findings(c)).contains(&"E20.undertaking");
        signed(&mut c, CheckState::Present);
        let old = c.application.leader.clone();
        let mut to = c.application.clone();
        to.leader = "李某".into();
        assert_eq!(can_correct(&c, &to).iter().map(|f| f.rule.as_str()).collect::<Vec<_>>(), ["E20.undertaking"], "said at once");
        with_leader(&mut c, to.clone());
        assert!(asked(&c), "the former leader's undertaking no longer counts");
        signed(&mut c, CheckState::NotApplicable);
        assert!(asked(&c), "it cannot be set aside");
        signed(&mut c, CheckState::Present);
        assert!(!asked(&c));
        to.leader = "张某".into();
        with_leader(&mut c, to.clone());
        assert!(asked(&c), "a third leader signs again");
        assert_eq!(c.round().leader_was.as_deref(), Some(old.as_str()), "the leader before this round");
        to.leader = old;
        with_leader(&mut c, to);
        assert!(!asked(&c) && c.round().leader_was.is_none(), "nobody changed in the end");
    }

    #[test]
    fn e20_a_major_change_of_a_listed_activity_is_a_renewed_review() {
        let listed = case(json!([round("initial", Some("approve"))]), true);
        assert_eq!(rules(&can_open_round(&listed, RoundKind::Amendment, true)), ["M25.renewed"]);
        assert!(rules(&can_open_round(&listed, RoundKind::Renewed, true)).is_empty());
        assert!(rules(&can_open_round(&listed, RoundKind::Amendment, false)).is_empty());
        let open = case(json!([round("initial", Some("approve")), round("tracking", None)]), false);
        assert_eq!(rules(&can_open_round(&open, RoundKind::Amendment, false)), ["M17.open_round"]);
        let rejected = case(json!([round("initial", Some("reject"))]), false);
        assert_eq!(rules(&can_open_round(&rejected, RoundKind::Amendment, false)), ["M19.approval"]);
        assert_eq!(rules(&can_open_round(&listed, RoundKind::Appeal, false)), ["M17.round"]);
    }

    #[test]
    fn a16_a_resubmission_answers_every_suggestion() {
        let revise = case(json!([round("initial", Some("revise"))]), false);
        assert_eq!(rules(&can_resubmit(&revise, &["已改".into()])), ["M16.replies"]);
        assert_eq!(rules(&can_resubmit(&revise, &["已改".into(), " ".into()])), ["M16.replies"]);
        assert!(can_resubmit(&revise, &["已改".into(), "未采纳，理由如下".into()]).is_empty());
        assert_eq!(rules(&can_resubmit(&case(json!([round("initial", Some("approve"))]), false), &["已改".into()])), ["M16.not_revise"]);
    }
}
