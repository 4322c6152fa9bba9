//! The jobs of the command line: each opens a committee's file at the desk, has the desk do one thing, and says what
//! came of it. Nothing is computed here.

use crate::{clock::Clock, files, places::Places, trouble::Trouble};
use office::{Failure, Office, scenario};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What is printed before the program ends with 1; empty when everything has been said already.
pub struct Stop(pub String);

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Stop {
        Stop(trouble.lines())
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        let Failure { code, zh, en, way_zh, way_en, .. } = failure;
        let way_en = if way_en.is_empty() { way_en } else { format!(" {way_en}") };
        Stop(format!("{zh}{way_zh}（{code}）\n{en}{way_en} ({code})"))
    }
}

type Done = Result<(), Stop>;

pub(crate) fn scenarios(places: &Places, paths: &[PathBuf]) -> Done {
    let (mut passed, mut failed) = (0, 0);
    let mut files = Vec::new();
    for path in paths {
        match std::fs::read_dir(path) {
            Ok(found) => files.extend(found.flatten().map(|f| f.path()).filter(|f| f.extension().is_some_and(|e| e == "yaml"))),
            Err(_) => files.push(path.clone()),
        }
    }
    files.sort();
    for path in &files {
        let verdicts = match scenario::run_file(path, &places.assets) {
            Ok(verdicts) => verdicts,
            Err(words) => {
                failed += 1;
                println!("✗ {words}");
                continue;
            }
        };
        println!("{}", path.display());
        for verdict in verdicts {
            match verdict.failure {
                None => {
                    passed += 1;
                    println!("  ✓ {}", verdict.title);
                }
                Some(why) => {
                    failed += 1;
                    println!("  ✗ {}\n    {}", verdict.title, why.replace('\n', "\n    "));
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(Stop(String::new())) }
}

pub(crate) fn demo(mut places: Places, clock: Clock, out: &Path) -> Done {
    places.data = absolute(out);
    files::make_folder(&places.data)?;
    let mut office = Office::new(places.for_office());
    // only the demo's own folder: whatever else lies in `out` stays
    office.file(clock.now(), json!({ "file": "remove_demo" }))?;
    office.file(clock.now(), json!({ "file": "demo" }))?;
    let folder = places.data.join("文书");
    let shown = office.look(clock.now(), json!({ "view": "papers", "show": "issued", "limit": 100_000 }))?;
    let papers = list(&shown, "rows");
    for row in &papers {
        let out = office.bytes(clock.now(), json!({ "bytes": "paper", "id": row["id"] }))?;
        files::save_new(&folder, &out.name, &out.bytes)?;
    }
    office.close();
    println!("演示委员会：{}", places.data.join(office::file::DEMO_NAME).display());
    println!("文书{}份 / {} papers: {}", papers.len(), papers.len(), folder.display());
    Ok(())
}

pub(crate) fn verify(places: Places, clock: Clock, file: &Path, again: bool) -> Done {
    let mut office = open(&places, clock, file)?;
    let report = office.file(clock.now(), json!({ "file": "verify" }))?;
    println!("{}", serde_json::to_string_pretty(&report).unwrap_or_default());
    let mut sound = report["ok"].as_bool().unwrap_or(false);
    if again {
        let differences = office::replay::replay(&office.opened()?.archive, places.assets.clone())?;
        for difference in &differences {
            println!("✗ {difference}");
        }
        sound &= differences.is_empty();
        println!("重做全部办理动作：{}处不同 / acts performed again: {} differences", differences.len(), differences.len());
    }
    office.close();
    if sound {
        println!("完整，未被改动。 / Whole and untouched.");
        return Ok(());
    }
    Err(Stop(
        "没有通过校验，请勿在此文件上继续办理；用最近的副本恢复。\nNot sound. Do not go on with this file; restore the latest copy.".into(),
    ))
}

pub(crate) fn report(places: Places, clock: Clock, file: &Path, year: i32, out: &Path) -> Done {
    let mut office = open(&places, clock, file)?;
    let written = office.bytes(clock.now(), json!({ "bytes": "report", "year": year }))?;
    let path = files::save_new(&absolute(out), &written.name, &written.bytes)?;
    office.close();
    println!("{}", path.display());
    Ok(())
}

pub(crate) fn export(places: Places, clock: Clock, file: &Path, out: &Path) -> Done {
    let mut office = open(&places, clock, file)?;
    let mut told = 0;
    let written = office.export(clock.now(), &absolute(out), &mut |done, all| {
        // every hundredth file, so that a long export shows that it lives
        if done / 100 > told || done == all {
            told = done / 100;
            eprintln!("{done} / {all}");
        }
        true
    })?;
    office.close();
    println!("{}", written.folder.display());
    println!("{}个文件，可用 sha256sum -c SHA256SUMS 核对 / {} files; check with sha256sum -c SHA256SUMS", written.files, written.files);
    Ok(())
}

pub(crate) fn inspection(places: Places, clock: Clock, file: &Path, year: i32, out: &Path) -> Done {
    let mut office = open(&places, clock, file)?;
    let written = office.inspection(clock.now(), &absolute(out), year, &mut |_, _| true)?;
    office.close();
    println!("{}", written.folder.display());
    println!("{}个文件，从“目录.html”看起 / {} files; begin with 目录.html", written.files, written.files);
    Ok(())
}

pub(crate) fn backup(places: Places, clock: Clock, file: &Path, to: &Path) -> Done {
    let mut office = open(&places, clock, file)?;
    let written = office.file(clock.now(), json!({ "file": "copy_to", "folder": absolute(to) }))?;
    office.close();
    println!("副本已写好并回读比对一致。 / The copy is written, read back and equal.");
    println!("{}", serde_json::to_string_pretty(&written).unwrap_or_default());
    Ok(())
}

/// Opens a committee's file given by its name in the data folder or by its path.
fn open(places: &Places, clock: Clock, file: &Path) -> Result<Office, Stop> {
    let mut places = places.clone();
    let mut path = file.to_owned();
    if file.components().count() > 1 || file.exists() {
        path = absolute(file);
        // The database itself was named: its folder is meant.
        if path.is_file() && path.file_name().is_some_and(|name| name == office::DATABASE) {
            path.pop();
        }
        places.data = path.parent().map(Path::to_owned).unwrap_or_default();
    }
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let passphrase = passphrase(&name)?;
    let mut office = Office::new(places.for_office());
    office.file(clock.now(), json!({ "file": "open", "name": name, "passphrase": passphrase }))?;
    Ok(office)
}

/// From the environment for scripts, else asked for without showing it. The demo's is no secret.
fn passphrase(name: &str) -> Result<String, Stop> {
    if name == office::file::DEMO_NAME {
        return Ok(office::file::DEMO_PASSPHRASE.into());
    }
    if let Ok(given) = std::env::var("LUNSHEN_PASSPHRASE") {
        return Ok(given);
    }
    let ask = rpassword::prompt_password(format!("“{name}”的口令 / passphrase: "));
    ask.map_err(|error| {
        Stop(format!("没有读到口令（{error}）。在脚本里请设环境变量 LUNSHEN_PASSPHRASE。\nNo passphrase was read ({error}). In a script set LUNSHEN_PASSPHRASE."))
    })
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value[key].as_array().cloned().unwrap_or_default()
}
