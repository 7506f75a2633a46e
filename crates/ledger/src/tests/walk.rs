//! Random walks through the table of moves: whatever happens, the projection is what the events say.

use super::board::{all_pages, sum_of};
use super::*;
use crate::{Reader, Shelf, verify};
use domain::{EventKind, MOVES, Sale};
use proptest::prelude::*;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// One step: which sale, which of the moves open to it, how much, how much later, by whom.
type Step = (u32, usize, i64, i64, u32);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(
        (1..6_u32, 0..64_usize, 1..100_i64, 0..40 * MINUTE, 1..3_u32),
        1..60,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_projection_is_what_the_events_say(steps in steps()) {
        let bench = Bench::new();
        let mut model: BTreeMap<OurRef, Sale> = BTreeMap::new();
        let mut now_ms = NOON;
        for (n, choice, paise, later_ms, shift) in steps {
            now_ms += later_ms;
            let record = next_record(&model, n, choice, paise, now_ms, shift);
            let row = bench.row(record.clone());
            let before = model.get(&our_ref(n)).cloned().unwrap_or_else(|| draft(n, paise));
            let after = record.fact.apply_to(&before, now_ms).unwrap();
            prop_assert_eq!(&row.sale, &after);
            model.insert(our_ref(n), after);
        }
        check(&bench, &model, now_ms)?;
        let head = bench.ledger.head().unwrap();
        bench.ledger.rebuild_projections().unwrap();
        check(&bench, &model, now_ms)?;
        let (_folder, path) = bench.close();
        let found = verify(&path, Some(&head)).unwrap();
        prop_assert!(found.holds(), "{:?}", found);
    }
}

fn check(bench: &Bench, model: &BTreeMap<OurRef, Sale>, now_ms: i64) -> Result<(), TestCaseError> {
    let reader = Reader::open(&bench.path()).unwrap();
    let rows: Vec<HoldRow> = reader.all_rows().unwrap().map(Result::unwrap).collect();
    let sales: BTreeMap<OurRef, Sale> = rows
        .iter()
        .map(|row| (row.sale.our_ref.clone(), row.sale.clone()))
        .collect();
    prop_assert_eq!(&sales, model);
    let live: Vec<HoldRow> = rows
        .iter()
        .filter(|row| !row.sale.state.is_final() || row.sale.is_watched())
        .cloned()
        .collect();
    prop_assert_eq!(bench.ledger.live_rows().unwrap(), live);
    check_tabs(&reader, &rows, now_ms)?;
    check_totals(bench, &rows)?;
    prop_assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
    Ok(())
}

fn check_tabs(reader: &Reader, rows: &[HoldRow], now_ms: i64) -> Result<(), TestCaseError> {
    for search in ["", "3210", "FQ0000002", "0.50"] {
        for count in reader.counts(search, now_ms).unwrap() {
            let view = View {
                tab: count.tab,
                search: search.to_owned(),
                now_ms,
            };
            let paged = all_pages(reader, &view);
            prop_assert_eq!(count.totals, sum_of(&paged), "{:?}", view);
            prop_assert!(
                search != "3210"
                    || paged.len() == rows.iter().filter(|row| belongs(row, count.tab, now_ms)).count()
            );
            if search.is_empty() {
                let mut expected: Vec<&HoldRow> = rows
                    .iter()
                    .filter(|row| belongs(row, count.tab, now_ms))
                    .collect();
                let mut found: Vec<&HoldRow> = paged.iter().collect();
                expected.sort_by_key(|row| row.seq);
                found.sort_by_key(|row| row.seq);
                prop_assert_eq!(found, expected, "{:?}", view);
            }
        }
    }
    Ok(())
}

/// The sums of every shelf, over all days, counters, shifts and cashiers, are the sums of its rows.
fn check_totals(bench: &Bench, rows: &[HoldRow]) -> Result<(), TestCaseError> {
    let conn = Connection::open(bench.path()).unwrap();
    for shelf in Shelf::ALL {
        let kept: (i64, i64, i64, i64) = conn
            .query_row(
                "SELECT coalesce(sum(count), 0), coalesce(sum(held_paise), 0), coalesce(sum(captured_paise), 0), \
                 coalesce(sum(released_paise), 0) FROM total WHERE shelf = ?1",
                [shelf.name()],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )
            .unwrap();
        let there: Vec<HoldRow> = rows.iter().filter(|row| row.shelf() == shelf).cloned().collect();
        let sum = sum_of(&there);
        let summed = (
            sum.count as i64,
            sum.held_paise.get(),
            sum.captured_paise.get(),
            sum.released_paise.get(),
        );
        prop_assert_eq!(kept, summed, "{:?}", shelf);
    }
    Ok(())
}

/// What a tab means, said without SQL.
fn belongs(row: &HoldRow, tab: Tab, now_ms: i64) -> bool {
    let state = row.sale.state;
    let due_within = |ms: i64| {
        row.sale
            .deadline_at_ms
            .is_some_and(|deadline| deadline <= now_ms + ms)
    };
    match tab {
        Tab::Open => !state.is_final(),
        Tab::Expiring => state.name() == "Held" && due_within(10 * MINUTE),
        Tab::NotSure => state.is_unknown(),
        Tab::Captured => ["CaptureAccepted", "Paid"].contains(&state.name()),
        Tab::Partial => belongs(row, Tab::Captured, now_ms) && row.captured_paise() < row.sale.amount_paise,
        Tab::Released => state.name() == "Released",
        Tab::Expired => state.name() == "Expired",
        Tab::NeedsPerson => row.needs_person(now_ms),
    }
}

fn draft(n: u32, paise: i64) -> Sale {
    Sale::draft(our_ref(n), SaleMode::Hold, Paise::new(paise), 60)
}

/// A record that the table allows: one of the moves open to the sale, or a look that found nothing.
pub(super) fn next_record(
    model: &BTreeMap<OurRef, Sale>,
    n: u32,
    choice: usize,
    paise: i64,
    at_ms: i64,
    shift: u32,
) -> Record {
    let known = model.get(&our_ref(n));
    let sale = known.cloned().unwrap_or_else(|| draft(n, paise));
    let moves: Vec<EventKind> = MOVES
        .iter()
        .filter(|step| step.from == sale.state)
        .map(|step| step.on)
        .collect();
    let may_look = known.is_some() && choice.is_multiple_of(8);
    let mut record = if may_look {
        looks(n, at_ms, choice.is_multiple_of(16), None)
    } else {
        let kind = moves[choice % moves.len()];
        let amount = paise.min(sale.amount_paise.get());
        recorded(
            n,
            at_ms,
            event_of(kind, amount),
            known.is_none().then(|| opening(paise, "3210")),
        )
    };
    record.by.shift = shift;
    record
}

fn recorded(n: u32, at_ms: i64, event: Event, opened: Option<Opening>) -> Record {
    match event.kind() {
        EventKind::HoldAsked => asks(n, at_ms, Call::Authorize, event, opened),
        EventKind::CaptureAsked => asks(n, at_ms, Call::Capture, event, None),
        EventKind::CancelAsked | EventKind::CancelAskedAgain => asks(n, at_ms, Call::Cancel, event, None),
        kind if format!("{kind:?}").starts_with("Found") || format!("{kind:?}").starts_with("Payment") => {
            looks(n, at_ms, false, Some(event))
        }
        _ => replies(n, at_ms, Call::Authorize, event),
    }
}

fn event_of(kind: EventKind, paise: i64) -> Event {
    let amount_paise = Paise::new(paise);
    let provider_ref = provider("P1");
    let what = "amount".to_owned();
    match kind {
        EventKind::HoldAsked => Event::HoldAsked,
        EventKind::HoldAuthorized => Event::HoldAuthorized { provider_ref },
        EventKind::HoldNotSent => Event::HoldNotSent,
        EventKind::HoldRefused => Event::HoldRefused,
        EventKind::HoldUnanswered => Event::HoldUnanswered,
        EventKind::CaptureAsked => Event::CaptureAsked { amount_paise },
        EventKind::CaptureAccepted => Event::CaptureAccepted { provider_ref },
        EventKind::CaptureNotSent => Event::CaptureNotSent,
        EventKind::CaptureRefused => Event::CaptureRefused,
        EventKind::CaptureUnanswered => Event::CaptureUnanswered,
        EventKind::CaptureTooLate => Event::CaptureTooLate,
        EventKind::CaptureBlocked => Event::CaptureBlocked,
        EventKind::CancelAsked => Event::CancelAsked,
        EventKind::CancelAskedAgain => Event::CancelAskedAgain,
        EventKind::Cancelled => Event::Cancelled,
        EventKind::CancelNotSent => Event::CancelNotSent,
        EventKind::CancelRefused => Event::CancelRefused,
        EventKind::CancelUnanswered => Event::CancelUnanswered,
        EventKind::CancelFoundCaptured => Event::CancelFoundCaptured,
        EventKind::CancelGivenUp => Event::CancelGivenUp,
        EventKind::FoundHeld => Event::FoundHeld { provider_ref },
        EventKind::FoundAbsent => Event::FoundAbsent,
        EventKind::FoundFailed => Event::FoundFailed,
        EventKind::FoundCaptured => Event::FoundCaptured { provider_ref },
        EventKind::FoundCancelled => Event::FoundCancelled,
        EventKind::FoundExpired => Event::FoundExpired,
        EventKind::PaymentProved => Event::PaymentProved {
            amount_paise,
            provider_ref,
        },
        EventKind::PaymentDenied => Event::PaymentDenied,
        EventKind::Mismatched => Event::Mismatched { what },
        EventKind::Contradicted => Event::Contradicted { what },
    }
}
