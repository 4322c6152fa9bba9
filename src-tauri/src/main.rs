//! `lunshen` without a word opens the window; with one it does a job and ends. See `cli.rs`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    calm_webkit();
    lunshen::cli::run()
}

/// WebKit's DMA-BUF renderer shows an empty window with some graphics drivers and costs 85 MB where there is no GPU.
#[allow(unsafe_code)]
fn calm_webkit() {
    if cfg!(target_os = "linux") && std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        // SAFETY: the first statement of the program; no other thread exists that could read the environment.
        unsafe { std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1") };
    }
}
