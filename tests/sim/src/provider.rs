//! The provider of the simulation, with books of its own. It shares no decision with `crates/phonepe`: what it does to a
//! hold is written here once more, from PhonePe's pages.

use crate::answers::Facts;
use crate::refunds::Refund;
use domain::Ask;
use secrecy::ExposeSecret;
use std::collections::BTreeMap;

pub(crate) const MERCHANT: &str = "SIMULATEDSTORE";

#[derive(Default)]
pub(crate) struct Provider {
    pub holds: BTreeMap<String, Hold>,
    pub refunds: BTreeMap<String, Refund>,
}

/// One hold as the provider knows it, and what the checkers have to remember of its past.
#[derive(Clone, Debug)]
pub(crate) struct Hold {
    pub customer: String,
    pub amount_paise: i64,
    pub standing: Standing,
    /// When it is given back by itself, in true time.
    pub ends_ms: i64,
    pub captured_paise: Option<i64>,
    pub payment: Payment,
    /// How many captures of it took effect.
    pub captures: u32,
    /// The transaction status said PAYMENT_SUCCESS at some time.
    pub was_paid: bool,
    /// The capture that took effect was not this till's.
    pub elsewhere: bool,
    /// The payment's outcome was turned round after it was final.
    pub flipped: bool,
    /// It was placed after any time that the domain grants a request.
    pub beyond: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Authorized,
    Captured,
    Cancelled,
    Expired,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Payment {
    None,
    Pending,
    Success,
    Failed,
}

/// What a request did, for whoever plans the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Nothing,
    Holds { expiry_minutes: u32 },
    Captures,
    Refunds,
}

impl Provider {
    /// Carries a request out and answers it. `refusal` is a final code that chance gave this request; every copy of one
    /// request gets the same.
    pub fn act(&mut self, ask: &Ask, refusal: Option<&'static str>) -> (Facts, Effect) {
        match ask {
            Ask::Authorize {
                our_ref,
                token,
                amount_paise,
                expiry_minutes,
            } => {
                if self.holds.contains_key(our_ref.as_str()) {
                    return refused("INVALID_TRANSACTION_ID");
                }
                if let Some(code) = refusal {
                    return refused(code);
                }
                let hold = Hold::new(token.expose_secret(), amount_paise.get());
                let facts = Facts::of_auth(our_ref.as_str(), &hold);
                self.holds.insert(our_ref.to_string(), hold);
                let expiry_minutes = *expiry_minutes;
                (facts, Effect::Holds { expiry_minutes })
            }
            Ask::Capture {
                our_ref,
                amount_paise,
            } => self.capture(our_ref.as_str(), amount_paise.get(), refusal),
            Ask::Cancel { our_ref } => self.cancel(our_ref.as_str(), refusal),
            Ask::AuthStatus { our_ref, .. } => (
                self.look(our_ref.as_str(), refusal, Facts::of_auth),
                Effect::Nothing,
            ),
            Ask::TransactionStatus { our_ref, .. } => (
                self.look(our_ref.as_str(), refusal, Facts::of_payment),
                Effect::Nothing,
            ),
            Ask::Refund {
                our_ref,
                refund_ref,
                amount_paise,
                ..
            } => self.refund(refund_ref.as_str(), our_ref.as_str(), amount_paise.get(), refusal),
            Ask::RefundStatus { refund_ref, .. } => {
                (self.look_at_refund(refund_ref.as_str(), refusal), Effect::Nothing)
            }
            Ask::Balance { .. } | Ask::Suggest { .. } => (Facts::of_wallet(), Effect::Nothing),
            Ask::SendOtp { .. } | Ask::VerifyOtp { .. } | Ask::Unlink { .. } | Ask::TopUp { .. } => {
                refused("BAD_REQUEST")
            }
        }
    }

    fn capture(&mut self, id: &str, paise: i64, refusal: Option<&'static str>) -> (Facts, Effect) {
        let Some(hold) = self.holds.get_mut(id) else {
            return refused("TRANSACTION_NOT_FOUND");
        };
        match hold.standing {
            Standing::Captured => refused("INVALID_TRANSACTION_ID"),
            Standing::Cancelled | Standing::Expired => refused("AUTHORIZATION_ALREADY_CANCELLED"),
            Standing::Authorized => {
                if let Some(code) = refusal {
                    return refused(code);
                }
                if paise > hold.amount_paise || paise <= 0 {
                    return refused("BAD_REQUEST");
                }
                hold.standing = Standing::Captured;
                hold.captured_paise = Some(paise);
                hold.captures += 1;
                hold.payment = Payment::Pending;
                (Facts::of_capture(id, hold), Effect::Captures)
            }
        }
    }

    fn cancel(&mut self, id: &str, refusal: Option<&'static str>) -> (Facts, Effect) {
        let Some(hold) = self.holds.get_mut(id) else {
            return refused("TRANSACTION_NOT_FOUND");
        };
        match hold.standing {
            Standing::Captured => refused("AUTHORIZATION_ALREADY_CAPTURED"),
            Standing::Cancelled | Standing::Expired => refused("AUTHORIZATION_ALREADY_CANCELLED"),
            Standing::Authorized => {
                if let Some(code) = refusal {
                    return refused(code);
                }
                hold.standing = Standing::Cancelled;
                (Facts::of_auth(id, hold), Effect::Nothing)
            }
        }
    }

    fn look(&self, id: &str, refusal: Option<&'static str>, say: impl Fn(&str, &Hold) -> Facts) -> Facts {
        match (refusal, self.holds.get(id)) {
            (Some(code), _) => Facts::refusal(code),
            (None, None) => Facts::refusal("TRANSACTION_NOT_FOUND"),
            (None, Some(hold)) => say(id, hold),
        }
    }

    /// `false` when there is nothing left to take.
    pub fn capture_elsewhere(&mut self, id: &str, paise: i64) -> bool {
        let (_, effect) = self.capture(id, paise, None);
        if let Some(hold) = self.holds.get_mut(id) {
            hold.elsewhere |= effect == Effect::Captures;
        }
        effect == Effect::Captures
    }

    pub fn expire(&mut self, id: &str) {
        if let Some(hold) = self.holds.get_mut(id)
            && hold.standing == Standing::Authorized
        {
            hold.standing = Standing::Expired;
        }
    }

    pub fn settle(&mut self, id: &str, succeeds: bool) {
        if let Some(hold) = self.holds.get_mut(id)
            && hold.payment == Payment::Pending
        {
            hold.payment = if succeeds {
                Payment::Success
            } else {
                Payment::Failed
            };
            hold.was_paid |= succeeds;
        }
    }

    pub fn flip(&mut self, id: &str) {
        let Some(hold) = self.holds.get_mut(id) else {
            return;
        };
        let turned = match hold.payment {
            Payment::Success => Payment::Failed,
            Payment::Failed => Payment::Success,
            Payment::None | Payment::Pending => return,
        };
        hold.payment = turned;
        hold.flipped = true;
        hold.was_paid = true;
    }
}

impl Hold {
    fn new(customer: &str, amount_paise: i64) -> Hold {
        Hold {
            customer: customer.to_owned(),
            amount_paise,
            standing: Standing::Authorized,
            ends_ms: i64::MAX,
            captured_paise: None,
            payment: Payment::None,
            captures: 0,
            was_paid: false,
            elsewhere: false,
            flipped: false,
            beyond: false,
        }
    }

    /// The customer's money is blocked or taken.
    pub fn is_live(&self) -> bool {
        match self.standing {
            Standing::Authorized => true,
            Standing::Captured => self.payment != Payment::Failed,
            Standing::Cancelled | Standing::Expired => false,
        }
    }
}

fn refused(code: &'static str) -> (Facts, Effect) {
    (Facts::refusal(code), Effect::Nothing)
}
