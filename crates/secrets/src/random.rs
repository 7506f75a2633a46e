//! Keys nobody can guess.

use std::fmt::Write as _;

use secrecy::SecretString;
use secrecy::zeroize::Zeroize as _;

use crate::SecretError;

/// A random key of `bytes` bytes from the operating system, as twice as many lower-case hex digits.
///
/// # Errors
/// [`SecretError::Broken`] when the system has no random bytes to give.
pub fn random_hex(bytes: usize) -> Result<SecretString, SecretError> {
    let mut key = vec![0_u8; bytes];
    getrandom::fill(&mut key)
        .map_err(|error| SecretError::Broken(format!("the system gave no random bytes: {error}")))?;
    // Room for all of it from the start, so that no half-written copy is left behind by growing.
    let mut hex = String::with_capacity(bytes.saturating_mul(2));
    for byte in &key {
        write!(hex, "{byte:02x}")
            .map_err(|error| SecretError::Broken(format!("a random key could not be written: {error}")))?;
    }
    key.zeroize();
    Ok(SecretString::from(hex))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn a_key_has_two_hex_digits_a_byte_and_never_repeats() {
        let one = random_hex(32).unwrap();
        let other = random_hex(32).unwrap();
        assert_eq!(one.expose_secret().len(), 64);
        assert!(
            one.expose_secret()
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        );
        assert_ne!(one.expose_secret(), other.expose_secret());
    }

    #[test]
    fn debug_of_a_key_does_not_show_it() {
        let key = random_hex(16).unwrap();
        assert!(!format!("{key:?}").contains(key.expose_secret()));
    }
}
