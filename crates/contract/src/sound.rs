use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is heard. Each has a tone of its own and a twin in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Tone {
    /// The amount is blocked, not taken.
    Held,
    /// PhonePe has not answered: do not charge again.
    NotSure,
    Failed,
    /// A capture that the transaction status proved. Nothing else sounds like it.
    Paid,
}

impl Tone {
    pub const ALL: [Tone; 4] = [Tone::Held, Tone::NotSure, Tone::Failed, Tone::Paid];
}

/// The last thing worth hearing. A number that rises says that it is new; the same number is never sounded twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SoundView {
    pub number: u64,
    pub tone: Tone,
    /// The sale's amount that the tone is about: held, or captured.
    pub amount_paise: i64,
    pub amount_text: String,
    /// Asked for in the settings: no sale is meant.
    pub is_trial: bool,
}

/// What is chosen about sounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(default)]
pub struct SoundPreferences {
    /// How loud, in hundredths; 0 is silent. The words stay.
    pub volume_percent: u8,
    /// The amount of a proved capture is spoken by the program that the store's settings name.
    pub speaks: bool,
    /// Of the spoken amount.
    pub speak_in: SpeechLanguage,
}

/// The languages that amounts can be spoken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SpeechLanguage {
    #[default]
    English,
    Hindi,
}

impl Default for SoundPreferences {
    fn default() -> Self {
        SoundPreferences {
            volume_percent: 60,
            speaks: false,
            speak_in: SpeechLanguage::English,
        }
    }
}

/// What there is to speak with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SpeechView {
    /// The program's name, as the store's settings have it; null: none is named there.
    pub program: Option<String>,
    /// Why the last amount was not spoken.
    pub trouble: Option<String>,
}
