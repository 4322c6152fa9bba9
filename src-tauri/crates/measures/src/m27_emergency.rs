//! Articles 27 and 28 with E34–E38: the emergency procedure. Faster, never lower: quorum, categories, recusal and two
//! thirds are those of every meeting, and there is no act here that skips them.

use crate::{Case, Date, DecisionKind, Due, Facts, Finding, Instant, Item, Meeting, Procedure, RuleKind, clock, say};

/// May the emergency procedure be used for this reason on this day?
pub fn can_use(facts: &Facts, reason: &str, on: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    for kind in [RuleKind::Emergency, RuleKind::EmergencySop] {
        if facts.committee.rule_on(kind, on).is_none() {
            out.push(
                Finding::block(
                    "M27.rules",
                    format!("没有{}，不能用应急程序（第二十七条）。", kind.zh()),
                    format!("No {} on file; no emergency procedure (Art. 27).", kind.en()),
                )
                .citing(&["E34"])
                .way("存入制度库，或适用一般程序。", "File them, or use the general procedure."),
            );
        }
    }
    if reason.trim().is_empty() {
        out.push(
            Finding::block("M27.ground", "没有写明突发公共事件等紧急状态。", "The emergency is not named.")
                .citing(&["E38"])
                .way("写明事件和有关机关的通知或公告。", "Name the event and the authority's notice."),
        );
    }
    out
}

/// 72 hours from the minute of acceptance for everything, re-review included (readings A5, A6).
pub fn whole(facts: &Facts, accepted: Instant) -> Due {
    clock::hours(accepted, facts.rules.emergency_hours()).starting("受理", "accepted", facts.calendar).under(&["M27"])
}
/// 36 hours of those for the part before re-review.
pub fn before_rereview(facts: &Facts, accepted: Instant) -> Due {
    clock::hours(accepted, facts.rules.emergency_hours_before_rereview()).starting("受理", "accepted", facts.calendar).under(&["M27"])
}
/// The stricter line: counted from receipt. Informs; the official clock starts at acceptance.
pub fn from_receipt(facts: &Facts, received: Instant) -> Due {
    clock::hours(received, facts.rules.emergency_hours()).starting("收件", "received", facts.calendar).under(&["M27"])
}

/// The hours of the present round: the whole, and the inner mark when a re-review follows.
pub fn clocks(facts: &Facts, case: &Case) -> Vec<Due> {
    let round = case.round();
    let Some(a) = round.accepted.as_ref().filter(|_| round.procedure() == Some(Procedure::Emergency)) else { return Vec::new() };
    let mut out = vec![whole(facts, a.at)];
    if crate::m14_matter::rereview_binds(case, case.rounds.len() - 1) {
        out.push(before_rereview(facts, a.at));
    }
    out
}

/// What is decided after the hours have run says why. `at` is the moment of the vote, to the minute; the part before
/// re-review has the shorter limit.
pub fn overrun(facts: &Facts, case: &Case, kind: DecisionKind, at: Instant) -> Option<Finding> {
    let accepted = case.round().accepted.as_ref().filter(|a| a.procedure == Procedure::Emergency)?.at;
    let limit = if kind == DecisionKind::Pass { before_rereview(facts, accepted) } else { whole(facts, accepted) };
    let end = limit.at.filter(|end| at > *end)?;
    let over = (at - end).num_minutes();
    let (hours, minutes) = (over / 60, over % 60);
    Some(
        Finding::ask(
            "M27.late",
            format!("应急审查应在{}前作出决定，已超过{hours}小时{minutes}分。请写明原因。", say::zh_instant(end)),
            format!("The emergency review was due by {}; {hours} h {minutes} min over. Give the reason.", say::en_instant(end)),
        )
        .citing(&["E38"])
        .with(serde_json::json!({ "due": end, "minutes_late": over })),
    )
}

/// E36: somebody of the field sits with the members. Whether a member is of the field is the host's to say; with no
/// adviser named for the item the question is put.
pub fn field_member(case: &Case, round: usize, meeting: &Meeting, item: &Item) -> Option<Finding> {
    let emergency = case.rounds.get(round)?.procedure() == Some(Procedure::Emergency);
    let adviser = meeting.advisers.iter().any(|a| a.no_interest && (a.items.is_empty() || a.items.contains(&item.id)));
    (emergency && !adviser).then(|| {
        Finding::ask(
            "E36.field",
            "应急审查须有相关领域的委员到会；没有的，须邀请顾问专家。",
            "An emergency review needs a member of the field, or else an adviser.",
        )
        .citing(&["M28"])
        .way("写明哪位委员属于相关领域，或邀请顾问专家。", "Name the member of the field, or invite an adviser.")
    })
}

/// Emergency ends when urgency does: back to the general procedure, the limit counted from acceptance.
pub fn can_return_to_general(case: &Case) -> Vec<Finding> {
    if case.round().procedure() == Some(Procedure::Emergency) && !case.round().over() {
        vec![
            Finding::note(
                "M27.over",
                "转为一般程序后，30日仍从受理之日起算。",
                "Back in the general procedure the thirty days still run from acceptance.",
            )
            .citing(&["M16"]),
        ]
    } else {
        vec![Finding::block("M27.not_emergency", "本轮不在应急程序中。", "The round is not in the emergency procedure.")]
    }
}
