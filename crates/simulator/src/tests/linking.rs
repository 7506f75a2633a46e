use serde_json::json;

use super::{ASHA, DEVICE, Heard, MERCHANT, Till, UNLINK, VERIFY};
use crate::OtpRules;

async fn verify(till: &Till, sent: &Heard, otp: &str) -> Heard {
    till.ask(VERIFY, json!({"otpToken": sent.data("otpToken"), "otp": otp}))
        .await
}

fn wrong(otp: &str) -> &'static str {
    if otp == "00000" { "11111" } else { "00000" }
}

#[tokio::test]
async fn a_number_is_linked_by_its_otp() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    assert_eq!(token.len(), MERCHANT.len() + 32);
    assert!(token.starts_with(MERCHANT));
    assert!(
        till.simulator.messages(ASHA)[0]
            .text
            .starts_with(&till.simulator.otp(ASHA).unwrap())
    );
    till.assert_no_violation();
}

#[tokio::test]
async fn only_the_latest_pair_is_valid() {
    let till = Till::new().await;
    let first = till.send_otp(ASHA).await;
    let second = till.send_otp(ASHA).await;
    let otp = till.simulator.otp(ASHA).unwrap();
    assert_eq!(verify(&till, &first, &otp).await.code(), "INVALID_OTP_TOKEN");
    assert_eq!(verify(&till, &second, &otp).await.code(), "SUCCESS");
    assert_eq!(verify(&till, &second, &otp).await.code(), "OTP_ALREADY_VERIFIED");
    till.assert_no_violation();
}

#[tokio::test]
async fn an_otp_expires() {
    let till = Till::new().await;
    let sent = till.send_otp(ASHA).await;
    let otp = till.simulator.otp(ASHA).unwrap();
    till.simulator.advance_clock_ms(299_999);
    assert_eq!(
        verify(&till, &sent, wrong(&otp)).await.code(),
        "OTP_VERIFY_FAILED"
    );
    till.simulator.advance_clock_ms(1);
    assert_eq!(verify(&till, &sent, &otp).await.code(), "OTP_EXPIRED");
}

#[tokio::test]
async fn the_third_wrong_otp_blocks_for_a_day() {
    let till = Till::new().await;
    let sent = till.send_otp(ASHA).await;
    let otp = till.simulator.otp(ASHA).unwrap();
    let codes = ["OTP_VERIFY_FAILED", "OTP_VERIFY_FAILED", "USER_BLOCKED"];
    for code in codes {
        assert_eq!(verify(&till, &sent, wrong(&otp)).await.code(), code);
    }
    assert_eq!(verify(&till, &sent, &otp).await.code(), "USER_BLOCKED");
    assert_eq!(till.send_otp(ASHA).await.code(), "USER_BLOCKED");
    till.simulator.advance_clock_ms(86_400_000);
    assert_eq!(till.send_otp(ASHA).await.code(), "SUCCESS");
}

#[tokio::test]
async fn too_many_otps_are_refused_until_the_window_has_passed() {
    let till = Till::new().await;
    till.simulator.set_otp_rules(OtpRules {
        sends_max: 2,
        ..OtpRules::default()
    });
    assert_eq!(till.send_otp(ASHA).await.code(), "SUCCESS");
    assert_eq!(till.send_otp(ASHA).await.code(), "SUCCESS");
    assert_eq!(till.send_otp(ASHA).await.code(), "OTP_LIMIT_EXCEEDED");
    till.simulator.advance_clock_ms(3_600_000);
    assert_eq!(till.send_otp(ASHA).await.code(), "SUCCESS");
}

#[tokio::test]
async fn the_cast_is_refused_as_its_table_says() {
    let till = Till::new().await;
    for (ending, code) in [
        ("0006", "USER_BLACKLISTED"),
        ("0007", "USER_BLOCKED"),
        ("0008", "OTP_LIMIT_EXCEEDED"),
    ] {
        assert_eq!(till.send_otp(&format!("987654{ending}")).await.code(), code);
    }
    till.assert_no_violation();
}

#[tokio::test]
async fn an_unlinked_or_killed_token_is_invalid() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let unlinked = till.ask(UNLINK, json!({"userAuthToken": token})).await;
    assert_eq!(
        (unlinked.code(), unlinked.data("userAuthToken")),
        ("SUCCESS", &json!(token))
    );
    assert_eq!(
        till.balance(&token, 100, "TRANSACTIONAL").await.code(),
        "INVALID_USER_AUTH_TOKEN"
    );
    assert_eq!(
        till.ask(UNLINK, json!({"userAuthToken": token})).await.code(),
        "INVALID_USER_AUTH_TOKEN"
    );

    let token = till.link(ASHA).await;
    // The unlinked one and this one.
    assert_eq!(till.simulator.kill_tokens(ASHA), 2);
    assert_eq!(
        till.authorize(&token, "S1", 100).await.code(),
        "INVALID_USER_AUTH_TOKEN"
    );

    let token = till.link(ASHA).await;
    till.simulator.require_relink(ASHA);
    assert_eq!(
        till.balance(&token, 100, "TRANSACTIONAL").await.code(),
        "WALLET_RELINK_REQUIRED"
    );
    till.assert_no_violation();
}

#[tokio::test]
async fn another_device_must_relink() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let payload = json!({"merchantId": MERCHANT, "userAuthToken": token, "txnAmount": 100,
        "topupWorkflowType": "TRANSACTIONAL"});
    let base = till.post(super::BALANCE, &payload).build().unwrap();
    let mut other = base.try_clone().unwrap();
    other
        .headers_mut()
        .insert("x-device-id", "another-till".parse().unwrap());
    let heard = till.http.execute(other).await.unwrap().text().await.unwrap();
    assert!(heard.contains("WALLET_RELINK_REQUIRED"), "{heard}");
    assert_eq!(base.headers()["x-device-id"], DEVICE);
    till.assert_no_violation();
}
