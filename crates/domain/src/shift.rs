//! A shift of one till: opened with a float, closed with a blind count, and told by one Z.

mod report;
mod tally;

pub use report::{CashBlock, Closing, Corrected, DueHold, SaleMark, ShiftBooks, ShiftReport, Unproved};
pub use tally::{Figures, ReportLine, Tally};

use crate::{OurRef, Paise};
use serde::{Deserialize, Serialize};

/// Into the drawer or out of it, beside any sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CashWay {
    In,
    Out,
}

/// What the ledger stores of shifts. The names are the form on disk: added to, never renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "shift", rename_all = "snake_case")]
pub enum ShiftFact {
    /// Numbers have no gaps: a shift's number is its Z's number.
    Opened { number: u32, float_paise: Paise },
    CashMoved {
        way: CashWay,
        amount_paise: Paise,
        reason: String,
    },
    /// A named person looks after this sale from now on.
    HandedOver {
        our_ref: OurRef,
        from: String,
        to: String,
    },
    /// The drawer was counted before anybody was shown what should be in it. Written down at once: a program that died
    /// in between would otherwise let the next count be made by somebody who knows the answer.
    Counted { counted_paise: Paise },
    /// The Z, with all of its figures: it is printed again from here and never computed anew.
    Closed {
        number: u32,
        counted_paise: Paise,
        expected_paise: Paise,
        /// Why the two differ; there is one exactly when they do.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        reason: Option<String>,
        report: Box<ShiftReport>,
    },
}

/// Why a step of a shift is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShiftRefusal {
    #[error("a shift is open already")]
    AlreadyOpen,
    #[error("no shift is open")]
    NotOpen,
    #[error("shifts are numbered one after another, and this is not the next number")]
    WrongNumber,
    #[error("an amount is below zero, or nothing")]
    Amount,
    #[error("a reason is needed")]
    NoReason,
    #[error("more is paid out than the drawer can hold")]
    MoreThanThere,
    #[error("the drawer was not counted since its cash last moved")]
    NotCounted,
    #[error("the amounts of the closing are not those of the drawer")]
    WrongCash,
}

/// Cash that was paid in, or out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub count: u32,
    pub paise: Paise,
}

/// The last shift that was opened, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    pub number: u32,
    /// Milliseconds since 1970.
    pub opened_at_ms: i64,
    pub opened_by: String,
    pub float_paise: Paise,
    pub paid_in: Moved,
    pub paid_out: Moved,
    /// How often the drawer was counted. Only the first count was a blind one.
    pub counts: u32,
    pub first_count_paise: Option<Paise>,
    /// The last count, while no cash has moved since.
    pub counted_paise: Option<Paise>,
    pub closed_at_ms: Option<i64>,
}

impl Shift {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed_at_ms.is_none()
    }

    /// The number that whatever happens now belongs to. After a closing it is the next one's: a Z is never altered, so
    /// what comes after it is told by the Z after it, and nothing falls between two shifts.
    #[must_use]
    pub fn running(&self) -> u32 {
        if self.is_open() {
            self.number
        } else {
            self.number.saturating_add(1)
        }
    }

    /// What must be in the drawer. Sales are paid from wallets and put nothing into it.
    #[must_use]
    pub fn expected_paise(&self) -> Option<Paise> {
        self.float_paise
            .checked_add(self.paid_in.paise)?
            .checked_sub(self.paid_out.paise)
    }

    /// The shift after a fact. One function for the till, the ledger and every replay.
    ///
    /// # Errors
    /// A [`ShiftRefusal`]; nothing has changed.
    pub fn after(
        last: Option<&Shift>,
        fact: &ShiftFact,
        by: &str,
        at_ms: i64,
    ) -> Result<Shift, ShiftRefusal> {
        if let ShiftFact::Opened { number, float_paise } = fact {
            return Shift::opened(last, *number, *float_paise, by, at_ms);
        }
        let mut shift = last
            .filter(|shift| shift.is_open())
            .cloned()
            .ok_or(ShiftRefusal::NotOpen)?;
        match fact {
            ShiftFact::Opened { .. } | ShiftFact::HandedOver { .. } => {}
            ShiftFact::CashMoved {
                way,
                amount_paise,
                reason,
            } => shift.move_cash(*way, *amount_paise, reason)?,
            ShiftFact::Counted { counted_paise } => {
                if *counted_paise < Paise::ZERO {
                    return Err(ShiftRefusal::Amount);
                }
                shift.counts = shift.counts.saturating_add(1);
                shift.first_count_paise = shift.first_count_paise.or(Some(*counted_paise));
                shift.counted_paise = Some(*counted_paise);
            }
            ShiftFact::Closed {
                number,
                counted_paise,
                expected_paise,
                reason,
                ..
            } => {
                shift.must_close_with(*number, *counted_paise, *expected_paise, reason.as_deref())?;
                shift.closed_at_ms = Some(at_ms);
            }
        }
        Ok(shift)
    }

    fn opened(
        last: Option<&Shift>,
        number: u32,
        float_paise: Paise,
        by: &str,
        at_ms: i64,
    ) -> Result<Shift, ShiftRefusal> {
        let is_next = match last {
            Some(last) if last.is_open() => return Err(ShiftRefusal::AlreadyOpen),
            Some(last) => number == last.running(),
            None => number > 0,
        };
        if !is_next {
            return Err(ShiftRefusal::WrongNumber);
        }
        if float_paise < Paise::ZERO {
            return Err(ShiftRefusal::Amount);
        }
        Ok(Shift {
            number,
            opened_at_ms: at_ms,
            opened_by: by.to_owned(),
            float_paise,
            paid_in: Moved::default(),
            paid_out: Moved::default(),
            counts: 0,
            first_count_paise: None,
            counted_paise: None,
            closed_at_ms: None,
        })
    }

    fn move_cash(&mut self, way: CashWay, paise: Paise, reason: &str) -> Result<(), ShiftRefusal> {
        if !paise.is_positive() {
            return Err(ShiftRefusal::Amount);
        }
        if reason.trim().is_empty() {
            return Err(ShiftRefusal::NoReason);
        }
        let moved = match way {
            CashWay::In => &mut self.paid_in,
            CashWay::Out => &mut self.paid_out,
        };
        moved.paise = moved.paise.checked_add(paise).ok_or(ShiftRefusal::Amount)?;
        moved.count = moved.count.saturating_add(1);
        self.counted_paise = None;
        self.expected_paise().map(drop).ok_or(ShiftRefusal::MoreThanThere)
    }

    fn must_close_with(
        &self,
        number: u32,
        counted: Paise,
        expected: Paise,
        reason: Option<&str>,
    ) -> Result<(), ShiftRefusal> {
        if number != self.number {
            return Err(ShiftRefusal::WrongNumber);
        }
        let in_drawer = self.counted_paise.ok_or(ShiftRefusal::NotCounted)?;
        if counted != in_drawer || Some(expected) != self.expected_paise() {
            return Err(ShiftRefusal::WrongCash);
        }
        let has_reason = reason.is_some_and(|reason| !reason.trim().is_empty());
        if counted != expected && !has_reason {
            return Err(ShiftRefusal::NoReason);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
