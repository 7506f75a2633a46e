//! Looked at on the wire, before the provider sees it: P1 and P9.

use super::{Property, customer_of, ref_of};
use crate::provider::Standing;
use crate::wire::Sent;
use crate::world::{Step, World};
use domain::{Call, Sale};

impl World {
    pub(crate) fn check_send(&mut self, sent: &Sent) -> Step {
        let call = sent.ask.call();
        if !call.moves_money() {
            return Ok(());
        }
        self.books.last_money_ms = self.time.now_ms();
        if self.disk.lock().failed {
            return Err(self.violation(
                Property::P9,
                format!("{call:?} was sent although the disk had failed"),
            ));
        }
        self.has_its_own_intent(sent)?;
        if call == Call::Authorize {
            self.no_other_hold_is_possible(sent)
        } else if call == Call::Capture {
            self.no_other_capture_is_possible(sent)
        } else if call == Call::Refund {
            self.no_refund_beyond_the_payment(sent)
        } else {
            self.cancel_is_bounded(sent)
        }
    }

    /// One request for each committed intent, and no request without one.
    fn has_its_own_intent(&self, sent: &Sent) -> Step {
        let call = sent.ask.call();
        let mut disk = self.disk.lock();
        let found = disk.intents.get_mut(&sent.sha256);
        let what = match found {
            None => "was sent before its intent was on the disk",
            Some(intent) if intent.used => "was sent a second time for one intent",
            Some(intent) if intent.call != call || intent.id != ref_of(&sent.ask) => {
                "is another call than its intent says"
            }
            Some(intent) => {
                intent.used = true;
                return Ok(());
            }
        };
        drop(disk);
        Err(self.violation(Property::P1, format!("{call:?} of {} {what}", ref_of(&sent.ask))))
    }

    /// Neither an earlier hold of this customer's bill that stands, nor one that may still come to stand.
    fn no_other_hold_is_possible(&self, sent: &Sent) -> Step {
        let customer = customer_of(&sent.ask).unwrap_or_default();
        let now_ms = self.time.now_ms();
        let live = self
            .provider
            .holds
            .iter()
            .find(|(_, hold)| hold.customer == customer && hold.is_live() && !hold.beyond);
        let flying = self.books.flying.iter().find(|flying| {
            flying.call == Call::Authorize
                && flying.customer.as_deref() == Some(&customer)
                && flying.lands_ms > now_ms
        });
        let other = live
            .map(|(id, _)| id)
            .or_else(|| flying.map(|flying| &flying.our_ref));
        match other {
            Some(other) => Err(self.violation(
                Property::P1,
                format!(
                    "{} is asked while {other} stands or may come to stand",
                    ref_of(&sent.ask)
                ),
            )),
            None => Ok(()),
        }
    }

    fn no_other_capture_is_possible(&self, sent: &Sent) -> Step {
        let our_ref = ref_of(&sent.ask);
        let now_ms = self.time.now_ms();
        let taken = self
            .provider
            .holds
            .get(&our_ref)
            .is_some_and(|hold| hold.standing == Standing::Captured && !hold.elsewhere);
        let flying = self.books.flying.iter().any(|flying| {
            flying.call == Call::Capture && flying.our_ref == our_ref && flying.lands_ms > now_ms
        });
        if taken || flying {
            return Err(self.violation(
                Property::P1,
                format!("a capture of {our_ref} is asked while an earlier one has or may have an effect"),
            ));
        }
        Ok(())
    }

    /// Only a release is asked again by itself, and only so often; a person may press again.
    fn cancel_is_bounded(&mut self, sent: &Sent) -> Step {
        let our_ref = ref_of(&sent.ask);
        let sent_before = self.books.cancels.entry(our_ref.clone()).or_default();
        *sent_before += 1;
        let (count, presses) = (
            *sent_before,
            self.books.releases.get(&our_ref).copied().unwrap_or(0),
        );
        if count >= presses + Sale::CANCEL_ASKS_MAX {
            return Err(self.violation(
                Property::P1,
                format!("the release of {our_ref} was asked {count} times for {presses} presses"),
            ));
        }
        Ok(())
    }
}
