//! What is wrong with a keyring, and what a person does about it.

use secrets::{SecretError, SecretState};

/// What to do so that the keyring can be used.
pub fn advice(state: SecretState) -> &'static str {
    match state {
        SecretState::Ready => "Nothing: it can be used.",
        SecretState::Locked => {
            "Unlock it: log in at this machine's desktop, or open “Passwords and Keys” and unlock the keyring there; \
             then run this again."
        }
        SecretState::Missing => {
            "Run this inside the desktop session of the till's user (not over SSH, not as root). If that is where you are: \
             install a Secret Service (Debian: gnome-keyring); on a fresh account make a default keyring in “Passwords and \
             Keys”, then log out and in again."
        }
        SecretState::Broken => {
            "If this till was never provisioned with this profile, or its keyring was replaced, run `holdfast-admin provision`; \
             customers then link again. If the keyring only does not answer, log out and in again."
        }
    }
}

/// `The keyring is locked. Unlock it: …`
pub fn sentence(trouble: &SecretError) -> String {
    let said = trouble.to_string();
    let mut letters = said.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}. {}", letters.as_str(), advice(trouble.state()))
}
