//! What is put into a bill: items by search or scanner, discounts.

use crate::front::line_error;
use crate::state::Till;
use contract::{CatalogueState, ErrorCode, UiError};
use domain::{Discount, Item, Paise};

const SHOWN_CHARS_MAX: usize = 40;

impl Till {
    pub(super) fn add_item(&mut self, code: &str) -> Result<(), UiError> {
        let item = self.item(code)?.ok_or(ErrorCode::NoSuchItem)?;
        self.put_in(&item)
    }

    /// A scanner is never guessed at: what the catalogue does not know is told with its code, and nothing else happens.
    pub(super) fn scan(&mut self, text: &str) -> Result<(), UiError> {
        match self.item(text)? {
            Some(item) => self.put_in(&item),
            None => Err(UiError {
                code: ErrorCode::ScanUnknown,
                detail: Some(shown(text)),
            }),
        }
    }

    pub(super) fn discount_line(&mut self, id: u32, typed: &str) -> Result<(), UiError> {
        let discount = Discount::parse(typed).map_err(line_error)?;
        self.edit_cart(|cart| cart.discount_line(id, discount))
    }

    pub(super) fn discount_bill(&mut self, typed: &str) -> Result<(), UiError> {
        let discount = Discount::parse(typed).map_err(line_error)?;
        self.edit_cart(|cart| cart.discount(discount))
    }

    /// Whether the line would have another price than the catalogue's that it does not have yet.
    pub(crate) fn reprices(&self, id: u32, price: &str) -> bool {
        let cart = self.final_cart().unwrap_or(&self.front.cart);
        let (Some(line), Ok(price)) = (cart.line(id), Paise::parse_rupees(price)) else {
            return false;
        };
        line.price_paise != price && line.is_repriced(price)
    }

    fn item(&self, code: &str) -> Result<Option<Item>, UiError> {
        match self.bills.catalogue_state {
            CatalogueState::Reading => Err(ErrorCode::CatalogueReading.into()),
            CatalogueState::Unreadable => Err(ErrorCode::CatalogueUnreadable.into()),
            CatalogueState::Ready => Ok(self.bills.catalogue.find(code).cloned()),
        }
    }

    fn put_in(&mut self, item: &Item) -> Result<(), UiError> {
        let put = self.edit_cart(|cart| cart.add_item(item));
        put.map_err(|refused| {
            if refused.code == ErrorCode::NotAllowedNow {
                ErrorCode::BillLocked.into()
            } else {
                refused
            }
        })
    }
}

/// What a scanner read may be anything; it is shown as text that hides nothing.
fn shown(text: &str) -> String {
    let text: String = text.trim().chars().take(SHOWN_CHARS_MAX).collect();
    domain::ProviderText::received(&text).shown()
}
