//! What any keyring must be able to do. Every call may block for ever.

use secrecy::SecretString;

use crate::SecretError;
use crate::watch::Watch;

/// One connection to a keyring, used from one thread. `user` is the full name of an entry.
pub(crate) trait Backend {
    /// The secret, or `None` when the keyring answered, unlocked, that it holds none of this name.
    fn get(&mut self, user: &str, watch: &Watch) -> Result<Option<SecretString>, SecretError>;

    /// Creates or replaces; calls [`Watch::begin_write`] directly before.
    fn set(&mut self, user: &str, secret: &SecretString, watch: &Watch) -> Result<(), SecretError>;

    /// Whether there was one to delete; calls [`Watch::begin_write`] directly before.
    fn delete(&mut self, user: &str, watch: &Watch) -> Result<bool, SecretError>;
}
