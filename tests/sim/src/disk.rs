//! The ledger on a disk that chance has a hand in. What is a whole commit and what is none is SQLite's own doing; which
//! commits are followed by a crash, and which are refused, is decided here.

use crate::planted::Planted;
use domain::{Call, Fact, OurRef, Record, RefundFact};
use ledger::{Appended, Diskless, Head, HoldRow, LedgerError};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

/// What happens to one append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mishap {
    /// The program dies before the commit.
    CrashBefore,
    /// The program dies after the commit; nobody was told.
    CrashAfter,
    /// The disk refuses; nothing is written.
    Refused,
    /// The disk reports an error, but what was written may be found at the next start.
    Reported,
}

/// A money call's intent that the ledger acknowledged.
#[derive(Clone, Debug)]
pub(crate) struct Intent {
    /// The sale's reference, or the refund's.
    pub id: String,
    pub call: Call,
    pub used: bool,
}

pub(crate) struct Disk {
    pub ledger: Diskless,
    /// Appends until the mishap, and which.
    pub mishap: Option<(u32, Mishap)>,
    /// The program is dead; what it still says in this step is a ghost's.
    pub crashed: bool,
    /// An append failed in this life of the program.
    pub failed: bool,
    perhaps_written: Option<Record>,
    /// Where the chain ended at the last acknowledged append.
    pub acknowledged: Head,
    /// The highest number that the engine was told, and one that it was told twice.
    pub told_seq: u64,
    pub told_twice: Option<u64>,
    /// Every sale as it was last acknowledged.
    pub rows: BTreeMap<OurRef, HoldRow>,
    /// By the request's hash.
    pub intents: BTreeMap<String, Intent>,
    pub appends: u64,
    pub errors: u64,
    pub planted: Option<Planted>,
    /// A planted fault loses this much of the past at the next crash.
    pub older_image: Option<Vec<u8>>,
}

/// The engine's and the checkers' handle.
#[derive(Clone)]
pub(crate) struct SharedDisk(Arc<Mutex<Disk>>);

impl SharedDisk {
    pub fn new(empty: &[u8], planted: Option<Planted>) -> SharedDisk {
        let ledger = Diskless::start_on(empty).unwrap();
        SharedDisk(Arc::new(Mutex::new(Disk {
            acknowledged: ledger.head(),
            ledger,
            mishap: None,
            crashed: false,
            failed: false,
            perhaps_written: None,
            told_seq: 0,
            told_twice: None,
            rows: BTreeMap::new(),
            intents: BTreeMap::new(),
            appends: 0,
            errors: 0,
            planted,
            older_image: None,
        })))
    }

    pub fn lock(&self) -> MutexGuard<'_, Disk> {
        self.0.lock().unwrap()
    }
}

impl Disk {
    /// What the disk holds is what the next life of the program begins with.
    pub fn start_again(&mut self, keeps_reported: bool) {
        self.ledger.crash().unwrap();
        if let Some(image) = self.older_image.take() {
            self.ledger = Diskless::start_on(&image).unwrap();
        }
        let perhaps = self.perhaps_written.take();
        if let Some(record) = perhaps.filter(|_| keeps_reported) {
            // The frames had reached the disk after all: the same bytes, so the same event.
            self.ledger.append(&record).unwrap();
        }
        self.mishap = None;
        self.crashed = false;
        self.failed = false;
    }

    /// After a start: what is there is what counts from now on.
    pub fn take_stock(&mut self) {
        self.acknowledged = self.ledger.head();
        self.told_seq = self.acknowledged.seq;
        for row in self.ledger.live_rows() {
            self.rows.insert(row.sale.our_ref.clone(), row);
        }
        let known: Vec<OurRef> = self.rows.keys().cloned().collect();
        for our_ref in known {
            match self.ledger.row(&our_ref).unwrap() {
                Some(row) => self.rows.insert(our_ref, row),
                None => self.rows.remove(&our_ref),
            };
        }
    }

    pub fn append(&mut self, record: Record) -> Result<Appended, LedgerError> {
        if self.crashed {
            return Err(LedgerError::Stopped);
        }
        let mishap = self.due_mishap();
        match mishap {
            Some(Mishap::CrashBefore) => {
                self.crashed = true;
                Err(LedgerError::Stopped)
            }
            Some(Mishap::CrashAfter) => {
                let written = self.ledger.append(&record);
                self.crashed = true;
                written.and(Err(LedgerError::Stopped))
            }
            Some(Mishap::Refused | Mishap::Reported) => {
                self.ledger.refuse_writes(true)?;
                let written = self.write(record.clone());
                // What the domain refused was never on its way to the disk.
                let was_on_its_way = !matches!(written, Err(LedgerError::Refused(_)));
                if mishap == Some(Mishap::Reported) && was_on_its_way {
                    self.perhaps_written = Some(record);
                }
                written
            }
            None => self.write(record),
        }
    }

    fn write(&mut self, record: Record) -> Result<Appended, LedgerError> {
        let appended = self.ledger.append(&record);
        match &appended {
            Ok(appended) => self.note(&record, appended),
            Err(LedgerError::Refused(_)) => {}
            Err(_) => {
                self.failed = true;
                self.errors += 1;
            }
        }
        appended
    }

    fn note(&mut self, record: &Record, appended: &Appended) {
        self.appends += 1;
        if appended.seq <= self.told_seq {
            self.told_twice = Some(appended.seq);
        }
        self.told_seq = appended.seq;
        self.acknowledged = self.ledger.head();
        if let Some(row) = &appended.row {
            self.rows.insert(row.sale.our_ref.clone(), row.clone());
        }
        if let Fact::Intent {
            our_ref,
            call,
            request_sha256,
            ..
        } = &record.fact
        {
            let intent = Intent {
                id: our_ref.to_string(),
                call: *call,
                used: false,
            };
            self.intents.insert(request_sha256.clone(), intent);
        }
        if let Fact::Refund(RefundFact::Asked {
            refund_ref,
            request_sha256,
            ..
        }) = &record.fact
        {
            let intent = Intent {
                id: refund_ref.to_string(),
                call: Call::Refund,
                used: false,
            };
            self.intents.insert(request_sha256.clone(), intent);
        }
    }

    fn due_mishap(&mut self) -> Option<Mishap> {
        match self.mishap.take() {
            Some((0, mishap)) => Some(mishap),
            Some((left, mishap)) => {
                self.mishap = Some((left - 1, mishap));
                None
            }
            None => None,
        }
    }
}

impl till::Books for SharedDisk {
    fn append(&self, record: Record) -> Result<Appended, LedgerError> {
        crate::planted::append(&mut self.lock(), record)
    }

    fn live_rows(&self) -> Result<Vec<HoldRow>, LedgerError> {
        Ok(crate::planted::live_rows(&self.lock()))
    }

    fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        self.lock().ledger.row(our_ref)
    }

    fn queue(&self) -> Result<domain::Queue, LedgerError> {
        crate::planted::queue(&self.lock())
    }

    fn head(&self) -> Result<Head, LedgerError> {
        Ok(self.lock().ledger.head())
    }
}
