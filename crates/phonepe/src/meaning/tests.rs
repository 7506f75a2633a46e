use super::*;
use domain::{Answer, Flow, Mobile, Otp, OurRef, Paise};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use std::str::FromStr;

mod codes;
mod hostile;
mod money;
mod refund;
mod wallet;

pub(crate) const MERCHANT: &str = "MID12345";
pub(crate) const SALE: &str = "S01ARZ3NDEKTSV4RRFFQ69G5FAV";
pub(crate) const REFUND: &str = "R01ARZ3NDEKTSV4RRFFQ69G5FAX";
const OTHER_SALE: &str = "S01ARZ3NDEKTSV4RRFFQ69G5FAW";
pub(crate) const TOKEN: &str = "MID12345b62c83ffdc814eb8a7d9420915e14463";

fn our_ref() -> OurRef {
    OurRef::from_str(SALE).unwrap()
}

fn token() -> SecretString {
    SecretString::from(TOKEN)
}

/// One question per call: a hold of 9,900 of which 5,000 are captured.
pub(crate) fn ask(call: Call) -> Ask {
    let (our_ref, token, amount_paise) = (our_ref(), token(), Paise::new(9_900));
    let flow = Flow::Transactional;
    match call {
        Call::SendOtp => Ask::SendOtp {
            mobile: Mobile::parse("9876543210").unwrap(),
        },
        Call::VerifyOtp => Ask::VerifyOtp {
            otp_token: token,
            otp: Otp::parse("65732").unwrap(),
        },
        Call::Unlink => Ask::Unlink { token },
        Call::Balance => Ask::Balance {
            token,
            amount_paise,
            flow,
        },
        Call::Suggest => Ask::Suggest { token, amount_paise },
        Call::TopUp => Ask::TopUp {
            token,
            amount_paise,
            flow,
            suggested_paise: Vec::new(),
        },
        Call::Authorize => Ask::Authorize {
            our_ref,
            token,
            amount_paise,
            expiry_minutes: 60,
        },
        Call::AuthStatus => Ask::AuthStatus {
            our_ref,
            held_paise: amount_paise,
        },
        Call::Capture => Ask::Capture {
            our_ref,
            amount_paise: Paise::new(5_000),
        },
        Call::Cancel => Ask::Cancel { our_ref },
        Call::TransactionStatus => Ask::TransactionStatus {
            our_ref,
            expected: Expected::Exactly(Paise::new(5_000)),
        },
        Call::Refund => Ask::Refund {
            our_ref,
            refund_ref: refund_ref(),
            amount_paise: Paise::new(3_000),
            reason: domain::RefundReason::parse("too much").unwrap(),
        },
    }
}

fn refund_ref() -> domain::RefundRef {
    REFUND.parse().unwrap()
}

/// PhonePe's own (or described) reply of success to that question.
pub(crate) fn sample(call: Call) -> Value {
    let text = match call {
        Call::SendOtp => include_str!("../../fixtures/replies/otp_send.json"),
        Call::VerifyOtp => include_str!("../../fixtures/replies/otp_verify.json"),
        Call::Unlink => include_str!("../../fixtures/replies/unlink.json"),
        Call::Balance => include_str!("../../fixtures/replies/balance.json"),
        Call::Suggest => include_str!("../../fixtures/replies/suggest.json"),
        Call::TopUp => include_str!("../../fixtures/replies/topup.json"),
        Call::Authorize => include_str!("../../fixtures/replies/authorize.json"),
        Call::AuthStatus => include_str!("../../fixtures/replies/auth_status.json"),
        Call::Capture => include_str!("../../fixtures/replies/capture.json"),
        Call::Cancel => include_str!("../../fixtures/replies/cancel.json"),
        Call::TransactionStatus => include_str!("../../fixtures/replies/payment.json"),
        Call::Refund => include_str!("../../fixtures/replies/refund.json"),
    };
    let text = text.replace("{our_ref}", SALE).replace("{refund_ref}", REFUND);
    serde_json::from_str(&text).unwrap()
}

/// The sample with one member set; `data.amount` is a path.
fn sample_with(call: Call, path: &str, value: Value) -> Value {
    let mut reply = sample(call);
    let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
    let pointer: String = parent
        .split('.')
        .filter(|step| !step.is_empty())
        .map(|step| format!("/{step}"))
        .collect();
    reply
        .pointer_mut(&pointer)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .insert(name.to_owned(), value);
    reply
}

fn sample_without(call: Call, path: &str) -> Value {
    let mut reply = sample_with(call, path, Value::Null);
    let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
    let pointer: String = parent
        .split('.')
        .filter(|step| !step.is_empty())
        .map(|step| format!("/{step}"))
        .collect();
    reply
        .pointer_mut(&pointer)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(name);
    reply
}

fn meaning(call: Call, http_status: u16, reply: &Value) -> Meaning {
    meaning_of(&ask(call), MERCHANT, http_status, reply.to_string().as_bytes()).meaning
}

fn answer(call: Call, reply: &Value) -> Option<Answer> {
    match meaning(call, 200, reply) {
        Meaning::Agreed(answer) => Some(answer),
        Meaning::Refused(_) | Meaning::NotSent(_) | Meaning::Unknown(_) => None,
    }
}

fn why(call: Call, http_status: u16, reply: &Value) -> Option<UnknownWhy> {
    match meaning(call, http_status, reply) {
        Meaning::Unknown(why) => Some(why),
        Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::NotSent(_) => None,
    }
}

fn is_unreadable(call: Call, reply: &Value) -> bool {
    matches!(why(call, 200, reply), Some(UnknownWhy::Unreadable(_)))
}

fn is_mismatch(call: Call, reply: &Value) -> bool {
    matches!(why(call, 200, reply), Some(UnknownWhy::Mismatch(_)))
}

#[test]
fn phonepes_samples_mean_what_its_pages_say() {
    assert!(matches!(answer(Call::SendOtp, &sample(Call::SendOtp)),
        Some(Answer::OtpSent { otp_token }) if otp_token.expose_secret() == "TXN12345"));
    assert!(matches!(answer(Call::VerifyOtp, &sample(Call::VerifyOtp)),
        Some(Answer::Linked { token: linked }) if linked.expose_secret() == token().expose_secret()));
    assert!(matches!(
        answer(Call::Unlink, &sample(Call::Unlink)),
        Some(Answer::Unlinked)
    ));
    assert!(matches!(answer(Call::TopUp, &sample(Call::TopUp)),
        Some(Answer::TopUp(offer)) if offer.url == "phonepe://wallet/topup?id=abc"));
    assert!(matches!(
        answer(Call::Authorize, &sample(Call::Authorize)),
        Some(Answer::Authorized { provider_ref: None })
    ));
    assert!(matches!(answer(Call::AuthStatus, &sample(Call::AuthStatus)),
        Some(Answer::AuthState { state, captured_paise: Some(Paise::ZERO), provider_ref: None }) if state == "AUTHORIZED"));
    assert!(matches!(answer(Call::Capture, &sample(Call::Capture)),
        Some(Answer::CaptureAccepted { provider_ref: Some(found) }) if found.0 == "P2008151338006639533115"));
    assert!(matches!(
        answer(Call::Cancel, &sample(Call::Cancel)),
        Some(Answer::Cancelled)
    ));
    assert!(
        matches!(answer(Call::TransactionStatus, &sample(Call::TransactionStatus)),
        Some(Answer::PaymentSuccess { amount_paise, provider_ref: Some(_) }) if amount_paise == Paise::new(5_000))
    );
}

#[test]
fn a_reply_of_success_without_its_member_says_nothing() {
    for (call, member) in [
        (Call::SendOtp, "data.otpToken"),
        (Call::VerifyOtp, "data.userAuthToken"),
        (Call::Balance, "data.wallet"),
        (Call::Balance, "data.wallet.usableBalance"),
        (Call::Suggest, "data.wallet.usableBalance"),
        (Call::TopUp, "data.redirectUrl"),
        (Call::Authorize, "data.authState"),
        (Call::Capture, "data.authState"),
        (Call::Cancel, "data.authState"),
    ] {
        assert!(
            is_unreadable(call, &sample_without(call, member)),
            "{call:?} {member}"
        );
        assert!(is_unreadable(call, &sample_without(call, "data")), "{call:?}");
        assert!(
            is_unreadable(call, &sample_with(call, "data", json!("x"))),
            "{call:?}"
        );
    }
}

#[test]
fn the_code_and_the_words_are_kept_beside_every_meaning() {
    let reply = json!({ "success": false, "code": "OTP_EXPIRED", "message": "OTP has expired" });
    let read = meaning_of(&ask(Call::VerifyOtp), MERCHANT, 400, reply.to_string().as_bytes());
    assert_eq!(
        (read.code.as_deref(), read.words.unwrap().verbatim()),
        (Some("OTP_EXPIRED"), "OTP has expired")
    );
    let reply =
        json!({ "success": false, "code": "INTERNAL_SERVER_ERROR", "data": { "displayMessage": "Later" } });
    let read = meaning_of(&ask(Call::Capture), MERCHANT, 500, reply.to_string().as_bytes());
    assert_eq!(
        (read.code.as_deref(), read.words.unwrap().verbatim()),
        (Some("INTERNAL_SERVER_ERROR"), "Later")
    );
}
