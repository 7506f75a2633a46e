//! otp/send, otp/verify and token/unlink. They move no money.

use super::{Reply, Verdict, needed, unreadable};
use crate::wire::text;
use domain::{Answer, Meaning, RefusalKind, UnknownWhy};
use secrecy::SecretString;
use serde_json::value::RawValue;

const TOKEN_CHARS_MAX: usize = 1_024;

/// Sources: <https://developer.phonepe.com/reference/verify-otp-and-linking>,
/// <https://developer.phonepe.com/v1/reference/verify-otp-and-linking>, <https://developer.phonepe.com/reference/unlinking>
const REFUSALS: &[(&str, RefusalKind)] = &[
    ("OTP_VERIFY_FAILED", RefusalKind::WrongOtp),
    ("OTP_EXPIRED", RefusalKind::OtpExpired),
    ("INVALID_OTP_TOKEN", RefusalKind::OtpTokenInvalid),
    ("OTP_ALREADY_VERIFIED", RefusalKind::OtpAlreadyUsed),
    ("OTP_LIMIT_EXCEEDED", RefusalKind::OtpLimit),
    ("TOO_MANY_REQUESTS", RefusalKind::TooManyRequests),
    ("USER_BLOCKED", RefusalKind::UserBlocked),
    ("USER_BLACKLISTED", RefusalKind::UserBlacklisted),
    // On no linking page that was found, but on every other: a number without an account is the likeliest to be typed.
    ("USER_DOESNOT_EXIST", RefusalKind::UserUnknown),
    ("INVALID_DEVICE_ID", RefusalKind::WrongDevice),
    ("INVALID_USER_AUTH_TOKEN", RefusalKind::RelinkNeeded),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
    ("BAD_REQUEST", RefusalKind::BadRequest),
];

pub(super) fn send_otp(reply: &Reply<'_>) -> Verdict {
    answer(reply, || {
        Ok(Answer::OtpSent {
            otp_token: token(reply.payload.otp_token, "otpToken")?,
        })
    })
}

pub(super) fn verify_otp(reply: &Reply<'_>) -> Verdict {
    answer(reply, || {
        Ok(Answer::Linked {
            token: token(reply.payload.user_auth_token, "userAuthToken")?,
        })
    })
}

pub(super) fn unlink(reply: &Reply<'_>) -> Verdict {
    answer(reply, || Ok(Answer::Unlinked))
}

fn answer(reply: &Reply<'_>, read: impl FnOnce() -> Result<Answer, UnknownWhy>) -> Verdict {
    if reply.code() != "SUCCESS" {
        return reply.refused_by(REFUSALS);
    }
    reply.agrees()?;
    read().map(Meaning::Agreed)
}

/// Opaque; only what could never be a token is refused.
fn token(raw: Option<&RawValue>, name: &str) -> Result<SecretString, UnknownWhy> {
    let text = needed(text(raw, name), name)?;
    let is_token = (1..=TOKEN_CHARS_MAX).contains(&text.len()) && text.chars().all(|c| c.is_ascii_graphic());
    if is_token {
        Ok(SecretString::from(text))
    } else {
        Err(unreadable("the token is not one"))
    }
}
