//! The page in the window, as a person uses it: buttons and fields are found by the words on them, texts are read whole.
//! Waits by looking again, never by a fixed sleep, and when something does not come says what was there instead.

use crate::desktop::Leader;
use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction},
    elements::Element,
    error::CmdError,
};
use serde_json::{Value, json};
use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// Marks the wanted element with `data-proof` and answers whether there is one. Words are compared without blanks and
/// key caps (保存 Ctrl Enter is 保存), and the last one wins: a dialog lies over the page that opened it.
const FIND: &str = r#"
    const [what, words, within] = arguments;
    const squeeze = text => (text ?? '').replace(/[\s\u200b]/g, '');
    const face = element => { const copy = element.cloneNode(true); copy.querySelectorAll('kbd,.cap,svg,[hidden]').forEach(e => e.remove()); return squeeze(copy.textContent) };
    const shown = element => element.checkVisibility?.() !== false && element.getClientRects().length > 0;
    document.querySelectorAll('[data-proof]').forEach(e => e.removeAttribute('data-proof'));
    const root = within ? [...document.querySelectorAll(within)].filter(shown).at(-1) : document;
    if (!root) return false;
    const all = selector => [...root.querySelectorAll(selector)].filter(shown);
    const wanted = squeeze(words);
    const named = element => face(element) === wanted || squeeze(element.getAttribute('aria-label')) === wanted || squeeze(element.getAttribute('title')) === wanted;
    let found;
    if (what === 'button') found = all('button,a,summary,[role=button],[role=tab],[role=option],[role=radio],[role=menuitem],[role=link],label,.ant-select-item-option').filter(named).at(-1);
    if (what === 'field') {
        const starts = element => { const own = [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(''); return squeeze(own) === wanted || face(element) === wanted };
        const label = all('label').filter(starts).at(-1);
        found = label && (label.htmlFor ? document.getElementById(label.htmlFor) : label.querySelector('input,textarea,select'));
        found ??= all('input,textarea,select').filter(e => squeeze(e.getAttribute('aria-label')) === wanted || squeeze(e.placeholder) === wanted).at(-1);
    }
    if (what === 'text') found = all('*').filter(e => e.children.length < 12 && face(e) === wanted).at(-1);
    found?.setAttribute('data-proof', '');
    found?.scrollIntoView({ block: 'nearest' });
    return Boolean(found);
"#;

pub struct Page {
    pub client: Client,
    _driver: Leader,
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
            let seen = tokio::time::timeout(PATIENCE, look())
                .await
                .unwrap_or_else(|_| panic!("the window no longer answers while waiting for {what}"));
            if let Some(seen) = seen {
                return seen;
            }
            if Instant::now() > end {
                panic!("{what} did not come. The page says:\n{}", self.all_text().await);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    async fn find(&self, what: &str, words: &str, within: &str) -> Option<Element> {
        let found = self.client.execute(FIND, vec![json!(what), json!(words), json!(within)]).await.ok()?;
        if found != json!(true) {
            return None;
        }
        self.client.find(Locator::Css("[data-proof]")).await.ok()
    }

    /// Presses the button, link, tab or line that bears these words.
    pub async fn press(&self, words: &str) {
        self.press_in("", words).await;
    }

    /// As [`Page::press`], inside the topmost element for a selector: `[role=dialog]`, `.locked-acts`.
    pub async fn press_in(&self, within: &str, words: &str) {
        self.until(&format!("a press on {words}"), || async { self.find("button", words, within).await?.click().await.ok() }).await;
    }

    /// Whether such a button is there now.
    pub async fn offers(&self, words: &str) -> bool {
        self.find("button", words, "").await.is_some()
    }

    /// Types into the field with this label, replacing what it holds.
    pub async fn enter(&self, label: &str, text: &str) {
        self.until(&format!("typing into {label}"), || async {
            let field = self.find("field", label, "").await?;
            field.click().await.ok()?;
            field.send_keys("\u{e009}a\u{e009}").await.ok()?; // Ctrl+A
            field.send_keys(if text.is_empty() { "\u{e003}" } else { text }).await.ok()
        })
        .await;
    }

    /// Chooses from the searchable list with this label by typing a part of the words and confirming.
    pub async fn choose(&self, label: &str, words: &str) {
        self.until(&format!("choosing {words} for {label}"), || async {
            self.find("field", label, "").await?.click().await.ok()?;
            self.find("button", words, ".ant-select-dropdown:not(.ant-select-dropdown-hidden)").await?.click().await.ok()
        })
        .await;
    }

    /// What the field with this label holds.
    pub async fn value(&self, label: &str) -> String {
        self.until(&format!("the field {label}"), || async { self.find("field", label, "").await?.prop("value").await.ok()? }).await
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

    /// Clicks, again if the page was drawn anew between finding and clicking.
    pub async fn click(&self, selector: &str) {
        self.until(&format!("a click on {selector}"), || async { self.css(selector).await.click().await.ok() }).await;
    }

    /// Draws with the mouse over an element, from and to as parts of its box.
    pub async fn drag(&self, selector: &str, from: (f64, f64), to: (f64, f64)) {
        let place = "const [s, x, y] = arguments; const b = document.querySelector(s).getBoundingClientRect(); return [b.left + b.width * x, b.top + b.height * y]";
        let at = async |(x, y): (f64, f64)| {
            let found = self.script(place, vec![json!(selector), json!(x), json!(y)]).await;
            (found[0].as_f64().expect("a place"), found[1].as_f64().expect("a place"))
        };
        let (from, to) = (at(from).await, at(to).await);
        let to_ = |(x, y): (f64, f64)| PointerAction::MoveTo { duration: None, x: x.round(), y: y.round() };
        let half = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        let draw = MouseActions::new("mouse".into())
            .then(to_(from))
            .then(PointerAction::Down { button: 0 })
            .then(to_(half))
            .then(to_(to))
            .then(PointerAction::Up { button: 0 });
        self.client.perform_actions(draw).await.expect("the window takes the mouse");
    }

    /// Keys for the focused element or the page, held together with `+`: `Control+Enter`, `Alt+2`, `F2`, `y`.
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

    pub async fn text(&self, selector: &str) -> String {
        self.until(&format!("the text of {selector}"), || async { self.css(selector).await.text().await.ok() }).await
    }

    /// Waits until some element's whole text is this one. Whole, because 未通过 contains 通过.
    pub async fn reads(&self, words: &str) {
        self.until(&format!("the whole text {words}"), || async { self.find("text", words, "").await.map(|_| ()) }).await;
    }

    /// Waits until the page shows this text somewhere, perhaps within a longer one.
    pub async fn shows(&self, words: &str) {
        let wanted = squeeze(words);
        self.until(&format!("the text {words}"), || async { squeeze(&self.all_text().await).contains(&wanted).then_some(()) }).await;
    }

    /// Waits until the page no longer shows this text.
    pub async fn hides(&self, words: &str) {
        let unwanted = squeeze(words);
        self.until(&format!("the end of {words}"), || async { (!squeeze(&self.all_text().await).contains(&unwanted)).then_some(()) }).await;
    }

    pub async fn all_text(&self) -> String {
        let text = self.client.execute("return document.body.innerText", vec![]).await;
        text.ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
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

    /// Ends the session and with it the program.
    pub async fn close(self) {
        self.client.clone().close().await.expect("the window closes");
    }
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
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "F1" => '\u{e031}',
        "F2" => '\u{e032}',
        "F3" => '\u{e033}',
        "F4" => '\u{e034}',
        "F5" => '\u{e035}',
        "F8" => '\u{e038}',
        one => {
            let mut characters = one.chars();
            let character = characters.next().expect("a key has a name");
            assert!(characters.next().is_none(), "unknown key {one}");
            character
        }
    }
}
