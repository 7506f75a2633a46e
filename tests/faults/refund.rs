//! The refund's scene: ₹200.00 of a payment of ₹450.00 go back.

use crate::faults::mode::Mode;
use crate::faults::scene;
use contract::{ButtonKind, Command, RefundCommand, RefundView};
use domain::{OurRef, RefundEventKind, RefundState, SaleState};
use holdfast_tests::{Counter, RAVI};
use ledger::RefundRow;
use simulator::RefundRule;

/// The sale is paid; the manager is about to refund.
pub async fn before(counter: &Counter) {
    counter.link(RAVI).await;
    counter.press(ButtonKind::Pay).await;
    counter.capture("450").await;
    counter.time_until_state(SaleState::Paid).await;
}

pub async fn play(counter: &Counter) {
    counter.refund(&paid_ref(counter), "200").await;
}

/// Where the refund stands by the ledger, and what its row in the timeline says.
pub fn seen(counter: &Counter) -> (String, String) {
    let told = told(counter);
    let mut words = vec![scene::name_of(&told.word)];
    words.extend(told.why.map(|why| scene::name_of(&why)));
    words.extend(told.needs_person.then(|| "a person".to_owned()));
    (stands(counter), words.join(", "))
}

pub fn stands(counter: &Counter) -> String {
    let row = last(counter);
    let state = row.refund.state;
    assert_eq!(
        told(counter).state,
        state,
        "the timeline says what the ledger says"
    );
    let person = if row.refund.needs_person() && state != RefundState::NeedsPerson {
        ", a person"
    } else {
        ""
    };
    format!("{}{person}", state.name())
}

/// Whoever refunds waits until PhonePe has said how it ended, looks once more where its word was a no that may be none,
/// and refunds again what certainly did not go back.
pub async fn mend(counter: &Counter, mode: Mode) {
    rests(counter).await;
    if mode == Mode::NoThenYes {
        look(counter).await;
    }
    // What PhonePe contradicted waits for a person, who looks once it has had its 90 seconds.
    if last(counter).refund.last_event == Some(RefundEventKind::Contradicted) {
        counter.sleep_ms(90_000).await;
        look(counter).await;
    }
    let state = last(counter).refund.state;
    if matches!(state, RefundState::Failed | RefundState::Absent) {
        counter.simulator.clear_faults();
        counter.simulator.set_refund_rule(RefundRule::default());
        play(counter).await;
        rests(counter).await;
    }
}

async fn look(counter: &Counter) {
    counter.sleep_ms(2_000).await;
    let look = RefundCommand::LookNow {
        our_ref: paid_ref(counter),
        refund_ref: last(counter).refund.refund_ref,
    };
    counter.does(Command::Refund(look)).await;
    rests(counter).await;
}

async fn rests(counter: &Counter) {
    let at_rest = |_: &contract::TillView| {
        let refund = last(counter).refund;
        let slow = refund.chase.is_slow();
        let is_a_persons = refund.last_event == Some(RefundEventKind::Contradicted);
        refund.state.is_final() || slow || is_a_persons
    };
    counter.time_until("the refund rests", 60 * 60_000, at_rest).await;
}

fn paid_ref(counter: &Counter) -> OurRef {
    counter.rows()[0].sale.our_ref.clone()
}

fn last(counter: &Counter) -> RefundRow {
    let mut rows = counter.rows();
    rows.remove(0).refunds.pop().expect("a refund was asked for")
}

fn told(counter: &Counter) -> RefundView {
    let desk = till::Desk::open(&counter.ledger_path()).unwrap();
    let timeline = desk.timeline(&paid_ref(counter), counter.view().now_ms).unwrap();
    timeline.refunds.refunds.last().unwrap().clone()
}
