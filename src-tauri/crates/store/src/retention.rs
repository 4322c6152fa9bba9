//! Which snapshots stay: all of the last two days, then a week of days, eight weeks, a year of months, and one of each
//! year for ever. Counted from the newest snapshot, never from the clock, and never below ten.

use crate::Error;
use crate::copies::{SnapshotInfo, ok_of, snapshots_in, vault_of};
use crate::place::Places;
use chrono::Datelike;
use std::collections::BTreeSet;
use std::fs;

const FLOOR: usize = 10;

/// Names that may go. `all` is newest first.
pub(crate) fn superfluous(all: &[SnapshotInfo]) -> Vec<String> {
    let Some(newest) = all.first() else { return Vec::new() };
    let last_verified = all.iter().position(|s| s.verified);
    let (mut days, mut weeks, mut months, mut years) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut go = Vec::new();
    for (i, s) in all.iter().enumerate() {
        let (day, age) = (s.at.date_naive(), newest.at - s.at);
        // The newest of each day, week, month and year stands for it.
        let fresh = [
            days.len() < 9 && days.insert(day),
            weeks.len() < 8 && weeks.insert((day.iso_week().year(), day.iso_week().week())),
            months.len() < 12 && months.insert((day.year(), day.month())),
            years.insert(day.year()),
        ]
        .contains(&true);
        let before_a_step = ["migration", "restore", "import"].contains(&s.why.as_str()) && age.num_days() <= 366;
        let keep = i < FLOOR || Some(i) == last_verified || age.num_hours() <= 48 || fresh || before_a_step;
        if !keep {
            go.push(s.name.clone());
        }
    }
    go
}

/// Removes what may go, and what interrupted copies left.
pub(crate) fn thin(places: &Places) -> Result<(), Error> {
    let dir = places.snapshots();
    for name in superfluous(&snapshots_in(places)) {
        let file = dir.join(&name);
        for part in [ok_of(&file), vault_of(&file), file] {
            if part.exists() {
                fs::remove_file(&part).map_err(|e| Error::io("清除", "clear", &part, e))?;
            }
        }
    }
    Ok(())
}

/// What an interrupted copy left behind; called while no copy is being made.
pub(crate) fn sweep(places: &Places) {
    let Ok(folder) = fs::read_dir(places.snapshots()) else { return };
    for entry in folder.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let partial = name.ends_with(".tmp") || name.contains(".tmp-");
        let lone = [".ok", ".vault.json"]
            .iter()
            .any(|end| name.strip_suffix(end).is_some_and(|base| !places.snapshots().join(format!("{base}.lunshen")).exists()));
        if partial || lone {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Duration};

    fn snapshot(n: i64, why: &str, hours: i64) -> SnapshotInfo {
        let start = DateTime::parse_from_rfc3339("2024-01-01T09:00:00+08:00").unwrap();
        SnapshotInfo {
            name: format!("s{n}"),
            at: start + Duration::hours(hours),
            seq: n as u32,
            hash: String::new(),
            size: 1,
            sha256: String::new(),
            why: why.into(),
            verified: true,
        }
    }

    /// Two snapshots a day for three years, thinned each time as the program does.
    #[test]
    fn three_years_thin_to_a_few_dozen_and_each_year_stays() {
        let mut kept: Vec<SnapshotInfo> = Vec::new();
        for n in 0..2190 {
            kept.insert(0, snapshot(n, if n == 1500 { "migration" } else { "day" }, n * 12));
            let go = superfluous(&kept);
            kept.retain(|s| !go.contains(&s.name));
            assert_eq!(kept[0].seq, n as u32, "the newest stays");
            assert!(kept.len() >= FLOOR.min(n as usize + 1), "never below the floor");
        }
        assert!((25..=45).contains(&kept.len()), "{} kept", kept.len());
        for year in 2024..=2026 {
            assert!(kept.iter().any(|s| s.at.year() == year), "one of {year}");
        }
        assert!(kept.iter().any(|s| s.why == "migration"), "the copy before a migration stays a year");
        let newest = kept[0].at;
        assert_eq!(kept.iter().filter(|s| (newest - s.at).num_hours() <= 48).count(), 5, "all of two days");
    }

    #[test]
    fn a_clock_that_jumped_ahead_costs_nothing() {
        let mut all: Vec<SnapshotInfo> = (1..10).rev().map(|n| snapshot(n, "day", n * 24)).collect();
        all.insert(0, snapshot(10, "day", 24 * 365 * 70));
        assert!(superfluous(&all).is_empty(), "the ten newest and the last verified stay whatever the clock says");
        all.iter_mut().for_each(|s| s.verified = false);
        all.push(SnapshotInfo { verified: true, ..snapshot(0, "day", 0) });
        assert!(!superfluous(&all).contains(&"s0".to_owned()), "nor does the last verified one go");
    }
}
