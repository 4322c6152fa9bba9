//! The door of the house (package `lunshen`): how the outside reaches the desk. A window with three typed commands,
//! native dialogs, the printer, the command line. No rule, no SQL, no layout; it opens no socket and reads no network.

pub mod cli;
pub mod clock;
pub mod door;
pub mod errand;
pub mod files;
mod jobs;
pub mod log;
pub mod once;
pub mod places;
pub mod printer;
pub mod trouble;

#[cfg(feature = "window")]
mod dialogs;
#[cfg(feature = "window")]
mod frame;
#[cfg(feature = "window")]
pub mod window;
