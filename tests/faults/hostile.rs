//! Answers that are made to look like a payment or a hold, through the whole till: none of them is believed.

use contract::{ButtonKind, Command};
use domain::SaleState::{self, CaptureAccepted, HoldUnknown, NeedsPerson, Paid};
use holdfast_tests::{Counter, RAVI};
use serde_json::{Value, json};
use simulator::{Call, Fault};

/// Every way in which `truth` can be almost true; `amount` is a member of its `data`.
fn lies(truth: &Value, amount: &str) -> Vec<String> {
    let with = |member: &str, value: Value| {
        let mut lie = truth.clone();
        lie["data"][member] = value;
        lie.to_string()
    };
    let text = truth.to_string();
    let right = format!("\"{amount}\":{}", truth["data"][amount]);
    let amount_written = |number: &str| {
        let lie = text.replacen(&right, &format!("\"{amount}\":{number}"), 1);
        assert_ne!(lie, text);
        lie
    };
    let paise = truth["data"][amount].as_i64().unwrap();
    let deep = format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    let mut lies = vec![
        with("transactionId", json!("S01J00000000000000000000000")),
        with("merchantId", json!("ANOTHER")),
        with(amount, json!(paise - 1)),
        with(amount, json!(paise + 1)),
        with(amount, json!(paise.to_string())),
        text.replacen(&right, &format!("{right},{right}"), 1),
        amount_written(&deep),
        text.replacen("\"data\":", &format!("\"data\":{deep},\"data\":"), 1),
        text.replacen("\"success\":true", "\"success\":false", 1),
        text[..text.len() - 1].to_owned(),
        format!("{text}{text}"),
        format!("\u{feff}{text}"),
        format!("<html>{text}</html>"),
        String::new(),
    ];
    lies.extend(["NaN", "1e309", "-1", "9223372036854775808", "45e3", "45000.0"].map(amount_written));
    lies
}

/// Each of them is what a person's look brings; the sale stands nowhere but where it is allowed to.
async fn is_told(counter: &Counter, call: Call, lies: Vec<String>, allowed: [SaleState; 2]) {
    for body in lies {
        counter.sleep_ms(2_000).await;
        counter.simulator.add_fault(
            call,
            Fault::Literal {
                status: 200,
                body: body.clone(),
                done: false,
            },
            1,
        );
        let our_ref = counter.our_ref();
        counter.does(Command::LookNow { our_ref }).await;
        let sale = counter.sale();
        assert!(allowed.contains(&sale.state), "{body:.200}: {sale:#?}");
        assert_eq!(sale.paid_at_ms, None, "{body:.200}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_that_is_almost_a_payment_makes_a_sale_paid() {
    let counter = Counter::open().await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.simulator.set_settlement(simulator::Settlement {
        after_ms: 600_000,
        ..simulator::Settlement::default()
    });
    counter.capture("450").await;
    let truth = json!({"success": true, "code": "PAYMENT_SUCCESS", "data": {
        "transactionId": our_ref, "merchantId": "HOLDFASTTRAINING", "amount": 45_000}});
    let lies = lies(&truth, "amount");
    is_told(
        &counter,
        Call::TransactionStatus,
        lies,
        [CaptureAccepted, NeedsPerson],
    )
    .await;
    counter.time_until_state(Paid).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_that_is_almost_a_hold_makes_a_sale_held() {
    let counter = Counter::open().await;
    counter.ready("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::LostBeforeEffect, 1);
    counter.press(ButtonKind::Pay).await;
    let truth = json!({"success": true, "code": "SUCCESS", "data": {
        "transactionId": counter.our_ref(), "authState": "AUTHORIZED", "authorizedAmount": 60_000}});
    let lies = lies(&truth, "authorizedAmount");
    is_told(&counter, Call::AuthStatus, lies, [HoldUnknown, NeedsPerson]).await;
    counter.is(NeedsPerson);
    counter.audit().await;
}
