//! `cargo run -p proof --bin walk -- OUT`: where there is no display, `make run` shows the program this way. On a screen
//! of its own it opens the real window on the demo committee, goes through its rooms as a person does, prints a letter
//! through the errand the screens use, and leaves pictures and papers in OUT.

use proof::{desktop::Desktop, page::Page};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Each room by its key, and a word that is on its page once it has come.
const ROOMS: [(&str, &str, &str); 9] = [
    ("Alt+1", "今日", "01-today"),
    ("Alt+2", "案件", "02-cases"),
    ("Alt+3", "会议", "03-meetings"),
    ("Alt+4", "文书", "04-papers"),
    ("Alt+5", "跟踪", "05-tracking"),
    ("Alt+6", "申诉", "06-appeals"),
    ("Alt+7", "委员会", "07-committee"),
    ("Alt+8", "报告", "08-report"),
    ("Alt+9", "条款", "09-law"),
];

#[tokio::main]
async fn main() {
    let out = std::env::args().nth(1).map_or_else(|| PathBuf::from("out/walk"), PathBuf::from);
    let out = std::path::absolute(&out).expect("a path");
    std::fs::create_dir_all(&out).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    let desktop = Desktop::with(1366, 768, &[("LUNSHEN_NOW", "2026-11-16T09:06:00+08:00")]);
    let page = desktop.open().await;
    page.shows("演示").await;
    picture(&desktop, &page, &out, "00-start").await;

    println!("正在建立演示委员会…… / building the demo committee …");
    let script = "const [request, done] = arguments; window.__TAURI_INTERNALS__.invoke('perform', { request }).then(() => done(''), e => done(JSON.stringify(e)))";
    page.client
        .update_timeouts(fantoccini::wd::TimeoutConfiguration::new(Some(Duration::from_secs(300)), None, None))
        .await
        .expect("patience");
    let refused = page.client.execute_async(script, vec![json!({ "file": "demo" })]).await.expect("the window answers");
    assert_eq!(refused, json!(""), "the demo is built");
    page.script("location.reload()", vec![]).await;

    for (key, word, name) in ROOMS {
        page.shows("江州大学").await;
        page.key(key).await;
        page.shows(word).await;
        picture(&desktop, &page, &out, name).await;
    }
    let papers = page.look(json!({ "view": "papers", "show": "issued", "limit": 1000 })).await.expect("papers");
    let letters: Vec<&Value> = papers["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .filter(|p| ["decision_letter", "minutes"].contains(&p["kind"].as_str().unwrap_or("")))
        .take(6)
        .collect();
    for letter in &letters {
        page.paper(json!({ "errand": "save", "of": { "bytes": "paper", "id": letter["id"] } }))
            .await
            .unwrap_or_else(|error| panic!("{}: {error}", letter["title"]));
    }
    let report = page.paper(json!({ "errand": "save", "of": { "bytes": "report", "year": 2026 } })).await.expect("the year's report");
    let folder = report["saved"][0]["folder"].as_str().unwrap_or_default().to_owned();
    let kept = out.join("papers");
    std::fs::create_dir_all(&kept).expect("a folder for the papers");
    for file in std::fs::read_dir(&folder).expect("the usual folder").flatten().filter(|f| f.path().extension().is_some_and(|e| e == "pdf"))
    {
        std::fs::copy(file.path(), kept.join(file.file_name())).expect("copied");
    }
    page.close().await;
    println!("没有显示器：在自带的屏幕上走了一遍。/ There is no display: walked through on a screen of our own.");
    println!("图片 / pictures: {}", out.display());
    println!("文书 / papers:   {}", kept.display());
}

/// The whole screen, title bar and all, once nothing on the page says that it is still on its way.
async fn picture(desktop: &Desktop, page: &Page, out: &Path, name: &str) {
    page.until("a page at rest", || async {
        page.script("return document.querySelector('[aria-busy=true]') === null", vec![]).await.as_bool()?.then_some(())
    })
    .await;
    // a page of a paper is set and painted before it is shown
    page.until("the pictures on the page", || async {
        let drawn = "return [...document.querySelectorAll('img')].every(i => i.complete && i.naturalWidth > 0) && [...document.querySelectorAll('.preview')].every(p => p.querySelector('img'))";
        page.script(drawn, vec![]).await.as_bool()?.then_some(())
    })
    .await;
    tokio::time::sleep(Duration::from_millis(2500)).await; // what has been drawn reaches the screen
    desktop.screenshot(&out.join(format!("{name}.png")));
}
