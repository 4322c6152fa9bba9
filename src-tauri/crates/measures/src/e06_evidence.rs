//! E6 asks that reviews can be traced: what a record must show once a step is over. Looked at afterwards, for the
//! inspection of a year; the gates before each step are with their own articles. A gap found late stays visible: what
//! is added now carries today's date.

use crate::say::{en_date, zh_date, zh_day};
use crate::{Case, Date, DecisionKind, Facts, Finding, Meeting, RoundKind, clock, m16_decision};

/// What the record of one round lacks on `today`, in the order of the procedure.
pub fn round(facts: &Facts, case: &Case, i: usize, today: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    let Some(round) = case.rounds.get(i) else { return out };
    let number = format!("{}{}", case.number, round.suffix);
    if let Some(a) = &round.accepted {
        if round.conflicts_scanned.is_none() && round.kind == RoundKind::Initial {
            out.push(
                Finding::ask(
                    "E8.unscanned",
                    format!("{number}受理前没有比对利益冲突。"),
                    format!("{number}: no scan for conflicts before acceptance."),
                )
                .way("补做比对，记今天的日期。", "Scan now, under today's date."),
            );
        }
        if case.listed.is_none() && i == 0 && a.at.date_naive() >= facts.rules.in_force() {
            out.push(
                Finding::ask(
                    "M21.unjudged",
                    format!("{number}没有对照复核清单判定。"),
                    format!("{number} was not judged against the list."),
                )
                .way("补作判定，写明理由。", "Judge it now, with reasons."),
            );
        }
    }
    if let Some(due) = m16_decision::due(facts, round) {
        let met = round.preliminary.as_ref().or(round.decision.as_ref()).map(|d| d.on);
        if let Some(on) = met.filter(|on| *on > due.rolled) {
            out.push(
                Finding::block(
                    "M16.late",
                    format!("{number}决定逾期：{}作出，应在{}前。", zh_date(on), zh_day(due.rolled)),
                    format!("{number} was decided on {}, after {}.", en_date(on), en_date(due.rolled)),
                )
                .way("如实计入年报，写明原因。", "It is reported as it is; note the reason."),
            );
        }
    }
    let Some(d) = &round.decision else { return out };
    if d.kind.needs_words() && d.suggestions.is_empty() && d.reasons.trim().is_empty() {
        let (zh, en) = if d.kind == DecisionKind::Reject { ("理由", "reasons") } else { ("修改建议", "suggestions") };
        out.push(
            Finding::ask("M16.words", format!("{number}的决定没有{zh}。"), format!("The decision on {number} has no {en}."))
                .way(format!("补写{zh}。"), format!("Write the {en}.")),
        );
    }
    match round.delivery() {
        // Served by the body that decided.
        _ if round.elsewhere() => {}
        None => {
            let due = clock::working_days(d.on, facts.rules.delivery_working_days(), facts.calendar);
            if today > due.nominal {
                out.push(
                    Finding::ask(
                        "E17.unserved",
                        format!("{number}的决定没有登记送达，申诉期不起算。"),
                        format!("No service of the decision on {number} is recorded; the appeal period has not begun."),
                    )
                    .citing(&["M16"])
                    .way("送达后登记日期和签收人。", "Serve it and record day and receiver."),
                );
            }
        }
        Some(x) if x.proof.is_none() => {
            out.push(
                Finding::ask(
                    "E17.receipt",
                    format!("{number}的送达（{}）没有回证扫描件。", zh_day(x.at.date_naive())),
                    format!("The service of {number} on {} has no scanned receipt.", en_date(x.at.date_naive())),
                )
                .citing(&["M16"])
                .way("放入扫描件，或记未取得的原因。", "Put the scan on file, or note why there is none."),
            );
        }
        Some(_) => {}
    }
    out
}

/// A closed meeting without issued minutes, once the committee's days for letters are over.
pub fn meeting(facts: &Facts, meeting: &Meeting, minutes_issued: bool, today: Date) -> Option<Finding> {
    let due = clock::working_days(meeting.day(), facts.rules.delivery_working_days(), facts.calendar);
    (!minutes_issued && today > due.nominal).then(|| {
        Finding::ask(
            "E6.minutes",
            format!("第{}次会议没有签发的纪要。", meeting.no),
            format!("Meeting {} has no issued minutes.", meeting.no),
        )
        .citing(&["M14"])
        .way("起草并签发会议纪要。", "Draft and issue the minutes.")
    })
}

/// An extension the applicant was not told of (M16 asks for the new date to be made clear).
pub fn unserved_extension(number: &str) -> Finding {
    Finding::ask(
        "M16.extension_unserved",
        format!("延长告知书{number}没有送达回证。"),
        format!("The extension notice {number} has no record of service."),
    )
    .citing(&["E17"])
    .way("登记送达，或记未取得的原因。", "Record the service, or why there is none.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Calendar, Committee, Rules};

    fn case(decision: serde_json::Value, deliveries: serde_json::Value) -> Case {
        serde_json::from_value(serde_json::json!({
            "id": "c1", "number": "J-1", "application": {}, "listed": { "version": "2026-1", "items": [], "reason": "不属于", "on": "2026-06-02" },
            "rounds": [{ "kind": "initial", "received": "2026-06-01T09:00:00+08:00", "conflicts_scanned": "2026-06-01",
                "accepted": { "at": "2026-06-02T09:00:00+08:00", "procedure": "general", "reason": "风险较高" }, "decision": decision, "deliveries": deliveries }]
        }))
        .expect("a case")
    }

    #[test]
    fn e06_a_record_shows_what_is_missing_in_it() {
        let committee: Committee = serde_json::from_value(serde_json::json!({
            "id": "committee", "name": "甲", "unit": { "name": "甲大学", "kind": "university", "affiliation": "local" }, "founded": "2024-03-15", "letter_prefix": "甲", "case_prefix": "J", "secretary": "许"
        }))
        .expect("a committee");
        let (calendar, rules) = (Calendar::shipped(), Rules::shipped());
        let facts = Facts { committee: &committee, members: &[], calendar: &calendar, rules: &rules };
        let rules_of = |case: &Case, today: &str| {
            round(&facts, case, 0, today.parse().expect("a day")).into_iter().map(|f| f.rule).collect::<Vec<_>>()
        };
        let proved = serde_json::json!([{ "at": "2026-06-16T10:00:00+08:00", "method": "in_person", "receiver": "王某", "proof": "aa" }]);
        let bare = serde_json::json!([{ "at": "2026-06-16T10:00:00+08:00", "method": "in_person", "receiver": "王某" }]);
        let none = serde_json::json!([]);
        let approve = |on: &str| serde_json::json!({ "kind": "approve", "on": on });
        assert_eq!(rules_of(&case(approve("2026-06-15"), proved.clone()), "2026-12-01"), [""; 0]);
        assert_eq!(rules_of(&case(approve("2026-06-15"), bare), "2026-12-01"), ["E17.receipt"]);
        assert_eq!(rules_of(&case(approve("2026-06-15"), none.clone()), "2026-06-16"), [""; 0], "the three working days still run");
        assert_eq!(rules_of(&case(approve("2026-06-15"), none), "2026-12-01"), ["E17.unserved"]);
        assert_eq!(rules_of(&case(approve("2026-07-20"), proved.clone()), "2026-12-01"), ["M16.late"]);
        assert_eq!(rules_of(&case(serde_json::json!({ "kind": "revise", "on": "2026-06-15" }), proved), "2026-12-01"), ["M16.words"]);
    }
}
