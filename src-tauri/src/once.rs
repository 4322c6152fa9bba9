//! One window for one data folder. A lock file that the system frees even after a kill, and a knock: the second start
//! leaves a file, the first sees it and raises its window. No bus and no socket, which a bare desktop may lack.

use crate::trouble::Trouble;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Held as long as the program runs.
pub struct Once {
    _lock: Option<File>,
    knock: PathBuf,
}

pub enum Start {
    First(Once),
    /// Another start holds the folder; `raised` says whether it answered the knock.
    Second {
        raised: bool,
    },
}

/// Claims `data`, or knocks at the start that has it and waits a moment for its answer.
pub fn start(data: &Path) -> Result<Start, Trouble> {
    let path = data.join(".window.lock");
    let knock = data.join(".window.knock");
    let file =
        File::options().create(true).truncate(false).read(true).write(true).open(&path).map_err(|e| Trouble::file("write", &path, e))?;
    match file.try_lock() {
        Ok(()) => {
            let _ = fs::remove_file(&knock); // left by a start that was killed while waiting
            Ok(Start::First(Once { _lock: Some(file), knock }))
        }
        Err(TryLockError::WouldBlock) => Ok(Start::Second { raised: knock_and_wait(&knock, Duration::from_secs(4)) }),
        // Some network shares know no locks. The archive itself refuses a second writer, so nothing is at stake but a second window.
        Err(TryLockError::Error(_)) => Ok(Start::First(Once { _lock: None, knock })),
    }
}

impl Once {
    /// Calls `raise` at each knock, from a thread of its own, for as long as the program lives.
    pub fn listen(&self, raise: impl Fn() + Send + 'static) {
        let knock = self.knock.clone();
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_millis(250));
                if knock.exists() && fs::remove_file(&knock).is_ok() {
                    raise();
                }
            }
        });
    }
}

fn knock_and_wait(knock: &Path, patience: Duration) -> bool {
    if fs::write(knock, b"").is_err() {
        return false;
    }
    let end = Instant::now() + patience;
    while Instant::now() < end {
        std::thread::sleep(Duration::from_millis(50));
        if !knock.exists() {
            return true;
        }
    }
    let _ = fs::remove_file(knock);
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    };

    #[test]
    fn the_second_start_knocks_and_the_first_hears() {
        let folder = tempfile::tempdir().unwrap();
        let Start::First(first) = start(folder.path()).unwrap() else { panic!("nobody holds the folder yet") };
        let heard = Arc::new(AtomicU32::new(0));
        let count = heard.clone();
        first.listen(move || {
            count.fetch_add(1, Ordering::SeqCst);
        });
        assert!(matches!(start(folder.path()).unwrap(), Start::Second { raised: true }));
        // the knock file goes before the window is raised, so the count may be a moment late
        let end = Instant::now() + Duration::from_secs(2);
        while heard.load(Ordering::SeqCst) == 0 && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(heard.load(Ordering::SeqCst), 1, "one knock raises the window once");
    }

    #[test]
    fn the_folder_is_free_when_the_first_has_gone() {
        let folder = tempfile::tempdir().unwrap();
        drop(start(folder.path()).unwrap());
        assert!(matches!(start(folder.path()).unwrap(), Start::First(_)));
    }
}
