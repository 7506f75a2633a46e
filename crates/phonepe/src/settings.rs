use reqwest::header::HeaderValue;
use serde::{Deserialize, Serialize};
use std::fmt;
use url::{Host, Url};

/// Which PhonePe the till talks to. Training never leaves this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    Training,
    Uat,
    Production,
}

/// What a till is provisioned with, without the salt key.
#[derive(Clone)]
pub struct Settings {
    pub profile: Profile,
    /// Scheme, host, and a host prefix if any (`https://mercury-uat.phonepe.com/enterprise-sandbox`). The prefix is not
    /// signed; the signed path begins at `/v3`.
    pub base_url: String,
    /// Fewer than 38 of `[A-Za-z0-9_-]`.
    pub merchant_id: String,
    pub salt_index: u32,
    /// `X-DEVICE-ID`: 1 to 64 visible ASCII characters. PhonePe binds a wallet link to it.
    /// Source: <https://developer.phonepe.com/v1/reference/verify-otp-and-linking>
    pub device_id: String,
    /// Version code of the PhonePe app on the customer's phone; left out of the request when unknown.
    pub phonepe_version_code: Option<u64>,
    /// Sent with authorize only. A till behind a router has none and asks for the status instead.
    pub callback_url: Option<String>,
    pub headers: DeviceHeaders,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings {
            profile,
            base_url,
            merchant_id,
            salt_index,
            ..
        } = self;
        write!(
            f,
            "Settings({profile:?}, {base_url}, {merchant_id}, salt key {salt_index})"
        )
    }
}

/// The recommended headers of PhonePe's device table. Whatever is empty or `None` is not sent.
/// Source: <https://developer.phonepe.com/v1/reference/submit-auth-request-1>
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceHeaders {
    pub manufacturer: String,
    pub model: String,
    pub os_version: String,
    pub merchant_app_version: String,
    pub upi_id: Option<String>,
    pub latitude: Option<String>,
    pub longitude: Option<String>,
    pub network_type: Option<String>,
}

/// Why a till is not provisioned with these settings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsRefusal {
    #[error("the base URL cannot be read")]
    BaseUrlUnreadable,
    #[error("the base URL has a user name, a password, a query or a fragment")]
    BaseUrlHasMore,
    #[error(
        "the base URL must begin with https://; plain http is for this machine's own addresses, never production"
    )]
    NotHttps,
    #[error("training talks to this machine only")]
    TrainingLeavesTheMachine,
    #[error("a merchant id has 1 to 37 letters, digits, _ and -")]
    MerchantId,
    #[error("a device id has 1 to 64 visible ASCII characters")]
    DeviceId,
    #[error("the salt key is empty or has spaces or line breaks")]
    SaltKey,
    #[error("the callback URL is not an https URL")]
    CallbackUrl,
    #[error("HTTPS could not be set up on this machine: {0}")]
    Machine(String),
}

impl Settings {
    /// The base URL without a trailing slash, ready for a path.
    pub(crate) fn checked_base(&self) -> Result<String, SettingsRefusal> {
        let url = Url::parse(&self.base_url).map_err(|_| SettingsRefusal::BaseUrlUnreadable)?;
        let host = url.host().ok_or(SettingsRefusal::BaseUrlUnreadable)?;
        let has_user = !url.username().is_empty() || url.password().is_some();
        if has_user || url.query().is_some() || url.fragment().is_some() {
            return Err(SettingsRefusal::BaseUrlHasMore);
        }
        if self.profile == Profile::Training && !is_loopback(&host) {
            return Err(SettingsRefusal::TrainingLeavesTheMachine);
        }
        if !self.may_use(&url) {
            return Err(SettingsRefusal::NotHttps);
        }
        Ok(url.as_str().trim_end_matches('/').to_owned())
    }

    pub(crate) fn check_ids(&self) -> Result<(), SettingsRefusal> {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        if !(1..38).contains(&self.merchant_id.len()) || !self.merchant_id.bytes().all(is_word) {
            return Err(SettingsRefusal::MerchantId);
        }
        if !(1..=64).contains(&self.device_id.len())
            || !self.device_id.bytes().all(|byte| byte.is_ascii_graphic())
        {
            return Err(SettingsRefusal::DeviceId);
        }
        Ok(())
    }

    pub(crate) fn checked_callback(&self) -> Result<Option<HeaderValue>, SettingsRefusal> {
        let Some(text) = &self.callback_url else {
            return Ok(None);
        };
        let url = Url::parse(text).map_err(|_| SettingsRefusal::CallbackUrl)?;
        if !self.may_use(&url) || text.bytes().any(|byte| byte.is_ascii_whitespace()) {
            return Err(SettingsRefusal::CallbackUrl);
        }
        HeaderValue::from_str(text)
            .map(Some)
            .map_err(|_| SettingsRefusal::CallbackUrl)
    }

    fn may_use(&self, url: &Url) -> bool {
        match url.scheme() {
            "https" => url.host().is_some(),
            "http" => {
                self.profile != Profile::Production && url.host().is_some_and(|host| is_loopback(&host))
            }
            _ => false,
        }
    }
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn settings(base_url: &str) -> Settings {
        Settings {
            profile: Profile::Uat,
            base_url: base_url.to_owned(),
            merchant_id: "MID12345".to_owned(),
            salt_index: 1,
            device_id: "78e29dc5-872e-404a-8243-e431b25bf650bGl0bw-cWNvbQ-".to_owned(),
            phonepe_version_code: None,
            callback_url: None,
            headers: DeviceHeaders::default(),
        }
    }

    fn base_of(profile: Profile, base_url: &str) -> Result<String, SettingsRefusal> {
        Settings {
            profile,
            ..settings(base_url)
        }
        .checked_base()
    }

    #[test]
    fn a_base_url_is_https_and_plain_http_is_for_this_machine_and_never_for_production() {
        use Profile::{Production, Training, Uat};
        for (profile, base_url, base) in [
            (
                Uat,
                "https://mercury-uat.phonepe.com",
                "https://mercury-uat.phonepe.com",
            ),
            (
                Uat,
                "https://mercury-uat.phonepe.com/enterprise-sandbox/",
                "https://mercury-uat.phonepe.com/enterprise-sandbox",
            ),
            (Uat, "http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            (Training, "http://[::1]:9", "http://[::1]:9"),
            (Training, "http://localhost:9/", "http://localhost:9"),
            (
                Production,
                "https://mercury-t2.phonepe.com",
                "https://mercury-t2.phonepe.com",
            ),
        ] {
            assert_eq!(base_of(profile, base_url).as_deref(), Ok(base));
        }
        for (profile, base_url, refusal) in [
            (Production, "http://127.0.0.1:8080", SettingsRefusal::NotHttps),
            (Uat, "http://mercury-uat.phonepe.com", SettingsRefusal::NotHttps),
            (Uat, "http://127.0.0.1.example.com", SettingsRefusal::NotHttps),
            (Uat, "ftp://mercury-uat.phonepe.com", SettingsRefusal::NotHttps),
            (
                Training,
                "https://mercury-uat.phonepe.com",
                SettingsRefusal::TrainingLeavesTheMachine,
            ),
            (
                Uat,
                "https://mercury-uat.phonepe.com@evil.example",
                SettingsRefusal::BaseUrlHasMore,
            ),
            (
                Uat,
                "https://a:b@mercury-uat.phonepe.com",
                SettingsRefusal::BaseUrlHasMore,
            ),
            (
                Uat,
                "https://mercury-uat.phonepe.com/?a=1",
                SettingsRefusal::BaseUrlHasMore,
            ),
            (
                Uat,
                "https://mercury-uat.phonepe.com/#a",
                SettingsRefusal::BaseUrlHasMore,
            ),
            (Uat, "mercury-uat.phonepe.com", SettingsRefusal::BaseUrlUnreadable),
            (Uat, "", SettingsRefusal::BaseUrlUnreadable),
            (Uat, "data:text/plain,x", SettingsRefusal::BaseUrlUnreadable),
        ] {
            assert_eq!(base_of(profile, base_url), Err(refusal), "{profile:?} {base_url}");
        }
    }

    #[test]
    fn ids_are_what_phonepe_takes() {
        let base = "https://mercury-uat.phonepe.com";
        for merchant_id in ["M", "MID_12-45", &"M".repeat(37)] {
            let settings = Settings {
                merchant_id: merchant_id.to_owned(),
                ..settings(base)
            };
            assert_eq!(settings.check_ids(), Ok(()));
        }
        for merchant_id in ["", "M/1", "M 1", "ए", &"M".repeat(38)] {
            let settings = Settings {
                merchant_id: merchant_id.to_owned(),
                ..settings(base)
            };
            assert_eq!(
                settings.check_ids(),
                Err(SettingsRefusal::MerchantId),
                "{merchant_id}"
            );
        }
        assert_eq!(
            Settings {
                device_id: "d".repeat(64),
                ..settings(base)
            }
            .check_ids(),
            Ok(())
        );
        for device_id in ["", "a b", "a\nb", &"d".repeat(65)] {
            let settings = Settings {
                device_id: device_id.to_owned(),
                ..settings(base)
            };
            assert_eq!(
                settings.check_ids(),
                Err(SettingsRefusal::DeviceId),
                "{device_id:?}"
            );
        }
    }

    #[test]
    fn a_callback_url_is_https() {
        let with = |url: &str| {
            let callback_url = Some(url.to_owned());
            Settings {
                callback_url,
                ..settings("https://mercury-uat.phonepe.com")
            }
            .checked_callback()
        };
        assert!(with("https://store.example/phonepe").is_ok_and(|value| value.is_some()));
        for url in [
            "http://store.example/",
            "javascript:1",
            "",
            "https://store.example/a b",
            "https://store.example/\r\nX: y",
        ] {
            assert_eq!(with(url), Err(SettingsRefusal::CallbackUrl), "{url:?}");
        }
    }

    #[test]
    fn debug_shows_no_device_id() {
        let settings = settings("https://mercury-uat.phonepe.com");
        assert!(!format!("{settings:?}").contains(&settings.device_id));
    }
}
