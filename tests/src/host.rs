//! The door on loopback, so that the screens run in any browser during tests and while they are being drawn. Serves the
//! built screens and the window's three commands: POST /perform, /look, /paper and GET /page?q=. Dialogs are answered
//! by two folders: what is saved goes to `out`, what is picked comes from `inbox`. The product itself has no such thing.

use lunshen::door::{Answer, Door, page_request};
use lunshen::errand::{Ask, Chooser};
use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub struct Folders {
    pub out: PathBuf,
    pub inbox: PathBuf,
}

impl Chooser for Folders {
    fn save(&self, _: &Ask, name: &str) -> Option<PathBuf> {
        std::fs::create_dir_all(&self.out).ok()?;
        Some(self.out.join(name))
    }

    fn open(&self, _: &Ask, many: bool) -> Option<Vec<PathBuf>> {
        let mut files: Vec<_> = std::fs::read_dir(&self.inbox).ok()?.flatten().map(|entry| entry.path()).collect();
        files.sort();
        files.truncate(if many { usize::MAX } else { 1 });
        (!files.is_empty()).then_some(files)
    }

    fn folder(&self, _: &Ask) -> Option<PathBuf> {
        std::fs::create_dir_all(&self.out).ok()?;
        Some(self.out.clone())
    }
}

/// Binds to 127.0.0.1 (`port` 0 takes a free one) and serves from threads of its own; returns the port.
///
/// A thread a connection and one request a connection: a browser opens several at once and keeps some unused, and none of
/// them, nor a long request (the demo being built), may keep another from being answered.
pub fn serve(door: Arc<Door>, folders: Folders, screens: PathBuf, port: u16) -> Result<u16, String> {
    let told = |error: io::Error| format!("127.0.0.1:{port}: {error}");
    let server = TcpListener::bind(("127.0.0.1", port)).map_err(told)?;
    let port = server.local_addr().map_err(told)?.port();
    let folders = Arc::new(folders);
    std::thread::spawn(move || {
        for stream in server.incoming().flatten() {
            let (door, folders, screens) = (door.clone(), folders.clone(), screens.clone());
            std::thread::spawn(move || {
                let _ = answer(stream, &door, &folders, &screens); // the browser may have gone
            });
        }
    });
    Ok(port)
}

struct Request {
    method: String,
    address: String,
    body: Vec<u8>,
}

/// Nobody sends a browser's head longer than this; more is not HTTP.
const LONGEST_HEAD: u64 = 64 * 1024;

fn read(stream: &TcpStream) -> io::Result<Request> {
    stream.set_read_timeout(Some(Duration::from_secs(60)))?; // a connection opened in advance and never used
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut head = reader.by_ref().take(LONGEST_HEAD);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (Some(method), Some(address)) = (words.next(), words.next()) else { return Err(io::ErrorKind::InvalidData.into()) };
    let (mut length, mut waits) = (0, false);
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?,
            "expect" => waits = true,
            _ => {}
        }
    }
    if waits {
        (&mut &*stream).write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body)?;
    Ok(Request { method, address, body })
}

fn answer(mut stream: TcpStream, door: &Door, folders: &Folders, screens: &Path) -> io::Result<()> {
    let request = read(&stream)?;
    let (path, query) = request.address.split_once('?').unwrap_or((&request.address, ""));
    let asked = || body(&request.body);
    let (status, kind, body) = match (request.method.as_str(), path) {
        ("POST", "/perform") => told(asked().and_then(|value| door.perform(value))),
        ("POST", "/look") => told(asked().and_then(|value| door.look(value))),
        ("POST", "/paper") => told(asked().and_then(|value| door.paper(value, folders))),
        ("GET", "/page") => match page_request(query).and_then(|value| door.page(value)) {
            Ok(png) => (200, "image/png", png),
            Err(failure) => told(Err(failure)),
        },
        ("GET", path) => file(screens, path),
        _ => (405, "text/plain", b"GET or POST".to_vec()),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)?;
    stream.flush()
}

/// 200 with the answer, or 422 with the refusal in the shape the screens know.
fn told(answer: Answer) -> (u16, &'static str, Vec<u8>) {
    match answer {
        Ok(value) => (200, "application/json", value.to_string().into_bytes()),
        Err(failure) => (422, "application/json", failure.to_string().into_bytes()),
    }
}

/// The body is the request itself, or `{ "request": … }` and nothing else, as the window's command has it. An errand has a
/// `request` of its own beside its name, which is left in its place.
fn body(bytes: &[u8]) -> Answer {
    match serde_json::from_slice::<Value>(bytes) {
        Ok(Value::Object(mut fields)) if fields.len() == 1 && fields.contains_key("request") => {
            Ok(fields.remove("request").unwrap_or_default())
        }
        Ok(value) => Ok(value),
        Err(error) => {
            let said = error.to_string();
            Err(json!({ "code": "HOST", "kind": "bug", "zh": said, "en": said, "way_zh": "", "way_en": "", "findings": [], "field": "" }))
        }
    }
}

fn file(screens: &Path, path: &str) -> (u16, &'static str, Vec<u8>) {
    let inside = Path::new(path.trim_start_matches('/'));
    if inside.components().any(|part| !matches!(part, Component::Normal(_))) {
        return (403, "text/plain", b"outside".to_vec());
    }
    let wanted = if path == "/" { screens.join("index.html") } else { screens.join(inside) };
    let kind = match wanted.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("ttf") => "font/ttf",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    match std::fs::read(&wanted) {
        Ok(bytes) => (200, kind, bytes),
        Err(error) => (404, "text/plain", format!("{path}: {error}").into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lunshen::{clock::Clock, places::Places};

    fn ask(port: u16, path: &str, body: &str) -> (String, Value) {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the host listens");
        write!(stream, "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{body}", body.len()).expect("sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("answered, and the connection closed");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        (head.lines().next().unwrap_or_default().to_owned(), serde_json::from_str(body).expect("JSON"))
    }

    fn host(folder: &Path) -> u16 {
        let mut places = Places::find(Some(folder.join("data"))).expect("places");
        places.papers = folder.join("papers");
        let door = Door::new(places, Clock::from_environment()).expect("a door");
        let folders = Folders { out: folder.join("out"), inbox: folder.join("inbox") };
        serve(Arc::new(door), folders, folder.join("screens"), 0).expect("served")
    }

    #[test]
    fn idle_connections_keep_nobody_waiting() {
        let folder = tempfile::tempdir().expect("a folder");
        let port = host(folder.path());
        // as a browser does: more connections than it needs, opened together and left silent
        let idle: Vec<TcpStream> = (0..24).map(|_| TcpStream::connect(("127.0.0.1", port)).expect("connected")).collect();
        let asked: Vec<_> =
            (0..24).map(|_| std::thread::spawn(move || ask(port, "/look", r#"{ "request": { "view": "start" } }"#))).collect();
        for one in asked {
            assert_eq!(one.join().expect("answered").0, "HTTP/1.1 200 -");
        }
        drop(idle);
    }

    #[test]
    fn an_errand_keeps_the_request_it_carries() {
        let folder = tempfile::tempdir().expect("a folder");
        let port = host(folder.path());
        let (_, nothing_picked) = ask(port, "/paper", r#"{ "errand": "attach", "request": { "attach": "application", "case": "c1" } }"#);
        assert_eq!(nothing_picked, json!({ "cancelled": true }), "the empty inbox is a dialog that was closed");
    }
}
