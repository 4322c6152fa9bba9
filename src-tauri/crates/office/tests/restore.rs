//! A restore that cannot be done leaves the file as it was: open, whole, with its acts. On a real file on the disk.

use office::beijing::moment;
use office::office::{Office, Places};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const PASSPHRASE: &str = "江州大学伦理委员会二〇二六";

struct Room {
    folder: tempfile::TempDir,
    office: Office,
}

impl Room {
    /// A committee of one act, and a copy of it taken then.
    fn new() -> (Room, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |part: &str| folder.path().join(part);
        let places =
            Places { data: at("data"), config: at("config"), assets: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets") };
        std::fs::create_dir_all(&places.data).expect("made");
        let mut room = Room { office: Office::new(places), folder };
        room.file(json!({ "file": "create", "name": "江州大学", "passphrase": PASSPHRASE })).expect("created");
        room.found("江州大学");
        let stick = room.path("stick");
        std::fs::create_dir_all(&stick).expect("made");
        room.file(json!({ "file": "copy_to", "folder": stick })).expect("copied");
        let copy = newest(&stick);
        (room, copy)
    }
    fn path(&self, part: &str) -> PathBuf {
        self.folder.path().join(part)
    }
    fn file(&mut self, request: Value) -> Result<Value, office::Failure> {
        self.office.file(moment("2026-09-01 10:00").expect("a moment"), request)
    }
    fn found(&mut self, unit: &str) {
        let act = json!({ "do": { "act": "found_committee", "name": format!("{unit}伦理委员会"),
            "unit": { "name": unit, "credit_code": "12360000MB0A1B2C3D", "kind": "university", "affiliation": "local", "province": "江州省", "autonomous_area": false, "authority": "江州省科学技术厅" },
            "founded": "2025-01-10", "letter_prefix": "江大智伦", "case_prefix": "JZU-AI", "secretary": "许文静" } });
        self.office.perform(moment("2026-09-01 09:00").expect("a moment"), act).expect("founded");
    }
    /// The committee is open and can be worked on: its name, and how many acts it has.
    fn whole(&mut self) -> (String, u32) {
        let open = self.office.opened().expect("a file is open");
        let read = open.archive.read();
        assert!(read.get::<measures::Committee>("committee").expect("readable").is_some());
        let (name, acts) = (open.name.clone(), read.head().seq);
        let draft = self.file(json!({ "file": "put_draft", "key": "k", "value": { "a": 1 } }));
        draft.expect("and can be written to");
        (name, acts)
    }
}

/// The database file among what a copy wrote.
fn newest(folder: &Path) -> PathBuf {
    let mut stack = vec![folder.to_owned()];
    let mut found = None;
    while let Some(at) = stack.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder").flatten() {
            if entry.path().is_dir() {
                stack.push(entry.path());
            } else if entry.path().extension().is_some_and(|e| e == "lunshen") {
                found = Some(entry.path());
            }
        }
    }
    found.expect("a copy was written")
}

#[test]
fn a_wrong_passphrase_leaves_the_file_open() {
    let (mut room, copy) = Room::new();
    let before = room.whole();
    let refused = room.file(json!({ "file": "restore", "snapshot": copy, "passphrase": "这不是口令这不是口令" })).expect_err("refused");
    assert_eq!(refused.kind, office::failure::FailureKind::WrongPassphrase, "{refused}");
    assert_eq!(room.whole(), before);
}

#[test]
fn a_damaged_or_missing_copy_leaves_the_file_open() {
    let (mut room, copy) = Room::new();
    let before = room.whole();
    let mut bytes = std::fs::read(&copy).expect("the copy");
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle..middle + 4096] {
        *byte ^= 0x5a;
    }
    std::fs::write(&copy, &bytes).expect("damaged");
    for request in [
        json!({ "file": "restore", "snapshot": copy, "passphrase": PASSPHRASE }),
        json!({ "file": "restore", "snapshot": "没有这一份.lunshen", "passphrase": PASSPHRASE }),
        json!({ "file": "bring_in", "name": "别的委员会", "copy": copy, "passphrase": PASSPHRASE }),
    ] {
        let refused = room.file(request.clone()).expect_err("refused");
        assert!(!refused.zh.is_empty() && !refused.en.is_empty(), "{request}");
        assert_eq!(room.whole(), before, "{request}");
    }
    assert!(!room.path("data/别的委员会").exists(), "no empty committee is left behind");
}

#[test]
fn a_good_copy_is_restored_and_says_so() {
    let (mut room, copy) = Room::new();
    let (name, acts) = room.whole();
    room.file(json!({ "file": "restore", "snapshot": copy, "passphrase": PASSPHRASE })).expect("restored");
    assert_eq!(room.whole(), (name, acts + 1), "one line more: that it was restored");
}
