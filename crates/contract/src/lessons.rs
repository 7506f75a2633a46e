use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The bad days that training teaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum LessonKey {
    LowBalance,
    KycBlock,
    WrongOtp,
    LostReply,
    Expiry,
    Crash,
}

/// What the cashier did wrong, where she did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum LessonMistake {
    /// A second hold was asked for while nobody knew what became of the first.
    AskedTwice,
    /// The customer was sent away, though the wallet could be topped up.
    SentAway,
    /// The balance was asked for again and again: that does not lift a block.
    AskedInVain,
    /// The service would be given with nothing held for it.
    NothingHeld,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
#[ts(export)]
pub enum LessonState {
    Going,
    /// Handled rightly; `detours` are steps that were not needed.
    Right {
        detours: u32,
    },
    Wrong {
        mistake: LessonMistake,
    },
}

/// The lesson that is being done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LessonView {
    pub lesson: LessonKey,
    /// The same number gives the same customer, amount and trouble again.
    pub seed: u32,
    /// The practice customer's number, as an input field takes it.
    pub mobile: String,
    /// What is to be blocked, as an input field takes it.
    pub amount_field: String,
    pub state: LessonState,
}

/// What a cashier made of a lesson so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LessonRowView {
    pub lesson: LessonKey,
    pub right: u32,
    pub wrong: u32,
}

/// The first-run guide and the lessons; there are none outside training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LessonsView {
    /// Somebody put the guide aside; it can be opened again.
    pub guide_closed: bool,
    /// Whose score this is.
    pub cashier: String,
    pub rows: Vec<LessonRowView>,
    pub active: Option<LessonView>,
}

/// What is asked of the lessons. Each answers the whole [`LessonsView`] after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "ask", rename_all = "snake_case")]
#[ts(export)]
pub enum AskLessons {
    /// Judges what the till shows now.
    Look,
    /// Another customer and amount each time; with `seed` the very same again.
    Begin {
        lesson: LessonKey,
        seed: Option<u32>,
    },
    Leave,
    Guide {
        closed: bool,
    },
}
