use domain::Moment;
use std::sync::{Arc, Mutex};

/// Where the simulation begins on the wall: 14 November 2023.
const EPOCH_MS: i64 = 1_700_000_000_000;

/// All clocks there are. True time only goes forward and is the provider's; the till sees the other two.
#[derive(Clone, Default)]
pub(crate) struct Time(Arc<Mutex<Hands>>);

#[derive(Default)]
struct Hands {
    true_ms: i64,
    /// What people and time servers did to the wall clock.
    wall_off_ms: i64,
    /// What the monotonic clock did not count: sleep, and everything before this boot.
    not_counted_ms: i64,
    boot: u32,
}

impl Time {
    pub fn now_ms(&self) -> i64 {
        self.0.lock().unwrap().true_ms
    }

    pub fn wall_ms(&self) -> i64 {
        let hands = self.0.lock().unwrap();
        EPOCH_MS + hands.true_ms + hands.wall_off_ms
    }

    pub fn advance_to(&self, true_ms: i64) {
        let mut hands = self.0.lock().unwrap();
        assert!(true_ms >= hands.true_ms, "true time goes forward");
        hands.true_ms = true_ms;
    }

    pub fn set_wall(&self, by_ms: i64) {
        self.0.lock().unwrap().wall_off_ms += by_ms;
    }

    pub fn slept(&self, for_ms: i64) {
        self.0.lock().unwrap().not_counted_ms += for_ms;
    }

    pub fn reboot(&self) {
        let mut hands = self.0.lock().unwrap();
        hands.not_counted_ms = hands.true_ms;
        hands.boot += 1;
    }
}

impl till::Clock for Time {
    fn now(&self) -> Moment {
        let hands = self.0.lock().unwrap();
        Moment {
            wall_ms: EPOCH_MS + hands.true_ms + hands.wall_off_ms,
            mono_ms: u64::try_from(hands.true_ms - hands.not_counted_ms).unwrap(),
            boot: format!("boot-{}", hands.boot),
        }
    }
}
