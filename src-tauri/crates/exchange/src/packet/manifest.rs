//! What a packet says it holds: who it is from and for, the items to read, the questions to answer, and every document
//! with its length and SHA-256. Signed as bytes, so the order of fields and unknown fields of a later minor version are
//! covered too. Nothing here is a path: titles and labels are shown, never used to name a file.

use super::Error;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub const PACKET: &str = "lunshen-packet";

/// Major: a reader of another major refuses. Minor: fields were added; an older reader leaves them alone.
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketVersion"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
}

impl Version {
    /// What this program writes, and the newest major it reads.
    pub const OURS: Version = Version { major: 1, minor: 0 };
    /// The oldest major it still reads.
    pub const OLDEST: u32 = 1;
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketManifest"))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always [`PACKET`].
    pub format: String,
    pub version: Version,
    /// The id the act gave it.
    pub packet: String,
    /// Counts the packets handed to this recipient.
    pub seq: u32,
    /// A later edition of the same packet replaces the earlier one.
    pub edition: u32,
    pub committee: Committee,
    pub occasion: Occasion,
    pub recipient: Recipient,
    pub created: DateTime<FixedOffset>,
    /// The last day on which a return still counts. A packet stays readable afterwards.
    #[serde(default)]
    pub expires: Option<NaiveDate>,
    pub items: Vec<ItemOut>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketCommittee"))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committee {
    pub file_id: String,
    pub name: String,
    /// Ed25519 public key in hex; signs packets.
    pub verify_key: String,
    /// `age1…`; returns are encrypted to it.
    pub answer_to: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketOccasion"))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    pub kind: OccasionKind,
    pub id: String,
    pub title_zh: String,
    pub title_en: String,
    #[serde(default)]
    pub at: Option<DateTime<FixedOffset>>,
    #[serde(default)]
    pub place: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OccasionKind {
    Meeting,
    Simplified,
    Consultation,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketRecipient"))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    pub member: String,
    pub name: String,
    pub role_zh: String,
    pub role_en: String,
    pub form: PacketForm,
}

/// What the recipient is asked for: the worksheet with a preliminary opinion, the same with a designation slip, or a
/// consultation without any opinion on the outcome.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PacketForm {
    Worksheet,
    Designation,
    Consultation,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemOut {
    pub id: String,
    pub case: String,
    pub number: String,
    pub title: String,
    pub kind_zh: String,
    pub kind_en: String,
    #[serde(default)]
    pub minutes: u32,
    #[serde(default)]
    pub leader: String,
    #[serde(default)]
    pub unit: String,
    /// One line on what it is about.
    #[serde(default)]
    pub lead_zh: String,
    /// The version of the material under review.
    pub edition: u32,
    #[serde(default)]
    pub worksheet: bool,
    #[serde(default)]
    pub points: Vec<PointOut>,
    #[serde(default)]
    pub dimensions: Vec<ChoiceOut>,
    /// What a preliminary opinion can be.
    #[serde(default)]
    pub options: Vec<ChoiceOut>,
    #[serde(default)]
    pub documents: Vec<DocumentOut>,
    /// What changed since the last version this reader had.
    #[serde(default)]
    pub changed_since: Vec<String>,
    #[serde(default)]
    pub watermark: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointOut {
    pub key: String,
    pub dimension: String,
    pub zh: String,
    pub en: String,
}

/// A dimension, or an option of the preliminary opinion.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOut {
    pub key: String,
    pub zh: String,
    pub en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentOut {
    pub id: String,
    pub title: String,
    /// Version or date, as shown.
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub pages: u32,
    pub kind: DocumentKind,
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub len: u64,
    /// In lower-case hex.
    pub sha256: String,
    /// Its first page in the numbering that runs through the packet.
    #[serde(default)]
    pub first_page: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    Pdf,
    Image,
    /// Also whatever a later minor version adds: kept and handed over, not shown.
    #[serde(other)]
    Other,
}

impl Manifest {
    /// The documents in the order in which they stand in the packet.
    pub fn documents(&self) -> impl Iterator<Item = &DocumentOut> {
        self.items.iter().flat_map(|item| &item.documents)
    }

    /// The length of all documents together, if it is one a machine could hold.
    pub fn total(&self) -> Option<u64> {
        self.documents().try_fold(0u64, |sum, d| sum.checked_add(d.len))
    }

    /// Whether its parts agree with each other. An id that stands twice would let one answer land on two items.
    pub fn sound(&self) -> Result<(), Error> {
        let wrong = |what: &str| Err(Error::Malformed { what: what.into() });
        if self.format != PACKET {
            return wrong("format");
        }
        let (mut items, mut documents) = (BTreeSet::new(), BTreeSet::new());
        for item in &self.items {
            if item.id.is_empty() || !items.insert(&item.id) {
                return wrong("items.id");
            }
            if !distinct(item.points.iter().map(|p| &p.key)) {
                return wrong("points.key");
            }
            if !distinct(item.dimensions.iter().map(|d| &d.key)) || !distinct(item.options.iter().map(|o| &o.key)) {
                return wrong("dimensions.key / options.key");
            }
        }
        for document in self.documents() {
            if document.id.is_empty() || !documents.insert(&document.id) {
                return wrong("documents.id");
            }
            if document.sha256.len() != 64 || !document.sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
                return wrong("documents.sha256");
            }
        }
        Ok(())
    }
}

pub(super) fn distinct<'a>(keys: impl Iterator<Item = &'a String>) -> bool {
    let mut seen = BTreeSet::new();
    keys.into_iter().all(|key| seen.insert(key))
}
