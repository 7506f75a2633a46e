use contract::{ButtonKind, Command, CustomerState, WhyCode};
use domain::SaleState;
use holdfast_tests::{Counter, RAVI};
use serde_json::json;
use simulator::{Call, Fault};

/// ₹99.00 in the wallet, top-up possible.
const POOR: &str = "9876540001";

#[tokio::test(flavor = "multi_thread")]
async fn a_low_balance_is_topped_up_at_the_customers_phone_and_then_held() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.link(POOR).await;
    let view = counter.view();
    assert_eq!(view.wallet.usable_text.as_deref(), Some("₹99.00"));
    assert_eq!(view.wallet.short_text.as_deref(), Some("₹501.00"));
    assert_eq!(view.button.why.code, WhyCode::BalanceTooLowTopUpPossible);
    assert_eq!(view.button.why.amount_text.as_deref(), Some("₹10,000.00"));

    counter.press(ButtonKind::TopUpAndPay).await;
    let top_up = counter.view().top_up.clone().unwrap();
    let qr = top_up.qr.unwrap();
    assert!(top_up.waiting && qr.rows.len() == usize::try_from(qr.size).unwrap());
    assert!(!top_up.can_open, "a deep link is for the customer's phone only");
    assert_eq!(top_up.chosen_text, "₹600.00");
    assert_eq!(
        counter.simulator.request_count(Call::AuthAuthorize),
        0,
        "a top-up holds nothing"
    );

    // Nothing is believed before the wallet says so, however long it takes.
    let reads = counter.simulator.request_count(Call::WalletBalance);
    counter.sleep_ms(4_000).await;
    counter.sleep_ms(4_000).await;
    assert!(counter.view().top_up.is_some());
    assert_eq!(counter.simulator.request_count(Call::WalletBalance), reads + 2);

    let asked = counter.simulator.top_ups().pop().unwrap();
    counter.simulator.do_top_up(&asked.id, 60_000).unwrap();
    counter
        .time_until("the button says Pay", 60_000, |view| {
            view.top_up.is_none() && view.button.kind == ButtonKind::Pay
        })
        .await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shortfall_is_offered_first_and_another_amount_may_be_chosen() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.link(POOR).await;
    counter.press(ButtonKind::TopUpAndPay).await;
    let suggested = counter.view().top_up.clone().unwrap().suggested;
    let texts: Vec<&str> = suggested.iter().map(|of| of.amount_text.as_str()).collect();
    assert_eq!(texts, ["₹600.00", "₹1,200.00", "₹2,400.00"]);
    let other = suggested[1].amount_paise;
    counter.does(Command::TopUpChoose { amount_paise: other }).await;
    assert_eq!(counter.view().top_up.clone().unwrap().chosen_text, "₹1,200.00");
    assert_eq!(counter.simulator.top_ups().len(), 2);
    let foreign = Command::TopUpChoose { amount_paise: 123 };
    assert_eq!(counter.refused(foreign).await, contract::ErrorCode::NotAllowedNow);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_top_up_that_is_left_keeps_bill_and_customer() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.link(POOR).await;
    counter.press(ButtonKind::TopUpAndPay).await;
    counter.does(Command::TopUpLeave).await;
    let view = counter.view();
    assert!(view.top_up.is_none());
    assert_eq!(
        (view.cart.total_paise, view.customer.state),
        (60_000, CustomerState::Linked)
    );
    counter.armed(ButtonKind::TopUpAndPay);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_may_top_up_without_a_sale() {
    let counter = Counter::open().await;
    counter.link(POOR).await;
    assert_eq!(counter.view().button.why.code, WhyCode::TopUpOnlyPossible);
    counter.press(ButtonKind::TopUp).await;
    assert!(counter.view().top_up.clone().unwrap().qr.is_some());
    let asked = counter.simulator.top_ups().pop().unwrap();
    counter.simulator.do_top_up(&asked.id, 50_000).unwrap();
    let seen = counter
        .time_until("the new balance", 60_000, |view| {
            view.wallet.usable_text.as_deref() == Some("₹599.00")
        })
        .await;
    assert_eq!(seen.sale, None);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_top_up_says_phonepes_words_and_a_second_press_works() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.link(POOR).await;
    let refused = Fault::Refuse {
        code: "APP_VERSION_NOT_SUPPORTED".to_owned(),
    };
    counter.simulator.add_fault(Call::WalletTopup, refused, 1);
    counter.press(ButtonKind::TopUpAndPay).await;
    let top_up = counter.view().top_up.clone().unwrap();
    assert_eq!(
        (top_up.qr, top_up.error.unwrap().code),
        (None, WhyCode::TopUpFailed)
    );
    assert_eq!(
        top_up.provider_words.as_deref(),
        Some("Your App version does not support wallet top-up. Please upgrade your PhonePe app")
    );
    counter.does(Command::TopUpLeave).await;
    counter.press(ButtonKind::TopUpAndPay).await;
    assert!(counter.view().top_up.clone().unwrap().qr.is_some());
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_could_do_something_here_is_never_drawn() {
    for url in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"] {
        let counter = Counter::open().await;
        counter.amount("600").await;
        counter.link(POOR).await;
        let body = json!({"success": true, "code": "SUCCESS", "data": {"redirectUrl": url}});
        let fault = Fault::Literal {
            status: 200,
            body: body.to_string(),
            done: false,
        };
        counter.simulator.add_fault(Call::WalletTopup, fault, 1);
        counter.press(ButtonKind::TopUpAndPay).await;
        let top_up = counter.view().top_up.clone().unwrap();
        assert!(
            top_up.qr.is_none() && top_up.error.is_some() && !top_up.can_open,
            "{url}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_amount_ends_the_top_up_that_was_asked_for_the_old_one() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.link(POOR).await;
    counter.press(ButtonKind::TopUpAndPay).await;
    counter.amount("50").await;
    assert!(counter.view().top_up.is_none());
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wallet_with_a_ceiling_below_its_balance_is_short() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.link("9876540009").await;
    assert_eq!(counter.view().wallet.usable_text.as_deref(), Some("₹500.00"));
    counter.armed(ButtonKind::TopUpAndPay);
    counter.amount("500").await;
    counter.armed(ButtonKind::Pay);
    counter.new_sale().await;
    counter.ready("500", RAVI).await;
    counter.audit().await;
}
