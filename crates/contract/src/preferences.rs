use crate::{DisplayPreferences, DisplayStandingView, PaperPreferences};
use crate::{
    HealthLineView, HookPreferences, HookView, KeyAction, KeyView, SoundPreferences, SpeechLanguage,
    SpeechView, Tone, UpdatePreferences,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What was chosen in the window for this till; the whole of `preferences.json`. Each member has a default, so that an
/// older file stays readable. Nothing here decides about money, and no secret is among it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(default)]
pub struct Preferences {
    /// The window's language: the name of its catalogue in `languages/`, as BCP 47 has it (`en`, `hi`).
    pub language: String,
    pub text_size: TextSize,
    /// The keys that were given to an action in place of its usual one.
    pub keys: BTreeMap<KeyAction, String>,
    pub sound: SoundPreferences,
    pub hook: HookPreferences,
    pub paper: PaperPreferences,
    pub display: DisplayPreferences,
    pub updates: UpdatePreferences,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            language: "en".to_owned(),
            text_size: TextSize::default(),
            keys: BTreeMap::new(),
            sound: SoundPreferences::default(),
            hook: HookPreferences::default(),
            paper: PaperPreferences::default(),
            display: DisplayPreferences::default(),
            updates: UpdatePreferences::default(),
        }
    }
}

/// How large everything in the window is drawn, in percent. What no longer fits beside goes below: the page is laid out
/// again as in a window that many times smaller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum TextSize {
    #[default]
    Percent100,
    Percent125,
    Percent150,
    Percent200,
    Percent300,
}

/// The preferences that are in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PreferencesView {
    pub chosen: Preferences,
    /// Every action with its key, in the order of the sheet.
    pub keys: Vec<KeyView>,
    pub speech: SpeechView,
    pub hook: HookView,
    pub display: DisplayStandingView,
    /// What is known of newer versions: the same line as in the health panel. Null only before the engine has spoken.
    pub update: Option<HealthLineView>,
    /// Why they could not be read or kept: they then hold until the program ends.
    pub trouble: Option<String>,
}

/// One choice.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "preference", rename_all = "snake_case")]
#[ts(export)]
pub enum PreferencesCommand {
    /// Taken from anybody, also at the lock: whoever signs in has to be able to read.
    Language {
        language: String,
    },
    /// Taken from anybody, like the language and for the same reason.
    TextSize {
        text_size: TextSize,
    },
    /// Another key for an action, by its name.
    Key {
        action: KeyAction,
        key: String,
    },
    /// All actions back to their usual keys.
    KeysUsual,
    Volume {
        percent: u8,
    },
    /// Whether the amount of a proved capture is spoken, and in which language.
    Speech {
        speaks: bool,
        speak_in: SpeechLanguage,
    },
    /// Whether the program or address of the store's choice is told what happens to sales.
    Hook {
        tells: bool,
    },
    /// The printer and everything about paper, all at once.
    Paper {
        paper: PaperPreferences,
    },
    /// The customer's display, all at once.
    Display {
        display: DisplayPreferences,
    },
    /// Whether this machine's package lists are asked for a newer version.
    Updates {
        ask: bool,
    },
    /// Somebody has read that this version is there, and needs no more telling.
    UpdatePutAway {
        version: String,
    },
    /// Lets a tone be heard; no sale is meant by it.
    TryTone {
        tone: Tone,
    },
}
