//! What opening a file found that a person should know. None of these stops the work; what stops it is an `Error`.

use measures::{Instant, say};
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// The computer's clock is behind the last line of the journal.
    ClockBack {
        last: String,
        now: String,
    },
    /// The file ends before its high-water mark: lines are missing, or an old file was put back.
    HeadBehind {
        mark: u32,
        file: u32,
    },
    /// The line at the mark is another line: the file was continued elsewhere from an older state.
    HeadForked {
        seq: u32,
    },
    /// The high-water mark could not be read or kept.
    HeadUnreadable {
        why: String,
    },
    /// The program did not close the file last time; it was checked from end to end.
    UncleanExit {
        seq: u32,
    },
    SyncFolder {
        who: String,
    },
    /// No verified snapshot of today yet (large files: made by the caller once the window is up).
    SnapshotDue,
    SnapshotMade {
        name: String,
    },
    SnapshotFailed {
        why: String,
    },
    /// Days since the last verified copy in a second place; None = never.
    CopyDue {
        days: Option<i64>,
    },
    /// The first bytes of the file differ from the vault's salt; the file opens all the same and mends itself.
    SaltBytes,
}

/// A stamp of the journal as it is spoken; one that cannot be read stays as it is written.
fn moment(stamp: &str, words: fn(Instant) -> String) -> String {
    Instant::parse_from_rfc3339(stamp).map_or_else(|_| stamp.to_owned(), words)
}

impl Notice {
    pub fn zh(&self) -> String {
        match self {
            Notice::ClockBack { last, now } => {
                format!(
                    "电脑时间{}早于最近一条记录{}。请先核对系统日期再办理。",
                    moment(now, say::zh_instant),
                    moment(last, say::zh_instant)
                )
            }
            Notice::HeadBehind { mark, file } => {
                format!(
                    "档案只到第{file}条记录，而本机曾记到第{mark}条：缺少{}条，可能放回了旧文件。签发文书前请查明，必要时从最近的备份恢复。",
                    mark - file
                )
            }
            Notice::HeadForked { seq } => format!("第{seq}条记录与本机所记不同：这份档案在别处从旧状态续写过。签发文书前请查明。"),
            Notice::HeadUnreadable { why } => format!("本机的进度记号不可用（{why}），无法判断档案是否被换成旧文件。"),
            Notice::UncleanExit { seq } => format!("上次未正常关闭，已逐页逐条核对，记录完整，共{seq}条。"),
            Notice::SyncFolder { who } => format!("档案放在{who}的同步文件夹中。两台电脑可能各写一份，请移到本机普通文件夹。"),
            Notice::SnapshotDue => "今天还没有留存快照。".to_owned(),
            Notice::SnapshotMade { name } => format!("已留存并核验今天的快照：{name}。"),
            Notice::SnapshotFailed { why } => format!("今天的快照没有留成：{why}"),
            Notice::CopyDue { days: Some(d) } => format!("最近一次异地备份是{d}天前，请插入U盘备份。"),
            Notice::CopyDue { days: None } => "还没有做过异地备份，请插入U盘备份。".to_owned(),
            Notice::SaltBytes => "档案开头16个字节与钥匙文件所记不同，不影响打开，下次写入时自动修复。".to_owned(),
        }
    }

    pub fn en(&self) -> String {
        match self {
            Notice::ClockBack { last, now } => {
                format!(
                    "The computer's clock ({}) is behind the last record ({}). Check the date before you act.",
                    moment(now, say::en_instant),
                    moment(last, say::en_instant)
                )
            }
            Notice::HeadBehind { mark, file } => format!(
                "The file ends at line {file}, but this computer had seen line {mark}: {} missing. An old file may have been put back. Find out before issuing papers; restore the latest copy if need be.",
                mark - file
            ),
            Notice::HeadForked { seq } => {
                format!(
                    "Line {seq} differs from the one this computer saw: the file was continued elsewhere from an older state. Find out before issuing papers."
                )
            }
            Notice::HeadUnreadable { why } => {
                format!(
                    "This computer's mark of progress cannot be used ({why}); whether the file was replaced by an older one cannot be told."
                )
            }
            Notice::UncleanExit { seq } => {
                format!("The file was not closed last time. It was checked page by page and line by line and is complete: {seq} lines.")
            }
            Notice::SyncFolder { who } => {
                format!(
                    "The file lies in a folder synchronised by {who}. Two computers could each write their own; move it to an ordinary folder."
                )
            }
            Notice::SnapshotDue => "No snapshot has been taken today.".to_owned(),
            Notice::SnapshotMade { name } => format!("Today's snapshot was taken and verified: {name}."),
            Notice::SnapshotFailed { why } => format!("Today's snapshot could not be taken: {why}"),
            Notice::CopyDue { days: Some(d) } => format!("The last copy in a second place is {d} days old. Plug in a stick and copy."),
            Notice::CopyDue { days: None } => "No copy has been made in a second place yet. Plug in a stick and copy.".to_owned(),
            Notice::SaltBytes => {
                "The first 16 bytes of the file differ from the vault's; it opens all the same and the next write mends them.".to_owned()
            }
        }
    }
}
