//! One hold: AUTHORIZED → CREATED (captured, settling) → COMPLETED, or CANCELLED. These four are the only
//! `authState` values on any page.

use serde::{Deserialize, Serialize};

use super::PersonId;

/// `authState`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum HoldState {
    /// Blocked, nothing captured.
    Authorized,
    /// Captured, not settled: the transaction status is PAYMENT_PENDING.
    Created,
    /// Settled, well or badly: the transaction status says which.
    Completed,
    /// Released by the merchant or by expiry.
    Cancelled,
}

/// How a cancelled hold came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// By the cancel call.
    Cancelled,
    /// By its expiry.
    Expired,
}

/// How a capture ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// PAYMENT_SUCCESS: the money left the wallet.
    Success,
    /// PAYMENT_ERROR: it went back.
    Error,
    /// PAYMENT_DECLINED: it went back.
    Declined,
}

/// When and how captures settle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// Milliseconds from the capture to its settlement, by the simulator's clock.
    pub after_ms: u64,
    /// How it ends.
    pub outcome: Outcome,
}

impl Default for Settlement {
    fn default() -> Self {
        Self {
            after_ms: 2_000,
            outcome: Outcome::Success,
        }
    }
}

/// One authorization and what became of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Hold {
    pub(crate) transaction_id: String,
    pub(crate) person: PersonId,
    pub(crate) state: HoldState,
    pub(crate) authorized_paise: i64,
    pub(crate) captured_paise: Option<i64>,
    pub(crate) authorized_at_ms: i64,
    pub(crate) expires_at_ms: i64,
    pub(crate) settles_at_ms: Option<i64>,
    pub(crate) outcome: Outcome,
    pub(crate) ending: Option<Ending>,
    pub(crate) provider_reference: Option<String>,
}

impl Hold {
    pub(crate) fn blocked_paise(&self) -> i64 {
        match self.state {
            HoldState::Authorized => self.authorized_paise,
            HoldState::Created => self.captured_paise.unwrap_or(self.authorized_paise),
            HoldState::Completed | HoldState::Cancelled => 0,
        }
    }

    /// The code of the transaction-status call.
    pub(crate) fn payment_code(&self) -> &'static str {
        match (self.state, self.outcome) {
            (HoldState::Authorized | HoldState::Created, _) => "PAYMENT_PENDING",
            (HoldState::Cancelled, _) => "PAYMENT_CANCELLED",
            (HoldState::Completed, Outcome::Success) => "PAYMENT_SUCCESS",
            (HoldState::Completed, Outcome::Error) => "PAYMENT_ERROR",
            (HoldState::Completed, Outcome::Declined) => "PAYMENT_DECLINED",
        }
    }
}
