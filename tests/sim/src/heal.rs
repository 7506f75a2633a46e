//! The healing: all faults off, and fifteen minutes for everything to come to rest. What was chosen for a deadline may be
//! asked for in the middle of it, so that they count from the last request that moves money.

use crate::checks::Property;
use crate::world::{Step, World};
use contract::Command;
use domain::OurRef;

const HEALING_MS: i64 = 15 * 60_000;

/// No hold stands longer, by the longest expiry that a plan draws, and by as much as the clocks may differ.
const LAST_DEADLINE_MS: i64 = 2 * 60 * 60_000;

impl World {
    pub fn heal(&mut self) -> Step {
        self.pass_until(self.time.now_ms().max(self.awake_at_ms))?;
        let now_ms = self.time.now_ms();
        self.tell(|| "— all faults off —".to_owned());
        self.healing = true;
        self.plan = self.plan.healed();
        self.disk.lock().mishap = None;
        if self.till.is_none() {
            self.start()?;
        } else if self.disk.lock().failed {
            // The screen says that the ledger cannot be written; somebody starts the till again.
            self.crash(false, 500)?;
        }
        for after_ms in [60_000, 240_000, 480_000, HEALING_MS] {
            self.pass_until(now_ms + after_ms)?;
            self.look_at_contradictions()?;
        }
        self.come_to_rest(now_ms)?;
        self.check_queue_at_the_end()?;
        self.check_end()
    }

    fn come_to_rest(&mut self, began_ms: i64) -> Step {
        while self.time.now_ms() < self.books.last_money_ms + HEALING_MS {
            if self.time.now_ms() > began_ms + LAST_DEADLINE_MS + HEALING_MS {
                return Err(self.violation(Property::Liveness, "money is asked for again and again"));
            }
            self.pass_until(self.books.last_money_ms + HEALING_MS)?;
            self.look_at_contradictions()?;
        }
        Ok(())
    }

    /// Nothing tells the till that the provider changed its mind about an ended sale; a person who hears of it looks.
    fn look_at_contradictions(&mut self) -> Step {
        let known: Vec<OurRef> = self.disk.lock().rows.keys().cloned().collect();
        for our_ref in known {
            let flipped = self
                .provider
                .holds
                .get(our_ref.as_str())
                .is_some_and(|hold| hold.flipped);
            if flipped {
                self.command(Command::LookNow { our_ref })?;
            }
        }
        Ok(())
    }
}
