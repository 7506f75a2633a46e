use serde_json::json;

use super::{ASHA, AUTHORIZE, CAPTURE, MERCHANT, Till};
use crate::{Call, Fault, HoldState};

fn authorize(token: &str) -> serde_json::Value {
    json!({"merchantId": MERCHANT, "userAuthToken": token, "authRequestType": "WALLET_AUTH",
        "transactionId": "S1", "amount": 60_000})
}

#[tokio::test]
async fn a_request_lost_before_its_effect_does_nothing_and_is_counted() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.simulator
        .add_fault(Call::AuthAuthorize, Fault::LostBeforeEffect, 2);
    for _ in 0..2 {
        let lost = till.post(AUTHORIZE, &authorize(&token)).send().await.unwrap_err();
        assert!(!lost.is_timeout() && lost.status().is_none(), "{lost:?}");
    }
    assert_eq!(till.simulator.hold("S1"), None);
    assert_eq!(till.simulator.request_count_for(Call::AuthAuthorize, "S1"), 2);
    assert_eq!(
        till.hear(till.post(AUTHORIZE, &authorize(&token))).await.code(),
        "SUCCESS"
    );
    assert_eq!(
        till.simulator.hold("S1").unwrap().requests[&Call::AuthAuthorize],
        3
    );
}

#[tokio::test]
async fn a_reply_lost_after_the_effect_leaves_the_hold() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.simulator
        .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
    assert!(till.post(AUTHORIZE, &authorize(&token)).send().await.is_err());
    assert_eq!(till.auth_status("S1").await.data("authState"), "AUTHORIZED");
    let answered = till.simulator.requests().pop().unwrap();
    assert_eq!(
        (answered.call, answered.answered.as_deref()),
        (Call::AuthStatus, Some("SUCCESS"))
    );
    till.assert_no_violation();
}

#[tokio::test]
async fn a_delayed_reply_waits_for_the_clock_and_its_effect_does_not() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.simulator
        .add_fault(Call::AuthAuthorize, Fault::Delay { ms: 60_000 }, 1);
    let pending = tokio::spawn(till.post(AUTHORIZE, &authorize(&token)).send());
    till.simulator.wait_until(|now| now.hold("S1").is_some()).await;
    assert!(!pending.is_finished());
    till.simulator.advance_clock_ms(60_000);
    assert_eq!(pending.await.unwrap().unwrap().status(), 200);
}

#[tokio::test]
async fn a_late_effect_comes_even_when_the_caller_has_hung_up() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.simulator
        .add_fault(Call::AuthAuthorize, Fault::LateEffect { ms: 60_000 }, 1);
    let caller = tokio::spawn(till.post(AUTHORIZE, &authorize(&token)).send());
    till.simulator.requests_reach(Call::AuthAuthorize, 1).await;
    caller.abort();
    assert!(caller.await.is_err());
    assert_eq!(till.auth_status("S1").await.code(), "TRANSACTION_NOT_FOUND");
    till.simulator.advance_clock_ms(60_000);
    till.simulator.wait_until(|now| now.hold("S1").is_some()).await;
    assert_eq!(till.auth_status("S1").await.data("authState"), "AUTHORIZED");
}

#[tokio::test]
async fn server_errors_do_it_only_when_told_to() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.simulator
        .add_fault(Call::AuthAuthorize, Fault::ServerError { done: false }, 1);
    let failed = till.hear(till.post(AUTHORIZE, &authorize(&token))).await;
    assert_eq!((failed.status, failed.code()), (500, "INTERNAL_SERVER_ERROR"));
    assert_eq!(till.simulator.hold("S1"), None);
    till.simulator
        .add_fault(Call::AuthAuthorize, Fault::BadGateway { done: true }, 1);
    let gateway = till.post(AUTHORIZE, &authorize(&token)).send().await.unwrap();
    assert_eq!(
        (
            gateway.status().as_u16(),
            gateway.headers()["content-type"].to_str().unwrap()
        ),
        (502, "text/html")
    );
    assert!(gateway.text().await.unwrap().starts_with("<html>"));
    assert_eq!(till.simulator.hold("S1").unwrap().state, HoldState::Authorized);
}

#[tokio::test]
async fn a_truncated_reply_breaks_off_in_its_body() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    till.simulator
        .add_fault(Call::AuthCapture, Fault::TruncatedBody, 1);
    let response = till
        .post(CAPTURE, &json!({"merchantId": MERCHANT, "transactionId": "S1"}))
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.text().await.is_err());
    assert_eq!(till.simulator.hold("S1").unwrap().state, HoldState::Created);
}

#[tokio::test]
async fn garbage_duplicates_refusals_and_literals_are_sent_as_ordered() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let ask = || till.post(AUTHORIZE, &authorize(&token));
    let add = |fault| till.simulator.add_fault(Call::AuthAuthorize, fault, 1);
    add(Fault::Duplicate);
    add(Fault::Refuse {
        code: "TOO_MANY_REQUESTS".to_owned(),
    });
    add(Fault::Literal {
        status: 418,
        body: "[]".to_owned(),
        done: false,
    });
    add(Fault::GarbageBody);
    let duplicate = till.hear(ask()).await;
    assert_eq!(
        (duplicate.status, duplicate.code()),
        (417, "INVALID_TRANSACTION_ID")
    );
    let refused = till.hear(ask()).await;
    assert_eq!((refused.status, refused.code()), (429, "TOO_MANY_REQUESTS"));
    let literal = till.hear(ask()).await;
    assert_eq!((literal.status, literal.body), (418, json!([])));
    assert_eq!(till.simulator.hold("S1"), None);
    let garbage = ask().send().await.unwrap().text().await.unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&garbage).is_err());
    assert_eq!(till.simulator.hold("S1").unwrap().state, HoldState::Authorized);

    add(Fault::Duplicate);
    till.simulator.clear_faults();
    let real = till.hear(ask()).await;
    assert_eq!(real.status, 417, "the id is really used by now");
    assert_eq!(
        till.simulator.requests().last().unwrap().answered.as_deref(),
        Some("INVALID_TRANSACTION_ID")
    );
}

#[tokio::test]
async fn an_altered_reply_says_something_else_about_what_was_done() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let members = [
        ("/data/authorizedAmount", json!(60_001)),
        ("/data/merchantId", json!("ANOTHER")),
        ("/nowhere/at/all", json!(1)),
    ];
    let members = members.map(|(pointer, value)| (pointer.to_owned(), value)).into();
    till.simulator
        .add_fault(Call::AuthAuthorize, Fault::Altered { members }, 1);
    let altered = till.hear(till.post(AUTHORIZE, &authorize(&token))).await;
    assert_eq!((altered.status, altered.code()), (200, "SUCCESS"));
    assert_eq!(altered.data("authorizedAmount"), 60_001);
    assert_eq!(altered.data("merchantId"), "ANOTHER");
    assert_eq!(altered.data("authState"), "AUTHORIZED");
    assert_eq!(altered.body.get("nowhere"), None);
    assert_eq!(till.simulator.hold("S1").unwrap().authorized_paise, 60_000);
}
