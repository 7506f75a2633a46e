//! Where each window may go. Pure: an address in, a verdict out.

use url::Url;

/// The till's own page and nothing else, whatever is dropped, clicked or scripted.
#[must_use]
pub fn is_own_page(url: &Url) -> bool {
    is_ours(url) && matches!(url.path(), "" | "/" | "/index.html")
}

/// The customer's display has one page too.
#[must_use]
pub fn is_customer_page(url: &Url) -> bool {
    is_ours(url) && url.path() == "/customer.html"
}

fn is_ours(url: &Url) -> bool {
    let is_ours = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Windows' web view serves the embedded page under this name.
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    is_ours && url.port().is_none()
}

/// The simulator's pages: same scheme, host and port.
#[must_use]
pub fn is_of_origin(url: &Url, origin: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.origin() == origin.origin()
        && url.username().is_empty()
        && url.password().is_none()
}

/// What the top-up window does with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopUpStep {
    Go,
    Stay,
    /// The page is done: it goes back to the store or hands over to an app.
    Close,
}

/// Only https on an allowed host, on the usual port, is gone to. The store's own return address and an app's link end
/// the window: there is nothing more for the customer to do in it.
#[must_use]
pub fn top_up_step(url: &Url, hosts: &[String], return_url: Option<&Url>) -> TopUpStep {
    if return_url.is_some_and(|home| is_of_origin(url, home) && url.path() == home.path()) {
        return TopUpStep::Close;
    }
    match url.scheme() {
        "https" if is_allowed(url, hosts) => TopUpStep::Go,
        "phonepe" | "ppe" | "intent" | "upi" => TopUpStep::Close,
        _ => TopUpStep::Stay,
    }
}

fn is_allowed(url: &Url, hosts: &[String]) -> bool {
    url.port().is_none()
        && url.username().is_empty()
        && url.password().is_none()
        && url
            .host_str()
            .is_some_and(|host| hosts.iter().any(|allowed| allowed == host))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[cfg(not(windows))]
    #[test]
    fn the_till_stays_on_its_own_page() {
        for own in [
            "tauri://localhost",
            "tauri://localhost/",
            "tauri://localhost/index.html",
            "tauri://localhost/#holds",
        ] {
            assert!(is_own_page(&url(own)), "{own}");
        }
        for other in [
            "https://example.com/",
            "http://tauri.localhost/",
            "http://localhost/",
            "tauri://localhost.example.com/",
            "tauri://localhost:8080/",
            "tauri://localhost/assets/index.js",
            "file:///etc/passwd",
            "data:text/html,<h1>x</h1>",
            "javascript:alert(1)",
            "about:blank",
            "blob:tauri://localhost/1",
            "ipc://localhost/act",
            "smb://host/share",
        ] {
            assert!(!is_own_page(&url(other)), "{other}");
        }
    }

    #[cfg(not(windows))]
    #[test]
    fn the_display_stays_on_its_own_page_and_the_till_does_not_go_there() {
        assert!(is_customer_page(&url("tauri://localhost/customer.html")));
        assert!(!is_own_page(&url("tauri://localhost/customer.html")));
        for other in [
            "tauri://localhost/",
            "tauri://localhost/index.html",
            "tauri://localhost:8080/customer.html",
            "https://example.com/customer.html",
            "about:blank",
        ] {
            assert!(!is_customer_page(&url(other)), "{other}");
        }
    }

    #[test]
    fn the_phone_stays_at_the_simulator() {
        let origin = url("http://127.0.0.1:4321/phone");
        assert!(is_of_origin(&url("http://127.0.0.1:4321/phone?topup=1"), &origin));
        for other in [
            "http://127.0.0.1:4322/phone",
            "https://127.0.0.1:4321/phone",
            "http://localhost:4321/phone",
            "http://u@127.0.0.1:4321/phone",
            "file:///phone",
            "tauri://localhost/",
        ] {
            assert!(!is_of_origin(&url(other), &origin), "{other}");
        }
    }

    #[test]
    fn the_top_up_page_goes_only_to_allowed_hosts_and_ends_at_the_return_address() {
        let hosts = vec!["www.phonepe.com".to_owned()];
        let home = url("https://store.example/done");
        let step = |text: &str| top_up_step(&url(text), &hosts, Some(&home));
        assert_eq!(step("https://www.phonepe.com/topup?id=1"), TopUpStep::Go);
        for back in [
            "https://store.example/done?ok=1",
            "phonepe://wallet",
            "intent://pay#Intent;end",
        ] {
            assert_eq!(step(back), TopUpStep::Close, "{back}");
        }
        for other in [
            "http://www.phonepe.com/topup",
            "https://www.phonepe.com:8443/",
            "https://a@www.phonepe.com/",
            "https://www.phonepe.com.evil.test/",
            "https://store.example/other",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "about:blank",
            "tauri://localhost/",
            "http://ipc.localhost/act",
        ] {
            assert_eq!(step(other), TopUpStep::Stay, "{other}");
        }
    }
}
