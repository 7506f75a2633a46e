//! Shifts, X and Z: what the tables say is what the raw events say, and a Z stays what it was.

use super::*;
use crate::{Difference, Reader, verify};
use domain::{CashWay, Closing, Figures, ReportLine, SaleState, ShiftFact, ShiftRefusal, ShiftReport};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

fn of_shift(at_ms: i64, fact: ShiftFact) -> Record {
    record(at_ms, Fact::Shift(fact))
}

pub(super) fn opens(number: u32, at_ms: i64) -> Record {
    of_shift(
        at_ms,
        ShiftFact::Opened {
            number,
            float_paise: Paise::new(50_000),
        },
    )
}

fn pays_out(at_ms: i64, paise: i64) -> Record {
    of_shift(
        at_ms,
        ShiftFact::CashMoved {
            way: CashWay::Out,
            amount_paise: Paise::new(paise),
            reason: "milk".to_owned(),
        },
    )
}

fn counts(at_ms: i64, paise: i64) -> Record {
    of_shift(
        at_ms,
        ShiftFact::Counted {
            counted_paise: Paise::new(paise),
        },
    )
}

fn hands_over(n: u32, at_ms: i64, to: &str) -> Record {
    of_shift(
        at_ms,
        ShiftFact::HandedOver {
            our_ref: our_ref(n),
            from: "Asha".to_owned(),
            to: to.to_owned(),
        },
    )
}

/// Closes the open shift with a drawer that is right.
pub(super) fn close(bench: &Bench, at_ms: i64) -> ShiftReport {
    let shift = bench.ledger.shift().unwrap().unwrap();
    let expected = shift.expected_paise().unwrap();
    bench.append(counts(at_ms, expected.get()));
    let closing = Closing {
        by: "Asha".to_owned(),
        reason: None,
    };
    let report = bench.ledger.shift_report(at_ms, Some(closing)).unwrap().unwrap();
    bench.append(of_shift(
        at_ms,
        ShiftFact::Closed {
            number: shift.number,
            counted_paise: expected,
            expected_paise: expected,
            reason: None,
            report: Box::new(report.clone()),
        },
    ));
    report
}

/// The figures of [`a_day`] in one shift, with a hand-over and cash paid out.
fn a_shift(bench: &Bench) -> ShiftReport {
    bench.append(opens(14, NOON));
    a_day(bench);
    bench.append(pays_out(NOON + 7 * MINUTE, 2_500));
    bench.append(hands_over(4, NOON + 7 * MINUTE, "Ravi"));
    close(bench, NOON + 8 * MINUTE)
}

#[test]
fn a_z_tells_each_sale_in_one_line_and_the_open_ones_by_name() {
    let bench = Bench::new();
    let z = a_shift(&bench);
    assert_eq!(z.number, 14);
    assert!(z.is_balanced());
    assert_eq!((z.placed.count, z.placed.held_paise), (5, 245_000));
    let line = |line| {
        let of: Figures = z.tally.line(line);
        (of.count, of.held_paise, of.captured_paise, of.released_paise)
    };
    assert_eq!(line(ReportLine::CapturedInFull), (1, 120_000, 120_000, 0));
    assert_eq!(line(ReportLine::CapturedInPart), (1, 60_000, 45_000, 15_000));
    assert_eq!(line(ReportLine::Released), (1, 35_000, 0, 35_000));
    assert_eq!(line(ReportLine::Open), (2, 30_000, 0, 0));
    assert_eq!(
        (z.tally.proved.count, z.tally.proved.captured_paise),
        (2, 165_000)
    );
    assert_eq!(z.open.len(), 1);
    assert_eq!(z.open[0].owner.as_deref(), Some("Ravi"));
    assert!(z.open[0].deadline_at_ms.is_some());
    assert_eq!(z.not_sure.len(), 1);
    assert_eq!(
        (z.not_sure[0].state, &z.not_sure[0].owner),
        (SaleState::HoldUnknown, &None)
    );
    assert_eq!(z.first_sale.unwrap().our_ref, our_ref(1));
    assert_eq!(z.last_sale.unwrap().our_ref, our_ref(5));
    assert_eq!(z.cash.expected_paise, Some(Paise::new(47_500)));
    assert_eq!(z.cash.difference_paise, Some(0));
    assert_eq!(z.cashiers, ["Asha"]);
    let story = bench.ledger.events_of(&our_ref(4)).unwrap();
    assert!(matches!(
        &story.last().unwrap().record.fact,
        Fact::Shift(ShiftFact::HandedOver { to, .. }) if to == "Ravi"
    ));
}

#[test]
fn an_x_changes_nothing_and_says_what_the_z_will_say() {
    let bench = Bench::new();
    bench.append(opens(14, NOON));
    a_day(&bench);
    let reader = Reader::open(&bench.path()).unwrap();
    let head = bench.ledger.head().unwrap();
    let first = reader.x_report(NOON + 9 * MINUTE).unwrap().unwrap();
    let again = bench
        .ledger
        .shift_report(NOON + 9 * MINUTE, None)
        .unwrap()
        .unwrap();
    assert_eq!(first, again);
    assert_eq!(bench.ledger.head().unwrap(), head);
    assert_eq!((first.head_seq, &first.head_hash), (head.seq, &head.hash_hex));
    let z = close(&bench, NOON + 10 * MINUTE);
    assert_eq!(
        (first.tally, first.placed, first.open),
        (z.tally, z.placed, z.open)
    );
    assert!(
        reader.x_report(NOON + 11 * MINUTE).unwrap().is_none(),
        "no shift is open"
    );
}

#[test]
fn a_z_is_read_again_from_its_event_whatever_came_after() {
    let bench = Bench::new();
    let z = a_shift(&bench);
    capture(&bench, 4, NOON + 20 * MINUTE, 10_000);
    bench.append(opens(15, NOON + 30 * MINUTE));
    let second = close(&bench, NOON + 40 * MINUTE);
    assert_eq!(second.tally.captured_in_full.captured_paise, 10_000);
    assert_eq!((second.placed.count, second.carried_in.count), (0, 2));
    bench.ledger.rebuild_projections().unwrap();
    let zs = Reader::open(&bench.path()).unwrap().zs(u32::MAX, 10).unwrap();
    let reports: Vec<&ShiftReport> = zs.iter().map(|stored| report_of(&stored.record)).collect();
    assert_eq!(reports, [&second, &z]);
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

fn report_of(record: &Record) -> &ShiftReport {
    match &record.fact {
        Fact::Shift(ShiftFact::Closed { report, .. }) => report,
        other => panic!("{other:?} is no Z"),
    }
}

#[test]
fn what_was_done_before_the_first_shift_belongs_to_it() {
    let bench = Bench::new();
    a_day(&bench);
    bench.append(opens(14, NOON + 7 * MINUTE));
    let z = close(&bench, NOON + 8 * MINUTE);
    assert_eq!((z.placed.count, z.carried_in.count), (5, 0));
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn an_end_that_phonepe_contradicts_after_its_z_is_taken_away_by_the_next_one() {
    let bench = Bench::new();
    a_shift(&bench);
    let what = "late".to_owned();
    bench.append(looks(
        1,
        NOON + 20 * MINUTE,
        false,
        Some(Event::Contradicted { what }),
    ));
    bench.append(opens(15, NOON + 30 * MINUTE));
    let second = close(&bench, NOON + 40 * MINUTE);
    assert_eq!(second.tally.captured_in_part.count, -1);
    assert_eq!(second.tally.captured_in_part.captured_paise, -45_000);
    assert_eq!(second.tally.open.count, 1);
    assert_eq!(second.corrected.len(), 1);
    assert_eq!(second.corrected[0].was, SaleState::Paid);
    assert_eq!(second.corrected[0].captured_paise, Paise::new(45_000));
    assert!(second.is_balanced());
}

#[test]
fn a_z_that_does_not_say_what_the_records_say_is_not_taken() {
    let bench = Bench::new();
    bench.append(opens(14, NOON));
    hold(&bench, 1, NOON, 60_000);
    bench.append(counts(NOON + MINUTE, 50_000));
    let closing = Closing {
        by: "Asha".to_owned(),
        reason: None,
    };
    let mut report = bench
        .ledger
        .shift_report(NOON + MINUTE, Some(closing))
        .unwrap()
        .unwrap();
    report.placed.held_paise += 1;
    let z = ShiftFact::Closed {
        number: 14,
        counted_paise: Paise::new(50_000),
        expected_paise: Paise::new(50_000),
        reason: None,
        report: Box::new(report),
    };
    assert_eq!(
        refused(bench.ledger.append(of_shift(NOON + MINUTE, z))),
        LedgerError::WrongZ(14)
    );
    let early = refused(bench.ledger.append(opens(15, NOON + MINUTE)));
    assert_eq!(early, LedgerError::Shift(ShiftRefusal::AlreadyOpen));
    assert_eq!(bench.ledger.is_poisoned(), Ok(false));
    bench.append(pays_out(NOON + 2 * MINUTE, 100));
}

/// Replaces text in one event and computes the whole chain anew, as somebody who knows how would.
fn rewritten(path: &std::path::Path, seq: i64, from: &str, to: &str) {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
    let bodies: Vec<(i64, Vec<u8>)> = conn
        .prepare("SELECT seq, body FROM event ORDER BY seq")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut hash = [0_u8; 32];
    for (at, body) in bodies {
        let body = if at == seq {
            let text = String::from_utf8(body).unwrap();
            assert!(text.contains(from), "{text}");
            text.replacen(from, to, 1).into_bytes()
        } else {
            body
        };
        hash = Sha256::new()
            .chain_update(b"holdfast-event-v1")
            .chain_update(hash)
            .chain_update((body.len() as u64).to_be_bytes())
            .chain_update(&body)
            .finalize()
            .into();
        conn.execute(
            "UPDATE event SET body = ?2, hash = ?3 WHERE seq = ?1",
            params![at, body, hash],
        )
        .unwrap();
    }
}

#[test]
fn an_altered_z_is_named_even_when_the_chain_was_computed_anew() {
    let bench = Bench::new();
    a_shift(&bench);
    let seq = bench.ledger.head().unwrap().seq;
    let (_folder, path) = bench.close();
    rewritten(
        &path,
        seq as i64,
        r#""captured_paise":120000"#,
        r#""captured_paise":110000"#,
    );
    let found = verify(&path, None).unwrap();
    assert_eq!(found.chain, Ok(()));
    let Err(Difference::Z { number, figure, .. }) = &found.projections else {
        panic!("{:?}", found.projections)
    };
    assert_eq!(
        (*number, figure.as_str()),
        (14, "tally.captured_in_full.captured_paise")
    );
    assert!(!found.holds());
    // The file still opens for reading, and its events are as they were put there.
    assert_eq!(Reader::open(&path).unwrap().zs(u32::MAX, 1).unwrap().len(), 1);
}
