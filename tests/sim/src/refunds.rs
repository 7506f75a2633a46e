//! Refunds: the provider's books of them, the manager who gives them, and what must be so.

use crate::answers::Facts;
use crate::bill::Ending;
use crate::checks::Property;
use crate::pressing::is_taken;
use crate::provider::{Effect, Payment, Provider};
use crate::queue::Event;
use crate::wire::Sent;
use crate::world::{Step, World};
use contract::{Command, RefundCommand};
use domain::{Ask, OurRef, RefundState, SaleState};
use ledger::{HoldRow, RefundRow};

/// One refund as the provider knows it.
#[derive(Clone, Debug)]
pub(crate) struct Refund {
    pub of: String,
    pub paise: i64,
    pub payment: Payment,
}

impl Provider {
    /// A copy of a request whose id is known is refused; so is more than the payment brought, and a second one while one
    /// is pending.
    pub fn refund(
        &mut self,
        id: &str,
        of: &str,
        paise: i64,
        refusal: Option<&'static str>,
    ) -> (Facts, Effect) {
        let no = |code| (Facts::refusal(code), Effect::Nothing);
        if self.refunds.contains_key(id) {
            return no("INVALID_TRANSACTION_ID");
        }
        if let Some(code) = refusal {
            return no(code);
        }
        let paid_paise = self.holds.get(of).and_then(|hold| {
            let is_paid = hold.payment == Payment::Success;
            hold.captured_paise.filter(|_| is_paid)
        });
        let Some(paid_paise) = paid_paise else {
            return no("TRANSACTION_NOT_FOUND");
        };
        let is_pending = self
            .refunds_of(of)
            .any(|refund| refund.payment == Payment::Pending);
        if is_pending || paise <= 0 || self.given_paise(of) + paise > paid_paise {
            return no("PAYMENT_ERROR");
        }
        let refund = Refund {
            of: of.to_owned(),
            paise,
            payment: Payment::Pending,
        };
        let facts = Facts::of_refund(id, &refund);
        self.refunds.insert(id.to_owned(), refund);
        (facts, Effect::Refunds)
    }

    pub fn look_at_refund(&self, id: &str, refusal: Option<&'static str>) -> Facts {
        match (refusal, self.refunds.get(id)) {
            (Some(code), _) => Facts::refusal(code),
            (None, None) => Facts::refusal("TRANSACTION_NOT_FOUND"),
            (None, Some(refund)) => Facts::of_refund(id, refund),
        }
    }

    pub fn end_refund(&mut self, id: &str, succeeds: bool) {
        if let Some(refund) = self.refunds.get_mut(id)
            && refund.payment == Payment::Pending
        {
            refund.payment = if succeeds {
                Payment::Success
            } else {
                Payment::Failed
            };
        }
    }

    fn refunds_of(&self, of: &str) -> impl Iterator<Item = &Refund> {
        self.refunds.values().filter(move |refund| refund.of == of)
    }

    /// What went back of a payment, or is going.
    pub fn given_paise(&self, of: &str) -> i64 {
        self.refunds_of(of)
            .filter(|refund| refund.payment != Payment::Failed)
            .map(|refund| refund.paise)
            .sum()
    }
}

impl World {
    pub(crate) fn refund_taken_on(&mut self, id: String, now_ms: i64) {
        self.counts.refunds += 1;
        let after_ms = self.dice.refunds.between(0, self.plan.settle_ms_max);
        self.queue.push(now_ms + after_ms, Event::EndRefund(id));
    }

    pub(crate) fn end_refund(&mut self, id: &str) {
        let succeeds = !self.dice.refunds.per_mille(self.plan.settle_fails);
        self.tell(|| format!("provider: refund {id} ends, success: {succeeds}"));
        self.provider.end_refund(id, succeeds);
    }

    /// Now and then money goes back of a bill that was paid, in full or in part, and perhaps once more. Whether anybody
    /// came back for it.
    pub(crate) fn refunds_perhaps(&mut self, bill: usize) -> Result<bool, crate::checks::Violation> {
        let wants = self.bills[bill].refunds_left > 0
            && self.bills[bill].ending != Ending::Abandoned
            && self.dice.refunds.per_mille(self.plan.refund);
        let Some(row) = self.last_sale_of(bill).filter(|_| wants) else {
            return Ok(false);
        };
        if row.sale.state != SaleState::Paid {
            return Ok(false);
        }
        self.bills[bill].refunds_left -= 1;
        let paid = row.captured_paise().get() / 100;
        let rupees = if self.dice.refunds.per_mille(300) {
            paid
        } else {
            self.dice.refunds.between(1, paid + 2)
        };
        self.refund(&row.sale.our_ref, rupees)?;
        if let Some(refund) = row.refunds.last()
            && self.dice.refunds.per_mille(self.plan.look_now)
        {
            self.command(Command::Refund(RefundCommand::LookNow {
                our_ref: row.sale.our_ref.clone(),
                refund_ref: refund.refund.refund_ref.clone(),
            }))?;
        }
        Ok(true)
    }

    fn refund(&mut self, our_ref: &OurRef, rupees: i64) -> Step {
        self.command(Command::Refund(RefundCommand::Review {
            our_ref: our_ref.clone(),
            amount_text: rupees.to_string(),
            reason: "the customer asked".to_owned(),
        }))?;
        let Some(panel) = self.view()?.and_then(|view| view.refund) else {
            return Ok(());
        };
        let confirm = || {
            Command::Refund(RefundCommand::Confirm {
                action_id: panel.action_id.clone(),
            })
        };
        if self.dice.refunds.per_mille(self.plan.stale) {
            self.command(Command::Refund(RefundCommand::Close))?;
            if is_taken(&self.command(confirm())?) {
                return Err(self.violation(Property::P1, "a refund's panel that was closed acted"));
            }
            return Ok(());
        }
        let taken = is_taken(&self.command(confirm())?);
        let again = self.dice.refunds.per_mille(self.plan.double);
        if taken && again && is_taken(&self.command(confirm())?) {
            return Err(self.violation(Property::P1, "one press refunded twice"));
        }
        Ok(())
    }

    /// Looked at on the wire: what has gone back, may still go back and is asked for now is no more than was captured.
    pub(crate) fn no_refund_beyond_the_payment(&self, sent: &Sent) -> Step {
        let Ask::Refund {
            our_ref,
            amount_paise,
            ..
        } = &sent.ask
        else {
            return Ok(());
        };
        let given = self.provider.given_paise(our_ref.as_str());
        let is_known = |id: &str| self.provider.refunds.contains_key(id);
        let flying = self.books.refunds_flying(our_ref, self.time.now_ms(), is_known);
        let captured = self
            .provider
            .holds
            .get(our_ref.as_str())
            .and_then(|hold| hold.captured_paise)
            .unwrap_or(0);
        if given + flying + amount_paise.get() > captured {
            let what = format!(
                "{} of {our_ref} is refunded although {given} went back, {flying} may yet, and {captured} was captured",
                amount_paise.get()
            );
            return Err(self.violation(Property::P1, what));
        }
        Ok(())
    }

    pub(crate) fn check_refunds(&self, row: &HoldRow) -> Step {
        for of in &row.refunds {
            let refund = self.provider.refunds.get(of.refund.refund_ref.as_str());
            let success = refund.is_some_and(|refund| refund.payment == Payment::Success);
            let wrong = match of.refund.state {
                RefundState::Refunded => (!success || !self.is_told(of)).then_some("nothing proves that"),
                RefundState::Failed | RefundState::Absent => {
                    let gone = refund.is_some_and(|refund| refund.payment != Payment::Failed);
                    gone.then_some("the money went back or is going")
                }
                RefundState::Asked
                | RefundState::Unknown
                | RefundState::Pending
                | RefundState::NeedsPerson => None,
            };
            if let Some(wrong) = wrong {
                let what = format!(
                    "{} is {:?} and {wrong}: {refund:?}",
                    of.refund.refund_ref, of.refund.state
                );
                return Err(self.violation(Property::P2, what));
            }
        }
        Ok(())
    }

    fn is_told(&self, of: &RefundRow) -> bool {
        self.books
            .is_proved_to_the_till(of.refund.refund_ref.as_str(), of.refund.amount_paise.get())
    }

    /// After the healing: whatever went back is known, and every refund is at its end or before a person.
    pub(crate) fn check_refunds_at_the_end(&self, row: &HoldRow) -> Step {
        for of in &row.refunds {
            let refund = self.provider.refunds.get(of.refund.refund_ref.as_str());
            let success = refund.is_some_and(|refund| refund.payment == Payment::Success);
            let refunded = of.refund.state == RefundState::Refunded;
            let rests = of.refund.state.is_final() || of.refund.needs_person();
            if !rests || (success && !refunded && !of.refund.needs_person()) {
                let what = format!(
                    "{} is {:?} after the healing: {refund:?}",
                    of.refund.refund_ref, of.refund.state
                );
                return Err(self.violation(Property::Liveness, what));
            }
        }
        Ok(())
    }
}
