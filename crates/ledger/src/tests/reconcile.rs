//! Runs against PhonePe and the differences that they found.

use super::*;
use crate::{Reader, verify};
use domain::{
    Difference, DifferenceKind, ReconcileFact, ReconcileNote, ReconcileRefusal, RowOutcome, RunState, Side,
};
use std::collections::BTreeMap;

fn step(fact: ReconcileFact) -> Record {
    record(NOON + 30 * MINUTE, Fact::Reconcile(fact))
}

fn begun(run: u32, from_ms: i64, to_ms: i64) -> Record {
    let rows = 3;
    step(ReconcileFact::Begun {
        run,
        from_ms,
        to_ms,
        rows,
    })
}

fn held_there(n: u32) -> Difference {
    Difference {
        kind: DifferenceKind::StillHeldThere,
        our_ref: Some(our_ref(n)),
        refund_ref: None,
        named: None,
        ours: Some(Side::of("Released", Some(Paise::new(60_000)))),
        theirs: Some(Side::of("authState AUTHORIZED", None)),
        line: None,
    }
}

fn compared(run: u32, n: u32, differences: Vec<Difference>) -> Record {
    let outcome = if differences.is_empty() {
        RowOutcome::Agrees
    } else {
        RowOutcome::Differs
    };
    step(ReconcileFact::Compared {
        run,
        our_ref: our_ref(n),
        outcome,
        differences,
    })
}

fn closed(difference: u32, n: Option<u32>) -> Record {
    step(ReconcileFact::Closed {
        difference,
        our_ref: n.map(our_ref),
        note: ReconcileNote::parse("PhonePe was asked; ticket 12").unwrap(),
    })
}

fn imported(import: u32, differences: Vec<Difference>) -> Record {
    let mapping = [("our_ref".to_owned(), "Merchant Reference Id".to_owned())];
    step(ReconcileFact::Imported {
        import,
        name: "settlement.csv".to_owned(),
        sha256: "00".to_owned(),
        header: vec!["Merchant Reference Id".to_owned()],
        mapping: BTreeMap::from(mapping),
        from_ms: NOON,
        to_ms: NOON + MINUTE,
        rows: 4,
        agree: 3,
        differences,
    })
}

/// Three holds a minute apart; the middle one is released.
fn three() -> Bench {
    let bench = Bench::new();
    bench.append(started());
    for n in 1..=3_u32 {
        hold(&bench, n, NOON + i64::from(n) * MINUTE, 60_000);
    }
    release(&bench, 2, NOON + 10 * MINUTE);
    bench
}

fn next(bench: &Bench) -> Option<OurRef> {
    let run = bench.ledger.reconciling().unwrap().run.unwrap();
    let row = bench.ledger.next_to_reconcile(&run).unwrap()?;
    Some(row.sale.our_ref)
}

fn holds(bench: Bench) {
    bench.ledger.rebuild_projections().unwrap();
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
    let (_folder, path) = bench.close();
    assert!(verify(&path, None).unwrap().holds());
}

#[test]
fn a_run_goes_through_its_periods_sales_and_goes_on_where_it_was_after_a_power_cut() {
    let bench = three();
    let (from_ms, to_ms) = (NOON + 2 * MINUTE, NOON + 4 * MINUTE);
    assert_eq!(bench.ledger.opened_between(from_ms, to_ms).unwrap(), 2);
    bench.append(begun(1, from_ms, to_ms));
    assert_eq!(
        next(&bench),
        Some(our_ref(2)),
        "the first was opened before the period"
    );
    bench.append(compared(1, 2, Vec::new()));
    let (_folder, path) = bench.pulled_plug();
    let after = Ledger::open(&path, "training").unwrap();
    let run = after.reconciling().unwrap().run.unwrap();
    assert_eq!((run.counts.agrees, run.state), (1, RunState::Running));
    let row = after.next_to_reconcile(&run).unwrap().unwrap();
    assert_eq!(row.sale.our_ref, our_ref(3));
    bench.append(compared(1, 3, Vec::new()));
    assert_eq!(next(&bench), None);
    bench.append(step(ReconcileFact::Ended { run: 1 }));
    holds(bench);
}

#[test]
fn sales_of_the_same_moment_are_each_asked_about_once() {
    let bench = Bench::new();
    bench.append(started());
    for n in 1..=3 {
        hold(&bench, n, NOON, 60_000);
    }
    bench.append(begun(1, NOON, NOON + MINUTE * 20));
    let mut seen = Vec::new();
    while let Some(our_ref) = next(&bench) {
        let n = u32::try_from(seen.len()).unwrap() + 1;
        seen.push(our_ref);
        bench.append(compared(1, n, Vec::new()));
    }
    assert_eq!(seen, [our_ref(1), our_ref(2), our_ref(3)]);
}

#[test]
fn a_difference_is_listed_once_until_it_is_closed_and_stands_in_its_sales_story() {
    let bench = three();
    bench.append(begun(1, NOON, NOON + 20 * MINUTE));
    bench.append(compared(1, 1, Vec::new()));
    let before = bench.ledger.row(&our_ref(2)).unwrap().unwrap();
    bench.append(compared(1, 2, vec![held_there(2)]));
    let after = bench.ledger.row(&our_ref(2)).unwrap().unwrap();
    assert_eq!(after.sale, before.sale, "nothing is adjusted by finding it");
    bench.append(compared(1, 3, Vec::new()));
    bench.append(step(ReconcileFact::Ended { run: 1 }));
    bench.append(begun(2, NOON, NOON + 20 * MINUTE));
    bench.append(compared(2, 2, vec![held_there(2)]));
    assert_eq!(bench.ledger.reconciling().unwrap().open_differences, 1);

    bench.append(closed(1, Some(2)));
    let found = bench.ledger.difference(1).unwrap().unwrap();
    let closing = found.closed.unwrap();
    assert_eq!(
        (closing.by.as_str(), closing.note.as_str()),
        ("Asha", "PhonePe was asked; ticket 12")
    );
    let twice = refused(bench.ledger.append(closed(1, Some(2))));
    assert_eq!(twice, LedgerError::Reconcile(ReconcileRefusal::NoSuchDifference));
    let story = bench.ledger.events_of(&our_ref(2)).unwrap();
    let of_reconciling = |stored: &&crate::StoredRecord| matches!(stored.record.fact, Fact::Reconcile(_));
    assert_eq!(story.iter().filter(of_reconciling).count(), 3);

    bench.append(compared(2, 2, vec![held_there(2)]));
    let reader = Reader::open(&bench.path()).unwrap();
    let open = reader.differences(true, u32::MAX, 10).unwrap();
    assert_eq!(
        open.iter()
            .map(|found| (found.number, found.run))
            .collect::<Vec<_>>(),
        [(2, Some(2))]
    );
    assert_eq!(reader.differences(false, u32::MAX, 10).unwrap().len(), 2);
    holds(bench);
}

#[test]
fn what_does_not_follow_is_refused_and_nothing_is_written() {
    let bench = three();
    let events = bench.ledger.event_count().unwrap();
    for (fact, why) in [
        (begun(2, 0, 1), ReconcileRefusal::WrongNumber),
        (compared(1, 1, Vec::new()), ReconcileRefusal::NoSuchRun),
        (closed(1, None), ReconcileRefusal::NoSuchDifference),
        (imported(2, Vec::new()), ReconcileRefusal::WrongNumber),
    ] {
        assert_eq!(refused(bench.ledger.append(fact)), LedgerError::Reconcile(why));
    }
    assert_eq!(bench.ledger.event_count().unwrap(), events);
}

#[test]
fn a_settlement_file_is_one_record_with_all_that_it_found() {
    let bench = three();
    let unknown = Difference {
        kind: DifferenceKind::InFileNotInBooks,
        our_ref: None,
        named: Some(domain::ProviderText::received("=cmd|' /C calc'!A0")),
        ours: None,
        line: Some(3),
        ..held_there(1)
    };
    bench.append(imported(1, vec![held_there(2), unknown.clone()]));
    let reader = Reader::open(&bench.path()).unwrap();
    let found = reader.differences(true, u32::MAX, 10).unwrap();
    assert_eq!(found[0].difference, unknown);
    assert_eq!(found[0].import, Some(1));
    let imports = reader.imports(5).unwrap();
    assert_eq!((imports[0].rows, imports[0].agree, imports[0].differ), (4, 3, 2));
    assert_eq!(imports[0].mapping["our_ref"], "Merchant Reference Id");
    bench.append(closed(2, None));
    holds(bench);
}
