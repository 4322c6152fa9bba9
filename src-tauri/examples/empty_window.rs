//! An empty Tauri window with the product's own web view and settings: the yardstick `make bench` holds the product's
//! start against. It shows one word and does nothing.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    let page = "<!doctype html><meta charset=utf-8><title>空窗</title><style>body{font:32px sans-serif;background:#f4f5f7}</style><p>空窗";
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", move |_, _| {
            tauri::http::Response::builder()
                .header("Content-Type", "text/html")
                .body(page.as_bytes().to_vec())
                .expect("one header makes a response")
        })
        .setup(|app| {
            let url = "empty://localhost/".parse().expect("a fixed address");
            WebviewWindowBuilder::new(app, "main", WebviewUrl::CustomProtocol(url))
                .title("空窗")
                .inner_size(1366.0, 768.0)
                .center()
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a display and a web view");
}
