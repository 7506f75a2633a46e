//! The cashier's way through one bill: number, money button, final amount; every button perhaps twice.

use crate::bill::Ending;
use crate::checks::Property;
use crate::world::{Answer, Step, World};
use contract::{ActionId, ButtonKind, Command, WalletState};
use domain::{OurRef, SaleMode};

impl World {
    pub fn ask_for_hold(&mut self, bill: usize) -> Step {
        let Some(view) = self.view()? else { return Ok(()) };
        let last_four = self.bills[bill].last_four.clone();
        if let Some(sale) = &view.sale {
            let gives_back = sale.masked.ends_with(&last_four) && sale.can_leave;
            self.command(if gives_back {
                Command::SaleLeave
            } else {
                Command::NewSale
            })?;
            return Ok(());
        }
        let is_ours = view
            .customer
            .masked
            .is_some_and(|masked| masked.ends_with(&last_four))
            && view.cart.total_paise == self.bills[bill].rupees * 100;
        if !is_ours {
            return self.begin_bill(bill);
        }
        match view.button.action_id {
            Some(action_id) if view.button.kind == ButtonKind::Pay => self.press(bill, action_id),
            _ if view.wallet.state == WalletState::Reading => Ok(()),
            _ if self.dice.people.per_mille(200) => self.begin_bill(bill),
            _ => self.command(Command::BalanceRefresh).map(|_| ()),
        }
    }

    fn begin_bill(&mut self, bill: usize) -> Step {
        let text = self.bills[bill].rupees.to_string();
        let mobile = self.bills[bill].mobile.clone();
        self.command(Command::NewSale)?;
        self.command(Command::AmountSet { text })?;
        if self.bills[bill].charge {
            let mode = SaleMode::Charge;
            self.command(Command::SaleModeSet { mode })?;
        }
        self.command(Command::MobileSubmit { text: mobile })?;
        Ok(())
    }

    fn press(&mut self, bill: usize, action_id: ActionId) -> Step {
        if self.dice.people.per_mille(self.plan.stale) {
            // Something changes under the thumb: the button was armed for what stood there before.
            self.command(Command::BalanceRefresh)?;
        }
        let pressed = || Command::Press {
            action_id: action_id.clone(),
        };
        let taken = self.command(pressed())?;
        if is_taken(&taken) {
            self.counts.sales += 1;
            self.bills[bill].tries_left -= 1;
            self.press_again(pressed())?;
        }
        Ok(())
    }

    /// A second press of the same button has to be refused, whatever came of the first.
    fn press_again(&mut self, command: Command) -> Step {
        if !self.dice.people.per_mille(self.plan.double) {
            return Ok(());
        }
        let again = self.command(command)?;
        self.plant_second_press()?;
        if is_taken(&again) {
            return Err(self.violation(Property::P1, "one button acted twice"));
        }
        Ok(())
    }

    pub fn end_service(&mut self, bill: usize, our_ref: &OurRef) -> Step {
        let now_ms = self.time.now_ms();
        let of_bill = &mut self.bills[bill];
        let held_at_ms = *of_bill.held_at_ms.get_or_insert(now_ms);
        if now_ms - held_at_ms < of_bill.service_ms {
            if self.dice.people.per_mille(self.plan.wander) {
                self.command(Command::NewSale)?;
            }
            return Ok(());
        }
        if of_bill.ends_left == 0 || of_bill.ending == Ending::Abandoned {
            of_bill.done = true;
            return Ok(());
        }
        let ending = if self.has_another_hold(bill, our_ref) {
            Ending::Release
        } else {
            self.bills[bill].ending
        };
        let review = match ending {
            Ending::Capture { rupees } => Command::CaptureReview {
                amount_text: rupees.to_string(),
            },
            Ending::Release | Ending::Abandoned => Command::ReleaseReview,
        };
        let our_ref = our_ref.clone();
        self.command(Command::SaleOpen {
            our_ref: our_ref.clone(),
        })?;
        self.command(review)?;
        let shown = self.view()?.and_then(|view| view.review);
        let Some(review) = shown.filter(|review| review.our_ref == our_ref.as_str()) else {
            return Ok(());
        };
        self.confirm(bill, &our_ref, review.action_id, ending == Ending::Release)
    }

    fn confirm(&mut self, bill: usize, our_ref: &OurRef, action_id: ActionId, releases: bool) -> Step {
        let confirmed = || {
            let action_id = action_id.clone();
            if releases {
                Command::ReleaseConfirm { action_id }
            } else {
                Command::CaptureConfirm { action_id }
            }
        };
        if self.dice.people.per_mille(self.plan.stale) {
            self.command(Command::ReviewClose)?;
            if is_taken(&self.command(confirmed())?) {
                return Err(self.violation(Property::P1, "a panel that was closed acted"));
            }
            return Ok(());
        }
        if releases {
            *self.books.releases.entry(our_ref.to_string()).or_default() += 1;
        }
        if is_taken(&self.command(confirmed())?) {
            self.bills[bill].ends_left -= 1;
            self.press_again(confirmed())?;
        }
        Ok(())
    }
}

pub(crate) fn is_taken(answer: &Answer) -> bool {
    matches!(answer, Some(Ok(_)))
}
