//! The law in force for one file: what is shipped, with what the file has imported laid over it.

use crate::failure::Failure;
use crate::records::CalendarRecord;
use measures::{Calendar, Committee, Rules};
use store::Archive;

/// The law as data: the calendar and the rule pack in force for this file.
#[derive(Debug, Clone)]
pub struct Law {
    pub calendar: Calendar,
    pub rules: Rules,
}

/// The shipped calendar and rules with what this file has imported laid over them.
pub(crate) fn law_of(archive: &Archive) -> Result<Law, Failure> {
    let mut calendar = Calendar::shipped();
    for record in archive.read().all::<CalendarRecord>()? {
        calendar.with(record.year);
    }
    let local = archive.read().get::<Committee>("committee")?.map(|c| c.local).unwrap_or_default();
    Ok(Law { calendar, rules: Rules::of(&local).map_err(Failure::blocked)? })
}
