mod shelf;
mod sql;

pub use shelf::{Money, Shelf};
pub(crate) use sql::{COLUMNS, from_text, text_of};

use crate::RefundRow;
use domain::{Bill, Call, CustomerMark, LOOKS_BEFORE_SLOW, Paise, ProviderText, ReplyFact, Sale, SaleState};
use serde::{Deserialize, Serialize};

/// How long after its deadline a hold that is still held stands in the manager's queue: by then the provider has been
/// asked and has not said that it is over.
pub const HELD_GRACE_MS: i64 = 10 * 60_000;

/// One sale as the ledger has it: the domain's sale and whose it is. Moments in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRow {
    /// The event that opened it.
    pub seq: u64,
    pub sale: Sale,
    pub customer: CustomerMark,
    /// Where, by whom and in which shift it was opened.
    pub counter: String,
    pub cashier: String,
    pub shift: u32,
    pub created_at_ms: i64,
    pub updated_at_ms: i64,
    /// What it was opened for.
    pub bill: Bill,
    /// What was delivered in the end, once that was written down for a capture.
    pub delivered: Option<Bill>,
    pub last_reply: Option<LastReply>,
    /// Oldest first.
    pub refunds: Vec<RefundRow>,
}

/// What the provider said last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastReply {
    pub call: Call,
    pub at_ms: i64,
    pub code: Option<String>,
    pub words: Option<ProviderText>,
    /// `agreed`, `refused`, `not_sent` or `unknown`.
    pub meaning: String,
}

impl LastReply {
    pub(crate) fn of(call: Call, reply: &ReplyFact, at_ms: i64) -> LastReply {
        LastReply {
            call,
            at_ms,
            code: reply.code.clone(),
            words: reply.words.clone(),
            meaning: reply.meaning.clone(),
        }
    }
}

impl HoldRow {
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        Shelf::of(&self.sale)
    }

    #[must_use]
    pub fn money(&self) -> Money {
        Money::of(self.sale.state)
    }

    /// What was blocked at the customer's, or may have been: a hold that was asked counts until it is known to be none.
    #[must_use]
    pub fn held_paise(&self) -> Paise {
        let never_held = matches!(
            self.sale.state,
            SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent
        );
        if never_held {
            Paise::ZERO
        } else {
            self.sale.amount_paise
        }
    }

    #[must_use]
    pub fn captured_paise(&self) -> Paise {
        self.sale.captured_paise()
    }

    #[must_use]
    pub fn released_paise(&self) -> Paise {
        self.sale.released_paise()
    }

    /// It stands in the manager's queue: the schedule is used up and the outcome is still not known, or the domain
    /// says so, or the hold should have ended by itself and has not.
    #[must_use]
    pub fn needs_person(&self, now_ms: i64) -> bool {
        let overdue = self.sale.state == SaleState::Held
            && self.sale.is_past_deadline(now_ms.saturating_sub(HELD_GRACE_MS));
        self.is_stuck() || overdue
    }

    /// The part of [`HoldRow::needs_person`] that does not depend on the clock.
    pub(crate) fn is_stuck(&self) -> bool {
        let state = self.sale.state;
        let waits_for_proof = state.is_unknown() || state == SaleState::CaptureAccepted;
        state == SaleState::NeedsPerson
            || (waits_for_proof && self.sale.chase.looks >= LOOKS_BEFORE_SLOW)
            || self.has_refund_for_person()
    }

    /// A paid sale with a refund that stands before a person is open again: that is where the person looks.
    pub(crate) fn is_open(&self) -> bool {
        !self.sale.state.is_final() || self.has_refund_for_person()
    }

    /// The engine has to know of it: it is open, or it is at its end and it or a refund of it is looked up all the same.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.is_open() || self.sale.is_watched() || self.has_live_refund()
    }
}
