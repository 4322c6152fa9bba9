//! 《伦理办法》 Article 6 asks that review can be traced (可追溯); Article 19 and Article 29 say what two of its papers must
//! carry. What a paper needs before it is issued and served, beyond what Article 16 says of the decision letter
//! (`m16_decision::can_issue_letter`).

use crate::{Date, Delivery, DeliveryMethod, Finding, Item, Meeting, Round, say};

/// E6: a step called scanned with nothing put in proves nothing; it may stand with a reason.
pub fn scanned(step: crate::PaperStep, put_in: bool) -> Option<Finding> {
    (step == crate::PaperStep::Scanned && !put_in).then(|| {
        Finding::ask("E6.scan", "没有放入扫描件。请写明扫描件在哪里。", "No scan was put in. Say where it is kept.")
            .way("放入签署盖章后的扫描件。", "Put in the scan of the signed and sealed paper.")
    })
}

/// Minutes and tally are of a meeting that is over and whose every item has an outcome.
pub fn can_issue_minutes(meeting: &Meeting, items: &[Item]) -> Vec<Finding> {
    let mut out = Vec::new();
    if meeting.closed.is_none() {
        out.push(
            Finding::block(
                "E6.minutes_open",
                "会议还没有散会，纪要和统计表不能签发。",
                "The meeting is not closed; its minutes and tally cannot be issued.",
            )
            .way("散会后再签发。", "Issue them after the meeting is closed."),
        );
    }
    let open = items.iter().filter(|i| i.outcome.is_none()).count();
    if open > 0 {
        out.push(
            Finding::block(
                "E6.minutes_items",
                format!("有{open}项议题没有结果。"),
                format!("{} without an outcome.", say::en_count(open as i64, "item")),
            )
            .citing(&["E16"])
            .way("逐项登记决定、未形成决定或者未审议。", "Record for each a decision, no decision, or not deliberated."),
        );
    }
    let silent = items.iter().filter(|i| i.taken_up.is_some() && i.remarks.is_empty() && i.presented.trim().is_empty()).count();
    if silent > 0 {
        out.push(
            Finding::note(
                "E6.minutes_silent",
                format!("有{silent}项审议过的议题没有记录讨论要点。"),
                format!("{} deliberated without a note of the discussion.", say::en_count(silent as i64, "item")),
            )
            .citing(&["M15"]),
        );
    }
    out
}

/// A paper is not dated before what it tells.
pub fn dated(fact: Date, day: Date) -> Option<Finding> {
    (day < fact).then(|| {
        Finding::block(
            "E6.dated",
            format!("成文日期早于所载事项的日期{}。", say::zh_date(fact)),
            format!("The paper is dated before what it tells, {}.", say::en_date(fact)),
        )
        .way("改成不早于该日的日期。", "Use that day or a later one.")
    })
}

/// Nor after today.
pub fn in_the_future(day: Date) -> Finding {
    Finding::block(
        "E6.future",
        format!("成文日期{}还没有到。", say::zh_date(day)),
        format!("The date {} has not come yet.", say::en_date(day)),
    )
    .way("用今天或者以前的日期。", "Use today or an earlier day.")
}

/// A draft whose matter is gone from the record.
pub fn nothing_to_say(zh: &str, en: &str) -> Finding {
    Finding::block("E6.record", format!("记录里没有这份{zh}所载的事项。"), format!("The record holds nothing for this {en} to say."))
        .way("先登记该事项，或撤销草稿。", "Record the matter first, or drop the draft.")
}

/// E29: the re-review asks whether the preliminary opinion is lawful and whether it is reasonable; it says both.
pub fn preliminary_statements(legality: &str, reasonableness: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    for (text, rule, zh, en) in [
        (legality, "E29.legality", "合规性说明", "the statement of legality"),
        (reasonableness, "E29.reasonableness", "合理性说明", "the statement of reasonableness"),
    ] {
        if text.trim().is_empty() {
            out.push(
                Finding::block(
                    rule,
                    format!("初步审查意见缺{zh}，专家复核要看这一项。"),
                    format!("The preliminary opinion lacks {en}, which the re-review looks at."),
                )
                .citing(&["M23"])
                .way("在文书里写明。", "Write it in the paper."),
            );
        }
    }
    out
}

/// E19: a suspension says what was found and how it may be lifted.
pub fn suspension(ends: bool, facts: &[String], resumption: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    if facts.iter().all(|f| f.trim().is_empty()) {
        out.push(
            Finding::block("E19.facts", "没有写明暂停或终止所依据的事实。", "The facts behind the suspension or termination are missing.")
                .citing(&["M17"])
                .way("写明事实。", "State the facts."),
        );
    }
    if !ends && resumption.trim().is_empty() {
        out.push(
            Finding::block("E19.resumption", "暂停须写明恢复的条件和程序。", "A suspension must say how it can be lifted.")
                .citing(&["M17"])
                .way("写明恢复条件。", "State the conditions."),
        );
    }
    out
}

/// M16: an extension notice tells an extension that is on record with its new date.
pub fn extension_on_record(round: &Round) -> Vec<Finding> {
    if round.extensions.is_empty() {
        return vec![
            Finding::block(
                "M16.extension_record",
                "延长还没有登记，新的期限和理由待主任委员确认。",
                "The extension is not recorded; its new date and reason await the chair.",
            )
            .way("先登记延长审查期限。", "Record the extension first."),
        ];
    }
    Vec::new()
}

/// May this service of a paper other than a decision be recorded? (For decisions: `m16_decision::can_deliver`.)
pub fn can_serve(dated: Option<Date>, d: &Delivery) -> Vec<Finding> {
    let mut out = Vec::new();
    if d.receiver.trim().is_empty() {
        out.push(
            Finding::block("E17.receiver", "没有写明谁收到的。", "The service names no receiver.")
                .way("写明收件人。", "Name who received it."),
        );
    }
    if dated.is_some_and(|day| d.at.date_naive() < day) {
        let day = dated.expect("just seen");
        out.push(Finding::block(
            "E17.order",
            format!("送达日期早于成文日期{}。", say::zh_date(day)),
            format!("Served before its date of {}.", say::en_date(day)),
        ));
    }
    if d.method != DeliveryMethod::InPerson && d.proof.is_none() && d.note.trim().is_empty() {
        out.push(
            Finding::ask(
                "E17.proof",
                format!("{}没有凭证，也没有说明。", d.method.zh()),
                format!("Service {} without proof or note.", d.method.en()),
            )
            .way("归入回执、邮件回复或见证说明。", "File the receipt, the reply or a witness's note."),
        );
    }
    out
}

/// A number is never reused: voiding keeps it and says why.
pub fn can_void(reason: &str, served: bool) -> Vec<Finding> {
    let mut out = Vec::new();
    if reason.trim().is_empty() {
        out.push(Finding::block("E6.void_reason", "作废须写明理由，文号保留。", "Voiding needs its reason; the number stays used."));
    }
    if served {
        out.push(
            Finding::ask("E6.void_served", "文书已送达，作废后须另行告知收件人。", "The paper has been served; the receiver must be told.")
                .citing(&["E17"])
                .way("写明如何告知，并送达替代的文书。", "Say how, and serve the replacement."),
        );
    }
    out
}

pub fn complete(zh: &str, en: &str) -> Finding {
    Finding::fine("E6.paper", format!("{zh}要素齐。"), format!("The {en} is complete."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }
    fn blocks(found: &[Finding]) -> Vec<&str> {
        found.iter().filter(|f| f.blocks()).map(|f| f.rule.as_str()).collect()
    }

    #[test]
    fn e06_a_scan_that_was_not_put_in_is_asked_about() {
        use crate::PaperStep::*;
        assert!(scanned(Scanned, false).is_some_and(|f| f.verdict == crate::Verdict::Ask && f.rule == "E6.scan"));
        assert!(scanned(Scanned, true).is_none());
        assert!([Printed, Signed, Sealed].into_iter().all(|s| scanned(s, false).is_none()));
    }

    #[test]
    fn a_paper_is_not_dated_before_what_it_tells() {
        assert!(dated(day("2026-09-18"), day("2026-09-17")).is_some_and(|f| f.blocks()));
        assert_eq!(dated(day("2026-09-18"), day("2026-09-18")), None);
    }

    #[test]
    fn a29_the_preliminary_opinion_says_both() {
        assert_eq!(blocks(&preliminary_statements("合规", " ")), ["E29.reasonableness"]);
        assert_eq!(blocks(&preliminary_statements("", "")), ["E29.legality", "E29.reasonableness"]);
        assert!(preliminary_statements("合规", "合理").is_empty());
    }

    #[test]
    fn a19_a_suspension_says_how_it_ends_and_a_termination_need_not() {
        let facts = vec!["日志缺失。".to_string()];
        assert_eq!(blocks(&suspension(false, &facts, "")), ["E19.resumption"]);
        assert!(suspension(true, &facts, "").is_empty());
        assert_eq!(blocks(&suspension(true, &[], "")), ["E19.facts"]);
    }

    #[test]
    fn service_names_a_receiver_and_has_its_proof() {
        let at = chrono::DateTime::parse_from_rfc3339("2026-09-20T10:00:00+08:00").expect("a moment");
        let mut d = Delivery {
            at,
            method: DeliveryMethod::Post,
            receiver: String::new(),
            place: String::new(),
            proof: None,
            note: String::new(),
            corrected: None,
            told: None,
        };
        assert_eq!(blocks(&can_serve(Some(day("2026-09-21")), &d)), ["E17.receiver", "E17.order"]);
        d.receiver = "龚建业".into();
        let found = can_serve(Some(day("2026-09-20")), &d);
        assert!(found.iter().any(|f| f.rule == "E17.proof" && f.verdict == crate::Verdict::Ask));
        d.method = DeliveryMethod::InPerson;
        assert!(can_serve(Some(day("2026-09-20")), &d).is_empty());
    }
}
