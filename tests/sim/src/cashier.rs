//! The people at the counter. They see what the screen shows, press what it offers, press it twice, press what is no
//! longer there, and walk off in the middle. Two of them share one screen and get in each other's way.

use crate::bill::Bill;
use crate::checks::Violation;
use crate::queue::Event;
use crate::world::{Answer, Step, World};
use contract::{Command, TillView};
use domain::SaleState;
use till::Input;

impl World {
    pub fn plan_bills(&mut self) {
        for cashier in 0..self.plan.cashiers {
            for _ in 0..self.plan.bills {
                let bill = Bill::drawn(self.bills.len(), cashier, &self.plan, &mut self.dice.people);
                self.bills.push(bill);
            }
            let at_ms = self.dice.people.between(0, self.plan.cashier_pause_ms);
            self.queue.push(at_ms, Event::Cashier(cashier));
        }
    }

    pub fn cashier_acts(&mut self, cashier: usize) -> Step {
        if self.healing {
            return Ok(());
        }
        let waiting: Vec<usize> = (0..self.bills.len())
            .filter(|nth| self.bills[*nth].cashier == cashier && !self.bills[*nth].done)
            .collect();
        if waiting.is_empty() {
            return Ok(());
        }
        let pause_ms = self.plan.cashier_pause_ms;
        let next_ms = self.time.now_ms() + self.dice.people.between(pause_ms / 3, pause_ms * 2);
        self.queue.push(next_ms, Event::Cashier(cashier));
        let bill = self.dice.people.pick(&waiting);
        if self.till.is_some() && !self.bulk_perhaps()? {
            self.serve(bill)?;
        }
        Ok(())
    }

    fn serve(&mut self, bill: usize) -> Step {
        let Some(row) = self.open_sale_of(bill) else {
            if self.is_over(bill) || self.bills[bill].tries_left == 0 {
                return self.put_away(bill);
            }
            return self.ask_for_hold(bill);
        };
        let our_ref = row.sale.our_ref.clone();
        if row.sale.state == SaleState::Held {
            return self.end_service(bill, &our_ref);
        }
        if self.dice.people.per_mille(self.plan.look_now) {
            self.command(Command::LookNow { our_ref })?;
        } else if self.dice.people.per_mille(self.plan.wander) {
            self.command(Command::NewSale)?;
        }
        Ok(())
    }

    /// The bill is done with; somebody may want to know once more what became of its sale.
    fn put_away(&mut self, bill: usize) -> Step {
        if self.refunds_perhaps(bill)? {
            return Ok(());
        }
        self.bills[bill].done = true;
        if self.dice.people.per_mille(self.plan.look_now)
            && let Some(row) = self.last_sale_of(bill)
        {
            let our_ref = row.sale.our_ref;
            self.command(Command::LookNow { our_ref })?;
        }
        Ok(())
    }

    /// A command, its effects, and a look at the books after it.
    pub fn command(&mut self, command: Command) -> Result<Answer, Violation> {
        self.tell(|| format!("cashier: {}", name_of(&command)));
        let answer = self.hear(Input::Command(command))?;
        if let Some(Err(refused)) = &answer {
            self.tell(|| format!("  refused: {:?}", refused.code));
        }
        self.check_books()?;
        Ok(answer)
    }

    pub fn view(&mut self) -> Result<Option<TillView>, Violation> {
        let view = self.till.as_mut().map(till::Till::view);
        self.check_view(view.as_ref())?;
        Ok(view)
    }
}

fn name_of(command: &Command) -> String {
    match command {
        Command::NewSale => "new sale".to_owned(),
        Command::AmountSet { text } => format!("amount {text}"),
        Command::MobileSubmit { text } => format!("mobile {text}"),
        Command::Press { action_id } => format!("press {}", action_id.0),
        Command::SaleOpen { our_ref } => format!("open {our_ref}"),
        Command::CaptureReview { amount_text } => format!("capture {amount_text}?"),
        Command::ReleaseReview => "release?".to_owned(),
        Command::CaptureConfirm { action_id } => format!("capture {}", action_id.0),
        Command::ReleaseConfirm { action_id } => format!("release {}", action_id.0),
        Command::LookNow { our_ref } => format!("look now at {our_ref}"),
        Command::BalanceRefresh => "balance again".to_owned(),
        Command::SaleModeSet { mode } => format!("mode {mode:?}"),
        Command::SaleLeave => "leave the sale".to_owned(),
        Command::ReviewClose => "close the panel".to_owned(),
        Command::Refund(_) => "refund".to_owned(),
        Command::Queue(_) => "many holds at once".to_owned(),
        Command::Cart(_) => "the bill".to_owned(),
        Command::Reconcile(_) => "compare with PhonePe".to_owned(),
        Command::LineAdd { .. }
        | Command::LineChange { .. }
        | Command::LineRemove { .. }
        | Command::OtpSubmit { .. }
        | Command::OtpResend
        | Command::Relink
        | Command::CustomerChange
        | Command::CustomerUnlink
        | Command::TopUpChoose { .. }
        | Command::TopUpCheck
        | Command::TopUpLeave
        | Command::RestoreSeen
        | Command::SettingsCheck
        | Command::Staff(_)
        | Command::Preferences(_)
        | Command::Paper(_)
        | Command::Display(_)
        | Command::Shift(_) => "what nobody does here".to_owned(),
    }
}
