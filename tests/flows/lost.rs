//! Replies that never came. No second authorize, no second capture, and an end for each of them.

use contract::{ButtonKind, Command, ErrorCode, WhyCode};
use domain::{Sale, SaleMode, SaleState};
use holdfast_tests::{Captures, Counter, OTHER, RAVI};
use simulator::{Call, Fault};

const NEVER_MS: u64 = 10_000_000_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_to_a_hold_that_stands_is_found_by_looking() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
    counter.press(ButtonKind::Pay).await;
    let sale = counter.sale();
    assert_eq!((sale.state, sale.unknown), (SaleState::HoldUnknown, true));
    let look = sale.look.unwrap();
    assert_eq!((look.done, look.of, look.slow), (0, 40, false));
    assert_eq!(look.next_at_ms - sale.asked_at_ms, 22_000);

    let bill_is_locked = Command::AmountSet { text: "1".to_owned() };
    assert_eq!(counter.refused(bill_is_locked).await, ErrorCode::NotAllowedNow);
    let found = counter.time_until_state(SaleState::Held).await;
    assert_eq!(found.now_ms - sale.asked_at_ms, 22_000, "at PhonePe's first look");
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 1);
    counter.capture("600").await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_request_for_a_hold_is_believed_absent_only_late_and_twice() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostBeforeEffect, 1);
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::HoldUnknown);
    let asked_at_ms = counter.sale().asked_at_ms;
    let seen = counter.time_until_state(SaleState::HoldAbsent).await;
    assert!(
        seen.now_ms - asked_at_ms >= 42_000,
        "22 s to the first look, and 20 s between the two that count"
    );
    assert!(counter.simulator.request_count(Call::AuthStatus) >= 2);

    // The same bill again is a new sale with a reference of its own.
    let old = counter.our_ref();
    counter.does(Command::SaleLeave).await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    assert_ne!(counter.our_ref(), old);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_arrives_late_is_not_believed_absent() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    // The reply is lost, and the request takes effect while the till is looking already.
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LateEffect { ms: 28_000 }, 1);
    let action_id = counter.armed(ButtonKind::Pay);
    counter.send(Command::Press { action_id }).await.unwrap();
    counter.arrived(Call::AuthAuthorize, 1).await;
    let mut counter = counter;
    counter.cut_power();
    counter.start();
    counter.settle().await;
    let our_ref = counter.rows()[0].sale.our_ref.clone();
    counter.bring_and_see(&our_ref, SaleState::HoldUnknown).await;
    counter.time_until_state(SaleState::Held).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_one_sale_is_unknown_the_next_customer_is_served() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::HoldUnknown);
    let unknown = counter.our_ref();
    counter.new_sale().await;
    counter.hold("100", OTHER).await;
    counter.capture("100").await;
    counter.time_until_state(SaleState::Paid).await;
    counter.bring(&unknown).await;
    counter.time_until_state(SaleState::Held).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_by_hand_finds_the_hold_at_once_and_is_not_of_the_schedule() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
    counter
        .simulator
        .add_fault(Call::AuthStatus, Fault::ServerError { done: false }, 1);
    counter.press(ButtonKind::Pay).await;
    let our_ref = counter.our_ref();
    let look = || Command::LookNow {
        our_ref: our_ref.clone(),
    };
    counter.does(look()).await;
    counter.is(SaleState::HoldUnknown);
    assert_eq!(counter.sale().look.unwrap().done, 0);
    assert_eq!(counter.refused(look()).await, ErrorCode::LookedJustNow);
    counter.sleep_ms(2_000).await;
    counter.does(look()).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_that_are_never_answered_end_at_a_person_and_go_on_slowly() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
    counter
        .simulator
        .add_fault(Call::AuthStatus, Fault::ServerError { done: false }, 40);
    counter.press(ButtonKind::Pay).await;
    let asked_at_ms = counter.sale().asked_at_ms;
    let needs = |view: &contract::TillView| view.sale.as_ref().is_some_and(|sale| sale.needs_person);
    let seen = counter.time_until("a person is needed", 60 * 60_000, needs).await;
    assert!((14 * 60_000..=16 * 60_000).contains(&(seen.now_ms - asked_at_ms)));
    assert_eq!(
        seen.sale.as_ref().unwrap().state,
        SaleState::HoldUnknown,
        "not sure is never turned into failed"
    );
    assert!(seen.strip.iter().any(|row| row.needs_person));
    let found = counter.time_until_state(SaleState::Held).await;
    assert_eq!(found.now_ms - seen.now_ms, 15 * 60_000);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn charge_now_with_a_lost_hold_stays_held_for_the_cashier_to_decide() {
    let counter = Counter::open().await;
    counter
        .does(Command::SaleModeSet {
            mode: SaleMode::Charge,
        })
        .await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
    counter.press(ButtonKind::Pay).await;
    counter.time_until_state(SaleState::Held).await;
    counter.sleep_ms(60_000).await;
    counter.is(SaleState::Held);
    assert_eq!(counter.simulator.request_count(Call::AuthCapture), 0);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_to_a_capture_that_happened_ends_paid() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthCapture, Fault::LostAfterEffect, 1);
    counter.capture("450").await;
    let sale = counter.sale();
    assert_eq!((sale.state, sale.unknown), (SaleState::CaptureUnknown, true));
    counter.time_until_state(SaleState::Paid).await;
    assert_eq!(counter.sale().released_text.as_deref(), Some("₹150.00"));
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capture_that_was_lost_on_its_way_is_looked_up_before_it_may_be_asked_again() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthCapture, Fault::LostBeforeEffect, 1);
    counter.capture("450").await;
    counter.is(SaleState::CaptureUnknown);
    let again = Command::CaptureReview {
        amount_text: "450".to_owned(),
    };
    assert_eq!(counter.refused(again).await, ErrorCode::NotAllowedNow);
    counter.time_until_state(SaleState::Held).await;
    assert_eq!(
        counter.simulator.request_count(Call::AuthCapture),
        1,
        "no layer repeats it"
    );
    counter.capture("400").await;
    counter.time_until_state(SaleState::Paid).await;
    assert_eq!(counter.sale().captured_text.as_deref(), Some("₹400.00"));
    counter.audit_with(Captures::OneLost).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_to_a_release_that_happened_ends_released() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthCancel, Fault::LostAfterEffect, 1);
    counter.release().await;
    counter.is(SaleState::CancelUnknown);
    counter.time_until_state(SaleState::Released).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_that_was_lost_on_its_way_is_asked_again() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthCancel, Fault::LostBeforeEffect, 2);
    counter.release().await;
    counter.is(SaleState::CancelUnknown);
    counter.time_until_state(SaleState::Released).await;
    assert_eq!(counter.simulator.request_count(Call::AuthCancel), 3);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_is_asked_a_bounded_number_of_times_and_then_a_person() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthCancel, Fault::LostBeforeEffect, 100);
    counter.release().await;
    counter.time_until_state(SaleState::NeedsPerson).await;
    let asks = u64::from(Sale::CANCEL_ASKS_MAX);
    assert_eq!(counter.simulator.request_count(Call::AuthCancel), asks);
    // What became of it is still found: the hold stands, so it is Held again, and may be released again.
    counter.simulator.clear_faults();
    counter.time_until_state(SaleState::Held).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_nobody_waits_for_any_more_changes_nothing_twice() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::Delay { ms: NEVER_MS }, 1);
    counter.press_and_leave_it().await;
    counter.is(SaleState::HoldAsked);
    let by_hand = Command::LookNow {
        our_ref: counter.our_ref(),
    };
    assert_eq!(
        counter.send(by_hand).await.unwrap_err().code,
        ErrorCode::NotAllowedNow
    );
    counter.pass_ms(i64::try_from(NEVER_MS).unwrap());
    counter.settle().await;
    let sale = counter.sale();
    assert!(
        matches!(sale.state, SaleState::Held | SaleState::Expired),
        "{sale:#?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_of_what_was_captured_elsewhere_is_an_alarm_and_ends_paid() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.captured_elsewhere(&our_ref, 25_000).await;
    counter.release().await;
    let sale = counter.sale();
    assert_eq!((sale.state, sale.alarm), (SaleState::CaptureUnknown, true));
    assert_eq!(sale.why.unwrap().code, WhyCode::FoundCaptured);
    counter.time_until_state(SaleState::Paid).await;
    let paid = counter.sale();
    assert!(paid.alarm, "managers see it for good");
    assert_eq!(paid.captured_text.as_deref(), Some("₹250.00"));
    counter.audit().await;
}
