//! How long a name must wait after wrong PINs.

use crate::Moment;
use serde::{Deserialize, Serialize};

/// So many wrong PINs in a row cost nothing but themselves.
pub const FREE_TRIES: u32 = 4;

/// The wait after the fifth wrong PIN, the sixth, and so on; the last one stays.
pub const DELAYS_MS: [u64; 4] = [30_000, 60_000, 300_000, 900_000];

/// Wrong PINs in a row, and when the last one was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    pub wrong: u32,
    pub last: Moment,
}

impl Tries {
    /// How long the name must still wait. Measured on the monotonic clock, within the run of the program that `began`
    /// then; of an earlier run it is only believed that the wait is over when the same boot's clock proves it, and
    /// otherwise it begins again with this run: never shorter than it was set.
    #[must_use]
    pub fn wait_left_ms(&self, began: &Moment, now: &Moment) -> u64 {
        let delay_ms = delay_ms_after(self.wrong);
        let since = |mono_ms: u64| delay_ms.saturating_sub(now.mono_ms.saturating_sub(mono_ms));
        let is_of_this_boot = self.last.boot == began.boot;
        if is_of_this_boot && self.last.mono_ms >= began.mono_ms {
            return since(self.last.mono_ms);
        }
        let had_ended = is_of_this_boot && began.mono_ms.saturating_sub(self.last.mono_ms) >= delay_ms;
        if had_ended { 0 } else { since(began.mono_ms) }
    }
}

#[must_use]
pub fn delay_ms_after(wrong: u32) -> u64 {
    let Some(over) = wrong.checked_sub(FREE_TRIES).and_then(|over| over.checked_sub(1)) else {
        return 0;
    };
    let [.., last] = DELAYS_MS;
    let at = usize::try_from(over).unwrap_or(usize::MAX);
    DELAYS_MS.get(at).copied().unwrap_or(last)
}
