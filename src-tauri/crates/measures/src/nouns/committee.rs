//! The unit, its committee, the committee's rules and settings (M9, E4–E6).

use super::words;
use crate::Date;
use serde::{Deserialize, Serialize};

words! { UnitKind { University = "高等学校" / "university", Institute = "科研机构" / "research institute", Hospital = "医疗卫生机构" / "medical institution", Enterprise = "企业" / "enterprise", Other = "其他" / "other" } }
words! {
    /// Drives the routing of expert re-review (M22).
    Affiliation {
        CentralEnterprise = "中央企业" / "central enterprise",
        CentralOrgan = "中央和国家机关直属" / "directly under a central organ",
        Local = "其他单位" / "other unit",
    }
}

/// The unit (单位), responsible under M9.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    pub name: String,
    /// 统一社会信用代码
    #[serde(default)]
    pub credit_code: String,
    pub kind: UnitKind,
    pub affiliation: Affiliation,
    #[serde(default)]
    pub province: String,
    /// 民族自治地方 (E7): a member familiar with local conditions is then needed.
    #[serde(default)]
    pub autonomous_area: bool,
    /// 主管部门
    #[serde(default)]
    pub authority: String,
}

words! {
    /// The rule library E6, M20, M27, E14 and E9 call for. What each unlocks stands with the rule that asks for it.
    RuleKind {
        Charter = "章程" / "charter",
        Review = "审查制度" / "review rules",
        Supervision = "监督制度" / "supervision rules",
        Confidentiality = "保密管理制度" / "confidentiality rules",
        Archives = "档案管理制度" / "archive rules",
        Conflicts = "利益冲突管理制度" / "conflict-of-interest rules",
        Simplified = "简易程序工作规程" / "simplified-procedure rules",
        Emergency = "应急审查制度" / "emergency-review rules",
        EmergencySop = "应急审查标准操作规程" / "emergency-review SOP",
        Video = "视频会议规则" / "video-meeting rules",
        RiskAssessment = "科技伦理风险评估办法" / "risk-assessment rules",
    }
}

/// One version of one document in the rule library.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleDocument {
    pub kind: RuleKind,
    pub version: String,
    pub adopted: Date,
    #[serde(default)]
    pub adopted_by: String,
    #[serde(default)]
    pub file: Option<String>,
    /// Only for [`RuleKind::Simplified`]: the 跟踪频度 that M20 asks for, in months.
    #[serde(default)]
    pub tracking_months: Option<u32>,
}

/// How open readings are taken. `Strict` is the default; the help page 本软件的处理 lists what each changes.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    #[default]
    Strict,
    Lenient,
}

/// What a committee may choose for itself.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub profile: Profile,
    /// Offer 修改后批准 (E16) as a fourth decision.
    pub approve_after_changes: bool,
    /// Signed ballots (true) or secret ones.
    pub signed_ballots: bool,
    /// Print names of reviewing members on letters, or their number only.
    pub names_on_letters: bool,
    /// Minutes attribute remarks to members.
    pub minutes_attribute: bool,
    /// Paper width of the seal in millimetres.
    pub seal_mm: u32,
    /// SHA-256 of the seal image and of the chair's signature image in the archive.
    pub seal: Option<String>,
    pub signature: Option<String>,
    pub language: String,
    /// Lock after this many idle minutes; 0 = never.
    pub lock_minutes: u32,
    /// The folder a second verified copy goes to.
    pub second_copy: String,
}
impl Default for Settings {
    fn default() -> Self {
        Settings {
            profile: Profile::Strict,
            approve_after_changes: false,
            signed_ballots: true,
            names_on_letters: false,
            minutes_attribute: false,
            seal_mm: 42,
            seal: None,
            signature: None,
            language: "zh-CN".into(),
            lock_minutes: 10,
            second_copy: String::new(),
        }
    }
}

words! {
    /// What the chair may designate for a period: who presides (M14), who reviews by the simplified procedure (M20).
    DesignatedFor { Presiding = "主持会议" / "presiding", Reviewing = "简易程序审查" / "simplified review" }
}

/// The chair's designation for a period, signed once and used by every meeting or case within it (M14, M20).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingDesignation {
    pub id: String,
    pub to: DesignatedFor,
    /// Member id of the chair who designated.
    pub by: String,
    /// Who is designated: vice-chairs to preside, members to review.
    pub members: Vec<String>,
    /// The day it was signed.
    pub on: Date,
    pub from: Date,
    /// The last day, included.
    pub until: Date,
    #[serde(default)]
    pub reason: String,
    /// SHA-256 of the scan in the archive.
    #[serde(default)]
    pub scan: Option<String>,
    /// Taken back before its last day: the first day without it.
    #[serde(default)]
    pub ended: Option<Date>,
}
impl StandingDesignation {
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until && self.on <= day && self.ended.is_none_or(|e| day < e)
    }
}

/// What stands over the national numbers in this file: a province's rules, and the committee's own stricter limits (M34).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LocalRules {
    /// Key of a shipped overlay; blank for none.
    pub overlay: String,
    pub own: std::collections::BTreeMap<String, crate::rules::Value>,
}

words! {
    /// What liability attaches to, as the Ethics Measures name it (E47–E50).
    ViolationKind {
        Fraud = "以欺骗手段取得审查批准" / "approval obtained by fraud",
        Forged = "伪造、篡改审查批准文件" / "approval documents forged or altered",
        Unreviewed = "应当复核的活动未经审查、复核擅自开展" / "a listed activity carried out without review or re-review",
        Unapproved = "未获批准擅自开展" / "carried out without approval",
        BeyondScope = "超出批准范围开展" / "carried out beyond what was approved",
        Obstructing = "干扰、阻碍审查工作" / "obstructing the review",
        Favouritism = "弄虚作假、徇私舞弊、滥用职权" / "false statements, favouritism or abuse of office",
        Other = "其他违规" / "other",
    }
}

/// A violation that came to light and what became of it (M32, E47–E51).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    pub id: String,
    /// The day it came to light.
    pub on: Date,
    pub kind: ViolationKind,
    #[serde(default)]
    pub case: Option<String>,
    /// Names of the persons or units concerned.
    #[serde(default)]
    pub persons: Vec<String>,
    /// 跟踪审查, 投诉举报, 自查 …
    #[serde(default)]
    pub found_by: String,
    pub facts: String,
    #[serde(default)]
    pub concluded: Option<Date>,
    #[serde(default)]
    pub outcome: String,
    /// The authority or department it was referred to.
    #[serde(default)]
    pub referred_to: String,
}

/// The committee as one file knows it. There is one in each file.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committee {
    /// Always "committee".
    pub id: String,
    pub name: String,
    pub unit: Unit,
    pub founded: Date,
    /// The establishing document.
    #[serde(default)]
    pub founding_document: String,
    /// 发文代字, as in 江大智伦〔2026〕12号.
    pub letter_prefix: String,
    /// As in JZU-AI-2026-0001.
    pub case_prefix: String,
    /// The secretary who keeps the file.
    pub secretary: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub office: String,
    #[serde(default)]
    pub budget: String,
    #[serde(default)]
    pub rules: Vec<RuleDocument>,
    #[serde(default)]
    pub settings: Settings,
    /// E43: registrations of the committee on the national platform and their updates.
    #[serde(default)]
    pub registrations: Vec<Registration>,
    #[serde(default)]
    pub designations: Vec<StandingDesignation>,
    #[serde(default)]
    pub local: LocalRules,
    #[serde(default)]
    pub violations: Vec<Violation>,
    /// M11: service centres and other committees the unit may commission, or that were commissioned with a re-review.
    #[serde(default)]
    pub bodies: Vec<super::OutsideBody>,
    /// A demo committee says so on every screen and paper.
    #[serde(default)]
    pub demo: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    pub on: Date,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub note: String,
}

impl Committee {
    /// The version of a rule document in force on `day`.
    pub fn rule_on(&self, kind: RuleKind, day: Date) -> Option<&RuleDocument> {
        self.rules.iter().filter(|r| r.kind == kind && r.adopted <= day).max_by_key(|r| r.adopted)
    }
}

/// A training held or attended (E5(5), E8(5), M8).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    pub id: String,
    pub on: Date,
    pub topic: String,
    pub organiser: String,
    /// 派出 (false) or 内部 (true).
    pub in_house: bool,
    pub hours: u32,
    pub members: Vec<String>,
    #[serde(default)]
    pub others: u32,
}
