use crate::PaperPreferences;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was chosen in the window for this till; the whole of `preferences.json`. Each member has a default, so that an
/// older file stays readable. Nothing here decides about money, and no secret is among it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(default)]
pub struct Preferences {
    /// The window's language: the name of its catalogue in `languages/`, as BCP 47 has it (`en`, `hi`).
    pub language: String,
    pub paper: PaperPreferences,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            language: "en".to_owned(),
            paper: PaperPreferences::default(),
        }
    }
}

/// The preferences that are in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PreferencesView {
    pub chosen: Preferences,
    /// Why they could not be read or kept: they then hold until the program ends.
    pub trouble: Option<String>,
}

/// One choice.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "preference", rename_all = "snake_case")]
#[ts(export)]
pub enum PreferencesCommand {
    /// Taken from anybody, also at the lock: whoever signs in has to be able to read.
    Language { language: String },
    /// The printer and everything about paper, all at once.
    Paper { paper: PaperPreferences },
}
