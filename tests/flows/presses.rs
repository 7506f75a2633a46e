//! One press, one request: double clicks, old buttons, and screens that changed under the finger.

use contract::{ActionId, ButtonKind, Command, ErrorCode, ReviewKind, WalletState, WhyCode};
use domain::SaleState;
use holdfast_tests::{Counter, RAVI};
use simulator::{Call, Fault};

#[tokio::test(flavor = "multi_thread")]
async fn a_double_press_holds_once() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    let action_id = counter.armed(ButtonKind::Pay);
    let press = || {
        counter.send(Command::Press {
            action_id: action_id.clone(),
        })
    };
    let (first, second, third) = tokio::join!(press(), press(), press());
    let taken = [first, second, third];
    assert_eq!(taken.iter().filter(|answer| answer.is_ok()).count(), 1);
    for refused in taken.iter().filter_map(|answer| answer.as_ref().err()) {
        assert_eq!(refused.code, ErrorCode::AlreadyTaken);
    }
    counter.settle().await;
    counter.is(SaleState::Held);
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 1);
    assert_eq!(
        counter.refused(Command::Press { action_id }).await,
        ErrorCode::AlreadyTaken
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_confirmation_captures_once() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    let action_id = counter.review_capture("450").await;
    let confirm = || {
        counter.send(Command::CaptureConfirm {
            action_id: action_id.clone(),
        })
    };
    let (first, second) = tokio::join!(confirm(), confirm());
    assert!(first.is_ok() != second.is_ok());
    counter.settle().await;
    assert_eq!(counter.simulator.request_count(Call::AuthCapture), 1);
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_that_was_armed_for_another_amount_is_dead() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    let old = counter.armed(ButtonKind::Pay);
    counter.amount("700").await;
    let new = counter.armed(ButtonKind::Pay);
    assert_ne!(old, new);
    assert_eq!(
        counter.refused(Command::Press { action_id: old }).await,
        ErrorCode::NotArmed
    );
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 0);
    counter.does(Command::Press { action_id: new }).await;
    assert_eq!(counter.sale().held_text, "₹700.00");
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_id_of_one_panel_does_not_work_in_another() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    let capture = counter.review_capture("450").await;
    let release = counter.review_release().await;
    assert_eq!(
        counter
            .refused(Command::CaptureConfirm { action_id: capture })
            .await,
        ErrorCode::NotArmed
    );
    let crossed = Command::CaptureConfirm { action_id: release };
    assert_eq!(counter.refused(crossed).await, ErrorCode::NotArmed);
    let made_up = Command::ReleaseConfirm {
        action_id: ActionId("1".to_owned()),
    };
    assert_eq!(counter.refused(made_up).await, ErrorCode::NotArmed);
    assert_eq!(counter.view().review.clone().unwrap().kind, ReviewKind::Release);
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_button_stays_greyed_while_the_balance_of_a_changed_amount_is_on_its_way() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    let old = counter.armed(ButtonKind::Pay);
    let reads = counter.simulator.request_count(Call::WalletBalance);
    counter
        .simulator
        .add_fault(Call::WalletBalance, Fault::Delay { ms: 1_000 }, 1);
    let amount = |text: &str| Command::AmountSet {
        text: text.to_owned(),
    };
    counter.send(amount("700")).await.unwrap();
    counter.arrived(Call::WalletBalance, reads + 1).await;
    let waiting = counter.view();
    assert_eq!(
        (waiting.wallet.state, waiting.button.why.code),
        (WalletState::Reading, WhyCode::Checking)
    );
    assert_eq!(waiting.button.action_id, None);
    // The answer that is on its way is for ₹700; by the time it comes, the bill is more than the wallet has.
    counter.send(amount("9000")).await.unwrap();
    let pressed = counter.send(Command::Press { action_id: old }).await.unwrap_err();
    assert_eq!(pressed.code, ErrorCode::NotArmed);
    counter.pass_ms(1_000);
    counter.settle().await;
    assert_eq!(counter.simulator.request_count(Call::WalletBalance), reads + 2);
    counter.armed(ButtonKind::TopUpAndPay);
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 0);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_balance_that_comes_back_for_the_customer_before_arms_nothing() {
    let counter = Counter::open().await;
    counter.link(RAVI).await;
    counter.new_sale().await;
    counter.amount("600").await;
    let reads = counter.simulator.request_count(Call::WalletBalance);
    counter
        .simulator
        .add_fault(Call::WalletBalance, Fault::Delay { ms: 1_000 }, 1);
    counter
        .send(Command::MobileSubmit {
            text: RAVI.to_owned(),
        })
        .await
        .unwrap();
    counter.arrived(Call::WalletBalance, reads + 1).await;
    counter.send(Command::CustomerChange).await.unwrap();
    counter.pass_ms(1_000);
    counter.settle().await;
    let view = counter.view();
    assert_eq!(
        (view.button.action_id.clone(), view.wallet.usable_text.clone()),
        (None, None)
    );
    assert_eq!(view.button.why.code, WhyCode::NoCustomer);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn new_sale_always_starts_afresh_without_losing_an_open_hold() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.new_sale().await;
    let view = counter.view();
    assert_eq!(
        (
            view.cart.total_paise,
            view.sale.is_none(),
            view.customer.masked.clone()
        ),
        (0, true, None)
    );
    assert_eq!(view.strip[0].our_ref, our_ref.to_string());
    counter.bring_and_see(&our_ref, SaleState::Held).await;
    counter.audit().await;
}
