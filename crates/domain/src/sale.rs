mod moves;

pub use moves::{EventKind, MOVES, Move, SaleState, Word};

use crate::{Chase, OurRef, Paise, ProviderRef, RefundRefusal, absent_look_due_at_ms};
use serde::{Deserialize, Serialize};

/// How a sale is charged; both go through the same states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SaleMode {
    /// Hold now, capture later.
    #[default]
    Hold,
    /// Authorize, then capture in full at once.
    Charge,
}

/// One sale, from its draft to its end. Amounts in paise, moments in milliseconds since 1970 (wall clock).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sale {
    pub our_ref: OurRef,
    pub state: SaleState,
    pub mode: SaleMode,
    /// What was asked to be held.
    pub amount_paise: Paise,
    pub expiry_minutes: u32,
    pub provider_ref: Option<ProviderRef>,
    /// What was asked to be captured, once it was asked.
    pub capture_paise: Option<Paise>,
    /// When PhonePe gives the hold back by itself; counted from the asking, so never too late.
    pub deadline_at_ms: Option<i64>,
    pub paid_at_ms: Option<i64>,
    /// The capture was not ours: it was found while releasing. Managers see an alarm.
    pub alarm: bool,
    /// How often the release was asked for.
    #[serde(default)]
    pub cancel_asks: u32,
    /// What moved it last: why it stands where it does.
    #[serde(default)]
    pub last_event: Option<EventKind>,
    pub chase: Chase,
}

/// What happened to a sale. Stored as it is; replaying the events gives the sale again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    HoldAsked,
    HoldAuthorized {
        provider_ref: Option<ProviderRef>,
    },
    HoldNotSent,
    HoldRefused,
    HoldUnanswered,
    CaptureAsked {
        amount_paise: Paise,
    },
    CaptureAccepted {
        provider_ref: Option<ProviderRef>,
    },
    CaptureNotSent,
    CaptureRefused,
    CaptureUnanswered,
    CaptureTooLate,
    CaptureBlocked,
    CancelAsked,
    /// The one call that may be asked again, bounded, because PhonePe says to.
    CancelAskedAgain,
    Cancelled,
    CancelNotSent,
    CancelRefused,
    CancelUnanswered,
    CancelFoundCaptured,
    CancelGivenUp,
    FoundHeld {
        provider_ref: Option<ProviderRef>,
    },
    FoundAbsent,
    FoundFailed,
    FoundCaptured {
        provider_ref: Option<ProviderRef>,
    },
    FoundCancelled,
    FoundExpired,
    PaymentProved {
        amount_paise: Paise,
        provider_ref: Option<ProviderRef>,
    },
    PaymentDenied,
    Mismatched {
        what: String,
    },
    Contradicted {
        what: String,
    },
}

/// The domain said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{event:?} is not allowed in {state:?}")]
    NotAllowed { state: SaleState, event: EventKind },
    #[error("the capture is larger than the hold")]
    OverTheHold,
    #[error("the amount is not positive")]
    NotPositive,
    #[error(transparent)]
    Refund(#[from] RefundRefusal),
}

impl Sale {
    /// After so many asks a release is only looked up; then it is a person's.
    pub const CANCEL_ASKS_MAX: u32 = 6;

    #[must_use]
    pub fn draft(our_ref: OurRef, mode: SaleMode, amount_paise: Paise, expiry_minutes: u32) -> Sale {
        Sale {
            our_ref,
            state: SaleState::Draft,
            mode,
            amount_paise,
            expiry_minutes,
            provider_ref: None,
            capture_paise: None,
            deadline_at_ms: None,
            paid_at_ms: None,
            alarm: false,
            cancel_asks: 0,
            last_event: None,
            chase: Chase::default(),
        }
    }

    /// What has been taken, or accepted to be taken: zero before.
    #[must_use]
    pub fn captured_paise(&self) -> Paise {
        match self.state {
            SaleState::CaptureAccepted | SaleState::Paid => self.capture_paise.unwrap_or(Paise::ZERO),
            SaleState::Draft
            | SaleState::HoldAsked
            | SaleState::HoldUnknown
            | SaleState::HoldRefused
            | SaleState::HoldAbsent
            | SaleState::Held
            | SaleState::CaptureAsked
            | SaleState::CaptureUnknown
            | SaleState::NotPaid
            | SaleState::CancelAsked
            | SaleState::CancelUnknown
            | SaleState::Released
            | SaleState::Expired
            | SaleState::NeedsPerson => Paise::ZERO,
        }
    }

    /// What went back to the customer: the rest of a capture, or the whole of a released or expired hold.
    #[must_use]
    pub fn released_paise(&self) -> Paise {
        match self.state {
            // A capture that was found, not asked, has no amount before its proof: nothing is called released yet.
            SaleState::CaptureAccepted | SaleState::Paid => self
                .capture_paise
                .and_then(|taken| self.amount_paise.checked_sub(taken))
                .unwrap_or(Paise::ZERO),
            SaleState::Released | SaleState::Expired => self.amount_paise,
            SaleState::Draft
            | SaleState::HoldAsked
            | SaleState::HoldUnknown
            | SaleState::HoldRefused
            | SaleState::HoldAbsent
            | SaleState::Held
            | SaleState::CaptureAsked
            | SaleState::CaptureUnknown
            | SaleState::NotPaid
            | SaleState::CancelAsked
            | SaleState::CancelUnknown
            | SaleState::NeedsPerson => Paise::ZERO,
        }
    }

    /// Believed absent, and still asked about now and then: what PhonePe does after all must not stay unseen.
    #[must_use]
    pub fn is_watched(&self) -> bool {
        self.watch_due_at_ms().is_some()
    }

    /// When a watched sale is looked up next (milliseconds since 1970).
    #[must_use]
    pub fn watch_due_at_ms(&self) -> Option<i64> {
        let is_absent = self.state == SaleState::HoldAbsent;
        is_absent
            .then(|| absent_look_due_at_ms(&self.chase, self.deadline_at_ms))
            .flatten()
    }

    /// PhonePe took back what it had said, and somebody at the counter has acted on it: a hold that was called absent may
    /// have been placed a second time. It is not looked up by itself, so that only a person clears it.
    #[must_use]
    pub fn waits_for_a_person(&self) -> bool {
        self.state == SaleState::NeedsPerson && self.last_event == Some(EventKind::Contradicted)
    }

    /// The hold's own clock has run out; the provider is asked whether it agrees.
    #[must_use]
    pub fn is_past_deadline(&self, now_ms: i64) -> bool {
        self.deadline_at_ms.is_some_and(|deadline| now_ms >= deadline)
    }
}

/// Moves a sale. `at_ms` is the stored moment of the event, so that replaying gives the same sale.
///
/// # Errors
/// A [`Refusal`] when the table has no such move or the amounts do not fit; the sale is unchanged.
pub fn apply(sale: &Sale, event: &Event, at_ms: i64) -> Result<Sale, Refusal> {
    let kind = event.kind();
    let state = moves::target(sale.state, kind).ok_or(Refusal::NotAllowed {
        state: sale.state,
        event: kind,
    })?;
    let mut next = sale.clone();
    next.state = state;
    next.last_event = Some(kind);
    note_particulars(&mut next, event, at_ms)?;
    next.chase = if state == sale.state {
        sale.chase.clone()
    } else {
        Chase::since(at_ms, &sale.chase, state)
    };
    Ok(next)
}

fn note_particulars(next: &mut Sale, event: &Event, at_ms: i64) -> Result<(), Refusal> {
    match event {
        Event::HoldAsked => {
            if !next.amount_paise.is_positive() {
                return Err(Refusal::NotPositive);
            }
            next.deadline_at_ms = Some(at_ms.saturating_add(i64::from(next.expiry_minutes) * 60_000));
        }
        Event::CaptureAsked { amount_paise } => {
            if !amount_paise.is_positive() {
                return Err(Refusal::NotPositive);
            }
            if *amount_paise > next.amount_paise {
                return Err(Refusal::OverTheHold);
            }
            next.capture_paise = Some(*amount_paise);
        }
        Event::PaymentProved {
            amount_paise,
            provider_ref,
        } => {
            next.capture_paise = Some(*amount_paise);
            next.paid_at_ms = Some(at_ms);
            note_ref(next, provider_ref);
        }
        Event::HoldAuthorized { provider_ref }
        | Event::CaptureAccepted { provider_ref }
        | Event::FoundCaptured { provider_ref } => note_ref(next, provider_ref),
        Event::FoundHeld { provider_ref } => {
            next.capture_paise = None;
            note_ref(next, provider_ref);
        }
        Event::CaptureNotSent | Event::CaptureRefused | Event::CaptureTooLate => next.capture_paise = None,
        Event::CancelAsked | Event::CancelAskedAgain => next.cancel_asks = next.cancel_asks.saturating_add(1),
        Event::CancelFoundCaptured => next.alarm = true,
        Event::HoldNotSent
        | Event::HoldRefused
        | Event::HoldUnanswered
        | Event::CaptureUnanswered
        | Event::CaptureBlocked
        | Event::Cancelled
        | Event::CancelNotSent
        | Event::CancelRefused
        | Event::CancelUnanswered
        | Event::CancelGivenUp
        | Event::FoundAbsent
        | Event::FoundFailed
        | Event::FoundCancelled
        | Event::FoundExpired
        | Event::PaymentDenied
        | Event::Mismatched { .. }
        | Event::Contradicted { .. } => {}
    }
    Ok(())
}

fn note_ref(next: &mut Sale, provider_ref: &Option<ProviderRef>) {
    if provider_ref.is_some() {
        next.provider_ref.clone_from(provider_ref);
    }
}

impl Event {
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self {
            Event::HoldAsked => EventKind::HoldAsked,
            Event::HoldAuthorized { .. } => EventKind::HoldAuthorized,
            Event::HoldNotSent => EventKind::HoldNotSent,
            Event::HoldRefused => EventKind::HoldRefused,
            Event::HoldUnanswered => EventKind::HoldUnanswered,
            Event::CaptureAsked { .. } => EventKind::CaptureAsked,
            Event::CaptureAccepted { .. } => EventKind::CaptureAccepted,
            Event::CaptureNotSent => EventKind::CaptureNotSent,
            Event::CaptureRefused => EventKind::CaptureRefused,
            Event::CaptureUnanswered => EventKind::CaptureUnanswered,
            Event::CaptureTooLate => EventKind::CaptureTooLate,
            Event::CaptureBlocked => EventKind::CaptureBlocked,
            Event::CancelAsked => EventKind::CancelAsked,
            Event::CancelAskedAgain => EventKind::CancelAskedAgain,
            Event::Cancelled => EventKind::Cancelled,
            Event::CancelNotSent => EventKind::CancelNotSent,
            Event::CancelRefused => EventKind::CancelRefused,
            Event::CancelUnanswered => EventKind::CancelUnanswered,
            Event::CancelFoundCaptured => EventKind::CancelFoundCaptured,
            Event::CancelGivenUp => EventKind::CancelGivenUp,
            Event::FoundHeld { .. } => EventKind::FoundHeld,
            Event::FoundAbsent => EventKind::FoundAbsent,
            Event::FoundFailed => EventKind::FoundFailed,
            Event::FoundCaptured { .. } => EventKind::FoundCaptured,
            Event::FoundCancelled => EventKind::FoundCancelled,
            Event::FoundExpired => EventKind::FoundExpired,
            Event::PaymentProved { .. } => EventKind::PaymentProved,
            Event::PaymentDenied => EventKind::PaymentDenied,
            Event::Mismatched { .. } => EventKind::Mismatched,
            Event::Contradicted { .. } => EventKind::Contradicted,
        }
    }
}

#[cfg(test)]
mod tests;
