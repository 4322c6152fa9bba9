//! What a reader may fill in, and what stands in the way. Pure: takes an item with what is filled and answers what it
//! becomes; keeping it is the room's.

use crate::failure::{Failure, FailureKind};
use exchange::packet::reading::Note;
use exchange::packet::{ConflictBack, ConflictState, DimensionBack, ItemBack, ItemOut, Manifest, PointBack, RemarkBack, WHOLE};
use serde::{Deserialize, Serialize};

/// One thing filled in, tagged `fill`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fill", rename_all = "snake_case")]
pub enum Fill {
    /// First of all. Declared closes the item.
    Conflict {
        item: String,
        state: ConflictState,
        #[serde(default)]
        words: String,
    },
    /// 1 符合, 2 基本符合, 3 不符合, 4 不适用; null takes the answer back.
    Point {
        item: String,
        point: String,
        answer: Option<u8>,
        #[serde(default)]
        words: String,
    },
    /// The conclusion on a dimension, once its points are answered.
    Dimension {
        item: String,
        dimension: String,
        answer: Option<u8>,
        #[serde(default)]
        words: String,
    },
    /// Not a vote.
    Opinion {
        item: String,
        opinion: Option<String>,
    },
    /// On the item as a whole.
    Words {
        item: String,
        words: String,
    },
    /// At a place in a document. With an id it replaces the remark that has it.
    Remark {
        item: String,
        #[serde(default)]
        id: String,
        #[serde(default)]
        document: String,
        /// In the document, from 1; 0 is the whole of it.
        #[serde(default)]
        page: u32,
        #[serde(default)]
        quote: String,
        words: String,
        #[serde(default)]
        for_letter: bool,
        /// Framed on the page: left, top, right, bottom in ten-thousandths of it.
        #[serde(default)]
        marks: Vec<[u32; 4]>,
    },
    DropRemark {
        item: String,
        id: String,
    },
    /// On the item as a whole. Private: kept here, never in the return.
    Note {
        item: String,
        words: String,
    },
    /// Private like a note, at a place in a document: a highlight, with words or without. With an id it replaces the one
    /// that has it.
    Mark {
        item: String,
        #[serde(default)]
        id: String,
        document: String,
        page: u32,
        #[serde(default)]
        quote: String,
        #[serde(default)]
        words: String,
        #[serde(default)]
        marks: Vec<[u32; 4]>,
    },
    DropMark {
        item: String,
        id: String,
    },
}

/// More than anybody types into one field; a paste of a whole document is refused, not cut.
const LONGEST: usize = 8_000;
const MOST_REMARKS: usize = 500;
/// Frames of one remark: a passage over a few columns, not a page of scribbles.
const MOST_FRAMES: usize = 20;

pub(super) enum Filled {
    Item(ItemBack),
    Note(String, String),
    Mark(Note),
    DropMark(String),
}

/// What the filling comes to. Refuses what the packet does not ask and what the order of things forbids.
pub(super) fn fill(manifest: &Manifest, filled: &[ItemBack], what: Fill) -> Result<Filled, Failure> {
    let id = match &what {
        Fill::Conflict { item, .. }
        | Fill::Point { item, .. }
        | Fill::Dimension { item, .. }
        | Fill::Opinion { item, .. }
        | Fill::Words { item, .. }
        | Fill::Remark { item, .. }
        | Fill::DropRemark { item, .. }
        | Fill::Note { item, .. }
        | Fill::Mark { item, .. }
        | Fill::DropMark { item, .. } => item.clone(),
    };
    let item = manifest.items.iter().find(|i| i.id == id).ok_or_else(|| Failure::not_found("item", &id))?;
    let mut back = filled_of(filled, item);
    if !matches!(what, Fill::Conflict { .. }) {
        may_be_read(&back)?;
    }
    match what {
        // The room lays aside what was filled in before a conflict came to mind (see `told`).
        Fill::Conflict { state, words, .. } => back.conflict = ConflictBack { state, words: short("words", words)? },
        Fill::Point { point, answer, words, .. } => {
            if !item.points.iter().any(|p| p.key == point) {
                return Err(Failure::not_found("point", &point));
            }
            let answer = in_range(answer, 4)?;
            let words = short("words", words)?;
            put(&mut back.points, point, PointBack { answer, words }, |p| p.answer.is_none() && p.words.is_empty());
        }
        Fill::Dimension { dimension, answer, words, .. } => {
            if !item.dimensions.iter().any(|d| d.key == dimension) {
                return Err(Failure::not_found("dimension", &dimension));
            }
            let answer = in_range(answer, 3)?;
            let open = open_points(item, &back, &dimension);
            if answer.is_some() && open > 0 {
                return Err(Failure::new(
                    "LS-C04",
                    FailureKind::Invalid,
                    format!("这一方面还有{open}问没有答。"),
                    format!("{open} questions of this dimension are still open."),
                )
                .way("先答完，再定本方面结论。", "Answer them first, then conclude."));
            }
            let words = short("words", words)?;
            put(&mut back.dimensions, dimension, DimensionBack { answer, words }, |d| d.answer.is_none() && d.words.is_empty());
        }
        Fill::Opinion { opinion, .. } => {
            if let Some(key) = opinion.as_ref().filter(|key| !item.options.iter().any(|o| o.key == **key)) {
                return Err(Failure::not_found("opinion", key));
            }
            back.opinion = opinion;
        }
        Fill::Words { words, .. } => back.words = short("words", words)?,
        Fill::Remark { id, document, page, quote, words, for_letter, marks, .. } => {
            at_a_place(item, &document, page, &marks)?;
            let words = short("words", words)?;
            if words.trim().is_empty() {
                return Err(Failure::invalid("words", "批注还没有写。", "The remark has no words yet."));
            }
            let remark = RemarkBack { id, document, page, quote: short("quote", quote)?, words, for_letter, marks };
            remember(&mut back.remarks, remark)?;
        }
        Fill::DropRemark { id, .. } => back.remarks.retain(|r| r.id != id),
        Fill::Note { words, .. } => return Ok(Filled::Note(item.id.clone(), short("words", words)?)),
        Fill::DropMark { id, .. } if id.starts_with('m') => return Ok(Filled::DropMark(id)),
        Fill::DropMark { id, .. } => return Err(Failure::not_found("mark", &id)),
        // Ids of highlights begin with m; the item's own note is not to be replaced by one.
        Fill::Mark { id, .. } if !id.is_empty() && !id.starts_with('m') => return Err(Failure::not_found("mark", &id)),
        Fill::Mark { id, document, page, quote, words, marks, .. } => {
            at_a_place(item, &document, page, &marks)?;
            let (quote, words) = (short("quote", quote)?, short("words", words)?);
            if quote.trim().is_empty() && words.trim().is_empty() && marks.is_empty() {
                return Err(Failure::invalid("words", "既没有划线，也没有写字。", "Nothing is highlighted and nothing written."));
            }
            return Ok(Filled::Mark(Note { id, item: item.id.clone(), document, page, quote, words, marks }));
        }
    }
    Ok(Filled::Item(back))
}

/// A remark stands at a page that is there, its frames within the page.
fn at_a_place(item: &ItemOut, document: &str, page: u32, marks: &[[u32; 4]]) -> Result<(), Failure> {
    let place = item.documents.iter().find(|d| d.id == document);
    if !document.is_empty() && place.is_none() {
        return Err(Failure::not_found("document", document));
    }
    if place.is_some_and(|d| d.pages > 0 && page > d.pages) || (place.is_none() && page > 0) {
        return Err(Failure::invalid("page", format!("没有第{page}页。"), format!("There is no page {page}.")));
    }
    let within = |[left, top, right, bottom]: &[u32; 4]| left < right && top < bottom && *right <= WHOLE && *bottom <= WHOLE;
    if marks.len() > MOST_FRAMES || !marks.iter().all(within) || (!marks.is_empty() && page == 0) {
        return Err(Failure::invalid("marks", "框出的地方不在这一页上。", "What was framed does not lie on the page."));
    }
    Ok(())
}

/// An item shows itself only after the reader has said that nothing stands between them.
pub(super) fn may_be_read(back: &ItemBack) -> Result<(), Failure> {
    match back.conflict.state {
        ConflictState::None => Ok(()),
        ConflictState::Open => Err(Failure::new(
            "LS-C02",
            FailureKind::Invalid,
            "还没有声明有无利益冲突，这一件不能看。",
            "Conflicts of interest have not been declared; the item cannot be shown.",
        )
        .way("先声明，再看材料。", "Declare first, then read.")),
        ConflictState::Declared => Err(Failure::new(
            "LS-C03",
            FailureKind::Invalid,
            "已声明有利益冲突，这一件已关闭。",
            "A conflict of interest was declared; the item is closed.",
        )
        .way("声明错了的，先撤回声明。", "If that was a slip, take the declaration back first.")),
    }
}

/// What is filled in for an item; nothing yet is an empty sheet.
pub(super) fn filled_of(filled: &[ItemBack], item: &ItemOut) -> ItemBack {
    filled.iter().find(|f| f.id == item.id).cloned().unwrap_or_else(|| ItemBack {
        id: item.id.clone(),
        case: item.case.clone(),
        edition: item.edition,
        ..Default::default()
    })
}

/// What the committee is told of an item: of one with a declared conflict, or with nothing said about conflicts, nothing
/// but that.
pub(super) fn told(back: &ItemBack) -> ItemBack {
    match back.conflict.state {
        ConflictState::None => back.clone(),
        _ => ItemBack {
            id: back.id.clone(),
            case: back.case.clone(),
            edition: back.edition,
            conflict: back.conflict.clone(),
            ..Default::default()
        },
    }
}

pub(super) fn open_points(item: &ItemOut, back: &ItemBack, dimension: &str) -> usize {
    let answered = |key: &str| back.points.get(key).is_some_and(|p| p.answer.is_some());
    item.points.iter().filter(|p| p.dimension == dimension && !answered(&p.key)).count()
}

fn in_range(answer: Option<u8>, most: u8) -> Result<Option<u8>, Failure> {
    match answer {
        Some(n) if !(1..=most).contains(&n) => {
            Err(Failure::invalid("answer", format!("没有第{n}个选项。"), format!("There is no choice {n}.")))
        }
        fine => Ok(fine),
    }
}

fn short(field: &str, words: String) -> Result<String, Failure> {
    let length = words.chars().count();
    if length > LONGEST {
        return Err(Failure::invalid(
            field,
            format!("这一栏有{length}字，最多{LONGEST}字。"),
            format!("{length} characters here; at most {LONGEST}."),
        ));
    }
    Ok(words)
}

/// What is emptied leaves no trace.
fn put<V>(map: &mut std::collections::BTreeMap<String, V>, key: String, value: V, empty: impl Fn(&V) -> bool) {
    if empty(&value) {
        map.remove(&key);
    } else {
        map.insert(key, value);
    }
}

/// Replaces the remark with its id, or adds it under the next one.
fn remember(remarks: &mut Vec<RemarkBack>, mut remark: RemarkBack) -> Result<(), Failure> {
    if let Some(old) = remarks.iter_mut().find(|r| !r.id.is_empty() && r.id == remark.id) {
        *old = remark;
        return Ok(());
    }
    if remarks.len() >= MOST_REMARKS {
        return Err(Failure::invalid(
            "words",
            format!("一件最多{MOST_REMARKS}条批注。"),
            format!("At most {MOST_REMARKS} remarks an item."),
        ));
    }
    let next = remarks.iter().filter_map(|r| r.id.strip_prefix('r')?.parse::<u32>().ok()).max().unwrap_or(0) + 1;
    remark.id = format!("r{next}");
    remarks.push(remark);
    Ok(())
}
