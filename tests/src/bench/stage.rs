//! Where a window is measured: a screen, a session bus, a till's home with years behind it, and the programs.

use super::screen::Screen;
use super::{in_memory, pss, said, years};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const EVENTS: usize = 100_000;
const OPEN_HOLDS: usize = 5;
const IDLE_FOR: Duration = Duration::from_secs(10);

pub struct Stage {
    pub screen: Screen,
    bus: Bus,
    pub runtime: Runtime,
    home: TempDir,
    /// Another home than the stage's own.
    pub used: Option<PathBuf>,
    programs: PathBuf,
}

impl Stage {
    pub fn set() -> Stage {
        let programs = std::env::current_exe().unwrap().parent().unwrap().to_owned();
        for name in ["holdfast", "empty-window"] {
            assert!(
                programs.join(name).is_file(),
                "{name} is not built beside this program"
            );
        }
        let home = tempfile::tempdir().unwrap();
        let folder = make_home(home.path());
        write_years(&folder.join("ledger.sqlite"));
        let screen = Screen::start();
        Stage {
            bus: Bus::start(&screen.display),
            screen,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
            home,
            used: None,
            programs,
        }
    }

    pub fn till(&self) -> PathBuf {
        self.programs.join("holdfast")
    }

    pub fn empty(&self) -> PathBuf {
        self.programs.join("empty-window")
    }

    /// How soon it can be used.
    pub fn start(&self, program: &Path) -> Duration {
        let (running, usable) = self.open(program);
        self.close(running);
        usable
    }

    /// What it takes when nobody touches it, in KiB.
    pub fn memory(&self, program: &Path) -> u64 {
        let (running, _) = self.open(program);
        self.runtime
            .block_on(async { tokio::time::sleep(IDLE_FOR).await });
        let kib = pss::of_tree(running.0.id());
        self.close(running);
        kib
    }

    fn open(&self, program: &Path) -> (Running, Duration) {
        let began = Instant::now();
        let running = self.begin(&mut Command::new(program));
        let usable = self.runtime.block_on(self.screen.first_usable(began));
        (running, usable)
    }

    /// Starts a program of the screen, silent.
    pub fn begin(&self, command: &mut Command) -> Running {
        let home = self.used.as_deref().unwrap_or(self.home.path());
        let child = command
            .env("DISPLAY", &self.screen.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address)
            .env("HOLDFAST_HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Running(child.unwrap())
    }

    /// Ends it and waits until nothing of it is left, so that the next one finds an empty screen.
    pub fn close(&self, running: Running) {
        let tree = pss::tree(running.0.id());
        drop(running);
        // A driver leaves the window that it started.
        let ids = tree.iter().map(u32::to_string);
        Command::new("kill").args(ids).stderr(Stdio::null()).status().ok();
        self.runtime.block_on(async {
            let began = Instant::now();
            while tree.iter().any(|id| Path::new(&format!("/proc/{id}")).exists()) {
                assert!(
                    began.elapsed() < Duration::from_secs(20),
                    "a process of the window is left"
                );
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
    }
}

/// Ended with us, whatever happens.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn write_years(to: &Path) {
    let events = said("HOLDFAST_BENCH_EVENTS").unwrap_or(EVENTS);
    let scratch = in_memory();
    let path = scratch.path().join("ledger.sqlite");
    years::write(&path, events, OPEN_HOLDS);
    // Closed, the ledger is one file: its log was moved in.
    fs::copy(&path, to).unwrap();
}

/// A till's home with the folder of its training.
pub fn make_home(home: &Path) -> PathBuf {
    let folder = home.join("training");
    fs::create_dir(&folder).unwrap();
    make_private(home);
    make_private(&folder);
    folder
}

fn make_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
}

/// A session bus of its own: without one, web views wait for it.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start(display: &str) -> Bus {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .env("DISPLAY", display)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut address = String::new();
        let mut told = daemon.stdout.take().unwrap();
        let mut byte = [0];
        while told.read(&mut byte).unwrap() == 1 && byte[0] != b'\n' {
            address.push(char::from(byte[0]));
        }
        Bus { daemon, address }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().ok();
        self.daemon.wait().ok();
    }
}
