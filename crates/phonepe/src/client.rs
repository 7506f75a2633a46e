use crate::settings::{DeviceHeaders, Profile, Settings, SettingsRefusal};
use crate::signing::index_mark;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

/// Replies longer than this are not read to their end; they are Unknown.
pub const REPLY_BYTES_MAX: usize = 256 * 1024;

const HEADER_CHARS_MAX: usize = 100;

/// How long a call may take. PhonePe documents no figures.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// Name, TCP and TLS together.
    pub connect: Duration,
    /// From the first byte out to the last byte in, connecting included.
    pub total: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Deadlines {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(20),
        }
    }
}

/// PhonePe, as one till with one merchant id and one salt key sees it. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) http: reqwest::Client,
    pub(crate) base: String,
    pub(crate) merchant_id: String,
    pub(crate) salt_index: u32,
    /// What X-VERIFY ends with.
    pub(crate) index_mark: String,
    /// In the form that [`crate::verify_callback`] takes.
    pub(crate) salt_keys: [(u32, SecretString); 1],
    pub(crate) phonepe_version_code: Option<u64>,
    pub(crate) headers: CallHeaders,
    /// The `Date` of the last answer that had one, and when it was heard here.
    pub(crate) last_date: Mutex<Option<(String, SystemTime)>>,
}

/// The headers of a call, but for X-VERIFY. Built once; wrong settings are found before the first customer.
pub(crate) struct CallHeaders {
    /// For the transaction status, which knows no device.
    pub(crate) plain: HeaderMap,
    /// For every linking, wallet and auth call. PhonePe's pages contradict each other on otp/send and top-up; it does
    /// no harm there, and a missing device id means `WALLET_RELINK_REQUIRED`.
    pub(crate) device: HeaderMap,
    /// For authorize: the device's, and where PhonePe calls back.
    pub(crate) authorize: HeaderMap,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Client({}, {}, salt key {})",
            self.inner.base, self.inner.merchant_id, self.inner.salt_index
        )
    }
}

impl Client {
    /// A client with the house's deadlines: 5 s to connect, 20 s in all. No network is touched.
    ///
    /// # Errors
    /// A [`SettingsRefusal`] that says which setting is wrong.
    pub fn new(settings: Settings, salt_key: SecretString) -> Result<Client, SettingsRefusal> {
        Client::with_deadlines(settings, salt_key, Deadlines::default())
    }

    /// A client with other deadlines, for tests that wait for one.
    ///
    /// # Errors
    /// As [`Client::new`].
    pub fn with_deadlines(
        settings: Settings,
        salt_key: SecretString,
        deadlines: Deadlines,
    ) -> Result<Client, SettingsRefusal> {
        let base = settings.checked_base()?;
        settings.check_ids()?;
        check_salt_key(&salt_key)?;
        let headers = call_headers(&settings)?;
        let http = http_client(&base, settings.profile, deadlines)?;
        let inner = Inner {
            http,
            base,
            merchant_id: settings.merchant_id,
            salt_index: settings.salt_index,
            index_mark: index_mark(settings.salt_index),
            salt_keys: [(settings.salt_index, salt_key)],
            phonepe_version_code: settings.phonepe_version_code,
            headers,
            last_date: Mutex::new(None),
        };
        Ok(Client {
            inner: Arc::new(inner),
        })
    }
}

impl Inner {
    pub(crate) fn salt_key(&self) -> &SecretString {
        let [(_, salt_key)] = &self.salt_keys;
        salt_key
    }
}

fn check_salt_key(salt_key: &SecretString) -> Result<(), SettingsRefusal> {
    let text = salt_key.expose_secret();
    let is_clean = !text.is_empty() && text.chars().all(|c| !c.is_whitespace() && !c.is_control());
    if is_clean {
        Ok(())
    } else {
        Err(SettingsRefusal::SaltKey)
    }
}

/// One request, one answer, from one place. Every convenience that could send twice, send elsewhere, remember or
/// unpack is off, whatever other crates switch on in the same build.
///
/// No connection is kept: a kept one may be closed by the server just as the next request leaves, and then nobody can
/// say whether it arrived. What it costs is a handshake per call, which TLS session resumption keeps short; a till
/// makes a few calls a minute.
fn http_client(
    base: &str,
    profile: Profile,
    deadlines: Deadlines,
) -> Result<reqwest::Client, SettingsRefusal> {
    let is_https = base.starts_with("https:");
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
        .https_only(is_https)
        .connect_timeout(deadlines.connect)
        .timeout(deadlines.total)
        .user_agent(concat!("Holdfast/", env!("CARGO_PKG_VERSION")));
    if !is_https && profile != Profile::Production {
        // The machine's certificates are not needed for its own plain addresses, so training works without any.
        builder = builder.tls_certs_only([]);
    }
    builder
        .build()
        .map_err(|error| SettingsRefusal::Machine(error.without_url().to_string()))
}

fn call_headers(settings: &Settings) -> Result<CallHeaders, SettingsRefusal> {
    let json = HeaderValue::from_static("application/json");
    let plain = HeaderMap::from_iter([(CONTENT_TYPE, json.clone()), (ACCEPT, json)]);
    let mut device = plain.clone();
    let mut device_id = HeaderValue::from_str(&settings.device_id).map_err(|_| SettingsRefusal::DeviceId)?;
    device_id.set_sensitive(true);
    device.insert(HeaderName::from_static("x-device-id"), device_id);
    for (name, text) in recommended(&settings.headers) {
        if let Some(value) = readable(text) {
            device.insert(HeaderName::from_static(name), value);
        }
    }
    let mut authorize = device.clone();
    if let Some(callback_url) = settings.checked_callback()? {
        authorize.insert(HeaderName::from_static("x-callback-url"), callback_url);
        authorize.insert(
            HeaderName::from_static("x-call-mode"),
            HeaderValue::from_static("POST"),
        );
    }
    Ok(CallHeaders {
        plain,
        device,
        authorize,
    })
}

fn recommended(headers: &DeviceHeaders) -> [(&'static str, &str); 8] {
    let DeviceHeaders {
        manufacturer,
        model,
        os_version,
        merchant_app_version,
        upi_id,
        latitude,
        longitude,
        network_type,
    } = headers;
    [
        ("x-device-manufacturer", manufacturer),
        ("x-device-model", model),
        ("x-os-version", os_version),
        ("x-merchant-app-version", merchant_app_version),
        ("x-device-upi-id", upi_id.as_deref().unwrap_or_default()),
        ("x-device-latitude", latitude.as_deref().unwrap_or_default()),
        ("x-device-longitude", longitude.as_deref().unwrap_or_default()),
        (
            "x-device-network-type",
            network_type.as_deref().unwrap_or_default(),
        ),
    ]
}

/// What machines say of themselves (`Acme® Till`) is cut to what a header can carry; a till does not stay closed for it.
fn readable(text: &str) -> Option<HeaderValue> {
    let text: String = text
        .chars()
        .filter(|c| (' '..='~').contains(c))
        .take(HEADER_CHARS_MAX)
        .collect();
    let text = text.trim();
    if text.is_empty() {
        None
    } else {
        HeaderValue::from_str(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::tests::settings;

    const BASE: &str = "https://mercury-uat.phonepe.com";

    #[test]
    fn every_header_of_phonepes_table_is_sent_by_its_name() {
        let mut settings = settings(BASE);
        settings.headers = DeviceHeaders {
            manufacturer: "Acme® Till".to_owned(),
            model: "T-1".to_owned(),
            os_version: "Debian 12".to_owned(),
            merchant_app_version: "0.1.0".to_owned(),
            upi_id: Some("431B25BF650BGL".to_owned()),
            latitude: Some("12.97".to_owned()),
            longitude: Some("77.59".to_owned()),
            network_type: Some("ETHERNET".to_owned()),
        };
        let headers = call_headers(&settings).unwrap();
        for (name, value) in [
            ("X-DEVICE-ID", settings.device_id.as_str()),
            ("Content-Type", "application/json"),
            ("X-DEVICE-MANUFACTURER", "Acme Till"),
            ("X-DEVICE-MODEL", "T-1"),
            ("X-OS-VERSION", "Debian 12"),
            ("X-DEVICE-UPI-ID", "431B25BF650BGL"),
            ("X-MERCHANT-APP-VERSION", "0.1.0"),
            ("X-DEVICE-LATITUDE", "12.97"),
            ("X-DEVICE-LONGITUDE", "77.59"),
            ("X-DEVICE-NETWORK-TYPE", "ETHERNET"),
        ] {
            assert_eq!(headers.device.get(name).unwrap(), value, "{name}");
        }
        assert!(headers.device.get("x-device-id").unwrap().is_sensitive());
        assert_eq!(headers.plain.len(), 2);
        assert_eq!(headers.authorize, headers.device);
    }

    #[test]
    fn what_is_empty_is_not_sent() {
        let headers = call_headers(&settings(BASE)).unwrap();
        let names: Vec<&str> = headers.device.keys().map(HeaderName::as_str).collect();
        assert_eq!(names.len(), 3, "{names:?}");
    }

    #[test]
    fn only_authorize_says_where_to_call_back() {
        let settings = Settings {
            callback_url: Some("https://store.example/cb".to_owned()),
            ..settings(BASE)
        };
        let headers = call_headers(&settings).unwrap();
        assert_eq!(
            headers.authorize.get("x-callback-url").unwrap(),
            "https://store.example/cb"
        );
        assert_eq!(headers.authorize.get("x-call-mode").unwrap(), "POST");
        assert!(headers.device.get("x-callback-url").is_none());
    }

    #[test]
    fn an_unusable_salt_key_is_refused_before_the_first_call() {
        for salt_key in ["", "abc\n", "a b"] {
            let refused = Client::new(settings(BASE), SecretString::from(salt_key)).err();
            assert_eq!(refused, Some(SettingsRefusal::SaltKey));
        }
        let client = Client::new(settings(BASE), SecretString::from("very-secret-salt")).unwrap();
        assert!(!format!("{client:?}").contains("very-secret-salt"));
    }
}
