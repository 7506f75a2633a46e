//! At start: whatever was on its way when the program ended is asked about before the first new hold.

use crate::inputs::BooksTrouble;
use crate::queue::QueueDesk;
use crate::shift::ShiftDesk;
use crate::state::{OpenBooks, Till};
use domain::{Event, Fact, Moment, SaleState};
use ledger::HoldRow;

impl Till {
    /// Reads the open sales, turns requests without a reply into Unknown, and notes who must be looked up first. Nothing
    /// is written yet: the chain has not been checked, and a file that turns out to be doctored stays as it is.
    pub(crate) fn recover(&mut self) {
        let OpenBooks::Open(books) = &self.books else {
            return;
        };
        let read = books.live_rows().and_then(|rows| {
            Ok((
                rows,
                books.head()?,
                books.unseen_restore()?,
                ShiftDesk::read(&**books)?,
                QueueDesk::read(&**books)?,
                books.staff()?,
                books.reconciling()?,
            ))
        });
        let (rows, head, restored, shift, queue, staff, reconciling) = match read {
            Ok(read) => read,
            Err(failed) => return self.close_books(BooksTrouble::Damaged(failed.to_string())),
        };
        self.head_seq = head.seq;
        self.head_text = head.to_line();
        self.restored = restored;
        self.people.read_again(staff);
        self.queue.take_up(queue);
        self.reconcile.take_up(reconciling);
        // Before anything is recorded: a record says in which shift it was made.
        self.shift.take_up(shift);
        self.sales_read = true;
        self.waiting = vec![self.record(Fact::TillStarted {
            version: self.config.version.clone(),
            profile: format!("{:?}", self.config.profile).to_lowercase(),
        })];
        let at = self.now();
        for row in rows {
            self.recover_one(row, &at);
        }
    }

    fn recover_one(&mut self, row: HoldRow, at: &Moment) {
        let our_ref = row.sale.our_ref.clone();
        let state = row.sale.state;
        if state == SaleState::Draft {
            // Nothing of it ever left: its bill is gone from the screen, and no money with it.
            return;
        }
        self.sales.insert(our_ref.clone(), row);
        self.recover_refunds(&our_ref, at);
        if let Some(event) = unanswered(state) {
            let our_ref = our_ref.clone();
            let found = self.record_at(at.clone(), Fact::Recovered { our_ref, event });
            if self.keep_until_checked(found).is_err() {
                return;
            }
        } else if !state.is_unknown() {
            return;
        }
        self.recovering.insert(our_ref);
    }
}

/// A request without a reply may have left, and may have taken effect.
fn unanswered(state: SaleState) -> Option<Event> {
    match state {
        SaleState::HoldAsked => Some(Event::HoldUnanswered),
        SaleState::CaptureAsked => Some(Event::CaptureUnanswered),
        SaleState::CancelAsked => Some(Event::CancelUnanswered),
        SaleState::Draft
        | SaleState::HoldUnknown
        | SaleState::HoldRefused
        | SaleState::HoldAbsent
        | SaleState::Held
        | SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::Paid
        | SaleState::NotPaid
        | SaleState::CancelUnknown
        | SaleState::Released
        | SaleState::Expired
        | SaleState::NeedsPerson => None,
    }
}
