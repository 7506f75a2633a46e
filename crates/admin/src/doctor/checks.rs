//! The parts on this machine: settings, keyring, ledger.

use super::{Check, clock, home, hook, provider};
use crate::keyring;
use crate::place::Place;
use crate::provision::phonepe_settings;
use ledger::{LedgerError, Reader};
use phonepe::Client;
use secrecy::SecretString;
use secrets::{Entry, SecretState};
use till::{ProfileName, ProviderSettings};

/// A longer chain is `verify`'s to walk: doctor answers at once.
const WALKED_MAX: u64 = 50_000;

/// Everything that doctor looks at, in its order.
pub struct Look<'a> {
    place: &'a Place,
    provider: Option<&'a ProviderSettings>,
}

impl<'a> Look<'a> {
    pub fn new(place: &'a Place) -> Look<'a> {
        let provider = place
            .settings
            .as_ref()
            .and_then(|settings| settings.provider.as_ref());
        Look { place, provider }
    }

    pub fn checks(&self) -> Vec<Check> {
        let (keyring, salt_key) = self.keyring();
        let (provider, clock) = match self.provider {
            Some(provider) => provider::look(provider, salt_key),
            None => (
                Check::fine("provider", "training brings its own pretend PhonePe"),
                clock::alone(),
            ),
        };
        let mut checks = vec![self.settings(), keyring, clock, self.ledger()];
        checks.extend(home::checks(self.place));
        checks.push(provider);
        checks.extend(hook::check(self.place));
        checks
    }

    fn settings(&self) -> Check {
        let Some(settings) = &self.place.settings else {
            return Check::note(
                "settings",
                "there are none yet: the till opens in training, and makes them at its first start",
            );
        };
        let Some(provider) = self.provider else {
            return Check::fine(
                "settings",
                format!(
                    "counter {}, not provisioned: the till opens in training",
                    settings.counter
                ),
            );
        };
        // Only the settings are judged here, so any key that could be one will do.
        match Client::new(phonepe_settings(provider), SecretString::from("unread")) {
            Ok(_) => Check::fine(
                "settings",
                format!(
                    "counter {}, merchant {} at {}, salt key {}",
                    settings.counter, provider.merchant_id, provider.base_url, provider.salt_index
                ),
            ),
            Err(refusal) => Check::wrong(
                "settings",
                refusal.to_string(),
                "Run `holdfast-admin provision` again.",
            ),
        }
    }

    /// With the salt key, if it is there.
    fn keyring(&self) -> (Check, Option<SecretString>) {
        let Some(ring) = self.place.keyring() else {
            return (
                Check::note(
                    "keyring",
                    "not asked: without settings nothing says which names are this till's",
                ),
                None,
            );
        };
        let state = ring.state_blocking();
        if state != SecretState::Ready {
            // Only a keyring that shows no prompt is asked what exactly is wrong with it.
            let why = match state {
                SecretState::Locked => "it is locked".to_owned(),
                SecretState::Ready | SecretState::Missing | SecretState::Broken => ring
                    .get_blocking(Entry::SaltKey)
                    .err()
                    .map_or("it cannot be trusted".to_owned(), |why| why.to_string()),
            };
            return (self.unready(state, &why), None);
        }
        match ring.get_blocking(Entry::SaltKey) {
            Ok(Some(key)) => (
                Check::fine("keyring", "ready, and it holds the salt key"),
                Some(key),
            ),
            Ok(None) if self.provider.is_none() => (Check::fine("keyring", "ready"), None),
            Ok(None) => {
                let advice = "Run `holdfast-admin provision` again.";
                (
                    Check::wrong(
                        "keyring",
                        "ready, but it holds no salt key for this till and profile",
                        advice,
                    ),
                    None,
                )
            }
            Err(trouble) => (self.unready(trouble.state(), &trouble.to_string()), None),
        }
    }

    fn unready(&self, state: SecretState, why: &str) -> Check {
        let name = match state {
            SecretState::Ready => "ready",
            SecretState::Locked => "locked",
            SecretState::Missing => "missing",
            SecretState::Broken => "broken",
        };
        let words = format!("{name}: {why}");
        let advice = keyring::advice(state);
        if self.provider.is_none() {
            let mut check = Check::note("keyring", format!("{words}; training can do without"));
            check.advice = Some(advice.to_owned());
            return check;
        }
        Check::wrong("keyring", words, advice)
    }

    fn ledger(&self) -> Check {
        let file = self.place.ledger_file();
        if !file.exists() {
            return Check::note("ledger", format!("there is none yet at {}", file.display()));
        }
        match self.read_ledger() {
            Ok(check) => check,
            Err(fault) => Check::wrong("ledger", fault.to_string(), ledger_advice(self.place.profile)),
        }
    }

    fn read_ledger(&self) -> Result<Check, LedgerError> {
        let file = self.place.ledger_file();
        let reader = Reader::open(&file)?;
        let found = reader.profile()?;
        let wanted = self.place.profile_name();
        if found != wanted {
            return Err(LedgerError::WrongProfile {
                found,
                wanted: wanted.to_owned(),
            });
        }
        let records = reader.head()?.seq;
        if records > WALKED_MAX {
            return Ok(Check::fine(
                "ledger",
                format!("{records} records; `holdfast-admin verify` walks them all"),
            ));
        }
        let found = ledger::verify(&file, None)?;
        let broken = found.chain.err().map(|fault| fault.to_string());
        let broken = broken.or_else(|| found.projections.err().map(|fault| fault.to_string()));
        Ok(match broken {
            None => Check::fine("ledger", format!("{records} records; chain and projections hold")),
            Some(fault) => Check::wrong("ledger", fault, ledger_advice(self.place.profile)),
        })
    }
}

fn ledger_advice(profile: ProfileName) -> &'static str {
    match profile {
        ProfileName::Training => {
            "Keep a copy of the training folder if it matters, and move it away: the till makes a new one."
        }
        ProfileName::Uat | ProfileName::Production => {
            "Take no money with this till. Copy its home as it is, run `holdfast-admin verify`, and \
             `holdfast-admin export` for what can be read."
        }
    }
}
