//! Article 32 with E47 to E51: liability is established by the unit and the authorities under other laws. What falls to the
//! committee's file is the record: what was done, by whom, how it was found, what became of it.

use crate::{Date, Facts, Finding, Violation, ViolationKind, say};

/// May this violation be recorded?
pub fn can_record(facts: &Facts, v: &Violation) -> Vec<Finding> {
    let mut out = Vec::new();
    if v.facts.trim().is_empty() {
        out.push(
            Finding::block("M32.facts", "没有写明违规的事实。", "The facts of the violation are not written.")
                .way("写明何时、何人、做了什么。", "Say when, who and what."),
        );
    }
    if v.persons.iter().all(|p| p.trim().is_empty()) {
        out.push(Finding::ask("M32.persons", "没有写明涉及的人员或者单位。", "Nobody concerned is named.").citing(&["E47"]));
    }
    if v.case.is_none() && !matches!(v.kind, ViolationKind::Favouritism | ViolationKind::Other) {
        out.push(
            Finding::ask("M32.case", "没有写明涉及哪一件活动。", "The activity concerned is not named.")
                .citing(&["E47"])
                .way("选出案件；没有申请过审查的，写明理由。", "Choose the case, or say why there is none."),
        );
    }
    let ours: Vec<&str> = facts.in_office(v.on).into_iter().filter(|m| v.persons.contains(&m.name)).map(|m| m.name.as_str()).collect();
    if !ours.is_empty() {
        out.push(
            Finding::note(
                "M32.member",
                format!("涉及现任委员{}；处理期间不参与有关案件的审查。", say::zh_list(&ours)),
                format!("It concerns {}, in office; no part in reviewing cases it bears on meanwhile.", say::en_list(&ours)),
            )
            .citing(&["E8", "E50"]),
        );
    }
    if matches!(v.kind, ViolationKind::BeyondScope | ViolationKind::Fraud | ViolationKind::Forged) && v.case.is_some() {
        out.push(
            Finding::note("M32.suspend", "必要时先行暂停该活动。", "If need be the activity is suspended first.")
                .citing(&["M17"])
                .way("暂停，并在下次会议追认。", "Suspend it, to be ratified at the next meeting."),
        );
    }
    out
}

/// May what became of it be recorded?
pub fn can_conclude(v: &Violation, on: Date, outcome: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    if let Some(before) = v.concluded {
        out.push(Finding::block(
            "M32.concluded",
            format!("处理结果已于{}登记。", say::zh_date(before)),
            format!("Its outcome was recorded on {}.", say::en_date(before)),
        ));
    }
    if on < v.on {
        out.push(Finding::block("M32.order", "处理日期早于发现日期。", "Dealt with before it was found."));
    }
    if outcome.trim().is_empty() {
        out.push(
            Finding::block("M32.outcome", "没有写明处理结果。", "What became of it is not written.")
                .way("写明由谁处理、结果如何；移送的，写明移送哪里。", "Say who dealt with it and how, or where it was referred."),
        );
    }
    out
}
