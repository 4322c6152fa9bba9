//! What is wrong with a form before the law is asked: a blank field, a day that has not come, a file that is not there.
//! Deliberately no rule of law: those are findings of `measures`, these are slips of the hand.

use crate::desk::Desk;
use crate::failure::Failure;
use measures::{Date, Finding, Instant, say};

/// The field must not be blank. `zh` and `en` name what is to be written.
pub(crate) fn filled(field: &str, text: &str, zh: &str, en: &str) -> Result<(), Failure> {
    if text.trim().is_empty() {
        return Err(Failure::invalid(field, format!("没有写{zh}。"), format!("There is no {en}."))
            .way(format!("写明{zh}。"), format!("Write the {en}.")));
    }
    Ok(())
}

/// What is recorded has happened: its legal day is not after the day of recording.
pub(crate) fn not_future(desk: &Desk, field: &str, day: Date) -> Result<(), Failure> {
    let today = desk.at.date_naive();
    if day > today {
        return Err(Failure::invalid(
            field,
            format!("{}还没有到，不能先登记。", say::zh_date(day)),
            format!("{} has not come yet; it cannot be recorded in advance.", say::en_date(day)),
        )
        .way("更正日期，或到那一天再登记。", "Correct the date, or record it on the day."));
    }
    Ok(())
}

/// Membership and rules may be entered ahead of their day; that is said and does not stop anything.
pub(crate) fn later(desk: &Desk, day: Date) -> Option<Finding> {
    (day > desk.at.date_naive()).then(|| {
        Finding::note(
            "R.later",
            format!("{}还没有到，按预先登记处理。", say::zh_date(day)),
            format!("{} has not come yet; entered ahead of its day.", say::en_date(day)),
        )
    })
}

/// As [`not_future`] for a moment. Only its day is compared: the minutes of a meeting are often typed rounded up.
pub(crate) fn not_future_at(desk: &Desk, field: &str, at: Instant) -> Result<(), Failure> {
    not_future(desk, field, at.date_naive())
}

/// Bytes named by their SHA-256 are in the archive.
pub(crate) fn on_file(desk: &Desk, field: &str, sha256: &str) -> Result<u64, Failure> {
    desk.tx.blob_len(sha256)?.ok_or_else(|| {
        Failure::invalid(field, "所指的文件还没有收入档案。", "The file named is not in the archive yet.")
            .way("先把文件拖进来。", "Drop the file in first.")
    })
}

/// A partial object may name these fields only.
pub(crate) fn only(with: &serde_json::Value, allowed: &[&str]) -> Result<(), Failure> {
    let Some(map) = with.as_object() else {
        return Err(Failure::invalid("with", "要改的内容要写成“项目: 值”。", "Write what is to change as a map of fields."));
    };
    if map.is_empty() {
        return Err(Failure::invalid("with", "没有写要改什么。", "Nothing to change is named."));
    }
    match map.keys().find(|k| !allowed.contains(&k.as_str())) {
        Some(key) => Err(Failure::invalid(key, format!("“{key}”不能在这里更改。"), format!("“{key}” cannot be changed here."))),
        None => Ok(()),
    }
}
