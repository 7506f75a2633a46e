//! One line of a bill, and how its quantity and its catalogue particulars are kept.

use super::{Cart, Discount, GstRate};
use crate::{AmountRefusal, Paise};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A quantity in thousandths: 12.5 litres is `Quantity(12_500)`. Never a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(pub(super) i64);

/// One line of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Rises within one cart and is never used again there.
    pub id: u32,
    pub name: String,
    pub quantity: Quantity,
    /// Of one unit, GST included. Zero only for a service whose amount is known later.
    pub price_paise: Paise,
    /// The line that the amount field makes; at most one of a cart.
    pub quick: bool,
    /// What the catalogue said when the line was made; none for a line that was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<LineItem>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What of a catalogue's item goes with a line. It stands in the books with the line, because catalogues change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineItem {
    pub code: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The catalogue's price; `None`: the amount is known later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_paise: Option<Paise>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gst: Option<GstRate>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hsn: String,
    /// What is blocked for it at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_paise: Option<Paise>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry_minutes: Option<u32>,
}

/// Why a line, a discount or a note is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineRefusal {
    #[error("the line has no name")]
    NoName,
    #[error("the name is longer than 80 characters")]
    LongName,
    #[error("the quantity is not a positive number with at most three decimals")]
    Quantity,
    #[error("the price: {0}")]
    Price(AmountRefusal),
    #[error("the bill would be larger than the till takes")]
    TooLarge,
    #[error("no such line")]
    NoSuchLine,
    #[error("the bill has as many lines as the till takes")]
    TooMany,
    #[error("the discount is neither rupees nor a percentage up to 100 with two decimals")]
    Discount,
    #[error("the discount is larger than what it is taken from")]
    DiscountTooLarge,
    #[error("the note is longer than 200 characters")]
    LongNote,
}

impl Line {
    /// Price × quantity, half a paisa rounded up; before any discount.
    #[must_use]
    pub fn amount(&self) -> Option<Paise> {
        let thousandths = i128::from(self.price_paise.get()).checked_mul(i128::from(self.quantity.0))?;
        let paise = thousandths.checked_add(500)?.checked_div(1_000)?;
        i64::try_from(paise).ok().map(Paise::new)
    }

    /// What its own discount takes off.
    #[must_use]
    pub fn less(&self) -> Paise {
        let amount = self.amount().unwrap_or(Paise::ZERO);
        self.discount.map_or(Paise::ZERO, |discount| discount.of(amount))
    }

    /// After its own discount.
    #[must_use]
    pub fn net(&self) -> Option<Paise> {
        self.amount()?.checked_sub(self.less())
    }

    /// What its item's default hold asks for beyond the line's own amount.
    #[must_use]
    pub fn held_beyond(&self) -> Paise {
        let hold = self.item.as_ref().and_then(|item| item.hold_paise);
        let beyond = hold.and_then(|hold| hold.checked_sub(self.net()?));
        beyond.unwrap_or(Paise::ZERO)
    }

    /// Its price is not the catalogue's. What has no price there has none that could be changed.
    #[must_use]
    pub fn is_repriced(&self, price_paise: Paise) -> bool {
        let listed = self.item.as_ref().and_then(|item| item.listed_paise);
        listed.is_some_and(|listed| listed != price_paise)
    }

    pub(super) fn is_of(&self, code: &str) -> bool {
        self.item.as_ref().is_some_and(|item| item.code == code)
    }
}

impl Quantity {
    pub const ONE: Quantity = Quantity(1_000);
    const MAX_THOUSANDTHS: i64 = 1_000_000_000;

    /// Reads `30`, `12.5`, `0.250`.
    ///
    /// # Errors
    /// [`LineRefusal::Quantity`] for anything but a positive number below a million with at most three decimals.
    pub fn parse(typed: &str) -> Result<Quantity, LineRefusal> {
        let bare = typed.trim();
        let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() > 7 || fraction.len() > 3 || !all_digits(whole) || !all_digits(fraction) {
            return Err(LineRefusal::Quantity);
        }
        // Without any digit it is zero, which is refused below.
        let thousandths: i64 = format!("{whole}{fraction:0<3}")
            .parse()
            .map_err(|_| LineRefusal::Quantity)?;
        if thousandths == 0 || thousandths >= Self::MAX_THOUSANDTHS {
            return Err(LineRefusal::Quantity);
        }
        Ok(Quantity(thousandths))
    }

    /// One more; `None` when it would be more than a line takes.
    #[must_use]
    pub fn one_more(self) -> Option<Quantity> {
        let more = self.0.checked_add(Self::ONE.0)?;
        (more < Self::MAX_THOUSANDTHS).then_some(Quantity(more))
    }
}

/// As people write it: `30`, `12.5`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1_000, self.0 % 1_000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

pub(super) fn checked_name(name: &str) -> Result<String, LineRefusal> {
    let name = without_controls(name);
    if name.is_empty() {
        return Err(LineRefusal::NoName);
    }
    if name.chars().count() > Cart::NAME_CHARS_MAX {
        return Err(LineRefusal::LongName);
    }
    Ok(name)
}

pub(super) fn checked_note(note: &str) -> Result<String, LineRefusal> {
    let note = without_controls(note);
    if note.chars().count() > Cart::NOTE_CHARS_MAX {
        return Err(LineRefusal::LongNote);
    }
    Ok(note)
}

fn without_controls(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control()).collect()
}
