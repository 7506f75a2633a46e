use serde_json::{Value, json};

use super::{ASHA, CAPTURE, Heard, MERCHANT, Till};
use crate::{Call, Fault, RefundRule, RefundState};

const REFUND: &str = "/v3/credit/backToSource";

fn request(id: &str, paise: i64) -> Value {
    json!({"merchantId": MERCHANT, "transactionId": id, "originalTransactionId": "S1", "amount": paise,
        "merchantOrderId": "S1", "message": "too much"})
}

async fn refund(till: &Till, id: &str, paise: i64) -> Heard {
    till.hear(till.post(REFUND, &request(id, paise))).await
}

/// A till whose customer has paid ₹450.00 of ₹600.00 under S1.
async fn paid() -> Till {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    till.ask(CAPTURE, json!({"transactionId": "S1", "amount": 45_000}))
        .await;
    till.simulator.advance_clock_ms(2_000);
    assert_eq!(till.payment_status("S1").await.code(), "PAYMENT_SUCCESS");
    till
}

#[tokio::test]
async fn a_refund_is_pending_first_and_gives_the_money_back_when_it_succeeds() {
    let till = paid().await;
    let asked = refund(&till, "R1", 20_000).await;
    assert_eq!((asked.status, asked.code()), (200, "PAYMENT_PENDING"));
    assert_eq!(
        (asked.data("amount"), asked.data("merchantId")),
        (&json!(20_000), &json!(MERCHANT))
    );
    assert_eq!(till.payment_status("R1").await.code(), "PAYMENT_PENDING");
    assert_eq!(till.simulator.wallet(ASHA).wallet.balance_paise, 455_000);
    till.simulator.advance_clock_ms(5_000);
    let status = till.payment_status("R1").await;
    assert_eq!(
        (status.code(), status.data("amount")),
        ("PAYMENT_SUCCESS", &json!(20_000))
    );
    assert_eq!(till.simulator.wallet(ASHA).wallet.balance_paise, 475_000);
    assert_eq!(
        till.payment_status("S1").await.code(),
        "PAYMENT_SUCCESS",
        "the payment stands"
    );
    till.assert_no_violation();
}

#[tokio::test]
async fn a_refund_can_fail_or_stay_pending_and_then_be_ended_by_hand() {
    let till = paid().await;
    till.simulator.set_refund_rule(RefundRule {
        after_ms: 1_000,
        state: RefundState::Failed,
    });
    refund(&till, "R1", 45_000).await;
    till.simulator.advance_clock_ms(1_000);
    assert_eq!(till.payment_status("R1").await.code(), "PAYMENT_ERROR");
    assert_eq!(till.simulator.wallet(ASHA).wallet.balance_paise, 455_000);
    till.simulator.set_refund_rule(RefundRule {
        after_ms: 0,
        state: RefundState::Pending,
    });
    refund(&till, "R2", 45_000).await;
    till.simulator.advance_clock_ms(10_000_000);
    assert_eq!(till.payment_status("R2").await.code(), "PAYMENT_PENDING");
    assert!(till.simulator.end_refund("R2", RefundState::Success));
    assert!(!till.simulator.end_refund("R2", RefundState::Failed));
    assert_eq!(till.payment_status("R2").await.code(), "PAYMENT_SUCCESS");
}

#[tokio::test]
async fn a_second_refund_while_one_is_pending_and_one_beyond_the_payment_are_excess() {
    let till = paid().await;
    refund(&till, "R1", 20_000).await;
    let second = refund(&till, "R2", 1).await;
    assert_eq!(
        (
            second.code(),
            second.data("payResponseCode"),
            &second.body["success"]
        ),
        ("PAYMENT_ERROR", &json!("EXCESS_REFUND_AMOUNT"), &json!(false))
    );
    assert_eq!(till.payment_status("R2").await.code(), "TRANSACTION_NOT_FOUND");
    till.simulator.advance_clock_ms(5_000);
    assert_eq!(refund(&till, "R3", 25_001).await.code(), "PAYMENT_ERROR");
    assert_eq!(refund(&till, "R4", 25_000).await.code(), "PAYMENT_PENDING");
    assert_eq!(refund(&till, "R4", 25_000).await.code(), "INVALID_TRANSACTION_ID");
    assert_eq!(refund(&till, "S1", 1).await.code(), "INVALID_TRANSACTION_ID");
    till.simulator.advance_clock_ms(5_000);
    let given: i64 = till
        .simulator
        .refunds()
        .iter()
        .map(|refund| refund.amount_paise)
        .sum();
    assert_eq!(given, 45_000);
}

#[tokio::test]
async fn only_a_payment_that_stands_is_refunded() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    assert_eq!(refund(&till, "R1", 1).await.code(), "TRANSACTION_NOT_FOUND");
    till.ask(CAPTURE, json!({"transactionId": "S1"})).await;
    assert_eq!(
        refund(&till, "R1", 1).await.code(),
        "TRANSACTION_NOT_FOUND",
        "not settled"
    );
    assert_eq!(till.simulator.refunds(), []);
}

#[tokio::test]
async fn the_payment_can_be_named_by_phonepes_own_id_and_by_one_id_only() {
    let till = paid().await;
    let provider = till
        .payment_status("S1")
        .await
        .data("providerReferenceId")
        .clone();
    let mut named = request("R1", 100);
    let members = named.as_object_mut().unwrap();
    members.insert("providerReferenceId".to_owned(), provider);
    assert_eq!(till.hear(till.post(REFUND, &named)).await.code(), "BAD_REQUEST");
    named.as_object_mut().unwrap().remove("originalTransactionId");
    assert_eq!(
        till.hear(till.post(REFUND, &named)).await.code(),
        "PAYMENT_PENDING"
    );
    assert_eq!(till.simulator.violations().len(), 1);
}

#[tokio::test]
async fn a_malformed_refund_is_a_breach_and_nothing_is_taken_on() {
    let till = paid().await;
    for spoil in [
        "transactionId",
        "originalTransactionId",
        "amount",
        "merchantOrderId",
        "message",
    ] {
        let mut spoilt = request("R1", 100);
        spoilt.as_object_mut().unwrap().remove(spoil);
        assert_eq!(
            till.hear(till.post(REFUND, &spoilt)).await.code(),
            "BAD_REQUEST",
            "{spoil}"
        );
    }
    for (name, value) in [
        ("amount", json!("100")),
        ("amount", json!(0)),
        ("amount", json!(1.5)),
        ("more", json!(1)),
    ] {
        let mut spoilt = request("R1", 100);
        spoilt[name] = value;
        assert_eq!(
            till.hear(till.post(REFUND, &spoilt)).await.code(),
            "BAD_REQUEST",
            "{name}"
        );
    }
    assert_eq!(till.simulator.violations().len(), 9);
    assert_eq!(till.simulator.refunds(), []);
}

#[tokio::test]
async fn a_lost_reply_leaves_the_refund_and_its_request_is_counted_under_its_own_id() {
    let till = paid().await;
    till.simulator.add_fault(Call::Refund, Fault::LostAfterEffect, 1);
    assert!(till.post(REFUND, &request("R1", 100)).send().await.is_err());
    assert_eq!(till.payment_status("R1").await.code(), "PAYMENT_PENDING");
    assert_eq!(till.simulator.request_count_for(Call::Refund, "R1"), 1);
}
