//! A secret comes in as one line of standard input: a salt key, which goes nowhere but into the keyring, or a PIN, which
//! goes nowhere.

use crate::outcome::Stop;
use secrecy::SecretString;
use secrecy::zeroize::Zeroize;
use std::io::{BufRead, Read};

/// PhonePe's are 36 characters long; anything far beyond is some other file.
const CHARS_MAX: usize = 256;

/// Reads one line and trims it.
///
/// # Errors
/// When there is none, it is empty or too long, or more follows.
pub fn read(input: &mut impl BufRead, what: &str) -> Result<SecretString, Stop> {
    // Room for everything that may come: growing would leave copies behind.
    let mut line = String::with_capacity(CHARS_MAX.saturating_mul(2));
    let bytes_max = u64::try_from(CHARS_MAX.saturating_mul(2)).unwrap_or(u64::MAX);
    let read = input.take(bytes_max).read_to_string(&mut line);
    let key = read
        .map_err(|_| Stop::Wrong(format!("Standard input is not text: the {what} is one line.")))
        .and_then(|_| one_line(&line, what).map(|key| SecretString::from(key.to_owned())));
    line.zeroize();
    key
}

fn one_line<'a>(text: &'a str, what: &str) -> Result<&'a str, Stop> {
    let key = text.trim();
    if key.is_empty() {
        return Err(Stop::Wrong(format!(
            "The {what} on standard input is empty. Nothing was changed."
        )));
    }
    if key.lines().count() > 1 {
        return Err(Stop::Wrong(format!(
            "Standard input has more than one line; the {what} is one. Nothing was changed."
        )));
    }
    if key.len() > CHARS_MAX {
        return Err(Stop::Wrong(format!(
            "The {what} on standard input is longer than {CHARS_MAX} characters. Nothing was changed."
        )));
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn a_key_is_one_line_and_the_space_around_it_is_nobodys() {
        for text in ["key", "key\n", "  key \r\n", "key\n\n"] {
            assert_eq!(
                read(&mut text.as_bytes(), "salt key").unwrap().expose_secret(),
                "key"
            );
        }
    }

    #[test]
    fn no_key_a_long_one_and_two_lines_are_refused() {
        for text in [
            "",
            "\n",
            " \r\n",
            &"k".repeat(257),
            &"k".repeat(5_000),
            "one\ntwo",
        ] {
            assert!(
                matches!(read(&mut text.as_bytes(), "salt key"), Err(Stop::Wrong(_))),
                "{text:?}"
            );
        }
        assert!(read(&mut [0xff, 0xfe, b'\n'].as_slice(), "salt key").is_err());
    }
}
