//! Numbers that a seed gives, the same on every machine.

/// Steele, Lea and Flood's SplitMix64: enough to choose with, and ten lines.
pub struct Draw(u64);

impl Draw {
    /// The draws of one thing among many: `number` of `seed`.
    pub fn of(seed: u64, number: u64) -> Draw {
        let mut first = Draw(seed);
        let start = first.next();
        let mut own = Draw(start ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        own.next();
        own
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// One of `0..count`.
    pub fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_number_give_the_same_draws_and_others_do_not() {
        let drawn = |seed, number| {
            let mut draw = Draw::of(seed, number);
            [draw.next(), draw.next()]
        };
        assert_eq!(drawn(1, 2), drawn(1, 2));
        assert_ne!(drawn(1, 2), drawn(1, 3));
        assert_ne!(drawn(1, 2), drawn(2, 2));
    }
}
