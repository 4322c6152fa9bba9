//! What is looked at every morning: composition, terms, the rule library, registrations, the calendar, undertakings,
//! training; and, given the cases, tracking reviews and the registration of listed activities. Each check is its
//! article's own function; here they are only gathered and put in the order of their weight. The clocks of the cases
//! themselves are `assess`'s.

use crate::say::{en_date, zh_date};
use crate::{Case, Date, Facts, Finding, Member, Role, Verdict, e06_rules, e08_undertakings, m10_composition, m30_registration};
use serde_json::json;

/// The committee's own checks on `today`, worst first.
pub fn daily(facts: &Facts, today: Date) -> Vec<Finding> {
    let mut found = m10_composition::composition(facts.members, &facts.committee.unit, today, facts.rules, facts.profile());
    found.extend(terms(facts, today));
    found.extend(e06_rules::findings(facts.committee, facts.rules, today));
    found.extend(m30_registration::committee(facts, today));
    found.extend(m30_registration::calendar(facts.calendar, today));
    found.extend(e08_undertakings::findings(facts, today));
    found.extend(e08_undertakings::training(facts, today));
    found.sort_by_key(|f| f.verdict);
    found
}

/// The checks that need the cases: tracking reviews within sight and listed activities to register, worst first.
pub fn daily_cases(facts: &Facts, cases: &[Case], today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    for case in cases {
        found.extend(
            m30_registration::listed(facts, case, today).into_iter().filter(|f| f.verdict < Verdict::Note || f.rule == "E44.update"),
        );
        found.extend(tracking(facts, case, today));
    }
    found.sort_by_key(|f| f.verdict);
    found
}

/// E7: terms that end within the warning time and are not renewed; the nearer, the louder. The chair's is named first.
pub fn terms(facts: &Facts, today: Date) -> Vec<Finding> {
    let horizon = i64::from(facts.rules.term_warning_days());
    let mut ending: Vec<(Date, &Member, Role)> = Vec::new();
    for m in facts.in_office(today) {
        let Some(term) = m.term_on(today) else { continue };
        let last = term.ended.as_ref().and_then(|e| e.on.pred_opt()).map_or(term.until, |d| d.min(term.until));
        let renewed = last.succ_opt().is_some_and(|d| m.in_office(d));
        if !renewed && (last - today).num_days() <= horizon {
            ending.push((last, m, term.role));
        }
    }
    ending.sort_by_key(|(last, m, role)| (*last, *role, m.seat));
    ending
        .into_iter()
        .map(|(last, m, role)| {
            let n = (last - today).num_days();
            // Half of the warning time is early enough for a unit to appoint; after that somebody should have asked.
            let verdict = if n <= horizon / 2 { Verdict::Ask } else { Verdict::Note };
            Finding::new(
                verdict,
                "E7.term_ends",
                format!("{}（{}）的任期{}届满，剩{n}天。", m.name, role.zh(), zh_date(last)),
                format!("{}'s term as {} ends on {}, in {n} days.", m.name, role.en(), en_date(last)),
            )
            .citing(&["M10"])
            .way("提请单位续任或另任，可以连任。", "Ask the unit to renew or to appoint another.")
            .with(json!({ "member": m.id, "last": last }))
        })
        .collect()
}

/// M17, M25: the next tracking review, once it is within the warning time.
fn tracking(facts: &Facts, case: &Case, today: Date) -> Option<Finding> {
    let due = crate::m17_tracking::next(facts, case)?;
    // One under way is followed by its own clock.
    if case.round().kind == crate::RoundKind::Tracking && !case.round().over() {
        return None;
    }
    let n = (due.nominal - today).num_days();
    if n > i64::from(facts.rules.tracking_warning_days()) {
        return None;
    }
    let rule = if case.is_listed() { "M25.tracking" } else { "M17.tracking" };
    let (zh, en) = (zh_date(due.nominal), en_date(due.nominal));
    // Tracked by the body that reviewed: it is asked for, and nobody here is late.
    if let Some(c) = crate::m12_commission::tracker(case) {
        let said =
            (format!("{}由{}跟踪，期限{zh}。", case.number, c.name), format!("{} is tracked by {}, due by {en}.", case.number, c.name));
        return Some(
            Finding::new(if n < 0 { Verdict::Ask } else { Verdict::Note }, rule, said.0, said.1)
                .citing(&["E19", "M12"])
                .way("向其索取跟踪审查意见，收到后登记。", "Ask it for its tracking opinion and record it.")
                .with(json!({ "case": case.id, "due": due.nominal })),
        );
    }
    let f = match n {
        ..0 => Finding::block(
            rule,
            format!("{}跟踪审查逾期{}天，应在{zh}前完成。", case.number, -n),
            format!("Tracking review of {} is {} days overdue; it was due by {en}.", case.number, -n),
        ),
        0..=7 => Finding::ask(
            rule,
            format!("{}跟踪审查期限{zh}，剩{n}天。", case.number),
            format!("Tracking review of {} is due by {en}, in {n} days.", case.number),
        ),
        _ => Finding::note(
            rule,
            format!("{}跟踪审查期限{zh}，剩{n}天。", case.number),
            format!("Tracking review of {} is due by {en}, in {n} days.", case.number),
        ),
    };
    Some(
        f.citing(&["E19"])
            .way("发跟踪审查通知书，请负责人交报告。", "Send the tracking notice and ask for the report.")
            .with(json!({ "case": case.id, "due": due.nominal })),
    )
}
