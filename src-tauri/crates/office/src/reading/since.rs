//! What is new since the edition the reader had before: items added and gone, documents added, replaced and gone. Compared
//! from the two lists, both signed by the committee. Pure.

use exchange::packet::{DocumentOut, ItemOut, Manifest};
use measures::Instant;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Since {
    /// The edition it is compared with, and when that was made.
    pub edition: u32,
    pub created: Instant,
    /// Empty: nothing of the material changed.
    pub items: Vec<Changed>,
    /// Items whose answers were taken over because their material is the same.
    pub kept: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The item; empty for one that is no longer in the packet.
    pub item: String,
    pub title: String,
    pub zh: String,
    pub en: String,
}

/// `kept` counts the answers that were taken over.
pub(super) fn since(before: &Manifest, now: &Manifest, kept: u32) -> Since {
    let mut items: Vec<Changed> = now.items.iter().flat_map(|item| changes(before, item)).collect();
    for gone in before.items.iter().filter(|old| now.items.iter().all(|i| i.id != old.id)) {
        items.push(Changed {
            item: String::new(),
            title: gone.title.clone(),
            zh: "这一版里没有这件议题了。".into(),
            en: "This item is no longer in the packet.".into(),
        });
    }
    Since { edition: before.edition, created: before.created, items, kept }
}

fn changes(before: &Manifest, item: &ItemOut) -> Vec<Changed> {
    let said = |zh: String, en: String| Changed { item: item.id.clone(), title: item.title.clone(), zh, en };
    let Some(old) = before.items.iter().find(|i| i.id == item.id) else {
        return vec![said("新加的议题。".into(), "A new item.".into())];
    };
    let same = |a: &DocumentOut, b: &DocumentOut| a.id == b.id || a.sha256 == b.sha256;
    let labelled = |d: &DocumentOut| if d.label.is_empty() { String::new() } else { format!("（{}）", d.label) };
    let mut out = Vec::new();
    for document in item.documents.iter().filter(|d| old.documents.iter().all(|o| !same(o, d))) {
        let title = &document.title;
        // A new version comes under the name of the old one, which is then gone.
        let replaces = old.documents.iter().find(|o| o.title == *title && item.documents.iter().all(|d| !same(d, o)));
        out.push(match replaces {
            Some(_) => said(
                format!("“{title}”换了新的{}。", labelled(document)),
                format!(
                    "“{title}” was replaced{}.",
                    if document.label.is_empty() { String::new() } else { format!(" ({})", document.label) }
                ),
            ),
            None => said(format!("新增“{title}”{}。", labelled(document)), format!("“{title}” was added.")),
        });
    }
    for document in old.documents.iter().filter(|o| item.documents.iter().all(|d| !same(d, o) && d.title != o.title)) {
        out.push(said(format!("“{}”不在这一版里了。", document.title), format!("“{}” is no longer there.", document.title)));
    }
    if old.edition != item.edition && out.is_empty() {
        out.push(said("申请人补充过材料。".into(), "The applicant sent further material.".into()));
    }
    out
}
