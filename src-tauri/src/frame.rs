//! Where the window stood last time: a few numbers in the settings folder. Not the page's own memory (which tab, which
//! filter), which is the page's business.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use tauri::{LogicalPosition, LogicalSize, WebviewWindow};

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Frame {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    maximized: bool,
}

fn file(config: &Path) -> PathBuf {
    config.join("window.json")
}

impl Frame {
    pub(crate) fn remembered(config: &Path) -> Option<Frame> {
        let frame: Frame = serde_json::from_slice(&std::fs::read(file(config)).ok()?).ok()?;
        (frame.width >= 400.0 && frame.height >= 300.0).then_some(frame)
    }

    /// Puts the window where it was, unless that place is on a screen that has been unplugged.
    pub(crate) fn restore(self, window: &WebviewWindow) {
        let _ = window.set_size(LogicalSize::new(self.width, self.height));
        let scale = window.scale_factor().unwrap_or(1.0);
        let visible = window.available_monitors().unwrap_or_default().iter().any(|monitor| {
            let (at, size) = (monitor.position().to_logical::<f64>(scale), monitor.size().to_logical::<f64>(scale));
            let middle = self.x + self.width / 2.0;
            (at.x..at.x + size.width).contains(&middle) && (at.y..at.y + size.height - 40.0).contains(&self.y)
        });
        if visible {
            let _ = window.set_position(LogicalPosition::new(self.x, self.y));
        }
        if self.maximized {
            let _ = window.maximize();
        }
    }

    /// Called when the window is about to close. A maximized window keeps the size it would go back to.
    pub(crate) fn remember(window: &WebviewWindow, config: &Path) {
        let maximized = window.is_maximized().unwrap_or(false);
        let now = (|| {
            let scale = window.scale_factor().ok()?;
            let (at, size) = (window.outer_position().ok()?.to_logical::<f64>(scale), window.inner_size().ok()?.to_logical::<f64>(scale));
            Some(Frame { x: at.x, y: at.y, width: size.width, height: size.height, maximized: false })
        })();
        let frame = match (maximized, Frame::remembered(config), now) {
            (true, Some(before), _) => Frame { maximized: true, ..before },
            (true, None, Some(now)) => Frame { maximized: true, ..now },
            (false, _, Some(now)) => now,
            _ => return,
        };
        if let Ok(text) = serde_json::to_vec(&frame) {
            let _ = crate::files::save(&file(config), &text); // the next window opens in the middle then
        }
    }
}
