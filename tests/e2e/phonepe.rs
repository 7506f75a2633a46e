//! The pretend PhonePe: our simulator as a program of its own, steered over its controls as any test could.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};

use super::programs::{Running, bound_to_us, ours};

pub(crate) const MERCHANT: &str = "E2ESHOP";

pub(crate) struct PhonePe {
    server: Running,
    pub(crate) base_url: String,
    http: reqwest::Client,
}

/// A hold in the simulator's own books.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct BookedHold {
    pub(crate) transaction_id: String,
    pub(crate) state: String,
    pub(crate) ending: Option<String>,
    pub(crate) authorized_paise: i64,
    pub(crate) captured_paise: Option<i64>,
    pub(crate) blocked_paise: i64,
    pub(crate) provider_reference: Option<String>,
    pub(crate) payment_code: String,
    pub(crate) requests: BTreeMap<String, u64>,
}

impl PhonePe {
    pub(crate) fn start(salt_key: &str) -> Self {
        Self::start_with(salt_key, &[])
    }

    pub(crate) fn start_with(salt_key: &str, more: &[&str]) -> Self {
        let mut command = bound_to_us(ours("holdfast-simulator"));
        command
            .args(["--merchant-id", MERCHANT, "--salt-key-stdin", "--salt-index", "1"])
            .args(more);
        let (server, line) = Running::until_first_line(&mut command, &format!("{salt_key}\n"));
        let base_url = line
            .strip_prefix("listening on ")
            .unwrap_or_else(|| panic!("the simulator says where it listens, not {line:?}"))
            .to_owned();
        let http = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a plain client can be built");
        PhonePe {
            server,
            base_url,
            http,
        }
    }

    pub(crate) fn go_dark(&mut self) {
        self.server.kill();
    }

    /// The OTP in the last SMS to a number.
    pub(crate) async fn otp(&self, mobile: &str) -> String {
        let reply = self.get(&format!("/control/otp?mobile={mobile}")).await;
        reply["otp"]
            .as_str()
            .unwrap_or_else(|| panic!("no OTP was sent to {mobile}"))
            .to_owned()
    }

    /// How many requests arrived, per call.
    pub(crate) async fn counts(&self) -> BTreeMap<String, u64> {
        let reply = self.get("/control/requests").await;
        serde_json::from_value(reply["counts"].clone()).expect("counts per call")
    }

    pub(crate) async fn count(&self, call: &str) -> u64 {
        self.counts().await.get(call).copied().unwrap_or(0)
    }

    pub(crate) async fn holds(&self) -> Vec<BookedHold> {
        serde_json::from_value(self.get("/control/holds").await).expect("holds")
    }

    pub(crate) async fn hold(&self, our_ref: &str) -> BookedHold {
        let holds = self.holds().await;
        let found = holds.into_iter().find(|hold| hold.transaction_id == our_ref);
        found.unwrap_or_else(|| panic!("PhonePe knows no {our_ref}"))
    }

    pub(crate) async fn fault(&self, call: &str, fault: Value) {
        self.post("/control/faults", json!({"call": call, "fault": fault}))
            .await;
    }

    pub(crate) async fn wallet(&self, mobile: &str, changes: Value) {
        self.post("/control/wallet", json!({"mobile": mobile, "wallet": changes}))
            .await;
    }

    /// Captures settle at once from now on, so that proof needs no waiting.
    pub(crate) async fn settle_at_once(&self) {
        self.post(
            "/control/settlement",
            json!({"after_ms": 0, "outcome": "success"}),
        )
        .await;
    }

    pub(crate) async fn advance_ms(&self, ms: u64) {
        self.post("/control/clock/advance", json!({"ms": ms})).await;
    }

    pub(crate) async fn violations(&self) -> Vec<Value> {
        let list = self.get("/control/violations").await;
        list.as_array().expect("a list").clone()
    }

    pub(crate) async fn requests(&self) -> Vec<Value> {
        let reply = self.get("/control/requests").await;
        reply["requests"].as_array().expect("a list").clone()
    }

    /// Until so many requests of a call have arrived.
    pub(crate) async fn requests_reach(&self, call: &str, count: u64) {
        let deadline = Instant::now() + Duration::from_secs(30);
        while self.count(call).await < count {
            assert!(Instant::now() < deadline, "no {call} number {count} arrived");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let reply = self.http.get(format!("{}{path}", self.base_url)).send().await;
        read(reply.expect("the simulator answers"), path).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Value {
        let reply = self
            .http
            .post(format!("{}{path}", self.base_url))
            .header("Content-Type", "application/json")
            .body(body.to_string())
            .send()
            .await;
        read(reply.expect("the simulator answers"), path).await
    }
}

async fn read(reply: reqwest::Response, path: &str) -> Value {
    let status = reply.status();
    let text = reply.text().await.expect("the simulator ends its sentence");
    assert!(status.is_success(), "{path}: {status} {text}");
    serde_json::from_str(&text).expect("the controls answer in JSON")
}

/// A reply to a balance call that allows nothing and gives this reason.
pub(crate) fn balance_that_says(text: &str) -> Value {
    json!({
        "success": true,
        "code": "SUCCESS",
        "message": "Your request has been successfully completed.",
        "data": {
            "responseType": "WALLET_ONLY",
            "wallet": {
                "availableBalance": 0, "usableBalance": 0, "maxTopupAllowed": 0,
                "debitPossible": false, "topupPossible": false,
            },
            "displayMessage": text,
        },
    })
}

/// A fault: PhonePe answers exactly this.
pub(crate) fn literal(body: &Value) -> Value {
    json!({"kind": "literal", "status": 200, "body": body.to_string()})
}
