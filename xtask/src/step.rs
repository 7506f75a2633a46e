//! Long steps: a line when one starts, a sign of life while it works, a line with the seconds when it ends.

use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

const HEARTBEAT_EVERY: Duration = Duration::from_secs(20);

/// Why a command ends early.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// The machine lacks something that its owner must give, or the words were not understood.
    Needs(String),
    /// Something ran and was found wrong.
    Failed(String),
}

impl Stop {
    pub fn sentence(&self) -> &str {
        match self {
            Self::Needs(sentence) | Self::Failed(sentence) => sentence,
        }
    }

    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Needs(_) => 2,
            Self::Failed(_) => 1,
        }
    }
}

/// Runs `command` to its end with its output passed through and no standard input, so that nothing
/// can wait for an answer on a build server.
///
/// # Errors
/// `Stop::Failed` when it cannot be started or ends with anything but success.
pub fn run(name: &str, command: &mut Command) -> Result<(), Stop> {
    println!("▸ {name}");
    let started = Instant::now();
    let ended = wait_with_heartbeat(name, command.stdin(Stdio::null()), started);
    let seconds = started.elapsed().as_secs();
    match ended {
        Ok(status) if status.success() => {
            println!("✓ {name}, {seconds} s");
            Ok(())
        }
        Ok(status) => Err(Stop::Failed(format!(
            "✗ {name} failed after {seconds} s ({status})"
        ))),
        Err(error) => {
            let program = command.get_program().to_string_lossy().into_owned();
            Err(Stop::Failed(format!(
                "✗ {name}: `{program}` could not be started: {error}"
            )))
        }
    }
}

fn wait_with_heartbeat(name: &str, command: &mut Command, started: Instant) -> std::io::Result<ExitStatus> {
    let (ending, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || beat(name, started, &waiting));
        let status = command.status();
        drop(ending);
        status
    })
}

/// Says every so often that the step still works, until the other end of the channel is dropped.
fn beat(name: &str, started: Instant, waiting: &Receiver<()>) {
    while waiting.recv_timeout(HEARTBEAT_EVERY) == Err(RecvTimeoutError::Timeout) {
        println!("… still {name}, {} s", started.elapsed().as_secs());
    }
}

/// What `program` prints, or `None` when it is not there or does not succeed: for asking, never for doing.
pub fn answer(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(words)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_says_its_name_and_how_it_ended() {
        let stop = run("a false step", &mut Command::new("false")).unwrap_err();
        assert!(stop.sentence().contains("a false step failed"), "{stop:?}");
        assert!(stop.sentence().contains("exit status: 1"), "{stop:?}");
        assert_eq!(stop.exit_code(), 1);
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let stop = run("a step", &mut Command::new("no-such-program-here")).unwrap_err();
        assert!(
            stop.sentence()
                .contains("`no-such-program-here` could not be started"),
            "{stop:?}"
        );
    }

    #[test]
    fn an_answer_is_given_only_by_a_program_that_succeeds() {
        assert_eq!(answer("echo", &["yes"]).as_deref(), Some("yes\n"));
        assert_eq!(answer("false", &[]), None);
        assert_eq!(answer("no-such-program-here", &[]), None);
    }
}
