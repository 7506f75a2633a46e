//! The program's start with a thousand open questions, up to the first look that reaches PhonePe, against its start with a
//! single one: that is the first moment at which a start can ask anything, seen from the same place. The window, the
//! keyring, the ledger and the HTTP client are the program's own; PhonePe is the simulator, in this process.

use super::screen::Screen;
use super::{Measured, rounds, said, years};
use ledger::Ledger;
use simulator::{Call, Options, Simulator};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const OPEN_QUESTIONS: usize = 1_000;
const PATIENCE: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(1);
const UNLOCKED: &str = "\
    printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && \
    echo \"$DBUS_SESSION_BUS_ADDRESS\" && exec cat >/dev/null";

pub fn measure() -> Measured {
    let many = said("HOLDFAST_BENCH_OPEN").unwrap_or(OPEN_QUESTIONS);
    let stage = Stage::set(many);
    // Once each before it counts: programs and certificates are then in memory for both.
    stage.first_look("many");
    stage.first_look("one");
    let pairs: Vec<(Duration, Duration)> = (0..rounds(11))
        .map(|round| {
            if round.is_multiple_of(2) {
                let ours = stage.first_look("many");
                (ours, stage.first_look("one"))
            } else {
                let floor = stage.first_look("one");
                (stage.first_look("many"), floor)
            }
        })
        .collect();
    Measured::of_times(&pairs, 1)
}

struct Stage {
    // Dropped in this order: the session goes before its screen and its folders.
    session: Session,
    screen: Screen,
    /// Its threads are the simulator's too.
    runtime: Runtime,
    simulator: Simulator,
    folder: TempDir,
}

impl Stage {
    fn set(many: usize) -> Stage {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        let simulator = runtime.block_on(Simulator::start(Options::training())).unwrap();
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "run", "data", "config", "cache", "user"] {
            make_private(&folder.path().join(name));
        }
        for (name, count) in [("many", many), ("one", 1)] {
            let ledger = Ledger::open(&folder.path().join(name).join("ledger.sqlite"), "uat").unwrap();
            ledger.append_all(years::open_questions(count)).unwrap();
        }
        let screen = Screen::start();
        let stage = Stage {
            session: Session::start(folder.path(), &screen.display),
            screen,
            runtime,
            simulator,
            folder,
        };
        stage.provision();
        stage
    }

    /// From the start of the program to the first look that reaches PhonePe.
    fn first_look(&self, name: &str) -> Duration {
        let home = self.folder.path().join("home/uat");
        let _ = std::fs::remove_dir_all(&home);
        make_private(&home);
        let ledger = home.join("ledger.sqlite");
        std::fs::copy(self.folder.path().join(name).join("ledger.sqlite"), &ledger).unwrap();
        std::fs::File::open(&ledger).unwrap().sync_all().unwrap();
        let before = self.simulator.request_count(Call::AuthStatus);
        let began = Instant::now();
        let till = Killed(self.command("holdfast").spawn().unwrap());
        while self.simulator.request_count(Call::AuthStatus) == before {
            assert!(began.elapsed() < PATIENCE, "no look came");
            self.runtime.block_on(async { tokio::time::sleep(GLANCE).await });
        }
        let took = began.elapsed();
        // Long before it would anchor anything, so that each round meets the same keyring.
        drop(till);
        took
    }

    fn provision(&self) {
        let options = Options::training();
        let mut admin = self.command("holdfast-admin");
        admin.args([
            "provision",
            "--profile",
            "uat",
            "--salt-key-stdin",
            "--salt-index",
        ]);
        admin.arg(options.salt_index.to_string());
        admin.args([
            "--merchant-id",
            &options.merchant_id,
            "--base-url",
            &self.simulator.base_url(),
        ]);
        let mut child = admin.stdin(Stdio::piped()).spawn().unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(options.salt_key.as_bytes())
            .unwrap();
        assert!(
            child.wait().unwrap().success(),
            "the till could not be provisioned"
        );
    }

    fn command(&self, name: &str) -> Command {
        let program = beside_us(name);
        assert!(program.is_file(), "{name} is not built beside this program");
        let mut command = Command::new(program);
        lend(&mut command, self.folder.path());
        command
            .env("DISPLAY", &self.screen.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.session.address)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}

/// A desktop session with an unlocked keyring, which ends with its input.
struct Session {
    child: Child,
    address: String,
}

impl Session {
    fn start(folder: &Path, display: &str) -> Session {
        let mut session = Command::new("dbus-run-session");
        lend(&mut session, folder);
        let mut child = session
            .args(["--", "sh", "-c", UNLOCKED])
            .env("DISPLAY", display)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-run-session is installed");
        let mut address = String::new();
        let told = child.stdout.take().unwrap();
        BufReader::new(told).read_line(&mut address).unwrap();
        assert!(!address.is_empty(), "there is no session with a keyring");
        Session {
            child,
            address: address.trim().to_owned(),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().ok();
    }
}

/// Ended with us, whatever happens.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn beside_us(name: &str) -> PathBuf {
    std::env::current_exe().unwrap().with_file_name(name)
}

/// Nothing of whoever measures is seen or touched.
fn lend(command: &mut Command, folder: &Path) {
    for (variable, name) in [
        ("HOLDFAST_HOME", "home"),
        ("HOME", "user"),
        ("XDG_RUNTIME_DIR", "run"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
    ] {
        command.env(variable, folder.join(name));
    }
    command
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("NO_AT_BRIDGE", "1")
        .env_remove("WAYLAND_DISPLAY");
}

fn make_private(folder: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(folder).unwrap();
}
