use serde::{Deserialize, Serialize};
use std::fmt;

/// Within the 255 bytes that PhonePe's text members are taken to have, also in Devanagari.
const CHARS_MAX: usize = 80;
/// Ten digits in a row are a phone number, and those stand in no ledger.
const DIGITS_MAX: usize = 9;

/// Why money goes back, in a person's own words: kept in the ledger, and sent to PhonePe as the refund's `message`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RefundReason(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReasonRefusal {
    #[error("no reason was given")]
    Empty,
    #[error("the reason is longer than {CHARS_MAX} characters")]
    TooLong,
    #[error("the reason has a phone number in it")]
    HasNumber,
}

impl RefundReason {
    /// Spaces around it are dropped; line ends and other control characters become spaces.
    ///
    /// # Errors
    /// A [`ReasonRefusal`]; nothing is sent.
    pub fn parse(typed: &str) -> Result<RefundReason, ReasonRefusal> {
        let text: String = typed
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let text = text.trim();
        if text.is_empty() {
            return Err(ReasonRefusal::Empty);
        }
        if text.chars().count() > CHARS_MAX {
            return Err(ReasonRefusal::TooLong);
        }
        if has_long_number(text) {
            return Err(ReasonRefusal::HasNumber);
        }
        Ok(RefundReason(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RefundReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As people write numbers: `98765 43210` and `98765-43210` are ten digits in a row.
fn has_long_number(text: &str) -> bool {
    let mut run = 0_usize;
    for c in text.chars() {
        if c.is_numeric() {
            run = run.saturating_add(1);
        } else if !matches!(c, ' ' | '-' | '.') {
            run = 0;
        }
        if run > DIGITS_MAX {
            return true;
        }
    }
    false
}
