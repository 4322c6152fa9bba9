//! Every way there is to change a committee's file. An act is a value: the window sends it, a scenario writes it in
//! YAML, the demo committee is a list of them, the journal keeps them.
//!
//! One file an area, one block a verb: its fields, what the law says to it (`examine`), what it records (`apply`).
//! To add a verb: write its block, add its line to the list below. The list is the documentation.

pub mod aftermath;
pub mod decision;
mod form;
pub mod intake;
pub mod meeting;
mod outcome;
pub mod outward;
pub mod packet;
pub mod paper;
pub mod report;
pub mod review;
mod service;
pub mod setup;
pub mod tracking;
pub mod violation;

use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::Finding;
use serde::{Deserialize, Serialize};

/// A verb: what the Measures say to it on the facts at hand, and what it records.
pub trait Verb {
    /// The law's answer. Nothing is written here.
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure>;
    /// Records the act. Called only when nothing blocks and every ask has its reason.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure>;
}

macro_rules! acts {
    ($($(#[$meta:meta])* $variant:ident($path:path) = $zh:literal / $en:literal),+ $(,)?) => {
        /// An act, tagged by its verb: `{"act": "record_vote", …}`.
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "act", rename_all = "snake_case")]
        pub enum Act { $($(#[$meta])* $variant($path)),+ }
        impl Act {
            fn verb(&self) -> &dyn Verb { match self { $(Act::$variant(v) => v),+ } }
            /// What the act is called, in the journal and on buttons.
            pub fn zh(&self) -> &'static str { match self { $(Act::$variant(_) => $zh),+ } }
            pub fn en(&self) -> &'static str { match self { $(Act::$variant(_) => $en),+ } }
            pub fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> { self.verb().examine(desk) }
            pub fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> { self.verb().apply(desk) }
        }
        /// Every verb: its tag and its Chinese and English name.
        pub fn names() -> Vec<(String, &'static str, &'static str)> {
            vec![$( (snake(stringify!($variant)), $zh, $en) ),+]
        }
        /// Chinese and English name of a verb by its tag, for the journal and locked buttons.
        pub fn name_of(tag: &str) -> Option<(&'static str, &'static str)> {
            $( if tag == snake(stringify!($variant)) { return Some(($zh, $en)); } )+
            None
        }
    };
}

/// `RecordVote` → `record_vote`, as serde writes the tag.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for (i, c) in name.char_indices() {
        if c.is_uppercase() && i > 0 {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

acts! {
    // 委员会 — setup.rs
    FoundCommittee(setup::FoundCommittee) = "设立委员会" / "found the committee",
    ChangeCommittee(setup::ChangeCommittee) = "更改委员会信息" / "change the committee's particulars",
    ChangeSettings(setup::ChangeSettings) = "更改设置" / "change settings",
    ChooseOverlay(setup::ChooseOverlay) = "采用地方规则" / "apply local rules",
    SetLimit(setup::SetLimit) = "改定一项数" / "set a limit",
    AppointMember(setup::AppointMember) = "聘任委员" / "appoint a member",
    RenewTerm(setup::RenewTerm) = "续聘或改任" / "renew or change a term",
    EndTerm(setup::EndTerm) = "结束任期" / "end a term",
    CorrectMember(setup::CorrectMember) = "更正委员信息" / "correct a member's particulars",
    RecordUndertaking(setup::RecordUndertaking) = "登记承诺书" / "record an undertaking",
    RecordInterest(setup::RecordInterest) = "登记利益关系" / "record a standing interest",
    RecordTraining(setup::RecordTraining) = "登记培训" / "record a training",
    RegisterAdviser(setup::RegisterAdviser) = "登记顾问专家" / "register an adviser",
    RegisterBody(setup::RegisterBody) = "登记服务中心" / "register a body",
    DesignatePeriod(setup::DesignatePeriod) = "登记期间指定" / "record a designation for a period",
    EndDesignation(setup::EndDesignation) = "撤回期间指定" / "take back a designation",
    AdoptRule(setup::AdoptRule) = "登记规章制度" / "adopt a rule document",
    RegisterCommittee(setup::RegisterCommittee) = "登记委员会平台登记" / "record the committee's registration",
    AdaptWording(setup::AdaptWording) = "改写文书文字" / "adapt a paper's wording",
    ImportCalendar(setup::ImportCalendar) = "导入放假通知" / "import a holiday notice",
    ImportLawText(setup::ImportLawText) = "导入法规原文" / "import the official text",
    SetImage(setup::SetImage) = "放入印章或签名" / "set the seal or signature",

    // 收件与受理 — intake.rs
    ReceiveApplication(intake::ReceiveApplication) = "收件" / "receive an application",
    CorrectApplication(intake::CorrectApplication) = "更正申请信息" / "correct the application",
    AttachMaterial(intake::AttachMaterial) = "收入材料" / "take in material",
    PlaceMaterial(intake::PlaceMaterial) = "材料归位" / "place material",
    CheckElements(intake::CheckElements) = "形式审查" / "check the elements",
    DetermineScope(intake::DetermineScope) = "判定适用范围" / "determine the scope",
    JudgeList(intake::JudgeList) = "判定复核清单" / "judge against the list",
    ScanConflicts(intake::ScanConflicts) = "比对利益冲突" / "scan for conflicts of interest",
    IssueSupplement(intake::IssueSupplement) = "一次性告知补正" / "give the one-time supplement notice",
    ReceiveSupplement(intake::ReceiveSupplement) = "收到补正材料" / "receive the supplement",
    Refuse(intake::Refuse) = "不予受理" / "refuse to accept",
    Accept(intake::Accept) = "受理" / "accept",
    CommissionReview(intake::CommissionReview) = "委托审查" / "commission the review",
    RecordCommissioned(intake::RecordCommissioned) = "登记受托方决定" / "record the commissioned body's decision",
    RecogniseResult(intake::RecogniseResult) = "互认审查结果" / "recognise a partner's result",
    Withdraw(intake::Withdraw) = "登记撤回" / "record a withdrawal",

    // 审查 — review.rs
    Extend(review::Extend) = "延长审查期限" / "extend the time for review",
    DesignateReviewers(review::DesignateReviewers) = "指定简易程序委员" / "designate reviewers",
    RecordOpinion(review::RecordOpinion) = "登记审查意见" / "record an opinion",
    Convert(review::Convert) = "转一般程序" / "convert to the general procedure",
    ConcludeSimplified(review::ConcludeSimplified) = "简易程序作出决定" / "decide by the simplified procedure",
    SendRereview(review::SendRereview) = "报请专家复核" / "send for expert re-review",
    RereviewReceived(review::RereviewReceived) = "登记复核收件日" / "record the authority's receipt",
    RecordRereview(review::RecordRereview) = "登记复核意见" / "record the re-review opinion",
    DecideAfterRereview(review::DecideAfterRereview) = "据复核意见作出决定" / "decide on the re-review opinion",

    // 会议 — meeting.rs
    PlanMeeting(meeting::PlanMeeting) = "拟定会议" / "plan a meeting",
    ChangeMeeting(meeting::ChangeMeeting) = "更改会议" / "change a meeting",
    CancelMeeting(meeting::CancelMeeting) = "取消会议" / "cancel a meeting",
    PlaceItem(meeting::PlaceItem) = "列入议程" / "put on the agenda",
    RemoveItem(meeting::RemoveItem) = "移出议程" / "take off the agenda",
    OrderItems(meeting::OrderItems) = "调整次序" / "order the agenda",
    SendNotices(meeting::SendNotices) = "发会议通知" / "send the notices",
    RecordReply(meeting::RecordReply) = "登记答复" / "record a reply",
    DesignateHost(meeting::DesignateHost) = "指定主持" / "designate who presides",
    SeatAdviser(meeting::SeatAdviser) = "邀请顾问专家" / "invite an adviser",
    OpenMeeting(meeting::OpenMeeting) = "开会" / "open the meeting",
    Arrive(meeting::Arrive) = "登记到会" / "record an arrival",
    Depart(meeting::Depart) = "登记离会" / "record a departure",
    TakeUp(meeting::TakeUp) = "开始审议" / "take up an item",
    Recuse(meeting::Recuse) = "登记回避" / "record a recusal",
    ReturnRecused(meeting::ReturnRecused) = "登记回席" / "record a return",
    RecordVote(meeting::RecordVote) = "记票" / "record a vote",
    RecordVotes(meeting::RecordVotes) = "批量记票" / "record several votes",
    SecondBallot(meeting::SecondBallot) = "再投一轮" / "take a second ballot",
    RecordRemarks(meeting::RecordRemarks) = "记录审议" / "record the deliberation",
    CloseItem(meeting::CloseItem) = "关闭议题" / "close an item",
    DeferItem(meeting::DeferItem) = "转下次会议" / "defer an item",
    CloseMeeting(meeting::CloseMeeting) = "散会" / "close the meeting",
    CorrectVote(meeting::CorrectVote) = "更正表决" / "correct a vote",

    // 阅会包与会前意见 — packet
    HandOutPacket(packet::HandOutPacket) = "交出阅会包" / "hand out a packet",
    EnrolReader(packet::EnrolReader) = "登记委员钥匙" / "enrol a member's key",
    RevokeReader(packet::RevokeReader) = "作废委员钥匙" / "revoke a member's key",
    TakeInReturn(packet::TakeInReturn) = "收入回执" / "take in a return",
    TakeInForm(packet::TakeInForm) = "收入填好的表" / "take in a filled form",
    EnterOpinion(packet::EnterOpinion) = "录入书面意见" / "enter an opinion from paper",
    MergePoints(packet::MergePoints) = "归纳意见" / "gather the points",
    TickPoints(packet::TickPoints) = "核对落实" / "tick what was carried out",

    // 决定与会后 — decision.rs, aftermath.rs
    WriteDecision(decision::WriteDecision) = "拟写决定" / "write the decision",
    VerifyChanges(decision::VerifyChanges) = "核验修改" / "verify the changes",
    RunAftermath(aftermath::RunAftermath) = "会后办理" / "the after-meeting run",

    // 文书 — paper.rs
    DraftPaper(paper::DraftPaper) = "起草文书" / "draft a paper",
    EditPaper(paper::EditPaper) = "改稿" / "edit a draft",
    DropDraft(paper::DropDraft) = "撤销草稿" / "drop a draft",
    IssuePaper(paper::IssuePaper) = "签发" / "issue a paper",
    VoidPaper(paper::VoidPaper) = "作废" / "void a paper",
    RecordStep(paper::RecordStep) = "登记一步" / "record a step",
    RecordService(paper::RecordService) = "登记送达" / "record service",
    CorrectService(paper::CorrectService) = "更正送达" / "correct a service",

    // 申诉、再审、变更、跟踪 — decision.rs, tracking.rs
    RecordAppeal(decision::RecordAppeal) = "登记申诉" / "record an appeal",
    ConcludeAppeal(decision::ConcludeAppeal) = "处理申诉" / "conclude an appeal",
    Resubmit(tracking::Resubmit) = "收到修改稿" / "receive a resubmission",
    StartRound(tracking::StartRound) = "开始变更、跟踪或重新审查" / "start an amendment, tracking or renewed review",
    ReportChange(tracking::ReportChange) = "登记风险变化" / "record a risk change",
    Suspend(tracking::Suspend) = "暂停" / "suspend",
    Resume(tracking::Resume) = "恢复" / "resume",
    Terminate(tracking::Terminate) = "终止" / "terminate",
    Complete(tracking::Complete) = "结题" / "complete",
    Archive(tracking::Archive) = "归档" / "archive",
    Reopen(tracking::Reopen) = "重新打开" / "reopen",

    // 对外 — outward.rs
    RegisterListed(outward::RegisterListed) = "登记清单活动登记" / "record a listed activity's registration",
    RecordForeignApproval(outward::RecordForeignApproval) = "登记境外批准" / "record a foreign approval",
    RecordComplaint(outward::RecordComplaint) = "登记投诉举报" / "record a complaint",
    ConcludeComplaint(outward::ConcludeComplaint) = "办结投诉举报" / "conclude a complaint",
    RecordViolation(violation::RecordViolation) = "登记违规" / "record a violation",
    ConcludeViolation(violation::ConcludeViolation) = "登记违规处理结果" / "record what became of a violation",
    RecordConsultation(outward::RecordConsultation) = "登记咨询" / "record a consultation",
    RecordContact(outward::RecordContact) = "记一次联系" / "record a contact",
    FreezeReport(report::FreezeReport) = "冻结并登记提交年报" / "freeze and submit the annual report",
    SubmitReport(report::SubmitReport) = "登记年报报送" / "record that the annual reports were handed in",
}
