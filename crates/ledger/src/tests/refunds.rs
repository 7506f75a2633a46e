use super::shifts::{close, opens};
use super::*;
use crate::verify;
use domain::{
    RefundEvent, RefundFact, RefundReason, RefundRef, RefundRefusal, RefundState, Refusal, ShiftReport,
};

fn refund_ref(n: u32) -> RefundRef {
    format!("R01ARZ3NDEKTSV4RRFFQ{n:07}").parse().unwrap()
}

fn asks_refund(n: u32, of: u32, at_ms: i64, paise: i64) -> Record {
    let fact = RefundFact::Asked {
        our_ref: our_ref(of),
        refund_ref: refund_ref(n),
        amount_paise: Paise::new(paise),
        reason: RefundReason::parse("too much").unwrap(),
        request_sha256: "ef56".to_owned(),
    };
    record(at_ms, Fact::Refund(fact))
}

fn replied(n: u32, of: u32, at_ms: i64, event: RefundEvent) -> Record {
    let fact = RefundFact::Replied {
        our_ref: our_ref(of),
        refund_ref: refund_ref(n),
        event,
        reply: said("PAYMENT_PENDING"),
    };
    record(at_ms, Fact::Refund(fact))
}

fn looked(n: u32, of: u32, at_ms: i64, moved: Option<RefundEvent>) -> Record {
    let fact = RefundFact::Looked {
        our_ref: our_ref(of),
        refund_ref: refund_ref(n),
        reply: said("PAYMENT_SUCCESS"),
        absent: false,
        by_hand: false,
        counts: true,
        moved,
    };
    record(at_ms, Fact::Refund(fact))
}

fn accepted() -> RefundEvent {
    RefundEvent::Accepted {
        provider_ref: provider("P-refund"),
    }
}

fn proved(paise: i64) -> RefundEvent {
    RefundEvent::Proved {
        amount_paise: Paise::new(paise),
        provider_ref: None,
    }
}

/// A sale of which ₹450.00 were paid.
fn a_paid_sale(bench: &Bench) {
    bench.append(started());
    hold(bench, 1, NOON, 60_000);
    capture(bench, 1, NOON + MINUTE, 45_000);
}

fn refund(bench: &Bench, n: u32, at_ms: i64, paise: i64) -> HoldRow {
    bench.append(asks_refund(n, 1, at_ms, paise));
    bench.append(replied(n, 1, at_ms + 100, accepted()));
    bench.row(looked(n, 1, at_ms + 22_000, Some(proved(paise))))
}

#[test]
fn only_what_is_proved_is_called_refunded_and_the_sale_stays_as_it_is() {
    let bench = Bench::new();
    a_paid_sale(&bench);
    let paid = bench.ledger.row(&our_ref(1)).unwrap().unwrap();
    let asked = bench.row(asks_refund(1, 1, NOON + 5 * MINUTE, 20_000));
    assert_eq!(asked.refunded_paise(), Paise::ZERO);
    let pending = bench.row(replied(1, 1, NOON + 5 * MINUTE + 100, accepted()));
    assert_eq!(pending.refunded_paise(), Paise::ZERO);
    let done = bench.row(looked(1, 1, NOON + 6 * MINUTE, Some(proved(20_000))));
    assert_eq!(done.refunded_paise(), Paise::new(20_000));
    assert_eq!(
        (&done.sale, &done.last_reply, done.updated_at_ms),
        (&paid.sale, &paid.last_reply, paid.updated_at_ms)
    );
    let refund = &done.refunds[0];
    assert_eq!(refund.refund.state, RefundState::Refunded);
    assert_eq!((refund.cashier.as_str(), refund.shift), ("Asha", 14));
    assert_eq!(refund.last_reply.as_ref().unwrap().call, Call::TransactionStatus);
    assert_eq!(bench.ledger.row(&our_ref(1)).unwrap(), Some(done));
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn a_refund_counts_in_the_shift_that_proved_it_and_in_no_other() {
    let bench = Bench::new();
    bench.append(opens(14, NOON));
    hold(&bench, 1, NOON, 60_000);
    capture(&bench, 1, NOON + MINUTE, 45_000);
    bench.append(asks_refund(1, 1, NOON + 2 * MINUTE, 20_000));
    let refunded = |z: &ShiftReport| (z.tally.refunded_count, z.tally.refunded_paise);
    let first = close(&bench, NOON + 3 * MINUTE);
    assert_eq!(refunded(&first), (0, 0), "asked for, and not proved");
    bench.append(opens(15, NOON + 4 * MINUTE));
    bench.append(replied(1, 1, NOON + 4 * MINUTE, accepted()));
    bench.append(looked(1, 1, NOON + 5 * MINUTE, Some(proved(20_000))));
    let second = close(&bench, NOON + 6 * MINUTE);
    assert_eq!(refunded(&second), (1, 20_000));
    assert!(second.is_balanced());
    assert!(verify(&bench.path(), None).unwrap().holds());
}

#[test]
fn the_ledger_refuses_a_second_refund_under_way_and_more_than_was_captured() {
    let bench = Bench::new();
    a_paid_sale(&bench);
    hold(&bench, 2, NOON + 2 * MINUTE, 10_000);
    let refusal_of = |record| match refused(bench.ledger.append(record)) {
        LedgerError::Refused(Refusal::Refund(refusal)) => refusal,
        other => panic!("{other}"),
    };
    assert_eq!(refusal_of(asks_refund(1, 2, NOON, 1)), RefundRefusal::SaleNotPaid);
    assert_eq!(
        refusal_of(asks_refund(1, 1, NOON, 45_001)),
        RefundRefusal::OverTheRest
    );
    assert_eq!(
        refusal_of(replied(1, 1, NOON, accepted())),
        RefundRefusal::NoSuchRefund
    );
    bench.append(asks_refund(1, 1, NOON, 45_000));
    assert_eq!(refusal_of(asks_refund(2, 1, NOON, 1)), RefundRefusal::OneUnderWay);
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
    assert!(
        !bench.ledger.is_poisoned().unwrap(),
        "a refusal is no fault of the ledger"
    );
}

#[test]
fn a_paid_sale_with_a_refund_under_way_is_read_at_the_start_and_one_whose_refund_ended_is_not() {
    let bench = Bench::new();
    a_paid_sale(&bench);
    assert_eq!(bench.ledger.live_rows().unwrap(), []);
    bench.append(asks_refund(1, 1, NOON + 5 * MINUTE, 20_000));
    let (folder, path) = bench.close();
    let ledger = Ledger::open(&path, "training").unwrap();
    let live = ledger.live_rows().unwrap();
    assert_eq!(live.len(), 1);
    assert_eq!(live[0].refunds[0].refund.state, RefundState::Asked);
    ledger
        .append(replied(1, 1, NOON + 6 * MINUTE, RefundEvent::NotSent))
        .unwrap();
    assert_eq!(ledger.live_rows().unwrap(), []);
    drop((ledger, folder));
}

#[test]
fn a_refund_that_contradicts_itself_brings_its_sale_before_a_person() {
    let bench = Bench::new();
    a_paid_sale(&bench);
    refund(&bench, 1, NOON + 5 * MINUTE, 20_000);
    let reader = crate::Reader::open(&bench.path()).unwrap();
    let persons = || reader.page(&view(Tab::NeedsPerson, ""), None, 10).unwrap().rows;
    assert_eq!(persons(), []);
    let what = "PhonePe now says that this refund failed".to_owned();
    let row = bench.row(looked(
        1,
        1,
        NOON + 7 * MINUTE,
        Some(RefundEvent::Contradicted { what }),
    ));
    assert_eq!(row.refunded_paise(), Paise::ZERO, "no longer proved");
    assert_eq!(persons(), [row]);
    let settled = bench.row(looked(1, 1, NOON + 8 * MINUTE, Some(proved(20_000))));
    assert_eq!(settled.refunded_paise(), Paise::new(20_000));
    assert_eq!(persons(), []);
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn refunds_are_made_again_from_the_events_and_a_changed_one_is_noticed() {
    let bench = Bench::new();
    a_paid_sale(&bench);
    refund(&bench, 1, NOON + 5 * MINUTE, 20_000);
    refund(&bench, 2, NOON + 9 * MINUTE, 25_000);
    let before = bench.ledger.row(&our_ref(1)).unwrap();
    bench.ledger.rebuild_projections().unwrap();
    assert_eq!(bench.ledger.row(&our_ref(1)).unwrap(), before);
    assert_eq!(before.unwrap().refunded_paise(), Paise::new(45_000));
    let (folder, path) = bench.close();
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute(
        "UPDATE refund SET refunded_paise = 0 WHERE seq = (SELECT max(seq) FROM refund)",
        [],
    )
    .unwrap();
    drop(conn);
    let found = crate::verify(&path, None).unwrap();
    assert!(
        matches!(&found.projections, Err(crate::Difference::Column { table, column, .. })
            if table == "refund" && column == "refunded_paise"),
        "{:?}",
        found.projections
    );
    drop(folder);
}

#[test]
fn the_sales_story_has_its_refunds_in_it() {
    let bench = Bench::new();
    a_paid_sale(&bench);
    let before = bench.ledger.events_of(&our_ref(1)).unwrap().len();
    refund(&bench, 1, NOON + 5 * MINUTE, 20_000);
    let story = bench.ledger.events_of(&our_ref(1)).unwrap();
    assert_eq!(story.len(), before + 3);
    assert!(
        story[before..]
            .iter()
            .all(|stored| matches!(stored.record.fact, Fact::Refund(_)))
    );
}
