//! How long something took is measured on the monotonic clock: the wall's is set by people and time servers, in either
//! direction, by seconds or by years.

use crate::state::Till;
use domain::{Moment, OurRef, Sale};
use std::collections::BTreeMap;

/// Less than this is the two clocks' own drift.
const SET_BACK_MS_MIN: i64 = 1_000;

/// What this run of the program has measured.
pub(crate) struct Steady {
    began_mono_ms: u64,
    seen: Moment,
    chases: BTreeMap<OurRef, Measured>,
}

#[derive(Clone, Copy, Default)]
struct Measured {
    /// When this run sent the call that the looks are about; `None`: an earlier run did.
    asked_mono_ms: Option<u64>,
    /// When the provider's first word of its absence was heard, with no other word since.
    absent_first_mono_ms: Option<u64>,
}

impl Steady {
    pub fn since(now: Moment) -> Steady {
        Steady {
            began_mono_ms: now.mono_ms,
            seen: now,
            chases: BTreeMap::new(),
        }
    }

    /// A money call of the sale leaves now: what was said before is about another one.
    pub fn asked(&mut self, our_ref: &OurRef, mono_ms: u64) {
        let measured = Measured {
            asked_mono_ms: Some(mono_ms),
            absent_first_mono_ms: None,
        };
        self.chases.insert(our_ref.clone(), measured);
    }

    pub fn ended(&mut self, our_ref: &OurRef) {
        self.chases.remove(our_ref);
    }

    /// The sale with its chase in measured times, for the domain to judge: the asking as long ago as it was when the
    /// look left, and the first absence as long ago as it had then been known. A question that left early proves
    /// nothing late, however long its answer took.
    pub fn as_measured(&mut self, sale: &Sale, look: LookTimes, absent: bool, now_ms: i64) -> Sale {
        let measured = self.chases.entry(sale.our_ref.clone()).or_default();
        let asked_mono_ms = measured.asked_mono_ms.unwrap_or(self.began_mono_ms);
        let before = |mono_ms: u64| {
            let span_ms = look.left_mono_ms.saturating_sub(mono_ms);
            now_ms.saturating_sub(i64::try_from(span_ms).unwrap_or(i64::MAX))
        };
        let mut seen = sale.clone();
        seen.chase.since_ms = before(asked_mono_ms);
        seen.chase.absent_first_at_ms = match (absent, measured.absent_first_mono_ms) {
            (true, Some(first)) => Some(before(first)),
            (true, None) => Some(now_ms),
            (false, _) => None,
        };
        measured.absent_first_mono_ms =
            absent.then(|| measured.absent_first_mono_ms.unwrap_or(look.heard_mono_ms));
        seen
    }
}

/// When a look's question left and when its answer was heard, on the monotonic clock.
#[derive(Clone, Copy)]
pub(crate) struct LookTimes {
    pub left_mono_ms: u64,
    pub heard_mono_ms: u64,
}

impl Till {
    /// When the wall clock was set back, whatever this run waits for comes as soon as it would have.
    pub(crate) fn follow_the_clock(&mut self) {
        let now = self.now();
        let seen = std::mem::replace(&mut self.steady.seen, now.clone());
        let passed_ms = i64::try_from(now.mono_ms.saturating_sub(seen.mono_ms)).unwrap_or(i64::MAX);
        let set_back_ms = seen.wall_ms.saturating_add(passed_ms).saturating_sub(now.wall_ms);
        if set_back_ms < SET_BACK_MS_MIN {
            return;
        }
        tracing::warn!(set_back_ms, "the wall clock was set back");
        let front = &mut self.front;
        let waiting = [
            self.connect_due_at_ms.as_mut(),
            self.anchor_due_at_ms.as_mut(),
            front.wallet.due_at_ms.as_mut(),
            front.customer.resend_at_ms.as_mut(),
            front
                .top_up
                .as_mut()
                .and_then(|top_up| top_up.read_due_at_ms.as_mut()),
        ];
        for due_at_ms in waiting.into_iter().flatten() {
            *due_at_ms = due_at_ms.saturating_sub(set_back_ms);
        }
    }
}
