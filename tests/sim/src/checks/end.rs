//! After the healing: everything has settled, or stands before a person, or waits for its own deadline.

use super::Property;
use crate::provider::{Payment, Standing};
use crate::world::{Step, World};
use domain::SaleState;

/// A hold whose deadline has just passed is being looked up; each minute, because the provider counts from later.
const LAST_LOOK_MS: i64 = 130_000;

impl World {
    pub(crate) fn check_end(&mut self) -> Step {
        self.check_ledger()?;
        let (now_ms, true_ms) = (self.time.wall_ms(), self.time.now_ms());
        let disk = self.disk.lock();
        for row in disk.rows.values() {
            self.check_refunds_at_the_end(row)?;
            let (our_ref, state) = (&row.sale.our_ref, row.sale.state);
            let hold = self.provider.holds.get(our_ref.as_str());
            let by_our_clock = !row.sale.is_past_deadline(now_ms - LAST_LOOK_MS);
            let by_the_providers = hold.is_some_and(|hold| hold.ends_ms > true_ms - LAST_LOOK_MS);
            let waits = state == SaleState::Held && (by_our_clock || by_the_providers);
            // A draft never left the machine.
            let rests = state.is_final() || state == SaleState::Draft || waits || row.needs_person(now_ms);
            if !rests {
                return Err(self.violation(
                    Property::Liveness,
                    format!(
                        "{our_ref} is still {state:?} after the healing: {:?} {hold:?}",
                        row.sale.chase
                    ),
                ));
            }
            let paid = hold.is_some_and(|hold| hold.payment == Payment::Success && !hold.flipped);
            let is_known = hold.is_none_or(|hold| !hold.elsewhere) || state != SaleState::Held;
            if paid && is_known && state != SaleState::Paid && !row.needs_person(now_ms) {
                return Err(self.violation(
                    Property::P3,
                    format!("{our_ref} was paid and ended as {state:?}: {hold:?}"),
                ));
            }
            let blocked = hold.is_some_and(|hold| hold.standing == Standing::Authorized);
            if blocked && state != SaleState::Held && !row.needs_person(now_ms) {
                return Err(self.violation(
                    Property::P4,
                    format!("{our_ref} is held by the provider and ended as {state:?}: {hold:?}"),
                ));
            }
        }
        Ok(())
    }
}
