use url::{Host, Url};

/// Where messages go. It was looked at once; what it names besides the host (path, query) may be a secret of the gateway's and
/// is shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    pub(crate) url: Url,
    host: String,
    pub(crate) is_plain: bool,
}

/// Why an address is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressRefusal {
    #[error("the hook's address cannot be read")]
    Unreadable,
    #[error("the hook's address must begin with https://; plain http is for this machine's own addresses")]
    NotHttps,
    #[error("the hook's address has a user name or a password: messages are signed, so it needs none")]
    HasUser,
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Address({})", self.host)
    }
}

impl Address {
    /// # Errors
    /// An [`AddressRefusal`] that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Address, AddressRefusal> {
        let url = Url::parse(text.trim()).map_err(|_| AddressRefusal::Unreadable)?;
        let Some(host) = url.host() else {
            return Err(AddressRefusal::Unreadable);
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressRefusal::HasUser);
        }
        let is_plain = match url.scheme() {
            "https" => false,
            "http" if is_loopback(&host) => true,
            _ => return Err(AddressRefusal::NotHttps),
        };
        let host = host.to_string();
        Ok(Address { url, host, is_plain })
    }

    /// What people are shown of it.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
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
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_and_plain_http_is_for_this_machine() {
        for (text, host) in [
            ("https://gateway.example/holdfast?shop=12", "gateway.example"),
            (" https://gateway.example:8443 ", "gateway.example"),
            ("http://127.0.0.1:8080/x", "127.0.0.1"),
            ("http://localhost/x", "localhost"),
            ("http://[::1]:9/x", "[::1]"),
        ] {
            assert_eq!(Address::parse(text).unwrap().host(), host, "{text}");
        }
        for (text, why) in [
            ("http://gateway.example/x", AddressRefusal::NotHttps),
            ("http://localhost.example/x", AddressRefusal::NotHttps),
            ("http://127.0.0.1.example/x", AddressRefusal::NotHttps),
            ("ftp://127.0.0.1/x", AddressRefusal::NotHttps),
            ("file:///etc/passwd", AddressRefusal::Unreadable),
            ("gateway.example/x", AddressRefusal::Unreadable),
            ("", AddressRefusal::Unreadable),
            ("https://user:word@gateway.example/", AddressRefusal::HasUser),
            ("https://user@gateway.example/", AddressRefusal::HasUser),
        ] {
            assert_eq!(Address::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn nothing_of_it_but_the_host_is_ever_printed() {
        let address = Address::parse("https://gateway.example/a-secret-path?token=x").unwrap();
        assert_eq!(format!("{address:?}"), "Address(gateway.example)");
    }
}
