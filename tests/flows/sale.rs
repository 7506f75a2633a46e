use contract::{ButtonKind, Command, CustomerState, MoneyWord, ReviewKind, WhyCode};
use domain::{SaleMode, SaleState};
use holdfast_tests::{Counter, OTHER, Plan, RAVI};
use simulator::{Call, HoldState};

#[tokio::test(flavor = "multi_thread")]
async fn a_new_customer_is_held_captured_in_part_and_proved_paid() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.link(RAVI).await;
    let view = counter.view();
    assert_eq!(view.customer.masked.as_deref(), Some("•••••• 3210"));
    assert_eq!(view.wallet.usable_text.as_deref(), Some("₹5,000.00"));
    assert_eq!(
        (view.button.amount_text.as_str(), view.button.why.code),
        ("₹600.00", WhyCode::Ready)
    );

    counter.press(ButtonKind::Pay).await;
    let held = counter.sale();
    assert_eq!(
        (held.state, held.held_text.as_str(), held.money),
        (SaleState::Held, "₹600.00", MoneyWord::NotAsked)
    );
    assert_eq!(counter.simulator.wallet(RAVI).blocked_paise, 60_000);

    let action_id = counter.review_capture("450").await;
    let review = counter.view().review.clone().unwrap();
    assert_eq!(review.kind, ReviewKind::Capture);
    assert_eq!(
        (review.capture_text.as_str(), review.release_text.as_str()),
        ("₹450.00", "₹150.00")
    );
    assert_eq!(
        counter.simulator.request_count(Call::AuthCapture),
        0,
        "a panel sends nothing"
    );

    counter.does(Command::CaptureConfirm { action_id }).await;
    let captured = counter.sale();
    assert_eq!(
        (captured.state, captured.money),
        (SaleState::CaptureAccepted, MoneyWord::Captured)
    );
    assert_eq!(captured.paid_at_ms, None, "an accepted capture is no payment");

    counter.time_until_state(SaleState::Paid).await;
    let paid = counter.sale();
    assert_eq!(paid.money, MoneyWord::Paid);
    assert_eq!(paid.captured_text.as_deref(), Some("₹450.00"));
    assert_eq!(paid.released_text.as_deref(), Some("₹150.00"));
    assert!(paid.provider_ref.is_some() && paid.paid_at_ms.is_some());
    assert!(
        counter.simulator.request_count(Call::TransactionStatus) >= 1,
        "nothing else proves a payment"
    );
    assert_eq!(counter.simulator.wallet(RAVI).wallet.balance_paise, 455_000);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_hold_can_be_captured() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter.capture("600.00").await;
    counter.time_until_state(SaleState::Paid).await;
    let paid = counter.sale();
    assert_eq!(
        (paid.captured_text.as_deref(), paid.released_text),
        (Some("₹600.00"), None)
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn charge_now_captures_the_whole_by_itself_through_the_same_states() {
    let counter = Counter::open().await;
    counter
        .does(Command::SaleModeSet {
            mode: SaleMode::Charge,
        })
        .await;
    counter.ready("250.50", RAVI).await;
    assert_eq!(counter.view().button.why.code, WhyCode::ReadyCharge);
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::CaptureAccepted);
    counter.time_until_state(SaleState::Paid).await;
    assert_eq!(counter.sale().captured_text.as_deref(), Some("₹250.50"));
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_of_several_lines_is_held_as_one_amount_and_kept_with_the_sale() {
    let counter = Counter::open().await;
    let line = |name: &str, quantity: &str, price: &str| Command::LineAdd {
        name: name.to_owned(),
        quantity: quantity.to_owned(),
        price: price.to_owned(),
    };
    counter.does(line("EV charging, kWh", "30", "18.00")).await;
    counter.does(line("Valet", "1", "60")).await;
    counter.link(RAVI).await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    let rows = counter.rows();
    assert_eq!(rows[0].bill.lines.len(), 2);
    assert_eq!(rows[0].held_paise().get(), 60_000);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_released_hold_gives_everything_back() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.release().await;
    counter.is(SaleState::Released);
    assert_eq!(counter.sale().released_text.as_deref(), Some("₹600.00"));
    assert_eq!(counter.simulator.wallet(RAVI).usable_paise, 500_000);
    assert_eq!(
        counter.simulator.hold(our_ref.as_str()).unwrap().state,
        HoldState::Cancelled
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_customer_needs_no_otp_even_after_a_restart() {
    let mut counter = Counter::open().await;
    counter.link(RAVI).await;
    for _ in 0..2 {
        counter.new_sale().await;
        counter.amount("100").await;
        counter.mobile("+91 98765 43210").await;
        assert_eq!(counter.view().customer.state, CustomerState::Linked);
        counter.press(ButtonKind::Pay).await;
        counter.is(SaleState::Held);
        counter.restart().await;
    }
    assert_eq!(counter.simulator.request_count(Call::OtpSend), 1);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unlinked_customer_is_asked_for_an_otp_again() {
    let counter = Counter::open().await;
    counter.link(RAVI).await;
    counter.does(Command::CustomerUnlink).await;
    assert_eq!(counter.view().customer.state, CustomerState::None);
    assert_eq!(counter.simulator.request_count(Call::TokenUnlink), 1);
    counter.mobile(RAVI).await;
    assert_eq!(counter.view().customer.state, CustomerState::OtpAsked);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_holds_of_two_customers_stand_side_by_side_and_each_ends_its_own_way() {
    let counter = Counter::open().await;
    let first = counter.hold("600", RAVI).await;
    counter.new_sale().await;
    let second = counter.hold("350", OTHER).await;
    assert_eq!(counter.view().strip.len(), 2);
    counter.bring_and_see(&first, SaleState::Held).await;
    counter.capture("1").await;
    counter.bring_and_see(&second, SaleState::Held).await;
    counter.release().await;
    counter.is(SaleState::Released);
    counter.bring(&first).await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merchant_without_the_balance_call_reads_the_older_one() {
    let counter = Counter::with(Plan {
        reads_suggest: true,
        ..Plan::default()
    })
    .await;
    counter.hold("600", RAVI).await;
    assert!(counter.simulator.request_count(Call::DebitSuggest) >= 1);
    assert_eq!(counter.simulator.request_count(Call::WalletBalance), 0);
    counter.audit().await;
}
