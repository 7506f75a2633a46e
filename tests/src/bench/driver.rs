//! The web view's driver of a stage: it starts the program and asks its page. What is measured in between is told to it
//! beforehand or seen from outside, because each word with it takes a while.

use super::stage::{Running, Stage};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

pub const PATIENCE: Duration = Duration::from_secs(60);

pub struct Driver {
    running: Running,
    pub client: Client,
}

impl Driver {
    /// Starts a program through a driver of its own.
    pub async fn start(stage: &Stage, program: &Path) -> Driver {
        Driver::start_with(stage, program, &[]).await
    }

    /// The same, with variables of its environment.
    pub async fn start_with(stage: &Stage, program: &Path, variables: &[(&str, &str)]) -> Driver {
        let (running, port) = start_driver(stage, variables);
        let client = connect(port, program).await;
        let mut timeouts = client.get_timeouts().await.unwrap();
        timeouts.set_script(Some(PATIENCE));
        client.update_timeouts(timeouts).await.unwrap();
        Driver { running, client }
    }

    /// Until a function's body, asked again and again, answers with true.
    pub async fn until(&self, wish: &str) {
        // Written into the script, because the page allows none to be made of text.
        let script = format!(
            "const done = arguments[0]; const isSo = () => {{ {wish} }}; \
             const look = setInterval(() => {{ if (isSo()) {{ clearInterval(look); done(true); }} }}, 25)"
        );
        if self.client.execute_async(&script, vec![]).await.is_err() {
            let page = self
                .client
                .execute("return document.body.innerText", vec![])
                .await;
            panic!("not within {PATIENCE:?}: {wish}\n{page:?}");
        }
    }

    /// Closes the window; the driver itself is the stage's to close.
    pub async fn end(self) -> Running {
        self.client.close().await.ok();
        self.running
    }
}

fn start_driver(stage: &Stage, variables: &[(&str, &str)]) -> (Running, u16) {
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let mut command = Command::new("WebKitWebDriver");
    command
        .envs(variables.iter().copied())
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("TAURI_AUTOMATION", "true")
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()]);
    let driver = stage.begin(&mut command);
    let began = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(began.elapsed() < PATIENCE, "WebKitWebDriver does not start");
        std::thread::yield_now();
    }
    (driver, port)
}

async fn connect(port: u16, program: &Path) -> Client {
    let Value::Object(capabilities) = json!({
        "webkitgtk:browserOptions": {"binary": program, "args": []}
    }) else {
        unreachable!("an object was written")
    };
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let url = format!("http://127.0.0.1:{port}");
    builder.capabilities(capabilities).connect(&url).await.unwrap()
}
