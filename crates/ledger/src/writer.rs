//! The one thread that writes.

use crate::chain::{self, Head, Tip, seq_of};
use crate::projection::{Change, Projection};
use crate::{HoldRow, LedgerError, open, paper, queue, reconcile, replay, shifts};
use domain::{OurRef, Record};
use rusqlite::{Connection, params};
use std::fs::File;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

pub(crate) type Job = Box<dyn FnOnce(&mut Writer) + Send>;

/// The log is moved into the file when this many commits are in it and nobody has come for this long: not between an
/// intent and its reply, when a customer waits.
const COMMITS_PER_CHECKPOINT: u32 = 50;
const QUIET: Duration = Duration::from_millis(200);

/// What an append made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    pub seq: u64,
    /// The sale's row after it, for a record that is about a sale.
    pub row: Option<HoldRow>,
}

pub(crate) struct Writer {
    pub(crate) conn: Connection,
    pub(crate) projection: Projection,
    tip: Tip,
    poisoned: bool,
    commits: u32,
    /// Held for as long as the connection is; what has no file needs none.
    _lock: Option<File>,
}

impl Writer {
    pub fn new(conn: Connection, lock: Option<File>) -> Result<Writer, LedgerError> {
        let mut writer = Writer {
            tip: Tip::GENESIS,
            projection: Projection::default(),
            conn,
            poisoned: false,
            commits: 0,
            _lock: lock,
        };
        writer.read_what_is_there()?;
        Ok(writer)
    }

    /// What a start knows: nothing but what the database holds.
    pub fn read_what_is_there(&mut self) -> Result<(), LedgerError> {
        self.tip = chain::stored_tip(&self.conn)?;
        self.poisoned = false;
        if open::meta(&self.conn, "projection")? == open::PROJECTION {
            self.projection = Projection::load(&self.conn)?;
            Ok(())
        } else {
            self.derive_from_a_sound_chain()
        }
    }

    /// Nothing is written into a file whose records are not sound, not even what is derived from them.
    fn derive_from_a_sound_chain(&mut self) -> Result<(), LedgerError> {
        chain::walk(&self.conn)
            .chain
            .map_err(|fault| LedgerError::Damaged(fault.to_string()))?;
        self.rebuild()
    }

    /// Works until the last handle is gone.
    pub fn run(mut self, jobs: &Receiver<Job>) {
        while let Some(job) = self.next_job(jobs) {
            job(&mut self);
        }
    }

    fn next_job(&mut self, jobs: &Receiver<Job>) -> Option<Job> {
        if self.commits < COMMITS_PER_CHECKPOINT {
            return jobs.recv().ok();
        }
        match jobs.recv_timeout(QUIET) {
            Ok(job) => Some(job),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                self.checkpoint();
                jobs.recv().ok()
            }
        }
    }

    /// `body` is the record's JSON, made by the caller so that this thread only writes.
    pub fn append(&mut self, record: &Record, body: &[u8]) -> Result<Appended, LedgerError> {
        if self.poisoned && record.fact.asks() {
            return Err(LedgerError::Poisoned);
        }
        let tip = self.tip.next(body);
        // Refused before anything is begun: then nothing can be half-written.
        shifts::check(&self.conn, record, || self.tip.head())?;
        queue::check(&self.conn, record)?;
        reconcile::check(&self.conn, record)?;
        let change = self.projection.plan(&self.conn, record, seq_of(tip.seq))?;
        self.statement("BEGIN IMMEDIATE")?;
        let written = self.write(record, body, &tip, change.as_ref());
        self.end(written)?;
        self.tip = tip;
        Ok(Appended {
            seq: seq_of(tip.seq),
            row: change.map(|change| self.projection.settle(change)),
        })
    }

    /// All of the records in one commit, or none of them.
    pub fn append_all(&mut self, records: &[(Record, Vec<u8>)]) -> Result<Vec<Appended>, LedgerError> {
        if self.poisoned && records.iter().any(|(record, _)| record.fact.asks()) {
            return Err(LedgerError::Poisoned);
        }
        let before = self.tip;
        self.statement("BEGIN IMMEDIATE")?;
        let written = self.write_all(records);
        let ended = match written {
            Ok(appended) => self.end(Ok(())).map(|()| appended),
            Err(refusal) if refusal.is_refusal() => {
                self.statement("ROLLBACK")?;
                Err(refusal)
            }
            Err(fault) => self.end(Err(fault)).map(|()| Vec::new()),
        };
        if ended.is_err() {
            self.tip = before;
            self.projection = Projection::load(&self.conn)?;
        }
        ended
    }

    /// Moves the tip and the open sales along, because each record stands on the one before.
    fn write_all(&mut self, records: &[(Record, Vec<u8>)]) -> Result<Vec<Appended>, LedgerError> {
        let mut appended = Vec::with_capacity(records.len());
        for (record, body) in records {
            let tip = self.tip.next(body);
            shifts::check(&self.conn, record, || self.tip.head())?;
            queue::check(&self.conn, record)?;
            reconcile::check(&self.conn, record)?;
            let change = self.projection.plan(&self.conn, record, seq_of(tip.seq))?;
            self.write(record, body, &tip, change.as_ref())?;
            self.tip = tip;
            appended.push(Appended {
                seq: seq_of(tip.seq),
                row: change.map(|change| self.projection.settle(change)),
            });
        }
        Ok(appended)
    }

    pub fn head(&self) -> Head {
        self.tip.head()
    }

    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    pub fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        self.projection.row(&self.conn, our_ref)
    }

    /// Throws the projection away and makes it again from the events, all or nothing.
    pub fn rebuild(&mut self) -> Result<(), LedgerError> {
        self.statement("BEGIN IMMEDIATE")?;
        let written = self.derive_anew();
        self.end(written)?;
        self.projection = Projection::load(&self.conn)?;
        Ok(())
    }

    fn derive_anew(&self) -> Result<(), LedgerError> {
        for (table, ..) in replay::TABLES {
            self.conn
                .execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
        }
        self.conn.execute_batch(open::PROJECTION_SQL)?;
        replay::replay(&self.conn, &self.conn)
            .map_err(|difference| LedgerError::Damaged(difference.to_string()))?;
        self.conn.execute(
            "UPDATE meta SET value = ?1 WHERE key = 'projection'",
            [open::PROJECTION],
        )?;
        Ok(())
    }

    fn write(
        &self,
        record: &Record,
        body: &[u8],
        tip: &Tip,
        change: Option<&Change>,
    ) -> Result<(), LedgerError> {
        self.conn
            .prepare_cached("INSERT INTO event(seq, body, hash) VALUES (?1, ?2, ?3)")?
            .execute(params![tip.seq, body, tip.hash])?;
        match change {
            Some(change) => Projection::write(&self.conn, change, record, tip.seq)?,
            None => replay::write_other(&self.conn, record, tip.seq)?,
        }
        shifts::write(&self.conn, record, tip.seq, change, || self.tip.head())?;
        queue::write(&self.conn, record, tip.seq, change)?;
        reconcile::write(&self.conn, record)?;
        paper::write(&self.conn, record)
    }

    /// Commits, or rolls back and remembers that something could not be written. A failed commit may still be on the
    /// disk after a power cut; the next start reads what is there.
    fn end(&mut self, written: Result<(), LedgerError>) -> Result<(), LedgerError> {
        let ended = written
            .and_then(|()| open::keep_log_at_close(&self.conn, false))
            .and_then(|()| self.statement("COMMIT"));
        if let Err(fault) = ended {
            self.poisoned = true;
            tracing::error!(fault = %fault, "a record could not be written");
            if !self.conn.is_autocommit()
                && let Err(second) = self.statement("ROLLBACK")
            {
                tracing::error!(fault = %second, "and could not be rolled back");
            }
            return Err(fault);
        }
        self.commits = self.commits.saturating_add(1);
        Ok(())
    }

    fn statement(&self, sql: &str) -> Result<(), LedgerError> {
        self.conn.prepare_cached(sql)?.execute([])?;
        Ok(())
    }

    /// Moves the log into the file, so that it neither grows nor makes somebody wait later.
    fn checkpoint(&mut self) {
        self.commits = 0;
        if let Err(fault) = self
            .conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
        {
            tracing::warn!(%fault, "the log could not be moved into the file; it is tried again later");
        }
    }
}
