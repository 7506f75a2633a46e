//! The keyring as the rest of the house sees it.

use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;

use crate::backend::Backend;
use crate::entry::{Entry, Names};
use crate::error::{SecretError, SecretState};
use crate::memory::Memory;
use crate::operation::{Answer, Operation};
use crate::workers::Workers;

/// How long any call waits for the keyring.
pub const DEADLINE: Duration = Duration::from_secs(5);

/// The secrets of one installation and profile. Clones share one thread.
///
/// Every method gives up after [`DEADLINE`]; while calls hang, further ones are refused sooner. A locked
/// keyring makes the desktop show its prompt once, for any call but [`Keyring::state`]; the call ends with
/// [`SecretError::Locked`] at the deadline, and the next one after the user has unlocked succeeds.
///
/// The methods without `_blocking` need a tokio runtime with its timer; the others must not be called from one
/// of its threads, for they hold it up for as long as the keyring takes.
#[derive(Clone)]
pub struct Keyring {
    seat: Seat,
}

#[derive(Clone)]
enum Seat {
    Memory(Arc<Memory>),
    Threaded(Arc<Workers>),
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.seat {
            Seat::Memory(_) => "Keyring(in memory)",
            Seat::Threaded(_) => "Keyring(system)",
        })
    }
}

impl Keyring {
    /// The desktop's keyring, under names of this installation id and profile. Starts and opens nothing before
    /// the first call.
    #[must_use]
    pub fn system(installation: &str, profile: &str) -> Self {
        let workers = Workers::new(Arc::new(open_system), Names::new(installation, profile), DEADLINE);
        Self {
            seat: Seat::Threaded(Arc::new(workers)),
        }
    }

    /// A keyring of this program's own, gone when it ends; its canary is there from the start.
    #[must_use]
    pub fn in_memory() -> Self {
        Self {
            seat: Seat::Memory(Arc::new(Memory::new())),
        }
    }

    /// From now on every call on this in-memory keyring, and its clones, fails like this; `None` cures it and
    /// nothing is lost. A system keyring does not listen.
    pub fn fail_with(&self, error: Option<SecretError>) {
        match &self.seat {
            Seat::Memory(memory) => memory.fail_with(error),
            Seat::Threaded(_) => {}
        }
    }

    /// The secret; `Ok(None)` only if the keyring is unlocked, still holds the canary, and not this.
    ///
    /// # Errors
    /// Any [`SecretError`]; [`SecretError::Broken`] when neither the secret nor the canary is there.
    pub async fn get(&self, entry: Entry) -> Result<Option<SecretString>, SecretError> {
        self.call(Operation::Get(entry)).await
    }

    /// Creates or replaces the secret.
    ///
    /// # Errors
    /// Any [`SecretError`]. After [`SecretError::TimedOut`] it may have been stored; otherwise it was not.
    pub async fn set(&self, entry: Entry, secret: SecretString) -> Result<(), SecretError> {
        self.call(Operation::Set(entry, secret)).await.map(drop)
    }

    /// Removes the secret; `Ok` if it was not there, in a keyring that still holds the canary.
    ///
    /// # Errors
    /// As [`Keyring::set`].
    pub async fn delete(&self, entry: Entry) -> Result<(), SecretError> {
        self.call(Operation::Delete(entry)).await.map(drop)
    }

    /// Writes the canary unless it is there, and reads it back. To be called once when an installation and
    /// profile is set up, and never again: on a replaced keyring it would make "nothing there" believable.
    ///
    /// # Errors
    /// Any [`SecretError`]; then the keyring is not fit to be set up.
    pub async fn ensure_canary(&self) -> Result<(), SecretError> {
        self.call(Operation::EnsureCanary).await.map(drop)
    }

    /// What the keyring is now. Shows no prompt. Before [`Keyring::ensure_canary`] it is `Broken` at best.
    pub async fn state(&self) -> SecretState {
        state_of(self.call(Operation::Probe).await)
    }

    /// [`Keyring::get`] for a thread that may block.
    ///
    /// # Errors
    /// As there.
    pub fn get_blocking(&self, entry: Entry) -> Result<Option<SecretString>, SecretError> {
        self.call_blocking(Operation::Get(entry))
    }

    /// [`Keyring::set`] for a thread that may block.
    ///
    /// # Errors
    /// As there.
    pub fn set_blocking(&self, entry: Entry, secret: SecretString) -> Result<(), SecretError> {
        self.call_blocking(Operation::Set(entry, secret)).map(drop)
    }

    /// [`Keyring::delete`] for a thread that may block.
    ///
    /// # Errors
    /// As there.
    pub fn delete_blocking(&self, entry: Entry) -> Result<(), SecretError> {
        self.call_blocking(Operation::Delete(entry)).map(drop)
    }

    /// [`Keyring::ensure_canary`] for a thread that may block.
    ///
    /// # Errors
    /// As there.
    pub fn ensure_canary_blocking(&self) -> Result<(), SecretError> {
        self.call_blocking(Operation::EnsureCanary).map(drop)
    }

    /// [`Keyring::state`] for a thread that may block.
    #[must_use]
    pub fn state_blocking(&self) -> SecretState {
        state_of(self.call_blocking(Operation::Probe))
    }

    async fn call(&self, operation: Operation) -> Answer {
        match &self.seat {
            Seat::Memory(memory) => memory.call(&operation),
            Seat::Threaded(workers) => workers.call(operation).await,
        }
    }

    fn call_blocking(&self, operation: Operation) -> Answer {
        match &self.seat {
            Seat::Memory(memory) => memory.call(&operation),
            Seat::Threaded(workers) => workers.call_blocking(operation),
        }
    }
}

fn state_of(answer: Answer) -> SecretState {
    answer.map_or_else(|error| error.state(), |_| SecretState::Ready)
}

#[cfg(target_os = "linux")]
fn open_system() -> Box<dyn Backend> {
    Box::new(crate::service::SecretServiceBackend::default())
}

#[cfg(not(target_os = "linux"))]
fn open_system() -> Box<dyn Backend> {
    Box::new(crate::native::NativeBackend)
}

#[cfg(test)]
mod tests;
