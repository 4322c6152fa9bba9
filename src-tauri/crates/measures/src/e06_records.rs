//! Article 6 of 《伦理办法》: what is on record stays traceable. A closed file is read-only, a reopened one says why, and
//! a vote found wrong after the fact is corrected in the open or, once others rely on it, not at all.

use crate::{Case, DecisionKind, Finding, TurnKind, m17_tracking};

/// Archived: nothing is recorded any more until the file is reopened.
pub fn read_only(case: &Case) -> Option<Finding> {
    (m17_tracking::last_turn(case) == Some(TurnKind::Archived)).then(|| {
        Finding::block("E6.archived", "案件已归档，只读。", "The case is archived and read-only.")
            .way("写明理由重新打开。", "Reopen it with a reason.")
    })
}

/// May the file be reopened? Only one that is closed, and with the reason.
pub fn can_reopen(case: &Case, reason: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    if m17_tracking::last_turn(case) != Some(TurnKind::Archived) {
        out.push(Finding::block("E6.not_archived", "案件没有归档，不需要重新打开。", "The case is not archived; nothing to reopen."));
    }
    if reason.trim().is_empty() {
        out.push(Finding::block("E6.reason", "重新打开须写明理由。", "Reopening needs its reason."));
    }
    out
}

/// May a vote of a closed item be corrected? Always while the outcome stays. An outcome that changes must not have
/// gone out in a letter, nor be what later steps stand on.
pub fn can_correct_vote(
    case: &Case,
    round: usize,
    issued: Option<&str>,
    old: Option<DecisionKind>,
    new: Option<DecisionKind>,
) -> Vec<Finding> {
    let mut out: Vec<Finding> = read_only(case).into_iter().collect();
    if old == new {
        return out;
    }
    if let Some(number) = issued {
        out.push(
            Finding::block(
                "E6.void_first",
                format!("更正会改变本项结果，而{number}已经签发。"),
                format!("The correction changes the outcome, and {number} has been issued."),
            )
            .citing(&["E16"])
            .way("先作废该文书，再更正，然后重发。", "Void that paper first, then correct and issue anew."),
        );
    }
    let later = case.rounds.len() > round + 1;
    let relied = case.rounds.get(round).is_some_and(|r| r.rereview.is_some() || r.appeal.is_some() || !r.deliveries.is_empty());
    if (later || relied) && out.is_empty() {
        out.push(
            Finding::block(
                "E6.relied_on",
                "更正会改变本项结果，而后面的手续已经据此办理。",
                "The correction changes the outcome, and later steps stand on it.",
            )
            .citing(&["E16"])
            .way("在会上重新审议并表决。", "Deliberate and vote on it again at a meeting."),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Instant, Turn};
    use DecisionKind::{Approve, Reject};

    fn case(turns: &[TurnKind]) -> Case {
        let received: Instant = "2026-09-01T09:00:00+08:00".parse().expect("an instant");
        let turns: Vec<Turn> = turns
            .iter()
            .map(|k| Turn {
                kind: *k,
                on: received.date_naive(),
                reason: "办结".into(),
                conditions: String::new(),
                paper: None,
                interim: false,
            })
            .collect();
        serde_json::from_value(serde_json::json!({
            "id": "c1", "number": "JZU-AI-2026-0001", "application": {}, "turns": turns,
            "rounds": [{ "kind": "initial", "received": received }],
        }))
        .expect("a case")
    }
    fn rules(f: &[Finding]) -> Vec<&str> {
        f.iter().map(|x| x.rule.as_str()).collect()
    }

    #[test]
    fn e06_an_archived_case_is_read_only_until_reopened_with_a_reason() {
        assert!(read_only(&case(&[])).is_none());
        assert!(read_only(&case(&[TurnKind::Archived])).is_some());
        assert!(read_only(&case(&[TurnKind::Archived, TurnKind::Reopened])).is_none());
        assert_eq!(rules(&can_reopen(&case(&[TurnKind::Archived]), " ")), ["E6.reason"]);
        assert_eq!(rules(&can_reopen(&case(&[]), "漏归一份材料")), ["E6.not_archived"]);
        assert!(can_reopen(&case(&[TurnKind::Archived]), "漏归一份材料").is_empty());
    }

    #[test]
    fn e06_a_corrected_vote_never_contradicts_a_letter_that_went_out() {
        let c = case(&[]);
        assert!(can_correct_vote(&c, 0, Some("江大智伦〔2026〕1号"), Some(Approve), Some(Approve)).is_empty(), "the outcome stays");
        assert_eq!(rules(&can_correct_vote(&c, 0, Some("江大智伦〔2026〕1号"), Some(Approve), None)), ["E6.void_first"]);
        assert!(can_correct_vote(&c, 0, None, Some(Approve), Some(Reject)).is_empty(), "nobody relies on it yet");
        let mut later = c.clone();
        later.rounds.push(c.rounds[0].clone());
        assert_eq!(rules(&can_correct_vote(&later, 0, None, Some(Approve), None)), ["E6.relied_on"]);
        assert_eq!(rules(&can_correct_vote(&case(&[TurnKind::Archived]), 0, None, None, None)), ["E6.archived"]);
    }
}
