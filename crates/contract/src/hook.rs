use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is chosen about telling customers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(default)]
pub struct HookPreferences {
    /// The program that the store's settings name is told what happens to a sale (`docs/hook.md`).
    pub tells: bool,
}

/// How it goes with telling them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HookView {
    /// The program's name, as the store's settings have it; null: none is named there, or the till is in training.
    pub program: Option<String>,
    /// Messages that the program has not taken yet. They are tried again.
    pub waiting: u32,
    /// Messages that will not be tried again, since the start.
    pub given_up: u32,
    /// Why the last one was not taken.
    pub trouble: Option<String>,
}
