use serde_json::{Value, json};

use super::{ASHA, Till};
use crate::{Call, Options, Simulator};

async fn read(till: &Till, path: &str) -> Value {
    let text = till
        .http
        .get(till.url(path))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    serde_json::from_str(&text).unwrap()
}

async fn order(till: &Till, path: &str, body: Value) -> (u16, Value) {
    let request = till
        .http
        .post(till.url(path))
        .header("Content-Type", "application/json");
    let response = request.body(body.to_string()).send().await.unwrap();
    let status = response.status().as_u16();
    (
        status,
        serde_json::from_str(&response.text().await.unwrap()).unwrap_or(Value::Null),
    )
}

#[tokio::test]
async fn the_clock_is_moved_over_http() {
    let till = Till::new().await;
    let before = read(&till, "/control/clock").await;
    assert_eq!(before["frozen"], true);
    let (_, after) = order(&till, "/control/clock/advance", json!({"ms": 5_000})).await;
    assert_eq!(
        after["now_ms"].as_i64().unwrap() - before["now_ms"].as_i64().unwrap(),
        5_000
    );
    let (_, running) = order(&till, "/control/clock/unfreeze", Value::Null).await;
    assert_eq!(running["frozen"], false);
    assert!(running["now_ms"].as_i64() >= after["now_ms"].as_i64());
    let (_, stopped) = order(&till, "/control/clock/freeze", Value::Null).await;
    assert_eq!(stopped["frozen"], true);
}

#[tokio::test]
async fn wallets_otps_tokens_and_settlement_are_set_over_http() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    assert_eq!(
        read(&till, &format!("/control/otp?mobile={ASHA}")).await["otp"],
        till.simulator.otp(ASHA).unwrap()
    );
    let (status, wallet) = order(
        &till,
        "/control/wallet",
        json!({"mobile": ASHA, "wallet": {"balance_paise": 70_000}}),
    )
    .await;
    assert_eq!((status, &wallet["usable_paise"]), (200, &json!(70_000)));
    let (status, _) = order(
        &till,
        "/control/wallet",
        json!({"mobile": ASHA, "wallet": {"balance": 1}}),
    )
    .await;
    assert_eq!(status, 400);
    let (status, _) = order(&till, "/control/wallet", json!({"mobile": "12", "wallet": {}})).await;
    assert_eq!(status, 400);
    let (status, _) = order(
        &till,
        "/control/topup",
        json!({"mobile": ASHA, "amount_paise": 500}),
    )
    .await;
    assert_eq!(status, 200);
    assert_eq!(
        read(&till, &format!("/control/wallet?mobile={ASHA}")).await["available_paise"],
        70_500
    );

    till.authorize(&token, "S1", 60_000).await;
    order(
        &till,
        "/control/settlement",
        json!({"after_ms": 999_999, "outcome": "success"}),
    )
    .await;
    till.capture("S1", 60_000).await;
    let (status, _) = order(
        &till,
        "/control/settle",
        json!({"transaction_id": "S1", "outcome": "error"}),
    )
    .await;
    assert_eq!(status, 200);
    let holds = read(&till, "/control/holds").await;
    assert_eq!(holds[0]["payment_code"], "PAYMENT_ERROR");
    assert_eq!(
        holds[0]["requests"],
        json!({"auth_authorize": 1, "auth_capture": 1})
    );
    let (_, killed) = order(&till, "/control/tokens/kill", json!({"mobile": ASHA})).await;
    assert_eq!(killed["tokens"], 1);
    let (status, _) = order(
        &till,
        "/control/otp/rules",
        json!({"life_ms": 1, "wrong_max": 1, "sends_max": 0, "sends_window_ms": 1}),
    )
    .await;
    assert_eq!(status, 200);
    assert_eq!(till.send_otp(ASHA).await.code(), "OTP_LIMIT_EXCEEDED");
}

#[tokio::test]
async fn faults_requests_and_violations_are_seen_over_http() {
    let till = Till::new().await;
    let fault = json!({"call": "otp_send", "fault": {"kind": "refuse", "code": "TOO_MANY_REQUESTS"}});
    assert_eq!(order(&till, "/control/faults", fault).await.0, 200);
    assert_eq!(till.send_otp(ASHA).await.code(), "TOO_MANY_REQUESTS");
    assert_eq!(
        order(
            &till,
            "/control/faults",
            json!({"call": "otp_send", "fault": {"kind": "x"}})
        )
        .await
        .0,
        422
    );
    assert_eq!(till.send_otp("12").await.code(), "BAD_REQUEST");
    assert_eq!(
        read(&till, "/control/requests").await["counts"],
        json!({"otp_send": 2})
    );
    assert_eq!(read(&till, "/control/violations").await[0]["call"], "otp_send");
    order(&till, "/control/violations/clear", Value::Null).await;
    assert_eq!(read(&till, "/control/violations").await, json!([]));
    assert_eq!(till.simulator.request_count(Call::OtpSend), 2);
}

#[tokio::test]
async fn a_foreign_page_reaches_neither_controls_nor_phone() {
    let till = Till::new().await;
    for path in ["/control/holds", "/phone"] {
        let request = till.http.get(till.url(path)).header("Host", "evil.example:80");
        assert_eq!(request.send().await.unwrap().status(), 403, "{path}");
    }
    // A form post, the only kind a page elsewhere can send unasked, is not JSON.
    let form = till
        .http
        .post(till.url("/control/clock/advance"))
        .header("Content-Type", "text/plain");
    assert_eq!(form.body("{\"ms\":1}").send().await.unwrap().status(), 415);
}

#[tokio::test]
async fn a_stopped_simulator_lets_go_of_its_port() {
    let till = Till::new().await;
    assert_eq!(till.send_otp(ASHA).await.code(), "SUCCESS");
    let url = till.url("/phone");
    till.simulator.stop();
    till.simulator.stopped().await;
    assert!(till.http.get(&url).send().await.unwrap_err().is_connect());

    let second = Simulator::start(Options::training()).await.unwrap();
    let (url, port) = (
        second.phone_url(),
        second.base_url().rsplit_once(':').unwrap().1.parse().unwrap(),
    );
    let clone = second.clone();
    drop(second);
    assert_eq!(till.http.get(&url).send().await.unwrap().status(), 200);
    drop(clone);
    // The last handle is gone: the port comes free, and the next one can have it.
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    let third = loop {
        match Simulator::start(Options {
            port,
            ..Options::training()
        })
        .await
        {
            Ok(third) => break third,
            Err(why) => assert!(std::time::Instant::now() < deadline, "{why}"),
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(third.phone_url(), url);
}
