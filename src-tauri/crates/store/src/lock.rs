//! One writer. An advisory lock the system drops when the process dies, and beside it who holds it and since when.

use crate::Error;
use crate::place::{HOLDER, LOCK};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::Path;

#[derive(Debug)]
pub struct Held {
    _file: File,
}

#[derive(Serialize, Deserialize)]
struct Holder {
    who: String,
    since: String,
}

pub fn hold(data: &Path, at: &str) -> Result<Held, Error> {
    let path = data.join(LOCK);
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(&path)
        .map_err(|e| Error::io("打开", "open", &path, e))?;
    // The text lies in a second file: where locks are mandatory nobody could read it from the locked one.
    let told = data.join(HOLDER);
    match patiently(&file) {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let holder = fs::read(&told).ok().and_then(|b| serde_json::from_slice::<Holder>(&b).ok());
            let (who, since) = holder.map_or_else(|| ("另一程序".to_owned(), "—".to_owned()), |h| (h.who, h.since));
            return Err(Error::Busy { who, since });
        }
        Err(TryLockError::Error(e)) => return Err(Error::io("锁定", "lock", &path, e)),
    }
    let holder = Holder { who: who(), since: at.to_owned() };
    // Only a courtesy to whoever comes second: a full disk must not keep the first one out.
    let _ = crate::place::write_whole(&told, &serde_json::to_vec(&holder).expect("two strings are JSON"), false);
    Ok(Held { _file: file })
}

/// A process that is just ending, or a child it has just forked, holds the lock for a moment longer.
fn patiently(file: &File) -> Result<(), TryLockError> {
    for _ in 0..10 {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(std::time::Duration::from_millis(30)),
            other => return other,
        }
    }
    file.try_lock()
}

fn who() -> String {
    let user = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_else(|_| "?".to_owned());
    let host = std::env::var("COMPUTERNAME")
        .ok()
        .or_else(|| fs::read_to_string("/etc/hostname").ok())
        .map_or_else(|| "?".to_owned(), |h| h.trim().to_owned());
    format!("{user}@{host} (pid {})", std::process::id())
}
