//! Long work as it can be seen and stopped from outside: how far an export, a second copy, a proof or the building of the
//! demo is. Whoever does the work tells it; whoever asks needs no access to the file, which the work has in its hands.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

/// Shared between the one at work and the ones who look.
#[derive(Debug, Clone, Default)]
pub struct Task(Arc<State>);

#[derive(Debug, Default)]
struct State {
    what: Mutex<Option<&'static str>>,
    done: AtomicU64,
    all: AtomicU64,
    stop: AtomicBool,
}

/// How far it is. `all` is 0 as long as nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Progress {
    pub what: &'static str,
    pub done: u64,
    pub all: u64,
    pub stopping: bool,
}

impl Task {
    /// Under way until what is given back is dropped.
    pub(crate) fn begin(&self, what: &'static str) -> UnderWay {
        self.0.stop.store(false, Relaxed);
        self.0.done.store(0, Relaxed);
        self.0.all.store(0, Relaxed);
        *self.0.what.lock().unwrap_or_else(PoisonError::into_inner) = Some(what);
        UnderWay(self.clone())
    }
    /// Tells how far it is and answers whether to go on.
    pub(crate) fn at(&self, done: u64, all: u64) -> bool {
        self.0.done.store(done, Relaxed);
        self.0.all.store(all, Relaxed);
        !self.0.stop.load(Relaxed)
    }
    /// Asks it to stop at its next step; nothing half-done is left.
    pub fn stop(&self) {
        self.0.stop.store(true, Relaxed);
    }
    pub fn progress(&self) -> Option<Progress> {
        let what = (*self.0.what.lock().unwrap_or_else(PoisonError::into_inner))?;
        let (done, all, stopping) = (self.0.done.load(Relaxed), self.0.all.load(Relaxed), self.0.stop.load(Relaxed));
        Some(Progress { what, done, all, stopping })
    }
}

pub(crate) struct UnderWay(Task);

impl Drop for UnderWay {
    fn drop(&mut self) {
        *self.0.0.what.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_seen_and_stopped_from_outside_and_the_next_begins_afresh() {
        let task = Task::default();
        let outside = task.clone();
        assert_eq!(outside.progress(), None);
        let under_way = task.begin("export");
        assert!(task.at(3, 10));
        assert_eq!(outside.progress(), Some(Progress { what: "export", done: 3, all: 10, stopping: false }));
        outside.stop();
        assert!(!task.at(4, 10), "the next step is told to stop");
        drop(under_way);
        assert_eq!(outside.progress(), None);
        let _next = task.begin("verify");
        assert!(task.at(0, 0), "an earlier stop is not meant for it");
    }
}
