//! The system's own dialogs for files, and the only place that knows `rfd`. Called from worker threads only: a dialog
//! opened from the main thread would wait for itself for ever.

use crate::errand::{Ask, Chooser};
use rfd::AsyncFileDialog;
use std::path::PathBuf;
use std::sync::Mutex;
use tauri::{WebviewWindow, async_runtime::block_on};

pub(crate) struct Native {
    pub(crate) window: WebviewWindow,
}

/// GTK's dialog is not modal for us, so a quick hand could open a second one behind the first.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

impl Native {
    fn dialog(&self, ask: &Ask) -> AsyncFileDialog {
        let mut dialog = AsyncFileDialog::new().set_title(&ask.title).set_parent(&self.window);
        if let Some(folder) = &ask.begin {
            dialog = dialog.set_directory(folder);
        }
        for kind in &ask.kinds {
            dialog = dialog.add_filter(&kind.name, &kind.endings);
        }
        dialog
    }
}

impl Chooser for Native {
    fn save(&self, ask: &Ask, name: &str) -> Option<PathBuf> {
        let _only = ONE_AT_A_TIME.try_lock().ok()?;
        let file = block_on(self.dialog(ask).set_file_name(name).save_file())?;
        Some(file.path().to_owned())
    }

    fn open(&self, ask: &Ask, many: bool) -> Option<Vec<PathBuf>> {
        let _only = ONE_AT_A_TIME.try_lock().ok()?;
        if many {
            let files = block_on(self.dialog(ask).pick_files())?;
            return Some(files.iter().map(|f| f.path().to_owned()).collect());
        }
        Some(vec![block_on(self.dialog(ask).pick_file())?.path().to_owned()])
    }

    fn folder(&self, ask: &Ask) -> Option<PathBuf> {
        let _only = ONE_AT_A_TIME.try_lock().ok()?;
        Some(block_on(self.dialog(ask).pick_folder())?.path().to_owned())
    }
}
