//! What a case still lacks, by the next gate it has to pass: acceptance, meeting, decision, letter, re-review, archive.

use super::allowed::current;
use super::{Beside, Gate, Stage};
use crate::m19_simplified::{self, SimplifiedOutcome};
use crate::{Case, DecisionKind, Facts, Finding, Procedure, Verdict, m13_acceptance, m16_decision, m17_tracking, m22_rereview};

/// What is missing, by the next gate.
pub(super) fn missing(facts: &Facts, case: &Case, beside: Beside, stage: Stage) -> Vec<Gate> {
    let open = |list: Vec<Finding>| -> Vec<Finding> { list.into_iter().filter(|f| f.verdict < Verdict::Note).collect() };
    let mut out = Vec::new();
    let mut gate = |gate: &str, zh: &str, en: &str, findings: Vec<Finding>| {
        if !findings.is_empty() {
            out.push(Gate { gate: gate.into(), zh: zh.into(), en: en.into(), findings });
        }
    };
    if stage.before_acceptance() {
        let mut list = m13_acceptance::gate_acceptance(facts, case);
        if beside.materials == 0 {
            list.push(
                Finding::note("M12.files", "还没有归入任何文件。", "No files yet.")
                    .way("拖入申报文件夹。", "Drop the application's folder here."),
            );
        }
        gate("acceptance", "受理前", "before acceptance", list);
    }
    if matches!(stage, Stage::Accepted | Stage::InGeneral | Stage::InEmergency)
        && case.round().procedure() != Some(Procedure::Simplified)
        && beside.item.is_none()
    {
        gate(
            "meeting",
            "上会前",
            "before the meeting",
            vec![
                Finding::ask("M14.agenda", "还没有列入会议。", "Not on an agenda yet.")
                    .way("列入最近一次会议。", "Put it on the next agenda."),
            ],
        );
    }
    if stage == Stage::InSimple
        && let SimplifiedOutcome::Waiting { missing } = m19_simplified::outcome(case.round())
    {
        let f = Finding::ask(
            "M20.opinions",
            format!("{}还没有交意见。", crate::names::zh(facts, &missing)),
            format!("No opinion from {} yet.", crate::names::en(facts, &missing)),
        );
        gate("decision", "决定前", "before the decision", vec![f.way("催交。", "Chase it.")]);
    }
    if stage == Stage::PrelimPassed {
        let lacking = m22_rereview::package(case).into_iter().filter(|p| p.needed && !p.present);
        let list = lacking
            .map(|p| {
                Finding::block("E27.package", format!("{}：缺{}。", p.zh, p.missing.join("、")), format!("{}: incomplete.", p.en))
                    .citing(&["M23"])
            })
            .collect();
        gate("rereview", "报请复核前", "before re-review", list);
    }
    if let Some(d) = current(case).filter(|d| d.paper.is_none()) {
        gate("letter", "签发前", "before the letter", open(m16_decision::can_issue_letter(facts, case, d)));
    }
    if case.round().decision.as_ref().is_some_and(|d| d.kind == DecisionKind::Revise)
        && stage == Stage::Revising
        && beside.unserved_papers > 0
    {
        gate("service", "送达", "service", vec![Finding::ask("E17.served", "有文书还没有送达。", "A letter has not been served.")]);
    }
    if stage.ended() && stage != Stage::Archived {
        gate("archive", "归档前", "before closing the file", open(m17_tracking::can_archive(case, true)));
    }
    out
}
