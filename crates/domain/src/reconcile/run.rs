//! How a run stands. One function for the till, the ledger and every replay.

use super::{ReconcileFact, RowOutcome};
use crate::Record;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    Running,
    Stopped,
    Ended,
}

/// How many sales came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCounts {
    pub agrees: u32,
    pub moved_on: u32,
    pub still_open: u32,
    pub left_to_a_person: u32,
    pub differs: u32,
}

impl RowCounts {
    #[must_use]
    pub fn done(&self) -> u32 {
        [
            self.agrees,
            self.moved_on,
            self.still_open,
            self.left_to_a_person,
            self.differs,
        ]
        .into_iter()
        .fold(0, u32::saturating_add)
    }

    fn add(&mut self, outcome: RowOutcome) {
        let counted = match outcome {
            RowOutcome::Agrees => &mut self.agrees,
            RowOutcome::MovedOn => &mut self.moved_on,
            RowOutcome::StillOpen => &mut self.still_open,
            RowOutcome::LeftToAPerson => &mut self.left_to_a_person,
            RowOutcome::Differs => &mut self.differs,
        };
        *counted = counted.saturating_add(1);
    }
}

/// A run through every sale of a period. Moments in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReconcileRun {
    pub run: u32,
    pub begun_at_ms: i64,
    /// Who began it.
    pub cashier: String,
    pub from_ms: i64,
    pub to_ms: i64,
    pub rows: u32,
    pub counts: RowCounts,
    pub state: RunState,
    /// When it was stopped or came to its end.
    pub left_at_ms: Option<i64>,
}

/// Why a record of reconciling is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReconcileRefusal {
    #[error("runs are numbered one after another, and this is not the next number")]
    WrongNumber,
    #[error("another run is under way")]
    UnderWay,
    #[error("there is no such run, or it does not stand where the record needs it")]
    NoSuchRun,
    #[error("there is no such difference, or it was closed already")]
    NoSuchDifference,
}

impl ReconcileRun {
    /// The run that a record begins; `None` when it begins none.
    #[must_use]
    pub fn begun(record: &Record) -> Option<ReconcileRun> {
        let crate::Fact::Reconcile(ReconcileFact::Begun {
            run,
            from_ms,
            to_ms,
            rows,
        }) = &record.fact
        else {
            return None;
        };
        Some(ReconcileRun {
            run: *run,
            begun_at_ms: record.at.wall_ms,
            cashier: record.by.cashier.clone(),
            from_ms: *from_ms,
            to_ms: *to_ms,
            rows: *rows,
            counts: RowCounts::default(),
            state: RunState::Running,
            left_at_ms: None,
        })
    }

    #[must_use]
    pub fn is_running(&self) -> bool {
        self.state == RunState::Running
    }

    /// Whether a record of a run can follow what is there; `last` is the last run that there was. Whether a difference
    /// can be closed, and an import's number, is the books' to say.
    ///
    /// # Errors
    /// A [`ReconcileRefusal`]; nothing has changed.
    pub fn check(last: Option<&ReconcileRun>, fact: &ReconcileFact) -> Result<(), ReconcileRefusal> {
        let stands = |run: &u32, state: RunState| {
            let is_so = last.is_some_and(|last| last.run == *run && last.state == state);
            is_so.then_some(()).ok_or(ReconcileRefusal::NoSuchRun)
        };
        match fact {
            ReconcileFact::Begun { run, .. } => {
                if last.is_some_and(ReconcileRun::is_running) {
                    return Err(ReconcileRefusal::UnderWay);
                }
                let next = last.map_or(0, |last| last.run).saturating_add(1);
                (*run == next).then_some(()).ok_or(ReconcileRefusal::WrongNumber)
            }
            ReconcileFact::Compared { run, .. }
            | ReconcileFact::Stopped { run }
            | ReconcileFact::Ended { run } => stands(run, RunState::Running),
            ReconcileFact::Resumed { run } => stands(run, RunState::Stopped),
            ReconcileFact::Imported { .. } | ReconcileFact::Closed { .. } => Ok(()),
        }
    }

    /// The run after a record that was written. One that is not about it changes nothing.
    pub fn follow(&mut self, fact: &ReconcileFact, at_ms: i64) {
        match fact {
            ReconcileFact::Compared { run, outcome, .. } if *run == self.run => self.counts.add(*outcome),
            ReconcileFact::Stopped { run } if *run == self.run => self.leave(RunState::Stopped, at_ms),
            ReconcileFact::Ended { run } if *run == self.run => self.leave(RunState::Ended, at_ms),
            ReconcileFact::Resumed { run } if *run == self.run => {
                self.state = RunState::Running;
                self.left_at_ms = None;
            }
            ReconcileFact::Begun { .. }
            | ReconcileFact::Compared { .. }
            | ReconcileFact::Stopped { .. }
            | ReconcileFact::Resumed { .. }
            | ReconcileFact::Ended { .. }
            | ReconcileFact::Imported { .. }
            | ReconcileFact::Closed { .. } => {}
        }
    }

    fn leave(&mut self, state: RunState, at_ms: i64) {
        self.state = state;
        self.left_at_ms = Some(at_ms);
    }
}
