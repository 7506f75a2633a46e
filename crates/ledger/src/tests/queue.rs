use super::*;
use crate::{Difference, verify};
use domain::{
    CannotWhy, Choice, Queue, QueueFact, QueueRefusal, QueueRow, Queued, QueuedWhat, RowStep, SaleState,
};
use proptest::prelude::*;

fn capture_of(paise: i64) -> QueuedWhat {
    QueuedWhat::Capture {
        amount_paise: Paise::new(paise),
    }
}

fn step_of(fact: QueueFact) -> Record {
    record(NOON + 5 * MINUTE, Fact::Queue(fact))
}

fn queued(run: u32, of: &[u32], what: QueuedWhat) -> Record {
    let items = of.iter().map(|n| Queued {
        our_ref: our_ref(*n),
        what,
    });
    step_of(QueueFact::Queued {
        run,
        items: items.collect(),
    })
}

fn chosen(n: u32, choice: Option<QueuedWhat>) -> Record {
    let choice = choice.map(|what| Choice {
        what,
        not_before_ms: NOON + 57 * MINUTE,
        by: Some("Asha".to_owned()),
    });
    step_of(QueueFact::Chosen {
        our_ref: our_ref(n),
        choice,
    })
}

fn asks_capture(n: u32, paise: i64) -> Record {
    let amount_paise = Paise::new(paise);
    asks(
        n,
        NOON + 6 * MINUTE,
        Call::Capture,
        Event::CaptureAsked { amount_paise },
        None,
    )
}

/// Two holds of ₹600.00 that wait to be captured in full.
fn two_wait() -> Bench {
    let bench = Bench::new();
    bench.append(started());
    hold(&bench, 1, NOON, 60_000);
    hold(&bench, 2, NOON, 60_000);
    bench.append(queued(1, &[1, 2], capture_of(60_000)));
    bench
}

fn steps(bench: &Bench) -> Vec<RowStep> {
    let queue = bench.ledger.queue().unwrap();
    queue.rows.iter().map(|row| row.step).collect()
}

#[test]
fn a_row_leaves_the_queue_with_its_intent_and_a_power_cut_keeps_both_or_neither() {
    let bench = two_wait();
    let (_before, unasked) = bench.pulled_plug();
    bench.append(asks_capture(1, 60_000));
    let (_after, asked) = bench.pulled_plug();
    drop(bench);
    let found = |path: &std::path::Path| {
        let ledger = Ledger::open(path, "training").unwrap();
        let state = ledger.row(&our_ref(1)).unwrap().unwrap().sale.state;
        assert_eq!(ledger.projections_match().unwrap(), Ok(()));
        (state, ledger.queue().unwrap().rows[0].step)
    };
    assert_eq!(found(&unasked), (SaleState::Held, RowStep::Waiting));
    assert_eq!(found(&asked), (SaleState::CaptureAsked, RowStep::Asked));
}

#[test]
fn the_queue_and_the_choices_are_derived_anew_from_the_records() {
    let bench = two_wait();
    bench.append(chosen(2, Some(QueuedWhat::Release)));
    bench.append(asks_capture(1, 60_000));
    bench.append(step_of(QueueFact::Skipped {
        run: Some(1),
        our_ref: our_ref(2),
        why: CannotWhy::PastDeadline,
    }));
    let before = bench.ledger.queue().unwrap();
    let why = CannotWhy::PastDeadline;
    assert_eq!(steps(&bench), [RowStep::Asked, RowStep::Skipped { why }]);
    assert_eq!(before.choices.len(), 1);
    bench.ledger.rebuild_projections().unwrap();
    assert_eq!(bench.ledger.queue().unwrap(), before);
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn a_row_of_the_queue_that_somebody_has_changed_is_named() {
    let bench = two_wait();
    let (_folder, path) = bench.close();
    let conn = rusqlite::Connection::open(&path).unwrap();
    let larger =
        r#"UPDATE queue SET what = '{"ask":"capture","amount_paise":90000}' WHERE our_ref LIKE '%2'"#;
    conn.execute(larger, []).unwrap();
    drop(conn);
    let found = verify(&path, None).unwrap();
    assert!(
        matches!(&found.projections, Err(Difference::Column { table, column, .. })
            if table == "queue" && column == "what"),
        "{:?}",
        found.projections
    );
}

#[test]
fn what_the_queue_cannot_follow_is_refused_and_nothing_is_written() {
    let bench = two_wait();
    let head = bench.ledger.head().unwrap();
    for (record, refusal) in [
        (queued(2, &[2], QueuedWhat::Release), QueueRefusal::InQueue),
        (queued(3, &[3], QueuedWhat::Release), QueueRefusal::WrongNumber),
        (step_of(QueueFact::Closed { run: 1 }), QueueRefusal::StillWaiting),
        (step_of(QueueFact::Stopped { run: 2 }), QueueRefusal::NoSuchRun),
    ] {
        let refused = bench.ledger.append(record).unwrap_err();
        assert_eq!(refused, LedgerError::Queue(refusal));
    }
    let unknown = bench.ledger.append(chosen(9, Some(QueuedWhat::Release)));
    assert_eq!(unknown.unwrap_err(), LedgerError::NoSuchSale(our_ref(9)));
    assert_eq!(bench.ledger.head().unwrap(), head);
    assert!(!bench.ledger.is_poisoned().unwrap());
}

#[test]
fn a_choice_stands_in_its_sales_story_and_leaves_the_sale_as_it_is() {
    let bench = two_wait();
    let before = bench.ledger.row(&our_ref(1)).unwrap().unwrap();
    let after = bench.row(chosen(1, Some(capture_of(45_000))));
    assert_eq!(after, before);
    let story = bench.ledger.events_of(&our_ref(1)).unwrap();
    assert!(matches!(
        &story.last().unwrap().record.fact,
        Fact::Queue(QueueFact::Chosen { .. })
    ));
}

#[test]
fn a_sale_at_its_end_has_no_choice_for_its_deadline() {
    let bench = two_wait();
    bench.append(chosen(1, Some(QueuedWhat::Release)));
    capture(&bench, 1, NOON + 6 * MINUTE, 45_000);
    let queue = bench.ledger.queue().unwrap();
    assert!(queue.choices.is_empty());
    let why = CannotWhy::AskedOtherwise;
    assert_eq!(queue.rows[0].step, RowStep::Skipped { why });
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

/// One act of the queue on one of five holds.
fn act(queue: &Queue, act: u32, n: u32) -> Record {
    let waiting = queue.rows.iter().find(|row| row.is_waiting());
    match (act, waiting) {
        (0 | 1, _) => queued(queue.last_run + 1, &[n, n % 5 + 1], QueuedWhat::Release),
        (2, _) => chosen(n, Some(QueuedWhat::Release)),
        (3, _) => chosen(n, None),
        (4, Some(QueueRow { run, our_ref, .. })) => step_of(QueueFact::Skipped {
            run: Some(*run),
            our_ref: our_ref.clone(),
            why: CannotWhy::BeingSent,
        }),
        (4, None) => step_of(QueueFact::Skipped {
            run: None,
            our_ref: our_ref(n),
            why: CannotWhy::BeingSent,
        }),
        (5, _) => step_of(QueueFact::Stopped { run: queue.last_run }),
        (6, _) => step_of(QueueFact::Closed { run: queue.last_run }),
        (7, _) => asks_capture(n, 10_000),
        (_, _) => asks(n, NOON + 6 * MINUTE, Call::Cancel, Event::CancelAsked, None),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn memory_that_follows_the_records_knows_the_queue_that_the_ledger_keeps(
        acts in prop::collection::vec((0..10_u32, 1..6_u32), 1..40)
    ) {
        let bench = Bench::new();
        for n in 1..6 {
            hold(&bench, n, NOON, 60_000);
        }
        let mut memory = Queue::default();
        for (kind, n) in acts {
            let record = act(&memory, kind, n);
            let may = match &record.fact {
                Fact::Queue(fact) => memory.check(fact).is_ok(),
                _ => true,
            };
            let taken = bench.ledger.append(record.clone());
            if taken.is_ok() {
                memory.follow(&record);
            }
            // An intent may be refused by the sale; a step of the queue is by the queue alone.
            let is_step = matches!(record.fact, Fact::Queue(_));
            prop_assert!(!is_step || taken.is_ok() == may, "{taken:?}");
            prop_assert_eq!(&bench.ledger.queue().unwrap(), &memory);
        }
        prop_assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
        bench.ledger.rebuild_projections().unwrap();
        prop_assert_eq!(bench.ledger.queue().unwrap(), memory);
    }
}
