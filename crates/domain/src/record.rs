//! What the ledger stores. One record is one event of the chain; the field names are its form on disk, so they are
//! added to and never renamed.

use crate::{
    Bill, Call, CartFact, CustomerMark, Discount, Event, Line, OurRef, Paise, PaperFact, ProviderText,
    QueueFact, ReconcileFact, RefundFact, Refusal, Sale, SaleMode, ShiftFact, StaffFact, apply,
};
use serde::{Deserialize, Serialize};

/// When, by every clock there is: the wall's milliseconds since 1970, the machine's monotonic milliseconds, and which
/// boot those count from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub wall_ms: i64,
    pub mono_ms: u64,
    pub boot: String,
}

/// Who, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub cashier: String,
    pub counter: String,
    pub shift: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub at: Moment,
    pub by: Actor,
    #[serde(flatten)]
    pub fact: Fact,
}

/// A sale's particulars, written with its first intent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub customer: CustomerMark,
    pub mode: SaleMode,
    pub amount_paise: Paise,
    pub expiry_minutes: u32,
    pub lines: Vec<Line>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Opening {
    /// What was to be paid for.
    #[must_use]
    pub fn bill(&self) -> Bill {
        Bill {
            lines: self.lines.clone(),
            discount: self.discount,
            note: self.note.clone(),
        }
    }
}

/// What is kept of a reply. Not its body: that may carry tokens; its hash, code and words are enough to prove it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyFact {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub words: Option<ProviderText>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub http_status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reply_sha256: Option<String>,
    /// `agreed`, `refused`, `not_sent` or `unknown`, and for the last two why.
    pub meaning: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub why: Option<String>,
    pub took_ms: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The program began to use this ledger.
    TillStarted {
        version: String,
        profile: String,
    },
    /// Before a money call: it is committed before anything is sent.
    Intent {
        our_ref: OurRef,
        call: Call,
        /// SHA-256 of the exact request bytes, lower-case hex.
        request_sha256: String,
        #[serde(flatten)]
        event: Event,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        opening: Option<Opening>,
    },
    /// After a money call.
    Reply {
        our_ref: OurRef,
        call: Call,
        #[serde(flatten)]
        event: Event,
        reply: ReplyFact,
    },
    /// A status was asked. `moved` is what it proved, if anything.
    Look {
        our_ref: OurRef,
        call: Call,
        reply: ReplyFact,
        /// The provider had nothing of what we asked it to do.
        absent: bool,
        /// A person asked for it; it is not of the schedule.
        by_hand: bool,
        /// It used up one look of the schedule; a look by hand, or one that never left the machine, does not.
        counts: bool,
        /// It was the look's last status. One before it says nothing about what the provider has, so it touches nothing.
        ends: bool,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        moved: Option<Event>,
    },
    /// At start: an intent without a reply was found; the request may have left.
    Recovered {
        our_ref: OurRef,
        #[serde(flatten)]
        event: Event,
    },
    CustomerLinked {
        customer: CustomerMark,
    },
    CustomerUnlinked {
        customer: CustomerMark,
        reply: ReplyFact,
    },
    /// PhonePe no longer takes the customer's token.
    RelinkNeeded {
        customer: CustomerMark,
        reply: ReplyFact,
    },
    TopUpAsked {
        customer: CustomerMark,
        amount_paise: Paise,
        request_sha256: String,
    },
    TopUpAnswered {
        customer: CustomerMark,
        reply: ReplyFact,
    },
    /// The ledger was put back from a backup by a person who was told what is lost.
    Restored {
        /// The backup's last record.
        backup_seq: u64,
        /// How far the ledger is known to have reached before: by its own end or by the anchor.
        reached_seq: u64,
        /// Sales of the lost records, as far as the old file could still be read. PhonePe must be asked about them.
        sales: Vec<OurRef>,
    },
    /// A person was told in the window that the ledger was put back.
    RestoreSeen,
    /// Who is at the till, and what they may do.
    Staff(StaffFact),
    /// A step of a shift. A hand-over stands in its sale's story too, and leaves the sale where it is.
    Shift(ShiftFact),
    /// A step of a refund. It stands in its sale's story and leaves the sale where it is.
    Refund(RefundFact),
    /// A step of the queue of captures and releases. It leaves every sale where it is.
    Queue(QueueFact),
    /// A step of comparing the books with PhonePe. It leaves every sale where it is.
    Reconcile(ReconcileFact),
    /// A step of a bill or of the catalogue. It leaves every sale where it is.
    Cart(CartFact),
    /// Something was printed. It leaves every sale where it is.
    Paper(PaperFact),
}

impl Fact {
    /// The sale that the fact is about, if it is about one.
    #[must_use]
    pub fn our_ref(&self) -> Option<&OurRef> {
        match self {
            Fact::Intent { our_ref, .. }
            | Fact::Reply { our_ref, .. }
            | Fact::Look { our_ref, .. }
            | Fact::Recovered { our_ref, .. }
            | Fact::Shift(ShiftFact::HandedOver { our_ref, .. }) => Some(our_ref),
            Fact::Refund(fact) => Some(fact.our_ref()),
            Fact::Queue(fact) => fact.our_ref(),
            Fact::Reconcile(fact) => fact.our_ref(),
            Fact::Cart(fact) => fact.our_ref(),
            Fact::Paper(fact) => fact.what.our_ref(),
            Fact::TillStarted { .. }
            | Fact::CustomerLinked { .. }
            | Fact::CustomerUnlinked { .. }
            | Fact::RelinkNeeded { .. }
            | Fact::TopUpAsked { .. }
            | Fact::TopUpAnswered { .. }
            | Fact::Restored { .. }
            | Fact::RestoreSeen
            | Fact::Staff(_)
            | Fact::Shift(_) => None,
        }
    }

    /// The call that it is an answer to and what is kept of that, if it is an answer about a sale or a refund.
    #[must_use]
    pub fn answer(&self) -> Option<(Call, &ReplyFact)> {
        match self {
            Fact::Reply { call, reply, .. } | Fact::Look { call, reply, .. } => Some((*call, reply)),
            Fact::Refund(fact) => fact.answer(),
            Fact::Intent { .. }
            | Fact::Recovered { .. }
            | Fact::TillStarted { .. }
            | Fact::CustomerLinked { .. }
            | Fact::CustomerUnlinked { .. }
            | Fact::RelinkNeeded { .. }
            | Fact::TopUpAsked { .. }
            | Fact::TopUpAnswered { .. }
            | Fact::Restored { .. }
            | Fact::RestoreSeen
            | Fact::Staff(_)
            | Fact::Queue(_)
            | Fact::Reconcile(_)
            | Fact::Cart(_)
            | Fact::Paper(_)
            | Fact::Shift(_) => None,
        }
    }

    /// The hash of the request's bytes, if it is the intent of a sale or a refund.
    #[must_use]
    pub fn request_sha256(&self) -> Option<&str> {
        if let Fact::Intent { request_sha256, .. } | Fact::Refund(RefundFact::Asked { request_sha256, .. }) =
            self
        {
            Some(request_sha256)
        } else {
            None
        }
    }

    /// It asks the provider for something that moves or blocks money, or may lead to it: never without being recorded.
    #[must_use]
    pub fn asks(&self) -> bool {
        let leads_to_money = matches!(self, Fact::Queue(fact) if fact.leads_to_money());
        leads_to_money
            || matches!(
                self,
                Fact::Intent { .. } | Fact::TopUpAsked { .. } | Fact::Refund(RefundFact::Asked { .. })
            )
    }

    /// Something is known of the sale or of a refund of it that was not known before.
    #[must_use]
    pub fn moves(&self) -> bool {
        let moves_refund = matches!(self, Fact::Refund(fact) if fact.event().is_some());
        moves_refund || self.event().is_some()
    }

    /// The sale after this fact. One function for the till, the ledger's projection and every replay.
    ///
    /// # Errors
    /// The domain's [`Refusal`] when the fact's event is not allowed in the sale's state.
    pub fn apply_to(&self, sale: &Sale, at_ms: i64) -> Result<Sale, Refusal> {
        let mut sale = sale.clone();
        if let Fact::Look {
            absent,
            counts,
            ends: true,
            ..
        } = self
        {
            sale.chase.looked(at_ms, *absent, *counts);
        }
        match self.event() {
            Some(event) => apply(&sale, event, at_ms),
            None => Ok(sale),
        }
    }

    /// What it does to that sale.
    #[must_use]
    pub fn event(&self) -> Option<&Event> {
        match self {
            Fact::Intent { event, .. } | Fact::Reply { event, .. } | Fact::Recovered { event, .. } => {
                Some(event)
            }
            Fact::Look { moved, .. } => moved.as_ref(),
            Fact::Refund(_)
            | Fact::Queue(_)
            | Fact::Reconcile(_)
            | Fact::Cart(_)
            | Fact::Paper(_)
            | Fact::TillStarted { .. }
            | Fact::CustomerLinked { .. }
            | Fact::CustomerUnlinked { .. }
            | Fact::RelinkNeeded { .. }
            | Fact::TopUpAsked { .. }
            | Fact::TopUpAnswered { .. }
            | Fact::Restored { .. }
            | Fact::RestoreSeen
            | Fact::Staff(_)
            | Fact::Shift(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
