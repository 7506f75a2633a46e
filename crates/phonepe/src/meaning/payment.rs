//! The transaction status: the only proof of a payment.

use super::{Reply, Verdict, needed, unreadable};
use crate::wire::{paise, text};
use domain::{Answer, Meaning, RefusalKind};

/// Source: <https://developer.phonepe.com/v1/reference/check-transaction-status>
const FINALS: &[(&str, RefusalKind)] = &[
    ("TRANSACTION_NOT_FOUND", RefusalKind::NotFound),
    ("BAD_REQUEST", RefusalKind::BadRequest),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
];

/// `code` decides; PhonePe says to ignore `paymentState`. TIMED_OUT is final in one source and pending in another, so it
/// is asked again.
pub(super) fn status(reply: &Reply<'_>) -> Verdict {
    match reply.code() {
        "PAYMENT_SUCCESS" => success(reply),
        "PAYMENT_ERROR" | "PAYMENT_DECLINED" | "PAYMENT_CANCELLED" => {
            Ok(Meaning::Agreed(Answer::PaymentFailed))
        }
        "PAYMENT_PENDING" | "TIMED_OUT" => Ok(Meaning::Agreed(Answer::PaymentPending)),
        _ => reply.refused_only_by(FINALS),
    }
}

/// Equal ids and an expected amount, none of them missing. That those that are there are equal was seen before.
fn success(reply: &Reply<'_>) -> Verdict {
    reply.agrees()?;
    if !reply.expected_amount(reply.payload.amount, "amount")? {
        return Err(unreadable("amount is missing"));
    }
    needed(text(reply.payload.merchant_id, "merchantId"), "merchantId")?;
    needed(
        text(reply.payload.transaction_id, "transactionId"),
        "transactionId",
    )?;
    let amount_paise = needed(paise(reply.payload.amount, "amount"), "amount")?;
    Ok(Meaning::Agreed(Answer::PaymentSuccess {
        amount_paise,
        provider_ref: reply.payload.provider_ref(),
    }))
}
