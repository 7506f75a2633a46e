//! What can be wrong with a keyring, in words for logs.

/// Why the keyring did not do what it was asked. Never holds a secret.
///
/// None of these means "it was never stored": only `Ok(None)` does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// The keyring is there and answered that it is locked; it was not unlocked within the deadline, or the
    /// prompt was dismissed, or no prompt could be shown. The user can cure it.
    #[error("the keyring is locked")]
    Locked,
    /// There is no session bus, no Secret Service on it, or the Secret Service has no default keyring.
    #[error("there is no keyring: no session bus, no Secret Service on it, or no default keyring in it")]
    Missing,
    /// Anything else, a keyring that lost its canary (it was replaced) included. The text says what.
    #[error("the keyring is broken: {0}")]
    Broken(String),
    /// Nothing answered within the deadline, and nothing said that the keyring is locked. A write that was
    /// given up on after it had been sent may have happened.
    #[error("the keyring did not answer in time")]
    TimedOut,
}

/// The keyring as a screen or `doctor` shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretState {
    /// Unlocked, and the canary of this installation and profile reads back.
    Ready,
    Locked,
    Missing,
    /// Broken, replaced, never set up for this installation and profile, or silent.
    Broken,
}

impl SecretError {
    /// The state a screen shows for this error. Silence counts as broken: nobody knows better.
    #[must_use]
    pub fn state(&self) -> SecretState {
        match self {
            Self::Locked => SecretState::Locked,
            Self::Missing => SecretState::Missing,
            Self::Broken(_) | Self::TimedOut => SecretState::Broken,
        }
    }
}
