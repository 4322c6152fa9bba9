//! The schema as numbered steps, forward only. The hash of each step taken is stored in the file and compared at every
//! opening: a file whose steps differ from ours has been altered, or ours have, and either is refused.

use crate::Error;
use crate::chain::sha256;
use rusqlite::{Connection, OptionalExtension};

/// Marks the file as ours: "LunS".
pub const APPLICATION_ID: i32 = 0x4c75_6e53;

struct Step {
    version: u32,
    name: &'static str,
    sql: &'static str,
}

const STEPS: &[Step] = &[
    Step { version: 1, name: "archive", sql: include_str!("../schema/0001_archive.sql") },
    Step { version: 2, name: "projections", sql: include_str!("../schema/0002_projections.sql") },
    Step { version: 3, name: "readers", sql: include_str!("../schema/0003_readers.sql") },
    Step { version: 4, name: "pressing", sql: include_str!("../schema/0004_pressing.sql") },
];

pub const VERSION: u32 = STEPS[STEPS.len() - 1].version;

/// A kind of record and the first letters of its ids. A new kind is one line here and one step beside.
pub const KINDS: &[(&str, &str)] = &[
    ("committee", "co"),
    ("member", "p"),
    ("adviser", "ad"),
    ("training", "tr"),
    ("case", "c"),
    ("material", "f"),
    ("meeting", "m"),
    ("item", "i"),
    ("paper", "d"),
    ("complaint", "cp"),
    ("consultation", "cs"),
    ("calendar", "cal"),
    ("wording", "w"),
    ("law_text", "l"),
    ("report", "r"),
    ("packet", "pk"),
    ("contact", "ct"),
    ("note", "n"),
    ("reader", "rd"),
    ("opinion", "op"),
    ("points", "lp"),
];

pub fn known(kind: &str) -> Result<&'static str, Error> {
    KINDS.iter().find(|(k, _)| *k == kind).map(|(k, _)| *k).ok_or_else(|| Error::UnknownKind { kind: kind.to_owned() })
}

pub fn prefix(kind: &str) -> Result<&'static str, Error> {
    KINDS.iter().find(|(k, _)| *k == kind).map(|(_, p)| *p).ok_or_else(|| Error::UnknownKind { kind: kind.to_owned() })
}

pub fn version(conn: &Connection) -> Result<u32, Error> {
    Ok(conn.query_row("pragma user_version", [], |r| r.get(0))?)
}

/// Before anything is written: ours, not newer, and every step taken is the step we know.
pub fn check(conn: &Connection) -> Result<u32, Error> {
    let at = version(conn)?;
    if at > VERSION {
        return Err(Error::NewerVersion { file: at, ours: VERSION });
    }
    let id: i32 = conn.query_row("pragma application_id", [], |r| r.get(0))?;
    if id != APPLICATION_ID {
        return Err(Error::damaged("application_id", id));
    }
    for step in STEPS.iter().filter(|s| s.version <= at) {
        let stored: Option<String> = conn.query_row(include_str!("sql/migration_hash.sql"), [step.version], |r| r.get(0)).optional()?;
        if stored.as_deref() != Some(&sha256(&[step.sql.as_bytes()])) {
            return Err(Error::SchemaDiffers { version: step.version });
        }
    }
    let shape: Option<String> = conn.query_row(include_str!("sql/migration_shape.sql"), [at], |r| r.get(0)).optional()?;
    if shape.as_deref() != Some(&shape_hash(conn)?) {
        return Err(Error::SchemaDiffers { version: at });
    }
    Ok(at)
}

/// Takes the steps that are missing up to `to`, each in a transaction of its own.
pub fn migrate(conn: &Connection, at: &str, to: u32) -> Result<(), Error> {
    let from = version(conn)?;
    for step in STEPS.iter().filter(|s| s.version > from && s.version <= to) {
        conn.execute_batch("begin immediate")?;
        let take = || -> Result<(), Error> {
            if step.version == 1 {
                conn.execute_batch(include_str!("sql/migration_table.sql"))?;
                conn.pragma_update(None, "application_id", APPLICATION_ID)?;
            }
            conn.execute_batch(step.sql)?;
            conn.pragma_update(None, "user_version", step.version)?;
            let hash = sha256(&[step.sql.as_bytes()]);
            conn.execute(
                include_str!("sql/migration_insert.sql"),
                rusqlite::params![step.version, step.name, hash, shape_hash(conn)?, at],
            )?;
            Ok(())
        };
        match take() {
            Ok(()) => conn.execute_batch("commit")?,
            Err(e) => {
                let _ = conn.execute_batch("rollback");
                return Err(e);
            }
        }
    }
    Ok(())
}

/// The schema as it lies in the file, triggers and all: a dropped trigger or a planted view changes it.
fn shape_hash(conn: &Connection) -> Result<String, Error> {
    let mut stmt = conn.prepare(include_str!("sql/shape.sql"))?;
    let lines = stmt.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(sha256(&[lines.join("\n").as_bytes()]))
}
