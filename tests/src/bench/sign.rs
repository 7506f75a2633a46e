//! Building and signing one authorize request, against bare base64 and SHA-256 over the same bytes.

use super::{Measured, rounds};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{Ask, OurRef, Paise};
use phonepe::{Client, DeviceHeaders, Profile, Settings};
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use std::hint::black_box;
use std::time::{Duration, Instant};

const PATH: &str = "/v3/auth/authorize";
const SALT_KEY: &str = "8f3c2b1a-90de-4c57-a1b2-c3d4e5f60718";
const TOKEN: &str = "HOLDFASTTRAINING0123456789abcdef0123456789abcdef";
const PER_SAMPLE: u32 = 2_000;

pub fn measure() -> Measured {
    let client = client();
    let our_ref: OurRef = "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
    let ask = Ask::Authorize {
        our_ref: our_ref.clone(),
        token: SecretString::from(TOKEN),
        amount_paise: Paise::new(60_000),
        expiry_minutes: 60,
    };
    let json = format!(
        "{{\"merchantId\":\"HOLDFASTTRAINING\",\"userAuthToken\":\"{TOKEN}\",\"transactionId\":\"{our_ref}\",\
         \"amount\":60000,\"authRequestType\":\"WALLET_AUTH\",\"expiry\":60}}"
    );
    is_the_same_request(&client, &ask, &json);
    let ours = || {
        black_box(client.prepare(black_box(&ask)).unwrap());
    };
    let floor = || {
        let payload = STANDARD.encode(black_box(json.as_bytes()));
        let mut hasher = Sha256::new();
        hasher.update(payload.as_bytes());
        hasher.update(PATH);
        hasher.update(SALT_KEY);
        black_box((payload, hasher.finalize()));
    };
    let rounds = rounds(300);
    let mut pairs = Vec::new();
    for round in 0..rounds {
        pairs.push(if round % 2 == 0 {
            let first = timed(ours);
            (first, timed(floor))
        } else {
            let first = timed(floor);
            (timed(ours), first)
        });
    }
    Measured::of_times(&pairs, PER_SAMPLE)
}

/// The floor works on exactly the bytes that are sent, or the comparison says nothing.
fn is_the_same_request(client: &Client, ask: &Ask, json: &str) {
    let body = format!("{{\"request\":\"{}\"}}", STANDARD.encode(json));
    let digest = Sha256::digest(format!("POST {PATH}\n{body}"));
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        client.prepare(ask).unwrap().sha256_hex(),
        hex,
        "the floor signs other bytes"
    );
}

fn timed(work: impl Fn()) -> Duration {
    let began = Instant::now();
    for _ in 0..PER_SAMPLE {
        work();
    }
    began.elapsed()
}

fn client() -> Client {
    let settings = Settings {
        profile: Profile::Uat,
        base_url: "http://127.0.0.1:9".to_owned(),
        merchant_id: "HOLDFASTTRAINING".to_owned(),
        salt_index: 1,
        device_id: "a-device-of-the-bench".to_owned(),
        phonepe_version_code: Some(400_698),
        callback_url: None,
        headers: DeviceHeaders::default(),
    };
    Client::new(settings, SecretString::from(SALT_KEY)).unwrap()
}
