//! E8: what a member must have signed before sitting, and the training a member keeps up (E5(5), E8(5), M8).
//! Whether somebody can be put on the attendance list is asked in `m14_meeting`; conflicts of interest of one case
//! are in `e08_conflicts`.

use crate::say::{en_date, zh_date};
use crate::{Date, Facts, Finding, Member, Rules, UndertakingKind};
use chrono::Months;

/// The undertakings `member` has not signed by `day`.
pub fn missing(member: &Member, day: Date) -> Vec<UndertakingKind> {
    UndertakingKind::ALL.iter().copied().filter(|k| !member.undertook(*k, day)).collect()
}

/// One finding for each member in office with something missing or from an earlier term.
pub fn findings(facts: &Facts, day: Date) -> Vec<Finding> {
    facts.in_office(day).into_iter().filter_map(|m| finding(m, day)).collect()
}

fn finding(m: &Member, day: Date) -> Option<Finding> {
    let none = missing(m, day);
    if !none.is_empty() {
        let (zh, en) = (crate::say::zh_list(none.iter().map(|k| k.zh())), crate::say::en_list(none.iter().map(|k| k.en())));
        return Some(
            Finding::ask(
                "E8.undertaking",
                format!("{}没有签署{zh}，不能列入到会。", m.name),
                format!("{} has not signed the {en}; cannot be put on the attendance.", m.name),
            )
            .way("打印后请本人签字，登记签署日期。", "Print, have it signed, record the date."),
        );
    }
    // Undertakings are given for a term: after a renewal the old ones are worth signing again.
    let term = m.term_on(day)?;
    let renewed = m.terms.iter().any(|t| t.until < term.from);
    let old = UndertakingKind::ALL.iter().any(|k| m.undertakings.iter().filter(|u| u.kind == *k).all(|u| u.signed < term.from));
    (renewed && old).then(|| {
        Finding::note(
            "E8.undertaking_term",
            format!("{}的承诺是上一届签的，本届{}起。", m.name, zh_date(term.from)),
            format!("{}'s undertakings are from an earlier term; this one began on {}.", m.name, en_date(term.from)),
        )
        .way("换届后请重新签署。", "Have them signed again after renewal.")
    })
}

/// E8(5) asks for regular training without a number; the committee's own interval is a parameter.
pub fn training(facts: &Facts, today: Date) -> Vec<Finding> {
    facts.in_office(today).into_iter().filter_map(|m| untrained(m, facts.rules, today)).collect()
}

fn untrained(m: &Member, rules: &Rules, today: Date) -> Option<Finding> {
    let months = rules.training_months();
    let since = today.checked_sub_months(Months::new(months))?;
    // Somebody who joined within the interval is not late yet.
    let joined = m.terms.iter().map(|t| t.from).min()?;
    let last = m.trainings.iter().filter(|d| **d <= today).max();
    if joined > since || last.is_some_and(|d| *d >= since) {
        return None;
    }
    let (zh, en) = match last {
        Some(d) => (
            format!("{}上次培训是{}，已超过{months}个月。", m.name, zh_date(*d)),
            format!("{} was last trained on {}, over {months} months ago.", m.name, en_date(*d)),
        ),
        None => (
            format!("{}任职{months}个月以上，没有培训记录。", m.name),
            format!("{} has no training on record after {months} months in office.", m.name),
        ),
    };
    Some(
        Finding::ask("E8.training", zh, en)
            .citing(&["M8", "R"])
            .way("安排培训并登记。", "Arrange training and record it.")
            .with(serde_json::json!({ "member": m.id })),
    )
}
