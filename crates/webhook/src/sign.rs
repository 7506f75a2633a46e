use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use std::fmt::Write;

/// Lower-case hex of HMAC-SHA256 over `time.body`: the time as it stands in its header, a full stop, the body's bytes. The key is
/// the text itself, not what its digits may stand for.
#[must_use]
pub fn signature(key: &SecretString, time: &str, body: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.expose_secret().as_bytes()) else {
        unreachable!("HMAC takes keys of any length");
    };
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body.as_bytes());
    let mut hex = String::with_capacity(64);
    for byte in mac.finalize().into_bytes() {
        // Writing into a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `printf '%s' '1795350000.{"id":"a"}' | openssl dgst -sha256 -hmac a-key-of-a-test`
    #[test]
    fn it_is_what_openssl_says_of_the_same_bytes() {
        let key = SecretString::from("a-key-of-a-test".to_owned());
        assert_eq!(
            signature(&key, "1795350000", r#"{"id":"a"}"#),
            "4eaa6bdd8f8f83b4920373c8ec92d4ad2cf2b1ba6542079cd03ea667c4d60231"
        );
        assert_ne!(
            signature(&key, "1795350001", r#"{"id":"a"}"#),
            signature(&key, "1795350000", r#"{"id":"a"}"#)
        );
    }
}
