//! A case (案件): one AI activity, its rounds of review and what became of it. Facts only; where it stands is
//! computed by `assess`, never stored.

use super::words;
use crate::{Date, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// 三种程序 (M13).
    Procedure { General = "一般程序" / "general procedure", Simplified = "简易程序" / "simplified procedure", Emergency = "应急程序" / "emergency procedure" }
}
words! {
    RoundKind {
        Initial = "初次审查" / "initial review",
        Resubmission = "修改后再审" / "resubmission",
        Amendment = "变更审查" / "amendment",
        Tracking = "跟踪审查" / "tracking review",
        Renewed = "重新审查" / "renewed review",
        Appeal = "申诉后重新审查" / "review after appeal",
    }
}
words! {
    /// What a committee can decide (M16, M17, E16, E19). `Pass` is the preliminary opinion on a listed activity (M22).
    DecisionKind {
        Approve = "批准" / "approve",
        ApproveAfterChanges = "修改后批准" / "approve after changes",
        Revise = "修改后再审" / "revise and resubmit",
        Reject = "不予批准" / "reject",
        Pass = "初步审查通过" / "pass preliminary review",
        Continue = "继续实施" / "continue",
        ContinueAfterChanges = "修改后继续实施" / "continue after changes",
        Suspend = "暂停" / "suspend",
        Terminate = "终止" / "terminate",
    }
}
impl DecisionKind {
    /// M16: these need suggestions for change or reasons before a letter can go out.
    pub fn needs_words(self) -> bool {
        !matches!(self, DecisionKind::Approve | DecisionKind::Pass | DecisionKind::Continue)
    }
    /// The activity may go on under this decision.
    pub fn allows(self) -> bool {
        matches!(
            self,
            DecisionKind::Approve | DecisionKind::ApproveAfterChanges | DecisionKind::Continue | DecisionKind::ContinueAfterChanges
        )
    }
}
words! {
    /// The five heads of M2 and the open one.
    ScopeHead {
        Dignity = "人的尊严" / "human dignity",
        PublicOrder = "公共秩序" / "public order",
        LifeHealth = "生命健康" / "life and health",
        Ecology = "生态环境" / "the environment",
        Sustainability = "可持续发展" / "sustainable development",
        ByLaw = "其他依法应审" / "required by other law",
    }
}
words! { CheckState { Present = "有" / "present", Missing = "缺" / "missing", NotApplicable = "不适用" / "not applicable" } }
words! {
    /// Grounds of the simplified procedure (M19).
    SimplifiedGround {
        OrdinaryRisk = "风险不高于日常生活中的常规风险" / "risk not above ordinary risks of daily life",
        MinorChange = "对已批准方案作较小修改且不增大风险受益比" / "minor change to an approved plan without a higher risk–benefit ratio",
        TrackingWithoutAdjustment = "前期无重大调整的跟踪审查" / "tracking review without earlier major adjustment",
    }
}
words! {
    /// Grounds for extending the 30 days (M16).
    ExtensionGround {
        Complex = "情况复杂" / "complex case",
        Supplement = "需要补充材料" / "material to be supplemented",
        Correction = "需要更正材料" / "material to be corrected",
        Other = "其他特殊情况" / "other special circumstances",
    }
}
words! {
    DeliveryMethod {
        InPerson = "直接送达" / "in person",
        Post = "邮寄送达" / "by post",
        RefusedAndLeft = "留置送达" / "refused and left",
        Electronic = "电子送达" / "electronic",
    }
}
words! { ReviewerView { Agree = "同意" / "agree", AgreeAfterChanges = "修改后同意" / "agree after changes", Disagree = "不同意" / "disagree" } }
words! { RereviewOpinion { Agree = "同意" / "agree", Disagree = "不同意" / "disagree" } }

macro_rules! elements {
    ($($code:ident = $zh:literal / $en:literal),+ $(,)?) => {
        /// The 23 elements of an application: M12 ∪ E9 (see `m12_application`).
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Element { $($code),+ }
        impl Element {
            pub const ALL: &'static [Element] = &[$(Element::$code),+];
            pub fn zh(self) -> &'static str { match self { $(Element::$code => $zh),+ } }
            pub fn en(self) -> &'static str { match self { $(Element::$code => $en),+ } }
        }
    };
}
elements! {
    A1 = "活动名称、负责人、单位" / "name, leader, unit",
    A2 = "目的、背景、意义与必要性" / "purpose, background, significance, necessity",
    A3 = "既往科技伦理审查情况" / "previous ethics reviews",
    A4 = "实施计划与进度" / "plan and schedule",
    A5 = "相关机构合法资质材料" / "qualification papers of the institutions",
    A6 = "人员情况、经历与伦理培训" / "personnel, experience, ethics training",
    A7 = "经费来源" / "source of funds",
    A8 = "活动利益冲突声明" / "conflict-of-interest statement of the activity",
    A9 = "算法机制机理" / "mechanism of the algorithm",
    A10 = "数据来源与获取方式、来源证明" / "data sources, acquisition and proof",
    A11 = "测试评估方法" / "test and evaluation methods",
    A12 = "拟形成的软硬件产品" / "software and hardware to be produced",
    A13 = "预期应用领域、适用人群" / "field of application, users",
    A14 = "潜在科技伦理风险评估" / "assessment of potential ethics risks",
    A15 = "风险监测预警措施" / "monitoring and early warning",
    A16 = "防控计划与应急预案" / "control and emergency plans",
    A17 = "成果发布形式" / "form of publication",
    A18 = "知情同意书" / "informed consent form",
    A19 = "承诺书（负责人签字）" / "signed commitment letter",
    A20 = "委员会要求的其他材料" / "other material asked for",
    A21 = "国际合作境外批准" / "foreign approvals of international cooperation",
    A22 = "复核清单自评、免复核主张" / "list self-assessment, exemption claim",
    A23 = "登记、备案、许可情况" / "registration, filing or approval status",
}

/// The verdict on one element at the formal check.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub state: CheckState,
    /// What is missing and how to cure it, or why it does not apply.
    #[serde(default)]
    pub note: String,
}

/// What switches elements and further rules on (E2, E12, M22).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Flags {
    pub human_participants: bool,
    pub personal_information: bool,
    pub human_samples: bool,
    pub animals: bool,
    pub international: bool,
    /// A registration, filing or approval is claimed (M26).
    pub regulated: bool,
    pub several_units: bool,
    /// Our unit leads; meaningful with `several_units`.
    pub lead_unit: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TeamMember {
    pub name: String,
    pub unit: String,
    pub part: String,
    pub trained: bool,
}

/// What exactly is reviewed: system, model, data, users, controls. Changes are weighed against it line by line.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Passport {
    pub system: String,
    pub model: String,
    pub version: String,
    pub data_sources: Vec<String>,
    pub users: String,
    pub controls: Vec<String>,
}

/// One row of the applicant's risk self-assessment (M12(2)). Likelihood and degree run from 1 (low) to 3 (high).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Risk {
    pub what: String,
    pub likelihood: u32,
    pub degree: u32,
    #[serde(default)]
    pub measure: String,
}

/// What the applicant hands in, apart from files.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Application {
    pub title: String,
    /// 活动负责人; must be the accountable person of the unit (M12).
    pub leader: String,
    pub leader_title: String,
    pub department: String,
    pub phone: String,
    pub email: String,
    pub funding: String,
    pub team: Vec<TeamMember>,
    pub partners: Vec<String>,
    pub flags: Flags,
    pub passport: Passport,
    pub risks: Vec<Risk>,
    /// The applicant's own level: risk not above ordinary risks of daily life (M19(1)).
    pub ordinary_risk: bool,
    /// Texts typed for elements, by code.
    pub texts: BTreeMap<Element, String>,
    /// The list items the applicant thinks apply (1–3).
    pub self_listed: Vec<u32>,
}

/// M2: whether the activity is in scope, under which heads and why.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    pub in_scope: bool,
    pub heads: Vec<ScopeHead>,
    pub reason: String,
    pub on: Date,
}

/// E5(4), M21: the committee's judgement whether the activity is on the list; the applicant's own never decides.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListJudgement {
    /// Version of the list judged against.
    pub version: String,
    /// Items hit, 1–3; empty = not listed.
    pub items: Vec<u32>,
    pub reason: String,
    pub on: Date,
    #[serde(default)]
    pub exemption: Option<Exemption>,
}
impl ListJudgement {
    pub fn listed(&self) -> bool {
        !self.items.is_empty()
    }
}

/// M26: no re-review where a regulatory regime applies (first limb) and makes conformity with ethics a condition
/// of approval or a matter of supervision (second limb).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exemption {
    /// 登记、备案或行政审批: which, by whom, its number.
    pub regime: String,
    pub authority: String,
    pub number: String,
    /// The provision that makes ethics a condition or a matter of supervision.
    pub ethics_provision: String,
    #[serde(default)]
    pub proof: Option<String>,
    pub decided_by: String,
    pub on: Date,
}

/// A one-time supplement notice (M13) and its answer.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplement {
    pub on: Date,
    /// Elements asked for, with what is missing.
    pub gaps: BTreeMap<Element, String>,
    /// Last day given to the applicant.
    pub due: Date,
    #[serde(default)]
    pub served: Option<Date>,
    #[serde(default)]
    pub received: Option<Date>,
    /// Why a further notice was allowed.
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub paper: Option<String>,
}

/// Refused, withdrawn or transferred: when and why.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    pub on: Date,
    pub reason: String,
    #[serde(default)]
    pub document: Option<String>,
}

/// 受理 (M13). The 30 days run from here.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    pub at: Instant,
    pub procedure: Procedure,
    /// Why this procedure (M13 asks for likelihood, degree and urgency to be weighed).
    pub reason: String,
    #[serde(default)]
    pub ground: Option<SimplifiedGround>,
    #[serde(default)]
    pub paper: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Day of the notice.
    pub on: Date,
    pub ground: ExtensionGround,
    pub facts: String,
    pub from_due: Date,
    /// The new date M16 requires.
    pub new_due: Date,
    /// Entered after the old date had passed.
    pub late: bool,
    #[serde(default)]
    pub approved_by: String,
    #[serde(default)]
    pub paper: Option<String>,
}

/// M20: the chair's designation of reviewers.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewerDesignation {
    pub on: Date,
    /// Member id of who designated.
    pub by: String,
    pub reviewers: Vec<String>,
    #[serde(default)]
    pub paper: Option<String>,
    /// The designation for a period it rests on; then there is no slip of its own.
    #[serde(default)]
    pub under: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    pub member: String,
    pub on: Date,
    pub view: ReviewerView,
    /// 对审查内容有疑义
    #[serde(default)]
    pub doubt: bool,
    /// 提议转会议审查 (E24)
    #[serde(default)]
    pub asks_meeting: bool,
    #[serde(default)]
    pub text: String,
    /// The opinion on file it was taken from: a return or a typed sheet. None when it was written at the desk.
    #[serde(default)]
    pub source: Option<String>,
}

/// M20: the round moved from the simplified to the general procedure.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversion {
    pub on: Date,
    pub because: String,
    #[serde(default)]
    pub paper: Option<String>,
}

/// 决定 (M16, M17, M22). `on` is the day two thirds were reached or the last concurring opinion came in.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub kind: DecisionKind,
    pub on: Date,
    #[serde(default)]
    pub meeting: Option<String>,
    #[serde(default)]
    pub item: Option<String>,
    #[serde(default)]
    pub reasons: String,
    #[serde(default)]
    pub suggestions: Vec<String>,
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Months to the next tracking review and its date; on approval only.
    #[serde(default)]
    pub tracking_months: Option<u32>,
    #[serde(default)]
    pub next_tracking: Option<Date>,
    /// 修改后再审: by when to resubmit.
    #[serde(default)]
    pub resubmit_by: Option<Date>,
    /// 修改后批准: by whom and when the changes were verified.
    #[serde(default)]
    pub verified: Option<Ending>,
    #[serde(default)]
    pub paper: Option<String>,
}

/// 送达 (M16, E17). The latest one that is not corrected counts.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    pub at: Instant,
    pub method: DeliveryMethod,
    pub receiver: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub proof: Option<String>,
    #[serde(default)]
    pub note: String,
    /// Set when a later entry corrects this one.
    #[serde(default)]
    pub corrected: Option<String>,
    /// The last day to appeal as the applicant was told it, once a holiday notice would have moved it earlier.
    #[serde(default)]
    pub told: Option<Date>,
}

/// M22–M24: the way through expert re-review.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rereview {
    pub authority: String,
    pub sent: Date,
    /// The authority's day of receipt; its 30 days run from here.
    #[serde(default)]
    pub received: Option<Date>,
    /// Who carried it out, when the authority commissioned a service centre (M11, M23).
    #[serde(default)]
    pub implementer: String,
    #[serde(default)]
    pub panel: Vec<String>,
    #[serde(default)]
    pub opinion: Option<RereviewResult>,
    #[serde(default)]
    pub paper: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RereviewResult {
    pub opinion: RereviewOpinion,
    pub on: Date,
    pub number: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub file: Option<String>,
}

/// 申诉 (M16, E18).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    pub received: Date,
    /// Date of the postmark, when it came by post.
    #[serde(default)]
    pub postmark: Option<Date>,
    pub written: bool,
    pub grounds: String,
    /// The last day as computed when it came in.
    #[serde(default)]
    pub last_day: Option<Date>,
    /// Admitted, or refused with this reason.
    pub admitted: bool,
    #[serde(default)]
    pub refusal: String,
    /// Reasons sufficient? `None` until considered.
    #[serde(default)]
    pub sufficient: Option<bool>,
    #[serde(default)]
    pub concluded: Option<Date>,
    #[serde(default)]
    pub finding: String,
    #[serde(default)]
    pub paper: Option<String>,
}

/// One round of review: receipt to delivery. Clocks belong to rounds.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub kind: RoundKind,
    /// "" for the first, then -R1, -A01, -T01 …
    #[serde(default)]
    pub suffix: String,
    pub received: Instant,
    /// 电子邮件、现场、邮寄 …
    #[serde(default)]
    pub medium: String,
    #[serde(default)]
    pub checks: BTreeMap<Element, Check>,
    /// Day on which members were matched against the team (E5, E8).
    #[serde(default)]
    pub conflicts_scanned: Option<Date>,
    #[serde(default)]
    pub supplements: Vec<Supplement>,
    #[serde(default)]
    pub refused: Option<Ending>,
    #[serde(default)]
    pub withdrawn: Option<Ending>,
    #[serde(default)]
    pub accepted: Option<Acceptance>,
    /// M12: not reviewed here but by a body the unit commissioned. What it decides stands in `preliminary` and `decision`.
    #[serde(default)]
    pub commission: Option<super::Commission>,
    /// M18: not reviewed here; a partner's approval was recognised and stands in `decision`.
    #[serde(default)]
    pub recognised: Option<crate::m18_recognition::Recognition>,
    #[serde(default)]
    pub designation: Option<ReviewerDesignation>,
    #[serde(default)]
    pub opinions: Vec<Opinion>,
    #[serde(default)]
    pub converted: Option<Conversion>,
    #[serde(default)]
    pub extensions: Vec<Extension>,
    /// Agenda items this round was put on, in order.
    #[serde(default)]
    pub items: Vec<String>,
    /// M22: the preliminary opinion on a listed activity.
    #[serde(default)]
    pub preliminary: Option<Decision>,
    #[serde(default)]
    pub rereview: Option<Rereview>,
    #[serde(default)]
    pub decision: Option<Decision>,
    #[serde(default)]
    pub deliveries: Vec<Delivery>,
    #[serde(default)]
    pub appeal: Option<Appeal>,
    /// E20: the change that opened this round is a major one.
    #[serde(default)]
    pub major: bool,
    /// What was handed in with a later round: the replies point by point, the changes, the four contents of E19.
    #[serde(default)]
    pub report: Vec<String>,
    /// Who led the activity before, when this round brings another leader: the undertaking is then signed anew (E20).
    #[serde(default)]
    pub leader_was: Option<String>,
}

impl Round {
    /// The procedure in force: as accepted, unless converted (M20).
    pub fn procedure(&self) -> Option<Procedure> {
        let accepted = self.accepted.as_ref()?;
        Some(if self.converted.is_some() { Procedure::General } else { accepted.procedure })
    }
    /// The delivery that counts: the last one not corrected.
    pub fn delivery(&self) -> Option<&Delivery> {
        self.deliveries.iter().rev().find(|d| d.corrected.is_none())
    }
    /// Reviewed by another body, on commission or by recognition: nothing of it is voted, served or appealed against here.
    pub fn elsewhere(&self) -> bool {
        self.commission.is_some() || self.recognised.is_some()
    }
    pub fn over(&self) -> bool {
        self.refused.is_some() || self.withdrawn.is_some() || self.decision.is_some()
    }
}

/// A state of the whole activity that a decision or notice set, newest last.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub kind: TurnKind,
    pub on: Date,
    pub reason: String,
    #[serde(default)]
    pub conditions: String,
    #[serde(default)]
    pub paper: Option<String>,
    /// M17, A22: an interim measure by the chair that a meeting has yet to ratify.
    #[serde(default)]
    pub interim: bool,
}
words! {
    TurnKind {
        Suspended = "暂停" / "suspended",
        Resumed = "恢复" / "resumed",
        Terminated = "终止" / "terminated",
        Completed = "结题" / "completed",
        Archived = "归档" / "archived",
        Reopened = "重新打开" / "reopened",
        Registered = "已在平台登记" / "registered on the platform",
        RiskChange = "风险变化报告" / "risk-change report",
        Incident = "事件报告" / "incident",
        ForeignApproval = "境外批准" / "foreign approval",
    }
}

/// One AI activity before the committee.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub id: String,
    /// 案号 / 受理号, taken at receipt: JZU-AI-2026-0053.
    pub number: String,
    pub application: Application,
    #[serde(default)]
    pub scope: Option<Scope>,
    #[serde(default)]
    pub listed: Option<ListJudgement>,
    pub rounds: Vec<Round>,
    #[serde(default)]
    pub turns: Vec<Turn>,
    #[serde(default)]
    pub notes: Vec<String>,
}

impl Case {
    pub fn round(&self) -> &Round {
        self.rounds.last().expect("a case is created with its first round")
    }
    pub fn round_mut(&mut self) -> &mut Round {
        self.rounds.last_mut().expect("a case is created with its first round")
    }
    /// Number with the suffix of the present round: JZU-AI-2026-0031-R1.
    pub fn full_number(&self) -> String {
        format!("{}{}", self.number, self.round().suffix)
    }
    pub fn is_listed(&self) -> bool {
        self.listed.as_ref().is_some_and(ListJudgement::listed)
    }
    /// On the list and not exempt under M26: no approval without a re-review opinion.
    pub fn needs_rereview(&self) -> bool {
        self.listed.as_ref().is_some_and(|l| l.listed() && l.exemption.is_none())
    }
}

/// One version of one file of a case. The bytes lie in the archive under their SHA-256.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    pub id: String,
    pub case: String,
    pub round: u32,
    pub elements: Vec<Element>,
    pub name: String,
    pub version: String,
    #[serde(default)]
    pub version_date: Option<Date>,
    pub received: Date,
    pub sha256: String,
    pub size: u32,
    /// Set when a later version replaces this one.
    #[serde(default)]
    pub replaced_by: Option<String>,
}
