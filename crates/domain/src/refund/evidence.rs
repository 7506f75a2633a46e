//! What the transaction status of a refund's own id proves. Every conclusion the till draws from such a look stands here.

use super::{Refund, RefundEvent, RefundState};
use crate::{PaymentEvidence, absence_is_believed};

/// PhonePe had nothing of what we asked it to do; believed only by [`absence_is_believed`].
#[must_use]
pub fn is_refund_absence(refund: &Refund, evidence: Option<&PaymentEvidence>) -> bool {
    let may_never_have_arrived = matches!(refund.state, RefundState::Unknown | RefundState::NeedsPerson);
    may_never_have_arrived && evidence == Some(&PaymentEvidence::NotFound)
}

/// The event that a look proves, or `None`: nothing new, look again. `refund.chase` must already count this look.
#[must_use]
pub fn conclude_refund(refund: &Refund, now_ms: i64, evidence: &PaymentEvidence) -> Option<RefundEvent> {
    match evidence {
        PaymentEvidence::Success {
            amount_paise,
            provider_ref,
        } => {
            if *amount_paise != refund.amount_paise {
                return mismatched(refund.state, "the refund is of another amount");
            }
            match refund.state {
                RefundState::Unknown | RefundState::Pending | RefundState::NeedsPerson => {
                    Some(RefundEvent::Proved {
                        amount_paise: *amount_paise,
                        provider_ref: provider_ref.clone(),
                    })
                }
                RefundState::Failed | RefundState::Absent => {
                    contradicted("PhonePe now says that this refund was made")
                }
                RefundState::Asked | RefundState::Refunded => None,
            }
        }
        PaymentEvidence::Failed => match refund.state {
            RefundState::Unknown | RefundState::Pending | RefundState::NeedsPerson => {
                Some(RefundEvent::Denied)
            }
            RefundState::Refunded => contradicted("PhonePe now says that this refund failed"),
            RefundState::Asked | RefundState::Failed | RefundState::Absent => None,
        },
        PaymentEvidence::Pending => match refund.state {
            RefundState::Unknown => Some(RefundEvent::FoundPending { provider_ref: None }),
            RefundState::Failed | RefundState::Absent => {
                contradicted("PhonePe now says that this refund is under way")
            }
            RefundState::Asked | RefundState::Pending | RefundState::Refunded | RefundState::NeedsPerson => {
                None
            }
        },
        PaymentEvidence::NotFound => {
            let believed =
                is_refund_absence(refund, Some(evidence)) && absence_is_believed(&refund.chase, now_ms);
            believed.then_some(RefundEvent::FoundAbsent)
        }
        PaymentEvidence::Mismatch(what) => mismatched(refund.state, what),
    }
}

fn contradicted(what: &str) -> Option<RefundEvent> {
    Some(RefundEvent::Contradicted {
        what: what.to_owned(),
    })
}

fn mismatched(state: RefundState, what: &str) -> Option<RefundEvent> {
    match state {
        // A person has it already, or its own reply is still to come.
        RefundState::NeedsPerson | RefundState::Asked => None,
        RefundState::Refunded | RefundState::Failed | RefundState::Absent => contradicted(what),
        RefundState::Unknown | RefundState::Pending => Some(RefundEvent::Mismatched {
            what: what.to_owned(),
        }),
    }
}
