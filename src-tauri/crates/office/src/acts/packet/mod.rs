//! Packets out and opinions back: who was handed what, whose key signs, what came back, and the points made of it. Which
//! opinion counts is computed from all on file (`measures::m14_packets`), so nothing here is ever overwritten.

mod hand;
mod merge;
mod opinion;
mod reader;

pub use hand::HandOutPacket;
pub use merge::{MergePoints, PointIn, PointTick, TickPoints};
pub use opinion::{EnterOpinion, ReturnedItem, TakeInReturn};
pub use reader::{EnrolReader, RevokeReader};

use crate::desk::Desk;
use crate::failure::Failure;
pub(crate) use crate::prints::packet::{edition_of, item_or_case};
use measures::*;

/// A member of any time or an adviser.
fn person(desk: &Desk, id: &str) -> Result<String, Failure> {
    if let Some(m) = desk.members().iter().find(|m| m.id == id) {
        return Ok(m.name.clone());
    }
    Ok(desk.tx.get::<Adviser>(id)?.ok_or_else(|| Failure::not_found("member", id))?.name)
}
