use crate::outcome::Stop;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// India has no summer time, and the ledger's days are India's.
const INDIA_SECONDS: i32 = 19_800;

/// From the first moment on, and before the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    from_ms: i64,
    before_ms: i64,
}

impl Span {
    /// # Errors
    /// [`Stop::Usage`] for what is neither a moment nor a day.
    pub fn read(from: Option<&str>, to: Option<&str>) -> Result<Span, Stop> {
        let unreadable = |name: &str| {
            Stop::Usage(format!(
                "{name} is a moment like 2026-07-01T09:00:00+05:30, or a day like 2026-07-01."
            ))
        };
        let from = from
            .map(|text| moment(text, 0).ok_or_else(|| unreadable("--from")))
            .transpose()?;
        let before = to
            .map(|text| moment(text, 1).ok_or_else(|| unreadable("--to")))
            .transpose()?;
        Ok(Span {
            from_ms: from.map_or(i64::MIN, Timestamp::as_millisecond),
            before_ms: before.map_or(i64::MAX, Timestamp::as_millisecond),
        })
    }

    pub fn has(self, at_ms: i64) -> bool {
        (self.from_ms..self.before_ms).contains(&at_ms)
    }
}

/// The day of India's calendar in which a moment is; `None` for what is no moment of any calendar.
pub fn day_in_india(at_ms: i64) -> Option<Date> {
    let at = Timestamp::from_millisecond(at_ms).ok()?;
    Some(at.to_zoned(india()?).date())
}

/// A moment, or the beginning of the day that comes `days_later` than the one in the text.
fn moment(text: &str, days_later: i64) -> Option<Timestamp> {
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let day: Date = text.parse().ok().filter(|_| text.len() == "2026-07-01".len())?;
    let begins = day.to_zoned(india()?).ok()?.timestamp();
    begins
        .checked_add(SignedDuration::from_hours(24_i64.checked_mul(days_later)?))
        .ok()
}

fn india() -> Option<TimeZone> {
    Some(TimeZone::fixed(Offset::from_seconds(INDIA_SECONDS).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_782_885_600_000; // 2026-07-01T06:00:00Z

    fn span(from: &str, to: &str) -> Span {
        let given = |text| Some(text).filter(|text: &&str| !text.is_empty());
        Span::read(given(from), given(to)).unwrap()
    }

    #[test]
    fn a_day_is_indias_and_to_takes_in_all_of_it() {
        let day = span("2026-07-01", "2026-07-01");
        let begins = NOON - 11 * 3_600_000 - 1_800_000;
        assert!(!day.has(begins - 1));
        assert!(day.has(begins) && day.has(NOON) && day.has(begins + 86_399_999));
        assert!(!day.has(begins + 86_400_000));
    }

    #[test]
    fn a_moment_is_taken_from_and_left_out_at_its_end() {
        let hour = span("2026-07-01T06:00:00Z", "2026-07-01T12:30:00+05:30");
        assert!(hour.has(NOON) && !hour.has(NOON - 1));
        assert!(hour.has(NOON + 3_599_999) && !hour.has(NOON + 3_600_000));
    }

    #[test]
    fn without_ends_everything_is_in_it() {
        assert!(span("", "").has(0) && span("", "").has(NOON));
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in ["", "yesterday", "2026-07-01T09:00:00", "2026-13-01", "2026-02-30"] {
            assert!(
                matches!(Span::read(Some(text), None), Err(Stop::Usage(_))),
                "{text}"
            );
        }
    }
}
