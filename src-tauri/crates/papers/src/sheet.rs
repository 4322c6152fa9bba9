//! What every paper shares: the letterhead of the committee, the imprint of one paper, and the small nouns
//! (a case, a material, a vote count, a meeting) that several papers print.
//!
//! Deliberately no law and no arithmetic here: whatever is counted or computed arrives ready from the desk, in Chinese,
//! so that the paper can never disagree with the record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who speaks: the same for every paper of one committee until its settings change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letterhead {
    /// Full name of the committee, as it stands in the red head: 江州大学人工智能科技伦理委员会.
    pub committee: String,
    /// The unit it belongs to: 江州大学. Red head of papers the unit itself sends (D22).
    pub unit: String,
    /// 发文代字: 江大智伦.
    pub prefix: String,
    /// Picture of the seal, PNG, printed under the text; `None` when the seal is put on the paper by hand.
    #[serde(default)]
    pub seal_png: Option<Vec<u8>>,
    /// Diameter of the seal in millimetres (42 for most units).
    pub seal_mm: f32,
    /// Picture of the chair's signature, PNG; `None` when signed by hand.
    #[serde(default)]
    pub signature_png: Option<Vec<u8>>,
    /// True for the demonstration committee: every page then carries 演示, so no page can be taken for a real one.
    #[serde(default)]
    pub demo: bool,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub contact: String,
}

impl Letterhead {
    /// For pages nobody speaks on: worksheets, the reader's packet, the recovery sheet. No head, seal or signature.
    pub fn nobody() -> Letterhead {
        Letterhead {
            committee: String::new(),
            unit: String::new(),
            prefix: String::new(),
            seal_png: None,
            seal_mm: 42.0,
            signature_png: None,
            demo: false,
            phone: String::new(),
            contact: String::new(),
        }
    }
}

/// What is stamped on one paper when it is issued. A draft has none of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Imprint {
    /// 文号, for instance 江大智伦〔2026〕62号. `None` on an outgoing paper prints 草稿.
    #[serde(default)]
    pub number: Option<String>,
    /// 成文日期: the day of signing or adoption, not of printing (GB/T 9704 7.3.5.4).
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// Short code by which a scan finds its paper again; printed with a QR code on every page.
    #[serde(default)]
    pub check_code: Option<String>,
    /// Number of the journal line and the 64-digit head of the chain at the moment of issue.
    #[serde(default)]
    pub journal: Option<(u32, String)>,
    /// Why and since when this paper is void, for instance 成文日期有误，由69号替代. Prints 作废 across each page.
    #[serde(default)]
    pub void: Option<String>,
}

/// A case as papers name it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CaseRef {
    /// 受理号 or case number: JZU-AI-2026-0050.
    pub number: String,
    /// 活动名称.
    pub activity: String,
    /// 活动负责人.
    pub leader: String,
    /// 承担单位.
    pub unit: String,
}

/// One reviewed document with the version that lay on the table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Material {
    pub name: String,
    /// "V1.2"; empty when the document has no version of its own.
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub date: Option<NaiveDate>,
}

/// One column of a ballot and how many chose it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VoteLine {
    /// 批准, 修改后再审, 弃权 …
    pub option: String,
    pub count: u32,
}

/// The count of one item as a letter or an opinion states it (E16).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VoteSummary {
    /// 应到委员.
    pub due: u32,
    /// 到会委员 for this item: the denominator of two thirds.
    pub attending: u32,
    /// Names of those who recused themselves on this item.
    #[serde(default)]
    pub recused: Vec<String>,
    pub votes: Vec<VoteLine>,
    /// Votes needed.
    pub needed: u32,
    /// The arithmetic as a sentence: 3×6＝18 ≥ 2×8＝16，已达到.
    #[serde(default)]
    pub arithmetic: String,
}

/// A reason, finding or remark under one of the six dimensions of M15.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DimensionNote {
    /// 人类福祉, 公平公正 …; empty for a remark that belongs to none.
    #[serde(default)]
    pub dimension: String,
    pub text: String,
}

/// A meeting as papers name it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MeetingRef {
    /// 2026年第7次会议.
    pub title: String,
    pub date: NaiveDate,
    /// 14:00.
    pub time: String,
    pub place: String,
    /// Link and number of the video meeting, if members may join by video.
    #[serde(default)]
    pub link: Option<String>,
    /// 现场会议, 线上会议, 现场与视频结合.
    pub form: String,
    /// Name of the host.
    pub host: String,
    /// Post of the host and, for a vice-chair, the designation: 主任委员; 副主任委员，2026年9月10日经主任委员指定.
    #[serde(default)]
    pub host_note: String,
}

/// One item of an agenda.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AgendaItem {
    pub no: u32,
    pub case: CaseRef,
    /// 初次审查, 修改后再审, 变更审查, 跟踪审查.
    pub kind: String,
    /// Planned begin, 14:20; empty if not fixed.
    #[serde(default)]
    pub time: String,
    #[serde(default)]
    pub minutes: Option<u32>,
    #[serde(default)]
    pub presenter: String,
    /// Members known beforehand to recuse themselves.
    #[serde(default)]
    pub recused: Vec<String>,
}

/// A member who recuses (回避) on one item (E8, M14).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Recusal {
    pub name: String,
    pub reason: String,
    /// 14:31; empty when not recorded.
    #[serde(default)]
    pub left_at: String,
    #[serde(default)]
    pub back_at: String,
}

/// Someone absent, with the reason given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Absence {
    pub name: String,
    #[serde(default)]
    pub reason: String,
}

/// Tracking review as fixed on approval (M17, M25).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tracking {
    /// 12个月.
    pub interval: String,
    pub next: NaiveDate,
}

/// The finished paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: u32,
    /// Lower-case hex of the SHA-256 of `bytes`.
    pub sha256: String,
}

/// A marked day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DayMark {
    pub day: u32,
    /// 班 or 休; empty for neither.
    #[serde(default)]
    pub sign: String,
    /// 送达, 春节, 不计.
    #[serde(default)]
    pub note: String,
    /// The number it has in the count.
    #[serde(default)]
    pub count: Option<u32>,
    /// The last day of the term.
    #[serde(default)]
    pub last: bool,
}
