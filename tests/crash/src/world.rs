//! Where one run of the day happens: a home of its own and a PhonePe of its own, which outlives the run.

use crate::Said;
use crate::day::{Options, Part};
use crate::strace::{self, Point, Strike};
use ledger::Head;
use simulator::Simulator;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// A home and PhonePe's books between two parts of the day.
pub struct Scene {
    folder: TempDir,
    /// Where the ledger ended.
    pub head: Option<Head>,
}

pub struct World {
    folder: TempDir,
    pub simulator: Simulator,
    /// The last event that the day said was acknowledged.
    pub acked: Option<Head>,
}

/// What a run said, and how it ended.
pub struct Ran {
    pub said: Vec<Said>,
    pub ended: ExitStatus,
    /// What it complained of, for a person.
    pub complaints: String,
}

impl Ran {
    pub fn was_killed(&self) -> bool {
        self.ended.signal() == Some(9)
    }

    pub fn is_done(&self) -> bool {
        self.said.last() == Some(&Said::Done)
    }

    pub fn last_acked(&self) -> Option<&Head> {
        self.said.iter().rev().find_map(|said| match said {
            Said::Acked { head, .. } | Said::Found(head) => Some(head),
            _ => None,
        })
    }
}

/// A folder in memory where there is one: what is asked here is what the program does with its writes, not how long a
/// disk takes for them.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

impl Scene {
    /// Before the first start.
    pub fn first() -> Scene {
        Scene {
            folder: folder(),
            head: None,
        }
    }

    /// The same home and books once more, for one run.
    pub fn set(&self, runtime: &Runtime) -> World {
        let folder = folder();
        copy(self.folder.path(), folder.path());
        let options = simulator::Options {
            state_file: Some(folder.path().join("phonepe.json")),
            ..simulator::Options::training()
        };
        let simulator = runtime.block_on(Simulator::start(options)).unwrap();
        simulator.freeze_clock();
        World {
            folder,
            simulator,
            acked: self.head.clone(),
        }
    }
}

impl World {
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn plain(&mut self, part: Part) -> Ran {
        let day = strace::plain(&self.options(part));
        self.run(day)
    }

    pub fn struck(&mut self, point: &Point, strike: Strike) -> Ran {
        let day = strace::striking(point, strike, &self.options(point.part));
        self.run(day)
    }

    pub fn recorded(&mut self, part: Part, tape: &Path) -> Ran {
        let day = strace::recording(tape, &self.options(part));
        self.run(day)
    }

    /// Killed from outside when it has run for so long, or at its end if that comes first.
    pub fn killed_after(&mut self, part: Part, long: Duration, runtime: &Runtime) -> Ran {
        let mut child = started(&mut strace::plain(&self.options(part)));
        let out = child.stdout.take().unwrap();
        let out = std::thread::scope(|scope| {
            let reading = scope.spawn(|| std::io::read_to_string(out).unwrap());
            runtime.block_on(async { tokio::time::sleep(long).await });
            // One that has ended already cannot be killed, and need not be.
            let _ = child.kill();
            reading.join().unwrap()
        });
        let ended = child.wait().unwrap();
        self.heard(out, String::new(), ended)
    }

    /// The scene that this run leaves.
    pub fn end(self, runtime: &Runtime) -> Scene {
        self.simulator.stop();
        runtime.block_on(self.simulator.stopped());
        Scene {
            folder: self.folder,
            head: self.acked,
        }
    }

    fn options(&self, part: Part) -> Options {
        Options {
            home: self.home(),
            phonepe: self.simulator.base_url(),
            anchor: self.acked.clone(),
            part,
        }
    }

    fn run(&mut self, mut day: Command) -> Ran {
        let child = started(&mut day);
        let output = child.wait_with_output().unwrap();
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
        self.heard(out, complaints, output.status)
    }

    fn heard(&mut self, out: String, complaints: String, ended: ExitStatus) -> Ran {
        let ran = Ran {
            said: out.lines().filter_map(Said::read).collect(),
            ended,
            complaints,
        };
        if let Some(acked) = ran.last_acked() {
            self.acked = Some(acked.clone());
        }
        ran
    }
}

fn started(day: &mut Command) -> Child {
    day.stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|why| panic!("{day:?} cannot be started: {why}"))
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            till::Home::open(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}
