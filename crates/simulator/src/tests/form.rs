//! Each breach of the published form gets its code, is recorded, and changes nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{ASHA, AUTHORIZE, BALANCE, MERCHANT, SEND, TOPUP, Till, VERIFY};
use crate::{Options, signing};

async fn assert_breach(till: &Till, request: reqwest::RequestBuilder, code: &str, what: &str) {
    let before = till.simulator.violations().len();
    let heard = till.hear(request).await;
    assert_eq!(heard.code(), code, "{what}: {heard:?}");
    assert_eq!(till.simulator.violations().len(), before + 1, "{what}");
}

fn send() -> Value {
    json!({"merchantId": MERCHANT, "mobileNumber": ASHA})
}

/// A POST whose body and signature agree, whatever they are.
fn signed(till: &Till, path: &str, base64: &str, body: String) -> reqwest::RequestBuilder {
    let verify = signing::for_post(base64, path, &Options::training().salt_key, 1);
    let request = till
        .http
        .post(till.url(path))
        .header("Content-Type", "application/json");
    request
        .header("X-VERIFY", verify)
        .header("X-DEVICE-ID", "d")
        .body(body)
}

#[tokio::test]
async fn a_wrong_signature_is_authorization_failed() {
    let till = Till::new().await;
    let base64 = STANDARD.encode(send().to_string());
    let key = Options::training().salt_key;
    let good = signing::for_post(&base64, SEND, &key, 1);
    let wrong = [
        signing::for_post(&base64, "/v3/merchant/otp/sent", &key, 1),
        signing::for_post(&base64, SEND, "another key", 1),
        signing::for_post(&base64, SEND, &key, 2),
        good.to_uppercase(),
        String::new(),
    ];
    for verify in wrong {
        let request = till
            .http
            .post(till.url(SEND))
            .header("Content-Type", "application/json");
        let request = request
            .header("X-VERIFY", verify.clone())
            .body(json!({"request": base64}).to_string());
        assert_breach(&till, request, "AUTHORIZATION_FAILED", &verify).await;
    }
    let none = till
        .http
        .post(till.url(SEND))
        .header("Content-Type", "application/json");
    let none = none.body(json!({"request": base64}).to_string());
    assert_breach(&till, none, "AUTHORIZATION_FAILED", "no header").await;
    let status = format!("/v3/auth/{MERCHANT}/S1/status");
    let get = till
        .http
        .get(till.url(&status))
        .header("Content-Type", "application/json");
    let get = get.header("X-VERIFY", signing::for_get("/v3/auth", &key, 1));
    assert_breach(&till, get, "AUTHORIZATION_FAILED", "get").await;
    assert_eq!(till.simulator.otp(ASHA), None);
}

#[tokio::test]
async fn the_body_is_one_member_with_standard_base64() {
    let till = Till::new().await;
    let base64 = STANDARD.encode(send().to_string());
    let unpadded = STANDARD
        .encode(format!("{} ", send()))
        .trim_end_matches('=')
        .to_owned();
    let bodies = [
        (base64.clone(), json!({"request": base64, "more": 1}).to_string()),
        (
            base64.clone(),
            format!("{{\"request\":\"{base64}\",\"request\":\"{base64}\"}}"),
        ),
        (base64.clone(), json!(base64).to_string()),
        (base64.clone(), json!({"request": 5}).to_string()),
        (base64.clone(), String::new()),
        ("*".to_owned(), json!({"request": "*"}).to_string()),
        (unpadded.clone(), json!({"request": unpadded}).to_string()),
        (
            STANDARD.encode("[1]"),
            json!({"request": STANDARD.encode("[1]")}).to_string(),
        ),
    ];
    for (base64, body) in bodies {
        assert_breach(
            &till,
            signed(&till, SEND, &base64, body.clone()),
            "BAD_REQUEST",
            &body,
        )
        .await;
    }
}

#[tokio::test]
async fn fields_are_those_of_the_page_with_their_types() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let authorize = json!({"merchantId": MERCHANT, "userAuthToken": token, "authRequestType": "WALLET_AUTH",
        "transactionId": "S1", "amount": 100});
    let spoilt = |name: &str, value: Value| {
        let mut payload = authorize.clone();
        payload[name] = value;
        payload
    };
    let rows = [
        spoilt("amount", json!("100")),
        spoilt("amount", json!(100.0)),
        spoilt("amount", json!(0)),
        spoilt("amount", json!(-1)),
        spoilt("amount", Value::Null),
        spoilt("transactionId", json!("S 1")),
        spoilt("transactionId", json!("S".repeat(35))),
        spoilt("transactionId", json!("")),
        spoilt("transactionId", json!(7)),
        spoilt("authRequestType", json!("UPI_AUTH")),
        spoilt("expiry", json!("60")),
        spoilt("expiry", json!(0)),
        spoilt("note", json!("x")),
        spoilt("merchantId", json!("ANOTHER")),
        json!({"merchantId": MERCHANT, "userAuthToken": token, "transactionId": "S1", "amount": 100}),
    ];
    for payload in rows {
        assert_breach(
            &till,
            till.post(AUTHORIZE, &payload),
            "BAD_REQUEST",
            &payload.to_string(),
        )
        .await;
    }
    let double = "{\"merchantId\":\"HOLDFASTTRAINING\",\"mobileNumber\":\"9876543210\",\"mobileNumber\":\"9876543211\"}";
    let base64 = STANDARD.encode(double);
    let body = json!({"request": base64}).to_string();
    assert_breach(
        &till,
        signed(&till, SEND, &base64, body),
        "BAD_REQUEST",
        "a doubled field",
    )
    .await;
    assert!(till.simulator.holds().is_empty());
}

#[tokio::test]
async fn numbers_balances_and_top_ups_are_checked_too() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    for mobile in [
        "987654321",
        "98765432100",
        "+919876543210",
        "5876543210",
        "98765 4321",
    ] {
        let payload = json!({"merchantId": MERCHANT, "mobileNumber": mobile});
        assert_breach(&till, till.post(SEND, &payload), "BAD_REQUEST", mobile).await;
    }
    let balance = |paise: i64, workflow: &str| json!({"merchantId": MERCHANT, "userAuthToken": token, "txnAmount": paise, "topupWorkflowType": workflow});
    for payload in [
        balance(0, "TRANSACTIONAL"),
        balance(-1, "NON_TRANSACTIONAL"),
        balance(1, "OTHER"),
    ] {
        assert_breach(
            &till,
            till.post(BALANCE, &payload),
            "BAD_REQUEST",
            &payload.to_string(),
        )
        .await;
    }
    let mut device = balance(1, "TRANSACTIONAL");
    device["deviceContext"] = json!({"phonePeVersionCode": "400698"});
    assert_breach(
        &till,
        till.post(BALANCE, &device),
        "BAD_REQUEST",
        "version as text",
    )
    .await;
    let topup = json!({"merchantId": MERCHANT, "amount": 1, "topupWorkflowType": "TRANSACTIONAL",
        "recommendedAmounts": [1, 2]});
    assert_breach(&till, till.post(TOPUP, &topup), "BAD_REQUEST", "two amounts").await;
}

#[tokio::test]
async fn a_device_id_is_needed_where_the_pages_say_so() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let verify = json!({"merchantId": MERCHANT, "otpToken": "t", "otp": "12345"});
    let balance = json!({"merchantId": MERCHANT, "userAuthToken": token, "txnAmount": 1,
        "topupWorkflowType": "TRANSACTIONAL"});
    let authorize = json!({"merchantId": MERCHANT, "userAuthToken": token, "authRequestType": "WALLET_AUTH",
        "transactionId": "S1", "amount": 100});
    let rows = [
        (VERIFY, verify, "INVALID_DEVICE_ID"),
        (BALANCE, balance, "WALLET_RELINK_REQUIRED"),
        (AUTHORIZE, authorize, "WALLET_RELINK_REQUIRED"),
    ];
    for (path, payload, code) in rows {
        let base = till.post(path, &payload).build().unwrap();
        for spoilt in [None, Some("x".repeat(65))] {
            let mut request = base.try_clone().unwrap();
            request.headers_mut().remove("x-device-id");
            if let Some(id) = spoilt {
                request.headers_mut().insert("x-device-id", id.parse().unwrap());
            }
            let request = reqwest::RequestBuilder::from_parts(till.http.clone(), request);
            assert_breach(&till, request, code, path).await;
        }
    }
}

#[tokio::test]
async fn headers_have_the_pages_names_and_forms() {
    let till = Till::new().await;
    let rows = [
        ("X-DEVICE-OS-VERSION", "29"),
        ("X-DEVICE-LATITUDE", "91"),
        ("X-DEVICE-LATITUDE", "north"),
        ("X-DEVICE-LONGITUDE", "-180.5"),
        ("X-MERCHANT-APP-VERSION", "v one"),
        ("X-DEVICE-NETWORK-TYPE", "wifi"),
        ("X-DEVICE-MODEL", " "),
        ("X-DEVICE-UPI-ID", "123456789012345678901234567890123456"),
        ("X-CALLBACK-URL", "https://example.com/"),
        ("X-DEVICE-ID", "a second one"),
    ];
    for (name, value) in rows {
        let request = till.post(SEND, &send()).header(name, value);
        let what = format!("{name}: {value}");
        let code = "BAD_REQUEST";
        assert_breach(&till, request, code, &what).await;
    }
    let mut plain = till.post(SEND, &send()).build().unwrap();
    plain
        .headers_mut()
        .insert("content-type", "text/plain".parse().unwrap());
    let plain = reqwest::RequestBuilder::from_parts(till.http.clone(), plain);
    assert_breach(&till, plain, "BAD_REQUEST", "content type").await;

    till.simulator.clear_violations();
    let full = till
        .post(SEND, &send())
        .header("X-DEVICE-MANUFACTURER", "OnePlus")
        .header("X-DEVICE-MODEL", "AC2001")
        .header("X-OS-VERSION", "29")
        .header("X-DEVICE-UPI-ID", "431B25BF650BGL")
        .header("X-MERCHANT-APP-VERSION", "1.0.0")
        .header("X-DEVICE-LATITUDE", "39")
        .header("X-DEVICE-LONGITUDE", "-45.125")
        .header("X-DEVICE-NETWORK-TYPE", "MOBILE_DATA_4G");
    assert_eq!(till.hear(full).await.code(), "SUCCESS");
    till.assert_no_violation();
}

#[tokio::test]
async fn a_get_has_no_body_no_other_query_and_an_id_of_the_right_form() {
    let till = Till::new().await;
    let status = format!("/v3/auth/{MERCHANT}/S1/status");
    assert_breach(&till, till.get(&status).body("x"), "BAD_REQUEST", "body").await;
    assert_breach(&till, till.get(&format!("{status}?a=1")), "BAD_REQUEST", "query").await;
    let other = format!("/v3/transaction/{MERCHANT}/S%201/status");
    assert_breach(&till, till.get(&other), "BAD_REQUEST", "id").await;
    assert_breach(
        &till,
        till.get("/v3/auth/ANOTHER/S1/status"),
        "BAD_REQUEST",
        "merchant",
    )
    .await;
    assert_breach(&till, till.get("/v3/auth/nowhere"), "BAD_REQUEST", "path").await;
    let suggest = format!("/v3/account/token/{MERCHANT}/t/debit/suggest?txnAmount=-5");
    assert_breach(&till, till.get(&suggest), "BAD_REQUEST", "amount").await;
}
