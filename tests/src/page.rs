//! The page in the window, as a person uses it: finds things by `data-testid`, types, clicks, reads whole texts. Waits
//! by looking again, never by a fixed sleep, and says what was there instead when something does not come.

use crate::desktop::Leader;
use fantoccini::{Client, Locator, actions::{InputSource, KeyAction, KeyActions}, elements::Element, error::CmdError};
use serde_json::{Value, json};
use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Page {
    pub client: Client,
    _driver: Leader,
}

pub fn by(testid: &str) -> String {
    format!("[data-testid=\"{testid}\"]")
}

impl Page {
    pub(crate) fn new(client: Client, driver: Leader) -> Page {
        Page { client, _driver: driver }
    }

    /// Asks until `look` gives something; `what` names it in the failure.
    pub async fn until<T, F: Future<Output = Option<T>>>(&self, what: &str, mut look: impl FnMut() -> F) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            // a program whose main thread stands still never answers
            let seen = tokio::time::timeout(PATIENCE, look()).await.unwrap_or_else(|_| panic!("the window no longer answers while waiting for {what}"));
            if let Some(seen) = seen {
                return seen;
            }
            if Instant::now() > end {
                panic!("{what} did not come. The page says:\n{}", self.all_text().await);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// The first visible element for a CSS selector.
    pub async fn css(&self, selector: &str) -> Element {
        self.until(selector, || async {
            for element in self.client.find_all(Locator::Css(selector)).await.ok()? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Some(element);
                }
            }
            None
        })
        .await
    }

    pub async fn at(&self, testid: &str) -> Element {
        self.css(&by(testid)).await
    }

    pub async fn has(&self, testid: &str) -> bool {
        self.client.find(Locator::Css(&by(testid))).await.is_ok()
    }

    pub async fn click(&self, testid: &str) {
        self.click_css(&by(testid)).await;
    }

    /// Clicks, again if the page was drawn anew between finding and clicking or something still moves over it.
    pub async fn click_css(&self, selector: &str) {
        self.until(&format!("a click on {selector}"), || async { self.css(selector).await.click().await.ok() }).await;
    }

    /// Clicks the visible element with exactly this text (antd's space between two characters does not count).
    pub async fn click_text(&self, selector: &str, text: &str) {
        self.until(&format!("{selector} with the text {text}"), || async {
            for element in self.client.find_all(Locator::Css(selector)).await.ok()? {
                if same(&element.text().await.ok()?, text) && element.is_displayed().await.unwrap_or(false) {
                    return element.click().await.ok();
                }
            }
            None
        })
        .await;
    }

    /// Replaces what a field holds, as a person would: click, select all, type.
    pub async fn fill(&self, testid: &str, text: &str) {
        let selector = by(testid);
        let inner = format!("input{selector},textarea{selector},{selector} input,{selector} textarea");
        self.until(&format!("typing into {testid}"), || async {
            let field = self.css(&inner).await;
            field.click().await.ok()?;
            field.send_keys("\u{e009}a\u{e009}").await.ok()?; // Ctrl+A
            field.send_keys(if text.is_empty() { "\u{e003}" } else { text }).await.ok()
        })
        .await;
    }

    /// Chooses `text` in an antd select.
    pub async fn choose(&self, testid: &str, text: &str) {
        self.click(testid).await;
        self.click_text(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", text).await;
    }

    /// Keys for the focused element or the page: "Enter", "Escape", "F2", a letter, or with "Control+".
    pub async fn key(&self, keys: &str) {
        let mut actions = KeyActions::new("keyboard".into());
        let values: Vec<char> = keys.split('+').map(key_value).collect();
        for value in &values {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in values.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        self.client.perform_actions(actions).await.expect("the window takes keys");
    }

    pub async fn text(&self, testid: &str) -> String {
        self.until(&format!("the text of {testid}"), || async { self.at(testid).await.text().await.ok() }).await
    }

    /// Waits until the element's whole text is this one. Whole, because 未通过 contains 通过.
    pub async fn reads(&self, testid: &str, text: &str) {
        let mut last = String::new();
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            last = self.text(testid).await;
            if same(&last, text) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        panic!("{testid} reads {last:?}, not {text:?}");
    }

    /// Waits until the page shows this text somewhere.
    pub async fn shows(&self, text: &str) {
        let wanted = squeeze(text);
        self.until(&format!("the text {text}"), || async { squeeze(&self.all_text().await).contains(&wanted).then_some(()) }).await;
    }

    pub async fn all_text(&self) -> String {
        let text = self.client.execute("return document.body.innerText", vec![]).await;
        text.ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Goes to a page of the program by its address after `#`.
    pub async fn go(&self, address: &str) {
        self.script("location.hash = arguments[0]", vec![json!(address)]).await;
    }

    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// An act through the window's own command, to set a stage quickly; the answer or the refusal.
    pub async fn perform(&self, request: Value) -> Result<Value, Value> {
        self.command("perform", request).await
    }

    pub async fn look(&self, request: Value) -> Result<Value, Value> {
        self.command("look", request).await
    }

    pub async fn paper(&self, request: Value) -> Result<Value, Value> {
        self.command("paper", request).await
    }

    async fn command(&self, name: &str, request: Value) -> Result<Value, Value> {
        let script = "const [name, request, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(name, { request }).then(ok => done({ ok }), err => done({ err }))";
        let answer = self.client.execute_async(script, vec![json!(name), request]).await;
        let mut answer: Value = answer.unwrap_or_else(|error: CmdError| panic!("{name}: {error}"));
        match answer.get("err") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["ok"].take()),
        }
    }

    /// A picture of the page once what is in it has been painted.
    pub async fn shot(&self, to: &Path) {
        let painted = "const done = arguments[0]; document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.client.execute_async(painted, vec![]).await.expect("the page paints");
        let png = self.client.screenshot().await.expect("the driver takes pictures");
        std::fs::write(to, png).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    }

    /// Closes the window as its X does, so that the archive is closed in order.
    pub async fn close(self) {
        self.client.clone().close().await.expect("the window closes");
    }
}

/// Equal but for blanks: antd writes 保 存.
fn same(shown: &str, wanted: &str) -> bool {
    squeeze(shown) == squeeze(wanted)
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn key_value(name: &str) -> char {
    match name {
        "Control" => '\u{e009}',
        "Shift" => '\u{e008}',
        "Alt" => '\u{e00a}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "Tab" => '\u{e004}',
        "Space" => ' ',
        "Delete" => '\u{e017}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "F1" => '\u{e031}',
        "F2" => '\u{e032}',
        "F5" => '\u{e035}',
        one => {
            let mut characters = one.chars();
            let character = characters.next().expect("a key has a name");
            assert!(characters.next().is_none(), "unknown key {one}");
            character
        }
    }
}
