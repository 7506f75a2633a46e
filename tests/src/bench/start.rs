//! The till with a long ledger against an empty window of the same toolkit: how soon it can be used, and how much memory
//! it takes when nobody touches it. And the till with a ledger of years against the till with an empty one.

use super::screen::Screen;
use super::{Measured, ages, in_memory, pss, rounds, said, years};
use ledger::{Head, Ledger};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const EVENTS: usize = 100_000;
const IDLE_FOR: Duration = Duration::from_secs(10);

pub fn measure_start() -> Measured {
    let stage = Stage::set();
    // Both once for the page cache: a till is started in the morning, but not from a cold disk each time.
    stage.start(&stage.till());
    stage.start(&stage.empty());
    let pairs: Vec<(Duration, Duration)> = (0..rounds(11))
        .map(|round| in_turns(round, |who| stage.start(&stage.who(who))))
        .collect();
    Measured::of_times(&pairs, 1)
}

/// Until the first view; and what stands before the first question and the first new hold.
pub fn measure_start_of_ages() -> Measured {
    let kept = ages::kept(ages::Size::of_benches());
    // A start writes into its ledger, so it gets one of its own, on the same disk.
    let beside = kept.parent().unwrap().parent().unwrap();
    let (long, young) = (TempDir::new_in(beside).unwrap(), TempDir::new_in(beside).unwrap());
    let ledgers = [&long, &young].map(|home| make_home(home.path()).join("ledger.sqlite"));
    fs::copy(&kept, &ledgers[0]).unwrap();
    drop(Ledger::open(&ledgers[1], "training").unwrap());
    tell_opening(&ledgers[0]);
    let mut stage = Stage::set();
    let mut start = |home: &TempDir| {
        stage.used = Some(home.path().to_owned());
        stage.start(&stage.till())
    };
    start(&long);
    start(&young);
    let pairs: Vec<(Duration, Duration)> = (0..rounds(11))
        .map(|round| {
            if round.is_multiple_of(2) {
                let ours = start(&long);
                (ours, start(&young))
            } else {
                let floor = start(&young);
                (start(&long), floor)
            }
        })
        .collect();
    Measured::of_times(&pairs, 1)
}

fn tell_opening(path: &Path) {
    let began = Instant::now();
    let ledger = Ledger::open(path, "training").unwrap();
    let open = ledger.live_rows().unwrap().len();
    let opened = began.elapsed();
    let head: Head = ledger.head().unwrap();
    drop(ledger);
    let began = Instant::now();
    let found = ledger::verify_recent(path, &head).unwrap();
    assert!(found.holds(), "{found:?}");
    eprintln!(
        "{} events: opened with {open} live sales in {opened:?}, what a start believes checked in {:?}",
        found.events,
        began.elapsed()
    );
}

pub fn measure_memory() -> Measured {
    let stage = Stage::set();
    let pairs: Vec<(u64, u64)> = (0..rounds(3))
        .map(|round| in_turns(round, |who| stage.memory(&stage.who(who))))
        .collect();
    Measured::of_kib(&pairs)
}

#[derive(Clone, Copy)]
enum Who {
    Till,
    Empty,
}

/// Ours and floor, each first in every other round.
fn in_turns<T>(round: usize, run: impl Fn(Who) -> T) -> (T, T) {
    if round.is_multiple_of(2) {
        let ours = run(Who::Till);
        (ours, run(Who::Empty))
    } else {
        let floor = run(Who::Empty);
        (run(Who::Till), floor)
    }
}

struct Stage {
    screen: Screen,
    bus: Bus,
    runtime: Runtime,
    home: TempDir,
    /// Another home than the stage's own.
    used: Option<PathBuf>,
    programs: PathBuf,
}

impl Stage {
    fn set() -> Stage {
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

    fn who(&self, who: Who) -> PathBuf {
        match who {
            Who::Till => self.till(),
            Who::Empty => self.empty(),
        }
    }

    fn till(&self) -> PathBuf {
        self.programs.join("holdfast")
    }

    fn empty(&self) -> PathBuf {
        self.programs.join("empty-window")
    }

    fn start(&self, program: &Path) -> Duration {
        let (running, usable) = self.open(program);
        self.close(running);
        usable
    }

    fn memory(&self, program: &Path) -> u64 {
        let (running, _) = self.open(program);
        self.runtime
            .block_on(async { tokio::time::sleep(IDLE_FOR).await });
        let kib = pss::of_tree(running.0.id());
        self.close(running);
        kib
    }

    fn open(&self, program: &Path) -> (Running, Duration) {
        let home = self.used.as_deref().unwrap_or(self.home.path());
        let began = Instant::now();
        let command = Command::new(program)
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
        let running = Running(command.unwrap());
        let usable = self.runtime.block_on(self.screen.first_usable(began));
        (running, usable)
    }

    /// Ends it and waits until nothing of it is left, so that the next one finds an empty screen.
    fn close(&self, running: Running) {
        let tree = pss::tree(running.0.id());
        drop(running);
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
struct Running(Child);

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
    years::write(&path, events);
    // Closed, the ledger is one file: its log was moved in.
    fs::copy(&path, to).unwrap();
}

/// A till's home with the folder of its training.
fn make_home(home: &Path) -> PathBuf {
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
