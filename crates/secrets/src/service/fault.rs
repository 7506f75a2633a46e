//! What the errors of the bus and of the Secret Service mean to us.

use secret_service::Error;
use zbus::DBusError as _;

use crate::error::SecretError;

/// Either our own verdict, or an error of the libraries still to be judged.
pub(super) enum Fault {
    Said(SecretError),
    Raised(Error),
}

impl From<SecretError> for Fault {
    fn from(error: SecretError) -> Self {
        Self::Said(error)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Raised(error)
    }
}

impl From<zbus::Error> for Fault {
    fn from(error: zbus::Error) -> Self {
        Self::Raised(Error::Zbus(error))
    }
}

impl From<zbus::fdo::Error> for Fault {
    fn from(error: zbus::fdo::Error) -> Self {
        Self::Raised(Error::ZbusFdo(error))
    }
}

impl Fault {
    /// The service's "no result" means that it has no default keyring if that is what it was asked for.
    pub(super) fn of_default_keyring(error: Error) -> Self {
        if matches!(error, Error::NoResult) {
            Self::Said(SecretError::Missing)
        } else {
            Self::Raised(error)
        }
    }

    /// Whether a new connection might do better: for all that the libraries raise, save that it is locked or
    /// that the whole patience of a call is spent already.
    pub(super) fn may_be_a_stale_line(&self) -> bool {
        match self {
            Self::Said(_) => false,
            Self::Raised(error) => !matches!(judged(error), SecretError::Locked | SecretError::TimedOut),
        }
    }

    /// The verdict; the cause goes to the log, for callers of `Missing` and `Locked` do not see it.
    pub(super) fn meaning(self) -> SecretError {
        match self {
            Self::Said(verdict) => verdict,
            Self::Raised(error) => {
                let verdict = judged(&error);
                tracing::debug!(cause = %error, %verdict, "the keyring did not do what it was asked");
                verdict
            }
        }
    }
}

fn judged(error: &Error) -> SecretError {
    if matches!(error, Error::Locked | Error::Prompt | Error::PromptDisconnected) {
        return SecretError::Locked;
    }
    if matches!(error, Error::Unavailable) {
        return SecretError::Missing;
    }
    if let Error::Zbus(bus) | Error::ZbusFdo(zbus::fdo::Error::ZBus(bus)) = error {
        return judged_bus(bus);
    }
    if let Error::ZbusFdo(fdo) = error {
        return judged_name(fdo.name().as_str(), error);
    }
    SecretError::Broken(error.to_string())
}

fn judged_bus(error: &zbus::Error) -> SecretError {
    if let zbus::Error::MethodError(name, _, _) = error {
        return judged_name(name.as_str(), error);
    }
    if let zbus::Error::FDO(fdo) = error {
        return judged_name(fdo.name().as_str(), error);
    }
    if let zbus::Error::InputOutput(io) | zbus::Error::Connection(io, _) = error {
        let timed_out = io.kind() == std::io::ErrorKind::TimedOut;
        return if timed_out {
            SecretError::TimedOut
        } else {
            SecretError::Missing
        };
    }
    if matches!(error, zbus::Error::Address(_) | zbus::Error::Handshake(_)) {
        return SecretError::Missing;
    }
    SecretError::Broken(error.to_string())
}

/// Names of D-Bus errors: <https://dbus.freedesktop.org/doc/dbus-specification.html>, and those of the Secret
/// Service: <https://specifications.freedesktop.org/secret-service/latest/errors.html>.
fn judged_name(name: &str, error: &dyn std::fmt::Display) -> SecretError {
    const NOBODY_THERE: [&str; 5] = [
        "ServiceUnknown",
        "NameHasNoOwner",
        "NoServer",
        "Disconnected",
        "FileNotFound",
    ];
    if name == "org.freedesktop.Secret.Error.IsLocked" {
        return SecretError::Locked;
    }
    if let Some(kind) = name.strip_prefix("org.freedesktop.DBus.Error.")
        && (NOBODY_THERE.contains(&kind) || kind.starts_with("Spawn."))
    {
        return SecretError::Missing;
    }
    SecretError::Broken(error.to_string())
}
