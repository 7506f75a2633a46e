use super::*;
use crate::{Pictures, Reader, Shelf};

const DAY: i64 = 24 * 60 * MINUTE;

fn drawn(bench: &Bench, now_ms: i64) -> Pictures {
    Reader::open(&bench.path()).unwrap().pictures(now_ms).unwrap()
}

/// 03:43 of 15 November 2023 in India is [`NOON`]; so the day before ends 3 h 43 min earlier.
fn two_days(bench: &Bench) {
    hold(bench, 1, NOON - DAY, 60_000);
    release(bench, 1, NOON - DAY + MINUTE);
    hold(bench, 2, NOON - 5 * 60 * MINUTE, 30_000);
    hold(bench, 3, NOON, 50_000);
    capture(bench, 2, NOON + MINUTE, 30_000);
    capture(bench, 3, NOON + 61 * MINUTE, 20_000);
    hold(bench, 4, NOON + 62 * MINUTE, 10_000);
}

#[test]
fn each_day_shows_what_its_events_held_captured_and_released() {
    let bench = Bench::new();
    two_days(&bench);
    let pictures = drawn(&bench, NOON + 2 * 60 * MINUTE);
    assert_eq!(pictures.days.len(), 30);
    let figures: Vec<(i64, i64, i64)> = pictures
        .days
        .iter()
        .rev()
        .take(3)
        .map(|day| (day.held_paise, day.captured_paise, day.released_paise))
        .collect();
    assert_eq!(
        figures,
        [(60_000, 50_000, 30_000), (90_000, 0, 60_000), (0, 0, 0)]
    );
    let begins: Vec<i64> = pictures.days.iter().map(|day| day.begins_at_ms).collect();
    assert!(begins.windows(2).all(|pair| pair[1] - pair[0] == DAY));
    let today = *begins.last().unwrap();
    assert!(today <= NOON && NOON - today == 3 * 60 * MINUTE + 43 * MINUTE + 20_000);
}

#[test]
fn hours_show_when_captures_were_proved_and_outcomes_where_sales_stand() {
    let bench = Bench::new();
    two_days(&bench);
    let pictures = drawn(&bench, NOON + 2 * 60 * MINUTE);
    let hours: Vec<(usize, i64, i64)> = pictures
        .hours
        .iter()
        .enumerate()
        .filter(|(_, hour)| hour.count > 0)
        .map(|(at, hour)| (at, hour.count, hour.paid_paise))
        .collect();
    assert_eq!(hours, [(3, 1, 30_000), (4, 1, 20_000)]);
    let outcomes: Vec<(Shelf, i64)> = pictures
        .outcomes
        .into_iter()
        .filter(|(_, count)| *count != 0)
        .collect();
    assert_eq!(
        outcomes,
        [
            (Shelf::Held, 1),
            (Shelf::PaidInFull, 1),
            (Shelf::PaidInPart, 1),
            (Shelf::Released, 1)
        ]
    );
    // A month later the days are others, and nothing stands in them.
    let later = drawn(&bench, NOON + 40 * DAY);
    assert!(later.days.iter().all(|day| day.held_paise == 0));
    assert!(later.hours.iter().all(|hour| hour.count == 0));
}

#[test]
fn latency_is_of_what_phonepe_answered() {
    let bench = Bench::new();
    for n in 1..=20_u32 {
        bench.append(asks_hold(n, NOON, 100));
        let mut answered = replies(
            n,
            NOON,
            Call::Authorize,
            Event::HoldAuthorized { provider_ref: None },
        );
        if let Fact::Reply { reply, .. } = &mut answered.fact {
            reply.took_ms = u64::from(n) * 10;
            // The last one never left the machine.
            reply.http_status = (n < 20).then_some(200);
        }
        bench.append(answered);
    }
    let latency = drawn(&bench, NOON).latency;
    assert_eq!(latency.len(), 1);
    assert_eq!(
        (
            latency[0].call,
            latency[0].count,
            latency[0].median_ms,
            latency[0].p95_ms,
            latency[0].slowest_ms
        ),
        (Call::Authorize, 19, 100, 190, 190)
    );
}
