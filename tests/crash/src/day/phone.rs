//! The other side of the counter: the customer's phone, PhonePe's clock and the trouble it is in, over `/control`.

use serde_json::{Value, json};

pub struct Phone {
    http: reqwest::Client,
    base_url: String,
}

impl Phone {
    pub fn new(base_url: &str) -> Phone {
        let http = reqwest::Client::builder().no_proxy().tls_certs_only([]).build();
        Phone {
            http: http.unwrap(),
            base_url: base_url.to_owned(),
        }
    }

    /// PhonePe's time in milliseconds since 1970; from now on it stands still.
    pub async fn stop_clock(&self) -> i64 {
        moment_of(&self.post("clock/freeze", &json!({})).await)
    }

    /// Lets time pass, and says what time it is then.
    pub async fn pass_ms(&self, ms: i64) -> i64 {
        moment_of(&self.post("clock/advance", &json!({ "ms": ms })).await)
    }

    /// The digits of the last SMS.
    pub async fn otp(&self, mobile: &str) -> Option<String> {
        let told = self.get(&format!("otp?mobile={mobile}")).await;
        told["otp"].as_str().map(str::to_owned)
    }

    /// The customer does the top-up that was asked for last.
    pub async fn top_up(&self, amount_paise: i64) {
        let asked = self.get("topups").await;
        let id = asked
            .as_array()
            .and_then(|all| all.last())
            .map(|last| &last["id"]);
        self.post("topup", &json!({ "id": id, "amount_paise": amount_paise }))
            .await;
    }

    /// The next request of that call meets this.
    pub async fn trouble(&self, call: &str, fault: Value) {
        self.post("faults", &json!({ "call": call, "fault": fault }))
            .await;
    }

    /// How many statuses were asked.
    pub async fn looks(&self) -> u64 {
        let counts = self.get("requests").await["counts"].take();
        let count = |call: &str| counts[call].as_u64().unwrap_or(0);
        count("auth_status") + count("transaction_status")
    }

    async fn get(&self, path: &str) -> Value {
        let asked = self.http.get(format!("{}/control/{path}", self.base_url));
        read(asked).await
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let asked = self.http.post(format!("{}/control/{path}", self.base_url));
        let asked = asked.header("Content-Type", "application/json");
        read(asked.body(body.to_string())).await
    }
}

async fn read(asked: reqwest::RequestBuilder) -> Value {
    let reply = asked.send().await.unwrap().error_for_status().unwrap();
    serde_json::from_str(&reply.text().await.unwrap()).unwrap()
}

fn moment_of(told: &Value) -> i64 {
    told["now_ms"].as_i64().unwrap()
}
