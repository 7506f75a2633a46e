//! Ledgers that cannot be written, over a real one.

use crate::Books;
use domain::OurRef;
use ledger::Ledger;
use std::sync::{Arc, Mutex};

/// A ledger whose disk is full.
pub struct FullDisk(pub Ledger);

impl Books for FullDisk {
    fn append(&self, record: domain::Record) -> Result<ledger::Appended, ledger::LedgerError> {
        if matches!(record.fact, domain::Fact::TillStarted { .. }) {
            return self.0.append(record);
        }
        Err(ledger::LedgerError::DiskFull)
    }

    fn queue(&self) -> Result<domain::Queue, ledger::LedgerError> {
        self.0.queue()
    }

    fn live_rows(&self) -> Result<Vec<ledger::HoldRow>, ledger::LedgerError> {
        self.0.live_rows()
    }

    fn row(&self, our_ref: &OurRef) -> Result<Option<ledger::HoldRow>, ledger::LedgerError> {
        self.0.row(our_ref)
    }

    fn head(&self) -> Result<ledger::Head, ledger::LedgerError> {
        self.0.head()
    }
}

/// How a [`Shaky`] ledger takes what comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Well,
    /// Every commit fails.
    Full,
    /// Every commit is refused by the domain's moves.
    Refusing,
    /// Records stand one number further than they should.
    Astray,
}

/// A real ledger under a disk that fails when a test says so.
pub struct Shaky {
    pub ledger: Ledger,
    pub mood: Arc<Mutex<Mood>>,
}

impl Books for Shaky {
    fn append(&self, record: domain::Record) -> Result<ledger::Appended, ledger::LedgerError> {
        match *self.mood.lock().unwrap() {
            Mood::Well => self.ledger.append(record),
            Mood::Full => Err(ledger::LedgerError::DiskFull),
            Mood::Refusing => Err(ledger::LedgerError::NoSuchSale(
                record.fact.our_ref().unwrap().clone(),
            )),
            Mood::Astray => {
                let mut appended = self.ledger.append(record)?;
                appended.seq += 1;
                Ok(appended)
            }
        }
    }

    fn shift(&self) -> Result<Option<domain::Shift>, ledger::LedgerError> {
        self.ledger.shift()
    }

    fn owners(&self) -> Result<Vec<ledger::Owner>, ledger::LedgerError> {
        self.ledger.owners()
    }

    fn queue(&self) -> Result<domain::Queue, ledger::LedgerError> {
        self.ledger.queue()
    }

    fn reconciling(&self) -> Result<ledger::Reconciling, ledger::LedgerError> {
        self.ledger.reconciling()
    }

    fn opened_between(&self, from_ms: i64, to_ms: i64) -> Result<u32, ledger::LedgerError> {
        self.ledger.opened_between(from_ms, to_ms)
    }

    fn next_to_reconcile(
        &self,
        run: &domain::ReconcileRun,
    ) -> Result<Option<ledger::HoldRow>, ledger::LedgerError> {
        self.ledger.next_to_reconcile(run)
    }

    fn difference(&self, number: u32) -> Result<Option<ledger::FoundDifference>, ledger::LedgerError> {
        self.ledger.difference(number)
    }

    fn z_report(
        &self,
        at_ms: i64,
        closing: domain::Closing,
    ) -> Result<Option<domain::ShiftReport>, ledger::LedgerError> {
        self.ledger.shift_report(at_ms, Some(closing))
    }

    fn unseen_restore(&self) -> Result<Option<ledger::Restored>, ledger::LedgerError> {
        self.ledger.unseen_restore()
    }

    fn live_rows(&self) -> Result<Vec<ledger::HoldRow>, ledger::LedgerError> {
        self.ledger.live_rows()
    }

    fn staff(&self) -> Result<domain::Staff, ledger::LedgerError> {
        self.ledger.staff()
    }

    fn row(&self, our_ref: &OurRef) -> Result<Option<ledger::HoldRow>, ledger::LedgerError> {
        self.ledger.row(our_ref)
    }

    fn head(&self) -> Result<ledger::Head, ledger::LedgerError> {
        self.ledger.head()
    }
}
