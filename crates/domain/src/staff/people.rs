use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// What stands in a record when nobody is signed in; no person's name can be this.
pub const NOBODY: &str = "(nobody)";

const NAME_CHARS_MAX: usize = 40;
const PIN_DIGITS: usize = 6;

/// How a person is called at the till. Unique there without regard to capitals: the name is the person's key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameRefusal {
    #[error("no name was typed")]
    Empty,
    #[error("the name is longer than 40 characters")]
    TooLong,
    #[error("the name has other characters than letters, digits, spaces and . ' -")]
    OddCharacter,
}

impl Name {
    /// Letters of any script with their marks, digits, single spaces and `.`, `'`, `-`; at most 40 characters.
    ///
    /// # Errors
    /// A [`NameRefusal`].
    pub fn parse(typed: &str) -> Result<Name, NameRefusal> {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(NameRefusal::Empty);
        }
        if name.chars().count() > NAME_CHARS_MAX {
            return Err(NameRefusal::TooLong);
        }
        let is_fine =
            |c: char| c.is_alphanumeric() || is_indic_mark(c) || matches!(c, ' ' | '.' | '\'' | '-');
        if !name.chars().all(is_fine) {
            return Err(NameRefusal::OddCharacter);
        }
        Ok(Name(name))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two names are compared by.
    pub(super) fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The scripts of India write vowels and the virama as marks, and some names need a joiner between two letters.
fn is_indic_mark(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0DFF}' | '\u{200C}' | '\u{200D}')
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Cashier,
    Manager,
}

impl Role {
    pub const ALL: [Role; 2] = [Role::Cashier, Role::Manager];
}

/// A person's six digits as typed. Never stored, never shown, never in a record.
#[derive(Clone)]
pub struct Pin(SecretString);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PinRefusal {
    #[error("no PIN was typed")]
    Empty,
    #[error("the PIN has other characters than digits")]
    NotDigits,
    #[error("the PIN is not six digits long")]
    WrongLength,
    #[error("the PIN is one that anybody would try first")]
    TooEasy,
}

impl Pin {
    /// Six digits as somebody types them to be let in.
    ///
    /// # Errors
    /// A [`PinRefusal`]; it does not count as a try.
    pub fn parse(typed: &str) -> Result<Pin, PinRefusal> {
        let bare = typed.trim();
        if bare.is_empty() {
            Err(PinRefusal::Empty)
        } else if !bare.bytes().all(|byte| byte.is_ascii_digit()) {
            Err(PinRefusal::NotDigits)
        } else if bare.len() != PIN_DIGITS {
            Err(PinRefusal::WrongLength)
        } else {
            Ok(Pin(SecretString::from(bare.to_owned())))
        }
    }

    /// Six digits as somebody chooses them: no single digit throughout, no run up or down.
    ///
    /// # Errors
    /// A [`PinRefusal`].
    pub fn choose(typed: &str) -> Result<Pin, PinRefusal> {
        let pin = Pin::parse(typed)?;
        let digits = pin.secret().expose_secret().as_bytes();
        let goes_by = |step: i16| {
            digits
                .iter()
                .zip(digits.iter().skip(1))
                .all(|(one, next)| i16::from(*next) == i16::from(*one).saturating_add(step))
        };
        if [-1, 0, 1].into_iter().any(goes_by) {
            return Err(PinRefusal::TooEasy);
        }
        Ok(pin)
    }

    #[must_use]
    pub fn secret(&self) -> &SecretString {
        &self.0
    }
}

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pin(••••••)")
    }
}
