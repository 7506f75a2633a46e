//! The requests, and the canary without which "nothing there" is not believed.

use secrecy::{ExposeSecret as _, SecretString};

use crate::backend::Backend;
use crate::entry::{Entry, Names};
use crate::error::SecretError;
use crate::watch::Watch;

/// Not a secret: a keyring that gives this text back is the one that was set up.
pub(crate) const CANARY: &str = "holdfast canary 1";

const LOST: &str = "it holds no canary of this installation: it was replaced, or never set up for it";
const ALTERED: &str = "the canary of this installation reads back as something else";

pub(crate) enum Operation {
    Get(Entry),
    Set(Entry, SecretString),
    Delete(Entry),
    EnsureCanary,
    /// Reads the canary, and never bothers anybody with a prompt.
    Probe,
}

pub(crate) type Answer = Result<Option<SecretString>, SecretError>;

impl Operation {
    /// Whether a person may be asked to unlock the keyring for this.
    pub(crate) fn may_prompt(&self) -> bool {
        match self {
            Self::Get(_) | Self::Set(..) | Self::Delete(_) | Self::EnsureCanary => true,
            Self::Probe => false,
        }
    }

    /// Does it, and doubts every "nothing there".
    pub(crate) fn perform(&self, backend: &mut dyn Backend, names: &Names, watch: &Watch) -> Answer {
        match self {
            Self::Get(entry) => get(entry, backend, names, watch),
            Self::Set(entry, secret) => backend.set(&names.user(entry), secret, watch).map(|()| None),
            Self::Delete(entry) => delete(entry, backend, names, watch),
            Self::EnsureCanary => ensure_canary(backend, names, watch),
            Self::Probe => trusted(backend, names, watch).map(|()| None),
        }
    }
}

fn get(entry: &Entry, backend: &mut dyn Backend, names: &Names, watch: &Watch) -> Answer {
    let found = backend.get(&names.user(entry), watch)?;
    if found.is_none() && *entry != Entry::Canary {
        trusted(backend, names, watch)?;
    }
    Ok(found)
}

/// A replaced keyring has nothing to delete, while the old one may still hold it: that is not a success.
fn delete(entry: &Entry, backend: &mut dyn Backend, names: &Names, watch: &Watch) -> Answer {
    let was_there = backend.delete(&names.user(entry), watch)?;
    if !was_there && *entry != Entry::Canary {
        trusted(backend, names, watch)?;
    }
    Ok(None)
}

fn ensure_canary(backend: &mut dyn Backend, names: &Names, watch: &Watch) -> Answer {
    let user = names.user(&Entry::Canary);
    if backend.get(&user, watch)?.is_none() {
        backend.set(&user, &SecretString::from(CANARY), watch)?;
    }
    trusted(backend, names, watch).map(|()| None)
}

/// Whether this is the keyring the installation was set up with.
fn trusted(backend: &mut dyn Backend, names: &Names, watch: &Watch) -> Result<(), SecretError> {
    match backend.get(&names.user(&Entry::Canary), watch)? {
        Some(canary) if canary.expose_secret() == CANARY => Ok(()),
        Some(_) => Err(SecretError::Broken(ALTERED.to_owned())),
        None => Err(SecretError::Broken(LOST.to_owned())),
    }
}
