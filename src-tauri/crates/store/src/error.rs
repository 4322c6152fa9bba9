//! What can go wrong with the file, each as one sentence in Chinese and one in English: what happened, to what, and
//! what to do next. The causes underneath go to the log by `source()`; the screens match on `code()`, never on words.

use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("“{}”中没有委员会档案。请核对文件夹，或新建委员会。\nThere is no committee file in “{}”. Check the folder, or set up a new committee.", dir.display(), dir.display())]
    NotThere { dir: PathBuf },

    #[error("“{}”中已有委员会档案，不会覆盖。请直接打开，或另选空文件夹。\n“{}” already holds a committee file, which will not be overwritten. Open it, or choose an empty folder.", dir.display(), dir.display())]
    Exists { dir: PathBuf },

    #[error(
        "口令不对，档案未打开，内容没有变化。请重新输入；若已忘记，请用恢复单打开。\nThe passphrase is wrong; the file was not opened and nothing changed. Type it again, or open it with the recovery sheet."
    )]
    WrongPassphrase,

    #[error("口令太短：至少12个字符。\nThe passphrase is too short: at least 12 characters.")]
    ShortPassphrase,

    #[error("恢复单{}有误，档案未打开。请对照纸面逐组核对。\nThe recovery key is wrong ({}); the file was not opened. Compare it with the sheet group by group.", at_zh(*line), at_en(*line))]
    WrongRecovery {
        /// The line of the sheet whose check digits do not agree; None = the sheet is of another file.
        line: Option<usize>,
    },

    #[error(
        "档案已损坏：{what}（{detail}）。请勿删除任何文件；请从最近的备份恢复，原文件会另行保留。\nThe file is damaged: {what} ({detail}). Delete nothing; restore the latest copy, the present file will be kept aside."
    )]
    Damaged { what: String, detail: String },

    #[error(
        "档案由较新版本（结构{file}）写成，本版本只认到结构{ours}，未作任何改动。请升级程序后再打开。\nThe file was written by a newer version (schema {file}; this one knows {ours}); nothing was changed. Update the program, then open it."
    )]
    NewerVersion { file: u32, ours: u32 },

    #[error("档案正由{who}使用（自{since}起）。请先在那边关闭，再打开。\nThe file is in use by {who} since {since}. Close it there first.")]
    Busy { who: String, since: String },

    #[error("“{}”不可写，无法保存。请检查文件夹权限或介质的写保护。\n“{}” cannot be written. Check the folder's permissions or the write protection of the medium.", path.display(), path.display())]
    ReadOnly { path: PathBuf },

    #[error(
        "磁盘空间不足，本次操作未保存，此前的记录完好。请腾出空间后重试。\nThe disk is full; this act was not saved, everything before it is safe. Free some space and try again."
    )]
    Full,

    #[error(
        "此前写入磁盘失败，为保护档案已停止写入。请关闭后重新打开。\nAn earlier write to the disk failed; writing has stopped to protect the file. Close it and open it again."
    )]
    Stopped,

    #[error("这一操作没有改动任何记录，未记入日志。\nThis act changed no record and was not entered in the journal.")]
    NothingRecorded,

    #[error("找不到{kind}“{id}”。\nThere is no {kind} “{id}”.")]
    NotFound { kind: String, id: String },

    #[error("档案中没有“{kind}”这一类记录。\nThe archive has no records of kind “{kind}”.")]
    UnknownKind { kind: String },

    #[error("“{kind}”没有可供查询的列“{column}”。\n“{kind}” has no column “{column}” to ask for.")]
    UnknownColumn { kind: String, column: String },

    #[error("{what}不能记入日志：值{why}不是整数或超出范围。\n{what} cannot be recorded: {why} is not an integer in range.")]
    NotCanonical { what: String, why: String },

    #[error(
        "{kind}“{id}”的内容与程序所认的格式不符：{why}。请运行核验。\nThe content of {kind} “{id}” does not have the shape this program knows: {why}. Run verify."
    )]
    Unreadable { kind: String, id: String, why: String },

    #[error(
        "档案结构第{version}号步骤与本程序不一致，可能被改动。请勿继续写入，从备份恢复。\nSchema step {version} of the file differs from this program's; it may have been altered. Do not write to it; restore a copy."
    )]
    SchemaDiffers { version: u32 },

    #[error("派生数据的改写不得同时改动记录。\nRewriting derived rows must not change records.")]
    NotAProjection,

    #[error("备份“{name}”不能用：{why}\nThe copy “{name}” cannot be used: {why}")]
    BadSnapshot { name: String, why: String },

    #[error("已按要求停止，未留下半成品。\nStopped as asked; nothing half-written was left.")]
    Cancelled,

    #[error("{doing}“{}”失败：{source}。\nFailed to {doing_en} “{}”: {source}.", path.display(), path.display())]
    Io {
        doing: &'static str,
        doing_en: &'static str,
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },

    /// A file lies where a folder is to be, or the other way round.
    #[error(
        "{}已有同名的文件，不能用作文件夹。请换一个位置。\nA file lies at {} where a folder is to be. Choose another place.", path.display(), path.display()
    )]
    InTheWay { path: PathBuf },

    #[error(
        "档案读写出错：{0}。本次操作未保存，请重试；再次出现请关闭后重新打开。\nThe file could not be read or written: {0}. This act was not saved; try again, and reopen the file if it happens again."
    )]
    Sql(#[source] rusqlite::Error),
}

fn at_zh(line: Option<usize>) -> String {
    line.map_or_else(|| "不属于这份档案，或".to_owned(), |n| format!("第{n}行"))
}
fn at_en(line: Option<usize>) -> String {
    line.map_or_else(|| "it belongs to another file".to_owned(), |n| format!("line {n}"))
}

impl Error {
    /// A stable word for the screens to match on.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NotThere { .. } => "not_there",
            Error::Exists { .. } => "exists",
            Error::WrongPassphrase => "wrong_passphrase",
            Error::ShortPassphrase => "short_passphrase",
            Error::WrongRecovery { .. } => "wrong_recovery",
            Error::Damaged { .. } => "damaged",
            Error::NewerVersion { .. } => "newer_version",
            Error::Busy { .. } => "busy",
            Error::ReadOnly { .. } => "read_only",
            Error::Full => "disk_full",
            Error::Stopped => "stopped",
            Error::NothingRecorded => "nothing_recorded",
            Error::NotFound { .. } => "not_found",
            Error::UnknownKind { .. } => "unknown_kind",
            Error::UnknownColumn { .. } => "unknown_column",
            Error::NotCanonical { .. } => "not_canonical",
            Error::Unreadable { .. } => "unreadable",
            Error::SchemaDiffers { .. } => "schema_differs",
            Error::NotAProjection => "not_a_projection",
            Error::BadSnapshot { .. } => "bad_snapshot",
            Error::Cancelled => "cancelled",
            Error::Io { .. } => "io",
            Error::InTheWay { .. } => "in_the_way",
            Error::Sql(_) => "sql",
        }
    }

    pub(crate) fn damaged(what: impl Into<String>, detail: impl ToString) -> Error {
        Error::Damaged { what: what.into(), detail: detail.to_string() }
    }

    /// Names the path, and tells a full disk and a write-protected one from the rest.
    pub(crate) fn io(doing: &'static str, doing_en: &'static str, path: &Path, source: std::io::Error) -> Error {
        use std::io::ErrorKind as K;
        match source.kind() {
            K::StorageFull | K::QuotaExceeded => Error::Full,
            K::ReadOnlyFilesystem | K::PermissionDenied => Error::ReadOnly { path: path.to_owned() },
            K::AlreadyExists | K::NotADirectory => Error::InTheWay { path: path.to_owned() },
            _ => Error::Io { doing, doing_en, path: path.to_owned(), source },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(e: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode as C;
        match e.sqlite_error_code() {
            Some(C::DiskFull) => Error::Full,
            Some(C::ReadOnly) => Error::ReadOnly { path: PathBuf::from(crate::place::FILE) },
            Some(C::DatabaseCorrupt | C::NotADatabase) => Error::damaged("数据库页 / database page", e),
            _ => Error::Sql(e),
        }
    }
}
