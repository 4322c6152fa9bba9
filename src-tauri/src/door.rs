//! The three commands and the page image, without a window: what `window.rs` offers the screens and the host under
//! `tests/` offers a browser. Passes requests to the desk one at a time and knows nothing of what they mean.

use crate::{clock::Clock, places::Places, printer::Tray, trouble::Trouble};
use office::{Failure, FileOut, Office, reading::Room, task::Task};
use serde::Serialize;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// JSON as the screens read it; the error has the shape of `office::Failure`.
pub type Answer<T = Value> = Result<T, Value>;

pub struct Door {
    office: Mutex<Option<Office>>,
    /// Chair mode, behind a lock of its own: a packet needs no committee's file, and the two know nothing of each other.
    room: Mutex<Room>,
    /// Seen and stopped without waiting for the work itself.
    task: Task,
    pub(crate) clock: Clock,
    pub(crate) places: Places,
    pub(crate) tray: Tray,
}

impl Door {
    pub fn new(places: Places, clock: Clock) -> Result<Door, Trouble> {
        let office = Office::new(places.for_office());
        let (task, room) = (office.task.clone(), Mutex::new(Room::new(&places.data)));
        Ok(Door { office: Mutex::new(Some(office)), room, task, clock, places, tray: Tray::new()? })
    }

    /// An act; when the request names a `file`, something about the archive itself: open, lock, copy, restore; when it
    /// names a `reading`, chair mode.
    pub fn perform(&self, request: Value) -> Answer {
        if request.get("reading").is_some() {
            return self.reading(request);
        }
        if request["file"] == "stop" {
            self.task.stop();
            return Ok(Value::Null);
        }
        if request.get("file").is_some() {
            return self.ask(|office| office.file(self.clock.now(), request));
        }
        self.ask(|office| office.perform(self.clock.now(), request))
    }

    /// A view. `task` is how far long work is, or null; it is answered while the work goes on.
    pub fn look(&self, view: Value) -> Answer {
        if view["view"] == "task" {
            return Ok(to_json(self.task.progress()));
        }
        self.ask(|office| office.look(self.clock.now(), view))
    }

    pub(crate) fn set(&self, request: Value) -> Answer {
        self.ask(|office| office.paper(self.clock.now(), request))
    }

    /// One page of a paper as PNG, or of a document in the packet that is open.
    pub fn page(&self, request: Value) -> Answer<Vec<u8>> {
        if request.get("reading").is_some() {
            return self.room().page(request).map_err(to_json);
        }
        self.ask(|office| office.page(self.clock.now(), request))
    }

    pub(crate) fn reading(&self, request: Value) -> Answer {
        self.room().ask(self.clock.now(), request).map_err(to_json)
    }

    /// A packet named on the command line or by a double click; the page asks for its passphrase.
    pub fn await_packet(&self, path: PathBuf) {
        self.room().await_packet(path);
    }

    pub(crate) fn return_name(&self) -> Answer<String> {
        self.room().return_name().map_err(to_json)
    }

    pub(crate) fn make_return(&self, path: &Path) -> Answer<()> {
        self.room().make_return(self.clock.now(), path).map_err(to_json)
    }

    pub(crate) fn packet_document(&self, id: &str) -> Answer<FileOut> {
        self.room().document(id).map_err(to_json)
    }

    fn room(&self) -> MutexGuard<'_, Room> {
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn bytes(&self, of: Value) -> Answer<FileOut> {
        self.ask(|office| office.bytes(self.clock.now(), of))
    }

    pub(crate) fn attach(&self, request: Value, files: Vec<PathBuf>) -> Answer {
        self.ask(|office| office.attach(self.clock.now(), request, files))
    }

    /// Closes the archive in order. What the page still asks afterwards is refused.
    pub fn close(&self) {
        if let Some(mut office) = self.lock().take() {
            office.close();
        }
    }

    /// One request at a time.
    fn ask<T>(&self, work: impl FnOnce(&mut Office) -> Result<T, Failure>) -> Answer<T> {
        match self.lock().as_mut() {
            Some(office) => work(office).map_err(to_json),
            None => Err(Trouble::Stopped { said: "the window is closing".into() }.failure()),
        }
    }

    /// An act that panicked has rolled back its transaction; the desk itself is whole and goes on.
    fn lock(&self) -> MutexGuard<'_, Option<Office>> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The request in `q=<JSON, percent-encoded>`: an `<img>` has an address and no body.
pub fn page_request(query: &str) -> Answer {
    let not = |said: String| Trouble::NotUnderstood { said }.failure();
    let text = query.split('&').find_map(|pair| pair.strip_prefix("q=")).ok_or_else(|| not("q is missing".into()))?;
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || rest.next().and_then(|d| char::from(d).to_digit(16));
                match (digit(), digit()) {
                    (Some(high), Some(low)) => (high * 16 + low) as u8,
                    _ => return Err(not("q is cut off".into())),
                }
            }
            other => other,
        });
    }
    serde_json::from_slice(&bytes).map_err(|error| not(error.to_string()))
}

pub(crate) fn to_json(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| Trouble::Stopped { said: error.to_string() }.failure())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_page_address_carries_its_request() {
        let query = "q=%7B%22paper%22%3A%22%E5%86%B3%E5%AE%9A%22%2C%22n%22%3A1%7D&v=2";
        assert_eq!(page_request(query), Ok(json!({ "paper": "决定", "n": 1 })));
        for broken in ["", "n=1", "q=%7", "q=%zz", "q=%7B"] {
            assert_eq!(page_request(broken).unwrap_err()["code"], "LS-W23", "{broken:?} is refused, not guessed");
        }
    }
}
