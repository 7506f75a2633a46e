//! The twelve calls, and which of them a request line means.

use axum::http::{Method, Uri};
use serde::{Deserialize, Serialize};

/// A call of PhonePe's API. Faults and counts are kept per call, under these names in snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// `POST /v3/merchant/otp/send`
    OtpSend,
    /// `POST /v3/merchant/otp/verify`
    OtpVerify,
    /// `POST /v3/merchant/token/unlink`
    TokenUnlink,
    /// `POST /v3/wallet/balance`
    WalletBalance,
    /// `POST /v3/wallet/topup`
    WalletTopup,
    /// `GET /v3/account/token/{merchantId}/{userAuthToken}/debit/suggest`
    DebitSuggest,
    /// `POST /v3/auth/authorize`
    AuthAuthorize,
    /// `POST /v3/auth/capture`
    AuthCapture,
    /// `POST /v3/auth/cancel`
    AuthCancel,
    /// `GET /v3/auth/{merchantId}/{transactionId}/status`
    AuthStatus,
    /// `GET /v3/transaction/{merchantId}/{transactionId}/status`
    TransactionStatus,
    /// `POST /v3/credit/backToSource`
    Refund,
}

/// A request line that names one of the calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) call: Call,
    /// The path exactly as received: it is what the caller signed.
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    /// The ids that a GET carries in its path: merchant, then token or transaction.
    pub(crate) in_path: Option<(String, String)>,
}

impl Route {
    /// `None` when no page describes such a request.
    pub(crate) fn read(method: &Method, uri: &Uri) -> Option<Self> {
        let path = uri.path();
        let (call, in_path) = if *method == Method::POST {
            (post(path)?, None)
        } else if *method == Method::GET {
            let (call, merchant, id) = get(path)?;
            (call, Some((merchant.to_owned(), id.to_owned())))
        } else {
            return None;
        };
        Some(Self {
            call,
            path: path.to_owned(),
            query: uri.query().map(str::to_owned),
            in_path,
        })
    }
}

fn post(path: &str) -> Option<Call> {
    match path {
        "/v3/merchant/otp/send" => Some(Call::OtpSend),
        "/v3/merchant/otp/verify" => Some(Call::OtpVerify),
        "/v3/merchant/token/unlink" => Some(Call::TokenUnlink),
        "/v3/wallet/balance" => Some(Call::WalletBalance),
        "/v3/wallet/topup" => Some(Call::WalletTopup),
        "/v3/auth/authorize" => Some(Call::AuthAuthorize),
        "/v3/auth/capture" => Some(Call::AuthCapture),
        "/v3/auth/cancel" => Some(Call::AuthCancel),
        "/v3/credit/backToSource" => Some(Call::Refund),
        _ => None,
    }
}

fn get(path: &str) -> Option<(Call, &str, &str)> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["", "v3", "account", "token", merchant, token, "debit", "suggest"] => {
            Some((Call::DebitSuggest, merchant, token))
        }
        ["", "v3", "auth", merchant, id, "status"] => Some((Call::AuthStatus, merchant, id)),
        ["", "v3", "transaction", merchant, id, "status"] => Some((Call::TransactionStatus, merchant, id)),
        _ => None,
    }
}
