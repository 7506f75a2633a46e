//! Refunds: PENDING for a while, then SUCCESS or FAILED. The books never give back more than a payment brought.

use serde::{Deserialize, Serialize};

use super::hold::{HoldState, Outcome};
use super::{Books, random_hex, rupees};
use crate::reply::Refusal;

/// Where a refund stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundState {
    /// Taken on; the money is still the merchant's.
    Pending,
    /// The money is back in the wallet.
    Success,
    /// Nothing went back.
    Failed,
}

impl RefundState {
    /// The code of the transaction-status call.
    pub(crate) fn payment_code(self) -> &'static str {
        match self {
            Self::Pending => "PAYMENT_PENDING",
            Self::Success => "PAYMENT_SUCCESS",
            Self::Failed => "PAYMENT_ERROR",
        }
    }
}

/// When and how refunds end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundRule {
    /// Milliseconds from the asking to the end, by the simulator's clock. PhonePe says within 90 seconds.
    pub after_ms: u64,
    /// How it ends.
    pub state: RefundState,
}

impl Default for RefundRule {
    fn default() -> Self {
        Self {
            after_ms: 5_000,
            state: RefundState::Success,
        }
    }
}

/// One refund that was taken on. Amounts are paise, moments milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// The merchant's id for it.
    pub transaction_id: String,
    /// The payment that it gives back of.
    pub original_id: String,
    /// How much.
    pub amount_paise: i64,
    /// Where it stands.
    pub state: RefundState,
    /// When it was asked for.
    pub asked_at_ms: i64,
    /// When it ends, and how.
    ends_at_ms: i64,
    ends_in: RefundState,
    /// `providerReferenceId`.
    pub provider_reference: String,
}

/// What a refund call asks for; of the two ids of the payment one is empty.
pub(crate) struct RefundRequest {
    pub(crate) transaction_id: String,
    pub(crate) original_id: String,
    pub(crate) provider_reference: String,
    pub(crate) amount_paise: i64,
}

impl Books {
    pub(crate) fn refund_of_id(&self, transaction_id: &str) -> Option<&Refund> {
        self.refunds.get(transaction_id)
    }

    pub(crate) fn refunds(&self) -> impl Iterator<Item = &Refund> {
        self.refunds.values()
    }

    pub(crate) fn set_refund_rule(&mut self, rule: RefundRule) {
        self.refund_rule = rule;
        self.dirty = true;
    }

    /// Takes a refund on; `None` when another one of the payment is pending or more would go back than came in. Such a
    /// one is not taken on at all: its id is known to nobody afterwards.
    ///
    /// # Errors
    /// TRANSACTION_NOT_FOUND when there is no such payment, INVALID_TRANSACTION_ID when the id is used.
    pub(crate) fn refund(&mut self, asked: RefundRequest, now_ms: i64) -> Result<Option<Refund>, Refusal> {
        let is_used = self.refunds.contains_key(&asked.transaction_id)
            || self.holds.contains_key(&asked.transaction_id);
        if is_used {
            return Err(Refusal::of("INVALID_TRANSACTION_ID"));
        }
        let payment = self
            .holds
            .values()
            .find(|hold| {
                hold.transaction_id == asked.original_id
                    || (!asked.provider_reference.is_empty()
                        && hold.provider_reference.as_ref() == Some(&asked.provider_reference))
            })
            .filter(|hold| hold.state == HoldState::Completed && hold.outcome == Outcome::Success)
            .ok_or(Refusal::of("TRANSACTION_NOT_FOUND"))?;
        let (original_id, paid_paise) = (
            payment.transaction_id.clone(),
            payment.captured_paise.unwrap_or(0),
        );
        let mut of_payment = self
            .refunds
            .values()
            .filter(|refund| refund.original_id == original_id);
        let is_pending = of_payment
            .clone()
            .any(|refund| refund.state == RefundState::Pending);
        let given_paise = of_payment
            .try_fold(0_i64, |sum, refund| match refund.state {
                RefundState::Failed => Some(sum),
                RefundState::Pending | RefundState::Success => sum.checked_add(refund.amount_paise),
            })
            .unwrap_or(i64::MAX);
        if is_pending || asked.amount_paise > paid_paise.saturating_sub(given_paise) {
            return Ok(None);
        }
        let after_ms = i64::try_from(self.refund_rule.after_ms).unwrap_or(i64::MAX);
        let refund = Refund {
            transaction_id: asked.transaction_id.clone(),
            original_id,
            amount_paise: asked.amount_paise,
            state: RefundState::Pending,
            asked_at_ms: now_ms,
            ends_at_ms: now_ms.saturating_add(after_ms),
            ends_in: self.refund_rule.state,
            provider_reference: format!("P{}", random_hex(11).to_uppercase()),
        };
        self.refunds.insert(asked.transaction_id, refund.clone());
        self.dirty = true;
        Ok(Some(refund))
    }

    /// Ends one refund now, whatever its time was; `false` if there is none that is pending.
    pub(crate) fn end_refund(&mut self, id: &str, state: RefundState, now_ms: i64) -> bool {
        let pending = self
            .refunds
            .get_mut(id)
            .filter(|refund| refund.state == RefundState::Pending);
        let Some(refund) = pending else { return false };
        refund.ends_in = state;
        refund.ends_at_ms = now_ms;
        self.end_refunds(now_ms);
        true
    }

    pub(super) fn end_refunds(&mut self, now_ms: i64) {
        let due = |refund: &&mut Refund| {
            let ends = refund.ends_in != RefundState::Pending && refund.ends_at_ms <= now_ms;
            refund.state == RefundState::Pending && ends
        };
        let mut given = Vec::new();
        for refund in self.refunds.values_mut().filter(due) {
            refund.state = refund.ends_in;
            self.dirty = true;
            if refund.state == RefundState::Success {
                given.push((refund.original_id.clone(), refund.amount_paise));
            }
        }
        for (original_id, paise) in given {
            let Some(id) = self.holds.get(&original_id).map(|hold| hold.person.clone()) else {
                continue;
            };
            if let Some(person) = self.person_mut(&id) {
                person.wallet.balance_paise = person.wallet.balance_paise.saturating_add(paise);
            }
            self.tell(&id, now_ms, format!("{} refunded to your wallet.", rupees(paise)));
        }
    }
}
