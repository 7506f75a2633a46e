//! Programs of the store's choice, run beside the engine: by a list of words and never by a shell, with what they are to
//! know on their standard input, and ended when they take too long.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Runs the program once.
///
/// # Errors
/// A sentence with its name: it is not there, failed, or did not end in time and was ended.
pub fn run(program: &[String], input: &str, at_most: Duration) -> Result<(), String> {
    let (name, arguments) = program.split_first().ok_or("no program is named")?;
    let mut child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| format!("{name}: {why}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that reads nothing has an opinion on that in its exit code; a message fits into any pipe.
        let _ = writeln!(stdin, "{input}");
    }
    match wait(&mut child, at_most) {
        Ok(Some(true)) => Ok(()),
        Ok(Some(false)) => Err(format!("{name} failed")),
        Ok(None) => Err(format!("{name} did not end and was ended")),
        Err(why) => Err(format!("{name}: {why}")),
    }
}

/// Whether it succeeded; `None`: it had to be ended.
fn wait(child: &mut Child, at_most: Duration) -> io::Result<Option<bool>> {
    let (_open, nothing) = mpsc::channel::<()>();
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if began.elapsed() >= at_most {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        // Nobody says when a child has ended, so it is looked at now and then; nothing ever comes here.
        let _ = nothing.recv_timeout(LOOK_EVERY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(20);

    fn shell(script: &str) -> Vec<String> {
        ["sh", "-c", script].map(str::to_owned).to_vec()
    }

    #[test]
    fn the_text_arrives_on_the_standard_input() {
        let dir = tempfile::tempdir().unwrap();
        let heard = dir.path().join("heard");
        run(&shell(&format!("cat > {}", heard.display())), "छह सौ रुपये", LONG).unwrap();
        assert_eq!(std::fs::read_to_string(heard).unwrap(), "छह सौ रुपये\n");
    }

    #[test]
    fn a_program_that_is_missing_fails_or_hangs_is_told_by_its_name() {
        let missing = run(&["no-such-program".to_owned()], "one", LONG).unwrap_err();
        assert!(missing.starts_with("no-such-program: "), "{missing}");
        assert_eq!(run(&shell("exit 3"), "one", LONG).unwrap_err(), "sh failed");
        let hung = run(&shell("exec sleep 600"), "one", Duration::from_millis(50)).unwrap_err();
        assert_eq!(hung, "sh did not end and was ended");
        assert_eq!(run(&[], "one", LONG).unwrap_err(), "no program is named");
    }
}
