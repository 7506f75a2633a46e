use super::*;
use domain::{EventKind, LOOKS_BEFORE_SLOW, Refusal, SaleState};

#[test]
fn a_sale_goes_from_its_intent_to_proof_and_its_row_follows() {
    let bench = Bench::new();
    let held = hold(&bench, 1, NOON, 60_000);
    assert_eq!(held.sale.state, SaleState::Held);
    assert_eq!(held.sale.deadline_at_ms, Some(NOON + 60 * MINUTE));
    assert_eq!(held.bill.lines.len(), 1);
    assert_eq!(
        (held.cashier.as_str(), held.counter.as_str(), held.shift),
        ("Asha", "Counter 2", 14)
    );
    let last = held.last_reply.unwrap();
    assert_eq!(
        (last.code.as_deref(), last.call, last.at_ms),
        (Some("SUCCESS"), Call::Authorize, NOON + 200)
    );
    assert_eq!(bench.ledger.live_rows().unwrap().len(), 1);
    let paid = capture(&bench, 1, NOON + MINUTE, 45_000);
    assert_eq!(paid.sale.state, SaleState::Paid);
    assert_eq!(
        (
            paid.captured_paise().get(),
            paid.released_paise().get(),
            paid.refunded_paise().get()
        ),
        (45_000, 15_000, 0)
    );
    assert_eq!(bench.ledger.live_rows().unwrap(), []);
    assert_eq!(bench.ledger.row(&our_ref(1)).unwrap(), Some(paid));
}

#[test]
fn a_timeline_is_the_sales_own_events_in_order() {
    let bench = Bench::new();
    a_day(&bench);
    let events = bench.ledger.events_of(&our_ref(1)).unwrap();
    let kinds: Vec<EventKind> = events
        .iter()
        .filter_map(|stored| stored.record.fact.event().map(Event::kind))
        .collect();
    assert_eq!(
        kinds,
        [
            EventKind::HoldAsked,
            EventKind::HoldAuthorized,
            EventKind::CaptureAsked,
            EventKind::CaptureAccepted,
            EventKind::PaymentProved
        ]
    );
    assert_eq!(events[0].seq, 2, "the first record is the till's own");
    assert!(events.iter().all(|stored| stored.hash_hex.len() == 64));
    assert_eq!(bench.ledger.events_of(&our_ref(9)).unwrap(), []);
}

#[test]
fn what_the_domain_refuses_is_not_written_and_harms_nothing() {
    let bench = Bench::new();
    hold(&bench, 1, NOON, 60_000);
    let before = bench.ledger.head().unwrap();
    let too_much = Event::CaptureAsked {
        amount_paise: Paise::new(60_001),
    };
    let fault = refused(bench.ledger.append(asks(1, NOON, Call::Capture, too_much, None)));
    assert_eq!(fault, LedgerError::Refused(Refusal::OverTheHold));
    let fault = refused(bench.ledger.append(asks_hold(1, NOON, 60_000)));
    assert!(matches!(
        fault,
        LedgerError::Refused(Refusal::NotAllowed {
            state: SaleState::Held,
            ..
        })
    ));
    let fault = refused(bench.ledger.append(looks(7, NOON, true, None)));
    assert_eq!(fault, LedgerError::NoSuchSale(our_ref(7)));
    assert_eq!(bench.ledger.head().unwrap(), before);
    assert!(!bench.ledger.is_poisoned().unwrap());
    assert_eq!(release(&bench, 1, NOON + MINUTE).sale.state, SaleState::Released);
}

#[test]
fn a_look_is_counted_before_what_it_found_moves_the_sale() {
    let bench = Bench::new();
    bench.append(asks_hold(1, NOON, 60_000));
    bench.append(replies(1, NOON + 20_000, Call::Authorize, Event::HoldUnanswered));
    let once = bench.row(looks(1, NOON + 22_000, true, None));
    assert_eq!(once.sale.chase.looks, 1);
    assert_eq!(once.sale.chase.absent_first_at_ms, Some(NOON + 22_000));
    assert_eq!(once.sale.chase.since_ms, NOON);
    let found = Event::FoundHeld {
        provider_ref: provider("P"),
    };
    let held = bench.row(looks(1, NOON + 25_000, false, Some(found)));
    assert_eq!(held.sale.state, SaleState::Held);
    assert_eq!(held.sale.chase.looks, 0, "the held sale's chase begins afresh");
}

#[test]
fn an_unknown_stands_in_the_managers_queue_when_the_fast_schedule_is_used_up() {
    let bench = Bench::new();
    bench.append(asks_hold(1, NOON, 60_000));
    bench.append(replies(1, NOON + 20_000, Call::Authorize, Event::HoldUnanswered));
    for look in 1..LOOKS_BEFORE_SLOW {
        let row = bench.row(looks(1, NOON + i64::from(look) * 30_000, true, None));
        assert!(!row.needs_person(NOON), "after look {look}");
    }
    let row = bench.row(looks(1, NOON + 60 * MINUTE, true, None));
    assert!(row.needs_person(NOON));
}

#[test]
fn a_hold_that_never_left_is_asked_again_under_its_own_id_with_what_is_asked_now() {
    let bench = Bench::new();
    bench.append(asks_hold(1, NOON, 60_000));
    let draft = bench.row(replies(1, NOON + 200, Call::Authorize, Event::HoldNotSent));
    assert_eq!(draft.sale.state, SaleState::Draft);
    assert_eq!(draft.held_paise(), Paise::ZERO);
    let again = asks(
        1,
        NOON + MINUTE,
        Call::Authorize,
        Event::HoldAsked,
        Some(opening(70_000, "9999")),
    );
    let row = bench.row(again);
    assert_eq!(row.sale.amount_paise, Paise::new(70_000));
    assert_eq!(row.customer.last_four, "9999");
    assert_eq!(row.created_at_ms, NOON);
    assert_eq!(row.sale.deadline_at_ms, Some(NOON + 61 * MINUTE));
    assert_eq!(row.seq, 1);
    let stored = crate::Reader::open(&bench.path())
        .unwrap()
        .row(&our_ref(1))
        .unwrap();
    assert_eq!(stored, Some(row));
    // The same press without a new opening keeps the particulars.
    bench.append(replies(1, NOON + 2 * MINUTE, Call::Authorize, Event::HoldNotSent));
    let kept = bench.row(asks(
        1,
        NOON + 3 * MINUTE,
        Call::Authorize,
        Event::HoldAsked,
        None,
    ));
    assert_eq!(kept.sale.amount_paise, Paise::new(70_000));
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn a_late_contradiction_brings_a_final_sale_back() {
    let bench = Bench::new();
    hold(&bench, 1, NOON, 60_000);
    release(&bench, 1, NOON + MINUTE);
    let late = Event::Contradicted {
        what: "captured".to_owned(),
    };
    let row = bench.row(looks(1, NOON + 2 * MINUTE, false, Some(late)));
    assert_eq!(row.sale.state, SaleState::NeedsPerson);
    assert_eq!(bench.ledger.live_rows().unwrap(), [row]);
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn after_a_failed_commit_nothing_new_is_asked_but_replies_are_still_tried() {
    let bench = Bench::new();
    hold(&bench, 1, NOON, 60_000);
    bench.append(asks(1, NOON, Call::Cancel, Event::CancelAsked, None));
    let head = bench.ledger.head().unwrap();
    // As full as a disk can be: not one page more.
    let limit = |pages: &'static str| {
        bench
            .ledger
            .ask(move |writer| {
                writer
                    .conn
                    .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
                    .unwrap();
            })
            .unwrap();
    };
    limit("1");
    let big = "x".repeat(20_000);
    let mut large = asks_hold(2, NOON, 60_000);
    large.by.cashier = big;
    assert_eq!(refused(bench.ledger.append(large)), LedgerError::DiskFull);
    assert!(bench.ledger.is_poisoned().unwrap());
    assert_eq!(bench.ledger.head().unwrap(), head);
    assert_eq!(bench.ledger.row(&our_ref(2)).unwrap(), None);
    limit("1000000");
    assert_eq!(
        refused(bench.ledger.append(asks_hold(3, NOON, 100))),
        LedgerError::Poisoned
    );
    // The release was asked before: what came back is written.
    let row = bench.row(replies(1, NOON + 200, Call::Cancel, Event::Cancelled));
    assert_eq!(row.sale.state, SaleState::Released);
    let (_folder, path) = bench.close();
    let again = Ledger::open(&path, "training").unwrap();
    assert!(!again.is_poisoned().unwrap());
    again.append(asks_hold(3, NOON, 100)).unwrap();
    assert!(crate::verify(&path, None).unwrap().projections.is_ok());
}

#[test]
fn a_caller_may_go_on_and_be_called_back() {
    let bench = Bench::new();
    let (told, wait) = std::sync::mpsc::channel();
    let keeps_it_alive = bench.ledger.clone();
    bench
        .ledger
        .append_then(started(), move |appended| {
            told.send(appended.map(|appended| appended.seq)).unwrap();
            drop(keeps_it_alive);
        })
        .unwrap();
    assert_eq!(wait.recv().unwrap(), Ok(1));
}

#[test]
fn many_hands_may_hold_the_ledger_and_every_event_gets_its_own_number() {
    let bench = Bench::new();
    let seqs: Vec<u64> = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..4)
            .map(|_| {
                let ledger = bench.ledger.clone();
                scope.spawn(move || {
                    let append = |_| ledger.append(started()).unwrap().seq;
                    (0..10).map(append).collect::<Vec<u64>>()
                })
            })
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap()).collect()
    });
    let mut sorted = seqs;
    sorted.sort_unstable();
    assert_eq!(sorted, (1..=40).collect::<Vec<u64>>());
    assert!(bench.ledger.verify_chain().unwrap().is_ok());
}

#[test]
fn what_was_delivered_is_kept_beside_what_was_held_and_moves_nothing() {
    let bench = Bench::new();
    let held = hold(&bench, 1, NOON, 60_000);
    let mut cart = domain::Cart::of(held.bill.clone());
    cart.discount(Some(domain::Discount::Percent(2_500))).unwrap();
    cart.note("two doors only").unwrap();
    let fact = domain::CartFact::Delivered {
        our_ref: our_ref(1),
        bill: cart.bill().clone(),
        total_paise: cart.total(),
    };
    let row = bench.row(record(NOON + MINUTE, Fact::Cart(fact)));
    assert_eq!(row.delivered.as_ref(), Some(cart.bill()));
    assert_eq!((&row.bill, &row.sale), (&held.bill, &held.sale));
    let paid = capture(&bench, 1, NOON + 2 * MINUTE, 45_000);
    assert_eq!(paid.delivered, row.delivered);
    assert_eq!(bench.ledger.row(&our_ref(1)).unwrap(), Some(paid));
    let (_dir, path) = bench.close();
    assert!(crate::verify(&path, None).unwrap().projections.is_ok());
}
