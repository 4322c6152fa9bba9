//! A desktop of its own for one test: X server, session bus, window manager, home folder. The real program runs on it
//! under WebKit's own driver. Everything dies with the test, also when the test is killed.
//!
//! Needs what `make setup` installs: Xvfb, dbus-daemon, openbox, WebKitWebDriver, xdotool, ImageMagick, setpriv.

use crate::page::Page;
use fantoccini::{ClientBuilder, wd::Capabilities};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

/// A child that leads its own process group (driver, program, WebKit's processes) and takes the group with it.
pub struct Leader(Child);

impl Drop for Leader {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.0.id())]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

pub struct Desktop {
    /// Home folder of the person at this desktop.
    pub home: tempfile::TempDir,
    pub display: String,
    surroundings: Vec<(String, String)>,
    _leaders: Vec<Leader>,
}

/// The debug build beside the running test, or `LUNSHEN_APP`.
pub fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("LUNSHEN_APP") {
        return named.into();
    }
    let test = std::env::current_exe().expect("a running test has a path");
    let found = test.ancestors().skip(1).map(|folder| folder.join("lunshen")).find(|path| path.is_file());
    found.expect("the program is not built: run `cargo build -p lunshen` first, or set LUNSHEN_APP")
}

/// Dies with the thread that starts it: call from the test's own thread.
fn leader(command: Command) -> Child {
    let (program, arguments): (_, Vec<_>) = (command.get_program().to_owned(), command.get_args().map(ToOwned::to_owned).collect());
    let mut wrapped = Command::new("setpriv");
    wrapped.args(["--pdeathsig", "KILL", "--"]).arg(program).args(arguments).process_group(0).stdin(Stdio::null());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            wrapped.env(name, value);
        }
    }
    wrapped.stdout(Stdio::piped()).stderr(if loud() { Stdio::inherit() } else { Stdio::null() });
    wrapped.spawn().unwrap_or_else(|error| panic!("{command:?} did not start ({error}); run `make setup`"))
}

/// Below the range the system hands out: waiting for a port inside it can connect to itself, and two tests asking at
/// the same moment can be given the same one.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + (std::process::id() % 100) as u16 * 100;
    let ports = std::iter::repeat_with(|| first + NEXT.fetch_add(1, Ordering::Relaxed) % 100).take(100);
    ports.into_iter().find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()).expect("a free port among a hundred")
}

fn loud() -> bool {
    std::env::var_os("E2E_VERBOSE").is_some()
}

fn first_line(child: &mut Child, what: &str) -> String {
    let mut line = String::new();
    let out = child.stdout.take().expect("stdout is piped");
    BufReader::new(out).read_line(&mut line).expect("the pipe can be read");
    assert!(!line.trim().is_empty(), "{what} ended before it was ready; run `make setup`");
    line.trim().to_owned()
}

impl Desktop {
    /// With a screen of the smallest supported window and a little more.
    pub fn start() -> Desktop {
        Desktop::with(1400, 900, &[])
    }

    /// `more` is further environment of the program, for instance `LUNSHEN_NOW`.
    pub fn with(width: u32, height: u32, more: &[(&str, &str)]) -> Desktop {
        let home = tempfile::Builder::new().prefix("lunshen-e2e").tempdir().expect("the temporary folder can be written");
        let at = |name: &str| {
            let folder = home.path().join(name);
            lunshen::places::create_private(&folder).expect("the home folder can be written");
            folder.display().to_string()
        };

        // -displayfd: the server picks a free display and names it once it is ready
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp", "-noreset"]);
        let mut server = leader(command);
        let display = format!(":{}", first_line(&mut server, "Xvfb"));

        let mut surroundings: Vec<(String, String)> = [
            ("DISPLAY", display.clone()),
            ("HOME", home.path().display().to_string()),
            ("XDG_RUNTIME_DIR", at("run")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("LANG", "C.UTF-8".into()),
            ("GDK_BACKEND", "x11".into()),
            ("NO_AT_BRIDGE", "1".into()),
            ("GTK_USE_PORTAL", "0".into()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
        surroundings.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));

        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]).envs(surroundings.clone());
        let mut bus = leader(command);
        surroundings.push(("DBUS_SESSION_BUS_ADDRESS".into(), first_line(&mut bus, "dbus-daemon")));

        let mut command = Command::new("openbox");
        command.envs(surroundings.clone());
        let manager = leader(command);

        Desktop { home, display, surroundings, _leaders: vec![Leader(server), Leader(bus), Leader(manager)] }
    }

    /// The folder in which the program keeps its committees.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data/lunshen")
    }

    /// Starts the program with a driver of its own (a driver serves one session) and waits for its page.
    pub async fn open(&self) -> Page {
        self.open_with(&[]).await
    }

    /// As [`Desktop::open`], with arguments for the program.
    pub async fn open_with(&self, arguments: &[&str]) -> Page {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).envs(self.surroundings.clone()).env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Leader(leader(command));
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < end, "WebKitWebDriver did not listen on {port}; run `make setup`");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let mut wishes = Capabilities::new();
        wishes.insert("webkitgtk:browserOptions".into(), json!({ "binary": program(), "args": arguments }));
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        let address = format!("http://127.0.0.1:{port}");
        let connecting = builder.capabilities(wishes).connect(&address);
        // a program that cannot open its window leaves the driver waiting for ever
        let client =
            tokio::time::timeout(Duration::from_secs(60), connecting).await.expect("the window opens within a minute").expect("a session");
        Page::new(client, driver)
    }

    /// A command on this desktop, for instance the program a second time or without its window.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.envs(self.surroundings.clone()).stdin(Stdio::null());
        command
    }

    /// The processes of the program that show on this desktop.
    pub fn programs(&self) -> Vec<String> {
        let wanted = program().canonicalize().expect("the program exists");
        let mark = format!("DISPLAY={}", self.display);
        let processes = std::fs::read_dir("/proc").expect("Linux").flatten();
        let ours = processes.filter(|entry| {
            let folder = entry.path();
            std::fs::read_link(folder.join("exe")).is_ok_and(|exe| exe == wanted)
                && std::fs::read(folder.join("environ")).is_ok_and(|all| all.split(|byte| *byte == 0).any(|one| one == mark.as_bytes()))
        });
        ours.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Kills the program as a power cut would: no farewell to anybody. Returns how many processes were hit.
    pub fn kill_program(&self) -> usize {
        let kill = |process: &String| Command::new("kill").args(["-KILL", process]).status().is_ok_and(|status| status.success());
        self.programs().iter().filter(|process| kill(process)).count()
    }

    /// Closes a window as its X does, and waits until the program has ended in order.
    pub async fn close_window(&self, window: &str) {
        crate::screen::ask_to_close(&self.display, window.parse().expect("xdotool names windows by number"));
        let end = Instant::now() + Duration::from_secs(15);
        while !self.programs().is_empty() {
            assert!(Instant::now() < end, "the program does not end when its window is closed");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub fn xdotool(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("timeout");
        let out = command.arg("15").arg("xdotool").args(arguments).env("DISPLAY", &self.display).output().expect("xdotool is installed");
        assert!(out.status.success(), "xdotool {arguments:?}: {} {}", out.status, String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).trim().to_owned()
    }

    /// The windows whose title matches, visible ones only.
    pub fn windows(&self, title: &str) -> Vec<String> {
        let mut command = Command::new("xdotool");
        let out = command
            .args(["search", "--onlyvisible", "--name", title])
            .env("DISPLAY", &self.display)
            .output()
            .expect("xdotool is installed");
        String::from_utf8_lossy(&out.stdout).lines().map(str::to_owned).collect()
    }

    /// Waits until a visible window has this in its title.
    pub async fn window(&self, title: &str) -> String {
        let end = Instant::now() + Duration::from_secs(15);
        loop {
            if let Some(id) = self.windows(title).pop() {
                return id;
            }
            assert!(Instant::now() < end, "no window is titled {title}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types `path` into the native file dialog and confirms; waits until the dialog has gone.
    pub async fn answer_dialog(&self, title: &str, path: &Path) {
        let path = path.to_str().expect("the tests' paths are UTF-8");
        let dialog = self.window(title).await;
        self.xdotool(&["windowactivate", "--sync", &dialog]);
        self.xdotool(&["key", "ctrl+l"]);
        tokio::time::sleep(Duration::from_millis(200)).await; // the entry opens with an animation that swallows keys
        self.xdotool(&["key", "ctrl+a"]);
        // for other characters xdotool remaps a key each, and too fast they get lost
        self.xdotool(&["type", "--delay", if path.is_ascii() { "5" } else { "120" }, path]);
        tokio::time::sleep(Duration::from_millis(300)).await; // so does the completion
        self.xdotool(&["key", "Return"]);
        self.gone(title).await;
    }

    /// Escapes from the native dialog.
    pub async fn cancel_dialog(&self, title: &str) {
        let dialog = self.window(title).await;
        self.xdotool(&["windowactivate", "--sync", &dialog]);
        self.xdotool(&["key", "Escape"]);
        self.gone(title).await;
    }

    async fn gone(&self, title: &str) {
        let end = Instant::now() + Duration::from_secs(15);
        while !self.windows(title).is_empty() {
            assert!(Instant::now() < end, "the dialog {title} stays open");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The whole screen with title bars and native dialogs.
    pub fn screenshot(&self, to: &Path) {
        let status = Command::new("import")
            .args(["-window", "root"])
            .arg(to)
            .env("DISPLAY", &self.display)
            .status()
            .expect("ImageMagick is installed");
        assert!(status.success(), "import could not write {}", to.display());
    }
}
