//! What happens to the machine: crashes at any moment, a clock that is set, sleep.

use crate::queue::Event;
use crate::world::World;

impl World {
    /// Plans the seed's weather until the healing.
    pub fn plan_weather(&mut self) {
        for at_ms in self.moments(self.plan.crash_every_ms) {
            let dice = &mut self.dice.weather;
            let reboots = dice.per_mille(300);
            let most_ms = dice.pick(&[1_000, 30_000, 300_000, 5_400_000]);
            let down_ms = dice.between(100, most_ms);
            self.queue.push(at_ms, Event::Crash { reboots, down_ms });
        }
        for at_ms in self.moments(self.plan.clock_every_ms) {
            let most_ms = self.plan.clock_jump_ms_max;
            let by_ms = self.dice.weather.between(-most_ms, most_ms);
            self.queue.push(at_ms, Event::SetClock { by_ms });
        }
        for at_ms in self.moments(self.plan.sleep_every_ms) {
            let for_ms = self.dice.weather.pick(&[10_000, 600_000, 28_800_000]);
            self.queue.push(at_ms, Event::Sleep { for_ms });
        }
    }

    /// The machine sleeps: true time and the wall's go on, the monotonic clock and the program do not.
    pub fn fall_asleep(&mut self, for_ms: i64) {
        if self.healing || self.till.is_none() {
            return;
        }
        self.tell(|| format!("the machine sleeps for {for_ms} ms"));
        self.awake_at_ms = self.time.now_ms() + for_ms;
        self.time.slept(for_ms);
    }

    fn moments(&mut self, every_ms: i64) -> Vec<i64> {
        let mut moments = Vec::new();
        if every_ms == 0 {
            return moments;
        }
        let mut at_ms = self.dice.weather.between(0, every_ms);
        while at_ms < self.plan.span_ms {
            moments.push(at_ms);
            at_ms += self.dice.weather.between(every_ms / 2, every_ms * 3 / 2);
        }
        moments
    }
}
