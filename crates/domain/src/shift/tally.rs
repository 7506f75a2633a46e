//! What a shift did to its sales, counted. Each sale stands in exactly one line at a time, and a move takes it from one
//! line and puts it into another; so the lines of all shifts together are the lines of all sales, to the paisa.

use crate::{Paise, Sale, SaleState};
use serde::{Deserialize, Serialize};

/// The one line of a report that a sale stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportLine {
    /// Blocked, or perhaps blocked: the hold has not come to its end.
    Open,
    CapturedInFull,
    CapturedInPart,
    /// Captured, and PhonePe said that the payment failed.
    NotPaid,
    Released,
    /// The customer got it back because nobody captured or released it in time.
    Expired,
    /// Refused, or known never to have arrived; nothing was ever blocked.
    NotHeld,
}

impl ReportLine {
    pub const ALL: [ReportLine; 7] = [
        ReportLine::Open,
        ReportLine::CapturedInFull,
        ReportLine::CapturedInPart,
        ReportLine::NotPaid,
        ReportLine::Released,
        ReportLine::Expired,
        ReportLine::NotHeld,
    ];

    #[must_use]
    pub fn of(sale: &Sale) -> ReportLine {
        match sale.state {
            SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent => ReportLine::NotHeld,
            SaleState::HoldAsked
            | SaleState::HoldUnknown
            | SaleState::Held
            | SaleState::CaptureAsked
            | SaleState::CaptureUnknown
            | SaleState::CancelAsked
            | SaleState::CancelUnknown
            | SaleState::NeedsPerson => ReportLine::Open,
            SaleState::CaptureAccepted | SaleState::Paid if sale.captured_paise() < sale.amount_paise => {
                ReportLine::CapturedInPart
            }
            SaleState::CaptureAccepted | SaleState::Paid => ReportLine::CapturedInFull,
            SaleState::NotPaid => ReportLine::NotPaid,
            SaleState::Released => ReportLine::Released,
            SaleState::Expired => ReportLine::Expired,
        }
    }

    /// Its column in the ledger and its name in marks and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ReportLine::Open => "open",
            ReportLine::CapturedInFull => "captured_in_full",
            ReportLine::CapturedInPart => "captured_in_part",
            ReportLine::NotPaid => "not_paid",
            ReportLine::Released => "released",
            ReportLine::Expired => "expired",
            ReportLine::NotHeld => "not_held",
        }
    }
}

/// A line's sums. Below zero where more was taken from the line than put into it: what an earlier Z counted and PhonePe
/// contradicted since is taken away in the shift in which that became known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub count: i64,
    pub held_paise: i64,
    pub captured_paise: i64,
    pub released_paise: i64,
}

impl Figures {
    /// One sale's own.
    #[must_use]
    pub fn of(sale: &Sale) -> Figures {
        let held = match ReportLine::of(sale) {
            ReportLine::NotHeld => Paise::ZERO,
            ReportLine::Open
            | ReportLine::CapturedInFull
            | ReportLine::CapturedInPart
            | ReportLine::NotPaid
            | ReportLine::Released
            | ReportLine::Expired => sale.amount_paise,
        };
        Figures {
            count: 1,
            held_paise: held.get(),
            captured_paise: sale.captured_paise().get(),
            released_paise: sale.released_paise().get(),
        }
    }

    /// `None` beyond what an integer holds, which no till reaches.
    #[must_use]
    pub fn plus(self, other: Figures) -> Option<Figures> {
        Some(Figures {
            count: self.count.checked_add(other.count)?,
            held_paise: self.held_paise.checked_add(other.held_paise)?,
            captured_paise: self.captured_paise.checked_add(other.captured_paise)?,
            released_paise: self.released_paise.checked_add(other.released_paise)?,
        })
    }

    #[must_use]
    pub fn minus(self, other: Figures) -> Option<Figures> {
        Some(Figures {
            count: self.count.checked_sub(other.count)?,
            held_paise: self.held_paise.checked_sub(other.held_paise)?,
            captured_paise: self.captured_paise.checked_sub(other.captured_paise)?,
            released_paise: self.released_paise.checked_sub(other.released_paise)?,
        })
    }
}

/// Every line of one shift, and what of it is proved or was given back. The names are the form on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// By how much the open holds became more, or fewer.
    pub open: Figures,
    pub captured_in_full: Figures,
    pub captured_in_part: Figures,
    pub not_paid: Figures,
    pub released: Figures,
    pub expired: Figures,
    pub not_held: Figures,
    /// Of the captured ones: those that PhonePe's transaction status proved.
    pub proved: Figures,
    pub refunded_count: i64,
    pub refunded_paise: i64,
}

impl Tally {
    /// A sale has moved, or begun. `refunded` is what was given back of it, before and after.
    #[must_use]
    pub fn moved(mut self, before: Option<&Sale>, after: &Sale, refunded: (Paise, Paise)) -> Option<Tally> {
        if let Some(before) = before {
            let line = self.line_mut(ReportLine::of(before));
            *line = line.minus(Figures::of(before))?;
            if before.state == SaleState::Paid {
                self.proved = self.proved.minus(Figures::of(before))?;
            }
        }
        let line = self.line_mut(ReportLine::of(after));
        *line = line.plus(Figures::of(after))?;
        if after.state == SaleState::Paid {
            self.proved = self.proved.plus(Figures::of(after))?;
        }
        let given = |paise: Paise| i64::from(paise.is_positive());
        let (had, has) = refunded;
        self.refunded_count = self
            .refunded_count
            .checked_add(given(has))?
            .checked_sub(given(had))?;
        self.refunded_paise = self
            .refunded_paise
            .checked_add(has.get())?
            .checked_sub(had.get())?;
        Some(self)
    }

    #[must_use]
    pub fn line(&self, line: ReportLine) -> Figures {
        match line {
            ReportLine::Open => self.open,
            ReportLine::CapturedInFull => self.captured_in_full,
            ReportLine::CapturedInPart => self.captured_in_part,
            ReportLine::NotPaid => self.not_paid,
            ReportLine::Released => self.released,
            ReportLine::Expired => self.expired,
            ReportLine::NotHeld => self.not_held,
        }
    }

    fn line_mut(&mut self, line: ReportLine) -> &mut Figures {
        match line {
            ReportLine::Open => &mut self.open,
            ReportLine::CapturedInFull => &mut self.captured_in_full,
            ReportLine::CapturedInPart => &mut self.captured_in_part,
            ReportLine::NotPaid => &mut self.not_paid,
            ReportLine::Released => &mut self.released,
            ReportLine::Expired => &mut self.expired,
            ReportLine::NotHeld => &mut self.not_held,
        }
    }

    /// Holds that stand or have stood: every line but [`ReportLine::NotHeld`].
    #[must_use]
    pub fn placed(&self) -> Option<Figures> {
        self.captured()?
            .plus(self.open)?
            .plus(self.not_paid)?
            .plus(self.released)?
            .plus(self.expired)
    }

    /// In full and in part.
    #[must_use]
    pub fn captured(&self) -> Option<Figures> {
        self.captured_in_full.plus(self.captured_in_part)
    }

    /// All of them together with another shift's.
    #[must_use]
    pub fn plus(self, other: &Tally) -> Option<Tally> {
        Some(Tally {
            open: self.open.plus(other.open)?,
            captured_in_full: self.captured_in_full.plus(other.captured_in_full)?,
            captured_in_part: self.captured_in_part.plus(other.captured_in_part)?,
            not_paid: self.not_paid.plus(other.not_paid)?,
            released: self.released.plus(other.released)?,
            expired: self.expired.plus(other.expired)?,
            not_held: self.not_held.plus(other.not_held)?,
            proved: self.proved.plus(other.proved)?,
            refunded_count: self.refunded_count.checked_add(other.refunded_count)?,
            refunded_paise: self.refunded_paise.checked_add(other.refunded_paise)?,
        })
    }
}
