//! What goes back: the envelope, PhonePe's codes with their sentences, and the HTTP status of each.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The sentence under every SUCCESS; the till must not show it as the provider's word to the customer.
pub(crate) const STOCK_SENTENCE: &str = "Your request has been successfully completed.";

/// An answer to one request.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Value,
    /// The effect happened, and yet the caller hears nothing (a member of the training cast).
    pub(crate) lost: bool,
}

/// A request that is turned down with one of PhonePe's codes.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    /// Set when the request broke the published form, rather than asking for something impossible.
    pub(crate) breach: Option<String>,
}

impl Refusal {
    pub(crate) fn of(code: &'static str) -> Self {
        Self { code, breach: None }
    }

    /// A breach of the published form: it is answered and also recorded as a violation.
    pub(crate) fn breach(code: &'static str, what: impl Into<String>) -> Self {
        Self {
            code,
            breach: Some(what.into()),
        }
    }

    /// The usual answer to a malformed request.
    pub(crate) fn bad_request(what: impl Into<String>) -> Self {
        Self::breach("BAD_REQUEST", what)
    }

    pub(crate) fn reply(&self) -> Reply {
        refused(status_of(self.code), self.code)
    }
}

impl Reply {
    /// `{success, code, message, data}`, as in the balance and status samples.
    pub(crate) fn success(data: Value) -> Self {
        let body = json!({"success": true, "code": "SUCCESS", "message": STOCK_SENTENCE, "data": data});
        Self {
            status: 200,
            body,
            lost: false,
        }
    }

    /// The capture and cancel samples have no `success` member: a till that needs it must fail here.
    pub(crate) fn success_without_member(data: Value) -> Self {
        let body = json!({"code": "SUCCESS", "message": STOCK_SENTENCE, "data": data});
        Self {
            status: 200,
            body,
            lost: false,
        }
    }

    /// A transaction status, which is an answer even when the payment failed.
    pub(crate) fn payment(code: &str, data: Value) -> Self {
        let success = code == "PAYMENT_SUCCESS" || code == "PAYMENT_PENDING";
        let body = json!({"success": success, "code": code, "message": sentence(code), "data": data});
        Self {
            status: 200,
            body,
            lost: false,
        }
    }

    /// The same reply with other members, by JSON pointer.
    pub(crate) fn altered(mut self, members: BTreeMap<String, Value>) -> Self {
        for (pointer, value) in members {
            let Some((object, name)) = pointer.rsplit_once('/') else {
                continue;
            };
            if let Some(object) = self.body.pointer_mut(object).and_then(Value::as_object_mut) {
                object.insert(name.to_owned(), value);
            }
        }
        self
    }

    pub(crate) fn code(&self) -> String {
        self.body
            .get("code")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }
}

/// A refusal with a chosen HTTP status.
pub(crate) fn refused(status: u16, code: &str) -> Reply {
    let body = json!({"success": false, "code": code, "message": sentence(code), "data": {}});
    Reply {
        status,
        body,
        lost: false,
    }
}

/// PhonePe prints one status only, 417 for a used transaction id; the rest is the usual meaning of HTTP.
pub(crate) fn status_of(code: &str) -> u16 {
    match code {
        "AUTHORIZATION_FAILED" => 401,
        "TRANSACTION_NOT_FOUND" => 404,
        "INVALID_TRANSACTION_ID" => 417,
        "TOO_MANY_REQUESTS" | "OTP_LIMIT_EXCEEDED" => 429,
        "INTERNAL_SERVER_ERROR" => 500,
        _ => 400,
    }
}

fn sentence(code: &str) -> &'static str {
    match code {
        "AUTHORIZATION_FAILED" => "The value of X-VERIFY is incorrect",
        "BAD_REQUEST" => "Invalid request payload",
        "INTERNAL_SERVER_ERROR" => "Something went wrong. Please call status and try again.",
        "TRANSACTION_NOT_FOUND" => "No Authorization found with the given details.",
        "INVALID_TRANSACTION_ID" => "The transaction id has already been used.",
        "AUTHORIZATION_ALREADY_CANCELLED" => {
            "The authorization for the given transaction is already canceled/expired."
        }
        "AUTHORIZATION_ALREADY_CAPTURED" => {
            "The authorization for the given transaction is already captured."
        }
        "BLOCKED_FRAUD" => "Could not complete transaction due to security reasons.",
        "USER_BLACKLISTED" => "Customer is blacklisted on PhonePe side",
        "USER_BLOCKED" => "User is blocked for 1 day",
        "USER_DOESNOT_EXIST" => "Invalid user",
        "OTP_VERIFY_FAILED" => "The OTP is wrong. Please enter it again.",
        "OTP_EXPIRED" => "Your OTP has expired. Please regenerate your OTP.",
        "OTP_ALREADY_VERIFIED" => "The OTP has already been verified. Resending of OTP is required.",
        "OTP_LIMIT_EXCEEDED" => "Too many OTPs were sent to this number.",
        "INVALID_OTP_TOKEN" => "The OTP token is invalid or expired.",
        "TOO_MANY_REQUESTS" => "Too many requests from the merchant for this API.",
        "INVALID_DEVICE_ID" => "The device id is missing or invalid.",
        "INVALID_USER_AUTH_TOKEN" => "The userAuthToken provided is either expired or invalid",
        "WALLET_RELINK_REQUIRED" => "Please relink PhonePe wallet.",
        "WALLET_NOT_ACTIVATED" => "Please complete your wallet KYC on PhonePe",
        "WALLET_LIMIT_BREACHED" => "Transaction or top-up exceeds the user’s debit limit or credit limit.",
        "APP_VERSION_NOT_SUPPORTED" => {
            "Your App version does not support wallet top-up. Please upgrade your PhonePe app"
        }
        "PAYMENT_SUCCESS" => "Your payment is successful.",
        "PAYMENT_PENDING" => "Payment is pending. Please check the status again.",
        "PAYMENT_ERROR" => "Payment failed: the wallet balance is insufficient or the debit failed.",
        "PAYMENT_DECLINED" => "Payment declined by user.",
        "PAYMENT_CANCELLED" => "Payment cancelled by merchant.",
        _ => "The request could not be completed.",
    }
}
