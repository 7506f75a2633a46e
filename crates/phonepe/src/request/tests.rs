use super::*;
use crate::settings::Settings;
use crate::settings::tests::settings;
use crate::signing::{x_verify_get, x_verify_post};
use domain::Expected;
use serde_json::{Value, json};
use std::str::FromStr;

const SALE: &str = "S01ARZ3NDEKTSV4RRFFQ69G5FAV";

fn our_ref() -> OurRef {
    OurRef::from_str(SALE).unwrap()
}

fn token() -> SecretString {
    SecretString::from("MID12345b62c83ffdc814eb8a7d9420915e14463")
}

fn client_with(phonepe_version_code: Option<u64>) -> Client {
    let settings = Settings {
        phonepe_version_code,
        ..settings("https://mercury-uat.phonepe.com/enterprise-sandbox")
    };
    Client::new(
        settings,
        SecretString::from("099eb0cd-02cf-4e2a-8aca-3e6c6aff0399"),
    )
    .unwrap()
}

fn client() -> Client {
    client_with(None)
}

/// The JSON inside a prepared POST, after checking that what is signed is what is sent.
fn sent_json(prepared: &Prepared) -> Value {
    let body: Value = serde_json::from_str(&prepared.body).unwrap();
    assert_eq!(body.as_object().unwrap().len(), 1);
    let payload = body["request"].as_str().unwrap();
    let salt_key = SecretString::from("099eb0cd-02cf-4e2a-8aca-3e6c6aff0399");
    assert_eq!(
        prepared.x_verify,
        x_verify_post(payload, &prepared.path, &salt_key, 1)
    );
    serde_json::from_slice(&STANDARD.decode(payload).unwrap()).unwrap()
}

fn check_post(ask: &Ask, path: &str, expected: Value) {
    let prepared = client().prepare(ask).unwrap();
    assert_eq!((prepared.method.as_str(), &*prepared.path), ("POST", path));
    assert_eq!(prepared.query, None);
    assert_eq!(prepared.call(), ask.call());
    assert_eq!(sent_json(&prepared), expected, "{path}");
}

#[test]
fn the_linking_calls_are_written_as_their_pages_say() {
    let mobile = Mobile::parse("9876543210").unwrap();
    check_post(
        &Ask::SendOtp { mobile },
        "/v3/merchant/otp/send",
        json!({ "merchantId": "MID12345", "mobileNumber": "9876543210", "requestType": "WALLET" }),
    );
    check_post(
        &Ask::VerifyOtp {
            otp_token: SecretString::from("TXN12345"),
            otp: Otp::parse("65732").unwrap(),
        },
        "/v3/merchant/otp/verify",
        json!({ "merchantId": "MID12345", "otpToken": "TXN12345", "otp": "65732" }),
    );
    check_post(
        &Ask::Unlink { token: token() },
        "/v3/merchant/token/unlink",
        json!({ "merchantId": "MID12345", "userAuthToken": token().expose_secret() }),
    );
}

#[test]
fn the_wallet_calls_are_written_as_their_pages_say() {
    let balance = |amount, flow| Ask::Balance {
        token: token(),
        amount_paise: Paise::new(amount),
        flow,
    };
    let expected = |amount: i64, flow: &str| {
        json!({
            "merchantId": "MID12345", "userAuthToken": token().expose_secret(), "txnAmount": amount,
            "topupWorkflowType": flow,
        })
    };
    check_post(
        &balance(20_500, Flow::Transactional),
        "/v3/wallet/balance",
        expected(20_500, "TRANSACTIONAL"),
    );
    check_post(
        &balance(0, Flow::NonTransactional),
        "/v3/wallet/balance",
        expected(0, "NON_TRANSACTIONAL"),
    );
    let top_up = |suggested: &[i64]| Ask::TopUp {
        token: token(),
        amount_paise: Paise::new(20_500),
        flow: Flow::Transactional,
        suggested_paise: suggested.iter().copied().map(Paise::new).collect(),
    };
    let mut expected = json!({
        "merchantId": "MID12345", "amount": 20_500, "recommendedAmounts": [30_000, 50_000, 70_000],
        "adjustAmount": true, "linkType": "WALLET_TOPUP_DEEPLINK", "userAuthToken": token().expose_secret(),
        "topupWorkflowType": "TRANSACTIONAL",
    });
    check_post(
        &top_up(&[30_000, 50_000, 70_000, 90_000]),
        "/v3/wallet/topup",
        expected.clone(),
    );
    expected.as_object_mut().unwrap().remove("recommendedAmounts");
    check_post(&top_up(&[30_000, 50_000]), "/v3/wallet/topup", expected.clone());
    check_post(&top_up(&[]), "/v3/wallet/topup", expected);
}

#[test]
fn the_auth_calls_are_written_as_their_pages_say() {
    check_post(
        &Ask::Authorize {
            our_ref: our_ref(),
            token: token(),
            amount_paise: Paise::new(9_900),
            expiry_minutes: 60,
        },
        "/v3/auth/authorize",
        json!({
            "merchantId": "MID12345", "userAuthToken": token().expose_secret(), "transactionId": SALE, "amount": 9_900,
            "authRequestType": "WALLET_AUTH", "expiry": 60,
        }),
    );
    check_post(
        &Ask::Capture {
            our_ref: our_ref(),
            amount_paise: Paise::new(5_000),
        },
        "/v3/auth/capture",
        json!({ "merchantId": "MID12345", "transactionId": SALE, "amount": 5_000 }),
    );
    check_post(
        &Ask::Cancel { our_ref: our_ref() },
        "/v3/auth/cancel",
        json!({ "merchantId": "MID12345", "transactionId": SALE }),
    );
}

#[test]
fn a_refund_names_the_payment_once_and_carries_an_id_of_its_own() {
    let refund_ref: RefundRef = "R01ARZ3NDEKTSV4RRFFQ69G5FAX".parse().unwrap();
    check_post(
        &Ask::Refund {
            our_ref: our_ref(),
            refund_ref: refund_ref.clone(),
            amount_paise: Paise::new(3_000),
            reason: RefundReason::parse("30 kWh billed, \"24\" given").unwrap(),
        },
        "/v3/credit/backToSource",
        json!({
            "merchantId": "MID12345", "transactionId": refund_ref, "originalTransactionId": SALE, "amount": 3_000,
            "merchantOrderId": SALE, "message": "30 kWh billed, \"24\" given",
        }),
    );
    let status = client()
        .prepare(&Ask::RefundStatus {
            refund_ref,
            amount_paise: Paise::new(3_000),
        })
        .unwrap();
    assert_eq!(
        (status.method.as_str(), &*status.path),
        (
            "GET",
            "/v3/transaction/MID12345/R01ARZ3NDEKTSV4RRFFQ69G5FAX/status"
        )
    );
    assert_eq!(status.call(), Call::TransactionStatus);
}

#[test]
fn the_apps_version_is_said_only_when_known() {
    let ask = Ask::Balance {
        token: token(),
        amount_paise: Paise::new(1),
        flow: Flow::Transactional,
    };
    let known = sent_json(&client_with(Some(400_698)).prepare(&ask).unwrap());
    assert_eq!(known["deviceContext"], json!({ "phonePeVersionCode": 400_698 }));
    let unknown = sent_json(&client().prepare(&ask).unwrap());
    assert!(unknown.get("deviceContext").is_none());
}

#[test]
fn the_gets_sign_their_path_and_neither_the_hosts_prefix_nor_the_query() {
    let sale = our_ref();
    let suggest = Ask::Suggest {
        token: token(),
        amount_paise: Paise::new(20_500),
    };
    let auth = Ask::AuthStatus {
        our_ref: sale.clone(),
        held_paise: Paise::new(1),
    };
    let payment = Ask::TransactionStatus {
        our_ref: sale,
        expected: Expected::Exactly(Paise::new(1)),
    };
    let salt_key = SecretString::from("099eb0cd-02cf-4e2a-8aca-3e6c6aff0399");
    for (ask, path, query) in [
        (
            suggest,
            "/v3/account/token/MID12345/MID12345b62c83ffdc814eb8a7d9420915e14463/debit/suggest".to_owned(),
            Some("txnAmount=20500".to_owned()),
        ),
        (auth, format!("/v3/auth/MID12345/{SALE}/status"), None),
        (payment, format!("/v3/transaction/MID12345/{SALE}/status"), None),
    ] {
        let prepared = client().prepare(&ask).unwrap();
        assert_eq!(prepared.method, Method::GET);
        assert_eq!(
            (prepared.path.to_string(), prepared.query.clone()),
            (path.clone(), query)
        );
        assert_eq!(prepared.x_verify, x_verify_get(&path, &salt_key, 1));
        assert!(prepared.body.is_empty());
    }
}

#[test]
fn what_cannot_be_asked_is_refused_before_anything_is_built() {
    let refusal = |ask: Ask| client().prepare(&ask).err();
    let paise = Paise::new;
    let sale = our_ref();
    for amount in [0, -1] {
        let capture = Ask::Capture {
            our_ref: sale.clone(),
            amount_paise: paise(amount),
        };
        assert_eq!(refusal(capture), Some(ProviderError::AmountNotPositive));
        let authorize = Ask::Authorize {
            our_ref: sale.clone(),
            token: token(),
            amount_paise: paise(amount),
            expiry_minutes: 60,
        };
        assert_eq!(refusal(authorize), Some(ProviderError::AmountNotPositive));
    }
    let balance = |amount, flow| Ask::Balance {
        token: token(),
        amount_paise: paise(amount),
        flow,
    };
    for ask in [
        balance(0, Flow::Transactional),
        balance(-1, Flow::NonTransactional),
    ] {
        assert_eq!(refusal(ask), Some(ProviderError::AmountNotPositive));
    }
    let endless = Ask::Authorize {
        our_ref: sale,
        token: token(),
        amount_paise: paise(1),
        expiry_minutes: 0,
    };
    assert_eq!(refusal(endless), Some(ProviderError::NoExpiry));
    for text in ["", "a/b", "a?b", "a b", "a%2e", "..", "ए"] {
        let suggest = Ask::Suggest {
            token: SecretString::from(text),
            amount_paise: paise(1),
        };
        assert_eq!(refusal(suggest), Some(ProviderError::TokenUnusable), "{text}");
    }
}

#[test]
fn a_requests_hash_names_exactly_what_is_sent() {
    let ask = |amount| Ask::Capture {
        our_ref: our_ref(),
        amount_paise: Paise::new(amount),
    };
    let prepared = client().prepare(&ask(5_000)).unwrap();
    let bytes = format!("POST /v3/auth/capture\n{}", prepared.body);
    assert_eq!(prepared.sha256_hex(), hex_lower(&Sha256::digest(bytes)));
    assert_eq!(
        prepared.sha256_hex(),
        client().prepare(&ask(5_000)).unwrap().sha256_hex()
    );
    assert_ne!(
        prepared.sha256_hex(),
        client().prepare(&ask(5_001)).unwrap().sha256_hex()
    );
    let suggest = |amount| Ask::Suggest {
        token: token(),
        amount_paise: Paise::new(amount),
    };
    let hash = |amount| {
        client()
            .prepare(&suggest(amount))
            .unwrap()
            .sha256_hex()
            .to_owned()
    };
    assert_ne!(hash(1), hash(2));
}

#[test]
fn debug_of_a_prepared_request_shows_its_call_only() {
    let prepared = client().prepare(&Ask::Unlink { token: token() }).unwrap();
    assert_eq!(format!("{prepared:?}"), "Prepared(Unlink)");
}
