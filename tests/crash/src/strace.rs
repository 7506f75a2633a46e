//! strace: it records what a program writes, and takes it down or lies to it at one exact call, without a changed byte
//! in the program.

use crate::day::{self, Part};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every call by which the day's programs change a file or its name, or make that lasting.
pub const WRITES: [&str; 13] = [
    "write",
    "pwrite64",
    "pwritev",
    "ftruncate",
    "fallocate",
    "fsync",
    "fdatasync",
    "mkdir",
    "mkdirat",
    "rename",
    "renameat2",
    "unlink",
    "unlinkat",
];

/// What happens at the call instead of what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strike {
    /// `kill -9`, before anything of the call is done.
    Kill,
    Error(Errno, Times),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Errno {
    NoSpace,
    InputOutput,
    ReadOnly,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Times {
    Once,
    /// At this call and at every later one of its kind: a disk that stays full.
    FromHereOn,
}

impl Errno {
    pub const ALL: [Errno; 3] = [Errno::NoSpace, Errno::InputOutput, Errno::ReadOnly];

    fn name(self) -> &'static str {
        match self {
            Errno::NoSpace => "ENOSPC",
            Errno::InputOutput => "EIO",
            Errno::ReadOnly => "EROFS",
        }
    }
}

/// One exact call of one run, as strace can be aimed at it (see `aim`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    pub part: Part,
    pub call: &'static str,
    /// Relative to the home.
    pub watched: Vec<PathBuf>,
    /// Its number among the calls of its kind on these paths, from 1.
    pub nth: usize,
    /// What the call was about when it was recorded.
    pub path: PathBuf,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Point {
            part,
            call,
            watched,
            nth,
            path,
        } = self;
        let among = watched.len();
        write!(
            f,
            "{} {call} {nth} ({}, among {among} watched)",
            part.name(),
            path.display()
        )
    }
}

/// Whether strace can follow a program here.
///
/// # Errors
/// One sentence that says what is missing.
pub fn is_usable() -> Result<(), String> {
    let tried = Command::new("strace")
        .args([
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=fsync",
            "true",
        ])
        .output()
        .map_err(|why| format!("strace cannot be started ({why}): install the Debian package `strace`"))?;
    if tried.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&tried.stderr);
    Err(format!(
        "strace may not follow a program here ({}): allow ptrace (CAP_SYS_PTRACE, or a seccomp profile that has it)",
        said.trim()
    ))
}

/// The day under a recorder: every write with its bytes goes to `tape`.
pub fn recording(tape: &Path, options: &day::Options) -> Command {
    let mut strace = Command::new("strace");
    strace.args(["-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "1000000", "-o"]);
    strace.arg(tape).arg("-e");
    strace.arg(format!("trace=openat,{}", WRITES.join(",")));
    strace.arg(day_program()).args(options.words());
    strace
}

/// The day with a strike at one call.
pub fn striking(point: &Point, strike: Strike, options: &day::Options) -> Command {
    let mut strace = Command::new("strace");
    // Not with --seccomp-bpf: strace 6.1 then injects nothing.
    strace.args(["-f", "-qq", "-o", "/dev/null"]);
    for path in &point.watched {
        strace.arg("-P").arg(under(&options.home, path));
    }
    let Point { call, nth, .. } = point;
    let what = match strike {
        Strike::Kill => format!("signal=SIGKILL:when={nth}"),
        Strike::Error(errno, Times::Once) => format!("error={}:when={nth}", errno.name()),
        Strike::Error(errno, Times::FromHereOn) => format!("error={}:when={nth}+", errno.name()),
    };
    strace.arg("-e").arg(format!("trace={call}"));
    strace.arg("-e").arg(format!("inject={call}:{what}"));
    strace.arg(day_program()).args(options.words());
    strace
}

/// The day as it is.
pub fn plain(options: &day::Options) -> Command {
    let mut day = Command::new(day_program());
    day.args(options.words());
    day
}

/// The home itself is the empty path.
fn under(home: &Path, path: &Path) -> PathBuf {
    if path.as_os_str().is_empty() {
        home.to_owned()
    } else {
        home.join(path)
    }
}

/// `holdfast-day`, where cargo puts every program of the workspace: beside this one, or above a test's folder.
fn day_program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let mut folders = own.ancestors().skip(1);
    folders
        .find_map(|folder| Some(folder.join("holdfast-day")).filter(|program| program.exists()))
        .expect("`holdfast-day` was built beside this program")
}
