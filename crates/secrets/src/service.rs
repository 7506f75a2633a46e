//! The Secret Service of a Linux desktop (gnome-keyring, KWallet, KeePassXC) over the session bus.
//!
//! The service is asked whether its default keyring is locked before anything else is asked of it: a locked
//! one finds nothing, and an item that is not found in a locked keyring says nothing about that item.

use std::collections::HashMap;
use std::time::Duration;

use secrecy::zeroize::Zeroize as _;
use secrecy::{ExposeSecret as _, SecretString};
use secret_service::EncryptionType;
use secret_service::blocking::{Collection, Item, SecretService};
use zbus::blocking::Connection;

use crate::backend::Backend;
use crate::entry::SERVICE;
use crate::error::SecretError;
use crate::watch::Watch;

mod fault;
mod prompt;

use fault::Fault;
use prompt::PromptSeat;

/// A method call that is not answered for this long frees its thread; callers have left long before.
const CALL_ANSWER_MAX: Duration = Duration::from_secs(30);

/// Keeps its connection and session between calls, and dials anew when they have gone stale.
#[derive(Default)]
pub(crate) struct SecretServiceBackend {
    line: Option<Line>,
}

struct Line {
    bus: Connection,
    service: SecretService<'static>,
}

impl Backend for SecretServiceBackend {
    fn get(&mut self, user: &str, watch: &Watch) -> Result<Option<SecretString>, SecretError> {
        self.on_keyring(watch, |keyring| {
            find(keyring, user)?
                .map(|item| secret_text(item.get_secret()?))
                .transpose()
        })
    }

    fn set(&mut self, user: &str, secret: &SecretString, watch: &Watch) -> Result<(), SecretError> {
        self.on_keyring(watch, |keyring| {
            watch.begin_write()?;
            let label = format!("Holdfast {user}");
            let bytes = secret.expose_secret().as_bytes();
            keyring.create_item(&label, attributes(user), bytes, true, "text/plain")?;
            Ok(())
        })
    }

    fn delete(&mut self, user: &str, watch: &Watch) -> Result<bool, SecretError> {
        self.on_keyring(watch, |keyring| {
            let Some(item) = find(keyring, user)? else {
                return Ok(false);
            };
            watch.begin_write()?;
            item.delete()?;
            Ok(true)
        })
    }
}

impl SecretServiceBackend {
    /// Does `work` on the default keyring, unlocked. A fault on a line that was open before is taken for a line
    /// gone stale (the service was restarted) and tried once more; all the work here may be done twice.
    fn on_keyring<T>(
        &mut self,
        watch: &Watch,
        work: impl Fn(&Collection<'_>) -> Result<T, Fault>,
    ) -> Result<T, SecretError> {
        let was_open = self.line.is_some();
        let mut outcome = self.attempt(watch, &work);
        if was_open && outcome.as_ref().is_err_and(Fault::may_be_a_stale_line) {
            outcome = self.attempt(watch, &work);
        }
        outcome.map_err(Fault::meaning)
    }

    /// The line survives only an attempt that ended well, or whose failure says nothing about the line.
    fn attempt<T>(
        &mut self,
        watch: &Watch,
        work: impl Fn(&Collection<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let line = match self.line.take() {
            Some(line) => line,
            None => Line::dial()?,
        };
        let outcome = line.unlocked(watch).and_then(|keyring| work(&keyring));
        if !outcome.as_ref().is_err_and(Fault::may_be_a_stale_line) {
            self.line = Some(line);
        }
        outcome
    }
}

impl Line {
    fn dial() -> Result<Self, Fault> {
        let bus = zbus::blocking::connection::Builder::session()
            .and_then(|builder| builder.method_timeout(CALL_ANSWER_MAX).build())?;
        let service = SecretService::connect_with_existing(EncryptionType::Dh, bus.clone())?;
        Ok(Self { bus, service })
    }

    /// The default keyring, after a prompt if it was locked and this request may show one.
    fn unlocked(&self, watch: &Watch) -> Result<Collection<'_>, Fault> {
        let keyring = self
            .service
            .get_default_collection()
            .map_err(Fault::of_default_keyring)?;
        if keyring.is_locked()? {
            // One prompt at a time: a second one would wait behind the first and be answered by it anyway.
            watch.at_prompt(|| {
                let seat = PromptSeat::take(&self.bus)?;
                let outcome = keyring.unlock();
                drop(seat);
                outcome.map_err(Fault::from)
            })??;
            if keyring.is_locked()? {
                return Err(SecretError::Locked.into());
            }
        }
        Ok(keyring)
    }
}

fn attributes(user: &str) -> HashMap<&str, &str> {
    HashMap::from([("service", SERVICE), ("username", user)])
}

fn find<'a>(keyring: &'a Collection<'a>, user: &str) -> Result<Option<Item<'a>>, Fault> {
    let mut items = keyring.search_items(attributes(user))?;
    let item = items.pop();
    if !items.is_empty() {
        return Err(SecretError::Broken(format!("it holds more than one item named {user}")).into());
    }
    Ok(item)
}

fn secret_text(bytes: Vec<u8>) -> Result<SecretString, Fault> {
    String::from_utf8(bytes).map(SecretString::from).map_err(|error| {
        error.into_bytes().zeroize();
        SecretError::Broken("an item of ours holds bytes that are no text".to_owned()).into()
    })
}
