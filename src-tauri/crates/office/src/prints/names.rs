//! What each paper is called, to whom it goes, how it is numbered, and which of the five steps it takes.

use crate::about::About;
use crate::failure::Failure;
use crate::sources::Sources;
use measures::{Adviser, Case, PaperStep};
use papers::{Kind, Paper};

pub fn kind_zh(kind: Kind) -> &'static str {
    match kind {
        Kind::SupplementNotice => "补正材料一次性告知书",
        Kind::AcceptanceNotice => "受理通知书",
        Kind::RefusalNotice => "不予受理通知书",
        Kind::MeetingNotice => "会议通知",
        Kind::Agenda => "会议议程",
        Kind::SignIn => "签到表",
        Kind::Ballots => "表决票",
        Kind::Tally => "表决结果统计表",
        Kind::Minutes => "会议纪要",
        Kind::PreliminaryOpinion => "初步审查意见",
        Kind::DecisionLetter => "审查决定书",
        Kind::ExtensionNotice => "延长审查期限告知书",
        Kind::ServiceReceipt => "送达回证",
        Kind::AnnualReport => "年度工作报告",
        Kind::ListedReport => "清单活动实施情况报告",
        Kind::Roster => "委员名册",
        Kind::RecoverySheet => "恢复单",
        Kind::DaySheet => "今日日程单",
        Kind::WhyDate => "时限计算说明",
        Kind::DesignationSlip => "简易程序审查委员指定书",
        Kind::HostDesignation => "指定副主任委员主持会议书",
        Kind::ConversionNotice => "转一般程序告知书",
        Kind::ReReviewRequest => "申请开展专家复核的函",
        Kind::ReReviewConflict => "专家复核回避事项的函",
        Kind::AppealNotice => "申诉受理通知书",
        Kind::AppealDecision => "申诉处理决定书",
        Kind::TrackingNotice => "跟踪审查通知书",
        Kind::TrackingOpinion => "跟踪审查意见书",
        Kind::Suspension => "暂停、终止科技活动决定书",
        Kind::ArchiveIndex => "卷内目录",
        Kind::Register => "登记簿",
    }
}

pub fn kind_en(kind: Kind) -> &'static str {
    match kind {
        Kind::SupplementNotice => "one-time supplement notice",
        Kind::AcceptanceNotice => "acceptance notice",
        Kind::RefusalNotice => "notice of refusal",
        Kind::MeetingNotice => "meeting notice",
        Kind::Agenda => "agenda",
        Kind::SignIn => "sign-in sheet",
        Kind::Ballots => "ballots",
        Kind::Tally => "tally sheet",
        Kind::Minutes => "minutes",
        Kind::PreliminaryOpinion => "preliminary opinion",
        Kind::DecisionLetter => "decision letter",
        Kind::ExtensionNotice => "extension notice",
        Kind::ServiceReceipt => "receipt of service",
        Kind::AnnualReport => "annual report",
        Kind::ListedReport => "report on listed activities",
        Kind::Roster => "roster",
        Kind::RecoverySheet => "recovery sheet",
        Kind::DaySheet => "day sheet",
        Kind::WhyDate => "working of a date",
        Kind::DesignationSlip => "designation of reviewers",
        Kind::HostDesignation => "designation to preside",
        Kind::ConversionNotice => "notice of conversion",
        Kind::ReReviewRequest => "request for expert re-review",
        Kind::ReReviewConflict => "letter on a conflict in the re-review",
        Kind::AppealNotice => "notice on an appeal",
        Kind::AppealDecision => "decision on an appeal",
        Kind::TrackingNotice => "tracking notice",
        Kind::TrackingOpinion => "tracking opinion",
        Kind::Suspension => "suspension or termination",
        Kind::ArchiveIndex => "archive index",
        Kind::Register => "register",
    }
}

/// The title of one paper: what it is and, where that changes its name, what it says.
pub(crate) fn title(paper: &Paper) -> String {
    let kind = paper.kind();
    match paper {
        Paper::DecisionLetter(d) => {
            let said = if d.decision.is_empty() { outcome_zh(d.outcome) } else { &d.decision };
            format!("审查决定书（{said}）")
        }
        Paper::Suspension(s) => if s.ends { "终止科技活动决定书" } else { "暂停科技活动决定书" }.into(),
        Paper::AppealNotice(a) => if a.accepted { "申诉受理通知书" } else { "申诉不予受理通知书" }.into(),
        Paper::Minutes(m) => format!("{}纪要", m.meeting.title),
        Paper::AnnualReport(r) => format!("{}年度工作报告", r.year),
        Paper::ListedReport(r) => format!("{}年度清单活动实施情况报告", r.year),
        Paper::TrackingOpinion(t) => format!("跟踪审查意见书（{}）", t.conclusion),
        Paper::ServiceReceipt(r) if !r.document_number.is_empty() => format!("送达回证（{}）", r.document_number),
        _ => kind_zh(kind).into(),
    }
}

pub(crate) fn outcome_zh(outcome: papers::decision_letter::Outcome) -> &'static str {
    use papers::decision_letter::Outcome::*;
    match outcome {
        Approve => "批准",
        ApproveRevised => "修改后批准",
        Revise => "修改后再审",
        Reject => "不予批准",
    }
}

/// To whom a paper goes: the applicant, an authority, a member; empty for the committee's own file.
pub(crate) fn addressee(src: &Sources, paper: &Paper, about: &About) -> Result<String, Failure> {
    Ok(match paper {
        Paper::PreliminaryOpinion(p) => p.addressee.clone(),
        Paper::ReReviewRequest(r) => r.authority.clone(),
        Paper::ReReviewConflict(r) => r.authority.clone(),
        Paper::MeetingNotice(m) => m.addressee.clone(),
        Paper::AnnualReport(r) => r.addressee.clone(),
        Paper::ListedReport(r) => r.addressee.clone(),
        Paper::Minutes(_) => "存档，发委员".into(),
        Paper::HostDesignation(h) => h.vice_chair.clone(),
        Paper::DesignationSlip(d) => measures::say::zh_list(d.reviewers.iter().map(|r| &r.name)),
        Paper::Agenda(_) | Paper::SignIn(_) | Paper::Ballots(_) | Paper::Tally(_) | Paper::ArchiveIndex(_) | Paper::Roster(_) => {
            String::new()
        }
        _ => match &about.case {
            Some(id) => src.need::<Case>("case", id)?.application.leader,
            None => String::new(),
        },
    })
}

/// A member's or an adviser's name.
pub(crate) fn person(src: &Sources, id: &str) -> Result<(String, &'static str), Failure> {
    if let Some(m) = src.members.iter().find(|m| m.id == id) {
        return Ok((m.name.clone(), "委员"));
    }
    Ok((src.need::<Adviser>("adviser", id)?.name, "顾问专家"))
}

/// How a paper is numbered. Each series begins anew on 1 January; a number is never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Series {
    /// What the committee decides or gives its opinion on.
    Letter,
    /// What the counter answers an application with (受).
    Counter,
    /// Notices and slips of the procedure (通).
    Notice,
    Minutes,
    /// Forms carry none.
    None,
}

pub(crate) fn series(kind: Kind) -> Series {
    use Kind::*;
    match kind {
        Minutes => Series::Minutes,
        SupplementNotice | AcceptanceNotice | RefusalNotice => Series::Counter,
        MeetingNotice | DesignationSlip | HostDesignation | ConversionNotice | AppealNotice | TrackingNotice | ReReviewRequest
        | ReReviewConflict => Series::Notice,
        PreliminaryOpinion | DecisionLetter | ExtensionNotice | AppealDecision | TrackingOpinion | Suspension | AnnualReport
        | ListedReport => Series::Letter,
        _ => Series::None,
    }
}

/// Which of 打印 签字 盖章 扫描 送达 a paper takes.
pub(crate) fn steps(kind: Kind) -> Vec<PaperStep> {
    use PaperStep::*;
    match kind {
        Kind::SupplementNotice
        | Kind::AcceptanceNotice
        | Kind::RefusalNotice
        | Kind::ConversionNotice
        | Kind::TrackingNotice
        | Kind::AppealNotice => {
            vec![Printed, Sealed, Scanned, Served]
        }
        Kind::DecisionLetter
        | Kind::PreliminaryOpinion
        | Kind::ExtensionNotice
        | Kind::AppealDecision
        | Kind::TrackingOpinion
        | Kind::Suspension
        | Kind::ReReviewRequest
        | Kind::ReReviewConflict => vec![Printed, Signed, Sealed, Scanned, Served],
        Kind::AnnualReport | Kind::ListedReport => vec![Printed, Signed, Sealed, Scanned],
        Kind::Minutes | Kind::Tally | Kind::SignIn | Kind::ServiceReceipt | Kind::DesignationSlip | Kind::HostDesignation => {
            vec![Printed, Signed, Scanned]
        }
        Kind::MeetingNotice => vec![Served],
        Kind::Agenda | Kind::Ballots | Kind::Roster | Kind::ArchiveIndex => vec![Printed],
        Kind::RecoverySheet | Kind::DaySheet | Kind::WhyDate | Kind::Register => vec![],
    }
}

/// The print shop's name of a paper.
pub fn named(kind: &str) -> Result<Kind, Failure> {
    Kind::named(kind).ok_or_else(|| Failure::invalid("kind", format!("没有“{kind}”这种文书。"), format!("There is no paper “{kind}”.")))
}
