//! The fence round the page: it reaches its three commands and nothing else, and the program starts once.

use proof::desktop::{Desktop, program};
use serde_json::{Value, json};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Runs a script that ends in a promise and answers what came of it: its value, or `refused: …`.
async fn came_of(page: &proof::page::Page, script: &str) -> String {
    let script = format!(
        "const done = arguments[0]; Promise.resolve().then(() => {script}).then(v => done('got: ' + v), e => done('refused: ' + e))"
    );
    match page.client.execute_async(&script, vec![]).await {
        Ok(Value::String(text)) => text,
        other => panic!("{script}: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_reaches_its_three_commands_and_nothing_else() {
    let desktop = Desktop::start();
    let page = desktop.open().await;
    // the control: a command that is allowed does answer, so a refusal below is the fence and not a dead bridge
    page.look(json!({ "view": "start" })).await.expect("a view can be looked at");

    let call = |name: &str| {
        format!("window.__TAURI_INTERNALS__.invoke('{name}', {{ request: {{}}, label: 'main', value: 'x', title: 'x', path: '/' }})")
    };
    for forbidden in [
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:app|version",
        "plugin:path|resolve_directory",
        "plugin:shell|execute",
        "plugin:fs|read_file",
    ] {
        let answer = came_of(&page, &call(forbidden)).await;
        assert!(answer.starts_with("refused: "), "{forbidden} is not for the page: {answer}");
    }
    for (what, script) in [
        ("a request to the network", "fetch('https://example.com/')"),
        ("a request to this machine", "fetch('http://127.0.0.1:1/')"),
        ("code from text", "new Function('return 1')()"),
        ("another window", "window.open('https://example.com/') ?? Promise.reject('null')"),
        ("the global bridge", "window.__TAURI__ ?? Promise.reject('absent')"),
    ] {
        let answer = came_of(&page, script).await;
        assert!(answer.starts_with("refused: "), "{what} is refused: {answer}");
    }
    let before = page.client.current_url().await.unwrap();
    page.script("location.href = 'https://example.com/'", vec![]).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(page.client.current_url().await.unwrap(), before, "the window does not become a browser");
    page.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_starts_give_one_window() {
    let desktop = Desktop::start();
    let page = desktop.open().await;
    let first = desktop.window("伦审").await;
    desktop.xdotool(&["windowminimize", "--sync", &first]);

    let start = Instant::now();
    let second = desktop.command(program()).stdout(Stdio::null()).output().expect("the program starts");
    assert!(second.status.success(), "the second start ends in order: {}", String::from_utf8_lossy(&second.stderr));
    assert!(start.elapsed() < Duration::from_secs(8), "and soon: {:?}", start.elapsed());
    let raised = desktop.window("伦审").await; // visible windows only, so it is no longer minimized
    assert_eq!(raised, first, "the first window comes forward");
    assert_eq!(desktop.windows("伦审").len(), 1, "there is no second window");
    page.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_kill_the_program_starts_again() {
    let desktop = Desktop::start();
    let page = desktop.open().await;
    assert_eq!(desktop.kill_program(), 1, "the harness finds the one program to kill");
    drop(page);
    let page = desktop.open().await;
    page.look(json!({ "view": "start" })).await.expect("the lock of the dead start is free");
    page.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_opens_where_it_was_closed() {
    let desktop = Desktop::start();
    let start = || desktop.command(program()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut running = start();
    let window = desktop.window("伦审").await;
    desktop.xdotool(&["windowsize", "--sync", &window, "1100", "700"]);
    desktop.xdotool(&["windowmove", "--sync", &window, "60", "70"]);
    let placed = desktop.xdotool(&["getwindowgeometry", &window]);
    assert!(placed.contains("1100x700"), "the window manager obeys: {placed}");
    desktop.close_window(&window).await;
    assert!(running.wait().expect("the program can be waited for").success(), "closing the window is an orderly end");

    let mut running = start();
    let window = desktop.window("伦审").await;
    let end = Instant::now() + Duration::from_secs(5);
    let again = loop {
        let again = desktop.xdotool(&["getwindowgeometry", &window]);
        if again.contains("1100x700") || Instant::now() > end {
            break again;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    let numbers = |text: &str| text.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<i32>().ok()).skip(1).collect::<Vec<_>>();
    let (was, is) = (numbers(&placed), numbers(&again));
    assert!(
        was.len() == is.len() && was.iter().zip(&is).all(|(a, b)| (a - b).abs() <= 30),
        "size and place are remembered: {placed} then {again}"
    );
    desktop.close_window(&window).await;
    let _ = running.wait();
}
