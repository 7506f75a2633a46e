//! The header table that stands on the verify, authorize and debit pages.

use axum::http::{HeaderMap, HeaderValue};

use crate::calls::Call;
use crate::reply::Refusal;

type Fits = fn(&str) -> bool;

const KNOWN: &[(&str, Fits)] = &[
    ("x-verify", |_| true),
    ("x-device-id", |_| true),
    ("x-device-manufacturer", is_short_text),
    ("x-device-model", is_short_text),
    ("x-os-version", is_short_text),
    ("x-device-upi-id", |text| is_short_text(text) && text.len() <= 35),
    ("x-merchant-app-version", is_version),
    ("x-device-latitude", |text| is_degree(text, 90)),
    ("x-device-longitude", |text| is_degree(text, 180)),
    ("x-device-network-type", is_upper_word),
    ("x-callback-url", |text| text.starts_with("https://")),
    ("x-call-mode", |text| text == "POST" || text == "PUT"),
];

/// Content-Type, and the form of every `X-` header that is there.
pub(crate) fn check_form(call: Call, headers: &HeaderMap) -> Result<(), Refusal> {
    if one(headers, "content-type")?.is_none_or(|kind| !is_json(&kind)) {
        return Err(Refusal::bad_request("Content-Type is not application/json"));
    }
    for name in headers
        .keys()
        .map(|name| name.as_str())
        .filter(|name| name.starts_with("x-"))
    {
        let Some((_, fits)) = KNOWN.iter().find(|(known, _)| *known == name) else {
            return Err(Refusal::bad_request(format!(
                "header {name} is on no page for this call"
            )));
        };
        let value = one(headers, name)?.unwrap_or_default();
        if !fits(&value) {
            return Err(Refusal::bad_request(format!("header {name} has a wrong form")));
        }
    }
    let may_be_called_back = matches!(call, Call::AuthAuthorize | Call::AuthCapture | Call::Refund);
    if headers.contains_key("x-callback-url") && !may_be_called_back {
        return Err(Refusal::bad_request("x-callback-url is not for this call"));
    }
    Ok(())
}

/// X-VERIFY must be there once and be exactly what the simulator computed over the received bytes.
pub(crate) fn check_signature(headers: &HeaderMap, expected: &str) -> Result<(), Refusal> {
    match one(headers, "x-verify")? {
        Some(given) if given == expected => Ok(()),
        Some(_) => Err(Refusal::breach(
            "AUTHORIZATION_FAILED",
            "X-VERIFY does not match the received bytes",
        )),
        None => Err(Refusal::breach("AUTHORIZATION_FAILED", "X-VERIFY is missing")),
    }
}

/// The device id, required on verify, balance and authorize and read wherever it is sent.
///
/// # Errors
/// `INVALID_DEVICE_ID` on the OTP calls (verify page), `WALLET_RELINK_REQUIRED` on balance and authorize
/// (authorize page), when it is missing; too long or unprintable is a breach everywhere.
pub(crate) fn device_id(call: Call, headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    let (required, code) = match call {
        Call::OtpVerify => (true, "INVALID_DEVICE_ID"),
        Call::WalletBalance | Call::AuthAuthorize => (true, "WALLET_RELINK_REQUIRED"),
        // The integration page wants it on send, the trigger page lists none: sent or not, both are accepted.
        Call::OtpSend => (false, "INVALID_DEVICE_ID"),
        Call::TokenUnlink
        | Call::WalletTopup
        | Call::DebitSuggest
        | Call::AuthCapture
        | Call::AuthCancel
        | Call::AuthStatus
        | Call::TransactionStatus
        | Call::Refund => (false, "BAD_REQUEST"),
    };
    match one(headers, "x-device-id")? {
        Some(id) if id.is_empty() || id.len() > 64 || !id.bytes().all(|byte| byte.is_ascii_graphic()) => Err(
            Refusal::breach(code, "X-DEVICE-ID is empty, longer than 64 or not printable"),
        ),
        Some(id) => Ok(Some(id)),
        None if required => Err(Refusal::breach(code, "X-DEVICE-ID is missing")),
        None => Ok(None),
    }
}

fn one(headers: &HeaderMap, name: &str) -> Result<Option<String>, Refusal> {
    let values: Vec<&HeaderValue> = headers.get_all(name).iter().collect();
    match values.as_slice() {
        [] => Ok(None),
        [value] => match value.to_str() {
            Ok(text) => Ok(Some(text.to_owned())),
            Err(_) => Err(Refusal::bad_request(format!("header {name} is not plain text"))),
        },
        _ => Err(Refusal::bad_request(format!(
            "header {name} is there more than once"
        ))),
    }
}

fn is_json(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind == "application/json" || kind == "application/json; charset=utf-8"
}

fn is_short_text(text: &str) -> bool {
    !text.trim().is_empty() && text.len() <= 64
}

fn is_version(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".+-_".contains(&byte);
    text.bytes().next().is_some_and(|first| first.is_ascii_digit()) && text.bytes().all(fits)
}

fn is_upper_word(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    !text.is_empty() && text.bytes().all(fits)
}

/// A decimal number of degrees within `most` either way; read by hand because there are no floats here.
fn is_degree(text: &str, most: i64) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parsed = whole.parse::<i64>().unwrap_or(i64::MAX);
    let edge = parsed == most && part.bytes().all(|byte| byte == b'0');
    digits(whole) && digits(part) && (parsed < most || edge)
}
