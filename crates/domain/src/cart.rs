mod bill;
mod discount;
mod fact;
mod gst;
mod line;

pub use bill::{Bill, BillChange};
pub use discount::Discount;
pub use fact::CartFact;
pub use gst::{GstPart, GstRate};
pub use line::{Line, LineItem, LineRefusal, Quantity};

use crate::{Item, Paise, SaleMode};
use line::{checked_name, checked_note};
use serde::{Deserialize, Serialize};

/// A bill that is being made. What is blocked for it is always within [`Paise::SALE_MAX`]; a change that would break that
/// is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cart {
    bill: Bill,
    next_id: u32,
}

impl Cart {
    pub const LINES_MAX: usize = 200;
    pub const NAME_CHARS_MAX: usize = 80;
    pub const NOTE_CHARS_MAX: usize = 200;

    /// A bill that was held, to be changed into what was delivered: its lines keep their ids.
    #[must_use]
    pub fn of(bill: Bill) -> Cart {
        let last = bill.lines.iter().map(|line| line.id).max();
        let next_id = last.map_or(0, |last| last.saturating_add(1));
        Cart { bill, next_id }
    }

    #[must_use]
    pub fn bill(&self) -> &Bill {
        &self.bill
    }

    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.bill.lines
    }

    #[must_use]
    pub fn line(&self, id: u32) -> Option<&Line> {
        self.bill.lines.iter().find(|line| line.id == id)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bill.lines.is_empty()
    }

    #[must_use]
    pub fn total(&self) -> Paise {
        self.bill.total()
    }

    /// What PhonePe is asked to block: a charge takes the total at once, so nothing beyond it.
    #[must_use]
    pub fn asked(&self, mode: SaleMode) -> Paise {
        match mode {
            SaleMode::Hold => self.bill.hold(),
            SaleMode::Charge => self.bill.total(),
        }
    }

    /// The amount field: adds the quick line or replaces it, so that typing a second amount corrects the first.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn set_quick_amount(&mut self, amount: Paise) -> Result<(), LineRefusal> {
        let mut bill = self.bill.clone();
        match bill.lines.iter_mut().find(|line| line.quick) {
            Some(line) => line.price_paise = amount,
            None => bill.lines.push(Line {
                quick: true,
                ..self.plain(String::new(), Quantity::ONE, amount)
            }),
        }
        self.adopt(bill)
    }

    /// Adds a named line.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn add(&mut self, name: &str, quantity: Quantity, price_paise: Paise) -> Result<(), LineRefusal> {
        let mut bill = self.bill.clone();
        bill.lines
            .push(self.plain(checked_name(name)?, quantity, price_paise));
        self.adopt(bill)
    }

    /// Adds one of an item. The same item again raises the quantity, unless its amount is known later: that is a service
    /// of its own each time.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn add_item(&mut self, item: &Item) -> Result<(), LineRefusal> {
        let mut bill = self.bill.clone();
        let same = bill.lines.iter_mut().find(|line| line.is_of(&item.code));
        match same.filter(|_| item.price_paise.is_some()) {
            Some(line) => line.quantity = line.quantity.one_more().ok_or(LineRefusal::Quantity)?,
            None => bill.lines.push(Line {
                item: Some(item.of_line()),
                ..self.plain(
                    item.name.clone(),
                    Quantity::ONE,
                    item.price_paise.unwrap_or(Paise::ZERO),
                )
            }),
        }
        self.adopt(bill)
    }

    /// Changes quantity and price of a line.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn change(&mut self, id: u32, quantity: Quantity, price_paise: Paise) -> Result<(), LineRefusal> {
        self.with_line(id, |line| {
            line.quantity = quantity;
            line.price_paise = price_paise;
            Ok(())
        })
    }

    /// Takes something off a line, or nothing any more.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn discount_line(&mut self, id: u32, discount: Option<Discount>) -> Result<(), LineRefusal> {
        self.with_line(id, |line| {
            is_within(discount, line.amount().unwrap_or(Paise::ZERO))?;
            line.discount = discount;
            Ok(())
        })
    }

    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn note_line(&mut self, id: u32, note: &str) -> Result<(), LineRefusal> {
        let note = checked_note(note)?;
        self.with_line(id, |line| {
            line.note = note;
            Ok(())
        })
    }

    /// Takes something off the whole bill, or nothing any more.
    ///
    /// # Errors
    /// [`LineRefusal`]; the cart is unchanged then.
    pub fn discount(&mut self, discount: Option<Discount>) -> Result<(), LineRefusal> {
        is_within(discount, self.bill.subtotal())?;
        let bill = Bill {
            discount,
            ..self.bill.clone()
        };
        self.adopt(bill)
    }

    /// # Errors
    /// [`LineRefusal::LongNote`].
    pub fn note(&mut self, note: &str) -> Result<(), LineRefusal> {
        self.bill.note = checked_note(note)?;
        Ok(())
    }

    /// Takes a line out.
    ///
    /// # Errors
    /// [`LineRefusal::NoSuchLine`].
    pub fn remove(&mut self, id: u32) -> Result<(), LineRefusal> {
        let before = self.bill.lines.len();
        self.bill.lines.retain(|line| line.id != id);
        if self.bill.lines.len() == before {
            Err(LineRefusal::NoSuchLine)
        } else {
            Ok(())
        }
    }

    fn plain(&self, name: String, quantity: Quantity, price_paise: Paise) -> Line {
        Line {
            id: self.next_id,
            name,
            quantity,
            price_paise,
            quick: false,
            item: None,
            discount: None,
            note: String::new(),
        }
    }

    fn with_line(
        &mut self,
        id: u32,
        change: impl FnOnce(&mut Line) -> Result<(), LineRefusal>,
    ) -> Result<(), LineRefusal> {
        let mut bill = self.bill.clone();
        let line = bill.lines.iter_mut().find(|line| line.id == id);
        change(line.ok_or(LineRefusal::NoSuchLine)?)?;
        self.adopt(bill)
    }

    fn adopt(&mut self, bill: Bill) -> Result<(), LineRefusal> {
        if bill.lines.len() > Self::LINES_MAX {
            return Err(LineRefusal::TooMany);
        }
        let subtotal = bill.checked_subtotal().ok_or(LineRefusal::TooLarge)?;
        let hold = bill.checked_hold().ok_or(LineRefusal::TooLarge)?;
        if subtotal > Paise::SALE_MAX || hold > Paise::SALE_MAX {
            return Err(LineRefusal::TooLarge);
        }
        if bill.lines.len() > self.bill.lines.len() {
            self.next_id = self.next_id.saturating_add(1);
        }
        self.bill = bill;
        Ok(())
    }
}

/// A sum that is typed must be there to be taken off; lines that go afterwards only make it smaller.
fn is_within(discount: Option<Discount>, amount: Paise) -> Result<(), LineRefusal> {
    match discount {
        Some(Discount::Paise(less)) if less > amount => Err(LineRefusal::DiscountTooLarge),
        Some(_) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
