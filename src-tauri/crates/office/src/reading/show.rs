//! What the reader sees of an open packet: the items with how far each has come, the documents of those that may be
//! shown, the answers so far, and what stands between here and the return. Reads; changes nothing.

use super::fill::{filled_of, told};
use super::since::Since;
use exchange::packet::reading::Note;
use exchange::packet::{ChoiceOut, ConflictState, ItemBack, ItemOut, Manifest, Occasion, PacketForm};
use measures::m15_points::PointView;
use measures::{Date, Instant};
use serde::{Deserialize, Serialize};

/// Chair mode as a whole.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadingState {
    pub open: Option<Contents>,
    /// A packet that was double-clicked, dropped or chosen and still wants its passphrase.
    pub waiting: Option<Waiting>,
    /// Packets kept on this machine, the one opened last first. What is in them cannot be told without the passphrase.
    pub recent: Vec<Recent>,
    pub now: Instant,
}

/// A packet kept here, encrypted: what may be known of it without its passphrase.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Names it for opening and for removing.
    pub id: String,
    /// The name its file had; says nothing of what is in it.
    pub name: String,
    /// When something was last filled in or opened.
    pub opened: Instant,
    /// Bytes it takes on this machine.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Empty when it is kept here and its file is not needed.
    pub path: String,
    pub name: String,
    /// Of a packet that is kept here.
    pub kept: String,
}

/// The packet and what has been filled in.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    /// As [`Recent`] names it.
    pub id: String,
    pub packet: String,
    pub committee: String,
    pub occasion: Occasion,
    pub reader: String,
    pub role_zh: String,
    pub role_en: String,
    pub form: PacketForm,
    pub created: Instant,
    pub expires: Option<Date>,
    /// The last day has passed: it stays readable, and a return made now is marked late.
    pub late: bool,
    pub pages: u32,
    /// Items that want nothing more, and all of them.
    pub done: u32,
    pub all: u32,
    pub items: Vec<ItemLine>,
    /// 符合 … 不适用, in the order of the keys 1 to 4; a conclusion has the first three.
    pub answers: Vec<ChoiceOut>,
    /// What the return still wants, in the order of the items. Empty: it can be made.
    pub missing: Vec<Missing>,
    /// Sixteen digits by which the secretary knows the reader's key, read over the telephone.
    pub spoken: String,
    /// The last return made from this packet.
    pub returned: Option<Returned>,
    pub edition: u32,
    /// The sixteen digits of the committee's key.
    pub committee_key: String,
    /// This machine has not met the committee before: its digits are to be compared once with what the secretary reads out.
    pub unknown: bool,
    /// What is new since the edition the reader had before on this machine.
    pub since: Option<Since>,
    /// A later edition lies on this machine; this one is the older.
    pub newer: Option<Newer>,
}

/// A later edition of the packet that is open.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Newer {
    /// As [`Recent`] names it.
    pub id: String,
    pub edition: u32,
    pub created: Instant,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    pub seq: u32,
    pub made: Instant,
    /// Something was filled in since; the secretary has not seen it.
    pub changed: bool,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemLine {
    /// From 1, as on the agenda handed out.
    pub n: u32,
    pub state: ItemState,
    /// Without documents, points and options as long as no conflict was denied.
    pub item: ItemOut,
    pub filled: ItemBack,
    /// The reader's own; stays on this machine.
    pub note: String,
    /// Highlights and notes at places of the documents; they stay here too.
    pub marks: Vec<Note>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// Wants a word on conflicts first.
    Unopened,
    Begun,
    Done,
    /// A conflict was declared.
    Closed,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    pub item: String,
    /// The point that wants a line, when it is one.
    pub point: String,
    pub zh: String,
    pub en: String,
}

pub(super) struct Facts<'a> {
    pub manifest: &'a Manifest,
    pub filled: &'a [ItemBack],
    pub notes: &'a [Note],
    pub spoken: String,
    pub returned: Option<Returned>,
    pub id: String,
    pub committee_key: String,
    pub unknown: bool,
    pub since: Option<Since>,
    pub newer: Option<Newer>,
    pub today: Date,
}

pub(super) fn contents(facts: Facts) -> Contents {
    let Manifest { packet, committee, occasion, recipient, created, expires, edition, .. } = facts.manifest.clone();
    let items: Vec<ItemLine> = (1..)
        .zip(&facts.manifest.items)
        .map(|(n, item)| {
            let filled = filled_of(facts.filled, item);
            let open = filled.conflict.state == ConflictState::None;
            let of = |note: &&Note| note.item == item.id;
            ItemLine {
                n,
                state: state(item, &filled),
                item: shown(item, &filled),
                filled: told(&filled),
                note: facts
                    .notes
                    .iter()
                    .filter(of)
                    .find(|note| note.document.is_empty())
                    .map(|note| note.words.clone())
                    .unwrap_or_default(),
                marks: facts.notes.iter().filter(of).filter(|note| open && !note.document.is_empty()).cloned().collect(),
            }
        })
        .collect();
    Contents {
        id: facts.id,
        packet,
        committee: committee.name,
        occasion,
        reader: recipient.name,
        role_zh: recipient.role_zh,
        role_en: recipient.role_en,
        form: recipient.form,
        created,
        expires,
        late: expires.is_some_and(|last| facts.today > last),
        pages: facts.manifest.documents().map(|d| d.first_page + d.pages.saturating_sub(1)).max().unwrap_or(0),
        done: items.iter().filter(|i| matches!(i.state, ItemState::Done | ItemState::Closed)).count() as u32,
        all: items.len() as u32,
        answers: answers(),
        missing: missing(facts.manifest, facts.filled),
        items,
        spoken: facts.spoken,
        returned: facts.returned,
        edition,
        committee_key: facts.committee_key,
        unknown: facts.unknown,
        since: facts.since,
        newer: facts.newer,
    }
}

/// The four words of the worksheet, keyed as they are pressed.
pub(super) fn answers() -> Vec<ChoiceOut> {
    let all = [PointView::Met, PointView::Mostly, PointView::NotMet, PointView::NotApplicable];
    (1..).zip(all).map(|(n, view): (u8, _)| ChoiceOut { key: n.to_string(), zh: view.zh().into(), en: view.en().into() }).collect()
}

/// Before a word on conflicts there is only what is needed to say it: what it is, whose it is.
fn shown(item: &ItemOut, filled: &ItemBack) -> ItemOut {
    let mut item = item.clone();
    if filled.conflict.state != ConflictState::None {
        (item.documents, item.points, item.dimensions, item.options, item.changed_since) = Default::default();
    }
    item
}

fn state(item: &ItemOut, filled: &ItemBack) -> ItemState {
    match filled.conflict.state {
        ConflictState::Open => ItemState::Unopened,
        ConflictState::Declared => ItemState::Closed,
        ConflictState::None if judged(item, filled) && without_reason(item, filled).next().is_none() => ItemState::Done,
        ConflictState::None => ItemState::Begun,
    }
}

/// An opinion, or where none is asked for (a consultation, an item for information) a word or simply the reading.
fn judged(item: &ItemOut, filled: &ItemBack) -> bool {
    let silent = item.points.is_empty() || !filled.points.is_empty();
    if item.options.is_empty() { silent || !filled.words.trim().is_empty() } else { filled.opinion.is_some() }
}

/// 不符合 and 不适用 say why in a line.
fn without_reason<'a>(item: &'a ItemOut, filled: &'a ItemBack) -> impl Iterator<Item = &'a exchange::packet::PointOut> {
    item.points
        .iter()
        .filter(|point| filled.points.get(&point.key).is_some_and(|p| matches!(p.answer, Some(3 | 4)) && p.words.trim().is_empty()))
}

pub(super) fn missing(manifest: &Manifest, filled: &[ItemBack]) -> Vec<Missing> {
    let mut out = Vec::new();
    for (n, item) in (1..).zip(&manifest.items) {
        let filled = filled_of(filled, item);
        let mut want = |point: &str, zh: String, en: String| {
            out.push(Missing { item: item.id.clone(), point: point.into(), zh: format!("第{n}件{zh}"), en: format!("Item {n}: {en}") });
        };
        match filled.conflict.state {
            ConflictState::Declared => continue,
            ConflictState::Open => {
                want("", "还没有声明有无利益冲突。".into(), "say whether there is a conflict of interest.".into());
                continue;
            }
            ConflictState::None => {}
        }
        for point in without_reason(item, &filled) {
            want(&point.key, format!("{}要写一句理由。", point.key), format!("{} wants a line of reasons.", point.key));
        }
        if !judged(item, &filled) {
            if item.options.is_empty() {
                want("", "还没有写意见。".into(), "no view is written yet.".into());
            } else {
                want("", "还没有选初步意见。".into(), "no preliminary opinion is chosen yet.".into());
            }
        }
    }
    out
}

/// What would be told now, for noticing that something was filled in since the return was made.
pub(super) fn print(filled: &[ItemBack]) -> String {
    let told: Vec<ItemBack> = filled.iter().map(told).collect();
    serde_json::to_string(&told).unwrap_or_default()
}
