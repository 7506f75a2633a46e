use crate::Owner;
use crate::chain::{ChainFault, Head};
use crate::writer::{Appended, Job, Writer};
use crate::{
    Difference, FoundDifference, HoldRow, LedgerError, Reconciling, Restored, StoredRecord, backup, chain,
    open, paper, place, queue, reader, reconcile, replay, restored, shifts, staff,
};
use domain::{Closing, OurRef, Queue, ReconcileRun, Record, Shift, ShiftReport, Staff};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

/// The handle to the writer's thread. Cheap to clone; when the last one goes, the file is closed, and dropping it waits
/// for that.
#[derive(Clone)]
pub struct Ledger {
    inner: Arc<Inner>,
}

struct Inner {
    path: PathBuf,
    installation: String,
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Ledger {
    /// Opens the ledger of a profile, or makes it. Blocking; the chain is not walked here (see
    /// [`Ledger::verify_chain`]).
    ///
    /// # Errors
    /// [`LedgerError::Locked`] while another program has it open, [`LedgerError::Newer`] and
    /// [`LedgerError::WrongProfile`] with the file untouched, [`LedgerError::UnsafePlace`], [`LedgerError::Damaged`],
    /// [`LedgerError::NotWritable`], [`LedgerError::DiskFull`], [`LedgerError::OldSqlite`].
    pub fn open(path: &Path, profile: &str) -> Result<Ledger, LedgerError> {
        place::prepare_folder(path)?;
        let lock = place::lock(path)?;
        let conn = open::writing(path, profile)?;
        let installation = open::meta(&conn, "installation")?;
        let writer = Writer::new(conn, Some(lock))?;
        let (jobs, waiting) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("ledger".to_owned())
            .spawn(move || writer.run(&waiting))?;
        Ok(Ledger {
            inner: Arc::new(Inner {
                path: path.to_owned(),
                installation,
                jobs: Some(jobs),
                thread: Some(thread),
            }),
        })
    }

    /// Writes one record and its projection; returns when both are on the disk. Takes a few milliseconds of the
    /// caller's thread.
    ///
    /// # Errors
    /// [`LedgerError::Refused`] and [`LedgerError::NoSuchSale`]: nothing was written and nothing is wrong with the
    /// ledger. [`LedgerError::Poisoned`]: an earlier commit failed and this record asks for something new. Anything else:
    /// the commit failed and the ledger is poisoned now.
    pub fn append(&self, record: Record) -> Result<Appended, LedgerError> {
        let (answer, wait) = mpsc::sync_channel(1);
        self.append_then(record, move |appended| {
            // A caller that no longer waits has ended; the record stands all the same.
            let _ = answer.send(appended);
        })?;
        wait.recv().map_err(|_| LedgerError::Stopped)?
    }

    /// Writes all of the records in one commit, each standing on the one before, or none of them.
    ///
    /// # Errors
    /// As [`Ledger::append`].
    pub fn append_all(&self, records: Vec<Record>) -> Result<Vec<Appended>, LedgerError> {
        let bodies = records
            .into_iter()
            .map(|record| {
                let body =
                    serde_json::to_vec(&record).map_err(|why| LedgerError::Damaged(why.to_string()))?;
                Ok((record, body))
            })
            .collect::<Result<Vec<_>, LedgerError>>()?;
        self.ask(move |writer| writer.append_all(&bodies))?
    }

    /// The same as [`Ledger::append`] without waiting: `then` is called on the ledger's own thread and must be short.
    ///
    /// # Errors
    /// [`LedgerError::Stopped`], and `then` is never called.
    pub fn append_then(
        &self,
        record: Record,
        then: impl FnOnce(Result<Appended, LedgerError>) + Send + 'static,
    ) -> Result<(), LedgerError> {
        let body = serde_json::to_vec(&record).map_err(|why| LedgerError::Damaged(why.to_string()))?;
        self.send(Box::new(move |writer| then(writer.append(&record, &body))))
    }

    /// Every sale that is not at its end or is watched, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Stopped`].
    pub fn live_rows(&self) -> Result<Vec<HoldRow>, LedgerError> {
        self.ask(|writer| writer.projection.live_rows())
    }

    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        let our_ref = our_ref.clone();
        self.ask(move |writer| writer.row(&our_ref))?
    }

    /// The sale's whole story, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn events_of(&self, our_ref: &OurRef) -> Result<Vec<StoredRecord>, LedgerError> {
        let our_ref = our_ref.clone();
        self.ask(move |writer| reader::events_of(&writer.conn, &our_ref))?
    }

    /// Whether the ledger was put back from a backup and nobody was told in the window yet.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn unseen_restore(&self) -> Result<Option<Restored>, LedgerError> {
        self.ask(|writer| restored::unseen(&writer.conn))?
    }

    /// The people at the till and their rules.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn staff(&self) -> Result<Staff, LedgerError> {
        self.ask(|writer| staff::read(&writer.conn))?
    }

    /// Whether a paper of this name was printed, or perhaps was.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn was_printed(&self, name: &str) -> Result<bool, LedgerError> {
        let name = name.to_owned();
        self.ask(move |writer| paper::was_printed(&writer.conn, &name))?
    }

    /// The last shift that was opened, as it stands; `None`: none ever was.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn shift(&self) -> Result<Option<Shift>, LedgerError> {
        self.ask(|writer| shifts::last(&writer.conn))?
    }

    /// Who looks after the open sales that were handed over.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn owners(&self) -> Result<Vec<Owner>, LedgerError> {
        self.ask(|writer| shifts::owners(&writer.conn))?
    }

    /// The open shift told as of a moment (milliseconds since 1970): the Z when it is being closed, else an X. `None`
    /// when no shift is open.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn shift_report(
        &self,
        at_ms: i64,
        closing: Option<Closing>,
    ) -> Result<Option<ShiftReport>, LedgerError> {
        self.ask(move |writer| shifts::report(&writer.conn, at_ms, closing, &writer.head()))?
    }

    /// The queue of captures and releases, and what was chosen for deadlines.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn queue(&self) -> Result<Queue, LedgerError> {
        self.ask(|writer| queue::load(&writer.conn))?
    }

    /// The last run against PhonePe, and how many differences are open.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn reconciling(&self) -> Result<Reconciling, LedgerError> {
        self.ask(|writer| reconcile::load(&writer.conn))?
    }

    /// How many sales were opened from this moment on and before that one (milliseconds since 1970).
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn opened_between(&self, from_ms: i64, to_ms: i64) -> Result<u32, LedgerError> {
        self.ask(move |writer| reconcile::count_between(&writer.conn, from_ms, to_ms))?
    }

    /// The sale that the run asks about next; `None`: it has been through all of them.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn next_to_reconcile(&self, run: &ReconcileRun) -> Result<Option<HoldRow>, LedgerError> {
        let run = run.clone();
        self.ask(move |writer| reconcile::next_row(&writer.conn, &run))?
    }

    /// A difference by its number.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], [`LedgerError::Stopped`].
    pub fn difference(&self, number: u32) -> Result<Option<FoundDifference>, LedgerError> {
        self.ask(move |writer| reconcile::find(&writer.conn, number))?
    }

    /// Where the chain ends now. To be kept outside the file.
    ///
    /// # Errors
    /// [`LedgerError::Stopped`].
    pub fn head(&self) -> Result<Head, LedgerError> {
        self.ask(|writer| writer.head())
    }

    /// # Errors
    /// [`LedgerError::Stopped`].
    pub fn event_count(&self) -> Result<u64, LedgerError> {
        // The numbers have no gaps: the chain's walk and a trigger see to it.
        self.ask(|writer| writer.head().seq)
    }

    /// A commit failed since the ledger was opened: no new intent is taken.
    ///
    /// # Errors
    /// [`LedgerError::Stopped`].
    pub fn is_poisoned(&self) -> Result<bool, LedgerError> {
        self.ask(|writer| writer.is_poisoned())
    }

    /// Recomputes the chain on the caller's thread, beside the writer.
    ///
    /// # Errors
    /// When the file cannot be opened for reading. A broken chain is the inner result.
    pub fn verify_chain(&self) -> Result<Result<Head, ChainFault>, LedgerError> {
        let walk = chain::walk(&open::reading(&self.inner.path)?);
        Ok(walk.chain.map(|()| walk.head))
    }

    /// Throws the projection away and makes it again from the events.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] when an event cannot be replayed; the projection stays as it was.
    pub fn rebuild_projections(&self) -> Result<(), LedgerError> {
        self.ask(Writer::rebuild)?
    }

    /// Compares the projection with a replay of all events, on the caller's thread; the inner result is the first
    /// difference.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn projections_match(&self) -> Result<Result<(), Difference>, LedgerError> {
        let conn = open::reading(&self.inner.path)?;
        Ok(replay::compare(&conn))
    }

    /// Copies the ledger as it is now to a new file and verifies the copy. Appends go on meanwhile.
    ///
    /// # Errors
    /// [`LedgerError::AlreadyThere`], [`LedgerError::UnsafePlace`], [`LedgerError::NotWritable`],
    /// [`LedgerError::DiskFull`]; [`LedgerError::Damaged`] when the copy does not verify. No file is left then.
    pub fn backup(&self, to: &Path) -> Result<Head, LedgerError> {
        backup::backup(&self.inner.path, to)
    }

    /// The random id that was made with the file.
    #[must_use]
    pub fn installation_id(&self) -> &str {
        &self.inner.installation
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    pub(crate) fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut Writer) -> T + Send + 'static,
    ) -> Result<T, LedgerError> {
        let (answer, wait) = mpsc::sync_channel(1);
        self.send(Box::new(move |writer| {
            let _ = answer.send(question(writer));
        }))?;
        wait.recv().map_err(|_| LedgerError::Stopped)
    }

    fn send(&self, job: Job) -> Result<(), LedgerError> {
        let jobs = self.inner.jobs.as_ref().ok_or(LedgerError::Stopped)?;
        jobs.send(job).map_err(|_| LedgerError::Stopped)
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.jobs = None;
        let Some(thread) = self.thread.take() else { return };
        // A closure given to `append_then` may hold the last handle: the thread cannot wait for itself.
        if thread.thread().id() != thread::current().id() && thread.join().is_err() {
            tracing::error!("the ledger's thread ended with a panic");
        }
    }
}
