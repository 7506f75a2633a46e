use std::sync::Mutex;

/// SplitMix64, written out here because a kept seed has to mean the same for ever: no library promises that of its
/// generators.
#[derive(Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Dice {
        let mut dice = Dice(seed ^ 0x5EED_0F40_1DFA_5701);
        dice.next();
        dice
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A stream of its own, so that drawing more in one place moves nothing in another.
    pub fn split(&mut self) -> Dice {
        Dice(self.next())
    }

    /// From `least` to below `end`; `least` when there is nothing between.
    pub fn between(&mut self, least: i64, end: i64) -> i64 {
        let width = u64::try_from(end.saturating_sub(least)).unwrap_or(0);
        if width == 0 {
            return least;
        }
        least.saturating_add(i64::try_from(self.next() % width).unwrap_or(0))
    }

    pub fn per_mille(&mut self, rate: i64) -> bool {
        rate > 0 && self.between(0, 1_000) < rate
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        let end = i64::try_from(of.len()).unwrap();
        of[usize::try_from(self.between(0, end)).unwrap()]
    }
}

/// The engine's own randomness: references and action ids.
pub(crate) struct EngineChance(pub Mutex<Dice>);

impl till::Chance for EngineChance {
    fn next_u128(&self) -> u128 {
        let mut dice = self.0.lock().unwrap();
        (u128::from(dice.next()) << 64) | u128::from(dice.next())
    }
}
