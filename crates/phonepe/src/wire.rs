//! The form of PhonePe's replies: `{success, code, message, data}`.
//!
//! Members are kept as raw text and read only by the call that needs them: an unknown or unused member of any type does
//! no harm, a documented one that stands twice makes the reply unreadable, and no number passes through a float.

use domain::{Paise, ProviderRef, ProviderText};
use serde::Deserialize;
use serde_json::value::RawValue;

/// PhonePe's message when there is nothing to say.
const STOCK_SENTENCE: &str = "Your request has been successfully completed.";
const CODE_CHARS_MAX: usize = 100;
const PROVIDER_REF_CHARS_MAX: usize = 100;

type Raw<'a> = Option<&'a RawValue>;

/// What is wrong with a reply, for people.
pub(crate) type Flaw = String;

#[derive(Deserialize)]
pub(crate) struct Envelope<'a> {
    #[serde(default)]
    pub(crate) success: Option<bool>,
    pub(crate) code: String,
    #[serde(borrow, default)]
    message: Raw<'a>,
    #[serde(borrow, default)]
    data: Raw<'a>,
}

/// All members of `data` (and of `data.wallet`) that any of our calls reads.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Payload<'a> {
    #[serde(borrow, default)]
    pub(crate) merchant_id: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) transaction_id: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) provider_reference_id: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) amount: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) auth_state: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) authorized_amount: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) captured_amount: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) pay_response_code: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) otp_token: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) user_auth_token: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) wallet: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) redirect_url: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) display_message: Raw<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wallet<'a> {
    #[serde(borrow, default)]
    pub(crate) usable_balance: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) max_topup_allowed: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) debit_possible: Raw<'a>,
    #[serde(borrow, default)]
    pub(crate) topup_possible: Raw<'a>,
}

impl<'a> Envelope<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Flaw> {
        let text = std::str::from_utf8(bytes).map_err(|_| "not UTF-8 text".to_owned())?;
        let envelope: Envelope = object(text).ok_or("not PhonePe's envelope")?;
        let is_word = |c: char| c.is_ascii_graphic();
        if envelope.code.is_empty()
            || envelope.code.len() > CODE_CHARS_MAX
            || !envelope.code.chars().all(is_word)
        {
            return Err("the code is not a word".to_owned());
        }
        Ok(envelope)
    }

    /// `data` when it is an object; an absent or foreign `data` has no members.
    pub(crate) fn payload(&self) -> Result<Payload<'a>, Flaw> {
        match self.data.map(RawValue::get) {
            Some(text) if text.starts_with('{') => {
                object(text).ok_or_else(|| "data is not readable".to_owned())
            }
            Some(_) | None => Ok(Payload::default()),
        }
    }

    /// PhonePe's words for people. Its tables say `message`, its samples say `data.displayMessage`.
    pub(crate) fn words(&self, payload: &Payload<'_>) -> Option<ProviderText> {
        let spoken = |raw: Raw<'_>| lenient_text(raw).filter(|text| !text.trim().is_empty());
        spoken(payload.display_message)
            .or_else(|| spoken(self.message).filter(|text| text != STOCK_SENTENCE))
            .map(|text| ProviderText::received(&text))
    }
}

impl<'a> Payload<'a> {
    pub(crate) fn wallet(&self) -> Result<Wallet<'a>, Flaw> {
        let text = self.wallet.map(RawValue::get).ok_or("data.wallet is missing")?;
        object(text).ok_or_else(|| "data.wallet is not readable".to_owned())
    }

    /// Opaque and for people only, so a strange one is left out rather than held against the reply.
    pub(crate) fn provider_ref(&self) -> Option<ProviderRef> {
        lenient_text(self.provider_reference_id)
            .filter(|text| (1..=PROVIDER_REF_CHARS_MAX).contains(&text.len()))
            .filter(|text| text.chars().all(|c| c.is_ascii_graphic()))
            .map(ProviderRef)
    }
}

/// A string member. Missing and null are `None`.
pub(crate) fn text(raw: Raw<'_>, name: &str) -> Result<Option<String>, Flaw> {
    read(raw, name, "text")
}

/// An amount in whole paise. `100.0`, `"100"`, `1e2` and what is over 64 bits are refused.
pub(crate) fn paise(raw: Raw<'_>, name: &str) -> Result<Option<Paise>, Flaw> {
    Ok(read(raw, name, "a whole number of paise")?.map(Paise::new))
}

pub(crate) fn flag(raw: Raw<'_>, name: &str) -> Result<Option<bool>, Flaw> {
    read(raw, name, "true, false or null")
}

fn read<T: for<'de> Deserialize<'de>>(raw: Raw<'_>, name: &str, form: &str) -> Result<Option<T>, Flaw> {
    raw.map(|raw| serde_json::from_str(raw.get()))
        .transpose()
        .map_err(|_| format!("{name} is not {form}"))
}

/// serde reads a list as the members in order; PhonePe's objects are objects.
fn object<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    let is_object = text.trim_start().starts_with('{');
    is_object.then(|| serde_json::from_str(text).ok()).flatten()
}

fn lenient_text(raw: Raw<'_>) -> Option<String> {
    raw.and_then(|raw| serde_json::from_str(raw.get()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn success_is_optional_and_unknown_members_do_no_harm() {
        let envelope = Envelope::read(br#" {"code":"SUCCESS","new":[{}],"data":null,"message":7}"#).unwrap();
        assert_eq!((envelope.success, envelope.code.as_str()), (None, "SUCCESS"));
        assert!(envelope.words(&envelope.payload().unwrap()).is_none());
        assert_eq!(
            Envelope::read(br#"{"success":null,"code":"X"}"#).unwrap().success,
            None
        );
    }

    #[test]
    fn a_code_of_a_hundred_characters_is_the_longest_that_is_read() {
        let longest = "X".repeat(CODE_CHARS_MAX);
        let text = format!("{{\"code\":\"{longest}\"}}");
        assert_eq!(Envelope::read(text.as_bytes()).unwrap().code, longest);
    }

    #[test]
    fn what_is_not_the_envelope_is_unreadable() {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        let long = format!("{{\"code\":\"{}\"}}", "X".repeat(101));
        for text in [
            "",
            "null",
            "[]",
            "[true,\"SUCCESS\",\"\",null]",
            "<html>502</html>",
            "{\"code\":\"SUCCESS\"",
            "{\"code\":\"SUCCESS\"} trailing",
            "{\"code\":\"SUCCESS\",\"code\":\"SUCCESS\"}",
            "{\"code\":\"SUCCESS\",\"data\":{},\"data\":{}}",
            "{\"code\":\"SUCCESS\",\"data\":NaN}",
            "{\"code\":\"SUCCESS\",\"success\":\"true\"}",
            "{\"code\":200}",
            "{\"code\":null}",
            "{\"code\":\"\"}",
            "{\"code\":\"SUCC\\nESS\"}",
            "{\"success\":true}",
            &deep,
            &long,
        ] {
            assert!(Envelope::read(text.as_bytes()).is_err(), "{text}");
        }
        assert!(Envelope::read(b"{\"code\":\"SUCCESS\xff\"}").is_err());
    }

    #[test]
    fn a_documented_member_that_stands_twice_is_unreadable() {
        let of = |data: &str| {
            Envelope::read(format!("{{\"code\":\"A\",\"data\":{data}}}").as_bytes())
                .map(|e| e.payload().is_ok())
        };
        assert_eq!(of("{\"amount\":1,\"other\":{},\"other\":2}"), Ok(true));
        assert_eq!(of("{\"amount\":1,\"amount\":1}"), Ok(false));
        assert_eq!(of("[1]"), Ok(true));
        assert_eq!(of("\"text\""), Ok(true));
    }

    #[test]
    fn an_amount_is_a_whole_number_of_paise() {
        let read = |text: &str| {
            let raw = RawValue::from_string(text.to_owned()).unwrap();
            paise(Some(&raw), "amount").map_err(|_| ())
        };
        assert_eq!(read("20500"), Ok(Some(Paise::new(20_500))));
        assert_eq!(read("-1"), Ok(Some(Paise::new(-1))));
        for text in [
            "205.0",
            "2e4",
            "\"20500\"",
            "9223372036854775808",
            "1e309",
            "true",
            "[1]",
            "{}",
        ] {
            assert_eq!(read(text), Err(()), "{text}");
        }
    }

    #[test]
    fn the_customers_words_are_the_display_message_then_the_message_but_never_the_stock_sentence() {
        let words = |text: &str| {
            let envelope = Envelope::read(text.as_bytes()).unwrap();
            envelope
                .words(&envelope.payload().unwrap())
                .map(|words| words.verbatim().to_owned())
        };
        let stock = format!(
            "{{\"code\":\"A\",\"message\":\"{STOCK_SENTENCE}\",\"data\":{{\"displayMessage\":null}}}}"
        );
        assert_eq!(words(&stock), None);
        assert_eq!(
            words("{\"code\":\"A\",\"message\":\"m\",\"data\":{\"displayMessage\":\"d\"}}").as_deref(),
            Some("d")
        );
        assert_eq!(
            words("{\"code\":\"A\",\"message\":\"m\",\"data\":{\"displayMessage\":\"\"}}").as_deref(),
            Some("m")
        );
        assert_eq!(
            words("{\"code\":\"A\",\"message\":\"m\",\"data\":{\"displayMessage\":[1]}}").as_deref(),
            Some("m")
        );
        assert_eq!(words("{\"code\":\"A\",\"message\":\" \"}"), None);
    }

    #[test]
    fn a_strange_provider_reference_is_left_out() {
        let of = |text: &str| {
            let data = format!("{{\"code\":\"A\",\"data\":{{\"providerReferenceId\":{text}}}}}");
            Envelope::read(data.as_bytes())
                .unwrap()
                .payload()
                .unwrap()
                .provider_ref()
        };
        assert_eq!(
            of("\"P2008151338006639533115\""),
            Some(ProviderRef("P2008151338006639533115".to_owned()))
        );
        for text in [
            "null",
            "\"\"",
            "7",
            "\"a b\"",
            &format!("\"{}\"", "x".repeat(101)),
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
