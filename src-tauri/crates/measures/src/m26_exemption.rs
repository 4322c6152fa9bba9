//! Article 26: no re-review where a regulatory regime applies and makes conformity with ethics a condition or a matter
//! of supervision. Both limbs, or no exemption; filing one algorithm does not exempt the rest of an activity.

use crate::{Exemption, Finding};

/// What stands against the exemption claimed. An exempt activity stays on the list: six months' tracking, thirty days'
/// registration (reading A12).
pub fn findings(e: &Exemption) -> Vec<Finding> {
    let mut out = Vec::new();
    if e.regime.trim().is_empty() || e.authority.trim().is_empty() {
        out.push(
            Finding::block(
                "M26.regime",
                "免于复核须写明实行登记、备案或行政审批的措施和机关。",
                "An exemption needs the regulatory measure and its authority.",
            )
            .way("写明措施、机关；没有的，报请复核。", "Name them, or send the case to re-review."),
        );
    }
    if e.ethics_provision.trim().is_empty() {
        out.push(
            Finding::block(
                "M26.ethics_condition",
                "没有写明符合科技伦理是审批条件或监管内容，不能免于复核（第二十六条）。",
                "Not shown that ethics is a condition or a matter of supervision: not exempt (Art. 26).",
            )
            .way("写明规定的名称和条款；没有的，报请复核。", "Cite the provision, or send the case to re-review."),
        );
    }
    if e.number.trim().is_empty() {
        out.push(
            Finding::block(
                "M26.number",
                "登记、备案或许可还没有编号，在办的不算已实行。",
                "No registration number yet: a pending filing is not in place.",
            )
            .way("取得编号后登记，或报请复核。", "Record the number when it is there, or send to re-review."),
        );
    }
    if e.proof.is_none() {
        out.push(
            Finding::block("M26.proof", "还没有归入登记、备案或许可的证明。", "The proof of the measure is not on file.")
                .way("归入证明文件。", "File the proof."),
        );
    }
    if e.decided_by.trim().is_empty() {
        out.push(Finding::block("M26.decided_by", "没有写明由谁判定免于复核。", "Nobody is named as having decided the exemption."));
    }
    if out.is_empty() {
        out.push(
            Finding::note(
                "M26.exempt",
                "免于复核；仍在清单内：6个月跟踪、30日内登记。",
                "Exempt from re-review; still listed: tracking every 6 months, registration within 30 days.",
            )
            .citing(&["M25", "M30"]),
        );
    }
    out
}
