use serde_json::{Value, json};

use super::{ASHA, TOPUP, Till};
use crate::books::rupees;

async fn view(till: &Till, query: &str) -> Value {
    let url = till.url(&format!("/phone/view{query}"));
    serde_json::from_str(&till.http.get(url).send().await.unwrap().text().await.unwrap()).unwrap()
}

#[tokio::test]
async fn the_page_is_served_with_a_policy_and_no_inline_script() {
    let till = Till::new().await;
    let response = till.http.get(till.simulator.phone_url()).send().await.unwrap();
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
    let page = response.text().await.unwrap();
    assert!(page.contains("<script src=\"/phone/phone.js\" defer></script>") && !page.contains("onclick"));
    for part in ["phone.js", "phone.css"] {
        assert_eq!(
            till.http
                .get(till.url(&format!("/phone/{part}")))
                .send()
                .await
                .unwrap()
                .status(),
            200
        );
    }
}

#[tokio::test]
async fn the_phone_shows_the_sms_the_wallet_and_what_is_blocked() {
    let till = Till::new().await;
    assert_eq!(view(&till, "").await["phone"], Value::Null);
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    let seen = view(&till, "").await;
    assert_eq!(seen["phones"][0]["label"], "98765 43210");
    assert_eq!(seen["phone"]["available"], "₹4,400.00");
    assert_eq!(seen["phone"]["blocked"], "₹600.00");
    assert_eq!(seen["phone"]["holds"][0]["transaction_id"], "S1");
    let messages = seen["phone"]["messages"].as_array().unwrap();
    assert!(
        messages[1]["text"]
            .as_str()
            .unwrap()
            .starts_with(&till.simulator.otp(ASHA).unwrap())
    );
    assert_eq!(seen["cast"].as_array().unwrap().len(), 12);
}

#[tokio::test]
async fn scanning_a_top_up_code_opens_the_right_phone_and_a_press_credits_it() {
    let till = Till::new().await;
    let token = till.link("9876540001").await;
    let heard = till
        .ask(
            TOPUP,
            json!({"amount": 60_000, "userAuthToken": token, "topupWorkflowType": "TRANSACTIONAL"}),
        )
        .await;
    let id = heard
        .data("redirectUrl")
        .as_str()
        .unwrap()
        .rsplit_once('=')
        .unwrap()
        .1
        .to_owned();
    till.simulator.advance_clock_ms(1);
    till.send_otp(ASHA).await;
    assert_eq!(view(&till, "").await["phones"][0]["selected"], true);
    let seen = view(&till, &format!("?topup={id}")).await;
    assert_eq!(seen["phones"][1]["selected"], true);
    let offer = &seen["phone"]["topups"][0];
    assert_eq!(
        (&offer["scanned"], &offer["amounts"][0]["label"]),
        (&json!(true), &json!("₹501.00"))
    );

    let press = till
        .http
        .post(till.url("/phone/topup"))
        .header("Content-Type", "application/json");
    let press = press.body(json!({"topup": id, "amount_paise": 50_100}).to_string());
    assert_eq!(press.send().await.unwrap().status(), 200);
    assert_eq!(till.simulator.wallet("9876540001").usable_paise, 60_000);
    let after = view(&till, &format!("?topup={id}")).await;
    assert_eq!(after["scan_problem"], "This top-up code is used or has expired.");
}

#[tokio::test]
async fn a_top_up_for_anyone_belongs_to_the_first_phone_that_scans_it() {
    let till = Till::new().await;
    till.send_otp(ASHA).await;
    till.ask(
        TOPUP,
        json!({"amount": 5_000, "topupWorkflowType": "NON_TRANSACTIONAL"}),
    )
    .await;
    let id = till.simulator.top_ups()[0].id.clone();
    assert!(till.simulator.do_top_up(&id, 5_000).is_err());
    let seen = view(&till, &format!("?topup={id}")).await;
    assert_eq!(seen["phone"]["topups"][0]["scanned"], true);
    till.simulator.do_top_up(&id, 5_000).unwrap();
    assert_eq!(till.simulator.wallet(ASHA).available_paise, 505_000);
}

#[test]
fn rupees_are_written_as_people_in_india_read_them() {
    let rows = [
        (0, "₹0.00"),
        (7, "₹0.07"),
        (9_900, "₹99.00"),
        (100_000, "₹1,000.00"),
        (12_345_678, "₹1,23,456.78"),
        (1_234_567_890, "₹1,23,45,678.90"),
        (-150, "-₹1.50"),
    ];
    for (paise, text) in rows {
        assert_eq!(rupees(paise), text);
    }
}
