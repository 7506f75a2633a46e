//! What the queue does while nobody answers. To ask on would turn a whole run into rows of which nobody is sure, so it
//! waits, and looks now and then at the hold whose turn is next: a look moves no money, and its answer starts the run again.

use super::turns::Turn;
use crate::lookups::LOOKS_AT_ONCE_MAX;
use crate::state::Till;

const TRY_EVERY_MS: i64 = 20_000;

impl Till {
    pub(super) fn try_line(&mut self, turns: &[Turn], now_ms: i64) {
        if self.line_due_at_ms(now_ms) > now_ms || self.looks_under_way() >= LOOKS_AT_ONCE_MAX {
            return;
        }
        let next = turns.iter().find(|turn| {
            turn.may(now_ms)
                && !self.looks.contains_key(&turn.our_ref)
                && !self.has_money_flight(&turn.our_ref)
                && !self.is_asked_at_till(&turn.our_ref, now_ms)
        });
        if let Some(turn) = next {
            self.queue.tried_line_at_ms = now_ms;
            self.start_look(&turn.our_ref, false);
        }
    }

    pub(super) fn line_wake_at_ms(&self) -> Option<i64> {
        self.lamps.asks_in_vain()?;
        let passed_ms = self.queue.passed_at_ms;
        self.has_turns(passed_ms).then(|| self.line_due_at_ms(passed_ms))
    }

    /// A moment ahead of the clock was written down by a clock that has been set back since, and says nothing.
    fn line_due_at_ms(&self, now_ms: i64) -> i64 {
        [self.queue.tried_line_at_ms, self.lamps.in_vain_since_ms]
            .into_iter()
            .filter(|at_ms| *at_ms <= now_ms)
            .max()
            .map_or(now_ms, |at_ms| at_ms.saturating_add(TRY_EVERY_MS))
    }
}
