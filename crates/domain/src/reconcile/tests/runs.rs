//! The run itself.

use super::*;
use crate::{Actor, Fact, Moment, Record};

fn record(fact: ReconcileFact) -> Record {
    Record {
        at: Moment {
            wall_ms: NOW_MS,
            mono_ms: 1,
            boot: "b".to_owned(),
        },
        by: Actor {
            cashier: "Meera".to_owned(),
            counter: "2".to_owned(),
            shift: 14,
        },
        fact: Fact::Reconcile(fact),
    }
}

fn begun(run: u32) -> ReconcileFact {
    ReconcileFact::Begun {
        run,
        from_ms: 0,
        to_ms: NOW_MS,
        rows: 2,
    }
}

fn compared(run: u32, outcome: RowOutcome) -> ReconcileFact {
    ReconcileFact::Compared {
        run,
        our_ref: our_ref(),
        outcome,
        differences: Vec::new(),
    }
}

#[test]
fn one_run_at_a_time_numbered_one_after_another() {
    assert_eq!(
        ReconcileRun::check(None, &begun(2)),
        Err(ReconcileRefusal::WrongNumber)
    );
    ReconcileRun::check(None, &begun(1)).unwrap();
    let mut run = ReconcileRun::begun(&record(begun(1))).unwrap();
    assert_eq!(
        ReconcileRun::check(Some(&run), &begun(2)),
        Err(ReconcileRefusal::UnderWay)
    );
    assert_eq!(
        ReconcileRun::check(Some(&run), &compared(2, RowOutcome::Agrees)),
        Err(ReconcileRefusal::NoSuchRun)
    );
    run.follow(&ReconcileFact::Ended { run: 1 }, NOW_MS);
    ReconcileRun::check(Some(&run), &begun(2)).unwrap();
    let resumed = ReconcileRun::check(Some(&run), &ReconcileFact::Resumed { run: 1 });
    assert_eq!(
        resumed,
        Err(ReconcileRefusal::NoSuchRun),
        "what has ended is not taken up again"
    );
}

#[test]
fn a_run_counts_how_its_sales_came_out_and_can_be_taken_up_after_a_stop() {
    let mut run = ReconcileRun::begun(&record(begun(1))).unwrap();
    run.follow(&compared(1, RowOutcome::Agrees), NOW_MS);
    run.follow(&ReconcileFact::Stopped { run: 1 }, NOW_MS);
    assert_eq!((run.state, run.left_at_ms), (RunState::Stopped, Some(NOW_MS)));
    ReconcileRun::check(Some(&run), &ReconcileFact::Resumed { run: 1 }).unwrap();
    run.follow(&ReconcileFact::Resumed { run: 1 }, NOW_MS);
    run.follow(&compared(1, RowOutcome::Differs), NOW_MS);
    assert_eq!(
        (run.counts.agrees, run.counts.differs, run.counts.done()),
        (1, 1, 2)
    );
    assert!(run.is_running());
}

#[test]
fn what_the_ledger_keeps_of_a_run_comes_back_as_it_was() {
    for fact in [
        begun(1),
        compared(1, RowOutcome::LeftToAPerson),
        ReconcileFact::Closed {
            difference: 3,
            our_ref: None,
            note: ReconcileNote::parse("asked PhonePe").unwrap(),
        },
    ] {
        let record = record(fact);
        let json = serde_json::to_value(&record).unwrap();
        assert_eq!(json["fact"], "reconcile");
        assert_eq!(serde_json::from_value::<Record>(json).unwrap(), record);
    }
    let json = serde_json::to_value(record(begun(7))).unwrap();
    assert_eq!(
        (json["reconcile"].as_str(), json["run"].as_u64()),
        (Some("begun"), Some(7))
    );
}
