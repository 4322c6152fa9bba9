//! `cargo run --release -p proof --bin start -- PROGRAM EMPTY [ROUNDS]`: from the start of the process until the first
//! page stands still, the program against an empty Tauri window with the same web view, in turns on one screen.

use proof::{desktop::Desktop, screen::Screen};
use std::process::{Command, Stdio};
use std::time::Duration;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let usage = "start PROGRAM EMPTY [ROUNDS]";
    let (program, empty) = (arguments.next().expect(usage), arguments.next().expect(usage));
    let rounds: usize = arguments.next().map_or(9, |n| n.parse().expect(usage));
    let desktop = Desktop::with(1400, 900, &[]);
    let screen = Screen::new(&desktop.display);
    let once = |path: &str| {
        let mut command = desktop.command(path);
        command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").stdout(Stdio::null()).stderr(Stdio::null());
        let (mut child, shown) = screen.watch(command, Duration::from_millis(1200));
        let _ = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
        let _ = child.wait();
        std::thread::sleep(Duration::from_millis(600)); // WebKit's own processes go after their parent
        shown.settled.as_secs_f64() * 1000.0
    };
    once(&empty);
    once(&program); // the first of each reads the disk
    let (mut ours, mut theirs): (Vec<f64>, Vec<f64>) = (0..rounds).map(|_| (once(&program), once(&empty))).unzip();
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    println!(
        "window start to a still page, median of {rounds}: lunshen {ours:.0} ms, empty window {theirs:.0} ms, ratio {:.2}",
        ours / theirs
    );
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
