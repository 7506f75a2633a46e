use serde_json::{Value, json};

use super::{ASHA, MERCHANT, TOPUP, Till};
use crate::Wallet;

const LIMITS: &str = "The transaction will breach your wallet’s KYC limits.";
const OLD_APP: &str = "Your App version does not support wallet top-up. Please upgrade your PhonePe app";

async fn flags(till: &Till, mobile: &str, paise: i64, workflow: &str) -> (Value, Value, Value) {
    let token = till.link(mobile).await;
    let heard = till.balance(&token, paise, workflow).await;
    assert_eq!(
        heard.body["message"],
        "Your request has been successfully completed."
    );
    let wallet = heard.data("wallet");
    (
        wallet["debitPossible"].clone(),
        wallet["topupPossible"].clone(),
        heard.data("displayMessage").clone(),
    )
}

#[tokio::test]
async fn a_balance_has_the_members_of_the_sample() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    let heard = till.balance(&token, 60_000, "TRANSACTIONAL").await;
    assert_eq!(heard.body["success"], true);
    let data = heard.body["data"].as_object().unwrap();
    let mut names: Vec<&str> = data.keys().map(String::as_str).collect();
    names.sort_unstable();
    let expected = [
        "displayMessage",
        "linkedUser",
        "maskedMobileNumber",
        "responseType",
        "userIdHash",
        "wallet",
    ];
    assert_eq!(names, expected);
    let wallet = json!({"availableBalance": 500_000, "usableBalance": 500_000, "maxTopupAllowed": 1_000_000,
        "debitPossible": true, "topupPossible": true});
    assert_eq!(data["wallet"], wallet);
    assert_eq!(data["userIdHash"].as_str().unwrap().len(), 64);
}

#[tokio::test]
async fn transactional_flags_and_sentences_are_those_of_the_page() {
    let till = Till::new().await;
    let rows = [
        ("9876543210", 60_000, json!(true), json!(true), Value::Null),
        ("9876540001", 60_000, json!(false), json!(true), Value::Null),
        (
            "9876540002",
            60_000,
            json!(false),
            json!(false),
            json!("Please complete your wallet KYC on PhonePe"),
        ),
        (
            "9876540003",
            60_000,
            json!(false),
            json!(false),
            json!("Wallet is not in a state for topup, please visit the PhonePe app for more details"),
        ),
        ("9876540004", 60_000, json!(false), json!(false), json!(LIMITS)),
        ("9876540005", 60_000, json!(false), json!(false), json!(OLD_APP)),
        ("9876540005", 9_900, json!(true), json!(false), Value::Null),
        ("9876540009", 60_000, json!(false), json!(true), Value::Null),
        ("9876540001", 1_010_000, json!(false), json!(false), json!(LIMITS)),
    ];
    for (mobile, paise, debit, topup, message) in rows {
        assert_eq!(
            flags(&till, mobile, paise, "TRANSACTIONAL").await,
            (debit, topup, message),
            "{mobile} {paise}"
        );
    }
    till.assert_no_violation();
}

#[tokio::test]
async fn without_a_transaction_the_debit_flag_is_null() {
    let till = Till::new().await;
    let rows = [
        ("9876543210", 0, true, Value::Null),
        ("9876540001", 60_000, true, Value::Null),
        (
            "9876540002",
            0,
            false,
            json!("Please complete your wallet KYC on PhonePe"),
        ),
        (
            "9876540003",
            0,
            false,
            json!("Wallet is not in a state for topup, please visit the PhonePe app for more details"),
        ),
        ("9876540004", 0, false, json!(LIMITS)),
        ("9876540005", 0, false, json!(OLD_APP)),
        ("9876543210", 1_000_001, false, json!(LIMITS)),
    ];
    for (mobile, paise, topup, message) in rows {
        let expected = (Value::Null, json!(topup), message);
        assert_eq!(
            flags(&till, mobile, paise, "NON_TRANSACTIONAL").await,
            expected,
            "{mobile} {paise}"
        );
    }
    till.assert_no_violation();
}

#[tokio::test]
async fn an_old_app_version_in_the_request_counts_too() {
    let till = Till::new().await;
    let token = till.link("9876540001").await;
    let ask = |version: i64| {
        json!({"userAuthToken": token, "txnAmount": 60_000, "topupWorkflowType": "TRANSACTIONAL",
            "deviceContext": {"phonePeVersionCode": version}})
    };
    let old = till.ask(super::BALANCE, ask(303_391)).await;
    assert_eq!(old.data("displayMessage"), OLD_APP);
    let new = till.ask(super::BALANCE, ask(400_698)).await;
    assert_eq!(new.data("wallet")["topupPossible"], true);
}

#[tokio::test]
async fn suggest_answers_in_its_own_words_and_its_query_is_not_signed() {
    let till = Till::new().await;
    let rows = [
        (ASHA, true, Value::Null),
        (
            "9876540003",
            false,
            json!(
                "Wallet is not in the active state for topup, please visit the PhonePe app for more details"
            ),
        ),
        (
            "9876540004",
            false,
            json!(
                "The transaction will breach your wallet’s KYC limits. Consider doing a Full KYC on PhonePe"
            ),
        ),
    ];
    for (mobile, debit, message) in rows {
        let token = till.link(mobile).await;
        let path = format!("/v3/account/token/{MERCHANT}/{token}/debit/suggest?txnAmount=60000");
        let heard = till.hear(till.get(&path)).await;
        assert_eq!(heard.data("wallet")["debitPossible"], debit);
        assert_eq!(heard.data("displayMessage"), &message);
        assert_eq!(heard.data("responseCode"), "SUCCESS");
    }
    let token = till.link(ASHA).await;
    till.simulator
        .edit_wallet(ASHA, |wallet| wallet.blocked_until_ms = Some(i64::MAX));
    let path = format!("/v3/account/token/{MERCHANT}/{token}/debit/suggest");
    assert_eq!(till.hear(till.get(&path)).await.code(), "USER_BLOCKED");
    till.assert_no_violation();
}

#[tokio::test]
async fn a_top_up_gives_a_deep_link_without_a_secret_and_credits_once() {
    let till = Till::new().await;
    let mobile = "9876540001";
    let token = till.link(mobile).await;
    let heard = till
        .ask(
            TOPUP,
            json!({"amount": 60_000, "userAuthToken": token, "topupWorkflowType": "TRANSACTIONAL"}),
        )
        .await;
    assert_eq!(heard.data("responseType"), "WALLET_TOPUP_DEEPLINK");
    let url = heard.data("redirectUrl").as_str().unwrap();
    let id = url.strip_prefix("phonepe://wallet/topup?id=").unwrap();
    assert!(!url.contains(&token) && !url.contains(mobile));
    // Short by ₹501.00, and 1.5, 2 and 2.5 times that.
    assert_eq!(
        till.simulator.top_ups()[0].amounts_paise,
        [50_100, 75_150, 100_200, 125_250]
    );
    assert!(till.simulator.do_top_up(id, 1_000_001).is_err());
    till.simulator.do_top_up(id, 50_100).unwrap();
    assert!(till.simulator.do_top_up(id, 50_100).is_err());
    assert_eq!(till.simulator.wallet(mobile).usable_paise, 60_000);
    let after = till.balance(&token, 60_000, "TRANSACTIONAL").await;
    assert_eq!(after.data("wallet")["debitPossible"], true);
    till.assert_no_violation();
}

#[tokio::test]
async fn a_top_up_keeps_to_the_merchants_wishes_and_goes_stale() {
    let till = Till::new().await;
    let token = till.link("9876540001").await;
    let heard = till
        .ask(
            TOPUP,
            json!({"amount": 60_000, "userAuthToken": token, "topupWorkflowType": "TRANSACTIONAL",
                "adjustAmount": false, "recommendedAmounts": [70_000, 80_000, 90_000],
                "linkType": "WALLET_TOPUP_DEEPLINK"}),
        )
        .await;
    assert_eq!(heard.code(), "SUCCESS");
    assert_eq!(
        till.simulator.top_ups()[0].amounts_paise,
        [60_000, 70_000, 80_000, 90_000]
    );
    till.simulator.advance_clock_ms(900_000);
    assert_eq!(till.simulator.top_ups(), []);
}

#[tokio::test]
async fn a_top_up_that_cannot_be_is_refused() {
    let till = Till::new().await;
    let rows = [
        ("9876540002", 100, "WALLET_NOT_ACTIVATED"),
        ("9876540003", 100, "WALLET_NOT_ACTIVATED"),
        ("9876540004", 100, "WALLET_LIMIT_BREACHED"),
        ("9876540005", 60_000, "APP_VERSION_NOT_SUPPORTED"),
        ("9876540001", 1_009_901, "WALLET_LIMIT_BREACHED"),
    ];
    for (mobile, paise, code) in rows {
        let token = till.link(mobile).await;
        let payload =
            json!({"amount": paise, "userAuthToken": token, "topupWorkflowType": "NON_TRANSACTIONAL"});
        assert_eq!(till.ask(TOPUP, payload).await.code(), code, "{mobile}");
    }
    let anyone = till
        .ask(
            TOPUP,
            json!({"amount": 100, "topupWorkflowType": "NON_TRANSACTIONAL"}),
        )
        .await;
    assert_eq!(anyone.code(), "SUCCESS");
    till.assert_no_violation();
}

#[tokio::test]
async fn a_blacklisted_customer_gets_no_balance() {
    let till = Till::new().await;
    let token = till.link(ASHA).await;
    till.simulator.set_wallet(
        ASHA,
        Wallet {
            blacklisted: true,
            ..Wallet::default()
        },
    );
    assert_eq!(
        till.balance(&token, 100, "TRANSACTIONAL").await.code(),
        "USER_BLACKLISTED"
    );
    let unknown = format!("{MERCHANT}{}", "0".repeat(32));
    assert_eq!(
        till.balance(&unknown, 100, "TRANSACTIONAL").await.code(),
        "INVALID_USER_AUTH_TOKEN"
    );
}
