//! Two at once: two windows on one till, and two programs on one home. Exactly one of them acts.

use contract::{ButtonKind, Command, ErrorCode, ProfileName, UiError};
use domain::SaleState;
use holdfast_tests::{Counter, RAVI};
use ledger::Ledger;
use simulator::Call;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::sync::Barrier;
use till::{Home, TillHandle};

const PRESSES_EACH: usize = 25;
const PAIRS: usize = 20;
/// In the environment of a program of these tests: the home that it is to take.
const HOME: &str = "HOLDFAST_TEST_HOME_FOR_TWO";
const SAYS: &str = "this program ";

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_that_press_one_button_many_times_at_the_same_moment_hold_once() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    let action_id = counter.armed(ButtonKind::Pay);
    let press = Command::Press { action_id };
    let taken = both_windows(&counter, [press.clone(), press]);
    assert_eq!(taken.iter().filter(|taken| taken.is_ok()).count(), 1);
    for refused in taken.iter().filter_map(|taken| taken.as_ref().err()) {
        assert_eq!(refused.code, ErrorCode::AlreadyTaken);
    }
    counter.settle().await;
    counter.is(SaleState::Held);
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 1);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_windows_that_capture_and_release_at_the_same_moment_one_acts() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    // One window asked to capture; the other asks to release, which is what the one panel then shows in both.
    let capture = counter.review_capture("450").await;
    let release = counter.review_release().await;
    let taken = both_windows(
        &counter,
        [
            Command::CaptureConfirm { action_id: capture },
            Command::ReleaseConfirm { action_id: release },
        ],
    );
    assert_eq!(taken.iter().filter(|taken| taken.is_ok()).count(), 1);
    counter.settle().await;
    counter.is(SaleState::Released);
    let asked = [Call::AuthCapture, Call::AuthCancel].map(|call| counter.simulator.request_count(call));
    assert_eq!(asked, [0, 1]);
    counter.audit().await;
}

/// Gives each window's command again and again, both from the same moment on.
fn both_windows(counter: &Counter, commands: [Command; 2]) -> Vec<Result<(), UiError>> {
    let begin = Barrier::new(2);
    let window = |handle: TillHandle, command: Command| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        begin.wait();
        let acts = (0..PRESSES_EACH).map(|_| runtime.block_on(handle.act(command.clone())));
        acts.map(|taken| taken.map(drop)).collect::<Vec<_>>()
    };
    std::thread::scope(|scope| {
        let windows = commands.map(|command| {
            let handle = counter.window();
            scope.spawn(|| window(handle, command))
        });
        let taken = windows.map(|window| window.join().unwrap());
        taken.concat()
    })
}

#[test]
fn of_two_programs_started_on_one_home_one_runs_and_the_next_does_once_it_was_killed() {
    if let Some(home) = std::env::var_os(HOME) {
        return be_a_program(Path::new(&home));
    }
    let homes: Vec<_> = (0..PAIRS).map(|_| tempfile::tempdir().unwrap()).collect();
    let pairs: Vec<_> = homes
        .iter()
        .map(|home| [Program::start(home.path()), Program::start(home.path())])
        .collect();
    for (pair, home) in pairs.into_iter().zip(&homes) {
        let mut pair = pair.map(|mut program| (program.says(), program));
        pair.sort_by(|(one, _), (other, _)| one.cmp(other));
        let [(stays_out, out), (runs, running)] = pair;
        let said = BTreeSet::from([stays_out.as_str(), runs.as_str()]);
        assert_eq!(
            said,
            BTreeSet::from(["finds another one", "runs with its ledger open"])
        );
        drop((out, running));
        assert_eq!(Program::start(home.path()).says(), "runs with its ledger open");
    }
}

/// What a start does before its window: the lock on the home, then the ledger.
fn be_a_program(root: &Path) {
    let home = Home::open(root).unwrap();
    let Some(_lock) = holdfast_shell::lock(&home).unwrap() else {
        println!("{SAYS}finds another one");
        return;
    };
    let ledger = Ledger::open(&home.ledger_path(ProfileName::Uat).unwrap(), "uat");
    println!(
        "{SAYS}{}",
        match &ledger {
            Ok(_) => "runs with its ledger open".to_owned(),
            Err(why) => format!("has the lock but not the ledger: {why}"),
        }
    );
    // Until it is killed.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

struct Program {
    running: Child,
    lines: BufReader<ChildStdout>,
}

impl Program {
    fn start(home: &Path) -> Program {
        let mut running = std::process::Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "--nocapture",
                "flows::together::of_two_programs_started_on_one_home_one_runs_and_the_next_does_once_it_was_killed",
            ])
            .env(HOME, home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(running.stdout.take().unwrap());
        Program { running, lines }
    }

    fn says(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(
                self.lines.read_line(&mut line).unwrap(),
                0,
                "it ended without a word"
            );
            if let Some((_, word)) = line.split_once(SAYS) {
                return word.trim().to_owned();
            }
        }
    }
}

/// SIGKILL: nothing of it has a chance to let go.
impl Drop for Program {
    fn drop(&mut self) {
        self.running.kill().unwrap();
        self.running.wait().unwrap();
    }
}
