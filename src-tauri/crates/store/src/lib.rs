//! The archive (档案): one encrypted file for one committee, its journal, its numbers, its attachments, its copies.
//! The only room with SQL. 《科技伦理审查办法（试行）》第六条 asks for 档案管理、保密管理 and 可追溯; this is where it is kept.
//!
//! Deliberately absent: rules (they are in `measures`), words on paper, any way to change a record without a line in
//! the journal, any way to change or shorten the journal.

mod archive;
pub mod canonical;
pub mod chain;
mod connection;
mod copies;
mod error;
mod head;
mod journal;
mod keys;
mod lock;
mod notice;
mod nouns;
mod open;
mod place;
mod reader;
mod restore;
mod retention;
mod rows;
mod schema;
mod search;
mod snapshot;
mod texts;
mod tx;
mod verify;

pub use archive::Archive;
pub use chain::Head;
pub use copies::{SnapshotInfo, snapshots_in};
pub use error::Error;
pub use journal::{Entry, Image, JournalFilter, Line};
pub use keys::{Cost, RecoverySheet};
pub use notice::Notice;
pub use open::SetAside;
pub use place::{FILE, Places, last_used, sync_folder};
pub use reader::Reader;
pub use restore::{LostAct, RestorePreview};
pub use rows::{CaseRowIn, Duty, DutyIn, Op, Pressing, RowQuery};
pub use schema::{KINDS, VERSION};
pub use search::{Hit, How, reading};
pub use snapshot::CopyInfo;
pub use tx::Tx;
pub use verify::{Flaw, Report};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A record: plain data with a kind and an id. The kind is the name of its table (see `KINDS`).
pub trait Record: Serialize + DeserializeOwned {
    const KIND: &'static str;
    fn id(&self) -> &str;
}
