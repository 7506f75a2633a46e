//! Comparing the books with PhonePe: what a person may ask for. Whose turn it is in a run is in `turns`, how a settlement
//! file is read and compared in `settlement`. Neither moves money or a sale: a run asks by the same looks as everything
//! else, and what a look proves is the domain's to say.

mod desk;
pub(crate) mod period;
mod settlement;
mod turns;
mod view;

#[cfg(test)]
pub(crate) use turns::{AGAIN_MS, PAUSE_MS, TRIES_MAX};

pub(crate) use settlement::CsvLines;
pub use settlement::{
    ComparedFile, FileLimits, FileSummary, SettlementError, compare_file, read_header, suggested_mapping,
};
pub(crate) use view::{step_name, step_says};

use crate::ports::Books;
use crate::state::{OpenBooks, Till};
use contract::{ErrorCode, Period, ReconcileCommand, UiError};
use domain::{Action, Fact, NoteRefusal, ReconcileFact, ReconcileNote, ReconcileRun, RunState};
use ledger::Reconciling;
pub use period::period_of;
use period::span_of;
use turns::RowUnderWay;

/// One question a second: so many sales are half a night.
const RUN_ROWS_MAX: u32 = 20_000;

/// What the engine remembers of it.
#[derive(Default)]
pub(crate) struct ReconcileDesk {
    known: Reconciling,
    row: Option<RowUnderWay>,
    /// No question of the run before this moment.
    rests_until_ms: i64,
    /// When it was last gone through; what was due before needs no waking.
    passed_at_ms: i64,
    /// A sale was given up while nobody answered. Until somebody does, no further one is: a line that is down is no
    /// difference of every sale.
    gave_up_in_vain: bool,
}

impl ReconcileDesk {
    /// From what is written.
    pub fn take_up(&mut self, known: Reconciling) {
        *self = ReconcileDesk {
            known,
            ..ReconcileDesk::default()
        };
    }

    fn running(&self) -> Option<&ReconcileRun> {
        self.known.run.as_ref().filter(|run| run.is_running())
    }
}

impl Till {
    pub(crate) fn obey_reconcile(&mut self, command: ReconcileCommand) -> Result<(), UiError> {
        match command {
            ReconcileCommand::Begin { of } => self.begin_run(&of),
            ReconcileCommand::Stop { run } => {
                self.must_stand(run, RunState::Running)?;
                self.commit(Fact::Reconcile(ReconcileFact::Stopped { run }))?;
                // An answer that is still on its way is the look's alone.
                self.reconcile.row = None;
                Ok(())
            }
            ReconcileCommand::Resume { run } => {
                self.must_stand(run, RunState::Stopped)?;
                self.commit(Fact::Reconcile(ReconcileFact::Resumed { run }))
            }
            ReconcileCommand::CloseDifference { number, note } => self.close_difference(number, &note),
        }
    }

    fn begin_run(&mut self, of: &Period) -> Result<(), UiError> {
        let books = self.books_in_order()?;
        if self.reconcile.running().is_some() {
            return Err(ErrorCode::ReconcileUnderWay.into());
        }
        let shift = books.shift().map_err(|_| ErrorCode::BooksClosed)?;
        let (from_ms, to_ms) = span_of(of, self.now_ms(), shift.as_ref())?;
        let rows = books
            .opened_between(from_ms, to_ms)
            .map_err(|_| ErrorCode::BooksClosed)?;
        if rows == 0 {
            return Err(ErrorCode::PeriodEmpty.into());
        }
        if rows > RUN_ROWS_MAX {
            return Err(UiError {
                code: ErrorCode::PeriodTooLong,
                detail: Some(RUN_ROWS_MAX.to_string()),
            });
        }
        let last = self.reconcile.known.run.as_ref().map_or(0, |run| run.run);
        self.commit(Fact::Reconcile(ReconcileFact::Begun {
            run: last.saturating_add(1),
            from_ms,
            to_ms,
            rows,
        }))
    }

    fn close_difference(&mut self, number: u32, typed: &str) -> Result<(), UiError> {
        let note = ReconcileNote::parse(typed).map_err(|refusal| match refusal {
            NoteRefusal::Empty => ErrorCode::NoteEmpty,
            NoteRefusal::TooLong => ErrorCode::NoteTooLong,
        })?;
        let found = self
            .books_in_order()?
            .difference(number)
            .map_err(|_| ErrorCode::BooksClosed)?;
        let open = found.filter(|found| found.closed.is_none());
        let open = open.ok_or(ErrorCode::DifferenceClosed)?;
        self.commit(Fact::Reconcile(ReconcileFact::Closed {
            difference: number,
            our_ref: open.difference.our_ref,
            note,
        }))?;
        // What is about a sale is kept in mind when the disk fails. A note is not: it is written, or still to be typed.
        self.books_in_order().map(drop)
    }

    /// A settlement file was compared beside the engine. All of it becomes one record, or nothing does.
    pub(crate) fn take_settlement(&mut self, compared: ComparedFile) -> Result<(), UiError> {
        self.permit(Action::Reconcile, None)?;
        self.books_in_order()?;
        let import = self.reconcile.known.last_import.saturating_add(1);
        self.commit(Fact::Reconcile(compared.into_fact(import)))
    }

    fn must_stand(&self, run: u32, state: RunState) -> Result<(), UiError> {
        self.books_in_order()?;
        let last = self.reconcile.known.run.as_ref();
        let is_so = last.is_some_and(|last| last.run == run && last.state == state);
        is_so.then_some(()).ok_or(ErrorCode::NotAllowedNow.into())
    }

    fn books_in_order(&self) -> Result<&dyn Books, UiError> {
        match &self.books {
            OpenBooks::Closed(_) => Err(ErrorCode::BooksClosed.into()),
            OpenBooks::Open(_) if !self.books_checked => Err(ErrorCode::BooksChecking.into()),
            OpenBooks::Open(books) => Ok(&**books),
        }
    }

    /// A record of it was written: memory is what the books say.
    pub(crate) fn follow_reconciling(&mut self, fact: &Fact) {
        if !matches!(fact, Fact::Reconcile(_)) {
            return;
        }
        if let OpenBooks::Open(books) = &self.books {
            match books.reconciling() {
                Ok(known) => self.reconcile.known = known,
                Err(failed) => tracing::error!(%failed, "how far the comparison has come cannot be read"),
            }
        }
    }
}
