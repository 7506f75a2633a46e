//! Where a printer is.

use std::fmt;
use std::path::PathBuf;

/// What nearly every network printer listens on.
const PORT: u16 = 9_100;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// `192.168.1.50:9100`, `printer.local`.
    Network { host: String, port: u16 },
    /// `/dev/usb/lp0`, `/dev/ttyUSB0` (its speed is the system's setting), or a plain file that is written on and on.
    Path(PathBuf),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressRefusal {
    #[error("there is no address")]
    Empty,
    #[error("the port is no number between 1 and 65535")]
    Port,
    #[error("this is no host name, no IP address and no path")]
    Host,
}

impl Address {
    /// Reads what a person typed.
    ///
    /// # Errors
    /// [`AddressRefusal`] with what is wrong.
    pub fn parse(typed: &str) -> Result<Address, AddressRefusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressRefusal::Empty);
        }
        if typed.starts_with('/') || typed.starts_with("\\\\") {
            let is_plain = !typed.chars().any(char::is_control);
            return is_plain
                .then(|| Address::Path(PathBuf::from(typed)))
                .ok_or(AddressRefusal::Host);
        }
        let (host, port) = match typed.rsplit_once(':') {
            // An IPv6 address has colons of its own and stands in brackets when a port follows.
            Some((host, port)) if !host.contains(':') || host.ends_with(']') => {
                let port = port.parse().ok().filter(|port| *port > 0);
                (host, port.ok_or(AddressRefusal::Port)?)
            }
            Some(_) | None => (typed, PORT),
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '_');
        if host.is_empty() || host.len() > 253 || !host.chars().all(fits) {
            return Err(AddressRefusal::Host);
        }
        Ok(Address::Network {
            host: host.to_owned(),
            port,
        })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Network { host, port } if host.contains(':') => write!(f, "[{host}]:{port}"),
            Address::Network { host, port } => write!(f, "{host}:{port}"),
            Address::Path(path) => write!(f, "{}", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_ports_and_paths_are_understood_as_people_type_them() {
        for (typed, shown) in [
            ("192.168.1.50", "192.168.1.50:9100"),
            (" printer.local:9101 ", "printer.local:9101"),
            ("[fe80::1]:9100", "[fe80::1]:9100"),
            ("fe80::1", "[fe80::1]:9100"),
            ("/dev/usb/lp0", "/dev/usb/lp0"),
            ("\\\\.\\COM3", "\\\\.\\COM3"),
        ] {
            assert_eq!(Address::parse(typed).unwrap().to_string(), shown, "{typed}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_what_is_wrong() {
        for (typed, why) in [
            ("  ", AddressRefusal::Empty),
            ("printer:0", AddressRefusal::Port),
            ("printer:99999", AddressRefusal::Port),
            ("printer:abc", AddressRefusal::Port),
            ("http://printer", AddressRefusal::Port),
            ("the printer", AddressRefusal::Host),
            (":9100", AddressRefusal::Host),
            ("/dev/\u{7}", AddressRefusal::Host),
        ] {
            assert_eq!(Address::parse(typed), Err(why), "{typed}");
        }
    }
}
