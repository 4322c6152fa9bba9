//! What the acts of a meeting share: the item on the table, and whether the meeting may still be changed.

use crate::desk::{Desk, Ref};
use crate::failure::Failure;
use measures::*;

/// An item with its meeting and its case.
pub(crate) struct Table {
    pub item: Item,
    pub meeting: Meeting,
    pub case: Case,
}

/// What lies on the table when an item is worked on.
pub(crate) fn table(desk: &Desk, item: &str) -> Result<Table, Failure> {
    let item = desk.item(item)?;
    Ok(Table { meeting: desk.meeting(&item.meeting)?, case: desk.case(&item.case)?, item })
}

/// 第8次会议
pub(crate) fn title(meeting: &Meeting) -> (String, String) {
    (format!("第{}次会议", meeting.no), format!("meeting {}", meeting.no))
}

/// 第3项: where an item stands on its agenda.
pub(crate) fn place_of(meeting: &Meeting, item: &str) -> usize {
    meeting.items.iter().position(|i| i == item).map_or(0, |p| p + 1)
}

pub(crate) fn meeting_ref(meeting: &Meeting) -> Ref {
    Ref { kind: "meeting".into(), id: meeting.id.clone(), name: title(meeting).0 }
}

/// Before it opens a meeting can be changed; afterwards what happened is recorded.
pub(crate) fn not_opened(meeting: &Meeting) -> Result<(), Failure> {
    if meeting.opened.is_some() {
        return Err(Failure::invalid(
            "meeting",
            "会议已经开始，筹备事项不能再改。",
            "The meeting has opened; its preparation cannot be changed.",
        )
        .way("会上的变动以到会、离会、回避、转下次会议登记。", "Record arrivals, departures, recusals or deferrals instead."));
    }
    not_cancelled(meeting)
}

pub(crate) fn not_cancelled(meeting: &Meeting) -> Result<(), Failure> {
    if meeting.cancelled.is_some() {
        return Err(Failure::invalid("meeting", "会议已取消。", "The meeting was cancelled.").way("另拟一次会议。", "Plan another one."));
    }
    Ok(())
}

/// The meeting is under way: opened, not closed.
pub(crate) fn under_way(meeting: &Meeting) -> Result<(), Failure> {
    not_cancelled(meeting)?;
    if meeting.opened.is_none() {
        return Err(
            Failure::invalid("meeting", "会议还没有开始。", "The meeting has not opened.").way("先宣布开会。", "Open the meeting first.")
        );
    }
    if meeting.closed.is_some() {
        return Err(Failure::invalid("meeting", "会议已经散会。", "The meeting is closed.")
            .way("有误的以更正登记，写明理由。", "Correct a mistake with a reason."));
    }
    Ok(())
}

/// Nothing at a meeting happens before it opened.
pub(crate) fn not_before_opening(meeting: &Meeting, at: Instant) -> Result<(), Failure> {
    match meeting.opened {
        Some(opened) if at < opened => Err(Failure::invalid(
            "at",
            format!("时刻早于开会时刻{}。", say::zh_instant(opened)),
            format!("Earlier than the opening at {}.", say::en_instant(opened)),
        )),
        _ => Ok(()),
    }
}
