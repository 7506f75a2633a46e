//! The real window, seen and touched through its marks alone.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::desk::{Bus, Folders, Screen};
use super::programs::{Running, bound_to_us, has_ended, kill_9, ours, pids_on};

/// Long enough for a busy machine; nothing here takes a tenth of it on a quiet one.
const PATIENCE: Duration = Duration::from_secs(20);
/// The longest that the driver may stay silent before it is asked again.
const SILENCE: Duration = Duration::from_secs(5);
/// A hand that is slower than any scanner, so that the till does not take it for one.
const KEY_PACE: Duration = Duration::from_millis(45);

pub(crate) const ENTER: char = '\u{E007}';
pub(crate) const ESC: char = '\u{E00C}';
pub(crate) const F1: char = '\u{E031}';
pub(crate) const F2: char = '\u{E032}';
pub(crate) const F3: char = '\u{E033}';
pub(crate) const F4: char = '\u{E034}';
pub(crate) const F5: char = '\u{E035}';
pub(crate) const F6: char = '\u{E036}';
pub(crate) const F7: char = '\u{E037}';
pub(crate) const F8: char = '\u{E038}';
pub(crate) const F9: char = '\u{E039}';
pub(crate) const F10: char = '\u{E03A}';

/// An element as it stands.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Seen {
    /// Its words, with any run of blanks as one.
    pub(crate) text: String,
    pub(crate) value: Option<String>,
    pub(crate) focused: bool,
    pub(crate) attributes: BTreeMap<String, String>,
}

const LOOK: &str = "\
    return [...document.querySelectorAll('[data-testid=\"' + arguments[0] + '\"]')]\
    .filter(e => e.getClientRects().length > 0).map(e => ({\
        text: e.textContent.replace(/\\s+/g, ' ').trim(),\
        value: typeof e.value === 'string' ? e.value : null,\
        focused: e === document.activeElement,\
        attributes: Object.fromEntries([...e.attributes].map(a => [a.name, a.value])),\
    }))";
/// The driver's picture waits for a next frame, and a page on which nothing moves, drawn in software, has none. An outline
/// that nobody sees makes some.
const PAINT_FOR_A_WHILE: &str = "\
    let left = 40; \
    const paint = setInterval(() => { \
        document.body.style.outline = left % 2 ? '1px solid transparent' : ''; \
        left -= 1; \
        if (left === 0) clearInterval(paint); \
    }, 25)";
const TWO_FRAMES: &str = "\
    const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";

impl Seen {
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub(crate) fn is_grey(&self) -> bool {
        self.attribute("aria-disabled") == "true"
    }
}

/// A running till and the driver that holds it.
pub(crate) struct Window {
    pub(crate) client: Client,
    driver: Running,
    home: PathBuf,
    program: PathBuf,
}

impl Window {
    /// Starts the till on a home and returns once its page is there.
    pub(crate) async fn open(folders: &Folders, screen: &Screen, bus: &Bus) -> Self {
        Self::open_program(&ours("holdfast"), folders, screen, bus).await
    }

    /// The same of another file than the one that was compiled with this test.
    pub(crate) async fn open_program(program: &Path, folders: &Folders, screen: &Screen, bus: &Bus) -> Self {
        let (driver, port) = start_driver(folders, screen, Some(bus)).await;
        let capabilities = json!({
            "webkitgtk:browserOptions": {"binary": program, "args": []}
        });
        Window {
            client: connect(folders, port, capabilities).await,
            driver,
            home: folders.home(),
            program: program.to_owned(),
        }
    }

    /// Runs a script; no answer is no answer, whether the page is in between or the driver does not speak.
    async fn run(&self, script: &str, given: Vec<Value>) -> Option<Value> {
        let answer = timeout(SILENCE, self.client.execute(script, given)).await;
        answer.ok()?.ok()
    }

    /// All shown elements with a mark.
    pub(crate) async fn all(&self, mark: &str) -> Vec<Seen> {
        let seen = self.run(LOOK, vec![json!(mark)]).await;
        seen.and_then(|seen| serde_json::from_value(seen).ok())
            .unwrap_or_default()
    }

    pub(crate) async fn one(&self, mark: &str) -> Option<Seen> {
        self.all(mark).await.into_iter().next()
    }

    pub(crate) async fn text(&self, mark: &str) -> String {
        self.until(mark, "stands there", |_| true).await.text
    }

    /// Until an element with that mark is as wished.
    pub(crate) async fn until(&self, mark: &str, wish: &str, is_so: impl Fn(&Seen) -> bool) -> Seen {
        let look = async || self.all(mark).await.into_iter().find(|seen| is_so(seen));
        match within(look).await {
            Some(seen) => seen,
            None => self.give_up(&format!("{mark}: {wish}")).await,
        }
    }

    pub(crate) async fn until_text(&self, mark: &str, text: &str) -> Seen {
        self.until(mark, text, |seen| seen.text == text).await
    }

    pub(crate) async fn until_says(&self, mark: &str, part: &str) -> Seen {
        self.until(mark, &format!("says {part:?}"), |seen| seen.text.contains(part))
            .await
    }

    pub(crate) async fn until_state(&self, mark: &str, state: &str) -> Seen {
        let is_so = |seen: &Seen| seen.attribute("data-state") == state;
        self.until(mark, state, is_so).await
    }

    pub(crate) async fn until_focused(&self, mark: &str) -> Seen {
        self.until(mark, "has the cursor", |seen| seen.focused).await
    }

    pub(crate) async fn until_gone(&self, mark: &str) {
        let gone = async || self.one(mark).await.is_none().then_some(());
        if within(gone).await.is_none() {
            self.give_up(&format!("{mark}: goes away")).await
        }
    }

    /// Opens a part of the settings.
    pub(crate) async fn settings(&self, part: &str) {
        self.click("nav-settings").await;
        self.click(&format!("settings-part-{part}")).await;
    }

    pub(crate) async fn click(&self, mark: &str) {
        self.until(mark, "can be clicked", |_| true).await;
        let refusal = std::cell::RefCell::new(String::new());
        let click = async || {
            let click = async || self.find(mark).await?.click().await;
            match timeout(SILENCE, click()).await {
                Ok(Ok(())) => return Some(()),
                Ok(Err(why)) => *refusal.borrow_mut() = format!("{why:?}"),
                Err(_) => *refusal.borrow_mut() = "the driver is silent".to_owned(),
            }
            None
        };
        if within(click).await.is_none() {
            let why = refusal.take();
            self.give_up(&format!("{mark}: takes a click ({why})")).await
        }
    }

    /// Empties a field and types into it, as with a mouse and a keyboard.
    pub(crate) async fn fill(&self, mark: &str, text: &str) {
        self.until(mark, "can be typed into", |_| true).await;
        let field = self.find(mark).await.expect("it was there a moment ago");
        field.clear().await.expect("a field can be emptied");
        if !text.is_empty() {
            field.send_keys(text).await.expect("a field can be typed into");
        }
    }

    /// Types into a field and confirms it with Enter.
    pub(crate) async fn enter(&self, mark: &str, text: &str) {
        self.fill(mark, &format!("{text}{ENTER}")).await;
    }

    /// Puts text into a field as the clipboard would: all at once.
    pub(crate) async fn paste(&self, mark: &str, text: &str) {
        let script = "\
            const field = document.querySelector('[data-testid=\"' + arguments[0] + '\"]');\
            field.focus(); field.select(); document.execCommand('insertText', false, arguments[1]);";
        self.client
            .execute(script, vec![json!(mark), json!(text)])
            .await
            .expect("a field takes a paste");
    }

    /// Presses keys one by one, wherever the cursor is, at the pace of a hand.
    pub(crate) async fn keys(&self, text: &str) {
        let mut hand = KeyActions::new("hand".to_owned());
        for value in text.chars() {
            hand = hand
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
                .then(KeyAction::Pause { duration: KEY_PACE });
        }
        let pressed = timeout(PATIENCE, self.client.perform_actions(hand)).await;
        pressed.expect("the driver speaks").expect("keys can be pressed");
    }

    pub(crate) async fn key(&self, key: char) {
        self.keys(&key.to_string()).await;
    }

    pub(crate) async fn find(&self, mark: &str) -> Result<Element, CmdError> {
        let css = format!("[data-testid=\"{mark}\"]");
        self.client.find(Locator::Css(&css)).await
    }

    /// A picture of the window, taken when what was last changed is painted.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        self.settle().await;
        self.run(PAINT_FOR_A_WHILE, vec![]).await;
        let pictured = timeout(PATIENCE, self.client.screenshot()).await;
        pictured
            .expect("the driver speaks")
            .expect("a window can be pictured")
    }

    /// Into the lower right corner, where nothing lights up under it.
    pub(crate) async fn put_mouse_away(&self) {
        let corner = self.run("return [innerWidth - 2, innerHeight - 2]", vec![]).await;
        let corner = corner.and_then(|corner| serde_json::from_value(corner).ok());
        let [x, y] = corner.expect("a window has a corner");
        let away = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo { duration: None, x, y });
        let moved = timeout(PATIENCE, self.client.perform_actions(away)).await;
        moved.expect("the driver speaks").expect("a mouse can be moved");
    }

    pub(crate) async fn settle(&self) {
        let painted = timeout(PATIENCE, self.client.execute_async(TWO_FRAMES, vec![])).await;
        painted.expect("the driver speaks").expect("a window paints");
    }

    pub(crate) fn pids(&self) -> Vec<u32> {
        pids_on(&self.home, &self.program)
    }

    /// Closes the till as its user would, and waits until it has let go of its home.
    pub(crate) async fn close(self) {
        let pids = self.pids();
        // Whether or not the driver says that it did: what counts is that the process is gone.
        let _ = timeout(SILENCE, self.client.clone().close()).await;
        until_ended(&pids).await;
    }

    /// `kill -9` of the till in the middle of whatever it does.
    pub(crate) async fn kill_9(self) {
        let pids = self.pids();
        assert!(!pids.is_empty(), "there is a till to kill");
        for pid in &pids {
            kill_9(*pid);
        }
        until_ended(&pids).await;
    }

    /// Fails, with a picture and everything that stood on the screen.
    pub(crate) async fn give_up(&self, wish: &str) -> ! {
        let whole = "return document.body ? document.body.innerText : '(no page)'";
        let page = self.run(whole, vec![]).await;
        let page = page.map_or("(the driver is silent)".to_owned(), |page| {
            page.as_str().unwrap_or("").to_owned()
        });
        let picture = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!(
            "{}.png",
            std::thread::current().name().unwrap_or("e2e").replace("::", "-")
        ));
        if let Ok(Ok(png)) = timeout(SILENCE, self.client.screenshot()).await {
            let _ = std::fs::write(&picture, png);
        }
        let path = picture.display();
        panic!("not within {PATIENCE:?}: {wish}\npicture: {path}\non the screen:\n{page}")
    }
}

impl Drop for Window {
    /// A test that failed leaves no till behind either.
    fn drop(&mut self) {
        self.driver.kill();
        for pid in self.pids() {
            kill_9(pid);
        }
    }
}

async fn until_ended(pids: &[u32]) {
    let ended = async || pids.iter().all(|pid| has_ended(*pid)).then_some(());
    assert!(within(ended).await.is_some(), "the till does not end");
}

/// Looks again and again, at short intervals, until there is an answer or patience ends.
pub(crate) async fn within<T>(look: impl AsyncFn() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look().await {
            return Some(found);
        }
        if Instant::now() > deadline {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

/// A page in the web view's own browser, without a till.
pub(crate) async fn browse(folders: &Folders, screen: &Screen, url: &str) -> (Client, Running) {
    let (driver, port) = start_driver(folders, screen, None).await;
    let binary = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    let options = json!({"binary": binary, "args": ["--automation"]});
    let client = connect(folders, port, json!({"webkitgtk:browserOptions": options})).await;
    client
        .set_window_size(1280, 838)
        .await
        .expect("a window has a size");
    client.goto(url).await.expect("the page is there");
    (client, driver)
}

async fn connect(folders: &Folders, port: u16, capabilities: Value) -> Client {
    let Value::Object(capabilities) = capabilities else {
        unreachable!("an object was written")
    };
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let url = format!("http://127.0.0.1:{port}");
    match timeout(PATIENCE, builder.capabilities(capabilities).connect(&url)).await {
        Ok(Ok(client)) => client,
        failed => {
            let why = failed.map_or("no answer".to_owned(), |answer| format!("{:?}", answer.err()));
            let said = std::fs::read_to_string(folders.path().join("window.log")).unwrap_or_default();
            panic!("the window does not open: {why}\n{said}");
        }
    }
}

async fn start_driver(folders: &Folders, screen: &Screen, bus: Option<&Bus>) -> (Running, u16) {
    for _ in 0..5 {
        let port = free_port();
        let mut command = bound_to_us("WebKitWebDriver");
        folders.lend_to(&mut command);
        command
            .env("DISPLAY", &screen.display)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("TAURI_AUTOMATION", "true")
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .stdin(Stdio::null())
            .stdout(folders.log("window.log"))
            .stderr(folders.log("window.log"));
        if let Some(bus) = bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
        }
        let mut driver = Running::start(&mut command);
        let deadline = Instant::now() + PATIENCE;
        while !driver.has_ended() && Instant::now() < deadline {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return (driver, port);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    panic!("WebKitWebDriver does not start")
}

/// Another program may take it before the driver does; then another is tried.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
    listener.local_addr().expect("it has an address").port()
}
