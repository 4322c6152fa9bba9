//! Article 16 with E17 and E18: service of a decision, the three working days that start with it, and what becomes of an
//! appeal. Without a service on record there is no last day, and none is invented.

use crate::{Appeal, Case, Date, Delivery, DeliveryMethod, Due, Facts, Finding, RoundKind, clock, say};

/// May this service be recorded? Not before the decision; to somebody; with proof when nobody signed for it.
pub fn can_deliver(facts: &Facts, case: &Case, d: &Delivery) -> Vec<Finding> {
    let mut out = Vec::new();
    let Some(decision) = case.round().decision.as_ref().or(case.round().preliminary.as_ref()) else {
        out.push(Finding::block("E17.decided", "还没有作出决定，不能登记送达。", "Nothing is decided yet; no service to record."));
        return out;
    };
    let on = d.at.date_naive();
    if on < decision.on {
        out.push(Finding::block(
            "E17.order",
            format!("送达日期早于决定日期{}。", say::zh_date(decision.on)),
            format!("Served before the decision of {}.", say::en_date(decision.on)),
        ));
    }
    if d.receiver.trim().is_empty() {
        out.push(
            Finding::block("E17.receiver", "没有写明谁收到的。", "The service names no receiver.")
                .citing(&["M16"])
                .way("写明收件人。", "Name who received it."),
        );
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
    let internal = clock::working_days(decision.on, facts.rules.delivery_working_days(), facts.calendar);
    if on > internal.rolled {
        out.push(
            Finding::note(
                "R.delivery",
                format!("超过内部送达时限{}。", say::zh_date(internal.rolled)),
                format!("Past the internal limit for service, {}.", say::en_date(internal.rolled)),
            )
            .citing(&["E17"]),
        );
    }
    out
}

/// Appeals run from delivery (M16); a delivery before the Measures came into force opens no three-day window.
pub fn has_appeal_window(facts: &Facts, delivery: &Delivery) -> bool {
    delivery.at.date_naive() >= facts.rules.in_force()
}

/// The last day to appeal, until 24:00: three working days from delivery. A day the applicant was told stays.
pub fn appeal_last_day(facts: &Facts, delivery: &Delivery) -> Due {
    let due = clock::working_days(delivery.at.date_naive(), facts.rules.appeal_days(), facts.calendar)
        .starting("送达", "served", facts.calendar)
        .under(&["M16"]);
    match delivery.told {
        Some(told) => due.told(told),
        None => due,
    }
}

/// May this appeal be recorded as it stands, admitted or refused?
pub fn can_appeal(facts: &Facts, case: &Case, a: &Appeal) -> Vec<Finding> {
    let round = case.round();
    let mut out = Vec::new();
    let Some(decision) = &round.decision else {
        out.push(Finding::block("M16.no_decision", "还没有作出决定，不能申诉。", "Nothing is decided yet; nothing to appeal against."));
        return out;
    };
    if let Some(f) = crate::m12_commission::not_here(case, case.rounds.len() - 1, "受理申诉", "take the appeal") {
        out.push(f.citing(&["M16"]).way("申诉向作出决定的机构提出。", "The appeal goes to the body that decided."));
    }
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
        out.push(
            Finding::block("E18.written", "申诉须是书面的。", "An appeal must be in writing.")
                .citing(&["M16"])
                .way("请申请人补交书面申诉。", "Ask for it in writing."),
        );
    }
    if a.grounds.trim().is_empty() {
        out.push(Finding::block("E18.grounds", "申诉没有写理由。", "The appeal gives no reasons.").citing(&["M16"]));
    }
    match round.delivery() {
        None => out.push(Finding::note(
            "M16.not_served",
            "未登记送达，申诉期不起算，算不出末日；申诉可以受理。",
            "No service on record: the period has not begun and has no last day; the appeal can be admitted.",
        )),
        Some(d) if !has_appeal_window(facts, d) => out.push(
            Finding::note(
                "M37.before",
                "《办法》施行前送达，《伦理办法》没有规定申诉期限。",
                "Served before the Measures came into force; the Ethics Measures set no period.",
            )
            .citing(&["E18"]),
        ),
        Some(d) => {
            let last = appeal_last_day(facts, d);
            if sent > last.rolled {
                out.push(
                    Finding::ask(
                        "M16.appeal_late",
                        format!("申诉末日{}已过；确因不可抗力的，写明理由可以受理。", say::zh_date(last.rolled)),
                        format!("The last day was {}; admit only for force majeure, with a reason.", say::en_date(last.rolled)),
                    )
                    .way("不予受理，并说明可以投诉举报。", "Refuse it and mention the complaint channel.")
                    .with(serde_json::json!({ "last_day": last.rolled, "counted": sent })),
                );
            } else if a.postmark.is_some() && a.received > last.rolled {
                out.push(Finding::note(
                    "M16.postmark",
                    format!("以邮戳{}计，在期限内。", say::zh_date(sent)),
                    format!("By its postmark of {} it is in time.", say::en_date(sent)),
                ));
            }
        }
    }
    if round.kind == RoundKind::Appeal {
        let (zh, en) = ("对重新作出的决定再次申诉，条文没有规定。", "A second appeal, against the new decision, is not provided for.");
        out.push(
            Finding::block("M16.second_appeal", zh, en)
                .citing(&["M31"])
                .way("可以向主管部门投诉举报。", "A complaint to the authority is open."),
        );
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
                out.push(Finding::block(
                    "E18.finding",
                    "没有写明申诉理由是否充分及原因。",
                    "The conclusion does not say why the grounds are sufficient or not.",
                ));
            }
            let due = redecision_due(facts, a);
            if on > due.rolled {
                out.push(Finding::ask(
                    "M16.redecision_late",
                    format!("重新作出决定的期限{}已过。请写明理由。", say::zh_date(due.rolled)),
                    format!("The new decision was due {}. Give the reason.", say::en_date(due.rolled)),
                ));
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
/// Seven working days from the day an appeal came in.
pub(crate) fn redecision(facts: &Facts, received: Date) -> Due {
    clock::working_days(received, facts.rules.redecision_days(), facts.calendar)
        .starting("收到申诉", "appeal received", facts.calendar)
        .under(&["M16"])
}
