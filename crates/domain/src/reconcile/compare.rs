//! A sale or a refund of ours against what PhonePe's statuses say of it.

use super::{Difference, DifferenceKind, RowOutcome, Side};
use crate::{
    AuthEvidence, Event, Evidence, MISMATCH_ID, MISMATCH_MERCHANT, OurRef, Paise, PaymentEvidence,
    ProviderRef, Refund, RefundEvent, RefundState, Sale, SaleState,
};

/// What came of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    pub outcome: RowOutcome,
    pub difference: Option<Difference>,
}

impl Compared {
    fn without(outcome: RowOutcome) -> Compared {
        Compared {
            outcome,
            difference: None,
        }
    }
}

/// A sale as it stood before the look, against what the look brought. `moved` is what the look proved
/// ([`crate::conclude`]): an open question that got its answer is no difference, an end that PhonePe does not share is.
#[must_use]
pub fn compare_sale(sale: &Sale, evidence: &Evidence, moved: Option<&Event>, now_ms: i64) -> Compared {
    if let Some(kind) = kind_of(sale, evidence, now_ms) {
        let difference = Difference {
            kind,
            our_ref: Some(sale.our_ref.clone()),
            refund_ref: None,
            named: None,
            ours: Some(our_side(sale)),
            theirs: Some(their_side(evidence)),
            line: None,
        };
        return Compared {
            outcome: RowOutcome::Differs,
            difference: Some(difference),
        };
    }
    Compared::without(if moved.is_some() {
        RowOutcome::MovedOn
    } else if sale.state.is_final() || sale.state == SaleState::Held {
        RowOutcome::Agrees
    } else {
        RowOutcome::StillOpen
    })
}

/// The same for a refund, by the transaction status of its own id.
#[must_use]
pub fn compare_refund(
    our_ref: &OurRef,
    refund: &Refund,
    evidence: &PaymentEvidence,
    moved: Option<&RefundEvent>,
) -> Compared {
    if let Some(kind) = refund_kind_of(refund, evidence) {
        let difference = Difference {
            kind,
            our_ref: Some(our_ref.clone()),
            refund_ref: Some(refund.refund_ref.clone()),
            named: None,
            ours: Some(our_refund_side(refund)),
            theirs: Some(payment_side(evidence)),
            line: None,
        };
        return Compared {
            outcome: RowOutcome::Differs,
            difference: Some(difference),
        };
    }
    Compared::without(if moved.is_some() {
        RowOutcome::MovedOn
    } else if refund.state.is_final() {
        RowOutcome::Agrees
    } else {
        RowOutcome::StillOpen
    })
}

/// The question was asked as often as it is, and nothing that can be used came back. `said` is what did come.
#[must_use]
pub fn could_not_be_asked(sale: &Sale, refund: Option<&Refund>, was_answered: bool, said: &str) -> Compared {
    let difference = Difference {
        kind: if was_answered {
            DifferenceKind::Unclear
        } else {
            DifferenceKind::NotAsked
        },
        our_ref: Some(sale.our_ref.clone()),
        refund_ref: refund.map(|refund| refund.refund_ref.clone()),
        named: None,
        ours: Some(refund.map_or_else(|| our_side(sale), our_refund_side)),
        theirs: Some(Side::of(said, None)),
        line: None,
    };
    Compared {
        outcome: RowOutcome::Differs,
        difference: Some(difference),
    }
}

fn kind_of(sale: &Sale, evidence: &Evidence, now_ms: i64) -> Option<DifferenceKind> {
    if let Some(what) = evidence.mismatch() {
        return Some(mismatch_kind(what));
    }
    if let Some(PaymentEvidence::Success {
        amount_paise,
        provider_ref,
    }) = &evidence.payment
    {
        return paid_there(sale, *amount_paise, provider_ref.as_ref());
    }
    if sale.state == SaleState::Paid {
        return unpaid_there(evidence.payment.as_ref());
    }
    match &evidence.auth {
        Some(AuthEvidence::State { state, .. }) => held_there(sale, state, now_ms),
        Some(AuthEvidence::NotFound) => unknown_there(sale, evidence.payment.as_ref()),
        Some(AuthEvidence::Mismatch(_)) | None => None,
    }
}

fn mismatch_kind(what: &str) -> DifferenceKind {
    if what == MISMATCH_MERCHANT {
        DifferenceKind::OtherMerchant
    } else if what == MISMATCH_ID {
        DifferenceKind::OtherId
    } else {
        DifferenceKind::OtherAmount
    }
}

fn paid_there(sale: &Sale, amount: Paise, provider_ref: Option<&ProviderRef>) -> Option<DifferenceKind> {
    match sale.state {
        SaleState::Paid if amount != sale.captured_paise() => Some(DifferenceKind::OtherAmount),
        SaleState::Paid => {
            is_other_ref(sale.provider_ref.as_ref(), provider_ref).then_some(DifferenceKind::OtherId)
        }
        // A capture or release that nobody had answered about: this is the answer.
        SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => None,
        SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::HoldRefused
        | SaleState::HoldAbsent
        | SaleState::Held
        | SaleState::CaptureAsked
        | SaleState::NotPaid
        | SaleState::CancelAsked
        | SaleState::Released
        | SaleState::Expired => Some(DifferenceKind::PaidThereNotHere),
    }
}

/// Only where both sides have one.
pub(super) fn is_other_ref(ours: Option<&ProviderRef>, theirs: Option<&ProviderRef>) -> bool {
    matches!((ours, theirs), (Some(ours), Some(theirs)) if ours != theirs)
}

fn unpaid_there(payment: Option<&PaymentEvidence>) -> Option<DifferenceKind> {
    match payment {
        Some(PaymentEvidence::Failed | PaymentEvidence::Pending) => Some(DifferenceKind::PaidHereNotThere),
        Some(PaymentEvidence::NotFound) => Some(DifferenceKind::UnknownThere),
        Some(PaymentEvidence::Success { .. } | PaymentEvidence::Mismatch(_)) | None => None,
    }
}

fn held_there(sale: &Sale, auth_state: &str, now_ms: i64) -> Option<DifferenceKind> {
    let state = sale.state;
    match auth_state {
        "AUTHORIZED" => state.is_final().then_some(DifferenceKind::StillHeldThere),
        "COMPLETED" | "CREATED" => {
            let nobody_asked = state.is_final() && state != SaleState::NotPaid
                || matches!(state, SaleState::Held | SaleState::HoldUnknown);
            nobody_asked.then_some(DifferenceKind::CapturedThere)
        }
        "CANCELLED" => {
            let too_early = state == SaleState::Held && !sale.is_past_deadline(now_ms);
            too_early.then_some(DifferenceKind::GoneThere)
        }
        _ => Some(DifferenceKind::Unclear),
    }
}

fn unknown_there(sale: &Sale, payment: Option<&PaymentEvidence>) -> Option<DifferenceKind> {
    let must_be_there = match sale.state {
        SaleState::Held => true,
        // A failed payment of it is something that PhonePe knows.
        SaleState::Released | SaleState::Expired | SaleState::NotPaid => {
            payment == Some(&PaymentEvidence::NotFound)
        }
        SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::HoldRefused
        | SaleState::HoldAbsent
        | SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::Paid
        | SaleState::CancelAsked
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => false,
    };
    must_be_there.then_some(DifferenceKind::UnknownThere)
}

fn refund_kind_of(refund: &Refund, evidence: &PaymentEvidence) -> Option<DifferenceKind> {
    let failed_here = matches!(refund.state, RefundState::Failed | RefundState::Absent);
    let done_here = refund.state == RefundState::Refunded;
    match evidence {
        PaymentEvidence::Mismatch(what) => Some(mismatch_kind(what)),
        PaymentEvidence::Success { amount_paise, .. } if *amount_paise != refund.amount_paise => {
            Some(DifferenceKind::OtherAmount)
        }
        PaymentEvidence::Success { provider_ref, .. } => {
            let other = done_here && is_other_ref(refund.provider_ref.as_ref(), provider_ref.as_ref());
            if failed_here {
                Some(DifferenceKind::RefundedThereNotHere)
            } else {
                other.then_some(DifferenceKind::OtherId)
            }
        }
        PaymentEvidence::Pending if failed_here => Some(DifferenceKind::RefundedThereNotHere),
        PaymentEvidence::Pending | PaymentEvidence::Failed => {
            done_here.then_some(DifferenceKind::RefundedHereNotThere)
        }
        PaymentEvidence::NotFound => done_here.then_some(DifferenceKind::UnknownThere),
    }
}

/// What our books say of a sale: its state, and the amount that the state is about.
pub(super) fn our_side(sale: &Sale) -> Side {
    let amount = match sale.state {
        SaleState::Paid => sale.captured_paise(),
        SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::HoldRefused
        | SaleState::HoldAbsent
        | SaleState::Held
        | SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::NotPaid
        | SaleState::CancelAsked
        | SaleState::CancelUnknown
        | SaleState::Released
        | SaleState::Expired
        | SaleState::NeedsPerson => sale.amount_paise,
    };
    let provider_ref = sale.provider_ref.as_ref().map(|of| of.0.as_str());
    Side::of(&format!("{:?}", sale.state), Some(amount)).with_ref(provider_ref)
}

pub(super) fn our_refund_side(refund: &Refund) -> Side {
    let provider_ref = refund.provider_ref.as_ref().map(|of| of.0.as_str());
    Side::of(&format!("Refund {:?}", refund.state), Some(refund.amount_paise)).with_ref(provider_ref)
}

fn their_side(evidence: &Evidence) -> Side {
    let payment = evidence.payment.as_ref().map(payment_side);
    let auth = evidence.auth.as_ref().map(auth_side);
    match (payment, auth) {
        (Some(payment), Some(auth)) => {
            let said = format!("{}; {}", payment.said.verbatim(), auth.said.verbatim());
            Side {
                said: crate::ProviderText::received(&said),
                amount_paise: payment.amount_paise,
                provider_ref: payment.provider_ref.or(auth.provider_ref),
            }
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => Side::of("", None),
    }
}

fn payment_side(evidence: &PaymentEvidence) -> Side {
    match evidence {
        PaymentEvidence::Success {
            amount_paise,
            provider_ref,
        } => Side::of("PAYMENT_SUCCESS", Some(*amount_paise))
            .with_ref(provider_ref.as_ref().map(|of| of.0.as_str())),
        PaymentEvidence::Failed => Side::of("payment failed", None),
        PaymentEvidence::Pending => Side::of("PAYMENT_PENDING", None),
        PaymentEvidence::NotFound => Side::of("TRANSACTION_NOT_FOUND", None),
        PaymentEvidence::Mismatch(what) => Side::of(what, None),
    }
}

fn auth_side(evidence: &AuthEvidence) -> Side {
    match evidence {
        AuthEvidence::State { state, provider_ref } => Side::of(&format!("authState {state}"), None)
            .with_ref(provider_ref.as_ref().map(|of| of.0.as_str())),
        AuthEvidence::NotFound => Side::of("TRANSACTION_NOT_FOUND", None),
        AuthEvidence::Mismatch(what) => Side::of(what, None),
    }
}
