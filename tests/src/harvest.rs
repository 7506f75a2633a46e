//! Every secret that went over the wire of a run, taken from what PhonePe's side received and sent.

use crate::Counter;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::collections::BTreeSet;

/// Members of requests whose values may stand in no file.
const SECRET_MEMBERS: [&str; 4] = ["mobileNumber", "otp", "otpToken", "userAuthToken"];

/// Named secrets: mobile numbers, OTPs, tokens, and each signature that was sent.
pub fn secrets_of(counter: &Counter) -> BTreeSet<(String, String)> {
    let mut secrets = BTreeSet::new();
    for request in counter.simulator.requests() {
        let signature = request.headers.get("x-verify").expect("every request is signed");
        secrets.insert(("X-VERIFY".to_owned(), signature.clone()));
        let Some(payload) = payload_of(&request.body) else {
            continue;
        };
        for member in SECRET_MEMBERS {
            if let Some(secret) = payload.get(member).and_then(Value::as_str) {
                secrets.insert((member.to_owned(), secret.to_owned()));
            }
        }
    }
    secrets
}

fn payload_of(body: &str) -> Option<Value> {
    let envelope: Value = serde_json::from_str(body).ok()?;
    let bytes = STANDARD.decode(envelope.get("request")?.as_str()?).ok()?;
    serde_json::from_slice(&bytes).ok()
}
