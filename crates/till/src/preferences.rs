//! What was chosen in the window for this till. A choice holds at once and is written beside; while one is being written
//! the next waits, so that the last choice is the one on the disk.

use crate::inputs::Effect;
use crate::keys::keys_in_force;
use crate::news::HookStanding;
use crate::state::Till;
use contract::{ErrorCode, Preferences, PreferencesCommand, PreferencesView, SpeechLanguage, UiError};

pub(crate) struct Chosen {
    pub view: PreferencesView,
    writing: Writing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    No,
    Yes,
    /// Something was chosen since: it is written next.
    Behind,
}

impl Chosen {
    pub fn at_start(view: PreferencesView) -> Chosen {
        Chosen {
            view,
            writing: Writing::No,
        }
    }
}

impl Till {
    pub(crate) fn obey_preferences(&mut self, command: PreferencesCommand) -> Result<(), UiError> {
        match command {
            PreferencesCommand::Language { language } => {
                if !is_language(&language) {
                    return Err(ErrorCode::LanguageUnknown.into());
                }
                self.chosen.view.chosen.language = language;
            }
            PreferencesCommand::TextSize { text_size } => self.chosen.view.chosen.text_size = text_size,
            PreferencesCommand::Key { action, key } => self.choose_key(action, &key)?,
            PreferencesCommand::KeysUsual => self.chosen.view.chosen.keys.clear(),
            PreferencesCommand::Volume { percent } if percent > 100 => {
                return Err(ErrorCode::VolumeOutOfRange.into());
            }
            PreferencesCommand::Volume { percent } => self.chosen.view.chosen.sound.volume_percent = percent,
            PreferencesCommand::Speech { speaks, speak_in } => self.choose_speech(speaks, speak_in)?,
            PreferencesCommand::Hook { tells: true } if self.chosen.view.hook.through().is_none() => {
                return Err(ErrorCode::NoHook.into());
            }
            PreferencesCommand::Hook { tells } => self.chosen.view.chosen.hook.tells = tells,
            // Nothing is chosen by it, so nothing is kept.
            PreferencesCommand::TryTone { tone } => {
                self.try_tone(tone);
                return Ok(());
            }
            PreferencesCommand::Updates { ask } => self.choose_updates(ask),
            PreferencesCommand::UpdatePutAway { version } => self.put_update_away(version)?,
            PreferencesCommand::Paper { paper } => self.choose_paper(paper)?,
            PreferencesCommand::Display { display } => self.choose_display(display)?,
        }
        self.keep_preferences();
        Ok(())
    }

    fn choose_speech(&mut self, speaks: bool, speak_in: SpeechLanguage) -> Result<(), UiError> {
        if speaks && self.chosen.view.speech.program.is_none() {
            return Err(ErrorCode::NoSpeech.into());
        }
        let sound = &mut self.chosen.view.chosen.sound;
        (sound.speaks, sound.speak_in) = (speaks, speak_in);
        Ok(())
    }

    /// The last amount was spoken, or why not.
    pub(crate) fn hear_spoken(&mut self, result: Result<(), String>) {
        self.chosen.view.speech.trouble = result.err();
    }

    /// How it goes with telling customers.
    pub(crate) fn hear_hook(&mut self, standing: HookStanding) {
        let hook = &mut self.chosen.view.hook;
        (hook.waiting, hook.given_up, hook.trouble) = (standing.waiting, standing.given_up, standing.trouble);
    }

    /// What is chosen, and what follows from it.
    pub(crate) fn preferences_view(&self) -> PreferencesView {
        PreferencesView {
            keys: keys_in_force(&self.chosen.view.chosen),
            display: self.display_standing(),
            update: Some(self.update_line()),
            ..self.chosen.view.clone()
        }
    }

    pub(crate) fn hear_preferences_kept(&mut self, result: Result<(), String>) {
        if let Err(why) = &result {
            tracing::warn!(why, "the preferences were not written");
        }
        self.chosen.view.trouble = result.err();
        let behind = self.chosen.writing == Writing::Behind;
        self.chosen.writing = Writing::No;
        if behind {
            self.keep_preferences();
        }
    }

    fn keep_preferences(&mut self) {
        if self.chosen.writing != Writing::No {
            self.chosen.writing = Writing::Behind;
            return;
        }
        self.chosen.writing = Writing::Yes;
        let chosen: Preferences = self.chosen.view.chosen.clone();
        self.effects.push(Effect::KeepPreferences(chosen));
    }
}

/// The form of a catalogue's name; whether there is such a catalogue is known to whoever draws with it.
pub(crate) fn is_language(name: &str) -> bool {
    let mut parts = name.split('-');
    let first = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    first
        && name.len() <= 16
        && parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
