//! At start: whatever was on its way when the program ended is asked about before the first new hold.

use crate::inputs::BooksTrouble;
use crate::state::{OpenBooks, Till};
use domain::{Event, Fact, SaleState};
use ledger::HoldRow;

impl Till {
    /// Reads the open sales, turns requests without a reply into Unknown, and notes who must be looked up first.
    pub(crate) fn recover(&mut self) {
        let OpenBooks::Open(books) = &self.books else {
            return;
        };
        let rows = match books.open_rows() {
            Ok(rows) => rows,
            Err(failed) => return self.close_books(BooksTrouble::Damaged(failed.to_string())),
        };
        let started = Fact::TillStarted {
            version: self.config.version.clone(),
            profile: format!("{:?}", self.config.profile).to_lowercase(),
        };
        if self.commit(started).is_err() {
            return;
        }
        for row in rows {
            self.recover_one(row);
        }
        if let OpenBooks::Open(books) = &self.books {
            self.head_text = books.head().map_or_else(|_| String::new(), |head| head.to_line());
        }
    }

    fn recover_one(&mut self, row: HoldRow) {
        let our_ref = row.sale.our_ref.clone();
        let state = row.sale.state;
        if state == SaleState::Draft {
            // Nothing of it ever left: its bill is gone from the screen, and no money with it.
            return;
        }
        self.sales.insert(our_ref.clone(), row);
        if let Some(event) = unanswered(state) {
            if self
                .commit(Fact::Recovered {
                    our_ref: our_ref.clone(),
                    event,
                })
                .is_err()
            {
                return;
            }
            self.recovering.insert(our_ref);
        } else if state.is_unknown() {
            self.recovering.insert(our_ref);
        }
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
