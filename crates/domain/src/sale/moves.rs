//! The one table of moves. `ARCHITECTURE.md` shows it (a test writes it there); nothing else decides a state.

use serde::{Deserialize, Serialize};

/// Where a sale stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SaleState {
    Draft,
    HoldAsked,
    HoldUnknown,
    HoldRefused,
    HoldAbsent,
    Held,
    CaptureAsked,
    CaptureUnknown,
    CaptureAccepted,
    Paid,
    NotPaid,
    CancelAsked,
    CancelUnknown,
    Released,
    Expired,
    NeedsPerson,
}

/// The six words that a cashier reads, everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    Sending,
    NotSureYet,
    Held,
    Captured,
    Released,
    Failed,
}

/// What happened, without its particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    HoldAsked,
    HoldAuthorized,
    HoldNotSent,
    HoldRefused,
    HoldUnanswered,
    CaptureAsked,
    CaptureAccepted,
    CaptureNotSent,
    CaptureRefused,
    CaptureUnanswered,
    CaptureTooLate,
    CaptureBlocked,
    CancelAsked,
    CancelAskedAgain,
    Cancelled,
    CancelNotSent,
    CancelRefused,
    CancelUnanswered,
    CancelFoundCaptured,
    CancelGivenUp,
    FoundHeld,
    FoundAbsent,
    FoundFailed,
    FoundCaptured,
    FoundCancelled,
    FoundExpired,
    PaymentProved,
    PaymentDenied,
    Mismatched,
    Contradicted,
}

/// One allowed move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    pub from: SaleState,
    pub on: EventKind,
    pub to: SaleState,
}

const fn m(from: SaleState, on: EventKind, to: SaleState) -> Move {
    Move { from, on, to }
}

use EventKind as E;
use SaleState as S;

/// Every allowed move. What is not here is refused.
pub const MOVES: &[Move] = &[
    m(S::Draft, E::HoldAsked, S::HoldAsked),
    m(S::HoldAsked, E::HoldAuthorized, S::Held),
    m(S::HoldAsked, E::HoldNotSent, S::Draft),
    m(S::HoldAsked, E::HoldRefused, S::HoldRefused),
    m(S::HoldAsked, E::HoldUnanswered, S::HoldUnknown),
    m(S::HoldAsked, E::Mismatched, S::NeedsPerson),
    m(S::HoldUnknown, E::FoundHeld, S::Held),
    m(S::HoldUnknown, E::FoundAbsent, S::HoldAbsent),
    m(S::HoldUnknown, E::FoundFailed, S::HoldRefused),
    m(S::HoldUnknown, E::FoundCancelled, S::Released),
    m(S::HoldUnknown, E::FoundExpired, S::Expired),
    m(S::HoldUnknown, E::Mismatched, S::NeedsPerson),
    m(S::Held, E::CaptureAsked, S::CaptureAsked),
    m(S::Held, E::CancelAsked, S::CancelAsked),
    m(S::Held, E::FoundCancelled, S::Released),
    m(S::Held, E::FoundExpired, S::Expired),
    m(S::Held, E::Mismatched, S::NeedsPerson),
    m(S::CaptureAsked, E::CaptureAccepted, S::CaptureAccepted),
    m(S::CaptureAsked, E::CaptureNotSent, S::Held),
    m(S::CaptureAsked, E::CaptureRefused, S::Held),
    m(S::CaptureAsked, E::CaptureTooLate, S::Expired),
    m(S::CaptureAsked, E::CaptureBlocked, S::NeedsPerson),
    m(S::CaptureAsked, E::CaptureUnanswered, S::CaptureUnknown),
    m(S::CaptureAsked, E::Mismatched, S::NeedsPerson),
    m(S::CaptureUnknown, E::PaymentProved, S::Paid),
    m(S::CaptureUnknown, E::PaymentDenied, S::NotPaid),
    m(S::CaptureUnknown, E::FoundCaptured, S::CaptureAccepted),
    m(S::CaptureUnknown, E::FoundHeld, S::Held),
    m(S::CaptureUnknown, E::FoundCancelled, S::Released),
    m(S::CaptureUnknown, E::FoundExpired, S::Expired),
    m(S::CaptureUnknown, E::Mismatched, S::NeedsPerson),
    m(S::CaptureAccepted, E::PaymentProved, S::Paid),
    m(S::CaptureAccepted, E::PaymentDenied, S::NotPaid),
    m(S::CaptureAccepted, E::Mismatched, S::NeedsPerson),
    m(S::CancelAsked, E::Cancelled, S::Released),
    m(S::CancelAsked, E::CancelNotSent, S::Held),
    m(S::CancelAsked, E::CancelRefused, S::Held),
    m(S::CancelAsked, E::CancelUnanswered, S::CancelUnknown),
    m(S::CancelAsked, E::CancelFoundCaptured, S::CaptureUnknown),
    m(S::CancelAsked, E::Mismatched, S::NeedsPerson),
    m(S::CancelUnknown, E::CancelAskedAgain, S::CancelUnknown),
    m(S::CancelUnknown, E::Cancelled, S::Released),
    m(S::CancelUnknown, E::CancelRefused, S::Held),
    m(S::CancelUnknown, E::CancelUnanswered, S::CancelUnknown),
    m(S::CancelUnknown, E::CancelFoundCaptured, S::CaptureUnknown),
    m(S::CancelUnknown, E::CancelGivenUp, S::NeedsPerson),
    m(S::CancelUnknown, E::FoundCancelled, S::Released),
    m(S::CancelUnknown, E::FoundExpired, S::Expired),
    m(S::CancelUnknown, E::FoundCaptured, S::CaptureUnknown),
    m(S::CancelUnknown, E::PaymentProved, S::Paid),
    m(S::CancelUnknown, E::Mismatched, S::NeedsPerson),
    m(S::NeedsPerson, E::FoundHeld, S::Held),
    m(S::NeedsPerson, E::FoundCancelled, S::Released),
    m(S::NeedsPerson, E::FoundExpired, S::Expired),
    m(S::NeedsPerson, E::PaymentProved, S::Paid),
    m(S::NeedsPerson, E::PaymentDenied, S::NotPaid),
    m(S::HoldRefused, E::Contradicted, S::NeedsPerson),
    m(S::HoldAbsent, E::Contradicted, S::NeedsPerson),
    m(S::Paid, E::Contradicted, S::NeedsPerson),
    m(S::NotPaid, E::Contradicted, S::NeedsPerson),
    m(S::Released, E::Contradicted, S::NeedsPerson),
    m(S::Expired, E::Contradicted, S::NeedsPerson),
];

impl SaleState {
    pub const ALL: [SaleState; 16] = [
        S::Draft,
        S::HoldAsked,
        S::HoldUnknown,
        S::HoldRefused,
        S::HoldAbsent,
        S::Held,
        S::CaptureAsked,
        S::CaptureUnknown,
        S::CaptureAccepted,
        S::Paid,
        S::NotPaid,
        S::CancelAsked,
        S::CancelUnknown,
        S::Released,
        S::Expired,
        S::NeedsPerson,
    ];

    /// The name that screens, marks and exports carry; the one of design §4.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            S::Draft => "Draft",
            S::HoldAsked => "HoldAsked",
            S::HoldUnknown => "HoldUnknown",
            S::HoldRefused => "HoldRefused",
            S::HoldAbsent => "HoldAbsent",
            S::Held => "Held",
            S::CaptureAsked => "CaptureAsked",
            S::CaptureUnknown => "CaptureUnknown",
            S::CaptureAccepted => "CaptureAccepted",
            S::Paid => "Paid",
            S::NotPaid => "NotPaid",
            S::CancelAsked => "CancelAsked",
            S::CancelUnknown => "CancelUnknown",
            S::Released => "Released",
            S::Expired => "Expired",
            S::NeedsPerson => "NeedsPerson",
        }
    }

    /// The state with this name, for reading back what `name` wrote.
    #[must_use]
    pub fn named(name: &str) -> Option<SaleState> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Nothing more is expected; only a contradiction moves it.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(
            self,
            S::Paid | S::NotPaid | S::Released | S::Expired | S::HoldRefused | S::HoldAbsent
        )
    }

    /// A request is on the wire, or was when the program died.
    #[must_use]
    pub fn is_asked(self) -> bool {
        matches!(self, S::HoldAsked | S::CaptureAsked | S::CancelAsked)
    }

    /// We asked and do not know.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        matches!(self, S::HoldUnknown | S::CaptureUnknown | S::CancelUnknown)
    }

    /// The cashier's word for it.
    #[must_use]
    pub fn word(self) -> Word {
        match self {
            S::Draft | S::HoldAsked | S::CaptureAsked | S::CancelAsked => Word::Sending,
            S::HoldUnknown | S::CaptureUnknown | S::CancelUnknown | S::NeedsPerson => Word::NotSureYet,
            S::Held => Word::Held,
            S::CaptureAccepted | S::Paid => Word::Captured,
            S::Released | S::Expired => Word::Released,
            S::HoldRefused | S::HoldAbsent | S::NotPaid => Word::Failed,
        }
    }
}

/// Where the table leads, if the move is allowed.
pub(super) fn target(from: SaleState, on: EventKind) -> Option<SaleState> {
    MOVES
        .iter()
        .find(|step| step.from == from && step.on == on)
        .map(|step| step.to)
}
