use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is chosen about telling customers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(default)]
pub struct HookPreferences {
    /// The program or the address that the store's settings name is told what happens to a sale (`docs/hook.md`).
    pub tells: bool,
}

/// How it goes with telling them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HookView {
    /// The program's name, as the store's settings have it; null: none is named there, or the till is in training.
    pub program: Option<String>,
    /// The host of the address, as the store's settings have it, and nothing else of that: a path may be a secret. Null: none
    /// is named there, it cannot be used, or the till is in training.
    pub host: Option<String>,
    /// Messages that were not taken yet. They are tried again.
    pub waiting: u32,
    /// Messages that will not be tried again, since the start.
    pub given_up: u32,
    /// Why the last one was not taken.
    pub trouble: Option<HookTrouble>,
}

impl HookView {
    /// Whom the store's settings name: a program, or a host.
    #[must_use]
    pub fn through(&self) -> Option<&str> {
        self.program.as_deref().or(self.host.as_deref())
    }
}

/// Why a message was not taken. Nothing of what the other end said but its status: the rest is untrusted text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(export)]
pub enum HookTrouble {
    /// The program is not there, failed or was ended; a sentence with its name.
    Program { why: String },
    /// The address in the settings cannot be used: nothing is ever sent to it.
    Address,
    /// The keyring has no key to sign with.
    KeyMissing,
    /// The keyring is locked: nothing is sent unsigned.
    KeyringLocked,
    /// The keyring is not there, or does not answer as it should.
    KeyringBroken,
    /// Nothing was sent: there is no connection to the address.
    Unreachable,
    /// It was sent and not answered in time.
    NoAnswer,
    /// Answered with another status than a success.
    Status { status: u16 },
    /// The address says that it stands elsewhere; nothing is sent there.
    Redirected { status: u16 },
}
