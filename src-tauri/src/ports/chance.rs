/// The operating system's randomness.
pub struct SystemChance;

impl till::Chance for SystemChance {
    fn next_u128(&self) -> u128 {
        let mut bytes = [0_u8; 16];
        if let Err(why) = getrandom::fill(&mut bytes) {
            // References and action ids that can be guessed or that repeat are worse than a till that is down.
            tracing::error!(%why, "the system gives no random bytes; the till stops");
            std::process::abort();
        }
        u128::from_ne_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use till::Chance;

    #[test]
    fn chance_does_not_repeat_itself() {
        let drawn: std::collections::HashSet<u128> = (0..100).map(|_| SystemChance.next_u128()).collect();
        assert_eq!(drawn.len(), 100);
    }
}
