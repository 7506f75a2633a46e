use serde_json::{Value, json};

use super::{ASHA, AUTHORIZE, CAPTURE, Till};
use crate::{Ending, HoldState, Outcome, Settlement};

#[tokio::test]
async fn a_hold_blocks_and_a_partial_capture_releases_the_rest() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let held = till.authorize(&token, "S1", 60_000).await;
    let expected = json!({"transactionId": "S1", "authState": "AUTHORIZED", "authorizedAmount": 60_000,
        "capturedAmount": 0, "providerReferenceId": null});
    assert_eq!(held.body["data"], expected);
    assert_eq!(till.simulator.wallet(ASHA).available_paise, 440_000);
    assert_eq!(till.payment_status("S1").await.code(), "PAYMENT_PENDING");

    let captured = till.capture("S1", 45_000).await;
    assert_eq!(captured.body.get("success"), None);
    assert_eq!(
        (captured.data("authState"), captured.data("amount")),
        (&json!("CREATED"), &json!(45_000))
    );
    assert_eq!(till.simulator.wallet(ASHA).available_paise, 455_000);
    let pending = till.payment_status("S1").await;
    assert_eq!((pending.status, pending.code()), (200, "PAYMENT_PENDING"));
    till.assert_no_violation();
}

#[tokio::test]
async fn a_capture_settles_in_its_own_time() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.simulator.set_settlement(Settlement {
        after_ms: 30_000,
        outcome: Outcome::Success,
    });
    till.authorize(&token, "S1", 60_000).await;
    till.capture("S1", 45_000).await;
    till.simulator.advance_clock_ms(29_999);
    assert_eq!(till.payment_status("S1").await.code(), "PAYMENT_PENDING");
    till.simulator.advance_clock_ms(1);
    let paid = till.payment_status("S1").await;
    assert_eq!(paid.code(), "PAYMENT_SUCCESS");
    assert_eq!(paid.body["success"], true);
    assert_eq!(paid.data("amount"), 45_000);
    assert_eq!(paid.data("merchantId"), super::MERCHANT);
    assert_eq!(till.auth_status("S1").await.data("authState"), "COMPLETED");
    assert_eq!(till.simulator.wallet(ASHA).wallet.balance_paise, 455_000);
    till.assert_no_violation();
}

#[tokio::test]
async fn a_settlement_can_end_badly_although_the_auth_state_is_completed() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    for (id, outcome, code) in [
        ("S1", Outcome::Error, "PAYMENT_ERROR"),
        ("S2", Outcome::Declined, "PAYMENT_DECLINED"),
    ] {
        till.authorize(&token, id, 60_000).await;
        till.capture(id, 60_000).await;
        assert!(till.simulator.settle(id, outcome));
        assert!(!till.simulator.settle(id, outcome));
        let status = till.payment_status(id).await;
        assert_eq!((status.code(), &status.body["success"]), (code, &json!(false)));
        assert_eq!(till.auth_status(id).await.data("authState"), "COMPLETED");
    }
    assert_eq!(till.simulator.wallet(ASHA).available_paise, 500_000);
}

#[tokio::test]
async fn a_hold_is_captured_once_and_never_beyond_its_amount() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    let over = till.capture("S1", 60_001).await;
    assert_eq!((over.status, over.code()), (400, "BAD_REQUEST"));
    assert_eq!(till.simulator.violations().len(), 1);
    assert_eq!(
        till.ask(CAPTURE, json!({"transactionId": "S1"}))
            .await
            .data("amount"),
        60_000
    );
    let again = till.capture("S1", 60_000).await;
    assert_eq!((again.status, again.code()), (417, "INVALID_TRANSACTION_ID"));
    assert_eq!(till.cancel("S1").await.code(), "AUTHORIZATION_ALREADY_CAPTURED");
}

#[tokio::test]
async fn a_cancelled_hold_is_released_and_stays_so() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    let cancelled = till.cancel("S1").await;
    assert_eq!(cancelled.body.get("success"), None);
    assert_eq!(
        cancelled.body["data"],
        json!({"transactionId": "S1", "authState": "CANCELLED"})
    );
    assert_eq!(till.simulator.wallet(ASHA).available_paise, 500_000);
    assert_eq!(till.cancel("S1").await.code(), "AUTHORIZATION_ALREADY_CANCELLED");
    assert_eq!(
        till.capture("S1", 100).await.code(),
        "AUTHORIZATION_ALREADY_CANCELLED"
    );
    assert_eq!(till.payment_status("S1").await.code(), "PAYMENT_CANCELLED");
    assert_eq!(till.simulator.hold("S1").unwrap().ending, Some(Ending::Cancelled));
    till.assert_no_violation();
}

#[tokio::test]
async fn a_hold_expires_by_itself() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    till.simulator.advance_clock_ms(60 * 60_000 - 1);
    assert_eq!(till.auth_status("S1").await.data("authState"), "AUTHORIZED");
    till.simulator.advance_clock_ms(1);
    assert_eq!(till.auth_status("S1").await.data("authState"), "CANCELLED");
    assert_eq!(till.simulator.wallet(ASHA).available_paise, 500_000);
    assert_eq!(
        till.capture("S1", 100).await.code(),
        "AUTHORIZATION_ALREADY_CANCELLED"
    );
    assert_eq!(till.cancel("S1").await.code(), "AUTHORIZATION_ALREADY_CANCELLED");
    let hold = till.simulator.hold("S1").unwrap();
    assert_eq!(
        (hold.state, hold.ending),
        (HoldState::Cancelled, Some(Ending::Expired))
    );
}

#[tokio::test]
async fn a_used_transaction_id_is_refused_with_417_and_blocks_nothing() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    let again = till.authorize(&token, "S1", 60_000).await;
    assert_eq!((again.status, again.code()), (417, "INVALID_TRANSACTION_ID"));
    assert_eq!(till.simulator.wallet(ASHA).blocked_paise, 60_000);
    till.assert_no_violation();
}

#[tokio::test]
async fn an_authorize_that_cannot_be_is_refused_and_leaves_no_transaction() {
    let till = Till::new().await;
    let rows = [
        ("9876540001", 60_000, "PAYMENT_ERROR"),
        ("9876540002", 100, "WALLET_NOT_ACTIVATED"),
        ("9876540003", 100, "WALLET_NOT_ACTIVATED"),
        ("9876540004", 100, "WALLET_LIMIT_BREACHED"),
        ("9876540009", 50_001, "PAYMENT_ERROR"),
    ];
    for (mobile, paise, code) in rows {
        let token = till.link(mobile).await;
        assert_eq!(till.authorize(&token, "S1", paise).await.code(), code, "{mobile}");
    }
    let token = till.link(ASHA).await;
    till.simulator
        .edit_wallet(ASHA, |wallet| wallet.fraud_suspected = true);
    assert_eq!(till.authorize(&token, "S1", 100).await.code(), "BLOCKED_FRAUD");
    let unknown = till.auth_status("S1").await;
    assert_eq!((unknown.status, unknown.code()), (404, "TRANSACTION_NOT_FOUND"));
    assert_eq!(till.payment_status("S1").await.code(), "TRANSACTION_NOT_FOUND");
    assert_eq!(till.capture("S1", 100).await.code(), "TRANSACTION_NOT_FOUND");
    assert_eq!(till.cancel("S1").await.code(), "TRANSACTION_NOT_FOUND");
    till.assert_no_violation();
}

#[tokio::test]
async fn what_holds_block_cannot_be_held_again() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    assert_eq!(till.authorize(&token, "S1", 300_000).await.code(), "SUCCESS");
    assert_eq!(
        till.authorize(&token, "S2", 300_000).await.code(),
        "PAYMENT_ERROR"
    );
    let balance = till.balance(&token, 300_000, "TRANSACTIONAL").await;
    assert_eq!(balance.data("wallet")["usableBalance"], 200_000);
    assert_eq!(balance.data("wallet")["debitPossible"], false);
    till.cancel("S1").await;
    assert_eq!(till.authorize(&token, "S2", 300_000).await.code(), "SUCCESS");
}

#[tokio::test]
async fn capture_and_cancel_are_refused_for_those_whom_phonepe_stopped() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 100).await;
    till.simulator
        .edit_wallet(ASHA, |wallet| wallet.fraud_suspected = true);
    assert_eq!(till.capture("S1", 100).await.code(), "BLOCKED_FRAUD");
    till.simulator
        .edit_wallet(ASHA, |wallet| wallet.blacklisted = true);
    assert_eq!(till.capture("S1", 100).await.code(), "USER_BLACKLISTED");
    assert_eq!(till.cancel("S1").await.code(), "USER_BLACKLISTED");
    till.assert_no_violation();
}

#[tokio::test]
async fn the_cast_settles_late_or_badly_and_loses_a_reply() {
    let till = Till::new().await;
    let declined = till.link("9876540010").await;
    till.authorize(&declined, "S1", 100).await;
    till.capture("S1", 100).await;
    let slow = till.link("9876540011").await;
    till.authorize(&slow, "S2", 100).await;
    till.capture("S2", 100).await;
    till.simulator.advance_clock_ms(119_999);
    assert_eq!(till.payment_status("S1").await.code(), "PAYMENT_DECLINED");
    assert_eq!(till.payment_status("S2").await.code(), "PAYMENT_PENDING");
    till.simulator.advance_clock_ms(1);
    assert_eq!(till.payment_status("S2").await.code(), "PAYMENT_SUCCESS");

    let lost = till.link("9876540012").await;
    let payload = json!({"merchantId": super::MERCHANT, "userAuthToken": lost, "authRequestType": "WALLET_AUTH",
        "transactionId": "S3", "amount": 100});
    assert!(till.post(AUTHORIZE, &payload).send().await.is_err());
    assert_eq!(
        till.auth_status("S3").await.data("providerReferenceId"),
        &Value::Null
    );
    till.assert_no_violation();
}
