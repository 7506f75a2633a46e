//! The simulator, talked to over loopback as the till talks to it.

mod controls;
mod faults;
mod form;
mod holds;
mod linking;
mod phone;
mod refunds;
mod saved;
mod vectors;
mod wallet;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::{Options, Simulator, signing};

const MERCHANT: &str = "HOLDFASTTRAINING";
const DEVICE: &str = "till-7f3b";
const ASHA: &str = "9876543210";
const SEND: &str = "/v3/merchant/otp/send";
const VERIFY: &str = "/v3/merchant/otp/verify";
const UNLINK: &str = "/v3/merchant/token/unlink";
const BALANCE: &str = "/v3/wallet/balance";
const TOPUP: &str = "/v3/wallet/topup";
const AUTHORIZE: &str = "/v3/auth/authorize";
const CAPTURE: &str = "/v3/auth/capture";
const CANCEL: &str = "/v3/auth/cancel";

/// A till with a simulator of its own whose clock stands still.
struct Till {
    simulator: Simulator,
    http: reqwest::Client,
}

/// What came back.
#[derive(Debug)]
struct Heard {
    status: u16,
    body: Value,
}

impl Heard {
    fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    fn data(&self, name: &str) -> &Value {
        &self.body["data"][name]
    }
}

impl Till {
    async fn new() -> Self {
        Self::with(Options::training()).await
    }

    async fn with(options: Options) -> Self {
        let simulator = Simulator::start(options).await.unwrap();
        simulator.freeze_clock();
        let http = reqwest::Client::builder()
            .no_proxy()
            .timeout(Duration::from_secs(20))
            .build()
            .unwrap();
        Self { simulator, http }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.simulator.base_url())
    }

    /// A well-formed POST, ready to be spoilt.
    fn post(&self, path: &str, payload: &Value) -> reqwest::RequestBuilder {
        let base64 = STANDARD.encode(payload.to_string());
        let key = Options::training().salt_key;
        self.http
            .post(self.url(path))
            .header("Content-Type", "application/json")
            .header("X-VERIFY", signing::for_post(&base64, path, &key, 1))
            .header("X-DEVICE-ID", DEVICE)
            .body(json!({"request": base64}).to_string())
    }

    fn get(&self, path: &str) -> reqwest::RequestBuilder {
        let key = Options::training().salt_key;
        let signed = path.split('?').next().unwrap();
        self.http
            .get(self.url(path))
            .header("Content-Type", "application/json")
            .header("X-VERIFY", signing::for_get(signed, &key, 1))
    }

    async fn hear(&self, request: reqwest::RequestBuilder) -> Heard {
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let body = serde_json::from_str(&response.text().await.unwrap()).unwrap();
        Heard { status, body }
    }

    /// A POST with the merchant's id added.
    async fn ask(&self, path: &str, mut payload: Value) -> Heard {
        payload["merchantId"] = json!(MERCHANT);
        self.hear(self.post(path, &payload)).await
    }

    async fn send_otp(&self, mobile: &str) -> Heard {
        self.ask(SEND, json!({"mobileNumber": mobile, "requestType": "WALLET"}))
            .await
    }

    async fn link(&self, mobile: &str) -> String {
        let sent = self.send_otp(mobile).await;
        let otp = self.simulator.otp(mobile).unwrap();
        let linked = self
            .ask(VERIFY, json!({"otpToken": sent.data("otpToken"), "otp": otp}))
            .await;
        assert_eq!(linked.code(), "SUCCESS");
        linked.data("userAuthToken").as_str().unwrap().to_owned()
    }

    async fn balance(&self, token: &str, paise: i64, workflow: &str) -> Heard {
        let payload = json!({"userAuthToken": token, "txnAmount": paise, "topupWorkflowType": workflow});
        self.ask(BALANCE, payload).await
    }

    async fn authorize(&self, token: &str, id: &str, paise: i64) -> Heard {
        let payload = json!({"userAuthToken": token, "authRequestType": "WALLET_AUTH",
            "transactionId": id, "amount": paise, "expiry": 60});
        self.ask(AUTHORIZE, payload).await
    }

    async fn capture(&self, id: &str, paise: i64) -> Heard {
        self.ask(CAPTURE, json!({"transactionId": id, "amount": paise}))
            .await
    }

    async fn cancel(&self, id: &str) -> Heard {
        self.ask(CANCEL, json!({"transactionId": id})).await
    }

    async fn auth_status(&self, id: &str) -> Heard {
        self.hear(self.get(&format!("/v3/auth/{MERCHANT}/{id}/status")))
            .await
    }

    async fn payment_status(&self, id: &str) -> Heard {
        self.hear(self.get(&format!("/v3/transaction/{MERCHANT}/{id}/status")))
            .await
    }

    fn assert_no_violation(&self) {
        assert_eq!(self.simulator.violations(), []);
    }
}
