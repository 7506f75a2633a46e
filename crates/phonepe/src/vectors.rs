//! Every signing vector that was found or derived (`fixtures/vectors.json` says which and from where).

use crate::signing::{verify_callback, x_verify_get, x_verify_post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;
use serde_json::Value;

fn vectors(list: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../fixtures/vectors.json")).unwrap();
    all[list].as_array().unwrap().clone()
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name].as_str().unwrap_or_default()
}

/// X-VERIFY of a vector as this crate makes it.
fn ours(vector: &Value, salt_key: &str) -> String {
    let salt_key = SecretString::from(salt_key);
    let index = u32::try_from(vector["salt_index"].as_u64().unwrap()).unwrap();
    let payload = text(vector, "payload_base64");
    match text(vector, "kind") {
        "request_post" => x_verify_post(payload, text(vector, "path"), &salt_key, index),
        "request_get" | "request_post_no_body" => x_verify_get(text(vector, "path"), &salt_key, index),
        "callback" => x_verify_post(text(vector, "response_base64"), "", &salt_key, index),
        kind => panic!("unknown kind {kind}"),
    }
}

#[test]
fn every_derived_vector_is_what_this_crate_signs() {
    let derived = vectors("derived");
    assert_eq!(derived.len(), 21);
    for vector in &derived {
        assert_eq!(
            ours(vector, text(vector, "salt_key")),
            text(vector, "x_verify"),
            "{}",
            vector["id"]
        );
        for (form, encoded) in [
            ("payload_text", "payload_base64"),
            ("response_text", "response_base64"),
        ] {
            if let Some(json) = vector[form].as_str() {
                assert_eq!(STANDARD.encode(json), text(vector, encoded), "{}", vector["id"]);
            }
        }
    }
}

#[test]
fn the_published_vector_that_names_its_key_holds() {
    let published = vectors("published");
    let with_key: Vec<&Value> = published
        .iter()
        .filter(|vector| vector["salt_key"].is_string())
        .collect();
    assert_eq!(with_key.len(), 1);
    for vector in with_key {
        assert_eq!(
            ours(vector, text(vector, "salt_key")),
            text(vector, "published"),
            "{}",
            vector["id"]
        );
    }
}

#[test]
fn the_callbacks_verify_and_only_with_their_own_key() {
    let derived = vectors("derived");
    let callbacks: Vec<&Value> = derived
        .iter()
        .filter(|vector| text(vector, "kind") == "callback")
        .collect();
    assert_eq!(callbacks.len(), 2);
    for vector in callbacks {
        let body = serde_json::json!({ "response": text(vector, "response_base64") }).to_string();
        let index = u32::try_from(vector["salt_index"].as_u64().unwrap()).unwrap();
        let keys = [(index, SecretString::from(text(vector, "salt_key")))];
        let told = verify_callback(body.as_bytes(), text(vector, "x_verify"), &keys).unwrap();
        assert_eq!(STANDARD.encode(told), text(vector, "response_base64"));
        let other = [(index, SecretString::from("another key"))];
        assert!(verify_callback(body.as_bytes(), text(vector, "x_verify"), &other).is_err());
    }
}

#[test]
fn the_published_payloads_that_are_whole_decode_to_the_json_beside_them() {
    let holding: Vec<Value> = vectors("published_base64")
        .into_iter()
        .filter(|vector| text(vector, "verdict") == "holds")
        .collect();
    assert_eq!(holding.len(), 12);
    for vector in holding {
        let decoded = STANDARD.decode(text(&vector, "payload_base64")).unwrap();
        let decoded: Value = serde_json::from_slice(&decoded).unwrap();
        assert_eq!(decoded, vector["shown_json"], "{}", vector["id"]);
    }
}
