//! Times as they stand on paper: India's clock, twenty-four hours, Latin digits, the same in every language.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

/// India has no summer time.
const INDIA_SECONDS: i32 = 19_800;

/// `26-11-2026 14:35`; the bare number for what is no moment of any calendar.
pub fn moment(at_ms: i64) -> String {
    written(at_ms, "%d-%m-%Y %H:%M")
}

/// `14:35` on the day of `now_ms`, and with its date on any other.
pub fn time_of_day(at_ms: i64, now_ms: i64) -> String {
    let day = |at_ms| written(at_ms, "%F");
    if day(at_ms) == day(now_ms) {
        written(at_ms, "%H:%M")
    } else {
        moment(at_ms)
    }
}

fn written(at_ms: i64, form: &str) -> String {
    let at = Timestamp::from_millisecond(at_ms).ok();
    let india = Offset::from_seconds(INDIA_SECONDS).ok().map(TimeZone::fixed);
    at.zip(india).map_or_else(
        || at_ms.to_string(),
        |(at, india)| at.to_zoned(india).strftime(form).to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_another_day_has_its_date() {
        let noon = 1_782_885_600_000;
        assert_eq!(moment(noon), "01-07-2026 11:30");
        assert_eq!(time_of_day(noon, noon + 60_000), "11:30");
        assert_eq!(time_of_day(noon + 13 * 3_600_000, noon), "02-07-2026 00:30");
    }
}
