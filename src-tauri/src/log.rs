//! The log for whoever is asked for help: what broke, with its cause chain, and never a name, a title or a number of a
//! case. Two files of at most a megabyte in the settings folder. Not the journal, which is the committee's record.

use chrono::{DateTime, FixedOffset};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const LARGEST: u64 = 1024 * 1024;

pub struct Log {
    path: PathBuf,
    file: Mutex<Option<File>>,
}

impl Log {
    /// A log that cannot be opened is no reason to refuse work: it stays silent then.
    pub fn open(config: &Path) -> Log {
        let path = config.join("lunshen.log");
        if fs::metadata(&path).is_ok_and(|about| about.len() > LARGEST) {
            let _ = fs::rename(&path, config.join("lunshen.old.log"));
        }
        let file = File::options().create(true).append(true).open(&path).ok();
        Log { path, file: Mutex::new(file) }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn line(&self, now: DateTime<FixedOffset>, text: &str) {
        let Ok(mut file) = self.file.lock() else { return };
        if let Some(file) = file.as_mut() {
            let one = text.replace('\n', "\n    ");
            let _ = writeln!(file, "{} {one}", now.format("%Y-%m-%dT%H:%M:%S%:z"));
        }
    }

    /// From here on a panic is written down with its place, and then the program ends: what it was at is rolled back by the
    /// archive, and nothing goes on half-done. Only a panic over a stranger's PDF is caught where it happened, and written
    /// down too.
    pub fn catch_panics(self: &std::sync::Arc<Log>, clock: crate::clock::Clock) {
        let log = self.clone();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            // the message may quote what a person typed; the place is enough to find the fault
            log.line(clock.now(), &format!("panic at {place}\n{}", std::backtrace::Backtrace::force_capture()));
            before(panic);
            if !office::guard::inside() {
                std::process::abort();
            }
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_log_makes_room_and_keeps_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lunshen.log");
        fs::write(&path, vec![b'x'; LARGEST as usize + 1]).unwrap();
        let log = Log::open(folder.path());
        log.line(crate::clock::Clock::real().now(), "one\ntwo");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.ends_with("+08:00 one\n    two\n"), "a line carries its time: {text:?}");
        assert!(folder.path().join("lunshen.old.log").exists(), "the old lines are kept once");
    }
}
