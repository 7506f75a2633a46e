//! The books against PhonePe over real HTTP: what somebody else did to a hold is found, explained and left to a person.

use contract::{Command, Period, ReconcileCommand, ReconcileState};
use domain::{DifferenceKind, SaleState};
use holdfast_tests::{Counter, RAVI};
use simulator::Call;
use till::Desk;

const MINUTE_MS: i64 = 60_000;

async fn begin(counter: &Counter) {
    counter.sleep_ms(10).await;
    let begin = ReconcileCommand::Begin { of: Period::Today };
    counter.act(Command::Reconcile(begin)).await.unwrap();
}

async fn ended(counter: &Counter) -> contract::ReconcileRunView {
    let is_over = |view: &contract::TillView| {
        let run = view.reconcile.run.as_ref();
        run.is_some_and(|run| run.state == ReconcileState::Ended)
    };
    let view = counter
        .time_until("the run is over", 10 * MINUTE_MS, is_over)
        .await;
    view.reconcile.run.clone().unwrap()
}

fn found(counter: &Counter) -> Vec<(DifferenceKind, String)> {
    let desk = Desk::open(&counter.ledger_path()).unwrap();
    let ask = contract::AskDifferences {
        open_only: true,
        before: None,
    };
    let rows = desk.differences(&ask).unwrap().rows;
    rows.into_iter()
        .map(|row| (row.kind, row.our_ref.unwrap_or_default()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_disagreement_is_found_with_its_kind_and_what_agrees_is_left_alone() {
    let counter = Counter::open().await;
    let paid = counter.hold("600", RAVI).await;
    counter.capture("450").await;
    counter.time_until_state(SaleState::Paid).await;
    let taken = counter.hold_again("700", RAVI).await;
    let gone = counter.hold_again("800", RAVI).await;
    let held = counter.hold_again("900", RAVI).await;
    counter.new_sale().await;
    counter.captured_elsewhere(&taken, 70_000).await;
    counter.released_elsewhere(&gone).await;
    begin(&counter).await;
    let run = ended(&counter).await;
    assert_eq!(
        (run.rows, run.done, run.agrees, run.differs),
        (4, 4, 2, 2),
        "{run:?}"
    );
    let expected = [
        (DifferenceKind::GoneThere, gone.to_string()),
        (DifferenceKind::CapturedThere, taken.to_string()),
    ];
    assert_eq!(found(&counter), expected);
    for (our_ref, state) in [
        (&paid, SaleState::Paid),
        (&held, SaleState::Held),
        (&gone, SaleState::Released),
        (&taken, SaleState::NeedsPerson),
    ] {
        counter.bring_and_see(our_ref, state).await;
    }
    // Closing says how it was settled, and nothing else happens.
    let note = "the other counter captured it by mistake".to_owned();
    let close = ReconcileCommand::CloseDifference { number: 1, note };
    let asked = counter.simulator.requests().len();
    counter.act(Command::Reconcile(close)).await.unwrap();
    assert_eq!(counter.view().reconcile.open_differences, 1);
    assert_eq!(counter.simulator.requests().len(), asked);
    assert_eq!(
        counter
            .simulator
            .request_count_for(Call::AuthCapture, paid.as_str()),
        1
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_after_a_power_cut_and_comes_to_its_end() {
    let mut counter = Counter::open().await;
    counter.hold("100", RAVI).await;
    for rupees in ["200", "300"] {
        counter.sleep_ms(1_000).await;
        counter.hold_again(rupees, RAVI).await;
    }
    counter.new_sale().await;
    begin(&counter).await;
    counter.restart().await;
    let run = ended(&counter).await;
    assert_eq!((run.run, run.done, run.agrees), (1, 3, 3), "{run:?}");
    assert_eq!(found(&counter), []);
    counter.audit().await;
}
