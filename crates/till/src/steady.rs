//! How long something took is measured on the monotonic clock: the wall's is set by people and time servers, in either
//! direction, by seconds or by years.

use crate::state::Till;
use domain::{Chase, Moment, Sale};
use std::collections::BTreeMap;

/// Less than this is the two clocks' own drift.
const SET_BACK_MS_MIN: i64 = 1_000;

/// From here on people are told that the wall clock was changed.
const CHANGED_MS_MIN: i64 = 120_000;
/// For so long: whoever set it wrong has seen it by then, and whoever set it right need not read it all day.
const CHANGE_TOLD_FOR_MS: u64 = 3_600_000;

/// What this run of the program has measured.
pub(crate) struct Steady {
    began_mono_ms: u64,
    seen: Moment,
    /// How far the wall clock is ahead of the monotonic one, as it is taken to be right.
    ahead_ms: i64,
    changed: Option<Change>,
    /// By the reference of the sale or of the refund.
    chases: BTreeMap<String, Measured>,
}

/// The wall clock no longer goes with the monotonic one.
#[derive(Clone, Copy)]
struct Change {
    by_ms: i64,
    since_mono_ms: u64,
}

#[derive(Clone, Copy, Default)]
struct Measured {
    /// When this run sent the call that the looks are about; `None`: an earlier run did.
    asked_mono_ms: Option<u64>,
    /// When the provider's first word of its absence was heard, with no other word since.
    absent_first_mono_ms: Option<u64>,
    /// How often it has said so since.
    absences: u32,
}

impl Steady {
    pub fn since(now: Moment) -> Steady {
        Steady {
            began_mono_ms: now.mono_ms,
            ahead_ms: ahead_ms(&now),
            changed: None,
            seen: now,
            chases: BTreeMap::new(),
        }
    }

    /// A money call of the sale or the refund leaves now: what was said before is about another one.
    pub fn asked(&mut self, of: &str, mono_ms: u64) {
        let measured = Measured {
            asked_mono_ms: Some(mono_ms),
            ..Measured::default()
        };
        self.chases.insert(of.to_owned(), measured);
    }

    /// How far the wall clock was moved, while people should know of it.
    pub fn changed_by_ms(&self) -> Option<i64> {
        self.changed.map(|change| change.by_ms)
    }

    fn compare(&mut self, now: &Moment) {
        let by_ms = ahead_ms(now).saturating_sub(self.ahead_ms);
        if by_ms.saturating_abs() <= CHANGED_MS_MIN {
            self.changed = None;
            return;
        }
        let since_mono_ms = self.changed.map_or(now.mono_ms, |change| change.since_mono_ms);
        if now.mono_ms.saturating_sub(since_mono_ms) < CHANGE_TOLD_FOR_MS {
            self.changed = Some(Change { by_ms, since_mono_ms });
        } else {
            self.ahead_ms = ahead_ms(now);
            self.changed = None;
        }
    }

    pub fn ended(&mut self, of: &str) {
        self.chases.remove(of);
    }

    /// The sale with its chase in measured times, for the domain to judge.
    pub fn as_measured(&mut self, sale: &Sale, look: LookTimes, absent: bool, now_ms: i64) -> Sale {
        let chase = self.chase_as_measured(sale.our_ref.as_str(), &sale.chase, look, absent, now_ms);
        Sale {
            chase,
            ..sale.clone()
        }
    }

    /// The asking as long ago as it was when the look left, and the first absence as long ago as it had then been known. A
    /// question that left early proves nothing late, however long its answer took.
    pub fn chase_as_measured(
        &mut self,
        of: &str,
        chase: &Chase,
        look: LookTimes,
        absent: bool,
        now_ms: i64,
    ) -> Chase {
        let measured = self.chases.entry(of.to_owned()).or_default();
        let asked_mono_ms = measured.asked_mono_ms.unwrap_or(self.began_mono_ms);
        let before = |mono_ms: u64| {
            let span_ms = look.left_mono_ms.saturating_sub(mono_ms);
            now_ms.saturating_sub(i64::try_from(span_ms).unwrap_or(i64::MAX))
        };
        let mut seen = chase.clone();
        seen.since_ms = before(asked_mono_ms);
        seen.absent_first_at_ms = match (absent, measured.absent_first_mono_ms) {
            (true, Some(first)) => Some(before(first)),
            (true, None) => Some(now_ms),
            (false, _) => None,
        };
        measured.absent_first_mono_ms =
            absent.then(|| measured.absent_first_mono_ms.unwrap_or(look.heard_mono_ms));
        measured.absences = if absent {
            measured.absences.saturating_add(1)
        } else {
            0
        };
        seen
    }

    /// The provider has said in this run, once, that it has never heard of it: a second word would be believed.
    pub fn was_absent_once(&self, of: &str) -> bool {
        self.chases.get(of).is_some_and(|measured| measured.absences == 1)
    }
}

fn ahead_ms(now: &Moment) -> i64 {
    now.wall_ms
        .saturating_sub(i64::try_from(now.mono_ms).unwrap_or(i64::MAX))
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
        self.steady.compare(&now);
        let seen = std::mem::replace(&mut self.steady.seen, now.clone());
        let passed_ms = i64::try_from(now.mono_ms.saturating_sub(seen.mono_ms)).unwrap_or(i64::MAX);
        let set_back_ms = seen.wall_ms.saturating_add(passed_ms).saturating_sub(now.wall_ms);
        if set_back_ms < SET_BACK_MS_MIN {
            return;
        }
        tracing::warn!(set_back_ms, "the wall clock was set back");
        let open = self.sales.values().map(|row| &row.sale);
        let held = open.filter(|sale| sale.deadline_at_ms.is_some() && !sale.state.is_final());
        self.queue
            .clock_set_back(set_back_ms, held.map(|sale| sale.our_ref.clone()));
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
