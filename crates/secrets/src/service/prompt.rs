//! At most one unlock prompt of ours at a time.

use std::sync::Mutex;

use zbus::blocking::Connection;
use zbus::blocking::fdo::DBusProxy;
use zbus::names::{BusName, OwnedUniqueName};

use super::fault::Fault;
use crate::error::SecretError;
use crate::watch::held;

static OPEN: Mutex<Option<OpenPrompt>> = Mutex::new(None);

/// A prompt that waits for a person, and the connection that waits for the prompt.
struct OpenPrompt {
    service: OwnedUniqueName,
    bus: Connection,
}

/// The right to show a prompt, given back when dropped.
pub(super) struct PromptSeat {
    bus: Connection,
}

impl PromptSeat {
    /// Takes the seat, also from a prompt whose service has died: such a prompt never ends by itself, so its
    /// connection is closed, which ends the wait of the thread behind it.
    ///
    /// # Errors
    /// [`SecretError::Locked`] while another prompt waits; a bus fault otherwise.
    pub(super) fn take(bus: &Connection) -> Result<Self, Fault> {
        let service = owner(bus)?;
        let dead = {
            let mut open = held(&OPEN);
            if open.as_ref().is_some_and(|prompt| prompt.service == service) {
                return Err(SecretError::Locked.into());
            }
            open.replace(OpenPrompt {
                service,
                bus: bus.clone(),
            })
        };
        if let Some(dead) = dead {
            tracing::warn!("the keyring service died under its unlock prompt; asking the new one");
            dead.bus.close()?;
        }
        Ok(Self { bus: bus.clone() })
    }
}

impl Drop for PromptSeat {
    fn drop(&mut self) {
        let ours = self.bus.unique_name();
        held(&OPEN).take_if(|prompt| prompt.bus.unique_name() == ours);
    }
}

fn owner(bus: &Connection) -> Result<OwnedUniqueName, Fault> {
    let name = BusName::try_from("org.freedesktop.secrets").map_err(zbus::Error::from)?;
    Ok(DBusProxy::new(bus)?.get_name_owner(name)?)
}
