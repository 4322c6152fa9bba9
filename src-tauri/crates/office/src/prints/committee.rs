//! The roster of members on a day (M10, E7).

use crate::failure::Failure;
use crate::sources::Sources;
use measures::*;
use papers::roster::{Roster, RosterRow};

pub(crate) fn roster(src: &Sources, day: Date) -> Result<Roster, Failure> {
    let findings = m10_composition::composition(&src.members, &src.committee.unit, day, &src.law.rules, src.committee.settings.profile);
    let statement = findings.iter().filter(|f| f.verdict == finding::worst(&findings)).map(|f| f.zh.clone()).collect();
    let mut rows: Vec<(Role, RosterRow)> = src
        .in_office(day)
        .into_iter()
        .filter_map(|m| {
            let term = m.term_on(day)?;
            let row = RosterRow {
                name: m.name.clone(),
                gender: m.sex.zh().into(),
                role: term.role.zh().into(),
                category: m.category.zh().into(),
                unit: m.unit.clone(),
                external: m.external,
                title: m.title.clone(),
                from: term.from,
                to: term.until,
            };
            Some((term.role, row))
        })
        .collect();
    // Chair, vice-chairs, members; within each by seat.
    rows.sort_by_key(|(role, _)| *role);
    Ok(Roster { imprint: Default::default(), as_of: day, members: rows.into_iter().map(|(_, r)| r).collect(), statement })
}
