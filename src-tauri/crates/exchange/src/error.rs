//! What can go wrong on the way out.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("“{path}”写不进去：{source}。 / “{path}” cannot be written: {source}.")]
    Write { path: PathBuf, source: std::io::Error },
    #[error("“{path}”已经有内容，导出只写进空文件夹。 / “{path}” is not empty; an export goes into an empty folder only.")]
    NotEmpty { path: PathBuf },
    #[error("表格“{sheet}”写不成Excel：{why}。 / The table “{sheet}” cannot be written for Excel: {why}.")]
    Workbook { sheet: String, why: String },
    #[error("导出已取消，写了一半的文件夹“{path}”已标明未完成。 / Cancelled; the half-written folder “{path}” says that it is incomplete.")]
    Cancelled { path: PathBuf },
}
