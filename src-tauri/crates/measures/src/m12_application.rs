//! Article 12 together with E9: the 23 elements of an application, which of them a case needs and why, and what is
//! missing. It judges the checks a person recorded; it does not read files.
//!
//! The union of the two lists is asked from the start because the re-review package is built on E9's list (M23, E27):
//! an application that only had what Article 12 names could not be sent on.

use crate::{Case, CheckState, Cite, Element, Finding, RoundKind};
use serde::{Deserialize, Serialize};

/// One element and whether this case needs it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    pub element: Element,
    pub needed: bool,
    pub basis: Vec<Cite>,
    /// Why it is needed, or why it is not.
    pub why_zh: String,
    pub why_en: String,
}

/// The articles an element stands on.
pub fn basis(e: Element) -> &'static [&'static str] {
    use Element::*;
    match e {
        A1 => &["M12", "E9(1)"],
        A2 => &["M12(1)", "E9(1)"],
        A3 => &["E9(1)"],
        A4 => &["M12(1)", "E9(2)"],
        A5 | A6 | A7 => &["M12(1)", "E9(3)"],
        A8 => &["E9(3)"],
        A9 | A11 | A12 | A13 => &["M12(1)"],
        A10 => &["M12(1)", "E9(4)"],
        A14 | A15 | A16 => &["M12(2)", "E9(2)"],
        A17 => &["E9(2)"],
        A18 => &["E9(4)"],
        A19 => &["M12(3)", "E9(5)"],
        A20 => &["E9(6)"],
        A21 => &["E12"],
        A22 => &["E5(4)", "M26"],
        A23 => &["M26"],
    }
}

/// What the present round of a case must contain. A whole review (initial, renewed) needs every element that its flags
/// switch on; later rounds need only what the committee put on the check list of that round.
pub fn required(case: &Case) -> Vec<Requirement> {
    let f = &case.application.flags;
    let round = case.round();
    let whole = matches!(round.kind, RoundKind::Initial | RoundKind::Renewed);
    let listed = case.is_listed() || !case.application.self_listed.is_empty();
    let asked_before = round.supplements.iter().any(|s| s.gaps.contains_key(&Element::A20));
    Element::ALL
        .iter()
        .map(|&e| {
            let (needed, zh, en): (bool, &str, &str) = match e {
                Element::A19 if round.leader_was.is_some() => {
                    (true, "活动负责人变更，须由新负责人重新签署", "another leader: to be signed anew by the new one")
                }
                _ if !whole => match round.checks.get(&e) {
                    Some(_) => (true, "本轮列入查验", "on this round's check list"),
                    None => (false, "初次审查时已查验，本轮未变", "checked in the initial review, unchanged"),
                },
                Element::A18 if f.human_participants || f.human_samples => {
                    (true, "涉及人的参与或人的样本", "human participants or samples")
                }
                Element::A18 => (false, "不涉及人的参与", "no human participants"),
                Element::A20 if asked_before => (true, "委员会已要求补充", "asked for by the committee"),
                Element::A20 => (false, "委员会没有另外要求", "nothing else was asked for"),
                Element::A21 if f.international => (true, "国际合作，须各方所在国批准", "international cooperation"),
                Element::A21 => (false, "不涉及国际合作", "no international cooperation"),
                Element::A23 if f.regulated => (true, "主张已登记、备案或许可", "a registration, filing or approval is claimed"),
                Element::A23 => (false, "没有主张登记、备案或许可", "no registration, filing or approval is claimed"),
                Element::A3 | Element::A8 | Element::A17 if listed => (true, "报请专家复核必须有", "the re-review package must have it"),
                _ => (true, "所有申请", "every application"),
            };
            Requirement {
                element: e,
                needed,
                basis: basis(e).iter().map(|c| Cite((*c).into())).collect(),
                why_zh: zh.into(),
                why_en: en.into(),
            }
        })
        .collect()
}

/// What the applicant must still supply, as checked: the element and how to cure it, ready for the one-time notice.
pub fn gaps(case: &Case) -> Vec<(Element, String)> {
    let round = case.round();
    required(case)
        .into_iter()
        .filter(|r| r.needed)
        .filter_map(|r| {
            let c = round.checks.get(&r.element)?;
            (c.state == CheckState::Missing).then(|| {
                let note = if c.note.trim().is_empty() { format!("请补交{}。", r.element.zh()) } else { c.note.clone() };
                (r.element, note)
            })
        })
        .collect()
}

/// Elements nobody has looked at yet; an application is neither accepted nor sent back with any left.
pub fn unchecked(case: &Case) -> Vec<Element> {
    let checks = &case.round().checks;
    required(case).into_iter().filter(|r| r.needed && !checks.contains_key(&r.element)).map(|r| r.element).collect()
}

/// The check list as findings: gaps, elements not looked at, “not applicable” without its reason.
pub fn findings(case: &Case) -> Vec<Finding> {
    let mut out = Vec::new();
    let left = unchecked(case);
    if !left.is_empty() {
        let codes = left.iter().map(|e| format!("{e:?}")).collect::<Vec<_>>();
        out.push(
            Finding::block(
                "M12.unchecked",
                format!("还有{}项没有查验：{}。", left.len(), codes.join("、")),
                format!("{} elements not checked yet: {}.", left.len(), codes.join(", ")),
            )
            .way("逐项记为有、缺或不适用。", "Record each as present, missing or not applicable."),
        );
    }
    out.extend(undertaking_anew(case));
    let missing = gaps(case);
    if !missing.is_empty() {
        let zh = missing.iter().map(|(e, _)| e.zh()).collect::<Vec<_>>().join("；");
        let en = missing.iter().map(|(e, _)| e.en()).collect::<Vec<_>>().join("; ");
        out.push(
            Finding::block("M12.gaps", format!("材料缺{}项：{zh}。", missing.len()), format!("{} elements missing: {en}.", missing.len()))
                .citing(&["M13"])
                .way("一次性告知申请人补正。", "Ask for all of them in the one-time notice.")
                .with(serde_json::json!({ "elements": missing.iter().map(|(e, _)| format!("{e:?}")).collect::<Vec<_>>() })),
        );
    }
    for r in required(case) {
        if let Some(c) = case.round().checks.get(&r.element)
            && r.needed
            && c.state == CheckState::NotApplicable
            && c.note.trim().is_empty()
        {
            out.push(
                Finding::block(
                    "M12.not_applicable",
                    format!("{}记为不适用，没有写理由。", r.element.zh()),
                    format!("“{}” is marked not applicable without a reason.", r.element.en()),
                )
                .way("写明为什么不适用。", "Say why it does not apply."),
            );
        }
    }
    out
}

/// Case 115: another leader signs the undertaking (A19) anew; the former leader's does not bind the new one.
fn undertaking_anew(case: &Case) -> Option<Finding> {
    let was = case.round().leader_was.as_ref()?;
    let signed = case.round().checks.get(&Element::A19).is_some_and(|c| c.state == CheckState::Present);
    (!signed).then(|| {
        let now = &case.application.leader;
        Finding::block(
            "E20.undertaking",
            format!("活动负责人由{was}变更为{now}，承诺书须由{now}重新签署。"),
            format!("The leader changes from {was} to {now}; {now} must sign the undertaking anew."),
        )
        .citing(&["M12(3)", "E9(5)"])
        .way("收到新负责人签署的承诺书后查验。", "Take in the undertaking signed by the new leader and check it.")
    })
}

/// The leader must be the person accountable for the activity in the unit: a student is not, and somebody without a
/// unit applies to a service centre instead.
pub fn leader(case: &Case) -> Vec<Finding> {
    let a = &case.application;
    let mut out = Vec::new();
    if a.leader.trim().is_empty() {
        out.push(
            Finding::block("M12.leader", "没有写明活动负责人。", "The application names no leader.")
                .way("写明活动负责人。", "Name the leader."),
        );
    }
    const STUDENT: [&str; 7] = ["学生", "本科生", "研究生", "硕士生", "博士生", "硕士研究生", "博士研究生"];
    if STUDENT.iter().any(|s| a.leader_title.contains(s)) && !a.leader_title.contains("导师") {
        out.push(
            Finding::ask(
                "M12.leader",
                format!("{}是{}，活动负责人应是本单位的负责人员。", a.leader, a.leader_title),
                format!("{} is a student; the leader must be the unit's accountable person.", a.leader),
            )
            .way("补正：由导师或课题负责人作为活动负责人申请。", "Ask that the supervisor apply as leader."),
        );
    }
    let nowhere = |s: &str| ["无单位", "个人", "自由职业", "社会人员"].iter().any(|w| s.contains(w));
    if nowhere(&a.department) || nowhere(&a.leader_title) {
        out.push(
            Finding::block(
                "M12.no_unit",
                "申请人没有单位，不向本委员会申请。",
                "The applicant has no unit and does not apply to this committee.",
            )
            .citing(&["M11"])
            .way("不予受理，告知可以委托有能力的服务中心审查。", "Refuse, and point to a qualified service centre."),
        );
    }
    out
}
