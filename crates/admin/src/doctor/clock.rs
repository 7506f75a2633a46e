use super::Check;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// This program was not there before.
const YEAR_MIN: i16 = 2026;
const SKEW_SECONDS_MAX: i64 = 120;
const ADVICE: &str = "Set this machine's clock, and let it follow the network (timedatectl set-ntp true).";

/// The clock by itself.
pub fn alone() -> Check {
    judge(Timestamp::now(), None)
}

/// The clock against the `Date` of PhonePe's answer, which was heard at `heard_at`.
pub fn against(heard_at: Timestamp, date: &str) -> Check {
    let theirs = jiff::fmt::rfc2822::parse(date).ok().map(|date| date.timestamp());
    judge(heard_at, theirs)
}

fn judge(ours: Timestamp, theirs: Option<Timestamp>) -> Check {
    let shown = ours.strftime("%Y-%m-%d %H:%M:%S UTC");
    if ours.to_zoned(TimeZone::UTC).year() < YEAR_MIN {
        return Check::wrong("clock", format!("it says {shown}, which is long past"), ADVICE);
    }
    let Some(theirs) = theirs else {
        return Check::fine(
            "clock",
            format!("{shown}; there was no other clock to hold it against"),
        );
    };
    let ahead_seconds = ours.duration_since(theirs).as_secs();
    if ahead_seconds.abs() <= SKEW_SECONDS_MAX {
        return Check::fine(
            "clock",
            format!(
                "{shown}, as PhonePe's within {} s",
                ahead_seconds.abs().saturating_add(1)
            ),
        );
    }
    let way = if ahead_seconds > 0 { "ahead of" } else { "behind" };
    let mut check = Check::note(
        "clock",
        format!("{shown} is {} s {way} PhonePe's clock", ahead_seconds.abs()),
    );
    check.advice = Some(ADVICE.to_owned());
    check
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::*;

    fn verdict(ours: &str, date: &str) -> Verdict {
        against(ours.parse().unwrap(), date).verdict
    }

    #[test]
    fn a_clock_is_held_against_the_providers() {
        let date = "Wed, 01 Jul 2026 06:00:00 GMT";
        assert_eq!(verdict("2026-07-01T06:01:59Z", date), Verdict::Fine);
        assert_eq!(verdict("2026-07-01T06:02:01Z", date), Verdict::Note);
        assert_eq!(verdict("2026-07-01T05:57:00Z", date), Verdict::Note);
        assert_eq!(verdict("1970-01-01T00:00:09Z", date), Verdict::Wrong);
        assert_eq!(verdict("2025-12-31T23:59:59Z", "no date"), Verdict::Wrong);
        assert!(
            against("2026-07-01T05:57:00Z".parse().unwrap(), date)
                .words
                .contains("180 s behind")
        );
    }

    #[test]
    fn a_date_that_cannot_be_read_is_no_date() {
        assert_eq!(verdict("2026-07-01T06:01:59Z", "\u{1b}[31m"), Verdict::Fine);
    }
}
