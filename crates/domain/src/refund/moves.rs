//! The one table of a refund's moves, beside the sale's. `ARCHITECTURE.md` shows it; nothing else decides a state.

use serde::{Deserialize, Serialize};

/// Where a refund stands. There is no draft: a refund begins with its intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RefundState {
    #[serde(rename = "RefundAsked")]
    Asked,
    #[serde(rename = "RefundUnknown")]
    Unknown,
    /// PhonePe has taken it on; "it ends within 90 seconds".
    #[serde(rename = "RefundPending")]
    Pending,
    #[serde(rename = "Refunded")]
    Refunded,
    #[serde(rename = "RefundFailed")]
    Failed,
    /// PhonePe has never heard of it; believed late and twice, and watched all the same.
    #[serde(rename = "RefundAbsent")]
    Absent,
    #[serde(rename = "RefundNeedsPerson")]
    NeedsPerson,
}

/// What happened to a refund, without its particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundEventKind {
    Accepted,
    NotSent,
    Refused,
    Unanswered,
    FoundPending,
    FoundAbsent,
    Proved,
    Denied,
    Mismatched,
    Contradicted,
}

/// One allowed move of a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefundMove {
    pub from: RefundState,
    pub on: RefundEventKind,
    pub to: RefundState,
}

const fn m(from: RefundState, on: RefundEventKind, to: RefundState) -> RefundMove {
    RefundMove { from, on, to }
}

use RefundEventKind as E;
use RefundState as S;

/// Every allowed move. What is not here is refused.
pub const REFUND_MOVES: &[RefundMove] = &[
    m(S::Asked, E::Accepted, S::Pending),
    m(S::Asked, E::NotSent, S::Failed),
    m(S::Asked, E::Refused, S::Failed),
    m(S::Asked, E::Unanswered, S::Unknown),
    m(S::Asked, E::Mismatched, S::NeedsPerson),
    m(S::Unknown, E::FoundPending, S::Pending),
    m(S::Unknown, E::FoundAbsent, S::Absent),
    m(S::Unknown, E::Proved, S::Refunded),
    m(S::Unknown, E::Denied, S::Failed),
    m(S::Unknown, E::Mismatched, S::NeedsPerson),
    m(S::Pending, E::Proved, S::Refunded),
    m(S::Pending, E::Denied, S::Failed),
    m(S::Pending, E::Mismatched, S::NeedsPerson),
    m(S::NeedsPerson, E::FoundAbsent, S::Absent),
    m(S::NeedsPerson, E::Proved, S::Refunded),
    m(S::NeedsPerson, E::Denied, S::Failed),
    m(S::Refunded, E::Contradicted, S::NeedsPerson),
    m(S::Failed, E::Contradicted, S::NeedsPerson),
    m(S::Absent, E::Contradicted, S::NeedsPerson),
];

impl RefundState {
    pub const ALL: [RefundState; 7] = [
        S::Asked,
        S::Unknown,
        S::Pending,
        S::Refunded,
        S::Failed,
        S::Absent,
        S::NeedsPerson,
    ];

    /// The name that screens, marks and exports carry; the one of design §4, and the one that is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            S::Asked => "RefundAsked",
            S::Unknown => "RefundUnknown",
            S::Pending => "RefundPending",
            S::Refunded => "Refunded",
            S::Failed => "RefundFailed",
            S::Absent => "RefundAbsent",
            S::NeedsPerson => "RefundNeedsPerson",
        }
    }

    /// Nothing more is expected; only a contradiction moves it.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, S::Refunded | S::Failed | S::Absent)
    }

    /// The money went back, or may have gone or be going: it counts against what was captured.
    #[must_use]
    pub fn may_have_moved(self) -> bool {
        match self {
            S::Asked | S::Unknown | S::Pending | S::Refunded | S::NeedsPerson => true,
            S::Failed | S::Absent => false,
        }
    }
}

/// Where the table leads, if the move is allowed.
pub(super) fn target(from: RefundState, on: RefundEventKind) -> Option<RefundState> {
    REFUND_MOVES
        .iter()
        .find(|step| step.from == from && step.on == on)
        .map(|step| step.to)
}
