//! What is on the screen, pixel by pixel: tells when a program has finished painting without asking the program.

use std::process::{Child, Command};
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask, ImageFormat};
use x11rb::rust_connection::RustConnection;

pub struct Screen {
    connection: RustConnection,
    root: u32,
    size: (u16, u16),
}

/// From the start of the process: when something first showed, and when the picture stopped changing.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    pub first: Duration,
    pub settled: Duration,
}

impl Screen {
    pub fn new(display: &str) -> Screen {
        let (connection, number) = x11rb::connect(Some(display)).expect("the X server of this desktop answers");
        let screen = &connection.setup().roots[number];
        let (root, size) = (screen.root, (screen.width_in_pixels, screen.height_in_pixels));
        Screen { connection, root, size }
    }

    fn picture(&self) -> Vec<u8> {
        let ask = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, self.size.0, self.size.1, !0);
        ask.expect("the X server answers").reply().expect("the root window has a picture").data
    }

    /// Starts `command` and watches until the picture has not changed for `calm`. The caller ends the child.
    #[allow(clippy::zombie_processes)] // the caller waits for the child that it is given
    pub fn watch(&self, mut command: Command, calm: Duration) -> (Child, Shown) {
        let mut last = self.picture();
        let start = Instant::now();
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let (mut first, mut settled) = (None, Duration::ZERO);
        loop {
            std::thread::sleep(Duration::from_millis(4));
            let at = start.elapsed();
            let now = self.picture();
            // a blinking caret is a few dozen pixels; a painted page is thousands
            let changed = now.chunks_exact(4).zip(last.chunks_exact(4)).filter(|(a, b)| a != b).count();
            if changed > 400 {
                first.get_or_insert(at);
                settled = at;
                last = now;
            }
            if let Some(first) = first
                && at - settled > calm
            {
                return (child, Shown { first, settled });
            }
            assert!(at < Duration::from_secs(60), "{command:?} showed nothing for a minute");
        }
    }
}

/// The message a title bar's X sends. Not a key: a window that has just opened may not have the focus yet.
pub(crate) fn ask_to_close(display: &str, window: u32) {
    let (connection, _) = x11rb::connect(Some(display)).expect("the X server of this desktop answers");
    let atom = |name: &[u8]| connection.intern_atom(false, name).expect("the X server answers").reply().expect("an atom").atom;
    let message = ClientMessageEvent::new(32, window, atom(b"WM_PROTOCOLS"), [atom(b"WM_DELETE_WINDOW"), 0, 0, 0, 0]);
    connection.send_event(false, window, EventMask::NO_EVENT, message).expect("the X server answers").check().expect("the window is there");
}
