//! auth/authorize, auth status, auth/capture and auth/cancel. The lists of final codes are each page's own.

use super::{Reply, Verdict, needed, unreadable};
use crate::wire::{paise, text};
use domain::{Answer, Meaning, Paise, RefusalKind, UnknownWhy};

const AUTH_STATE_CHARS_MAX: usize = 64;

/// `INVALID_TRANSACTION_ID` (this id was used already) is not among them: the first use may be our own, and stand.
/// Source: <https://developer.phonepe.com/v1/reference/submit-auth-request-1> and its siblings' code tables
const AUTHORIZE_FINALS: &[(&str, RefusalKind)] = &[
    ("BAD_REQUEST", RefusalKind::BadRequest),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
    ("USER_BLACKLISTED", RefusalKind::UserBlacklisted),
    ("USER_DOESNOT_EXIST", RefusalKind::UserUnknown),
    ("BLOCKED_FRAUD", RefusalKind::Fraud),
    ("INVALID_USER_AUTH_TOKEN", RefusalKind::RelinkNeeded),
    ("WALLET_RELINK_REQUIRED", RefusalKind::RelinkNeeded),
];

/// Source: <https://developer.phonepe.com/v1/reference/check-auth-status>
const STATUS_FINALS: &[(&str, RefusalKind)] = &[
    ("TRANSACTION_NOT_FOUND", RefusalKind::NotFound),
    ("BAD_REQUEST", RefusalKind::BadRequest),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
    ("USER_BLACKLISTED", RefusalKind::UserBlacklisted),
    ("USER_DOESNOT_EXIST", RefusalKind::UserUnknown),
];

/// Source: <https://developer.phonepe.com/v1/reference/submit-capture-request>
const CAPTURE_FINALS: &[(&str, RefusalKind)] = &[
    ("AUTHORIZATION_ALREADY_CANCELLED", RefusalKind::AlreadyCancelled),
    ("INVALID_TRANSACTION_ID", RefusalKind::AlreadyAsked),
    ("TRANSACTION_NOT_FOUND", RefusalKind::NotFound),
    ("BAD_REQUEST", RefusalKind::BadRequest),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
    ("USER_BLACKLISTED", RefusalKind::UserBlacklisted),
    ("BLOCKED_FRAUD", RefusalKind::Fraud),
];

/// Source: <https://developer.phonepe.com/v1/reference/cancel-auth-request>
const CANCEL_FINALS: &[(&str, RefusalKind)] = &[
    ("AUTHORIZATION_ALREADY_CANCELLED", RefusalKind::AlreadyCancelled),
    ("AUTHORIZATION_ALREADY_CAPTURED", RefusalKind::AlreadyCaptured),
    ("TRANSACTION_NOT_FOUND", RefusalKind::NotFound),
    ("BAD_REQUEST", RefusalKind::BadRequest),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
    ("USER_BLACKLISTED", RefusalKind::UserBlacklisted),
    ("USER_DOESNOT_EXIST", RefusalKind::UserUnknown),
];

/// PhonePe prints no reply of this call. By its siblings it carries an authState; only AUTHORIZED is a hold.
pub(super) fn authorize(reply: &Reply<'_>) -> Verdict {
    if reply.code() != "SUCCESS" {
        return reply.refused_only_by(AUTHORIZE_FINALS);
    }
    reply.agrees()?;
    reply.expected_amount(reply.payload.amount, "amount")?;
    reply.expected_amount(reply.payload.authorized_amount, "authorizedAmount")?;
    if auth_state(reply)? != "AUTHORIZED" {
        return Err(unreadable("authState is not AUTHORIZED"));
    }
    Ok(Meaning::Agreed(Answer::Authorized {
        provider_ref: reply.payload.provider_ref(),
    }))
}

/// The state is an open string and passes as it is. "authState=COMPLETED does not guarantee transaction completion".
pub(super) fn status(reply: &Reply<'_>) -> Verdict {
    if reply.code() != "SUCCESS" {
        return reply.refused_only_by(STATUS_FINALS);
    }
    reply.agrees()?;
    needed(
        text(reply.payload.transaction_id, "transactionId"),
        "transactionId",
    )?;
    let has_amount = reply.expected_amount(reply.payload.authorized_amount, "authorizedAmount")?;
    let state = auth_state(reply)?;
    if state == "AUTHORIZED" && !has_amount {
        return Err(unreadable("authorizedAmount is missing"));
    }
    let captured_paise = captured(reply)?;
    Ok(Meaning::Agreed(Answer::AuthState {
        state,
        captured_paise,
        provider_ref: reply.payload.provider_ref(),
    }))
}

/// The sample's authState is CREATED; COMPLETED is a capture that went through at once. Neither means paid.
pub(super) fn capture(reply: &Reply<'_>) -> Verdict {
    if reply.code() != "SUCCESS" {
        return reply.refused_only_by(CAPTURE_FINALS);
    }
    reply.agrees()?;
    reply.expected_amount(reply.payload.amount, "amount")?;
    if !matches!(auth_state(reply)?.as_str(), "CREATED" | "COMPLETED") {
        return Err(unreadable("authState is neither CREATED nor COMPLETED"));
    }
    Ok(Meaning::Agreed(Answer::CaptureAccepted {
        provider_ref: reply.payload.provider_ref(),
    }))
}

pub(super) fn cancel(reply: &Reply<'_>) -> Verdict {
    if reply.code() != "SUCCESS" {
        return reply.refused_only_by(CANCEL_FINALS);
    }
    reply.agrees()?;
    if auth_state(reply)? != "CANCELLED" {
        return Err(unreadable("authState is not CANCELLED"));
    }
    Ok(Meaning::Agreed(Answer::Cancelled))
}

fn auth_state(reply: &Reply<'_>) -> Result<String, UnknownWhy> {
    let state = needed(text(reply.payload.auth_state, "authState"), "authState")?;
    let is_word =
        (1..=AUTH_STATE_CHARS_MAX).contains(&state.len()) && state.chars().all(|c| c.is_ascii_graphic());
    if is_word {
        Ok(state)
    } else {
        Err(unreadable("authState is not a word"))
    }
}

fn captured(reply: &Reply<'_>) -> Result<Option<Paise>, UnknownWhy> {
    let captured = paise(reply.payload.captured_amount, "capturedAmount").map_err(UnknownWhy::Unreadable)?;
    let held = paise(reply.payload.authorized_amount, "authorizedAmount").map_err(UnknownWhy::Unreadable)?;
    match (captured, held) {
        (Some(captured), _) if captured.get() < 0 => Err(unreadable("capturedAmount is below zero")),
        (Some(captured), Some(held)) if captured > held => {
            Err(UnknownWhy::Mismatch("more was captured than was held".to_owned()))
        }
        (captured, _) => Ok(captured),
    }
}
