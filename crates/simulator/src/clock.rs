//! The simulator's own time: the real clock plus an offset, or standing still until it is advanced.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// A clock that tests and trainers can move forward or stop.
pub(crate) struct Clock {
    hands: Mutex<Hands>,
    moved: watch::Sender<u64>,
}

#[derive(Clone, Copy)]
enum Hands {
    Running { offset_ms: i64 },
    Stopped { at_ms: i64 },
}

impl Clock {
    pub(crate) fn new(offset_ms: i64) -> Self {
        Self {
            hands: Mutex::new(Hands::Running { offset_ms }),
            moved: watch::Sender::new(0),
        }
    }

    /// Milliseconds since 1970 by this clock.
    pub(crate) fn now_ms(&self) -> i64 {
        match *self.hands() {
            Hands::Running { offset_ms } => real_ms().saturating_add(offset_ms),
            Hands::Stopped { at_ms } => at_ms,
        }
    }

    /// How far the clock is ahead of the real one; saved so that a restart does not turn time back.
    pub(crate) fn offset_ms(&self) -> i64 {
        self.now_ms().saturating_sub(real_ms())
    }

    pub(crate) fn is_frozen(&self) -> bool {
        matches!(*self.hands(), Hands::Stopped { .. })
    }

    pub(crate) fn advance_ms(&self, by_ms: u64) {
        let by_ms = i64::try_from(by_ms).unwrap_or(i64::MAX);
        self.turn(|hands| match hands {
            Hands::Running { offset_ms } => Hands::Running {
                offset_ms: offset_ms.saturating_add(by_ms),
            },
            Hands::Stopped { at_ms } => Hands::Stopped {
                at_ms: at_ms.saturating_add(by_ms),
            },
        });
    }

    /// Stops the clock where it stands: from now on only [`Clock::advance_ms`] moves it.
    pub(crate) fn freeze(&self) {
        let at_ms = self.now_ms();
        self.turn(|_| Hands::Stopped { at_ms });
    }

    /// Lets the clock run on from where it stands; it never jumps back.
    pub(crate) fn unfreeze(&self) {
        let offset_ms = self.offset_ms();
        self.turn(|_| Hands::Running { offset_ms });
    }

    /// Returns once this clock has reached `due_ms`, by itself or because it was advanced.
    pub(crate) async fn reach(&self, due_ms: i64) {
        let mut moved = self.moved.subscribe();
        loop {
            moved.borrow_and_update();
            let left_ms = u64::try_from(due_ms.saturating_sub(self.now_ms())).unwrap_or(0);
            if left_ms == 0 {
                return;
            }
            if self.is_frozen() {
                // The sender lives in self, so the channel cannot close while we wait.
                let _ = moved.changed().await;
            } else {
                let _ = tokio::time::timeout(Duration::from_millis(left_ms), moved.changed()).await;
            }
        }
    }

    fn turn(&self, change: impl FnOnce(Hands) -> Hands) {
        {
            let mut hands = self.hands();
            *hands = change(*hands);
        }
        self.moved.send_modify(|turns| *turns = turns.wrapping_add(1));
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.hands.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn real_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
