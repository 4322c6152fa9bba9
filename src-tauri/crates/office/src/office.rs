//! The office: where things are on this machine, and at most one committee's file open. What is done with it comes in
//! over the `counter`.

use crate::failure::Failure;
use crate::law::{Law, law_of};
pub use crate::tray::FileOut;
use crate::tray::Tray;
use measures::{Date, Instant};
use std::path::PathBuf;
use std::sync::OnceLock;
use store::Archive;

/// Where things are on this machine.
#[derive(Debug, Clone)]
pub struct Places {
    /// The folder that holds the committees' folders.
    pub data: PathBuf,
    /// Another folder, for what must not lie beside the data: the head of the chain.
    pub config: PathBuf,
    /// Fonts and shipped texts.
    pub assets: PathBuf,
}

/// What setting a page needs, loaded when the first page is set.
#[derive(Debug)]
pub struct Press {
    assets: PathBuf,
    fonts: OnceLock<papers::Fonts>,
}
impl Press {
    pub fn new(assets: PathBuf) -> Self {
        Press { assets, fonts: OnceLock::new() }
    }
    pub fn fonts(&self) -> Result<&papers::Fonts, Failure> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(fonts);
        }
        let fonts = papers::Fonts::open(&self.assets.join("fonts"))?;
        Ok(self.fonts.get_or_init(|| fonts))
    }
}

/// What was counted last for the register, and for which state of the file: paging and typing count nothing again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counted {
    pub seq: u32,
    pub day: Option<Date>,
    /// One total a saved view, in their order.
    pub totals: Vec<u32>,
}

/// An open file and what the desk keeps in hand for it.
pub struct Open {
    pub archive: Archive,
    /// Its folder's name; empty in memory.
    pub name: String,
    pub law: Law,
    /// The day on which the registers were last brought up to date as a whole.
    pub looked_at: Option<Date>,
    /// The totals of the register's saved views, as last counted.
    pub(crate) counted: Counted,
}

pub struct Office {
    pub places: Places,
    pub press: Press,
    /// Long work as the door sees it.
    pub task: crate::task::Task,
    pub(crate) open: Option<Open>,
    pub(crate) tray: Tray,
}

impl Office {
    pub fn new(places: Places) -> Self {
        let press = Press::new(places.assets.clone());
        Office { places, press, task: Default::default(), open: None, tray: Default::default() }
    }

    /// A file in memory: for scenarios, rehearsals and tests. Same schema, same acts, no disk.
    pub fn in_memory(assets: PathBuf, now: Instant) -> Result<Self, Failure> {
        let mut office = Office::new(Places { data: PathBuf::new(), config: PathBuf::new(), assets });
        let archive = Archive::in_memory(serde_json::json!({ "product": "lunshen" }), now)?;
        office.take(archive, String::new())?;
        Ok(office)
    }

    /// Takes an opened archive to the desk: reads its calendars and rule overlays.
    pub(crate) fn take(&mut self, archive: Archive, name: String) -> Result<(), Failure> {
        let law = law_of(&archive)?;
        self.open = Some(Open { archive, name, law, looked_at: None, counted: Default::default() });
        Ok(())
    }

    pub fn opened(&self) -> Result<&Open, Failure> {
        self.open.as_ref().ok_or_else(Failure::closed)
    }
    pub fn opened_mut(&mut self) -> Result<&mut Open, Failure> {
        self.open.as_mut().ok_or_else(Failure::closed)
    }
}
