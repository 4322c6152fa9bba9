//! One window for one data folder. A lock file that the system frees even after a kill, and a knock: the second start
//! leaves a file, the first sees it and raises its window. The knock carries the name of the packet that was double-clicked,
//! if one was. No bus and no socket, which a bare desktop may lack.

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

/// Claims `data`, or knocks at the start that has it, with the packet to be opened there, and waits a moment for its answer.
pub fn start(data: &Path, packet: Option<&Path>) -> Result<Start, Trouble> {
    let path = data.join(".window.lock");
    let knock = data.join(".window.knock");
    let file =
        File::options().create(true).truncate(false).read(true).write(true).open(&path).map_err(|e| Trouble::file("write", &path, e))?;
    match file.try_lock() {
        Ok(()) => {
            let _ = fs::remove_file(&knock); // left by a start that was killed while waiting
            Ok(Start::First(Once { _lock: Some(file), knock }))
        }
        Err(TryLockError::WouldBlock) => Ok(Start::Second { raised: knock_and_wait(&knock, packet, Duration::from_secs(4)) }),
        // Some network shares know no locks. The archive itself refuses a second writer, so nothing is at stake but a second window.
        Err(TryLockError::Error(_)) => Ok(Start::First(Once { _lock: None, knock })),
    }
}

impl Once {
    /// Calls `raise` at each knock, with the packet it names, from a thread of its own, for as long as the program lives.
    pub fn listen(&self, raise: impl Fn(Option<PathBuf>) + Send + 'static) {
        let knock = self.knock.clone();
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_millis(250));
                if !knock.exists() {
                    continue;
                }
                let named = fs::read_to_string(&knock).ok().filter(|name| !name.is_empty()).map(PathBuf::from);
                if fs::remove_file(&knock).is_ok() {
                    raise(named);
                }
            }
        });
    }
}

fn knock_and_wait(knock: &Path, packet: Option<&Path>, patience: Duration) -> bool {
    let name = packet.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
    // Whole or not there: the first start looks four times a second and may look now.
    let part = knock.with_extension("part");
    if fs::write(&part, name).and_then(|()| fs::rename(&part, knock)).is_err() {
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
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    };

    #[test]
    fn the_second_start_knocks_and_the_first_hears() {
        let folder = tempfile::tempdir().unwrap();
        let Start::First(first) = start(folder.path(), None).unwrap() else { panic!("nobody holds the folder yet") };
        let heard = Arc::new(AtomicU32::new(0));
        let named = Arc::new(Mutex::new(None));
        let (count, name) = (heard.clone(), named.clone());
        first.listen(move |packet| {
            *name.lock().unwrap() = packet;
            count.fetch_add(1, Ordering::SeqCst);
        });
        let packet = Path::new("/media/U盘/审查包.lspkt");
        assert!(matches!(start(folder.path(), Some(packet)).unwrap(), Start::Second { raised: true }));
        // the knock file goes before the window is raised, so the count may be a moment late
        let end = Instant::now() + Duration::from_secs(2);
        while heard.load(Ordering::SeqCst) == 0 && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(heard.load(Ordering::SeqCst), 1, "one knock raises the window once");
        assert_eq!(named.lock().unwrap().as_deref(), Some(packet), "and says which packet was double-clicked");
    }

    #[test]
    fn the_folder_is_free_when_the_first_has_gone() {
        let folder = tempfile::tempdir().unwrap();
        drop(start(folder.path(), None).unwrap());
        assert!(matches!(start(folder.path(), None).unwrap(), Start::First(_)));
    }
}
