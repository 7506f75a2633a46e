//! One request out, one reply in.

use crate::client::{Client, Inner, REPLY_BYTES_MAX};
use crate::meaning::{self, ReadReply};
use crate::request::Prepared;
use crate::signing::{hex_lower, verify_callback};
use domain::{Call, Heard, Meaning, UnknownWhy};
use reqwest::Response;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::error::Error;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Instant;

const X_VERIFY: HeaderName = HeaderName::from_static("x-verify");

impl Client {
    /// Sends what was prepared, once, and says what came of it. Consumes it; there is no way to send it again.
    pub fn send(&self, prepared: Prepared) -> impl Future<Output = Heard> + Send + 'static + use<> {
        let inner = Arc::clone(&self.inner);
        async move {
            let began = Instant::now();
            let mut heard = inner.exchange(&prepared).await;
            heard.took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            tracing::info!(
                call = ?heard.call,
                code = heard.code.as_deref(),
                http_status = heard.http_status,
                took_ms = heard.took_ms,
                "PhonePe was asked"
            );
            heard
        }
    }
}

impl Inner {
    async fn exchange(&self, prepared: &Prepared) -> Heard {
        let call = prepared.call();
        let response = match self.request(prepared) {
            Ok(request) => self
                .http
                .execute(request)
                .await
                .map_err(|error| what_happened(&error)),
            Err(why) => Err(Meaning::NotSent(why)),
        };
        let response = match response {
            Ok(response) => response,
            Err(meaning) => return heard_nothing(call, meaning, None),
        };
        let http_status = response.status().as_u16();
        let headers = response.headers().clone();
        self.note_date(&headers);
        match read_body(response).await {
            Ok(body) => self.heard(prepared, http_status, &headers, &body),
            Err(why) => heard_nothing(call, Meaning::Unknown(why), Some(http_status)),
        }
    }

    fn request(&self, prepared: &Prepared) -> Result<reqwest::Request, String> {
        let mut headers = match prepared.call() {
            Call::Authorize => self.headers.authorize.clone(),
            // Neither page of theirs names a device.
            Call::TransactionStatus | Call::Refund => self.headers.plain.clone(),
            Call::SendOtp
            | Call::VerifyOtp
            | Call::Unlink
            | Call::Balance
            | Call::Suggest
            | Call::TopUp
            | Call::AuthStatus
            | Call::Capture
            | Call::Cancel => self.headers.device.clone(),
        };
        let mut x_verify = HeaderValue::from_str(&prepared.x_verify).map_err(|_| "X-VERIFY is no header")?;
        x_verify.set_sensitive(true);
        headers.insert(X_VERIFY, x_verify);
        let url = format!("{}{}", self.base, prepared.target());
        let mut builder = self.http.request(prepared.method.clone(), url).headers(headers);
        if !prepared.body.is_empty() {
            builder = builder.body(prepared.body.clone());
        }
        builder
            .build()
            .map_err(|_| "the request could not be built".to_owned())
    }

    fn heard(&self, prepared: &Prepared, http_status: u16, headers: &HeaderMap, body: &[u8]) -> Heard {
        let ReadReply { meaning, code, words } = match self.unwrapped(headers, body) {
            Ok(body) => meaning::read(&prepared.question, &self.merchant_id, http_status, &body),
            Err(why) => ReadReply {
                meaning: Meaning::Unknown(why),
                code: None,
                words: None,
            },
        };
        Heard {
            call: prepared.call(),
            meaning,
            code,
            words,
            http_status: Some(http_status),
            reply_sha256: Some(hex_lower(&Sha256::digest(body))),
            took_ms: 0,
        }
    }

    /// A reply in the callbacks' form: verified, then read. PhonePe documents no such reply of our calls, but its guide
    /// says that replies can be validated. All others are plain.
    fn unwrapped<'a>(&self, headers: &HeaderMap, body: &'a [u8]) -> Result<Cow<'a, [u8]>, UnknownWhy> {
        let Some(x_verify) = headers.get(X_VERIFY) else {
            return Ok(Cow::Borrowed(body));
        };
        if !has_response_member(body) {
            return Ok(Cow::Borrowed(body));
        }
        let x_verify = x_verify.to_str().unwrap_or_default();
        verify_callback(body, x_verify, &self.salt_keys)
            .map(Cow::Owned)
            .map_err(|refusal| UnknownWhy::Unreadable(refusal.to_string()))
    }
}

fn heard_nothing(call: Call, meaning: Meaning, http_status: Option<u16>) -> Heard {
    Heard {
        call,
        meaning,
        code: None,
        words: None,
        http_status,
        reply_sha256: None,
        took_ms: 0,
    }
}

fn has_response_member(body: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct MayBeSigned {
        response: Option<IgnoredAny>,
    }
    serde_json::from_slice::<MayBeSigned>(body).is_ok_and(|body| body.response.is_some())
}

async fn read_body(mut response: Response) -> Result<Vec<u8>, UnknownWhy> {
    let too_large = || UnknownWhy::Unreadable(format!("longer than {REPLY_BYTES_MAX} bytes"));
    let bytes_max = u64::try_from(REPLY_BYTES_MAX).unwrap_or(u64::MAX);
    if response.content_length().is_some_and(|length| length > bytes_max) {
        return Err(too_large());
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| lost(&error))? {
        if body.len().saturating_add(chunk.len()) > REPLY_BYTES_MAX {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The one question that matters of a failed call: can any byte of it have left? Only while connecting not. Connections
/// are never reused and no data is sent ahead of the TLS handshake, so a failure to connect is a failure to send.
fn what_happened(error: &reqwest::Error) -> Meaning {
    if error.is_connect() {
        Meaning::NotSent(why_not_connected(error).to_owned())
    } else if error.is_builder() {
        Meaning::NotSent("the request could not be built".to_owned())
    } else {
        Meaning::Unknown(lost(error))
    }
}

fn lost(error: &reqwest::Error) -> UnknownWhy {
    if error.is_timeout() {
        UnknownWhy::TimedOut
    } else {
        UnknownWhy::ConnectionLost
    }
}

/// Our own words: an error's text may hold the address, and that may hold a token.
fn why_not_connected(error: &reqwest::Error) -> &'static str {
    if error.is_dns() {
        return "the name was not found";
    }
    if error.is_timeout() {
        return "no connection in time";
    }
    match io_kind(error) {
        Some(ErrorKind::ConnectionRefused) => "the connection was refused",
        Some(ErrorKind::InvalidData) => "TLS was not agreed",
        Some(ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable) => "the network is not reachable",
        Some(_) | None => "no connection",
    }
}

fn io_kind(error: &reqwest::Error) -> Option<ErrorKind> {
    let mut source = error.source();
    while let Some(inner) = source {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            return Some(innermost(io).kind());
        }
        source = inner.source();
    }
    None
}

/// The TLS connector wraps an I/O error in another one, of kind `Other`.
fn innermost(error: &std::io::Error) -> &std::io::Error {
    let mut innermost = error;
    while let Some(inner) = innermost.get_ref().and_then(|inner| inner.downcast_ref()) {
        innermost = inner;
    }
    innermost
}

#[cfg(test)]
mod tests;
