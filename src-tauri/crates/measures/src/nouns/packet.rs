//! What members are given to read before a meeting (阅会包) and what they say to it: who was handed what, whose key signs
//! for whom, the opinions as they came in, and the numbered points made of them. A preliminary opinion is never a vote.

use super::words;
use crate::{Date, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! { HandedHow { Stick = "U盘" / "on a stick", Mail = "电子邮件" / "by e-mail", InPerson = "当面" / "in person", Paper = "纸质" / "on paper", Other = "其他" / "otherwise" } }

/// One item in a packet and the version of its material that was put in.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketItem {
    /// The agenda item; the case itself in the simplified procedure, which has no agenda.
    pub item: String,
    pub case: String,
    pub round: u32,
    pub edition: u32,
}

/// A packet as it was handed over. What it was made of can be made again; its file is told by its hash.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packet {
    pub id: String,
    /// None in the simplified procedure.
    #[serde(default)]
    pub meeting: Option<String>,
    /// A member or an adviser.
    pub member: String,
    /// Counts the packets handed to this person.
    pub seq: u32,
    /// Counts those for this meeting or case.
    pub edition: u32,
    pub on: Date,
    pub how: HandedHow,
    #[serde(default)]
    pub file_name: String,
    /// Of the file; empty for paper.
    #[serde(default)]
    pub sha256: String,
    /// Of the list inside it, which a return answers.
    #[serde(default)]
    pub manifest_sha256: String,
    /// Which of the member's passphrases opens it.
    #[serde(default)]
    pub generation: u32,
    /// Until when an answer is asked for.
    #[serde(default)]
    pub reply_by: Option<Date>,
    pub items: Vec<PacketItem>,
}

/// The key with which a member signs returns, enrolled by its number read over the telephone. Its id is the key.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    pub id: String,
    pub member: String,
    pub on: Date,
    /// When and why it was revoked. What was taken in before stays.
    #[serde(default)]
    pub revoked: Option<ReaderRevoked>,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderRevoked {
    pub on: Date,
    pub reason: String,
}

/// The answer to one point or one dimension: 1 符合, 2 基本符合, 3 不符合, 4 不适用.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PointAnswer {
    pub answer: Option<u32>,
    pub words: String,
}

/// A remark with its place in the material.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReaderRemark {
    pub id: String,
    /// The material, empty for the item as a whole.
    pub document: String,
    pub page: u32,
    pub quote: String,
    pub words: String,
    pub for_letter: bool,
    /// What was framed on the page: left, top, right, bottom in ten-thousandths of it.
    pub marks: Vec<[u32; 4]>,
}

/// What a member says to one item before the meeting.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// A conflict of interest was declared; the rest then counts for nothing.
    pub conflict: bool,
    pub conflict_words: String,
    /// A key of what could be ticked: a vote's or a reviewer's view's.
    pub opinion: Option<String>,
    pub points: BTreeMap<String, PointAnswer>,
    pub dimensions: BTreeMap<String, PointAnswer>,
    pub remarks: Vec<ReaderRemark>,
    pub words: String,
}

/// Where an opinion came from.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "source", rename_all = "snake_case")]
pub enum OpinionSource {
    /// A return file: the packet it answers, who signed it, which return it was, the file itself.
    Return { packet: String, key: String, seq: u32, manifest_sha256: String, sha256: String },
    /// Typed in from paper by the secretary, with the scan if there is one.
    Paper { scan: Option<String> },
    /// A filled copy of the form (PDF): the code that proves which form it is, and the file itself. Nobody signed it.
    Form { check: String, sha256: String },
}

/// A preliminary opinion on file. Nothing is overwritten: which one counts is computed (`m14_packets`).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderOpinion {
    pub id: String,
    pub item: String,
    pub case: String,
    pub round: u32,
    pub member: String,
    /// The version of the material that was read; 0 when it is not known.
    pub edition: u32,
    /// When the member made it.
    pub made: Instant,
    /// When it came in.
    pub taken: Instant,
    pub source: OpinionSource,
    pub said: Said,
}

words! { PointState { Open = "待核" / "to be checked", Met = "已落实" / "carried out", NotMet = "未落实" / "not carried out" } }

/// Where a point came from: an opinion and in it a remark by its id, the line written to a question as `#2.3`, or, with
/// nothing named, its words as a whole.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PointSource {
    pub opinion: String,
    #[serde(default)]
    pub remark: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPoint {
    /// As it will stand in the letter, without names.
    pub text: String,
    #[serde(default)]
    pub sources: Vec<PointSource>,
    /// At the re-review: whether the applicant carried it out.
    #[serde(default = "open")]
    pub state: PointState,
    #[serde(default)]
    pub note: String,
}
fn open() -> PointState {
    PointState::Open
}

/// The remarks of all members on one round gathered into numbered points. Its id is `case.round`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPoints {
    pub id: String,
    pub case: String,
    pub round: u32,
    pub points: Vec<LetterPoint>,
}
impl LetterPoints {
    pub fn id_of(case: &str, round: u32) -> String {
        format!("{case}.{round}")
    }
}
