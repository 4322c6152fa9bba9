//! The committee itself: founding, members, undertakings, rule library, calendars, texts (M9, M10, E5–E8, E43).

mod bodies;
mod calendar;
mod committee;
mod designation;
mod library;
mod limits;
mod members;

pub use bodies::*;
pub use calendar::*;
pub use committee::*;
pub use designation::*;
pub use library::*;
pub use limits::*;
pub use members::*;
