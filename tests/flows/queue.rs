//! Captures and releases of many holds over real HTTP, with lost replies and power cuts in the middle; and what is done
//! at a deadline.

use contract::{AtDeadline, QueueKind, RunOutcome, RunView, WhyCode};
use domain::{OurRef, SaleState};
use holdfast_tests::{Counter, RAVI};
use simulator::{Call, Fault};

const MINUTE_MS: i64 = 60_000;
const NEVER_MS: u64 = 10_000_000_000;

/// Holds of ₹100.00, ₹200.00, …, each with a later deadline than the one before.
async fn holds(counter: &Counter, count: usize) -> Vec<OurRef> {
    let mut refs = vec![counter.hold("100", RAVI).await];
    for nth in 1..count {
        counter.sleep_ms(1_000).await;
        refs.push(counter.hold_again(&((nth + 1) * 100).to_string(), RAVI).await);
    }
    counter.new_sale().await;
    refs
}

fn run(counter: &Counter) -> RunView {
    counter.view().queue.runs[0].clone()
}

fn outcomes(counter: &Counter) -> Vec<RunOutcome> {
    run(counter).rows.iter().map(|row| row.outcome).collect()
}

/// Each hold was captured at PhonePe by exactly one request.
fn each_was_captured_once(counter: &Counter, refs: &[OurRef]) {
    for our_ref in refs {
        let asked = counter
            .simulator
            .request_count_for(Call::AuthCapture, our_ref.as_str());
        assert_eq!(asked, 1, "{our_ref}");
        let held = counter.simulator.hold(our_ref.as_str()).unwrap();
        assert_eq!(held.captured_paise, Some(held.authorized_paise), "{our_ref}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_with_a_lost_reply_in_the_middle_captures_each_hold_once() {
    let counter = Counter::open().await;
    let refs = holds(&counter, 6).await;
    counter
        .simulator
        .add_fault(Call::AuthCapture, Fault::LostAfterEffect, 1);
    counter.begin_run(QueueKind::Capture, &refs).await;
    let told = outcomes(&counter);
    let unsure = told
        .iter()
        .filter(|outcome| **outcome == RunOutcome::NotSureYet)
        .count();
    assert_eq!(unsure, 1, "{told:?}");
    assert_eq!(run(&counter).done, 6, "the rest did not wait for it");
    let is_paid = |view: &contract::TillView| {
        let rows = &view.queue.runs[0].rows;
        rows.iter().all(|row| row.outcome == RunOutcome::Paid)
    };
    counter.time_until("all are paid", 10 * MINUTE_MS, is_paid).await;
    let told = run(&counter);
    assert_eq!(
        (told.done_text.as_str(), told.amount_text.as_str()),
        ("₹2,100.00", "₹2,100.00")
    );
    each_was_captured_once(&counter, &refs);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_finished_after_a_power_cut_and_nothing_of_it_is_asked_twice() {
    let mut counter = Counter::open().await;
    let refs = holds(&counter, 6).await;
    // The first four requests are obeyed; nobody hears of it before the power goes.
    counter
        .simulator
        .add_fault(Call::AuthCapture, Fault::Delay { ms: NEVER_MS }, 4);
    let panel = counter.review_queue(QueueKind::Capture, &refs).await;
    let action_id = panel.action_id.unwrap();
    let confirm = contract::Command::Queue(contract::QueueCommand::Confirm { action_id });
    counter.send(confirm).await.unwrap();
    let four_are_obeyed = |phonepe: &simulator::Steering| {
        let holds = phonepe.holds();
        holds.iter().filter(|hold| hold.captured_paise.is_some()).count() == 4
    };
    counter.simulator.wait_until(four_are_obeyed).await;
    counter.cut_power();
    counter.start();
    counter.settle().await;
    let is_over = |view: &contract::TillView| view.queue.runs[0].is_over;
    counter
        .time_until("the run is over", 10 * MINUTE_MS, is_over)
        .await;
    let is_paid = |view: &contract::TillView| {
        let rows = &view.queue.runs[0].rows;
        rows.iter().all(|row| row.outcome == RunOutcome::Paid)
    };
    counter.time_until("all are paid", 10 * MINUTE_MS, is_paid).await;
    each_was_captured_once(&counter, &refs);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_finds_no_line_waits_for_it_and_leaves_what_was_not_sent_to_a_person() {
    let mut counter = Counter::open().await;
    let refs = holds(&counter, 9).await;
    counter.unplug().await;
    counter.begin_run(QueueKind::Release, &refs).await;
    let told = run(&counter);
    assert_eq!((told.waits, told.can_stop), (Some(WhyCode::Offline), true));
    counter.plug_in().await;
    let is_over = |view: &contract::TillView| view.queue.runs[0].is_over;
    counter.time_until("the run goes on", MINUTE_MS, is_over).await;
    let told = outcomes(&counter);
    let (not_sent, released) = told.split_at(5);
    assert_eq!(
        not_sent,
        [RunOutcome::StillHeld; 5],
        "four at once, and one after the first was lost"
    );
    assert_eq!(released, [RunOutcome::Released; 4]);
    counter.begin_run(QueueKind::Release, &refs[..5]).await;
    assert_eq!(outcomes(&counter), [RunOutcome::Released; 5]);
    for our_ref in &refs {
        let held = counter.simulator.hold(our_ref.as_str()).unwrap();
        assert_eq!(held.captured_paise, None);
    }
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_chosen_for_a_deadline_is_done_before_phonepe_gives_the_hold_back() {
    let counter = Counter::open().await;
    let refs = holds(&counter, 3).await;
    counter.choose(&refs[0], AtDeadline::Capture, "45").await;
    counter.choose(&refs[1], AtDeadline::Release, "").await;
    counter
        .simulator
        .add_fault(Call::AuthCapture, Fault::LostAfterEffect, 1);
    counter.bring(&refs[0]).await;
    counter.time_until_state(SaleState::Paid).await;
    assert_eq!(counter.sale().captured_text.as_deref(), Some("₹45.00"));
    counter.bring(&refs[1]).await;
    counter.time_until_state(SaleState::Released).await;
    // Nothing was chosen for the third: a person was asked, and nobody did anything.
    counter.bring(&refs[2]).await;
    counter.time_until_state(SaleState::Expired).await;
    assert_eq!(counter.simulator.request_count(Call::AuthCapture), 1);
    assert_eq!(counter.simulator.request_count(Call::AuthCancel), 1);
    counter.audit().await;
}
