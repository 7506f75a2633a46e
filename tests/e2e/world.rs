//! A shop of its own for one test: user, screen, keyring, a pretend PhonePe, and a provisioned till.

use std::process::{Command, Output, Stdio};

use holdfast_tests::keyboard::Keyboard;

use super::desk::{Bus, Folders, Keyring, Screen};
use super::phonepe::{MERCHANT, PhonePe};
use super::programs::ours;
use super::window::Window;

// Dropped in this order: the bus and the screen go after everything that talks to them.
pub(crate) struct World {
    pub(crate) phonepe: PhonePe,
    pub(crate) salt_key: String,
    pub(crate) bus: Bus,
    pub(crate) screen: Screen,
    pub(crate) folders: Folders,
}

impl World {
    /// A till that `holdfast-admin provision` has just set up; nothing has opened it yet.
    pub(crate) fn provisioned() -> Self {
        let world = Self::bare();
        world.provision(&world.salt_key);
        world
    }

    /// A till fresh from the box.
    pub(crate) fn bare() -> Self {
        let folders = Folders::new();
        let screen = Screen::start();
        let bus = Bus::start(&folders, &screen, Keyring::Unlocked);
        let salt_key = new_salt_key();
        let phonepe = PhonePe::start(&salt_key);
        World {
            phonepe,
            salt_key,
            bus,
            screen,
            folders,
        }
    }

    pub(crate) fn provision(&self, salt_key: &str) {
        let url = self.phonepe.base_url.clone();
        let words = [
            "provision",
            "--profile",
            "uat",
            "--base-url",
            &url,
            "--merchant-id",
            MERCHANT,
            "--salt-index",
            "1",
            "--salt-key-stdin",
        ];
        let done = self.admin(&words, &format!("{salt_key}\n"));
        assert!(done.status.success(), "provision: {}", told(&done));
    }

    /// Opens the till and waits until it can be used.
    pub(crate) async fn open(&self) -> Window {
        let window = self.start().await;
        window.until("cart-total", "stands there", |_| true).await;
        window
            .until("lamp-books", "in order", |lamp| {
                lamp.attribute("data-light") == "good"
            })
            .await;
        window
    }

    /// Opens the till, whatever it then shows.
    pub(crate) async fn start(&self) -> Window {
        Window::open(&self.folders, &self.screen, &self.bus).await
    }

    /// `holdfast-admin` as the same user on the same home.
    pub(crate) fn admin(&self, words: &[&str], typed: &str) -> Output {
        let mut command = Command::new(ours("holdfast-admin"));
        self.lend_to(&mut command);
        let mut child = command
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("holdfast-admin starts");
        let mut stdin = child.stdin.take().expect("its input is a pipe");
        // It may have refused already, without reading.
        let _ = std::io::Write::write_all(&mut stdin, typed.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("holdfast-admin ends");
        let mut log = self.folders.log("admin.log");
        std::io::Write::write_all(&mut log, told(&output).as_bytes()).expect("the folder takes files");
        output
    }

    /// The scanner of this counter reads a code, wherever the cursor is.
    pub(crate) fn scan(&self, code: &str) {
        Keyboard::at(&self.screen.display).scan(code);
    }

    /// The environment of a program that runs in this world.
    pub(crate) fn lend_to(&self, command: &mut Command) {
        self.folders.lend_to(command);
        command
            .env("DISPLAY", &self.screen.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address);
    }
}

/// What a program said, both ways.
pub(crate) fn told(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// Unlike any other text in the world, so that finding it anywhere means that it leaked.
fn new_salt_key() -> String {
    let random = std::fs::read_to_string("/proc/sys/kernel/random/uuid").expect("Linux makes random ids");
    format!("salt-{}", random.trim())
}
