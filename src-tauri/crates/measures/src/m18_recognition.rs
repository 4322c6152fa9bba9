//! Article 18 with E21: units that cooperate may recognise each other's review results. Recognition is a choice each
//! time; it shortens no duty: tracking keeps its limits, and a listed activity keeps its re-review by the lead unit.

use crate::m11_centres::{Body, both_roles};
use crate::{Case, Date, DecisionKind, Facts, Finding, m17_tracking, say};
use serde::{Deserialize, Serialize};

/// What a partner decided and on what footing it is taken over.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// The cooperation or recognition agreement.
    pub agreement: String,
    pub issuer: Body,
    pub number: String,
    pub decided: Date,
    pub kind: DecisionKind,
    /// Attending members and votes for it, where the partner gave them.
    #[serde(default)]
    pub attending: Option<u32>,
    #[serde(default)]
    pub votes: Option<u32>,
    /// A copy of the decision is on file.
    pub copy: bool,
    /// SHA-256 of that copy in the archive.
    #[serde(default)]
    pub file: Option<String>,
    /// Who tracks.
    pub tracker: String,
    /// For a listed activity: the opinion the lead unit obtained, its number, and who carried the re-review out.
    #[serde(default)]
    pub rereview_number: String,
    #[serde(default)]
    pub rereview_body: Body,
    pub on: Date,
}

/// May this result be recognised?
pub fn can_recognise(facts: &Facts, case: &Case, r: &Recognition) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut need = |ok: bool, rule: &str, zh: &str, en: &str| {
        if !ok {
            out.push(Finding::block(rule, zh, en));
        }
    };
    need(!r.agreement.trim().is_empty(), "M18.agreement", "没有合作或互认的约定，不能互认。", "No agreement to cooperate or recognise.");
    need(r.copy, "M18.copy", "没有归入对方决定书，不能互认。", "The partner's decision is not on file.");
    need(!r.number.trim().is_empty(), "M18.number", "没有写明对方决定书的文号。", "The decision's number is missing.");
    need(!r.tracker.trim().is_empty(), "M17.tracker", "没有写明由谁跟踪。", "Nobody is named to track.");
    need(r.kind == DecisionKind::Approve, "M18.kind", "只能承认批准的结果。", "Only an approval can be recognised.");
    need(case.round().accepted.is_none(), "M18.accepted", "本件已受理，由本委员会审查。", "Accepted already; this committee reviews it.");
    need(case.listed.is_some(), "M21.judgement", "还没有判定是否属于复核清单。", "No judgement yet whether the activity is on the list.");
    need(r.decided <= r.on, "M18.order", "互认日期早于对方决定日期。", "Recognised before it was decided.");
    if case.round().accepted.is_none() {
        out.extend(crate::m13_acceptance::before_acceptance(case, "互认结果", "recognise a result"));
    }
    if case.round().supplements.last().is_some_and(|s| s.received.is_none()) {
        out.push(
            Finding::block("M13.waiting", "补正材料还没有收到。", "The supplement has not come in yet.")
                .way("收到后登记，再互认。", "Book it in first."),
        );
    }
    if case.needs_rereview() && r.rereview_number.trim().is_empty() {
        out.push(
            Finding::block(
                "M22.lead_opinion",
                "属于复核清单，须有牵头单位取得的复核意见。",
                "Listed: the lead unit's re-review opinion is needed.",
            )
            .citing(&["M18"])
            .way("向牵头单位索取复核意见。", "Ask the lead unit for it."),
        );
    }
    out.extend(both_roles(std::slice::from_ref(&r.issuer), std::slice::from_ref(&r.rereview_body)));
    match (r.attending, r.votes) {
        (Some(a), Some(v)) => {
            if a < facts.rules.quorum() {
                out.push(
                    Finding::ask(
                        "M18.quorum",
                        format!("对方到会{a}人，不足{}人。", facts.rules.quorum()),
                        format!("The partner had {a} attending, fewer than {}.", facts.rules.quorum()),
                    )
                    .citing(&["M14"]),
                );
            }
            if 3 * v < 2 * a {
                out.push(
                    Finding::ask(
                        "M18.two_thirds",
                        format!("对方{v}票，3×{v}＝{} ＜ 2×{a}＝{}，不足三分之二。", 3 * v, 2 * a),
                        format!("The partner had {v} of {a}: 3×{v}={} < 2×{a}={}.", 3 * v, 2 * a),
                    )
                    .citing(&["E16"]),
                );
            }
        }
        _ => out.push(
            Finding::ask("M18.votes", "没有对方的到会人数和表决情况。", "The partner's attendance and votes are not on file.")
                .way("向对方索取。", "Ask for them."),
        ),
    }
    let months = m17_tracking::longest(facts, case);
    let due = crate::clock::months(r.decided, months).nominal;
    if r.on > due {
        out.push(
            Finding::ask(
                "M18.age",
                format!("对方决定已超过{months}个月（{}届满），跟踪不因互认延后。", say::zh_date(due)),
                format!("The decision is older than {months} months ({}); recognition does not put off tracking.", say::en_date(due)),
            )
            .citing(&["M17"]),
        );
    }
    out
}
