//! `cargo run -p proof --bin host -- [--port N] [--data DIR] [--out DIR] [--inbox DIR] [--screens DIR]`: see `proof::host`.

use lunshen::{clock::Clock, door::Door, places::Places};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn main() -> Result<(), String> {
    let mut words: HashMap<String, String> = HashMap::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        words.insert(name, value);
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = |name: &str, usual: &str| words.get(name).map_or_else(|| root.join(usual), PathBuf::from);
    let port = words.get("--port").map_or(Ok(5180), |p| p.parse()).map_err(|_| "--port needs a number".to_owned())?;

    let mut places = Places::find(Some(folder("--data", "out/host"))).map_err(|trouble| trouble.lines())?;
    places.papers = folder("--out", "out/papers");
    let door = Door::new(places, Clock::from_environment()).map_err(|trouble| trouble.lines())?;
    let folders = proof::host::Folders { out: folder("--out", "out/papers"), inbox: folder("--inbox", "out/inbox") };
    let port = proof::host::serve(Arc::new(door), folders, folder("--screens", "ui/dist"), port)?;
    println!("http://127.0.0.1:{port}/");
    loop {
        std::thread::park();
    }
}
