//! Programs of the store's choice and of the machine, run beside the engine: by a list of words and never by a shell, and
//! ended when they take too long.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
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

/// What a program said, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// `None`: by a signal.
    pub code: Option<i32>,
    pub text: String,
}

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// There is no such program.
    Missing,
    /// It did not end in time and was ended.
    Hung,
    /// It said more than was asked for, or what is no text; or the system could not run it.
    Unusable,
}

/// Asks the program once, in plain words (`LC_ALL=C`), and reads what it says, up to so many bytes.
///
/// # Errors
/// Why there is no answer.
pub fn ask(program: &[&str], at_most: Duration, bytes_max: u64) -> Result<Answer, NoAnswer> {
    let began = Instant::now();
    let (name, arguments) = program.split_first().ok_or(NoAnswer::Missing)?;
    let mut child = Command::new(name)
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| {
            if why.kind() == io::ErrorKind::NotFound {
                NoAnswer::Missing
            } else {
                NoAnswer::Unusable
            }
        })?;
    let said = child.stdout.take().map(|out| read_beside(out, bytes_max));
    let Some(Ok(said)) = said else {
        let _ = child.kill().and_then(|()| child.wait());
        return Err(NoAnswer::Unusable);
    };
    let status = match wait_for(&mut child, at_most) {
        Ok(Some(status)) => status,
        Ok(None) => return Err(NoAnswer::Hung),
        Err(_) => return Err(NoAnswer::Unusable),
    };
    // Whatever the program left running may hold its output open.
    let left = at_most.saturating_sub(began.elapsed()).max(LOOK_EVERY);
    let bytes = said.recv_timeout(left).map_err(|_| NoAnswer::Hung)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > bytes_max {
        return Err(NoAnswer::Unusable);
    }
    Ok(Answer {
        code: status.code(),
        text: String::from_utf8(bytes).map_err(|_| NoAnswer::Unusable)?,
    })
}

/// One byte more than may come, so that too much is seen. The rest meets a closed pipe.
fn read_beside(out: impl Read + Send + 'static, bytes_max: u64) -> io::Result<mpsc::Receiver<Vec<u8>>> {
    let (done, said) = mpsc::channel();
    thread::Builder::new().name("beside".to_owned()).spawn(move || {
        let mut bytes = Vec::new();
        let read = out.take(bytes_max.saturating_add(1)).read_to_end(&mut bytes);
        if read.is_ok() {
            let _ = done.send(bytes);
        }
    })?;
    Ok(said)
}

/// Whether it succeeded; `None`: it had to be ended.
fn wait(child: &mut Child, at_most: Duration) -> io::Result<Option<bool>> {
    Ok(wait_for(child, at_most)?.map(|status| status.success()))
}

fn wait_for(child: &mut Child, at_most: Duration) -> io::Result<Option<ExitStatus>> {
    let (_open, nothing) = mpsc::channel::<()>();
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
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

    fn asked(script: &str, at_most: Duration) -> Result<Answer, NoAnswer> {
        ask(&["sh", "-c", script], at_most, 100)
    }

    #[test]
    fn a_program_is_asked_in_plain_words_and_its_answer_is_read_with_its_code() {
        let answer = asked("printf '%s' \"$LC_ALL\"; exit 3", LONG).unwrap();
        assert_eq!((answer.code, answer.text.as_str()), (Some(3), "C"));
    }

    #[test]
    fn what_is_missing_hangs_says_too_much_or_is_no_text_is_no_answer() {
        assert_eq!(ask(&["no-such-program"], LONG, 100), Err(NoAnswer::Missing));
        assert_eq!(ask(&[], LONG, 100), Err(NoAnswer::Missing));
        let soon = Duration::from_millis(50);
        assert_eq!(asked("exec sleep 600", soon), Err(NoAnswer::Hung));
        // It ends, and leaves somebody behind who keeps its output open.
        assert_eq!(asked("sleep 2 & exit 0", soon), Err(NoAnswer::Hung));
        assert_eq!(asked("printf '%0101d' 1", LONG), Err(NoAnswer::Unusable));
        assert_eq!(asked("exec yes", LONG), Err(NoAnswer::Unusable));
        assert_eq!(asked("printf '\\377'", LONG), Err(NoAnswer::Unusable));
        assert!(asked("printf '%0100d' 1", LONG).is_ok());
    }
}
