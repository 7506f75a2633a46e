use secrecy::{ExposeSecret, SecretString};

/// A customer's mobile number: ten digits that begin with 6 to 9. Never printed by `Debug`, never stored whole.
#[derive(Clone)]
pub struct Mobile(SecretString);

/// Why a typed number is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MobileRefusal {
    #[error("no number was typed")]
    Empty,
    #[error("something other than digits stands in the number")]
    NotDigits,
    #[error("the number has {0} digits instead of ten")]
    WrongLength(usize),
    #[error("Indian mobile numbers begin with 6, 7, 8 or 9")]
    WrongStart,
}

impl Mobile {
    /// Reads what was typed or pasted; spaces, dashes, brackets and a leading `+91`, `0091`, `91` or `0` are understood.
    ///
    /// # Errors
    /// A [`MobileRefusal`]; nothing is sent.
    pub fn parse(typed: &str) -> Result<Mobile, MobileRefusal> {
        let bare: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '(' | ')' | '.'))
            .collect();
        if bare.is_empty() {
            return Err(MobileRefusal::Empty);
        }
        let (had_plus, digits) = match bare.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, bare.as_str()),
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MobileRefusal::NotDigits);
        }
        let local = without_country(digits, had_plus);
        if local.len() != 10 {
            return Err(MobileRefusal::WrongLength(local.len()));
        }
        if !local.starts_with(['6', '7', '8', '9']) {
            return Err(MobileRefusal::WrongStart);
        }
        Ok(Mobile(SecretString::from(local.to_owned())))
    }

    /// The ten digits, for the request that needs them and for the HMAC.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    #[must_use]
    pub fn last_four(&self) -> String {
        self.expose().chars().skip(6).collect()
    }
}

impl std::fmt::Debug for Mobile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mobile(••••••{})", self.last_four())
    }
}

fn without_country(digits: &str, had_plus: bool) -> &str {
    if had_plus {
        return digits.strip_prefix("91").unwrap_or(digits);
    }
    match digits.len() {
        14 => digits.strip_prefix("0091").unwrap_or(digits),
        12 => digits.strip_prefix("91").unwrap_or(digits),
        11 => digits.strip_prefix('0').unwrap_or(digits),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for typed in [
            "9876543210",
            "98765 43210",
            "+91 98765-43210",
            "09876543210",
            "919876543210",
            "0091 98765 43210",
            "(98765) 43210",
        ] {
            assert_eq!(Mobile::parse(typed).unwrap().expose(), "9876543210", "{typed}");
        }
    }

    #[test]
    fn wrong_numbers_say_what_is_wrong() {
        for (typed, refusal) in [
            ("", MobileRefusal::Empty),
            ("   ", MobileRefusal::Empty),
            ("98765", MobileRefusal::WrongLength(5)),
            ("98765432101", MobileRefusal::WrongLength(11)),
            ("5876543210", MobileRefusal::WrongStart),
            ("98765abcde", MobileRefusal::NotDigits),
            ("+1 9876543210", MobileRefusal::WrongLength(11)),
            ("९८७६५४३२१०", MobileRefusal::NotDigits),
        ] {
            assert_eq!(Mobile::parse(typed).err(), Some(refusal), "{typed}");
        }
    }

    #[test]
    fn debug_shows_the_last_four_only() {
        let shown = format!("{:?}", Mobile::parse("9876543210").unwrap());
        assert_eq!(shown, "Mobile(••••••3210)");
    }
}
