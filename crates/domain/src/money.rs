mod spoken;

pub use spoken::Tongue;

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount of Indian money in paise (1/100 rupee). All arithmetic is checked; there are no floats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Paise(i64);

/// Why a typed amount is not taken. Each has its own sentence in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountRefusal {
    #[error("no amount was typed")]
    Empty,
    #[error("the text is not an amount in rupees")]
    NotANumber,
    #[error("more than two digits stand after the point")]
    TooFine,
    #[error("the amount is zero")]
    Zero,
    #[error("the amount is negative")]
    Negative,
    #[error("the amount is larger than the till takes")]
    TooLarge,
    #[error("the amount is larger than the hold")]
    OverTheHold,
}

impl Paise {
    pub const ZERO: Paise = Paise(0);
    /// The largest bill the till takes: ₹99,99,999.99. A slip of the finger beyond it is refused before anything is sent.
    pub const SALE_MAX: Paise = Paise(999_999_999);

    #[must_use]
    pub const fn new(paise: i64) -> Self {
        Paise(paise)
    }

    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    #[must_use]
    pub fn checked_add(self, other: Paise) -> Option<Paise> {
        self.0.checked_add(other.0).map(Paise)
    }

    /// `None` also when the result would be negative: no amount in the house is.
    #[must_use]
    pub fn checked_sub(self, other: Paise) -> Option<Paise> {
        self.0.checked_sub(other.0).filter(|left| *left >= 0).map(Paise)
    }

    #[must_use]
    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Reads what a person typed or pasted: `450`, `450.5`, `₹1,23,456.78`, `Rs. 99`. The grouping commas may stand
    /// anywhere between digits; nothing else is guessed.
    ///
    /// # Errors
    /// An [`AmountRefusal`] that says what is wrong; the caller keeps the typed text.
    pub fn parse_rupees(typed: &str) -> Result<Paise, AmountRefusal> {
        let bare = strip_currency(typed.trim());
        if bare.is_empty() {
            return Err(AmountRefusal::Empty);
        }
        if bare.starts_with('-') || bare.starts_with('\u{2212}') {
            return Err(AmountRefusal::Negative);
        }
        let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
        let rupees = digits_of(whole)?;
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || (whole.is_empty() && fraction.is_empty()) {
            return Err(AmountRefusal::NotANumber);
        }
        if fraction.len() > 2 {
            return Err(AmountRefusal::TooFine);
        }
        let hundredths: i64 = format!("{fraction:0<2}")
            .parse()
            .map_err(|_| AmountRefusal::NotANumber)?;
        let paise = rupees
            .checked_mul(100)
            .and_then(|paise| paise.checked_add(hundredths))
            .ok_or(AmountRefusal::TooLarge)?;
        match Paise(paise) {
            Paise(0) => Err(AmountRefusal::Zero),
            amount if amount > Paise::SALE_MAX => Err(AmountRefusal::TooLarge),
            amount => Ok(amount),
        }
    }

    /// Plain rupees for an input field: `1234.50`.
    #[must_use]
    pub fn to_field(self) -> String {
        let (sign, rupees, paise) = self.parts();
        format!("{sign}{rupees}.{paise:02}")
    }

    fn parts(self) -> (&'static str, u64, u64) {
        let magnitude = self.0.unsigned_abs();
        (
            if self.0 < 0 { "-" } else { "" },
            magnitude / 100,
            magnitude % 100,
        )
    }
}

/// `₹1,23,456.78`: rupee sign, lakh grouping, Latin digits, always two decimals.
impl fmt::Display for Paise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, rupees, paise) = self.parts();
        write!(f, "{sign}₹{}.{paise:02}", group_lakh(&rupees.to_string()))
    }
}

fn strip_currency(text: &str) -> &str {
    ["₹", "Rs.", "Rs", "rs.", "rs", "INR"]
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .unwrap_or(text)
        .trim_start()
}

fn digits_of(whole: &str) -> Result<i64, AmountRefusal> {
    let digits: String = whole.chars().filter(|c| *c != ',').collect();
    if digits.is_empty() {
        return if whole.is_empty() {
            Ok(0)
        } else {
            Err(AmountRefusal::NotANumber)
        };
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AmountRefusal::NotANumber);
    }
    digits.parse().map_err(|_| AmountRefusal::TooLarge)
}

/// The last three digits, then pairs: 12345678 → 1,23,45,678.
fn group_lakh(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len() - index;
        if index > 0 && left >= 3 && left % 2 == 1 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, paise) in [
            ("450", 45_000),
            ("450.5", 45_050),
            (" ₹1,23,456.78 ", 12_345_678),
            ("Rs. 99", 9_900),
            (".50", 50),
            ("7.", 700),
            ("9999999.99", 999_999_999),
        ] {
            assert_eq!(Paise::parse_rupees(typed), Ok(Paise(paise)), "{typed}");
        }
    }

    #[test]
    fn what_is_not_an_amount_is_refused_with_its_own_reason() {
        for (typed, refusal) in [
            ("", AmountRefusal::Empty),
            ("0", AmountRefusal::Zero),
            ("0.00", AmountRefusal::Zero),
            ("-5", AmountRefusal::Negative),
            ("1.005", AmountRefusal::TooFine),
            ("1000000000000", AmountRefusal::TooLarge),
            ("99999999999999999999999", AmountRefusal::TooLarge),
            ("10000000", AmountRefusal::TooLarge),
            ("1e3", AmountRefusal::NotANumber),
            ("12 34", AmountRefusal::NotANumber),
            ("१२", AmountRefusal::NotANumber),
            ("1.2.3", AmountRefusal::NotANumber),
            (".", AmountRefusal::NotANumber),
            (",", AmountRefusal::NotANumber),
            ("450 rupees", AmountRefusal::NotANumber),
        ] {
            assert_eq!(Paise::parse_rupees(typed), Err(refusal), "{typed}");
        }
    }

    #[test]
    fn amounts_are_shown_in_lakhs_and_crores() {
        for (paise, text) in [
            (0, "₹0.00"),
            (5, "₹0.05"),
            (45_000, "₹450.00"),
            (100_000, "₹1,000.00"),
            (1_234_500, "₹12,345.00"),
            (12_345_678, "₹1,23,456.78"),
            (24_000_000, "₹2,40,000.00"),
            (999_999_999, "₹99,99,999.99"),
            (1_000_000_000, "₹1,00,00,000.00"),
            (-4_500, "-₹45.00"),
        ] {
            assert_eq!(Paise(paise).to_string(), text);
        }
    }

    #[test]
    fn a_subtraction_below_zero_is_no_amount() {
        assert_eq!(Paise(5).checked_sub(Paise(6)), None);
        assert_eq!(Paise(i64::MAX).checked_add(Paise(1)), None);
        assert_eq!(Paise(6).checked_sub(Paise(5)), Some(Paise(1)));
        assert_eq!(Paise(6).checked_sub(Paise(6)), Some(Paise::ZERO));
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed_back(paise in 1..=999_999_999i64) {
            prop_assert_eq!(Paise::parse_rupees(&Paise(paise).to_string()), Ok(Paise(paise)));
            prop_assert_eq!(Paise::parse_rupees(&Paise(paise).to_field()), Ok(Paise(paise)));
        }

        #[test]
        fn no_typed_text_makes_it_panic(typed in ".*") {
            let _ = Paise::parse_rupees(&typed);
        }
    }
}
