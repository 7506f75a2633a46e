//! Chance that can be thrown again: splitmix64, seeded by the case.

pub struct Dice {
    state: u64,
}

impl Dice {
    pub fn of(seed: u64, name: &str, number: usize) -> Dice {
        let mut state = seed ^ 0x9e37_79b9_7f4a_7c15;
        for byte in name
            .bytes()
            .map(u64::from)
            .chain([u64::try_from(number).unwrap()])
        {
            state = mixed(state.wrapping_add(byte).wrapping_add(0x9e37_79b9_7f4a_7c15));
        }
        Dice { state }
    }

    /// Any number below `end`; `end` is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let drawn = mixed(self.state) % u64::try_from(end).unwrap();
        usize::try_from(drawn).unwrap()
    }
}

fn mixed(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
