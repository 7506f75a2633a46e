//! The words in which the engine and the provider's client talk. No JSON and no HTTP here; the client turns them into
//! PhonePe's calls and PhonePe's replies into these.

use crate::{Balance, Flow, Mobile, OurRef, Paise, ProviderRef, ProviderText, RefundReason, RefundRef};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

/// The provider's calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    SendOtp,
    VerifyOtp,
    Unlink,
    Balance,
    Suggest,
    TopUp,
    Authorize,
    AuthStatus,
    Capture,
    Cancel,
    TransactionStatus,
    Refund,
}

impl Call {
    pub const ALL: [Call; 12] = [
        Call::SendOtp,
        Call::VerifyOtp,
        Call::Unlink,
        Call::Balance,
        Call::Suggest,
        Call::TopUp,
        Call::Authorize,
        Call::AuthStatus,
        Call::Capture,
        Call::Cancel,
        Call::TransactionStatus,
        Call::Refund,
    ];

    /// Moves or blocks money: its intent is committed before it is sent, and no layer repeats it.
    #[must_use]
    pub fn moves_money(self) -> bool {
        matches!(
            self,
            Call::Authorize | Call::Capture | Call::Cancel | Call::Refund
        )
    }
}

/// A one-time password as typed. Never stored, never shown again.
#[derive(Clone)]
pub struct Otp(SecretString);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OtpRefusal {
    #[error("no OTP was typed")]
    Empty,
    #[error("the OTP has other characters than digits")]
    NotDigits,
    #[error("the OTP is not four to eight digits long")]
    WrongLength,
}

impl Otp {
    /// PhonePe documents no length (its sample has five digits), so four to eight are let through.
    ///
    /// # Errors
    /// An [`OtpRefusal`]; nothing is sent.
    pub fn parse(typed: &str) -> Result<Otp, OtpRefusal> {
        let bare: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        match bare.len() {
            0 => Err(OtpRefusal::Empty),
            _ if !bare.bytes().all(|byte| byte.is_ascii_digit()) => Err(OtpRefusal::NotDigits),
            4..=8 => Ok(Otp(SecretString::from(bare))),
            _ => Err(OtpRefusal::WrongLength),
        }
    }

    #[must_use]
    pub fn secret(&self) -> &SecretString {
        &self.0
    }
}

impl std::fmt::Debug for Otp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Otp(••••)")
    }
}

/// Which amount a reply must carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Exactly(Paise),
    /// A sale that was captured without our asking (found while releasing): any amount up to the hold.
    AtMost(Paise),
}

impl Expected {
    #[must_use]
    pub fn allows(self, amount: Paise) -> bool {
        match self {
            Expected::Exactly(paise) => amount == paise,
            Expected::AtMost(paise) => amount.is_positive() && amount <= paise,
        }
    }
}

/// One question to the provider, with all it needs.
#[derive(Clone, Debug)]
pub enum Ask {
    SendOtp {
        mobile: Mobile,
    },
    VerifyOtp {
        otp_token: SecretString,
        otp: Otp,
    },
    Unlink {
        token: SecretString,
    },
    Balance {
        token: SecretString,
        amount_paise: Paise,
        flow: Flow,
    },
    Suggest {
        token: SecretString,
        amount_paise: Paise,
    },
    TopUp {
        token: SecretString,
        amount_paise: Paise,
        flow: Flow,
        suggested_paise: Vec<Paise>,
    },
    Authorize {
        our_ref: OurRef,
        token: SecretString,
        amount_paise: Paise,
        expiry_minutes: u32,
    },
    AuthStatus {
        our_ref: OurRef,
        held_paise: Paise,
    },
    Capture {
        our_ref: OurRef,
        amount_paise: Paise,
    },
    Cancel {
        our_ref: OurRef,
    },
    TransactionStatus {
        our_ref: OurRef,
        expected: Expected,
    },
    /// Part or all of a paid sale goes back, under an id of its own.
    Refund {
        our_ref: OurRef,
        refund_ref: RefundRef,
        amount_paise: Paise,
        reason: RefundReason,
    },
    /// The transaction status of a refund's id: the only proof that it was made.
    RefundStatus {
        refund_ref: RefundRef,
        amount_paise: Paise,
    },
}

impl Ask {
    #[must_use]
    pub fn call(&self) -> Call {
        match self {
            Ask::SendOtp { .. } => Call::SendOtp,
            Ask::VerifyOtp { .. } => Call::VerifyOtp,
            Ask::Unlink { .. } => Call::Unlink,
            Ask::Balance { .. } => Call::Balance,
            Ask::Suggest { .. } => Call::Suggest,
            Ask::TopUp { .. } => Call::TopUp,
            Ask::Authorize { .. } => Call::Authorize,
            Ask::AuthStatus { .. } => Call::AuthStatus,
            Ask::Capture { .. } => Call::Capture,
            Ask::Cancel { .. } => Call::Cancel,
            Ask::TransactionStatus { .. } | Ask::RefundStatus { .. } => Call::TransactionStatus,
            Ask::Refund { .. } => Call::Refund,
        }
    }
}

/// What came back, in our words. Built only by the provider's client.
#[derive(Clone, Debug)]
pub struct Heard {
    pub call: Call,
    pub meaning: Meaning,
    /// PhonePe's `code`, verbatim, when the reply had one.
    pub code: Option<String>,
    /// PhonePe's words for people: `data.displayMessage`, else `message` unless it is the stock success sentence.
    pub words: Option<ProviderText>,
    pub http_status: Option<u16>,
    /// SHA-256 of the reply's bytes, lower-case hex.
    pub reply_sha256: Option<String>,
    pub took_ms: u64,
}

/// What may be concluded from a reply. The split between *certainly not sent*, *answered* and *unknown* is the most
/// important one in the program.
#[derive(Clone, Debug)]
pub enum Meaning {
    Agreed(Answer),
    /// A documented final code of this call.
    Refused(RefusalKind),
    /// Nothing can have left this machine: name not found, connection refused, TLS not agreed.
    NotSent(String),
    /// Everything else.
    Unknown(UnknownWhy),
}

/// What an [`UnknownWhy::Mismatch`] says when the reply names another merchant, or another id; any other is of an amount.
pub const MISMATCH_MERCHANT: &str = "the reply names another merchant";
pub const MISMATCH_ID: &str = "the reply is about another transactionId";

/// Why an outcome is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownWhy {
    TimedOut,
    /// The connection broke after the request may have left.
    ConnectionLost,
    /// PhonePe said that it does not know (`INTERNAL_SERVER_ERROR`, 5xx).
    ProviderError,
    /// Not the documented form: HTML, bad JSON, a member missing, too large, a redirect.
    Unreadable(String),
    /// A code that this call's pages do not list as final.
    UnlistedCode,
    /// Another amount, merchant or reference than was asked for: needs a person.
    Mismatch(String),
}

/// A documented answer.
#[derive(Clone, Debug)]
pub enum Answer {
    OtpSent {
        otp_token: SecretString,
    },
    Linked {
        token: SecretString,
    },
    Unlinked,
    Balance(Balance),
    TopUp(TopUpOffer),
    /// `authState` AUTHORIZED in the authorize reply.
    Authorized {
        provider_ref: Option<ProviderRef>,
    },
    /// `authState` of a status reply, an open string (`AUTHORIZED`, `CREATED`, `COMPLETED`, `CANCELLED` are known).
    AuthState {
        state: String,
        captured_paise: Option<Paise>,
        provider_ref: Option<ProviderRef>,
    },
    /// The capture request was accepted; only the transaction status proves the payment.
    CaptureAccepted {
        provider_ref: Option<ProviderRef>,
    },
    Cancelled,
    /// PhonePe took the refund on; only the transaction status of the refund's id proves it.
    RefundAccepted {
        provider_ref: Option<ProviderRef>,
    },
    /// PAYMENT_SUCCESS with equal reference, merchant and amount.
    PaymentSuccess {
        amount_paise: Paise,
        provider_ref: Option<ProviderRef>,
    },
    /// PAYMENT_ERROR, PAYMENT_DECLINED, PAYMENT_CANCELLED: final.
    PaymentFailed,
    /// PAYMENT_PENDING (or TIMED_OUT, which sources contradict each other on).
    PaymentPending,
}

/// Where a customer can top up. The URL is an Android deep link by PhonePe's word; the till draws it as a QR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopUpOffer {
    pub url: String,
}

/// PhonePe's refusals, by what the till does next. The code itself stays beside it in [`Heard`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalKind {
    /// OTP_VERIFY_FAILED
    WrongOtp,
    /// OTP_EXPIRED
    OtpExpired,
    /// INVALID_OTP_TOKEN
    OtpTokenInvalid,
    /// OTP_ALREADY_VERIFIED
    OtpAlreadyUsed,
    /// OTP_LIMIT_EXCEEDED
    OtpLimit,
    /// TOO_MANY_REQUESTS
    TooManyRequests,
    /// USER_BLOCKED: for one day
    UserBlocked,
    /// USER_BLACKLISTED
    UserBlacklisted,
    /// USER_DOESNOT_EXIST, MERCHANT_USER_NOT_FOUND
    UserUnknown,
    /// INVALID_USER_AUTH_TOKEN, WALLET_RELINK_REQUIRED
    RelinkNeeded,
    /// AUTHORIZATION_FAILED: the X-VERIFY is wrong, so the salt key or its index is
    WrongSignature,
    /// INVALID_DEVICE_ID
    WrongDevice,
    /// BAD_REQUEST
    BadRequest,
    /// TRANSACTION_NOT_FOUND
    NotFound,
    /// AUTHORIZATION_ALREADY_CANCELLED
    AlreadyCancelled,
    /// AUTHORIZATION_ALREADY_CAPTURED
    AlreadyCaptured,
    /// INVALID_TRANSACTION_ID: this id was used already; on capture, it was asked already
    AlreadyAsked,
    /// BLOCKED_FRAUD
    Fraud,
    /// PAYMENT_ERROR with EXCESS_REFUND_AMOUNT: another refund of the payment is under way, or more than was paid
    ExcessRefund,
    /// A final refusal without a money effect and without a kind of its own (the wallet and OTP calls' unlisted codes).
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn four_calls_move_money() {
        let moving: Vec<Call> = Call::ALL.into_iter().filter(|call| call.moves_money()).collect();
        assert_eq!(
            moving,
            [Call::Authorize, Call::Capture, Call::Cancel, Call::Refund]
        );
    }

    #[test]
    fn otps_are_digits_and_pasted_spaces_are_understood() {
        assert_eq!(Otp::parse(" 12-3 45 ").unwrap().secret().expose_secret(), "12345");
        for (typed, refusal) in [
            ("", OtpRefusal::Empty),
            ("12a45", OtpRefusal::NotDigits),
            ("123", OtpRefusal::WrongLength),
            ("123456789", OtpRefusal::WrongLength),
        ] {
            assert_eq!(Otp::parse(typed).err(), Some(refusal));
        }
        assert_eq!(format!("{:?}", Otp::parse("12345").unwrap()), "Otp(••••)");
    }

    #[test]
    fn an_expected_amount_is_exact_or_bounded() {
        let hundred = Paise::new(10_000);
        assert!(Expected::Exactly(hundred).allows(hundred));
        assert!(!Expected::Exactly(hundred).allows(Paise::new(9_999)));
        assert!(Expected::AtMost(hundred).allows(Paise::new(9_999)));
        assert!(!Expected::AtMost(hundred).allows(Paise::new(10_001)));
        assert!(!Expected::AtMost(hundred).allows(Paise::ZERO));
    }
}
