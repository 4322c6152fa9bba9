//! The door on loopback, so that the screens run in any browser during tests and while they are being drawn. Serves the
//! built screens and the window's three commands: POST /perform, /look, /paper and GET /page?q=. Dialogs are answered
//! by two folders: what is saved goes to `out`, what is picked comes from `inbox`. The product itself has no such thing.

use lunshen::door::{Answer, Door, page_request};
use lunshen::errand::{Ask, Chooser};
use serde_json::{Value, json};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

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
pub fn serve(door: Arc<Door>, folders: Folders, screens: PathBuf, port: u16) -> Result<u16, String> {
    let server = Arc::new(Server::http(("127.0.0.1", port)).map_err(|error| format!("127.0.0.1:{port}: {error}"))?);
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    let folders = Arc::new(folders);
    for _ in 0..4 {
        let (server, door, folders, screens) = (server.clone(), door.clone(), folders.clone(), screens.clone());
        std::thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(request, &door, &folders, &screens);
            }
        });
    }
    Ok(port)
}

fn answer(mut request: Request, door: &Door, folders: &Folders, screens: &Path) {
    let address = request.url().to_owned();
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let (status, kind, body) = match (request.method().clone(), path) {
        (Method::Post, "/perform") => told(body(&mut request).and_then(|value| door.perform(value))),
        (Method::Post, "/look") => told(body(&mut request).and_then(|value| door.look(value))),
        (Method::Post, "/paper") => told(body(&mut request).and_then(|value| door.paper(value, folders))),
        (Method::Get, "/page") => match page_request(query).and_then(|value| door.page(value)) {
            Ok(png) => (200, "image/png", png),
            Err(failure) => told(Err(failure)),
        },
        (Method::Get, path) => file(screens, path),
        _ => (405, "text/plain", b"GET or POST".to_vec()),
    };
    let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("a plain header");
    let response = Response::from_data(body)
        .with_status_code(status)
        .with_header(header("Content-Type", kind))
        .with_header(header("Cache-Control", "no-store"));
    let _ = request.respond(response); // the browser may have gone
}

/// 200 with the answer, or 422 with the refusal in the shape the screens know.
fn told(answer: Answer) -> (u16, &'static str, Vec<u8>) {
    match answer {
        Ok(value) => (200, "application/json", value.to_string().into_bytes()),
        Err(failure) => (422, "application/json", failure.to_string().into_bytes()),
    }
}

/// The body is the request itself, or `{ "request": … }` as the window's command has it.
fn body(request: &mut Request) -> Answer {
    let mut text = Vec::new();
    let read = request.as_reader().read_to_end(&mut text).map_err(|error| error.to_string());
    let value = read.and_then(|_| serde_json::from_slice::<Value>(&text).map_err(|error| error.to_string()));
    match value {
        Ok(mut value) => Ok(value.get_mut("request").map(Value::take).unwrap_or(value)),
        Err(error) => {
            Err(json!({ "code": "HOST", "kind": "bug", "zh": error, "en": error, "way_zh": "", "way_en": "", "findings": [], "field": "" }))
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
