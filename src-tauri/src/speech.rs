//! Says the amount of a proved payment aloud, through a program of the store's choice. It runs beside the engine: whatever
//! that program does, no sale waits for it. The text goes to its standard input, never into its arguments or a shell.

use crate::engine::Standing;
use contract::{SoundPreferences, SoundView, SpeechLanguage, TillView, Tone};
use domain::{Paise, Tongue};
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// The longest amount takes less; a program that hangs is ended.
const SPEAKS_AT_MOST: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Speaks on a thread of its own until the engine ends. Holds no handle of the engine.
///
/// # Errors
/// When the system gives no thread.
pub fn speak_beside(
    program: Vec<String>,
    views: watch::Receiver<Arc<TillView>>,
    slot: watch::Receiver<Standing>,
) -> io::Result<()> {
    if program.is_empty() {
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    thread::Builder::new().name("speech".to_owned()).spawn(move || {
        runtime.block_on(listen(&program, views, &slot));
    })?;
    Ok(())
}

async fn listen(
    program: &[String],
    mut views: watch::Receiver<Arc<TillView>>,
    slot: &watch::Receiver<Standing>,
) {
    let mut last = number_of(views.borrow().sound.as_ref());
    while views.changed().await.is_ok() {
        let view = views.borrow_and_update().clone();
        let number = number_of(view.sound.as_ref());
        let text = view
            .sound
            .as_ref()
            .filter(|_| number > last)
            .and_then(|sound| text_of(sound, &view.preferences.chosen.sound));
        last = number;
        let Some(text) = text else { continue };
        let result = speak(program, &text, SPEAKS_AT_MOST);
        if let Err(why) = &result {
            tracing::warn!(why, "an amount was not spoken");
        }
        if let Standing::Running(running) = &*slot.borrow() {
            running.till.spoken(result);
        }
    }
}

fn number_of(sound: Option<&SoundView>) -> u64 {
    sound.map_or(0, |sound| sound.number)
}

/// Only a payment is spoken.
fn text_of(sound: &SoundView, chosen: &SoundPreferences) -> Option<String> {
    let tongue = match chosen.speak_in {
        SpeechLanguage::English => Tongue::English,
        SpeechLanguage::Hindi => Tongue::Hindi,
    };
    (chosen.speaks && sound.tone == Tone::Paid)
        .then(|| Paise::new(sound.amount_paise).spoken_as_received(tongue))
}

/// Runs the program once, with the text on its standard input.
///
/// # Errors
/// A sentence: it is not there, failed, or did not end in time and was ended.
fn speak(program: &[String], text: &str, at_most: Duration) -> Result<(), String> {
    let (name, arguments) = program.split_first().ok_or("no program is named")?;
    let mut child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| format!("{name}: {why}"))?;
    if let Some(mut input) = child.stdin.take() {
        // A program that reads nothing has an opinion on that in its exit code; the text fits into any pipe.
        let _ = writeln!(input, "{text}");
    }
    let ended = wait(&mut child, at_most);
    match ended {
        Ok(Some(true)) => Ok(()),
        Ok(Some(false)) => Err(format!("{name} failed")),
        Ok(None) => Err(format!("{name} did not end and was ended")),
        Err(why) => Err(format!("{name}: {why}")),
    }
}

/// Whether it succeeded; `None`: it had to be ended.
fn wait(child: &mut Child, at_most: Duration) -> io::Result<Option<bool>> {
    let deadline = Instant::now() + at_most;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if Instant::now() >= deadline {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(LOOK_EVERY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Vec<String> {
        ["sh", "-c", script].map(str::to_owned).to_vec()
    }

    fn sound(tone: Tone) -> SoundView {
        SoundView {
            number: 1,
            tone,
            amount_paise: 45_050,
            amount_text: "₹450.50".to_owned(),
            is_trial: false,
        }
    }

    #[test]
    fn the_text_arrives_on_the_standard_input() {
        let dir = tempfile::tempdir().unwrap();
        let heard = dir.path().join("heard");
        let script = format!("cat > {}", heard.display());
        speak(&shell(&script), "छह सौ रुपये", SPEAKS_AT_MOST).unwrap();
        assert_eq!(std::fs::read_to_string(heard).unwrap(), "छह सौ रुपये\n");
    }

    #[test]
    fn a_program_that_is_missing_fails_or_hangs_is_told_by_its_name() {
        let missing = speak(&["no-such-speaker".to_owned()], "one", SPEAKS_AT_MOST).unwrap_err();
        assert!(missing.starts_with("no-such-speaker: "), "{missing}");
        let failed = speak(&shell("exit 3"), "one", SPEAKS_AT_MOST).unwrap_err();
        assert_eq!(failed, "sh failed");
        let hung = speak(&shell("exec sleep 600"), "one", Duration::from_millis(50)).unwrap_err();
        assert_eq!(hung, "sh did not end and was ended");
        assert_eq!(
            speak(&[], "one", SPEAKS_AT_MOST).unwrap_err(),
            "no program is named"
        );
    }

    #[test]
    fn only_a_payment_is_spoken_and_only_if_that_was_chosen() {
        let mut chosen = SoundPreferences {
            speaks: true,
            ..SoundPreferences::default()
        };
        let text = text_of(&sound(Tone::Paid), &chosen).unwrap();
        assert_eq!(text, "four hundred fifty rupees and fifty paise received");
        for tone in [Tone::Held, Tone::NotSure, Tone::Failed] {
            assert_eq!(text_of(&sound(tone), &chosen), None);
        }
        chosen.speaks = false;
        assert_eq!(text_of(&sound(Tone::Paid), &chosen), None);
    }
}
