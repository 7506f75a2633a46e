//! X and Z. Both are [`ShiftReport::drawn`]: an X of the running shift as often as anybody likes, the Z once, at its
//! closing, kept in its event.

use super::{Figures, Moved, Shift, Tally};
use crate::{OurRef, Paise, SaleState};
use serde::{Deserialize, Serialize};

/// A sale and when its hold was asked for (milliseconds since 1970).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleMark {
    pub our_ref: OurRef,
    pub at_ms: i64,
}

/// A hold that has not come to its end, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueHold {
    pub our_ref: OurRef,
    pub state: SaleState,
    pub held_paise: Paise,
    /// What was asked to be captured, where the outcome of just that is open.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub capture_paise: Option<Paise>,
    /// The last four digits of the customer's number.
    pub last_four: String,
    pub deadline_at_ms: Option<i64>,
    /// Who asked for it.
    pub cashier: String,
    /// Who looks after it now; `None`: nobody by name, it is carried over to the next shift.
    pub owner: Option<String>,
}

/// Captured, and the transaction status has not proved it yet: the difference between PhonePe's sum and ours, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unproved {
    pub our_ref: OurRef,
    pub captured_paise: Paise,
}

/// An end that PhonePe contradicted in this shift. If an earlier Z counted it, this one takes it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    pub our_ref: OurRef,
    pub was: SaleState,
    pub held_paise: Paise,
    pub captured_paise: Paise,
}

/// The drawer. What is expected in it is told only after it was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashBlock {
    pub float_paise: Paise,
    pub paid_in: Moved,
    pub paid_out: Moved,
    /// How often it was counted; only the first count was a blind one.
    pub counts: u32,
    pub first_count_paise: Option<Paise>,
    pub expected_paise: Option<Paise>,
    pub counted_paise: Option<Paise>,
    /// Counted less expected: below zero when something is missing.
    pub difference_paise: Option<i64>,
    pub reason: Option<String>,
}

/// Who closes the shift, and why the drawer differs if it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub by: String,
    pub reason: Option<String>,
}

/// What the ledger has of a shift; the report is drawn from this alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftBooks {
    pub shift: Shift,
    pub counter: String,
    pub cashiers: Vec<String>,
    pub first_sale: Option<SaleMark>,
    pub last_sale: Option<SaleMark>,
    pub tally: Tally,
    /// Every open hold, of whatever shift.
    pub open: Vec<DueHold>,
    pub unproved: Vec<Unproved>,
    pub corrected: Vec<Corrected>,
    /// Where the chain ends before the report: number and lower-case hex.
    pub head_seq: u64,
    pub head_hash: String,
}

/// One shift, told. Its JSON stands in the Z's event: fields are added, with a default, and never renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftReport {
    /// The shift's number and the Z's.
    pub number: u32,
    pub counter: String,
    pub cashiers: Vec<String>,
    pub opened_at_ms: i64,
    pub opened_by: String,
    /// When it was drawn: an X's moment, or the closing.
    pub at_ms: i64,
    /// `None`: an X.
    pub closed_by: Option<String>,
    pub first_sale: Option<SaleMark>,
    pub last_sale: Option<SaleMark>,
    /// Open holds that came from the shift before.
    pub carried_in: Figures,
    pub placed: Figures,
    pub tally: Tally,
    /// Held, with deadline and owner.
    pub open: Vec<DueHold>,
    /// Asked, and the outcome is not known; or before a person.
    pub not_sure: Vec<DueHold>,
    pub unproved: Vec<Unproved>,
    pub corrected: Vec<Corrected>,
    pub cash: CashBlock,
    pub head_seq: u64,
    pub head_hash: String,
}

impl ShiftReport {
    /// The report, at a moment (milliseconds since 1970); with a closing it is the Z. `None` when a sum is beyond what an
    /// integer holds, which no till reaches.
    #[must_use]
    pub fn drawn(books: ShiftBooks, at_ms: i64, closing: Option<Closing>) -> Option<ShiftReport> {
        let mut now_open = Figures::default();
        for hold in &books.open {
            now_open = now_open.plus(Figures {
                count: 1,
                held_paise: hold.held_paise.get(),
                ..Figures::default()
            })?;
        }
        let cash = CashBlock::of(&books.shift, closing.as_ref())?;
        let (open, not_sure) = books
            .open
            .into_iter()
            .partition(|hold| hold.state == SaleState::Held);
        Some(ShiftReport {
            number: books.shift.number,
            counter: books.counter,
            cashiers: books.cashiers,
            opened_at_ms: books.shift.opened_at_ms,
            opened_by: books.shift.opened_by,
            at_ms,
            closed_by: closing.map(|closing| closing.by),
            first_sale: books.first_sale,
            last_sale: books.last_sale,
            carried_in: now_open.minus(books.tally.open)?,
            placed: books.tally.placed()?,
            tally: books.tally,
            open,
            not_sure,
            unproved: books.unproved,
            corrected: books.corrected,
            cash,
            head_seq: books.head_seq,
            head_hash: books.head_hash,
        })
    }

    /// Carried over to the next shift: all that is open, known or not.
    #[must_use]
    pub fn carried_over(&self) -> Option<Figures> {
        self.carried_in.plus(self.tally.open)
    }

    /// Every sale that came in or was placed is in one line or carried over; and what is carried over stands there by name.
    #[must_use]
    pub fn is_balanced(&self) -> bool {
        let ended = [
            self.tally.captured_in_full,
            self.tally.captured_in_part,
            self.tally.not_paid,
            self.tally.released,
            self.tally.expired,
        ];
        let sides = self.carried_in.plus(self.placed).zip(
            ended
                .into_iter()
                .try_fold(self.carried_over().unwrap_or_default(), Figures::plus),
        );
        let named = self.open.len().saturating_add(self.not_sure.len());
        sides.is_some_and(|(came, went)| came == went)
            && self.carried_over().map(|over| over.count) == i64::try_from(named).ok()
    }
}

impl CashBlock {
    fn of(shift: &Shift, closing: Option<&Closing>) -> Option<CashBlock> {
        let expected = shift.expected_paise()?;
        let difference_paise = match shift.counted_paise {
            Some(counted) => Some(counted.get().checked_sub(expected.get())?),
            None => None,
        };
        Some(CashBlock {
            float_paise: shift.float_paise,
            paid_in: shift.paid_in,
            paid_out: shift.paid_out,
            counts: shift.counts,
            first_count_paise: shift.first_count_paise,
            expected_paise: shift.counted_paise.map(|_| expected),
            counted_paise: shift.counted_paise,
            difference_paise,
            reason: closing.and_then(|closing| closing.reason.clone()),
        })
    }
}
