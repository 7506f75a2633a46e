//! What a status reply proves about a sale. Every conclusion the till draws from a look stands here, once.

use crate::{Event, Paise, ProviderRef, Sale, SaleState, absence_is_believed};

/// What one look brought. Either half may be missing: the transaction status is asked where money may have been taken,
/// the auth status where a hold may stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub payment: Option<PaymentEvidence>,
    pub auth: Option<AuthEvidence>,
}

/// The transaction status, the only proof of a payment.
/// Source: <https://developer.phonepe.com/v1/reference/check-transaction-status>
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaymentEvidence {
    Success {
        amount_paise: Paise,
        provider_ref: Option<ProviderRef>,
    },
    Failed,
    Pending,
    NotFound,
    Mismatch(String),
}

/// The auth status. "authState=COMPLETED does not guarantee transaction completion".
/// Source: <https://developer.phonepe.com/v1/reference/check-auth-status>
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthEvidence {
    State {
        state: String,
        provider_ref: Option<ProviderRef>,
    },
    NotFound,
    Mismatch(String),
}

impl Evidence {
    /// The provider had nothing of what we asked it to do; believed only by [`absence_is_believed`].
    #[must_use]
    pub fn is_absence(&self, state: SaleState) -> bool {
        match state {
            SaleState::CaptureUnknown => self.auth_is("AUTHORIZED"),
            SaleState::HoldUnknown => self.auth == Some(AuthEvidence::NotFound),
            // A capture whose reply nobody could make sense of may still be on its way.
            SaleState::NeedsPerson => self.auth_is("AUTHORIZED"),
            SaleState::Draft
            | SaleState::HoldAsked
            | SaleState::HoldRefused
            | SaleState::HoldAbsent
            | SaleState::Held
            | SaleState::CaptureAsked
            | SaleState::CaptureAccepted
            | SaleState::Paid
            | SaleState::NotPaid
            | SaleState::CancelAsked
            | SaleState::CancelUnknown
            | SaleState::Released
            | SaleState::Expired => false,
        }
    }

    fn auth_is(&self, name: &str) -> bool {
        matches!(&self.auth, Some(AuthEvidence::State { state, .. }) if state == name)
    }

    fn auth_ref(&self) -> Option<ProviderRef> {
        match &self.auth {
            Some(AuthEvidence::State { provider_ref, .. }) => provider_ref.clone(),
            Some(AuthEvidence::NotFound | AuthEvidence::Mismatch(_)) | None => None,
        }
    }

    pub(crate) fn mismatch(&self) -> Option<&str> {
        match (&self.payment, &self.auth) {
            (Some(PaymentEvidence::Mismatch(what)), _) | (_, Some(AuthEvidence::Mismatch(what))) => {
                Some(what)
            }
            _ => None,
        }
    }
}

/// The event that a look proves, or `None`: nothing new, look again. `sale.chase` must already count this look.
#[must_use]
pub fn conclude(sale: &Sale, now_ms: i64, evidence: &Evidence) -> Option<Event> {
    if let Some(what) = evidence.mismatch() {
        return mismatch_event(sale.state, what);
    }
    match sale.state {
        SaleState::HoldUnknown => conclude_hold(sale, now_ms, evidence),
        SaleState::Held => conclude_gone(sale, now_ms, evidence).or_else(|| captured_without_us(evidence)),
        SaleState::CaptureUnknown => conclude_capture(sale, now_ms, evidence),
        SaleState::CaptureAccepted => payment_proved(evidence).or_else(|| payment_denied(evidence)),
        SaleState::CancelUnknown => payment_proved(evidence)
            .or_else(|| conclude_gone(sale, now_ms, evidence))
            .or_else(|| completed(evidence)),
        SaleState::NeedsPerson => conclude_for_person(sale, now_ms, evidence),
        SaleState::Paid
        | SaleState::NotPaid
        | SaleState::Released
        | SaleState::Expired
        | SaleState::HoldRefused
        | SaleState::HoldAbsent => contradiction(sale, evidence),
        SaleState::Draft | SaleState::HoldAsked | SaleState::CaptureAsked | SaleState::CancelAsked => None,
    }
}

fn mismatch_event(state: SaleState, what: &str) -> Option<Event> {
    if state == SaleState::NeedsPerson || state == SaleState::Draft {
        // A person has it already, or nothing was ever asked.
        None
    } else if state.is_final() {
        Some(Event::Contradicted {
            what: what.to_owned(),
        })
    } else {
        Some(Event::Mismatched {
            what: what.to_owned(),
        })
    }
}

fn conclude_hold(sale: &Sale, now_ms: i64, evidence: &Evidence) -> Option<Event> {
    if evidence.auth_is("AUTHORIZED") {
        return Some(Event::FoundHeld {
            provider_ref: evidence.auth_ref(),
        });
    }
    if evidence.is_absence(sale.state) && absence_is_believed(&sale.chase, now_ms) {
        return Some(Event::FoundAbsent);
    }
    captured_without_us(evidence)
        .or_else(|| conclude_gone(sale, now_ms, evidence))
        .or_else(|| {
            // An authState we do not know is no failure by itself; a final transaction status for the same id is.
            (evidence.payment == Some(PaymentEvidence::Failed)).then_some(Event::FoundFailed)
        })
}

/// We never asked to capture it, so somebody has to look at it; the transaction status then says what was taken.
fn captured_without_us(evidence: &Evidence) -> Option<Event> {
    is_captured(evidence).then(|| Event::Mismatched {
        what: "the hold was captured without our asking".to_owned(),
    })
}

fn conclude_gone(sale: &Sale, now_ms: i64, evidence: &Evidence) -> Option<Event> {
    evidence.auth_is("CANCELLED").then(|| {
        if sale.is_past_deadline(now_ms) {
            Event::FoundExpired
        } else {
            Event::FoundCancelled
        }
    })
}

fn conclude_capture(sale: &Sale, now_ms: i64, evidence: &Evidence) -> Option<Event> {
    payment_proved(evidence)
        .or_else(|| conclude_gone(sale, now_ms, evidence))
        .or_else(|| payment_denied(evidence))
        .or_else(|| completed(evidence))
        .or_else(|| {
            // Said twice, after the request can no longer take effect: the capture never arrived, the hold stands.
            let believed =
                !sale.alarm && evidence.is_absence(sale.state) && absence_is_believed(&sale.chase, now_ms);
            believed.then(|| Event::FoundHeld {
                provider_ref: evidence.auth_ref(),
            })
        })
}

fn completed(evidence: &Evidence) -> Option<Event> {
    // The sale was AUTHORIZED before we asked, so both words mean that a capture was accepted; neither means paid.
    is_captured(evidence).then(|| Event::FoundCaptured {
        provider_ref: evidence.auth_ref(),
    })
}

fn is_captured(evidence: &Evidence) -> bool {
    evidence.auth_is("COMPLETED") || evidence.auth_is("CREATED")
}

/// "Failed" is also what PhonePe says of a payment that was never begun because its hold was released (PAYMENT_CANCELLED).
/// So a hold that is gone is gone, one that still stands is no end, and only then has a payment failed.
fn payment_denied(evidence: &Evidence) -> Option<Event> {
    let failed = evidence.payment == Some(PaymentEvidence::Failed) && !evidence.auth_is("AUTHORIZED");
    failed.then_some(Event::PaymentDenied)
}

fn payment_proved(evidence: &Evidence) -> Option<Event> {
    match &evidence.payment {
        Some(PaymentEvidence::Success {
            amount_paise,
            provider_ref,
        }) => Some(Event::PaymentProved {
            amount_paise: *amount_paise,
            provider_ref: provider_ref.clone(),
        }),
        Some(
            PaymentEvidence::Failed
            | PaymentEvidence::Pending
            | PaymentEvidence::NotFound
            | PaymentEvidence::Mismatch(_),
        )
        | None => None,
    }
}

fn conclude_for_person(sale: &Sale, now_ms: i64, evidence: &Evidence) -> Option<Event> {
    payment_proved(evidence)
        .or_else(|| conclude_gone(sale, now_ms, evidence))
        .or_else(|| payment_denied(evidence))
        .or_else(|| {
            let may_yet_be_captured =
                sale.capture_paise.is_some() && !absence_is_believed(&sale.chase, now_ms);
            (evidence.auth_is("AUTHORIZED") && !may_yet_be_captured).then(|| Event::FoundHeld {
                provider_ref: evidence.auth_ref(),
            })
        })
}

fn contradiction(sale: &Sale, evidence: &Evidence) -> Option<Event> {
    let paid = matches!(evidence.payment, Some(PaymentEvidence::Success { .. }));
    let failed = evidence.payment == Some(PaymentEvidence::Failed);
    let held = evidence.auth_is("AUTHORIZED");
    let taken = is_captured(evidence) && sale.state != SaleState::NotPaid;
    let what = if sale.state == SaleState::Paid {
        failed.then_some("PhonePe now says that the payment failed")
    } else if paid {
        Some("PhonePe now says that the customer paid")
    } else if held {
        Some("PhonePe now says that the amount is still held")
    } else if taken {
        Some("PhonePe now says that the hold was captured")
    } else {
        None
    };
    what.map(|what| Event::Contradicted {
        what: what.to_owned(),
    })
}

#[cfg(test)]
mod tests;
