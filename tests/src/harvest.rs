//! Every secret of a run: what PhonePe's side received and sent, and what the keyring holds.

use crate::{ASHA, Counter, MEENA, Needle, WRONG_PIN};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;
use secrets::Entry;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Members of requests whose values may stand in no file.
const SECRET_MEMBERS: [&str; 4] = ["mobileNumber", "otp", "otpToken", "userAuthToken"];
/// Planted in replies, in a member that nobody has a use for: a reply's body is hashed and never kept.
pub const PLANTED_IN_A_REPLY: &str = "planted-in-the-body-of-a-reply-4711";

/// Named secrets, each in every form in which it could be written by accident.
pub async fn needles_of(counter: &Counter) -> Vec<Needle> {
    let mut secrets = sent_by(counter);
    secrets.insert(("a reply's body".to_owned(), PLANTED_IN_A_REPLY.to_owned()));
    for pin in [MEENA.1, ASHA.1, WRONG_PIN] {
        secrets.insert(("PIN".to_owned(), pin.to_owned()));
    }
    // Only where somebody was added.
    if let Some(pepper) = counter.keyring.get(Entry::PinPepper).await.unwrap() {
        secrets.insert(("PIN pepper".to_owned(), pepper.expose_secret().to_owned()));
    }
    for (name, entry) in [
        ("salt key", Entry::SaltKey),
        ("HMAC key", Entry::HmacKey),
        ("device id", Entry::DeviceId),
    ] {
        let secret = counter.keyring.get(entry).await.unwrap().unwrap();
        secrets.insert((name.to_owned(), secret.expose_secret().to_owned()));
    }
    secrets
        .iter()
        .flat_map(|(name, secret)| Needle::forms(name, secret))
        .collect()
}

/// Mobile numbers, OTPs, tokens, each signature, and each whole body in which they went.
fn sent_by(counter: &Counter) -> BTreeSet<(String, String)> {
    let mut secrets = BTreeSet::new();
    for request in counter.simulator.requests() {
        let signature = request.headers.get("x-verify").expect("every request is signed");
        let (digest, _) = signature.split_once("###").expect("with an index");
        secrets.insert(("X-VERIFY".to_owned(), digest.to_owned()));
        let Some(request) = request_of(&request.body) else {
            continue;
        };
        let payload: Value = serde_json::from_slice(&STANDARD.decode(&request).unwrap()).unwrap();
        secrets.insert(("a request's body".to_owned(), request));
        for member in SECRET_MEMBERS {
            if let Some(secret) = payload.get(member).and_then(Value::as_str) {
                secrets.insert((member.to_owned(), secret.to_owned()));
            }
        }
        if let Some(mobile) = payload.get("mobileNumber").and_then(Value::as_str) {
            // Ten digits are few enough to try them all against a bare hash.
            let hash = Sha256::digest(mobile);
            let hex = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            secrets.insert(("a number's bare hash".to_owned(), hex));
        }
    }
    secrets
}

fn request_of(body: &str) -> Option<String> {
    let envelope: Value = serde_json::from_str(body).ok()?;
    Some(envelope.get("request")?.as_str()?.to_owned())
}
