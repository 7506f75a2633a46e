//! The program dies at each step of a sale. What was asked is looked up before the first new hold, and nothing is asked
//! a second time.

use contract::{ButtonKind, Command, NoticeCode, WhyCode};
use domain::SaleState;
use holdfast_tests::{Captures, Counter, OTHER, RAVI};
use simulator::{Call, Fault};

/// The reply never comes in a test's time; the effect is there.
const NO_REPLY: Fault = Fault::Delay { ms: 10_000_000_000 };
/// Neither comes.
const NO_EFFECT: Fault = Fault::LateEffect { ms: 10_000_000_000 };

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_after_a_hold_was_done_finds_it_held() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthAuthorize, NO_REPLY, 1);
    let our_ref = counter.press_and_leave_it().await;
    counter.is(SaleState::HoldAsked);
    counter.restart().await;
    counter.bring_and_see(&our_ref, SaleState::Held).await;
    assert_eq!(
        counter.view().now_ms,
        counter.sale().asked_at_ms,
        "looked up at once, not on the schedule"
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_before_a_hold_was_done_finds_it_absent() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthAuthorize, NO_EFFECT, 1);
    let our_ref = counter.press_and_leave_it().await;
    counter.restart().await;
    counter.bring_and_see(&our_ref, SaleState::HoldUnknown).await;
    counter.time_until_state(SaleState::HoldAbsent).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_between_writing_and_sending_asks_nothing_again() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.switch.hold_back(true);
    let action_id = counter.armed(ButtonKind::Pay);
    counter.send(Command::Press { action_id }).await.unwrap();
    let our_ref = counter.our_ref();
    assert_eq!(
        counter.rows()[0].sale.state,
        SaleState::HoldAsked,
        "written before anything is sent"
    );
    counter.switch.hold_back(false);
    counter.restart().await;
    counter.bring(&our_ref).await;
    counter.time_until_state(SaleState::HoldAbsent).await;
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 0);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_new_hold_is_asked_before_the_old_question_was_looked_up() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthAuthorize, NO_REPLY, 1);
    counter.press_and_leave_it().await;
    counter.cut_power();
    counter.simulator.add_fault(Call::AuthStatus, NO_REPLY, 1);
    counter.start();
    counter.arrived(Call::AuthStatus, 1).await;
    let view = counter
        .until("recovering", |view| view.button.why.code == WhyCode::Recovering)
        .await;
    assert_eq!(view.button.action_id, None);
    assert_eq!(
        view.notice.as_ref().map(|notice| notice.code),
        Some(NoticeCode::Recovering)
    );
    assert_eq!(view.lamps.queue, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_while_unknown_goes_on_looking_where_it_was() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostBeforeEffect, 1);
    counter.press(ButtonKind::Pay).await;
    let our_ref = counter.our_ref();
    let asked_at_ms = counter.sale().asked_at_ms;
    counter.sleep_ms(22_000).await;
    assert_eq!(counter.sale().look.unwrap().done, 1);
    counter.restart().await;
    counter.bring_and_see(&our_ref, SaleState::HoldUnknown).await;
    assert!(
        counter.sale().look.unwrap().done >= 1,
        "the schedule is kept, not begun again"
    );
    let seen = counter.time_until_state(SaleState::HoldAbsent).await;
    assert!(
        seen.now_ms - asked_at_ms >= 42_000,
        "the first absence, before the restart, still counts"
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_sale_survives_and_can_be_captured_after_the_restart() {
    let mut counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    let deadline = counter.sale().deadline_at_ms;
    counter.restart().await;
    assert_eq!(counter.view().strip[0].state, SaleState::Held);
    counter.bring_and_see(&our_ref, SaleState::Held).await;
    assert_eq!(counter.sale().deadline_at_ms, deadline);
    counter.capture("450").await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_after_a_capture_was_done_ends_paid() {
    let mut counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthCapture, NO_REPLY, 1);
    counter.capture_and_leave_it("450").await;
    counter.is(SaleState::CaptureAsked);
    counter.restart().await;
    counter.bring(&our_ref).await;
    counter.time_until_state(SaleState::Paid).await;
    assert_eq!(counter.sale().captured_text.as_deref(), Some("₹450.00"));
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_before_a_capture_was_done_holds_it_again() {
    let mut counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthCapture, NO_EFFECT, 1);
    counter.capture_and_leave_it("450").await;
    counter.restart().await;
    counter.bring_and_see(&our_ref, SaleState::CaptureUnknown).await;
    counter.time_until_state(SaleState::Held).await;
    counter.capture("450").await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit_with(Captures::OneLost).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_after_an_accepted_capture_still_proves_the_payment() {
    let mut counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.capture("450").await;
    counter.is(SaleState::CaptureAccepted);
    counter.restart().await;
    counter.bring_and_see(&our_ref, SaleState::CaptureAccepted).await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_after_a_release_was_done_ends_released() {
    let mut counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthCancel, NO_REPLY, 1);
    counter.release_and_leave_it().await;
    counter.is(SaleState::CancelAsked);
    counter.restart().await;
    counter.bring_and_see(&our_ref, SaleState::Released).await;
    assert_eq!(counter.simulator.request_count(Call::AuthCancel), 1);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_died_before_a_release_was_done_asks_for_it_again() {
    let mut counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthCancel, NO_EFFECT, 1);
    counter.release_and_leave_it().await;
    counter.restart().await;
    counter.bring(&our_ref).await;
    counter.time_until_state(SaleState::Released).await;
    assert_eq!(counter.simulator.request_count(Call::AuthCancel), 2);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_open_questions_are_looked_up_without_a_storm() {
    let mut counter = Counter::open().await;
    counter.link(RAVI).await;
    for _ in 0..12 {
        counter.new_sale().await;
        counter.amount("10").await;
        counter.mobile(RAVI).await;
        counter
            .simulator
            .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
        counter.press(ButtonKind::Pay).await;
        counter.is(SaleState::HoldUnknown);
    }
    counter.cut_power();
    counter
        .simulator
        .add_fault(Call::AuthStatus, Fault::Delay { ms: 1_000 }, 12);
    counter.start();
    counter.arrived(Call::AuthStatus, 8).await;
    assert_eq!(
        counter.simulator.request_count(Call::AuthStatus),
        8,
        "at most eight at once"
    );
    counter.pass_ms(1_000);
    counter.arrived(Call::AuthStatus, 12).await;
    counter.pass_ms(1_000);
    counter.settle().await;
    let view = counter.view();
    assert_eq!(
        view.strip
            .iter()
            .filter(|row| row.state == SaleState::Held)
            .count(),
        12
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_in_the_middle_of_two_sales_loses_neither() {
    let mut counter = Counter::open().await;
    let first = counter.hold("600", RAVI).await;
    counter.simulator.add_fault(Call::AuthCapture, NO_REPLY, 1);
    counter.capture_and_leave_it("450").await;
    counter.send(Command::NewSale).await.unwrap();
    counter
        .send(Command::AmountSet {
            text: "100".to_owned(),
        })
        .await
        .unwrap();
    counter
        .send(Command::MobileSubmit {
            text: OTHER.to_owned(),
        })
        .await
        .unwrap();
    counter
        .until("the OTP is asked for", |view| {
            view.customer.state == contract::CustomerState::OtpAsked
        })
        .await;
    let otp = counter.simulator.otp(OTHER).unwrap();
    counter.send(Command::OtpSubmit { text: otp }).await.unwrap();
    counter
        .until("the button is armed", |view| view.button.action_id.is_some())
        .await;
    counter.simulator.add_fault(Call::AuthAuthorize, NO_REPLY, 1);
    let second = counter.press_and_leave_it().await;
    counter.restart().await;
    counter.bring_and_see(&second, SaleState::Held).await;
    counter.bring(&first).await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}
