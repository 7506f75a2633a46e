//! The programs under test, and the helpers around them: each dies with the test that started it.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

/// A compiled program of ours, from the folder that this test was compiled into.
pub(crate) fn ours(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("this test knows its own path");
    let folder = test
        .parent()
        .and_then(Path::parent)
        .expect("tests are compiled into target/PROFILE/deps");
    let program = folder.join(name);
    assert!(
        program.is_file(),
        "{} is not there: run `cargo xtask build` first",
        program.display()
    );
    program
}

/// A command whose process is killed when the thread that starts it ends, however it ends.
pub(crate) fn bound_to_us(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL"]).arg(program);
    command
}

/// A running helper. Dropping it ends it.
pub(crate) struct Running {
    child: Child,
    stdin: Option<ChildStdin>,
}

impl Running {
    /// Starts it and returns it with the first line it prints, for helpers that say when they are ready.
    pub(crate) fn until_first_line(command: &mut Command, typed: &str) -> (Self, String) {
        let mut running = Self::start(command.stdin(Stdio::piped()).stdout(Stdio::piped()));
        if let Some(stdin) = running.stdin.as_mut() {
            std::io::Write::write_all(stdin, typed.as_bytes()).expect("the helper reads its input");
        }
        let stdout = running.child.stdout.take().expect("its output is a pipe");
        let mut line = String::new();
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("the helper prints a line");
        assert!(!line.is_empty(), "{command:?} ended without a word");
        (running, line.trim().to_owned())
    }

    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .spawn()
            .unwrap_or_else(|why| panic!("{command:?} does not start: {why}"));
        let stdin = child.stdin.take();
        Running { child, stdin }
    }

    /// Says "that is all" and waits: for helpers that end with their input.
    pub(crate) fn end_by_input(&mut self) {
        self.stdin = None;
        let _ = self.child.wait();
    }

    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    pub(crate) fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Processes of one of our programs that work on one home.
pub(crate) fn pids_on(home: &Path, program: &Path) -> Vec<u32> {
    let ours = format!("HOLDFAST_HOME={}\0", home.display());
    let all = std::fs::read_dir("/proc").expect("/proc is there");
    all.flatten()
        .filter_map(|entry| {
            let pid: u32 = entry.file_name().to_str()?.parse().ok()?;
            // An upgrade or a removal takes the file away under a program that runs.
            let exe = std::fs::read_link(entry.path().join("exe")).ok()?;
            let exe = exe.to_string_lossy();
            let runs_it = Path::new(exe.strip_suffix(" (deleted)").unwrap_or(&exe)) == program;
            let environment = std::fs::read(entry.path().join("environ")).ok()?;
            let on_home = environment
                .windows(ours.len())
                .any(|part| part == ours.as_bytes());
            (runs_it && on_home).then_some(pid)
        })
        .collect()
}

/// Whether a process has let go of everything it held: gone, or only waiting to be counted.
pub(crate) fn has_ended(pid: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else {
        return true;
    };
    // The name before it, in brackets, may hold anything.
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    matches!(state, Some('Z' | 'X') | None)
}

/// `kill -9`, the way a power cut or an angry person ends a program.
pub(crate) fn kill_9(pid: u32) {
    let status = Command::new("kill")
        .args(["-9", &pid.to_string()])
        .status()
        .expect("kill is there");
    assert!(status.success(), "process {pid} could not be killed");
}
