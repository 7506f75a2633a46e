//! Money that goes back after it was captured: a life of its own beside the sale's, with an id of its own. Releasing a
//! hold is something else; nothing was taken there.

mod evidence;
mod fact;
mod ids;
mod moves;
mod reason;

pub use evidence::{conclude_refund, is_refund_absence};
pub use fact::RefundFact;
pub use ids::{RefundRef, RefundRefRefusal};
pub use moves::{REFUND_MOVES, RefundEventKind, RefundMove, RefundState};
pub use reason::{ReasonRefusal, RefundReason};

use crate::{Chase, Paise, ProviderRef, Sale, SaleState, absent_look_due_at_ms, look_due_at_ms};
use serde::{Deserialize, Serialize};

/// A refund that was believed absent is asked about for a day. PhonePe says that refunds end within 90 seconds; it does
/// not say by when a lost request can have no effect.
const WATCHED_FOR_MS: i64 = 86_400_000;

/// One refund. Amounts in paise, moments in milliseconds since 1970 (wall clock).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    pub refund_ref: RefundRef,
    pub state: RefundState,
    pub amount_paise: Paise,
    pub asked_at_ms: i64,
    pub provider_ref: Option<ProviderRef>,
    /// When the transaction status proved it.
    pub refunded_at_ms: Option<i64>,
    /// What moved it last: why it stands where it does.
    pub last_event: Option<RefundEventKind>,
    pub chase: Chase,
}

/// What happened to a refund after it was asked for. Stored as it is; replaying gives the refund again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum RefundEvent {
    /// PhonePe took it on. Its reply proves nothing more, whatever its code.
    Accepted {
        provider_ref: Option<ProviderRef>,
    },
    NotSent,
    Refused,
    Unanswered,
    FoundPending {
        provider_ref: Option<ProviderRef>,
    },
    FoundAbsent,
    /// The transaction status of the refund's own id: success, with the same amount.
    Proved {
        amount_paise: Paise,
        provider_ref: Option<ProviderRef>,
    },
    Denied,
    Mismatched {
        what: String,
    },
    Contradicted {
        what: String,
    },
}

/// The domain said no to a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefundRefusal {
    #[error("{event:?} is not allowed in {state:?}")]
    NotAllowed {
        state: RefundState,
        event: RefundEventKind,
    },
    #[error("only a sale that is proved paid can be refunded")]
    SaleNotPaid,
    #[error("another refund of this sale is not at its end")]
    OneUnderWay,
    #[error("the refund is larger than what is left of the payment")]
    OverTheRest,
    #[error("the amount is not positive")]
    NotPositive,
    #[error("the proof is of another amount")]
    OtherAmount,
    #[error("a refund with this reference was asked for already")]
    SameRef,
    #[error("no refund with this reference was asked for")]
    NoSuchRefund,
}

/// What can still be refunded of a sale: what was captured and proved, less every refund that is not certainly failed.
#[must_use]
pub fn refundable_paise<'a>(sale: &Sale, refunds: impl IntoIterator<Item = &'a Refund>) -> Paise {
    if sale.state != SaleState::Paid {
        return Paise::ZERO;
    }
    refunds
        .into_iter()
        .filter(|refund| refund.state.may_have_moved())
        .try_fold(sale.captured_paise(), |rest, refund| {
            rest.checked_sub(refund.amount_paise)
                .filter(|rest| rest.get() >= 0)
        })
        .unwrap_or(Paise::ZERO)
}

impl Refund {
    /// The refund that an intent begins, if the sale allows one. `others` are the sale's refunds so far.
    ///
    /// # Errors
    /// A [`RefundRefusal`]: the sale is not proved paid, another refund of it is not at its end (PhonePe refuses a second
    /// one, and nobody could tell the two apart), the amount is none or too large, or the reference was used before.
    pub fn ask(
        sale: &Sale,
        others: &[&Refund],
        refund_ref: RefundRef,
        amount_paise: Paise,
        at_ms: i64,
    ) -> Result<Refund, RefundRefusal> {
        if others.iter().any(|other| other.refund_ref == refund_ref) {
            return Err(RefundRefusal::SameRef);
        }
        may_refund(sale, others, amount_paise)?;
        Ok(Refund {
            refund_ref,
            state: RefundState::Asked,
            amount_paise,
            asked_at_ms: at_ms,
            provider_ref: None,
            refunded_at_ms: None,
            last_event: None,
            chase: Chase {
                since_ms: at_ms,
                ..Chase::default()
            },
        })
    }

    /// What of it is proved to have gone back.
    #[must_use]
    pub fn refunded_paise(&self) -> Paise {
        if self.state == RefundState::Refunded {
            self.amount_paise
        } else {
            Paise::ZERO
        }
    }

    /// The engine has to know of it: it is not at its end, or it is and is looked up all the same.
    #[must_use]
    pub fn is_live(&self) -> bool {
        !self.state.is_final() || self.look_due_at_ms().is_some()
    }

    /// PhonePe's schedule is used up and nobody can say, or what was said contradicts itself.
    #[must_use]
    pub fn needs_person(&self) -> bool {
        let waits = matches!(self.state, RefundState::Unknown | RefundState::Pending);
        self.state == RefundState::NeedsPerson || (waits && self.chase.is_slow())
    }

    /// When it is looked up by itself (milliseconds since 1970), by PhonePe's schedule for the transaction status; `None`:
    /// its request is on its way, or it waits for nothing, or for a person: what PhonePe contradicted is cleared by
    /// nobody else, because more may have been given back meanwhile.
    #[must_use]
    pub fn look_due_at_ms(&self) -> Option<i64> {
        if self.last_event == Some(RefundEventKind::Contradicted) {
            return None;
        }
        match self.state {
            RefundState::Unknown | RefundState::Pending | RefundState::NeedsPerson => {
                Some(look_due_at_ms(&self.chase))
            }
            RefundState::Absent => {
                absent_look_due_at_ms(&self.chase, Some(self.asked_at_ms.saturating_add(WATCHED_FOR_MS)))
            }
            RefundState::Asked | RefundState::Refunded | RefundState::Failed => None,
        }
    }

    /// The refund after the event. `at_ms` is the stored moment of the event, so that replaying gives the same refund.
    ///
    /// # Errors
    /// A [`RefundRefusal`] when the table has no such move or the amounts differ; the refund is unchanged.
    pub fn apply(&self, event: &RefundEvent, at_ms: i64) -> Result<Refund, RefundRefusal> {
        let kind = event.kind();
        let state = moves::target(self.state, kind).ok_or(RefundRefusal::NotAllowed {
            state: self.state,
            event: kind,
        })?;
        let mut next = self.clone();
        next.state = state;
        next.last_event = Some(kind);
        next.chase = Chase {
            // What was asked and not answered goes on counting from the asking; anything else begins afresh.
            since_ms: if state == RefundState::Unknown {
                self.chase.since_ms
            } else {
                at_ms
            },
            ..Chase::default()
        };
        next.note_particulars(event, at_ms)?;
        Ok(next)
    }

    fn note_particulars(&mut self, event: &RefundEvent, at_ms: i64) -> Result<(), RefundRefusal> {
        match event {
            RefundEvent::Proved {
                amount_paise,
                provider_ref,
            } => {
                if *amount_paise != self.amount_paise {
                    return Err(RefundRefusal::OtherAmount);
                }
                self.refunded_at_ms = Some(at_ms);
                self.note_ref(provider_ref);
            }
            RefundEvent::Accepted { provider_ref } | RefundEvent::FoundPending { provider_ref } => {
                self.note_ref(provider_ref);
            }
            // No longer proved: a person finds out what is true.
            RefundEvent::Contradicted { .. } => self.refunded_at_ms = None,
            RefundEvent::NotSent
            | RefundEvent::Refused
            | RefundEvent::Unanswered
            | RefundEvent::FoundAbsent
            | RefundEvent::Denied
            | RefundEvent::Mismatched { .. } => {}
        }
        Ok(())
    }

    fn note_ref(&mut self, provider_ref: &Option<ProviderRef>) {
        if provider_ref.is_some() {
            self.provider_ref.clone_from(provider_ref);
        }
    }
}

/// Whether a refund of `amount_paise` could be asked for now.
///
/// # Errors
/// As [`Refund::ask`].
pub fn may_refund(sale: &Sale, others: &[&Refund], amount_paise: Paise) -> Result<(), RefundRefusal> {
    if sale.state != SaleState::Paid {
        return Err(RefundRefusal::SaleNotPaid);
    }
    if others.iter().any(|other| !other.state.is_final()) {
        return Err(RefundRefusal::OneUnderWay);
    }
    if !amount_paise.is_positive() {
        return Err(RefundRefusal::NotPositive);
    }
    if amount_paise > refundable_paise(sale, others.iter().copied()) {
        return Err(RefundRefusal::OverTheRest);
    }
    Ok(())
}

impl RefundEvent {
    #[must_use]
    pub fn kind(&self) -> RefundEventKind {
        match self {
            RefundEvent::Accepted { .. } => RefundEventKind::Accepted,
            RefundEvent::NotSent => RefundEventKind::NotSent,
            RefundEvent::Refused => RefundEventKind::Refused,
            RefundEvent::Unanswered => RefundEventKind::Unanswered,
            RefundEvent::FoundPending { .. } => RefundEventKind::FoundPending,
            RefundEvent::FoundAbsent => RefundEventKind::FoundAbsent,
            RefundEvent::Proved { .. } => RefundEventKind::Proved,
            RefundEvent::Denied => RefundEventKind::Denied,
            RefundEvent::Mismatched { .. } => RefundEventKind::Mismatched,
            RefundEvent::Contradicted { .. } => RefundEventKind::Contradicted,
        }
    }
}

#[cfg(test)]
mod tests;
