//! What was chosen in the window for this till. A choice holds at once and is written beside; while one is being written
//! the next waits, so that the last choice is the one on the disk.

use crate::inputs::Effect;
use crate::state::Till;
use contract::{ErrorCode, Preferences, PreferencesCommand, PreferencesView, UiError};

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
            PreferencesCommand::Paper { paper } => self.choose_paper(paper)?,
        }
        self.keep_preferences();
        Ok(())
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
