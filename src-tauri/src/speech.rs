//! Says the amount of a proved payment aloud, through a program of the store's choice. It runs beside the engine: whatever
//! that program does, no sale waits for it. The text goes to its standard input, never into its arguments or a shell.

use crate::beside;
use crate::engine::Standing;
use contract::{SoundPreferences, SoundView, SpeechLanguage, TillView, Tone};
use domain::{Paise, Tongue};
use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::sync::watch;

/// The longest amount takes less; a program that hangs is ended.
const SPEAKS_AT_MOST: Duration = Duration::from_secs(20);

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
        let result = beside::run(program, &text, SPEAKS_AT_MOST);
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

#[cfg(test)]
mod tests {
    use super::*;

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
