use domain::Moment;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// The machine's clocks. The monotonic one counts from the boot that it names, so that moments of two runs of the
/// program can be compared; it goes on while the machine sleeps.
pub struct SystemClock {
    boot: String,
    started: Instant,
}

impl SystemClock {
    /// Reads the boot's id once. Where the system has none, this run of the program counts as a boot.
    #[must_use]
    pub fn new() -> SystemClock {
        let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id")
            .map_or_else(|_| format!("run-{}", wall_ms()), |id| id.trim().to_owned());
        SystemClock {
            boot,
            started: Instant::now(),
        }
    }

    /// How long the program runs.
    #[must_use]
    pub fn up_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn mono_ms(&self) -> u64 {
        let uptime = std::fs::read_to_string("/proc/uptime").ok();
        uptime
            .as_deref()
            .and_then(uptime_ms)
            .unwrap_or_else(|| self.up_ms())
    }
}

impl Default for SystemClock {
    fn default() -> SystemClock {
        SystemClock::new()
    }
}

impl till::Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment {
            wall_ms: wall_ms(),
            mono_ms: self.mono_ms(),
            boot: self.boot.clone(),
        }
    }

    fn wall_ms(&self) -> i64 {
        wall_ms()
    }
}

fn wall_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// `12345.67 …`: seconds and hundredths since boot, read without a float.
fn uptime_ms(text: &str) -> Option<u64> {
    let (seconds, hundredths) = text.split_whitespace().next()?.split_once('.')?;
    let seconds: u64 = seconds.parse().ok()?;
    let hundredths: u64 = hundredths.parse().ok()?;
    seconds
        .checked_mul(1_000)?
        .checked_add(hundredths.checked_mul(10)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use till::Clock;

    #[test]
    fn uptime_is_read_to_the_hundredth() {
        assert_eq!(uptime_ms("12345.67 99999.10\n"), Some(12_345_670));
        assert_eq!(uptime_ms("0.05 0.00"), Some(50));
        assert_eq!(uptime_ms("no uptime"), None);
    }

    #[test]
    fn two_clocks_of_one_boot_agree_and_go_forward() {
        let (one, other) = (SystemClock::new(), SystemClock::new());
        let (first, second) = (one.now(), other.now());
        assert_eq!(first.boot, second.boot);
        assert!(second.mono_ms >= first.mono_ms && second.wall_ms >= first.wall_ms);
        assert!(second.mono_ms - first.mono_ms < 60_000);
    }
}
