//! Packets out and opinions back: who was handed what, whose key signs, what came back, and the points made of it. Which
//! opinion counts is computed from all on file (`measures::m14_packets`), so nothing here is ever overwritten.

mod form;
mod hand;
mod merge;
mod opinion;
mod reader;
mod who;

pub use form::{FormedItem, TakeInForm};
pub use hand::HandOutPacket;
pub use merge::{MergePoints, PointIn, PointTick, TickPoints};
pub use opinion::{EnterOpinion, ReturnedItem, TakeInReturn};
pub use reader::{EnrolReader, RevokeReader};
