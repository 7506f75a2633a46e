//! Papers that nobody presses for: the hold slip and the receipt of the sale on the screen, once, if that was chosen.

use crate::state::{OpenBooks, Till};
use contract::PaperName;
use domain::{OurRef, SaleMode, SaleState};

impl Till {
    /// A sale has moved. Only the one on the screen has a customer in front of it; a run over a hundred holds prints none.
    pub(crate) fn print_by_itself(&mut self, our_ref: &OurRef, before: Option<SaleState>) {
        let Some(row) = self.sales.get(our_ref) else {
            return;
        };
        let chosen = &self.chosen.view.chosen.paper;
        let now = row.sale.state;
        let is_wanted = match now {
            SaleState::Held => chosen.prints_hold_slip && row.sale.mode == SaleMode::Hold,
            SaleState::Paid => chosen.prints_receipt,
            SaleState::Draft
            | SaleState::HoldAsked
            | SaleState::HoldUnknown
            | SaleState::HoldRefused
            | SaleState::HoldAbsent
            | SaleState::CaptureAsked
            | SaleState::CaptureUnknown
            | SaleState::CaptureAccepted
            | SaleState::NotPaid
            | SaleState::CancelAsked
            | SaleState::CancelUnknown
            | SaleState::Released
            | SaleState::Expired
            | SaleState::NeedsPerson => false,
        };
        let has_moved = before.is_some_and(|before| before != now);
        let is_written = matches!(self.books, OpenBooks::Open(_)) && self.books_checked;
        if !is_wanted || !has_moved || !is_written || self.front.sale.as_ref() != Some(our_ref) {
            return;
        }
        let what = PaperName::Sale {
            our_ref: our_ref.clone(),
        };
        if let Err(refused) = self.print(what, true) {
            tracing::info!(code = ?refused.code, "nothing was printed by itself");
        }
    }
}
