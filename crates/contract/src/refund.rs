//! Refunds: what a manager can ask for, and what is shown of them.

use crate::ActionId;
use domain::{OurRef, RefundRef, RefundState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing of it names an amount that was not typed, and nothing says "refunded".
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "refund", rename_all = "snake_case")]
#[ts(export)]
pub enum RefundCommand {
    /// Checks what was typed and shows the panel with what would go back. Nothing is sent.
    Review {
        #[ts(type = "string")]
        our_ref: OurRef,
        amount_text: String,
        reason: String,
    },
    Close,
    Confirm {
        action_id: ActionId,
    },
    LookNow {
        #[ts(type = "string")]
        our_ref: OurRef,
        #[ts(type = "string")]
        refund_ref: RefundRef,
    },
}

/// The panel before the money goes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RefundPanelView {
    pub our_ref: String,
    pub amount_text: String,
    /// What could still be refunded afterwards.
    pub rest_text: String,
    pub reason: String,
    pub masked: String,
    pub action_id: ActionId,
}

/// How a refund is called, everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RefundWord {
    Sending,
    /// PhonePe has taken it on and has not said how it ended.
    Waiting,
    NotSureYet,
    Refunded,
    Failed,
}

/// Why a refund stands where it does, when that needs a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RefundWhy {
    /// The request certainly never left this machine.
    NotSent,
    Refused,
    NoAnswer,
    AnswerUnclear,
    /// PhonePe said twice, late enough, that it has never heard of it.
    NeverArrived,
    /// PhonePe's word for how it ended.
    Failed,
    Mismatch,
    Contradicted,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RefundView {
    pub refund_ref: String,
    pub provider_ref: Option<String>,
    #[ts(type = "string")]
    pub state: RefundState,
    pub word: RefundWord,
    pub amount_text: String,
    pub reason: String,
    pub cashier: String,
    pub asked_at_ms: i64,
    pub refunded_at_ms: Option<i64>,
    /// When PhonePe is asked next, while its outcome is open.
    pub next_look_at_ms: Option<i64>,
    pub looks: u32,
    pub looks_of: u32,
    pub can_look: bool,
    pub needs_person: bool,
    pub why: Option<RefundWhy>,
    /// Verbatim, with control and direction marks made visible.
    pub provider_words: Option<String>,
    pub code: Option<String>,
}

/// The refunds of one sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RefundsView {
    /// The sale is proved paid, something of it is left, and no other refund of it is under way.
    pub can_ask: bool,
    /// What can still be refunded, as it is shown and as it stands in a field.
    pub rest_text: String,
    pub rest_field: String,
    /// What is proved to have gone back.
    pub refunded_text: Option<String>,
    /// Oldest first.
    pub refunds: Vec<RefundView>,
}
