//! What the engine needs from the world. Each port is a trait so that tests and a simulation can stand in; the real
//! parts are plugged together by the shell alone.

use crate::paper::{PaperOrder, Printed};
use crate::updates::UpdateAnswer;
use contract::Preferences;
use domain::{Ask, Closing, Heard, Moment, OurRef, Queue, ReconcileRun, Record, Shift, ShiftReport, Staff};
use ledger::{Appended, FoundDifference, Head, HoldRow, LedgerError, Owner, Reconciling, Restored};
use secrecy::SecretString;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

pub type Going<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A signed request that has not left. Nothing is sent before `going` is polled; it is polled once.
pub struct Prepared {
    /// SHA-256 of the exact request bytes, lower-case hex; committed with the intent.
    pub request_sha256: String,
    pub going: Going<Heard>,
}

/// The provider's client.
pub trait Provider: Send + Sync {
    /// Builds and signs one request.
    ///
    /// # Errors
    /// A sentence for the log when the request cannot be built; nothing was sent.
    fn prepare(&self, ask: &Ask) -> Result<Prepared, String>;
    /// This machine's clock less the provider's, by the date of its last answer, in milliseconds. (Unknown, where a
    /// stand-in has no clock.)
    fn clock_off_ms(&self) -> Option<i64> {
        None
    }
}

/// Why there is no provider to talk to yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotReady {
    Keyring(VaultTrouble),
    SaltKeyMissing,
    SettingsRefused(String),
}

/// Makes the provider's client from settings and keyring; asked again until it succeeds.
pub trait Connect: Send + Sync {
    fn connect(&self) -> Going<Result<Connected, NotReady>>;
}

/// A provider that can be asked, and the key for the customers' marks.
#[derive(Clone)]
pub struct Connected {
    pub provider: Arc<dyn Provider>,
    /// Keys the HMAC of mobile numbers; made once per installation and profile.
    pub hmac_key: SecretString,
    pub device_id: String,
    /// Training without a keyring: links are forgotten at exit.
    pub in_memory: bool,
}

/// The wall clock, the monotonic clock and the boot they belong to.
pub trait Clock: Send + Sync {
    fn now(&self) -> Moment;
    /// The wall clock alone, in milliseconds since 1970: asked for far more often than the whole moment.
    fn wall_ms(&self) -> i64 {
        self.now().wall_ms
    }
}

/// Randomness, for references and action ids.
pub trait Chance: Send + Sync {
    fn next_u128(&self) -> u128;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultTrouble {
    Locked,
    Missing,
    Broken,
}

/// What is kept in the keyring by the engine itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VaultEntry {
    /// A customer's userAuthToken, under the hex HMAC of the mobile number.
    UserToken(String),
    /// The anchor of the ledger's chain, as [`Head::to_line`] writes it.
    LedgerHead,
}

/// Where the preferences are kept.
pub trait Shelf: Send + Sync {
    fn keep(&self, preferences: Preferences) -> Going<Result<(), String>>;
}

/// The machine's package lists, behind deadlines of their own. Nobody on the network is asked.
pub trait Packages: Send + Sync {
    /// Whether a newer version of this program is there.
    fn look(&self) -> Going<UpdateAnswer>;
}

/// The receipt printer, on a thread of its own and behind deadlines of its own.
pub trait Printer: Send + Sync {
    /// Draws a paper and prints it, once.
    fn print(&self, order: PaperOrder) -> Going<Printed>;
    /// From now on the printer at this address; empty: none. How it stands is told beside.
    fn use_address(&self, address: String);
}

/// The keyring, behind deadlines of its own.
pub trait Vault: Send + Sync {
    fn read(&self, entry: VaultEntry) -> Going<Result<Option<SecretString>, VaultTrouble>>;
    fn write(&self, entry: VaultEntry, secret: SecretString) -> Going<Result<(), VaultTrouble>>;
    fn delete(&self, entry: VaultEntry) -> Going<Result<(), VaultTrouble>>;
}

/// The ledger as the engine writes it.
pub trait Books: Send {
    /// Commits one record and returns its number and the sale's row after it. When this returns, it is on disk.
    ///
    /// # Errors
    /// [`LedgerError`]; nothing was written.
    fn append(&self, record: Record) -> Result<Appended, LedgerError>;
    /// Commits all of the records at once, or none of them; each stands on the one before. (Written one by one where a
    /// stand-in knows no better.)
    ///
    /// # Errors
    /// [`LedgerError`]; nothing was written.
    fn append_all(&self, records: Vec<Record>) -> Result<Vec<Appended>, LedgerError> {
        records.into_iter().map(|record| self.append(record)).collect()
    }
    /// Whether the ledger was put back from a backup and nobody was told yet.
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn unseen_restore(&self) -> Result<Option<Restored>, LedgerError> {
        Ok(None)
    }
    /// All sales that are not at an end, and those that are watched all the same.
    ///
    /// # Errors
    /// [`LedgerError`] when they cannot be read.
    fn live_rows(&self) -> Result<Vec<HoldRow>, LedgerError>;
    /// The people at the till. (Nobody, where a stand-in knows of none.)
    ///
    /// # Errors
    /// [`LedgerError`] when they cannot be read.
    fn staff(&self) -> Result<Staff, LedgerError> {
        Ok(Staff::default())
    }
    /// One sale.
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError>;
    /// Whether a paper of this name was printed, or perhaps was. (Not, where a stand-in knows of no paper.)
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn was_printed(&self, name: &str) -> Result<bool, LedgerError> {
        let _ = name;
        Ok(false)
    }
    /// The last shift that was opened. (None, where a stand-in knows no shifts.)
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn shift(&self) -> Result<Option<Shift>, LedgerError> {
        Ok(None)
    }
    /// Who looks after the open sales that were handed over.
    ///
    /// # Errors
    /// [`LedgerError`] when they cannot be read.
    fn owners(&self) -> Result<Vec<Owner>, LedgerError> {
        Ok(Vec::new())
    }
    /// The queue of captures and releases: what was confirmed and not yet asked for.
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn queue(&self) -> Result<Queue, LedgerError>;
    /// The last run against PhonePe, and how many differences are open. (None, where a stand-in knows no runs.)
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn reconciling(&self) -> Result<Reconciling, LedgerError> {
        Ok(Reconciling::default())
    }
    /// How many sales were opened from this moment on and before that one (milliseconds since 1970).
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn opened_between(&self, from_ms: i64, to_ms: i64) -> Result<u32, LedgerError> {
        let _ = (from_ms, to_ms);
        Ok(0)
    }
    /// The sale that the run asks about next; `None`: it has been through all of them.
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn next_to_reconcile(&self, run: &ReconcileRun) -> Result<Option<HoldRow>, LedgerError> {
        let _ = run;
        Ok(None)
    }
    /// A difference by its number.
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn difference(&self, number: u32) -> Result<Option<FoundDifference>, LedgerError> {
        let _ = number;
        Ok(None)
    }
    /// The Z of the open shift, as of this moment (milliseconds since 1970).
    ///
    /// # Errors
    /// [`LedgerError`] when it cannot be read.
    fn z_report(&self, at_ms: i64, closing: Closing) -> Result<Option<ShiftReport>, LedgerError> {
        let _ = (at_ms, closing);
        Ok(None)
    }
    /// Where the chain ends.
    ///
    /// # Errors
    /// [`LedgerError`] when the ledger has ended.
    fn head(&self) -> Result<Head, LedgerError>;
}

impl Books for ledger::Ledger {
    fn append(&self, record: Record) -> Result<Appended, LedgerError> {
        ledger::Ledger::append(self, record)
    }

    fn append_all(&self, records: Vec<Record>) -> Result<Vec<Appended>, LedgerError> {
        ledger::Ledger::append_all(self, records)
    }

    fn unseen_restore(&self) -> Result<Option<Restored>, LedgerError> {
        ledger::Ledger::unseen_restore(self)
    }

    fn staff(&self) -> Result<Staff, LedgerError> {
        ledger::Ledger::staff(self)
    }

    fn was_printed(&self, name: &str) -> Result<bool, LedgerError> {
        ledger::Ledger::was_printed(self, name)
    }

    fn shift(&self) -> Result<Option<Shift>, LedgerError> {
        ledger::Ledger::shift(self)
    }

    fn owners(&self) -> Result<Vec<Owner>, LedgerError> {
        ledger::Ledger::owners(self)
    }

    fn queue(&self) -> Result<Queue, LedgerError> {
        ledger::Ledger::queue(self)
    }

    fn reconciling(&self) -> Result<Reconciling, LedgerError> {
        ledger::Ledger::reconciling(self)
    }

    fn opened_between(&self, from_ms: i64, to_ms: i64) -> Result<u32, LedgerError> {
        ledger::Ledger::opened_between(self, from_ms, to_ms)
    }

    fn next_to_reconcile(&self, run: &ReconcileRun) -> Result<Option<HoldRow>, LedgerError> {
        ledger::Ledger::next_to_reconcile(self, run)
    }

    fn difference(&self, number: u32) -> Result<Option<FoundDifference>, LedgerError> {
        ledger::Ledger::difference(self, number)
    }

    fn z_report(&self, at_ms: i64, closing: Closing) -> Result<Option<ShiftReport>, LedgerError> {
        ledger::Ledger::shift_report(self, at_ms, Some(closing))
    }

    fn live_rows(&self) -> Result<Vec<HoldRow>, LedgerError> {
        ledger::Ledger::live_rows(self)
    }

    fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        ledger::Ledger::row(self, our_ref)
    }

    fn head(&self) -> Result<Head, LedgerError> {
        ledger::Ledger::head(self)
    }
}
