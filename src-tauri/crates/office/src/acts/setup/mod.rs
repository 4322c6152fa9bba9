//! The committee itself: founding, members, undertakings, rule library, calendars, texts (M9, M10, E5–E8, E43).

mod calendar;
mod committee;
mod library;
mod members;

pub use calendar::*;
pub use committee::*;
pub use library::*;
pub use members::*;
