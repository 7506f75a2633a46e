//! The queue of captures and releases, and what is done at a hold's deadline: what a person may ask for. When a row's turn
//! has come is in `turns`; its request then goes the way of every money call (`money`).

mod line;
mod panel;
mod turns;
mod view;

pub(crate) use view::{deadline_view, plan_view, step_name};

use crate::front::amount_error;
use crate::ports::Books;
use crate::state::{OpenBooks, Till};
use contract::{AtDeadline, ErrorCode, QueueCommand, UiError};
use domain::{
    AmountRefusal, CannotWhy, Choice, Fact, OurRef, Paise, Queue, QueueFact, QueuedWhat, Record, SaleState,
    eligible,
};
use ledger::{HoldRow, LedgerError};
use panel::QueuePanel;
use std::collections::{BTreeMap, BTreeSet};

/// As many as a person can read through, and as a view can carry.
const RUN_ROWS_MAX: usize = 200;
/// Of all runs whose result nobody has closed.
const KEPT_ROWS_MAX: usize = 400;
/// What was chosen for a deadline is asked for so long before it. PhonePe gives the hold back at the deadline itself, so a
/// request that gets lost must have been found out by then: 20 s until it is called unanswered and some 45 s of looks
/// until the hold is known to stand still. That leaves a person more than a minute to do it by hand.
pub(crate) const BEFORE_DEADLINE_MS: i64 = 180_000;
const MINUTE_MS: i64 = 60_000;

/// What the engine remembers of the queue.
#[derive(Default)]
pub(crate) struct QueueDesk {
    queue: Queue,
    /// The sales of the runs, as they stand: most of them are at their end and nowhere else in memory.
    seen: BTreeMap<OurRef, HoldRow>,
    panel: Option<QueuePanel>,
    /// Those whose request this queue has on its way.
    asked: BTreeSet<OurRef>,
    /// When it was last gone through; what was due before needs no waking.
    passed_at_ms: i64,
    /// When it last looked whether PhonePe answers again.
    tried_line_at_ms: i64,
    /// So much the wall clock was set back since these were held: their deadlines come sooner than they say.
    set_back_ms: BTreeMap<OurRef, i64>,
}

impl QueueDesk {
    /// All that is written of it, and the sales of its runs.
    pub fn read(books: &dyn Books) -> Result<(Queue, Vec<HoldRow>), LedgerError> {
        let queue = books.queue()?;
        let mut rows = Vec::with_capacity(queue.rows.len());
        for row in &queue.rows {
            rows.extend(books.row(&row.our_ref)?);
        }
        Ok((queue, rows))
    }

    pub fn take_up(&mut self, (queue, rows): (Queue, Vec<HoldRow>)) {
        *self = QueueDesk {
            queue,
            set_back_ms: std::mem::take(&mut self.set_back_ms),
            ..QueueDesk::default()
        };
        for row in rows {
            self.seen.insert(row.sale.our_ref.clone(), row);
        }
    }

    /// A record was written.
    pub fn follow(&mut self, record: &Record) {
        self.queue.follow(record);
    }

    /// A sale stands here now.
    pub fn see(&mut self, row: &HoldRow) {
        if let Some(seen) = self.seen.get_mut(&row.sale.our_ref) {
            seen.clone_from(row);
        }
        self.queue.forget_choice_at_end(&row.sale);
        if row.sale.state.is_final() {
            self.set_back_ms.remove(&row.sale.our_ref);
        }
    }

    /// Rows of runs that wait for their turn.
    pub fn waiting(&self) -> usize {
        self.queue.rows.iter().filter(|row| row.is_waiting()).count()
    }

    pub fn choice(&self, our_ref: &OurRef) -> Option<&Choice> {
        self.queue.choices.get(our_ref)
    }

    pub fn clock_set_back(&mut self, by_ms: i64, held: impl Iterator<Item = OurRef>) {
        for our_ref in held {
            let so_far_ms = self.set_back_ms.entry(our_ref).or_default();
            *so_far_ms = so_far_ms.saturating_add(by_ms);
        }
    }

    /// When what was chosen is to be done, by the wall clock as it goes now.
    fn due_ms(&self, our_ref: &OurRef, choice: &Choice) -> i64 {
        let set_back_ms = self.set_back_ms.get(our_ref).copied().unwrap_or(0);
        choice.not_before_ms.saturating_sub(set_back_ms)
    }

    /// Nothing can be confirmed any more.
    pub fn has_panel(&self) -> bool {
        self.panel.is_some()
    }

    pub fn close_panel(&mut self) {
        self.panel = None;
    }
}

impl Till {
    pub(crate) fn obey_queue(&mut self, command: QueueCommand) -> Result<(), UiError> {
        if matches!(command, QueueCommand::Close) {
            self.queue.close_panel();
            return Ok(());
        }
        match &self.books {
            OpenBooks::Closed(_) => return Err(ErrorCode::BooksClosed.into()),
            OpenBooks::Open(_) if !self.books_checked => return Err(ErrorCode::BooksChecking.into()),
            OpenBooks::Open(_) => {}
        }
        match command {
            QueueCommand::Close => Ok(()),
            QueueCommand::Review { kind, our_refs } => self.review_queue(kind, our_refs),
            QueueCommand::Confirm { action_id } => self.confirm_queue(&action_id),
            QueueCommand::Stop { run } => self.stop_run(run),
            QueueCommand::CloseRun { run } => self.write_step(QueueFact::Closed { run }),
            QueueCommand::Choose {
                our_ref,
                at_deadline,
                amount_text,
            } => self.choose_at_deadline(our_ref, at_deadline, &amount_text),
        }
    }

    fn stop_run(&mut self, run: u32) -> Result<(), UiError> {
        let waits = self.queue.queue.rows_of(run).any(domain::QueueRow::is_waiting);
        if !waits {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        self.write_step(QueueFact::Stopped { run })
    }

    fn choose_at_deadline(
        &mut self,
        our_ref: OurRef,
        at_deadline: AtDeadline,
        typed: &str,
    ) -> Result<(), UiError> {
        let sale = self.peek_row(&our_ref).ok_or(ErrorCode::NoSuchSale)?.sale;
        let what = match at_deadline {
            AtDeadline::AskAPerson => return self.take_choice_back(our_ref),
            AtDeadline::Release => QueuedWhat::Release,
            AtDeadline::Capture => QueuedWhat::Capture {
                amount_paise: Paise::parse_rupees(typed).map_err(amount_error)?,
            },
        };
        let now_ms = self.now_ms();
        let deadline_ms = sale.deadline_at_ms.filter(|_| sale.state == SaleState::Held);
        let deadline_ms = deadline_ms.ok_or(ErrorCode::NotAllowedNow)?;
        if eligible(&sale, &what, now_ms) == Err(CannotWhy::OverTheHold) {
            return Err(amount_error(AmountRefusal::OverTheHold));
        }
        let not_before_ms = deadline_ms.saturating_sub(BEFORE_DEADLINE_MS);
        let choice = Choice {
            what,
            not_before_ms,
            by: Some(self.cashier_name()),
        };
        if self.queue.due_ms(&our_ref, &choice) <= now_ms {
            return Err(UiError {
                code: ErrorCode::QueueTooLate,
                detail: Some((BEFORE_DEADLINE_MS / MINUTE_MS).to_string()),
            });
        }
        if self.queue.choice(&our_ref) == Some(&choice) {
            return Ok(());
        }
        self.write_step(QueueFact::Chosen {
            our_ref,
            choice: Some(choice),
        })
    }

    fn take_choice_back(&mut self, our_ref: OurRef) -> Result<(), UiError> {
        if self.queue.choice(&our_ref).is_none() {
            return Ok(());
        }
        self.write_step(QueueFact::Chosen {
            our_ref,
            choice: None,
        })
    }

    /// What the queue cannot follow is refused here, before the ledger would take it for a contradiction.
    fn write_step(&mut self, step: QueueFact) -> Result<(), UiError> {
        self.queue.queue.check(&step).map_err(|refusal| {
            tracing::warn!(%refusal, "a step of the queue was not taken");
            ErrorCode::NotAllowedNow
        })?;
        let of = step.our_ref().cloned();
        self.note_approval(of.as_ref())?;
        self.commit(Fact::Queue(step))
    }

    /// A sale, without keeping it in memory.
    pub(crate) fn peek_row(&self, our_ref: &OurRef) -> Option<HoldRow> {
        if let Some(row) = self.sales.get(our_ref) {
            return Some(row.clone());
        }
        match &self.books {
            OpenBooks::Open(books) => books.row(our_ref).ok().flatten(),
            OpenBooks::Closed(_) => None,
        }
    }

    /// Room for so many more rows among those whose results are kept.
    fn must_have_room(&self, rows: usize) -> Result<(), UiError> {
        if self.queue.queue.rows.len().saturating_add(rows) > KEPT_ROWS_MAX {
            return Err(ErrorCode::QueueResultsOpen.into());
        }
        Ok(())
    }
}
