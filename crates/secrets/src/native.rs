//! The keychain of macOS and the credential store of Windows, through the crate `keyring`.

use keyring::Error;
use secrecy::{ExposeSecret as _, SecretString};

use crate::backend::Backend;
use crate::entry::SERVICE;
use crate::error::SecretError;
use crate::watch::Watch;

pub(crate) struct NativeBackend;

impl Backend for NativeBackend {
    fn get(&mut self, user: &str, watch: &Watch) -> Result<Option<SecretString>, SecretError> {
        let entry = entry(user)?;
        // These stores do not say beforehand whether they will ask: the deadline passes as "timed out".
        let _ = watch;
        match entry.get_password() {
            Ok(secret) => Ok(Some(SecretString::from(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(meaning(&error)),
        }
    }

    fn set(&mut self, user: &str, secret: &SecretString, watch: &Watch) -> Result<(), SecretError> {
        let entry = entry(user)?;
        watch.begin_write()?;
        entry
            .set_password(secret.expose_secret())
            .map_err(|error| meaning(&error))
    }

    fn delete(&mut self, user: &str, watch: &Watch) -> Result<bool, SecretError> {
        let entry = entry(user)?;
        watch.begin_write()?;
        match entry.delete_credential() {
            Ok(()) => Ok(true),
            Err(Error::NoEntry) => Ok(false),
            Err(error) => Err(meaning(&error)),
        }
    }
}

fn entry(user: &str) -> Result<keyring::Entry, SecretError> {
    keyring::Entry::new(SERVICE, user).map_err(|error| meaning(&error))
}

fn meaning(error: &Error) -> SecretError {
    if matches!(error, Error::NoStorageAccess(_)) {
        return SecretError::Locked;
    }
    if matches!(error, Error::NoDefaultStore) {
        return SecretError::Missing;
    }
    SecretError::Broken(error.to_string())
}
