//! The queue of captures and releases that a person has confirmed for many holds at once, and what is done with one hold
//! when its deadline comes. Its rules are here; nothing of it asks anybody: when a row's turn has come, its request is an
//! ordinary intent of its sale, and that very record takes the row out of the queue.

mod eligible;
mod fact;

pub use eligible::{CannotWhy, eligible};
pub use fact::{QueueFact, Queued, QueuedWhat};

use crate::{Event, Fact, OurRef, Record, Sale};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where a row of a run stands. What became of its request is the sale's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum RowStep {
    Waiting,
    /// Its intent is written, so it was asked for once and will not be again.
    Asked,
    Skipped {
        why: CannotWhy,
    },
    /// A person stopped the run before the row's turn.
    Stopped,
}

/// One hold of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    pub run: u32,
    pub our_ref: OurRef,
    pub what: QueuedWhat,
    pub step: RowStep,
}

impl QueueRow {
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.step == RowStep::Waiting
    }

    /// Where it stands after a fact. One function for the till, the ledger and every replay.
    #[must_use]
    pub fn after(&self, fact: &Fact) -> RowStep {
        if !self.is_waiting() {
            return self.step;
        }
        if let Fact::Intent { our_ref, event, .. } = fact
            && *our_ref == self.our_ref
        {
            return self.after_asking(event);
        }
        if let Fact::Queue(QueueFact::Skipped {
            run: Some(run),
            our_ref,
            why,
        }) = fact
            && *run == self.run
            && *our_ref == self.our_ref
        {
            return RowStep::Skipped { why: *why };
        }
        if *fact == Fact::Queue(QueueFact::Stopped { run: self.run }) {
            return RowStep::Stopped;
        }
        self.step
    }

    /// Whoever asks for something else meanwhile means it: the row has lost its turn, whatever comes of that.
    fn after_asking(&self, event: &Event) -> RowStep {
        if self.what.is_asked_by(event) {
            return RowStep::Asked;
        }
        if matches!(event, Event::CaptureAsked { .. } | Event::CancelAsked) {
            return RowStep::Skipped {
                why: CannotWhy::AskedOtherwise,
            };
        }
        self.step
    }
}

/// What happens to a hold when its deadline comes. Without one a person is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub what: QueuedWhat,
    /// Milliseconds since 1970, a little before the hold's own deadline.
    pub not_before_ms: i64,
    /// Who chose it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
}

impl Choice {
    /// It is used up when it is asked for, by whom ever. A hold that another request left standing keeps it.
    #[must_use]
    pub fn is_used_by(&self, fact: &Fact) -> bool {
        matches!(fact, Fact::Intent { event, .. } if self.what.is_asked_by(event))
    }
}

/// A run as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// From one, without gaps.
    pub run: u32,
    /// When it was confirmed, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who confirmed it.
    pub cashier: String,
}

/// Why a record of the queue is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueueRefusal {
    #[error("a run has no rows")]
    Nothing,
    #[error("runs are numbered one after another, and this is not the next number")]
    WrongNumber,
    #[error("a hold is in the queue already")]
    InQueue,
    #[error("there is no such run, or its result was closed")]
    NoSuchRun,
    #[error("the row does not wait any more")]
    NotWaiting,
    #[error("rows of the run still wait")]
    StillWaiting,
    #[error("nothing was chosen for this hold's deadline")]
    NoChoice,
}

/// All that waits, and the runs whose result nobody has closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// The number of the last run that there ever was.
    pub last_run: u32,
    /// Oldest first.
    pub runs: Vec<Run>,
    /// In the order of their runs and references.
    pub rows: Vec<QueueRow>,
    pub choices: BTreeMap<OurRef, Choice>,
}

impl Queue {
    #[must_use]
    pub fn is_waiting(&self, our_ref: &OurRef) -> bool {
        self.rows
            .iter()
            .any(|row| row.is_waiting() && row.our_ref == *our_ref)
    }

    pub fn rows_of(&self, run: u32) -> impl Iterator<Item = &QueueRow> {
        self.rows.iter().filter(move |row| row.run == run)
    }

    /// Who confirmed a run.
    #[must_use]
    pub fn confirmed_by(&self, run: u32) -> Option<&str> {
        let found = self.runs.iter().find(|there| there.run == run);
        found.map(|there| there.cashier.as_str())
    }

    /// Whether the hold may join the queue now.
    ///
    /// # Errors
    /// Why not, the queue's own reason after the sale's.
    pub fn admits(&self, sale: &Sale, what: &QueuedWhat, now_ms: i64) -> Result<(), CannotWhy> {
        eligible(sale, what, now_ms)?;
        if self.is_waiting(&sale.our_ref) {
            return Err(CannotWhy::InQueue);
        }
        Ok(())
    }

    /// Whether a record of the queue can follow what is there.
    ///
    /// # Errors
    /// A [`QueueRefusal`]; nothing has changed.
    pub fn check(&self, fact: &QueueFact) -> Result<(), QueueRefusal> {
        let known = |run: &u32| {
            let is_there = self.runs.iter().any(|there| there.run == *run);
            is_there.then_some(()).ok_or(QueueRefusal::NoSuchRun)
        };
        match fact {
            QueueFact::Queued { run, items } => {
                if *run != self.last_run.saturating_add(1) {
                    return Err(QueueRefusal::WrongNumber);
                }
                if items.is_empty() {
                    return Err(QueueRefusal::Nothing);
                }
                let mut seen = BTreeSet::new();
                let mut refs = items.iter().map(|item| &item.our_ref);
                if refs.any(|our_ref| self.is_waiting(our_ref) || !seen.insert(our_ref)) {
                    return Err(QueueRefusal::InQueue);
                }
                Ok(())
            }
            QueueFact::Chosen { .. } => Ok(()),
            QueueFact::Skipped {
                run: None, our_ref, ..
            } => {
                let is_chosen = self.choices.contains_key(our_ref);
                is_chosen.then_some(()).ok_or(QueueRefusal::NoChoice)
            }
            QueueFact::Skipped {
                run: Some(run),
                our_ref,
                ..
            } => {
                let waits = self
                    .rows_of(*run)
                    .any(|row| row.is_waiting() && row.our_ref == *our_ref);
                waits.then_some(()).ok_or(QueueRefusal::NotWaiting)
            }
            QueueFact::Stopped { run } => known(run),
            QueueFact::Closed { run } => {
                known(run)?;
                let waits = self.rows_of(*run).any(QueueRow::is_waiting);
                (!waits).then_some(()).ok_or(QueueRefusal::StillWaiting)
            }
        }
    }

    /// The queue after a record that was written. A record that says nothing of it changes nothing.
    pub fn follow(&mut self, record: &Record) {
        let fact = &record.fact;
        for row in &mut self.rows {
            row.step = row.after(fact);
        }
        if let Fact::Intent { our_ref, .. } = fact
            && self
                .choices
                .get(our_ref)
                .is_some_and(|choice| choice.is_used_by(fact))
        {
            self.choices.remove(our_ref);
        }
        let Fact::Queue(fact) = fact else { return };
        match fact {
            QueueFact::Queued { run, items } => {
                self.last_run = *run;
                self.runs.push(Run {
                    run: *run,
                    at_ms: record.at.wall_ms,
                    cashier: record.by.cashier.clone(),
                });
                self.rows.extend(items.iter().map(|item| item.in_run(*run)));
                self.rows
                    .sort_by(|a, b| (a.run, &a.our_ref).cmp(&(b.run, &b.our_ref)));
            }
            QueueFact::Chosen { our_ref, choice } => {
                match choice {
                    Some(choice) => self.choices.insert(our_ref.clone(), choice.clone()),
                    None => self.choices.remove(our_ref),
                };
            }
            QueueFact::Skipped {
                run: None, our_ref, ..
            } => {
                self.choices.remove(our_ref);
            }
            QueueFact::Skipped { run: Some(_), .. } | QueueFact::Stopped { .. } => {}
            QueueFact::Closed { run } => {
                self.runs.retain(|there| there.run != *run);
                self.rows.retain(|row| row.run != *run);
            }
        }
    }

    /// A sale at its end has no deadline any more.
    pub fn forget_choice_at_end(&mut self, sale: &Sale) {
        if sale.state.is_final() {
            self.choices.remove(&sale.our_ref);
        }
    }
}

#[cfg(test)]
mod tests;
