use crate::{AmountRefusal, Paise};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A quantity in thousandths: 12.5 litres is `Quantity(12_500)`. Never a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(i64);

/// One line of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Rises within one cart and is never used again there.
    pub id: u32,
    pub name: String,
    pub quantity: Quantity,
    pub price_paise: Paise,
    /// The line that the amount field makes; at most one of a cart.
    pub quick: bool,
}

/// Why a line is not taken.
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
}

/// What the customer is to pay for. The total is always within [`Paise::SALE_MAX`]; a line that would break that is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cart {
    lines: Vec<Line>,
    next_id: u32,
}

impl Cart {
    pub const LINES_MAX: usize = 200;
    pub const NAME_CHARS_MAX: usize = 80;

    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The sum of the lines; it cannot overflow because every change is checked.
    #[must_use]
    pub fn total(&self) -> Paise {
        total_of(&self.lines).unwrap_or(Paise::ZERO)
    }

    /// The amount field: adds the quick line or replaces it, so that typing a second amount corrects the first.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn set_quick_amount(&mut self, amount: Paise) -> Result<(), LineRefusal> {
        let mut lines = self.lines.clone();
        match lines.iter_mut().find(|line| line.quick) {
            Some(line) => line.price_paise = amount,
            None => lines.push(Line {
                id: self.next_id,
                name: String::new(),
                quantity: Quantity::ONE,
                price_paise: amount,
                quick: true,
            }),
        }
        self.adopt(lines)
    }

    /// Adds a named line.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn add(&mut self, name: &str, quantity: Quantity, price_paise: Paise) -> Result<(), LineRefusal> {
        let name = checked_name(name)?;
        let mut lines = self.lines.clone();
        lines.push(Line {
            id: self.next_id,
            name,
            quantity,
            price_paise,
            quick: false,
        });
        self.adopt(lines)
    }

    /// Changes quantity and price of a line.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn change(&mut self, id: u32, quantity: Quantity, price_paise: Paise) -> Result<(), LineRefusal> {
        let mut lines = self.lines.clone();
        let line = lines
            .iter_mut()
            .find(|line| line.id == id)
            .ok_or(LineRefusal::NoSuchLine)?;
        line.quantity = quantity;
        line.price_paise = price_paise;
        self.adopt(lines)
    }

    /// Takes a line out.
    ///
    /// # Errors
    /// [`LineRefusal::NoSuchLine`].
    pub fn remove(&mut self, id: u32) -> Result<(), LineRefusal> {
        let before = self.lines.len();
        self.lines.retain(|line| line.id != id);
        if self.lines.len() == before {
            Err(LineRefusal::NoSuchLine)
        } else {
            Ok(())
        }
    }

    fn adopt(&mut self, lines: Vec<Line>) -> Result<(), LineRefusal> {
        if lines.len() > Self::LINES_MAX {
            return Err(LineRefusal::TooMany);
        }
        let total = total_of(&lines).ok_or(LineRefusal::TooLarge)?;
        if total > Paise::SALE_MAX {
            return Err(LineRefusal::TooLarge);
        }
        if lines.len() > self.lines.len() {
            self.next_id = self.next_id.saturating_add(1);
        }
        self.lines = lines;
        Ok(())
    }
}

impl Line {
    /// Price × quantity, half a paisa rounded up.
    #[must_use]
    pub fn amount(&self) -> Option<Paise> {
        let thousandths = i128::from(self.price_paise.get()).checked_mul(i128::from(self.quantity.0))?;
        let paise = thousandths.checked_add(500)?.checked_div(1_000)?;
        i64::try_from(paise).ok().map(Paise::new)
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
}

/// As people write it: `30`, `12.5`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1_000, self.0 % 1_000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

fn checked_name(name: &str) -> Result<String, LineRefusal> {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).collect();
    if name.is_empty() {
        return Err(LineRefusal::NoName);
    }
    if name.chars().count() > Cart::NAME_CHARS_MAX {
        return Err(LineRefusal::LongName);
    }
    Ok(name)
}

fn total_of(lines: &[Line]) -> Option<Paise> {
    lines
        .iter()
        .try_fold(Paise::ZERO, |sum, line| sum.checked_add(line.amount()?))
}

#[cfg(test)]
mod tests;
