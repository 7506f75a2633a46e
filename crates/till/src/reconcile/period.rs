//! Which moments a period stands for.

use contract::{ErrorCode, Period, UiError};
use domain::Shift;
use jiff::civil::{Date, time};
use jiff::tz::{Offset, TimeZone};

/// India's days; it has no summer time.
const INDIA_S: i32 = 19_800;
pub(crate) const DAY_MS: i64 = 86_400_000;

/// From this moment on, and before that one (milliseconds since 1970). Nothing after now belongs to it.
///
/// # Errors
/// [`ErrorCode::PeriodWrong`], [`ErrorCode::NoShift`].
pub fn span_of(of: &Period, now_ms: i64, shift: Option<&Shift>) -> Result<(i64, i64), UiError> {
    let india_ms = i64::from(INDIA_S).saturating_mul(1_000);
    let today_ms = now_ms
        .saturating_add(india_ms)
        .div_euclid(DAY_MS)
        .saturating_mul(DAY_MS)
        .saturating_sub(india_ms);
    let (from_ms, to_ms) = match of {
        Period::Today => (today_ms, now_ms),
        Period::Yesterday => (today_ms.saturating_sub(DAY_MS), today_ms),
        Period::Shift => {
            let shift = shift.ok_or(ErrorCode::NoShift)?;
            (shift.opened_at_ms, shift.closed_at_ms.unwrap_or(now_ms))
        }
        Period::Days { from, to } => {
            let (from_ms, last_ms) = (
                begin_of(from).ok_or(ErrorCode::PeriodWrong)?,
                begin_of(to).ok_or(ErrorCode::PeriodWrong)?,
            );
            if last_ms < from_ms || from_ms > now_ms {
                return Err(ErrorCode::PeriodWrong.into());
            }
            (from_ms, last_ms.saturating_add(DAY_MS))
        }
    };
    Ok((from_ms, to_ms.min(now_ms)))
}

/// When a day (`2026-11-22`) begins in India, in milliseconds since 1970; `None`: it is no day.
pub(crate) fn begin_of(day: &str) -> Option<i64> {
    let date: Date = day.trim().parse().ok()?;
    let offset = Offset::from_seconds(INDIA_S).ok()?;
    let begin = date
        .to_datetime(time(0, 0, 0, 0))
        .to_zoned(TimeZone::fixed(offset))
        .ok()?;
    Some(begin.timestamp().as_millisecond())
}

/// The same for whoever has no shift at hand: days.
#[must_use]
pub fn period_of(of: &Period, now_ms: i64) -> Option<(i64, i64)> {
    span_of(of, now_ms, None).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 14 November 2023, 22:13:20 UTC: already the 15th in India.
    const NOW_MS: i64 = 1_700_000_000_000;
    const MIDNIGHT_MS: i64 = 1_699_986_600_000;

    fn days(from: &str, to: &str) -> Result<(i64, i64), UiError> {
        let of = Period::Days {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        span_of(&of, NOW_MS, None)
    }

    #[test]
    fn days_are_indias_and_nothing_after_now_belongs_to_them() {
        assert_eq!(span_of(&Period::Today, NOW_MS, None), Ok((MIDNIGHT_MS, NOW_MS)));
        let before = (MIDNIGHT_MS - DAY_MS, MIDNIGHT_MS);
        assert_eq!(span_of(&Period::Yesterday, NOW_MS, None), Ok(before));
        assert_eq!(days("2023-11-14", "2023-11-14"), Ok(before));
        assert_eq!(days("2023-11-14", "2023-11-30"), Ok((before.0, NOW_MS)));
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for (from, to) in [
            ("", ""),
            ("2023-02-30", "2023-03-01"),
            ("2023-11-14", "2023-11-13"),
            ("2024-01-01", "2024-01-02"),
        ] {
            assert_eq!(days(from, to), Err(ErrorCode::PeriodWrong.into()), "{from} {to}");
        }
        assert_eq!(
            span_of(&Period::Shift, NOW_MS, None),
            Err(ErrorCode::NoShift.into())
        );
    }
}
