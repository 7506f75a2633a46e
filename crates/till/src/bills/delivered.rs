//! The final cart: what was delivered of a hold. It belongs to its sale, waits on the tray while it is being made, and is
//! written into the books right before the capture that it is the reason for.

use crate::state::Till;
use contract::{BillChangeView, ChangeKind, DeliveredView, ErrorCode, UiError};
use domain::{Bill, BillChange, CannotWhy, Cart, CartFact, Fact, Line, OurRef, Paise, QueuedWhat, SaleState};
use ledger::HoldRow;

impl Till {
    pub(super) fn begin_final(&mut self) -> Result<(), UiError> {
        let our_ref = self.held_on_screen()?;
        if self.bills.kept.finals.contains_key(&our_ref) {
            return Ok(());
        }
        let row = self.row(&our_ref).ok_or(ErrorCode::NoSuchSale)?;
        let cart = Cart::of(row.delivered.unwrap_or(row.bill));
        self.front.review = None;
        self.keep(|kept| {
            kept.finals.insert(our_ref, cart);
        })
    }

    pub(super) fn undo_final(&mut self) -> Result<(), UiError> {
        let our_ref = self.held_on_screen()?;
        self.front.review = None;
        let row = self.row(&our_ref).ok_or(ErrorCode::NoSuchSale)?;
        // What stands in the books already is only taken back by another bill that comes after it.
        let held = row.delivered.is_some().then(|| Cart::of(row.bill));
        self.keep(|kept| match held {
            Some(held) => {
                kept.finals.insert(our_ref, held);
            }
            None => {
                kept.finals.remove(&our_ref);
            }
        })
    }

    /// Whether a run over many holds would take what the cashier says was delivered of this one.
    ///
    /// # Errors
    /// [`CannotWhy::FinalCart`].
    pub(crate) fn as_delivered(&self, our_ref: &OurRef, what: &QueuedWhat) -> Result<(), CannotWhy> {
        let takes = match what {
            QueuedWhat::Capture { amount_paise } => *amount_paise,
            QueuedWhat::Release => Paise::ZERO,
        };
        let delivered = self.bills.kept.finals.get(our_ref).map(Cart::total);
        if delivered.is_some_and(|delivered| delivered != takes) {
            return Err(CannotWhy::FinalCart);
        }
        Ok(())
    }

    /// The final cart of the hold on the screen, once somebody has begun one.
    pub(crate) fn final_cart(&self) -> Option<&Cart> {
        let our_ref = self.front.sale.as_ref()?;
        let row = self.sales.get(our_ref)?;
        (row.sale.state == SaleState::Held)
            .then(|| self.bills.kept.finals.get(our_ref))
            .flatten()
    }

    /// Keeps what an edit made of it.
    pub(crate) fn keep_final(&mut self, cart: Cart) -> Result<(), UiError> {
        let our_ref = self.held_on_screen()?;
        self.front.review = None;
        self.keep(|kept| {
            kept.finals.insert(our_ref, cart);
        })
    }

    /// What was delivered of a sale, as far as anybody has said; nothing where it is what was held.
    pub(crate) fn delivered_of<'a>(&'a self, row: &'a HoldRow) -> Option<&'a Bill> {
        let kept = self.bills.kept.finals.get(&row.sale.our_ref);
        let in_hand = kept.filter(|_| row.sale.state == SaleState::Held);
        in_hand.map(Cart::bill).or(row.delivered.as_ref())
    }

    /// What the field of the final amount begins with.
    pub(crate) fn capture_field(&self, row: &HoldRow) -> String {
        let held = row.sale.amount_paise;
        match self.delivered_of(row) {
            Some(bill) if bill.total().is_positive() => bill.total().to_field(),
            Some(_) => String::new(),
            // Held for a service whose amount is known later: nobody knows it yet, and the whole hold is a bad guess.
            None if !row.bill.lines.is_empty() && row.bill.total() < held => String::new(),
            None => held.to_field(),
        }
    }

    /// Into the books, before the capture is asked. Nothing is written where nothing has changed since.
    pub(crate) fn note_delivered(&mut self, our_ref: &OurRef) -> Result<(), UiError> {
        let Some(bill) = self
            .bills
            .kept
            .finals
            .get(our_ref)
            .map(|cart| cart.bill().clone())
        else {
            return Ok(());
        };
        let row = self.row(our_ref).ok_or(ErrorCode::NoSuchSale)?;
        if bill == *row.delivered.as_ref().unwrap_or(&row.bill) {
            return Ok(());
        }
        let total_paise = bill.total();
        self.commit(Fact::Cart(CartFact::Delivered {
            our_ref: our_ref.clone(),
            bill,
            total_paise,
        }))
    }

    pub(crate) fn delivered_view(&self, row: &HoldRow, capture: Paise) -> Option<DeliveredView> {
        let bill = self.delivered_of(row)?;
        let changes = bill.changes_since(&row.bill);
        Some(DeliveredView {
            held_text: row.sale.amount_paise.to_string(),
            total_text: bill.total().to_string(),
            is_typed: bill.total() != capture,
            changes: changes.iter().map(change_view).collect(),
        })
    }

    fn held_on_screen(&self) -> Result<OurRef, UiError> {
        let our_ref = self.front.sale.clone().ok_or(ErrorCode::NoSuchSale)?;
        let is_held = self
            .sales
            .get(&our_ref)
            .is_some_and(|row| row.sale.state == SaleState::Held);
        if is_held {
            Ok(our_ref)
        } else {
            Err(ErrorCode::NotAllowedNow.into())
        }
    }
}

fn change_view(change: &BillChange<'_>) -> BillChangeView {
    let (kind, line, before, after) = match change {
        BillChange::Added(line) => (ChangeKind::Added, Some(line), String::new(), net(line)),
        BillChange::Removed(line) => (ChangeKind::Removed, Some(line), net(line), String::new()),
        BillChange::Quantity { line, before } => (
            ChangeKind::Quantity,
            Some(line),
            before.to_string(),
            line.quantity.to_string(),
        ),
        BillChange::Price { line, before } => (
            ChangeKind::Price,
            Some(line),
            before.to_string(),
            line.price_paise.to_string(),
        ),
        BillChange::LineDiscount { line, before } => (
            ChangeKind::LineDiscount,
            Some(line),
            text_of(*before),
            text_of(line.discount),
        ),
        BillChange::Discount { before, after } => {
            (ChangeKind::Discount, None, text_of(*before), text_of(*after))
        }
    };
    BillChangeView {
        kind,
        name: line.map(|line| line.name.clone()).unwrap_or_default(),
        before,
        after,
    }
}

fn net(line: &Line) -> String {
    line.net().unwrap_or(Paise::ZERO).to_string()
}

fn text_of(discount: Option<domain::Discount>) -> String {
    discount.map(|discount| discount.to_string()).unwrap_or_default()
}
