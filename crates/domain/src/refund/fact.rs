//! What the ledger stores of refunds. The field names are its form on disk: added to, never renamed.

use super::{Refund, RefundEvent, RefundReason, RefundRef, RefundRefusal};
use crate::{Call, OurRef, Paise, ReplyFact};
use serde::{Deserialize, Serialize};

/// One step of a refund. Each names the sale too, so that it stands in the sale's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "refund", rename_all = "snake_case")]
pub enum RefundFact {
    /// The intent: it is committed before anything is sent.
    Asked {
        our_ref: OurRef,
        refund_ref: RefundRef,
        amount_paise: Paise,
        reason: RefundReason,
        /// SHA-256 of the exact request bytes, lower-case hex.
        request_sha256: String,
    },
    /// The reply to the request.
    Replied {
        our_ref: OurRef,
        refund_ref: RefundRef,
        #[serde(flatten)]
        event: RefundEvent,
        reply: ReplyFact,
    },
    /// The transaction status of the refund's own id was asked. `moved` is what it proved, if anything.
    Looked {
        our_ref: OurRef,
        refund_ref: RefundRef,
        reply: ReplyFact,
        /// PhonePe had nothing of it.
        absent: bool,
        /// A person asked for it; it is not of the schedule.
        by_hand: bool,
        /// It used up one look of the schedule.
        counts: bool,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        moved: Option<RefundEvent>,
    },
    /// At start: an intent without a reply was found; the request may have left.
    Recovered {
        our_ref: OurRef,
        refund_ref: RefundRef,
        #[serde(flatten)]
        event: RefundEvent,
    },
}

impl RefundFact {
    /// The sale that money goes back of.
    #[must_use]
    pub fn our_ref(&self) -> &OurRef {
        match self {
            RefundFact::Asked { our_ref, .. }
            | RefundFact::Replied { our_ref, .. }
            | RefundFact::Looked { our_ref, .. }
            | RefundFact::Recovered { our_ref, .. } => our_ref,
        }
    }

    #[must_use]
    pub fn refund_ref(&self) -> &RefundRef {
        match self {
            RefundFact::Asked { refund_ref, .. }
            | RefundFact::Replied { refund_ref, .. }
            | RefundFact::Looked { refund_ref, .. }
            | RefundFact::Recovered { refund_ref, .. } => refund_ref,
        }
    }

    /// What it does to a refund that was asked for before.
    #[must_use]
    pub fn event(&self) -> Option<&RefundEvent> {
        match self {
            RefundFact::Replied { event, .. } | RefundFact::Recovered { event, .. } => Some(event),
            RefundFact::Looked { moved, .. } => moved.as_ref(),
            RefundFact::Asked { .. } => None,
        }
    }

    /// The call that it is an answer to, and what is kept of that.
    #[must_use]
    pub fn answer(&self) -> Option<(Call, &ReplyFact)> {
        match self {
            RefundFact::Replied { reply, .. } => Some((Call::Refund, reply)),
            RefundFact::Looked { reply, .. } => Some((Call::TransactionStatus, reply)),
            RefundFact::Asked { .. } | RefundFact::Recovered { .. } => None,
        }
    }

    /// The refund after this fact. One function for the till, the ledger's projection and every replay.
    ///
    /// # Errors
    /// The domain's [`RefundRefusal`] when the fact's event is not allowed in the refund's state.
    pub fn apply_to(&self, refund: &Refund, at_ms: i64) -> Result<Refund, RefundRefusal> {
        let mut refund = refund.clone();
        if let RefundFact::Looked { absent, counts, .. } = self {
            refund.chase.looked(at_ms, *absent, *counts);
        }
        match self.event() {
            Some(event) => refund.apply(event, at_ms),
            None => Ok(refund),
        }
    }
}
