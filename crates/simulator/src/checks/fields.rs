//! The request tables of the pages: per call each field's name, type and whether it must be there.

use serde_json::Value;

use super::body::Payload;
use crate::calls::Call;
use crate::reply::Refusal;

struct Field {
    name: &'static str,
    kind: Kind,
    must: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    TransactionId,
    TenDigits,
    /// Paise from this number up; a float, a string or a null is a breach.
    Paise(i64),
    Minutes,
    Flag,
    OneOf(&'static [&'static str]),
    ThreeAmounts,
    DeviceContext,
}

const fn must(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        must: true,
    }
}

const fn may(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        must: false,
    }
}

const MERCHANT: Field = must("merchantId", Kind::Text);
const TOKEN: Field = must("userAuthToken", Kind::Text);
const TRANSACTION: Field = must("transactionId", Kind::TransactionId);
const WORKFLOW: Field = must(
    "topupWorkflowType",
    Kind::OneOf(&["TRANSACTIONAL", "NON_TRANSACTIONAL"]),
);
const DEVICE: Field = may("deviceContext", Kind::DeviceContext);

// The pages' tables, in their order: trigger OTP, verify OTP, unlinking, wallet balance, wallet top-up, submit
// auth, submit capture, cancel auth, refund.
const OTP_SEND: &[Field] = &[
    MERCHANT,
    must("mobileNumber", Kind::TenDigits),
    may("email", Kind::Text),
    may("shortName", Kind::Text),
    may("requestType", Kind::OneOf(&["WALLET", "CREDIT"])),
];
const OTP_VERIFY: &[Field] = &[MERCHANT, must("otpToken", Kind::Text), must("otp", Kind::Text)];
const TOKEN_UNLINK: &[Field] = &[MERCHANT, TOKEN];
const WALLET_BALANCE: &[Field] = &[
    MERCHANT,
    TOKEN,
    must("txnAmount", Kind::Paise(0)),
    WORKFLOW,
    DEVICE,
];
const WALLET_TOPUP: &[Field] = &[
    MERCHANT,
    must("amount", Kind::Paise(1)),
    may("recommendedAmounts", Kind::ThreeAmounts),
    may("adjustAmount", Kind::Flag),
    may("linkType", Kind::OneOf(&["WALLET_TOPUP_DEEPLINK"])),
    may("userAuthToken", Kind::Text),
    WORKFLOW,
    DEVICE,
];
const AUTH_AUTHORIZE: &[Field] = &[
    MERCHANT,
    TOKEN,
    must("authRequestType", Kind::OneOf(&["WALLET_AUTH"])),
    TRANSACTION,
    must("amount", Kind::Paise(1)),
    may("expiry", Kind::Minutes),
];
const AUTH_CAPTURE: &[Field] = &[MERCHANT, TRANSACTION, may("amount", Kind::Paise(1))];
const AUTH_CANCEL: &[Field] = &[MERCHANT, TRANSACTION];
const REFUND: &[Field] = &[
    MERCHANT,
    TRANSACTION,
    may("originalTransactionId", Kind::TransactionId),
    may("providerReferenceId", Kind::Text),
    must("amount", Kind::Paise(1)),
    must("merchantOrderId", Kind::Text),
    must("message", Kind::Text),
    may("subMerchant", Kind::Text),
];

fn fields_of(call: Call) -> &'static [Field] {
    match call {
        Call::OtpSend => OTP_SEND,
        Call::OtpVerify => OTP_VERIFY,
        Call::TokenUnlink => TOKEN_UNLINK,
        Call::WalletBalance => WALLET_BALANCE,
        Call::WalletTopup => WALLET_TOPUP,
        Call::AuthAuthorize => AUTH_AUTHORIZE,
        Call::AuthCapture => AUTH_CAPTURE,
        Call::AuthCancel => AUTH_CANCEL,
        Call::Refund => REFUND,
        Call::DebitSuggest | Call::AuthStatus | Call::TransactionStatus => &[],
    }
}

/// # Errors
/// `BAD_REQUEST` for a missing, doubled, unknown, null or wrongly typed field.
pub(crate) fn check(call: Call, payload: &Payload) -> Result<(), Refusal> {
    let fields = fields_of(call);
    for (at, (name, value)) in payload.members().iter().enumerate() {
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            return Err(Refusal::bad_request(format!(
                "field {name} is on no page for this call"
            )));
        };
        if payload
            .members()
            .iter()
            .take(at)
            .any(|(earlier, _)| earlier == name)
        {
            return Err(Refusal::bad_request(format!("field {name} is there twice")));
        }
        if !fits(field.kind, value) {
            return Err(Refusal::bad_request(format!(
                "field {name} has a wrong type or form"
            )));
        }
    }
    match fields
        .iter()
        .find(|field| field.must && payload.get(field.name).is_none())
    {
        Some(field) => Err(Refusal::bad_request(format!("field {} is missing", field.name))),
        None if call == Call::WalletBalance => check_zero_amount(payload),
        None if call == Call::Refund => check_refund_ids(payload),
        None => Ok(()),
    }
}

/// "Can be 0 for a NON_TRANSACTIONAL flow", and so not for the other one.
fn check_zero_amount(payload: &Payload) -> Result<(), Refusal> {
    if payload.text("topupWorkflowType") == "TRANSACTIONAL" && payload.number("txnAmount") == Some(0) {
        return Err(Refusal::bad_request("txnAmount is 0 in a TRANSACTIONAL flow"));
    }
    Ok(())
}

/// The tables mark both ids of the payment mandatory and say beside them "use only one".
fn check_refund_ids(payload: &Payload) -> Result<(), Refusal> {
    let ids = ["originalTransactionId", "providerReferenceId"];
    match ids.into_iter().filter(|name| payload.get(name).is_some()).count() {
        1 => Ok(()),
        _ => Err(Refusal::bad_request(
            "exactly one of originalTransactionId and providerReferenceId names the payment",
        )),
    }
}

/// Letters, digits, `_` and `-`, at most 34: within every length that the pages give.
pub(crate) fn is_transaction_id(id: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    !id.is_empty() && id.len() <= 34 && id.bytes().all(fits)
}

fn fits(kind: Kind, value: &Value) -> bool {
    let text = value.as_str();
    match kind {
        Kind::Text => text.is_some_and(|text| !text.is_empty() && text.len() <= 255),
        Kind::TransactionId => text.is_some_and(is_transaction_id),
        Kind::TenDigits => text.is_some_and(is_mobile),
        Kind::Paise(least) => value.as_i64().is_some_and(|paise| paise >= least),
        // PhonePe prints no bounds for expiry; a month is ours.
        Kind::Minutes => value
            .as_i64()
            .is_some_and(|minutes| (1..=43_200).contains(&minutes)),
        Kind::Flag => value.is_boolean(),
        Kind::OneOf(words) => text.is_some_and(|text| words.contains(&text)),
        Kind::ThreeAmounts => value.as_array().is_some_and(|amounts| {
            amounts.len() == 3 && amounts.iter().all(|amount| fits(Kind::Paise(1), amount))
        }),
        Kind::DeviceContext => value.as_object().is_some_and(|context| {
            context.len() == 1
                && context
                    .get("phonePeVersionCode")
                    .and_then(Value::as_i64)
                    .is_some_and(|code| code > 0)
        }),
    }
}

/// Ten digits beginning 6 to 9: PhonePe's sample has ten, the rest is India's numbering plan.
pub(crate) fn is_mobile(text: &str) -> bool {
    text.len() == 10
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.bytes().next().is_some_and(|first| first >= b'6')
}
