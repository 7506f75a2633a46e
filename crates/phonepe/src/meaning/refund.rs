//! credit/backToSource. Its code table is cut off in every stored page, so hardly anything is final here: whatever is not
//! plainly taken on is looked up by the refund's own id.

use super::{Reply, Verdict, unreadable};
use crate::wire::text;
use domain::{Answer, Meaning, RefusalKind, UnknownWhy};

/// Source: <https://developer.phonepe.com/reference/refund-4> and its siblings' code tables
const FINALS: &[(&str, RefusalKind)] = &[
    ("BAD_REQUEST", RefusalKind::BadRequest),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
];

/// "The first state is PAYMENT_PENDING." A success here is the same to the till: only the transaction status of the
/// refund's id proves that money went back. A second refund "comes back PAYMENT_ERROR with payResponseCode
/// EXCESS_REFUND_AMOUNT"; so would the second copy of a request that something on the way had doubled, whose first copy
/// stands. A PAYMENT_ERROR without that word is on no page of this call.
/// Source: <https://developer.phonepe.com/offline-integration/refund-flow/refund-api>
pub(super) fn refund(reply: &Reply<'_>) -> Verdict {
    match reply.code() {
        "PAYMENT_PENDING" | "PAYMENT_SUCCESS" => accepted(reply),
        "PAYMENT_ERROR" => {
            let why =
                text(reply.payload.pay_response_code, "payResponseCode").map_err(UnknownWhy::Unreadable)?;
            if reply.envelope.success == Some(true) {
                return Err(unreadable("success is true beside a refusing code"));
            }
            if why.as_deref() == Some("EXCESS_REFUND_AMOUNT") {
                Ok(Meaning::Refused(RefusalKind::ExcessRefund))
            } else {
                Err(UnknownWhy::UnlistedCode)
            }
        }
        _ => reply.refused_only_by(FINALS),
    }
}

fn accepted(reply: &Reply<'_>) -> Verdict {
    reply.agrees()?;
    reply.expected_amount(reply.payload.amount, "amount")?;
    Ok(Meaning::Agreed(Answer::RefundAccepted {
        provider_ref: reply.payload.provider_ref(),
    }))
}
