//! `{"request": "<base64>"}` and the JSON object inside it.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::reply::Refusal;

/// The members of a JSON object in their order, doubled names included: a map would hide a doubled one.
pub(crate) struct Payload(Vec<(String, Value)>);

impl Payload {
    pub(crate) fn empty() -> Self {
        Self(Vec::new())
    }

    /// Reads the base64 text that was signed.
    pub(crate) fn decode(base64: &str) -> Result<Self, Refusal> {
        let bytes = STANDARD
            .decode(base64)
            .map_err(|why| Refusal::bad_request(format!("request is not standard padded base64: {why}")))?;
        serde_json::from_slice(&bytes)
            .map_err(|_| Refusal::bad_request("the base64 does not hold one JSON object"))
    }

    pub(crate) fn members(&self) -> &[(String, Value)] {
        &self.0
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The string member of that name, or an empty one: the field check has run before.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.get(name).and_then(Value::as_i64)
    }

    /// `deviceContext.phonePeVersionCode`, if it was sent.
    pub(crate) fn app_version(&self) -> Option<i64> {
        self.get("deviceContext")?.get("phonePeVersionCode")?.as_i64()
    }
}

impl<'de> Deserialize<'de> for Payload {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Payload;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Payload, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Payload(members))
            }
        }
        source.deserialize_map(Members)
    }
}

/// The base64 text of the envelope, exactly as it stands there.
pub(crate) fn read_envelope(body: &[u8]) -> Result<String, Refusal> {
    let envelope: Payload =
        serde_json::from_slice(body).map_err(|_| Refusal::bad_request("the body is not one JSON object"))?;
    match envelope.members() {
        [(name, Value::String(base64))] if name == "request" => Ok(base64.clone()),
        _ => Err(Refusal::bad_request(
            "the body is not {\"request\": \"<base64>\"} and nothing else",
        )),
    }
}
