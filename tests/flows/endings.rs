//! How holds and captures end when nobody lost anything: by time, and by the customer's bank.

use contract::{ButtonKind, Command, MoneyWord, WhyCode};
use domain::SaleState;
use holdfast_tests::{Counter, Plan, RAVI};
use serde_json::json;
use simulator::{Call, Ending, Fault, Outcome, Settlement};

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_past_its_deadline_is_expired_once_phonepe_agrees() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    let deadline_ms = counter.sale().deadline_at_ms.unwrap();
    assert_eq!(deadline_ms - counter.sale().asked_at_ms, 3_600_000);
    let seen = counter.time_until_state(SaleState::Expired).await;
    assert!(seen.now_ms >= deadline_ms);
    assert_eq!(seen.sale.as_ref().unwrap().money, MoneyWord::Released);
    assert_eq!(
        counter.simulator.hold(our_ref.as_str()).unwrap().ending,
        Some(Ending::Expired)
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_till_does_not_expire_a_hold_that_phonepe_still_holds() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    let held = json!({"success": true, "code": "SUCCESS", "data": {
        "transactionId": our_ref.as_str(), "authState": "AUTHORIZED", "authorizedAmount": 60_000, "capturedAmount": 0
    }});
    let fault = Fault::Literal {
        status: 200,
        body: held.to_string(),
        done: false,
    };
    counter.simulator.add_fault(Call::AuthStatus, fault, 5);
    let needs = |view: &contract::TillView| view.sale.as_ref().is_some_and(|sale| sale.needs_person);
    let asked = |view: &contract::TillView| {
        view.now_ms >= view.sale.as_ref().unwrap().deadline_at_ms.unwrap() + 65_000
    };
    counter
        .time_until("two looks past the deadline", 90 * 60_000, asked)
        .await;
    counter.is(SaleState::Held);
    assert!(!needs(&counter.view()), "not before ten minutes have passed");
    counter.time_until_state(SaleState::Expired).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capture_that_comes_too_late_is_told_so() {
    let counter = Counter::with(Plan {
        expiry_minutes: 1,
        ..Plan::default()
    })
    .await;
    counter.hold("600", RAVI).await;
    counter.pass_ms(60_000);
    counter.capture("450").await;
    let sale = counter.sale();
    assert_eq!(
        (sale.state, sale.why.map(|why| why.code)),
        (SaleState::Expired, Some(WhyCode::CaptureTooLate))
    );
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_of_an_expired_hold_is_a_release() {
    let counter = Counter::with(Plan {
        expiry_minutes: 1,
        ..Plan::default()
    })
    .await;
    counter.hold("600", RAVI).await;
    counter.pass_ms(60_000);
    counter.release().await;
    counter.is(SaleState::Released);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capture_that_fails_at_the_bank_is_not_paid() {
    for outcome in [Outcome::Error, Outcome::Declined] {
        let counter = Counter::open().await;
        counter.simulator.set_settlement(Settlement {
            after_ms: 2_000,
            outcome,
        });
        counter.hold("600", RAVI).await;
        counter.capture("450").await;
        counter.is(SaleState::CaptureAccepted);
        counter.time_until_state(SaleState::NotPaid).await;
        let sale = counter.sale();
        assert_eq!(
            (sale.money, sale.why.unwrap().code),
            (MoneyWord::Failed, WhyCode::PaymentFailed)
        );
        assert_eq!(sale.captured_text, None);
        counter.audit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capture_that_settles_slowly_is_captured_but_not_paid_until_it_is() {
    let counter = Counter::open().await;
    counter.hold("600", "9876540011").await;
    counter.capture("600").await;
    let asked_at_ms = counter.view().now_ms;
    let seen = counter.time_until_state(SaleState::Paid).await;
    let waited_ms = seen.now_ms - asked_at_ms;
    assert!((120_000..150_000).contains(&waited_ms), "{waited_ms}");
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_hold_gives_the_bill_back_to_be_tried_again() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    let refused = Fault::Refuse {
        code: "BLOCKED_FRAUD".to_owned(),
    };
    counter.simulator.add_fault(Call::AuthAuthorize, refused, 1);
    counter.press(ButtonKind::Pay).await;
    let sale = counter.sale();
    assert_eq!((sale.state, sale.can_leave), (SaleState::HoldRefused, true));
    assert_eq!(
        sale.provider_words.as_deref(),
        Some("Could not complete transaction due to security reasons.")
    );
    assert_eq!(sale.code.as_deref(), Some("BLOCKED_FRAUD"));
    counter.does(Command::SaleLeave).await;
    assert_eq!(counter.view().cart.total_paise, 60_000);
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_for_another_amount_or_another_sale_is_no_proof() {
    for wrong in [
        json!({"amount": 44_999}),
        json!({"amount": 450}),
        json!({"merchantId": "SOMEONEELSE"}),
        json!({"transactionId": "S01ARZ3NDEKTSV4RRFFQ69G5FAV"}),
    ] {
        let counter = Counter::open().await;
        let our_ref = counter.hold("600", RAVI).await;
        counter.capture("450").await;
        let mut data = json!({
            "transactionId": our_ref.as_str(), "merchantId": "HOLDFASTTRAINING", "amount": 45_000,
            "providerReferenceId": "P1", "paymentState": "COMPLETED", "payResponseCode": "SUCCESS"
        });
        data.as_object_mut()
            .unwrap()
            .extend(wrong.as_object().unwrap().clone());
        let body = json!({"success": true, "code": "PAYMENT_SUCCESS", "message": "ok", "data": data});
        let fault = Fault::Literal {
            status: 200,
            body: body.to_string(),
            done: false,
        };
        counter.simulator.add_fault(Call::TransactionStatus, fault, 1);
        counter.time_until_state(SaleState::NeedsPerson).await;
        let sale = counter.sale();
        assert_eq!(
            (sale.why.unwrap().code, sale.paid_at_ms),
            (WhyCode::Mismatch, None),
            "{wrong}"
        );
        assert!(sale.needs_person);
        // The true status, when it comes, is believed.
        counter.time_until_state(SaleState::Paid).await;
        counter.audit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paid_sale_that_phonepe_later_denies_is_a_contradiction_for_a_person() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.capture("600").await;
    counter.time_until_state(SaleState::Paid).await;
    let body = json!({"success": false, "code": "PAYMENT_ERROR", "message": "x", "data": {"transactionId": our_ref.as_str()}});
    let fault = Fault::Literal {
        status: 200,
        body: body.to_string(),
        done: false,
    };
    counter.simulator.add_fault(Call::TransactionStatus, fault, 1);
    counter.sleep_ms(5_000).await;
    counter
        .does(Command::LookNow {
            our_ref: our_ref.clone(),
        })
        .await;
    let sale = counter.sale();
    assert_eq!(
        (sale.state, sale.why.unwrap().code),
        (SaleState::NeedsPerson, WhyCode::Contradicted)
    );
    counter.sleep_ms(30_000).await;
    assert_eq!(
        counter.sale().state,
        SaleState::NeedsPerson,
        "the till alone does not clear it"
    );
    counter.does(Command::LookNow { our_ref }).await;
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_another_counter_captured_comes_before_a_person_and_ends_as_what_was_taken() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.captured_elsewhere(&our_ref, 25_000).await;
    let needs = |view: &contract::TillView| view.sale.as_ref().is_some_and(|sale| sale.needs_person);
    let seen = counter.time_until("a person is needed", 90 * 60_000, needs).await;
    let sale = seen.sale.as_ref().unwrap();
    assert_eq!(sale.state, SaleState::NeedsPerson);
    assert!(
        seen.now_ms - sale.deadline_at_ms.unwrap() <= 60_000,
        "the first look after the deadline says so"
    );
    counter.time_until_state(SaleState::Paid).await;
    assert_eq!(counter.sale().captured_text.as_deref(), Some("₹250.00"));
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_of_a_hold_that_another_counter_captured_finds_the_payment_and_rings_the_alarm() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.captured_elsewhere(&our_ref, 25_000).await;
    counter.release().await;
    counter.time_until_state(SaleState::Paid).await;
    assert!(counter.sale().alarm);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capture_lost_on_the_last_second_of_its_hold_ends_expired_not_failed() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    let left_ms = counter.sale().deadline_at_ms.unwrap() - counter.view().now_ms;
    counter.sleep_ms(left_ms - 1_000).await;
    counter
        .simulator
        .add_fault(Call::AuthCapture, Fault::LostBeforeEffect, 1);
    counter.capture("450").await;
    counter.is(SaleState::CaptureUnknown);
    let ended = |view: &contract::TillView| view.sale.as_ref().is_some_and(|sale| sale.state.is_final());
    counter
        .time_until("the capture is explained", 60_000, ended)
        .await;
    counter.is(SaleState::Expired);
    assert_eq!(counter.sale().released_text.as_deref(), Some("₹600.00"));
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_whose_reply_named_another_sale_ends_released_not_failed() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    let other = serde_json::json!({"transactionId": "S01J00000000000000000000000", "authState": "CANCELLED"});
    let fault = Fault::Altered {
        members: [("/data".to_owned(), other)].into(),
    };
    counter.simulator.add_fault(Call::AuthCancel, fault, 1);
    counter.release().await;
    counter.is(SaleState::NeedsPerson);
    counter.time_until_state(SaleState::Released).await;
    counter.audit().await;
}
