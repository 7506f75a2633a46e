//! Whoever is told of a sale and hangs, fails or lies: no sale waits for him, and the settings say how it goes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::leaks::Secret;
use super::pictures::Album;
use super::window::{Window, within};
use super::world::{World, told};

const KEY: &str = "a-key-of-the-gateway-that-is-told";

impl World {
    /// What a technician writes into the settings file while the till is closed.
    fn name_hook(&self, hook: &Value) {
        let path = self.folders.home().join("settings.json");
        let text = std::fs::read(&path).expect("it was provisioned");
        let mut settings: Value = serde_json::from_slice(&text).expect("settings");
        settings["hook"] = hook.clone();
        std::fs::write(&path, settings.to_string()).expect("the home takes files");
    }
}

impl Window {
    async fn turn_hook_on(&self) {
        self.settings("customer").await;
        self.click("hook-tells").await;
        self.until("hook-standing", "is on", |_| true).await;
        self.click("nav-till").await;
    }

    async fn until_hook_trouble(&self, is: &str) {
        self.settings("customer").await;
        self.until("hook-trouble", is, |trouble| trouble.attribute("data-is") == is)
            .await;
        self.click("nav-till").await;
    }
}

fn script(folder: &Path, lines: &str) -> PathBuf {
    let path = folder.join("tell-customer");
    std::fs::write(&path, format!("#!/bin/sh\n{lines}\n")).expect("the folder takes files");
    let may_run = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(&path, may_run).expect("the file is ours");
    path
}

#[tokio::test]
async fn a_program_that_hangs_for_ever_delays_no_sale_and_is_told_of_again() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let heard = world.folders.path().join("heard");
    let hangs = script(
        world.folders.path(),
        &format!("cat >> {}\nexec sleep 100000", heard.display()),
    );
    world.name_hook(&json!([hangs, "--shop", "12"]));
    let window = world.open().await;
    window.turn_hook_on().await;

    window.hold_for_new(&world.phonepe, "9877001401", "600").await;
    let told = |count: usize| {
        let heard = heard.clone();
        async move || (messages(&heard).len() >= count).then_some(())
    };
    assert!(within(told(1)).await.is_some(), "the program is told of the hold");
    window.capture("450").await;
    window.prove().await;
    window.click("new-sale").await;
    window.hold_for_new(&world.phonepe, "9877001402", "300").await;

    window.until_hook_trouble("program").await;
    window.settings("customer").await;
    let said = window
        .until_says("hook-trouble", "did not end and was ended")
        .await;
    assert!(said.text.contains("no sale waits for it"), "{}", said.text);
    window
        .until("hook-standing", "all three wait", |standing| {
            standing.attribute("data-waiting") == "3"
        })
        .await;
    let shown = window.text("hook-through").await;
    assert!(
        shown.contains("tell-customer") && !shown.contains("--shop"),
        "{shown}"
    );
    window.settings("health").await;
    window
        .until("health-line", "is watched", |line| {
            line.attribute("data-part") == "hook" && line.attribute("data-verdict") == "watch"
        })
        .await;
    window.settings("customer").await;
    album.take(&window, "hook").await;
    let again = async || {
        let ids: Vec<String> = messages(&heard).iter().map(|one| text(one, "id")).collect();
        let first = ids.first()?;
        (ids.iter().filter(|id| *id == first).count() > 1).then_some(())
    };
    assert!(within(again).await.is_some(), "the same message is told again");
    let events: Vec<String> = messages(&heard).iter().map(|one| text(one, "event")).collect();
    assert!(
        events.contains(&"held".to_owned()) && events.contains(&"captured".to_owned()),
        "{events:?}"
    );
    // What a program hears stays here for the byte search: no number, no token.
    world.close_and_examine(window).await;
}

fn messages(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect()
}

fn text(message: &Value, member: &str) -> String {
    message[member].as_str().unwrap_or_default().to_owned()
}

/// How the gateway treats a message when it hears it for the first time; the second time it takes it.
#[derive(Clone, Copy)]
enum Mood {
    Fails,
    Redirects,
    Closes,
    Hangs,
    Takes,
}

/// A gateway of the store's on this machine, which treats one message after the other as it was told to.
struct Gateway {
    url: String,
    /// Where its redirects lead; nobody may ever go there.
    elsewhere: TcpListener,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

#[derive(Clone)]
struct Arrived {
    head: Vec<String>,
    body: String,
}

impl Arrived {
    fn id(&self) -> String {
        let message: Value = serde_json::from_str(&self.body).expect("one JSON object");
        text(&message, "id")
    }
}

impl Gateway {
    fn start(moods: &[Mood]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback takes listeners");
        let elsewhere = TcpListener::bind("127.0.0.1:0").expect("loopback takes listeners");
        let url = format!(
            "http://{}/a-secret-path",
            listener.local_addr().expect("it has one")
        );
        let other = elsewhere.local_addr().expect("it has one");
        let arrived = Arc::new(Mutex::new(Vec::<Arrived>::new()));
        let (seen, moods) = (arrived.clone(), moods.to_vec());
        // It ends with the test's process: what it waits for is the next connection.
        std::thread::spawn(move || {
            let mut moods = moods.into_iter().peekable();
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                let Some(request) = read_request(&stream) else {
                    continue;
                };
                let mut seen = seen.lock().expect("nobody panics with it");
                let is_new = seen.iter().all(|other| other.id() != request.id());
                seen.push(request);
                drop(seen);
                let mood = moods.next_if(|_| is_new).unwrap_or(Mood::Takes);
                let reply = match mood {
                    Mood::Fails => {
                        "HTTP/1.1 500 Oh\r\nContent-Length: 22\r\n\r\n<script>1</script>%%%%".to_owned()
                    }
                    Mood::Redirects => {
                        format!("HTTP/1.1 307 Else\r\nLocation: http://{other}/\r\nContent-Length: 0\r\n\r\n")
                    }
                    Mood::Takes => "HTTP/1.1 204 Taken\r\n\r\n".to_owned(),
                    Mood::Closes => continue,
                    Mood::Hangs => {
                        // Until the till has had enough.
                        let _ = (&stream).read(&mut [0; 16]);
                        continue;
                    }
                };
                let _ = (&stream).write_all(reply.as_bytes());
            }
        });
        Gateway {
            url,
            elsewhere,
            arrived,
        }
    }

    fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().expect("nobody panics with it").clone()
    }

    async fn until_arrived(&self, count: usize) {
        let looked = async || (self.arrived().len() >= count).then_some(());
        assert!(
            within(looked).await.is_some(),
            "message number {count} does not arrive"
        );
    }
}

fn read_request(stream: &TcpStream) -> Option<Arrived> {
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => head.push(line.to_owned()),
        }
    }
    let length: usize = header(&head, "content-length").parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let body = String::from_utf8(body).ok()?;
    Some(Arrived { head, body })
}

fn header(head: &[String], name: &str) -> String {
    let mut lines = head.iter().filter_map(|line| line.split_once(": "));
    let found = lines.find(|(found, _)| found.eq_ignore_ascii_case(name));
    found.map_or_else(String::new, |(_, value)| value.to_owned())
}

/// HMAC-SHA256 as RFC 2104 writes it, so that the till's is not checked by itself.
fn hmac(key: &str, message: &str) -> String {
    let mut block = [0_u8; 64];
    block[..key.len()].copy_from_slice(key.as_bytes());
    let padded = |pad: u8| block.map(|byte| byte ^ pad);
    let inner = Sha256::new()
        .chain_update(padded(0x36))
        .chain_update(message)
        .finalize();
    let outer = Sha256::new()
        .chain_update(padded(0x5c))
        .chain_update(inner)
        .finalize();
    outer.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn an_address_gets_signed_messages_and_one_that_fails_in_every_way_gets_them_again() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let gateway = Gateway::start(&[Mood::Fails, Mood::Redirects, Mood::Closes, Mood::Hangs]);
    world.name_hook(&json!({ "url": gateway.url }));
    let window = world.open().await;
    window.turn_hook_on().await;

    window.hold_for_new(&world.phonepe, "9877001403", "600").await;
    window.until_hook_trouble("key_missing").await;
    assert!(gateway.arrived().is_empty(), "nothing is sent unsigned");
    let kept = world.admin(&["hook-key", "--key-stdin"], &format!("{KEY}\n"));
    assert!(kept.status.success(), "{}", told(&kept));
    window.until_hook_trouble("status").await;
    window.settings("customer").await;
    window.until_says("hook-trouble", "answered 500").await;
    let shown = window.until_says("hook-through", "127.0.0.1").await.text;
    assert!(
        !shown.contains("a-secret-path"),
        "a host is all that is shown: {shown}"
    );
    album.take(&window, "webhook").await;
    window.click("nav-till").await;

    // One that hangs is hanging while these are sold.
    window.capture("450").await;
    window.prove().await;
    window.click("new-sale").await;
    window.hold_for_new(&world.phonepe, "9877001404", "300").await;
    window.capture("300").await;
    window.prove().await;
    window.settings("customer").await;
    gateway.until_arrived(8).await;
    window
        .until_says("hook-standing", "Every message was taken.")
        .await;
    window.settings("health").await;
    window
        .until("health-line", "is well", |line| {
            line.attribute("data-part") == "hook" && line.attribute("data-verdict") == "ok"
        })
        .await;

    every_message_came_signed_until_it_was_taken(&gateway);
    window.close().await;
    world.examine().await;
    world.leaks_nothing(&[Secret::new("the hook's key", KEY)]);
    let logs = super::leaks::files_under(&world.folders.home().join("logs"));
    for log in logs {
        let log = String::from_utf8_lossy(&std::fs::read(log).expect("a log")).into_owned();
        assert!(!log.contains("a-secret-path"), "an address may be a secret");
    }
}

fn every_message_came_signed_until_it_was_taken(gateway: &Gateway) {
    let arrived = gateway.arrived();
    let mut ids = std::collections::BTreeMap::<String, usize>::new();
    for one in &arrived {
        assert_eq!(one.head[0], "POST /a-secret-path HTTP/1.1");
        let time = header(&one.head, "x-holdfast-time");
        let signed = header(&one.head, "x-holdfast-signature");
        assert_eq!(signed, hmac(KEY, &format!("{time}.{}", one.body)));
        *ids.entry(one.id()).or_default() += 1;
        assert!(
            !one.body.contains("9877001"),
            "the number is nobody's: {}",
            one.body
        );
    }
    assert_eq!(ids.len(), 4, "two holds and two payments: {ids:?}");
    assert!(
        ids.values().all(|times| *times == 2),
        "each until it was taken, and no more: {ids:?}"
    );
    gateway
        .elsewhere
        .set_nonblocking(true)
        .expect("a listener can be asked");
    assert!(
        gateway.elsewhere.accept().is_err(),
        "nothing is sent where a redirect points"
    );
}
