use crate::SaleState;
use serde::{Deserialize, Serialize};

/// After this long a money call counts as unanswered (PhonePe documents no figure; design §6).
pub const MONEY_CALL_DEADLINE_MS: i64 = 20_000;
/// How long a request may still take effect after its deadline, before "never heard of it" is believed.
pub const SETTLING_MS: i64 = 10_000;
/// Looks of PhonePe's schedule before the slow one begins: 15 minutes' worth.
pub const LOOKS_BEFORE_SLOW: u32 = 40;
/// The slow schedule: "background reconciliation every 15 minutes".
pub const SLOW_LOOK_EVERY_MS: i64 = 15 * 60_000;
/// A hold that was believed absent is asked for this often all the same, and this often in any case: nothing that PhonePe
/// publishes says by when a request has had its effect, if it ever has one.
const ABSENT_LOOK_EVERY_MS: i64 = 5 * 60_000;
const ABSENT_LOOKS_BEFORE_SLOW: u32 = 4;

/// How far the looking-up of a sale has come. Data, so that it survives restarts, logouts and screen changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chase {
    /// When the call went out that the looks are about.
    pub since_ms: i64,
    pub looks: u32,
    pub last_look_at_ms: Option<i64>,
    /// When the provider first said that it has never heard of it (or, after a capture, that it is still only held).
    pub absent_first_at_ms: Option<i64>,
}

impl Chase {
    /// The chase of a state just entered. A call's own Unknown goes on counting from the asking; any other state
    /// begins afresh.
    pub(crate) fn since(at_ms: i64, before: &Chase, entered: SaleState) -> Chase {
        let since_ms = if entered.is_unknown() {
            before.since_ms
        } else {
            at_ms
        };
        Chase {
            since_ms,
            ..Chase::default()
        }
    }

    /// A look ended. `absent` says that the provider had nothing of what we asked about; `counts` that it was one of
    /// the schedule's: a look by hand, or one that never left this machine, does not use the schedule up.
    pub fn looked(&mut self, at_ms: i64, absent: bool, counts: bool) {
        self.looks = self.looks.saturating_add(u32::from(counts));
        self.last_look_at_ms = Some(at_ms);
        self.absent_first_at_ms = if absent {
            self.absent_first_at_ms.or(Some(at_ms))
        } else {
            None
        };
    }

    #[must_use]
    pub fn is_slow(&self) -> bool {
        self.looks >= LOOKS_BEFORE_SLOW
    }
}

/// When the next look is due. PhonePe's schedule for transaction status: first after 20 to 25 s; every 3 s for 30 s;
/// 6 s for 60 s; 10 s for 60 s; 30 s for 60 s; each minute until 15 min. Counted in looks, so that a changed clock can
/// neither skip nor repeat any.
/// Source: <https://developer.phonepe.com/v1/reference/check-transaction-status>
#[must_use]
pub fn look_due_at_ms(chase: &Chase) -> i64 {
    let wait_ms = match chase.looks {
        0 => {
            let first_ms = chase.since_ms.saturating_add(22_000);
            return chase
                .last_look_at_ms
                .map_or(first_ms, |last| first_ms.max(last.saturating_add(3_000)));
        }
        1..=10 => 3_000,
        11..=20 => 6_000,
        21..=26 => 10_000,
        27..=28 => 30_000,
        29..LOOKS_BEFORE_SLOW => 60_000,
        LOOKS_BEFORE_SLOW.. => SLOW_LOOK_EVERY_MS,
    };
    chase
        .last_look_at_ms
        .unwrap_or(chase.since_ms)
        .saturating_add(wait_ms)
}

/// When a hold that was believed absent is looked for once more; `None` when it can no longer stand: there was a look at
/// or after the moment at which PhonePe would have given it back. The count guards against a clock that was set forward.
#[must_use]
pub fn absent_look_due_at_ms(chase: &Chase, deadline_at_ms: Option<i64>) -> Option<i64> {
    let last_ms = chase.last_look_at_ms.unwrap_or(chase.since_ms);
    if chase.looks < ABSENT_LOOKS_BEFORE_SLOW {
        return Some(last_ms.saturating_add(ABSENT_LOOK_EVERY_MS));
    }
    (last_ms < deadline_at_ms?).then(|| last_ms.saturating_add(SLOW_LOOK_EVERY_MS))
}

/// `TRANSACTION_NOT_FOUND` (or "still only held" after a capture) is believed only when the request can no longer take
/// effect, and only when said twice, at least 20 s apart.
#[must_use]
pub fn absence_is_believed(chase: &Chase, now_ms: i64) -> bool {
    let settled_at_ms = chase
        .since_ms
        .saturating_add(MONEY_CALL_DEADLINE_MS)
        .saturating_add(SETTLING_MS);
    chase
        .absent_first_at_ms
        .is_some_and(|first| now_ms >= settled_at_ms && now_ms.saturating_sub(first) >= 20_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schedule_is_phonepes() {
        let mut chase = Chase {
            since_ms: 0,
            ..Chase::default()
        };
        let mut at_s = Vec::new();
        while !chase.is_slow() {
            let due = look_due_at_ms(&chase);
            at_s.push(due / 1_000);
            chase.looked(due, false, true);
        }
        assert_eq!(at_s.len(), 40);
        assert_eq!(at_s[..12], [22, 25, 28, 31, 34, 37, 40, 43, 46, 49, 52, 58]);
        assert_eq!(at_s[20..23], [112, 122, 132]);
        assert_eq!(at_s[26..30], [172, 202, 232, 292]);
        assert!((14 * 60..=16 * 60).contains(at_s.last().unwrap()), "{at_s:?}");
        assert_eq!(
            look_due_at_ms(&chase) - chase.last_look_at_ms.unwrap(),
            SLOW_LOOK_EVERY_MS
        );
    }

    #[test]
    fn an_absent_hold_is_looked_for_until_it_could_not_stand_any_more() {
        let mut chase = Chase::default();
        let mut at_min = Vec::new();
        while let Some(due) = absent_look_due_at_ms(&chase, Some(60 * 60_000)) {
            at_min.push(due / 60_000);
            chase.looked(due, true, true);
        }
        assert_eq!(at_min, [5, 10, 15, 20, 35, 50, 65]);
    }

    #[test]
    fn a_clock_set_forward_does_not_end_the_looking_for_an_absent_hold() {
        let years_ms = 5 * 365 * 86_400_000;
        let mut chase = Chase::default();
        chase.looked(years_ms, true, true);
        let due = absent_look_due_at_ms(&chase, Some(60_000));
        assert_eq!(due, Some(years_ms + ABSENT_LOOK_EVERY_MS));
    }

    #[test]
    fn a_look_at_the_very_deadline_is_the_last_one_for_an_absent_hold() {
        let deadline_ms = 60 * 60_000;
        let looked_at = |last_ms| Chase {
            looks: ABSENT_LOOKS_BEFORE_SLOW,
            last_look_at_ms: Some(last_ms),
            ..Chase::default()
        };
        let before = absent_look_due_at_ms(&looked_at(deadline_ms - 1), Some(deadline_ms));
        assert_eq!(before, Some(deadline_ms - 1 + SLOW_LOOK_EVERY_MS));
        let at = absent_look_due_at_ms(&looked_at(deadline_ms), Some(deadline_ms));
        assert_eq!(at, None);
    }

    #[test]
    fn absence_is_believed_only_late_and_only_twice() {
        let mut chase = Chase {
            since_ms: 0,
            ..Chase::default()
        };
        assert!(!absence_is_believed(&chase, 1_000_000), "never said");
        chase.looked(5_000, true, true);
        assert!(
            !absence_is_believed(&chase, 26_000),
            "before the request's deadline and settling"
        );
        assert!(!absence_is_believed(&chase, 24_999));
        assert!(absence_is_believed(&chase, 30_000));
        let mut late = Chase {
            since_ms: 0,
            ..Chase::default()
        };
        late.looked(40_000, true, true);
        assert!(!absence_is_believed(&late, 59_999), "twice within 20 s is once");
        assert!(absence_is_believed(&late, 60_000));
    }

    #[test]
    fn any_other_answer_forgets_the_absence() {
        let mut chase = Chase {
            since_ms: 0,
            ..Chase::default()
        };
        chase.looked(40_000, true, true);
        chase.looked(60_000, false, true);
        assert!(!absence_is_believed(&chase, 90_000));
    }
}
