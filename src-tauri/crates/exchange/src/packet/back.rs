//! What comes back from a reader: conflicts declared, points answered, a preliminary opinion, remarks with their place.
//! Private notes have no field here: they never leave the reader's machine. Whether a return counts is not decided here.

use super::Error;
use super::manifest::{Version, distinct};
use chrono::{DateTime, FixedOffset};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub const RETURN: &str = "lunshen-return";

/// Frames on a page are told in parts of this.
pub const WHOLE: u32 = 10_000;

#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketReturn"))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Return {
    /// Always [`RETURN`].
    pub format: String,
    pub version: Version,
    pub packet: String,
    /// Of the manifest it answers: says which version of the material was read.
    pub manifest_sha256: String,
    /// Counts the returns made from this packet; of two, the higher is the later.
    pub seq: u32,
    pub committee_file_id: String,
    pub occasion: String,
    pub member: String,
    pub made: DateTime<FixedOffset>,
    /// The reader's Ed25519 public key in hex; signs this return.
    pub key: String,
    pub items: Vec<ItemBack>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemBack {
    pub id: String,
    pub case: String,
    /// The version of the material that was read.
    pub edition: u32,
    #[serde(default)]
    pub conflict: ConflictBack,
    #[serde(default, deserialize_with = "once_each")]
    pub points: BTreeMap<String, PointBack>,
    #[serde(default, deserialize_with = "once_each")]
    pub dimensions: BTreeMap<String, DimensionBack>,
    /// A key of the item's options.
    #[serde(default)]
    pub opinion: Option<String>,
    #[serde(default)]
    pub remarks: Vec<RemarkBack>,
    /// On the item as a whole.
    #[serde(default)]
    pub words: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictBack {
    pub state: ConflictState,
    #[serde(default)]
    pub words: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictState {
    /// Nothing was declared either way.
    #[default]
    Open,
    /// The reader says there is none.
    None,
    /// The reader declares one; the item is closed to them.
    Declared,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointBack {
    /// 1 符合, 2 基本符合, 3 不符合, 4 不适用.
    #[serde(default)]
    pub answer: Option<u8>,
    #[serde(default)]
    pub words: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DimensionBack {
    /// 1 符合, 2 基本符合, 3 不符合.
    #[serde(default)]
    pub answer: Option<u8>,
    #[serde(default)]
    pub words: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkBack {
    pub id: String,
    /// The document it is about; empty = the item.
    #[serde(default)]
    pub document: String,
    /// The page within the document, from 1; 0 = the whole of it.
    #[serde(default)]
    pub page: u32,
    /// What is marked there.
    #[serde(default)]
    pub quote: String,
    pub words: String,
    /// Meant for the letter to the applicant, not only for the table.
    #[serde(default)]
    pub for_letter: bool,
    /// Places framed on the page: left, top, right, bottom in ten-thousandths of it.
    #[serde(default)]
    pub marks: Vec<[u32; 4]>,
}

impl Return {
    /// Whether its parts agree with each other and every answer is one that can be given.
    pub fn sound(&self) -> Result<(), Error> {
        let wrong = |what: &str| Err(Error::Malformed { what: what.into() });
        if self.format != RETURN {
            return wrong("format");
        }
        if self.items.iter().any(|i| i.id.is_empty()) || !distinct(self.items.iter().map(|i| &i.id)) {
            return wrong("items.id");
        }
        for item in &self.items {
            if !distinct(item.remarks.iter().map(|r| &r.id)) {
                return wrong("remarks.id");
            }
            if item
                .remarks
                .iter()
                .flat_map(|r| &r.marks)
                .any(|[left, top, right, bottom]| left > right || top > bottom || *right > WHOLE || *bottom > WHOLE)
            {
                return wrong("remarks.marks");
            }
            if item.points.values().any(|p| p.answer.is_some_and(|a| !(1..=4).contains(&a))) {
                return wrong("points.answer");
            }
            if item.dimensions.values().any(|d| d.answer.is_some_and(|a| !(1..=4).contains(&a))) {
                return wrong("dimensions.answer");
            }
        }
        Ok(())
    }
}

/// A map in which no key stands twice: of two answers under one key it is not for the parser to choose.
fn once_each<'de, D: Deserializer<'de>, V: Deserialize<'de>>(from: D) -> Result<BTreeMap<String, V>, D::Error> {
    struct Once<V>(std::marker::PhantomData<V>);
    impl<'de, V: Deserialize<'de>> Visitor<'de> for Once<V> {
        type Value = BTreeMap<String, V>;
        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("a map without repeated keys")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = BTreeMap::new();
            while let Some((key, value)) = map.next_entry::<String, V>()? {
                match all.entry(key) {
                    Entry::Vacant(free) => free.insert(value),
                    Entry::Occupied(taken) => return Err(serde::de::Error::custom(format!("{} stands twice", taken.key()))),
                };
            }
            Ok(all)
        }
    }
    from.deserialize_map(Once(std::marker::PhantomData))
}
