use contract::{ButtonKind, Command, CustomerState, ErrorCode, WhyCode};
use domain::SaleState;
use holdfast_tests::{Counter, RAVI};
use simulator::{Call, Fault, OtpRules};

/// Never the OTP that was sent.
fn wrong(counter: &Counter, mobile: &str) -> String {
    let right: u32 = counter.simulator.otp(mobile).unwrap().parse().unwrap();
    format!("{:05}", (right + 1) % 100_000)
}

#[track_caller]
fn failed(counter: &Counter, state: CustomerState, code: WhyCode) {
    let customer = counter.view().customer.clone();
    let said = (customer.state, customer.error.as_ref().map(|why| why.code));
    assert_eq!(said, (state, Some(code)), "{customer:#?}");
    assert!(customer.provider_words.is_some(), "PhonePe's words are shown");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_otp_may_be_corrected() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.mobile(RAVI).await;
    counter.otp(&wrong(&counter, RAVI)).await;
    failed(&counter, CustomerState::OtpAsked, WhyCode::WrongOtp);
    assert_eq!(
        counter.view().customer.provider_words.as_deref(),
        Some("The OTP is wrong. Please enter it again.")
    );
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    assert_eq!(counter.view().customer.state, CustomerState::Linked);
    counter.armed(ButtonKind::Pay);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_wrong_otps_block_the_customer_and_the_bill_stays() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.mobile(RAVI).await;
    for _ in 0..3 {
        counter.otp(&wrong(&counter, RAVI)).await;
    }
    failed(&counter, CustomerState::Stopped, WhyCode::UserBlocked);
    assert_eq!(counter.view().cart.total_paise, 60_000);
    let sends = counter.simulator.request_count(Call::OtpSend);
    assert_eq!(counter.refused(Command::OtpResend).await, ErrorCode::OtpNotAsked);
    assert_eq!(counter.simulator.request_count(Call::OtpSend), sends);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_expired_otp_a_new_one_may_be_asked_for_at_once() {
    let counter = Counter::open().await;
    counter.simulator.set_otp_rules(OtpRules {
        life_ms: 20_000,
        ..OtpRules::default()
    });
    counter.mobile(RAVI).await;
    let old = counter.simulator.otp(RAVI).unwrap();
    counter.sleep_ms(21_000).await;
    counter.otp(&old).await;
    failed(&counter, CustomerState::OtpAsked, WhyCode::OtpExpired);
    counter.does(Command::OtpResend).await;
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    assert_eq!(counter.view().customer.state, CustomerState::Linked);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_otp_may_be_asked_for_after_half_a_minute_and_replaces_the_old_one() {
    let counter = Counter::open().await;
    counter.mobile(RAVI).await;
    let old = counter.simulator.otp(RAVI).unwrap();
    assert_eq!(counter.refused(Command::OtpResend).await, ErrorCode::OtpTooSoon);
    counter.sleep_ms(29_999).await;
    assert_eq!(counter.refused(Command::OtpResend).await, ErrorCode::OtpTooSoon);
    counter.sleep_ms(1).await;
    counter.does(Command::OtpResend).await;
    let new = counter.simulator.otp(RAVI).unwrap();
    if old != new {
        counter.otp(&old).await;
        failed(&counter, CustomerState::OtpAsked, WhyCode::WrongOtp);
    }
    counter.otp(&new).await;
    assert_eq!(counter.view().customer.state, CustomerState::Linked);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blacklisted_a_blocked_and_a_limited_customer_are_told_so() {
    for (mobile, code) in [
        ("9876540006", WhyCode::UserBlacklisted),
        ("9876540007", WhyCode::UserBlocked),
        ("9876540008", WhyCode::OtpLimit),
    ] {
        let counter = Counter::open().await;
        counter.amount("600").await;
        counter.mobile(mobile).await;
        failed(&counter, CustomerState::Stopped, code);
        assert_eq!(counter.view().cart.total_paise, 60_000);
        // Another customer may pay the same bill.
        counter.does(Command::CustomerChange).await;
        counter.link(RAVI).await;
        counter.armed(ButtonKind::Pay);
        counter.audit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_refusal_of_an_otp_has_a_sentence_of_its_own() {
    for (code, why) in [
        ("INVALID_OTP_TOKEN", WhyCode::OtpTokenInvalid),
        ("OTP_ALREADY_VERIFIED", WhyCode::OtpAlreadyUsed),
        ("TOO_MANY_REQUESTS", WhyCode::TooManyRequests),
        ("INVALID_DEVICE_ID", WhyCode::DeviceRefused),
        ("BAD_REQUEST", WhyCode::RequestRefused),
    ] {
        let counter = Counter::open().await;
        counter.mobile(RAVI).await;
        counter.simulator.add_fault(
            Call::OtpVerify,
            Fault::Refuse {
                code: code.to_owned(),
            },
            1,
        );
        counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
        failed(&counter, CustomerState::OtpAsked, why);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_to_the_verification_says_so_and_a_new_otp_links() {
    let counter = Counter::open().await;
    counter.mobile(RAVI).await;
    counter
        .simulator
        .add_fault(Call::OtpVerify, Fault::LostAfterEffect, 1);
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    let customer = counter.view().customer.clone();
    assert_eq!(customer.state, CustomerState::OtpAsked);
    assert_eq!(customer.error.map(|why| why.code), Some(WhyCode::LinkUnknown));
    counter.sleep_ms(30_000).await;
    counter.does(Command::OtpResend).await;
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    assert_eq!(counter.view().customer.state, CustomerState::Linked);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_token_asks_for_relinking_keeps_the_bill_and_sends_no_otp_by_itself() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.simulator.kill_tokens(RAVI);
    counter.does(Command::BalanceRefresh).await;
    relinks_and_pays(&counter).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_phonepe_wants_relinked_is_no_different() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.simulator.require_relink(RAVI);
    counter.does(Command::BalanceRefresh).await;
    relinks_and_pays(&counter).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_dies_between_balance_and_hold_gives_the_bill_back_too() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.simulator.kill_tokens(RAVI);
    counter.press(ButtonKind::Pay).await;
    relinks_and_pays(&counter).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_died_since_the_last_sale_is_found_by_the_next() {
    let mut counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter.simulator.kill_tokens(RAVI);
    counter.restart().await;
    counter.amount("600").await;
    counter.mobile(RAVI).await;
    relinks_and_pays(&counter).await;
}

async fn relinks_and_pays(counter: &Counter) {
    let view = counter.view();
    assert_eq!(
        view.customer.state,
        CustomerState::RelinkNeeded,
        "{:#?}",
        view.customer
    );
    assert_eq!(view.customer.masked.as_deref(), Some("•••••• 3210"));
    assert_eq!((view.cart.total_paise, view.cart.editable), (60_000, true));
    assert_eq!(
        (view.button.action_id.clone(), view.button.why.code),
        (None, WhyCode::RelinkNeeded)
    );
    counter.sleep_ms(120_000).await;
    assert_eq!(
        counter.simulator.request_count(Call::OtpSend),
        1,
        "no OTP before somebody asks for it"
    );

    counter.does(Command::Relink).await;
    assert_eq!(counter.simulator.request_count(Call::OtpSend), 2);
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    assert_eq!(counter.sale().held_text, "₹600.00");
    counter.audit().await;
}
