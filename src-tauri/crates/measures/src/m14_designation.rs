//! Articles 14 and 20: the chair's designation for a period, who presides in the chair's stead and who reviews by the
//! simplified procedure. Signed once, kept with its scan, used by each meeting or case of its days and by no other.
//! The designation for one meeting is in `m14_meeting`, for one case in `m19_simplified`.
//!
//! The text says neither how long a designation may last nor what a change of chair does to it. Here it lasts as long
//! as it says, at most through the chair's own term, and falls with the chair who gave it.

use crate::{Date, DesignatedFor, Facts, Finding, Member, Role, StandingDesignation, UndertakingKind, names, say};

/// May this designation be recorded? By the chair of the day, of people of the right post, for days that follow.
pub fn can_designate(facts: &Facts, d: &StandingDesignation) -> Vec<Finding> {
    let rule = rule_of(d.to);
    let mut out = Vec::new();
    match facts.member(&d.by) {
        Some(m) if m.role_on(d.on) == Some(Role::Chair) => {
            if let Some(term) = m.term_on(d.on).filter(|t| d.until > t.until) {
                out.push(
                    Finding::ask(
                        rule,
                        format!(
                            "指定到{}，晚于主任委员本届任期的{}；任期届满后不再有效。",
                            say::zh_date(d.until),
                            say::zh_date(term.until)
                        ),
                        format!(
                            "Designated until {}, after the chair's own term ends on {}; it ends with the term.",
                            say::en_date(d.until),
                            say::en_date(term.until)
                        ),
                    )
                    .citing(&["E7"]),
                );
            }
        }
        _ => out.push(
            Finding::block(
                rule,
                format!("{}在{}不是主任委员，不能指定。", names::name(facts, &d.by), say::zh_date(d.on)),
                format!("{} was not the chair on {} and cannot designate.", names::name(facts, &d.by), say::en_date(d.on)),
            )
            .way("由主任委员指定；主任委员空缺的，由单位先任命。", "The chair designates; if vacant, the unit appoints first."),
        ),
    }
    if d.until < d.from || d.on > d.from {
        out.push(
            Finding::block(
                rule,
                format!("{}签署，期间{}至{}：签署在前，期间在后。", say::zh_date(d.on), say::zh_date(d.from), say::zh_date(d.until)),
                format!(
                    "Signed on {}, for {} to {}: signed first, and the last day not before the first.",
                    say::en_date(d.on),
                    say::en_date(d.from),
                    say::en_date(d.until)
                ),
            )
            .way(
                "指定不追溯；更正期间，或只从签署之日起算。",
                "A designation does not reach back; let the period begin with its signature.",
            ),
        );
    }
    if d.to == DesignatedFor::Reviewing && (d.members.len() as u32) < facts.rules.simplified_reviewers_min() {
        let min = facts.rules.simplified_reviewers_min();
        out.push(Finding::block(
            "M20.two",
            format!("指定了{}名委员，不少于{min}名。", d.members.len()),
            format!("{} designated, at least {min} needed.", d.members.len()),
        ));
    }
    if d.members.is_empty() {
        out.push(Finding::block(rule, "没有写明指定谁。", "The designation names nobody."));
    }
    out.extend(d.members.iter().filter_map(|id| fit(facts, d, id)));
    if d.scan.is_none() {
        out.push(
            Finding::ask(rule, "没有放入指定书的扫描件。", "No scan of the signed designation was put in.")
                .citing(&["E6"])
                .way("放入主任委员签署的指定书。", "Put in the designation the chair signed."),
        );
    }
    out
}

/// What stands against one designated person: not a vice-chair, or a member who cannot review.
fn fit(facts: &Facts, d: &StandingDesignation, id: &str) -> Option<Finding> {
    let rule = rule_of(d.to);
    let name = names::name(facts, id);
    let role = facts.member(id).and_then(|m| m.role_on(d.from));
    match (d.to, role) {
        (DesignatedFor::Presiding, Some(Role::ViceChair)) => None,
        (DesignatedFor::Presiding, _) => Some(
            Finding::block(
                rule,
                format!("{name}在{}不是副主任委员，不能受指定主持。", say::zh_date(d.from)),
                format!("{name} is not a vice-chair on {} and cannot be designated to preside.", say::en_date(d.from)),
            )
            .way("改定一名副主任委员。", "Name a vice-chair."),
        ),
        (DesignatedFor::Reviewing, None) => Some(
            Finding::block(
                rule,
                format!("{name}在{}不在任期内，不能指定。", say::zh_date(d.from)),
                format!("{name} is not in office on {}.", say::en_date(d.from)),
            )
            .citing(&["E7"]),
        ),
        (DesignatedFor::Reviewing, Some(_)) => {
            let signed = facts.member(id).is_some_and(|m| UndertakingKind::ALL.iter().all(|k| m.undertook(*k, d.from)));
            (!signed).then(|| {
                Finding::block(
                    "E8.undertaking",
                    format!("{name}没有签齐保密承诺书和利益冲突声明，不能指定。"),
                    format!("{name} has not signed both undertakings."),
                )
                .way("先签署并登记。", "Sign and record them first.")
            })
        }
    }
}

/// May it be taken back from `on`? Once, and within its days.
pub fn can_end(d: &StandingDesignation, on: Date) -> Vec<Finding> {
    let rule = rule_of(d.to);
    if let Some(ended) = d.ended {
        return vec![Finding::block(
            rule,
            format!("指定已自{}起撤回。", say::zh_date(ended)),
            format!("It was taken back from {}.", say::en_date(ended)),
        )];
    }
    if on < d.from || on > d.until {
        return vec![Finding::block(
            rule,
            format!("{}不在指定期间内。", say::zh_date(on)),
            format!("{} lies outside its period.", say::en_date(on)),
        )];
    }
    Vec::new()
}

/// Why this designation cannot be used on `day`; nothing when it can.
pub fn cannot_use(facts: &Facts, d: &StandingDesignation, day: Date) -> Option<Finding> {
    let rule = rule_of(d.to);
    if !d.covers(day) {
        let last = d.ended.and_then(|e| e.pred_opt()).map_or(d.until, |e| e.min(d.until));
        return Some(
            Finding::block(
                rule,
                format!("{}的指定自{}至{}，不含{}。", d.to.zh(), say::zh_date(d.from), say::zh_date(last), say::zh_date(day)),
                format!(
                    "The designation for {} runs from {} to {}, which {} is not within.",
                    d.to.en(),
                    say::en_date(d.from),
                    say::en_date(last),
                    say::en_date(day)
                ),
            )
            .way("由主任委员另行指定。", "The chair designates anew.")
            .with(serde_json::json!({ "from": d.from, "until": last })),
        );
    }
    let still = facts.member(&d.by).is_some_and(|m| m.role_on(day) == Some(Role::Chair));
    (!still).then(|| {
        Finding::block(
            rule,
            format!("作出指定的{}在{}已不是主任委员，指定不再有效。", names::name(facts, &d.by), say::zh_date(day)),
            format!("{}, who designated, is no longer the chair on {}.", names::name(facts, &d.by), say::en_date(day)),
        )
        .citing(&["E7"])
        .way("由现任主任委员重新指定。", "The chair in office designates anew.")
    })
}

/// The designation under which this member may preside on `day`; else why the latest one there is does not do.
pub fn to_preside<'a>(facts: &Facts<'a>, member: &str, day: Date) -> Result<&'a StandingDesignation, Option<Finding>> {
    let mut why = None;
    for d in facts.committee.designations.iter().filter(|d| d.to == DesignatedFor::Presiding && d.members.iter().any(|m| m == member)) {
        match cannot_use(facts, d, day) {
            None => return Ok(d),
            Some(f) => why = Some(f),
        }
    }
    Err(why)
}

/// Who of those at the table may take the seat under a designation for the period, in seat order.
pub fn designated_host<'a>(facts: &Facts, present: &[&'a Member], day: Date) -> Option<&'a Member> {
    present.iter().copied().find(|m| m.role_on(day) == Some(Role::ViceChair) && to_preside(facts, &m.id, day).is_ok())
}

/// May these reviewers be named for a case on `day` under this designation? Within its days, and only of its people.
pub fn can_review_under(facts: &Facts, d: &StandingDesignation, reviewers: &[String], day: Date) -> Vec<Finding> {
    let mut out: Vec<Finding> = cannot_use(facts, d, day).into_iter().collect();
    if d.to != DesignatedFor::Reviewing {
        out.push(Finding::block("M20.standing", "这是主持会议的指定，不是审查的指定。", "It designates who presides, not who reviews."));
    }
    for id in reviewers.iter().filter(|id| !d.members.contains(id)) {
        out.push(
            Finding::block(
                "M20.standing",
                format!("{}不在{}签署的指定之内。", names::name(facts, id), say::zh_date(d.on)),
                format!("{} is not named in the designation signed on {}.", names::name(facts, id), say::en_date(d.on)),
            )
            .way("在所指定的委员中选，或由主任委员另行指定。", "Choose among those designated, or the chair designates anew."),
        );
    }
    out
}

fn rule_of(to: DesignatedFor) -> &'static str {
    match to {
        DesignatedFor::Presiding => "M14.standing",
        DesignatedFor::Reviewing => "M20.standing",
    }
}
