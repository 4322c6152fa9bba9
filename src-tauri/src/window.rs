//! The window: opens it, answers the page's three commands and its page images, and closes the archive when it goes.
//! What the page may do at all is in `capabilities/main.json` and the CSP of `tauri.conf.json`.

use crate::{
    clock::Clock,
    dialogs::Native,
    door::{Answer, Door},
    frame::Frame,
    log::Log,
    once::{self, Start},
    places::Places,
    trouble::Trouble,
};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;
use tauri::{
    AppHandle, Emitter, Manager, RunEvent, State, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
    async_runtime::spawn_blocking, http,
};

const MAIN: &str = "main";
/// The page hears that a packet waits; which one it asks for itself.
const PACKET: &str = "packet";

/// Runs until the window is closed. A second start on the same data raises the first one's window and ends. `packet` was
/// named on the command line: the page opens in chair mode and asks for its passphrase.
pub fn run(places: Places, clock: Clock, packet: Option<PathBuf>) -> Result<(), Trouble> {
    let once = match once::start(&places.data, packet.as_deref())? {
        Start::First(once) => once,
        Start::Second { raised: true } => return Ok(()),
        Start::Second { raised: false } => return Err(Trouble::OpenAlready { folder: places.data.display().to_string() }),
    };
    let log = Arc::new(Log::open(&places.config));
    log.catch_panics(clock);
    log.line(clock.now(), &format!("lunshen {} starts", env!("CARGO_PKG_VERSION")));
    let config = places.config.clone();
    let door = Arc::new(Door::new(places, clock)?);
    if let Some(packet) = packet {
        door.await_packet(packet);
    }
    let app = tauri::Builder::default()
        .manage(door.clone())
        .invoke_handler(tauri::generate_handler![perform, look, paper])
        .register_asynchronous_uri_scheme_protocol("lunshen", |context, request, responder| {
            let door = context.app_handle().state::<Arc<Door>>().inner().clone();
            spawn_blocking(move || responder.respond(page(&door, request.uri())));
        })
        .setup(move |app| {
            let window = open(app.handle())?;
            if let Some(frame) = Frame::remembered(&config) {
                frame.restore(&window);
            }
            let closing = window.clone();
            window.on_window_event(move |event| {
                if let WindowEvent::CloseRequested { .. } = event {
                    Frame::remember(&closing, &config);
                }
            });
            let handle = app.handle().clone();
            once.listen(move |packet| raise(&handle, packet));
            app.manage(once); // the lock lives as long as the program
            Ok(())
        })
        .build(tauri::generate_context!())
        .map_err(|error| Trouble::NoWindow { said: error.to_string() })?;
    app.run(move |_handle, event| match event {
        RunEvent::Exit => door.close(),
        // A double click on a packet reaches a running program here, and only on this system.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => raise(_handle, urls.into_iter().find_map(|url| url.to_file_path().ok())),
        _ => {}
    });
    Ok(())
}

fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    // The first view travels with the page, which otherwise would wait for its own question. It is looked at again there.
    let start = app.state::<Arc<Door>>().look(serde_json::json!({ "view": "start" })).unwrap_or(Value::Null);
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("伦审")
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .center()
        // The title bar says 演示 or the committee's name: the page sets document.title.
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        // The product has one page. A link in a pasted text must not turn the window into a browser.
        .on_navigation(|url| matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost"))
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .initialization_script(format!("window.__START__ = {start}"))
        // Back and Reload of the web view's menu would throw away what is being typed; fields keep cut and paste.
        .initialization_script(
            "addEventListener('contextmenu', e => { if (!e.target.closest?.('input,textarea,[contenteditable]')) e.preventDefault() })",
        )
        .build()
}

/// Brings the window forward, and tells the page of a packet that was double-clicked.
fn raise(app: &AppHandle, packet: Option<PathBuf>) {
    if let Some(packet) = packet {
        app.state::<Arc<Door>>().await_packet(packet);
        let _ = app.emit(PACKET, ());
    }
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

#[tauri::command]
async fn perform(door: State<'_, Arc<Door>>, request: Value) -> Answer {
    aside(&door, move |door| door.perform(request)).await
}

#[tauri::command]
async fn look(door: State<'_, Arc<Door>>, request: Value) -> Answer {
    aside(&door, move |door| door.look(request)).await
}

#[tauri::command]
async fn paper(window: WebviewWindow, door: State<'_, Arc<Door>>, request: Value) -> Answer {
    aside(&door, move |door| door.paper(request, &Native { window })).await
}

/// The desk works on a thread of its own, so that the window always answers the mouse.
async fn aside(door: &Arc<Door>, work: impl FnOnce(&Door) -> Answer + Send + 'static) -> Answer {
    let door = door.clone();
    match spawn_blocking(move || work(&door)).await {
        Ok(answer) => answer,
        Err(error) => Err(Trouble::Stopped { said: error.to_string() }.failure()),
    }
}

/// `lunshen://localhost/page?q=<JSON, percent-encoded>` → PNG; a refusal comes as JSON with status 422.
fn page(door: &Door, uri: &http::Uri) -> http::Response<Vec<u8>> {
    let answer = crate::door::page_request(uri.query().unwrap_or_default()).and_then(|request| door.page(request));
    let (status, kind, body) = match answer {
        Ok(png) => (200, "image/png", png),
        Err(failure) => (422, "application/json", failure.to_string().into_bytes()),
    };
    http::Response::builder()
        .status(status)
        .header("Content-Type", kind)
        .header("Cache-Control", "no-store") // a draft's page changes under the same address, and pages stay out of any cache on disk
        .header("Access-Control-Allow-Origin", "*")
        .body(body)
        .expect("a status and three fixed headers make a response")
}
