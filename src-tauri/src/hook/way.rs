//! How a message leaves: through a program of the store's choice, or to an address of its choice, signed.

use crate::beside;
use crate::ports::Safe;
use contract::{HookTrouble, HookView, ProfileName};
use secrecy::SecretString;
use secrets::{Entry, SecretState};
use std::sync::Arc;
use std::time::Duration;
use till::{HookSettings, StoreSettings};
use webhook::{Address, Deadlines, NotTaken, Webhook};

const TAKES_AT_MOST: Duration = Duration::from_secs(5);

/// Whom the store has told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    Nobody,
    Program(Vec<String>),
    Address(Address),
    /// An address is named, and nothing is ever sent to it.
    Unusable,
}

impl Way {
    /// In training there are no customers, and nobody is told anything.
    #[must_use]
    pub fn of(settings: &StoreSettings) -> Way {
        if settings.profile() == ProfileName::Training {
            return Way::Nobody;
        }
        match &settings.hook {
            HookSettings::Program(words) if words.is_empty() => Way::Nobody,
            HookSettings::Program(words) => Way::Program(words.clone()),
            HookSettings::Address(named) => match Address::parse(&named.url) {
                Ok(address) => Way::Address(address),
                Err(why) => {
                    tracing::warn!(%why, "customers cannot be told");
                    Way::Unusable
                }
            },
        }
    }

    /// What the settings show of it: a program's name, or a host.
    #[must_use]
    pub fn view(&self) -> HookView {
        let nobody = HookView::default();
        match self {
            Way::Nobody => nobody,
            Way::Program(words) => HookView {
                program: words.first().cloned(),
                ..nobody
            },
            Way::Address(address) => HookView {
                host: Some(address.host().to_owned()),
                ..nobody
            },
            Way::Unusable => HookView {
                trouble: Some(HookTrouble::Address),
                ..nobody
            },
        }
    }

    /// Ready to tell; `None`: there is nobody to tell.
    pub(super) fn teller(self) -> Option<Teller> {
        match self {
            Way::Nobody | Way::Unusable => None,
            Way::Program(words) => Some(Teller::Program(words)),
            Way::Address(address) => match Webhook::new(address, Deadlines::default()) {
                Ok(webhook) => Some(Teller::Address(webhook)),
                Err(why) => {
                    tracing::error!(why, "customers cannot be told");
                    None
                }
            },
        }
    }
}

pub(super) enum Teller {
    Program(Vec<String>),
    Address(Webhook),
}

impl Teller {
    /// Tells one message once. `now_ms` is the moment of this try.
    pub async fn tell(&self, text: &str, safe: Option<Arc<Safe>>, now_ms: i64) -> Result<(), HookTrouble> {
        match self {
            Teller::Program(words) => {
                beside::run(words, text, TAKES_AT_MOST).map_err(|why| HookTrouble::Program { why })
            }
            Teller::Address(webhook) => {
                let key = key(safe.ok_or(HookTrouble::KeyringBroken)?).await?;
                let posted = webhook.post(&key, now_ms.div_euclid(1_000), text.to_owned());
                posted.await.map_err(trouble_of)
            }
        }
    }
}

/// Read anew for every message, so that it lies in memory for one request only and a new one holds at once. A locked keyring is
/// not asked for it: a prompt would come up out of nothing, in front of a customer.
async fn key(safe: Arc<Safe>) -> Result<SecretString, HookTrouble> {
    let keyring = safe.chosen().await.keyring;
    match keyring.state().await {
        SecretState::Ready => {}
        SecretState::Locked => return Err(HookTrouble::KeyringLocked),
        SecretState::Missing | SecretState::Broken => return Err(HookTrouble::KeyringBroken),
    }
    match keyring.get(Entry::HookKey).await {
        Ok(Some(key)) => Ok(key),
        Ok(None) => Err(HookTrouble::KeyMissing),
        Err(why) => Err(match why.state() {
            SecretState::Locked => HookTrouble::KeyringLocked,
            SecretState::Ready | SecretState::Missing | SecretState::Broken => HookTrouble::KeyringBroken,
        }),
    }
}

fn trouble_of(why: NotTaken) -> HookTrouble {
    match why {
        NotTaken::Unreachable => HookTrouble::Unreachable,
        NotTaken::NoAnswer => HookTrouble::NoAnswer,
        NotTaken::Status(status) => HookTrouble::Status { status },
        NotTaken::Redirected(status) => HookTrouble::Redirected { status },
    }
}

#[cfg(test)]
mod tests;
