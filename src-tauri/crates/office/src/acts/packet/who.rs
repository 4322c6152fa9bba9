//! To whom a packet goes.

use crate::desk::Desk;
use crate::failure::Failure;
use measures::*;

/// A member of any time or an adviser.
pub(super) fn person(desk: &Desk, id: &str) -> Result<String, Failure> {
    if let Some(m) = desk.members().iter().find(|m| m.id == id) {
        return Ok(m.name.clone());
    }
    Ok(desk.tx.get::<Adviser>(id)?.ok_or_else(|| Failure::not_found("member", id))?.name)
}
