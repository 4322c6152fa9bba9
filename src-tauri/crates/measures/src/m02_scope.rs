//! Article 2: whether an activity is in scope at all. A determination is recorded before acceptance, with its heads and
//! its reason; what is found out of scope is recorded too, as proof of diligence.

use crate::{Case, Finding, Scope, ScopeHead, say};

/// What the recorded determination of a case says and lacks.
pub fn findings(case: &Case) -> Vec<Finding> {
    match &case.scope {
        None => vec![
            Finding::block(
                "M2.scope",
                "还没有作出适用范围判定，不能受理（第二条）。",
                "No scope determination yet; cannot accept (Art. 2).",
            )
            .way("判定属于哪一方面并写明理由。", "Determine the head it falls under and say why."),
        ],
        Some(s) => {
            let mut out = can_determine(s);
            if !s.in_scope {
                out.push(
                    Finding::block(
                        "M2.out_of_scope",
                        "已判定不属于适用范围，不受理（第二条）。",
                        "Determined to be out of scope; not to be accepted (Art. 2).",
                    )
                    .way("出具适用范围判定意见，或不予受理并写明理由。", "Answer with the determination, or refuse with reasons."),
                );
            } else if out.is_empty() {
                let heads = s.heads.iter().map(|h| h.zh()).collect::<Vec<_>>().join("、");
                let en = s.heads.iter().map(|h| h.en()).collect::<Vec<_>>().join(", ");
                out.push(
                    Finding::fine(
                        "M2.scope",
                        format!("{}判定属于适用范围：{heads}。", say::zh_date(s.on)),
                        format!("In scope since {}: {en}.", say::en_date(s.on)),
                    )
                    .with(serde_json::json!({ "heads": s.heads, "on": s.on })),
                );
            }
            out
        }
    }
}

/// May this determination be recorded? In scope needs a head; both ways need a reason.
pub fn can_determine(scope: &Scope) -> Vec<Finding> {
    let mut out = Vec::new();
    if scope.in_scope && scope.heads.is_empty() {
        out.push(
            Finding::block("M2.heads", "属于适用范围的，须写明涉及哪一方面。", "In scope needs at least one head.")
                .way("选择人的尊严、公共秩序、生命健康、生态环境、可持续发展或依法应审。", "Choose one of the heads of Art. 2."),
        );
    }
    if scope.reason.trim().is_empty() {
        let by_law = scope.heads.contains(&ScopeHead::ByLaw);
        let (zh, en) = if by_law {
            ("依法应审的，须写明依据的规定。", "“Required by other law” needs the provision.")
        } else {
            ("适用范围判定没有写理由。", "The scope determination has no reason.")
        };
        out.push(Finding::block("M2.reason", zh, en).way("写明理由。", "Give the reason."));
    }
    out
}
