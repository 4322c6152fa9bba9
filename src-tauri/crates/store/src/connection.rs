//! A connection as the archive wants it: keyed first, alone, in write-ahead logging with every commit on the disk, and
//! deaf to whatever a crafted schema might ask of it.

use crate::Error;
use crate::keys::Keys;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Once;
use std::time::{Duration, Instant};

/// SQLCipher sets itself up in the first connection that is given a key, and a second thread that comes meanwhile is
/// told that its key is none. So the first one is made alone, in memory, whatever thread it falls to.
pub(crate) fn cipher_ready() {
    static READY: Once = Once::new();
    READY.call_once(|| {
        // Should it fail, the connection that follows says why, with its path.
        let _ =
            Connection::open_in_memory().and_then(|c| c.execute_batch("pragma key = 'first'; create table t (n); select count(*) from t;"));
    });
}

/// A connection in memory, which needs no key.
pub(crate) fn in_memory() -> Result<Connection, Error> {
    cipher_ready();
    let conn = Connection::open_in_memory()?;
    settle(&conn)?;
    Ok(conn)
}

/// A connection with every setting the archive wants.
pub(crate) fn connect(path: &Path, keys: Option<&Keys>) -> Result<Connection, Error> {
    cipher_ready();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    if let Some(keys) = keys {
        conn.execute_batch(&keys.pragma())?;
    }
    // The first opener after a crash holds the log alone for a moment and SQLite does not wait for that by itself.
    let patience = Instant::now();
    loop {
        match settle(&conn) {
            Err(Error::Sql(e)) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                if patience.elapsed() > Duration::from_secs(5) {
                    return Err(Error::Busy { who: "另一程序".to_owned(), since: "—".to_owned() });
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            other => break other.map(|()| conn),
        }
    }
}

/// A look inside without settings: does the key fit?
pub(crate) fn probe(path: &Path, keys: &Keys) -> Result<Connection, Error> {
    cipher_ready();
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.execute_batch(&keys.pragma())?;
    conn.execute_batch("pragma cipher_log = off;")?;
    conn.query_row("select count(*) from sqlite_schema", [], |r| r.get::<_, i64>(0))?;
    Ok(conn)
}

pub(crate) fn settle(conn: &Connection) -> Result<(), Error> {
    conn.execute_batch("pragma cipher_log = off;")?;
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // One for VACUUM INTO, none for anybody else.
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    conn.execute_batch(include_str!("sql/connection.sql"))?;
    conn.query_row("select count(*) from sqlite_schema", [], |r| r.get::<_, i64>(0))?;
    Ok(())
}

/// Every page and every reference; the authentication codes of the pages are checked on the way.
pub(crate) fn whole(conn: &Connection) -> Result<(), Error> {
    let mut stmt = conn.prepare("pragma integrity_check(8)")?;
    let found = stmt.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    if found != ["ok"] {
        return Err(Error::damaged("integrity_check", found.join("; ")));
    }
    let orphans: i64 = conn.query_row("select count(*) from pragma_foreign_key_check", [], |r| r.get(0))?;
    if orphans > 0 {
        return Err(Error::damaged("foreign_key_check", orphans));
    }
    Ok(())
}
