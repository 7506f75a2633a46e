//! X-VERIFY, as PhonePe's pages give it: lower-case hex of SHA-256 over the text, the signed path (from `/v3` on, never
//! the host's prefix, never the query) and the salt key; then `###` and the salt key's index.
//! Source: <https://developer.phonepe.com/v1/reference/submit-capture-request>

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// X-VERIFY of a POST: the base64 text exactly as it stands in the body, and the path.
#[must_use]
pub fn x_verify_post(payload_base64: &str, path: &str, salt_key: &SecretString, salt_index: u32) -> String {
    stamp(payload_base64, path, salt_key, &index_mark(salt_index))
}

/// X-VERIFY of a GET: the path with its ids filled in, without the query.
#[must_use]
pub fn x_verify_get(path: &str, salt_key: &SecretString, salt_index: u32) -> String {
    stamp("", path, salt_key, &index_mark(salt_index))
}

/// What stands behind the digest. The client has it ready: it is the same for all its calls.
pub(crate) fn index_mark(salt_index: u32) -> String {
    format!("###{salt_index}")
}

pub(crate) fn stamp(payload: &str, path: &str, salt_key: &SecretString, index_mark: &str) -> String {
    let mut stamp = digest_hex(payload, path, salt_key);
    stamp.push_str(index_mark);
    stamp
}

/// Why a callback (or a signed synchronous reply) is not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallbackRefusal {
    #[error("the body is not an object with a base64 `response`")]
    Unreadable,
    #[error("X-VERIFY is not a SHA-256 and an index with ### between them")]
    BadHeader,
    #[error("no salt key with index {0} is known")]
    UnknownIndex(u32),
    #[error("X-VERIFY does not match the body")]
    WrongSignature,
}

#[derive(Deserialize)]
struct SignedBody<'a> {
    #[serde(borrow)]
    response: Cow<'a, str>,
}

/// Checks a callback and gives the JSON that it carries. The index after `###` picks the salt key (keys are rotated);
/// no path is signed.
/// Source: <https://developer.phonepe.com/v1/reference/server-to-server-callback-5>
///
/// # Errors
/// A [`CallbackRefusal`]; nothing of the body may be believed then.
pub fn verify_callback(
    body_json: &[u8],
    x_verify_header: &str,
    salt_keys: &[(u32, SecretString)],
) -> Result<Vec<u8>, CallbackRefusal> {
    let body: SignedBody = serde_json::from_slice(body_json).map_err(|_| CallbackRefusal::Unreadable)?;
    let (digest, index) = x_verify_header
        .trim()
        .split_once("###")
        .ok_or(CallbackRefusal::BadHeader)?;
    if digest.len() != 64 || !index.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CallbackRefusal::BadHeader);
    }
    let index: u32 = index.parse().map_err(|_| CallbackRefusal::BadHeader)?;
    let salt_key = salt_keys
        .iter()
        .find(|(known, _)| *known == index)
        .map(|(_, salt_key)| salt_key);
    let salt_key = salt_key.ok_or(CallbackRefusal::UnknownIndex(index))?;
    if !is_same(digest, &digest_hex(&body.response, "", salt_key)) {
        return Err(CallbackRefusal::WrongSignature);
    }
    STANDARD
        .decode(body.response.as_bytes())
        .map_err(|_| CallbackRefusal::Unreadable)
}

/// Lower-case hex, with room for an index behind it. All digits are laid out at once: one by one they cost as much as
/// the digest itself.
pub(crate) fn hex_lower(bytes: &[u8]) -> String {
    let length = bytes.len() * 2;
    let mut hex = Vec::with_capacity(length + "###4294967295".len());
    hex.resize(length, 0);
    for (pair, byte) in hex.chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&[hex_digit(byte >> 4), hex_digit(byte & 0x0f)]);
    }
    // Digits and letters are always text.
    String::from_utf8(hex).unwrap_or_default()
}

fn hex_digit(nibble: u8) -> u8 {
    if nibble < 10 {
        b'0' + nibble
    } else {
        b'a' + (nibble - 10)
    }
}

fn digest_hex(payload: &str, path: &str, salt_key: &SecretString) -> String {
    let mut hasher = Sha256::new();
    hasher.update(payload.as_bytes());
    hasher.update(path.as_bytes());
    hasher.update(salt_key.expose_secret().as_bytes());
    hex_lower(&hasher.finalize())
}

/// Compares every byte, so that the time taken says nothing of where the first difference stands.
fn is_same(theirs: &str, ours: &str) -> bool {
    theirs.len() == ours.len()
        && theirs
            .bytes()
            .zip(ours.bytes())
            .fold(0, |seen, (a, b)| seen | (a.to_ascii_lowercase() ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Vec<(u32, SecretString)> {
        vec![(1, SecretString::from("one")), (2, SecretString::from("two"))]
    }

    fn signed(json: &str, salt_key: &str, index: u32) -> (Vec<u8>, String) {
        let response = STANDARD.encode(json);
        let header = x_verify_post(&response, "", &SecretString::from(salt_key), index);
        (
            serde_json::to_vec(&serde_json::json!({ "response": response })).unwrap(),
            header,
        )
    }

    #[test]
    fn a_callback_is_verified_with_the_key_that_its_index_names() {
        for (index, key) in [(1, "one"), (2, "two")] {
            let (body, header) = signed("{\"code\":\"PAYMENT_SUCCESS\"}", key, index);
            let told = verify_callback(&body, &header, &keys()).unwrap();
            assert_eq!(told, b"{\"code\":\"PAYMENT_SUCCESS\"}");
            assert_eq!(verify_callback(&body, &header.to_uppercase(), &keys()), Ok(told));
        }
    }

    #[test]
    fn a_callback_that_does_not_verify_is_not_read() {
        let (body, header) = signed("{}", "one", 1);
        let (_, of_other_text) = signed("{\"a\":1}", "one", 1);
        let (_, with_other_key) = signed("{}", "two", 1);
        let (_, with_unknown_index) = signed("{}", "one", 3);
        for (header, refusal) in [
            (of_other_text.as_str(), CallbackRefusal::WrongSignature),
            (&with_other_key, CallbackRefusal::WrongSignature),
            (&with_unknown_index, CallbackRefusal::UnknownIndex(3)),
            ("", CallbackRefusal::BadHeader),
            ("###1", CallbackRefusal::BadHeader),
            (&header.replace("###1", "###"), CallbackRefusal::BadHeader),
            (&header.replace("###1", "###+1"), CallbackRefusal::BadHeader),
            (
                &header.replace("###1", "###99999999999"),
                CallbackRefusal::BadHeader,
            ),
        ] {
            assert_eq!(verify_callback(&body, header, &keys()), Err(refusal), "{header}");
        }
        for body in [
            "",
            "[]",
            "{}",
            "{\"response\":1}",
            "{\"response\":\"e30=\",\"response\":\"e30=\"}",
        ] {
            let refused = verify_callback(body.as_bytes(), &header, &keys());
            assert_eq!(refused, Err(CallbackRefusal::Unreadable), "{body}");
        }
    }

    #[test]
    fn a_signed_text_that_is_not_base64_is_unreadable() {
        let header = x_verify_post("***", "", &SecretString::from("one"), 1);
        let refused = verify_callback(b"{\"response\":\"***\"}", &header, &keys());
        assert_eq!(refused, Err(CallbackRefusal::Unreadable));
    }
}
