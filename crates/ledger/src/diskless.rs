use crate::chain::{self, ChainFault, Head};
use crate::verify::{AnchorVerdict, judge, verify_all};
use crate::writer::{Appended, Writer};
use crate::{HoldRow, LedgerError, StoredRecord, Verification, open, queue, reader};
use domain::{OurRef, Queue, Record};
use rusqlite::{Connection, MAIN_DB};
use std::cell::Cell;

/// The ledger's own writer over a database in memory, on the caller's thread: for a simulation that has to decide
/// itself what a crash leaves. Chain, projection, triggers, poisoning and verification are the same code as with a file.
///
/// It has no thread, no lock and no file, so nothing in it outlives the process, and the program is never given one.
/// [`Diskless::image`] is what a disk would hold after the last commit, and [`Diskless::crash`] leaves just that.
/// What it cannot show is a write that was torn on its way to a real disk.
pub struct Diskless {
    writer: Writer,
    /// SQLite compiles every statement anew after a setting, so that it is set only where it changes.
    refuses_writes: Cell<bool>,
}

impl Diskless {
    /// An empty ledger.
    ///
    /// # Errors
    /// When SQLite is too old or refuses a setting.
    pub fn new(profile: &str) -> Result<Diskless, LedgerError> {
        Diskless::over(open::in_memory(profile, None)?)
    }

    /// What a start finds on a disk that holds this image.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] when the image is not a ledger's.
    pub fn start_on(image: &[u8]) -> Result<Diskless, LedgerError> {
        Diskless::over(open::in_memory("", Some(image))?)
    }

    /// A crash and the next start: what SQLite has committed is there, and all that the writer knew is gone.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] when what is there is not a ledger.
    pub fn crash(&mut self) -> Result<(), LedgerError> {
        self.refuse_writes(false)?;
        self.writer.read_what_is_there()
    }

    /// The database after the last commit, byte for byte.
    ///
    /// # Errors
    /// When SQLite has no memory for the copy.
    pub fn image(&mut self) -> Result<Vec<u8>, LedgerError> {
        Ok(self.writer.conn.serialize(MAIN_DB)?.to_vec())
    }

    /// From now on every write fails, as on a disk that has become read-only; or no longer.
    ///
    /// # Errors
    /// When SQLite does not take the setting.
    pub fn refuse_writes(&self, refused: bool) -> Result<(), LedgerError> {
        if self.refuses_writes.replace(refused) != refused {
            self.writer.conn.pragma_update(None, "query_only", refused)?;
        }
        Ok(())
    }

    /// As [`crate::Ledger::append`].
    ///
    /// # Errors
    /// As [`crate::Ledger::append`].
    pub fn append(&mut self, record: &Record) -> Result<Appended, LedgerError> {
        let body = serde_json::to_vec(record).map_err(|why| LedgerError::Damaged(why.to_string()))?;
        self.writer.append(record, &body)
    }

    #[must_use]
    pub fn live_rows(&self) -> Vec<HoldRow> {
        self.writer.projection.live_rows()
    }

    /// # Errors
    /// [`LedgerError::Damaged`].
    pub fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        self.writer.row(our_ref)
    }

    /// The sale's whole story, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`].
    pub fn events_of(&self, our_ref: &OurRef) -> Result<Vec<StoredRecord>, LedgerError> {
        reader::events_of(&self.writer.conn, our_ref)
    }

    /// The queue of captures and releases, and what was chosen for deadlines.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`].
    pub fn queue(&self) -> Result<Queue, LedgerError> {
        queue::load(&self.writer.conn)
    }

    #[must_use]
    pub fn head(&self) -> Head {
        self.writer.head()
    }

    /// The chain alone, and whether it holds what was kept of it elsewhere: a fraction of [`Diskless::verify`]'s work.
    pub fn verify_chain(&self, anchor: &Head) -> (Head, Result<(), ChainFault>, AnchorVerdict) {
        let walk = chain::walk(&self.writer.conn);
        let verdict = judge(&self.writer.conn, Some(anchor), &walk.head);
        (walk.head, walk.chain, verdict)
    }

    /// As [`crate::verify`], on this database.
    #[must_use]
    pub fn verify(&self, anchor: Option<&Head>) -> Verification {
        verify_all(&self.writer.conn, || anchor.cloned())
    }

    fn over(conn: Connection) -> Result<Diskless, LedgerError> {
        Ok(Diskless {
            writer: Writer::new(conn, None)?,
            refuses_writes: Cell::new(false),
        })
    }
}
