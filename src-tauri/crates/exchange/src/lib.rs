//! The mail room: what leaves the house in open formats and can be read without it. Tables as CSV and as an Excel
//! workbook, dates as a calendar file, and a whole committee as a folder of plain files with a list of their hashes.
//!
//! It knows no committee: the desk decides what is handed over. Nothing here opens the archive, and nothing reads the law.

mod calendar;
mod error;
mod folder;
pub mod packet;
mod sheet;
mod workbook;

pub use calendar::{Event, When, calendar};
pub use error::Error;
pub use folder::Folder;
pub use sheet::{Cell, Sheet};
pub use workbook::workbook;
