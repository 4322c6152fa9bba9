//! What can go wrong on the way out.

use std::io;
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("“{path}”没有写成：{}。 / “{path}” was not written: {}.", why(source).0, why(source).1)]
    Write { path: PathBuf, source: io::Error },
    #[error("“{path}”已经有内容，没有覆盖。 / “{path}” is not empty and was not written over.")]
    NotEmpty { path: PathBuf },
    #[error("表格“{sheet}”写不成Excel：{why}。 / The table “{sheet}” cannot be written for Excel: {why}.")]
    Workbook { sheet: String, why: String },
    #[error("已按要求停下，没有留下半成品。 / Stopped as asked; nothing half-written was left.")]
    Cancelled,
}

/// The system's reasons in the words of someone holding a stick.
fn why(source: &io::Error) -> (String, String) {
    let (zh, en) = match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ("磁盘已满", "the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => ("磁盘是只读的", "the disk is read-only"),
        io::ErrorKind::PermissionDenied => ("没有写入的权限", "there is no permission to write there"),
        io::ErrorKind::NotFound => ("找不到这个位置", "there is no such place"),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => ("那里有同名的文件，不是文件夹", "a file is in the way"),
        io::ErrorKind::InvalidFilename => ("名称太长或者有不允许的字符", "the name is too long or has characters that are not allowed"),
        _ => return (format!("读写出错（{source}）"), format!("input or output error ({source})")),
    };
    (zh.into(), en.into())
}
