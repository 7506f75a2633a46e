//! Bills that are put aside while another customer is served.

use crate::state::Till;
use contract::{CustomerState, ErrorCode, ParkedView, UiError};
use domain::{Cart, CustomerMark, SaleMode};
use serde::{Deserialize, Serialize};

/// More than a counter has customers who "just fetch something".
const PARKED_MAX: usize = 50;
const NAME_CHARS_MAX: usize = 40;

/// The customer is kept by the mark alone; the wallet's link stays in the keyring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Parked {
    pub number: u32,
    #[serde(default)]
    pub name: String,
    pub cart: Cart,
    pub mode: SaleMode,
    #[serde(default)]
    pub customer: Option<CustomerMark>,
    pub cashier: String,
    pub at_ms: i64,
}

impl Till {
    pub(super) fn park(&mut self, name: &str) -> Result<(), UiError> {
        self.must_be_open()?;
        let parked = self.parked_now(name)?;
        if self.bills.kept.parked.len() >= PARKED_MAX {
            return Err(UiError {
                code: ErrorCode::ParkFull,
                detail: Some(PARKED_MAX.to_string()),
            });
        }
        self.keep(|kept| {
            kept.last_number = parked.number;
            kept.parked.push(parked);
        })?;
        self.new_sale()
    }

    /// A bill that stands on the screen takes the place of the one that comes, so that neither is lost.
    pub(super) fn recall(&mut self, number: u32) -> Result<(), UiError> {
        let found = self.parked(number)?;
        let in_the_way = self.bill_is_open() && !self.front.cart.is_empty();
        let instead = in_the_way.then(|| self.parked_now("")).transpose()?;
        self.keep(|kept| {
            kept.parked.retain(|parked| parked.number != number);
            if let Some(instead) = instead {
                kept.last_number = instead.number;
                kept.parked.push(instead);
            }
        })?;
        self.new_sale()?;
        self.front.cart = found.cart;
        self.front.mode = found.mode;
        if let Some(mark) = found.customer {
            self.bring_customer_back(mark);
        }
        self.amount_changed();
        Ok(())
    }

    pub(super) fn throw_away(&mut self, number: u32) -> Result<(), UiError> {
        self.parked(number)?;
        self.keep(|kept| kept.parked.retain(|parked| parked.number != number))
    }

    pub(super) fn parked_views(&self) -> Vec<ParkedView> {
        let mut parked: Vec<&Parked> = self.bills.kept.parked.iter().collect();
        parked.sort_by_key(|parked| parked.number);
        parked
            .into_iter()
            .map(|parked| ParkedView {
                number: parked.number,
                name: parked.name.clone(),
                total_text: parked.cart.asked(parked.mode).to_string(),
                lines: u32::try_from(parked.cart.lines().len()).unwrap_or(u32::MAX),
                masked: parked.customer.as_ref().map(CustomerMark::masked),
                cashier: parked.cashier.clone(),
                at_ms: parked.at_ms,
            })
            .collect()
    }

    fn parked(&self, number: u32) -> Result<Parked, UiError> {
        let found = self
            .bills
            .kept
            .parked
            .iter()
            .find(|parked| parked.number == number);
        found.cloned().ok_or_else(|| ErrorCode::NoSuchBill.into())
    }

    fn parked_now(&self, name: &str) -> Result<Parked, UiError> {
        if self.front.cart.is_empty() {
            return Err(ErrorCode::NothingToPark.into());
        }
        let name: String = name.trim().chars().filter(|c| !c.is_control()).collect();
        if name.chars().count() > NAME_CHARS_MAX {
            return Err(UiError {
                code: ErrorCode::ParkNameLong,
                detail: Some(NAME_CHARS_MAX.to_string()),
            });
        }
        let customer = &self.front.customer;
        Ok(Parked {
            number: self.bills.kept.last_number.saturating_add(1),
            name,
            cart: self.front.cart.clone(),
            mode: self.front.mode,
            customer: customer
                .mark
                .clone()
                .filter(|_| customer.state == CustomerState::Linked),
            cashier: self.cashier_name(),
            at_ms: self.now_ms(),
        })
    }
}
