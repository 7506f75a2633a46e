use crate::address::Address;
use crate::sign::signature;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use secrecy::SecretString;
use std::time::Duration;

/// Seconds since 1970, as decimal digits.
pub const TIME_HEADER: &str = "x-holdfast-time";
/// What [`signature`] makes of it and the body.
pub const SIGNATURE_HEADER: &str = "x-holdfast-signature";

/// How long one try may take.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// Name, TCP and TLS together.
    pub connect: Duration,
    /// From the first byte out to the status in, connecting included.
    pub total: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Deadlines {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(5),
        }
    }
}

/// Why a message was not taken, as far as it can be told. It may have arrived all the same where it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// Nothing was sent: no name, no connection, or no TLS.
    Unreachable,
    /// Sent, and not answered in time or not to the end. It may have arrived.
    NoAnswer,
    /// Answered with this status, which is no success.
    Status(u16),
    /// Answered with this status, which names another place. Nothing is sent there.
    Redirected(u16),
}

/// A client of one address.
#[derive(Clone)]
pub struct Webhook {
    http: reqwest::Client,
    address: Address,
}

impl Webhook {
    /// No network is touched.
    ///
    /// # Errors
    /// A sentence, when HTTPS cannot be set up on this machine.
    pub fn new(address: Address, deadlines: Deadlines) -> Result<Webhook, String> {
        let mut builder = reqwest::Client::builder()
            .retry(reqwest::retry::never())
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .http1_only()
            .pool_max_idle_per_host(0)
            .https_only(!address.is_plain)
            .connect_timeout(deadlines.connect)
            .timeout(deadlines.total)
            .user_agent(concat!("Holdfast/", env!("CARGO_PKG_VERSION")));
        if address.is_plain {
            // The machine's certificates are not needed for its own plain addresses.
            builder = builder.tls_certs_only([]);
        }
        let http = builder.build().map_err(|error| error.without_url().to_string())?;
        Ok(Webhook { http, address })
    }

    /// Posts the message once. `at_s` is the moment of this try, in seconds since 1970.
    ///
    /// # Errors
    /// Why it was not taken.
    pub async fn post(&self, key: &SecretString, at_s: i64, body: String) -> Result<(), NotTaken> {
        let headers = headers(key, &at_s.to_string(), &body).ok_or(NotTaken::Unreachable)?;
        let request = self
            .http
            .post(self.address.url.clone())
            .headers(headers)
            .body(body);
        let response = request.send().await.map_err(|error| {
            if error.is_connect() || error.is_builder() {
                NotTaken::Unreachable
            } else {
                NotTaken::NoAnswer
            }
        })?;
        let status = response.status();
        // Its body is let go with it, unread.
        if status.is_success() {
            Ok(())
        } else if status.is_redirection() {
            Err(NotTaken::Redirected(status.as_u16()))
        } else {
            Err(NotTaken::Status(status.as_u16()))
        }
    }
}

fn headers(key: &SecretString, time: &str, body: &str) -> Option<HeaderMap> {
    let mut signed = HeaderValue::from_str(&signature(key, time, body)).ok()?;
    signed.set_sensitive(true);
    Some(HeaderMap::from_iter([
        (CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (
            HeaderName::from_static(TIME_HEADER),
            HeaderValue::from_str(time).ok()?,
        ),
        (HeaderName::from_static(SIGNATURE_HEADER), signed),
    ]))
}

#[cfg(test)]
mod tests;
