//! The list of papers: `Paper` carries the data of one, `Kind` only says which.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::acceptance_notice::AcceptanceNotice;
use crate::agenda::Agenda;
use crate::annual_report::AnnualReport;
use crate::appeal_decision::AppealDecision;
use crate::appeal_notice::AppealNotice;
use crate::archive_index::ArchiveIndex;
use crate::ballots::Ballots;
use crate::conversion_notice::ConversionNotice;
use crate::day_sheet::DaySheet;
use crate::decision_letter::DecisionLetter;
use crate::designation_slip::DesignationSlip;
use crate::extension_notice::ExtensionNotice;
use crate::host_designation::HostDesignation;
use crate::listed_report::ListedReport;
use crate::make::{CASE, COMMON, MEETING, Sheet, VOTE};
use crate::meeting_notice::MeetingNotice;
use crate::minutes::Minutes;
use crate::preliminary_opinion::PreliminaryOpinion;
use crate::re_review_conflict::ReReviewConflict;
use crate::re_review_request::ReReviewRequest;
use crate::recovery_sheet::RecoverySheet;
use crate::refusal_notice::RefusalNotice;
use crate::register::Register;
use crate::roster::Roster;
use crate::service_receipt::ServiceReceipt;
use crate::sign_in::SignIn;
use crate::supplement_notice::SupplementNotice;
use crate::suspension::Suspension;
use crate::tally::Tally;
use crate::tracking_notice::TrackingNotice;
use crate::tracking_opinion::TrackingOpinion;
use crate::why_date::WhyDate;

/// One paper with its data. In JSON the field `kind` tells them apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Paper {
    /// D3 补正材料一次性告知书
    SupplementNotice(SupplementNotice),
    /// D4 受理通知书
    AcceptanceNotice(AcceptanceNotice),
    /// D5 不予受理通知书
    RefusalNotice(RefusalNotice),
    /// D9 会议通知
    MeetingNotice(MeetingNotice),
    /// D10 会议议程
    Agenda(Agenda),
    /// D11 签到表
    SignIn(SignIn),
    /// D15 表决票
    Ballots(Ballots),
    /// D16 表决结果统计表
    Tally(Tally),
    /// D17 会议纪要
    Minutes(Minutes),
    /// D18 初步审查意见
    PreliminaryOpinion(PreliminaryOpinion),
    /// D19 审查决定书
    DecisionLetter(DecisionLetter),
    /// D20 延长审查期限告知书
    ExtensionNotice(ExtensionNotice),
    /// D25 送达回证
    ServiceReceipt(ServiceReceipt),
    /// D40 年度工作报告
    AnnualReport(AnnualReport),
    /// 清单活动实施情况报告
    ListedReport(ListedReport),
    /// 委员名册
    Roster(Roster),
    /// 恢复单
    RecoverySheet(RecoverySheet),
    /// 今日日程单
    DaySheet(DaySheet),
    /// 时限计算说明
    WhyDate(WhyDate),
    /// D7 简易程序审查委员指定书
    DesignationSlip(DesignationSlip),
    /// D8 指定副主任委员主持会议书
    HostDesignation(HostDesignation),
    /// D21 转一般程序告知书
    ConversionNotice(ConversionNotice),
    /// D22 申请开展专家复核的函
    ReReviewRequest(ReReviewRequest),
    /// 关于专家复核回避事项的函
    ReReviewConflict(ReReviewConflict),
    /// D26 申诉受理、不予受理通知书
    AppealNotice(AppealNotice),
    /// D27 申诉处理决定书
    AppealDecision(AppealDecision),
    /// D28 跟踪审查通知书
    TrackingNotice(TrackingNotice),
    /// D30 跟踪审查意见书
    TrackingOpinion(TrackingOpinion),
    /// D32 暂停、终止科技活动决定书
    Suspension(Suspension),
    /// D44 卷内目录
    ArchiveIndex(ArchiveIndex),
    /// Any list as a printed register, by default on landscape paper
    Register(Register),
}

/// Which paper, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    SupplementNotice,
    AcceptanceNotice,
    RefusalNotice,
    MeetingNotice,
    Agenda,
    SignIn,
    Ballots,
    Tally,
    Minutes,
    PreliminaryOpinion,
    DecisionLetter,
    ExtensionNotice,
    ServiceReceipt,
    AnnualReport,
    ListedReport,
    Roster,
    RecoverySheet,
    DaySheet,
    WhyDate,
    DesignationSlip,
    HostDesignation,
    ConversionNotice,
    ReReviewRequest,
    ReReviewConflict,
    AppealNotice,
    AppealDecision,
    TrackingNotice,
    TrackingOpinion,
    Suspension,
    ArchiveIndex,
    Register,
}

impl Kind {
    /// Every kind, in the order of the catalogue.
    pub const ALL: &[Kind] = &[
        Kind::SupplementNotice,
        Kind::AcceptanceNotice,
        Kind::RefusalNotice,
        Kind::MeetingNotice,
        Kind::Agenda,
        Kind::SignIn,
        Kind::Ballots,
        Kind::Tally,
        Kind::Minutes,
        Kind::PreliminaryOpinion,
        Kind::DecisionLetter,
        Kind::ExtensionNotice,
        Kind::ServiceReceipt,
        Kind::AnnualReport,
        Kind::ListedReport,
        Kind::Roster,
        Kind::RecoverySheet,
        Kind::DaySheet,
        Kind::WhyDate,
        Kind::DesignationSlip,
        Kind::HostDesignation,
        Kind::ConversionNotice,
        Kind::ReReviewRequest,
        Kind::ReReviewConflict,
        Kind::AppealNotice,
        Kind::AppealDecision,
        Kind::TrackingNotice,
        Kind::TrackingOpinion,
        Kind::Suspension,
        Kind::ArchiveIndex,
        Kind::Register,
    ];

    /// The name in JSON and of the wording file: `decision_letter`.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::SupplementNotice => "supplement_notice",
            Kind::AcceptanceNotice => "acceptance_notice",
            Kind::RefusalNotice => "refusal_notice",
            Kind::MeetingNotice => "meeting_notice",
            Kind::Agenda => "agenda",
            Kind::SignIn => "sign_in",
            Kind::Ballots => "ballots",
            Kind::Tally => "tally",
            Kind::Minutes => "minutes",
            Kind::PreliminaryOpinion => "preliminary_opinion",
            Kind::DecisionLetter => "decision_letter",
            Kind::ExtensionNotice => "extension_notice",
            Kind::ServiceReceipt => "service_receipt",
            Kind::AnnualReport => "annual_report",
            Kind::ListedReport => "listed_report",
            Kind::Roster => "roster",
            Kind::RecoverySheet => "recovery_sheet",
            Kind::DaySheet => "day_sheet",
            Kind::WhyDate => "why_date",
            Kind::DesignationSlip => "designation_slip",
            Kind::HostDesignation => "host_designation",
            Kind::ConversionNotice => "conversion_notice",
            Kind::ReReviewRequest => "re_review_request",
            Kind::ReReviewConflict => "re_review_conflict",
            Kind::AppealNotice => "appeal_notice",
            Kind::AppealDecision => "appeal_decision",
            Kind::TrackingNotice => "tracking_notice",
            Kind::TrackingOpinion => "tracking_opinion",
            Kind::Suspension => "suspension",
            Kind::ArchiveIndex => "archive_index",
            Kind::Register => "register",
        }
    }

    /// The kind of that name, if there is one.
    pub fn named(id: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}

impl Paper {
    pub fn kind(&self) -> Kind {
        match self {
            Paper::SupplementNotice(_) => Kind::SupplementNotice,
            Paper::AcceptanceNotice(_) => Kind::AcceptanceNotice,
            Paper::RefusalNotice(_) => Kind::RefusalNotice,
            Paper::MeetingNotice(_) => Kind::MeetingNotice,
            Paper::Agenda(_) => Kind::Agenda,
            Paper::SignIn(_) => Kind::SignIn,
            Paper::Ballots(_) => Kind::Ballots,
            Paper::Tally(_) => Kind::Tally,
            Paper::Minutes(_) => Kind::Minutes,
            Paper::PreliminaryOpinion(_) => Kind::PreliminaryOpinion,
            Paper::DecisionLetter(_) => Kind::DecisionLetter,
            Paper::ExtensionNotice(_) => Kind::ExtensionNotice,
            Paper::ServiceReceipt(_) => Kind::ServiceReceipt,
            Paper::AnnualReport(_) => Kind::AnnualReport,
            Paper::ListedReport(_) => Kind::ListedReport,
            Paper::Roster(_) => Kind::Roster,
            Paper::RecoverySheet(_) => Kind::RecoverySheet,
            Paper::DaySheet(_) => Kind::DaySheet,
            Paper::WhyDate(_) => Kind::WhyDate,
            Paper::DesignationSlip(_) => Kind::DesignationSlip,
            Paper::HostDesignation(_) => Kind::HostDesignation,
            Paper::ConversionNotice(_) => Kind::ConversionNotice,
            Paper::ReReviewRequest(_) => Kind::ReReviewRequest,
            Paper::ReReviewConflict(_) => Kind::ReReviewConflict,
            Paper::AppealNotice(_) => Kind::AppealNotice,
            Paper::AppealDecision(_) => Kind::AppealDecision,
            Paper::TrackingNotice(_) => Kind::TrackingNotice,
            Paper::TrackingOpinion(_) => Kind::TrackingOpinion,
            Paper::Suspension(_) => Kind::Suspension,
            Paper::ArchiveIndex(_) => Kind::ArchiveIndex,
            Paper::Register(_) => Kind::Register,
        }
    }
}

// ---- tables
impl Kind {
    /// The wording that comes with the program.
    pub(crate) fn wording(self) -> &'static str {
        match self {
            Kind::SupplementNotice => {
                include_str!("../../../../assets/wording/supplement_notice.txt")
            }
            Kind::AcceptanceNotice => {
                include_str!("../../../../assets/wording/acceptance_notice.txt")
            }
            Kind::RefusalNotice => include_str!("../../../../assets/wording/refusal_notice.txt"),
            Kind::MeetingNotice => include_str!("../../../../assets/wording/meeting_notice.txt"),
            Kind::Agenda => include_str!("../../../../assets/wording/agenda.txt"),
            Kind::SignIn => include_str!("../../../../assets/wording/sign_in.txt"),
            Kind::Ballots => include_str!("../../../../assets/wording/ballots.txt"),
            Kind::Tally => include_str!("../../../../assets/wording/tally.txt"),
            Kind::Minutes => include_str!("../../../../assets/wording/minutes.txt"),
            Kind::PreliminaryOpinion => {
                include_str!("../../../../assets/wording/preliminary_opinion.txt")
            }
            Kind::DecisionLetter => include_str!("../../../../assets/wording/decision_letter.txt"),
            Kind::ExtensionNotice => {
                include_str!("../../../../assets/wording/extension_notice.txt")
            }
            Kind::ServiceReceipt => include_str!("../../../../assets/wording/service_receipt.txt"),
            Kind::AnnualReport => include_str!("../../../../assets/wording/annual_report.txt"),
            Kind::ListedReport => include_str!("../../../../assets/wording/listed_report.txt"),
            Kind::Roster => include_str!("../../../../assets/wording/roster.txt"),
            Kind::RecoverySheet => include_str!("../../../../assets/wording/recovery_sheet.txt"),
            Kind::DaySheet => include_str!("../../../../assets/wording/day_sheet.txt"),
            Kind::WhyDate => include_str!("../../../../assets/wording/why_date.txt"),
            Kind::DesignationSlip => {
                include_str!("../../../../assets/wording/designation_slip.txt")
            }
            Kind::HostDesignation => {
                include_str!("../../../../assets/wording/host_designation.txt")
            }
            Kind::ConversionNotice => {
                include_str!("../../../../assets/wording/conversion_notice.txt")
            }
            Kind::ReReviewRequest => {
                include_str!("../../../../assets/wording/re_review_request.txt")
            }
            Kind::ReReviewConflict => {
                include_str!("../../../../assets/wording/re_review_conflict.txt")
            }
            Kind::AppealNotice => include_str!("../../../../assets/wording/appeal_notice.txt"),
            Kind::AppealDecision => include_str!("../../../../assets/wording/appeal_decision.txt"),
            Kind::TrackingNotice => include_str!("../../../../assets/wording/tracking_notice.txt"),
            Kind::TrackingOpinion => {
                include_str!("../../../../assets/wording/tracking_opinion.txt")
            }
            Kind::Suspension => include_str!("../../../../assets/wording/suspension.txt"),
            Kind::ArchiveIndex => include_str!("../../../../assets/wording/archive_index.txt"),
            Kind::Register => include_str!("../../../../assets/wording/register.txt"),
        }
    }

    /// Every placeholder its wording may use.
    pub(crate) fn known(self) -> &'static [&'static str] {
        static ALL: OnceLock<BTreeMap<Kind, Vec<&'static str>>> = OnceLock::new();
        let all = ALL.get_or_init(|| Kind::ALL.iter().map(|kind| (*kind, kind.groups().concat())).collect());
        all.get(&self).map_or(&[], Vec::as_slice)
    }

    fn groups(self) -> Vec<&'static [&'static str]> {
        match self {
            Kind::SupplementNotice => vec![COMMON, CASE, crate::supplement_notice::KNOWN],
            Kind::AcceptanceNotice => vec![COMMON, CASE, crate::acceptance_notice::KNOWN],
            Kind::RefusalNotice => vec![COMMON, CASE, crate::refusal_notice::KNOWN],
            Kind::MeetingNotice => vec![COMMON, MEETING, crate::meeting_notice::KNOWN],
            Kind::Agenda => vec![COMMON, MEETING, crate::agenda::KNOWN],
            Kind::SignIn => vec![COMMON, MEETING, crate::sign_in::KNOWN],
            Kind::Ballots => vec![COMMON, MEETING, crate::ballots::KNOWN],
            Kind::Tally => vec![COMMON, MEETING, crate::tally::KNOWN],
            Kind::Minutes => vec![COMMON, MEETING, crate::minutes::KNOWN],
            Kind::PreliminaryOpinion => vec![COMMON, CASE, VOTE, crate::preliminary_opinion::KNOWN],
            Kind::DecisionLetter => vec![COMMON, CASE, VOTE, crate::decision_letter::KNOWN],
            Kind::ExtensionNotice => vec![COMMON, CASE, crate::extension_notice::KNOWN],
            Kind::ServiceReceipt => vec![COMMON, CASE, crate::service_receipt::KNOWN],
            Kind::AnnualReport => vec![COMMON, crate::annual_report::KNOWN],
            Kind::ListedReport => vec![COMMON, crate::listed_report::KNOWN],
            Kind::Roster => vec![COMMON, crate::roster::KNOWN],
            Kind::RecoverySheet => vec![COMMON, crate::recovery_sheet::KNOWN],
            Kind::DaySheet => vec![COMMON, crate::day_sheet::KNOWN],
            Kind::WhyDate => vec![COMMON, crate::why_date::KNOWN],
            Kind::DesignationSlip => vec![COMMON, CASE, crate::designation_slip::KNOWN],
            Kind::HostDesignation => vec![COMMON, crate::host_designation::KNOWN],
            Kind::ConversionNotice => vec![COMMON, CASE, crate::conversion_notice::KNOWN],
            Kind::ReReviewRequest => vec![COMMON, CASE, crate::re_review_request::KNOWN],
            Kind::ReReviewConflict => vec![COMMON, CASE, crate::re_review_conflict::KNOWN],
            Kind::AppealNotice => vec![COMMON, CASE, crate::appeal_notice::KNOWN],
            Kind::AppealDecision => vec![COMMON, CASE, VOTE, crate::appeal_decision::KNOWN],
            Kind::TrackingNotice => vec![COMMON, CASE, crate::tracking_notice::KNOWN],
            Kind::TrackingOpinion => vec![COMMON, CASE, VOTE, crate::tracking_opinion::KNOWN],
            Kind::Suspension => vec![COMMON, CASE, VOTE, crate::suspension::KNOWN],
            Kind::ArchiveIndex => vec![COMMON, CASE, crate::archive_index::KNOWN],
            Kind::Register => vec![COMMON, crate::register::KNOWN],
        }
    }
}

impl Paper {
    /// Its name as the file and the window's title bar show it: 科技伦理审查决定书.
    pub fn title(&self) -> String {
        self.sheet().subject()
    }

    pub(crate) fn sheet(&self) -> &dyn Sheet {
        match self {
            Paper::SupplementNotice(p) => p,
            Paper::AcceptanceNotice(p) => p,
            Paper::RefusalNotice(p) => p,
            Paper::MeetingNotice(p) => p,
            Paper::Agenda(p) => p,
            Paper::SignIn(p) => p,
            Paper::Ballots(p) => p,
            Paper::Tally(p) => p,
            Paper::Minutes(p) => p,
            Paper::PreliminaryOpinion(p) => p,
            Paper::DecisionLetter(p) => p,
            Paper::ExtensionNotice(p) => p,
            Paper::ServiceReceipt(p) => p,
            Paper::AnnualReport(p) => p,
            Paper::ListedReport(p) => p,
            Paper::Roster(p) => p,
            Paper::RecoverySheet(p) => p,
            Paper::DaySheet(p) => p,
            Paper::WhyDate(p) => p,
            Paper::DesignationSlip(p) => p,
            Paper::HostDesignation(p) => p,
            Paper::ConversionNotice(p) => p,
            Paper::ReReviewRequest(p) => p,
            Paper::ReReviewConflict(p) => p,
            Paper::AppealNotice(p) => p,
            Paper::AppealDecision(p) => p,
            Paper::TrackingNotice(p) => p,
            Paper::TrackingOpinion(p) => p,
            Paper::Suspension(p) => p,
            Paper::ArchiveIndex(p) => p,
            Paper::Register(p) => p,
        }
    }
}
