//! The commands as a colleague in IT meets them: a wrong passphrase, a folder that is not there, a file in the way, a
//! scenario in the wrong encoding. Each ends with 1 and a sentence in both languages, and leaves nothing half-written.

use office::beijing::moment;
use office::{Office, Places};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PASSPHRASE: &str = "江州大学伦理委员会二〇二六";

struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    /// A data folder with one founded committee.
    fn new() -> Room {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |part: &str| folder.path().join(part);
        let places =
            Places { data: at("data"), config: at("config/lunshen"), assets: Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets") };
        std::fs::create_dir_all(&places.data).expect("made");
        let mut office = Office::new(places);
        let now = moment("2026-09-01 09:00").expect("a moment");
        office.file(now, json!({ "file": "create", "name": "江州大学", "passphrase": PASSPHRASE })).expect("created");
        let act = json!({ "do": { "act": "found_committee", "name": "江州大学伦理委员会",
            "unit": { "name": "江州大学", "credit_code": "12360000MB0A1B2C3D", "kind": "university", "affiliation": "local", "province": "江州省", "autonomous_area": false, "authority": "江州省科学技术厅" },
            "founded": "2025-01-10", "letter_prefix": "江大智伦", "case_prefix": "JZU-AI", "secretary": "许文静" } });
        office.perform(now, act).expect("founded");
        office.close();
        Room { folder }
    }
    fn path(&self, part: &str) -> PathBuf {
        self.folder.path().join(part)
    }
    fn run(&self, passphrase: &str, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_lunshen"))
            .arg("--data")
            .arg(self.path("data"))
            .args(words)
            .env("LUNSHEN_PASSPHRASE", passphrase)
            .env("LUNSHEN_NOW", "2026-09-02T09:00:00+08:00")
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("HOME", self.folder.path())
            .current_dir(self.folder.path())
            .output()
            .expect("the program starts")
    }
    /// Refused with 1 and a sentence in Chinese and in English; what stands in the folder is what stood there.
    #[track_caller]
    fn refused(&self, passphrase: &str, words: &[&str], sentence: &str) {
        let before = self.listing();
        let out = self.run(passphrase, words);
        let said = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
        assert_eq!(out.status.code(), Some(1), "{words:?}: {said}");
        assert!(said.contains(sentence), "{words:?}: {said}");
        assert!(said.lines().any(|l| l.is_ascii() || l.chars().filter(char::is_ascii_alphabetic).count() > 12), "and in English: {said}");
        for raw in ["os error", "panicked", "missing field", "RUST_BACKTRACE"] {
            assert!(!said.contains(raw), "{words:?}: {said}");
        }
        assert_eq!(self.listing(), before, "{words:?} left something behind");
    }
    /// Every file but those of the committee's own house-keeping.
    fn listing(&self) -> Vec<String> {
        let mut all = Vec::new();
        let mut stack = vec![self.folder.path().to_owned()];
        while let Some(at) = stack.pop() {
            for entry in std::fs::read_dir(&at).expect("a folder").flatten() {
                let path = entry.path();
                if path == self.path("data") || path == self.path("config") {
                    continue;
                }
                all.push(path.display().to_string());
                if path.is_dir() {
                    stack.push(path);
                }
            }
        }
        all.sort();
        all
    }
}

#[test]
fn every_command_refuses_a_wrong_passphrase() {
    let room = Room::new();
    let out = room.path("out").display().to_string();
    for words in [
        &["verify", "江州大学"][..],
        &["report", "江州大学", "--year", "2026", "--out", &out],
        &["export", "江州大学", "--out", &out],
        &["inspection", "江州大学", "--year", "2026", "--out", &out],
        &["backup", "江州大学", "--to", &out],
    ] {
        room.refused("这不是口令这不是口令", words, "口令");
    }
}

#[test]
fn every_command_says_that_a_file_is_not_there() {
    let room = Room::new();
    let out = room.path("out").display().to_string();
    for words in [
        &["verify", "没有这个委员会"][..],
        &["report", "没有这个委员会", "--year", "2026", "--out", &out],
        &["export", "./没有/这个委员会", "--out", &out],
        &["backup", "没有这个委员会", "--to", &out],
    ] {
        room.refused(PASSPHRASE, words, "没有");
    }
}

#[test]
fn a_file_in_the_way_of_the_folder_is_named_and_stays() {
    let room = Room::new();
    std::fs::write(room.path("挡路"), "x").expect("written");
    let out = room.path("挡路").display().to_string();
    for words in [
        &["report", "江州大学", "--year", "2026", "--out", &out][..],
        &["export", "江州大学", "--out", &out],
        &["inspection", "江州大学", "--year", "2026", "--out", &out],
        &["backup", "江州大学", "--to", &out],
    ] {
        room.refused(PASSPHRASE, words, "挡路");
    }
    assert_eq!(std::fs::read_to_string(room.path("挡路")).expect("it stays"), "x");
}

#[test]
fn a_year_that_is_none_is_refused() {
    let room = Room::new();
    let out = room.path("out").display().to_string();
    room.refused(PASSPHRASE, &["report", "江州大学", "--year", "99999999", "--out", &out], "年份");
    room.refused(PASSPHRASE, &["inspection", "江州大学", "--year", "99999999", "--out", &out], "年份");
}

#[test]
fn scenarios_that_cannot_be_read_say_why() {
    let room = Room::new();
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(room.path(name), bytes).expect("written");
        room.path(name).display().to_string()
    };
    // 标题：回避 in GBK
    let gbk = write("gbk.yaml", b"title: \xb1\xea\xcc\xe2\xa3\xba\xbb\xd8\xb1\xdc\n");
    let empty = write("empty.yaml", b"");
    let huge = write("huge.yaml", &vec![b'a'; 9 << 20]);
    let other = write("other.yaml", b"- 1\n- 2\n");
    let missing = room.path("missing.yaml").display().to_string();
    for (file, sentence) in [(&gbk, "GBK"), (&empty, "是空的"), (&huge, "8MB"), (&other, "不是情景文件"), (&missing, "没有这个文件")]
    {
        room.refused(PASSPHRASE, &["scenario", file], sentence);
    }
}

#[test]
fn each_command_does_its_work_and_an_export_twice_never_writes_over_the_first() {
    let room = Room::new();
    let out = room.path("out").display().to_string();
    let ok = |words: &[&str]| {
        let done = room.run(PASSPHRASE, words);
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    assert!(ok(&["verify", "江州大学"]).contains("完整"));
    // The database itself may be named, too.
    let database = room.path("data/江州大学").join(office::DATABASE).display().to_string();
    assert!(ok(&["verify", &database]).contains("完整"));
    ok(&["export", "江州大学", "--out", &out]);
    ok(&["inspection", "江州大学", "--year", "2026", "--out", &out]);
    ok(&["report", "江州大学", "--year", "2026", "--out", &out]);
    ok(&["backup", "江州大学", "--to", &out]);
    let written = room.listing();
    assert!(written.iter().any(|p| p.ends_with("目录.html")) && written.iter().any(|p| p.ends_with("SHA256SUMS")), "{written:?}");
    assert!(!written.iter().any(|p| p.contains("未完成") || p.ends_with(".tmp") || p.ends_with(".part")), "{written:?}");
    // The same minute: the folder is there and is not written over.
    room.refused(PASSPHRASE, &["export", "江州大学", "--out", &out], "没有覆盖");
    let folder =
        std::fs::read_dir(&out).expect("out").flatten().map(|e| e.path()).find(|p| p.join("留痕.jsonl").exists()).expect("the export");
    let lines = std::fs::read_to_string(folder.join("留痕.jsonl")).expect("the journal");
    let first: Value = serde_json::from_str(lines.lines().next().expect("a line")).expect("JSON");
    assert_eq!(first["act"], "found_committee");
}
