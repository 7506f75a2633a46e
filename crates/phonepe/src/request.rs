//! From a question to the exact bytes of its request.

use crate::client::{Client, Inner};
use crate::json::ObjectText;
use crate::meaning::Question;
use crate::signing::{hex_lower, stamp};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{Ask, Call, Flow, Mobile, Otp, OurRef, Paise, RefundReason, RefundRef};
use reqwest::Method;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::OnceLock;

const OPEN: &str = "{\"request\":\"";
const CLOSE: &str = "\"}";
/// PhonePe's top-up call takes "3 amounts", neither more nor fewer.
const SUGGESTED: usize = 3;

/// Why a question cannot be asked. Nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    #[error("the amount is zero or negative")]
    AmountNotPositive,
    #[error("a hold must last at least a minute")]
    NoExpiry,
    #[error("the customer's token has characters that cannot stand in a path")]
    TokenUnusable,
}

/// A request that was built and signed, and not yet sent. Sending consumes it: there is no second time.
pub struct Prepared {
    pub(crate) question: Question,
    pub(crate) method: Method,
    pub(crate) path: Cow<'static, str>,
    pub(crate) query: Option<String>,
    pub(crate) body: String,
    pub(crate) x_verify: String,
    sha256_hex: OnceLock<String>,
}

impl Prepared {
    /// SHA-256, lower-case hex, of the request: the method, a space, the path with its query as sent (without the base
    /// URL), a line feed, and the body's bytes (none for a GET). Worked out when first asked for.
    ///
    /// For otp/send it covers little more than a mobile number, so it belongs in no ledger there.
    pub fn sha256_hex(&self) -> &str {
        self.sha256_hex.get_or_init(|| {
            let mut hasher = Sha256::new();
            hasher.update(self.method.as_str());
            hasher.update(b" ");
            hasher.update(self.target());
            hasher.update(b"\n");
            hasher.update(&self.body);
            hex_lower(&hasher.finalize())
        })
    }

    #[must_use]
    pub fn call(&self) -> Call {
        self.question.call
    }

    /// Path and query.
    pub(crate) fn target(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone().into_owned(),
        }
    }
}

impl std::fmt::Debug for Prepared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prepared({:?})", self.call())
    }
}

impl Client {
    /// Builds and signs the request once. Pure: no clock, no network; the bytes that are signed are the bytes that
    /// [`Client::send`] sends.
    ///
    /// # Errors
    /// A [`ProviderError`] when the question cannot be put into a request.
    pub fn prepare(&self, ask: &Ask) -> Result<Prepared, ProviderError> {
        let inner = &self.inner;
        let (path, json) = match ask {
            Ask::SendOtp { mobile } => ("/v3/merchant/otp/send", inner.send_otp(mobile)),
            Ask::VerifyOtp { otp_token, otp } => {
                ("/v3/merchant/otp/verify", inner.verify_otp(otp_token, otp))
            }
            Ask::Unlink { token } => ("/v3/merchant/token/unlink", inner.unlink(token)),
            Ask::Balance {
                token,
                amount_paise,
                flow,
            } => ("/v3/wallet/balance", inner.balance(token, *amount_paise, *flow)?),
            Ask::TopUp {
                token,
                amount_paise,
                flow,
                suggested_paise,
            } => (
                "/v3/wallet/topup",
                inner.top_up(token, *amount_paise, *flow, suggested_paise)?,
            ),
            Ask::Authorize {
                our_ref,
                token,
                amount_paise,
                expiry_minutes,
            } => (
                "/v3/auth/authorize",
                inner.authorize(our_ref, token, *amount_paise, *expiry_minutes)?,
            ),
            Ask::Capture {
                our_ref,
                amount_paise,
            } => ("/v3/auth/capture", inner.capture(our_ref, *amount_paise)?),
            Ask::Cancel { our_ref } => ("/v3/auth/cancel", inner.cancel(our_ref)),
            Ask::Suggest { token, amount_paise } => return inner.suggest(ask, token, *amount_paise),
            Ask::Refund {
                our_ref,
                refund_ref,
                amount_paise,
                reason,
            } => (
                "/v3/credit/backToSource",
                inner.refund(our_ref, refund_ref, *amount_paise, reason)?,
            ),
            Ask::AuthStatus { our_ref, .. } => return Ok(inner.status(ask, "auth", our_ref.as_str())),
            Ask::TransactionStatus { our_ref, .. } => {
                return Ok(inner.status(ask, "transaction", our_ref.as_str()));
            }
            Ask::RefundStatus { refund_ref, .. } => {
                return Ok(inner.status(ask, "transaction", refund_ref.as_str()));
            }
        };
        Ok(inner.post(ask, path, &json))
    }
}

impl Inner {
    fn post(&self, ask: &Ask, path: &'static str, json: &[u8]) -> Prepared {
        let mut body = enveloped(json);
        let payload = body.get(OPEN.len()..).unwrap_or_default();
        let x_verify = stamp(payload, path, self.salt_key(), &self.index_mark);
        body.push_str(CLOSE);
        prepared(ask, Method::POST, Cow::Borrowed(path), None, body, x_verify)
    }

    fn get(&self, ask: &Ask, path: String, query: Option<String>) -> Prepared {
        let x_verify = stamp("", &path, self.salt_key(), &self.index_mark);
        prepared(ask, Method::GET, Cow::Owned(path), query, String::new(), x_verify)
    }

    /// Sources: <https://developer.phonepe.com/v1/reference/check-auth-status>,
    /// <https://developer.phonepe.com/v1/reference/check-transaction-status>
    fn status(&self, ask: &Ask, kind: &str, transaction_id: &str) -> Prepared {
        self.get(
            ask,
            format!("/v3/{kind}/{}/{transaction_id}/status", self.merchant_id),
            None,
        )
    }

    /// The page lists `txnAmount` as a parameter, and its formula signs a path without a place for it: a query, unsigned.
    /// Source: <https://developer.phonepe.com/reference/fetch-phonepe-user-profile>
    fn suggest(&self, ask: &Ask, token: &SecretString, amount: Paise) -> Result<Prepared, ProviderError> {
        let token = token.expose_secret();
        let is_path_text = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~');
        if token.is_empty() || !token.bytes().all(is_path_text) {
            return Err(ProviderError::TokenUnusable);
        }
        let path = format!("/v3/account/token/{}/{token}/debit/suggest", self.merchant_id);
        Ok(self.get(ask, path, Some(format!("txnAmount={}", not_negative(amount)?))))
    }

    fn begin(&self) -> ObjectText {
        ObjectText::begin().text("merchantId", &self.merchant_id)
    }

    /// `requestType` is "always WALLET for DIRECT DEBIT flow"; for auth and capture the page names no other.
    /// Source: <https://developer.phonepe.com/reference/trigger-otp>
    fn send_otp(&self, mobile: &Mobile) -> Vec<u8> {
        self.begin()
            .text("mobileNumber", mobile.expose())
            .literal("requestType", "\"WALLET\"")
            .end()
    }

    /// Source: <https://developer.phonepe.com/v1/reference/verify-otp-and-linking>
    fn verify_otp(&self, otp_token: &SecretString, otp: &Otp) -> Vec<u8> {
        self.begin()
            .text("otpToken", otp_token.expose_secret())
            .text("otp", otp.secret().expose_secret())
            .end()
    }

    /// Source: <https://developer.phonepe.com/v1/reference/unlinking>
    fn unlink(&self, token: &SecretString) -> Vec<u8> {
        self.begin().text("userAuthToken", token.expose_secret()).end()
    }

    /// "Can be 0 for a NON_TRANSACTIONAL flow", and so not for a sale.
    /// Source: <https://developer.phonepe.com/v1/reference/get-wallet-balance-1>
    fn balance(&self, token: &SecretString, amount: Paise, flow: Flow) -> Result<Vec<u8>, ProviderError> {
        let amount_paise = match flow {
            Flow::Transactional => positive(amount)?,
            Flow::NonTransactional => not_negative(amount)?,
        };
        let object = self
            .begin()
            .text("userAuthToken", token.expose_secret())
            .whole("txnAmount", amount_paise)
            .literal("topupWorkflowType", flow_word(flow));
        Ok(self.with_device(object).end())
    }

    /// `adjustAmount` and `linkType` are PhonePe's defaults, said aloud; with fewer than three suggestions none is
    /// sent, and PhonePe makes its own.
    /// Source: <https://developer.phonepe.com/v1/reference/wallet-top-up>
    fn top_up(
        &self,
        token: &SecretString,
        amount: Paise,
        flow: Flow,
        suggested: &[Paise],
    ) -> Result<Vec<u8>, ProviderError> {
        let mut object = self.begin().whole("amount", positive(amount)?);
        if suggested.len() >= SUGGESTED {
            let amounts: Result<Vec<String>, ProviderError> = suggested
                .iter()
                .take(SUGGESTED)
                .map(|paise| Ok(positive(*paise)?.to_string()))
                .collect();
            object = object.literal("recommendedAmounts", &format!("[{}]", amounts?.join(",")));
        }
        object = object
            .literal("adjustAmount", "true")
            .literal("linkType", "\"WALLET_TOPUP_DEEPLINK\"")
            .text("userAuthToken", token.expose_secret())
            .literal("topupWorkflowType", flow_word(flow));
        Ok(self.with_device(object).end())
    }

    /// `expiry` is a number of minutes.
    /// Source: <https://developer.phonepe.com/v1/reference/submit-auth-request-1>
    fn authorize(
        &self,
        our_ref: &OurRef,
        token: &SecretString,
        amount: Paise,
        expiry_minutes: u32,
    ) -> Result<Vec<u8>, ProviderError> {
        if expiry_minutes == 0 {
            return Err(ProviderError::NoExpiry);
        }
        Ok(self
            .begin()
            .text("userAuthToken", token.expose_secret())
            .text("transactionId", our_ref.as_str())
            .whole("amount", positive(amount)?)
            .literal("authRequestType", "\"WALLET_AUTH\"")
            .whole("expiry", i64::from(expiry_minutes))
            .end())
    }

    /// The amount is always said, also for the whole hold, so that nobody's default decides over money.
    /// Source: <https://developer.phonepe.com/v1/reference/submit-capture-request>
    fn capture(&self, our_ref: &OurRef, amount: Paise) -> Result<Vec<u8>, ProviderError> {
        Ok(self
            .begin()
            .text("transactionId", our_ref.as_str())
            .whole("amount", positive(amount)?)
            .end())
    }

    /// Source: <https://developer.phonepe.com/v1/reference/cancel-auth-request>
    fn cancel(&self, our_ref: &OurRef) -> Vec<u8> {
        self.begin().text("transactionId", our_ref.as_str()).end()
    }

    /// Of the payment's two ids "use only one": ours. `merchantOrderId` is mandatory on one page and absent from the
    /// other; the sale's reference is the only order number there is.
    /// Source: <https://developer.phonepe.com/reference/refund-4>
    fn refund(
        &self,
        our_ref: &OurRef,
        refund_ref: &RefundRef,
        amount: Paise,
        reason: &RefundReason,
    ) -> Result<Vec<u8>, ProviderError> {
        Ok(self
            .begin()
            .text("transactionId", refund_ref.as_str())
            .text("originalTransactionId", our_ref.as_str())
            .whole("amount", positive(amount)?)
            .text("merchantOrderId", our_ref.as_str())
            .text("message", reason.as_str())
            .end())
    }

    fn with_device(&self, object: ObjectText) -> ObjectText {
        match self.phonepe_version_code {
            Some(code) => object.literal("deviceContext", &format!("{{\"phonePeVersionCode\":{code}}}")),
            None => object,
        }
    }
}

/// The body but for its end: what follows [`OPEN`] is exactly what is signed. Encoded where it will stand.
fn enveloped(json: &[u8]) -> String {
    let base64_len = json.len().div_ceil(3).saturating_mul(4);
    let mut body = Vec::with_capacity(OPEN.len() + base64_len + CLOSE.len());
    body.extend_from_slice(OPEN.as_bytes());
    body.resize(OPEN.len() + base64_len, 0);
    let written = body
        .get_mut(OPEN.len()..)
        .and_then(|room| STANDARD.encode_slice(json, room).ok());
    debug_assert_eq!(written, Some(base64_len));
    // Base64 is always text.
    String::from_utf8(body).unwrap_or_default()
}

fn prepared(
    ask: &Ask,
    method: Method,
    path: Cow<'static, str>,
    query: Option<String>,
    body: String,
    x_verify: String,
) -> Prepared {
    Prepared {
        question: Question::of(ask),
        method,
        path,
        query,
        body,
        x_verify,
        sha256_hex: OnceLock::new(),
    }
}

fn flow_word(flow: Flow) -> &'static str {
    match flow {
        Flow::Transactional => "\"TRANSACTIONAL\"",
        Flow::NonTransactional => "\"NON_TRANSACTIONAL\"",
    }
}

fn positive(amount: Paise) -> Result<i64, ProviderError> {
    if amount.is_positive() {
        Ok(amount.get())
    } else {
        Err(ProviderError::AmountNotPositive)
    }
}

/// A zero is taken where no sale is behind the question.
fn not_negative(amount: Paise) -> Result<i64, ProviderError> {
    if amount.get() >= 0 {
        Ok(amount.get())
    } else {
        Err(ProviderError::AmountNotPositive)
    }
}

#[cfg(test)]
mod tests;
