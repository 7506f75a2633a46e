//! Nothing listens at PhonePe's address: the lamp, the reason on the button, and every draft kept. A request that never
//! left moves nothing.

use contract::{ButtonKind, Command, CustomerState, ProviderState, WhyCode};
use domain::SaleState;
use holdfast_tests::{Counter, Plan, RAVI};
use simulator::Call;

#[tokio::test(flavor = "multi_thread")]
async fn an_otp_that_could_not_be_asked_for_leaves_the_bill_as_it_was() {
    let mut counter = Counter::open().await;
    counter.amount("600").await;
    counter.unplug().await;
    counter.mobile(RAVI).await;
    let view = counter.view();
    assert_eq!(
        (view.customer.state, view.lamps.provider),
        (CustomerState::None, ProviderState::Unreachable)
    );
    assert_eq!(
        view.customer.error.as_ref().map(|why| why.code),
        Some(WhyCode::Offline)
    );
    assert_eq!(view.cart.total_paise, 60_000);
    counter.plug_in().await;
    counter.link(RAVI).await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_otp_that_could_not_be_checked_may_be_sent_again() {
    let mut counter = Counter::open().await;
    counter.mobile(RAVI).await;
    counter.unplug().await;
    counter.otp("12345").await;
    let customer = counter.view().customer.clone();
    assert_eq!(
        (customer.state, customer.error.map(|why| why.code)),
        (CustomerState::OtpAsked, Some(WhyCode::Offline))
    );
    counter.plug_in().await;
    // The simulator forgets its OTPs at a restart, so a new one is asked for.
    counter.sleep_ms(30_000).await;
    counter.does(Command::OtpResend).await;
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    assert_eq!(counter.view().customer.state, CustomerState::Linked);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_never_left_keeps_its_reference_for_the_second_press() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.unplug().await;
    counter.press(ButtonKind::Pay).await;
    let view = counter.view();
    assert_eq!(
        (view.sale.clone(), view.cart.total_paise, view.cart.editable),
        (None, 60_000, true)
    );
    assert_eq!(
        (view.button.action_id.clone(), view.button.why.code),
        (None, WhyCode::Offline)
    );
    assert_eq!(view.lamps.provider, ProviderState::Unreachable);
    let drafts = counter.rows();
    assert_eq!(
        drafts.iter().map(|row| row.sale.state).collect::<Vec<_>>(),
        [SaleState::Draft]
    );

    counter.plug_in().await;
    let armed = |view: &contract::TillView| view.button.action_id.is_some();
    let back = counter
        .time_until("the button is armed again", 60_000, armed)
        .await;
    assert_eq!(back.button.why.code, WhyCode::HoldNotSent);
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    assert_eq!(counter.our_ref(), drafts[0].sale.our_ref);
    assert_eq!(counter.rows().len(), 1);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_never_left_has_another_reference_for_another_bill() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.unplug().await;
    counter.press(ButtonKind::Pay).await;
    counter.plug_in().await;
    counter.amount("700").await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    assert_eq!(counter.sale().held_text, "₹700.00");
    assert_eq!(counter.rows().len(), 2);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capture_and_a_release_that_never_left_leave_it_held() {
    let mut counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter.unplug().await;
    counter.capture("450").await;
    let sale = counter.sale();
    assert_eq!(
        (sale.state, sale.why.map(|why| why.code)),
        (SaleState::Held, Some(WhyCode::CaptureNotSent))
    );
    counter.release().await;
    let sale = counter.sale();
    assert_eq!(
        (sale.state, sale.why.map(|why| why.code)),
        (SaleState::Held, Some(WhyCode::CancelNotSent))
    );
    counter.plug_in().await;
    counter.capture("450").await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_that_never_left_does_not_use_the_schedule_up() {
    let mut counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter.capture("450").await;
    counter.unplug().await;
    for _ in 0..10 {
        counter.sleep_ms(30_000).await;
    }
    let sale = counter.sale();
    assert_eq!(
        (sale.state, sale.look.unwrap().done),
        (SaleState::CaptureAccepted, 0)
    );
    counter.plug_in().await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_balance_a_top_up_and_an_unlinking_that_never_left_lose_nothing() {
    let mut counter = Counter::open().await;
    counter.amount("600").await;
    counter.link("9876540001").await;
    counter.unplug().await;
    counter.press(ButtonKind::TopUpAndPay).await;
    assert_eq!(
        counter.view().top_up.clone().unwrap().error.unwrap().code,
        WhyCode::Offline
    );
    counter.does(Command::TopUpLeave).await;
    counter.does(Command::CustomerUnlink).await;
    let customer = counter.view().customer.clone();
    assert_eq!(
        (customer.state, customer.error.unwrap().code),
        (CustomerState::Linked, WhyCode::UnlinkFailed)
    );
    counter.amount("50").await;
    assert_eq!(counter.view().button.why.code, WhyCode::Offline);
    counter.plug_in().await;
    let armed = |view: &contract::TillView| view.button.action_id.is_some();
    counter
        .time_until("the button is armed again", 60_000, armed)
        .await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_salt_key_is_said_as_such_in_the_settings_and_at_the_customer() {
    let salt_key = Some("another-salt-key".to_owned());
    let counter = Counter::with(Plan {
        salt_key,
        ..Plan::default()
    })
    .await;
    counter.does(Command::SettingsCheck).await;
    let view = counter.view();
    assert_eq!(
        view.settings.check.as_ref().map(|why| why.code),
        Some(WhyCode::WrongKey)
    );
    assert_eq!(
        (view.lamps.provider, view.settings.checking),
        (ProviderState::WrongKey, false)
    );
    counter.mobile(RAVI).await;
    assert_eq!(
        counter.view().customer.error.as_ref().map(|why| why.code),
        Some(WhyCode::WrongKey)
    );
    assert_eq!(counter.simulator.otp(RAVI), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn right_settings_are_proved_without_a_customer() {
    let counter = Counter::open().await;
    counter.does(Command::SettingsCheck).await;
    assert_eq!(
        counter.view().settings.check.as_ref().map(|why| why.code),
        Some(WhyCode::Ready)
    );
    assert_eq!(counter.simulator.request_count(Call::TransactionStatus), 1);
    counter.unplug().await;
    counter.does(Command::SettingsCheck).await;
    assert_eq!(
        counter.view().settings.check.as_ref().map(|why| why.code),
        Some(WhyCode::Offline)
    );
    assert!(counter.rows().is_empty(), "a check is no sale");
}
