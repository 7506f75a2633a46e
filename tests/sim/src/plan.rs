use crate::chance::Dice;

const MINUTE_MS: i64 = 60_000;

/// What one seed has in store. Each seed draws its own rates, and about a third of them are nought, so that rare
/// meetings of a few faults are not drowned by all the others. Rates are per mille.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub not_sent: i64,
    pub lost_before: i64,
    pub lost_after: i64,
    pub slow: i64,
    pub late: i64,
    /// Holds that take effect after any time that the domain grants.
    pub beyond: i64,
    pub duplicate: i64,
    pub refused: i64,
    pub unreadable: i64,
    pub server_error: i64,
    pub unknown_code: i64,
    pub mismatch: i64,
    pub heard_twice: i64,
    pub settle_ms_max: i64,
    pub settle_fails: i64,
    pub flip: i64,
    pub captured_elsewhere: i64,
    pub keyring_ms_max: i64,
    pub crash_in_commit: i64,
    pub crash_before_send: i64,
    pub crash_every_ms: i64,
    pub disk_error: i64,
    pub clock_every_ms: i64,
    pub clock_jump_ms_max: i64,
    pub sleep_every_ms: i64,
    pub expiry_minutes: u32,
    pub cashiers: usize,
    pub bills: usize,
    pub charge: i64,
    pub double: i64,
    pub stale: i64,
    pub look_now: i64,
    pub wander: i64,
    pub refund: i64,
    pub bulk: i64,
    pub cashier_pause_ms: i64,
    pub service_ms_max: i64,
    pub span_ms: i64,
}

impl Plan {
    pub fn drawn(dice: &mut Dice) -> Plan {
        let mut rate = |most: i64| {
            if dice.per_mille(350) {
                0
            } else {
                dice.between(1, most + 1)
            }
        };
        let mut plan = Plan {
            not_sent: rate(150),
            lost_before: rate(350),
            lost_after: rate(250),
            slow: rate(300),
            late: rate(600),
            duplicate: rate(200),
            refused: rate(120),
            unreadable: rate(120),
            server_error: rate(150),
            unknown_code: rate(120),
            mismatch: rate(150),
            heard_twice: rate(100),
            settle_fails: rate(300),
            flip: rate(60),
            captured_elsewhere: rate(40),
            crash_in_commit: rate(40),
            crash_before_send: rate(60),
            disk_error: rate(15),
            charge: rate(500),
            double: rate(400),
            stale: rate(150),
            look_now: rate(300),
            wander: rate(300),
            ..Plan::calm()
        };
        plan.crash_every_ms = rarely(dice, 2 * MINUTE_MS, 30 * MINUTE_MS);
        plan.clock_every_ms = rarely(dice, 2 * MINUTE_MS, 20 * MINUTE_MS);
        plan.sleep_every_ms = rarely(dice, 5 * MINUTE_MS, 40 * MINUTE_MS);
        plan.clock_jump_ms_max = dice.pick(&[2_000, 5 * MINUTE_MS, 1_440 * MINUTE_MS, 5_256_000 * MINUTE_MS]);
        plan.settle_ms_max = dice.pick(&[1, 5_000, 60_000, 8 * MINUTE_MS]);
        plan.keyring_ms_max = dice.pick(&[5, 5, 4_000]);
        plan.expiry_minutes = dice.pick(&[1, 2, 5, 15, 60]);
        plan.cashiers = dice.pick(&[1, 1, 2]);
        plan.bills = dice.pick(&[1, 1, 2, 3]);
        plan.cashier_pause_ms = dice.pick(&[3_000, 10_000, 30_000]);
        plan.service_ms_max = dice.pick(&[1, 30_000, 3 * MINUTE_MS]);
        plan.span_ms = dice.pick(&[2, 4, 8, 20]) * MINUTE_MS;
        plan.beyond = rarely(dice, 1, 600);
        // Drawn after everything else, so that an older seed still means what it meant.
        plan.refund = if dice.per_mille(250) {
            0
        } else {
            dice.between(300, 1_000)
        };
        plan.bulk = if dice.per_mille(500) {
            0
        } else {
            dice.between(50, 500)
        };
        plan
    }

    /// The same shop with all faults off: what the healing runs under.
    pub fn healed(&self) -> Plan {
        Plan {
            settle_ms_max: self.settle_ms_max,
            expiry_minutes: self.expiry_minutes,
            ..Plan::calm()
        }
    }

    fn calm() -> Plan {
        Plan {
            not_sent: 0,
            lost_before: 0,
            lost_after: 0,
            slow: 0,
            late: 0,
            beyond: 0,
            duplicate: 0,
            refused: 0,
            unreadable: 0,
            server_error: 0,
            unknown_code: 0,
            mismatch: 0,
            heard_twice: 0,
            settle_ms_max: 1,
            settle_fails: 0,
            flip: 0,
            captured_elsewhere: 0,
            keyring_ms_max: 5,
            crash_in_commit: 0,
            crash_before_send: 0,
            crash_every_ms: 0,
            disk_error: 0,
            clock_every_ms: 0,
            clock_jump_ms_max: 0,
            sleep_every_ms: 0,
            expiry_minutes: 60,
            cashiers: 0,
            bills: 0,
            charge: 0,
            double: 0,
            stale: 0,
            look_now: 0,
            wander: 0,
            refund: 0,
            bulk: 0,
            cashier_pause_ms: 10_000,
            service_ms_max: 1,
            span_ms: 0,
        }
    }
}

/// Nought: never.
fn rarely(dice: &mut Dice, least: i64, most: i64) -> i64 {
    if dice.per_mille(500) {
        0
    } else {
        dice.between(least, most)
    }
}
