//! Embeds the screens and the permissions, and keeps our SQLite to ourselves.

fn main() {
    // libwebkit2gtk refers to libsqlite3; without this the linker exports our SQLCipher's symbols from the executable
    // and WebKit's own process would bind to them (`nm -D --defined-only lunshen | grep sqlite3_` must be empty).
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    #[cfg(feature = "window")]
    window();
}

#[cfg(feature = "window")]
fn window() {
    println!("cargo:rerun-if-changed=../ui/dist");
    // Named here, each command needs its own line in capabilities/: a page can call these three and nothing else.
    let commands = tauri_build::AppManifest::new().commands(&["perform", "look", "paper"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("{error:#}\nIf the screens are missing: run `make ui` first (it writes ui/dist).");
    }
}
